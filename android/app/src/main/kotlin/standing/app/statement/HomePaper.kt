package standing.app.statement

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.alarms.AlarmBox
import standing.app.design.Empty
import standing.app.design.LinkRow
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.PointsRow
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Score
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignIcon
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Stars
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.besideFirstLine
import standing.core.ChangeRow
import standing.core.CheckKind
import standing.core.CheckState
import standing.core.HomeView
import standing.core.MembershipId
import standing.core.StatementCard
import standing.logic.Place
import standing.logic.statement.HomeAction
import standing.logic.statement.HomeState

/** The newest statement in short, with all that hangs on it. */
internal fun LazyListScope.homePaper(view: HomeView, state: HomeState, act: (HomeAction) -> Unit, go: (Place) -> Unit) {
    alarms(view, go)
    if (view.overdueText.isNotEmpty()) item("overdue") { Overdue(view, go) }
    // What a person can do, or asks about without a network, comes before what has been.
    val urgent = view.needsYou > 0u || state.offline
    val statement = view.statement
    if (statement == null) {
        item("empty") { NoStatement(view, act.takeIf { !state.sync.running }) }
    } else {
        item("score") { Newest(statement, view.membership, go) }
        if (urgent) waiting(view, go)
        letters(view, go)
        changes(view, statement.seq, go)
        householdStars(view, statement.seq, go)
    }
    if (statement == null) letters(view, go)
    if (!urgent || statement == null) waiting(view, go)
    item("more") { MorePapers(view, go) }
    if (statement != null) item("synced") { Synced(view, act.takeIf { !state.sync.running }) }
}

private fun LazyListScope.alarms(view: HomeView, go: (Place) -> Unit) {
    items(view.unread) { problem -> ProblemBox(problem, sign = Sign.NEEDS) }
    if (view.alarms.isEmpty()) return
    item("alarms") { SectionHeading(LocalWords.current.homeAlarms, line = false) }
    itemsIndexed(view.alarms) { _, alarm -> AlarmBox(alarm, view.membership, go) }
}

/** An answer that has not come in time; the case that is overdue longest, or all of them. */
@Composable
private fun Overdue(view: HomeView, go: (Place) -> Unit) {
    val type = Standing.type
    val place = view.overdueCase?.let { Place.Case(view.membership, it) } ?: Place.Cases(view.membership)
    TapRow(onOpen = { go(place) }, start = { SignIcon(Sign.CLOCK, Modifier.besideFirstLine(type.strong)) }) {
        Text(view.overdueText, color = Standing.colors.needs, style = type.strong)
    }
}

@Composable
private fun NoStatement(view: HomeView, act: ((HomeAction) -> Unit)?) {
    Empty(view.empty, text = view.synced) { if (act != null) TextLink(LocalWords.current.actionSync, { act(HomeAction.Sync) }) }
}

@Composable
private fun Newest(card: StatementCard, membership: MembershipId, go: (Place) -> Unit) {
    val words = LocalWords.current
    val known = card.proof.checks.none { it.kind == CheckKind.IN_FORCE && it.state == CheckState.UNKNOWN }
    Column {
        Score(card.title, card.score, card.of, card.tier, if (known) card.before else words.homeNewer)
        ProofLine(card.proof, onOpen = { go(Place.Checks(membership, card.seq)) })
        LinkRow(words.homeAddsUp, { go(Place.Statement(membership, card.seq)) })
    }
}

/** The way to all notices, and how many of them are new. */
private fun LazyListScope.letters(view: HomeView, go: (Place) -> Unit) {
    if (view.lettersText.isEmpty()) return
    item("letters") {
        val sign: (@Composable () -> Unit)? = if (view.newLetters == 0u) null else ({ SignIcon(Sign.NEW, Modifier.besideFirstLine(Standing.type.body)) })
        TapRow(onOpen = { go(Place.Letters(view.membership)) }, start = sign) { Text(view.lettersText, style = Standing.type.body) }
    }
}

private fun LazyListScope.changes(view: HomeView, seq: UInt, go: (Place) -> Unit) {
    if (view.changesTitle.isEmpty()) return
    item("changes") {
        SectionHeading(view.changesTitle)
        if (view.changes.isEmpty()) Paragraph(LocalWords.current.homeChangesNone, Modifier.padding(vertical = Space.s2))
    }
    changeRows(view.changes, view.membership, seq, go)
}

/** Changes, each leading to its entry. */
internal fun LazyListScope.changeRows(rows: List<ChangeRow>, membership: MembershipId, seq: UInt, go: (Place) -> Unit) {
    itemsIndexed(rows) { _, row ->
        val entry = row.entry
        val open = { if (entry != null) go(Place.Entry(membership, seq, entry)) }
        PointsRow(row.points, row.title, detail = row.detail, told = row.told, onOpen = open.takeIf { entry != null })
    }
}

private fun LazyListScope.householdStars(view: HomeView, seq: UInt, go: (Place) -> Unit) {
    if (view.stars.isEmpty()) return
    item("stars") { SectionHeading(LocalWords.current.homeStars) }
    itemsIndexed(view.stars) { _, row -> Stars(listOf(row)) }
    item("stars-count") { LinkRow(LocalWords.current.homeStarsCount, { go(Place.Stars(view.membership, seq)) }) }
}

private fun LazyListScope.waiting(view: HomeView, go: (Place) -> Unit) {
    val needs = view.needsYou.toInt()
    if (needs == 0 && view.waitingText.isEmpty()) return
    item("waiting") {
        val words = LocalWords.current
        SectionHeading(words.homeWaitingTitle)
        if (needs > 0) WaitingRow(Sign.NEEDS, words.homeNeedsYou(needs), go)
        if (view.waitingText.isNotEmpty()) WaitingRow(Sign.PHONE, view.waitingText, go)
    }
}

@Composable
private fun WaitingRow(sign: Sign, text: String, go: (Place) -> Unit) {
    val type = Standing.type
    TapRow(onOpen = { go(Place.Records) }, start = { SignIcon(sign, Modifier.besideFirstLine(type.strong)) }) {
        Text(text, color = if (sign == Sign.NEEDS) Standing.colors.needs else Standing.colors.ink, style = type.strong)
    }
}

@Composable
private fun MorePapers(view: HomeView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.padding(top = Space.s8)) {
        if (view.statement != null) LinkRow(words.forecastTitle, { go(Place.Forecast(view.membership)) })
        LinkRow(words.homePerks, { go(Place.Perks(view.membership)) })
        LinkRow(words.homeStatements, { go(Place.History(view.membership)) })
        LinkRow(words.rulebookOpen, { go(Place.Rulebook(view.membership)) })
    }
}

@Composable
private fun Synced(view: HomeView, act: ((HomeAction) -> Unit)?) {
    Column(Modifier.padding(top = Space.s4)) {
        Quiet(view.synced)
        if (act != null) TextLink(LocalWords.current.actionSync, { act(HomeAction.Sync) })
    }
}
