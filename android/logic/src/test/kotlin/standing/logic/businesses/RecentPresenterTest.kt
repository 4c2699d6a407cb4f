package standing.logic.businesses

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import standing.core.AppException
import standing.core.RecentRow
import standing.core.RecentView
import standing.core.RegistersView
import standing.logic.NetworkKind
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.SURPRISE
import standing.logic.samples.environment
import standing.logic.sync.Syncing
import standing.logic.view

class RecentPresenterTest {
    private val core = FakeCore()
    private val news = MutableStateFlow(0)
    private val row = RecentRow("91330106MA2CFLDG4R", "91 330106 MA2CFLDG4 R", "西湖茶业", "杭州市", "2 hours ago", "That day: not listed.")
    private var kept = listOf(row)
    private val main = CoroutineScope(Dispatchers.Unconfined)
    private val syncing = Syncing(core, Dispatchers.Unconfined, main, { NetworkKind.NONE }, {}) { SURPRISE }

    init {
        core.recent = { RecentView(kept, if (kept.isEmpty()) "empty" else "") }
        core.eraseRecent = { kept = emptyList() }
    }

    private fun presenter() = RecentPresenter(environment(core, news = news))

    @Test
    fun `what was opened lately is erased after a yes only`() {
        val presenter = presenter()
        presenter.act(RecentAction.Answer(true))
        presenter.act(RecentAction.Erase)
        presenter.act(RecentAction.Answer(false))
        assertEquals(listOf(row), presenter.state.value.view.view?.rows)
        assertFalse("eraseRecent" in core.calls)
        presenter.act(RecentAction.Erase)
        presenter.act(RecentAction.Answer(true))
        presenter.act(RecentAction.Answer(true))
        assertEquals("empty", presenter.state.value.view.view?.empty)
        assertEquals(1, core.calls.count { it == "eraseRecent" })
    }

    @Test
    fun `what could not be read is tried again`() {
        core.recent = { throw AppException.Storage("storage", "happened", "safe", "todo") }
        val presenter = presenter()
        assertEquals("storage", presenter.state.value.view.problem?.code)
        core.recent = { RecentView(kept, "") }
        presenter.act(RecentAction.TryAgain)
        assertEquals(1, presenter.state.value.view.view?.rows?.size)
    }

    @Test
    fun `the registers on this phone are asked for again when one came`() {
        core.registers = { RegistersView(emptyList(), "none") }
        val presenter = RegistersPresenter(environment(core, news = news), syncing)
        assertEquals("none", presenter.state.value.view.view?.empty)
        core.registers = { throw AppException.Storage("storage", "happened", "safe", "todo") }
        news.value++
        assertEquals("storage", presenter.state.value.view.problem?.code)
        core.registers = { RegistersView(emptyList(), "none") }
        presenter.act(RegistersAction.TryAgain)
        assertEquals("none", presenter.state.value.view.view?.empty)
    }
}
