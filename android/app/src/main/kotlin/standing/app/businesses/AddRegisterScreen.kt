package standing.app.businesses

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import standing.app.design.Field
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.KeyValueRow
import standing.app.design.KeyValues
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.TextLink
import standing.core.LinkView
import standing.core.RegisterView
import standing.logic.Load
import standing.logic.Place
import standing.logic.businesses.AddRegisterAction
import standing.logic.businesses.AddRegisterState
import standing.logic.problem
import standing.logic.view

/** Adding a register: its link, where it leads, two groups of the fingerprint from the paper, whether one relies on it, and only then anything is fetched. */
@Composable
fun AddRegisterScreen(state: AddRegisterState, act: (AddRegisterAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.registerAdd, onBack = back, bar = false) {
        val added = state.added?.view
        if (added != null) {
            item(key = "added") { Added(added, go) }
        } else {
            // While it is fetched, another link cannot be typed.
            if (state.added !is Load.Loading) item(key = "link") { Link(state, act, go) }
            when (val read = state.read) {
                null -> Unit
                Load.Loading -> item { Loading() }
                is Load.Failed -> item { ProblemBox(read.problem) }
                is Load.Ready -> item(key = "read") { ReadLink(read.view, state, act, go) }
            }
        }
    }
}

@Composable
private fun Link(state: AddRegisterState, act: (AddRegisterAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s2)) {
        Field(
            state.link,
            { act(AddRegisterAction.Type(it)) },
            words.joinLinkLabel,
            hint = words.joinLinkHint,
            keyboard = KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Uri, imeAction = ImeAction.Go),
            onDone = { act(AddRegisterAction.Read) },
        )
        if (state.read !is Load.Ready) {
            FilledButton(words.actionContinue, { act(AddRegisterAction.Read) }, enabled = state.link.isNotBlank())
            TextLink(words.scanTitle, { go(Place.Scan) }, icon = null, leading = Icons.Qr)
        }
    }
}

/** Nothing was fetched by now: the person types two groups from the paper first. */
@Composable
private fun ReadLink(link: LinkView, state: AddRegisterState, act: (AddRegisterAction) -> Unit, go: (Place) -> Unit) {
    val words = LocalWords.current
    if (state.leadsElsewhere) {
        return NoteBox(Sign.NEEDS, words.registerToAuthority, emptyList()) {
            TextLink(words.joinTitle, { go(Place.Join(state.link)) })
        }
    }
    Column(Modifier.fillMaxWidth()) {
        KeyValueRow(words.joinConnecting, link.host, note = link.known)
        SectionHeading(words.registerGroups, line = false)
        Quiet(words.registerGroupsHint)
        for (group in link.groups) {
            Field(
                state.typed[group.number].orEmpty(),
                { act(AddRegisterAction.TypeGroup(group.number, it)) },
                group.label,
                hint = "",
                enabled = state.added !is Load.Loading,
                keyboard =
                    KeyboardOptions(
                        KeyboardCapitalization.Characters,
                        autoCorrectEnabled = false,
                        keyboardType = KeyboardType.Ascii,
                        imeAction = ImeAction.Next,
                    ),
            )
        }
        Compared(state, act)
        SectionHeading(words.joinLeaves)
        KeyValues(link.leaves)
    }
}

@Composable
private fun Compared(state: AddRegisterState, act: (AddRegisterAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
        when (val added = state.added) {
            is Load.Ready -> Unit
            Load.Loading -> Progress(words.registerFetching, 0, 0, { act(AddRegisterAction.Stop) })
            is Load.Failed ->
                ProblemBox(added.problem) {
                    if (state.asksFirst) {
                        OutlinedButton(words.registerFetchNow, { act(AddRegisterAction.FetchNow) })
                    } else {
                        TextLink(words.actionTryAgain, { act(AddRegisterAction.TryAgain) })
                    }
                }
            null ->
                if (state.compared) {
                    SectionHeading(words.registerRely, line = false)
                    Quiet(words.registerRelyHint)
                    FilledButton(words.registerRelyYes, { act(AddRegisterAction.Add(relied = true)) })
                    OutlinedButton(words.registerRelyNo, { act(AddRegisterAction.Add(relied = false)) }, ink = true)
                } else {
                    state.checked?.problem?.let { ProblemBox(it) }
                    FilledButton(words.actionContinue, { act(AddRegisterAction.Check) }, enabled = state.complete)
                }
        }
    }
}

@Composable
private fun Added(register: RegisterView, go: (Place) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
        NoteBox(Sign.HOLDS, words.registerAdded, listOf(register.publisher, register.region, register.text, register.reliance))
        KeyValueRow(words.registerFingerprint, register.fingerprint)
        FilledButton(words.tabBusinesses, { go(Place.Businesses) })
    }
}
