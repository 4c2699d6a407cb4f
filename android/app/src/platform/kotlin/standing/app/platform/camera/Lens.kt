package standing.app.platform.camera

import android.graphics.ImageFormat
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CaptureRequest
import android.hardware.camera2.params.OutputConfiguration
import android.hardware.camera2.params.SessionConfiguration
import android.media.Image
import android.media.ImageReader
import android.os.Build
import android.os.Handler
import android.os.HandlerThread
import android.view.Surface
import java.util.concurrent.Executor
import standing.logic.Luminance

/**
 * One opening of the camera: it shows on [preview], reads brightness, and takes photos, until it is closed. All callbacks
 * come on a thread of its own.
 *
 * @param turn how far a picture is to be turned now, in degrees.
 * @param onChange called with true when pictures begin to come, and with false when the camera has gone.
 */
internal class Lens(
    private val optics: Optics,
    private val preview: Surface?,
    private val turn: () -> Int,
    private val frames: (Luminance) -> Unit,
    private val onChange: (comes: Boolean) -> Unit,
) : AutoCloseable {
    private val thread = HandlerThread("camera").apply { start() }
    private val handler = Handler(thread.looper)
    private val executor = Executor { handler.post(it) }
    private val reader = ImageReader.newInstance(optics.reading.width, optics.reading.height, ImageFormat.YUV_420_888, 2)
    private val stills = ImageReader.newInstance(optics.photo.width, optics.photo.height, ImageFormat.JPEG, 1)
    private var device: CameraDevice? = null
    private var session: CameraCaptureSession? = null
    private var row = ByteArray(0)

    @Volatile
    private var isClosed = false

    /** Asked for, and not answered yet: an answer that found no thread would leave the camera open. */
    @Volatile
    private var isOpening = false

    @Volatile
    var light = false
        set(value) {
            field = value
            handler.post(::show)
        }

    init {
        reader.setOnImageAvailableListener({ it.acquireLatestImage()?.use(::read) }, handler)
    }

    /** [ask] asks for this camera, as `CameraManager.openCamera` does; what it throws comes through. */
    fun open(ask: (id: String, CameraDevice.StateCallback, Handler) -> Unit) {
        isOpening = true
        try {
            ask(optics.id, Opened(), handler)
        } catch (refused: Exception) {
            isOpening = false
            throw refused
        }
    }

    /** Takes one photo; [taken] gets its bytes, or null. */
    fun photo(taken: (ByteArray?) -> Unit) {
        handler.post {
            val (camera, session) = (device ?: return@post taken(null)) to (session ?: return@post taken(null))
            stills.setOnImageAvailableListener({ source -> source.acquireNextImage()?.use { taken(it.bytes()) } }, handler)
            guarded { session.capture(still(camera), null, handler) } ?: taken(null)
        }
    }

    private fun still(camera: CameraDevice): CaptureRequest = camera.createCaptureRequest(CameraDevice.TEMPLATE_STILL_CAPTURE).run {
        addTarget(stills.surface)
        set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE)
        set(CaptureRequest.JPEG_ORIENTATION, turn())
        set(CaptureRequest.JPEG_QUALITY, JPEG_QUALITY)
        if (light) set(CaptureRequest.FLASH_MODE, CaptureRequest.FLASH_MODE_TORCH)
        build()
    }

    override fun close() {
        isClosed = true
        handler.post {
            val camera = device
            // Otherwise its answer, or the end of it, comes later, on this thread.
            if (camera != null) camera.close() else if (!isOpening) release()
        }
    }

    private fun release() {
        reader.close()
        stills.close()
        thread.quitSafely()
    }

    private fun read(image: Image) {
        val brightness = image.planes[0]
        val size = brightness.buffer.remaining()
        if (row.size != size) row = ByteArray(size)
        brightness.buffer.get(row)
        if (!isClosed) frames(Luminance(row, image.width, image.height, brightness.rowStride, turn()))
    }

    private fun begin(camera: CameraDevice) {
        val targets = listOfNotNull(preview, reader.surface, stills.surface)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
            val outputs = targets.map(::OutputConfiguration)
            camera.createCaptureSession(SessionConfiguration(SessionConfiguration.SESSION_REGULAR, outputs, executor, Configured()))
        } else {
            @Suppress("DEPRECATION")
            camera.createCaptureSession(targets, Configured(), handler)
        }
    }

    private fun show() {
        val (camera, session) = (device ?: return) to (session ?: return)
        guarded { session.setRepeatingRequest(moving(camera), null, handler) }
    }

    private fun moving(camera: CameraDevice): CaptureRequest = camera.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW).run {
        listOfNotNull(preview, reader.surface).forEach(::addTarget)
        set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE)
        set(CaptureRequest.FLASH_MODE, if (light) CaptureRequest.FLASH_MODE_TORCH else CaptureRequest.FLASH_MODE_OFF)
        build()
    }

    /** The camera, or the view that it draws on, may go between any two calls; what then fails has ended already. */
    private fun guarded(act: () -> Unit): Unit? =
        try {
            act()
        } catch (_: android.hardware.camera2.CameraAccessException) {
            null
        } catch (_: IllegalStateException) {
            null
        } catch (_: IllegalArgumentException) {
            null
        }

    private fun Image.bytes(): ByteArray = planes[0].buffer.let { buffer -> ByteArray(buffer.remaining()).also(buffer::get) }

    private inner class Opened : CameraDevice.StateCallback() {
        override fun onOpened(camera: CameraDevice) {
            isOpening = false
            device = camera
            if (isClosed) return camera.close()
            guarded { begin(camera) } ?: onError(camera, ERROR_CAMERA_DEVICE)
        }

        override fun onDisconnected(camera: CameraDevice) = gone(camera)

        override fun onError(camera: CameraDevice, error: Int) = gone(camera)

        override fun onClosed(camera: CameraDevice) {
            if (isClosed) release()
        }

        private fun gone(camera: CameraDevice) {
            isOpening = false
            camera.close()
            device = null
            session = null
            if (!isClosed) onChange(false)
        }
    }

    private inner class Configured : CameraCaptureSession.StateCallback() {
        override fun onConfigured(configured: CameraCaptureSession) {
            session = configured
            show()
            if (!isClosed) onChange(true)
        }

        override fun onConfigureFailed(configured: CameraCaptureSession) = onChange(false)
    }

    private companion object {
        const val JPEG_QUALITY: Byte = 92
    }
}
