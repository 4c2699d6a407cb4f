package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.unit.coerceIn
import androidx.compose.ui.unit.dp
import standing.logic.CameraState

/** What the camera sees, drawn into the room it is given: each system has its own way. */
val LocalViewfinder = staticCompositionLocalOf<@Composable (Modifier) -> Unit> { {} }

/** What is shown where the camera shows nothing; each says what works all the same. */
class CameraWords(val notAllowed: String, val missing: String, val busy: String)

/** What can be done about the camera. */
class CameraControls(val light: (Boolean) -> Unit, val settings: () -> Unit, val again: () -> Unit)

/**
 * What the camera sees, or why it shows nothing.
 *
 * @param wide how wide the view is for its height.
 * @param actions what can be done with it, in sight of it; null where that is elsewhere.
 * @param below what is under the picture while it comes.
 */
@Composable
fun CameraPart(
    camera: CameraState,
    said: CameraWords,
    controls: CameraControls,
    wide: Float,
    actions: (@Composable () -> Unit)? = null,
    below: @Composable ColumnScope.() -> Unit,
) {
    val words = LocalWords.current
    Column {
        when (camera) {
            CameraState.Idle -> InSight(actions) { ViewfinderFrame(wide) { Quiet(words.screenLoading) } }
            is CameraState.Watching -> {
                InSight(actions) { ViewfinderFrame(wide) { LocalViewfinder.current(Modifier.fillMaxSize()) } }
                below()
                if (camera.hasLight) ToggleRow(words.scanLight, camera.lightOn, controls.light)
            }
            CameraState.NotAllowed ->
                NoteBox(Sign.NEEDS, said.notAllowed, emptyList()) { TextLink(words.scanOpenSettings, controls.settings) }
            CameraState.Missing -> NoteBox(Sign.UNKNOWN, said.missing, emptyList())
            CameraState.Unavailable -> NoteBox(Sign.NEEDS, said.busy, emptyList()) { TextLink(words.actionTryAgain, controls.again) }
        }
        val shows = camera == CameraState.Idle || camera is CameraState.Watching
        if (!shows) actions?.invoke()
    }
}

/** A picture, and in sight of it what can be done with it. */
@Composable
fun InSight(actions: (@Composable () -> Unit)?, picture: @Composable () -> Unit) {
    when {
        actions == null -> picture()
        Standing.reading.beside ->
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s6), Alignment.CenterVertically) {
                Box(Modifier.weight(1f)) { picture() }
                Box(Modifier.weight(1f)) { actions() }
            }
        else ->
            Column {
                picture()
                actions()
            }
    }
}

/** The frame of what the camera sees or saw: as high as there is room for it, and for a button below where that is its place. */
@Composable
fun ViewfinderFrame(wide: Float, content: @Composable () -> Unit) {
    val c = Standing.colors
    val shape = RoundedCornerShape(Round.r3)
    val reading = Standing.reading
    val around = Standing.sizes.run { if (reading.beside) bar + Space.s4 else bar + button + Space.s8 }
    Box(Modifier.fillMaxWidth(), Alignment.Center) {
        val room = Modifier.heightIn(max = (reading.height - around).coerceIn(LOWEST, HIGHEST)).aspectRatio(wide)
        Box(room.clip(shape).background(c.sunk).border(1.dp, c.lineStrong, shape), Alignment.Center) { content() }
    }
}

/** Less shows nothing. */
private val LOWEST = 96.dp

/** Upright, as papers are, it leaves room for what is below. */
private val HIGHEST = 480.dp
