package standing.app.cases

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import standing.app.design.AskLeave
import standing.app.design.ChoiceRow
import standing.app.design.Field
import standing.app.design.FieldWord
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.Labelled
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.PointsRow
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.TextLink
import standing.app.design.TickRow
import standing.app.design.ToggleRow
import standing.app.records.Photos
import standing.core.CaseField
import standing.core.ContestFormView
import standing.core.NoteWeight
import standing.logic.Load
import standing.logic.Place
import standing.logic.cases.ContestAction
import standing.logic.cases.ContestState
import standing.logic.view

/** The form of a contest; then the letter that it becomes. */
@Composable
fun ContestScreen(state: ContestState, act: (ContestAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val list = rememberLazyListState()
    val view = state.load.view
    val letter = state.letter
    // Whoever wanted to go on is shown at once what stands in the way; a letter is read from its beginning.
    LaunchedEffect(state.told, letter == null) { if (state.told > 0 || letter != null) list.scrollToItem(0) }
    Screen(
        letter?.title ?: view?.title.orEmpty(),
        onBack = { act(ContestAction.Back) },
        dock = view?.let { { if (letter == null) GoOn(it, state, act) else Send(state, act) } },
        bar = false,
        overlay = if (state.leaving) ({ AskLeave({ act(ContestAction.Stay) }, { act(ContestAction.Leave) }) }) else null,
        list = list,
    ) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(ContestAction.Again) }) } }
            is Load.Ready ->
                if (letter == null) {
                    form(load.view, state, act, go)
                } else {
                    item("wrong") { Column(Modifier.padding(top = Space.s1)) { state.problem?.let { ProblemBox(it) } } }
                    letter(letter, state.typed.name, state.typed.address) { name, address ->
                        act(ContestAction.Type(state.typed.copy(name = name, address = address)))
                    }
                    if (!state.onPaper) {
                        item("on-paper") {
                            val keep = { act(ContestAction.KeepForPaper) }
                            OutlinedButton(words.contestOnPaper, keep, Modifier.padding(top = Space.s4), ink = true, busy = state.sending)
                        }
                    }
                }
        }
    }
}

@Composable
private fun ColumnScope.GoOn(view: ContestFormView, state: ContestState, act: (ContestAction) -> Unit) {
    DueLine(view.deadline)
    FilledButton(LocalWords.current.contestGoOn, { act(ContestAction.Read) }, busy = state.sending)
}

@Composable
private fun ColumnScope.Send(state: ContestState, act: (ContestAction) -> Unit) {
    val words = LocalWords.current
    DueLine(state.letter?.deadline)
    if (state.onPaper) FilledButton(words.contestOnPaper, { act(ContestAction.KeepForPaper) }, busy = state.sending)
    else FilledButton(words.formSend, { act(ContestAction.Send) }, busy = state.sending)
    OutlinedButton(words.letterPrint, { act(ContestAction.Print) }, icon = Icons.Printer)
    if (state.noPrinter) SignWord(Sign.UNKNOWN, words.letterNoPrinter)
}

private fun LazyListScope.form(view: ContestFormView, state: ContestState, act: (ContestAction) -> Unit, go: (Place) -> Unit) {
    // Never without height: a list stays at what is first to be seen, and would grow above it unseen.
    item("head") { Column(Modifier.padding(top = Space.s1)) { Head(view, state, go) } }
    item("grounds") {
        SectionHeading(LocalWords.current.contestGrounds)
        Quiet(LocalWords.current.contestTick, Modifier.padding(vertical = Space.s2))
        Note(state, CaseField.GROUNDS)
    }
    itemsIndexed(view.grounds) { _, one -> TickRow(one.title, one.ground in state.typed.grounds, { act(ContestAction.Tick(one.ground)) }, note = one.text) }
    item("words") {
        SectionHeading(LocalWords.current.contestWords, line = false)
        OwnWords(view, state, act)
    }
    item("wants") {
        SectionHeading(LocalWords.current.contestWants)
        Note(state, CaseField.WANTS)
    }
    itemsIndexed(view.wants) { _, one -> ChoiceRow(one.title, one.wants == state.wants, { act(ContestAction.Type(state.typed.copy(wants = one.wants))) }) }
    item("photos") {
        SectionHeading(LocalWords.current.contestEvidence, line = false)
        Photos(state.photos, view.photosMost.toInt(), state.photoTrouble, { go(Place.TakePhoto) }, { act(ContestAction.ChoosePhoto) }) { act(ContestAction.RemovePhoto(it)) }
        Note(state, CaseField.PHOTOS)
    }
    item("mark") {
        val note = listOf(view.mark.value, view.mark.note).filter { it.isNotEmpty() }.joinToString("\n")
        ToggleRow(view.mark.label, state.typed.mark, { act(ContestAction.Type(state.typed.copy(mark = it))) }, Modifier.padding(top = Space.s6), note)
    }
    item("leaves") {
        SectionHeading(LocalWords.current.contestLeaves)
        KeyValues(view.leaves)
    }
}

@Composable
private fun Head(view: ContestFormView, state: ContestState, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth()) {
        state.problem?.let { ProblemBox(it) }
        val inTheWay = state.checked?.notes.orEmpty().filter { it.weight == NoteWeight.PROBLEM }
        if (state.told > 0 && inTheWay.isNotEmpty()) NoteBox(Sign.FAILS, words.formPutRight(inTheWay.size), inTheWay.map { it.text })
        PointsRow(view.points, view.what, detail = view.detail)
        if (view.before.isNotEmpty()) {
            NoteBox(Sign.INFO, view.before, emptyList()) {
                view.beforeCase?.let { case -> TextLink(words.contestOpenCase, { go(Place.Case(view.membership, case)) }) }
            }
        }
        if (view.paperOnly.isNotEmpty()) NoteBox(Sign.SHEET, words.contestPaperOnly, listOf(view.paperOnly))
        Quiet(view.deadlineNote, Modifier.padding(top = Space.s2))
        Note(state, CaseField.TARGET)
    }
}

@Composable
private fun OwnWords(view: ContestFormView, state: ContestState, act: (ContestAction) -> Unit) {
    val note = state.notes(CaseField.WORDS).firstOrNull()
    val word = note?.let { if (it.weight == NoteWeight.PROBLEM) FieldWord.Fails(it.text) else FieldWord.LookAgain(it.text) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s1)) {
        Field(
            state.typed.words,
            { act(ContestAction.Type(state.typed.copy(words = it))) },
            LocalWords.current.contestWordsLabel,
            hint = view.wordsHint,
            word = word,
            singleLine = false,
        )
        Quiet(state.checked?.counted.orEmpty())
    }
}

/** What is wrong with a part of the form, where it is. */
@Composable
private fun Note(state: ContestState, field: CaseField) {
    for (note in state.notes(field)) {
        Labelled("", word = if (note.weight == NoteWeight.PROBLEM) FieldWord.Fails(note.text) else FieldWord.LookAgain(note.text)) {}
    }
}
