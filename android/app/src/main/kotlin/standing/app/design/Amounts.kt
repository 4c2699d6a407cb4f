package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import standing.core.Language
import standing.core.StarRow
import standing.core.Told
import standing.logic.words.Words

private const val HIDDEN = "••"

/** Points or a score; two dots while amounts are hidden. Ink, whatever the sign. */
@Composable
fun Amount(text: String, style: TextStyle = Standing.type.num, color: Color = Standing.colors.ink, modifier: Modifier = Modifier) {
    val words = LocalWords.current
    if (LocalAmountsHidden.current && text.isNotEmpty()) {
        Text(HIDDEN, modifier.clearAndSetSemantics { contentDescription = words.readerAmountHidden }, color = color, style = style)
    } else {
        Text(text, modifier, color = color, style = style)
    }
}

/** The word after so many points, as the core writes them: "+1" is one point. */
fun Words.pointsWord(points: String): String = entryPointsWord(points.drop(1).toIntOrNull() ?: 0)

/** "+2 points", "+2分". */
fun Words.withPoints(points: String): String = points + (if (language == Language.CHINESE) "" else " ") + pointsWord(points)

/** A sentence that names an amount; nothing of it while amounts are hidden. */
@Composable
fun AmountLine(text: String, modifier: Modifier = Modifier, style: TextStyle = Standing.type.small) {
    if (!LocalAmountsHidden.current && text.isNotEmpty()) Text(text, modifier, color = Standing.colors.ink2, style = style)
}

/** The total of a statement, as large as anything gets. [line] says what it was before, or that a newer one may exist. */
@Composable
fun Score(label: String, score: String, of: String, tier: String, line: String, modifier: Modifier = Modifier) {
    val type = Standing.type
    val shown = !LocalAmountsHidden.current
    Column(modifier.fillMaxWidth().padding(vertical = Space.s3).semantics(mergeDescendants = true) {}) {
        Quiet(label)
        if (Standing.reading.stacked) {
            Amount(score, type.score)
            Text(listOf(of, tier.takeIf { shown }.orEmpty()).filter { it.isNotEmpty() }.joinToString(" · "), style = type.strong)
        } else {
            Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s3)) {
                Amount(score, type.score, modifier = Modifier.alignByBaseline())
                Text(of, Modifier.alignByBaseline(), color = Standing.colors.ink2, style = type.h2.copy(fontWeight = type.body.fontWeight))
                Text(if (shown) tier else "", Modifier.weight(1f).alignByBaseline(), style = type.h2, textAlign = TextAlign.End)
            }
        }
        AmountLine(line)
    }
}

/** A change or an entry: signed points, the reason, one line more. [ended] ones no longer count. */
@Composable
fun PointsRow(
    points: String,
    title: String,
    modifier: Modifier = Modifier,
    detail: String = "",
    told: Told? = null,
    contested: Boolean = false,
    ended: Boolean = false,
    onOpen: (() -> Unit)? = null,
) {
    val color = if (ended) Standing.colors.ink2 else Standing.colors.ink
    val stacked = Standing.reading.stacked
    val words = LocalWords.current
    TapRow(modifier, onOpen, start = if (stacked) null else ({ Amount(points, color = color, modifier = Modifier.widthIn(min = 44.dp)) })) {
        if (stacked && points.isNotEmpty()) Amount(points, Standing.type.h2, color)
        Text(title, style = Standing.type.strong)
        Quiet(detail)
        if (contested) SignWord(Sign.CONTESTED, words.entryContestedTag)
        if (told != null && !told.told) SignWord(Sign.NOT_TOLD, words.toldNot)
    }
}

/** The household's stars. The marks are for the eye; what is read is "4 of 5". */
@Composable
fun Stars(rows: List<StarRow>, modifier: Modifier = Modifier) {
    Column(modifier.fillMaxWidth()) {
        for (row in rows) {
            SideBySide(
                Modifier.heightIn(min = 40.dp).padding(vertical = Space.s2).semantics(mergeDescendants = true) {},
                Alignment.CenterVertically,
                start = { Text(row.name, style = Standing.type.body) },
                end = { StarMarks(row) },
            )
        }
    }
}

@Composable
private fun StarMarks(row: StarRow) {
    val c = Standing.colors
    Row(Modifier, Arrangement.spacedBy(2.dp), Alignment.CenterVertically) {
        repeat(row.of.toInt()) { n ->
            val full = n < row.stars.toInt()
            Icon(if (full) Icons.StarFull else Icons.StarEmpty, null, Modifier.size(Standing.sizes.mark), c.ink)
        }
        Text(row.text, Modifier.widthIn(min = 56.dp).padding(start = Space.s2), color = c.ink2, style = Standing.type.small.copy(textAlign = TextAlign.End))
    }
}
