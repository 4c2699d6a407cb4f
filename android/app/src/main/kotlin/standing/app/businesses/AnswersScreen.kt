package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AskDestroy
import standing.app.design.Empty
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.records.Saved
import standing.core.SavedAnswerRow
import standing.core.SavedAnswersView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.AnswersAction
import standing.logic.businesses.AnswersState

/** Answers that were saved: what the lists said of a business on a day, each with a proof. */
@Composable
fun AnswersScreen(state: AnswersState, act: (AnswersAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.answersTitle, onBack = back, bar = false, overlay = state.asking?.let { row -> ({ AskErase(row, act) }) }) {
        state.problem?.let { item(key = "not saved") { ProblemBox(it) } }
        item(key = "saved") { Saved(state.saving) }
        when (val view = state.view) {
            Load.Loading -> item(key = "wait") { Loading() }
            is Load.Failed -> item(key = "problem") { ProblemBox(view.problem) { TextLink(words.actionTryAgain, { act(AnswersAction.TryAgain) }) } }
            is Load.Ready -> answers(view.view, act, go)
        }
    }
}

private fun LazyListScope.answers(view: SavedAnswersView, act: (AnswersAction) -> Unit, go: (Place) -> Unit) {
    if (view.rows.isEmpty()) item(key = "none") { Empty(LocalWords.current.screenEmpty, text = view.empty) }
    items(view.rows, key = { it.id }) { Row(it, act, go) }
    item(key = "note") { Quiet(view.note, Modifier.padding(top = Space.s4)) }
}

@Composable
private fun Row(row: SavedAnswerRow, act: (AnswersAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.padding(bottom = Space.s6)) {
        TapRow(onOpen = { go(Place.Business(row.uscc)) }) {
            Text(row.name, style = Standing.type.strong)
            Text(row.code, color = Standing.colors.ink2, style = Standing.type.code)
            Quiet(row.saved)
            Quiet(row.publisher)
        }
        Paragraph(row.said)
        Quiet(row.proof, Modifier.padding(bottom = Space.s2))
        OutlinedButton(words.answersExport(row.size), { act(AnswersAction.Export(row.id)) }, icon = Icons.Save)
        TextLink(words.actionShare, { act(AnswersAction.Share(row.id)) }, icon = null, leading = Icons.Share)
        TextLink(words.answersErase, { act(AnswersAction.Erase(row)) }, icon = null, leading = Icons.Trash)
    }
}

@Composable
private fun AskErase(row: SavedAnswerRow, act: (AnswersAction) -> Unit) {
    val words = LocalWords.current
    AskDestroy(words.answersEraseAsk(row.name), words.answersEraseNote, words.answersErase) { act(AnswersAction.Answer(it)) }
}
