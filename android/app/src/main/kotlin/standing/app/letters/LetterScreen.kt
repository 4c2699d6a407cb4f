package standing.app.letters

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Amount
import standing.app.design.CheckRow
import standing.app.design.DeadlineBox
import standing.app.design.KeyValues
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.NoteBox
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.records.Remember
import standing.core.LetterTarget
import standing.core.LetterView
import standing.logic.Load
import standing.logic.Place
import standing.logic.cases.About
import standing.logic.cases.AboutKind
import standing.logic.letters.LetterAction
import standing.logic.letters.LetterState

/** One notice: how sure it is, the day to keep, what it says, when it came, what it is about. */
@Composable
fun LetterScreen(state: LetterState, act: (LetterAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.lettersTitle, onBack = back) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(LetterAction.Again) }) } }
            is Load.Ready -> letter(load.view, state, act, go)
        }
    }
}

private fun LazyListScope.letter(view: LetterView, state: LetterState, act: (LetterAction) -> Unit, go: (Place) -> Unit) {
    item("head") {
        Quiet(view.sender)
        PageHeading(view.title)
        ProofLine(view.checks.map { MarkWord(it.state, it.name) }, view.proof, Modifier.padding(top = Space.s3))
        view.deadline?.let { due ->
            DeadlineBox(due.label, due.day, due.away, Modifier.padding(top = Space.s3)) {
                if (due.event.isNotEmpty()) Remember(state.noCalendar) { act(LetterAction.Remember) }
            }
        }
    }
    said(view, state, act)
    item("times") {
        SectionHeading(LocalWords.current.letterTimes)
        KeyValues(view.times)
        view.late.forEach { NoteBox(Sign.NOT_TOLD, it.text, listOf(it.todo)) }
    }
    item("about") {
        SectionHeading(LocalWords.current.letterAbout)
        About(view, go)
    }
    item("checks") {
        SectionHeading(LocalWords.current.checksTitle)
        view.checks.forEach { CheckRow(it.state, it.name, it.finding) }
    }
    item("marks") {
        LinkRow(LocalWords.current.letterContest, { go(Place.Contest(view.membership, About.of(view.contests))) })
        if (view.canComply) {
            LinkRow(LocalWords.current.complyOpen, { go(Place.Comply(view.membership, About(AboutKind.LETTER, "${view.n}"))) })
        }
        if (!view.isNew) TextLink(LocalWords.current.letterMarkNew, { act(LetterAction.MarkNew) }, icon = null)
        state.problem?.let { ProblemBox(it) }
    }
}

/** The notice itself, in the person's language; in the other one where it has no text, or where that is asked for. */
private fun LazyListScope.said(view: LetterView, state: LetterState, act: (LetterAction) -> Unit) {
    item("text") {
        SectionHeading(LocalWords.current.letterText, line = false)
        if (view.textNote.isNotEmpty()) Paragraph(view.textNote, Modifier.padding(bottom = Space.s2))
    }
    sheet("mine", view.text)
    if (view.otherText.isNotEmpty() && view.text.isNotEmpty()) {
        item("other") { TextLink(view.otherTitle, { act(LetterAction.Other) }, icon = null) }
    }
    if (state.other || view.text.isEmpty()) sheet("other", view.otherText)
    if (view.document.isNotEmpty()) item("document") { Quiet(view.document, Modifier.padding(vertical = Space.s2)) }
}

/** A notice has up to 64 KiB: only the paragraphs in sight are laid out. */
private fun LazyListScope.sheet(name: String, text: List<String>) =
    items(text.size, key = { "$name $it" }) { Paragraph(text[it], Modifier.padding(bottom = Space.s3)) }

@Composable
private fun About(view: LetterView, go: (Place) -> Unit) {
    val about = view.about
    TapRow(
        onOpen = placeOf(view)?.let { place -> { go(place) } },
        start = { if (about.points.isNotEmpty()) Amount(about.points, Standing.type.num) },
    ) {
        if (about.title.isNotEmpty()) Text(about.title, style = Standing.type.strong)
        Quiet(about.text)
    }
}

private fun placeOf(view: LetterView): Place? =
    when (val target = view.about.target) {
        LetterTarget.Nothing -> null
        is LetterTarget.Entry -> Place.Entry(view.membership, target.seq, target.entry)
        is LetterTarget.Stars -> Place.Stars(view.membership, target.seq)
        is LetterTarget.Record -> Place.Item(view.membership, target.item)
        LetterTarget.Perks -> Place.Perks(view.membership)
        LetterTarget.Rulebook -> Place.Rulebook(view.membership)
        LetterTarget.Alarms -> Place.Alarms(view.membership)
    }
