package standing.logic.settings

import standing.core.FreshnessView
import standing.core.MembershipId
import standing.core.Problem
import standing.core.SettingsView
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
 * @property problem why the last choice could not be kept.
 */
data class MoreState(
    val fresh: Load<FreshnessView> = Load.Loading,
    val settings: SettingsView? = null,
    val memberships: Int = 0,
    val toConfirm: Int = 0,
    val rulebookOf: MembershipId? = null,
    val noticesOn: Boolean = false,
    val problem: Problem? = null,
)

sealed interface MoreAction {
    /** A choice that can be made here. */
    data class Set(val choice: SettingsAction) : MoreAction

    data object AskAgain : MoreAction

    /** Lets the phone announce what is new, or leads to where that is switched on and off. */
    data object Notices : MoreAction
}

/** Everything that is not a statement, a business or a record. */
class MorePresenter(environment: Environment, private val shell: ShellPresenter, private val phone: Platform) :
    Presenter<MoreState>(environment, MoreState()) {
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
        onNews(::load)
    }

    fun act(action: MoreAction) =
        when (action) {
            is MoreAction.Set -> if (action.choice == SettingsAction.Dismiss) shell.dismiss() else shell.set { it.with(action.choice) }
            MoreAction.AskAgain -> load()
            MoreAction.Notices -> notices()
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
