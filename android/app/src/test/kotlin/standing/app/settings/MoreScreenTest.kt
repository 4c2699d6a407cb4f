package standing.app.settings

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.time.ZoneId
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.Hand
import standing.app.design.Look
import standing.app.inHand
import standing.core.Appearance
import standing.core.Language
import standing.logic.AppLock
import standing.logic.Load
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
import standing.logic.settings.ErasePresenter
import standing.logic.settings.FreshnessPresenter
import standing.logic.settings.LicencesPresenter
import standing.logic.settings.MorePresenter
import standing.logic.settings.SettingsPresenter
import standing.logic.sync.Syncing

class MoreScreenTest {
    private val went = mutableListOf<Place>()
    private val phone = FakePlatform()
    private var kept = SETTINGS
    private var backs = 0

    private fun core(language: Language = Language.ENGLISH): FakeCore {
        val samples = Samples.of(language)
        return samples.core().apply {
            settings = { kept }
            setSettings = { kept = it }
            freshness = { samples.freshness }
            sync = { FakeSync() }
            erase = {}
        }
    }

    private fun syncing(core: FakeCore) =
        Syncing(core, Dispatchers.Unconfined, CoroutineScope(Dispatchers.Unconfined), phone::network, {}) { SURPRISE }

    private fun more(language: Language = Language.ENGLISH, look: Look = Look(), test: Hand.() -> Unit) {
        val environment = environment(core(language))
        val presenter = MorePresenter(environment, ShellPresenter(environment), phone, AppLock(phone.screenLock, environment.scope) { "" })
        inHand(language, { look }, {
            val state by presenter.state.collectAsState()
            MoreScreen(state, presenter::act) { went += it }
        }, test)
    }

    @Test
    fun `every page behind More is one tap away`() = more {
        val pages =
            listOf(
                "Everything on this phone is within its dates." to Place.Freshness,
                "Network log" to Place.NetworkAccesses,
                "Text size" to Place.Settings,
                "Sync now" to Place.Sync,
                "People on this phone" to Place.Memberships,
                "Ask about your data" to Place.RightsDesk,
                "Registers" to Place.Registers,
                "Read the rulebook" to Place.Rulebook(Samples.english.memberships[0].membership),
                "Take everything with you" to Place.Archive,
                "Erase everything here" to Place.Erase,
                "Help and words" to Place.Help,
                "Licences" to Place.Licences,
                "Appearance" to Place.Settings,
            )
        for ((row, _) in pages) tap(row)
        assertEquals(pages.map { it.second }, went)
    }

    @Test
    fun `notifications are asked for, and what was refused leads to the phone's own page`() {
        phone.noticesAllowed = false
        more { tap("Notifications") }
        assertEquals(listOf("askForNotices", "openSettings NOTICES"), phone.asked)
        phone.noticesAllowed = true
        more {
            tap("Notifications")
            assertTrue(sees("On"))
            tap("Notifications")
        }
        assertEquals(listOf("askForNotices", "openSettings NOTICES"), phone.asked.drop(2))
    }

    @Test
    fun `a switch is kept at once`() = more {
        tap("Allow screenshots")
        tap("Hide amounts")
        tap("Send photos only over Wi-Fi")
        assertTrue(kept.allowScreenshots && kept.hideAmounts && !kept.photosOverWifi)
        tap("Allow screenshots")
        assertFalse(kept.allowScreenshots)
    }

    @Test
    fun `it says the same in Chinese with large text`() = more(Language.CHINESE, Look(elder = true)) {
        tap("允许截屏")
        tap("清除这部手机上的全部内容")
        assertTrue(kept.allowScreenshots)
        assertEquals(listOf<Place>(Place.Erase), went)
    }

    @Test
    fun `language and size of text are chosen by name`() {
        val environment = environment(core())
        val presenter = SettingsPresenter(environment, ShellPresenter(environment))
        inHand(content = {
            val state by presenter.state.collectAsState()
            SettingsScreen(state, presenter::act) { backs += 1 }
        }) {
            tap("简体中文")
            tap("150%")
            assertEquals(Language.CHINESE, kept.language)
            assertEquals(150u, kept.textPercent)
            tap("Dark")
            assertEquals(Appearance.DARK, kept.appearance)
            tap("Light")
            assertEquals(Appearance.LIGHT, kept.appearance)
            tap("As the phone")
            assertEquals(null, kept.language)
            tap("Large text, one thing per line")
            assertFalse("large text has one size", sees("150%"))
        }
    }

    @Test
    fun `everything is refreshed once, and it can be stopped`() {
        val core = core()
        val presenter = FreshnessPresenter(environment(core), phone, syncing(core))
        inHand(content = {
            val state by presenter.state.collectAsState()
            FreshnessScreen(state, presenter::act) {}
        }) {
            tap("Sync all")
            assertFalse(canTap("Sync all"))
            tap("Stop")
            assertTrue(sees("Stopping after this step"))
            assertEquals(1, core.calls.count { it == "sync" })
        }
    }

    @Test
    fun `a thousand accesses can be scrolled, each with its time and host`() {
        val view = Samples.english.network
        val thousand = view.copy(rows = List(1000) { view.rows[it % view.rows.size].copy(purpose = "Access $it") })
        inHand(content = { NetworkScreen(Load.Ready(thousand), ZoneId.of("Asia/Shanghai"), {}, {}) }) {
            find("Access 999")
            assertTrue(sees("Access 999") && sees("credit.yangqiao.example"))
        }
    }

    @Test
    fun `erasing takes the word, and leads nowhere afterwards`() {
        val core = core()
        val presenter = ErasePresenter(environment(core), phone, syncing(core))
        inHand(content = {
            val state by presenter.state.collectAsState()
            EraseScreen(state, presenter::act) { backs += 1 }
        }) {
            tap("Erase everything here")
            assertFalse("erase" in core.calls)
            type("Type “erase” to continue", "erase")
            tap("Erase everything here")
            assertTrue(sees("Everything on this phone was erased."))
            assertFalse(canTap("Cancel"))
            assertEquals(listOf("forget"), phone.asked)
        }
    }

    @Test
    fun `a licence opens its text and closes again`() {
        val presenter = LicencesPresenter(environment(core()))
        inHand(content = {
            val state by presenter.state.collectAsState()
            LicencesScreen(state, presenter::act) { backs += 1 }
        }) {
            tap("androidx.compose.ui:ui")
            assertTrue(sees("Apache License"))
        }
    }
}
