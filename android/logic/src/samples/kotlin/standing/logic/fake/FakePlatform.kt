package standing.logic.fake

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.receiveAsFlow
import standing.core.Language
import standing.logic.Arrival
import standing.logic.CalendarDay
import standing.logic.Camera
import standing.logic.CameraState
import standing.logic.Confirmation
import standing.logic.Luminance
import standing.logic.NetworkKind
import standing.logic.PhoneSettings
import standing.logic.PhotoAnswer
import standing.logic.Platform
import standing.logic.Presence
import standing.logic.SaveAnswer
import standing.logic.ScreenLock
import standing.logic.SettingsPage
import standing.logic.Voice
import standing.logic.VoiceState

/** A phone that does what the test says, and remembers what it was asked. */
class FakePlatform : Platform {
    /** What was asked, in order, such as `share` or `openSettings THIS_APP`. */
    val asked = mutableListOf<String>()

    var photo: PhotoAnswer = PhotoAnswer.None
    var saves: SaveAnswer = SaveAnswer.SAVED
    var kind: NetworkKind = NetworkKind.UNMETERED
    var noticesAllowed = true
    val saved = mutableMapOf<String, ByteArray>()

    /** What was offered to other apps, by name. */
    val given = mutableMapOf<String, ByteArray>()
    var applied: PhoneSettings? = null
    var shared: String? = null
    var copied: String? = null
    var day: CalendarDay? = null
    var hasCalendar = true

    override val camera = FakeCamera()
    override val voice = FakeVoice()
    override val screenLock = FakeScreenLock()
    var presence: Presence? = null
    private val arriving = Channel<Arrival>(Channel.UNLIMITED)
    override val arrivals = arriving.receiveAsFlow()
    override val refreshes = MutableSharedFlow<Unit>(extraBufferCapacity = 8)

    /** Something comes from outside. */
    fun arrive(arrival: Arrival) {
        arriving.trySend(arrival)
    }

    var hasPrinter = true

    /** The page that was printed last. */
    var printed: String? = null

    override fun watch(presence: Presence) {
        this.presence = presence
    }

    override fun network() = kind

    override suspend fun pickPhoto() = elsewhere { photo.also { asked += "pickPhoto" } }

    /** Another app is on the screen meanwhile. */
    private fun <T> elsewhere(there: () -> T): T {
        camera.pause()
        return there().also { camera.resume() }
    }

    override suspend fun saveFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer {
        asked += "saveFile $name $mediaType"
        if (saves == SaveAnswer.SAVED) saved[name] = bytes
        return saves
    }

    override suspend fun saveWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer {
        asked += "saveWritten $name $mediaType"
        return if (saves == SaveAnswer.NONE || write("/private/$name")) saves else SaveAnswer.NONE
    }

    override suspend fun shareFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer {
        asked += "shareFile $name $mediaType"
        given[name] = bytes
        return SaveAnswer.NONE
    }

    override suspend fun shareWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer {
        asked += "shareWritten $name $mediaType"
        write("/private/$name")
        return SaveAnswer.NONE
    }

    override fun addToCalendar(event: CalendarDay): Boolean {
        asked += "addToCalendar"
        day = event
        return hasCalendar
    }

    override fun print(name: String, html: String): Boolean {
        asked += "print $name"
        printed = html
        return hasPrinter
    }

    override fun share(text: String): Boolean {
        asked += "share"
        shared = text
        return true
    }

    override fun copy(text: String, secret: Boolean) {
        asked += if (secret) "copy secret" else "copy"
        copied = text
    }

    override fun openSettings(page: SettingsPage) = elsewhere { asked.add("openSettings $page") }

    override suspend fun askForNotices() = noticesAllowed.also { asked += "askForNotices" }

    override fun apply(settings: PhoneSettings) {
        asked += "apply"
        applied = settings
    }

    override fun syncSoon() {
        asked += "syncSoon"
    }

    override fun syncAt(time: Long) {
        asked += "syncAt $time"
    }

    override fun forget() {
        asked += "forget"
    }
}

/** A lock that answers as the test says. */
class FakeScreenLock : ScreenLock {
    var isThere = true
    var now = 0L
    val titles = mutableListOf<String>()
    var answer: suspend () -> Confirmation = { Confirmation.CONFIRMED }

    override fun isSet() = isThere

    override suspend fun confirm(title: String): Confirmation {
        titles += title
        return answer()
    }

    override fun elapsed() = now
}

/** A camera that shows what the test holds before it, and comes and goes as the phone's does. */
class FakeCamera : Camera {
    override val state = MutableStateFlow<CameraState>(CameraState.Idle)
    var allowed = true
    var photo: PhotoAnswer = PhotoAnswer.None

    /** How it answers; at once with [photo], unless a test lets it take its time. */
    var answer: suspend () -> PhotoAnswer = { photo }

    /** How often a photo was wanted. */
    var taken = 0
    private var watcher: ((Luminance) -> Unit)? = null

    override suspend fun ask(): Boolean {
        if (allowed) reopen() else state.value = CameraState.NotAllowed
        return allowed
    }

    override fun watch(frames: (Luminance) -> Unit): AutoCloseable {
        watcher = frames
        reopen()
        return AutoCloseable {
            watcher = null
            pause()
        }
    }

    /** The app leaves the screen. */
    fun pause() {
        state.value = CameraState.Idle
    }

    /** The app is back. */
    fun resume() = reopen()

    /** Another app takes it. */
    fun lose() {
        state.value = CameraState.Unavailable
    }

    private fun reopen() {
        if (watcher == null) return
        state.value = if (allowed) CameraState.Watching(hasLight = true, lightOn = false) else CameraState.NotAllowed
    }

    /** Holds a picture before the camera; false if nobody watches. */
    fun show(frame: Luminance): Boolean = watcher?.takeIf { state.value is CameraState.Watching }?.invoke(frame) != null

    override suspend fun takePhoto(): PhotoAnswer {
        taken += 1
        return answer()
    }

    override fun light(on: Boolean) {
        val now = state.value
        if (now is CameraState.Watching) state.value = now.copy(lightOn = on)
    }
}

/** A voice that keeps what it was given. */
class FakeVoice : Voice {
    override val state = MutableStateFlow(VoiceState.SILENT)
    var text: String? = null
    var language: Language? = null

    override fun read(text: String, language: Language) {
        this.text = text
        this.language = language
        state.value = VoiceState.READING
    }

    override fun stop() {
        state.value = VoiceState.SILENT
    }
}
