package standing.app.settings

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.Ask
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Icons
import standing.app.design.Loaded
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
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
import standing.app.join.FingerprintBox
import standing.app.join.shown
import standing.core.MembershipView
import standing.logic.Load
import standing.logic.Place
import standing.logic.settings.Leaving
import standing.logic.settings.MembershipsAction
import standing.logic.settings.MembershipsState

/** Whom this phone has joined, and who waits for a yes. */
@Composable
fun MembershipsScreen(state: MembershipsState, act: (MembershipsAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(
        words.moreMemberships,
        onBack = back,
        bar = false,
        overlay = state.leaving?.let { leaving -> ({ AskLeave(leaving, act) }) },
        dock = { Another(state, go) },
    ) {
        state.problem?.let { item(key = "problem") { ProblemBox(it) } }
        val load = state.memberships
        if (load !is Load.Ready) {
            item { Loaded(load, { act(MembershipsAction.AskAgain) }) {} }
            return@Screen
        }
        if (load.view.isEmpty()) item { Empty(words.screenEmpty, text = words.joinIntro3) }
        items(state.toConfirm) { waiting ->
            TapRow(onOpen = { go(Place.Join()) }) {
                Text(waiting.authority, style = Standing.type.strong)
                SignWord(Sign.NEEDS, words.joinYours)
                Quiet(waiting.joined)
            }
        }
        items(state.active) { Joined(it, act, go) }
    }
}

@Composable
private fun Another(state: MembershipsState, go: (Place) -> Unit) {
    val words = LocalWords.current
    val text = if (state.active.isEmpty()) words.joinTitle else words.joinAnother
    OutlinedButton(text, { go(Place.Join()) }, icon = Icons.Plus)
}

@Composable
private fun Joined(membership: MembershipView, act: (MembershipsAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    SectionHeading(membership.authority)
    Text(shown(membership.hint), Modifier.padding(top = Space.s3), style = Standing.type.strong)
    Quiet(membership.joined)
    Quiet(words.rulebookFingerprint, Modifier.padding(top = Space.s3))
    FingerprintBox(membership.fingerprint, Modifier.padding(top = Space.s1))
    TextLink(words.alarmAll, { go(Place.Alarms(membership.membership)) })
    TextLink(words.membershipLeave, { act(MembershipsAction.Leave(membership.membership)) })
}

@Composable
private fun AskLeave(leaving: Leaving, act: (MembershipsAction) -> Unit) {
    val words = LocalWords.current
    val no = { act(MembershipsAction.Answer(false)) }
    Ask(words.membershipLeaveAsk(leaving.view.authority), leaving.view.text, no) {
        DestroyButton(words.membershipLeave, { act(MembershipsAction.Answer(true)) })
        OutlinedButton(words.actionCancel, no, ink = true)
    }
}
