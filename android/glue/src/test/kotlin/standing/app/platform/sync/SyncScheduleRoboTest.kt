package standing.app.platform.sync

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.Intent
import android.os.Looper
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import standing.app.platform.system

@RunWith(RobolectricTestRunner::class)
class SyncScheduleRoboTest {
    private val phone get() = RuntimeEnvironment.getApplication()
    private val scheduler get() = phone.system<JobScheduler>()

    @Suppress("DEPRECATION")
    private fun network(id: Int) = scheduler.getPendingJob(id)?.networkType

    @Test
    fun `every six hours, on any network, through a restart of the phone`() {
        SyncSchedule.keep(phone, unmeteredOnly = false)
        val job = scheduler.allPendingJobs.single()
        assertTrue(job.isPeriodic && job.isPersisted && job.isRequireBatteryNotLow)
        assertEquals(6 * 60 * 60 * 1000L, job.intervalMillis)
        assertEquals(JobInfo.NETWORK_TYPE_ANY, network(SyncSchedule.REGULAR))
        assertEquals(SyncJob::class.java.name, job.service.className)
    }

    @Test
    fun `a person who does not want volume charges gets none, also for what waits already`() {
        SyncSchedule.keep(phone, unmeteredOnly = false)
        SyncSchedule.soon(phone)
        SyncSchedule.keep(phone, unmeteredOnly = true)
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.REGULAR))
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.SOON))
        SyncSchedule.soon(phone)
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.SOON))
    }

    @Test
    fun `the same conditions again leave the plan as it is`() {
        SyncSchedule.keep(phone, unmeteredOnly = true)
        val planned = scheduler.getPendingJob(SyncSchedule.REGULAR)
        SyncSchedule.keep(phone, unmeteredOnly = true)
        assertTrue(planned === scheduler.getPendingJob(SyncSchedule.REGULAR))
    }

    @Test
    fun `what is to be sent soon is tried again later and later`() {
        SyncSchedule.soon(phone)
        val job = checkNotNull(scheduler.getPendingJob(SyncSchedule.SOON))
        assertTrue(!job.isPeriodic && job.isPersisted)
        assertEquals(JobInfo.BACKOFF_POLICY_EXPONENTIAL, job.backoffPolicy)
    }

    @Test
    fun `what waits is tried again at its time, never at once, and under the same conditions`() {
        SyncSchedule.keep(phone, unmeteredOnly = true)
        SyncSchedule.at(phone, System.currentTimeMillis() / 1000 + 3_600)
        val job = checkNotNull(scheduler.getPendingJob(SyncSchedule.RETRY))
        assertTrue("$job", job.minLatencyMillis in 3_590_000L..3_600_000L && job.isPersisted)
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.RETRY))
        SyncSchedule.at(phone, 0)
        assertEquals(60_000L, scheduler.getPendingJob(SyncSchedule.RETRY)?.minLatencyMillis)
        SyncSchedule.keep(phone, unmeteredOnly = false)
        assertEquals(JobInfo.NETWORK_TYPE_ANY, network(SyncSchedule.RETRY))
    }

    @Test
    fun `after a start of the phone it goes on under the same conditions`() {
        SyncSchedule.keep(phone, unmeteredOnly = true)
        scheduler.cancelAll()
        started(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.REGULAR))
        scheduler.cancelAll()
        started(Intent.ACTION_MY_PACKAGE_REPLACED)
        assertEquals(JobInfo.NETWORK_TYPE_UNMETERED, network(SyncSchedule.REGULAR))
    }

    @Test
    fun `a phone on which nobody opened the app starts nothing`() {
        started(Intent.ACTION_BOOT_COMPLETED)
        assertEquals(emptyList<JobInfo>(), scheduler.allPendingJobs)
    }

    @Test
    fun `another message does not begin anything`() {
        SyncSchedule.keep(phone, unmeteredOnly = true)
        scheduler.cancelAll()
        StartReceiver().onReceive(phone, Intent("com.example.ANYTHING"))
        assertNull(scheduler.getPendingJob(SyncSchedule.REGULAR))
    }

    @Test
    fun `forgotten is forgotten`() {
        SyncSchedule.keep(phone, unmeteredOnly = false)
        SyncSchedule.soon(phone)
        SyncSchedule.at(phone, 0)
        SyncSchedule.forget(phone)
        assertEquals(emptyList<JobInfo>(), scheduler.allPendingJobs)
    }

    private fun started(action: String) {
        phone.sendBroadcast(Intent(action).setPackage(phone.packageName))
        shadowOf(Looper.getMainLooper()).idle()
    }
}
