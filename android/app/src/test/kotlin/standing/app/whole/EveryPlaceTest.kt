package standing.app.whole

import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.serialization.descriptors.elementDescriptors
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.StandingApp
import standing.app.inHand
import standing.logic.Place

/** What holds of every place of the app. None is asked on the main thread: [Whole] sees to it. */
class EveryPlaceTest {
    @get:Rule val folder = TemporaryFolder()
    private var shown by mutableStateOf<Whole?>(null)

    private fun whole(kept: String? = null) = Whole(folder.root, kept)

    private fun held(test: Hand.() -> Unit) = inHand(content = { shown?.let { key(it) { StandingApp(it.root, dark = false) } } }, test = test)

    private fun Hand.show(whole: Whole, place: Place? = null) {
        onMain { shown = whole }
        if (place == null) whole.settle() else whole.open(place)
        rest(whole)
    }

    /** What drawing asks for, such as a camera or the focus, has come as well. */
    private fun Hand.rest(whole: Whole) =
        repeat(3) {
            onMain { whole.settle() }
            settle()
        }

    @Test
    fun `each place of the app is looked at`() {
        val all = Place.serializer().descriptor.elementDescriptors.last().elementDescriptors.map { it.serialName }.toSet()
        assertEquals(all - Place.Root.serializer().descriptor.serialName, PLACES.map { it.javaClass.name.replace('$', '.') }.toSet())
    }

    @Test
    fun `after the process has ended each place stands as it stood, with what was typed`() = held {
        for (place in PLACES) {
            val before = whole().also { show(it, place) }
            if (place != Place.Erase) typeEverywhere("Tea 茶 42")
            rest(before)
            val (seen, kept) = all() to before.root.saved()
            val after = whole(kept).also { show(it) }
            assertEquals("$place", seen, all())
            assertEquals(before.root.way.value, after.root.way.value)
            before.close()
            after.close()
        }
    }

    @Test
    fun `a resident number outlives the process in no place, however it is spelled`() = held {
        for (place in PLACES) {
            val before = whole().also { show(it, place) }
            for (number in NUMBERS) {
                typeEverywhere(number)
                rest(before)
                val kept = before.root.saved()
                assertTrue("$place: $kept", "1949" !in kept && "๑๙๔๙" !in kept)
            }
            before.close()
        }
    }

    @Test
    fun `the word that erases everything is typed again in another process`() = held {
        val before = whole().also { show(it, Place.Erase) }
        typeEverywhere("erase")
        assertTrue(sees("erase\n") || all().endsWith("erase"))
        show(whole(before.root.saved()))
        assertTrue("erase" !in typed())
    }

    @Test
    fun `each place costs one call, and a business one more that notes the look-up`() {
        val costs = PLACES.associateWith { place ->
            val whole = whole().apply { settle() }
            whole.core.calls.clear()
            whole.root.go(place)
            whole.root.screenAt(whole.root.way.value.at.places.size)
            whole.settle()
            whole.core.calls.toList().also { whole.close() }
        }
        val noted = costs.filterValues { NOTE in it }
        assertEquals(PLACES.filterIsInstance<Place.Business>(), noted.keys.toList())
        assertEquals(emptyMap<Place, Any>(), costs.filterValues { it.minus(NOTE).size > 1 })
    }

    @Test
    fun `a changed clock has each place asked for again, once`() {
        val asked = PLACES.filter { it !is Place.Form }.associateWith { place ->
            val whole = whole().apply { settle() }
            whole.root.go(place)
            whole.root.screenAt(whole.root.way.value.at.places.size)
            whole.core.calls.clear()
            whole.settle()
            val opened = whole.core.calls.toList()
            whole.core.calls.clear()
            whole.phone.refreshes.tryEmit(Unit)
            whole.settle()
            val again = whole.core.calls - listOf("settings", "memberships")
            whole.close()
            opened to again
        }
        assertEquals(emptyMap<Place, Any>(), asked.filterValues { (opened, again) -> again != opened - setOf("readLink", NOTE) })
    }

    private companion object {
        const val NOTE = "noteLookup"

        /** A resident number as people write it, with what cannot be seen inside, in other digits, and percent-encoded. */
        val NUMBERS = listOf("11010519491231002X", "ID 110105 19491231 002X", "110105\u200B19491231002X", "๑๑๐๑๐๕๑๙๔๙๑๒๓๑๐๐๒X", "%31%31010519491231002X")
    }
}
