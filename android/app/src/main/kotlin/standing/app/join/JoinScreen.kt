package standing.app.join

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import standing.app.design.AskLeave
import standing.app.design.FilledButton
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.SectionTitle
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.TextLink
import standing.logic.Place
import standing.logic.join.JoinAction
import standing.logic.join.JoinState
import standing.logic.join.JoinStep
import standing.logic.words.Words

/** Ways out of joining. */
class JoinExits(val go: (Place) -> Unit, val back: () -> Unit, val joined: () -> Unit)

/** Joining an authority, one step at a time: what is done is above, small; what comes is not shown yet. */
@Composable
fun JoinScreen(state: JoinState, act: (JoinAction) -> Unit, exits: JoinExits) {
    val words = LocalWords.current
    Screen(
        words.joinTitle,
        onBack = exits.back.takeIf { state.step != JoinStep.JOINED && !state.busy },
        dock = dock(state, act, exits, words),
        bar = false,
        overlay = if (state.leaving) ({ AskLeave({ act(JoinAction.Stay) }, { act(JoinAction.Leave) }) }) else null,
    ) {
        when (state.step) {
            JoinStep.LINK -> link(state, act, exits)
            JoinStep.LOOK -> look(state)
            JoinStep.NAMESAKES -> namesakes(state)
            JoinStep.CODE -> code(state, act)
            JoinStep.HINT -> hint(state)
            JoinStep.JOINED -> joined(state, words, exits)
            JoinStep.ENDED -> ended(state)
            JoinStep.DECLINED -> item { NoteBox(Sign.REFUSED, words.joinDeclined, listOf(words.joinDeclinedNote)) }
        }
    }
}

/** What can be done is at the bottom, as high as it is important. */
private fun dock(state: JoinState, act: (JoinAction) -> Unit, exits: JoinExits, words: Words): (@Composable ColumnScope.() -> Unit)? =
    when (state.step) {
        JoinStep.LINK -> null
        JoinStep.LOOK -> {
            {
                FilledButton(words.actionContinue, { act(JoinAction.Look) }, busy = state.busy)
                Stop(state, act)
            }
        }
        JoinStep.NAMESAKES -> {
            { OutlinedButton(words.joinBoth, { act(JoinAction.KeepBoth) }, ink = true) }
        }
        JoinStep.CODE -> {
            {
                FilledButton(words.joinSend, { act(JoinAction.Send) }, enabled = state.code.isNotBlank(), busy = state.busy)
                Stop(state, act)
            }
        }
        JoinStep.HINT -> {
            {
                FilledButton(words.joinYes, { act(JoinAction.Answer(mine = true)) }, busy = state.busy)
                OutlinedButton(words.joinNo, { act(JoinAction.Answer(mine = false)) }, ink = true, busy = state.busy)
            }
        }
        JoinStep.JOINED -> {
            { FilledButton(words.actionContinue, exits.joined) }
        }
        JoinStep.ENDED, JoinStep.DECLINED -> {
            { OutlinedButton(words.actionClose, exits.back, ink = true) }
        }
    }

/** Whoever does not want to wait for the authority any longer. */
@Composable
private fun Stop(state: JoinState, act: (JoinAction) -> Unit) {
    if (state.stoppable) OutlinedButton(LocalWords.current.actionStop, { act(JoinAction.Stop) }, ink = true)
}

private fun LazyListScope.joined(state: JoinState, words: Words, exits: JoinExits) {
    item { NoteBox(Sign.HOLDS, words.joinJoined, listOfNotNull(state.hint?.authority)) }
    state.hint?.let { hint -> item { TextLink(words.personJoined, { exits.go(Place.Person(hint.membership)) }) } }
    item {
        SectionTitle(words.noticeChannel, Modifier.padding(top = Space.s6))
        Paragraph(words.permissionNotices)
    }
}

private fun LazyListScope.ended(state: JoinState) {
    state.problem?.let { item { ProblemBox(it) } }
    state.read?.let { item { Connecting(it) } }
}
