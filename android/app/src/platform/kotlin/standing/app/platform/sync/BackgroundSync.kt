package standing.app.platform.sync

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asExecutor
import kotlinx.coroutines.withContext
import standing.app.platform.News
import standing.app.platform.charges
import standing.core.AppException
import standing.core.AppInterface
import standing.core.NetworkKind as Charges
import standing.core.SyncRun
import standing.core.SyncView
import standing.logic.NetworkKind

/**
 * One sync without anybody looking.
 *
 * @property core opens the core; null if it does not open now.
 * @property network the network now.
 * @property isWatched whether the app is on the screen: what the person sees is not announced, and not stopped under them.
 * @property announce tells the person that there is something new, and not what.
 */
class BackgroundSync(
    private val core: suspend () -> AppInterface?,
    private val worker: CoroutineDispatcher,
    private val network: () -> NetworkKind,
    private val isWatched: () -> Boolean,
    private val announce: (News) -> Unit,
) {
    @Volatile
    private var run: SyncRun? = null

    @Volatile
    private var isStopped = false

    @Volatile
    private var begunWith = Charges.METERED

    /** Syncs; whether it is worth another attempt. */
    suspend fun run(): Boolean {
        val core = core() ?: return true
        return try {
            withContext(worker) { synced(core) }
        } catch (stopped: CancellationException) {
            throw stopped
        } catch (_: AppException) {
            true
        }
    }

    /** Stops it, unless a person watches the same sync. It keeps what it has finished. */
    fun stop() {
        isStopped = true
        // Whoever says so may be the main thread.
        if (!isWatched()) worker.asExecutor().execute { run?.stop() }
    }

    /** Another network came into use: what began without volume charges does not go on with them. */
    fun networkChanged() {
        if (begunWith == Charges.UNMETERED && network() == NetworkKind.METERED) stop()
    }

    private suspend fun synced(core: AppInterface): Boolean {
        val before = needsYou(core)
        begunWith = charges(network())
        val begun = core.sync(begunWith)
        run = begun
        if (isStopped) stop()
        val view = begun.wait()
        if (!isWatched()) news(view, before, needsYou(core))?.let(announce)
        return !view.complete
    }

    private fun needsYou(core: AppInterface): UInt = core.memberships().sumOf { core.home(it.membership).needsYou }

    private fun news(view: SyncView, before: UInt, after: UInt): News? = when {
        after > before -> News.NEEDS_YOU
        view.parts.any { it.statements + it.notices + it.receipts > 0u } -> News.SOMETHING_NEW
        else -> null
    }
}
