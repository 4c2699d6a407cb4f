package standing.app.desktop

import java.awt.Toolkit
import java.awt.datatransfer.StringSelection
import java.io.File
import java.io.IOException
import javax.imageio.ImageIO
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.receiveAsFlow
import standing.core.Language
import standing.logic.Arrival
import standing.logic.CalendarDay
import standing.logic.Camera
import standing.logic.CameraState
import standing.logic.Luminance
import standing.logic.NetworkKind
import standing.logic.PHOTO_LIMIT
import standing.logic.PhoneSettings
import standing.logic.PhotoAnswer
import standing.logic.Confirmation
import standing.logic.Platform
import standing.logic.Presence
import standing.logic.ScreenLock
import standing.logic.SaveAnswer
import standing.logic.SettingsPage
import standing.logic.Voice
import standing.logic.VoiceState

/**
 * A plain machine in the place of a phone.
 *
 * @param folder what is saved goes here.
 * @param picture what the camera sees: a file; null for a machine without a camera.
 * @param photo what is chosen when a photo is asked for: a file; null if the person goes back.
 */
class DesktopPlatform(private val folder: File, picture: File?, private val photo: File?) : Platform {
    override val camera: Camera = PictureCamera(picture)
    override val voice: Voice = NoVoice
    override val screenLock: ScreenLock = NoScreenLock
    private val arriving = Channel<Arrival>(Channel.UNLIMITED)
    override val arrivals = arriving.receiveAsFlow()
    override val refreshes = MutableSharedFlow<Unit>(extraBufferCapacity = 1)

    /** Set by the window: something waits to be sent. */
    var onSyncSoon: () -> Unit = {}

    override fun network() = NetworkKind.UNMETERED

    override suspend fun pickPhoto() = answer(photo)

    override suspend fun saveFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer =
        try {
            File(folder, name).apply { parentFile.mkdirs() }.writeBytes(bytes)
            SaveAnswer.SAVED
        } catch (_: IOException) {
            SaveAnswer.FAILED
        }

    override suspend fun saveWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer {
        val file = File(folder, name)
        file.parentFile.mkdirs()
        return if (write(file.path)) SaveAnswer.SAVED else SaveAnswer.NONE
    }

    /** A window has no other apps to offer it to. */
    override suspend fun shareFile(name: String, mediaType: String, bytes: ByteArray) = saveFile(name, mediaType, bytes)

    override suspend fun shareWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean) = saveWritten(name, mediaType, write)

    override fun addToCalendar(event: CalendarDay) = false

    override fun print(name: String, html: String) =
        try {
            File(folder, name).apply { parentFile.mkdirs() }.writeText(html)
            true
        } catch (_: IOException) {
            false
        }

    override fun share(text: String) = true.also { copy(text) }

    override fun copy(text: String, secret: Boolean) = Toolkit.getDefaultToolkit().systemClipboard.setContents(StringSelection(text), null)

    override fun openSettings(page: SettingsPage) = false

    override suspend fun askForNotices() = true

    override fun watch(presence: Presence) = Unit

    override fun apply(settings: PhoneSettings) = Unit

    override fun syncSoon() = onSyncSoon()

    override fun syncAt(time: Long) = Unit

    override fun forget() = Unit
}

/** A camera that is held before a picture. */
private class PictureCamera(private val picture: File?) : Camera {
    override val state = MutableStateFlow(if (picture == null) CameraState.Missing else CameraState.Idle)

    override suspend fun ask() = picture != null

    override fun watch(frames: (Luminance) -> Unit): AutoCloseable {
        val seen = picture?.let { grey(it) } ?: return AutoCloseable {}
        state.value = CameraState.Watching(hasLight = false, lightOn = false)
        val thread =
            Thread({
                try {
                    while (true) {
                        frames(seen)
                        Thread.sleep(FRAME_MILLIS)
                    }
                } catch (_: InterruptedException) {
                    // Nobody watches any more.
                }
            }, "camera")
        thread.isDaemon = true
        thread.start()
        return AutoCloseable {
            thread.interrupt()
            state.value = CameraState.Idle
        }
    }

    override suspend fun takePhoto() = answer(picture)

    override fun light(on: Boolean) = Unit

    private companion object {
        const val FRAME_MILLIS = 100L
    }
}

/** The brightness of a picture file. */
fun grey(file: File): Luminance {
    val image = ImageIO.read(file)
    val bytes = ByteArray(image.width * image.height)
    for (at in bytes.indices) {
        val pixel = image.getRGB(at % image.width, at / image.width)
        bytes[at] = (((pixel shr 16 and 0xFF) * 299 + (pixel shr 8 and 0xFF) * 587 + (pixel and 0xFF) * 114) / 1000).toByte()
    }
    return Luminance(bytes, image.width, image.height)
}

private fun answer(file: File?): PhotoAnswer =
    when {
        file == null -> PhotoAnswer.None
        file.length() > PHOTO_LIMIT -> PhotoAnswer.TooLarge
        else -> PhotoAnswer.Photo(file.readBytes())
    }

private object NoVoice : Voice {
    override val state = MutableStateFlow(VoiceState.MISSING)

    override fun read(text: String, language: Language) = Unit

    override fun stop() = Unit
}

/** A window of a plain machine has nobody to ask. */
private object NoScreenLock : ScreenLock {
    override fun isSet() = false

    override suspend fun confirm(title: String) = Confirmation.NO_SCREEN_LOCK

    override fun elapsed() = System.nanoTime() / 1_000_000
}
