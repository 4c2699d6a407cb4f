package standing.app.platform.sync

import android.app.job.JobParameters
import android.os.Looper
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotSame
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
import standing.core.AppException
import standing.core.HomeView
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.NetworkKind as Charges
import standing.core.SyncPart
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
    private var needsYou = 0u
    private var network = NetworkKind.UNMETERED
    private var isWatched = false
    private val service by lazy { Robolectric.setupService(SyncJob::class.java) }

    private fun begin(id: Int = SyncSchedule.SOON) {
        app.core.memberships = { listOf(MembershipView("village", "Village", "", MembershipState.ACTIVE, "", "")) }
        app.core.home = { home(needsYou) }
        app.core.sync = { asked += it; run }
        app.sync = BackgroundSync({ app.core }, Dispatchers.IO, { network }, { isWatched }, announced::add)
        assertTrue(service.onStartJob(params(id)))
    }

    private fun params(id: Int): JobParameters = Shadow.newInstanceOf(JobParameters::class.java).also {
        ReflectionHelpers.setField(it, "jobId", id)
    }

    private fun done(receipts: UInt = 0u, complete: Boolean = true) =
        run.end(SyncView(complete, !complete, "", listOf(SyncPart("village", "Village", "", 0u, 0u, receipts, 0u, null))))

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
    fun `what could not be finished is tried again, and a regular turn waits for its next`() {
        begin()
        done(complete = false)
        end(again = true)
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
        done(receipts = 1u)
        end(again = false)
        assertEquals(listOf(News.SOMETHING_NEW), announced)
    }

    @Test
    fun `a record that now needs the person is announced as that, once`() {
        begin()
        await("it syncs") { asked.isNotEmpty() }
        needsYou = 1u
        done(receipts = 1u)
        end(again = false)
        assertEquals(listOf(News.NEEDS_YOU), announced)
    }

    @Test
    fun `what a person sees is not announced`() {
        isWatched = true
        begin()
        done(receipts = 1u)
        end(again = false)
        assertEquals(emptyList<News>(), announced)
    }

    @Test
    fun `a core that does not open now is asked another time`() {
        app.opens = { throw AppException.KeyUnavailable("key-unavailable", "", "", "") }
        assertTrue(service.onStartJob(params(SyncSchedule.SOON)))
        end(again = true)
    }

    private fun home(needs: UInt) =
        HomeView("village", "Village", null, "", emptyList(), "", emptyList(), emptyList(), 0u, needs, "", "")
}
