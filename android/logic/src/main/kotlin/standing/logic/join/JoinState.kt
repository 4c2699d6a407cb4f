package standing.logic.join

import standing.core.AuthorityPreview
import standing.core.JoinView
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.MembershipId
import standing.core.MembershipView
import standing.core.Problem

/** The steps of joining, one after the other. */
enum class JoinStep {
    /** Three sentences, and the link. */
    LINK,

    /** Where the link leads. Nothing was fetched by then. */
    LOOK,

    /** Its name reads as that of another authority on this phone: both are shown. */
    NAMESAKES,

    /** What the authority says of itself, and the one-time code from the letter. */
    CODE,

    /** "Is this letter yours?" */
    HINT,

    JOINED,

    /** Another root than the link names: there is no way on. */
    ENDED,

    /** The letter is somebody else's: nothing of it is kept. */
    DECLINED,
}

/** Whom the authority takes the person for, with parts hidden. */
data class Hint(val membership: MembershipId, val authority: String, val hint: String)

fun JoinView.asHint() = Hint(membership, authority, hint)

fun MembershipView.asHint() = Hint(membership, authority, hint)

/**
 * Joining an authority.
 *
 * @property link the link as it was scanned, opened or typed.
 * @property read what it leads to; nothing was sent by then.
 * @property preview what the authority says of itself; nothing proves it yet.
 * @property code the code as it was typed. It stays on the phone, and in this process.
 * @property hint what the authority answered.
 * @property busy an answer is waited for.
 * @property offline the phone has no network now.
 * @property problem why the last thing did not work.
 * @property leaving the question whether to leave what was typed is open.
 * @property left the person said yes to it.
 */
data class JoinState(
    val step: JoinStep = JoinStep.LINK,
    val link: String = "",
    val read: LinkView? = null,
    val preview: AuthorityPreview? = null,
    val code: String = "",
    val hint: Hint? = null,
    val busy: Boolean = false,
    val offline: Boolean = false,
    val problem: Problem? = null,
    val leaving: Boolean = false,
    val left: Boolean = false,
) {
    /** It leads to a register, which is added, not joined. */
    val leadsToRegister: Boolean get() = read?.leadsTo == LinkTarget.REGISTER

    /** Somebody on the network is waited for. */
    val stoppable: Boolean get() = busy && (step == JoinStep.LOOK || step == JoinStep.CODE)
}

sealed interface JoinAction {
    /** The link was typed. */
    data class TypeLink(val link: String) : JoinAction

    /** Say what the link leads to. Sends nothing. */
    data object Read : JoinAction

    /** Fetch the authority's public files. Sends nothing about the person. */
    data object Look : JoinAction

    /** The person has seen both authorities of one name, and goes on. */
    data object KeepBoth : JoinAction

    data class TypeCode(val code: String) : JoinAction

    /** Sends a new key and a proof that the code is known, not the code. */
    data object Send : JoinAction

    /** Whether the hint is the person's own. It says which, so that a second tap says nothing else. */
    data class Answer(val mine: Boolean) : JoinAction

    /** Do not wait any longer. What was typed stays. */
    data object Stop : JoinAction

    /** One step back. */
    data object Back : JoinAction

    /** Another place is about to take this one away: asks, if something that was typed would be lost. */
    data object Elsewhere : JoinAction

    data object Stay : JoinAction

    data object Leave : JoinAction
}
