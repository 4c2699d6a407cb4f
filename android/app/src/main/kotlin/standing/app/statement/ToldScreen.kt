package standing.app.statement

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Amount
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignIcon
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.besideFirstLine
import standing.app.records.Saved
import standing.app.shown
import standing.core.ToldClock
import standing.core.ToldEvent
import standing.core.ToldPlace
import standing.core.ToldView
import standing.logic.Place
import standing.logic.Writing
import standing.logic.statement.ToldAction
import standing.logic.statement.ToldState

/** "Was I told?": everything that is known, in the order of its days, each with whose day it is. */
@Composable
fun ToldScreen(state: ToldState, act: (ToldAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.entryTold, onBack = back) {
        shown(state.load, { act(ToldAction.AGAIN) }) { view ->
            item("head") { Head(view) }
            itemsIndexed(view.gaps) { _, gap -> SignWord(Sign.NOT_TOLD, gap, Modifier.padding(vertical = Space.s1), Standing.type.body, Standing.colors.ink) }
            if (view.events.isNotEmpty()) item("events") { SectionHeading(words.toldEvents) }
            itemsIndexed(view.events) { _, event -> Event(event, opens(event, view)?.let { place -> { go(place) } }) }
            if (view.origin.isNotEmpty()) {
                item("origin") {
                    SectionHeading(words.entryOrigin)
                    KeyValues(view.origin)
                }
            }
            item("note") { Quiet(view.note, Modifier.padding(top = Space.s4)) }
            item("file") { CaseFile(view, state.file, act) }
        }
    }
}

/** What is in the case file is said before it is written. */
@Composable
private fun CaseFile(view: ToldView, file: Writing, act: (ToldAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth()) {
        SectionHeading(words.toldFileInside)
        Paragraph(view.caseFile.text, Modifier.padding(vertical = Space.s3))
        OutlinedButton(words.toldFile, { act(ToldAction.SAVE_FILE) }, icon = Icons.Save, busy = file.busy)
        OutlinedButton(words.actionShare, { act(ToldAction.SHARE_FILE) }, Modifier.padding(top = Space.s3), Icons.Share, busy = file.busy)
        Saved(file.saving)
        Quiet(file.done)
        file.problem?.let { ProblemBox(it) }
    }
}

@Composable
private fun Head(view: ToldView) {
    Column(Modifier.fillMaxWidth()) {
        if (view.points.isNotEmpty()) Amount(view.points, Standing.type.h2)
        PageHeading(view.title)
        if (view.told) Paragraph(view.heading, Modifier.padding(top = Space.s2)) else NoteBox(Sign.NOT_TOLD, view.heading, emptyList(), Modifier.padding(top = Space.s2))
    }
}

@Composable
private fun Event(event: ToldEvent, onOpen: (() -> Unit)?) {
    val type = Standing.type
    val sign = if (event.clock == ToldClock.PHONE) Sign.PHONE else Sign.SHEET
    TapRow(onOpen = onOpen, start = { SignIcon(sign, Modifier.besideFirstLine(type.strong)) }) {
        Text(event.title, style = type.strong)
        Quiet(listOf(event.day, event.by).filter { it.isNotEmpty() }.joinToString(" · "))
        Quiet(event.detail)
        if (event.before.isNotEmpty()) Text(event.before, color = Standing.colors.ink2, style = type.smallStrong)
    }
}

private fun opens(event: ToldEvent, view: ToldView): Place? =
    when (val place = event.place) {
        ToldPlace.Nothing -> null
        is ToldPlace.Statement -> Place.Statement(view.membership, place.seq)
        is ToldPlace.Letter -> Place.Letter(view.membership, place.n)
    }
