package standing.app.join

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import kotlinx.coroutines.CompletableDeferred
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.design.Look
import standing.app.inHand
import standing.core.AppException
import standing.core.JoinView
import standing.core.Language
import standing.logic.Place
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.join.JoinPresenter
import standing.logic.samples.FakeCore
import standing.logic.samples.SETTINGS
import standing.logic.samples.Samples
import standing.logic.samples.environment

class JoinScreenTest {
    private val link = "standing:join?v=1&iss=credit.yangqiao.example"
    private val went = mutableListOf<Place>()
    private val sent = mutableListOf<String>()
    private val answers = mutableListOf<Boolean>()
    private var out = 0

    private fun core(samples: Samples) =
        FakeCore().apply {
            settings = { SETTINGS }
            memberships = { emptyList() }
            readLink = { samples.link }
            authorityPreview = { samples.preview }
            join = { _, code -> samples.joining.also { sent += code } }
            confirm = { _, mine -> answers += mine }
        }

    private fun join(
        language: Language = Language.ENGLISH,
        look: Look = Look(),
        core: FakeCore = core(Samples.of(language)),
        test: Hand.() -> Unit,
    ) {
        val environment = environment(core)
        val presenter = JoinPresenter(environment, ShellPresenter(environment), FakePlatform()) {}
        val exits = JoinExits({ went += it }, { out += 1 }, { out += 100 })
        inHand(language, { look }, {
            val state by presenter.state.collectAsState()
            JoinScreen(state, presenter::act, exits)
        }, test)
    }

    private fun Hand.untilCode() {
        type("Link", link)
        tap("Continue")
        tap("Continue")
    }

    @Test
    fun `a letter is joined by hand, step by step`() = join {
        untilCode()
        type("One-time code", "9EF7-DKX4")
        tap("Continue with this code")
        assertEquals(listOf("9EF7-DKX4"), sent)
        assertTrue(sees("Yangqiao village committee"))
        assertTrue("a sign that fonts have", sees("Wang *ying"))
        tap("Yes, this is me")
        assertEquals(listOf(true), answers)
        assertTrue(sees("You are connected"))
        tap("Continue")
        assertEquals(100, out)
    }

    @Test
    fun `it works in Chinese and with large text`() = join(Language.CHINESE, Look(elder = true)) {
        type("链接", link)
        tap("继续")
        tap("继续")
        type("一次性绑定码", "9EF7 DKX4 验")
        tap("用这个绑定码继续")
        tap("是我本人")
        assertEquals(listOf(true), answers)
    }

    @Test
    fun `nothing can be sent before something was typed`() = join {
        tap("Continue")
        assertTrue(sent.isEmpty())
        untilCode()
        tap("Continue with this code")
        assertTrue(sent.isEmpty())
    }

    @Test
    fun `before anything is sent, it says to whom and what`() = join {
        type("Link", link)
        tap("Continue")
        assertTrue(sees("credit.yangqiao.example"))
        find("Your name, ID card number, contacts and location.")
        assertTrue(sent.isEmpty())
    }

    @Test
    fun `before the code, what the authority says of itself is there as a claim`() = join {
        untilCode()
        assertTrue(sees("It calls itself “Yangqiao village committee”."))
        assertTrue(sees("Nothing proves this yet."))
        assertTrue(sent.isEmpty())
    }

    @Test
    fun `another root leads nowhere but out`() {
        val core = core(Samples.english)
        core.authorityPreview = { throw AppException.Untrusted("root-mismatch", "Another root.", "", "Do not go on.") }
        join(core = core) {
            untilCode()
            assertTrue(sees("Do not go on."))
            assertFalse(canTap("Continue"))
            tap("Close")
            assertEquals(1, out)
        }
    }

    @Test
    fun `a letter of somebody else is declined with what becomes of it`() = join {
        untilCode()
        type("One-time code", "9EF7")
        tap("Continue with this code")
        tap("No, stop here")
        assertEquals(listOf(false), answers)
        assertTrue(sees("You will need a new letter."))
    }

    @Test
    fun `a wrong code says what to do and is put right on the spot`() {
        val core = core(Samples.english)
        core.join = { _, _ -> throw AppException.Refused("code-unknown", "The authority does not know this code.", "", "Compare the code.") }
        join(core = core) {
            untilCode()
            type("One-time code", "WRONG")
            tap("Continue with this code")
            assertTrue(sees("The authority does not know this code."))
            assertTrue(canTap("Continue with this code"))
        }
    }

    @Test
    fun `while an answer is waited for there is nothing to tap but to stop`() {
        val core = core(Samples.english)
        core.join = { _, _ -> CompletableDeferred<JoinView>().await() }
        join(core = core) {
            untilCode()
            type("One-time code", "9EF7")
            assertFalse(canTap("Stop"))
            tap("Continue with this code")
            assertTrue(sees("Loading"))
            assertTrue(canTap("Stop"))
        }
    }

    @Test
    fun `the camera and the businesses are one tap away`() = join {
        tap("Scan the code on the letter")
        tap("Look up businesses without connecting")
        assertEquals(listOf(Place.Scan, Place.Businesses), went)
    }
}
