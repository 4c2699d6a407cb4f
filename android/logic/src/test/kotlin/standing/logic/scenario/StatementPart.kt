package standing.logic.scenario

import standing.core.EntryView
import standing.core.HomeView
import standing.core.PerksView
import standing.core.Problem
import standing.core.RulebookView
import standing.core.StatementView
import standing.core.StatementsView
import standing.core.SyncPart
import standing.core.SyncView
import standing.logic.Load
import standing.logic.Place
import standing.logic.perks.PerksPresenter
import standing.logic.perks.RulebookPresenter
import standing.logic.statement.EntryPresenter
import standing.logic.statement.HistoryPresenter
import standing.logic.statement.HomeAction
import standing.logic.statement.HomePresenter
import standing.logic.statement.HomeState
import standing.logic.statement.StatementPresenter

/** Home, statements, entries, perks, the rulebook; and a sync that is asked for from home. */
object StatementPart : Part {
    override fun act(stage: Stage, action: String, with: With): Outcome? {
        fun membership() = with.text("membership")

        fun seq() = with.number("seq").toUInt()
        return when (action) {
            "sync" -> sync(stage)
            "home" -> home(stage, membership())
            "statements" -> stage.look({ HistoryPresenter(it, Place.History(membership())) }, StatementsView::facts)
            "statement" -> stage.look({ StatementPresenter(it, Place.Statement(membership(), seq())) }, StatementView::facts)
            "entry" -> stage.look({ EntryPresenter(it, Place.Entry(membership(), seq(), with.text("entry"))) }, EntryView::facts)
            "perks" -> stage.look({ PerksPresenter(it, Place.Perks(membership())) }, PerksView::facts)
            "rulebook" -> stage.look({ RulebookPresenter(it, Place.Rulebook(membership())) }, RulebookView::facts)
            else -> null
        }
    }

    private fun home(stage: Stage, membership: String): Outcome {
        val shown =
            stage.play<HomePresenter, HomeState>({ HomePresenter(it, stage.shell(it, membership), stage.platform, stage.syncing) }) {
                it.chosen == membership && it.memberships.isNotEmpty() && it.home !is Load.Loading
            }
        return outcome(shown.home, HomeView::facts)
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
        return shown.sync.problem?.let { Outcome.Problem(it.code) } ?: shown.sync.last!!.facts()
    }
}

private fun SyncView.facts(): Outcome {
    fun sum(of: (SyncPart) -> UInt) = parts.sumOf(of)
    return done(
        "complete" to complete,
        "problems" to codes(parts.mapNotNull { it.problem }),
        "statements" to sum { it.statements },
        "notices" to sum { it.notices },
        "receipts" to sum { it.receipts },
        "sent" to sum { it.sent },
    )
}

private fun HomeView.facts() =
    done(
        "seq" to statement?.seq,
        "points" to statement?.points,
        "tier" to statement?.tierId,
        "proof" to statement?.proof?.state,
        "checks" to statement?.proof?.checks.orEmpty().associate { it.kind.name.lowercase() to it.state },
        "stars" to stars.associate { it.category to it.stars },
        "alarms" to codes(alarms),
        "untold" to changes.filter { it.told?.told == false }.mapNotNull { it.entry },
        "waiting" to waiting,
        "needs_you" to needsYou,
    )

private fun StatementsView.facts() =
    done("seqs" to rows.map { it.seq }, "states" to rows.map { it.state }, "alarms" to codes(alarms))

private fun StatementView.facts() =
    done(
        "seq" to seq,
        "points" to points,
        "proof" to proof.state,
        "differences" to differences.size,
        "not_counted" to notCounted.size,
        "previous" to previous,
        "next" to next,
    )

private fun EntryView.facts() = done("seq" to seq, "entry" to entry, "told" to told.told, "proof" to proof.state)

private fun PerksView.facts() =
    done(
        "differences" to differences.size,
        *groups.map { group -> group.kind.name.lowercase() to group.rows.map { it.id } }.toTypedArray(),
    )

private fun RulebookView.facts() = done("id" to id, "version" to version, "noticed" to noticed.map { it.code })

private fun codes(problems: List<Problem>) = problems.map { it.code }
