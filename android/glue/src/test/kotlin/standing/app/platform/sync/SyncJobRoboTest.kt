package standing.app.platform.sync

import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.os.Looper
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotSame
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import org.robolectric.util.ReflectionHelpers
import standing.app.platform.News
import standing.app.platform.TestApplication
import standing.app.platform.await
import standing.app.platform.system
import standing.core.AppException
import standing.core.NetworkKind as Charges
import standing.core.SyncNews
import standing.core.SyncView
import standing.logic.NetworkKind
import standing.logic.samples.FakeSync

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class SyncJobRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val run = FakeSync { assertNotSame("$it on the main thread", Looper.getMainLooper().thread, Thread.currentThread()) }
    private val asked = mutableListOf<Charges>()
    private val announced = mutableListOf<News>()
    private var network = NetworkKind.UNMETERED
    private var isWatched = false
    private val service by lazy { Robolectric.setupService(SyncJob::class.java) }

    private fun begin(id: Int = SyncSchedule.SOON) {
        app.core.syncUnasked = { network, seconds ->
            asked += network
            assertTrue("$seconds s are more than the system gives", seconds < 600u)
            run
        }
        app.sync = BackgroundSync({ app.core }, Dispatchers.IO, { network }, { isWatched }, announced::add)
        assertTrue(service.onStartJob(params(id)))
    }

    private fun params(id: Int): JobParameters = Shadow.newInstanceOf(JobParameters::class.java).also {
        ReflectionHelpers.setField(it, "jobId", id)
    }

    private fun done(news: SyncNews? = null, complete: Boolean = true, next: Long? = null) =
        run.end(SyncView(complete, !complete, "", 0u, 0u, 0u, next, news, emptyList()))

    private fun end(again: Boolean) {
        await("the job ends") { shadowOf(service).isJobFinished }
        assertEquals(again, shadowOf(service).isRescheduleNeeded)
    }

    @Test
    fun `a job syncs with the network there is, and ends when it has`() {
        network = NetworkKind.METERED
        begin()
        await("it syncs") { asked.isNotEmpty() }
        assertFalse(shadowOf(service).isJobFinished)
        done()
        end(again = false)
        assertEquals(listOf(Charges.METERED), asked)
        assertEquals(emptyList<News>(), announced)
    }

    @Test
    fun `a job that the system ends stops the sync and comes back`() {
        begin()
        await("it syncs") { asked.isNotEmpty() }
        assertTrue(service.onStopJob(params(SyncSchedule.SOON)))
        await("the sync is stopped") { run.stopped }
        done(complete = false)
        assertFalse(shadowOf(service).isJobFinished)
    }

    @Test
    fun `a person who looks on keeps the sync that the system would end`() {
        isWatched = true
        begin()
        await("it syncs") { asked.isNotEmpty() }
        service.onStopJob(params(SyncSchedule.SOON))
        Thread.sleep(50)
        assertFalse(run.stopped)
    }

    @Test
    fun `what began without volume charges does not go on with them`() {
        begin()
        await("it syncs") { asked.isNotEmpty() }
        app.sync?.networkChanged()
        assertFalse(run.stopped)
        network = NetworkKind.METERED
        app.sync?.networkChanged()
        await("the sync is stopped") { run.stopped }
    }

    @Test
    fun `what waits is tried again when the core says so, and not before`() {
        for (id in listOf(SyncSchedule.SOON, SyncSchedule.REGULAR)) {
            begin(id)
            done(complete = false, next = System.currentTimeMillis() / 1000 + 600)
            end(again = false)
            val planned = app.system<JobScheduler>().getPendingJob(SyncSchedule.RETRY)
            assertTrue("$planned", checkNotNull(planned).minLatencyMillis in 590_000L..600_000L)
        }
    }

    @Test
    fun `where only a person or another network helps, the regular turn comes next`() {
        begin()
        done(complete = false)
        end(again = false)
        assertNull(app.system<JobScheduler>().getPendingJob(SyncSchedule.RETRY))
    }

    @Test
    fun `a regular turn that failed waits for the next`() {
        begin(SyncSchedule.REGULAR)
        run.fail(AppException.Storage("full", "", "", ""))
        end(again = false)
    }

    @Test
    fun `news is announced, and what it is stays inside`() {
        begin()
        done(SyncNews.SOMETHING_NEW)
        end(again = false)
        assertEquals(listOf(News.SOMETHING_NEW), announced)
    }

    @Test
    fun `a record that now needs the person is announced as that`() {
        begin()
        done(SyncNews.NEEDS_YOU)
        end(again = false)
        assertEquals(listOf(News.NEEDS_YOU), announced)
    }

    @Test
    fun `what a person sees is not announced`() {
        isWatched = true
        begin()
        done(SyncNews.SOMETHING_NEW)
        end(again = false)
        assertEquals(emptyList<News>(), announced)
    }

    @Test
    fun `a core that does not open now is asked another time`() {
        app.opens = { throw AppException.KeyUnavailable("key-unavailable", "", "", "") }
        assertTrue(service.onStartJob(params(SyncSchedule.SOON)))
        end(again = true)
    }
}
