package standing.logic.businesses

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.BusinessView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.problem
import standing.logic.view

/**
 * One business.
 *
 * @property view what its register and the lists say.
 * @property copied whether its code was put on the clipboard.
 * @property saved whether the answer was saved.
 * @property problem why it is not watched, or the answer not saved.
 */
data class BusinessState(
    val view: Load<BusinessView> = Load.Loading,
    val copied: Boolean = false,
    val saved: Boolean = false,
    val problem: Problem? = null,
)

/** What can be done there. */
sealed interface BusinessAction {
    data object CopyCode : BusinessAction

    /** Watch it from now on, or no longer. */
    data class Watch(val on: Boolean) : BusinessAction

    /** Keeps what is said now, with its proof. */
    data object Save : BusinessAction

    data object TryAgain : BusinessAction
}

class BusinessPresenter(environment: Environment, private val platform: Platform, private val uscc: String) :
    Presenter<BusinessState>(environment, BusinessState()) {
    init {
        load()
        onNews(::load)
        // A full phone still shows the business; it is only not among the recent ones.
        always { ask { noteLookup(uscc) } }
    }

    fun act(action: BusinessAction) {
        when (action) {
            BusinessAction.TryAgain -> {
                change { it.copy(view = Load.Loading) }
                load()
            }
            BusinessAction.CopyCode -> copy()
            is BusinessAction.Watch -> watch(action.on)
            BusinessAction.Save -> save()
        }
    }

    private fun load() = latest("load", { business(uscc) }) { view -> change { it.copy(view = view) } }

    /** Without the spaces between its groups, so that it can be pasted anywhere. */
    private fun copy() {
        val code = state.value.view.view?.card?.uscc ?: return
        platform.copy(code)
        change { it.copy(copied = true) }
    }

    /** Whoever leaves meanwhile has done it all the same. */
    private fun watch(on: Boolean) =
        once("watch") {
            val done = withContext(NonCancellable) { ask { if (on) watch(uscc) else unwatch(uscc) } }
            change { it.copy(problem = done.problem) }
            load()
        }

    private fun save() =
        once("save") {
            val done = withContext(NonCancellable) { ask { saveAnswer(uscc) } }
            change { it.copy(saved = done is Load.Ready, problem = done.problem) }
        }
}
