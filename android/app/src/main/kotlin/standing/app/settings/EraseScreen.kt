package standing.app.settings

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Field
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.PageHeading
import standing.app.design.Paragraph
import standing.app.design.ProblemBox
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Space
import standing.logic.settings.EraseAction
import standing.logic.settings.EraseState

/** Erasing everything on this phone. A word must be typed: no slip of a finger does this. */
@Composable
fun EraseScreen(state: EraseState, act: (EraseAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    if (state.erased) {
        // There is nowhere to go back to: nothing is left.
        Screen(words.appName, bar = false) { item { Empty(words.moreErased, text = words.moreErasedNote) } }
        return
    }
    val word = words.moreEraseWord
    Screen(words.moreErase, onBack = back.takeIf { !state.busy }, bar = false) {
        item {
            PageHeading(words.moreEraseAsk)
            Paragraph(words.moreEraseNote, Modifier.padding(top = Space.s2))
        }
        item {
            Field(
                state.typed,
                { act(EraseAction.Type(it)) },
                words.moreEraseType(word),
                Modifier.padding(top = Space.s6),
                enabled = !state.busy,
                keyboard = KeyboardOptions(KeyboardCapitalization.None, autoCorrectEnabled = false, imeAction = ImeAction.Done),
            )
        }
        state.problem?.let { item { ProblemBox(it) } }
        item {
            DestroyButton(words.moreErase, { act(EraseAction.Erase(word)) }, Modifier.padding(top = Space.s4), state.mayErase(word))
            if (state.busy) Quiet(words.screenLoading)
            OutlinedButton(words.actionCancel, back, Modifier.padding(top = Space.s3), enabled = !state.busy, ink = true)
        }
    }
}
