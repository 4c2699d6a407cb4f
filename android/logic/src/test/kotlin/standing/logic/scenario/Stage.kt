package standing.logic.scenario

import java.util.concurrent.Executors
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.JsonElement
import standing.core.AppInterface
import standing.core.Problem
import standing.logic.Environment
import standing.logic.Load
import standing.logic.Presenter
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.Sandbox
import standing.logic.sync.Syncing

/**
 * Where a scenario is played: the real core on a phone, the sandbox that it asks, and one thread
 * that is the main thread. Screens are opened one after the other, as by a person.
 */
class Stage(val core: AppInterface, val sandbox: Sandbox) : AutoCloseable {
    private val thread = Executors.newSingleThreadExecutor { Thread(it, "main of the stage") }
    private val main = thread.asCoroutineDispatcher()
    private val whole = CoroutineScope(main + SupervisorJob())
    private val news = MutableStateFlow(0)
    val platform = FakePlatform()

    /** The sync of the whole app. */
    val syncing: Syncing = onMain { Syncing(core, Dispatchers.IO, whole, platform::network, { news.update { it + 1 } }, unexpected = ::surprise) }

    /** Opens a screen, has [act] done on it, and waits until it shows what is waited for. Then it is left. */
    fun <P : Presenter<out S>, S> play(open: (Environment) -> P, act: P.() -> Unit = {}, until: (S) -> Boolean): S {
        val scope = CoroutineScope(main + SupervisorJob())
        try {
            return onMain {
                val screen = open(Environment(core, Dispatchers.IO, scope, news, ::surprise))
                screen.act()
                withTimeout(PATIENCE) { screen.state.first(until) }
            }
        } finally {
            scope.cancel()
        }
    }

    /** Opens a screen that shows one view, and takes what it shows. */
    fun <V> look(open: (Environment) -> Presenter<Load<V>>, facts: (V) -> JsonElement): Outcome =
        outcomeOf(play<Presenter<Load<V>>, Load<V>>(open) { it !is Load.Loading }, facts)

    /** A shell as the app opens it, with this membership chosen. */
    fun shell(environment: Environment, chosen: String?) = ShellPresenter(environment, chosen)

    override fun close() {
        onMain { syncing.close() }
        whole.cancel()
        thread.shutdownNow()
    }

    private fun <T> onMain(act: suspend () -> T): T = runBlocking { withContext(main) { act() } }

    private fun surprise(): Problem = throw AssertionError("the core failed in a way that it does not declare")

    private companion object {
        const val PATIENCE = 60_000L
    }
}

/** What a screen shows of a view, as the outcome of a step. */
fun <V> outcomeOf(load: Load<V>, facts: (V) -> JsonElement): Outcome =
    when (load) {
        is Load.Ready -> Outcome.Done(facts(load.view))
        is Load.Failed -> Outcome.Problem(load.problem.code)
        Load.Loading -> throw AssertionError("still loading")
    }
