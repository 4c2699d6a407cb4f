package standing.app.platform.sync

import android.app.job.JobParameters
import android.app.job.JobService
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import standing.app.platform.NetworkWatch
import standing.app.platform.StandingApplication

/** A sync that the phone begins and may end at any moment. */
class SyncJob : JobService() {
    private class Running(val sync: BackgroundSync, val waiting: Job)

    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Main.immediate)
    private val running = mutableMapOf<Int, Running>()

    override fun onStartJob(params: JobParameters): Boolean {
        val sync = (application as StandingApplication).backgroundSync()
        val waiting = scope.launch {
            val next = NetworkWatch(applicationContext, sync::networkChanged).use { sync.run() }
            running.remove(params.jobId)
            // A regular sync has its next turn anyway; one that was asked for goes on until it can be carried out.
            jobFinished(params, next == BackgroundSync.Next.Again && params.jobId != SyncSchedule.REGULAR)
            if (next is BackgroundSync.Next.At) SyncSchedule.at(applicationContext, next.time)
        }
        // Ended before it was entered: nothing will ask about it again.
        if (waiting.isActive) running[params.jobId] = Running(sync, waiting)
        return true
    }

    /** The conditions are gone, or time is up: stop, and come back when they hold again. */
    override fun onStopJob(params: JobParameters): Boolean {
        running.remove(params.jobId)?.let {
            it.waiting.cancel()
            it.sync.stop()
        }
        return true
    }

    override fun onDestroy() {
        scope.cancel()
        super.onDestroy()
    }
}
