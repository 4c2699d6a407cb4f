package standing.app.settings

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Ask
import standing.app.design.ChoiceRow
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Icons
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.PersonHeading
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.TextLink
import standing.app.join.FingerprintBox
import standing.app.join.shown
import standing.app.text
import standing.core.MembershipState
import standing.core.MembershipView
import standing.core.PeopleView
import standing.core.PersonRow
import standing.logic.Load
import standing.logic.Place
import standing.logic.personOf
import standing.logic.settings.Leaving
import standing.logic.settings.MembershipsAction
import standing.logic.settings.MembershipsState

/** Everybody on this phone, each with what is theirs, and who waits for a yes. */
@Composable
fun MembershipsScreen(state: MembershipsState, act: (MembershipsAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.peopleTitle,
        onBack = back,
        bar = false,
        overlay = state.leaving?.let { leaving -> ({ AskLeave(leaving, state, act, go) }) },
        dock = { Another(state, go) },
    ) {
        state.problem?.let { item(key = "problem") { ProblemBox(it) } }
        state.answer?.let { item(key = "answer") { NoteBox(Sign.NEEDS, it.text(words), emptyList()) } }
        val load = state.people
        if (load !is Load.Ready) {
            item { Loaded(load, { act(MembershipsAction.AskAgain) }) {} }
            return@Screen
        }
        if (load.view.people.isEmpty()) item { Empty(words.screenEmpty, text = words.joinIntro3) } else people(load.view, state, act, go)
    }
}

private fun LazyListScope.people(view: PeopleView, state: MembershipsState, act: (MembershipsAction) -> Unit, go: (Place) -> Unit) {
    item { Paragraph(view.text) }
    for (row in view.people) {
        item { PersonHeading(row.person) }
        items(row.memberships, key = { it.membership }) { one ->
            if (one.state == MembershipState.TO_CONFIRM) ToConfirm(one, go) else Joined(one, state, act, go)
        }
        if (row.acting.isNotEmpty()) item { Acting(row) }
    }
    item {
        Column(Modifier.padding(top = Space.s8)) {
            Paragraph(view.kept)
            Quiet(view.hints, Modifier.padding(top = Space.s2))
        }
    }
}

@Composable
private fun Acting(row: PersonRow) = NoteBox(Sign.PERSON, row.person.acts, listOf(row.acting), Modifier.padding(top = Space.s4))

@Composable
private fun ToConfirm(waiting: MembershipView, go: (Place) -> Unit) {
    TapRow(onOpen = { go(Place.Join()) }) {
        Text(waiting.authority, style = Standing.type.strong)
        SignWord(Sign.NEEDS, LocalWords.current.joinYours)
        Quiet(waiting.joined)
    }
}

@Composable
private fun Another(state: MembershipsState, go: (Place) -> Unit) {
    val words = LocalWords.current
    val text = if (state.memberships.isEmpty()) words.joinTitle else words.joinAnother
    OutlinedButton(text, { go(Place.Join()) }, icon = Icons.Plus)
}

/** Which one Home and Records show is chosen here, where there are several. */
@Composable
private fun Joined(membership: MembershipView, state: MembershipsState, act: (MembershipsAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val id = membership.membership
    val isShown = id == state.chosen
    Column(Modifier.fillMaxWidth()) {
        val lines = listOf(shown(membership.hint), membership.joined)
        if (state.memberships.size > 1) {
            ChoiceRow(membership.authority, isShown, { if (!isShown) act(MembershipsAction.Show(id)) }, note = (lines + words.peopleShown.takeIf { isShown }.orEmpty()).filter { it.isNotEmpty() }.joinToString("\n"))
        } else {
            Text(membership.authority, Modifier.padding(top = Space.s3), style = Standing.type.strong)
            lines.forEach { Quiet(it) }
        }
        TextLink(words.personChange, { go(Place.Person(id)) })
        Quiet(words.rulebookFingerprint, Modifier.padding(top = Space.s3))
        FingerprintBox(membership.fingerprint, Modifier.padding(top = Space.s1))
        TextLink(words.alarmAll, { go(Place.Alarms(id)) })
        TextLink(words.membershipLeave, { act(MembershipsAction.Leave(id)) })
    }
}

/** What is erased can be saved first: the file is of the person whose connection it is. */
@Composable
private fun AskLeave(leaving: Leaving, state: MembershipsState, act: (MembershipsAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    val no = { act(MembershipsAction.Answer(false)) }
    val name = state.memberships.personOf(leaving.membership)?.name.orEmpty()
    val save = {
        no()
        act(MembershipsAction.Show(leaving.membership))
        go(Place.Archive)
    }
    Ask(words.membershipLeaveAsk(leaving.view.authority), leaving.view.text, no) {
        OutlinedButton(words.membershipLeaveSave, save, icon = Icons.Save)
        DestroyButton(words.membershipLeave, { act(MembershipsAction.Answer(true, words.personLeaveReason(name))) })
        OutlinedButton(words.actionCancel, no, ink = true)
    }
}
