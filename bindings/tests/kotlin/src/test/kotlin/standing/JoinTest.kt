package standing

import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.ClassRule
import org.junit.Rule
import org.junit.Test
import standing.core.App
import standing.core.AppException
import standing.core.MembershipState
import standing.core.NetworkKind
import standing.core.Stopper

/** Joining and syncing over real HTTP: exported futures only wait, the core does the work. */
class JoinTest {
    @get:Rule val phone = Phone()

    @After fun calm() = sandbox.calm()

    @Test
    fun `a phone joins, syncs and shows home in six calls`() = runBlocking {
        val app = phone.open()
        val asked = app.join(sandbox.link, sandbox.code(), Stopper())
        app.confirm(asked.membership, true)
        val synced = app.sync(NetworkKind.UNMETERED).wait()
        assertTrue(synced.text, synced.complete)
        val home = app.home(asked.membership)
        assertEquals(8u, home.statement?.seq)
        assertEquals(listOf(MembershipState.ACTIVE), app.memberships().map { it.state })
    }

    @Test
    fun `the same phone goes on after a restart`() = runBlocking {
        val before = joined(phone.open())
        val app = phone.reopen()
        assertEquals(before, app.memberships().single().membership)
        assertEquals(8u, app.home(before).statement?.seq)
    }

    /** Kotlin drops the future when a coroutine is cancelled; what it waited for goes on. */
    @Test
    fun `leaving the screen gives up the waiting, not the joining`() = runBlocking {
        val app = phone.open()
        sandbox.control("mischief", """{"mischief": {"slow": {"millis": 600}}, "on": "devices", "times": 1}""")
        val code = sandbox.code()
        val screen = launch { app.join(sandbox.link, code, Stopper()) }
        delay(300)
        screen.cancelAndJoin()
        val joined = (1..100).any { delay(50); app.memberships().isNotEmpty() }
        assertTrue("the membership waits to be confirmed", joined)
    }

    @Test
    fun `joining that is stopped ends at once, and the same code goes on`() = runBlocking {
        val app = phone.open()
        sandbox.control("mischief", """{"mischief": {"slow": {"millis": 60000}}, "on": "devices"}""")
        val (code, stopper) = sandbox.code() to Stopper()
        launch {
            delay(500)
            stopper.stop()
        }
        val error = withTimeout(10_000) { runCatching { app.join(sandbox.link, code, stopper) }.exceptionOrNull() }
        assertEquals("join-stopped", (error as AppException.Unreachable).code)
        assertTrue(app.memberships().isEmpty())
        sandbox.calm()
        val joined = app.join(sandbox.link, code, Stopper())
        assertEquals(listOf(joined.membership), app.memberships().map { it.membership })
    }

    @Test
    fun `a sync that is stopped says so and keeps what it had`() = runBlocking {
        val app = phone.open()
        val membership = joined(app)
        sandbox.control("mischief", """{"mischief": {"slow": {"millis": 400}}}""")
        val run = app.sync(NetworkKind.UNMETERED)
        delay(100)
        run.stop()
        val view = run.wait()
        assertTrue(view.stopped)
        assertFalse(view.complete)
        assertEquals(8u, app.home(membership).statement?.seq)
    }

    @Test
    fun `giving up the waiting does not stop a sync`() = runBlocking {
        val app = phone.open()
        val asked = app.join(sandbox.link, sandbox.code(), Stopper())
        app.confirm(asked.membership, true)
        val run = app.sync(NetworkKind.UNMETERED)
        launch { run.wait() }.cancelAndJoin()
        assertTrue(run.wait().complete)
    }

    private suspend fun joined(app: App): String {
        val asked = app.join(sandbox.link, sandbox.code(), Stopper())
        app.confirm(asked.membership, true)
        assertTrue(app.sync(NetworkKind.UNMETERED).wait().complete)
        return asked.membership
    }

    companion object {
        @ClassRule @JvmField val sandbox = Sandbox()
    }
}
