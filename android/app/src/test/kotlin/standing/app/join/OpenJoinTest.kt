package standing.app.join

import androidx.compose.ui.geometry.Size
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.Hand
import standing.app.Root
import standing.app.StandingApp
import standing.app.inHand
import standing.app.whole.answeringAll
import standing.core.Language
import standing.logic.Arrival
import standing.logic.Door
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeSync

/** What leads away from joining another authority: on a screen that shows the list, and the bar, beside it. */
class OpenJoinTest {
    @get:Rule val folder = TemporaryFolder()
    private val scope = CoroutineScope(Dispatchers.Unconfined + Job())
    private val phone = FakePlatform()
    private val link = "standing:join?v=1&iss=credit.yangqiao.example"
    private val core = answeringAll(FakeSync {})

    @After
    fun end() = scope.cancel()

    private fun root(kept: String? = null) = Root(core, phone, { Language.ENGLISH }, scope, Dispatchers.Unconfined, folder.root, kept)

    private fun beside(root: Root = root(), place: Place = Place.Join(), test: Hand.(Root) -> Unit) =
        inHand(Size(840f, 1120f), content = { StandingApp(root, dark = false) }, test = {
            onMain {
                root.go(Place.More)
                root.go(Place.Memberships)
                root.go(place)
            }
            settle()
            test(root)
        })

    private fun Root.top() = way.value.at.top

    private fun Hand.untilCode() {
        type("Link", link)
        tap("Continue")
        tap("Continue")
        type("One-time code", "9EF7-DKX4")
    }

    @Test
    fun `whoever goes to another of the four places and comes back finds what they typed`() = beside { root ->
        untilCode()
        for (place in listOf("Records", "Home")) {
            tapLast(place)
            assertFalse(root.top() is Place.Join || sees("Leave without saving?"))
            tapLast("More")
            assertEquals(Place.Join(), root.top())
            assertTrue(all(), sees("9EF7-DKX4"))
        }
    }

    @Test
    fun `its own place in the bar, a row of the list and a notice take nothing away unasked`() = beside { root ->
        untilCode()
        val ways = listOf({ tapLast("More") }, { tap("Licences") }, {
            onMain { root.go(Place.Home) }
            onMain { root.go(Place.Join()) }
            settle()
            type("Link", link)
            phone.arrive(Arrival.Open(Door.HOME))
            settle()
        })
        for (away in ways) {
            away()
            assertTrue(sees("Leave without saving?"))
            tap("Stay here")
            assertEquals(Place.Join(), root.top())
            assertTrue(sees(link) || sees("9EF7-DKX4"))
        }
    }

    @Test
    fun `after a yes one is where one was going, and nothing of the letter is kept`() = beside { root ->
        untilCode()
        tap("Network log")
        tapLast("Leave")
        assertEquals(listOf<Place>(Place.NetworkAccesses), root.way.value.at.places)
        assertFalse(root.saved(), "9EF7" in root.saved() || link in root.saved())
    }

    @Test
    fun `back says no to the question`() = beside { root ->
        untilCode()
        tapLast("More")
        onMain { root.back() }
        settle()
        assertFalse(sees("Leave without saving?"))
        assertTrue(sees("9EF7-DKX4"))
    }

    @Test
    fun `what nobody typed gives way at once`() {
        beside { root ->
            tapLast("More")
            assertEquals(Place.More, root.top())
        }
        beside(place = Place.Join(link)) { root ->
            assertTrue("a link that was opened is not typed", sees("See where the link leads"))
            tapLast("More")
            assertEquals(Place.More, root.top())
        }
    }

    @Test
    fun `once the code was sent there is nothing to lose`() = beside { root ->
        untilCode()
        tap("Continue with this code")
        tapLast("More")
        assertEquals(Place.More, root.top())
    }

    @Test
    fun `it is asked all the same when nobody has looked at it since the process ended`() {
        var kept = ""
        beside { root ->
            untilCode()
            tapLast("Records")
            kept = root.saved()
        }
        val again = root(kept)
        repeat(2) { again.go(Place.More) }
        assertEquals(Place.Join(), again.top())
    }
}
