package standing.app.perks

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AmountLine
import standing.app.design.FilledButton
import standing.app.design.KeyValues
import standing.app.design.LinkRow
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.PageHeading
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
import standing.app.shown
import standing.core.BenefitChange
import standing.core.BenefitKind
import standing.core.BenefitView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction
import standing.logic.cases.About
import standing.logic.cases.AboutKind

/** One perk or restriction: since when, until when, why, and what would change it. */
@Composable
fun BenefitScreen(state: Load<BenefitView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.perksTitle, onBack = back) {
        shown(state, act) { view ->
            item("head") { Head(view, go) }
            item("why") { Why(view) }
            if (view.changes.isNotEmpty()) item("changes") { SectionHeading(words.perksChanges) }
            itemsIndexed(view.changes) { _, change -> Change(view, change, go) }
            item("end") { End(view, go) }
        }
    }
}

@Composable
private fun Head(view: BenefitView, go: (Place) -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        PageHeading(view.name)
        Paragraph(view.state)
        view.proof?.let { ProofLine(it, onOpen = { go(Place.Checks(view.membership, view.seq)) }) }
        KeyValues(view.facts)
        if (view.atTill) FilledButton(LocalWords.current.perksTill, { go(Place.Till(view.membership, view.id)) }, Modifier.padding(top = Space.s4))
    }
}

@Composable
private fun Why(view: BenefitView) {
    Column(Modifier.fillMaxWidth()) {
        SectionHeading(LocalWords.current.perksWhy)
        Paragraph(view.condition)
        AmountLine(view.standing, style = Standing.type.body)
        Paragraph(view.note)
        if (view.difference.isNotEmpty() && !LocalAmountsHidden.current) SignWord(Sign.FAILS, view.difference, Modifier.padding(top = Space.s2))
        Origins(view.origins)
    }
}

@Composable
private fun Change(view: BenefitView, change: BenefitChange, go: (Place) -> Unit) {
    val open = change.entry?.let { entry -> { go(Place.Entry(view.membership, view.seq, entry)) } }
    TapRow(onOpen = open) {
        Paragraph(change.text)
        AmountLine(change.away, style = Standing.type.strong)
    }
}

@Composable
private fun End(view: BenefitView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s4)) {
        Quiet(view.caveat)
        if (view.kind == BenefitKind.IN_FORCE) {
            LinkRow(words.perksContest, { go(Place.Contest(view.membership, About(AboutKind.MEASURE, view.id))) }, Modifier.padding(top = Space.s4))
        }
        LinkRow(words.rulebookOpen, { go(Place.Rulebook(view.membership)) })
    }
}
