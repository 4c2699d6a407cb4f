package standing.logic.join

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.flow.MutableStateFlow
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.core.AuthorityPreview
import standing.core.JoinView
import standing.core.LinkTarget
import standing.core.LinkView
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.FakeCore
import standing.logic.samples.SETTINGS
import standing.logic.samples.environment

/** Another place is about to take joining away. */
class LeavingJoinTest {
    private val link = "standing:join?v=1"
    private val core =
        FakeCore().apply {
            settings = { SETTINGS }
            memberships = { emptyList() }
            readLink = { LinkView(LinkTarget.AUTHORITY, "credit.example", "files.example", "", emptyList(), emptyList()) }
            authorityPreview = { AuthorityPreview("credit.example", "", "", "api.example", emptyList(), null) }
            join = { _, _ -> JoinView("m", "Yangqiao", "Wang ∗ying", "") }
        }

    private fun open(link: String = "", saved: String? = null): JoinPresenter {
        val environment = environment(core, news = MutableStateFlow(0))
        return JoinPresenter(environment, ShellPresenter(environment), FakePlatform(), link, saved) {}
    }

    private fun JoinPresenter.asks(): Boolean {
        act(JoinAction.Elsewhere)
        return state.value.leaving
    }

    private fun JoinPresenter.coded() =
        apply {
            act(JoinAction.Look)
            act(JoinAction.TypeCode("7K4M"))
        }

    @Test
    fun `it asks at each step at which something was typed, and in the next process as well`() {
        val join = open()
        assertFalse("nothing was typed", join.asks())
        join.act(JoinAction.TypeLink(link))
        assertTrue(join.asks())
        join.act(JoinAction.Stay)
        join.act(JoinAction.Read)
        assertTrue(open(saved = join.saved()).asks())
        assertTrue(join.coded().asks())
    }

    @Test
    fun `a link that was opened is in the letter still, a code that was typed for it is not`() {
        assertFalse(open(link).asks())
        assertTrue(open(link).coded().asks())
    }

    @Test
    fun `a no keeps everything, a yes leaves and asks no more`() {
        val join = open(link).coded()
        val typed = join.state.value
        for (no in listOf(JoinAction.Stay, JoinAction.Back)) {
            assertTrue(join.asks() && join.staysOnBack)
            join.act(no)
            join.act(JoinAction.Leave)
            assertEquals("a yes that comes after the no", typed, join.state.value)
        }
        join.asks()
        join.act(JoinAction.Leave)
        assertTrue(join.state.value.left)
        assertFalse(join.asks())
    }

    @Test
    fun `what is on its way, or was sent, is not asked about`() {
        val wait = CompletableDeferred<JoinView>()
        core.join = { _, _ -> wait.await() }
        val join = open(link).coded().apply { act(JoinAction.Send) }
        assertFalse(join.asks())
        wait.complete(JoinView("m", "Yangqiao", "Wang ∗ying", ""))
        assertEquals(JoinStep.HINT, join.state.value.step)
        assertFalse(join.asks())
    }
}
