package standing.app.platform

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import standing.app.R
import standing.logic.Door

/** What may be said outside the app. */
enum class News { SOMETHING_NEW, NEEDS_YOU }

/** Says that there is something new, never what, and nothing at all on a locked screen. */
internal object Notices {
    const val CHANNEL = "news"
    const val PERMISSION = "android.permission.POST_NOTIFICATIONS"
    private const val ID = 1
    private const val ASKED = "notices-asked"

    /** One notification in all: the newer takes the place of the older, so that their number says nothing, either. */
    fun announce(context: Context, news: News) {
        val manager = context.system<NotificationManager>()
        if (!manager.areNotificationsEnabled()) return
        val words = Languages.speaking(context)
        manager.createNotificationChannel(channel(words))
        val text = when (news) {
            News.SOMETHING_NEW -> R.string.notice_new
            News.NEEDS_YOU -> R.string.notice_needs_you
        }
        val door = if (news == News.NEEDS_YOU) Door.RECORDS else Door.HOME
        val notification = Notification.Builder(context, CHANNEL)
            .setSmallIcon(R.drawable.ic_notice)
            .setColor(context.getColor(R.color.accent))
            .setContentTitle(words.getString(R.string.app_name))
            .setContentText(words.getString(text))
            .setVisibility(Notification.VISIBILITY_SECRET)
            .setLocalOnly(true)
            .setContentIntent(Doors.pending(context, door))
            .setAutoCancel(true)
            .build()
        manager.notify(ID, notification)
    }

    /** The app is on the screen: what the notification said can be seen there. */
    fun clear(context: Context) = context.system<NotificationManager>().cancelAll()

    /** Whether the person may still be asked: from Android 13 on, and one time only. */
    fun mayAsk(context: Context): Boolean = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU &&
        context.checkSelfPermission(PERMISSION) != PackageManager.PERMISSION_GRANTED &&
        !Notes.of(context).getBoolean(ASKED, false)

    fun wasAsked(context: Context) = Notes.of(context).edit().putBoolean(ASKED, true).apply()

    fun isAllowed(context: Context) = context.system<NotificationManager>().areNotificationsEnabled()

    private fun channel(words: Context) =
        NotificationChannel(CHANNEL, words.getString(R.string.notice_channel), NotificationManager.IMPORTANCE_LOW).apply {
            description = words.getString(R.string.notice_channel_note)
            lockscreenVisibility = Notification.VISIBILITY_SECRET
            setShowBadge(false)
        }
}
