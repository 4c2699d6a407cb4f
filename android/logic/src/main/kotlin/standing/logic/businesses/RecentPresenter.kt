package standing.logic.businesses

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.RecentView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter

/**
 * The businesses that were opened lately.
 *
 * @property view at most 20; no verdict is among names.
 * @property asking whether erasing waits for a yes.
 */
data class RecentState(val view: Load<RecentView> = Load.Loading, val asking: Boolean = false)

/** What can be done there. */
sealed interface RecentAction {
    data object Erase : RecentAction

    /** Yes, erase them; or no, keep them. */
    data class Answer(val yes: Boolean) : RecentAction

    data object TryAgain : RecentAction
}

class RecentPresenter(environment: Environment) : Presenter<RecentState>(environment, RecentState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: RecentAction) {
        when (action) {
            RecentAction.Erase -> change { it.copy(asking = true) }
            is RecentAction.Answer -> {
                val asked = state.value.asking
                change { it.copy(asking = false) }
                if (asked && action.yes) erase()
            }
            RecentAction.TryAgain -> load()
        }
    }

    private fun load() = latest("load", { recent() }) { view -> change { it.copy(view = view) } }

    /** Whoever leaves meanwhile has erased them all the same. */
    private fun erase() =
        once("erase") {
            val view = withContext(NonCancellable) {
                ask {
                    eraseRecent()
                    recent()
                }
            }
            change { it.copy(view = view) }
        }
}
