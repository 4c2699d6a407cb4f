package standing.logic.settings

import java.time.LocalDate
import java.time.ZoneId
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.LockAfter
import standing.core.AccessRow
import standing.core.AppException
import standing.core.Appearance
import standing.core.CheckState
import standing.core.FreshnessView
import standing.core.Language
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.NetworkView
import standing.core.Outcome
import standing.logic.AppLock
import standing.logic.Confirmation
import standing.logic.Environment
import standing.logic.Load
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.OWNER
import standing.logic.samples.FakeCore
import standing.logic.samples.SETTINGS
import standing.logic.samples.environment
import standing.logic.view

class MoreTest {
    private val news = MutableStateFlow(0)
    private var kept = SETTINGS
    private var here = listOf(joined("village", MembershipState.ACTIVE), joined("city", MembershipState.TO_CONFIRM))
    private val core =
        FakeCore().apply {
            settings = { kept }
            setSettings = { kept = it }
            memberships = { here }
            freshness = { FreshnessView(CheckState.HOLDS, "Everything is fresh.", emptyList()) }
        }
    private val environment = environment(core, news = news)
    private val shell = ShellPresenter(environment)
    private val phone = FakePlatform()

    private fun more(environment: Environment, shell: ShellPresenter) =
        MorePresenter(environment, shell, phone, AppLock(phone.screenLock, environment.scope) { "" })

    @Test
    fun `the app lock changes only after the phone has confirmed its owner`() {
        val more = more(environment, shell)
        for (answer in Confirmation.entries - Confirmation.CONFIRMED) {
            phone.screenLock.answer = { answer }
            more.act(MoreAction.Lock(LockAfter.ONE_MINUTE, "Change"))
            assertEquals(null, kept.appLock)
            assertEquals(answer, more.state.value.lockAnswer)
        }
        phone.screenLock.answer = { Confirmation.CONFIRMED }
        more.act(MoreAction.Lock(LockAfter.ONE_MINUTE, "Change"))
        assertEquals(LockAfter.ONE_MINUTE, kept.appLock)
        assertEquals(null, more.state.value.lockAnswer)
        assertEquals(listOf("Change"), phone.screenLock.titles.distinct())
    }

    private fun joined(name: String, state: MembershipState) = MembershipView(name, name, "Wang ∗ying", state, "AAAA", "", OWNER)

    @Test
    fun `more costs one call and counts who was joined`() {
        core.calls.clear()
        val state = more(environment, shell).state.value
        assertEquals(listOf("freshness"), core.calls)
        assertEquals(1, state.memberships)
        assertEquals(1, state.toConfirm)
        assertEquals("village", state.rulebookOf)
        assertEquals("Everything is fresh.", state.fresh.view?.text)
    }

    @Test
    fun `without a membership there is no rulebook to read`() {
        here = emptyList()
        assertEquals(null, more(environment, ShellPresenter(environment)).state.value.rulebookOf)
    }

    @Test
    fun `each choice is kept, on top of the others, and a second tap changes nothing`() {
        val settings = SettingsPresenter(environment, shell)
        val choices =
            listOf(
                SettingsAction.Speak(Language.CHINESE),
                SettingsAction.LargeText(true),
                SettingsAction.Look(Appearance.DARK),
                SettingsAction.TextSize(150),
                SettingsAction.HideAmounts(true),
                SettingsAction.UnmeteredOnly(false),
                SettingsAction.PhotosOverWifi(false),
                SettingsAction.AllowScreenshots(true),
            )
        for (choice in choices) repeat(2) { settings.act(choice) }
        assertEquals(choices.size, core.calls.count { it == "setSettings" })
        val wanted = SETTINGS.copy(Language.CHINESE, true, Appearance.DARK, 150u, true, false, false, true)
        assertEquals(wanted, kept)
        assertEquals(wanted, settings.state.value.settings)
        assertEquals(wanted, more(environment, shell).state.value.settings)
    }

    @Test
    fun `a text size that the app does not offer becomes the nearest end`() {
        val settings = SettingsPresenter(environment, shell)
        settings.act(SettingsAction.TextSize(900))
        assertEquals(200u, kept.textPercent)
    }

    @Test
    fun `a choice that could not be kept is reported until it is read`() {
        core.setSettings = { throw AppException.Storage("storage-full", "No room.", "", "Make room.") }
        val more = more(environment, shell)
        more.act(MoreAction.Set(SettingsAction.HideAmounts(true)))
        assertEquals("storage-full", more.state.value.problem?.code)
        assertFalse(more.state.value.settings!!.hideAmounts)
        more.act(MoreAction.Set(SettingsAction.Dismiss))
        assertEquals(null, more.state.value.problem)
    }

    @Test
    fun `freshness that could not be had is asked for again`() {
        core.freshness = { throw AppException.Storage("storage", "Could not.", "", "") }
        val more = more(environment, shell)
        assertTrue(more.state.value.fresh is Load.Failed)
        core.freshness = { FreshnessView(CheckState.UNKNOWN, "1 of 9.", emptyList()) }
        more.act(MoreAction.AskAgain)
        assertEquals("1 of 9.", more.state.value.fresh.view?.text)
    }

    @Test
    fun `accesses are grouped by the phone's own day and time`() {
        fun access(at: Long) = AccessRow(at, "", "", "", 0u, 0u, "", Outcome.DONE, "")
        val view = NetworkView("", "", listOf(access(1_795_391_999), access(1_795_391_940), access(1_795_305_000)))
        val shanghai = ZoneId.of("Asia/Shanghai")
        assertEquals(listOf(2, 1), view.days(shanghai).map { it.rows.size })
        assertEquals("07:59", view.rows[0].time(shanghai))
        assertEquals("23:59", view.rows[0].time(ZoneId.of("UTC")))
        val day = LocalDate.of(2026, 11, 23)
        assertEquals("Monday 23 November 2026", day.inWords(Language.ENGLISH).replace(",", ""))
        assertEquals("2026年11月23日（星期一）", day.inWords(Language.CHINESE))
    }
}
