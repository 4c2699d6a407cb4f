package standing.logic.join

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import standing.logic.samples.Phone
import standing.logic.samples.Sandbox
import standing.logic.scenario.Stage

/** An authority that does not answer, and a person who does not want to wait for it. */
class StoppedJoinTest {
    private fun Sandbox.hangs(on: String) {
        control("mischief", """{"mischief": {"slow": {"millis": 60000}}, "on": "$on"}""")
    }

    /** Acts once as soon as it is time for it. */
    private fun Stage.untilStopped(link: String, code: String, begin: JoinPresenter.() -> Unit): JoinState {
        lateinit var join: JoinPresenter
        return play(
            { environment -> JoinPresenter(environment, shell(environment, null), platform, link) {}.also { join = it } },
            until = { now ->
                when {
                    now.step == JoinStep.CODE && now.code.isEmpty() -> join.act(JoinAction.TypeCode(code))
                    now.step == JoinStep.CODE && !now.busy && now.problem == null -> join.begin()
                    now.step == JoinStep.LOOK && !now.busy && now.problem == null -> join.act(JoinAction.Look)
                    now.stoppable && now.step == JoinStep.CODE -> join.act(JoinAction.Stop)
                    else -> Unit
                }
                now.problem != null
            },
        )
    }

    @Test
    fun `a person who stops is where they were, with what they typed`() {
        Sandbox().use { sandbox ->
            Phone().use { phone ->
                Stage(phone.app, sandbox).use { stage ->
                    val code = sandbox.code()
                    val began = System.nanoTime()
                    val stopped = stage.untilStopped(sandbox.link, code) {
                        sandbox.hangs("devices")
                        act(JoinAction.Send)
                    }
                    assertTrue("it waited", System.nanoTime() - began < 30_000_000_000)
                    assertEquals("join-stopped", stopped.problem?.code)
                    assertEquals(Triple(JoinStep.CODE, code, false), Triple(stopped.step, stopped.code, stopped.busy))
                    assertTrue(phone.app.memberships().isEmpty())
                    sandbox.control("reset")
                    phone.join(sandbox, code = code)
                    assertEquals(1, phone.app.memberships().size)
                }
            }
        }
    }
}
