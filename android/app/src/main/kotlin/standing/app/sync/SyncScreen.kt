package standing.app.sync

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.core.SyncPart
import standing.core.SyncView
import standing.logic.sync.SyncAction
import standing.logic.sync.SyncState

/** The sync at work, and what the last one brought from whom. */
@Composable
fun SyncScreen(state: SyncState, act: (SyncAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.syncTitle,
        onBack = back,
        dock = { FilledButton(words.syncNow, { act(SyncAction.Start) }, icon = Icons.Sync, busy = state.running) },
    ) {
        item {
            Column {
                if (state.running) {
                    SyncProgressBox(state, { act(SyncAction.Stop) })
                    if (!state.stopping) Quiet(words.syncSafe)
                }
                state.problem?.let { ProblemBox(it) }
                Last(state)
            }
        }
        items(state.last?.parts.orEmpty()) { Part(it) }
    }
}

/** How far a sync is, with a way to stop it. */
@Composable
fun SyncProgressBox(state: SyncState, onStop: () -> Unit) {
    val words = LocalWords.current
    val progress = state.progress
    val text = if (state.stopping) words.syncStopping else progress?.text ?: words.syncRunning
    Progress(text, progress?.done?.toInt() ?: 0, progress?.total?.toInt() ?: 0, onStop.takeIf { !state.stopping })
}

@Composable
private fun Last(state: SyncState) {
    val words = LocalWords.current
    val last = state.last
    if (last == null) {
        if (!state.running && state.problem == null) Paragraph(words.syncNever)
        return
    }
    SectionHeading(words.syncLast)
    Column(Modifier.padding(vertical = Space.s3)) { SignWord(last.sign, last.text, style = Standing.type.strong) }
}

private val SyncView.sign get() = if (complete) Sign.HOLDS else if (stopped) Sign.REFUSED else Sign.OFFLINE

/** One part that fails does not stop another. */
@Composable
private fun Part(part: SyncPart) {
    TapRow {
        Text(part.name, style = Standing.type.strong)
        Paragraph(part.text)
        part.problem?.let { ProblemBox(it, sign = Sign.OFFLINE) }
    }
}
