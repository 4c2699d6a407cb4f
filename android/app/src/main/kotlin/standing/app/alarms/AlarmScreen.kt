package standing.app.alarms

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AlarmHead
import standing.app.design.ComparedRow
import standing.app.design.Icons
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.TextLink
import standing.app.design.sign
import standing.app.design.word
import standing.app.records.Saved
import standing.core.AlarmStatus
import standing.core.AlarmView
import standing.logic.Load
import standing.logic.alarms.AlarmAction
import standing.logic.alarms.AlarmState

/**
 * One warning: what happened, both documents side by side, what differs, what was checked, and what that means. Only
 * below all of it can it be put aside.
 */
@Composable
fun AlarmScreen(state: AlarmState, act: (AlarmAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.alarmsTitle, onBack = back) {
        when (val load = state.load) {
            Load.Loading -> item("wait") { Loading() }
            is Load.Failed -> item("problem") { ProblemBox(load.problem) { TextLink(words.actionTryAgain, { act(AlarmAction.AskAgain) }) } }
            is Load.Ready -> alarm(load.view, state, act)
        }
    }
}

private fun LazyListScope.alarm(view: AlarmView, state: AlarmState, act: (AlarmAction) -> Unit) {
    item("what") {
        ProblemBox(view.row.problem, sign = view.row.sign)
        Quiet(view.row.found, Modifier.padding(top = Space.s1))
        if (view.row.status != AlarmStatus.OPEN) SectionHeading(LocalWords.current.alarmExplained, line = false)
        Paragraph(view.row.statusText)
    }
    if (view.branches.isNotEmpty()) item("both") { Both(view) }
    item("differs") {
        SectionHeading(LocalWords.current.alarmDiffers)
        if (view.differs.isEmpty()) Paragraph(view.same, Modifier.padding(vertical = Space.s2))
    }
    val names = view.branches.map { it.name }
    itemsIndexed(view.differs) { _, row ->
        ComparedRow(names, row.label, row.values, LocalWords.current.alarmDiffersMark, amount = true)
    }
    item("rest") {
        if (view.differs.isNotEmpty()) Paragraph(view.same, Modifier.padding(vertical = Space.s2))
        Checked(view)
        SectionHeading(LocalWords.current.alarmMeans, line = false)
        view.meaning.forEach { Paragraph(it) }
    }
    item("deeds") { Deeds(view, state, act) }
}

/** The documents themselves: what each says first, when it came, whose key signed it. */
@Composable
private fun Both(view: AlarmView) {
    val words = LocalWords.current
    val (names, all) = view.branches.map { it.name } to view.branches
    Column(Modifier.padding(top = Space.s6)) {
        AlarmHead(names, all.map { it.value }, all.map { it.detail }, all.map { it.note })
        ComparedRow(names, words.alarmReached, all.map { it.reached }, words.alarmDiffersMark)
        ComparedRow(names, words.alarmDated, all.map { it.dated }, words.alarmDiffersMark)
        ComparedRow(names, words.alarmSigner, all.map { it.signer }, words.alarmDiffersMark)
        ComparedRow(names, words.alarmCode, all.map { it.fingerprint }, words.alarmDiffersMark)
    }
}

@Composable
private fun Checked(view: AlarmView) {
    if (view.checks.isEmpty()) return
    val words = LocalWords.current
    SectionHeading(words.checksTitle)
    for (check in view.checks) {
        ComparedRow(view.branches.map { it.name }, check.name) { at ->
            val state = check.states[at]
            SignWord(state.sign, state.word(words))
        }
    }
}

@Composable
private fun Deeds(view: AlarmView, state: AlarmState, act: (AlarmAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s8), Arrangement.spacedBy(Space.s3)) {
        OutlinedButton(words.alarmSave, { act(AlarmAction.Save) }, icon = Icons.Save)
        OutlinedButton(words.actionShare, { act(AlarmAction.Share) }, icon = Icons.Share)
        Saved(state.saving)
        Quiet(words.alarmSaveNote)
        if (view.row.status == AlarmStatus.PUT_ASIDE) {
            OutlinedButton(words.alarmReopen, { act(AlarmAction.Reopen) }, icon = Icons.Undo)
        } else {
            OutlinedButton(words.alarmPutAside, { act(AlarmAction.PutAside) }, ink = true)
            Quiet(words.alarmPutAsideNote)
        }
        state.problem?.let { ProblemBox(it) }
    }
}
