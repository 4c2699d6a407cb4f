package standing.app.records

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import java.time.LocalDate
import java.time.YearMonth
import standing.app.design.ChoiceRow
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.LocalWords
import standing.app.design.Quiet
import standing.app.design.Sheet
import standing.app.design.Space
import standing.app.design.Standing
import standing.app.design.Text
import standing.logic.settings.inWords

/**
 * Choosing a day up to today. A month at a time where seven fingers fit side by side; otherwise, and for large text,
 * day by day.
 */
@Composable
internal fun DayPicker(chosen: LocalDate?, today: LocalDate, onClose: () -> Unit, onChoose: (LocalDate) -> Unit) {
    val words = LocalWords.current
    var month by remember { mutableStateOf(YearMonth.from(chosen ?: today)) }
    val grid = !Standing.reading.stacked && Standing.reading.width >= GRID_FROM
    Sheet(words.formDateChoose, onClose) {
        item {
            ChoiceRow(words.formToday, chosen == today, { onChoose(today) }, note = dayInMonth(today, words.language))
            val yesterday = today.minusDays(1)
            ChoiceRow(words.formYesterday, chosen == yesterday, { onChoose(yesterday) }, note = dayInMonth(yesterday, words.language))
        }
        item { MonthHead(month, today) { month = it } }
        if (grid) {
            item { Month(month, chosen, today, onChoose) }
        } else {
            items(days(month, today)) { ChoiceRow(dayInMonth(it, words.language), it == chosen, { onChoose(it) }) }
        }
    }
}

private val GRID_FROM = 372.dp

/** The newest first: what is recorded happened lately, as a rule. */
private fun days(month: YearMonth, today: LocalDate): List<LocalDate> =
    (month.lengthOfMonth() downTo 1).map(month::atDay).filter { it <= today }

@Composable
private fun MonthHead(month: YearMonth, today: LocalDate, onTurn: (YearMonth) -> Unit) {
    val words = LocalWords.current
    Row(Modifier.fillMaxWidth().padding(top = Space.s4), verticalAlignment = Alignment.CenterVertically) {
        IconButton(Icons.Back, words.formMonthBefore, { onTurn(month.minusMonths(1)) })
        Text(
            monthText(month, words.language),
            Modifier.weight(1f).semantics { heading() },
            style = Standing.type.strong,
            textAlign = TextAlign.Center,
        )
        if (month < YearMonth.from(today)) IconButton(Icons.Chevron, words.formMonthAfter, { onTurn(month.plusMonths(1)) })
        else Box(Modifier.size(Standing.sizes.touch))
    }
}

@Composable
private fun Month(month: YearMonth, chosen: LocalDate?, today: LocalDate, onChoose: (LocalDate) -> Unit) {
    val words = LocalWords.current
    val first = month.atDay(1)
    val before = first.dayOfWeek.value - 1
    Column(Modifier.fillMaxWidth()) {
        Row(Modifier.clearAndSetSemantics {}) {
            for (name in weekdays(words.language)) {
                Box(Modifier.weight(1f).height(Space.s8), Alignment.Center) { Quiet(name) }
            }
        }
        for (week in 0 until (before + month.lengthOfMonth() + 6) / 7) {
            Row {
                for (weekday in 0..6) {
                    val day = first.plusDays((week * 7 + weekday - before).toLong())
                    if (YearMonth.from(day) == month) Day(day, day == chosen, day <= today, Modifier.weight(1f)) { onChoose(day) }
                    else Box(Modifier.weight(1f))
                }
            }
        }
    }
}

/** A day that is still to come is shown, and cannot be chosen: a record is about something that has happened. */
@Composable
private fun Day(day: LocalDate, on: Boolean, open: Boolean, modifier: Modifier, choose: () -> Unit) {
    val c = Standing.colors
    val words = LocalWords.current
    val name = day.inWords(words.language)
    val touch = Standing.sizes.touch
    val cell = modifier.height(touch)
    val tapped =
        cell.selectable(on, role = Role.RadioButton, onClick = choose).semantics {
            contentDescription = name
            if (on) stateDescription = words.readerChosen
        }
    Box(if (open) tapped else cell.clearAndSetSemantics {}, Alignment.Center) {
        val disc = Modifier.size(touch - Space.s1)
        Box(if (on) disc.background(c.accentSoft, CircleShape).border(2.dp, c.accent, CircleShape) else disc, Alignment.Center) {
            Text(
                "${day.dayOfMonth}",
                Modifier.clearAndSetSemantics {},
                color = if (!open) c.line else if (on) c.onAccentSoft else c.ink,
                style = if (on) Standing.type.strong else Standing.type.body,
            )
        }
    }
}
