package standing.logic.join

import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.first
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.AppInterface
import standing.core.LinkTarget
import standing.core.MembershipState
import standing.core.Problem
import standing.logic.Desk
import standing.logic.LINK_LIMIT
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.view

/** What was typed and how far one came. A membership that waits for a yes is the core's own, and not kept here. */
@Serializable
private data class SavedJoin(val link: String, val step: JoinStep, val code: String)

/**
 * Joining an authority, one step after the other. Nothing leaves the phone before the code is sent,
 * and nothing but the code and a new key before the person has said that the hint is theirs.
 *
 * Joining that was interrupted at the hint goes on there: the code works only once.
 *
 * @param link a link that was scanned or opened; empty if the person comes without one.
 * @param joined what is to be done once the hint was confirmed.
 */
class JoinPresenter(
    desk: Desk,
    private val shell: ShellPresenter,
    private val phone: Platform,
    private val link: String = "",
    saved: String? = null,
    private val joined: () -> Unit,
) : Presenter<JoinState>(desk, begin(link, saved)) {
    init {
        always { phone.refreshes.collect { lookForNetwork() } }
        lookForNetwork()
        val before = saved?.let(::restored)
        // Who comes with a link means that link, whatever waits.
        if (before != null || link.isBlank()) goOnAtHint()
        when {
            before == null -> if (link.isNotBlank()) read()
            before.step != JoinStep.LINK -> read(before.step)
        }
    }

    override fun saved(): String? {
        val now = state.value
        val typed = now.link.isNotEmpty() && (now.step in TYPING || now.step == JoinStep.DIFFERS)
        return if (typed) Json.encodeToString(SavedJoin(now.link, now.step, now.code)) else null
    }

    fun act(action: JoinAction) {
        val now = state.value
        when (action) {
            is JoinAction.TypeLink -> if (!now.busy) change { it.copy(link = shortened(action.link), problem = null) }
            JoinAction.Read -> if (now.step == JoinStep.LINK && now.link.isNotBlank()) read()
            JoinAction.Same -> if (now.step == JoinStep.COMPARE) change { it.copy(step = JoinStep.CODE, problem = null) }
            JoinAction.Differs -> if (now.step == JoinStep.COMPARE) change { it.copy(step = JoinStep.DIFFERS, problem = null) }
            is JoinAction.TypeCode -> if (!now.busy) change { it.copy(code = action.code.take(CODE_LIMIT), problem = null) }
            JoinAction.Send -> if (now.step == JoinStep.CODE && now.code.isNotBlank()) send()
            is JoinAction.Answer -> if (now.step == JoinStep.HINT) answer(action.mine)
            JoinAction.Back -> back()
            JoinAction.Elsewhere -> if (holdsInput) change { it.copy(leaving = true) }
            JoinAction.Stay -> change { it.copy(leaving = false) }
            JoinAction.Leave -> if (now.leaving) change { it.copy(leaving = false, left = true) }
        }
    }

    /** Whether [JoinAction.Back] stays on this screen. While an answer is waited for, it does nothing at all. */
    val staysOnBack: Boolean get() = state.value.run { busy || leaving || step == JoinStep.COMPARE || step == JoinStep.CODE }

    /** Something would be lost by going elsewhere; a link that was opened is in the letter still. */
    private val holdsInput: Boolean
        get() {
            val now = state.value
            val typed = now.code.isNotBlank() || now.link.isNotBlank() && now.link != shortened(link)
            return typed && now.step in TYPING && !now.busy && !now.left
        }

    private fun back() {
        if (state.value.busy) return
        change {
            if (it.leaving) it.copy(leaving = false)
            else when (it.step) {
                JoinStep.COMPARE -> it.copy(step = JoinStep.LINK, read = null, problem = null)
                JoinStep.CODE -> it.copy(step = JoinStep.COMPARE, problem = null)
                else -> it
            }
        }
    }

    private fun read(step: JoinStep = JoinStep.COMPARE) =
        work({ readLink(state.value.link.trim()) }) { view ->
            val leadsOn = view.leadsTo == LinkTarget.AUTHORITY && hint == null
            if (leadsOn) copy(read = view, step = step) else copy(read = view)
        }

    private fun send() {
        lookForNetwork()
        work({ join(state.value.link.trim(), state.value.code.trim()) }) { view ->
            copy(step = JoinStep.HINT, hint = view.asHint(), code = "")
        }
    }

    private fun answer(mine: Boolean) {
        val hint = state.value.hint ?: return
        work({ confirm(hint.membership, mine) }, { if (mine) joined() }) {
            copy(step = if (mine) JoinStep.JOINED else JoinStep.DECLINED)
        }
    }

    /** One piece of work at a time: a second tap, or a tap on something else meanwhile, does nothing. */
    private fun <T> work(
        question: suspend AppInterface.() -> T,
        done: () -> Unit = {},
        then: JoinState.(T) -> JoinState,
    ) {
        once("work") {
            change { it.copy(busy = true, problem = null) }
            val answer = ask(question)
            change { before ->
                val after = before.copy(busy = false)
                when (answer) {
                    is Load.Ready -> after.then(answer.view)
                    is Load.Failed -> after.failed(answer.problem)
                    Load.Loading -> after
                }
            }
            if (answer is Load.Ready) done()
        }
    }

    /** The answer to a code may have come just before the process ended. */
    private fun goOnAtHint() =
        always {
            val known = shell.state.filter { it.memberships is Load.Ready }.first()
            val waiting = known.memberships.view.orEmpty().firstOrNull { it.state == MembershipState.TO_CONFIRM }
            if (waiting != null) change { it.copy(step = JoinStep.HINT, hint = waiting.asHint(), code = "", problem = null, leaving = false) }
        }

    private fun lookForNetwork() = change { it.copy(offline = phone.network() == NetworkKind.NONE) }

    private companion object {
        /** Codes have some 20 characters; whoever pastes a letter loses its end, not the app's memory. */
        const val CODE_LIMIT = 200

        /** Until the code was sent, what was typed is here and nowhere else. */
        val TYPING = listOf(JoinStep.LINK, JoinStep.COMPARE, JoinStep.CODE)

        fun begin(link: String, saved: String?): JoinState {
            val before = saved?.let(::restored) ?: return JoinState(link = shortened(link))
            return JoinState(link = before.link, code = before.code)
        }

        /** One character more than the core reads: so it says itself that this is no link. */
        fun shortened(link: String) = link.take(LINK_LIMIT + 1)

        fun restored(saved: String): SavedJoin? = runCatching { Json.decodeFromString<SavedJoin>(saved) }.getOrNull()
    }
}

/** "Do not go on": another root than the letter names is the same as another fingerprint. */
private fun JoinState.failed(problem: Problem) =
    copy(problem = problem, step = if (problem.code in ENDS) JoinStep.DIFFERS else step)

/** Problems after which nothing is left to try. */
private val ENDS = setOf("root-mismatch", "root-other")
