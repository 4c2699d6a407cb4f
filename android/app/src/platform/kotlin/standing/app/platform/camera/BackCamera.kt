package standing.app.platform.camera

import android.Manifest
import android.annotation.SuppressLint
import android.content.Context
import android.content.pm.PackageManager
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraManager
import android.view.Surface
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.withTimeoutOrNull
import standing.app.platform.Asking
import standing.app.platform.Question
import standing.app.platform.system
import standing.logic.Camera
import standing.logic.CameraState
import standing.logic.Luminance
import standing.logic.PHOTO_LIMIT
import standing.logic.PhotoAnswer

/**
 * The camera on the back, open only while a screen shows it and the app is on the screen. Pictures go from the camera into
 * this process and nowhere else: no gallery, no file, no other app.
 */
class BackCamera(private val context: Context, private val asking: Asking) : Camera {
    override val state = MutableStateFlow<CameraState>(CameraState.Idle)

    private var watcher: ((Luminance) -> Unit)? = null
    private var preview: Surface? = null
    private var lens: Lens? = null
    private var isPaused = false
    private val manager get() = context.system<CameraManager>()

    override suspend fun ask(): Boolean {
        val allowed = asking.forPermission(Question.CAMERA, Manifest.permission.CAMERA)
        if (allowed) reopen() else state.value = CameraState.NotAllowed
        return allowed
    }

    override fun watch(frames: (Luminance) -> Unit): AutoCloseable {
        watcher = frames
        reopen()
        return AutoCloseable {
            if (watcher === frames) {
                watcher = null
                close()
            }
        }
    }

    override suspend fun takePhoto(): PhotoAnswer {
        val lens = lens ?: return PhotoAnswer.None
        val taken = CompletableDeferred<ByteArray?>()
        lens.photo(taken::complete)
        val jpeg = withTimeoutOrNull(PHOTO_TAKES) { taken.await() }
        return when {
            jpeg == null -> PhotoAnswer.None
            jpeg.size > PHOTO_LIMIT -> PhotoAnswer.TooLarge
            else -> PhotoAnswer.Photo(jpeg)
        }
    }

    override fun light(on: Boolean) {
        val now = state.value as? CameraState.Watching ?: return
        if (!now.hasLight) return
        lens?.light = on
        state.value = now.copy(lightOn = on)
    }

    /**
     * Where the person sees what the camera sees; null once that view is gone. The view is there only while pictures come,
     * so for this change alone they are not said to have ended.
     */
    fun showOn(surface: Surface?) {
        if (surface === preview) return
        preview = surface
        if (lens != null) reopen()
    }

    /** The size in which the camera draws, so that its view can be shaped alike; null without a camera. */
    fun drawing(): android.util.Size? = if (isAllowed()) optics()?.reading else null

    /** The app leaves the screen: another may have the camera. */
    fun pause() {
        isPaused = true
        close()
    }

    /** The app is back; perhaps the permission was given or taken meanwhile. */
    fun resume() {
        isPaused = false
        if (watcher != null) reopen()
    }

    @SuppressLint("MissingPermission")
    private fun reopen() {
        val frames = watcher ?: return
        lens?.close()
        lens = null
        if (isPaused) return
        if (!isAllowed()) return set(CameraState.NotAllowed)
        val optics = optics() ?: return set(CameraState.Missing)
        val turn = { Optics.turn(optics.sensorTurn, Optics.screenTurn(context)) }
        val opened = Lens(optics, preview, turn, frames) { comes ->
            set(if (comes) CameraState.Watching(optics.hasLight, lightOn = false) else CameraState.Unavailable)
        }
        lens = opened
        try {
            opened.open(manager::openCamera)
        } catch (_: CameraAccessException) {
            lost()
        } catch (_: SecurityException) {
            // Forbidden for every app, by whoever looks after this phone.
            lost()
        } catch (_: IllegalArgumentException) {
            // Unplugged since it was found.
            lost()
        }
    }

    private fun lost() {
        close()
        set(CameraState.Unavailable)
    }

    private fun close() {
        lens?.close()
        lens = null
        set(CameraState.Idle)
    }

    private fun set(next: CameraState) {
        state.value = next
    }

    private fun isAllowed() = context.checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED

    private fun optics(): Optics? =
        try {
            Optics.find(manager)
        } catch (_: CameraAccessException) {
            null
        }

    private companion object {
        const val PHOTO_TAKES = 10_000L
    }
}
