package standing.app

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import standing.app.whole.Whole
import standing.core.Language
import standing.core.LockAfter
import standing.core.MembershipId
import standing.logic.Confirmation
import standing.logic.LockState
import standing.logic.Place
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.family
import standing.logic.samples.father
import standing.logic.samples.people
import standing.logic.words.Words

/** Behind a lock nothing of the app, or of the person, is there to be seen or read aloud. */
class LockScreenTest {
    @get:Rule val folder = TemporaryFolder()
    private val samples = Samples.english
    private val unlocked = mutableListOf<Unit>()
    private val chosen = mutableListOf<MembershipId>()

    @Test
    fun `the locked page has the app's name and one button, and says what the phone answered`() {
        for (answer in listOf(null) + Confirmation.entries) {
            inHand(content = { LockScreen(LockState.Locked(answer = answer)) { unlocked += Unit } }) {
                assertEquals(listOf("Unlock"), controls().map { it.name })
                val said = answer?.text(Words.of(Language.ENGLISH)).orEmpty()
                assertTrue("$answer", said.isEmpty() || sees(said))
                tap("Unlock")
            }
        }
        assertEquals(1 + Confirmation.entries.size, unlocked.size)
    }

    @Test
    fun `while the phone is asked, a second tap asks nothing`() = inHand(content = { LockScreen(LockState.Locked(asking = true)) { unlocked += Unit } }) {
        tap("Unlock")
        assertEquals(0, unlocked.size)
    }

    @Test
    fun `the whole app is behind its lock until the owner was confirmed, and amounts stay hidden after it`() {
        val whole = Whole(folder.root)
        whole.core.settings = { SETTINGS.copy(appLock = LockAfter.AT_ONCE, hideAmounts = true) }
        whole.use {
            inHand(content = { StandingApp(whole.root, dark = false) }) {
                onMain { whole.settle() }
                settle()
                assertFalse(sees(samples.home.authority) || sees("Records"))
                whole.phone.screenLock.answer = { Confirmation.FAILED }
                tap("Unlock")
                onMain { whole.settle() }
                settle()
                assertFalse(sees("Records"))
                whole.phone.screenLock.answer = { Confirmation.CONFIRMED }
                tap("Unlock")
                onMain { whole.settle() }
                settle()
                assertTrue(sees("Records"))
                assertFalse("82" in all().lines())
            }
        }
    }

    @Test
    fun `a person's locked page says whose it is, leads to the others, and nothing of it is behind`() =
        inHand(content = { PersonLockScreen(samples.father(locked = true), samples.memberships, Confirmation.FAILED, { unlocked += Unit }, { chosen += it }, null) }) {
            assertTrue(sees("The pages of Father are locked"))
            assertTrue(sees("The phone could not confirm that it is yours. Try again."))
            tap("Unlock")
            tap(samples.memberships[1].authority)
            assertEquals(1 to listOf(samples.memberships[1].membership), unlocked.size to chosen.toList())
        }

    @Test
    fun `a locked person's pages ask the core for nothing before the owner was confirmed`() {
        val all = samples.family(locked = true)
        val whole = Whole(folder.root)
        whole.core.memberships = { all }
        whole.core.people = { samples.people(all) }
        whole.use {
            inHand(content = { StandingApp(whole.root, dark = false) }) {
                onMain { whole.settle() }
                whole.core.calls.clear()
                onMain { whole.root.go(Place.Perks("father")) }
                onMain { whole.settle() }
                settle()
                assertTrue(sees("The pages of Father are locked"))
                assertFalse("perks" in whole.core.calls)
                tap("Unlock")
                onMain { whole.settle() }
                settle()
                assertTrue("perks" in whole.core.calls)
                assertFalse(sees("The pages of Father are locked"))
            }
        }
    }
}
