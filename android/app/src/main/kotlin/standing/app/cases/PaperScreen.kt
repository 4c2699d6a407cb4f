package standing.app.cases

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import java.time.LocalDate
import standing.app.design.ChoiceRow
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.PickField
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Space
import standing.app.records.DayPicker
import standing.app.records.Photos
import standing.app.records.day
import standing.core.PaperSays
import standing.logic.Place
import standing.logic.cases.PaperAction
import standing.logic.cases.PaperState
import standing.logic.settings.inWords
import standing.logic.words.Words

/** When it was handed in on paper, and a photo of the stamp. */
@Composable
fun HandInScreen(state: PaperState, act: (PaperAction) -> Unit, go: (Place) -> Unit, today: LocalDate, back: () -> Unit) {
    val words = LocalWords.current
    val texts = PaperTexts(words.handInTitle, words.handInText, words.handInDay, words.handInNote, words.handInDayFirst)
    PaperScreen(texts, ready = state.day.isNotEmpty(), asks = false, state, act, go, today, back)
}

/** When an answer came on paper, what it says, and a photo of it. */
@Composable
fun PaperAnswerScreen(state: PaperState, act: (PaperAction) -> Unit, go: (Place) -> Unit, today: LocalDate, back: () -> Unit) {
    val words = LocalWords.current
    val texts = PaperTexts(words.answerTitle, words.answerText, words.answerDay, words.answerNote, words.answerFirst)
    PaperScreen(texts, ready = state.day.isNotEmpty() && state.says != null, asks = true, state, act, go, today, back)
}

private class PaperTexts(val title: String, val text: String, val day: String, val note: String, val first: String)

@Composable
private fun PaperScreen(
    texts: PaperTexts,
    ready: Boolean,
    asks: Boolean,
    state: PaperState,
    act: (PaperAction) -> Unit,
    go: (Place) -> Unit,
    today: LocalDate,
    back: () -> Unit,
) {
    val words = LocalWords.current
    var picking by rememberSaveable { mutableStateOf(false) }
    val chosen = day(state.day)
    Screen(
        texts.title,
        onBack = back,
        dock = { FilledButton(texts.note, { act(PaperAction.Note) }, enabled = ready, reason = texts.first, busy = state.sending) },
        bar = false,
        overlay =
            if (!picking) null
            else {
                {
                    DayPicker(chosen, today, { picking = false }) {
                        picking = false
                        act(PaperAction.Day("$it"))
                    }
                }
            },
    ) {
        item("text") {
            Paragraph(texts.text, Modifier.padding(bottom = Space.s3))
            state.problem?.let { ProblemBox(it) }
        }
        item("day") { PickField(chosen?.inWords(words.language).orEmpty(), texts.day, { picking = true }, hint = words.formDateChoose, icon = Icons.Calendar) }
        // One question after the other.
        if (asks && chosen != null) item("says") { Says(state, act, words) }
        item("photo") {
            Photos(listOfNotNull(state.photo), most = 1, state.photoTrouble, { go(Place.TakePhoto) }, { act(PaperAction.ChoosePhoto) }) { act(PaperAction.RemovePhoto) }
        }
    }
}

@Composable
private fun Says(state: PaperState, act: (PaperAction) -> Unit, words: Words) {
    Column(Modifier.fillMaxWidth().padding(bottom = Space.s4)) {
        SectionHeading(words.answerSays)
        for (says in PaperSays.entries) ChoiceRow(says.name(words), state.says == says, { act(PaperAction.Says(says)) })
    }
}

private fun PaperSays.name(words: Words): String =
    when (this) {
        PaperSays.GRANTED -> words.answerGranted
        PaperSays.PARTLY -> words.answerPartly
        PaperSays.REFUSED -> words.answerRefused
        PaperSays.OTHER -> words.answerOther
    }
