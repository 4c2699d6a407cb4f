package standing.app.design

import androidx.compose.foundation.background
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
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** A hairline from margin to margin. */
@Composable
fun Hairline(modifier: Modifier = Modifier, color: Color = Standing.colors.line, thickness: Dp = 1.dp) {
    Box(modifier.fillMaxWidth().height(thickness).background(color))
}

/** The heading of a part of the page, with the line that its rows hang from; [end] says one thing more about the part. */
@Composable
fun SectionHeading(text: String, modifier: Modifier = Modifier, end: String = "", line: Boolean = true) {
    Column(modifier.fillMaxWidth().padding(top = Space.s8)) {
        SideBySide(
            Modifier.padding(bottom = Space.s2),
            start = { Text(text, Modifier.semantics { heading() }, style = Standing.type.h2) },
            end = { if (end.isNotEmpty()) Quiet(end) },
        )
        if (line) Hairline()
    }
}

/** A heading without its line. */
@Composable
fun SectionTitle(text: String, modifier: Modifier = Modifier) {
    Text(text, modifier.semantics { heading() }, style = Standing.type.h2)
}

/** The name of the page, large. */
@Composable
fun PageHeading(text: String, modifier: Modifier = Modifier) {
    Text(text, modifier.semantics { heading() }, style = Standing.type.h1)
}

/** Second text: small and grey. */
@Composable
fun Quiet(text: String, modifier: Modifier = Modifier) {
    if (text.isNotEmpty()) Text(text, modifier, color = Standing.colors.ink2, style = Standing.type.small)
}

/** A paragraph. */
@Composable
fun Paragraph(text: String, modifier: Modifier = Modifier, style: TextStyle = Standing.type.body) {
    if (text.isNotEmpty()) Text(text, modifier.padding(vertical = Space.s1), style = style)
}

/** Two things at the two edges of a line; one below the other where that does not fit. */
@Composable
fun SideBySide(
    modifier: Modifier = Modifier,
    alignment: Alignment.Vertical = Alignment.Bottom,
    start: @Composable () -> Unit,
    end: @Composable () -> Unit,
) {
    if (Standing.reading.stacked) {
        Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s1)) {
            start()
            end()
        }
    } else {
        Row(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3), alignment) {
            Box(Modifier.weight(1f)) { start() }
            end()
        }
    }
}

/** A quiet block: what somebody said, or what a deadline is. */
@Composable
fun SunkBlock(modifier: Modifier = Modifier, color: Color = Standing.colors.sunk, content: @Composable ColumnScope.() -> Unit) {
    Column(
        modifier.fillMaxWidth().background(color, RoundedCornerShape(Round.r2)).padding(Space.s4),
        Arrangement.spacedBy(Space.s1),
        content = content,
    )
}

/** Words that somebody else wrote, with a bar at their side; [who] is above them. */
@Composable
fun Quotation(who: String, text: String, modifier: Modifier = Modifier) {
    Row(modifier.fillMaxWidth().height(IntrinsicSize.Min)) {
        Box(Modifier.width(3.dp).fillMaxHeight().background(Standing.colors.lineStrong))
        Column(Modifier.padding(start = Space.s4)) {
            Quiet(who)
            Text(text, style = Standing.type.body)
        }
    }
}
