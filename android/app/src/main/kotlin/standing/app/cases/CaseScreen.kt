package standing.app.cases

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AmountLine
import standing.app.design.DeadlineBox
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.ProofLine
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.design.sign
import standing.app.records.Remember
import standing.app.records.Saved
import standing.core.CaseAction as Deed
import standing.core.CaseDocument
import standing.core.CaseLetterKind
import standing.core.CasePaper
import standing.core.CaseTodo
import standing.core.CaseView
import standing.logic.Load
import standing.logic.Place
import standing.logic.cases.About
import standing.logic.cases.CaseAction
import standing.logic.cases.CaseFileState
import standing.logic.cases.CaseState
import standing.logic.view

/** One case: how far it has come, the next date, what can be done, what happened, the steps, its documents. */
@Composable
fun CaseScreen(state: CaseState, act: (CaseAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(state.load.view?.heading ?: words.casesTitle, onBack = back) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(CaseAction.Again) }) } }
            is Load.Ready -> case(load.view, state, act, go)
        }
    }
}

private fun LazyListScope.case(view: CaseView, state: CaseState, act: (CaseAction) -> Unit, go: (Place) -> Unit) {
    item("head") { Head(view, state, act) }
    if (view.todo.isNotEmpty()) item("todo") { SectionHeading(LocalWords.current.caseTodo) }
    itemsIndexed(view.todo) { at, todo -> Todo(at, todo, view, go) }
    if (view.events.isNotEmpty()) item("events") { SectionHeading(LocalWords.current.caseHappened, Modifier.padding(bottom = Space.s3), line = false) }
    itemsIndexed(view.events) { at, event -> EventLine(event, view.events.getOrNull(at + 1)) }
    item("deeds") { Deeds(view, go) }
    if (view.steps.isNotEmpty()) item("steps") { SectionHeading(LocalWords.current.caseSteps) }
    itemsIndexed(view.steps) { _, step -> StepLine(step) }
    item("steps-note") { Quiet(view.stepsNote, Modifier.padding(top = Space.s3)) }
    if (view.documents.isNotEmpty()) item("documents") { SectionHeading(LocalWords.current.caseDocuments, end = "${view.documents.size}") }
    itemsIndexed(view.documents) { _, document -> Document(document, opens(document.paper, view)?.let { place -> { go(place) } }) }
    item("days") { Days(view, state, act) }
    item("file") { CaseFile(state.file, act) }
}

@Composable
private fun Head(view: CaseView, state: CaseState, act: (CaseAction) -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        SignWord(view.state.sign, view.stateText, style = Standing.type.strong)
        PageHeading(view.title, Modifier.padding(top = Space.s1))
        AmountLine(view.text, Modifier.padding(top = Space.s1, bottom = Space.s4))
        if (view.checks.isNotEmpty()) ProofLine(view.checks.map { MarkWord(it.state, it.name) }, view.proof)
        view.deadline?.let { due ->
            DeadlineBox(due.label, due.day, due.away, Modifier.padding(top = Space.s3)) {
                if (due.event.isNotEmpty()) Remember(state.noCalendar) { act(CaseAction.Remember) }
            }
        }
        Paragraph(view.turn)
        Quiet(view.deadlineNote)
    }
}

/** The first is what most people need next. */
@Composable
private fun Todo(at: Int, todo: CaseTodo, view: CaseView, go: (Place) -> Unit) {
    val type = Standing.type
    val place = opens(todo.action, view)
    TapRow(start = { StepDisc("${at + 1}", filled = false) }) {
        Text(todo.title, style = type.strong)
        Quiet(todo.text)
        if (place == null || todo.button.isEmpty()) return@TapRow
        val button = Modifier.padding(top = Space.s3)
        if (at == 0) FilledButton(todo.button, { go(place) }, button) else OutlinedButton(todo.button, { go(place) }, button)
    }
}

@Composable
private fun Deeds(view: CaseView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column {
        if (view.canNotePaper) TextLink(words.caseNotePaper, { go(Place.HandIn(view.membership, view.id)) }, icon = null, leading = Icons.Plus)
        if (view.canNoteAnswer) TextLink(words.caseNoteAnswer, { go(Place.PaperAnswer(view.membership, view.id)) }, icon = null, leading = Icons.Plus)
        if (view.canWithdraw) TextLink(words.itemWithdraw, { go(Place.Item(view.membership, view.id)) }, icon = null, leading = Icons.Undo)
    }
}

@Composable
private fun Document(document: CaseDocument, onOpen: (() -> Unit)?) {
    TapRow(onOpen = onOpen) {
        Text(document.title, style = Standing.type.strong)
        val state = document.state
        if (state == null) Quiet(document.text) else SignWord(state.sign, document.text)
    }
}

@Composable
private fun Days(view: CaseView, state: CaseState, act: (CaseAction) -> Unit) {
    Column(Modifier.fillMaxWidth().padding(top = Space.s8)) {
        if (view.deadline != null) OutlinedButton(LocalWords.current.caseSaveDays, { act(CaseAction.SaveDays) }, icon = Icons.Calendar)
        Saved(state.saving)
        state.problem?.let { ProblemBox(it) }
    }
}

/** Everything of the case as one file: for a lawyer, a journalist, anybody who helps. */
@Composable
private fun CaseFile(file: CaseFileState, act: (CaseAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s4), Arrangement.spacedBy(Space.s3)) {
        OutlinedButton(words.caseSaveFile, { act(CaseAction.SaveFile) }, icon = Icons.Save, busy = file.busy)
        OutlinedButton(words.actionShare, { act(CaseAction.ShareFile) }, icon = Icons.Share, busy = file.busy)
        Quiet(words.caseSaveFileNote)
        Saved(file.saving)
        if (file.done.isNotEmpty()) Paragraph(file.done)
        file.problem?.let { ProblemBox(it) }
    }
}

private fun opens(action: Deed, view: CaseView): Place? =
    when (action) {
        Deed.NOTHING -> null
        Deed.NOTE_PAPER -> Place.HandIn(view.membership, view.id)
        Deed.NOTE_ANSWER -> Place.PaperAnswer(view.membership, view.id)
        Deed.REMIND -> Place.CaseLetter(view.membership, view.id, CaseLetterKind.REMINDER)
        Deed.ASK_NEXT -> Place.Contest(view.membership, About.of(view.target), view.id)
        Deed.WRITE_NEXT -> Place.CaseLetter(view.membership, view.id, CaseLetterKind.NEXT_STEP)
        Deed.COMPLAIN -> Place.CaseLetter(view.membership, view.id, CaseLetterKind.COMPLAINT)
        Deed.OPEN_ITEM -> Place.Item(view.membership, view.id)
        Deed.OPEN_STATEMENT -> view.documents.firstNotNullOfOrNull { it.paper as? CasePaper.Statement }?.let { Place.Statement(view.membership, it.seq) }
    }

private fun opens(paper: CasePaper, view: CaseView): Place? =
    when (paper) {
        CasePaper.Letter -> Place.CaseLetter(view.membership, view.id, CaseLetterKind.REQUEST)
        is CasePaper.Receipt -> Place.Receipt(view.membership, paper.item)
        is CasePaper.Notice -> Place.Letter(view.membership, paper.n)
        is CasePaper.Statement -> Place.Statement(view.membership, paper.seq)
        is CasePaper.Photo -> Place.Item(view.membership, paper.item)
    }
