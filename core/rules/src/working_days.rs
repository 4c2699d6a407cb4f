//! The last day of a period of days or of working days.

use standing_model::calendar::Calendar;
use standing_model::rulebook::DayKind;
use standing_model::time::Date;

/// The last day of a period, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastDay {
    /// Good until the end of this day.
    pub day: Date,
    /// The first year without a published calendar that it runs through: only weekends were left
    /// out there, and the true last day may be another.
    pub unknown_year: Option<i32>,
}

/// The last of `days` days of a kind, or the end of so many months, that begin on the day after
/// `from`.
#[must_use]
pub fn last_day_of(kind: DayKind, from: Date, days: u32, calendars: &[Calendar]) -> LastDay {
    match kind {
        DayKind::Calendar => LastDay { day: from.plus_days(i64::from(days)), unknown_year: None },
        DayKind::Working => last_day(from, days, calendars),
        DayKind::Months => LastDay { day: from.plus_months(days), unknown_year: None },
    }
}

/// The last of `days` working days that begin on the day after `from`.
///
/// ```
/// use standing_model::calendar::Calendar;
/// use standing_rules::working_days::last_day;
///
/// // From Friday 27 November 2026, ten working days end on Friday 11 December.
/// let last = last_day("2026-11-27".parse().unwrap(), 10, &[]);
/// assert_eq!(last.day.to_string(), "2026-12-11");
/// assert_eq!(last.unknown_year, Some(2026));
/// ```
#[must_use]
pub fn last_day(from: Date, days: u32, calendars: &[Calendar]) -> LastDay {
    let (mut day, mut left, mut unknown_year) = (from, days, None);
    while left > 0 {
        let next = day.plus_days(1);
        if next == day {
            break;
        }
        day = next;
        let calendar = calendars.iter().find(|calendar| calendar.year() == day.year());
        if calendar.is_none() {
            unknown_year = unknown_year.or(Some(day.year()));
        }
        if calendar.map_or(!day.is_weekend(), |calendar| calendar.is_worked(day)) {
            left -= 1;
        }
    }
    LastDay { day, unknown_year }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(year: i32) -> Calendar {
        let root = env!("CARGO_MANIFEST_DIR");
        let path = format!("{root}/../../fixtures/calendars/CN/{year}.json");
        Calendar::read(&std::fs::read(path).unwrap()).unwrap()
    }

    #[test]
    fn working_days_follow_the_published_arrangement_of_each_year() {
        let calendars = [calendar(2024), calendar(2025), calendar(2026)];
        for (from, days, last) in [
            // The week of the National Day, and the Saturday that was worked for it.
            ("2026-09-28", 10, "2026-10-16"),
            ("2026-11-27", 10, "2026-12-11"),
            ("2026-02-12", 3, "2026-02-24"),
            ("2026-05-08", 1, "2026-05-09"),
            ("2025-01-24", 3, "2025-02-05"),
            ("2025-09-26", 4, "2025-10-09"),
            ("2025-12-30", 1, "2025-12-31"),
            ("2024-02-08", 2, "2024-02-18"),
            ("2024-04-30", 1, "2024-05-06"),
            ("2024-12-31", 1, "2025-01-02"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2026-01-05", 0, "2026-01-05"),
        ] {
            let found = last_day(from.parse().unwrap(), days, &calendars);
            assert_eq!(
                (found.day.to_string().as_str(), found.unknown_year),
                (last, None),
                "{from}"
            );
        }
    }

    #[test]
    fn a_year_without_a_calendar_is_computed_by_week_ends_and_said() {
        let found = last_day("2026-12-28".parse().unwrap(), 5, &[calendar(2026)]);
        assert_eq!(found.day.to_string(), "2027-01-04");
        assert_eq!(found.unknown_year, Some(2027));
    }

    #[test]
    fn calendar_days_count_every_day_and_need_no_calendar() {
        let found = last_day_of(DayKind::Calendar, "2026-12-28".parse().unwrap(), 5, &[]);
        assert_eq!((found.day.to_string().as_str(), found.unknown_year), ("2027-01-02", None));
    }
}
