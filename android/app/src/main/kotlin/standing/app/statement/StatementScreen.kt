package standing.app.statement

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.ButtonPair
import standing.app.design.LinkRow
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.PointsRow
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.ledger
import standing.app.shown
import standing.core.LedgerRow
import standing.core.StatementView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.view

/** How one statement adds up, line by line. [turn] leads to another statement, as one turns a page. */
@Composable
fun StatementScreen(state: Load<StatementView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, turn: (Place) -> Unit, back: () -> Unit) {
    val hidden = LocalAmountsHidden.current
    Screen(state.view?.title.orEmpty(), onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view, hidden) }
            ledger(view.ledger, view.score, view.sum) { row -> entry(view, row, go) }
            item("proof") { HowSure(view, go) }
            if (view.notCounted.isNotEmpty()) item("not-counted") { SectionHeading(LocalWords.current.statementNotCounted) }
            itemsIndexed(view.notCounted) { _, row ->
                PointsRow(row.points, row.label, detail = row.detail.takeIf { !hidden }.orEmpty(), ended = true, onOpen = entry(view, row, go))
            }
            if (view.changes.isNotEmpty()) item("changes") { SectionHeading(LocalWords.current.statementChanges) }
            changeRows(view.changes, view.membership, view.seq, go)
            item("others") { Others(view, go, turn) }
        }
    }
}

@Composable
private fun Head(view: StatementView, hidden: Boolean) {
    Column {
        PageHeading(if (hidden) LocalWords.current.homeAddsUp else view.heading)
        Quiet(view.period, Modifier.padding(top = Space.s1, bottom = Space.s6))
    }
}

@Composable
private fun HowSure(view: StatementView, go: (Place) -> Unit) {
    Column {
        Differences(view)
        ProofLine(view.proof, Modifier.padding(top = Space.s4), onOpen = { go(Place.Checks(view.membership, view.seq)) })
    }
}

/** Every difference between the statement and its own entries. */
@Composable
internal fun Differences(view: StatementView) {
    if (view.differences.isEmpty()) return
    val hidden = LocalAmountsHidden.current
    NoteBox(Sign.FAILS, LocalWords.current.statementDiffers, view.differences.takeIf { !hidden }.orEmpty())
}

private fun entry(view: StatementView, row: LedgerRow, go: (Place) -> Unit): (() -> Unit)? =
    row.entry?.let { entry -> { go(Place.Entry(view.membership, view.seq, entry)) } }

@Composable
private fun Others(view: StatementView, go: (Place) -> Unit, turn: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.padding(top = Space.s8)) {
        if (view.stars.isNotEmpty()) LinkRow(words.homeStarsCount, { go(Place.Stars(view.membership, view.seq)) })
        if (view.next == null) LinkRow(words.forecastTitle, { go(Place.Forecast(view.membership)) })
        LinkRow(words.statementContest, { go(Place.Contest(view.membership, About(AboutKind.STATEMENT, "${view.seq}"))) })
        LinkRow(words.homeStatements, { go(Place.History(view.membership)) })
        ButtonPair(
            Modifier.padding(top = Space.s6),
            first = { Turn(words.statementPrevious, view, view.previous, turn, it) },
            second = { Turn(words.statementNext, view, view.next, turn, it) },
        )
    }
}

@Composable
private fun Turn(text: String, view: StatementView, to: UInt?, turn: (Place) -> Unit, modifier: Modifier) {
    OutlinedButton(text, { if (to != null) turn(Place.Statement(view.membership, to)) }, modifier, enabled = to != null)
}
