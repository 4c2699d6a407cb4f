package standing.logic

import standing.core.AppInterface

/** What every screen of one view can be asked. */
sealed interface ViewAction {
    /** The view could not be had: ask for it again. */
    data object AskAgain : ViewAction
}

/**
 * A screen that shows one view of the core. It asks when it opens and on news, and goes on showing
 * what it has until the next is here.
 */
abstract class ViewPresenter<V>(
    environment: Environment,
    private val question: suspend AppInterface.() -> V,
) : Presenter<Load<V>>(environment, Load.Loading) {
    init {
        askAgain()
        onNews(::askAgain)
    }

    fun act(action: ViewAction) =
        when (action) {
            ViewAction.AskAgain -> askAgain()
        }

    private fun askAgain() = latest("view", question) { answer -> change { answer } }
}
