package standing.app.join

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import standing.app.design.Round
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text

/** A masked name. Its mark is a sign of mathematics that many a font lacks. */
internal fun shown(hint: String): String = hint.replace('\u2217', '*')

/** A fingerprint in groups, each in its place, to be compared with the paper finger by finger; read sign by sign. */
@Composable
fun FingerprintBox(fingerprint: String, modifier: Modifier = Modifier) {
    val groups = fingerprint.split(' ')
    val spelled = groups.joinToString(", ") { group -> group.toList().joinToString(" ") }
    val shape = RoundedCornerShape(Round.r2)
    val style = Standing.type.h2.copy(letterSpacing = 1.sp, fontFeatureSettings = "tnum")
    val reading = Standing.reading
    // A group that is cut in two can be compared with nothing.
    val columns = if (reading.tight) 1 else if (reading.stacked) 2 else 3
    Column(
        modifier
            .fillMaxWidth()
            .background(Standing.colors.surface, shape)
            .border(1.dp, Standing.colors.line, shape)
            .padding(Space.s4)
            .clearAndSetSemantics { contentDescription = spelled },
        Arrangement.spacedBy(Space.s3),
    ) {
        for (row in groups.chunked(columns)) {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s2)) {
                for (group in row) Text(group, Modifier.weight(1f), style = style)
                repeat(columns - row.size) { Box(Modifier.weight(1f)) }
            }
        }
    }
}
