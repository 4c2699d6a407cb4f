package standing.logic.join

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AppException
import standing.core.AuthorityPreview
import standing.core.JoinView
import standing.core.LinkTarget
import standing.core.LinkView
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.NamesakesView
import standing.logic.LINK_LIMIT
import standing.logic.NetworkKind
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.OWNER
import standing.logic.samples.FakeCore
import standing.logic.samples.SETTINGS
import standing.logic.samples.environment

class JoinTest {
    private val link = "standing:join?v=1"
    private var here = emptyList<MembershipView>()
    private val phone = FakePlatform()
    private val sent = mutableListOf<Pair<String, String>>()
    private val answers = mutableListOf<Boolean>()
    private var joined = 0
    private val core =
        FakeCore().apply {
            settings = { SETTINGS }
            memberships = { here }
            readLink = { LinkView(LinkTarget.AUTHORITY, "credit.example", "files.example", "", emptyList(), emptyList()) }
            authorityPreview = { PREVIEW }
            join = { link, code -> JoinView("m", "Yangqiao", "Wang ∗ying", "").also { sent += link to code } }
            confirm = { _, mine -> answers += mine }
        }

    private fun open(link: String = "", saved: String? = null): JoinPresenter {
        val environment = environment(core, news = MutableStateFlow(0))
        return JoinPresenter(environment, ShellPresenter(environment), phone, link, saved) { joined += 1 }
    }

    private fun JoinPresenter.typed(link: String = this@JoinTest.link) =
        apply {
            act(JoinAction.TypeLink(link))
            act(JoinAction.Read)
        }

    private fun JoinPresenter.looked() = apply { act(JoinAction.Look) }

    private fun JoinPresenter.coded(code: String = "7K4M") =
        apply {
            act(JoinAction.TypeCode(code))
            act(JoinAction.Send)
        }

    private val JoinPresenter.step get() = state.value.step

    @Test
    fun `a letter is joined in four steps, and the authority says who it is before the code is asked`() {
        val join = open().typed(" $link\n")
        assertEquals(JoinStep.LOOK, join.step)
        assertEquals("credit.example", join.state.value.read?.iss)
        assertEquals(listOf("readLink"), core.calls.filter { it != "settings" && it != "memberships" })
        join.looked()
        assertEquals(JoinStep.CODE to PREVIEW, join.step to join.state.value.preview)
        assertTrue(sent.isEmpty())
        join.coded(" 7K4M ")
        assertEquals(listOf(link to "7K4M"), sent)
        assertEquals(JoinStep.HINT, join.step)
        assertEquals("Wang ∗ying", join.state.value.hint?.hint)
        assertEquals(0, joined)
        join.act(JoinAction.Answer(mine = true))
        assertEquals(JoinStep.JOINED, join.step)
        assertEquals(listOf(true), answers)
        assertEquals(1, joined)
    }

    @Test
    fun `a link that was opened is read at once`() {
        assertEquals(JoinStep.LOOK, open(link).step)
    }

    @Test
    fun `a letter of somebody else is declined, and nothing is begun`() {
        val join = open(link).looked().coded()
        join.act(JoinAction.Answer(mine = false))
        assertEquals(JoinStep.DECLINED, join.step)
        assertEquals(0, joined)
        assertNull(join.saved())
    }

    @Test
    fun `an authority that cannot be looked at asks for no code`() {
        core.authorityPreview = { throw AppException.Unreachable("unreachable", "No answer.", "What is on this phone is unchanged.", "Try again.") }
        val join = open(link).looked()
        assertEquals("unreachable", join.state.value.problem?.code)
        join.coded()
        assertEquals(JoinStep.LOOK, join.step)
        assertTrue(sent.isEmpty())
        core.authorityPreview = { PREVIEW }
        assertEquals(JoinStep.CODE, join.looked().step)
    }

    @Test
    fun `a name that reads as a held one is shown beside it, and the code is asked only after the person goes on`() {
        core.authorityPreview = { PREVIEW.copy(namesakes = NamesakesView("Same name", "Compare.", emptyList(), "Both keep it.", "these")) }
        val join = open(link).looked()
        assertEquals(JoinStep.NAMESAKES, join.step)
        join.coded()
        assertEquals(JoinStep.NAMESAKES to emptyList<Pair<String, String>>(), join.step to sent)
        join.act(JoinAction.Back)
        assertEquals(JoinStep.LOOK, join.step)
        join.looked().act(JoinAction.KeepBoth)
        assertEquals(JoinStep.CODE, join.step)
        join.coded()
        assertEquals(JoinStep.HINT to listOf(link to "7K4M"), join.step to sent)
        assertTrue("joinNamesake" in core.calls && "join" !in core.calls)
    }

    @Test
    fun `an address that answers with another root ends it, and no code can be sent after that`() {
        core.authorityPreview = { throw AppException.Untrusted("root-mismatch", "Another root.", "", "Do not go on.") }
        val join = open(link).looked()
        assertEquals("root-mismatch", join.state.value.problem?.code)
        join.coded()
        assertEquals(JoinStep.ENDED, join.step)
        assertTrue(sent.isEmpty())
    }

    @Test
    fun `a link of another app says so, and the next letter typed takes that away`() {
        core.readLink = { throw AppException.Invalid("link-foreign", "Not a link.", "", "Scan again.") }
        val join = open().typed("https://example.org")
        assertEquals(JoinStep.LINK, join.step)
        assertEquals("link-foreign", join.state.value.problem?.code)
        join.act(JoinAction.TypeLink("s"))
        assertNull(join.state.value.problem)
    }

    @Test
    fun `a link to a register is not joined`() {
        core.readLink = { LinkView(LinkTarget.REGISTER, "", "register.example", "", emptyList(), emptyList()) }
        val join = open().typed().looked().coded()
        assertEquals(JoinStep.LINK, join.step)
        assertTrue(join.state.value.leadsToRegister)
        assertTrue(sent.isEmpty())
    }

    @Test
    fun `a wrong code says so, stays to be put right, and can be sent again`() {
        core.join = { _, _ -> throw AppException.Refused("code-unknown", "Unknown code.", "", "Compare.") }
        val join = open(link).looked().coded("WRONG")
        assertEquals(JoinStep.CODE, join.step)
        assertEquals("WRONG", join.state.value.code)
        assertEquals("code-unknown", join.state.value.problem?.code)
        core.join = { _, _ -> JoinView("m", "Yangqiao", "Wang ∗ying", "") }
        join.coded("RIGHT")
        assertEquals(JoinStep.HINT, join.step)
    }

    @Test
    fun `without a network the code stays, and there is a word for it`() {
        phone.kind = NetworkKind.NONE
        core.join = { _, _ -> throw AppException.Unreachable("unreachable", "No answer.", "What is on this phone is unchanged.", "Try again.") }
        val join = open(link).looked().coded()
        assertTrue(join.state.value.offline)
        assertEquals("7K4M", join.state.value.code)
        assertFalse(join.state.value.busy)
        phone.kind = NetworkKind.METERED
        phone.refreshes.tryEmit(Unit)
        assertFalse(join.state.value.offline)
    }

    @Test
    fun `every button tapped twice does nothing twice`() {
        val wait = CompletableDeferred<JoinView>()
        core.join = { link, code -> wait.await().also { sent += link to code } }
        val join = open(link)
        repeat(2) { join.act(JoinAction.Look) }
        join.coded()
        join.act(JoinAction.Send)
        join.act(JoinAction.TypeCode("OTHER"))
        join.act(JoinAction.Back)
        assertTrue(join.state.value.busy)
        assertTrue(join.staysOnBack)
        wait.complete(JoinView("m", "Yangqiao", "Wang ∗ying", ""))
        assertEquals(listOf(link to "7K4M"), sent)
        join.act(JoinAction.Answer(mine = true))
        join.act(JoinAction.Answer(mine = false))
        assertEquals(listOf(true), answers)
        assertEquals(1, joined)
    }

    @Test
    fun `nothing is sent for an empty code or an empty link`() {
        open().typed("  ").looked().coded()
        open(link).looked().coded("  ")
        assertTrue(sent.isEmpty())
        assertEquals(1, core.calls.count { it == "readLink" })
    }

    @Test
    fun `back goes one step at a time and keeps what was typed`() {
        val join = open(link).looked()
        join.act(JoinAction.TypeCode("7K"))
        join.act(JoinAction.Back)
        assertEquals(JoinStep.LOOK, join.step)
        join.act(JoinAction.Back)
        assertEquals(JoinStep.LINK, join.step)
        assertFalse(join.staysOnBack)
        assertEquals(link, join.state.value.link)
        assertEquals("7K", join.state.value.code)
    }

    @Test
    fun `the link survives the process at every step, and the code is kept nowhere`() {
        val link = open().apply { act(JoinAction.TypeLink("standing:jo")) }
        assertEquals("standing:jo", open(saved = link.saved()).state.value.link)
        val compare = open().typed()
        assertEquals(JoinStep.LOOK, open(saved = compare.saved()).step)
        val code = compare.looked().apply { act(JoinAction.TypeCode("7K4")) }
        val again = open(saved = code.saved())
        assertEquals(JoinStep.LOOK, again.step)
        assertFalse("7K4" in code.saved().orEmpty())
        assertEquals("", again.state.value.code)
        assertNotNull(again.state.value.read)
        assertNull(open().saved())
    }

    @Test
    fun `joining that was interrupted goes on at the hint`() {
        val coded = open(link).looked().apply { act(JoinAction.TypeCode("7K4M")) }
        here = listOf(MembershipView("m", "Yangqiao", "Wang ∗ying", MembershipState.TO_CONFIRM, "AAAA", "", OWNER))
        for (join in listOf(open(), open(saved = coded.saved()))) {
            assertEquals(JoinStep.HINT, join.step)
            assertEquals("Yangqiao", join.state.value.hint?.authority)
        }
        assertEquals("a link means that link", JoinStep.LOOK, open(link).step)
    }

    @Test
    fun `an answer that was kept by another version is forgotten`() {
        assertEquals(JoinState(), open(saved = "{\"moon\":1}").state.value)
    }

    @Test
    fun `ten thousand characters are no link and no code`() {
        val join = open()
        join.act(JoinAction.TypeLink("长".repeat(10_000)))
        join.act(JoinAction.TypeCode("7".repeat(10_000)))
        assertEquals(LINK_LIMIT + 1, join.state.value.link.length)
        assertTrue(join.state.value.code.length < 1_000)
    }

    @Test
    fun `when a yes cannot be kept, it can be said again`() {
        core.confirm = { _, _ -> throw AppException.Storage("storage-full", "No room.", "What is on this phone is unchanged.", "Make room.") }
        val join = open(link).looked().coded()
        join.act(JoinAction.Answer(mine = true))
        assertEquals(JoinStep.HINT, join.step)
        assertEquals(0, joined)
        core.confirm = { _, mine -> answers += mine }
        join.act(JoinAction.Answer(mine = true))
        assertEquals(1, joined)
    }
}

private val PREVIEW = AuthorityPreview("credit.example", "It calls itself “Yangqiao”.", "Nothing proves this yet.", "api.example", emptyList(), null)
