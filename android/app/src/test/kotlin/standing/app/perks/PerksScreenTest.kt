package standing.app.perks

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.design.Look
import standing.app.inHand
import standing.logic.Load
import standing.logic.Place
import standing.logic.samples.Samples

class PerksScreenTest {
    private val samples = Samples.english
    private val went = mutableListOf<Place>()

    @Test
    fun `each perk says its condition, where one stands, and what was only assumed`() =
        inHand(content = { PerksScreen(Load.Ready(samples.perks), {}, { went += it }, {}) }) {
            find("Free soap")
            assertTrue(sees("From level “Good”: 75 or more"))
            assertTrue(sees("You have 82."))
            assertTrue(sees("Its condition: Made up for this example (not verified)"))
            tap("Read the rulebook")
            assertEquals(listOf<Place>(Place.Rulebook(samples.perks.membership)), went)
        }

    @Test
    fun `hidden amounts say nothing of where one stands`() =
        inHand(look = { Look(hideAmounts = true) }, content = { PerksScreen(Load.Ready(samples.perks), {}, {}, {}) }) {
            find("Free soap")
            assertFalse(sees("82"))
        }

    @Test
    fun `a perk opens its page, which leads to the till`() {
        inHand(content = { PerksScreen(Load.Ready(samples.perks), {}, { went += it }, {}) }) { tap("Free soap") }
        inHand(content = { BenefitScreen(Load.Ready(samples.benefit), {}, { went += it }, {}) }) {
            assertTrue(sees("It ends below 75."))
            tap("Show at the till")
        }
        val village = samples.perks.membership
        assertEquals(listOf(Place.Benefit(village, "soap"), Place.Till(village, "soap")), went)
    }

    @Test
    fun `hidden amounts say nothing of how far it is`() =
        inHand(look = { Look(hideAmounts = true) }, content = { BenefitScreen(Load.Ready(samples.benefit), {}, {}, {}) }) {
            find("Free soap")
            assertFalse(sees("82") || sees("above that"))
        }

    @Test
    fun `a till sees the perk, and nothing of the score`() =
        inHand(content = { TillScreen(Load.Ready(samples.till), {}, {}) }) {
            find("Free soap")
            assertTrue(sees("Signed by"))
            assertFalse(sees("82") || sees("75") || sees("Good"))
        }

    @Test
    fun `a chapter of the rulebook opens by a tap, and closes when another opens`() =
        inHand(content = { RulebookScreen(Load.Ready(samples.rulebook), {}, {}) }) {
            assertFalse(sees("Everybody begins with 70"))
            tap("The scale")
            find("Everybody begins with 70")
            tap("Levels")
            find("60 to 74")
            assertFalse(sees("Everybody begins with 70"))
        }

    @Test
    fun `what the app noticed comes before the rules`() =
        inHand(content = { RulebookScreen(Load.Ready(samples.rulebook), {}, {}) }) {
            val shown = all()
            assertTrue(shown.indexOf("Household stars count in your score") in 0..shown.indexOf("The scale"))
        }
}
