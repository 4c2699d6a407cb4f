package standing.app.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import java.time.LocalDate
import kotlinx.coroutines.launch
import standing.app.design.ActsFor
import standing.app.design.AskLeave
import standing.app.design.FilledButton
import standing.app.design.KeyValueRow
import standing.app.design.KeyValues
import standing.app.design.Loaded
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.core.AgainstYourself
import standing.core.DraftField
import standing.core.DraftView
import standing.core.PersonView
import standing.core.RecordChoice
import standing.logic.Place
import standing.logic.records.FormAction
import standing.logic.records.FormPhoto
import standing.logic.records.FormState
import standing.logic.records.fields

/** The form of a record. What stands in the way is shown above, each with a link to its field. */
@Composable
fun FormScreen(state: FormState, act: (FormAction) -> Unit, go: (Place) -> Unit, today: LocalDate) {
    val words = LocalWords.current
    val choice = state.choice
    val list = rememberLazyListState()
    val scope = rememberCoroutineScope()
    val focus = remember(choice) { choice?.let(::fields).orEmpty().associateWith { FocusRequester() } }
    var picking by rememberSaveable { mutableStateOf(false) }
    // Whoever wanted to send is shown at once what stands in the way.
    LaunchedEffect(state.told) { if (state.told > 0) list.scrollToItem(0) }
    val jump: (DraftField) -> Unit = { field ->
        scope.launch {
            list.scrollToItem(focus.keys.indexOf(field) + 1)
            withFrameNanos {}
            focus[field]?.requestFocus()
        }
    }
    Screen(
        choice?.let { title(it) }.orEmpty(),
        onBack = { act(FormAction.Back) },
        dock = if (choice != null && !state.asksFirst) ({ SendButton(state, act) }) else null,
        bar = false,
        overlay =
            when {
                state.leaving -> ({ AskLeave({ act(FormAction.Stay) }, { act(FormAction.Leave) }) })
                picking -> ({ Picking(state, today, act) { picking = false } })
                else -> null
            },
        list = list,
    ) {
        val draft = state.draft
        val against = draft?.against
        if (choice == null) item { Loaded(state.load, { act(FormAction.Again) }) {} }
        else if (state.asksFirst && against != null) item { BeforeAgainst(against, draft?.person, act) }
        else {
            // Never without height: a list stays at what is first to be seen, and would grow above it unseen.
            item {
                Column(Modifier.padding(top = Space.s1)) {
                    ActsFor(state.draft?.person)
                    WhatStandsInTheWay(state, jump)
                }
            }
            for ((field, requester) in focus) {
                item(key = field.name) { FormField(field, state, choice, requester, act, { picking = true }, { go(Place.TakePhoto) }) }
            }
            draft?.let { item { WhatHappens(it) } }
        }
    }
}

@Composable
private fun Picking(state: FormState, today: LocalDate, act: (FormAction) -> Unit, close: () -> Unit) =
    DayPicker(day(state.typed.day), today, close) {
        close()
        act(FormAction.Type(state.typed.copy(day = it.toString())))
    }

@Composable
private fun SendButton(state: FormState, act: (FormAction) -> Unit) {
    val words = LocalWords.current
    val text =
        when {
            state.looked -> words.formSendAllTheSame
            state.draft?.against != null -> words.formKeepHere
            else -> words.formSend
        }
    val coming = state.photo is FormPhoto.Coming
    FilledButton(text, { act(FormAction.Send) }, enabled = !coming, reason = words.formPhotoComing, busy = state.sending)
}

/** First what happens without a report, whether there is a duty, and what keeping it begins: all at equal weight. */
@Composable
private fun BeforeAgainst(against: AgainstYourself, person: PersonView?, act: (FormAction) -> Unit) {
    val words = LocalWords.current
    Column {
        ActsFor(person)
        SectionHeading(words.formBefore)
        KeyValueRow(words.formIfNothing, against.ifNothing)
        KeyValueRow(words.formDuty, against.duty)
        KeyValueRow(words.formWaits, against.waiting)
        Column(Modifier.fillMaxWidth().padding(top = Space.s8), Arrangement.spacedBy(Space.s3)) {
            OutlinedButton(words.actionBack, { act(FormAction.Back) }, ink = true)
            OutlinedButton(words.formBegin, { act(FormAction.Begin) }, ink = true)
        }
    }
}

/** What it counts if it is accepted, what happens without it, and what leaves the phone. */
@Composable
private fun WhatHappens(draft: DraftView) {
    val words = LocalWords.current
    Column {
        SectionHeading(words.formWhatHappens)
        draft.against?.let { against ->
            KeyValueRow(words.formIfNothing, against.ifNothing)
            KeyValueRow(words.formDuty, against.duty)
            KeyValueRow(words.formWaits, against.waiting)
        }
        for (sentence in draft.consequences) Paragraph(sentence, Modifier.padding(top = Space.s2))
        if (!LocalAmountsHidden.current) for (sentence in draft.score) Paragraph(sentence, Modifier.padding(top = Space.s2))
        SectionHeading(words.joinLeaves)
        KeyValues(draft.leaves)
    }
}
