package standing.logic.businesses

import kotlinx.coroutines.CompletableDeferred
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.Fetch
import standing.core.GroupAnswer
import standing.core.LinkTarget
import standing.core.RegisterView
import standing.logic.Load
import standing.logic.NetworkKind
import standing.logic.problem
import standing.logic.samples.FakeCore
import standing.logic.samples.environment
import standing.logic.view

class AddRegisterPresenterTest {
    private val core = FakeCore().apply {
        readLink = { link(LinkTarget.REGISTER) }
        checkGroups = { _, typed -> groups = typed }
        addRegister = { _, relied -> REGISTER.also { answers += relied } }
    }

    private var groups = emptyList<GroupAnswer>()

    private fun AddRegisterPresenter.typed() =
        apply { for (asked in state.value.read?.view?.groups.orEmpty()) act(AddRegisterAction.TypeGroup(asked.number, "7qh2")) }

    private fun AddRegisterPresenter.compared() = typed().apply { act(AddRegisterAction.Check) }

    private var changes = 0
    private var network = NetworkKind.UNMETERED

    /** What the person answered, each time that it was fetched. */
    private val answers = mutableListOf<Boolean>()

    private fun presenter(link: String = "", saved: String? = null) =
        AddRegisterPresenter(environment(core), { network }, link, { changes++ }, saved)

    @Test
    fun `a link that was opened asks for two groups, and fetches nothing before both were typed`() {
        val presenter = presenter("standing:register?x")
        assertEquals(listOf("Group 2", "Group 5"), presenter.state.value.read?.view?.groups?.map { it.label })
        presenter.act(AddRegisterAction.TypeGroup(2u, "7qh2"))
        presenter.act(AddRegisterAction.Check)
        assertEquals(listOf("readLink"), core.calls)
        presenter.typed()
        presenter.act(AddRegisterAction.Add(relied = true))
        assertEquals("what was not compared is not fetched", listOf("readLink"), core.calls)
        presenter.act(AddRegisterAction.Check)
        assertTrue(presenter.state.value.compared)
        assertEquals("comparing alone fetches nothing", listOf("readLink", "checkGroups"), core.calls)
        assertEquals(listOf(GroupAnswer(2u, "7qh2"), GroupAnswer(5u, "7qh2")), groups)
        presenter.act(AddRegisterAction.Add(relied = false))
        assertEquals(REGISTER, presenter.state.value.added?.view)
        assertEquals(listOf("readLink", "checkGroups", "addRegister"), core.calls)
        assertEquals(listOf(false), answers)
        assertEquals("every screen asks again", 1, changes)
    }

    @Test
    fun `a group that differs adds nothing, and can be put right`() {
        core.checkGroups = { _, _ -> throw invalid("groups-differ") }
        val presenter = presenter("standing:register?x").compared()
        assertEquals("groups-differ", presenter.state.value.checked?.problem?.code)
        presenter.act(AddRegisterAction.Add(relied = true))
        assertFalse("addRegister" in core.calls)
        core.checkGroups = { _, _ -> }
        presenter.compared().act(AddRegisterAction.Add(relied = true))
        assertEquals(REGISTER, presenter.state.value.added?.view)
    }

    @Test
    fun `another group typed after comparing is compared again`() {
        val presenter = presenter("standing:register?x").compared()
        presenter.act(AddRegisterAction.TypeGroup(2u, "7qh3"))
        assertFalse(presenter.state.value.compared)
        presenter.act(AddRegisterAction.Add(relied = true))
        assertFalse("addRegister" in core.calls)
    }

    @Test
    fun `a link to an authority adds no register`() {
        core.readLink = { link(LinkTarget.AUTHORITY) }
        val presenter = presenter("standing:join?x")
        assertTrue(presenter.state.value.leadsElsewhere)
        presenter.act(AddRegisterAction.Check)
        presenter.act(AddRegisterAction.Add(relied = true))
        assertEquals(listOf("readLink"), core.calls)
    }

    @Test
    fun `another text is another link, to be read and compared again`() {
        val presenter = presenter("standing:register?x")
        presenter.act(AddRegisterAction.Type("standing:register?y"))
        assertNull(presenter.state.value.read)
        presenter.act(AddRegisterAction.Check)
        presenter.act(AddRegisterAction.Add(relied = true))
        assertEquals(listOf("readLink"), core.calls)
        core.readLink = { throw invalid("link-foreign") }
        presenter.act(AddRegisterAction.Read)
        assertEquals("link-foreign", presenter.state.value.read?.problem?.code)
        assertEquals("standing:register?y", presenter(saved = presenter.saved()).state.value.link)
    }

    @Test
    fun `over a network that charges a large one is fetched only after its size was said and wanted`() {
        network = NetworkKind.METERED
        core.addRegister = { _, _ ->
            if (core.fetches.last() == Fetch.SMALL) throw AppException.Refused("asks-first", "18 MB would be fetched.", "", "") else REGISTER
        }
        val presenter = presenter("standing:register?x").compared()
        presenter.act(AddRegisterAction.Add(relied = true))
        assertTrue(presenter.state.value.asksFirst)
        assertEquals("18 MB would be fetched.", presenter.state.value.added?.problem?.happened)
        presenter.act(AddRegisterAction.FetchNow)
        assertEquals(REGISTER, presenter.state.value.added?.view)
        assertEquals(listOf(Fetch.SMALL, Fetch.ALL), core.fetches)
        network = NetworkKind.UNMETERED
        presenter("standing:register?x").compared().act(AddRegisterAction.Add(relied = true))
        assertEquals("a network that does not charge is used unasked", Fetch.ALL, core.fetches.last())
    }

    @Test
    fun `what was agreed to for one link is not agreed to for another`() {
        network = NetworkKind.NONE
        core.addRegister = { _, _ -> throw AppException.Refused("asks-first", "18 MB would be fetched.", "", "") }
        val presenter = presenter("standing:register?x").compared()
        presenter.act(AddRegisterAction.Add(relied = true))
        presenter.act(AddRegisterAction.FetchNow)
        presenter.act(AddRegisterAction.Type("standing:register?y"))
        presenter.act(AddRegisterAction.Read)
        presenter.compared().act(AddRegisterAction.Add(relied = true))
        assertEquals(listOf(Fetch.SMALL, Fetch.ALL, Fetch.SMALL), core.fetches)
    }

    @Test
    fun `fetching is begun once, can be stopped, and begun again`() {
        val first = CompletableDeferred<RegisterView>()
        core.addRegister = { _, _ -> first.await() }
        val presenter = presenter("standing:register?x").compared()
        repeat(2) { presenter.act(AddRegisterAction.Add(relied = true)) }
        assertEquals(Load.Loading, presenter.state.value.added)
        assertEquals(1, core.calls.count { it == "addRegister" })
        presenter.act(AddRegisterAction.Type("standing:register?y"))
        assertEquals("standing:register?x", presenter.state.value.link)
        presenter.act(AddRegisterAction.Stop)
        assertNull(presenter.state.value.added)
        first.completeExceptionally(invalid("stopped"))
        assertNull("what was stopped is no problem", presenter.state.value.added)
        core.addRegister = { _, _ -> REGISTER }
        presenter.act(AddRegisterAction.Add(relied = true))
        assertEquals(REGISTER, presenter.state.value.added?.view)
    }

    @Test
    fun `nothing typed reads nothing`() {
        presenter().act(AddRegisterAction.Read)
        assertFalse("readLink" in core.calls)
    }
}
