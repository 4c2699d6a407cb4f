package standing.logic.businesses

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.Problem
import standing.core.RegisterRow
import standing.core.RegistersView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.problem
import standing.logic.sync.SyncState
import standing.logic.sync.Syncing

/**
 * The registers of businesses on this phone.
 *
 * @property asking which one waits for a yes to be removed; null if none does.
 * @property problem why reliance is as it was.
 * @property sync the sync at work; an update that was begun here is one.
 * @property updated an update was begun here.
 */
data class RegistersState(
    val view: Load<RegistersView> = Load.Loading,
    val asking: RegisterRow? = null,
    val problem: Problem? = null,
    val sync: SyncState = SyncState(),
    val updated: Boolean = false,
) {
    /** What an update that was begun here ran into. */
    val obstacle: Problem?
        get() = if (!updated || sync.running) null else sync.problem ?: sync.last?.parts?.firstNotNullOfOrNull { it.problem }
}

/** What can be done there. */
sealed interface RegistersAction {
    data class Remove(val row: RegisterRow) : RegistersAction

    /** Yes, remove it; or no, keep it. */
    data class Answer(val yes: Boolean) : RegistersAction

    /** Rely on one from now on, or no longer: what it says then leads, or is told below. */
    data class Rely(val fingerprint: String, val relied: Boolean) : RegistersAction

    /** Fetch a large update now, by the register's fingerprint: its size was said. */
    data class Update(val fingerprint: String) : RegistersAction

    data object StopUpdate : RegistersAction

    /** Asks again after it failed. */
    data object TryAgain : RegistersAction
}

class RegistersPresenter(environment: Environment, private val syncing: Syncing, private val changed: () -> Unit = {}) :
    Presenter<RegistersState>(environment, RegistersState(sync = syncing.state.value)) {
    init {
        load()
        onNews(::load)
        always { syncing.state.collect { sync -> change { it.copy(sync = sync) } } }
    }

    fun act(action: RegistersAction) {
        when (action) {
            is RegistersAction.Remove -> change { it.copy(asking = action.row) }
            is RegistersAction.Answer -> {
                val asked = state.value.asking
                change { it.copy(asking = null) }
                if (asked != null && action.yes) remove(asked)
            }
            is RegistersAction.Rely -> rely(action)
            is RegistersAction.Update -> {
                change { it.copy(updated = true) }
                syncing.update(action.fingerprint)
            }
            RegistersAction.StopUpdate -> syncing.stop()
            RegistersAction.TryAgain -> {
                change { it.copy(view = Load.Loading) }
                load()
            }
        }
    }

    private fun load() = latest("load", { registers() }) { view -> change { it.copy(view = view) } }

    /** Whoever leaves meanwhile has changed it all the same; what was refused is as it was. */
    private fun rely(action: RegistersAction.Rely) =
        once("rely") {
            val kept = withContext(NonCancellable) { ask { relyOnRegister(action.fingerprint, action.relied) } }
            change { it.copy(view = if (kept is Load.Ready) kept else it.view, problem = kept.problem) }
            if (kept is Load.Ready) changed()
        }

    /** Whoever leaves meanwhile has removed it all the same. */
    private fun remove(row: RegisterRow) =
        once("remove") {
            val view = withContext(NonCancellable) {
                ask {
                    removeRegister(row.fingerprint)
                    registers()
                }
            }
            change { it.copy(view = view) }
            if (view is Load.Ready) changed()
        }
}
