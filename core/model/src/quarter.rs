//! A quarter of a calendar year, for which household stars are set.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::time::Date;

/// Why a text is not a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a quarter of the form 2026-Q4 (§3.7)")]
pub struct NotAQuarter;

/// A quarter of a calendar year, written `2026-Q4` and no other way.
///
/// ```
/// use standing_model::quarter::Quarter;
///
/// let quarter: Quarter = "2026-Q4".parse()?;
/// assert_eq!(quarter.first().to_string(), "2026-10-01");
/// assert_eq!(quarter.last().to_string(), "2026-12-31");
/// assert_eq!(Quarter::of(quarter.last().plus_days(1)).to_string(), "2027-Q1");
/// # Ok::<(), standing_model::quarter::NotAQuarter>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// Its first day.
    first: Date,
}

impl Quarter {
    /// The quarter in which a day lies.
    #[must_use]
    pub fn of(day: Date) -> Self {
        let named = format!("{:04}-{:02}-01", day.year(), (day.month() - 1) / 3 * 3 + 1);
        // Every year has such a day.
        Self { first: named.parse().unwrap_or(day) }
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        // 31 December 9999 has no day after it.
        let next = self.first.plus_months(3);
        if next.day_of_month() == 1 { next.plus_days(-1) } else { next }
    }

    /// The quarter before; the first of year 0 has none before it, and is its own.
    #[must_use]
    pub fn before(self) -> Self {
        Self::of(self.first.plus_days(-1))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Which of its year, from 1 to 4.
    #[must_use]
    pub fn number(self) -> u32 {
        self.first.month().div_ceil(3)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.number())
    }
}

impl FromStr for Quarter {
    type Err = NotAQuarter;

    fn from_str(text: &str) -> Result<Self, NotAQuarter> {
        let (year, number) = text.split_once("-Q").ok_or(NotAQuarter)?;
        let month = match number {
            "1" => "01",
            "2" => "04",
            "3" => "07",
            "4" => "10",
            _ => return Err(NotAQuarter),
        };
        let first = format!("{year}-{month}-01").parse().map_err(|_| NotAQuarter)?;
        Ok(Self { first })
    }
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::parsed(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(text: &str) -> Quarter {
        text.parse().unwrap()
    }

    #[test]
    fn a_quarter_has_one_text_form() {
        for text in ["2026-Q1", "2026-Q4", "0000-Q1", "9999-Q4"] {
            assert_eq!(quarter(text).to_string(), text);
        }
        for wrong in
            ["2026-Q0", "2026-Q5", "2026-q4", "2026Q4", "26-Q4", "2026-Q04", " 2026-Q4", "2026-Q４"]
        {
            assert!(wrong.parse::<Quarter>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_day_lies_in_the_quarter_that_begins_and_ends_around_it() {
        let mut day: Date = "2027-12-25".parse().unwrap();
        for _ in 0..800 {
            let quarter = Quarter::of(day);
            assert!(quarter.first() <= day && day <= quarter.last(), "{day} {quarter}");
            assert_eq!(Quarter::of(quarter.first()), quarter);
            assert_eq!(Quarter::of(quarter.last()), quarter);
            assert_eq!(Quarter::of(quarter.last().plus_days(1)).before(), quarter);
            day = day.plus_days(1);
        }
    }

    #[test]
    fn the_quarters_of_a_year_end_on_its_four_days_and_rise() {
        let ends = ["2028-03-31", "2028-06-30", "2028-09-30", "2028-12-31"];
        for (number, end) in (1..).zip(ends) {
            let one = quarter(&format!("2028-Q{number}"));
            assert_eq!((one.last().to_string().as_str(), one.number()), (end, number));
        }
        assert!(quarter("2027-Q4") < quarter("2028-Q1"));
        assert_eq!(quarter("0000-Q1").before(), quarter("0000-Q1"));
        assert_eq!(quarter("9999-Q4").last().to_string(), "9999-12-31");
    }
}
