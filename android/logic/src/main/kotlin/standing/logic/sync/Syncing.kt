package standing.logic.sync

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import standing.core.AppException
import standing.core.AppInterface
import standing.core.MembershipId
import standing.core.NetworkKind as Charges
import standing.core.Observer
import standing.core.Problem
import standing.core.Subscription
import standing.core.SyncProgress
import standing.core.SyncRun
import standing.core.SyncView
import standing.logic.NetworkKind

/**
 * The sync at work, and how the last one ended.
 *
 * @property stopping it was asked to stop, and ends soon.
 * @property progress how far it is; null as long as it has said nothing.
 * @property last what the last one brought; null if none has ended since the app was opened.
 * @property problem why the last one could not be carried out at all.
 */
data class SyncState(
    val running: Boolean = false,
    val stopping: Boolean = false,
    val progress: SyncProgress? = null,
    val last: SyncView? = null,
    val problem: Problem? = null,
) {
    /** What the last one ran into with a membership, or altogether. */
    fun obstacle(membership: MembershipId?): Problem? =
        problem ?: last?.parts?.firstOrNull { it.membership == membership && it.problem != null }?.problem
}

/**
 * The sync of the whole app: one at a time, whoever asks for it, and no matter which screen is open. It
 * lives as long as the process, so a screen that is turned or left ends nothing. It hears of the
 * syncs that the phone starts in the background, too.
 *
 * @param scope on the main thread, as long as the process.
 * @param network the network now. A sync that began without volume charges does not go on with them.
 * @param changed says that the core may hold something new.
 * @param again hears when what waits is tried again, in seconds since 1970.
 */
class Syncing(
    private val core: AppInterface,
    private val worker: CoroutineDispatcher,
    private val scope: CoroutineScope,
    private val network: () -> NetworkKind,
    private val changed: () -> Unit,
    private val again: (Long) -> Unit = {},
    private val unexpected: () -> Problem,
) {
    private val states = MutableStateFlow(SyncState())
    private var run: SyncRun? = null

    /** The sync was asked for here, and its end is waited for. */
    private var waiting = false
    private var begunWith = Charges.METERED

    val state: StateFlow<SyncState> = states.asStateFlow()

    /** Kept, because the core does not hold who listens. */
    private val listening: Deferred<Subscription> = scope.async(worker) { core.observe(Ear()) }

    /** Begins one, unless one is at work that was asked for here: one that the phone began tries everything then. */
    fun start() = begin(charges()) { core.sync(it) }

    /**
     * Fetches what is new of one register, by its fingerprint, unless a sync is at work. The person has seen how large it is:
     * a network that charges does not end it.
     */
    fun update(register: String) = begin(Charges.METERED) { core.updateRegister(register) }

    private fun begin(network: Charges, first: (Charges) -> SyncRun) {
        if (states.value.running && waiting) return
        waiting = true
        states.update { it.copy(running = true, stopping = false, progress = null, problem = null) }
        begunWith = network
        scope.launch {
            try {
                val begun = withContext(worker) { first(network) }
                run = begun
                ended(withContext(worker) { begun.wait() })
            } catch (closed: CancellationException) {
                throw closed
            } catch (refused: AppException) {
                failed(withContext(worker) { refused.problem() })
            } catch (_: Exception) {
                failed(unexpected())
            }
        }
    }

    /** Asks it to stop: it ends between two exchanges, and keeps what had arrived. */
    fun stop() {
        if (!states.value.running || states.value.stopping) return
        states.update { it.copy(stopping = true) }
        // While one is at work, this gives that one: also one that the phone began.
        scope.launch { withContext(worker) { (run ?: core.syncUnasked(begunWith, 0u)).stop() } }
    }

    /** A network that is gone may come back as any: it is taken for the dearer one. */
    private fun charges() = if (network() == NetworkKind.UNMETERED) Charges.UNMETERED else Charges.METERED

    /** Hears nothing more. */
    fun close() {
        scope.launch(worker) { listening.await().cancel() }
    }

    private fun ended(view: SyncView) {
        view.nextAttempt?.let(again)
        end { it.copy(last = view, problem = null) }
    }

    private fun failed(problem: Problem) = end { it.copy(problem = problem) }

    private fun end(next: (SyncState) -> SyncState) {
        if (!states.value.running) return
        run = null
        waiting = false
        begunWith = Charges.METERED
        states.update { next(it).copy(running = false, stopping = false, progress = null) }
        changed()
    }

    /**
     * Calls come from the core's threads: they are passed on. An end is told to those who wait first, and here it may
     * be heard when the next sync is at work already, which it must not end: so it counts only where nobody waits.
     */
    private inner class Ear : Observer {
        override fun onProgress(progress: SyncProgress) = later {
            states.update { it.copy(running = true, progress = progress) }
            if (begunWith == Charges.UNMETERED && network() == NetworkKind.METERED) stop()
        }

        override fun onDone(view: SyncView) = later { if (!waiting) ended(view) }

        override fun onFailed(error: AppException) {
            val problem = error.problem()
            later { if (!waiting) failed(problem) }
        }

        private fun later(act: () -> Unit) {
            scope.launch { act() }
        }
    }
}
