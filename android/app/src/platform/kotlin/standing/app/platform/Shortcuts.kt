package standing.app.platform

import android.content.Context
import android.content.pm.ShortcutInfo
import android.content.pm.ShortcutManager
import android.graphics.drawable.Icon
import standing.app.R
import standing.logic.Door

/**
 * Ways into the app from its icon, held for a moment: the same for everybody, so they say nothing about the person. They are
 * set while the app runs and not in the manifest, for they speak the language of the app.
 */
internal object Shortcuts {
    private val doors = listOf(Door.NEW_RECORD to R.string.action_record, Door.BUSINESSES to R.string.shortcut_look_up, Door.SCAN to R.string.shortcut_scan)

    fun keep(context: Context) {
        // Some phones have no home screen that knows them.
        val manager = context.getSystemService(ShortcutManager::class.java) ?: return
        val words = Languages.speaking(context)
        val shortcuts = doors.map { (door, label) ->
            ShortcutInfo.Builder(context, door.name)
                .setShortLabel(words.getString(label))
                .setIcon(Icon.createWithResource(context, R.mipmap.ic_launcher))
                .setIntent(Doors.intent(context, door))
                .build()
        }
        try {
            manager.dynamicShortcuts = shortcuts
        } catch (_: IllegalStateException) {
            // The person is not unlocked yet, or the phone refuses more changes for now: the next start sets them.
        }
    }
}
