package standing.logic.settings

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import standing.core.LeaveView
import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.PeopleView
import standing.core.PersonView
import standing.core.Problem
import standing.logic.AppLock
import standing.logic.Confirmation
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.personOf
import standing.logic.problem
import standing.logic.view

/** What leaving would take away, and which membership it is. */
data class Leaving(val membership: String, val view: LeaveView)

/**
 * People on this phone, and what is theirs.
 *
 * @property chosen the membership that Home and Records show.
 * @property leaving the membership whose leaving waits for a yes; null if none does.
 * @property answer what the phone said when its owner was asked for; null if that was yes, or nobody asked.
 * @property problem why leaving did not go.
 */
data class MembershipsState(
    val people: Load<PeopleView> = Load.Loading,
    val chosen: MembershipId? = null,
    val leaving: Leaving? = null,
    val answer: Confirmation? = null,
    val problem: Problem? = null,
) {
    val memberships: List<MembershipView> get() = people.view?.people.orEmpty().flatMap { it.memberships }
}

sealed interface MembershipsAction {
    data object AskAgain : MembershipsAction

    /** Home and Records show this one from now on. */
    data class Show(val membership: MembershipId) : MembershipsAction

    /** Say what leaving would take away. Nothing is changed by that. */
    data class Leave(val membership: String) : MembershipsAction

    /** Yes, leave; or no, stay. Of a person whose pages are locked the owner is asked for; [title] says what for. */
    data class Answer(val yes: Boolean, val title: String = "") : MembershipsAction
}

class MembershipsPresenter(
    environment: Environment,
    private val shell: ShellPresenter,
    private val lock: AppLock,
    private val changed: () -> Unit = {},
) : Presenter<MembershipsState>(environment, MembershipsState(chosen = shell.state.value.chosen)) {
    init {
        always { shell.state.collect { shared -> change { it.copy(chosen = shared.chosen) } } }
        load()
        onNews(::load)
    }

    fun act(action: MembershipsAction) {
        when (action) {
            MembershipsAction.AskAgain -> load()
            is MembershipsAction.Show -> shell.choose(action.membership)
            is MembershipsAction.Leave -> ask(action.membership)
            is MembershipsAction.Answer -> {
                val asked = state.value.leaving
                change { it.copy(leaving = null) }
                if (asked != null && action.yes) leave(asked.membership, action.title)
            }
        }
    }

    private fun load() = latest("people", { people() }) { people -> change { it.copy(people = people) } }

    private fun ask(membership: String) =
        once("ask") {
            val view = ask { leaving(membership) }
            change { it.copy(leaving = view.view?.let { said -> Leaving(membership, said) }, problem = view.problem, answer = null) }
        }

    /** Whoever leaves the screen meanwhile has left the membership all the same. */
    private fun leave(membership: String, title: String) =
        once("leave") {
            val answer = confirmed(state.value.memberships.personOf(membership), title)
            change { it.copy(answer = answer.takeIf { given -> given != Confirmation.CONFIRMED }) }
            if (answer != Confirmation.CONFIRMED) return@once
            val left = withContext(NonCancellable) { ask { leaveMembership(membership) } }
            change { it.copy(problem = left.problem) }
            if (left is Load.Ready) {
                shell.refresh()
                load()
                changed()
            }
        }

    private suspend fun confirmed(person: PersonView?, title: String) =
        if (person?.isLocked == true) lock.confirm(title) else Confirmation.CONFIRMED
}
