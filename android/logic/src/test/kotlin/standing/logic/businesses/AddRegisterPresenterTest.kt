package standing.logic.businesses

import kotlinx.coroutines.CompletableDeferred
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.GroupAnswer
import standing.core.LinkTarget
import standing.core.RegisterView
import standing.logic.Load
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.desk
import standing.logic.view

class AddRegisterPresenterTest {
    private val core = FakeCore().apply {
        readLink = { link(LinkTarget.REGISTER) }
        addRegister = { REGISTER }
        checkGroups = { _, typed -> groups = typed }
    }

    private var groups = emptyList<GroupAnswer>()

    private fun AddRegisterPresenter.typed() =
        apply { for (asked in state.value.read?.view?.groups.orEmpty()) act(AddRegisterAction.TypeGroup(asked.number, "7qh2")) }

    private var changes = 0

    private fun presenter(link: String = "", saved: String? = null) =
        AddRegisterPresenter(desk(core), link, { changes++ }, saved)

    @Test
    fun `a link that was opened asks for two groups, and fetches nothing before both were typed`() {
        val presenter = presenter("standing:register?x")
        assertEquals(listOf("Group 2", "Group 5"), presenter.state.value.read?.view?.groups?.map { it.label })
        presenter.act(AddRegisterAction.TypeGroup(2u, "7qh2"))
        presenter.act(AddRegisterAction.Add)
        assertEquals(listOf("readLink"), core.calls)
        presenter.typed().act(AddRegisterAction.Add)
        assertEquals(REGISTER, presenter.state.value.added?.view)
        assertEquals(listOf("readLink", "checkGroups", "addRegister"), core.calls)
        assertEquals(listOf(GroupAnswer(2u, "7qh2"), GroupAnswer(5u, "7qh2")), groups)
        assertEquals("every screen asks anew", 1, changes)
    }

    @Test
    fun `a group that differs adds nothing, and can be put right`() {
        core.checkGroups = { _, _ -> throw invalid("groups-differ") }
        val presenter = presenter("standing:register?x").typed()
        presenter.act(AddRegisterAction.Add)
        assertEquals("groups-differ", presenter.state.value.added?.problem?.code)
        assertFalse("addRegister" in core.calls)
        core.checkGroups = { _, _ -> }
        presenter.typed().act(AddRegisterAction.Add)
        assertEquals(REGISTER, presenter.state.value.added?.view)
    }

    @Test
    fun `a link to an authority adds no register`() {
        core.readLink = { link(LinkTarget.AUTHORITY) }
        val presenter = presenter("standing:join?x")
        assertTrue(presenter.state.value.leadsElsewhere)
        presenter.act(AddRegisterAction.Add)
        assertEquals(listOf("readLink"), core.calls)
    }

    @Test
    fun `another text is another link, to be read and compared anew`() {
        val presenter = presenter("standing:register?x")
        presenter.act(AddRegisterAction.Type("standing:register?y"))
        assertNull(presenter.state.value.read)
        presenter.act(AddRegisterAction.Add)
        assertEquals(listOf("readLink"), core.calls)
        core.readLink = { throw invalid("link-foreign") }
        presenter.act(AddRegisterAction.Read)
        assertEquals("link-foreign", presenter.state.value.read?.problem?.code)
        assertEquals("standing:register?y", presenter(saved = presenter.saved()).state.value.link)
    }

    @Test
    fun `fetching is begun once, can be stopped, and begun again`() {
        val first = CompletableDeferred<RegisterView>()
        core.addRegister = { first.await() }
        val presenter = presenter("standing:register?x").typed()
        repeat(2) { presenter.act(AddRegisterAction.Add) }
        assertEquals(Load.Loading, presenter.state.value.added)
        assertEquals(1, core.calls.count { it == "addRegister" })
        presenter.act(AddRegisterAction.Type("standing:register?y"))
        assertEquals("standing:register?x", presenter.state.value.link)
        presenter.act(AddRegisterAction.Stop)
        assertNull(presenter.state.value.added)
        first.complete(REGISTER)
        assertNull(presenter.state.value.added)
        core.addRegister = { REGISTER }
        presenter.act(AddRegisterAction.Add)
        assertEquals(REGISTER, presenter.state.value.added?.view)
    }

    @Test
    fun `nothing typed reads nothing`() {
        presenter().act(AddRegisterAction.Read)
        assertFalse("readLink" in core.calls)
    }
}
