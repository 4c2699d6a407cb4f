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
import standing.core.SyncNews
import standing.core.SyncRun
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

    /** What comes after a sync. */
    sealed interface Next {
        /** It could not be carried out: the same again. */
        data object Again : Next

        /** At this time, in seconds since 1970. */
        data class At(val time: Long) : Next

        /** The regular turn. */
        data object Regular : Next
    }

    /** Syncs what is due; what comes after it. */
    suspend fun run(): Next {
        val core = core() ?: return Next.Again
        return try {
            withContext(worker) { synced(core) }
        } catch (stopped: CancellationException) {
            throw stopped
        } catch (_: AppException) {
            Next.Again
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

    private suspend fun synced(core: AppInterface): Next {
        begunWith = charges(network())
        val begun = core.syncUnasked(begunWith, SECONDS)
        run = begun
        if (isStopped) stop()
        val view = begun.wait()
        if (!isWatched()) view.news?.let { announce(news(it)) }
        return view.nextAttempt?.let(Next::At) ?: Next.Regular
    }

    private fun news(news: SyncNews): News = when (news) {
        SyncNews.NEEDS_YOU -> News.NEEDS_YOU
        SyncNews.SOMETHING_NEW -> News.SOMETHING_NEW
    }

    private companion object {
        /** The system ends a job after ten minutes: before that, the core comes to an end of its own. */
        const val SECONDS = 540u
    }
}
