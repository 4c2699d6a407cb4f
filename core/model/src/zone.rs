//! A time zone: which calendar day an instant falls on, for whoever signs.

use serde::{Deserialize, Deserializer, Serialize};

use super::time::{Date, UnixTime};

/// Minutes in half a day and a bit: no zone on Earth is further from UTC.
const MOST_MINUTES: i32 = 14 * 60;

/// A signer's time zone. "A day" of a signed file is a day of this zone.
///
/// ```
/// use standing_model::{time::UnixTime, zone::Zone};
/// let zone: Zone = serde_json::from_str(r#"{"name":"Asia/Shanghai","minutes":480}"#).unwrap();
/// // 2026-12-23T16:30Z is half past midnight in Shanghai.
/// assert_eq!(zone.day(UnixTime(1_798_043_400)).to_string(), "2026-12-24");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Zone {
    name: String,
    minutes: i32,
}

impl Zone {
    /// China's one zone.
    #[must_use]
    pub fn china() -> Self {
        Self { name: "Asia/Shanghai".to_owned(), minutes: 480 }
    }

    /// Its name in the IANA database, for people.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day on which an instant falls here.
    #[must_use]
    pub fn day(&self, at: UnixTime) -> Date {
        at.plus(i64::from(self.minutes) * 60).day()
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Raw {
            name: String,
            minutes: i32,
        }
        let Raw { name, minutes } = Raw::deserialize(deserializer)?;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
        if name.is_empty() || name.len() > 64 || !name.bytes().all(plain) {
            return Err(serde::de::Error::custom("not the name of a time zone"));
        }
        if !(-MOST_MINUTES..=MOST_MINUTES).contains(&minutes) {
            return Err(serde::de::Error::custom("more than 14 hours from UTC"));
        }
        Ok(Self { name, minutes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_of_the_zone() {
        let midnight = UnixTime(1_798_041_600);
        assert_eq!(Zone::china().day(midnight.plus(-1)).to_string(), "2026-12-23");
        assert_eq!(Zone::china().day(midnight).to_string(), "2026-12-24");
    }

    #[test]
    fn a_zone_is_named_and_on_earth() {
        let read = |text: &str| serde_json::from_str::<Zone>(text);
        assert!(read(r#"{"name":"Asia/Shanghai","minutes":480}"#).is_ok());
        for wrong in [
            r#"{"name":"","minutes":480}"#,
            r#"{"name":"Asia Shanghai","minutes":480}"#,
            r#"{"name":"Asia/Shanghai","minutes":841}"#,
            r#"{"name":"Asia/Shanghai","minutes":480,"dst":true}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
