package standing.app.cases

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import java.time.LocalDate
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.PickField
import standing.app.design.ProblemBox
import standing.app.design.Screen
import standing.app.design.Space
import standing.app.records.DayPicker
import standing.app.records.Photos
import standing.app.records.day
import standing.logic.Place
import standing.logic.cases.HandInAction
import standing.logic.cases.HandInState
import standing.logic.settings.inWords

/** When it was handed in on paper, and a photo of the stamp. */
@Composable
fun HandInScreen(state: HandInState, act: (HandInAction) -> Unit, go: (Place) -> Unit, today: LocalDate, back: () -> Unit) {
    val words = LocalWords.current
    var picking by rememberSaveable { mutableStateOf(false) }
    val chosen = day(state.day)
    Screen(
        words.handInTitle,
        onBack = back,
        dock = { FilledButton(words.handInNote, { act(HandInAction.Note) }, enabled = chosen != null, reason = words.handInDayFirst, busy = state.sending) },
        bar = false,
        overlay =
            if (!picking) null
            else {
                {
                    DayPicker(chosen, today, { picking = false }) {
                        picking = false
                        act(HandInAction.Day("$it"))
                    }
                }
            },
    ) {
        item("text") {
            Paragraph(words.handInText, Modifier.padding(bottom = Space.s3))
            state.problem?.let { ProblemBox(it) }
        }
        item("day") { PickField(chosen?.inWords(words.language).orEmpty(), words.handInDay, { picking = true }, hint = words.formDateChoose, icon = Icons.Calendar) }
        item("photo") {
            Photos(listOfNotNull(state.photo), most = 1, state.photoTrouble, { go(Place.TakePhoto) }, { act(HandInAction.ChoosePhoto) }) { act(HandInAction.RemovePhoto) }
        }
    }
}
