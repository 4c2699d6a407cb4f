package standing.logic.samples

import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.SettingsView

class FakeCoreTest {
    private val core = FakeCore()

    @Test
    fun `it gives the answer that it was given, and keeps the calls`() {
        core.memberships = { emptyList() }
        assertEquals(emptyList<Any>(), core.memberships())
        assertEquals(listOf("memberships"), core.calls)
    }

    @Test
    fun `what has no answer fails by its name`() {
        val failed = assertThrows(AssertionError::class.java) { core.home("village") }
        assertTrue(failed.message, failed.message!!.contains("home"))
    }

    @Test
    fun `settings that were set are those that it was given`() {
        var kept: SettingsView? = null
        val settings = SettingsView(null, false, null, 100u, true, false, true, false, null)
        core.setSettings = { kept = it }
        core.setSettings(settings)
        assertEquals(settings, kept)
    }
}
