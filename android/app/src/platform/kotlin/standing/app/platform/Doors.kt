package standing.app.platform

import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import standing.logic.Door

/** Ways into the app from the widget and the notification. Any app may take them: they only open a place. */
internal object Doors {
    /** The one activity. It is named, because what draws it is not compiled where this is. */
    const val ACTIVITY = "standing.app.platform.compose.MainActivity"
    private const val PREFIX = "standing.app.DOOR_"

    fun intent(context: Context, door: Door): Intent = Intent(PREFIX + door.name)
        .setClassName(context, ACTIVITY)
        .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)

    fun pending(context: Context, door: Door): PendingIntent = PendingIntent.getActivity(
        context,
        door.ordinal,
        intent(context, door),
        PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT,
    )

    /** The place that an intent names; null if it names none. */
    fun named(action: String?): Door? = Door.entries.find { PREFIX + it.name == action }
}
