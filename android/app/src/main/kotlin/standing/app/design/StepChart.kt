package standing.app.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.drawText
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin
import standing.core.CheckState
import standing.core.StoryChart
import standing.core.StoryStep

/**
 * A step for each statement over the tiers: ink only, since no score is good or bad by its colour. To a reader it is one
 * picture with one sentence; the same figures are in the table below it.
 */
@Composable
fun StepChart(chart: StoryChart, modifier: Modifier = Modifier) {
    val measurer = rememberTextMeasurer()
    val (colors, type) = Standing.colors to Standing.type
    val read = Modifier.semantics {
        contentDescription = chart.spoken
        role = Role.Image
    }
    Canvas(modifier.fillMaxWidth().height(HEIGHT).then(read)) {
        val drawing = Drawing(this, chart, measurer, colors, type.small, type.num)
        drawing.bands()
        drawing.rulebooks()
        drawing.axis()
        drawing.line()
        chart.steps.forEachIndexed { at, step -> drawing.step(step, newest = at == chart.steps.lastIndex) }
    }
}

private val HEIGHT = 262.dp

/** Above the plot is room for the rulebooks' names, below it for days, at its right for the tiers'. */
private val ABOVE = 28.dp
private val BELOW = 32.dp
private val TIERS = 92.dp

private class Drawing(
    private val on: DrawScope,
    private val chart: StoryChart,
    private val measurer: TextMeasurer,
    private val colors: StandingTokens,
    private val small: TextStyle,
    private val strong: TextStyle,
) {
    private fun px(dp: androidx.compose.ui.unit.Dp) = with(on) { dp.toPx() }

    private val inset = px(8.dp)
    private val plot = Rect(inset, px(ABOVE), on.size.width - px(TIERS), on.size.height - px(BELOW))

    private fun x(days: UInt): Float = plot.left + (plot.width - 2 * inset) * share(days.toInt(), chart.days.toInt())

    private fun y(points: Int): Float = plot.bottom - plot.height * share(points - chart.lowest, chart.highest - chart.lowest)

    private fun share(part: Int, whole: Int): Float = if (whole <= 0) 0f else (part.toFloat() / whole).coerceIn(0f, 1f)

    /** Every second tier has a ground; each has its name at the right. */
    fun bands() {
        chart.bands.forEachIndexed { at, band ->
            val (top, bottom) = y(band.to) to y(band.from)
            if (at % 2 == 1) on.drawRect(colors.sunk, Offset(0f, top), Size(on.size.width, bottom - top))
            val name = if (band.isCurrent) strong else small
            val right = on.size.width - plot.right - inset
            val line = px(20.dp)
            if (bottom - top < line) return@forEachIndexed
            val below = write(band.name, Offset(plot.right + inset, top), right, name, colors.ink)
            if (bottom - top >= 2 * line) write(band.range, Offset(plot.right + inset, below), right, small, colors.ink2)
        }
    }

    /** A dotted line where another version of the rulebook begins; its name where there is room. */
    fun rulebooks() {
        var free = 0f
        val dots = PathEffect.dashPathEffect(floatArrayOf(px(2.dp), px(4.dp)))
        for (mark in chart.rulebooks) {
            val x = x(mark.at)
            on.drawLine(colors.ink2, Offset(x, plot.top), Offset(x, plot.bottom), px(1.dp), pathEffect = dots)
            free = named(mark.label, x, free, top = px(2.dp))
        }
    }

    fun axis() {
        on.drawLine(colors.ink, Offset(0f, plot.bottom), Offset(plot.right, plot.bottom), px(1.5.dp))
        var free = 0f
        for (tick in chart.ticks) {
            val x = x(tick.at)
            on.drawLine(colors.ink, Offset(x, plot.bottom), Offset(x, plot.bottom + px(5.dp)), px(1.5.dp))
            free = named(tick.label, x, free, top = plot.bottom + px(8.dp))
        }
    }

    /** Writes a name in the middle of [x] unless it would lie over the one before; up to where it reaches then. */
    private fun named(text: String, x: Float, free: Float, top: Float): Float {
        val laid = measurer.measure(text, small, TextOverflow.Ellipsis, maxLines = 1, constraints = Constraints(maxWidth = plot.width.toInt().coerceAtLeast(1)))
        val left = (x - laid.size.width / 2f).coerceIn(0f, (plot.right - laid.size.width).coerceAtLeast(0f))
        if (left < free) return free
        on.drawText(laid, colors.ink2, Offset(left, top))
        return left + laid.size.width + inset
    }

    /** Level until the next statement, then up or down; not across one that is missing. */
    fun line() {
        chart.steps.zipWithNext().filter { (_, next) -> next.joined }.forEach { (step, next) ->
            val path = Path().apply {
                moveTo(x(step.at), y(step.points))
                lineTo(x(next.at), y(step.points))
                lineTo(x(next.at), y(next.points))
            }
            on.drawPath(path, colors.ink, style = Stroke(px(2.5.dp)))
        }
    }

    fun step(step: StoryStep, newest: Boolean) {
        val at = Offset(x(step.at), y(step.points))
        when (step.state) {
            CheckState.HOLDS -> on.drawCircle(colors.ink, px(if (newest) 6.dp else 4.5.dp), at)
            CheckState.UNKNOWN -> {
                on.drawCircle(colors.paper, px(6.dp), at)
                on.drawCircle(colors.unknown, px(6.dp), at, style = Stroke(px(2.dp), pathEffect = PathEffect.dashPathEffect(floatArrayOf(px(3.dp), px(2.dp)))))
            }
            CheckState.FAILS -> octagon(at)
        }
        if (step.label.isEmpty()) return
        val laid = measurer.measure(step.label, strong, maxLines = 1)
        val left = (at.x - laid.size.width / 2f).coerceIn(0f, plot.right - laid.size.width)
        on.drawText(laid, colors.ink, Offset(left, at.y - laid.size.height - px(6.dp)))
    }

    private fun octagon(at: Offset) {
        val radius = px(9.dp)
        val path = Path()
        for (corner in 0 until CORNERS) {
            val angle = PI / CORNERS * (2 * corner + 1)
            val point = Offset(at.x + radius * cos(angle).toFloat(), at.y + radius * sin(angle).toFloat())
            if (corner == 0) path.moveTo(point.x, point.y) else path.lineTo(point.x, point.y)
        }
        path.close()
        on.drawPath(path, colors.fails)
        on.drawLine(colors.onFails, Offset(at.x, at.y - radius / 2), Offset(at.x, at.y + radius / 8), px(2.dp))
        on.drawCircle(colors.onFails, px(1.2.dp), Offset(at.x, at.y + radius / 2))
    }

    /** Writes a line; where the next one begins. */
    private fun write(text: String, at: Offset, width: Float, style: TextStyle, color: Color): Float {
        val room = Constraints(maxWidth = width.toInt().coerceAtLeast(1))
        val laid = measurer.measure(text, style, TextOverflow.Ellipsis, maxLines = 1, constraints = room)
        on.drawText(laid, color, at)
        return at.y + laid.size.height
    }

    private companion object {
        const val CORNERS = 8
    }
}
