package standing.logic.businesses

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.WatchedView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter

/**
 * The businesses that are watched.
 *
 * @property asking whether stopping with all of them waits for a yes.
 */
data class WatchedState(val view: Load<WatchedView> = Load.Loading, val asking: Boolean = false)

/** What can be done there. */
sealed interface WatchedAction {
    data class Stop(val uscc: String) : WatchedAction

    data object StopAll : WatchedAction

    /** Yes, stop with all; or no. */
    data class Answer(val yes: Boolean) : WatchedAction

    data object TryAgain : WatchedAction
}

class WatchedPresenter(environment: Environment) : Presenter<WatchedState>(environment, WatchedState()) {
    init {
        load()
        onNews(::load)
    }

    fun act(action: WatchedAction) {
        when (action) {
            is WatchedAction.Stop -> stop { unwatch(action.uscc) }
            WatchedAction.StopAll -> change { it.copy(asking = true) }
            is WatchedAction.Answer -> {
                val asked = state.value.asking
                change { it.copy(asking = false) }
                if (asked && action.yes) stop { eraseWatched() }
            }
            WatchedAction.TryAgain -> load()
        }
    }

    private fun load() = latest("load", { watched() }) { view -> change { it.copy(view = view) } }

    /** Whoever leaves meanwhile has stopped all the same. */
    private fun stop(deed: suspend standing.core.AppInterface.() -> Unit) =
        once("stop") {
            val view = withContext(NonCancellable) {
                ask {
                    deed()
                    watched()
                }
            }
            change { it.copy(view = view) }
        }
}
