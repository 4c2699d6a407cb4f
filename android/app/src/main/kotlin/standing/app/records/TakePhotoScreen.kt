package standing.app.records

import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import standing.app.design.CameraControls
import standing.app.design.CameraPart
import standing.app.design.CameraWords
import standing.app.design.FilledButton
import standing.app.design.Icons
import standing.app.design.InSight
import standing.app.design.LocalWords
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.ViewfinderFrame
import standing.logic.CameraState
import standing.logic.records.TakePhotoAction
import standing.logic.records.TakePhotoState

/** Taking the photo of a form, and looking at it before the form gets it. Without a camera, one is chosen. */
@Composable
fun TakePhotoScreen(state: TakePhotoState, act: (TakePhotoAction) -> Unit, back: () -> Unit) {
    val words = LocalWords.current
    // Where the dock would end the page, it would be out of sight of what the camera sees.
    val flows = Standing.reading.flows
    val buttons: @Composable () -> Unit = { Column(Modifier.padding(top = Space.s3), Arrangement.spacedBy(Space.s3)) { Buttons(state, act) } }
    val inSight = buttons.takeIf { flows }
    Screen(words.formPhotoTake, onBack = back, dock = if (flows) null else ({ Buttons(state, act) }), bar = false) {
        val taken = state.taken
        if (taken == null) {
            item(key = "camera") { Camera(state.camera, act, inSight) }
        } else {
            item(key = "taken") {
                InSight(inSight) {
                    ViewfinderFrame(UPRIGHT) {
                        val picture = small(taken.jpeg, REVIEWED)
                        if (picture == null) Quiet(words.formPhotoComing)
                        else Image(picture, words.photoTaken, Modifier.fillMaxSize(), contentScale = ContentScale.Fit)
                    }
                }
            }
            item { Paragraph(words.photoCheck, Modifier.padding(vertical = Space.s3)) }
        }
        val trouble = state.trouble?.text(words) ?: words.photoMissed.takeIf { state.missed }
        if (trouble != null) {
            item { SignWord(Sign.FAILS, trouble, Modifier.padding(vertical = Space.s3).semantics { liveRegion = LiveRegionMode.Polite }) }
        }
        item { SignWord(Sign.LOCK, words.formPhotoNote, Modifier.padding(vertical = Space.s3), Standing.type.small) }
    }
}

@Composable
private fun Camera(camera: CameraState, act: (TakePhotoAction) -> Unit, buttons: (@Composable () -> Unit)?) {
    val words = LocalWords.current
    val controls =
        CameraControls({ act(TakePhotoAction.Light(it)) }, { act(TakePhotoAction.OpenSettings) }, { act(TakePhotoAction.Watch(true)) })
    CameraPart(camera, CameraWords(words.photoNoCamera, words.photoCameraMissing, words.photoCameraBusy), controls, UPRIGHT, buttons) {
        Quiet(words.photoHint, Modifier.padding(vertical = Space.s3))
    }
}

@Composable
private fun Buttons(state: TakePhotoState, act: (TakePhotoAction) -> Unit) {
    val words = LocalWords.current
    val choose = { act(TakePhotoAction.Choose) }
    when {
        state.taken != null -> {
            FilledButton(words.photoUse, { act(TakePhotoAction.Use) }, icon = Icons.Check)
            OutlinedButton(words.photoAgain, { act(TakePhotoAction.Again) }, icon = Icons.Camera)
        }
        state.camera is CameraState.Watching || state.camera == CameraState.Idle -> {
            val ready = state.camera is CameraState.Watching
            FilledButton(words.photoShutter, { act(TakePhotoAction.Take) }, icon = Icons.Camera, enabled = ready, reason = words.screenLoading, busy = state.taking)
            OutlinedButton(words.formPhotoChoose, choose, icon = Icons.Picture)
        }
        else -> FilledButton(words.formPhotoChoose, choose, icon = Icons.Picture)
    }
}

/** As papers and phones are held. */
private const val UPRIGHT = 3f / 4f

/** Pixels of the picture that is looked at: enough to see whether it is sharp. */
private const val REVIEWED = 1_024
