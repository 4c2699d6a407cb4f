package standing.app.whole

import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.logic.Place

/** Every control of the app, tapped twice before the screen can follow. */
class TwiceTest {
    @get:Rule val folder = TemporaryFolder()
    private val faults = mutableListOf<String>()
    private val done = mutableSetOf<String>()

    @Test
    fun `nothing happens twice when any control is tapped twice`() = crawl(folder.root) { hand ->
        PLACES.filterNot { it is Place.Form && it.edits != null }.forEach { from(it, hand) }
        assertEquals("", faults.joinToString("\n"))
        assertEquals("every deed was within reach of a tap", DEEDS, done)
    }

    /** Of many rows that are alike, the first and the last. */
    private fun some(names: List<String>) = if (names.size > MANY) names.take(4) + names.takeLast(3) else names

    /** Every control of a place, those that come up by tapping as well, but not those of the places that it leads to. */
    private fun Crawl.from(place: Place, hand: Hand) {
        val known = TABS.toMutableSet()
        val ahead = ArrayDeque(listOf(emptyList<String>()))
        while (ahead.isNotEmpty()) {
            val path = ahead.removeFirst()
            val here = walk(place, path) { hand.controls().map { it.name } to outcome() }
            for (name in some(here.first.filter { known.add(if (here.first.size <= QUESTION) "$it of ${here.first}" else it) })) {
                val after = walkTo(place, path + name) { tap -> repeat(2) { tap() } }
                // Some lead further by one tap, such as the end of joining.
                if (!after.isOneStepFrom(here.second) && after != walkTo(place, path + name) { it() }) faults += "$place ${path + name}: $after"
                done += after.deeds
                if (after.way.at.top == place) ahead += path + name
            }
        }
    }

    /** Each deed that is new came once, and so did each question; one place was opened or left, if any. */
    private fun Outcome.isOneStepFrom(before: Outcome): Boolean {
        fun single(now: List<String>, then: List<String>) = now.drop(then.size).let { it == it.distinct() }
        val steps = way.at.places.size - before.way.at.places.size
        return single(deeds, before.deeds) && single(asked, before.asked) && (way.at.root != before.way.at.root || steps in -1..1)
    }

    private companion object {
        const val MANY = 20

        /** So few controls ask a question, and may be called like the one that opened it. */
        const val QUESTION = 4

        /** The four places, whose ways are tried by themselves. */
        val TABS = listOf("Home", "Businesses", "Records", "More")
    }
}
