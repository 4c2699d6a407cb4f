package standing.logic.sync

import kotlinx.coroutines.launch
import standing.logic.Environment
import standing.logic.Presenter

sealed interface SyncAction {
    data object Start : SyncAction

    data object Stop : SyncAction
}

/** The sync on a screen of its own: how far it is, and what the last one brought from whom. */
class SyncPresenter(environment: Environment, private val syncing: Syncing) : Presenter<SyncState>(environment, syncing.state.value) {
    init {
        environment.scope.launch { syncing.state.collect { now -> change { now } } }
    }

    fun act(action: SyncAction) =
        when (action) {
            SyncAction.Start -> syncing.start()
            SyncAction.Stop -> syncing.stop()
        }
}
