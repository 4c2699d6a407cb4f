package standing.app.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import standing.app.design.ChoiceRow
import standing.app.design.Field
import standing.app.design.FieldWord
import standing.app.design.FilledButton
import standing.app.design.Labelled
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.app.design.ToggleRow
import standing.app.design.icon
import standing.app.design.word
import standing.app.join.shown
import standing.app.text
import standing.core.MembershipView
import standing.core.PersonDraft
import standing.core.PersonMark
import standing.logic.Load
import standing.logic.settings.PersonAction
import standing.logic.settings.PersonState
import standing.logic.words.Words

/** Whose a membership is: what they are called on this phone, by which mark, and whether their pages are locked. */
@Composable
fun PersonScreen(state: PersonState, act: (PersonAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    val (load, draft) = state.load to state.draft
    val save = { act(PersonAction.Save(words.personLockChange)) }
    Screen(
        words.personTitle,
        onBack = back,
        dock = if (load is Load.Ready && draft != null) ({ FilledButton(words.personSave, save, busy = state.busy) }) else null,
        bar = false,
    ) {
        if (load is Load.Ready && draft != null) {
            item("who") { Who(load.view) }
            draft(draft, state, act)
        } else {
            item("wait") { Loaded(load, { act(PersonAction.Again) }) {} }
        }
    }
}

@Composable
private fun Who(membership: MembershipView) {
    Column(Modifier.fillMaxWidth().padding(bottom = Space.s3)) {
        Quiet(membership.authority)
        Text(shown(membership.hint), style = Standing.type.h2)
    }
}

private fun LazyListScope.draft(draft: PersonDraft, state: PersonState, act: (PersonAction) -> Unit) {
    item("name") {
        val words = LocalWords.current
        val wrong = state.problem?.takeIf { it.code.startsWith("person-") }?.let { FieldWord.Fails("${it.happened} ${it.todo}") }
        Field(draft.name, { act(PersonAction.Name(it)) }, words.personName, hint = words.personNameHint, word = wrong, enabled = !state.busy)
        state.problem?.takeIf { wrong == null }?.let { ProblemBox(it) }
    }
    item("mark") {
        val words = LocalWords.current
        Labelled(words.personMark) { Column { for (mark in PersonMark.entries) Mark(mark, mark == draft.mark, words, act) } }
    }
    item("lock") {
        val words = LocalWords.current
        val note = if (state.hasScreenLock) words.personLockNote else words.settingLockMissing
        ToggleRow(words.personLock, draft.isLocked, { act(PersonAction.Lock(it)) }, note = note)
        state.answer?.let { NoteBox(Sign.NEEDS, it.text(words), emptyList()) }
    }
}

@Composable
private fun Mark(mark: PersonMark, on: Boolean, words: Words, act: (PersonAction) -> Unit) {
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
        Icon(mark.icon, null, Modifier.size(Standing.sizes.icon), Standing.colors.ink)
        Box(Modifier.weight(1f)) { ChoiceRow(mark.word(words), on, { act(PersonAction.Mark(mark)) }) }
    }
}
