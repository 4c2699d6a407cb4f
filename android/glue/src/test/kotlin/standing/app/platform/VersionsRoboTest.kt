package standing.app.platform

import android.app.Activity
import android.content.Intent
import android.content.res.Resources
import android.graphics.Bitmap
import android.graphics.Color
import android.graphics.Insets
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.os.LocaleList
import android.provider.MediaStore
import android.view.View
import android.view.WindowInsets
import android.view.WindowInsetsController.APPEARANCE_LIGHT_NAVIGATION_BARS
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import standing.app.R
import standing.app.platform.incoming.Arrivals
import standing.app.platform.incoming.Photos
import standing.app.platform.screen.Bars
import standing.core.Language
import standing.logic.Arrival

/** What is done in another way on an older phone, on each version that asks for it. */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(application = TestApplication::class, sdk = [OLD, MIDDLE, YOUNG, RECENT])
class VersionsRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val activity by lazy { Robolectric.buildActivity(TestActivity::class.java).create().start().resume().get() }
    private val photo = Uri.parse("content://gallery.example/7")
    private val locales = LocaleList.getDefault()

    @After
    fun speakAsBefore() = LocaleList.setDefault(locales)

    private fun arrival(intent: Intent): Arrival = runBlocking {
        val arrivals = Arrivals(Photos(app, Dispatchers.Unconfined))
        arrivals.take(intent)
        arrivals.flow.first()
    }

    private fun sent(content: Intent.() -> Unit) = arrival(Intent(Intent.ACTION_SEND).setType("image/png").apply(content))

    @Test
    fun `back leads back in the app, and out of it at its first screen`() {
        var steps = 0
        activity.screen.back.leads { steps++ }
        press(activity)
        assertEquals(1, steps)
        activity.screen.back.leads(null)
        press(activity)
        assertEquals(1, steps)
        assertTrue(activity.isFinishing)
    }

    private fun press(activity: Activity) {
        @Suppress("DEPRECATION")
        activity.onBackPressed()
        await("it is done") { true }
    }

    @Test
    fun `dark marks stand on a light app, and light ones on a dark app`() {
        for (dark in listOf(false, true)) {
            activity.screen.bars.stand(dark)
            assertEquals(!dark, activity.window.decorView.isForLight())
        }
    }

    private fun View.isForLight(): Boolean = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        checkNotNull(windowInsetsController).systemBarsAppearance and APPEARANCE_LIGHT_NAVIGATION_BARS != 0
    } else {
        @Suppress("DEPRECATION")
        systemUiVisibility and View.SYSTEM_UI_FLAG_LIGHT_NAVIGATION_BAR != 0
    }

    @Test
    fun `a view keeps clear of the bars`() {
        val view = View(activity).apply { setPadding(1, 2, 3, 4) }
        Bars.keepClear(view)
        view.dispatchApplyWindowInsets(bars())
        assertEquals(listOf(1, 26, 3, 52), listOf(view.paddingLeft, view.paddingTop, view.paddingRight, view.paddingBottom))
    }

    private fun bars(): WindowInsets = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        WindowInsets.Builder().setInsets(WindowInsets.Type.systemBars(), Insets.of(0, 24, 0, 48)).build()
    } else {
        WindowInsets::class.java.getConstructor(android.graphics.Rect::class.java).newInstance(android.graphics.Rect(0, 24, 0, 48))
    }

    @Test
    fun `photos are asked for by the phone's own picker where there is one`() {
        val actions = Files.photo().map { it.action }
        val files = listOf(Intent.ACTION_OPEN_DOCUMENT)
        assertEquals(if (Build.VERSION.SDK_INT >= YOUNG) listOf(MediaStore.ACTION_PICK_IMAGES) + files else files, actions)
    }

    @Test
    fun `a picture of another kind becomes a JPEG`() {
        val png = ByteArrayOutputStream().also { Bitmap.createBitmap(40, 30, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.RED) }.compress(Bitmap.CompressFormat.PNG, 100, it) }
        shadowOf(app.contentResolver).registerInputStreamSupplier(photo) { ByteArrayInputStream(png.toByteArray()) }
        val arrived = sent { putExtra(Intent.EXTRA_STREAM, photo) }
        assertTrue("$arrived", Photos.isJpeg((arrived as Arrival.Photo).jpeg))
    }

    @Test
    fun `an address that is none, of whatever class, is foreign and no end of the app`() {
        assertEquals(Arrival.Foreign, sent { putExtra(Intent.EXTRA_STREAM, Bundle()) })
        assertEquals(Arrival.Foreign, sent { putExtra(Intent.EXTRA_STREAM, Intent()) })
        assertEquals(Arrival.Foreign, sent { putExtra(Intent.EXTRA_STREAM, "a text") })
        assertEquals(Arrival.Foreign, sent { putExtra(Intent.EXTRA_STREAM, photo.buildUpon().authority("0@${app.packageName}.files").build()) })
    }

    @Test
    fun `of the phone's languages the first that the app speaks is taken, and outside the app, too`() {
        for ((phone, wanted) in listOf("fr,zh-Hans-CN,en" to Language.CHINESE, "fr,en,zh" to Language.ENGLISH, "zh-Hant-TW" to Language.CHINESE, "fr" to Language.ENGLISH)) {
            speak(phone)
            assertEquals(phone, wanted, Languages.ofPhone(app))
            val name = Languages.speaking(app).getString(R.string.app_name)
            assertEquals(phone, if (wanted == Language.CHINESE) "明账" else "Standing", name)
        }
    }

    private fun speak(tags: String) {
        val spoken = LocaleList.forLanguageTags(tags)
        LocaleList.setDefault(spoken)
        // What the framework's stand-in gives as the phone's own from Android 13 on.
        Resources.getSystem().configuration.setLocales(spoken)
    }
}
