package standing.app.statement

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import standing.app.design.Amount
import standing.app.design.AmountLine
import standing.app.design.Empty
import standing.app.design.Hairline
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.PointsRow
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.SunkBlock
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.shown
import standing.core.ForecastView
import standing.core.QuarterRow
import standing.core.RoomRow
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** What the score will be if nothing is added, quarter by quarter; the next level; what may still count this year. */
@Composable
fun ForecastScreen(state: Load<ForecastView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val hidden = LocalAmountsHidden.current
    Screen(words.forecastTitle, onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view, hidden, go) }
            if (view.quarters.isNotEmpty()) item("columns") { Columns() }
            for ((at, quarter) in view.quarters.withIndex()) quarter(at, quarter, view, hidden, go)
            if (view.later.isNotEmpty()) item("later") { Quiet(view.later, Modifier.padding(top = Space.s3)) }
            item("caveat") { Caveat(view.caveat) }
            val next = view.nextTier
            if (next != null && !hidden) {
                item("next") {
                    SectionHeading(next.title)
                    Paragraph(next.text, Modifier.padding(top = Space.s2))
                }
            }
            rooms(view)
        }
    }
}

@Composable
private fun Head(view: ForecastView, hidden: Boolean, go: (Place) -> Unit) {
    val words = LocalWords.current
    val (seq, proof) = view.seq to view.proof
    Column {
        Quiet(listOfNotNull(view.authority, seq?.let { words.statementNumber(it.toInt()) }).joinToString(" · "))
        if (view.empty.isEmpty()) PageHeading(words.forecastIfNothing) else Empty(view.empty)
        AmountLine(view.heading, Modifier.padding(top = Space.s1, bottom = Space.s4), Standing.type.body)
        if (view.differences.isNotEmpty()) NoteBox(Sign.FAILS, words.statementDiffers, view.differences.takeIf { !hidden }.orEmpty())
        if (proof != null && seq != null) ProofLine(proof, onOpen = { go(Place.Checks(view.membership, seq)) })
    }
}

/** That this is arithmetic, and what changes it. */
@Composable
private fun Caveat(text: String) {
    SunkBlock(Modifier.padding(top = Space.s6), Standing.colors.unknownSoft) {
        SignWord(Sign.INFO, text, style = Standing.type.body, color = Standing.colors.ink)
    }
}

private val SCORE = 64.dp
private val TIER = 88.dp

/** The columns' names, for the eye: a reader says score and level with their day. */
@Composable
private fun Columns() {
    val words = LocalWords.current
    Column(Modifier.padding(top = Space.s6)) {
        if (!Standing.reading.stacked) {
            Row(Modifier.fillMaxWidth().padding(bottom = Space.s2).clearAndSetSemantics {}, Arrangement.spacedBy(Space.s4)) {
                Quiet(words.forecastAsOf, Modifier.weight(1f))
                Text(words.forecastScore, Modifier.widthIn(min = SCORE), Standing.colors.ink2, Standing.type.small, TextAlign.End)
                Text(words.forecastTier, Modifier.width(TIER), Standing.colors.ink2, Standing.type.small)
            }
        }
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
    }
}

private fun LazyListScope.quarter(at: Int, row: QuarterRow, view: ForecastView, hidden: Boolean, go: (Place) -> Unit) {
    item("quarter-$at") { QuarterHead(row) }
    itemsIndexed(row.moves) { _, move ->
        val (entry, seq) = move.entry to view.seq
        val open = if (entry == null || seq == null) null else ({ go(Place.Entry(view.membership, seq, entry)) })
        PointsRow(move.points, move.label, detail = move.`when`, onOpen = open)
    }
    item("quarter-$at-then") {
        Column(Modifier.fillMaxWidth()) {
            if (row.moves.isEmpty()) Quiet(LocalWords.current.forecastNoChange, Modifier.padding(bottom = Space.s2))
            // A level is an amount, too.
            if (!hidden) row.consequences.forEach { SignWord(Sign.BECOMES, it, Modifier.padding(vertical = Space.s1)) }
            // A row of what moves it has its own.
            if (row.moves.isEmpty() || row.consequences.isNotEmpty()) Hairline(Modifier.padding(top = Space.s2))
        }
    }
}

@Composable
private fun QuarterHead(row: QuarterRow) {
    val type = Standing.type
    val tier = row.tier.takeIf { !LocalAmountsHidden.current }.orEmpty()
    val read = Modifier.fillMaxWidth().padding(top = Space.s4, bottom = Space.s1).semantics(mergeDescendants = true) { heading() }
    if (Standing.reading.stacked) {
        Column(read) {
            Text(row.day, style = type.strong)
            Amount(row.score, type.h2)
            Text(tier)
        }
    } else {
        Row(read, Arrangement.spacedBy(Space.s4)) {
            Text(row.day, Modifier.weight(1f).alignByBaseline(), style = type.strong)
            Amount(row.score, type.h2.copy(textAlign = TextAlign.End), modifier = Modifier.widthIn(min = SCORE).alignByBaseline())
            Text(tier, Modifier.width(TIER).alignByBaseline())
        }
    }
}

private fun LazyListScope.rooms(view: ForecastView) {
    if (view.rooms.isEmpty() && view.roomNote.isEmpty()) return
    item("rooms") { SectionHeading(view.roomTitle) }
    itemsIndexed(view.rooms) { _, room -> Room(room) }
    item("rooms-note") { Quiet(view.roomNote, Modifier.padding(top = Space.s3)) }
}

@Composable
private fun Room(room: RoomRow) {
    TapRow(end = { Amount(room.points, Standing.type.strong) }) {
        Text(room.name, style = Standing.type.strong)
        Quiet(room.text)
    }
}
