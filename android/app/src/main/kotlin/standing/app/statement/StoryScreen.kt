package standing.app.statement

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import standing.app.alarms.AlarmBox
import standing.app.design.Amount
import standing.app.design.AmountLine
import standing.app.design.Empty
import standing.app.design.LinkRow
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.PointsRow
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignIcon
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.StepChart
import standing.app.design.SunkBlock
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.besideFirstLine
import standing.app.design.sign
import standing.app.design.word
import standing.app.shown
import standing.core.CheckState
import standing.core.MembershipId
import standing.core.MovedRow
import standing.core.MovedTarget
import standing.core.StoryFinding
import standing.core.StoryRow
import standing.core.StoryView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** How the score came about: every statement as a chart and as a table, what moved it, and whether one is missing. */
@Composable
fun StoryScreen(state: Load<StoryView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val hidden = LocalAmountsHidden.current
    Screen(words.homeStatements, onBack = back) {
        shown(state, act) { view ->
            itemsIndexed(view.alarms) { _, alarm -> AlarmBox(alarm, view.membership, go) }
            item("head") { Head(view) }
            itemsIndexed(view.findings) { _, finding -> Finding(finding, finding.seq?.let { seq -> { go(Place.Statement(view.membership, seq)) } }) }
            item("chart") { Chart(view) }
            moved(view, hidden, go)
            if (view.rows.isNotEmpty()) item("every") { SectionHeading(words.storyEvery) }
            itemsIndexed(view.rows, key = { _, row -> row.seq.toInt() }) { _, row -> StatementLine(row) { go(Place.Statement(view.membership, row.seq)) } }
            val readable = view.rows.filter { it.day.isNotEmpty() }.map { it.seq }
            if (readable.size > 1) {
                item("compare") {
                    LinkRow(words.storyCompare, { go(Place.Compared(view.membership, readable.last(), readable.first())) }, Modifier.padding(top = Space.s8))
                }
            }
            val versions = view.rulebooks.map { it.version }
            if (versions.size > 1) {
                item("rulebooks") {
                    val place = Place.Rulebooks(view.membership, versions[versions.lastIndex - 1], versions.last())
                    LinkRow(words.storyRulebooks, { go(place) })
                }
            }
        }
    }
}

@Composable
private fun Head(view: StoryView) {
    Column(Modifier.fillMaxWidth()) {
        if (view.empty.isNotEmpty()) Empty(view.empty)
        Quiet(view.period)
        if (!LocalAmountsHidden.current && view.heading.isNotEmpty()) PageHeading(view.heading)
        if (view.checks.isNotEmpty()) ProofLine(view.checks.map { MarkWord(it.state, it.mark) }, view.proof, Modifier.padding(top = Space.s3))
        // What holds is said by its mark.
        view.checks.filter { it.state != CheckState.HOLDS }.forEach { AmountLine(it.finding, Modifier.padding(top = Space.s2)) }
    }
}

@Composable
private fun Finding(finding: StoryFinding, onOpen: (() -> Unit)?) {
    if (LocalAmountsHidden.current) return
    TapRow(onOpen = onOpen, line = false, start = { SignIcon(finding.state.sign, Modifier.besideFirstLine(Standing.type.body)) }) { Text(finding.text) }
}

/** With large text its sentence and the table stay. */
@Composable
private fun Chart(view: StoryView) {
    val chart = view.chart ?: return
    if (LocalAmountsHidden.current) return
    Column(Modifier.fillMaxWidth().padding(top = Space.s4), Arrangement.spacedBy(Space.s3)) {
        if (Standing.reading.elder || Standing.reading.stacked) {
            Paragraph(chart.spoken)
        } else {
            StepChart(chart)
            Quiet(chart.note)
        }
    }
}

private fun LazyListScope.moved(view: StoryView, hidden: Boolean, go: (Place) -> Unit) {
    if (view.movedTitle.isEmpty()) return
    item("moved") {
        SectionHeading(view.movedTitle, end = view.movedAll.takeIf { !hidden }.orEmpty())
        Paragraph(view.movedEmpty)
    }
    itemsIndexed(view.moved) { _, row -> Moved(row, row.opens(view.membership)?.let { place -> { go(place) } }) }
    itemsIndexed(view.past) { _, text -> AmountLine(text, Modifier.padding(top = Space.s2)) }
}

@Composable
internal fun Moved(row: MovedRow, onOpen: (() -> Unit)?) {
    // It may say what several entries count.
    val detail = row.detail.takeIf { !LocalAmountsHidden.current }.orEmpty()
    PointsRow(row.points, row.title, detail = detail, onOpen = onOpen)
}

internal fun MovedRow.opens(membership: MembershipId): Place? =
    when (val target = target) {
        MovedTarget.Nothing -> null
        is MovedTarget.Entry -> Place.Entry(membership, target.seq, target.entry)
        is MovedTarget.Statement -> Place.Statement(membership, target.seq)
        is MovedTarget.Rulebooks -> Place.Rulebooks(membership, target.from, target.to)
    }

@Composable
private fun StatementLine(row: StoryRow, onOpen: () -> Unit) {
    val type = Standing.type
    val stacked = Standing.reading.stacked
    val amounts = listOf(row.tier, row.change).takeIf { !LocalAmountsHidden.current }.orEmpty()
    Column {
        TapRow(onOpen = onOpen, start = if (stacked) null else ({ Amount(row.score, modifier = Modifier.widthIn(min = 60.dp)) })) {
            if (stacked) Amount(row.score, type.h2)
            Text(row.day.ifEmpty { row.name }, style = type.strong)
            Quiet((listOf(row.name.takeIf { row.day.isNotEmpty() }.orEmpty()) + amounts).filter { it.isNotEmpty() && it != "0" }.joinToString(" · "))
            if (row.state != CheckState.HOLDS) SignWord(row.state.sign, row.note.ifEmpty { row.state.word(LocalWords.current) })
            else Quiet(row.note)
        }
        if (row.rulebook.isNotEmpty()) SunkBlock(Modifier.padding(vertical = Space.s2)) { SignWord(Sign.BOOK, row.rulebook, style = type.small, color = Standing.colors.ink) }
    }
}
