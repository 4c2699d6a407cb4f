package standing.logic.join

import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.first
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
import standing.core.AppInterface
import standing.core.LinkTarget
import standing.core.MembershipState
import standing.core.Problem
import standing.core.Stopper
import standing.logic.Environment
import standing.logic.LINK_LIMIT
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.Platform
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.keepable
import standing.logic.view

/** The link and whether it was read. The code is kept nowhere; a membership that waits for a yes is the core's own. */
@Serializable
private data class SavedJoin(val link: String, val read: Boolean)

/**
 * Joining an authority, one step after the other. Nothing is fetched before the person has seen where
 * the link leads, and nothing but a new key and a proof of the code is sent before the hint is theirs.
 *
 * Joining that was interrupted at the hint goes on there: the code works only once.
 *
 * @param link a link that was scanned or opened; empty if the person comes without one.
 * @param joined what is to be done once the hint was confirmed.
 */
class JoinPresenter(
    environment: Environment,
    private val shell: ShellPresenter,
    private val phone: Platform,
    private val link: String = "",
    saved: String? = null,
    private val joined: () -> Unit,
) : Presenter<JoinState>(environment, begin(link, saved)) {
    /** Ends what is on its way. */
    private var stopper: Stopper? = null

    init {
        always { phone.refreshes.collect { lookForNetwork() } }
        lookForNetwork()
        val before = saved?.let(::restored)
        // Who comes with a link means that link, whatever waits.
        if (before != null || link.isBlank()) goOnAtHint()
        when {
            before == null -> if (link.isNotBlank()) read()
            before.read -> read()
        }
    }

    override fun saved(): String? {
        val now = state.value
        val typed = now.link.isNotEmpty() && now.step in TYPING
        return if (typed) Json.encodeToString(SavedJoin(now.link.keepable(), read = now.step != JoinStep.LINK)) else null
    }

    fun act(action: JoinAction) {
        val now = state.value
        when (action) {
            is JoinAction.TypeLink -> if (!now.busy) change { it.copy(link = shortened(action.link), problem = null) }
            JoinAction.Read -> if (now.step == JoinStep.LINK && now.link.isNotBlank()) read()
            JoinAction.Look -> if (now.step == JoinStep.LOOK) look()
            JoinAction.KeepBoth -> if (now.step == JoinStep.NAMESAKES) change { it.copy(step = JoinStep.CODE) }
            is JoinAction.TypeCode -> if (!now.busy) change { it.copy(code = action.code.take(CODE_LIMIT), problem = null) }
            JoinAction.Send -> if (now.step == JoinStep.CODE && now.code.isNotBlank()) send()
            is JoinAction.Answer -> if (now.step == JoinStep.HINT) answer(action.mine)
            JoinAction.Stop -> stopper?.stop()
            JoinAction.Back -> back()
            JoinAction.Elsewhere -> if (holdsInput) change { it.copy(leaving = true) }
            JoinAction.Stay -> change { it.copy(leaving = false) }
            JoinAction.Leave -> if (now.leaving) change { it.copy(leaving = false, left = true) }
        }
    }

    /** Whether [JoinAction.Back] stays on this screen. While an answer is waited for, it does nothing at all. */
    val staysOnBack: Boolean get() = state.value.run { busy || leaving || step in TYPING && step != JoinStep.LINK }

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
                JoinStep.LOOK -> it.copy(step = JoinStep.LINK, read = null, problem = null)
                JoinStep.NAMESAKES, JoinStep.CODE -> it.copy(step = JoinStep.LOOK, preview = null, problem = null)
                else -> it
            }
        }
    }

    private fun read() =
        work({ readLink(state.value.link.trim()) }) { view ->
            val leadsOn = view.leadsTo == LinkTarget.AUTHORITY && hint == null
            if (leadsOn) copy(read = view, step = JoinStep.LOOK) else copy(read = view)
        }

    private fun look() {
        lookForNetwork()
        val asked = Stopper()
        work({ authorityPreview(state.value.link.trim(), asked) }, asked) { view ->
            copy(step = if (view.namesakes == null) JoinStep.CODE else JoinStep.NAMESAKES, preview = view)
        }
    }

    private fun send() {
        lookForNetwork()
        val both = state.value.preview?.namesakes
        val (link, code) = state.value.run { link.trim() to code.trim() }
        val asked = Stopper()
        work({ if (both == null) join(link, code, asked) else joinNamesake(link, code, both.seen, asked) }, asked) { view ->
            copy(step = JoinStep.HINT, hint = view.asHint(), code = "")
        }
    }

    private fun answer(mine: Boolean) {
        val hint = state.value.hint ?: return
        work({ confirm(hint.membership, mine) }, done = { if (mine) joined() }) {
            copy(step = if (mine) JoinStep.JOINED else JoinStep.DECLINED)
        }
    }

    /** One piece of work at a time: a second tap, or a tap on something else meanwhile, does nothing. */
    private fun <T> work(
        question: suspend AppInterface.() -> T,
        asked: Stopper? = null,
        done: () -> Unit = {},
        then: JoinState.(T) -> JoinState,
    ) {
        once("work") {
            stopper = asked
            change { it.copy(busy = true, problem = null) }
            val answer = ask(question)
            stopper = null
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

        /** Until the code was proved, what was typed is here and nowhere else. */
        val TYPING = listOf(JoinStep.LINK, JoinStep.LOOK, JoinStep.NAMESAKES, JoinStep.CODE)

        fun begin(link: String, saved: String?): JoinState {
            val before = saved?.let(::restored) ?: return JoinState(link = shortened(link))
            return JoinState(link = before.link)
        }

        /** One character more than the core reads: so it says itself that this is no link. */
        fun shortened(link: String) = link.take(LINK_LIMIT + 1)

        fun restored(saved: String): SavedJoin? = runCatching { Json.decodeFromString<SavedJoin>(saved) }.getOrNull()
    }
}

/** "Do not go on": another root than the letter names. */
private fun JoinState.failed(problem: Problem) =
    copy(problem = problem, step = if (problem.code in ENDS) JoinStep.ENDED else step)

/** Problems after which nothing is left to try. */
private val ENDS = setOf("root-mismatch", "root-other")
