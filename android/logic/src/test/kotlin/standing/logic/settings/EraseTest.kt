package standing.logic.settings

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.CheckState
import standing.core.FreshnessView
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.SURPRISE
import standing.logic.samples.environment
import standing.logic.sync.Syncing
import standing.logic.view

class EraseTest {
    private val phone = FakePlatform()
    private val run = FakeSync()
    private val core =
        FakeCore().apply {
            erase = {}
            sync = { run }
            freshness = { FreshnessView(CheckState.HOLDS, "Everything is fresh.", emptyList()) }
        }
    private val environment = environment(core)
    private val syncing =
        Syncing(core, Dispatchers.Unconfined, CoroutineScope(Dispatchers.Unconfined), phone::network, {}) { SURPRISE }
    private val erase = ErasePresenter(environment, phone, syncing)

    private fun type(word: String) = erase.act(EraseAction.Type(word))

    @Test
    fun `nothing is erased before the word was typed`() {
        for (typed in listOf("", "eras", "erase it")) {
            type(typed)
            assertFalse(typed, erase.state.value.mayErase("erase"))
            erase.act(EraseAction.Erase("erase"))
        }
        assertFalse("erase" in core.calls)
    }

    @Test
    fun `with the word everything is erased once, and the phone forgets its part`() {
        type(" Erase ")
        repeat(2) { erase.act(EraseAction.Erase("erase")) }
        assertEquals(1, core.calls.count { it == "erase" })
        assertTrue(erase.state.value.erased)
        assertEquals(listOf("forget"), phone.asked)
    }

    @Test
    fun `the Chinese word does as well`() {
        type("清除")
        assertTrue(erase.state.value.mayErase("清除"))
    }

    @Test
    fun `a sync at work is stopped, and holds nothing up`() {
        syncing.start()
        type("erase")
        erase.act(EraseAction.Erase("erase"))
        assertTrue(run.stopped)
        assertTrue("it has not ended", syncing.state.value.running)
        assertTrue(erase.state.value.erased)
        assertEquals(listOf("forget"), phone.asked)
    }

    @Test
    fun `what could not be erased is reported, the phone forgets nothing, and it can be tried again`() {
        core.erase = { throw AppException.Storage("busy", "At work.", "Nothing was changed.", "Stop the sync.") }
        type("erase")
        erase.act(EraseAction.Erase("erase"))
        assertEquals("busy", erase.state.value.problem?.code)
        assertTrue(phone.asked.isEmpty())
        core.erase = {}
        erase.act(EraseAction.Erase("erase"))
        assertTrue(erase.state.value.erased)
    }

    @Test
    fun `freshness can be renewed and stopped, and says what was in the way`() {
        phone.kind = NetworkKind.NONE
        val fresh = FreshnessPresenter(environment, phone, syncing)
        assertTrue(fresh.state.value.offline)
        repeat(2) { fresh.act(FreshnessAction.Refresh) }
        assertEquals(1, core.calls.count { it == "sync" })
        fresh.act(FreshnessAction.Stop)
        assertTrue(run.stopped)
        run.fail(AppException.Unreachable("unreachable", "No answer.", "What is on this phone is unchanged.", "Try again."))
        assertEquals("unreachable", fresh.state.value.obstacle?.code)
        assertEquals("Everything is fresh.", fresh.state.value.fresh.view?.text)
    }

    @Test
    fun `the licences of what is shipped are all there, each with its text`() {
        val licences = LicencesPresenter(environment)
        val shipped = licences.state.value.shipped.view!!
        assertTrue("${shipped.packages.size}", shipped.packages.size > 100)
        for (one in shipped.packages) {
            assertTrue(one.name, one.texts.isNotEmpty() && one.texts.all { shipped.texts.getValue(it).isNotBlank() })
        }
        licences.act(LicencesAction.Open(shipped.packages.first()))
        assertEquals(shipped.packages.first(), licences.state.value.open)
        licences.act(LicencesAction.Close)
        assertEquals(null, licences.state.value.open)
    }

    @Test
    fun `a list of licences that is missing or broken is reported`() {
        for (source in listOf(null, "{", "[]")) {
            val licences = LicencesPresenter(environment) { source?.byteInputStream() }
            assertTrue(licences.state.value.shipped is Load.Failed)
        }
    }
}
