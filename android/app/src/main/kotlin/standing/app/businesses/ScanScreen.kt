package standing.app.businesses

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp
import standing.app.design.Field
import standing.app.design.FilledButton
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Quiet
import standing.app.design.Round
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TextLink
import standing.app.design.ToggleRow
import standing.logic.CameraState
import standing.logic.Place
import standing.logic.businesses.ScanAction
import standing.logic.businesses.ScanState

/** What the camera sees, drawn into the room it is given: each system has its own way. */
val LocalViewfinder = staticCompositionLocalOf<@Composable (Modifier) -> Unit> { {} }

/** Reading a code with the camera, or typing it. What was read stands first, until the next is asked for. */
@Composable
fun ScanScreen(state: ScanState, act: (ScanAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    Screen(words.scanTitle, onBack = back, bar = false) {
        val result = state.result
        if (result == null) {
            item(key = "camera") { CameraPart(state.camera, act) }
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
private fun CameraPart(camera: CameraState, act: (ScanAction) -> Unit) {
    val words = LocalWords.current
    when (camera) {
        CameraState.Idle -> Viewfinder(words.screenLoading)
        is CameraState.Watching -> {
            Column {
                Viewfinder("")
                Quiet(words.scanHint, Modifier.padding(vertical = Space.s3))
                if (camera.hasLight) ToggleRow(words.scanLight, camera.lightOn, { act(ScanAction.Light(it)) })
            }
        }
        CameraState.NotAllowed ->
            NoteBox(Sign.NEEDS, words.scanNoCamera, emptyList()) {
                TextLink(words.scanOpenSettings, { act(ScanAction.OpenSettings) })
            }
        CameraState.Missing -> NoteBox(Sign.UNKNOWN, words.cameraMissing, emptyList())
        CameraState.Unavailable ->
            NoteBox(Sign.NEEDS, words.cameraBusy, emptyList()) {
                TextLink(words.actionTryAgain, { act(ScanAction.Watch(true)) })
            }
    }
}

/** Where the camera shows what it sees; [waiting] until it does. */
@Composable
private fun Viewfinder(waiting: String) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r3)
    Box(
        Modifier.fillMaxWidth().aspectRatio(4f / 3f).clip(shape).background(c.sunk).border(1.dp, c.lineStrong, shape),
        Alignment.Center,
    ) {
        if (waiting.isEmpty()) LocalViewfinder.current(Modifier.fillMaxSize()) else Quiet(waiting)
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
