package standing.logic.settings

import standing.core.MembershipState
import standing.core.MembershipView
import standing.logic.Desk
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.view

/** Whom this phone has joined. */
data class MembershipsState(val memberships: Load<List<MembershipView>> = Load.Loading) {
    val active: List<MembershipView> get() = memberships.view.orEmpty().filter { it.state == MembershipState.ACTIVE }

    /** Joining was interrupted at the hint, and goes on there. */
    val toConfirm: List<MembershipView> get() = memberships.view.orEmpty().filter { it.state == MembershipState.TO_CONFIRM }
}

sealed interface MembershipsAction {
    data object AskAgain : MembershipsAction
}

class MembershipsPresenter(desk: Desk, private val shell: ShellPresenter) :
    Presenter<MembershipsState>(desk, MembershipsState(shell.state.value.memberships)) {
    init {
        always { shell.state.collect { shared -> change { MembershipsState(shared.memberships) } } }
    }

    fun act(action: MembershipsAction) =
        when (action) {
            MembershipsAction.AskAgain -> shell.refresh()
        }
}
