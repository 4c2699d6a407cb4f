package standing.app.design

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import standing.core.Language
import standing.core.QueueGroup
import standing.core.QueueGroupKind
import standing.core.QueueRow
import standing.core.QueueState
import standing.core.TimelineRow

/** The head of a group of records: how far they have come. */
@Composable
fun QueueGroupHeading(group: QueueGroup, modifier: Modifier = Modifier) {
    Column(modifier.fillMaxWidth().padding(top = Space.s8)) {
        val mixed = group.kind == QueueGroupKind.DONE
        Row(Modifier.padding(bottom = Space.s2).semantics(mergeDescendants = true) { heading() }) {
            if (mixed) Text(group.title, style = Standing.type.strong) else SignWord(group.kind.sign, group.title, style = Standing.type.strong)
        }
        Hairline()
    }
}

/** One record and how far it has come. In its group the sign is shown once, above; [signed] shows it here. */
@Composable
fun QueueRowItem(row: QueueRow, onOpen: () -> Unit, modifier: Modifier = Modifier, signed: Boolean = false) {
    val type = Standing.type
    val needs = row.state == QueueState.NEEDS_YOU || row.state == QueueState.AWAITING_CONFIRMATION
    val size = Standing.sizes.mark * 22 / 18
    val mark: @Composable () -> Unit = { SignIcon(row.state.sign, Modifier.besideFirstLine(type.strong, size), size) }
    TapRow(modifier, onOpen, start = mark.takeIf { signed }) {
        Text(row.title, style = type.strong)
        if (needs) Text(row.below, color = Standing.colors.needs, style = type.smallStrong) else Quiet(row.below)
        Quiet(row.day)
    }
}

/** By when: the weekday and date, how long that is, and whether it is near or past. */
@Composable
fun DeadlineLine(text: String, modifier: Modifier = Modifier, near: Boolean = true) {
    SignWord(if (near) Sign.CLOCK else Sign.WAS_LISTED, text, modifier, Standing.type.small, Standing.colors.ink)
}

/** A deadline in a box of its own; [more] adds it to the calendar. */
@Composable
fun DeadlineBox(label: String, day: String, rest: String, modifier: Modifier = Modifier, more: (@Composable ColumnScope.() -> Unit)? = null) {
    SunkBlock(modifier.padding(vertical = Space.s3)) {
        Column(Modifier.semantics(mergeDescendants = true) {}) {
            Text(label, style = Standing.type.strong)
            Text(day, style = Standing.type.h2)
            if (rest.isNotEmpty()) Text(rest, color = Standing.colors.ink2, style = Standing.type.body)
        }
        more?.invoke(this)
    }
}

/** What happened, one event after the other, each with its day and by whom or whose clock it is. */
@Composable
fun Timeline(rows: List<TimelineRow>, modifier: Modifier = Modifier) {
    val c = Standing.colors
    val words = LocalWords.current
    val comma = if (words.language == Language.CHINESE) "，" else ", "
    val dot = Standing.sizes.mark * 14 / 18
    Column(modifier.fillMaxWidth()) {
        rows.forEachIndexed { at, row ->
            Row(
                Modifier.height(IntrinsicSize.Min).semantics(mergeDescendants = true) { if (row.done) stateDescription = words.readerStepDone },
                Arrangement.spacedBy(Space.s4),
            ) {
                Column(Modifier.width(dot).fillMaxHeight(), horizontalAlignment = Alignment.CenterHorizontally) {
                    val ring = Modifier.besideFirstLine(Standing.type.strong, dot).size(dot)
                    Box(if (row.done) ring.background(c.accent, CircleShape) else ring.border(2.dp, c.lineStrong, CircleShape))
                    if (at < rows.lastIndex) Box(Modifier.width(2.dp).weight(1f).background(c.lineStrong))
                }
                Column(Modifier.padding(bottom = Space.s4)) {
                    Text(row.text, style = Standing.type.strong)
                    Quiet(listOf(row.day, row.note).filter { it.isNotEmpty() }.joinToString(comma))
                }
            }
        }
    }
}

/** How far one has come on a way of several steps. */
enum class StepState { DONE, CURRENT, LATER }

/** One step of a way, such as joining: its number, or a check once it is done. */
@Composable
fun Step(number: Int, of: Int, state: StepState, title: String, modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {
    val words = LocalWords.current
    val said = words.readerStep(number, of) + if (state == StepState.DONE) ", ${words.readerStepDone}" else ""
    Row(modifier.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Space.s4)) {
        Column(Modifier.fillMaxHeight(), horizontalAlignment = Alignment.CenterHorizontally) {
            StepDisc(number, state, Modifier.clearAndSetSemantics { contentDescription = said })
            if (number < of) Box(Modifier.padding(vertical = Space.s2).width(1.dp).weight(1f).background(Standing.colors.lineStrong))
        }
        Column(Modifier.weight(1f).padding(bottom = Space.s6)) {
            Text(title, Modifier.padding(top = 2.dp).semantics { heading() }, style = Standing.type.strong)
            content()
        }
    }
}

@Composable
private fun StepDisc(number: Int, state: StepState, modifier: Modifier) {
    val c = Standing.colors
    val size = Standing.sizes.mark * 28 / 18
    val ground = if (state == StepState.DONE) c.holds else c.accent
    val disc = modifier.size(size)
    Box(if (state == StepState.LATER) disc.border(2.dp, c.lineStrong, CircleShape) else disc.background(ground, CircleShape), Alignment.Center) {
        if (state == StepState.DONE) {
            Icon(Icons.Check, null, Modifier.size(size * 2 / 3), c.onHolds)
        } else {
            Text("$number", color = if (state == StepState.LATER) c.ink2 else c.onAccent, style = Standing.type.smallStrong)
        }
    }
}
