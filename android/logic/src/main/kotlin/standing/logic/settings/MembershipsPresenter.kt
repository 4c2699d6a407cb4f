package standing.logic.settings

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.LeaveView
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.problem
import standing.logic.view

/** What leaving would take away, and which membership it is. */
data class Leaving(val membership: String, val view: LeaveView)

/**
 * Whom this phone has joined.
 *
 * @property leaving the membership whose leaving waits for a yes; null if none does.
 * @property problem why leaving did not go.
 */
data class MembershipsState(
    val memberships: Load<List<MembershipView>> = Load.Loading,
    val leaving: Leaving? = null,
    val problem: Problem? = null,
) {
    val active: List<MembershipView> get() = memberships.view.orEmpty().filter { it.state == MembershipState.ACTIVE }

    /** Joining was interrupted at the hint, and goes on there. */
    val toConfirm: List<MembershipView> get() = memberships.view.orEmpty().filter { it.state == MembershipState.TO_CONFIRM }
}

sealed interface MembershipsAction {
    data object AskAgain : MembershipsAction

    /** Say what leaving would take away. Nothing is changed by that. */
    data class Leave(val membership: String) : MembershipsAction

    /** Yes, leave; or no, stay. */
    data class Answer(val yes: Boolean) : MembershipsAction
}

class MembershipsPresenter(environment: Environment, private val shell: ShellPresenter, private val changed: () -> Unit = {}) :
    Presenter<MembershipsState>(environment, MembershipsState(shell.state.value.memberships)) {
    init {
        always { shell.state.collect { shared -> change { it.copy(memberships = shared.memberships) } } }
    }

    fun act(action: MembershipsAction) {
        when (action) {
            MembershipsAction.AskAgain -> shell.refresh()
            is MembershipsAction.Leave -> ask(action.membership)
            is MembershipsAction.Answer -> {
                val asked = state.value.leaving
                change { it.copy(leaving = null) }
                if (asked != null && action.yes) leave(asked.membership)
            }
        }
    }

    private fun ask(membership: String) =
        once("ask") {
            val view = ask { leaving(membership) }
            change { it.copy(leaving = view.view?.let { said -> Leaving(membership, said) }, problem = view.problem) }
        }

    /** Whoever leaves the screen meanwhile has left the membership all the same. */
    private fun leave(membership: String) =
        once("leave") {
            val left = withContext(NonCancellable) { ask { leaveMembership(membership) } }
            change { it.copy(problem = left.problem) }
            if (left is Load.Ready) {
                shell.refresh()
                changed()
            }
        }
}
