package standing.app.platform

import android.content.Intent
import android.provider.CalendarContract
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.format.DateTimeParseException
import standing.logic.CalendarDay

/** A whole day, offered to the phone's calendar. It keeps nothing until the person says so there. */
internal fun calendarIntent(event: CalendarDay, zone: ZoneId): Intent? {
    val day = try {
        LocalDate.parse(event.day)
    } catch (_: DateTimeParseException) {
        return null
    }
    return Intent(Intent.ACTION_INSERT, CalendarContract.Events.CONTENT_URI)
        .putExtra(CalendarContract.Events.TITLE, event.title)
        .putExtra(CalendarContract.Events.AVAILABILITY, CalendarContract.Events.AVAILABILITY_FREE)
        .putExtra(CalendarContract.EXTRA_EVENT_ALL_DAY, true)
        .putExtra(CalendarContract.EXTRA_EVENT_BEGIN_TIME, within(day, zone))
        .putExtra(CalendarContract.EXTRA_EVENT_END_TIME, within(day, zone))
}

/**
 * A moment that lies on this day both here and in UTC, in ms since 1970: some calendars read a whole day as here, others as
 * in UTC, and a deadline must not move by a day.
 */
internal fun within(day: LocalDate, zone: ZoneId): Long {
    fun bounds(zone: ZoneId) = day.atStartOfDay(zone).toInstant() to day.plusDays(1).atStartOfDay(zone).toInstant()
    val (hereFrom, hereTo) = bounds(zone)
    val (utcFrom, utcTo) = bounds(ZoneOffset.UTC)
    return (maxOf(hereFrom, utcFrom).toEpochMilli() + minOf(hereTo, utcTo).toEpochMilli()) / 2
}
