package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import standing.core.LedgerRow

private val POINTS: Dp = 52.dp
private val SO_FAR: Dp = 60.dp

/** The sum, line by line, to be followed with a finger; a thousand lines are no slower than ten. The total is ruled off below. */
fun LazyListScope.ledger(rows: List<LedgerRow>, total: String, sum: String, onOpen: (LedgerRow) -> (() -> Unit)?) {
    item("ledger-head") { LedgerHead() }
    itemsIndexed(rows) { at, row -> LedgerLine(row, first = at == 0, last = at == rows.lastIndex, onOpen(row)) }
    item("ledger-total") { LedgerTotal(total, sum) }
}

/** The same on a page that is all there at once. */
@Composable
fun Ledger(rows: List<LedgerRow>, total: String, sum: String, onOpen: (LedgerRow) -> (() -> Unit)?) {
    Column(Modifier.fillMaxWidth()) {
        LedgerHead()
        rows.forEachIndexed { at, row -> LedgerLine(row, first = at == 0, last = at == rows.lastIndex, onOpen(row)) }
        LedgerTotal(total, sum)
    }
}

/** The columns' names, for the eye: a reader says the numbers with their row. */
@Composable
private fun LedgerHead() {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth()) {
        if (!Standing.reading.stacked) {
            Row(Modifier.fillMaxWidth().padding(bottom = Space.s2).clearAndSetSemantics {}) {
                Box(Modifier.weight(1f))
                Column(Modifier, Arrangement.Top, Alignment.End) { Quiet(words.statementPoints) }
                Column(Modifier.widthIn(min = SO_FAR + Space.s8), Arrangement.Top, Alignment.End) { Quiet(words.statementSoFar) }
            }
        }
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
    }
}

@Composable
private fun LedgerTotal(total: String, sum: String) {
    Column(Modifier.fillMaxWidth()) {
        Hairline(color = Standing.colors.ink, thickness = 2.dp)
        SideBySide(
            Modifier.padding(vertical = Space.s3).semantics(mergeDescendants = true) {},
            Alignment.CenterVertically,
            start = { Text(LocalWords.current.statementTotal, style = Standing.type.h2) },
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
