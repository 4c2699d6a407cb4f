package standing.logic

import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.SettingsView
import standing.logic.samples.OWNER
import standing.logic.samples.FakeCore
import standing.logic.samples.environment

class ShellTest {
    private val news = MutableStateFlow(0)
    private var kept = SettingsView(null, false, null, 100u, false, true, true, false, null)
    private var here = listOf(joined("village"), joined("city"))
    private val core =
        FakeCore().apply {
            settings = { kept }
            setSettings = { kept = it }
            memberships = { here }
        }

    private fun shell(chosen: String? = null) = ShellPresenter(environment(core, news = news), chosen)

    @Test
    fun `the first membership is shown until another is chosen`() {
        val shell = shell()
        assertEquals("village", shell.state.value.chosen)
        shell.choose("city")
        assertEquals("city", shell.state.value.chosen)
    }

    @Test
    fun `the choice survives the process, and falls back when it is gone`() {
        assertEquals("city", shell(shell().apply { choose("city") }.saved()).state.value.chosen)
        assertEquals("village", shell("elsewhere").state.value.chosen)
    }

    @Test
    fun `a membership that waits for a yes is not shown`() {
        here = listOf(joined("village", MembershipState.TO_CONFIRM))
        assertNull(shell().state.value.chosen)
    }

    @Test
    fun `amounts stay hidden until it is known that they may be shown`() {
        core.settings = { throw AppException.Storage("storage", "Could not read.", "", "") }
        val shell = shell()
        assertTrue(shell.state.value.hidden)
        core.settings = { kept }
        news.value += 1
        assertFalse(shell.state.value.hidden)
    }

    @Test
    fun `news that comes while it reads is not lost`() {
        val shell = shell()
        core.memberships = {
            core.memberships = { here }
            kept = kept.copy(textPercent = 150u)
            news.value += 1
            here
        }
        shell.refresh()
        assertEquals(150u, shell.state.value.settings?.textPercent)
    }

    @Test
    fun `each setting is kept on top of the last`() {
        val shell = shell()
        shell.set { it.copy(hideAmounts = true) }
        shell.set { it.copy(elderMode = true) }
        assertEquals(listOf(true, true), listOf(kept.hideAmounts, kept.elderMode))
        assertEquals(kept, shell.state.value.settings)
    }

    @Test
    fun `a setting that could not be kept is not shown as kept`() {
        val shell = shell()
        core.setSettings = { throw AppException.Storage("no-space", "No space.", "What is on this phone is unchanged.", "Make room.") }
        shell.set { it.copy(hideAmounts = true) }
        assertFalse(shell.state.value.hidden)
        assertEquals("no-space", shell.state.value.problem?.code)
    }

    @Test
    fun `setting what is set already calls nobody`() {
        val shell = shell()
        shell.set { it.copy(hideAmounts = false) }
        assertFalse("setSettings" in core.calls)
    }

    private fun joined(name: String, state: MembershipState = MembershipState.ACTIVE) =
        MembershipView(name, name, "Wang ∗ying", state, "AAAA BBBB", "12 December 2025", OWNER)
}
