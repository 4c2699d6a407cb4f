package standing.app.design

import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import standing.core.AccessRow
import standing.core.CheckState
import standing.core.FreshRow
import standing.core.Outcome

/** One thing that the app rests on, and how fresh it is. */
@Composable
fun FreshnessRow(row: FreshRow, modifier: Modifier = Modifier, onOpen: (() -> Unit)? = null) {
    val type = Standing.type
    val size = Standing.sizes.mark * 22 / 18
    TapRow(
        modifier,
        onOpen,
        start = { SignIcon(row.state.sign, Modifier.besideFirstLine(type.strong, size), size) },
        end = { Text(row.word, color = row.state.sign.color(Standing.colors), style = type.smallStrong) },
    ) {
        Text(row.name, style = type.strong)
        Quiet(row.detail)
        if (row.state != CheckState.HOLDS && row.todo.isNotEmpty()) Text(row.todo, style = type.small)
    }
}

/** One exchange with the network: when, what for, with whom, how much. [time] is [AccessRow.at] in the phone's time zone. */
@Composable
fun AccessRowItem(row: AccessRow, time: String, modifier: Modifier = Modifier) {
    val c = Standing.colors
    val type = Standing.type
    val small = type.small.copy(fontFeatureSettings = "tnum")
    val stacked = Standing.reading.stacked
    val clock: @Composable () -> Unit = { Text(time, Modifier.widthIn(min = 44.dp), color = c.ink2, style = small) }
    TapRow(modifier, start = clock.takeIf { !stacked }) {
        Column {
            if (stacked) clock()
            Text(row.purpose, style = type.body)
            Quiet(row.host)
            Text(row.size, color = c.ink2, style = small)
            if (row.outcome != Outcome.DONE) SignWord(if (row.outcome == Outcome.REFUSED) Sign.REFUSED else Sign.OFFLINE, row.outcomeText)
        }
    }
}
