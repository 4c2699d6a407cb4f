package standing.logic.scenario

import standing.core.AppException
import standing.core.EntryView
import standing.core.HomeView
import standing.core.PerksView
import standing.core.RulebookView
import standing.core.StatementView
import standing.logic.Load
import standing.logic.Place
import standing.logic.perks.PerksPresenter
import standing.logic.perks.RulebookPresenter
import standing.logic.statement.EntryPresenter
import standing.logic.statement.HomeAction
import standing.logic.statement.HomePresenter
import standing.logic.statement.HomeState
import standing.logic.statement.StatementPresenter
import standing.scenario.facts

/** Home, statements, entries, perks, the rulebook; and a sync that is asked for from home. */
object StatementPart : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? {
        fun membership() = with.text("membership")

        fun seq() = with.number("seq").toUInt()
        return when (action) {
            "sync" -> sync(stage)
            "home" -> home(stage, membership())
            "statements" -> statements(stage, membership())
            "statement" -> stage.look({ StatementPresenter(it, Place.Statement(membership(), seq())) }, StatementView::facts)
            "entry" -> stage.look({ EntryPresenter(it, Place.Entry(membership(), seq(), with.text("entry"))) }, EntryView::facts)
            "perks" -> stage.look({ PerksPresenter(it, Place.Perks(membership())) }, PerksView::facts)
            "rulebook" -> stage.look({ RulebookPresenter(it, Place.Rulebook(membership())) }, RulebookView::facts)
            else -> null
        }
    }

    /** The apps show all statements with what moved the score; this is the list alone. */
    private fun statements(stage: Stage, membership: String): Outcome =
        try {
            Outcome.Done(stage.core.statements(membership).facts())
        } catch (refused: AppException) {
            Outcome.Problem(refused.problem().code)
        }

    private fun home(stage: Stage, membership: String): Outcome {
        val shown =
            stage.play<HomePresenter, HomeState>({ HomePresenter(it, stage.shell(it, membership), stage.platform, stage.syncing) }) {
                it.chosen == membership && it.memberships.isNotEmpty() && it.home !is Load.Loading
            }
        return outcomeOf(shown.home, HomeView::facts)
    }

    /** The last state before the tap may be that of the sync before: what counts is that it ran and ended. */
    private fun sync(stage: Stage): Outcome {
        var ran = false
        val shown =
            stage.play<HomePresenter, HomeState>(
                { HomePresenter(it, stage.shell(it, null), stage.platform, stage.syncing) },
                { act(HomeAction.Sync) },
            ) {
                ran = ran || it.sync.running
                ran && !it.sync.running
            }
        return shown.sync.problem?.let { Outcome.Problem(it.code) } ?: Outcome.Done(shown.sync.last!!.facts())
    }
}
