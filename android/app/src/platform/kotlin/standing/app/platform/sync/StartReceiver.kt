package standing.app.platform.sync

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

/** After a start of the phone, and after an update of the app, the planned syncs are looked after. */
class StartReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        if (intent.action in AWAITED) SyncSchedule.resume(context)
    }

    private companion object {
        val AWAITED = setOf(Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED)
    }
}
