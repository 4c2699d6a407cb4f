package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AskDestroy
import standing.app.design.BusinessCardRow
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TextLink
import standing.core.WatchGroup
import standing.core.WatchedRow
import standing.core.WatchedView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.WatchedAction
import standing.logic.businesses.WatchedState
import standing.logic.words.Words

/** The businesses that are watched: what changed since the person opened each, compared on this phone. */
@Composable
fun WatchedScreen(state: WatchedState, act: (WatchedAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.watchTitle, onBack = back, bar = false, overlay = if (state.asking) ({ AskStop(act) }) else null) {
        when (val view = state.view) {
            Load.Loading -> item { Loading() }
            is Load.Failed -> item { ProblemBox(view.problem) { TextLink(words.actionTryAgain, { act(WatchedAction.TryAgain) }) } }
            is Load.Ready -> watched(view.view, words, act, go)
        }
    }
}

private fun LazyListScope.watched(view: WatchedView, words: Words, act: (WatchedAction) -> Unit, go: (Place) -> Unit) {
    if (view.rows.isEmpty()) {
        item(key = "none") { Empty(words.screenEmpty, text = view.text) }
        return
    }
    item(key = "how many") { Paragraph(view.text, style = Standing.type.strong) }
    for (group in WatchGroup.entries) {
        val rows = view.rows.filter { it.group == group }
        if (rows.isEmpty()) continue
        item(key = "group $group") { SectionHeading(group.title(words)) }
        items(rows) { Row(it, act, go) }
    }
    item(key = "how") {
        SectionHeading(words.watchHow)
        SignWord(Sign.LOCK, words.watchHowNote, Modifier.padding(vertical = Space.s2), Standing.type.small)
        DestroyButton(words.watchStopAll, { act(WatchedAction.StopAll) }, Modifier.padding(top = Space.s4))
    }
}

private fun WatchGroup.title(words: Words) =
    when (this) {
        WatchGroup.CHANGED -> words.watchChanged
        WatchGroup.SAME -> words.watchSame
        WatchGroup.UNKNOWN -> words.watchUnknown
    }

@Composable
private fun Row(row: WatchedRow, act: (WatchedAction) -> Unit, go: (Place) -> Unit) {
    Column(Modifier.padding(bottom = Space.s4)) {
        BusinessCardRow(shown(row.card), { go(Place.Business(row.card.uscc)) }, near = false)
        for (change in row.changes) Paragraph(change)
        if (row.unknown.isNotEmpty()) SignWord(Sign.UNKNOWN, row.unknown, Modifier.padding(vertical = Space.s1))
        Quiet(row.since)
        TextLink(LocalWords.current.watchStopOne(row.card.name), { act(WatchedAction.Stop(row.card.uscc)) }, icon = null)
    }
}

@Composable
private fun AskStop(act: (WatchedAction) -> Unit) {
    val words = LocalWords.current
    AskDestroy(words.watchStopAsk, words.watchStopNote, words.watchStopAll) { act(WatchedAction.Answer(it)) }
}
