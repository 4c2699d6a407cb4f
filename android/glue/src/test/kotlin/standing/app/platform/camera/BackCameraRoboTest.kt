package standing.app.platform.camera

import android.Manifest
import android.content.Intent
import android.graphics.RectF
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraManager
import android.os.Looper
import android.util.Size
import android.view.Surface
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
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
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowCameraCharacteristics
import standing.app.platform.MIDDLE
import standing.app.platform.Question
import standing.app.platform.RECENT
import standing.app.platform.TestActivity
import standing.app.platform.TestApplication
import standing.app.platform.YOUNG
import standing.app.platform.await
import standing.app.platform.system
import standing.logic.CameraState
import standing.logic.Luminance
import standing.logic.PhotoAnswer

/** How the app deals with a camera; pictures themselves only a phone has. */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(application = TestApplication::class, sdk = [MIDDLE, YOUNG, RECENT])
class BackCameraRoboTest {
    private val app get() = RuntimeEnvironment.getApplication() as TestApplication
    private val camera get() = app.phone.camera
    private val frames: (Luminance) -> Unit = {}

    private fun fit(facing: Int = CameraCharacteristics.LENS_FACING_BACK) {
        val has = ShadowCameraCharacteristics.newCameraCharacteristics()
        shadowOf(has).set(CameraCharacteristics.LENS_FACING, facing)
        shadowOf(has).set(CameraCharacteristics.FLASH_INFO_AVAILABLE, true)
        shadowOf(has).set(CameraCharacteristics.SENSOR_ORIENTATION, 90)
        shadowOf(app.system<CameraManager>()).addCamera("0", has)
    }

    private fun allow() = shadowOf(app).grantPermissions(Manifest.permission.CAMERA)

    private fun state(wanted: CameraState) {
        await("$wanted, not ${camera.state.value}") { camera.state.value == wanted }
    }

    private val watching = CameraState.Watching(hasLight = true, lightOn = false)

    @Test
    fun `a camera that was not allowed is reported, and not asked for by itself`() {
        fit()
        camera.watch(frames)
        state(CameraState.NotAllowed)
        assertNull(shadowOf(app).nextStartedActivity)
    }

    @Test
    fun `a refusal leaves the app as it was, and a yes begins at once`() {
        fit()
        val activity = Robolectric.buildActivity(TestActivity::class.java).create().start().resume().get()
        camera.watch(frames)
        val refused = CoroutineScope(Dispatchers.Main.immediate).async { camera.ask() }
        activity.onRequestPermissionsResult(Question.CAMERA.ordinal, arrayOf(Manifest.permission.CAMERA), intArrayOf(-1))
        await("an answer") { refused.isCompleted }
        assertFalse(runBlocking { refused.await() })
        state(CameraState.NotAllowed)
        allow()
        assertTrue(runBlocking { camera.ask() })
        state(watching)
    }

    @Test
    fun `whoever watches without the permission sees it as soon as the settings gave it`() {
        fit()
        camera.watch(frames)
        state(CameraState.NotAllowed)
        camera.pause()
        camera.resume()
        state(CameraState.NotAllowed)
        camera.pause()
        allow()
        camera.resume()
        state(watching)
    }

    @Test
    fun `a phone with a front camera only has none for this`() {
        fit(CameraCharacteristics.LENS_FACING_FRONT)
        allow()
        camera.watch(frames)
        state(CameraState.Missing)
    }

    @Test
    fun `it shows while a screen watches, and is freed when that closes`() {
        fit()
        allow()
        val watch = camera.watch(frames)
        state(watching)
        watch.close()
        state(CameraState.Idle)
        camera.resume()
        state(CameraState.Idle)
    }

    @Test
    fun `a screen that closes late does not take the camera from the next`() {
        fit()
        allow()
        val first = camera.watch(frames)
        state(watching)
        camera.watch { _: Luminance -> }
        first.close()
        state(watching)
    }

    @Test
    fun `off the screen it is free for others, and back on it shows again`() {
        fit()
        allow()
        camera.watch(frames)
        state(watching)
        camera.pause()
        state(CameraState.Idle)
        camera.resume()
        state(watching)
    }

    @Test
    fun `pictures go on while their view comes and goes`() {
        fit()
        allow()
        camera.watch(frames)
        state(watching)
        val told = mutableListOf<CameraState>()
        val listening = CoroutineScope(Dispatchers.Unconfined).launch { camera.state.toList(told) }
        val surface = Surface(SurfaceTexture(0))
        camera.showOn(surface)
        camera.showOn(null)
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(listOf<CameraState>(watching), told)
        listening.cancel()
    }

    @Test
    fun `a camera that another app takes is reported, and can be had again`() {
        fit()
        allow()
        val first = camera.watch(frames)
        state(watching)
        shadowOf(app.system<CameraManager>()).triggerDisconnect()
        state(CameraState.Unavailable)
        first.close()
        camera.watch(frames)
        state(watching)
    }

    @Test
    fun `the light is lit only where there is one and it is on`() {
        fit()
        allow()
        camera.light(true)
        assertEquals(CameraState.Idle, camera.state.value)
        camera.watch(frames)
        state(watching)
        camera.light(true)
        assertEquals(watching.copy(lightOn = true), camera.state.value)
    }

    @Test
    fun `the next screen wants a photo before the camera is there, and gets none`() {
        fit()
        allow()
        assertEquals(PhotoAnswer.None, runBlocking { camera.takePhoto() })
        shadowOf(Looper.getMainLooper()).idle()
        assertNull(app.packageManager.resolveActivity(Intent("android.media.action.IMAGE_CAPTURE"), 0))
    }

    @Test
    fun `among the sizes the largest that is not too large is read`() {
        val sizes = arrayOf(Size(640, 480), Size(1280, 720), Size(1920, 1080), Size(1280, 960))
        assertEquals(Size(1280, 960), Optics.closest(sizes, 1280, Size(1, 1)))
        assertEquals(Size(1, 1), Optics.closest(arrayOf(Size(4000, 3000)), 1280, Size(1, 1)))
        assertEquals(Size(1, 1), Optics.closest(null, 1280, Size(1, 1)))
    }

    @Test
    fun `a picture is turned as the phone is held`() =
        assertEquals(listOf(90, 0, 270, 180), listOf(0, 90, 180, 270).map { Optics.turn(90, it) })

    @Test
    fun `the view is filled without stretching, upright and sideways`() {
        for ((screen, wide, high) in listOf(Triple(0, 1080f, 1920f), Triple(0, 1000f, 1000f), Triple(90, 1920f, 900f))) {
            val shown = RectF(0f, 0f, wide, high)
            CameraView.matrix(Size(1280, 720), wide, high, screen).mapRect(shown)
            val ratio = if (screen == 0) shown.height() / shown.width() else shown.width() / shown.height()
            assertEquals(1280f / 720, ratio, 0.01f)
            assertTrue("$shown", shown.left <= 0.5f && shown.top <= 0.5f && shown.right >= wide - 0.5f && shown.bottom >= high - 0.5f)
        }
    }
}
