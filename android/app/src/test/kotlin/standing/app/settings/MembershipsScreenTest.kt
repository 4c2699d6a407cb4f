package standing.app.settings

import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.app.inHand
import standing.core.Language
import standing.core.LeaveView
import standing.logic.AppLock
import standing.logic.Place
import standing.logic.ShellPresenter
import standing.logic.fake.FakePlatform
import standing.logic.samples.Samples
import standing.logic.samples.core
import standing.logic.samples.environment
import standing.logic.samples.people
import standing.logic.settings.MembershipsAction
import standing.logic.settings.MembershipsPresenter

class MembershipsScreenTest {
    @Test
    fun `before an authority is left, everything of that person can be saved, and nothing is left by it`() {
        val core = Samples.english.core().apply {
            people = { Samples.english.people(memberships.invoke()) }
            leaving = { LeaveView("Yangqiao", "Its statements and your records are erased.") }
        }
        val (environment, phone, went) = Triple(environment(core), FakePlatform(), mutableListOf<Place>())
        val shell = ShellPresenter(environment)
        val presenter = MembershipsPresenter(environment, shell, AppLock(phone.screenLock, environment.scope) { "" })
        val last = core.memberships.invoke().last().membership
        inHand(Language.ENGLISH, content = {
            val state by presenter.state.collectAsState()
            MembershipsScreen(state, presenter::act, { went += it }) {}
        }, test = {
            onMain { presenter.act(MembershipsAction.Leave(last)) }
            settle()
            assertTrue(sees("Its statements and your records are erased."))
            tap("First save everything to a file")
            assertEquals(listOf(Place.Archive) to last, went to shell.state.value.chosen)
            assertFalse(sees("Its statements and your records are erased."))
            assertFalse("leaveMembership" in core.calls)
        })
    }
}
