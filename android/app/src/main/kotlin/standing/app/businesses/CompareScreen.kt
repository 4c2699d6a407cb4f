package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import standing.app.design.ComparedRow
import standing.app.design.Field
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
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
import standing.app.design.sign
import standing.app.design.word
import standing.core.BusinessCard
import standing.core.CheckState
import standing.core.ComparedCell
import standing.core.ComparisonView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.CompareAction
import standing.logic.businesses.CompareState

/** Two to four businesses side by side, in words: no total, no winner. */
@Composable
fun CompareScreen(state: CompareState, act: (CompareAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.compareTitle, onBack = back, bar = false) {
        when (val view = state.view) {
            Load.Loading -> item(key = "wait") { Loading() }
            is Load.Failed -> item(key = "problem") {
                ProblemBox(view.problem, sign = Sign.NEEDS) { TextLink(words.actionTryAgain, { act(CompareAction.TryAgain) }) }
            }
            is Load.Ready -> compared(view.view, state, act, go)
        }
    }
}

private fun LazyListScope.compared(view: ComparisonView, state: CompareState, act: (CompareAction) -> Unit, go: (Place) -> Unit) {
    items(view.businesses, key = { "business ${it.uscc}" }) { Chosen(it, act, go) }
    if (view.todo.isNotEmpty()) item(key = "todo") { Paragraph(view.todo, Modifier.padding(top = Space.s4)) }
    for (section in view.sections) {
        item(key = "section ${section.title}") { SectionHeading(section.title) }
        items(section.rows) { row -> ComparedRow(row.cells.map { it.business }, row.label) { Cell(row.cells[it]) } }
    }
    if (view.sections.isNotEmpty()) {
        item(key = "note") { NoteBox(Sign.NOTE, view.note, listOf(view.noteText), Modifier.padding(top = Space.s4)) }
    }
    item(key = "private") { SignWord(Sign.LOCK, LocalWords.current.comparePrivate, Modifier.padding(vertical = Space.s3), Standing.type.small) }
    if (!view.full) choose(view.businesses.map { it.uscc }, state, act)
}

@Composable
private fun Chosen(card: BusinessCard, act: (CompareAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    TapRow(onOpen = { go(Place.Business(card.uscc)) }) {
        Text(card.name.ifBlank { words.listingNotInRegister }, style = Standing.type.strong)
        Quiet(card.translated)
        Quiet(card.region)
        Text(card.code, color = Standing.colors.ink2, style = Standing.type.code)
    }
    TextLink(words.compareLeaveOut(card.name.ifBlank { card.code }), { act(CompareAction.LeaveOut(card.uscc)) }, icon = null)
}

/** Of what is known only the words are shown: that a list is known is no praise. */
@Composable
private fun Cell(cell: ComparedCell) {
    Column(Modifier.fillMaxWidth()) {
        if (cell.state != CheckState.HOLDS) SignWord(cell.state.sign, cell.state.word(LocalWords.current))
        for (item in cell.items) {
            Text(item.text, Modifier.padding(top = Space.s1), style = if (item.lines.isEmpty()) Standing.type.body else Standing.type.strong)
            for (line in item.lines) Quiet(line)
        }
    }
}

/** Another one: by name or code, or from what was opened lately. No listing is shown here. */
private fun LazyListScope.choose(chosen: List<String>, state: CompareState, act: (CompareAction) -> Unit) {
    item(key = "add") {
        val words = LocalWords.current
        SectionHeading(words.compareAdd)
        Field(
            state.text,
            { act(CompareAction.Type(it)) },
            words.searchLabel,
            keyboard = KeyboardOptions(imeAction = ImeAction.Search),
            onDone = { act(CompareAction.Find) },
        )
        OutlinedButton(words.actionSearch, { act(CompareAction.Find) }, Modifier.padding(top = Space.s2))
    }
    when (val found = state.found) {
        null -> recent(chosen, state, act)
        Load.Loading -> item(key = "searching") { Loading() }
        is Load.Failed -> item(key = "not found") { ProblemBox(found.problem, sign = Sign.NEEDS) }
        is Load.Ready -> {
            val rows = (found.view.rows + found.view.near + found.view.sound).distinctBy { it.uscc }.filter { it.uscc !in chosen }
            if (rows.isEmpty()) item(key = "none") { Paragraph(found.view.empty) }
            items(rows, key = { "found ${it.uscc}" }) { Choice(it.uscc, it.name, it.region, it.code, act) }
        }
    }
}

private fun LazyListScope.recent(chosen: List<String>, state: CompareState, act: (CompareAction) -> Unit) {
    if (state.recent == null) {
        item(key = "recent") { LinkRow(LocalWords.current.searchRecent, { act(CompareAction.Recent) }) }
        return
    }
    val rows = state.recent?.rows.orEmpty().filter { it.uscc !in chosen }
    if (rows.isEmpty()) return
    item(key = "recent") { SectionHeading(LocalWords.current.searchRecent, line = false) }
    items(rows, key = { "recent ${it.uscc}" }) { Choice(it.uscc, it.name, it.region, it.code, act) }
}

@Composable
private fun Choice(uscc: String, name: String, region: String, code: String, act: (CompareAction) -> Unit) {
    TapRow(onOpen = { act(CompareAction.Add(uscc)) }) {
        Text(name, style = Standing.type.strong)
        Quiet(region)
        Text(code, color = Standing.colors.ink2, style = Standing.type.code)
    }
}
