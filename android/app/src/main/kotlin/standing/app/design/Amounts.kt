package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Icon
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import standing.core.LedgerRow
import standing.core.StarRow
import standing.core.Told

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
        if (stacked) Amount(points, Standing.type.h2, color)
        Text(title, style = Standing.type.strong)
        Quiet(detail)
        if (contested) SignWord(Sign.CONTESTED, words.entryContestedTag)
        if (told != null && !told.told) SignWord(Sign.NOT_TOLD, told.text)
    }
}

private val POINTS: Dp = 52.dp
private val SO_FAR: Dp = 60.dp

/** The sum, line by line, to be followed with a finger. The total is ruled off below. */
@Composable
fun Ledger(rows: List<LedgerRow>, total: String, sum: String, modifier: Modifier = Modifier, onOpen: (LedgerRow) -> (() -> Unit)?) {
    val words = LocalWords.current
    Column(modifier.fillMaxWidth()) {
        if (!Standing.reading.stacked) {
            Row(Modifier.fillMaxWidth().padding(bottom = Space.s2).clearAndSetSemantics {}) {
                Box(Modifier.weight(1f))
                Column(Modifier, Arrangement.Top, Alignment.End) { Quiet(words.statementPoints) }
                Column(Modifier.widthIn(min = SO_FAR + Space.s8), Arrangement.Top, Alignment.End) { Quiet(words.statementSoFar) }
            }
        }
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
        rows.forEachIndexed { at, row -> LedgerLine(row, first = at == 0, last = at == rows.lastIndex, onOpen(row)) }
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
        SideBySide(
            Modifier.padding(vertical = Space.s3).semantics(mergeDescendants = true) {},
            Alignment.CenterVertically,
            start = { Text(words.statementTotal, style = Standing.type.h2) },
            end = { Amount(total, Standing.type.h1) },
        )
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
        Hairline(Modifier.padding(top = 2.dp), Standing.colors.ink, 2.dp)
        AmountLine(sum, Modifier.fillMaxWidth().padding(vertical = Space.s4), Standing.type.body.copy(textAlign = TextAlign.End))
    }
}

@Composable
private fun LedgerLine(row: LedgerRow, first: Boolean, last: Boolean, onOpen: (() -> Unit)?) {
    val type = Standing.type
    val points = if (first) "" else row.points
    val numbers: @Composable RowScope.() -> Unit = {
        Amount(points, type.num.copy(fontWeight = type.body.fontWeight, textAlign = TextAlign.End), modifier = Modifier.widthIn(min = POINTS))
        Amount(row.soFar, type.num.copy(textAlign = TextAlign.End), modifier = Modifier.widthIn(min = SO_FAR))
    }
    TapRow(onOpen = onOpen, line = !last, min = POINTS, end = {
        Row(Modifier, Arrangement.spacedBy(Space.s1)) {
            if (Standing.reading.stacked) {
                Amount(listOf(points, row.soFar).filter { it.isNotEmpty() }.joinToString("  =  "), type.num)
            } else {
                numbers()
                // Numbers stand below each other, whether or not their row leads on.
                if (onOpen == null) Box(Modifier.width(Space.s8 - Space.s1))
            }
        }
    }) {
        Text(row.label, style = if (first) type.strong else type.body)
        Quiet(row.detail)
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
