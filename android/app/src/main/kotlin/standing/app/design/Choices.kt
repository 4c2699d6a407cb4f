package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.ripple
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp

/** One of a few, side by side: memberships, volumes. The chosen one carries a check, so that its colour is not needed. */
@Composable
fun Segments(options: List<String>, chosen: Int?, onChoose: (Int) -> Unit, modifier: Modifier = Modifier) {
    val c = Standing.colors
    val stacked = Standing.reading.stacked
    val frame = modifier.fillMaxWidth().border(1.dp, c.lineStrong, RoundedCornerShape(Round.r2)).selectableGroup()
    val segment: @Composable (Int, Modifier) -> Unit = { at, place ->
        Segment(options[at], at == chosen, place, corners(first = at == 0, last = at == options.lastIndex, stacked), centred = !stacked) { onChoose(at) }
    }
    if (stacked) {
        Column(frame) {
            for (at in options.indices) {
                if (at > 0) Hairline(color = c.lineStrong)
                segment(at, Modifier.fillMaxWidth())
            }
        }
    } else {
        EqualParts(frame.background(c.lineStrong, RoundedCornerShape(Round.r2))) { for (at in options.indices) segment(at, Modifier) }
    }
}

/** As wide as each other and as high as the highest, with a hairline of the ground between them. */
@Composable
private fun EqualParts(modifier: Modifier, parts: @Composable () -> Unit) {
    Layout(parts, modifier) { measurables, constraints ->
        val line = 1.dp.roundToPx()
        val whole = constraints.maxWidth
        val step = (whole + line) / measurables.size
        val widths = measurables.indices.map { at -> (if (at == measurables.lastIndex) whole - step * at else step - line).coerceAtLeast(0) }
        // Asked at the very width that each gets: at a pixel more, a name may seem to need a line less than it does.
        val height = measurables.indices.maxOf { measurables[it].minIntrinsicHeight(widths[it]) }
        val placed = measurables.mapIndexed { at, one -> one.measure(Constraints.fixed(widths[at], height)) }
        layout(whole, height) { placed.forEachIndexed { at, one -> one.placeRelative(step * at, 0) } }
    }
}

/** Round where the frame is: it does not cut them, for the ring of the keyboard reaches beyond it. */
private fun corners(first: Boolean, last: Boolean, stacked: Boolean): Shape {
    val begin = if (first) Round.r2 else 0.dp
    val end = if (last) Round.r2 else 0.dp
    return if (stacked) RoundedCornerShape(begin, begin, end, end) else RoundedCornerShape(begin, end, end, begin)
}

@Composable
private fun Segment(text: String, on: Boolean, modifier: Modifier, shape: Shape, centred: Boolean, onChoose: () -> Unit) {
    val c = Standing.colors
    val words = LocalWords.current
    val from = remember { MutableInteractionSource() }
    Row(
        modifier
            .focusRing(from, RoundedCornerShape(Round.r2))
            .clip(shape)
            .background(if (on) c.accentSoft else c.surface)
            .selectable(on, from, ripple(color = c.ink), role = Role.RadioButton, onClick = onChoose)
            .semantics { if (on) stateDescription = words.readerChosen }
            .heightIn(min = Standing.sizes.touch)
            .padding(horizontal = Space.s3, vertical = Space.s3),
        Arrangement.spacedBy(Space.s2, if (centred) Alignment.CenterHorizontally else Alignment.Start),
        Alignment.CenterVertically,
    ) {
        val mark = Modifier.size(Standing.sizes.mark)
        if (on) Icon(Icons.Check, null, mark, c.onAccentSoft) else if (!centred) Box(mark)
        val align = if (centred) TextAlign.Center else TextAlign.Start
        Text(text, Modifier.weight(1f, fill = !centred), color = if (on) c.onAccentSoft else c.ink2, style = Standing.type.strong.copy(textAlign = align))
    }
}

/** One of a few, each on its own row, with a note on what it means. */
@Composable
fun ChoiceRow(title: String, on: Boolean, onChoose: () -> Unit, modifier: Modifier = Modifier, note: String = "") {
    val c = Standing.colors
    val words = LocalWords.current
    val from = remember { MutableInteractionSource() }
    val row =
        modifier
            .fillMaxWidth()
            .focusRing(from, RoundedCornerShape(Round.r1))
            .selectable(on, from, ripple(color = c.ink), role = Role.RadioButton, onClick = onChoose)
            .semantics { if (on) stateDescription = words.readerChosen }
    Column {
        Row(row.heightIn(min = Standing.sizes.touch + Space.s2).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
            val size = Standing.sizes.icon
            val ring = Modifier.size(size).border(if (on) 2.dp else 1.dp, if (on) c.accent else c.lineStrong, CircleShape)
            Box(if (on) ring.background(c.accent, CircleShape) else ring, Alignment.Center) {
                if (on) Icon(Icons.Check, null, Modifier.size(size * 2 / 3), c.onAccent)
            }
            Column(Modifier.weight(1f)) {
                Text(title, style = if (on) Standing.type.strong else Standing.type.body)
                Quiet(note)
            }
        }
        Hairline()
    }
}

/** One of several that may each be ticked, with a note on what is added with it. */
@Composable
fun TickRow(title: String, on: Boolean, onTick: () -> Unit, modifier: Modifier = Modifier, note: String = "") {
    val c = Standing.colors
    val words = LocalWords.current
    val from = remember { MutableInteractionSource() }
    val row =
        modifier
            .fillMaxWidth()
            .focusRing(from, RoundedCornerShape(Round.r1))
            .toggleable(on, from, ripple(color = c.ink), role = Role.Checkbox, onValueChange = { onTick() })
            .semantics { stateDescription = if (on) words.readerTicked else words.readerNotTicked }
    Column {
        Row(row.heightIn(min = Standing.sizes.touch + Space.s2).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
            val size = Standing.sizes.icon
            val shape = RoundedCornerShape(Round.r1)
            val box = Modifier.size(size).border(if (on) 2.dp else 1.dp, if (on) c.accent else c.lineStrong, shape)
            Box(if (on) box.background(c.accent, shape) else box, Alignment.Center) {
                if (on) Icon(Icons.Check, null, Modifier.size(size * 2 / 3), c.onAccent)
            }
            Column(Modifier.weight(1f)) {
                Text(title, style = if (on) Standing.type.strong else Standing.type.body)
                Quiet(note)
            }
        }
        Hairline()
    }
}

/** On or off, at once. */
@Composable
fun ToggleRow(title: String, on: Boolean, onToggle: (Boolean) -> Unit, modifier: Modifier = Modifier, note: String = "") {
    val words = LocalWords.current
    val from = remember { MutableInteractionSource() }
    val row =
        modifier
            .fillMaxWidth()
            .focusRing(from, RoundedCornerShape(Round.r1))
            .toggleable(on, from, ripple(color = Standing.colors.ink), role = Role.Switch, onValueChange = onToggle)
            .semantics { stateDescription = if (on) words.settingOn else words.settingOff }
    Column {
        SideBySide(
            row.heightIn(min = Standing.sizes.touch + Space.s2).padding(vertical = Space.s3),
            Alignment.CenterVertically,
            start = {
                Column {
                    Text(title, style = Standing.type.body)
                    Quiet(note)
                }
            },
            end = { Switch(on) },
        )
        Hairline()
    }
}

/** The switch itself: a thumb at one end or the other, a check in it when on; beside it the word, where there is room. */
@Composable
private fun Switch(on: Boolean) {
    val c = Standing.colors
    val words = LocalWords.current
    Row(Modifier, Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
        val track = Modifier.size(52.dp, 32.dp)
        val edged = if (on) track.background(c.accent, CircleShape) else track.border(2.dp, c.lineStrong, CircleShape)
        Box(edged.padding(4.dp), if (on) Alignment.CenterEnd else Alignment.CenterStart) {
            val thumb = Modifier.size(if (on) 24.dp else 16.dp).background(if (on) c.onAccent else c.lineStrong, CircleShape)
            Box(if (on) thumb else Modifier.padding(start = 4.dp).then(thumb), Alignment.Center) {
                if (on) Icon(Icons.Check, null, Modifier.size(16.dp), c.accent)
            }
        }
        if (Standing.reading.elder) Quiet(if (on) words.settingOn else words.settingOff)
    }
}
