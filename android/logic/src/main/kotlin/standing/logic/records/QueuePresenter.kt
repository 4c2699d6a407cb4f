package standing.logic.records

import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.Problem
import standing.core.QueueGroupKind
import standing.core.QueueView
import standing.logic.Environment
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.ShellState
import standing.logic.problem
import standing.logic.sync.SyncState
import standing.logic.sync.Syncing
import standing.logic.view

/**
 * Records.
 *
 * @property memberships those that can be switched to.
 * @property chosen the one that is shown.
 * @property first nobody has joined yet: there is nobody to send a record to.
 * @property offline the phone has no network now.
 * @property sync the sync at work, or how the last one ended.
 */
data class QueueState(
    val memberships: List<MembershipView> = emptyList(),
    val chosen: MembershipId? = null,
    val queue: Load<QueueView> = Load.Loading,
    val first: Boolean = false,
    val offline: Boolean = false,
    val sync: SyncState = SyncState(),
) {
    val count: Int get() = queue.view?.groups.orEmpty().sumOf { it.rows.size }

    val needYou: Int
        get() = queue.view?.groups.orEmpty().filter { it.kind == QueueGroupKind.NEEDS_YOU }.sumOf { it.rows.size }

    /** What the last sync ran into with this authority, or altogether. */
    val obstacle: Problem? get() = sync.obstacle(chosen)
}

sealed interface QueueAction {
    data class Choose(val membership: MembershipId) : QueueAction

    /** Sends what waits and asks for what is new. */
    data object Sync : QueueAction

    data object Stop : QueueAction

    data object AskAgain : QueueAction
}

/** The queue of the membership that the [shell] has chosen: what needs the person first. */
class QueuePresenter(
    environment: Environment,
    private val shell: ShellPresenter,
    private val phone: Platform,
    private val syncing: Syncing,
) : Presenter<QueueState>(environment, QueueState(sync = syncing.state.value)) {
    init {
        always { shell.state.collect(::follow) }
        always { shell.state.map { it.chosen }.distinctUntilChanged().collect { load() } }
        always { syncing.state.collect { sync -> change { it.copy(sync = sync, offline = offline()) } } }
        onNews(::load)
    }

    fun act(action: QueueAction) {
        when (action) {
            is QueueAction.Choose -> shell.choose(action.membership)
            QueueAction.Sync -> syncing.start()
            QueueAction.Stop -> syncing.stop()
            QueueAction.AskAgain -> {
                shell.refresh()
                load()
            }
        }
    }

    private fun follow(shared: ShellState) =
        change {
            val nobody = shared.memberships is Load.Ready && shared.active.isEmpty()
            val failed = shared.memberships.problem?.let { problem -> Load.Failed(problem) }
            // Nothing of one membership is shown under the name of another.
            val queue = if (shared.chosen == it.chosen) it.queue else Load.Loading
            it.copy(memberships = shared.active, chosen = shared.chosen, first = nobody, queue = failed ?: queue)
        }

    private fun load() {
        change { it.copy(offline = offline()) }
        val membership = shell.state.value.chosen ?: return
        latest("load", { queue(membership) }) { queue -> change { it.copy(queue = queue) } }
    }

    private fun offline() = phone.network() == NetworkKind.NONE
}
