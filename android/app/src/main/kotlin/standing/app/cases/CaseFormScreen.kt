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
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import java.time.LocalDate
import standing.app.design.ActsFor
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
import standing.app.design.PickField
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
import standing.app.records.DayPicker
import standing.app.records.Photos
import standing.app.records.day
import standing.core.CaseField
import standing.core.CaseFormView
import standing.core.NoteWeight
import standing.logic.Load
import standing.logic.Place
import standing.logic.cases.CaseFormAction
import standing.logic.cases.CaseFormState
import standing.logic.settings.inWords
import standing.logic.view

/** A form of a case; then the letter that it becomes. */
@Composable
fun CaseFormScreen(state: CaseFormState, act: (CaseFormAction) -> Unit, go: (Place) -> Unit, today: LocalDate) {
    val words = LocalWords.current
    var picking by rememberSaveable { mutableStateOf(false) }
    val list = rememberLazyListState()
    val view = state.load.view
    val letter = state.letter
    // Whoever wanted to go on is shown at once what stands in the way; a letter is read from its beginning.
    LaunchedEffect(state.told, letter == null) { if (state.told > 0 || letter != null) list.scrollToItem(0) }
    Screen(
        letter?.title ?: view?.title.orEmpty(),
        onBack = { act(CaseFormAction.Back) },
        dock = view?.let { { if (letter == null) GoOn(it, state, act) else Send(state, act) } },
        bar = false,
        overlay =
            when {
                state.leaving -> ({ AskLeave({ act(CaseFormAction.Stay) }, { act(CaseFormAction.Leave) }) })
                picking -> ({ PickDay(state, act, today) { picking = false } })
                else -> null
            },
        list = list,
    ) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(CaseFormAction.Again) }) } }
            is Load.Ready ->
                if (letter == null) {
                    form(load.view, state, act, go) { picking = true }
                } else {
                    item("wrong") { Column(Modifier.padding(top = Space.s1)) { state.problem?.let { ProblemBox(it) } } }
                    letter(letter, state.typed.name, state.typed.address) { name, address ->
                        act(CaseFormAction.Type(state.typed.copy(name = name, address = address)))
                    }
                    if (!state.onPaper) {
                        item("on-paper") {
                            val keep = { act(CaseFormAction.KeepForPaper) }
                            OutlinedButton(words.contestOnPaper, keep, Modifier.padding(top = Space.s4), ink = true, busy = state.sending)
                        }
                    }
                }
        }
    }
}

@Composable
private fun ColumnScope.GoOn(view: CaseFormView, state: CaseFormState, act: (CaseFormAction) -> Unit) {
    DueLine(view.deadline)
    FilledButton(LocalWords.current.contestGoOn, { act(CaseFormAction.Read) }, busy = state.sending)
}

@Composable
private fun ColumnScope.Send(state: CaseFormState, act: (CaseFormAction) -> Unit) {
    val words = LocalWords.current
    DueLine(state.letter?.deadline)
    if (state.onPaper) FilledButton(words.contestOnPaper, { act(CaseFormAction.KeepForPaper) }, busy = state.sending)
    else FilledButton(words.formSend, { act(CaseFormAction.Send) }, busy = state.sending)
    OutlinedButton(words.letterPrint, { act(CaseFormAction.Print) }, icon = Icons.Printer)
    if (state.noPrinter) SignWord(Sign.UNKNOWN, words.letterNoPrinter)
}

private fun LazyListScope.form(view: CaseFormView, state: CaseFormState, act: (CaseFormAction) -> Unit, go: (Place) -> Unit, pick: () -> Unit) {
    // Never without height: a list stays at what is first to be seen, and would grow above it unseen.
    item("head") { Column(Modifier.padding(top = Space.s1)) { Head(view, state, go) } }
    if (view.rights.isNotEmpty()) item("rights") { SectionHeading(LocalWords.current.contestWants) }
    itemsIndexed(view.rights) { _, one -> ChoiceRow(one.title, one.right == state.right, { act(CaseFormAction.Type(state.typed.copy(right = one.right))) }, note = one.text) }
    if (view.asksDay) item("day") { Day(state, pick) }
    if (view.grounds.isNotEmpty()) {
        item("grounds") {
            SectionHeading(LocalWords.current.contestGrounds)
            Quiet(LocalWords.current.contestTick, Modifier.padding(vertical = Space.s2))
            Note(state, CaseField.GROUNDS)
        }
    }
    itemsIndexed(view.grounds) { _, one -> TickRow(one.title, one.ground in state.typed.grounds, { act(CaseFormAction.Tick(one.ground)) }, note = one.text) }
    item("words") {
        SectionHeading(view.wordsTitle, line = false)
        OwnWords(view, state, act)
    }
    if (view.wants.isNotEmpty()) {
        item("wants") {
            SectionHeading(LocalWords.current.contestWants)
            Note(state, CaseField.WANTS)
        }
    }
    itemsIndexed(view.wants) { _, one -> ChoiceRow(one.title, one.wants == state.wants, { act(CaseFormAction.Type(state.typed.copy(wants = one.wants))) }) }
    if (view.photosMost > 0u) {
        item("photos") {
            SectionHeading(LocalWords.current.contestEvidence, line = false)
            Photos(state.photos, view.photosMost.toInt(), state.photoTrouble, { go(Place.TakePhoto) }, { act(CaseFormAction.ChoosePhoto) }) { act(CaseFormAction.RemovePhoto(it)) }
            Note(state, CaseField.PHOTOS)
        }
    }
    view.mark?.let { mark ->
        item("mark") {
            val note = listOf(mark.value, mark.note).filter { it.isNotEmpty() }.joinToString("\n")
            ToggleRow(mark.label, state.typed.mark, { act(CaseFormAction.Type(state.typed.copy(mark = it))) }, Modifier.padding(top = Space.s6), note)
        }
    }
    item("leaves") {
        SectionHeading(LocalWords.current.contestLeaves)
        KeyValues(view.leaves)
    }
}

@Composable
private fun Head(view: CaseFormView, state: CaseFormState, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth()) {
        ActsFor(view.person)
        state.problem?.let { ProblemBox(it) }
        val inTheWay = state.checked?.notes.orEmpty().filter { it.weight == NoteWeight.PROBLEM }
        if (state.told > 0 && inTheWay.isNotEmpty()) NoteBox(Sign.FAILS, words.formPutRight(inTheWay.size), inTheWay.map { it.text })
        PointsRow(view.points, view.what, detail = view.detail)
        if (view.before.isNotEmpty()) {
            NoteBox(Sign.INFO, view.before, emptyList()) {
                val membership = view.membership
                view.beforeCase?.let { case -> if (membership != null) TextLink(words.contestOpenCase, { go(Place.Case(membership, case)) }) }
            }
        }
        if (view.paperOnly.isNotEmpty()) NoteBox(Sign.SHEET, words.contestPaperOnly, listOf(view.paperOnly))
        Quiet(view.deadlineNote, Modifier.padding(top = Space.s2))
        Note(state, CaseField.TARGET)
    }
}

/** The day on which it was done. */
@Composable
private fun Day(state: CaseFormState, pick: () -> Unit) {
    val words = LocalWords.current
    val chosen = day(state.typed.day)?.inWords(words.language).orEmpty()
    Column(Modifier.fillMaxWidth().padding(top = Space.s6)) {
        PickField(chosen, words.complyDay, pick, hint = words.formDateChoose, icon = Icons.Calendar)
        Note(state, CaseField.DAY)
    }
}

@Composable
private fun PickDay(state: CaseFormState, act: (CaseFormAction) -> Unit, today: LocalDate, close: () -> Unit) =
    DayPicker(day(state.typed.day), today, close) {
        close()
        act(CaseFormAction.Type(state.typed.copy(day = "$it")))
    }

@Composable
private fun OwnWords(view: CaseFormView, state: CaseFormState, act: (CaseFormAction) -> Unit) {
    val note = state.notes(CaseField.WORDS).firstOrNull()
    val word = note?.let { if (it.weight == NoteWeight.PROBLEM) FieldWord.Fails(it.text) else FieldWord.LookAgain(it.text) }
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s1)) {
        Field(
            state.typed.words,
            { act(CaseFormAction.Type(state.typed.copy(words = it))) },
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
private fun Note(state: CaseFormState, field: CaseField) {
    for (note in state.notes(field)) {
        Labelled("", word = if (note.weight == NoteWeight.PROBLEM) FieldWord.Fails(note.text) else FieldWord.LookAgain(note.text)) {}
    }
}
