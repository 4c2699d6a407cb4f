package standing.app.perks

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AmountLine
import standing.app.design.Empty
import standing.app.design.LinkRow
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.Paragraph
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.shown
import standing.core.BenefitGroup
import standing.core.BenefitKind
import standing.core.BenefitRow
import standing.core.PerksView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.cases.About
import standing.logic.cases.AboutKind

/** What tier and stars open and close, each with its condition and where that comes from. */
@Composable
fun PerksScreen(state: Load<PerksView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val hidden = LocalAmountsHidden.current
    Screen(words.perksTitle, onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view, go) }
            if (view.differences.isNotEmpty()) {
                item("differs") { NoteBox(Sign.FAILS, words.perksDiffer, view.differences.takeIf { !hidden }.orEmpty()) }
            }
            for (group in view.groups) benefits(group, view, go)
            item("rules") { LinkRow(words.rulebookOpen, { go(Place.Rulebook(view.membership)) }, Modifier.padding(top = Space.s8)) }
        }
    }
}

@Composable
private fun Head(view: PerksView, go: (Place) -> Unit) {
    val seq = view.seq
    val proof = view.proof
    if (view.empty.isNotEmpty()) Empty(view.empty)
    AmountLine(view.heading, Modifier.padding(bottom = Space.s3), Standing.type.strong)
    if (proof != null && seq != null) ProofLine(proof, onOpen = { go(Place.Checks(view.membership, seq)) })
}

private fun LazyListScope.benefits(group: BenefitGroup, view: PerksView, go: (Place) -> Unit) {
    item(group.kind.name) {
        SectionHeading(group.title)
        if (group.rows.isEmpty()) Paragraph(group.empty, Modifier.padding(vertical = Space.s2))
    }
    itemsIndexed(group.rows) { _, row ->
        Benefit(row) { go(Place.Benefit(view.membership, row.id)) }
        if (group.kind == BenefitKind.IN_FORCE) Against(row, view, go)
    }
}

/** What can be done about a restriction that is in force. */
@Composable
private fun Against(row: BenefitRow, view: PerksView, go: (Place) -> Unit) {
    val (words, about) = LocalWords.current to About(AboutKind.MEASURE, row.id)
    TextLink(words.measureContest(row.name), { go(Place.Contest(view.membership, about)) })
    TextLink(words.complyMeasure(row.name), { go(Place.Comply(view.membership, about)) })
}

@Composable
private fun Benefit(row: BenefitRow, open: () -> Unit) {
    val type = Standing.type
    TapRow(onOpen = open) {
        Text(row.name, style = type.strong)
        Quiet(row.dates)
        Paragraph(row.condition)
        AmountLine(row.standing, style = type.body)
        Paragraph(row.note)
        if (row.difference.isNotEmpty() && !LocalAmountsHidden.current) SignWord(Sign.FAILS, row.difference, Modifier.padding(top = Space.s2))
        Origins(row.origins)
    }
}
