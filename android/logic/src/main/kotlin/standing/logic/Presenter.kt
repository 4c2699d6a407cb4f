package standing.logic

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.drop
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.Json
import standing.core.AppException
import standing.core.AppInterface
import standing.core.mayBeKept

/** What a screen shows, as one immutable [state], and what its controls do. Used on the main thread. */
abstract class Presenter<S>(protected val environment: Environment, first: S) {
    private val states = MutableStateFlow(first)
    private val underWay = mutableSetOf<String>()
    private val askedLast = mutableMapOf<String, Int>()

    /** What the screen shows now. */
    val state: StateFlow<S> = states.asStateFlow()

    /**
     * What was typed and not yet sent, so that it survives the end of the process; null if nothing was. Each text in it
     * is [keepable].
     */
    open fun saved(): String? = null

    protected fun change(next: (S) -> S) = states.update(next)

    /** Begins [work], unless work of this [name] is under way: a second tap does nothing twice. */
    protected fun once(name: String, work: suspend () -> Unit) {
        if (!underWay.add(name)) return
        environment.scope.launch {
            try {
                work()
            } finally {
                underWay.remove(name)
            }
        }
    }

    /** Begins [work] each time: for what is asked for, not tapped. */
    protected fun always(work: suspend () -> Unit) {
        environment.scope.launch { work() }
    }

    /** Asks each time, and shows only the answer to the last question of this [name]. */
    protected fun <T> latest(name: String, question: suspend AppInterface.() -> T, show: (Load<T>) -> Unit) =
        always {
            val number = askedLast.merge(name, 1, Int::plus)
            val answer = ask(question)
            if (number == askedLast[name]) show(answer)
        }

    /** Calls [act] each time when what the core holds has changed. */
    protected fun onNews(act: () -> Unit) {
        environment.scope.launch { environment.news.drop(1).collect { act() } }
    }

    /** Asks the core, off the main thread. Whatever goes wrong comes back as a problem that can be shown. */
    protected suspend fun <T> ask(question: suspend AppInterface.() -> T): Load<T> =
        try {
            withContext(environment.worker) { answer(question) }
        } catch (stopped: CancellationException) {
            throw stopped
        } catch (_: Exception) {
            Load.Failed(environment.unexpected())
        }

    /** Also what a problem says is asked of the core. */
    private suspend fun <T> answer(question: suspend AppInterface.() -> T): Load<T> =
        try {
            Load.Ready(environment.core.question())
        } catch (known: AppException) {
            Load.Failed(known.problem())
        }
}

/** This text if it may outlive the process, else nothing: what the core refuses is kept nowhere. */
fun String.keepable(): String = if (mayBeKept(this)) this else ""

/** What a page kept before the process ended; null if nothing was, or by another version of the app: it begins empty. */
internal inline fun <reified T> remembered(saved: String?): T? =
    try {
        saved?.let { Json.decodeFromString<T>(it) }
    } catch (_: IllegalArgumentException) {
        null
    }
