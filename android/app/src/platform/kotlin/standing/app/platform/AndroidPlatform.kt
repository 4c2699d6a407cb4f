package standing.app.platform

import android.content.Intent
import android.net.Uri
import java.io.File
import java.io.IOException
import java.time.ZoneId
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import standing.app.platform.camera.BackCamera
import standing.app.platform.incoming.Arrivals
import standing.app.platform.incoming.Photos
import standing.app.platform.sync.SyncSchedule
import standing.core.Language
import standing.logic.Arrival
import standing.logic.CalendarDay
import standing.logic.NetworkKind
import standing.logic.PhoneSettings
import standing.logic.PhotoAnswer
import standing.logic.Platform
import standing.logic.Presence
import standing.logic.SaveAnswer
import standing.logic.ScreenLock
import standing.logic.SettingsPage
import standing.logic.Voice

/** This phone. It lives as long as the process, and works with the activity that is on the screen. */
class AndroidPlatform(private val application: StandingApplication, private val scope: CoroutineScope = MainScope()) : Platform {
    private val files = Files(application)
    private val photos = Photos(application)
    private val incoming = Arrivals(photos)
    private var screen: MainScreen? = null

    val asking = Asking { question, address -> scope.launch { orphaned(question, address) } }

    override val screenLock: ScreenLock = PhoneLock(application, asking)
    private var presence: Presence? = null

    override val camera = BackCamera(application, asking)

    internal val speech = Speech(application)
    override val voice: Voice get() = speech

    override val arrivals get() = incoming.flow

    override val refreshes = MutableSharedFlow<Unit>(extraBufferCapacity = 1, onBufferOverflow = BufferOverflow.DROP_OLDEST)

    /** Whether the app is on the screen. */
    var isVisible = false
        private set

    /** What the person chose; until it is known, the careful choice. */
    internal var areScreenshotsAllowed = false
        private set

    /** The phone's own language, of those that the app speaks. */
    fun language(): Language = Languages.ofPhone(application)

    override fun watch(presence: Presence) {
        this.presence = presence
    }

    override fun network(): NetworkKind = networkKind(application)

    override suspend fun pickPhoto(): PhotoAnswer =
        asking.forAddress(Question.PHOTO, *Files.photo())?.let { photos.read(it) } ?: PhotoAnswer.None

    override suspend fun saveFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer =
        asking.forAddress(Question.FILE, Files.new(name, mediaType))?.let { files.write(it, bytes) } ?: SaveAnswer.NONE

    override suspend fun saveWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer =
        asking.forAddress(Question.FILE, Files.new(name, mediaType))?.let { files.copy(it, write) } ?: SaveAnswer.NONE

    override suspend fun shareFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer =
        try {
            share(name, mediaType) { file -> withContext(Dispatchers.IO) { file.writeBytes(bytes) }.let { true } }
        } catch (error: IOException) {
            if (Files.isNoSpace(error)) SaveAnswer.NO_SPACE else SaveAnswer.FAILED
        }

    override suspend fun shareWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer =
        share(name, mediaType) { write(it.path) }

    /** Nobody says what becomes of it then. */
    private suspend fun share(name: String, mediaType: String, write: suspend (File) -> Boolean): SaveAnswer {
        val file = files.share(name, write) ?: return SaveAnswer.NONE
        return if (asking.start(Files.send(application, file, mediaType))) SaveAnswer.NONE else SaveAnswer.FAILED
    }

    override fun addToCalendar(event: CalendarDay) =
        calendarIntent(event, ZoneId.systemDefault())?.let(asking::start) ?: false

    override fun print(name: String, html: String): Boolean = asking.activity?.let { Printing.print(it, name, html) } ?: false

    override fun share(text: String): Boolean {
        val sent = Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, text)
        return asking.start(Intent.createChooser(sent, null))
    }

    override fun copy(text: String, secret: Boolean) = copyText(application, text, secret)

    override fun openSettings(page: SettingsPage) = asking.start(settingsIntent(application, page))

    override suspend fun askForNotices(): Boolean {
        if (!Notices.mayAsk(application)) return Notices.isAllowed(application)
        val allowed = asking.forPermission(Question.NOTICES, Notices.PERMISSION)
        Notices.wasAsked(application)
        return allowed
    }

    override fun apply(settings: PhoneSettings) {
        areScreenshotsAllowed = settings.allowScreenshots
        screen?.cover()
        SyncSchedule.keep(application, settings.unmeteredOnly)
        Languages.choose(application, settings.language)
        Widget.redraw(application)
        Shortcuts.keep(application)
    }

    override fun syncSoon() = SyncSchedule.soon(application)

    override fun syncAt(time: Long) = SyncSchedule.at(application, time)

    /** Whether everything was erased, and nothing was begun since. */
    internal var isForgotten = false
        private set

    override fun forget() {
        isForgotten = true
        SyncSchedule.forget(application)
        Notices.clear(application)
        Languages.choose(application, null)
        Notes.forget(application)
        Files.forget(application)
        areScreenshotsAllowed = false
        screen?.cover()
    }

    /** An activity is created or recreated. */
    internal fun attach(made: MainScreen) {
        screen = made
        asking.activity = made.activity
        asking.launchers = made.launchers
    }

    internal fun detach(gone: MainScreen) {
        if (screen !== gone) return
        screen = null
        asking.activity = null
        asking.launchers = null
    }

    /** The core is open: there is something to remember again. */
    internal fun begun() {
        isForgotten = false
    }

    internal fun shown() {
        isVisible = true
        presence?.returned()
        camera.resume()
        Notices.clear(application)
        refresh()
    }

    internal fun hidden() {
        isVisible = false
        presence?.left()
        camera.pause()
        speech.stop()
    }

    internal fun refresh() {
        refreshes.tryEmit(Unit)
    }

    internal fun take(intent: Intent) {
        scope.launch { incoming.take(intent) }
    }

    /** The process ended while another screen was open, and only its answer brought the app back. */
    private suspend fun orphaned(question: Question, address: Uri) {
        when (question) {
            // What was to be written is gone with the process: better no file than an empty one.
            Question.FILE -> files.removeEmpty(address)
            Question.PHOTO -> when (val answer = photos.read(address)) {
                is PhotoAnswer.Photo -> incoming.put(Arrival.Chosen(answer.jpeg))
                PhotoAnswer.TooLarge -> incoming.put(Arrival.TooLarge)
                PhotoAnswer.None, PhotoAnswer.Unreadable -> incoming.put(Arrival.Unreadable)
            }
            Question.CAMERA, Question.NOTICES, Question.OWNER -> Unit
        }
    }
}
