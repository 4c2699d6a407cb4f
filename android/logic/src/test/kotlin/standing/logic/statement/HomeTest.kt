package standing.logic.statement

import kotlin.coroutines.CoroutineContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.MembershipState
import standing.core.SyncPart
import standing.core.SyncView
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeSync
import standing.logic.samples.SETTINGS
import standing.logic.samples.SURPRISE
import standing.logic.samples.Samples
import standing.logic.samples.core
import standing.logic.samples.environment
import standing.logic.sync.Syncing
import standing.logic.view

class HomeTest {
    private val samples = Samples.english
    private val village = samples.memberships[0].membership
    private val city = samples.memberships[1].membership
    private val core = samples.core()
    private val news = MutableStateFlow(0)
    private val platform = FakePlatform()
    private val run = FakeSync()

    private fun open(worker: CoroutineDispatcher = Dispatchers.Unconfined): HomePresenter {
        core.sync = { run }
        val scope = CoroutineScope(Dispatchers.Unconfined)
        val environment = environment(core, worker, scope, news)
        val syncing = Syncing(core, Dispatchers.Unconfined, scope, platform::network, { news.value += 1 }) { SURPRISE }
        return HomePresenter(environment, ShellPresenter(environment), platform, syncing)
    }

    @Test
    fun `home shows the newest statement of the first membership`() {
        val state = open().state.value
        assertEquals(village, state.chosen)
        assertEquals("82", state.home.view?.statement?.score)
        assertFalse(state.first)
    }

    @Test
    fun `another membership is one tap away and costs one call`() {
        val home = open()
        core.calls.clear()
        home.act(HomeAction.Choose(city))
        assertEquals("660", home.state.value.home.view?.statement?.score)
        assertEquals(listOf("home"), core.calls)
    }

    @Test
    fun `a slow answer about one membership is never shown under the name of another`() {
        val worker = LastFirst()
        val home = open(worker).also { worker.work() }
        val seen = mutableListOf<HomeState>()
        CoroutineScope(Dispatchers.Unconfined).launch { home.state.collect { seen += it } }
        home.act(HomeAction.Choose(city))
        home.act(HomeAction.Choose(village))
        home.act(HomeAction.Choose(city))
        worker.work()
        seen.forEach { state -> state.home.view?.let { assertEquals(state.chosen, it.membership) } }
        assertEquals(city, home.state.value.home.view?.membership)
    }

    @Test
    fun `before anyone has joined, home says so and asks for nothing`() {
        core.memberships = { emptyList() }
        val home = open()
        assertTrue(home.state.value.first)
        assertFalse("home" in core.calls)
    }

    @Test
    fun `a membership that waits for a yes is named, not shown`() {
        core.memberships = { samples.memberships.take(1).map { it.copy(state = MembershipState.TO_CONFIRM) } }
        val state = open().state.value
        assertEquals(listOf(village), state.toConfirm.map { it.membership })
        assertTrue(state.first)
        assertFalse("home" in core.calls)
    }

    @Test
    fun `hiding amounts is kept, and a second tap changes nothing`() {
        var kept = SETTINGS
        core.setSettings = { kept = it }
        val home = open()
        repeat(2) { home.act(HomeAction.HideAmounts(true)) }
        assertTrue(kept.hideAmounts)
        assertEquals(1, core.calls.count { it == "setSettings" })
    }

    @Test
    fun `asking twice begins one sync, and what it brings is shown`() {
        val home = open()
        repeat(2) { home.act(HomeAction.Sync) }
        assertTrue(home.state.value.sync.running)
        assertEquals(1, core.calls.count { it == "sync" })
        core.home = { samples.homeWaiting }
        run.end(SyncView(true, false, "Up to date.", 0u, 0u, 0u, null, null, emptyList()))
        assertFalse(home.state.value.sync.running)
        assertEquals(samples.homeWaiting, home.state.value.home.view)
    }

    @Test
    fun `a sync can be stopped`() {
        val home = open()
        home.act(HomeAction.Sync)
        home.act(HomeAction.Stop)
        assertTrue(run.stopped)
    }

    @Test
    fun `what a sync ran into is reported until it is read, about this membership only`() {
        val home = open()
        home.act(HomeAction.Sync)
        val part = SyncPart(village, "Yangqiao", "", 0u, 0u, 0u, 0u, 0u, 0u, null, SURPRISE)
        run.end(SyncView(false, false, "Not everything.", 0u, 0u, 0u, null, null, listOf(part)))
        assertEquals(SURPRISE, home.state.value.obstacle)
        home.act(HomeAction.Choose(city))
        assertNull(home.state.value.obstacle)
        home.act(HomeAction.Choose(village))
        home.act(HomeAction.Dismiss)
        assertNull(home.state.value.obstacle)
    }

    @Test
    fun `without a network home is still there and says that there is none`() {
        platform.kind = NetworkKind.NONE
        val state = open().state.value
        assertTrue(state.offline)
        assertEquals("82", state.home.view?.statement?.score)
    }

    @Test
    fun `when the core cannot be asked, home says why, and asking again helps`() {
        core.memberships = { throw AppException.Storage("storage", "The memory cannot be read.", "", "Start again.") }
        val home = open()
        assertEquals("storage", (home.state.value.home as Load.Failed).problem.code)
        core.memberships = { samples.memberships }
        home.act(HomeAction.AskAgain)
        assertEquals("82", home.state.value.home.view?.statement?.score)
    }
}

/** A worker that is slow, and does what came last first. */
private class LastFirst : CoroutineDispatcher() {
    private val waiting = ArrayDeque<Runnable>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        waiting += block
    }

    fun work() {
        while (waiting.isNotEmpty()) waiting.removeLast().run()
    }
}
