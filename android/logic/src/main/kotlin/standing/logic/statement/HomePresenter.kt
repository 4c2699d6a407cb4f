package standing.logic.statement

import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import standing.core.HomeView
import standing.core.MembershipId
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.Problem
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
 * Home.
 *
 * @property memberships those that can be switched to.
 * @property toConfirm those that wait for the person's yes or no.
 * @property chosen the one that is shown.
 * @property home its newest statement, what changed, what waits.
 * @property first nobody has joined yet.
 * @property offline the phone has no network now.
 * @property sync how far a sync is, and how the last one ended.
 * @property read what that sync ran into was read.
 */
data class HomeState(
    val memberships: List<MembershipView> = emptyList(),
    val toConfirm: List<MembershipView> = emptyList(),
    val chosen: MembershipId? = null,
    val home: Load<HomeView> = Load.Loading,
    val first: Boolean = false,
    val offline: Boolean = false,
    val sync: SyncState = SyncState(),
    val read: Boolean = false,
) {
    /** What the last sync ran into with the membership that is shown, or altogether. */
    val obstacle: Problem? get() = if (read || offline || sync.running) null else sync.obstacle(chosen)
}

/** What home can be asked. */
sealed interface HomeAction {
    /** Show another membership. */
    data class Choose(val membership: MembershipId) : HomeAction

    /** Hide amounts everywhere, or show them. It says which, so that a second tap changes nothing. */
    data class HideAmounts(val hide: Boolean) : HomeAction

    /** Large text with one thing a row, or the usual. */
    data class LargeText(val large: Boolean) : HomeAction

    /** Ask the authorities now. */
    data object Sync : HomeAction

    /** Ask no further; what has come is kept. */
    data object Stop : HomeAction

    /** What was said of the last sync was read. */
    data object Dismiss : HomeAction

    /** Home could not be had: ask for it again. */
    data object AskAgain : HomeAction
}

/** Home of the membership that the [shell] has chosen. */
class HomePresenter(
    environment: Environment,
    private val shell: ShellPresenter,
    private val platform: Platform,
    private val syncing: Syncing,
) : Presenter<HomeState>(environment, HomeState(sync = syncing.state.value).sharing(shell.state.value)) {
    init {
        always { shell.state.collect { shared -> change { it.sharing(shared) } } }
        always { shell.state.map { it.chosen }.distinctUntilChanged().collect { askAgain() } }
        always { syncing.state.collect(::follow) }
        onNews(::askAgain)
    }

    fun act(action: HomeAction) {
        when (action) {
            is HomeAction.Choose -> shell.choose(action.membership)
            is HomeAction.HideAmounts -> shell.set { it.copy(hideAmounts = action.hide) }
            is HomeAction.LargeText -> shell.set { it.copy(elderMode = action.large) }
            HomeAction.Sync -> syncing.start()
            HomeAction.Stop -> syncing.stop()
            HomeAction.Dismiss -> change { it.copy(read = true) }
            HomeAction.AskAgain -> {
                if (shell.state.value.memberships !is Load.Ready) shell.refresh()
                askAgain()
            }
        }
    }

    private fun follow(sync: SyncState) =
        change {
            val ended = it.sync.running && !sync.running
            it.copy(sync = sync, read = it.read && !ended, offline = offline())
        }

    /** Of two questions that are under way only the last counts: it may be about another membership. */
    private fun askAgain() {
        change { it.copy(offline = offline()) }
        val membership = shell.state.value.chosen ?: return
        latest("home", { home(membership) }) { answer -> change { it.copy(home = answer) } }
    }

    private fun offline() = platform.network() == NetworkKind.NONE
}

private fun HomeState.sharing(shared: ShellState): HomeState {
    val nothing = shared.memberships.problem?.let { Load.Failed(it) }
    return copy(
        memberships = shared.active,
        toConfirm = shared.memberships.view.orEmpty().filter { it.state == MembershipState.TO_CONFIRM },
        chosen = shared.chosen,
        first = shared.memberships is Load.Ready && shared.active.isEmpty(),
        home = nothing ?: if (chosen == shared.chosen) home else Load.Loading,
    )
}
