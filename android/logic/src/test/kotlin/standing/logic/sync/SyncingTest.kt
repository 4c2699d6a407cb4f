package standing.logic.sync

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.NetworkKind as Charges
import standing.core.Problem
import standing.core.SyncPart
import standing.core.SyncProgress
import standing.core.SyncView
import standing.logic.NetworkKind
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.SURPRISE
import standing.logic.samples.environment

class SyncingTest {
    private val run = FakeSync()
    private val core = FakeCore().apply {
        sync = { run }
        syncUnasked = { _, _ -> run }
    }
    private val news = MutableStateFlow(0)
    private val again = mutableListOf<Long>()
    private var network = NetworkKind.UNMETERED
    private val main = CoroutineScope(Dispatchers.Unconfined)
    private val syncing = Syncing(core, Dispatchers.Unconfined, main, { network }, { news.value += 1 }, { again += it }) { SURPRISE }
    private val now get() = syncing.state.value

    private val unreachable = Problem("unreachable", "Could not reach the village.", "What is on this phone is unchanged.", "Try again.")

    private fun brought(problem: Problem? = null) =
        SyncView(problem == null, false, "Done.", 0u, 0u, 0u, null, null, listOf(part(problem)))

    private fun part(problem: Problem?) =
        SyncPart("village", "Village", "1 receipt.", 0u, 0u, 1u, 0u, 0u, 0u, null, problem)

    private fun progress(done: UInt) =
        core.observers.forEach { it.onProgress(SyncProgress("Asking the village", done, 3u)) }

    @Test
    fun `it says how far it is, and what it brought`() {
        syncing.start()
        assertTrue(now.running)
        progress(1u)
        assertEquals(1u, now.progress?.done)
        run.end(brought())
        assertEquals(SyncState(last = brought()), now)
    }

    @Test
    fun `what waits after it is planned for the time that the core names`() {
        syncing.start()
        run.end(brought())
        assertEquals(emptyList<Long>(), again)
        core.sync = { FakeSync().apply { end(brought().copy(waiting = 2u, nextAttempt = 1_795_392_600)) } }
        syncing.start()
        assertEquals(listOf(1_795_392_600L), again)
    }

    @Test
    fun `tapped twice it begins one`() {
        repeat(3) { syncing.start() }
        assertEquals(1, core.calls.count { it == "sync" })
    }

    @Test
    fun `its end is news once, though two tell of it`() {
        syncing.start()
        run.end(brought())
        core.observers.forEach { it.onDone(brought()) }
        assertEquals(1, news.value)
    }

    @Test
    fun `an end that is heard late does not end the sync after it`() {
        syncing.start()
        run.end(brought())
        val second = FakeSync()
        core.sync = { second }
        syncing.start()
        core.observers.forEach { it.onDone(brought()) }
        assertTrue("the second is at work", now.running)
        network = NetworkKind.METERED
        progress(1u)
        assertTrue("and it still is the one that began without volume charges", second.stopped)
        second.end(brought(unreachable))
        assertEquals(SyncState(last = brought(unreachable)), now)
        assertEquals(2, news.value)
    }

    @Test
    fun `a sync that the phone began is shown, and its end is news`() {
        progress(2u)
        assertTrue(now.running)
        core.observers.forEach { it.onDone(brought()) }
        assertFalse(now.running)
        assertEquals(1, news.value)
        assertEquals(brought(), now.last)
    }

    @Test
    fun `a tap while a sync of the phone's own is at work asks the core for everything`() {
        progress(1u)
        repeat(2) { syncing.start() }
        assertEquals(1, core.calls.count { it == "sync" })
        run.end(brought())
        assertEquals(SyncState(last = brought()), now)
        assertEquals(1, news.value)
    }

    @Test
    fun `stopping asks the sync, and the end stays its own`() {
        syncing.start()
        repeat(2) { syncing.stop() }
        assertTrue(run.stopped)
        assertTrue(now.running && now.stopping)
        run.end(brought())
        assertFalse(now.running || now.stopping)
    }

    @Test
    fun `a sync that the phone began can be stopped, too`() {
        progress(1u)
        syncing.stop()
        assertTrue(run.stopped)
    }

    @Test
    fun `nothing is stopped where nothing runs`() {
        syncing.stop()
        assertEquals(0, core.calls.count { it == "sync" })
        assertFalse(now.stopping)
    }

    @Test
    fun `what went wrong is reported, and the next sync forgets it`() {
        syncing.start()
        run.fail(AppException.Storage("no-space", "No space is left.", "What is on this phone is unchanged.", "Make room."))
        assertEquals("no-space", now.problem?.code)
        assertFalse(now.running)
        core.sync = { FakeSync() }
        syncing.start()
        assertNull(now.problem)
        assertTrue(now.running)
    }

    @Test
    fun `an error that nobody foresaw ends it, too`() {
        core.sync = { throw IllegalStateException("on purpose") }
        syncing.start()
        assertEquals(SURPRISE, now.problem)
        assertFalse(now.running)
    }

    @Test
    fun `the core hears what the network costs, and a network that is gone is taken for the dearer`() {
        val costs = mutableListOf<Charges>()
        core.sync = {
            costs += it
            throw AppException.Refused("metered", "Only without volume charges.", "What is on this phone is unchanged.", "Wait for Wi-Fi.")
        }
        for (kind in listOf(NetworkKind.UNMETERED, NetworkKind.METERED, NetworkKind.NONE)) {
            network = kind
            syncing.start()
        }
        assertEquals(listOf(Charges.UNMETERED, Charges.METERED, Charges.METERED), costs)
        assertEquals("metered", now.problem?.code)
    }

    @Test
    fun `what began without volume charges does not go on with them`() {
        syncing.start()
        network = NetworkKind.NONE
        progress(1u)
        assertFalse(run.stopped)
        network = NetworkKind.METERED
        progress(2u)
        assertTrue(run.stopped)
    }

    @Test
    fun `each authority's own obstacle is found`() {
        syncing.start()
        run.end(brought(unreachable))
        assertEquals(unreachable, now.obstacle("village"))
        assertNull(now.obstacle("city"))
    }

    @Test
    fun `a screen that is turned goes on showing the same sync`() {
        val screen = Job()
        val first = SyncPresenter(environment(core, scope = CoroutineScope(Dispatchers.Unconfined + screen)), syncing)
        first.act(SyncAction.Start)
        screen.cancel()
        val second = SyncPresenter(environment(core), syncing)
        progress(2u)
        assertEquals(2u, second.state.value.progress?.done)
        run.end(brought())
        assertEquals(brought(), second.state.value.last)
        assertEquals(1, core.calls.count { it == "sync" })
    }

    @Test
    fun `nobody is told after the end of the app`() {
        syncing.close()
        assertEquals(0, core.observers.size)
    }
}
