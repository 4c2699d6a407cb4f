package standing.app.statement

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import standing.app.design.Amount
import standing.app.design.AmountLine
import standing.app.design.FilledButton
import standing.app.design.KeyValues
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Remedy
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.SunkBlock
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.pointsWord
import standing.app.shown
import standing.core.EntryView
import standing.core.KeyValue
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.statement.ToldAbout
import standing.logic.statement.ToldKind

/** One entry: what it counts, how sure that is, whether the person was told, where it comes from, what can be done. */
@Composable
fun EntryScreen(state: Load<EntryView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.entryTitle, onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view, go) }
            item("told") { WereYouTold(view, go) }
            item("origin") {
                SectionHeading(words.entryOrigin)
                KeyValues(view.origin)
            }
            item("can-do") { CanDo(view, go) }
            itemsIndexed(view.steps) { at, step -> Step(at + 1, step) }
        }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Head(view: EntryView, go: (Place) -> Unit) {
    val type = Standing.type
    Column {
        FlowRow(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(Space.s3)) {
            Amount(view.points, type.score, modifier = Modifier.alignByBaseline())
            Text(LocalWords.current.pointsWord(view.points), Modifier.alignByBaseline(), color = Standing.colors.ink2, style = type.body)
        }
        PageHeading(view.title)
        AmountLine(view.rule, Modifier.padding(top = Space.s2))
        Quiet(view.counts, Modifier.padding(bottom = Space.s4))
        ProofLine(view.proof, onOpen = { go(Place.Checks(view.membership, view.seq)) })
    }
}

/** "Was I told?" A person may have to act on a no; a yes is only said. */
@Composable
private fun WereYouTold(view: EntryView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.padding(top = Space.s4)) {
        if (!view.told.told) {
            NoteBox(Sign.NOT_TOLD, words.entryTold, listOf(view.told.text))
        } else {
            SectionHeading(words.entryTold, line = false)
            Paragraph(view.told.text)
        }
        TextLink(words.entryToldAll, { go(Place.Told(view.membership, ToldAbout(ToldKind.ENTRY, view.entry))) })
    }
}

@Composable
private fun CanDo(view: EntryView, go: (Place) -> Unit) {
    val hidden = LocalAmountsHidden.current
    Column {
        SectionHeading(LocalWords.current.entryCanDo)
        if (view.ifRemoved.isNotEmpty() && !hidden) {
            SunkBlock(Modifier.padding(top = Space.s4)) { Text(view.ifRemoved, style = Standing.type.strong) }
        }
        val contest = Place.Contest(view.membership, About(AboutKind.ENTRY, view.entry))
        FilledButton(LocalWords.current.entryContest, { go(contest) }, Modifier.padding(vertical = Space.s3))
        if (view.canComply) {
            TextLink(LocalWords.current.complyOpen, { go(Place.Comply(view.membership, About(AboutKind.ENTRY, view.entry))) })
        }
        view.repair?.let {
            SectionHeading(LocalWords.current.entryRepair, line = false)
            Remedy(it)
        }
    }
}

@Composable
private fun Step(n: Int, step: KeyValue) {
    val type = Standing.type
    TapRow(start = { Text("$n", Modifier.widthIn(min = 28.dp), color = Standing.colors.ink2, style = type.num) }) {
        Text(step.label, style = type.body)
        Quiet(step.value)
        Quiet(step.note)
    }
}
