package standing.app.design

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription

/** The documents by name, with the most important thing that each says. */
@Composable
fun AlarmHead(names: List<String>, values: List<String>, details: List<String>, notes: List<String>, modifier: Modifier = Modifier) {
    val type = Standing.type
    Cells(names, modifier.padding(bottom = Space.s3)) { at ->
        Text(names[at], Modifier.semantics { heading() }, color = Standing.colors.ink2, style = type.small)
        if (values[at].isNotEmpty()) Amount(values[at], type.h1)
        if (!LocalAmountsHidden.current && details[at].isNotEmpty()) Text(details[at], style = type.strong)
        Quiet(notes[at])
    }
    Hairline(color = Standing.colors.ink)
}

/**
 * What each document says of one thing, in the order of [names]: side by side, or each below its name where that does
 * not fit. Where they are not the same, [differs] is at the label, so that nobody has to compare by eye. Values that
 * tell an [amount] leave while amounts are hidden.
 */
@Composable
fun ComparedRow(names: List<String>, label: String, values: List<String>, differs: String, amount: Boolean = false) {
    if (values.all { it.isEmpty() }) return
    val hidden = amount && LocalAmountsHidden.current
    val mark = if (values.filter { it.isNotEmpty() }.distinct().size > 1) differs else ""
    ComparedRow(names, label, mark) { at -> if (hidden) Amount(values[at], Standing.type.body) else Text(values[at], style = Standing.type.body) }
}

/** The same, for cells that are not only text. */
@Composable
fun ComparedRow(names: List<String>, label: String, mark: String = "", cell: @Composable (Int) -> Unit) {
    Column(Modifier.fillMaxWidth().padding(top = Space.s3)) {
        Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(Space.s3)) {
            Text(label, Modifier.weight(1f), color = Standing.colors.ink2, style = Standing.type.small)
            if (mark.isNotEmpty()) SignWord(Sign.NEEDS, mark)
        }
        val apart = apart(names)
        Cells(names, Modifier.padding(top = Space.s1, bottom = Space.s3)) { at ->
            if (apart) Quiet(names[at])
            cell(at)
        }
        Hairline()
    }
}

@Composable
private fun Cells(names: List<String>, modifier: Modifier, cell: @Composable (Int) -> Unit) {
    if (apart(names)) {
        Column(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s2)) {
            for (at in names.indices) Column(Modifier.semantics(mergeDescendants = true) {}) { cell(at) }
        }
    } else {
        Row(modifier.fillMaxWidth(), Arrangement.spacedBy(Space.s4)) {
            // The name is above the column; who cannot see it hears it.
            for (at in names.indices) Column(Modifier.weight(1f).semantics(mergeDescendants = true) { stateDescription = names[at] }) { cell(at) }
        }
    }
}

/** More than two, and two in large text, stand one below the other. */
@Composable
private fun apart(names: List<String>) = names.size > 2 || Standing.reading.stacked || Standing.reading.elder
