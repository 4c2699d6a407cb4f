package standing.logic.settings

import standing.core.FreshnessView
import standing.core.LockAfter
import standing.core.MembershipId
import standing.core.Problem
import standing.core.SettingsView
import standing.logic.AppLock
import standing.logic.Confirmation
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.SettingsPage
import standing.logic.ShellPresenter

/**
 * More.
 *
 * @property fresh how fresh everything on this phone is.
 * @property settings what the person chose; null until it is here.
 * @property memberships how many were joined, and how many wait for a yes.
 * @property rulebookOf whose rulebook is offered; null before anybody was joined.
 * @property noticesOn the person was asked just now, and the phone may announce what is new.
 * @property hasScreenLock the phone has a lock of its own, by which the app can be locked.
 * @property lockAnswer why the app lock was not changed; null if it was, or nobody tried.
 * @property problem why the last choice could not be kept.
 */
data class MoreState(
    val fresh: Load<FreshnessView> = Load.Loading,
    val settings: SettingsView? = null,
    val memberships: Int = 0,
    val toConfirm: Int = 0,
    val rulebookOf: MembershipId? = null,
    val noticesOn: Boolean = false,
    val hasScreenLock: Boolean = true,
    val lockAnswer: Confirmation? = null,
    val problem: Problem? = null,
)

sealed interface MoreAction {
    /** A choice that can be made here. */
    data class Set(val choice: SettingsAction) : MoreAction

    /** Locks the app from now on, or not. The phone asks for its owner first; [title] says what for. */
    data class Lock(val after: LockAfter?, val title: String) : MoreAction

    data object AskAgain : MoreAction

    /** Lets the phone announce what is new, or leads to where that is switched on and off. */
    data object Notices : MoreAction
}

/** Everything that is not a statement, a business or a record. */
class MorePresenter(
    environment: Environment,
    private val shell: ShellPresenter,
    private val phone: Platform,
    private val lock: AppLock,
) : Presenter<MoreState>(environment, MoreState(hasScreenLock = phone.screenLock.isSet())) {
    init {
        always { shell.state.collect { shared ->
            val waiting = shared.memberships.let { it as? Load.Ready }?.view.orEmpty().size - shared.active.size
            change {
                it.copy(
                    settings = shared.settings,
                    memberships = shared.active.size,
                    toConfirm = waiting,
                    rulebookOf = shared.chosen,
                    problem = shared.problem,
                )
            }
        } }
        load()
        onNews {
            load()
            change { it.copy(hasScreenLock = phone.screenLock.isSet()) }
        }
    }

    fun act(action: MoreAction) =
        when (action) {
            is MoreAction.Set -> if (action.choice == SettingsAction.Dismiss) shell.dismiss() else shell.set { it.with(action.choice) }
            is MoreAction.Lock -> lock(action)
            MoreAction.AskAgain -> load()
            MoreAction.Notices -> notices()
        }

    private fun lock(action: MoreAction.Lock) =
        once("lock") {
            change { it.copy(lockAnswer = null) }
            val answer = lock.confirm(action.title)
            if (answer == Confirmation.CONFIRMED) {
                shell.set { it.copy(appLock = action.after) }
            } else {
                change { it.copy(lockAnswer = answer) }
            }
        }

    /** Asked once, the phone asks no more: then its own page is the way. */
    private fun notices() =
        once("notices") {
            val allowed = !state.value.noticesOn && phone.askForNotices()
            change { it.copy(noticesOn = allowed) }
            if (!allowed) phone.openSettings(SettingsPage.NOTICES)
        }

    private fun load() = latest("fresh", { freshness() }) { fresh -> change { it.copy(fresh = fresh) } }
}
