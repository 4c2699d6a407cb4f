package standing.app.platform.camera

import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraDevice
import android.os.Handler
import android.util.Size
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import standing.app.platform.OLD
import standing.app.platform.RECENT
import standing.app.platform.YOUNG
import standing.app.platform.await

/** A camera that answers when a test says so: a phone takes a third of a second, and may take it away at any moment. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [OLD, RECENT, YOUNG])
class LensRoboTest {
    private val told = mutableListOf<Boolean>()
    private val lens = Lens(Optics("0", hasLight = true, sensorTurn = 90, Size(1280, 720), Size(1920, 1080)), null, { 0 }, {}, { told += it })
    private lateinit var answer: CameraDevice.StateCallback
    private lateinit var handler: Handler
    private val camera = FakeCamera()

    private fun open() = lens.open { _, callback, thread ->
        answer = callback
        handler = thread
    }

    /** On the camera's thread, after all that waits there; whether there still is one. */
    private fun later(act: () -> Unit): Boolean {
        val done = CountDownLatch(1)
        val there = handler.post {
            act()
            done.countDown()
        }
        return there && done.await(5, TimeUnit.SECONDS)
    }

    private fun threadEnds() = await("the camera's thread ends") { !handler.looper.thread.isAlive }

    @Test
    fun `closed before it has opened, the camera is closed as soon as it opens`() {
        open()
        lens.close()
        assertTrue(later {})
        assertTrue(later { answer.onOpened(camera) })
        assertTrue(camera.isClosed)
        assertTrue(later { answer.onClosed(camera) })
        threadEnds()
        assertEquals(emptyList<Boolean>(), told)
    }

    @Test
    fun `closed before it was refused, nothing is left`() {
        open()
        lens.close()
        assertTrue(later { answer.onError(camera, CameraDevice.StateCallback.ERROR_CAMERA_IN_USE) })
        assertTrue(later { answer.onClosed(camera) })
        threadEnds()
        assertEquals(emptyList<Boolean>(), told)
    }

    @Test
    fun `closed while it is open, it keeps its thread until the camera has ended`() {
        open()
        assertTrue(later { answer.onOpened(camera) })
        lens.close()
        assertTrue(later {})
        assertTrue(camera.isClosed)
        assertTrue(later { answer.onClosed(camera) })
        threadEnds()
    }

    @Test
    fun `a camera that cannot even be asked for leaves no thread`() {
        runCatching { lens.open { _, _, thread -> handler = thread; throw SecurityException() } }
        lens.close()
        threadEnds()
    }

    @Test
    fun `taken away between two calls, the camera gives no photo, and ends nothing`() {
        open()
        assertTrue(later { answer.onOpened(camera) })
        val session = Shadow.newInstanceOf("android.hardware.camera2.impl.CameraCaptureSessionImpl") as CameraCaptureSession
        assertTrue(later { checkNotNull(camera.asked).onConfigured(session) })
        val photos = mutableListOf<ByteArray?>()
        lens.photo { photos += it }
        lens.light = true
        assertTrue(later {})
        assertEquals(listOf<ByteArray?>(null), photos)
        assertTrue(later { answer.onDisconnected(camera) })
        assertEquals(listOf(true, false), told)
        assertFalse(photos.size > 1)
    }
}
