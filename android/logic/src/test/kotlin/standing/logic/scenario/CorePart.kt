package standing.logic.scenario

import kotlinx.coroutines.runBlocking
import standing.core.AppException
import standing.logic.Load
import standing.logic.ShellPresenter
import standing.logic.ShellState

/** What no screen does, or a screen of another feature: the sandbox's doings, joining, erasing. */
object CorePart : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? =
        try {
            when (action) {
                "control" -> Outcome.Done(stage.sandbox.control(with.text("what"), with.json("body")?.toString().orEmpty()))
                "memberships" -> memberships(stage)
                "read_link" -> stage.core.readLink(with.text("link")).let { done("leads_to" to it.leadsTo, "fingerprint" to it.fingerprint) }
                "join" -> join(stage, with)
                "confirm" -> done().also { stage.core.confirm(with.text("membership"), with.yes("mine")) }
                "erase" -> done().also { stage.core.erase() }
                else -> null
            }
        } catch (refused: AppException) {
            Outcome.Problem(refused.problem().code)
        }

    private fun memberships(stage: Stage): Outcome {
        val shell = stage.play<ShellPresenter, ShellState>({ ShellPresenter(it) }) { it.memberships !is Load.Loading }
        return outcome(shell.memberships) { all -> done("states" to all.map { it.state }) }
    }

    private fun join(stage: Stage, with: With): Outcome {
        val joined = runBlocking { stage.core.join(with.text("link"), with.text("code")) }
        return done("membership" to joined.membership, "hint" to joined.hint, "fingerprint" to joined.fingerprint)
    }
}
