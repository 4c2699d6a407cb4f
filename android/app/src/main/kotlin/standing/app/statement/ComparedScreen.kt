package standing.app.statement

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AlarmHead
import standing.app.design.ChoiceRow
import standing.app.design.LinkRow
import standing.app.design.Loaded
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.sign
import standing.app.design.word
import standing.core.CheckState
import standing.core.StatementComparisonView
import standing.logic.Load
import standing.logic.Place
import standing.logic.statement.ComparedAction
import standing.logic.statement.ComparedState
import standing.logic.statement.Side

/** Any two statements side by side: what moved the score from one to the other, and everything that changed. */
@Composable
fun ComparedScreen(state: ComparedState, act: (ComparedAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val load = state.load
    val side = state.choosing
    if (side != null && load is Load.Ready) return Choose(load.view, state.chosen(side), act)
    val hidden = LocalAmountsHidden.current
    Screen(words.comparedTitle, onBack = back) {
        if (load !is Load.Ready) {
            item("wait") { Loaded(load, { act(ComparedAction.Again) }) {} }
            return@Screen
        }
        item("head") { Head(load.view, hidden) }
        item("choose") { Sides(load.view, act) }
        moved(load.view, hidden, go)
        item("changes") {
            SectionHeading(load.view.changesTitle)
            Paragraph(load.view.changesEmpty)
        }
        changeRows(load.view.changes, load.view.membership, load.view.later.seq, go)
    }
}

@Composable
private fun Head(view: StatementComparisonView, hidden: Boolean) {
    val sides = listOf(view.earlier, view.later)
    Column(Modifier.fillMaxWidth()) {
        if (!hidden) PageHeading(view.heading, Modifier.padding(bottom = Space.s3))
        AlarmHead(sides.map { it.name }, sides.map { it.score }, sides.map { it.tier }, sides.map { listOf(it.day, it.rulebook).filter { text -> text.isNotEmpty() }.joinToString(" · ") })
        for (one in sides.filter { it.state != CheckState.HOLDS }) {
            SignWord(one.state.sign, "${one.name} · ${one.state.word(LocalWords.current)}", Modifier.padding(top = Space.s2))
        }
    }
}

/** With two there is nothing to choose. */
@Composable
private fun Sides(view: StatementComparisonView, act: (ComparedAction) -> Unit) {
    if (view.statements.size < 3) return
    val words = LocalWords.current
    val name = { seq: UInt -> view.statements.firstOrNull { it.seq == seq }?.name.orEmpty() }
    Column(Modifier.padding(top = Space.s3)) {
        LinkRow(words.comparedEarlier, { act(ComparedAction.Choose(Side.EARLIER)) }, note = name(view.earlier.seq))
        LinkRow(words.comparedLater, { act(ComparedAction.Choose(Side.LATER)) }, note = name(view.later.seq))
    }
}

private fun LazyListScope.moved(view: StatementComparisonView, hidden: Boolean, go: (Place) -> Unit) {
    item("moved") {
        SectionHeading(view.movedTitle, end = view.movedAll.takeIf { !hidden }.orEmpty())
        Paragraph(view.movedEmpty)
    }
    itemsIndexed(view.moved) { _, row -> Moved(row, row.opens(view.membership)?.let { place -> { go(place) } }) }
}

/** Every statement that can be in the place of the one that is [chosen]; the other side's is among them, and changes nothing. */
@Composable
private fun Choose(view: StatementComparisonView, chosen: UInt, act: (ComparedAction) -> Unit) {
    val other = if (chosen == view.earlier.seq) view.later.seq else view.earlier.seq
    Screen(LocalWords.current.comparedChoose, onBack = { act(ComparedAction.Keep) }, bar = false) {
        itemsIndexed(view.statements.filter { it.seq != other }, key = { _, one -> one.seq.toInt() }) { _, one ->
            ChoiceRow(one.name, one.seq == chosen, { act(ComparedAction.Take(one.seq)) })
        }
    }
}
