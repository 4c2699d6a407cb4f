package standing.logic.businesses

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Test
import standing.core.AppException
import standing.core.Problem
import standing.core.RegisterRow
import standing.core.RegistersView
import standing.logic.NetworkKind
import standing.logic.samples.FakeCore
import standing.logic.samples.FakeSync
import standing.logic.samples.SURPRISE
import standing.logic.samples.environment
import standing.logic.sync.Syncing
import standing.logic.view

class RegistersPresenterTest {
    private val row = RegisterRow("publisher", "region", "register.example", "0K3F 7QH2", "added", "text", "You rely on it.", true, "", emptyList())
    private val rows = mutableListOf(row)
    private val core = FakeCore().apply {
        registers = { RegistersView(rows.toList(), "") }
        removeRegister = { fingerprint -> rows.removeIf { it.fingerprint == fingerprint } }
    }
    private var changes = 0
    private val network = NetworkKind.METERED
    private val main = CoroutineScope(Dispatchers.Unconfined)
    private val syncing = Syncing(core, Dispatchers.Unconfined, main, { network }, { changes++ }) { SURPRISE }
    private val presenter = RegistersPresenter(environment(core), syncing) { changes++ }

    @Test
    fun `an update that waits is fetched when the person wants it, and can be stopped`() {
        val run = FakeSync()
        val updated = mutableListOf<String>()
        core.updateRegister = { run.also { _ -> updated += it } }
        presenter.act(RegistersAction.Update(row.fingerprint))
        assertEquals(listOf(row.fingerprint), updated)
        assertEquals(true, presenter.state.value.sync.running)
        presenter.act(RegistersAction.StopUpdate)
        assertEquals(true, presenter.state.value.sync.stopping)
        val problem = Problem("stopped", "", "", "")
        run.fail(AppException.Unreachable("stopped", "", "", ""))
        assertEquals(problem, presenter.state.value.obstacle)
    }

    @Test
    fun `reliance is changed, and where it is refused the list stays as it is`() {
        core.relyOnRegister = { _, relied -> RegistersView(listOf(row.copy(relied = relied)), "") }
        presenter.act(RegistersAction.Rely(row.fingerprint, false))
        assertEquals(false, presenter.state.value.view.view?.rows?.single()?.relied)
        assertEquals(1, changes)
        val problem = Problem("root-other", "", "", "")
        core.relyOnRegister = { _, _ -> throw AppException.Untrusted(problem.code, "", "", "") }
        presenter.act(RegistersAction.Rely(row.fingerprint, true))
        assertEquals(problem, presenter.state.value.problem)
        assertEquals(false, presenter.state.value.view.view?.rows?.single()?.relied)
    }

    @Test
    fun `a register is removed after a yes, and only then`() {
        presenter.act(RegistersAction.Answer(true))
        presenter.act(RegistersAction.Remove(row))
        assertEquals(row, presenter.state.value.asking)
        presenter.act(RegistersAction.Answer(false))
        assertNull(presenter.state.value.asking)
        assertFalse("removeRegister" in core.calls)
        presenter.act(RegistersAction.Remove(row))
        presenter.act(RegistersAction.Answer(true))
        assertEquals(emptyList<RegisterRow>(), presenter.state.value.view.view?.rows)
        assertEquals("every screen asks again", 1, changes)
    }
}
