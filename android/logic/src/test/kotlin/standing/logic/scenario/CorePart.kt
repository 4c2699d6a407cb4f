package standing.logic.scenario

import kotlinx.coroutines.runBlocking
import standing.core.AppException
import standing.core.Stopper
import standing.logic.Load
import standing.logic.ShellPresenter
import standing.logic.ShellState
import standing.scenario.facts
import standing.scenario.typed

/** What no screen does, or a screen of another feature: the sandbox's doings, joining, erasing. */
object CorePart : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? =
        try {
            when (action) {
                "control" -> Outcome.Done(stage.sandbox.control(with.text("what"), with.json("body")?.toString().orEmpty()))
                "memberships" -> memberships(stage)
                "read_link" -> Outcome.Done(stage.core.readLink(with.text("link")).facts())
                "authority_preview" -> Outcome.Done(runBlocking { stage.core.authorityPreview(with.text("link"), Stopper()) }.facts())
                "check_groups" -> done().also { stage.core.checkGroups(with.text("link"), stage.core.typed(with.text("link"), with.json("groups"))) }
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
        return outcomeOf(shell.memberships) { it.facts() }
    }

    private fun join(stage: Stage, with: With): Outcome =
        Outcome.Done(runBlocking { stage.core.join(with.text("link"), with.text("code"), Stopper()) }.facts())
}
