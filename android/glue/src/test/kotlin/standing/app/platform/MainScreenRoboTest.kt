package standing.app.platform

import android.app.Activity
import android.app.LocaleManager
import android.app.job.JobScheduler
import android.content.ComponentCallbacks2
import android.content.Intent
import android.content.res.Configuration
import android.net.Uri
import android.os.Bundle
import android.os.LocaleList
import android.os.Looper
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowTextToSpeech
import standing.core.AppException
import standing.core.Language
import standing.core.SettingsView
import standing.logic.Arrival
import standing.logic.CameraState
import standing.logic.Luminance
import standing.logic.PhoneSettings
import standing.logic.VoiceState

@RunWith(RobolectricTestRunner::class)
@Config(application = TestApplication::class)
class MainScreenRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication

    private fun start(intent: Intent = Intent(Intent.ACTION_MAIN), state: Bundle? = null): ActivityController<TestActivity> {
        val controller = Robolectric.buildActivity(TestActivity::class.java, intent)
        if (state == null) controller.create() else controller.create(state)
        controller.start().resume()
        await("the app is drawn") { controller.get().shown != null }
        return controller
    }

    private fun Activity.isSecure() = window.attributes.flags and FLAG_SECURE != 0

    private fun allow(screenshots: Boolean) = app.phone.apply(PhoneSettings(screenshots, false, null))

    private val arrived = mutableListOf<Arrival>()

    private fun listen() {
        CoroutineScope(Dispatchers.Main.immediate).launch { app.phone.arrivals.toList(arrived) }
        shadowOf(Looper.getMainLooper()).idle()
    }

    @Test
    fun `the screen is covered before anything is on it, and opened only by the person`() {
        val covered = Robolectric.buildActivity(TestActivity::class.java).create().get()
        assertTrue(covered.isSecure())
        val activity = start().get()
        assertTrue(activity.isSecure())
        allow(screenshots = true)
        assertFalse(activity.isSecure())
        allow(screenshots = false)
        assertTrue(activity.isSecure())
    }

    @Test
    fun `the choice of screenshots outlives turning the phone`() {
        val controller = start()
        allow(screenshots = true)
        controller.recreate()
        assertFalse(controller.get().isSecure())
    }

    @Test
    fun `what was typed comes back after the process has ended`() {
        val first = start()
        first.get().kept = """{"places":["home"]}"""
        val state = Bundle()
        first.pause().stop().saveInstanceState(state).destroy()
        assertEquals("""{"places":["home"]}""", start(state = state).get().saved)
    }

    @Test
    fun `what was kept survives a second end before the app was drawn`() {
        val first = start()
        first.get().kept = "kept"
        val state = Bundle()
        first.pause().stop().saveInstanceState(state).destroy()
        app.opens = { throw AppException.Storage("full", "", "", "") }
        val again = Bundle()
        Robolectric.buildActivity(TestActivity::class.java).create(state).saveInstanceState(again)
        assertEquals("kept", again.getString("standing.saved"))
    }

    @Test
    fun `more than the system carries is not given to it`() {
        val controller = start()
        controller.get().kept = "x".repeat(200_001)
        val state = Bundle()
        controller.saveInstanceState(state)
        assertNull(state.getString("standing.saved"))
    }

    @Test
    fun `an intent arrives once, also when the phone is turned or the app comes from the list of recent ones`() {
        listen()
        val intent = Intent(Intent.ACTION_VIEW, Uri.parse("standing:join?v=1"))
        val controller = start(intent)
        controller.recreate()
        start(Intent(intent).addFlags(Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY))
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(listOf<Arrival>(Arrival.Link("standing:join?v=1")), arrived)
    }

    @Test
    fun `a link that comes while the app is open arrives, too`() {
        val controller = start()
        listen()
        controller.newIntent(Intent(Intent.ACTION_VIEW, Uri.parse("standing:register?v=1")))
        await("it arrives") { arrived.isNotEmpty() }
        assertEquals(listOf<Arrival>(Arrival.Link("standing:register?v=1")), arrived)
    }

    @Test
    fun `a changed clock, day or time zone makes the app look again, while it is on the screen`() {
        var looked = 0
        CoroutineScope(Dispatchers.Main.immediate).launch { app.phone.refreshes.collect { looked++ } }
        val controller = start()
        shadowOf(Looper.getMainLooper()).idle()
        val before = looked
        for ((at, action) in ClockReceiver.AWAITED.withIndex()) {
            app.sendBroadcast(Intent(action))
            shadowOf(Looper.getMainLooper()).idle()
            assertEquals(before + at + 1, looked)
        }
        controller.pause().stop()
        app.sendBroadcast(Intent(Intent.ACTION_TIME_CHANGED))
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(before + 3, looked)
    }

    @Test
    fun `leaving the screen frees the camera and ends the voice, turning the phone does not`() {
        val controller = start()
        app.phone.voice.read("a text", Language.ENGLISH)
        val watching = app.phone.camera.watch { _: Luminance -> }
        controller.configurationChange(Configuration(app.resources.configuration).apply { orientation = Configuration.ORIENTATION_LANDSCAPE })
        assertTrue(app.phone.isVisible)
        assertEquals(VoiceState.READING, app.phone.voice.state.value)
        controller.pause().stop()
        assertFalse(app.phone.isVisible)
        assertEquals(VoiceState.SILENT, app.phone.voice.state.value)
        assertEquals(CameraState.Idle, app.phone.camera.state.value)
        watching.close()
    }

    @Test
    fun `a language chosen in the phone's settings while the app is open is spoken when it comes back`() {
        val kept = mutableListOf<Language?>()
        app.core.settings = { SettingsView(null, false, null, 100u, false, false, false, false, null) }
        app.core.setSettings = { kept += it.language }
        val controller = start()
        var looked = 0
        CoroutineScope(Dispatchers.Main.immediate).launch { app.phone.refreshes.collect { looked++ } }
        shadowOf(Looper.getMainLooper()).idle()
        app.system<LocaleManager>().applicationLocales = LocaleList.forLanguageTags("zh-Hans-CN")
        val before = looked
        controller.recreate()
        await("it is taken over") { kept.isNotEmpty() && looked > before + 1 }
        assertEquals(listOf<Language?>(Language.CHINESE), kept)
    }

    @Test
    fun `an activity that is gone is asked for nothing more`() {
        val controller = start()
        controller.pause().stop().destroy()
        assertNull(app.phone.asking.activity)
    }

    @Test
    fun `back leads back in the app, and out of it at its first screen`() {
        val controller = start()
        val activity = controller.get()
        var steps = 0
        activity.screen.back.leads { steps++ }
        pressBack(activity)
        assertEquals(1, steps)
        activity.screen.back.leads(null)
        pressBack(activity)
        assertEquals(1, steps)
        assertTrue(activity.isFinishing)
    }

    @Test
    fun `little memory lets the voice go, and nothing that a person sees`() {
        val controller = start()
        app.phone.voice.read("a text", Language.ENGLISH)
        app.onTrimMemory(ComponentCallbacks2.TRIM_MEMORY_BACKGROUND)
        assertEquals(VoiceState.READING, app.phone.voice.state.value)
        controller.pause().stop()
        app.onTrimMemory(ComponentCallbacks2.TRIM_MEMORY_UI_HIDDEN)
        assertTrue(shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance()).isShutdown)
    }

    @Test
    fun `once everything was erased, leaving the app ends the process`() {
        val controller = start()
        app.phone.apply(PhoneSettings(allowScreenshots = true, unmeteredOnly = false, language = Language.CHINESE))
        app.phone.forget()
        assertFalse(app.ended)
        assertTrue(controller.get().isSecure())
        assertEquals(emptyMap<String, Any?>(), Notes.of(app).all)
        assertEquals(emptyList<Any>(), app.system<JobScheduler>().allPendingJobs)
        controller.pause().stop()
        assertTrue(app.ended && controller.get().isFinishing)
    }

    @Test
    fun `an app that was not erased stays`() {
        start().pause().stop()
        assertFalse(app.ended)
    }

    private fun pressBack(activity: Activity) {
        @Suppress("DEPRECATION")
        activity.onBackPressed()
        shadowOf(Looper.getMainLooper()).idle()
    }
}
