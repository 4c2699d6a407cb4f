package standing.app.whole

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.geometry.Size
import java.io.File
import standing.app.Control
import standing.app.Hand
import standing.app.StandingApp
import standing.app.inHand
import standing.logic.PhotoAnswer
import standing.logic.Place
import standing.logic.Way

/** What the core and the phone were asked to do, and where that led: what a person would notice if it came twice. */
data class Outcome(val deeds: List<String>, val asked: List<String>, val way: Way)

/** Calls that change something, here or elsewhere. */
val DEEDS: Set<String> =
    setOf(
        "join", "confirm", "leaveMembership", "addRegister", "updateRegister", "removeRegister", "eraseRecent", "watch", "unwatch", "eraseWatched",
        "saveAnswer", "exportAnswer", "eraseAnswer", "queueRecord", "retryRecord", "confirmRecord", "withdrawRecord", "removePhotos",
        "exportRecord", "exportAll", "exportCase", "relyOnRegister", "putAside", "reopen", "exportAlarm", "markLetters", "contest",
        "comply", "requestRight", "keepListingLetter", "noteListingHandIn", "eraseListingCase", "noteHandIn", "noteAnswer", "caseFile", "keepPerson", "setSettings", "sync", "erase",
    )

/** What the phone is asked for and nobody notices twice. */
private val UNHEARD = setOf("copy", "addToCalendar", "openSettings", "print")

/** Goes through the app, one control after the other, each time from the beginning. */
class Crawl(private val folder: File, private val hand: Hand, private val show: (Whole) -> Unit) {
    /** Opens a place and taps the controls of these names one after the other; everything is typed before. */
    fun <T> walk(place: Place, names: List<String>, look: Whole.() -> T): T =
        whole(place) { whole ->
            for (name in names) {
                hand.onMain(control(place, name).tap)
                rest(whole)
            }
            whole.look()
        }

    /** The same, but that the last is tapped as [tap] says; what the screen becomes is not looked at. */
    fun walkTo(place: Place, names: List<String>, tap: Whole.(() -> Unit) -> Unit): Outcome =
        walk(place, names.dropLast(1)) {
            val last = control(place, names.last())
            hand.onMain { tap(last.tap) }
            hand.onMain { settle() }
            outcome()
        }

    private fun control(place: Place, name: String): Control {
        val here = hand.controls()
        return here.firstOrNull { it.name == name } ?: throw AssertionError("$place has no “$name”, but ${here.map { it.name }}")
    }

    private fun <T> whole(place: Place, test: (Whole) -> T): T =
        Whole(folder).use { whole ->
            whole.phone.photo = PhotoAnswer.Photo(ByteArray(10))
            whole.phone.camera.photo = PhotoAnswer.Photo(ByteArray(10))
            hand.onMain { show(whole) }
            // Something to fall through to: two steps back are told from one, and Home from its beginning.
            whole.open(Place.Freshness)
            whole.open(place)
            rest(whole)
            test(whole)
        }

    /** What a screen asks for when it is drawn has come, and something stands in each of its fields. */
    fun rest(whole: Whole) =
        repeat(2) {
            hand.onMain { whole.settle() }
            hand.settle()
            if ("" in hand.typed()) hand.typeEverywhere(WORD)
        }

    companion object {
        /** As good a link, code and name as any here; and the word that erases everything. */
        const val WORD = "erase"

        /** High enough for all of a page to be there. */
        const val HIGH = 6000f
    }
}

/**
 * The outcome so far. That the same text was copied twice is noticed by nobody; pages of the phone that give no answer are
 * opened once for two taps by the glue, whatever page of the app asks for them.
 */
fun Whole.outcome() =
    Outcome(
        core.calls.filter { it in DEEDS },
        List(phone.camera.taken) { "takePhoto" } + phone.asked.filter { it.substringBefore(' ') !in UNHEARD },
        root.way.value,
    )

/** A crawl through the app in a hand that sees whole pages. */
fun crawl(folder: File, test: Crawl.(Hand) -> Unit) {
    var shown by mutableStateOf<Whole?>(null)
    val app: @Composable () -> Unit = { shown?.let { key(it) { StandingApp(it.root, dark = false) } } }
    // What is drawn is not looked at: coarse is quick.
    inHand(Size(412f, Crawl.HIGH), content = app, density = .25f, test = { Crawl(folder, this) { shown = it }.test(this) })
}
