package standing.app.settings

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.font.FontWeight
import java.time.ZoneId
import standing.app.design.AccessRowItem
import standing.app.design.FreshnessRow
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.core.NetworkView
import standing.logic.Load
import standing.logic.ViewAction
import standing.logic.settings.FreshnessAction
import standing.logic.settings.FreshnessState
import standing.logic.settings.days
import standing.logic.settings.inWords
import standing.logic.settings.time
import standing.logic.view

/** How fresh everything on this phone is, and one button that renews it. */
@Composable
fun FreshnessScreen(state: FreshnessState, act: (FreshnessAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.moreFresh, onBack = back, dock = { Refresh(state, act) }) {
        if (state.offline) item { NoteBox(Sign.OFFLINE, words.screenOffline, listOf(words.screenOfflineSafe)) }
        state.obstacle?.let { if (!state.offline) item { ProblemBox(it) } }
        when (val fresh = state.fresh) {
            is Load.Ready -> {
                item { Paragraph(fresh.view.text, style = Standing.type.strong) }
                items(fresh.view.rows) { row ->
                    FreshnessRow(row)
                    if (row.update.isNotEmpty() && !state.sync.running) {
                        OutlinedButton(words.registerUpdateNow, { act(FreshnessAction.Update(row.update)) })
                    }
                }
                item { Quiet(words.moreRefreshNote, Modifier.padding(top = Space.s4)) }
            }
            else -> item { Loaded(fresh, { act(FreshnessAction.AskAgain) }) {} }
        }
    }
}

@Composable
private fun Refresh(state: FreshnessState, act: (FreshnessAction) -> Unit) {
    val words = LocalWords.current
    if (!state.sync.running) {
        OutlinedButton(words.actionRefresh, { act(FreshnessAction.Refresh) })
        return
    }
    val progress = state.sync.progress
    val stop = { act(FreshnessAction.Stop) }.takeIf { !state.sync.stopping }
    Progress(
        if (state.sync.stopping) words.syncStopping else progress?.text ?: words.syncRunning,
        progress?.done?.toInt() ?: 0,
        progress?.total?.toInt() ?: 0,
        stop,
    )
}

/** With whom this phone spoke, what for and how much, day by day. */
@Composable
fun NetworkScreen(view: Load<NetworkView>, zone: ZoneId, act: (ViewAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.moreNetwork, onBack = back, bar = false) {
        val ready = view.view
        if (ready == null) {
            item { Loaded(view, { act(ViewAction.AskAgain) }) {} }
            return@Screen
        }
        item { Paragraph(ready.total, style = Standing.type.body.copy(fontWeight = FontWeight.SemiBold)) }
        item { Quiet(ready.note) }
        for (day in ready.days(zone)) {
            item { SectionHeading(day.day.inWords(words.language)) }
            items(day.rows) { AccessRowItem(it, it.time(zone)) }
        }
    }
}
