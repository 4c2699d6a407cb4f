package standing.app.cases

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.IntrinsicSize
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import standing.app.design.LocalWords
import standing.app.design.Quiet
import standing.app.design.Sign
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.besideFirstLine
import standing.core.CaseEvent
import standing.core.CaseMoment
import standing.core.CasePlace
import standing.core.CaseStep

/** One event of a case: filled once it has happened, open as long as it is to come, amber where it has not come in time. */
@Composable
internal fun EventLine(event: CaseEvent, next: CaseEvent?) {
    val words = LocalWords.current
    val type = Standing.type
    val read = Modifier.semantics(mergeDescendants = true) { if (event.moment == CaseMoment.DONE) stateDescription = words.readerStepDone }
    Row(read.fillMaxWidth().height(IntrinsicSize.Min), Arrangement.spacedBy(Space.s4)) {
        Column(Modifier.width(DOT * (Standing.sizes.mark / 18.dp)).fillMaxHeight(), horizontalAlignment = Alignment.CenterHorizontally) {
            Dot(event.moment)
            if (next != null) Thread(Modifier.weight(1f), dashed = next.moment == CaseMoment.TO_COME || next.moment == CaseMoment.LATE)
        }
        Column(Modifier.padding(bottom = Space.s4)) {
            Text(event.title, style = type.strong)
            if (event.moment == CaseMoment.LATE) SignWord(Sign.CLOCK, event.text) else Quiet(event.text)
        }
    }
}

private val DOT = 14.dp

@Composable
private fun Dot(moment: CaseMoment) {
    val c = Standing.colors
    val size = DOT * (Standing.sizes.mark / 18.dp)
    val dot = Modifier.besideFirstLine(Standing.type.strong, size).size(size)
    Box(
        when (moment) {
            CaseMoment.DONE -> dot.background(c.accent, CircleShape)
            CaseMoment.NOW -> dot.border(size / 3, c.accent, CircleShape)
            CaseMoment.TO_COME -> dot.border(2.dp, c.lineStrong, CircleShape)
            CaseMoment.LATE -> dot.background(c.needs, CircleShape)
        },
    )
}

/** What leads to the next event: dashed to one that has not come. */
@Composable
private fun Thread(modifier: Modifier, dashed: Boolean) {
    val color = Standing.colors.lineStrong
    val line =
        modifier.width(2.dp).drawBehind {
            val dash = 4.dp.toPx()
            val effect = if (dashed) PathEffect.dashPathEffect(floatArrayOf(dash, dash)) else null
            drawLine(color, Offset(size.width / 2, 0f), Offset(size.width / 2, size.height), size.width, pathEffect = effect)
        }
    Box(line)
}

/** A step of the rulebook, and whether one is there. */
@Composable
internal fun StepLine(step: CaseStep) {
    val c = Standing.colors
    val here = step.place == CasePlace.HERE || step.place == CasePlace.OPEN
    TapRow(start = { StepDisc("${step.n}", here || step.place == CasePlace.PAST, past = step.place == CasePlace.PAST) }) {
        Text(step.title, style = Standing.type.strong)
        Quiet(step.text)
        if (step.mark.isNotEmpty()) Text(step.mark, color = if (here) c.accent else c.ink2, style = Standing.type.smallStrong)
    }
}

/** The number of a step; large text has it above. */
@Composable
internal fun StepDisc(number: String, filled: Boolean, past: Boolean = false) {
    val c = Standing.colors
    val size = 28.dp * (Standing.sizes.mark / 18.dp)
    val ground = if (past) c.ink2 else c.accent
    val disc = Modifier.size(size)
    Box(if (filled) disc.background(ground, CircleShape) else disc.border(2.dp, c.lineStrong, CircleShape), Alignment.Center) {
        Text(number, color = if (filled) c.onAccent else c.ink2, style = Standing.type.smallStrong)
    }
}
