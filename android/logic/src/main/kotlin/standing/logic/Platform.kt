package standing.logic

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.StateFlow
import standing.core.Deadline
import standing.core.Language

/**
 * What the phone itself does for a screen. Use it on the main thread.
 *
 * Whatever waits for a person suspends; that the person went back without an answer is an answer. Nothing throws.
 */
interface Platform {
    val camera: Camera

    val voice: Voice

    val screenLock: ScreenLock

    /** What other apps, the widget and a notification hand over. Each arrives once, also one that came before anybody listened. */
    val arrivals: Flow<Arrival>

    /** The app came to the front, or the clock, the time zone or the language changed: what is shown may be out of date. */
    val refreshes: Flow<Unit>

    /** Tells [presence] from now on, and nobody else. */
    fun watch(presence: Presence)

    /** The network as it is now. It may be gone a moment later. */
    fun network(): NetworkKind

    /** Lets the person choose one photo. The app gets to see no other. */
    suspend fun pickPhoto(): PhotoAnswer

    /** Asks where to, then writes the file and makes sure that it is written. */
    suspend fun saveFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer

    /**
     * Asks where to, and only then lets [write] write a file of any size at a private path; that is copied to the place, piece
     * by piece, and removed, however it ended. If [write] could not, nothing is left at the place.
     */
    suspend fun saveWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer

    /** Offers a file to the apps that take one: [SaveAnswer.NONE] once they are offered it, since what they do is theirs. */
    suspend fun shareFile(name: String, mediaType: String, bytes: ByteArray): SaveAnswer

    /** The same for a file of any size that [write] writes at a private path; nothing is offered if it could not. */
    suspend fun shareWritten(name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer

    /** Opens the phone's calendar with a new day filled in, for the person to keep or not; false if there is no calendar. */
    fun addToCalendar(event: CalendarDay): Boolean

    /**
     * Hands a page that loads nothing to the phone's own print service, which also makes a PDF of it; false if the phone
     * has none.
     */
    fun print(name: String, html: String): Boolean

    /** Offers a text to the apps that take one; false if there is none. */
    fun share(text: String): Boolean

    /** Puts a text on the clipboard. A [secret] one is not shown by the system and not passed on to other devices. */
    fun copy(text: String, secret: Boolean = false)

    /** Opens a page of the phone's settings; false if the phone has no such page. */
    fun openSettings(page: SettingsPage): Boolean

    /** Asks whether news may be announced, where that must be asked and was not refused before. */
    suspend fun askForNotices(): Boolean

    /** Carries out settings that the phone must know of: screenshots, language, when to sync in the background. */
    fun apply(settings: PhoneSettings)

    /** Something waits to be sent: sync in the background as soon as the conditions hold. */
    fun syncSoon()

    /** What waits is tried again at this time, in seconds since 1970: sync in the background then. */
    fun syncAt(time: Long)

    /** Forgets what the phone keeps for the app outside the core: background work, notifications. Follows `erase`. */
    fun forget()
}

/** The network as the phone knows it; the core knows nothing of it. */
enum class NetworkKind { NONE, METERED, UNMETERED }

/** What a photo was answered with. */
sealed interface PhotoAnswer {
    /** A JPEG, as it was taken: the core takes place, time and camera out before it keeps it. */
    class Photo(val jpeg: ByteArray) : PhotoAnswer

    /** The person went back. */
    data object None : PhotoAnswer

    /** More than [PHOTO_LIMIT] bytes. */
    data object TooLarge : PhotoAnswer

    /** Not a picture, or one that this phone cannot read. */
    data object Unreadable : PhotoAnswer
}

/** "Bytes of a photo as the camera made it, at most": the core's limit, too. */
const val PHOTO_LIMIT: Int = 40 * 1024 * 1024

/** Where a file goes. */
enum class Outlet {
    /** To a place that the person chooses. */
    PLACE,

    /** To another app that the person chooses. */
    APP,
}

/** Lets the person choose where in the [outlet] a file goes. */
suspend fun Platform.give(outlet: Outlet, name: String, mediaType: String, bytes: ByteArray): SaveAnswer =
    when (outlet) {
        Outlet.PLACE -> saveFile(name, mediaType, bytes)
        Outlet.APP -> shareFile(name, mediaType, bytes)
    }

/** The same for a file that [write] writes at a private path. */
suspend fun Platform.giveWritten(outlet: Outlet, name: String, mediaType: String, write: suspend (path: String) -> Boolean): SaveAnswer =
    when (outlet) {
        Outlet.PLACE -> saveWritten(name, mediaType, write)
        Outlet.APP -> shareWritten(name, mediaType, write)
    }

/** How saving a file went. */
enum class SaveAnswer { SAVED, NONE, NO_SPACE, FAILED }

/** A whole day to remember: [day] as `2026-12-04`. Its title is read by whoever sees the calendar, so it names no score. */
data class CalendarDay(val title: String, val day: String)

/** Offers a day by which something is to happen to the phone's calendar; false if there is none. */
fun Platform.remember(deadline: Deadline): Boolean = addToCalendar(CalendarDay(deadline.event, deadline.date))

/** Pages of the phone's settings. */
enum class SettingsPage { THIS_APP, NOTICES, LANGUAGE, DATE_AND_TIME }

/** What the phone must know of the settings. A language of null is the phone's own. */
data class PhoneSettings(val allowScreenshots: Boolean, val unmeteredOnly: Boolean, val language: Language?)

/** What comes from outside the app. All of it is unchecked: the core reads it, and the person decides. */
sealed interface Arrival {
    /** A text that begins with `standing:`, of at most [LINK_LIMIT] characters. */
    data class Link(val text: String) : Arrival

    /** A photo that another app shared. */
    class Photo(val jpeg: ByteArray) : Arrival

    /** A photo that the person chose for the open form: the choosing outlived the process. */
    class Chosen(val jpeg: ByteArray) : Arrival

    /** Another app's link, text or file: said, not obeyed. */
    data object Foreign : Arrival

    /** More than [PHOTO_LIMIT] bytes, or more than [LINK_LIMIT] characters. */
    data object TooLarge : Arrival

    /** A photo that could not be read. */
    data object Unreadable : Arrival

    /** A text that another app's reader chose, to be looked up: of at most [LOOK_UP_LIMIT] characters. */
    data class LookUp(val text: String) : Arrival

    /** The widget or a notification was tapped. */
    data class Open(val door: Door) : Arrival
}

/** The core reads no longer link. */
const val LINK_LIMIT: Int = 2000

/** Nobody's name is longer than this. */
const val LOOK_UP_LIMIT: Int = 200

/** Where the widget, the notifications and the shortcuts lead. */
enum class Door { HOME, BUSINESSES, NEW_RECORD, RECORDS, SCAN }

/** The camera on the phone's back. Pictures are never kept by the phone, only handed over. */
interface Camera {
    val state: StateFlow<CameraState>

    /** Asks for the permission, where it is not given; whether it is given now. */
    suspend fun ask(): Boolean

    /**
     * Begins to show and to read: [frames] gets one picture after the other, on a thread of the camera, the next when it
     * has returned. Close the answer to end. Without the permission it begins as soon as that is given.
     */
    fun watch(frames: (Luminance) -> Unit): AutoCloseable

    /** One photo at full size of what [watch] shows. */
    suspend fun takePhoto(): PhotoAnswer

    /** The light, where [CameraState.Watching.hasLight]. */
    fun light(on: Boolean)
}

/** What the camera can do. */
sealed interface CameraState {
    /** Not begun. */
    data object Idle : CameraState

    /** The person has not allowed it. Typing still works. */
    data object NotAllowed : CameraState

    /** This phone has none. */
    data object Missing : CameraState

    /** Another app uses it, or it failed. */
    data object Unavailable : CameraState

    /** Pictures come. */
    data class Watching(val hasLight: Boolean, val lightOn: Boolean) : CameraState
}

/**
 * The brightness of one picture: [height] rows of [width] bytes, each beginning [stride] bytes after the one before.
 * Turned clockwise by [turn] degrees it stands as the person sees it. Valid only until the receiver returns.
 */
class Luminance(val bytes: ByteArray, val width: Int, val height: Int, val stride: Int = width, val turn: Int = 0)

/** Reads aloud. */
interface Voice {
    val state: StateFlow<VoiceState>

    /** Reads from the start, in place of what is being read. */
    fun read(text: String, language: Language)

    fun stop()
}

/** What the voice does. */
enum class VoiceState {
    SILENT,
    READING,

    /** The phone has no voice for this language. */
    MISSING,
}
