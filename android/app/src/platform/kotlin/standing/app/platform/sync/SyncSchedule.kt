package standing.app.platform.sync

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context
import standing.app.platform.Notes
import standing.app.platform.system

/** When the phone syncs by itself: every six hours, and soon after something was put in the queue. */
object SyncSchedule {
    const val REGULAR = 41
    const val SOON = 42

    private const val UNMETERED = "sync-unmetered-only"
    private const val HOUR = 60L * 60 * 1000
    private const val MINUTE = 60L * 1000

    /** Syncs under these conditions from now on. What is planned already, and the same, goes on undisturbed. */
    fun keep(context: Context, unmeteredOnly: Boolean) {
        Notes.of(context).edit().putBoolean(UNMETERED, unmeteredOnly).apply()
        val scheduler = context.system<JobScheduler>()
        val waits = scheduler.getPendingJob(SOON) != null
        @Suppress("DEPRECATION")
        val planned = scheduler.getPendingJob(REGULAR)?.networkType
        if (planned != network(unmeteredOnly)) {
            scheduler.schedule(regular(context, unmeteredOnly))
            if (waits) scheduler.schedule(soon(context, unmeteredOnly))
        }
    }

    /** After a start of the phone or an update of the app: what was planned may be gone. */
    fun resume(context: Context) {
        val notes = Notes.of(context)
        if (notes.contains(UNMETERED)) keep(context, notes.getBoolean(UNMETERED, false))
    }

    /** Something waits to be sent. */
    fun soon(context: Context) {
        context.system<JobScheduler>().schedule(soon(context, Notes.of(context).getBoolean(UNMETERED, false)))
    }

    /** No sync by itself any more. */
    fun forget(context: Context) {
        val scheduler = context.system<JobScheduler>()
        scheduler.cancel(REGULAR)
        scheduler.cancel(SOON)
    }

    private fun regular(context: Context, unmeteredOnly: Boolean) = job(context, REGULAR, unmeteredOnly)
        .setPeriodic(6 * HOUR)
        .setRequiresBatteryNotLow(true)
        .build()

    private fun soon(context: Context, unmeteredOnly: Boolean) = job(context, SOON, unmeteredOnly)
        .setBackoffCriteria(MINUTE, JobInfo.BACKOFF_POLICY_EXPONENTIAL)
        .build()

    private fun job(context: Context, id: Int, unmeteredOnly: Boolean) =
        JobInfo.Builder(id, ComponentName(context, SyncJob::class.java))
            .setRequiredNetworkType(network(unmeteredOnly))
            .setPersisted(true)

    private fun network(unmeteredOnly: Boolean) =
        if (unmeteredOnly) JobInfo.NETWORK_TYPE_UNMETERED else JobInfo.NETWORK_TYPE_ANY
}
