package standing.app.join

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import standing.app.design.Field
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Step
import standing.app.design.StepState
import standing.app.design.SunkBlock
import standing.app.design.Text
import standing.app.design.TextLink
import standing.core.AuthorityPreview
import standing.core.LinkView
import standing.logic.Place
import standing.logic.join.JoinAction
import standing.logic.join.JoinState

private const val STEPS = 3

/** First use: what this is, in three sentences, and the two ways to give the link. */
internal fun LazyListScope.link(state: JoinState, act: (JoinAction) -> Unit, exits: JoinExits) {
    item {
        val words = LocalWords.current
        listOf(words.joinIntro1, words.joinIntro2, words.joinIntro3).forEach { Paragraph(it) }
    }
    item { FilledButton(LocalWords.current.joinScan, { exits.go(Place.Scan) }, Modifier.padding(top = Space.s6), Icons.Qr) }
    item { TypeLink(state, act) }
    item { TextLink(LocalWords.current.joinWithout, { exits.go(Place.Businesses) }, Modifier.padding(top = Space.s6)) }
}

@Composable
private fun TypeLink(state: JoinState, act: (JoinAction) -> Unit) {
    val words = LocalWords.current
    SectionHeading(words.joinTypeLink, line = false)
    Field(
        state.link,
        { act(JoinAction.TypeLink(it)) },
        words.joinLinkLabel,
        hint = words.joinLinkHint,
        enabled = !state.busy,
        style = Standing.type.code,
        keyboard = plain(KeyboardType.Uri, ImeAction.Go),
        onDone = { act(JoinAction.Read) },
    )
    state.problem?.let { ProblemBox(it) }
    OutlinedButton(
        words.actionContinue,
        { act(JoinAction.Read) },
        Modifier.padding(top = Space.s2),
        enabled = state.link.isNotBlank(),
        busy = state.busy,
    )
}

internal fun LazyListScope.look(state: JoinState) {
    val read = state.read ?: return
    item {
        val words = LocalWords.current
        Step(1, STEPS, StepState.CURRENT, words.joinLook) {
            Connecting(read, Modifier.padding(vertical = Space.s3))
            Quiet(words.joinLookHint)
            if (state.busy) Quiet(words.screenLoading)
        }
    }
    item { Trouble(state) }
    leaves(read)
}

/** Both authorities of one name, one below the other: the person decides. */
internal fun LazyListScope.namesakes(state: JoinState) {
    val both = state.preview?.namesakes ?: return
    item { NoteBox(Sign.UNKNOWN, both.title, listOf(both.text)) }
    items(both.authorities) { one ->
        SectionHeading(one.title)
        KeyValues(one.rows)
    }
    item { Quiet(both.then, Modifier.padding(top = Space.s4)) }
}

internal fun LazyListScope.code(state: JoinState, act: (JoinAction) -> Unit) {
    item { state.preview?.let { Claims(it) } }
    item {
        val words = LocalWords.current
        Step(1, STEPS, StepState.DONE, words.joinLook, Modifier.padding(top = Space.s6)) {}
        Step(2, STEPS, StepState.CURRENT, words.joinCode) {
            Field(
                state.code,
                { act(JoinAction.TypeCode(it)) },
                words.joinCodeLabel,
                hint = words.joinCodeHint,
                enabled = !state.busy,
                whole = true,
                style = Standing.type.h2.copy(fontFeatureSettings = "tnum"),
                keyboard = plain(KeyboardType.Ascii, ImeAction.Send),
                onDone = { act(JoinAction.Send) },
            )
            if (state.busy) Quiet(words.screenLoading)
        }
    }
    item { Trouble(state) }
    state.read?.let { leaves(it) }
}

internal fun LazyListScope.hint(state: JoinState) {
    val hint = state.hint ?: return
    item {
        val words = LocalWords.current
        Step(1, STEPS, StepState.DONE, words.joinLook) {}
        Step(2, STEPS, StepState.DONE, words.joinCode) {}
        Step(STEPS, STEPS, StepState.CURRENT, words.joinYours) {
            SunkBlock(Modifier.padding(vertical = Space.s3)) {
                Quiet(hint.authority)
                Text(shown(hint.hint), style = Standing.type.h1)
            }
            Quiet(words.joinYoursHint)
        }
    }
    item { Trouble(state) }
    item { Quiet(LocalWords.current.joinNoNote) }
}

/** To whom, before anything is sent. */
@Composable
internal fun Connecting(read: LinkView, modifier: Modifier = Modifier) {
    SunkBlock(modifier) {
        Quiet(LocalWords.current.joinConnecting)
        Text(read.iss.ifEmpty { read.host }, style = Standing.type.strong)
        Paragraph(read.known, style = Standing.type.small)
    }
}

/** What the other side says of itself, and that nothing proves it yet. */
@Composable
private fun Claims(preview: AuthorityPreview) {
    SunkBlock {
        Paragraph(preview.claim)
        Paragraph(preview.unproved, style = Standing.type.small)
    }
    KeyValues(preview.rows)
}

@Composable
private fun Trouble(state: JoinState) {
    val words = LocalWords.current
    val problem = state.problem
    when {
        problem != null -> ProblemBox(problem)
        state.offline -> NoteBox(Sign.OFFLINE, words.screenOffline, listOf(words.screenOfflineSafe))
    }
}

private fun LazyListScope.leaves(read: LinkView) {
    item { SectionHeading(LocalWords.current.joinLeaves) }
    item { KeyValues(read.leaves) }
}

/** Nothing is put right or completed: these are signs, not words. */
private fun plain(type: KeyboardType, action: ImeAction) =
    KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false, keyboardType = type, imeAction = action)
