package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import standing.core.KeyValue

/** What can be opened: a chevron; in elder mode the word [opens] below, for whoever does not know what a chevron means. */
@Composable
fun TapRow(
    modifier: Modifier = Modifier,
    onOpen: (() -> Unit)? = null,
    opens: String = LocalWords.current.actionOpen,
    line: Boolean = true,
    min: Dp = Standing.sizes.row,
    start: (@Composable () -> Unit)? = null,
    end: (@Composable () -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    val elder = Standing.reading.elder
    val tap = if (onOpen == null) Modifier.semantics(mergeDescendants = true) {} else Modifier.tapped(onOpen, opens)
    Column(modifier.fillMaxWidth()) {
        Row(tap.fillMaxWidth().heightIn(min = min).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s3), Alignment.CenterVertically) {
            Row(Modifier.weight(1f), Arrangement.spacedBy(Space.s3)) {
                start?.invoke()
                Column(Modifier.weight(1f)) {
                    content()
                    if (elder || Standing.reading.stacked) end?.invoke()
                    if (elder && onOpen != null) OpenWord(opens)
                }
            }
            if (!elder && !Standing.reading.stacked) end?.invoke()
            if (!elder && onOpen != null) Chevron()
        }
        if (line) Hairline()
    }
}

@Composable
internal fun Chevron() {
    Icon(Icons.Chevron, null, Modifier.size(maxOf(Space.s5, Standing.sizes.mark)), Standing.colors.ink2)
}

@Composable
internal fun OpenWord(word: String) {
    Row(Modifier.padding(top = Space.s3), Arrangement.spacedBy(Space.s2), Alignment.CenterVertically) {
        Text(word, color = Standing.colors.accent, style = Standing.type.strong)
        Icon(Icons.Chevron, null, Modifier.size(Standing.sizes.mark), Standing.colors.accent)
    }
}

/** A row that leads somewhere: a name, what it stands at now, and a chevron. */
@Composable
fun LinkRow(title: String, onOpen: () -> Unit, modifier: Modifier = Modifier, value: String = "", note: String = "") {
    TapRow(modifier, onOpen, min = Standing.sizes.touch + Space.s2, end = { Quiet(value) }) {
        Text(title, style = Standing.type.body)
        Quiet(note)
    }
}

/** Label and value, the label above where both do not fit side by side. */
@Composable
fun KeyValueRow(label: String, value: String, modifier: Modifier = Modifier, note: String = "", line: Boolean = true, strong: Boolean = false) {
    val type = Standing.type
    val chinese = LocalWords.current.language == standing.core.Language.CHINESE
    Column(modifier.fillMaxWidth().semantics(mergeDescendants = true) {}) {
        val said: @Composable () -> Unit = {
            Column {
                Text(value, style = if (strong) type.strong else type.body)
                Quiet(note)
            }
        }
        if (Standing.reading.stacked) {
            Column(Modifier.padding(vertical = Space.s3)) {
                Quiet(label)
                said()
            }
        } else {
            Row(Modifier.heightIn(min = 44.dp).padding(vertical = Space.s3), Arrangement.spacedBy(Space.s3)) {
                Quiet(label, Modifier.width(if (chinese) 96.dp else 120.dp).padding(top = 2.dp))
                said()
            }
        }
        if (line) Hairline()
    }
}

/** Label and value, row by row; without the line below the last one if [open]. */
@Composable
fun KeyValues(rows: List<KeyValue>, modifier: Modifier = Modifier, open: Boolean = false) {
    Column(modifier) {
        rows.forEachIndexed { at, row ->
            KeyValueRow(row.label, row.value, note = row.note, line = !(open && at == rows.lastIndex))
        }
    }
}
