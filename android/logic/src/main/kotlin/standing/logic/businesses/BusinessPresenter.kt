package standing.logic.businesses

import standing.core.BusinessView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.view

/**
 * One business.
 *
 * @property view what its register and the lists say.
 * @property copied whether its code was put on the clipboard.
 */
data class BusinessState(val view: Load<BusinessView> = Load.Loading, val copied: Boolean = false)

/** What can be done there. */
sealed interface BusinessAction {
    data object CopyCode : BusinessAction

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
        }
    }

    private fun load() = latest("load", { business(uscc) }) { view -> change { it.copy(view = view) } }

    /** Without the spaces between its groups, so that it can be pasted anywhere. */
    private fun copy() {
        val code = state.value.view.view?.card?.uscc ?: return
        platform.copy(code)
        change { it.copy(copied = true) }
    }
}
