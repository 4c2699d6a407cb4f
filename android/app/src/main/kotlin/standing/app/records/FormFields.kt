package standing.app.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import standing.app.design.Field
import standing.app.design.FieldWord
import standing.app.design.Icons
import standing.app.design.Labelled
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.PickField
import standing.app.design.ProblemBox
import standing.app.design.Segments
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TextLink
import standing.app.design.colon
import standing.core.DraftField
import standing.core.FieldNote
import standing.core.NoteWeight
import standing.core.RecordChoice
import standing.core.RecordKind
import standing.logic.records.FormAction
import standing.logic.records.FormState
import standing.logic.records.Given
import standing.logic.records.Typed
import standing.logic.settings.inWords
import standing.logic.words.Words

/** Every problem at once, then what to look at again; each leads to its field. */
@Composable
internal fun WhatStandsInTheWay(state: FormState, jump: (DraftField) -> Unit) {
    val words = LocalWords.current
    state.problem?.let { ProblemBox(it) }
    if (state.told == 0) return
    val (problems, again) = state.problems to state.lookAgain
    if (problems.isNotEmpty()) NoteBox(Sign.FAILS, words.formPutRight(problems.size), emptyList()) { Links(problems, jump) }
    if (again.isNotEmpty()) NoteBox(Sign.NEEDS, words.formLookAgain(again.size), emptyList()) { Links(again, jump) }
}

/** A link is the field's name and what is wrong with it: read alone it must still make sense. */
@Composable
private fun Links(notes: List<FieldNote>, jump: (DraftField) -> Unit) {
    val words = LocalWords.current
    for (note in notes) TextLink(note.field.word(words) + words.colon + note.text, { jump(note.field) }, icon = null)
}

/** One field, with what is wrong with it below. */
@Composable
internal fun FormField(
    field: DraftField,
    state: FormState,
    choice: RecordChoice,
    focus: FocusRequester,
    act: (FormAction) -> Unit,
    pickDay: () -> Unit,
    takePhoto: () -> Unit,
) {
    val typed = state.typed
    val word = word(state, field)
    val here = Modifier.focusRequester(focus)
    val type: (Typed) -> Unit = { act(FormAction.Type(it)) }
    when (field) {
        DraftField.DAY -> DayField(typed, word, here, pickDay)
        DraftField.DESCRIPTION -> Line(typed.description, field, word, here, long = true) { type(typed.copy(description = it)) }
        DraftField.ORGANISER -> Line(typed.organiser, field, word, here) { type(typed.copy(organiser = it)) }
        DraftField.ACTIVITY -> Line(typed.activity, field, word, here, long = true) { type(typed.copy(activity = it)) }
        DraftField.DONATION_CODE -> CodeField(typed, word, here, type)
        DraftField.PLACE -> Line(typed.place, field, word, here) { type(typed.copy(place = it)) }
        DraftField.MINUTES -> DurationField(typed, word, here, type)
        DraftField.AMOUNT -> AmountField(typed, choice, word, here, type)
        DraftField.PHOTO -> PhotoField(state, word, here, covers = choice.kind == RecordKind.BLOOD_DONATION, takePhoto, act)
        DraftField.RULE -> Unit
    }
}

/** The gravest note of a field; the other notes are above the form. */
private fun word(state: FormState, field: DraftField): FieldWord? =
    state.notes(field).minByOrNull { it.weight }?.let {
        if (it.weight == NoteWeight.PROBLEM) FieldWord.Fails(it.text) else FieldWord.LookAgain(it.text)
    }

@Composable
private fun Line(value: String, field: DraftField, word: FieldWord?, modifier: Modifier, long: Boolean = false, onChange: (String) -> Unit) {
    val keyboard = KeyboardOptions(imeAction = if (long) ImeAction.Default else ImeAction.Next)
    Field(value, onChange, field.word(LocalWords.current), modifier, word = word, singleLine = !long, keyboard = keyboard)
}

@Composable
private fun CodeField(typed: Typed, word: FieldWord?, modifier: Modifier, type: (Typed) -> Unit) {
    val words = LocalWords.current
    Field(
        typed.code,
        { type(typed.copy(code = it)) },
        words.formDonationCode,
        modifier,
        words.formDonationCodeHint,
        word,
        whole = true,
        style = Standing.type.code,
        keyboard = KeyboardOptions(autoCorrectEnabled = false, imeAction = ImeAction.Next),
    )
}

@Composable
private fun DayField(typed: Typed, word: FieldWord?, modifier: Modifier, pick: () -> Unit) {
    val words = LocalWords.current
    val chosen = day(typed.day)?.let { it.inWords(words.language) }.orEmpty()
    PickField(chosen, words.formDate, pick, modifier, if (chosen.isEmpty()) words.formDateChoose else "", word, Icons.Calendar)
}

/** Hours and minutes in boxes of their own: nobody has to know how to write a time. */
@Composable
private fun DurationField(typed: Typed, word: FieldWord?, modifier: Modifier, type: (Typed) -> Unit) {
    val words = LocalWords.current
    val number = KeyboardOptions(keyboardType = KeyboardType.Number, imeAction = ImeAction.Next)
    val hours: @Composable (Modifier) -> Unit = {
        Field(typed.hours, { text -> type(typed.copy(hours = text)) }, words.formHoursPart, it.then(modifier), keyboard = number)
    }
    val minutes: @Composable (Modifier) -> Unit = {
        Field(typed.minutes, { text -> type(typed.copy(minutes = text)) }, words.formMinutesPart, it, keyboard = number)
    }
    Labelled(words.formMinutes, word = word) {
        if (Standing.reading.stacked) {
            Column {
                hours(Modifier)
                minutes(Modifier)
            }
        } else {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
                hours(Modifier.weight(1f))
                minutes(Modifier.weight(1f))
            }
        }
    }
}

@Composable
private fun AmountField(typed: Typed, choice: RecordChoice, word: FieldWord?, modifier: Modifier, type: (Typed) -> Unit) {
    val words = LocalWords.current
    val whole = typed.given == Given.WHOLE_BLOOD
    Column(modifier) {
        Labelled(words.formDonation, word = word.takeIf { choice.volumes.isEmpty() && whole }) {
            Segments(listOf(words.formWholeBlood, words.formPlatelets), typed.given.ordinal, { type(typed.copy(given = Given.entries[it])) })
        }
        Labelled(words.formVolume, word = word) {
            if (whole) {
                val at = choice.volumes.indexOf(typed.millilitres).takeIf { it >= 0 }
                Segments(choice.volumes.map { words.formMillilitres(it.toInt()) }, at, { type(typed.copy(millilitres = choice.volumes[it])) })
            } else {
                Segments(UNITS.map { words.formUnits(it) }, UNITS.indexOf(typed.units.toInt()), { type(typed.copy(units = UNITS[it].toUInt())) })
            }
        }
    }
}

/** "Apheresis platelets. Units: 1 or 2." */
private val UNITS = listOf(1, 2)

/** What is asked for. */
internal fun DraftField.word(words: Words): String =
    when (this) {
        DraftField.RULE -> words.formRule
        DraftField.DAY -> words.formDate
        DraftField.DESCRIPTION -> words.formDescription
        DraftField.ORGANISER -> words.formOrganiser
        DraftField.ACTIVITY -> words.formActivity
        DraftField.MINUTES -> words.formMinutes
        DraftField.DONATION_CODE -> words.formDonationCode
        DraftField.PLACE -> words.formPlace
        DraftField.AMOUNT -> words.formVolume
        DraftField.PHOTO -> words.formPhoto
    }
