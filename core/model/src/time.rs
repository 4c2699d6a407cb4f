//! Instants and days as the protocol writes them, and the calendar arithmetic that deadlines need.

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

use super::json::MAX_INTEGER;

/// An instant: whole seconds since 1970-01-01T00:00:00Z, within ±(2^53 − 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct UnixTime(pub i64);

impl UnixTime {
    /// This instant and `seconds` more, or less if negative.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `earlier` to this instant; negative if it is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day on which this instant falls in a zone. There is no day without one.
    #[must_use]
    pub fn day_in(self, zone: ZoneOffset) -> Date {
        Date::new(self.plus(zone.seconds()).to_chrono().date_naive())
    }

    /// The same instant as `chrono` has it; out of its range, its nearest end.
    #[must_use]
    pub fn to_chrono(self) -> DateTime<Utc> {
        let nearest = if self.0 < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
        DateTime::from_timestamp(self.0, 0).unwrap_or(nearest)
    }
}

impl<'de> Deserialize<'de> for UnixTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let seconds = i64::deserialize(deserializer)?;
        if (-MAX_INTEGER..=MAX_INTEGER).contains(&seconds) {
            Ok(Self(seconds))
        } else {
            Err(serde::de::Error::custom("an integer beyond ±(2^53−1) (§1.7.3)"))
        }
    }
}

/// How far a zone's clocks are ahead of UTC, in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ZoneOffset(i16);

impl ZoneOffset {
    /// UTC itself.
    pub const UTC: Self = Self(0);

    /// All of China, since 1991 without daylight saving time.
    pub const CHINA: Self = Self(8 * 60);

    /// An offset from UTC−12:00 to UTC+14:00; none beyond, where no clock is.
    ///
    /// ```
    /// use standing_model::time::{UnixTime, ZoneOffset};
    ///
    /// let beijing = ZoneOffset::of_minutes(8 * 60).unwrap();
    /// let late = UnixTime(1_798_043_400); // 2026-12-23 16:30 in UTC
    /// assert_eq!(late.day_in(ZoneOffset::UTC).to_string(), "2026-12-23");
    /// assert_eq!(late.day_in(beijing).to_string(), "2026-12-24");
    /// ```
    #[must_use]
    pub const fn of_minutes(minutes: i32) -> Option<Self> {
        if minutes >= -12 * 60 && minutes <= 14 * 60 { Some(Self(minutes as i16)) } else { None }
    }

    /// Minutes ahead of UTC; negative behind it.
    #[must_use]
    pub const fn minutes(self) -> i32 {
        self.0 as i32
    }

    const fn seconds(self) -> i64 {
        self.0 as i64 * 60
    }
}

impl<'de> Deserialize<'de> for ZoneOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let minutes = i32::deserialize(deserializer)?;
        let beyond = || serde::de::Error::custom("minutes from UTC beyond −720 to 840 (§2.1.2)");
        Self::of_minutes(minutes).ok_or_else(beyond)
    }
}

/// The zone whose days a signer means: "a day" in its documents is a day here. It never changes
/// for one signer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Its name in the IANA database, for people: `Asia/Shanghai`.
    #[serde(deserialize_with = "zone_name")]
    pub name: String,
    /// How far its clocks are ahead of UTC, all year round.
    pub minutes: ZoneOffset,
}

impl Zone {
    /// China's zone.
    #[must_use]
    pub fn china() -> Self {
        Self { name: "Asia/Shanghai".into(), minutes: ZoneOffset::CHINA }
    }

    /// The day on which an instant falls here.
    #[must_use]
    pub fn day(&self, at: UnixTime) -> Date {
        at.day_in(self.minutes)
    }
}

/// Reads a zone's name: 1 to 64 of the characters that IANA's names have.
fn zone_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
    if name.is_empty() || name.len() > 64 || !name.bytes().all(plain) {
        return Err(serde::de::Error::custom("not the name of a time zone (§2.1.2)"));
    }
    Ok(name)
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2026-11-23 (§2.1.2)")]
pub struct NotADate;

/// A day of the calendar, written `2026-11-23` and no other way; from year 0 to year 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day, or the nearest one whose year has four digits.
    fn new(day: NaiveDate) -> Self {
        // These two days exist in every calendar that chrono has.
        let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
        Self(day.clamp(first, last))
    }

    /// The day `days` later, or earlier if negative; saturating at years 0 and 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let edge = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let delta = TimeDelta::try_days(days);
        Self::new(delta.and_then(|delta| self.0.checked_add_signed(delta)).unwrap_or(edge))
    }

    /// The same day of a later month, or the last day of a shorter one; saturating at year 9999.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self::new(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// Days from `earlier` to this day; negative if it is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Whole months from this day to a later one; none if it is earlier.
    #[must_use]
    pub fn months_until(self, later: Self) -> u32 {
        let counted = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
        let months = u32::try_from(counted(later.0) - counted(self.0)).unwrap_or(0);
        if self.plus_months(months) > later { months.saturating_sub(1) } else { months }
    }

    /// The first instant of the day in a zone.
    #[must_use]
    pub fn start_in(self, zone: ZoneOffset) -> UnixTime {
        let utc = self.0.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
        UnixTime(utc).plus(-zone.seconds())
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week: 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// Saturday or Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (Some(year), Some("-"), Some(month), Some("-"), Some(day), 10) = (
            text.get(0..4),
            text.get(4..5),
            text.get(5..7),
            text.get(7..8),
            text.get(8..10),
            text.len(),
        ) else {
            return Err(NotADate);
        };
        let number = |digits: &str| {
            let all = digits.bytes().all(|byte| byte.is_ascii_digit());
            if all { digits.parse::<u32>().map_err(|_| NotADate) } else { Err(NotADate) }
        };
        let year = i32::try_from(number(year)?).map_err(|_| NotADate)?;
        NaiveDate::from_ymd_opt(year, number(month)?, number(day)?).map(Self::new).ok_or(NotADate)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::parsed(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_text_form() {
        assert_eq!("2026-11-23".parse::<Date>().unwrap().to_string(), "2026-11-23");
        for wrong in ["2026-11-3", "2026-02-30", "+026-11-23", "2026-11-23 ", "２０２６-11-23"]
        {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_begins_in_its_own_zone() {
        let day: Date = "2026-12-24".parse().unwrap();
        for minutes in [-720, -90, 0, 345, 480, 840] {
            let zone = ZoneOffset::of_minutes(minutes).unwrap();
            let start = day.start_in(zone);
            assert_eq!(start.day_in(zone), day, "{minutes}");
            assert_eq!(start.plus(-1).day_in(zone), day.plus_days(-1), "{minutes}");
            assert_eq!(start.plus(86_399).day_in(zone), day, "{minutes}");
        }
        assert_eq!(ZoneOffset::of_minutes(841), None);
        assert!(serde_json::from_str::<ZoneOffset>("-721").is_err());
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2026-05-06").plus_months(36), day("2029-05-06"));
    }

    #[test]
    fn the_29th_of_february_ends_on_the_28th_in_a_common_year() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2028-02-29").plus_months(12), day("2029-02-28"));
        assert_eq!(day("2028-02-29").plus_months(48), day("2032-02-29"));
    }

    #[test]
    fn no_day_is_written_with_five_digits_for_its_year() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let last = day("9999-12-31");
        for far in [
            day("2026-01-10").plus_months(99_999),
            day("2026-01-10").plus_months(u32::MAX),
            day("2026-01-10").plus_days(i64::MAX),
            UnixTime(MAX_INTEGER).day_in(ZoneOffset::UTC),
        ] {
            assert_eq!(far, last);
            assert_eq!(far.to_string().parse::<Date>(), Ok(far));
        }
        let first =
            [day("2026-01-10").plus_days(i64::MIN), UnixTime(-MAX_INTEGER).day_in(ZoneOffset::UTC)];
        assert_eq!(first, [day("0000-01-01"); 2]);
    }

    #[test]
    fn an_instant_beyond_json_integers_is_refused() {
        assert!(serde_json::from_str::<UnixTime>("9007199254740991").is_ok());
        assert!(serde_json::from_str::<UnixTime>("9007199254740992").is_err());
        assert!(serde_json::from_str::<UnixTime>("1.0").is_err());
    }
}
