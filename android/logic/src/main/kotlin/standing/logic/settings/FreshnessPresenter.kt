package standing.logic.settings

import standing.core.FreshnessView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.sync.SyncState
import standing.logic.sync.Syncing

/**
 * How fresh everything on this phone is.
 *
 * @property offline the phone has no network now.
 * @property sync how far the refreshing is, and how the last one ended.
 */
data class FreshnessState(
    val fresh: Load<FreshnessView> = Load.Loading,
    val offline: Boolean = false,
    val sync: SyncState = SyncState(),
) {
    /** What the last one ran into: altogether, or with somebody. */
    val obstacle: Problem?
        get() = if (sync.running) null else sync.problem ?: sync.last?.parts?.firstNotNullOfOrNull { it.problem }
}

sealed interface FreshnessAction {
    /** Ask everybody now. */
    data object Refresh : FreshnessAction

    /** Fetch a register's large update now, by its fingerprint. */
    data class Update(val register: String) : FreshnessAction

    data object Stop : FreshnessAction

    data object AskAgain : FreshnessAction
}

class FreshnessPresenter(environment: Environment, private val phone: Platform, private val syncing: Syncing) :
    Presenter<FreshnessState>(environment, FreshnessState(sync = syncing.state.value)) {
    init {
        load()
        onNews(::load)
        always { syncing.state.collect { sync -> change { it.copy(sync = sync, offline = offline()) } } }
    }

    fun act(action: FreshnessAction) =
        when (action) {
            FreshnessAction.Refresh -> syncing.start()
            is FreshnessAction.Update -> syncing.update(action.register)
            FreshnessAction.Stop -> syncing.stop()
            FreshnessAction.AskAgain -> load()
        }

    private fun load() {
        change { it.copy(offline = offline()) }
        latest("fresh", { freshness() }) { fresh -> change { it.copy(fresh = fresh) } }
    }

    private fun offline() = phone.network() == NetworkKind.NONE
}
