package standing.app.whole

import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Control
import standing.app.Hand
import standing.logic.Branch
import standing.logic.Place

/** Every control of the app, tapped twice before the screen can follow. */
class TwiceTest {
    @get:Rule val folder = TemporaryFolder()
    private val faults = mutableListOf<String>()
    private val done = mutableSetOf<String>()
    private val lists = mutableSetOf<Place>()

    @Test
    fun `nothing happens twice when any control is tapped twice`() = crawl(folder.root) { hand ->
        PLACES.filterNot { it is Place.Form && it.edits != null }.forEach { from(it, hand) }
        assertEquals("", faults.joinToString("\n"))
        assertEquals("every deed was within reach of a tap", DEEDS, done)
        assertEquals("the days of a month, and the licences", setOf("Comply", "Form", "HandIn", "Licences", "ListingForm", "ListingHandIn", "PaperAnswer"), lists.map { it.javaClass.simpleName }.toSet())
    }

    /** Every control of a place, those that come up by tapping as well, but not those of the places that it leads to. */
    private fun Crawl.from(place: Place, hand: Hand) {
        val known = mutableSetOf<String>()
        val ahead = ArrayDeque(listOf(emptyList<String>()))
        while (ahead.isNotEmpty()) {
            val path = ahead.removeFirst()
            // Some lead on by themselves once they are done, such as a form that was sent.
            val (page, before) = walk(place, path) { (if (root.way.value.at.top == place) page(place, hand) else emptyList()) to outcome() }
            for (name in page.filter { known.add(if (page.size <= QUESTION) "$it of $page" else it) }) {
                val after = walkTo(place, path + name) { tap -> repeat(2) { tap() } }
                // Some lead further by one tap, such as the end of joining.
                if (!after.isOneStepFrom(before) && after != walkTo(place, path + name) { it() }) faults += "$place ${path + name}: $after"
                done += after.deeds
                if (after.way.at.top == place) ahead += path + name
            }
        }
    }

    /**
     * What is tapped of a page: each control, but of equal rows only the first and the last. Rows are equal that follow each
     * other with one role and as many texts each, more than [LIST] of them; only such a list, and the text that a row of it leads to, may go on out of sight.
     */
    private fun page(place: Place, hand: Hand): List<String> {
        val controls = hand.controls()
        val runs = controls.fold(listOf<List<Control>>()) { runs, it ->
            if (runs.lastOrNull()?.last()?.kind == it.kind) runs.dropLast(1).plusElement(runs.last() + it) else runs.plusElement(listOf(it))
        }
        if (runs.any { it.size > LIST }) lists += place
        if (hand.goesOn() && place !in lists) faults += "$place goes on below ${controls.lastOrNull()?.name}"
        return runs.flatMap { if (it.size > LIST) listOf(it.first(), it.last()) else it }.map { it.name }
    }

    /** Each deed that is new came once, and so did each question; one place was opened or left, if any. */
    private fun Outcome.isOneStepFrom(before: Outcome): Boolean {
        fun single(now: List<String>, then: List<String>) = now.toMutableList().apply { then.forEach(::remove) }.let { it == it.distinct() }
        val steps = way.at.places.size - before.way.at.places.size
        val along = if (way.at.root == before.way.at.root) steps in -1..1 else way.at == before.way.branches.firstOrNull { it.root == way.at.root } ?: Branch(way.at.root)
        return single(deeds, before.deeds) && single(asked, before.asked) && along
    }

    private companion object {
        /** More rows that are alike than any page has for different things. */
        const val LIST = 20

        /** So few controls ask a question, and may be called like the one that opened it. */
        const val QUESTION = 4
    }
}
