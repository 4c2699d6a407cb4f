package standing.app.records

import java.time.DateTimeException
import java.time.LocalDate
import java.time.YearMonth
import java.time.format.DateTimeFormatter
import java.time.format.TextStyle
import java.util.Locale
import standing.core.Language

// Days as each language writes them. The core writes those that it knows of; these are being chosen.

private val Language.locale: Locale get() = if (this == Language.CHINESE) Locale.SIMPLIFIED_CHINESE else Locale.UK

/** A day from `2026-11-23`; null where none was chosen. */
internal fun day(text: String): LocalDate? =
    try {
        LocalDate.parse(text)
    } catch (_: DateTimeException) {
        null
    }

/** "Saturday 21 November", "11月21日（星期六）": below the name of its month. */
internal fun dayInMonth(day: LocalDate, language: Language): String {
    val pattern = if (language == Language.CHINESE) "M月d日（EEEE）" else "EEEE d MMMM"
    return day.format(DateTimeFormatter.ofPattern(pattern, language.locale))
}

/** "November 2026", "2026年11月". */
internal fun monthText(month: YearMonth, language: Language): String {
    val pattern = if (language == Language.CHINESE) "yyyy年M月" else "MMMM yyyy"
    return month.format(DateTimeFormatter.ofPattern(pattern, language.locale))
}

/** "Mo" to "Su", "一" to "日": a week begins on Monday in both places. */
internal fun weekdays(language: Language): List<String> =
    java.time.DayOfWeek.entries.map { day ->
        if (language == Language.CHINESE) day.getDisplayName(TextStyle.NARROW, language.locale)
        else day.getDisplayName(TextStyle.SHORT, language.locale).take(2)
    }
