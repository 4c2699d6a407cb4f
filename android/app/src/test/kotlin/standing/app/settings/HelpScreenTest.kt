package standing.app.settings

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.design.Look
import standing.app.inHand
import standing.app.isDark
import standing.app.statement.HomeScreen
import standing.core.Appearance
import standing.core.Language
import standing.logic.Load
import standing.logic.Place
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.statement.HomeState

class HelpScreenTest {
    private val went = mutableListOf<Place>()
    private val samples = Samples.english

    @Test
    fun `before anything is connected, the first page leads to the sample and to the words`() =
        inHand(content = { HomeScreen(HomeState(first = true), {}) { went += it } }) {
            tap("Look at a sample")
            tap("Help and words")
            assertEquals(listOf(Place.Sample, Place.Help), went)
        }

    @Test
    fun `each word is read with its meaning, in both languages`() {
        for (language in Language.entries) {
            val help = Samples.of(language).help
            assertTrue(help.words.size > 20)
            inHand(language, content = { HelpScreen(Load.Ready(help), {}, { went += it }, {}) }) {
                val last = help.words.last()
                find(last.label)
                assertTrue(last.label, sees(last.value))
            }
        }
    }

    @Test
    fun `the sample says what it is before anything else, and leads to connecting only`() =
        inHand(content = { SampleScreen(Load.Ready(samples.sample), {}, { went += it }, {}) }) {
            assertTrue(sees("Sample"))
            assertTrue(sees(samples.sample.note))
            find("Waste left on the road")
            assertFalse("a line opens nothing", canTap("Waste left on the road"))
            tap("Connect with an authority")
            assertEquals(listOf<Place>(Place.Join()), went)
        }

    @Test
    fun `hidden amounts are hidden in the sample, too`() =
        inHand(Language.ENGLISH, { Look(hideAmounts = true) }, { SampleScreen(Load.Ready(samples.sample), {}, {}, {}) }) {
            assertFalse(all(), samples.sample.heading in all())
            assertFalse(all(), samples.sample.sum in all())
        }

    @Test
    fun `the person's choice of light and dark goes before the phone's`() {
        for (phone in listOf(false, true)) {
            assertEquals(phone, SETTINGS.copy(appearance = null).isDark(phone))
            assertEquals(phone, null.isDark(phone))
            assertTrue(SETTINGS.copy(appearance = Appearance.DARK).isDark(phone))
            assertFalse(SETTINGS.copy(appearance = Appearance.LIGHT).isDark(phone))
        }
    }
}
