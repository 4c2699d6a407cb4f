package standing.logic.settings

import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.format.DateTimeFormatter
import java.util.Locale
import standing.core.AccessRow
import standing.core.Language
import standing.core.NetworkView
import standing.logic.Environment
import standing.logic.ViewPresenter

/** Every network access of the last 90 days. */
class NetworkPresenter(environment: Environment) : ViewPresenter<NetworkView>(environment, { networkAccesses() })

/** The accesses of one day, by this phone's clock. */
data class AccessDay(val day: LocalDate, val rows: List<AccessRow>)

/** The accesses by day, the newest first, as they stand in the view. */
fun NetworkView.days(zone: ZoneId): List<AccessDay> =
    rows.groupBy { Instant.ofEpochSecond(it.at).atZone(zone).toLocalDate() }.map { (day, rows) -> AccessDay(day, rows) }

/** `07:38`, in the phone's time zone. */
fun AccessRow.time(zone: ZoneId): String = CLOCK.format(Instant.ofEpochSecond(at).atZone(zone))

/** "Monday 23 November 2026", "2026年11月23日（星期一）", as the core writes it. */
fun LocalDate.inWords(language: Language): String {
    val locale = if (language == Language.CHINESE) Locale.SIMPLIFIED_CHINESE else Locale.UK
    val pattern = if (language == Language.CHINESE) "yyyy年M月d日（EEEE）" else "EEEE d MMMM yyyy"
    return format(DateTimeFormatter.ofPattern(pattern, locale))
}

private val CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
