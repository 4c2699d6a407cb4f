package standing.app.platform

import android.app.Activity
import android.content.ClipboardManager
import android.content.Intent
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.net.Uri
import android.provider.CalendarContract
import android.provider.MediaStore
import android.os.SystemClock
import java.io.ByteArrayInputStream
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowNetworkCapabilities
import standing.logic.Arrival
import standing.logic.CalendarDay
import standing.logic.NetworkKind
import standing.logic.PhotoAnswer
import standing.logic.SettingsPage

/** What the phone is asked for on behalf of a screen. */
@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class OutsideRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val phone get() = app.phone
    private val activity by lazy { Robolectric.buildActivity(TestActivity::class.java).setup().get() }
    private val uri = Uri.parse("content://gallery.example/7")
    private val jpeg = byteArrayOf(-1, -40, -1, -32)

    private fun <T> later(act: suspend () -> T): Deferred<T> =
        CoroutineScope(Dispatchers.Main.immediate).async { act() }

    private fun <T> Deferred<T>.answer(): T {
        await("an answer") { isCompleted }
        return runBlocking { this@answer.await() }
    }

    @Test
    fun `a letter is printed by the phone's own service, from a page that runs nothing and loads nothing`() {
        assertFalse("without a screen there is nobody to ask", phone.print("standing-letter.html", "<p>Letter</p>"))
        activity
        assertTrue(phone.print("standing-letter.html", "<p>Letter</p>"))
        val page = checkNotNull(Printing.drawing)
        assertEquals("<p>Letter</p>", shadowOf(page).lastLoadDataWithBaseURL.data)
        assertFalse(page.settings.javaScriptEnabled)
        assertTrue(page.settings.blockNetworkLoads)
        assertTrue(phone.print("standing-letter.html", "<p>Again</p>"))
        assertEquals("a second tap draws nothing twice", page, Printing.drawing)
    }

    @Test
    fun `one photo is chosen, and the app sees no other`() {
        shadowOf(activity.contentResolver).registerInputStreamSupplier(uri) { ByteArrayInputStream(jpeg) }
        val answer = later { phone.pickPhoto() }
        val asked = shadowOf(activity).nextStartedActivityForResult
        assertEquals(MediaStore.ACTION_PICK_IMAGES, asked.intent.action)
        activity.onActivityResult(asked.requestCode, Activity.RESULT_OK, Intent().setData(uri))
        assertEquals(4, (answer.answer() as PhotoAnswer.Photo).jpeg.size)
    }

    @Test
    fun `going back without a photo is an answer`() {
        val answer = run { activity; later { phone.pickPhoto() } }
        val asked = shadowOf(activity).nextStartedActivityForResult
        activity.onActivityResult(asked.requestCode, Activity.RESULT_CANCELED, null)
        assertEquals(PhotoAnswer.None, answer.answer())
    }

    @Test
    fun `a photo chosen by an app that the phone had ended meanwhile arrives all the same`() {
        shadowOf(activity.contentResolver).registerInputStreamSupplier(uri) { ByteArrayInputStream(jpeg) }
        activity.onActivityResult(Question.PHOTO.ordinal, Activity.RESULT_OK, Intent().setData(uri))
        val arrival = later { phone.arrivals.first() }
        assertTrue(arrival.answer() is Arrival.Chosen)
    }

    @Test
    fun `a permission that no activity can ask for is no wait`() {
        phone.asking.activity = activity
        phone.asking.launchers = null
        assertFalse(later { phone.askForNotices() }.answer())
    }

    @Test
    fun `without an activity nothing is asked, and nobody waits`() =
        assertEquals(PhotoAnswer.None, later { phone.pickPhoto() }.answer())

    @Test
    fun `a day goes to the calendar whole, once for two taps, and is the same day everywhere`() {
        activity
        repeat(2) { assertTrue(phone.addToCalendar(CalendarDay("Answer is due", "2026-12-04"))) }
        val asked = shadowOf(activity).nextStartedActivity
        assertNull(shadowOf(activity).nextStartedActivity)
        assertEquals(CalendarContract.Events.CONTENT_URI, asked.data)
        assertTrue(asked.getBooleanExtra(CalendarContract.EXTRA_EVENT_ALL_DAY, false))
        val day = LocalDate.of(2026, 12, 4)
        for (zone in listOf("Asia/Shanghai", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Lisbon", "UTC").map(ZoneId::of)) {
            val moment = Instant.ofEpochMilli(within(day, zone))
            assertEquals("$zone", day to day, moment.atZone(zone).toLocalDate() to moment.atZone(ZoneOffset.UTC).toLocalDate())
        }
        assertFalse(phone.addToCalendar(CalendarDay("Answer is due", "4 December")))
    }

    @Test
    fun `a phone without a calendar says so`() {
        activity
        shadowOf(RuntimeEnvironment.getApplication()).checkActivities(true)
        assertFalse(phone.addToCalendar(CalendarDay("Answer is due", "2026-12-04")))
        assertFalse(phone.openSettings(SettingsPage.DATE_AND_TIME))
    }

    @Test
    fun `a text is offered to other apps, and nothing beside it`() {
        activity
        assertTrue(phone.share("a text"))
        val chooser = shadowOf(activity).nextStartedActivity
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        val sent = checkNotNull(chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
        assertEquals(setOf(Intent.EXTRA_TEXT), sent.extras?.keySet())
    }

    @Test
    fun `a secret text is not shown by the clipboard`() {
        phone.copy("plain")
        val clipboard = app.system<ClipboardManager>()
        assertNull(clipboard.primaryClip?.description?.extras)
        phone.copy("secret", secret = true)
        assertEquals(true, clipboard.primaryClip?.description?.extras?.getBoolean("android.content.extra.IS_SENSITIVE"))
    }

    @Test
    fun `a button tapped twice opens another app once, and later again`() {
        activity
        repeat(2) { assertTrue(phone.openSettings(SettingsPage.THIS_APP)) }
        assertNotNull(shadowOf(activity).nextStartedActivity)
        assertNull(shadowOf(activity).nextStartedActivity)
        SystemClock.sleep(1_000)
        assertTrue(phone.openSettings(SettingsPage.THIS_APP))
        assertNotNull(shadowOf(activity).nextStartedActivity)
    }

    @Test
    fun `each page of the phone's settings opens for this app`() {
        activity
        val opened = SettingsPage.entries.map { phone.openSettings(it); shadowOf(activity).nextStartedActivity.action?.substringAfterLast('.') }
        assertEquals(
            listOf("APPLICATION_DETAILS_SETTINGS", "APP_NOTIFICATION_SETTINGS", "APP_LOCALE_SETTINGS", "DATE_SETTINGS"),
            opened,
        )
    }

    @Test
    fun `the network is the one in use, and an unknown one is dear`() {
        val shadow = shadowOf(app.system<ConnectivityManager>())
        val network = checkNotNull(app.system<ConnectivityManager>().activeNetwork)
        fun kind(vararg can: Int): NetworkKind {
            val has = ShadowNetworkCapabilities.newInstance()
            shadowOf(has).clearCapabilities()
            can.forEach { shadowOf(has).addCapability(it) }
            shadow.setNetworkCapabilities(network, has)
            return phone.network()
        }
        val net = NetworkCapabilities.NET_CAPABILITY_INTERNET
        assertEquals(NetworkKind.NONE, kind())
        assertEquals(NetworkKind.METERED, kind(net))
        assertEquals(NetworkKind.UNMETERED, kind(net, NetworkCapabilities.NET_CAPABILITY_NOT_METERED))
        assertEquals(NetworkKind.UNMETERED, kind(net, NetworkCapabilities.NET_CAPABILITY_TEMPORARILY_NOT_METERED))
        shadow.setDefaultNetworkActive(false)
        shadow.clearAllNetworks()
        assertEquals(NetworkKind.NONE, phone.network())
    }

    @Test
    fun `notices are asked for once, and a refusal stands`() {
        activity
        val answer = later { phone.askForNotices() }
        assertEquals(Notices.PERMISSION, shadowOf(activity).lastRequestedPermission.requestedPermissions.single())
        activity.onRequestPermissionsResult(Question.NOTICES.ordinal, arrayOf(Notices.PERMISSION), intArrayOf(-1))
        assertFalse(answer.answer())
        assertFalse(Notices.mayAsk(app))
    }
}
