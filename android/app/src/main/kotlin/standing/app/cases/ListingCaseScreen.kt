package standing.app.cases

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import standing.app.design.AskDestroy
import standing.app.design.DeadlineBox
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValueRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.TextLink
import standing.app.records.KeptPhoto
import standing.app.records.Remember
import standing.core.ListingCaseView
import standing.logic.Load
import standing.logic.Place
import standing.logic.cases.ListingCaseAction
import standing.logic.cases.ListingCaseState

/** A letter about a listing: handed in or not, by when the next step is due, what the list says now. */
@Composable
fun ListingCaseScreen(state: ListingCaseState, act: (ListingCaseAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.listingLetter, onBack = back, bar = false, overlay = if (state.asking) ({ AskErase(act) }) else null) {
        state.problem?.let { item("not erased") { ProblemBox(it) } }
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(ListingCaseAction.Again) }) } }
            is Load.Ready -> letter(load.view, state, act, go)
        }
    }
}

private fun LazyListScope.letter(view: ListingCaseView, state: ListingCaseState, act: (ListingCaseAction) -> Unit, go: (Place) -> Unit) {
    item("head") { Head(view, state, act) }
    item("deeds") { Deeds(view, go) }
    itemsIndexed(view.facts) { at, fact ->
        KeyValueRow(fact.label, fact.value, Modifier.padding(top = if (at == 0) Space.s4 else 0.dp), note = fact.note)
    }
    view.photo?.let { item("photo") { KeptPhoto(it) } }
    item("more") {
        val words = LocalWords.current
        Column(Modifier.padding(top = Space.s6)) {
            TextLink(words.listingBusiness, { go(Place.Business(view.uscc)) })
            TextLink(words.listingErase, { act(ListingCaseAction.Erase) }, icon = null, leading = Icons.Trash)
        }
    }
}

@Composable
private fun Head(view: ListingCaseView, state: ListingCaseState, act: (ListingCaseAction) -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        PageHeading(view.title)
        SignWord(if (view.handedIn) Sign.SHEET else Sign.NEEDS, view.text, Modifier.padding(vertical = Space.s2))
        Quiet(view.listed)
        view.deadline?.let { due ->
            DeadlineBox(due.label, due.day, due.away, Modifier.padding(top = Space.s3)) {
                if (due.event.isNotEmpty()) Remember(state.noCalendar) { act(ListingCaseAction.Remember) }
            }
        }
        Paragraph(view.todo, Modifier.padding(top = Space.s3))
    }
}

@Composable
private fun Deeds(view: ListingCaseView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s3)) {
        val read = { go(Place.ListingLetter(view.id)) }
        if (view.handedIn) OutlinedButton(words.listingRead, read, icon = Icons.Printer)
        else FilledButton(words.listingRead, read, icon = Icons.Printer)
        TextLink(words.caseNotePaper, { go(Place.ListingHandIn(view.id)) }, icon = null, leading = Icons.Plus)
    }
}

@Composable
private fun AskErase(act: (ListingCaseAction) -> Unit) {
    val words = LocalWords.current
    AskDestroy(words.listingEraseAsk, words.listingEraseNote, words.listingErase) { act(ListingCaseAction.Answer(it)) }
}
