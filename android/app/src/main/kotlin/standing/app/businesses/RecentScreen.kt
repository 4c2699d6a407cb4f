package standing.app.businesses

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AskDestroy
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.core.RecentRow
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.RecentAction
import standing.logic.businesses.RecentState

/** The businesses that were opened lately, and in a sentence what the lists said that day. No tag: it would read as what they say now. */
@Composable
fun RecentScreen(state: RecentState, act: (RecentAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.searchRecent,
        onBack = back,
        bar = false,
        overlay = if (state.asking) ({ AskErase(act) }) else null,
    ) {
        when (val view = state.view) {
            Load.Loading -> item { Loading() }
            is Load.Failed -> item {
                ProblemBox(view.problem) { TextLink(words.actionTryAgain, { act(RecentAction.TryAgain) }) }
            }
            is Load.Ready -> {
                if (view.view.rows.isEmpty()) {
                    item { Empty(words.screenEmpty, text = view.view.empty) }
                } else {
                    items(view.view.rows, key = { it.uscc }) { Row(it, go) }
                    item { DestroyButton(words.searchRecentErase, { act(RecentAction.Erase) }, Modifier.padding(top = Space.s6)) }
                    item { Quiet(words.searchRecentNote, Modifier.padding(top = Space.s2)) }
                }
            }
        }
    }
}

@Composable
private fun Row(row: RecentRow, go: (Place) -> Unit) {
    val type = Standing.type
    TapRow(onOpen = { go(Place.Business(row.uscc)) }) {
        Text(row.name, style = type.strong)
        Quiet(row.region)
        Text(row.code, color = Standing.colors.ink2, style = type.code)
        Quiet(row.lookedUp)
        Quiet(row.said)
    }
}

@Composable
private fun AskErase(act: (RecentAction) -> Unit) {
    val words = LocalWords.current
    AskDestroy(words.searchRecentAsk, words.searchRecentNote, words.searchRecentErase) { act(RecentAction.Answer(it)) }
}
