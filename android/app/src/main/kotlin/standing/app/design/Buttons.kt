package standing.app.design

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.sizeIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.ripple
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawWithContent
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.graphics.drawOutline
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.zIndex

/** The one thing to do on this page. At most one of these is on a screen. */
@Composable
fun FilledButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    enabled: Boolean = true,
    reason: String = "",
    busy: Boolean = false,
) {
    val c = Standing.colors
    val ground = if (enabled) c.accent else c.sunk
    val ink = if (enabled) c.onAccent else c.ink2
    Reasoned(if (enabled) "" else reason, modifier) {
        ButtonFrame(text, icon, onClick, enabled, Frame(ground, ink, if (enabled) null else c.line), busy)
    }
}

/** Something else to do: teal; in [ink] where it is the harmless way out. */
@Composable
fun OutlinedButton(
    text: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    enabled: Boolean = true,
    reason: String = "",
    ink: Boolean = false,
    busy: Boolean = false,
) {
    val c = Standing.colors
    val tint = if (!enabled) c.ink2 else if (ink) c.ink else c.accent
    Reasoned(if (enabled) "" else reason, modifier) {
        ButtonFrame(text, icon, onClick, enabled, Frame(c.surface, tint, if (enabled) c.lineStrong else c.line), busy)
    }
}

/** What would undo or destroy: outlined, in the colour of failing, with a word that says so. */
@Composable
fun DestroyButton(text: String, onClick: () -> Unit, modifier: Modifier = Modifier, enabled: Boolean = true, reason: String = "") {
    val c = Standing.colors
    val tint = if (enabled) c.fails else c.ink2
    Reasoned(if (enabled) "" else reason, modifier) {
        ButtonFrame(text, Icons.Trash, onClick, enabled, Frame(c.surface, tint, tint), false)
    }
}

/** A link in the text: teal words with a chevron, as high as a finger. */
@Composable
fun TextLink(text: String, onClick: () -> Unit, modifier: Modifier = Modifier, icon: ImageVector? = Icons.Chevron, leading: ImageVector? = null) {
    val c = Standing.colors
    Row(
        modifier
            .tapped(onClick)
            .sizeIn(minWidth = Standing.sizes.touch, minHeight = Standing.sizes.touch)
            .padding(vertical = Space.s2),
        Arrangement.spacedBy(Space.s2),
        Alignment.CenterVertically,
    ) {
        leading?.let { Icon(it, null, Modifier.size(Standing.sizes.mark), c.accent) }
        Text(text, Modifier.weight(1f, fill = false), color = c.accent, style = Standing.type.strong)
        icon?.let { Icon(it, null, Modifier.size(Standing.sizes.mark), c.accent) }
    }
}

/** A control that is only a sign, named for the reader by [label]. */
@Composable
fun IconButton(icon: ImageVector, label: String, onClick: () -> Unit, modifier: Modifier = Modifier, tint: Color = LocalContentColor.current, state: String = "") {
    val from = remember { MutableInteractionSource() }
    Box(
        modifier
            .size(Standing.sizes.touch)
            .focusRing(from, RoundedCornerShape(Round.r2))
            .clickable(from, ripple(bounded = false, color = Standing.colors.ink), role = Role.Button, onClick = onClick)
            .semantics { if (state.isNotEmpty()) stateDescription = state },
        Alignment.Center,
    ) { Icon(icon, label, Modifier.size(Standing.sizes.icon.coerceInButton()), tint) }
}

@Composable
private fun Dp.coerceInButton() = minOf(this, Standing.sizes.touch - Space.s3)

/** Buttons beside each other, each as wide as the other; below each other where that does not fit. */
@Composable
fun ButtonPair(modifier: Modifier = Modifier, first: @Composable (Modifier) -> Unit, second: @Composable (Modifier) -> Unit) {
    if (Standing.reading.stacked) {
        Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
            first(Modifier.fillMaxWidth())
            second(Modifier.fillMaxWidth())
        }
    } else {
        Row(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
            first(Modifier.weight(1f))
            second(Modifier.weight(1f))
        }
    }
}

private class Frame(val ground: Color, val ink: Color, val edge: Color?)

@Composable
private fun ButtonFrame(text: String, icon: ImageVector?, onClick: () -> Unit, enabled: Boolean, idle: Frame, busy: Boolean) {
    val c = Standing.colors
    val frame = if (busy) Frame(c.accentSoft, c.onAccentSoft, null) else idle
    val shape = RoundedCornerShape(Round.r2)
    val from = remember { MutableInteractionSource() }
    val atWork = LocalWords.current.readerBusy
    Row(
        Modifier
            .fillMaxWidth()
            .focusRing(from, shape)
            .clip(shape)
            .background(frame.ground)
            .then(frame.edge?.let { Modifier.border(BorderStroke(1.dp, it), shape) } ?: Modifier)
            .clickable(from, ripple(color = frame.ink), enabled && !busy, role = Role.Button, onClick = onClick)
            .semantics { if (busy) stateDescription = atWork }
            .heightIn(min = Standing.sizes.button)
            .padding(horizontal = Space.s4, vertical = Space.s3),
        Arrangement.spacedBy(Space.s2, Alignment.CenterHorizontally),
        Alignment.CenterVertically,
    ) {
        (if (busy) Icons.Clock else icon)?.let { Icon(it, null, Modifier.size(Standing.sizes.mark), frame.ink) }
        CompositionLocalProvider(LocalContentColor provides frame.ink) {
            Text(text, Modifier.weight(1f, fill = false), style = Standing.type.strong, textAlign = TextAlign.Center)
        }
    }
}

/** A button that cannot be used says why, below it. */
@Composable
private fun Reasoned(reason: String, modifier: Modifier, button: @Composable () -> Unit) {
    Column(modifier, Arrangement.spacedBy(Space.s1)) {
        button()
        Quiet(reason)
    }
}

/** What is tapped as a whole, with the ring of the keyboard around it; [does] says to a reader what a tap does. */
@Composable
internal fun Modifier.tapped(onClick: () -> Unit, does: String? = null, shape: Shape = RoundedCornerShape(Round.r1)): Modifier {
    val from = remember { MutableInteractionSource() }
    return focusRing(from, shape).clip(shape).clickable(from, ripple(color = Standing.colors.ink), onClickLabel = does, role = Role.Button, onClick = onClick)
}

/** A ring around what the keyboard is at, outside of it, so that it shows on every ground, and above what is beside it. */
@Composable
internal fun Modifier.focusRing(from: MutableInteractionSource, shape: Shape): Modifier {
    val focused by from.collectIsFocusedAsState()
    if (!focused) return this
    val color = Standing.colors.accent
    return zIndex(1f).drawWithContent {
        drawContent()
        val out = 4.dp.toPx()
        val outline = shape.createOutline(Size(size.width + 2 * out, size.height + 2 * out), layoutDirection, this)
        translate(-out, -out) { drawOutline(outline, color, style = Stroke(3.dp.toPx())) }
    }
}
