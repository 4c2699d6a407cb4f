package standing.app.businesses

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import standing.app.design.CameraControls
import standing.app.design.CameraPart
import standing.app.design.CameraWords
import standing.app.design.Field
import standing.app.design.FilledButton
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.logic.CameraState
import standing.logic.Place
import standing.logic.businesses.ScanAction
import standing.logic.businesses.ScanState

/** Reading a code with the camera, or typing it. What was read comes first, until the next is asked for. */
@Composable
fun ScanScreen(state: ScanState, act: (ScanAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.scanTitle, onBack = back, bar = false) {
        val result = state.result
        if (result == null) {
            item(key = "camera") { Camera(state.camera, act) }
        } else {
            item(key = "result") { ScanResult(result, act, go) }
        }
        item(key = "typed") { Typed(state, act) }
        item(key = "private") {
            SignWord(Sign.LOCK, words.searchPrivate, Modifier.padding(vertical = Space.s3), Standing.type.small)
        }
    }
}

@Composable
private fun Camera(camera: CameraState, act: (ScanAction) -> Unit) {
    val words = LocalWords.current
    val controls = CameraControls({ act(ScanAction.Light(it)) }, { act(ScanAction.OpenSettings) }, { act(ScanAction.Watch(true)) })
    CameraPart(camera, CameraWords(words.scanNoCamera, words.cameraMissing, words.cameraBusy), controls, wide = 4f / 3f) {
        Quiet(words.scanHint, Modifier.padding(vertical = Space.s3))
    }
}

@Composable
private fun Typed(state: ScanState, act: (ScanAction) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(top = Space.s6)) {
        Field(
            state.text,
            { act(ScanAction.Type(it)) },
            words.scanTyped,
            hint = words.scanTypedHint,
            whole = true,
            style = Standing.type.code,
            keyboard = KeyboardOptions(KeyboardCapitalization.Characters, autoCorrectEnabled = false, imeAction = ImeAction.Search),
            onDone = { act(ScanAction.Read) },
        )
        val read = { act(ScanAction.Read) }
        val place = Modifier.padding(top = Space.s2)
        // One filled button on a screen: the one that opens what was read, if something was.
        if (state.result == null && state.camera !is CameraState.Watching) FilledButton(words.actionSearch, read, place)
        else OutlinedButton(words.actionSearch, read, place)
    }
}
