package standing.app.journey

import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
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
import standing.core.Language
import standing.logic.Arrival
import standing.logic.Place
import standing.logic.fake.FakePlatform
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox

/** Whole ways through the app, by touch, with the real core and the real sandbox. Pictures stay in `journeys/`. */
class JourneyTest {
    @get:Rule val folder = TemporaryFolder()
    private val platform = FakePlatform()
    private var shown by mutableStateOf<Root?>(null)

    private fun root(phone: Phone, kept: String? = null) =
        Root(phone.app, platform, { Language.ENGLISH }, CoroutineScope(Dispatchers.Main + SupervisorJob()), Dispatchers.IO, folder.root, kept)

    private fun play(join: Boolean, journey: Hand.(Sandbox, Phone, Root) -> Unit) =
        Sandbox().use { sandbox ->
            Phone().use { phone ->
                if (join) {
                    phone.join(sandbox)
                    phone.sync()
                }
                val root = root(phone)
                shown = root
                inHand(content = { shown?.let { key(it) { StandingApp(it, dark = false) } } }) { journey(sandbox, phone, root) }
            }
        }

    @Test
    fun `a letter leads to home`() =
        play(join = false) { sandbox, _, root ->
            await("Nothing here yet")
            keep("enrol-1-first-use")
            tap("Join")
            type("Link", sandbox.link)
            tap("Continue")
            await("Compare the fingerprint")
            keep("enrol-2-fingerprint")
            tap("All are the same")
            type("Code", sandbox.code())
            tap("Send the code")
            await("Is this letter yours?")
            keep("enrol-3-hint")
            tap("Yes, this is me")
            await("You have joined")
            tap("Continue")
            await("82")
            assertTrue(all(), sees("Resident statement 8"))
            assertFalse("back does not lead into joining again", onMain { root.back() })
            keep("enrol-4-home")
        }

    @Test
    fun `after the process has ended one goes on where one was, with what was typed`() =
        play(join = true) { _, phone, first ->
            await("Resident statement 8")
            tap("Record a good deed")
            await("Blood donation")
            tap("Blood donation")
            await("Donation code")
            type("Place", "杭州市血液中心")
            val second = onMain { root(phone, first.saved()) }
            onMain { shown = second }
            await("杭州市血液中心")
            assertEquals(first.way.value, second.way.value)
        }

    @Test
    fun `back leads along the way, and every button tapped twice opens one thing`() =
        play(join = true) { _, _, root ->
            await("Resident statement 8")
            tap("How it adds up")
            await("Start value")
            onMain { repeat(2) { root.go(root.way.value.at.top) } }
            assertEquals(1, root.way.value.at.places.size)
            assertTrue(onMain { root.back() })
            await("What changed")
            assertFalse(onMain { root.back() })
        }

    @Test
    fun `what another app hands over is said, and nothing is done with it`() =
        play(join = false) { _, _, root ->
            await("Nothing here yet")
            platform.arrive(Arrival.Foreign)
            await("does not belong to Standing")
            tap("Close")
            platform.arrive(Arrival.Link("standing:nothing"))
            await("Link")
            assertEquals(Place.Join("standing:nothing"), root.way.value.at.top)
        }
}
