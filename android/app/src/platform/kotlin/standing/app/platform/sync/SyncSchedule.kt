package standing.app.platform.sync

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context
import standing.app.platform.Notes
import standing.app.platform.system

/**
 * When the phone syncs by itself: every six hours, soon after something was put in the queue, and when the core says that
 * what waits is tried again.
 */
object SyncSchedule {
    const val REGULAR = 41
    const val SOON = 42
    const val RETRY = 43

    private const val UNMETERED = "sync-unmetered-only"
    private const val HOUR = 60L * 60 * 1000
    private const val MINUTE = 60L * 1000

    /** Syncs under these conditions from now on. What is planned already, and the same, goes on undisturbed. */
    fun keep(context: Context, unmeteredOnly: Boolean) {
        Notes.of(context).edit().putBoolean(UNMETERED, unmeteredOnly).apply()
        val scheduler = context.system<JobScheduler>()
        val waits = listOf(SOON, RETRY).filter { scheduler.getPendingJob(it) != null }
        @Suppress("DEPRECATION")
        val planned = scheduler.getPendingJob(REGULAR)?.networkType
        if (planned != network(unmeteredOnly)) {
            scheduler.schedule(regular(context, unmeteredOnly))
            for (id in waits) scheduler.schedule(once(context, id, unmeteredOnly).build())
        }
    }

    /** After a start of the phone or an update of the app: what was planned may be gone. */
    fun resume(context: Context) {
        val notes = Notes.of(context)
        if (notes.contains(UNMETERED)) keep(context, notes.getBoolean(UNMETERED, false))
    }

    /** Something waits to be sent. */
    fun soon(context: Context) {
        context.system<JobScheduler>().schedule(once(context, SOON, unmeteredOnly(context)).build())
    }

    /** What waits is tried again at this time, in seconds since 1970, and never at once. */
    fun at(context: Context, time: Long) {
        val wait = maxOf(time * 1000 - System.currentTimeMillis(), MINUTE)
        val job = once(context, RETRY, unmeteredOnly(context)).setMinimumLatency(wait)
        context.system<JobScheduler>().schedule(job.build())
    }

    /** No sync by itself any more. */
    fun forget(context: Context) {
        val scheduler = context.system<JobScheduler>()
        scheduler.cancel(REGULAR)
        scheduler.cancel(SOON)
        scheduler.cancel(RETRY)
    }

    private fun regular(context: Context, unmeteredOnly: Boolean) = job(context, REGULAR, unmeteredOnly)
        .setPeriodic(6 * HOUR)
        .setRequiresBatteryNotLow(true)
        .build()

    private fun once(context: Context, id: Int, unmeteredOnly: Boolean) = job(context, id, unmeteredOnly)
        .setBackoffCriteria(MINUTE, JobInfo.BACKOFF_POLICY_EXPONENTIAL)

    private fun unmeteredOnly(context: Context) = Notes.of(context).getBoolean(UNMETERED, false)

    private fun job(context: Context, id: Int, unmeteredOnly: Boolean) =
        JobInfo.Builder(id, ComponentName(context, SyncJob::class.java))
            .setRequiredNetworkType(network(unmeteredOnly))
            .setPersisted(true)

    private fun network(unmeteredOnly: Boolean) =
        if (unmeteredOnly) JobInfo.NETWORK_TYPE_UNMETERED else JobInfo.NETWORK_TYPE_ANY
}
