//! Which days are worked in a region: `calendars/<region>/<year>.json` of an authority repository.
//!
//! Holidays and the week-end days worked in exchange are a list that is published each year; no
//! formula gives them.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use super::ext::Extensions;
use super::json::{self, FormatError};
use super::time::Date;
use super::version::Version;

/// Bytes in the file at most.
pub const MAX_BYTES: usize = 16 * 1024;

/// The version of the file that this core reads.
const VERSION: u32 = 1;

/// A region whose working days are published: `CN`, or a province as in `CN-33`; two to eight
/// capitals, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Region(String);

impl Region {
    /// The region as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Region {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        if (2..=8).contains(&text.len()) && text.chars().all(sign) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CalendarError::Region)
        }
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::parsed(deserializer)
    }
}

/// One region's arrangement for one year.
///
/// ```
/// use standing_model::calendar::Calendar;
///
/// let published = br#"{"v":1,"region":"CN","year":2026,"source":"notice of the State Council",
///     "holidays":["2026-10-01"],"worked":["2026-10-10"]}"#;
/// let calendar = Calendar::read(published).unwrap();
/// assert!(!calendar.is_worked("2026-10-01".parse().unwrap()));
/// assert!(calendar.is_worked("2026-10-10".parse().unwrap()), "a Saturday worked in exchange");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calendar {
    /// 1.
    v: Version<VERSION>,
    /// The region.
    region: Region,
    /// The year, in which every day of the file lies.
    year: i32,
    /// The notices that it follows, for people.
    source: String,
    /// Days that are not worked, in rising order.
    #[cfg_attr(feature = "schema", schemars(length(max = 200)))]
    holidays: BTreeSet<Date>,
    /// Saturdays and Sundays that are worked in exchange, in rising order; none is in `holidays`.
    #[cfg_attr(feature = "schema", schemars(length(max = 60)))]
    worked: BTreeSet<Date>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(skip_serializing_if = "Extensions::is_empty")]
    ext: Extensions,
}

/// Why a calendar cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// Not the strict JSON of this format.
    #[error("not a calendar: {0}")]
    Json(String),
    /// More than [`MAX_BYTES`].
    #[error("larger than a calendar may be, which is {MAX_BYTES} bytes")]
    TooLarge,
    /// A format that this version does not know.
    #[error("a calendar of format {0}, which needs a newer version")]
    Later(u32),
    /// A region that is no two to eight capitals, digits and hyphens.
    #[error("a region is written as in CN or CN-33")]
    Region,
    /// Of another region or year than its path names.
    #[error("the calendar of {region} for {year}, in another's place")]
    Other {
        /// Its region.
        region: Region,
        /// Its year.
        year: i32,
    },
    /// A day of another year.
    #[error("{0} is not in the calendar's year")]
    OtherYear(Date),
    /// A holiday and worked in exchange.
    #[error("{0} is both a holiday and worked")]
    Both(Date),
    /// Worked in exchange, and a weekday anyway.
    #[error("{0} is no week-end day, so it is worked anyway")]
    NotAWeekend(Date),
    /// A day that is listed twice or out of order.
    #[error("{0} is listed twice or out of order")]
    Order(Date),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    v: Version<VERSION>,
    region: String,
    year: i32,
    source: String,
    #[serde(deserialize_with = "json::list::<_, _, 200>")]
    holidays: Vec<Date>,
    #[serde(deserialize_with = "json::list::<_, _, 60>")]
    worked: Vec<Date>,
    #[serde(default)]
    ext: Extensions,
}

impl Calendar {
    /// Reads a calendar; the only way to one.
    ///
    /// # Errors
    /// [`CalendarError`].
    pub fn read(bytes: &[u8]) -> Result<Self, CalendarError> {
        if bytes.len() > MAX_BYTES {
            return Err(CalendarError::TooLarge);
        }
        let read = json::read_version(bytes, MAX_BYTES, VERSION).map_err(|error| match error {
            FormatError::Later { v } => CalendarError::Later(v),
            FormatError::Form(why) => CalendarError::Json(why),
        })?;
        let Raw { v, region, year, source, holidays, worked, ext } = read;
        let region: Region = region.parse()?;
        for days in [&holidays, &worked] {
            if let Some(day) = days.iter().find(|day| day.year() != year) {
                return Err(CalendarError::OtherYear(*day));
            }
            let later = days.iter().skip(1);
            if let Some((_, day)) = days.iter().zip(later).find(|(one, next)| one >= next) {
                return Err(CalendarError::Order(*day));
            }
        }
        if let Some(day) = worked.iter().find(|day| holidays.contains(day)) {
            return Err(CalendarError::Both(*day));
        }
        if let Some(day) = worked.iter().find(|day| !day.is_weekend()) {
            return Err(CalendarError::NotAWeekend(*day));
        }
        let (holidays, worked) = (holidays.into_iter().collect(), worked.into_iter().collect());
        Ok(Self { v, region, year, source, holidays, worked, ext })
    }

    /// Reads the file at [`Self::path`], which holds this region and year and no other.
    ///
    /// # Errors
    /// [`CalendarError`].
    pub fn read_for(region: &Region, year: i32, bytes: &[u8]) -> Result<Self, CalendarError> {
        let calendar = Self::read(bytes)?;
        if (&calendar.region, calendar.year) == (region, year) {
            Ok(calendar)
        } else {
            Err(CalendarError::Other { region: calendar.region, year: calendar.year })
        }
    }

    /// Its path in the repository.
    #[must_use]
    pub fn path(region: &Region, year: i32) -> String {
        format!("calendars/{region}/{year}.json")
    }

    /// The region.
    #[must_use]
    pub const fn region(&self) -> &Region {
        &self.region
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> i32 {
        self.year
    }

    /// Who published the arrangement, for people.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether a day of its year is worked.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> bool {
        self.worked.contains(&day) || !(day.is_weekend() || self.holidays.contains(&day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(holidays: &str, worked: &str) -> Result<Calendar, CalendarError> {
        let text = format!(
            r#"{{"v":1,"region":"CN","year":2026,"source":"s","holidays":[{holidays}],"worked":[{worked}]}}"#
        );
        Calendar::read(text.as_bytes())
    }

    #[test]
    fn a_calendar_that_contradicts_itself_is_refused() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(read(r#""2026-10-01","2026-10-02""#, r#""2026-10-10""#).is_ok());
        for (holidays, worked, why) in [
            (r#""2025-10-01""#, "", CalendarError::OtherYear(day("2025-10-01"))),
            (r#""2026-10-10""#, r#""2026-10-10""#, CalendarError::Both(day("2026-10-10"))),
            ("", r#""2026-10-09""#, CalendarError::NotAWeekend(day("2026-10-09"))),
            (r#""2026-10-02","2026-10-01""#, "", CalendarError::Order(day("2026-10-01"))),
            (r#""2026-10-02","2026-10-02""#, "", CalendarError::Order(day("2026-10-02"))),
        ] {
            assert_eq!(read(holidays, worked), Err(why));
        }
        let later = br#"{"v":2,"region":"CN","year":2026,"source":"s","holidays":[],"worked":[]}"#;
        assert_eq!(Calendar::read(later), Err(CalendarError::Later(2)));
        let place =
            br#"{"v":1,"region":"../x","year":2026,"source":"s","holidays":[],"worked":[]}"#;
        assert_eq!(Calendar::read(place), Err(CalendarError::Region));
    }
}
