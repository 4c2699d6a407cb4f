package standing.app.platform

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import standing.core.Language
import standing.logic.Door

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class NoticesRoboTest {
    private val phone get() = RuntimeEnvironment.getApplication()
    private val shown get() = shadowOf(phone.system<NotificationManager>())
    private val Notification.title get() = extras.getCharSequence(Notification.EXTRA_TITLE).toString()
    private val Notification.text get() = extras.getCharSequence(Notification.EXTRA_TEXT).toString()

    @Test
    fun `a notice says that there is something new, and nothing else`() {
        Notices.announce(phone, News.SOMETHING_NEW)
        val notice = shown.allNotifications.single()
        assertEquals("Standing" to "There is something new.", notice.title to notice.text)
        val texts = listOf(Notification.EXTRA_SUB_TEXT, Notification.EXTRA_BIG_TEXT, Notification.EXTRA_SUMMARY_TEXT, Notification.EXTRA_INFO_TEXT)
        assertTrue(texts.all { notice.extras.getCharSequence(it) == null })
        assertEquals(0, notice.number)
    }

    @Test
    fun `a locked screen shows nothing of it, and no badge counts`() {
        Notices.announce(phone, News.NEEDS_YOU)
        assertEquals(Notification.VISIBILITY_SECRET, shown.allNotifications.single().visibility)
        val channel = shown.notificationChannels.filterIsInstance<NotificationChannel>().single()
        assertEquals(Notification.VISIBILITY_SECRET, channel.lockscreenVisibility)
        assertFalse(channel.canShowBadge())
    }

    @Test
    fun `a newer notice takes the place of the older and leads to its place`() {
        Notices.announce(phone, News.SOMETHING_NEW)
        Notices.announce(phone, News.NEEDS_YOU)
        val notice = shown.allNotifications.single()
        assertEquals("A record needs your attention.", notice.text)
        val leads = shadowOf(notice.contentIntent).savedIntent
        assertEquals(Door.RECORDS, Doors.named(leads.action))
        assertEquals(Doors.ACTIVITY, leads.component?.className)
        assertTrue(notice.contentIntent.isImmutable)
    }

    @Test
    @Config(qualifiers = "zh-rCN")
    fun `a Chinese phone is told in Chinese`() {
        Notices.announce(phone, News.NEEDS_YOU)
        assertEquals("明账" to "有一条记录需要您处理。", shown.allNotifications.single().run { title to text })
    }

    @Test
    fun `the language chosen in the app holds outside it, too`() {
        Languages.choose(phone, Language.CHINESE)
        Notices.announce(phone, News.SOMETHING_NEW)
        assertEquals("有新内容。", shown.allNotifications.single().text)
    }

    @Test
    fun `who forbids notices gets none`() {
        shown.setNotificationsEnabled(false)
        Notices.announce(phone, News.SOMETHING_NEW)
        assertEquals(0, shown.size())
    }

    @Test
    fun `one is asked once only`() {
        assertTrue(Notices.mayAsk(phone))
        Notices.wasAsked(phone)
        assertFalse(Notices.mayAsk(phone))
    }
}
