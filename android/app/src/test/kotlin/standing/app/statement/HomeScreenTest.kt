package standing.app.statement

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.design.Look
import standing.app.inHand
import standing.core.CheckKind
import standing.core.CheckState
import standing.core.Language
import standing.logic.NetworkKind
import standing.logic.Place
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.SETTINGS
import standing.logic.samples.SURPRISE
import standing.logic.samples.Samples
import standing.logic.samples.core
import standing.logic.samples.environment
import standing.logic.statement.HomePresenter
import standing.logic.sync.Syncing

class HomeScreenTest {
    private val went = mutableListOf<Place>()
    private val platform = FakePlatform()

    private fun home(
        language: Language = Language.ENGLISH,
        core: FakeCore = Samples.of(language).core(),
        test: Hand.() -> Unit,
    ) {
        val environment = environment(core)
        val shell = ShellPresenter(environment)
        val scope = CoroutineScope(Dispatchers.Unconfined)
        val syncing = Syncing(core, Dispatchers.Unconfined, scope, platform::network, {}) { SURPRISE }
        val presenter = HomePresenter(environment, shell, platform, syncing)
        inHand(language, { Look(hideAmounts = shell.state.collectAsState().value.hidden) }, {
            val state by presenter.state.collectAsState()
            HomeScreen(state, presenter::act) { went += it }
        }, test)
    }

    private val village = Samples.english.home.membership

    @Test
    fun `a statement that is not known to be current says that a newer one may exist`() {
        val samples = Samples.english
        val card = samples.home.statement!!
        val checks = card.proof.checks.map { if (it.kind == CheckKind.IN_FORCE) it.copy(state = CheckState.UNKNOWN) else it }
        val unsure = samples.home.copy(statement = card.copy(proof = card.proof.copy(checks = checks)))
        home { assertFalse(all(), "There may be a newer one." in all()) }
        home(core = samples.core().apply { home = { unsure } }) { assertTrue(all(), "There may be a newer one." in all()) }
    }

    @Test
    fun `a change leads to its entry`() = home {
        tap("Late on a loan payment")
        assertEquals(listOf<Place>(Place.Entry(village, 8u, "E-2026-014")), went)
    }

    @Test
    fun `pulling the page down syncs, once for each pull`() {
        val run = FakeSync()
        val core = Samples.english.core().apply { sync = { run } }
        home(core = core) {
            pull()
            assertEquals(1, core.calls.count { it == "sync" })
        }
    }

    @Test
    fun `a change that is about no entry leads nowhere`() = home {
        find("Financial credit: 4 → 3 stars")
        assertFalse(canTap("Financial credit: 4 → 3 stars"))
    }

    @Test
    fun `the proof leads to the checks, and the sum to the statement`() = home {
        tap("Checked: just now")
        tap("How the score adds up")
        assertEquals(listOf(Place.Checks(village, 8u), Place.Statement(village, 8u)), went)
    }

    @Test
    fun `the other membership is one tap away`() = home {
        assertTrue(sees("82"))
        tap("Hangzhou city credit office")
        assertTrue(sees("660"))
        assertFalse(sees("Courtyard"))
    }

    @Test
    fun `hidden amounts are nowhere on the screen, and come back`() {
        var kept = SETTINGS
        val core = Samples.english.core().apply { setSettings = { kept = it } }
        home(core = core) {
            tapSign("Hide amounts")
            assertTrue(kept.hideAmounts)
            val shown = all()
            for (amount in listOf("82", "−5", "+6", "Good")) assertFalse(amount, amount in shown)
            assertTrue("Amount hidden" in shown)
            tapSign("Show amounts")
            assertTrue(sees("82"))
        }
    }

    @Test
    fun `without a network it says that nothing is lost, and asking twice begins one sync`() {
        platform.kind = NetworkKind.NONE
        val core = Samples.english.core().apply { sync = { FakeSync() } }
        home(core = core) {
            assertTrue(sees("What is on this phone is unchanged."))
            tap("Try again")
            assertFalse(canTap("Try again"))
            assertEquals(1, core.calls.count { it == "sync" })
            assertTrue(canTap("Stop"))
        }
    }

    @Test
    fun `before anyone has joined there are two ways on`() {
        val core = Samples.english.core().apply { memberships = { emptyList() } }
        home(core = core) {
            tap("Look up businesses without connecting")
            tap("Connect with an authority")
            assertEquals(listOf(Place.Businesses, Place.Join()), went)
            assertFalse(canTap("Record a good deed"))
        }
    }

    @Test
    fun `it says the same in Chinese`() = home(Language.CHINESE) {
        tap("贷款逾期还款")
        tap("记一件好事")
        val village = Samples.chinese.home.membership
        assertEquals(listOf(Place.Entry(village, 8u, "E-2026-014"), Place.NewRecord(village)), went)
    }

    @Test
    fun `a thousand changes, one with ten thousand characters, scroll to the last paper`() {
        val core = Samples.english.core()
        val many = Samples.english.home.let { home ->
            home.copy(changes = List(1000) { home.changes[0].copy(title = if (it == 500) "Visiting. ".repeat(1000) else "Visit $it") })
        }
        core.home = { many }
        home(core = core) {
            jump(500)
            jump(1000)
            tap("Read the rulebook")
            assertEquals(listOf<Place>(Place.Rulebook(village)), went)
        }
    }
}
