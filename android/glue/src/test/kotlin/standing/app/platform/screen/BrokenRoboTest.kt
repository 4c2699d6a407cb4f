package standing.app.platform.screen

import android.app.AlertDialog
import android.content.DialogInterface
import android.graphics.Rect
import android.os.Looper
import android.view.View
import android.widget.Button
import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowDialog
import standing.app.R
import standing.app.platform.FakeAndroidKeyStore
import standing.app.platform.Opened
import standing.app.platform.TestActivity
import standing.app.platform.TestApplication
import standing.app.platform.await
import standing.app.platform.picture
import standing.app.platform.view
import standing.core.AppException

/** A core that does not open is explained by an own screen, in the person's language. */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(application = TestApplication::class, qualifiers = "w360dp-h640dp-xhdpi")
class BrokenRoboTest {
    @get:Rule val hardware = FakeAndroidKeyStore()
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private var attempts = 0

    private fun start(failure: () -> Throwable): TestActivity {
        app.opens = {
            attempts++
            throw failure()
        }
        val activity = Robolectric.buildActivity(TestActivity::class.java).setup().get()
        await("the screen stands") { activity.findViewById<View>(R.id.broken) != null }
        return activity
    }

    private fun TestActivity.text(id: Int) = view<TextView>(id).text.toString()

    private fun TestActivity.act() = view<Button>(R.id.broken_act)

    private val storage = { AppException.Storage("disk-full", "The phone is full.", "What is on this phone is unchanged.", "Make room.") }

    private val missing = { UnsatisfiedLinkError("Unable to load library 'standing_bindings'") }
    private val other = { RuntimeException("UniFFI contract version mismatch: try cleaning") }

    private fun says(failure: () -> Throwable, happened: String, safe: String, picture: String) {
        val activity = start(failure)
        assertTrue(activity.text(R.id.broken_happened), happened in activity.text(R.id.broken_happened))
        assertEquals(safe, activity.text(R.id.broken_safe))
        assertTrue(activity.text(R.id.broken_todo).isNotEmpty())
        assertEquals("nothing to try again", View.GONE, activity.act().visibility)
        picture(activity.window.decorView, picture)
    }

    @Test
    fun `an app made for another processor says so, and that nothing is gone`() =
        says(missing, "another kind of phone", "What is on this phone is unchanged.", "broken-missing-en")

    @Test
    @Config(qualifiers = "+zh-rCN")
    fun `and in Chinese`() = says(missing, "缺少一部分", "这部手机上保存的内容没有变动。", "broken-missing-zh")

    @Test
    fun `two parts of different versions are named`() =
        says(other, "Two parts of Standing have different versions", "What is on this phone is unchanged.", "broken-other-en")

    @Test
    @Config(qualifiers = "+zh-rCN-night")
    fun `two parts of different versions are named in Chinese`() = says(other, "版本不一致", "这部手机上保存的内容没有变动。", "broken-other-zh-dark")

    @Test
    @Config(qualifiers = "+ar-ldrtl")
    fun `a phone that reads from right to left is told in a language from left to right`() {
        val activity = start(missing)
        assertEquals(View.LAYOUT_DIRECTION_LTR, activity.view<View>(R.id.broken).layoutDirection)
        picture(activity.window.decorView, "broken-missing-ar")
    }

    @Test
    fun `trying again, tapped twice, draws the app as if tapped once`() {
        val activity = start(storage)
        app.opens = {
            attempts++
            app.core
        }
        val before = attempts
        repeat(2) { activity.act().performClick() }
        await("the app is drawn") { activity.shown === app.core }
        assertEquals(before + 1, attempts)
    }

    @Test
    fun `what the core says stands as it said it, and can be tried again`() {
        val activity = start(storage)
        assertEquals("The phone is full.", activity.text(R.id.broken_happened))
        assertEquals("Make room.", activity.text(R.id.broken_todo))
        app.opens = { app.core }
        activity.act().performClick()
        await("the app is drawn") { activity.shown === app.core }
    }

    @Test
    fun `a lost key is thrown away only after a second yes`() {
        val activity = start { UnsatisfiedLinkError() }
        val lost = Broken(activity, Opened.KeyLost, {}, { attempts = -1 })
        lost.show()
        assertTrue(activity.text(R.id.broken_happened).contains("no longer has the key"))
        picture(activity.window.decorView, "broken-key-lost-en")
        activity.act().performClick()
        dialog().getButton(DialogInterface.BUTTON_NEGATIVE).performClick()
        assertTrue(attempts > 0)
        activity.act().performClick()
        dialog().getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(-1, attempts)
    }

    @Test
    fun `after erasing what nobody can open, the app starts over`() {
        val secrets = app.secrets
        val activity = start {
            secrets.store("read", ByteArray(32))
            FakeAndroidKeyStore.keys.clear()
            runCatching { secrets.load("read") }
            AppException.KeyUnavailable("key-unavailable", "", "", "")
        }
        app.opens = { app.core }
        activity.act().performClick()
        dialog().getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        await("the app is drawn") { activity.shown === app.core }
    }

    @Test
    @Config(qualifiers = "+w320dp-h480dp", fontScale = 2.0f)
    fun `twice as large, on a small phone, nothing is cut off`() {
        val activity = start(storage)
        for (id in listOf(R.id.broken_title, R.id.broken_happened, R.id.broken_safe, R.id.broken_todo, R.id.broken_act)) {
            val text = activity.view<TextView>(id)
            assertTrue((0 until text.layout.lineCount).all { text.layout.getEllipsisCount(it) == 0 })
            assertTrue(text.layout.height <= text.height)
        }
        assertTrue(activity.view<View>(R.id.broken).canScrollVertically(1) || whole(activity.act()))
        picture(activity.window.decorView, "broken-large-en")
    }

    @Test
    fun `its button is large enough, and its title a heading`() {
        val activity = start(storage)
        assertTrue(activity.act().height / activity.resources.displayMetrics.density >= 48)
        assertTrue(activity.view<TextView>(R.id.broken_title).isAccessibilityHeading)
    }

    private fun dialog() = ShadowDialog.getLatestDialog() as AlertDialog

    private fun whole(view: View) = Rect().let { view.getLocalVisibleRect(it) && it.height() == view.height }
}
