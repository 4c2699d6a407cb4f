package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.alarms.AlarmBox
import standing.app.design.AskDestroy
import standing.app.design.Empty
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValueRow
import standing.app.design.LinkRow
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionTitle
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.TextLink
import standing.core.RegisterRow
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.RegistersAction
import standing.logic.businesses.RegistersState

/** The registers of businesses on this phone, and adding one. */
@Composable
fun RegistersScreen(state: RegistersState, act: (RegistersAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.moreRegisters,
        onBack = back,
        overlay = state.asking?.let { row -> ({ AskRemove(row, act) }) },
        dock = { AddOrStop(state, act, go) },
    ) {
        (state.problem ?: state.obstacle)?.let { item("refused") { ProblemBox(it) } }
        when (val view = state.view) {
            Load.Loading -> item { Loading() }
            is Load.Failed -> item { ProblemBox(view.problem) { TextLink(words.actionTryAgain, { act(RegistersAction.TryAgain) }) } }
            is Load.Ready -> {
                if (view.view.rows.isEmpty()) item { Empty(words.searchNoRegister, text = words.registerNone) }
                items(view.view.rows, key = { it.fingerprint }) { Register(it, state.sync.running, act, go) }
                if (view.view.rows.isNotEmpty()) item { LinkRow(words.alarmAll, { go(Place.Alarms()) }) }
            }
        }
    }
}

@Composable
private fun AddOrStop(state: RegistersState, act: (RegistersAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    if (!state.sync.running) {
        FilledButton(words.registerAdd, { go(Place.AddRegister()) }, icon = Icons.Plus)
        return
    }
    val progress = state.sync.progress
    val stop = { act(RegistersAction.StopUpdate) }.takeIf { !state.sync.stopping }
    val text = if (state.sync.stopping) words.syncStopping else progress?.text ?: words.syncRunning
    Progress(text, progress?.done?.toInt() ?: 0, progress?.total?.toInt() ?: 0, stop)
}

@Composable
private fun Register(row: RegisterRow, isSyncing: Boolean, act: (RegistersAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s4, bottom = Space.s6)) {
        SectionTitle(row.publisher)
        Quiet(row.region)
        Paragraph(row.text)
        if (row.asksFirst.isNotEmpty()) {
            NoteBox(Sign.CLOCK, row.asksFirst, emptyList()) {
                if (!isSyncing) OutlinedButton(words.registerUpdateNow, { act(RegistersAction.Update(row.fingerprint)) })
            }
        }
        row.alarms.forEach { AlarmBox(it, null, go) }
        Paragraph(row.reliance)
        if (row.reliance.isNotEmpty()) {
            TextLink(if (row.relied) words.registerRelyStop else words.registerRelyStart, { act(RegistersAction.Rely(row.fingerprint, !row.relied)) }, icon = null)
        }
        KeyValueRow(words.registerFingerprint, row.fingerprint)
        KeyValueRow(words.registerHost, row.host, note = row.added)
        TextLink(words.registerRemove, { act(RegistersAction.Remove(row)) })
    }
}

@Composable
private fun AskRemove(row: RegisterRow, act: (RegistersAction) -> Unit) {
    val words = LocalWords.current
    AskDestroy(words.registerRemoveAsk(row.publisher), words.registerRemoveNote, words.registerRemove) { act(RegistersAction.Answer(it)) }
}
