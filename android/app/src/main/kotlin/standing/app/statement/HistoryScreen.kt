package standing.app.statement

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.itemsIndexed
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import standing.app.alarms.AlarmBox
import standing.app.design.Amount
import standing.app.design.Empty
import standing.app.design.LocalAmountsHidden
import standing.app.design.LocalWords
import standing.app.design.Paragraph
import standing.app.design.Quiet
import standing.app.design.Screen
import standing.app.design.SignWord
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.TapRow
import standing.app.design.Text
import standing.app.design.sign
import standing.app.design.word
import standing.app.shown
import standing.core.CheckState
import standing.core.StatementRow
import standing.core.StatementsView
import standing.logic.Load
import standing.logic.Place
import standing.logic.ViewAction

/** Every statement on this phone, the newest first, and whether one is missing. */
@Composable
fun HistoryScreen(state: Load<StatementsView>, act: (ViewAction) -> Unit, go: (Place) -> Unit, back: () -> Unit) {
    Screen(LocalWords.current.homeStatements, onBack = back) {
        shown(state, act) { view ->
            itemsIndexed(view.alarms) { _, alarm -> AlarmBox(alarm, view.membership, go) }
            item("chain") {
                if (view.rows.isEmpty()) Empty(view.chain) else Paragraph(view.chain, Modifier.padding(bottom = Space.s4))
            }
            itemsIndexed(view.rows, key = { _, row -> row.seq.toInt() }) { _, row ->
                HistoryRow(row) { go(Place.Statement(view.membership, row.seq)) }
            }
        }
    }
}

@Composable
private fun HistoryRow(row: StatementRow, onOpen: () -> Unit) {
    val type = Standing.type
    val stacked = Standing.reading.stacked
    val words = LocalWords.current
    val amounts = listOf(row.tier, row.change).takeIf { !LocalAmountsHidden.current }.orEmpty()
    TapRow(onOpen = onOpen, start = if (stacked) null else ({ Amount(row.score, modifier = Modifier.widthIn(min = 60.dp)) })) {
        if (stacked) Amount(row.score, type.h2)
        Text(row.period, style = type.strong)
        Quiet((listOf(words.statementNumber(row.seq.toInt())) + amounts.filter { it.isNotEmpty() && it != "0" }).joinToString(" · "))
        if (row.state != CheckState.HOLDS) SignWord(row.state.sign, row.state.word(words))
        Quiet(row.note)
    }
}
