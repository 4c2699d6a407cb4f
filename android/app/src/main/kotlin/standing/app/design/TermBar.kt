package standing.app.design

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.clipRect
import androidx.compose.ui.unit.dp
import standing.core.TermView

/**
 * How much of a listing's time is over: what is past is filled, a line marks today and the first day of repair. Ink only.
 * The sentence above it says the same, so that a reader passes the bar by.
 */
@Composable
fun TermBar(term: TermView, modifier: Modifier = Modifier) {
    val c = Standing.colors
    Column(modifier.fillMaxWidth()) {
        Quiet(term.text)
        Canvas(Modifier.fillMaxWidth().padding(top = Space.s1).height(BAR + MARK * 2)) {
            val line = LINE.toPx()
            val bar = Size(size.width - line, BAR.toPx())
            val corner = Offset(line / 2, MARK.toPx())
            val round = CornerRadius(Round.r1.toPx())
            fun across(thousandths: UInt) = corner.x + bar.width * thousandths.toInt() / WHOLE
            clipRect(right = across(term.today)) { drawRoundRect(c.ink, corner, bar, round) }
            drawRoundRect(c.lineStrong, corner, bar, round, Stroke(line))
            for (at in listOfNotNull(term.today, term.repair)) {
                drawLine(c.ink, Offset(across(at), 0f), Offset(across(at), size.height), line)
            }
        }
    }
}

private const val WHOLE = 1_000
private val BAR = 12.dp
private val MARK = 6.dp
private val LINE = 2.dp
