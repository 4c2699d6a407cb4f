package standing.app

import java.io.File
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.receiveAsFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.plus
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject
import standing.core.AppInterface
import standing.core.Language
import standing.core.Problem
import standing.core.SettingsView
import standing.logic.AppLock
import standing.logic.Arrival
import standing.logic.Environment
import standing.logic.Door
import standing.logic.Load
import standing.logic.LockState
import standing.logic.PHOTO_LIMIT
import standing.logic.PhoneSettings
import standing.logic.Place
import standing.logic.Platform
import standing.logic.ShellPresenter
import standing.logic.Way
import standing.logic.keepable
import standing.logic.records.OfferedPhoto
import standing.logic.records.PhotoStore
import standing.logic.sync.Syncing
import standing.logic.words.Words

/**
 * The app behind its window: the way that the person came, and the screens that are open along it. It lives as long as the
 * process, so that turning the phone loses nothing. Used on the main thread.
 *
 * @param phoneLanguage the language of the phone, for who has not chosen one.
 * @param scope on the main thread, as long as the process.
 * @param worker threads that may wait for the disk.
 * @param folder for the photo of an open form.
 * @param kept what [saved] gave in the process before; null if there was none, or not this app's.
 */
class Root(
    private val core: AppInterface,
    val platform: Platform,
    private val phoneLanguage: () -> Language,
    private val scope: CoroutineScope,
    private val worker: CoroutineDispatcher,
    folder: File,
    kept: String? = null,
    private val features: List<Feature> = FEATURES,
) {
    private val before = kept?.let { text -> runCatching { Json.parseToJsonElement(text).jsonObject }.getOrNull() } ?: JsonObject(emptyMap())
    private val news = MutableStateFlow(0)
    private val ways = MutableStateFlow(before[WAY]?.let { runCatching { Json.decodeFromJsonElement(Way.serializer(), it) }.getOrNull() } ?: Way())
    private val notes = MutableStateFlow<String?>(null)
    private val open = mutableMapOf<Seat, Held>()
    private val waiting = typed(before).toMutableMap()
    private val photoStore = PhotoStore(folder)
    private val asked = Channel<String>(Channel.CONFLATED)

    val shell = ShellPresenter(environment(scope), (before[CHOSEN] as? JsonPrimitive)?.contentOrNull)
    val syncing = Syncing(core, worker, scope, platform::network, ::changed, platform::syncAt, ::unexpected)

    /** Whether the app may show anything. */
    val lock = AppLock(platform.screenLock, scope) { words().lockReason }

    /** The way to what is seen now. */
    val way: StateFlow<Way> = ways.asStateFlow()

    /** Counts up when what is shown may be out of date. */
    val changes: StateFlow<Int> = news.asStateFlow()

    /** Something to be said once, whatever is seen; null if nothing is. */
    val note: StateFlow<String?> = notes.asStateFlow()

    init {
        platform.watch(lock)
        scope.launch {
            platform.arrivals.collect { arrival ->
                // Where it leads depends on whose papers are here: what opened the app is older than that knowledge.
                shell.state.first { it.memberships !is Load.Loading }
                arrive(arrival)
            }
        }
        // Every age on the screen may be wrong.
        scope.launch { platform.refreshes.collect { changed() } }
        scope.launch { shell.state.map { it.settings }.filterNotNull().distinctUntilChanged().collect(::carryOut) }
    }

    private fun carryOut(settings: SettingsView) {
        lock.know(settings.appLock)
        platform.apply(PhoneSettings(settings.allowScreenshots, settings.unmeteredOnly, settings.language))
    }

    /** The labels in the language of the app. */
    fun words(): Words = Words.of(shell.state.value.settings?.language ?: phoneLanguage())

    /** What must outlive the process: the way, what was typed, and which membership is shown. */
    fun saved(): String {
        val texts = waiting + open.mapNotNull { (seat, held) -> held.screen.saved()?.let { seat to it } }
        val typed = texts.map { (seat, text) -> "${seat.root}/${seat.depth}" to JsonPrimitive(text) }
        val parts: Map<String, JsonElement> =
            mapOf(
                WAY to Json.encodeToJsonElement(Way.serializer(), ways.value).keepable(),
                CHOSEN to (shell.saved()?.let { JsonPrimitive(it) } ?: JsonNull),
                TYPED to JsonObject(typed.toMap()),
            )
        return JsonObject(parts).toString()
    }

    /** Goes where one came from; false if that is outside of the app. */
    fun back(): Boolean {
        if (lock.state.value is LockState.Locked) return false
        if (held(ways.value.at.seat()).screen.onBack()) return true
        return leave()
    }

    /** Opens a place. */
    fun go(place: Place) = lead { it.to(place) }

    /** What was to be said was read. */
    fun dismiss() = notes.update { null }

    /** The screen that is seen, and below it the one that it was opened from. */
    internal fun screenAt(depth: Int): OpenScreen = held(Seat(ways.value.at.root, depth, placeAt(depth))).screen

    internal fun placeAt(depth: Int): Place = ways.value.at.run { if (depth == 0) root else places[depth - 1] }

    private fun held(seat: Seat): Held =
        open.getOrPut(seat) {
            val life = scope + Job(scope.coroutineContext[Job])
            val opening = opening(seat, life)
            Held(life, features.firstNotNullOfOrNull { it.open(seat.place, opening) } ?: OpenScreen { })
        }

    private fun opening(seat: Seat, life: CoroutineScope) =
        Opening(
            environment(life),
            platform,
            shell,
            lock,
            shell.state.value.chosen,
            syncing,
            photoStore,
            asked.receiveAsFlow(),
            ::changed,
            waiting.remove(seat),
            // From a list to another detail one goes as if one had gone back in between.
            go = { place -> ifThere(seat) { lead { if (seat == it.at.seat()) it.to(place) else it.beside(place) } } },
            back = { ifThere(seat) { leave() } },
            instead = { place -> ifThere(seat) { walk(ways.value.instead(place)) } },
        )

    /** What is tapped twice, or as the screen was leaving, leads no further. The list beside a detail is there as well as that. */
    private fun ifThere(from: Seat, onward: () -> Unit) {
        val here = ways.value.at
        if (here.root == from.root && (from == here.seat() || from.depth == 0)) onward()
    }

    /** A screen that would end by this and holds what was typed is asked first, and seen while it asks the person. */
    private fun lead(next: (Way) -> Way) {
        val now = ways.value
        val there = next(now)
        val ending = now.at.seats() - there.branches.flatMap { it.seats() }.toSet()
        val asks = ending.lastOrNull { (it in open || it in waiting) && held(it).screen.onLeave { lead(next) } }
        walk(if (asks == null) there else now.downTo(asks.depth))
    }

    private fun leave(): Boolean = ways.value.back()?.let { walk(it) } != null

    /** Screens that are not on the way any more end: what they had begun goes no further. */
    private fun walk(next: Way) {
        ways.value = next
        val seats = next.branches.flatMap { it.seats() }.toSet()
        (open.keys - seats).forEach { open.remove(it)?.life?.cancel() }
    }

    private fun changed() = news.update { it + 1 }

    private fun unexpected() = words().run { Problem("unexpected", unexpectedHappened, unexpectedSafe, unexpectedTodo) }

    private fun environment(life: CoroutineScope) = Environment(core, worker, life, news, ::unexpected)

    private fun arrive(arrival: Arrival) {
        val words = words()
        when (arrival) {
            is Arrival.Link -> go(Place.Join(arrival.text))
            is Arrival.Photo -> shared(OfferedPhoto(arrival.jpeg, chosen = false))
            is Arrival.Chosen -> offer(OfferedPhoto(arrival.jpeg, chosen = true))
            is Arrival.LookUp -> {
                go(Place.Businesses)
                asked.trySend(arrival.text)
            }
            is Arrival.Open -> door(arrival.door)
            Arrival.Foreign -> notes.value = words.arrivalForeign
            Arrival.TooLarge -> notes.value = words.arrivalTooLarge(PHOTO_LIMIT / (1024 * 1024))
            Arrival.Unreadable -> notes.value = words.arrivalUnreadable
        }
    }

    /** The person's own photo of the open form, or the shot that is looked at, gives way to no other app's. */
    private fun shared(photo: OfferedPhoto) {
        val at = ways.value.at
        val isForm = at.top is Place.Form || at.top == Place.TakePhoto
        if (isForm && at.seats().any { held(it).screen.holdsPhoto() }) notes.value = words().arrivalPhotoHere else offer(photo)
    }

    /** A photo from elsewhere belongs to a record, and which one only the person knows: the form that is open, or the next. */
    private fun offer(photo: OfferedPhoto) {
        photoStore.offer(photo)
        when (ways.value.at.top) {
            is Place.Form -> Unit
            Place.TakePhoto -> leave()
            else -> door(Door.NEW_RECORD)
        }
    }

    private fun door(door: Door) {
        val chosen = shell.state.value.chosen
        when (door) {
            Door.HOME -> go(Place.Home)
            Door.BUSINESSES -> go(Place.Businesses)
            Door.RECORDS -> go(Place.Records)
            Door.SCAN -> go(Place.Scan)
            Door.NEW_RECORD -> go(if (chosen == null) Place.Records else Place.NewRecord(chosen))
        }
    }

    private fun typed(before: JsonObject): Map<Seat, String> {
        val texts = (before[TYPED] as? JsonObject).orEmpty()
        val seats = ways.value.branches.flatMap { it.seats() }.associateBy { "${it.root}/${it.depth}" }
        return texts.mapNotNull { (name, text) -> (text as? JsonPrimitive)?.let { typed -> seats[name]?.let { it to typed.content } } }.toMap()
    }

    private class Held(val life: CoroutineScope, val screen: OpenScreen)

    private companion object {
        const val WAY = "way"
        const val CHOSEN = "chosen"
        const val TYPED = "typed"
    }
}

/** The same with nothing in place of each text that may not outlive the process: a link from outside holds anything. */
private fun JsonElement.keepable(): JsonElement =
    when (this) {
        is JsonObject -> JsonObject(mapValues { it.value.keepable() })
        is JsonArray -> JsonArray(map { it.keepable() })
        is JsonPrimitive -> if (isString) JsonPrimitive(content.keepable()) else this
    }
