//! The stars of a household, signed for its door: a card that anybody may read, and that names
//! nobody (PROTOCOL §3.7).

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::json;
use super::quarter::Quarter;
use super::time::UnixTime;
use super::version::Version;
use crate::ids::{DoorId, Issuer, StarId};

/// Bytes in one sign's payload at most: what a square of dots of a hand's breadth can carry.
pub const MAX_BYTES: usize = 1024;

/// Categories on one sign at most.
pub(crate) const MAX_CATEGORIES: usize = 16;

/// A household's stars for one quarter, signed for its door. It says nothing about a person, and
/// carries no extensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DoorSign {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// When it was signed.
    pub iat: UnixTime,
    /// The household's door, by the mark that is painted or screwed on beside it.
    pub door: DoorId,
    /// The quarter for which it hangs there.
    pub quarter: Quarter,
    /// The stars, by category.
    pub stars: DoorStars,
}

/// How many stars a household has in each category: at least one category, and at least one star
/// in each. A category without stars is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct DoorStars(BTreeMap<StarId, u8>);

impl DoorStars {
    /// These stars; none without a category, with too many, or with a category without stars.
    #[must_use]
    pub fn new(stars: impl IntoIterator<Item = (StarId, u8)>) -> Option<Self> {
        let stars: BTreeMap<StarId, u8> = stars.into_iter().collect();
        let fits = (1..=MAX_CATEGORIES).contains(&stars.len());
        (fits && stars.values().all(|value| *value > 0)).then_some(Self(stars))
    }

    /// Each category and its stars.
    pub fn iter(&self) -> impl Iterator<Item = (&StarId, u8)> {
        self.0.iter().map(|(category, value)| (category, *value))
    }

    /// The stars of a category; 0 if it has none.
    #[must_use]
    pub fn of(&self, category: &str) -> u8 {
        self.0.get(category).copied().unwrap_or(0)
    }
}

impl<'de> Deserialize<'de> for DoorStars {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = json::unique_map::<_, _, _, MAX_CATEGORIES>(deserializer)?;
        Self::new(read).ok_or_else(|| D::Error::custom("no category, or one without stars (§3.7)"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"v":1,"iss":"credit.yangqiao.example","iat":1790812800,"door":"YQ-3-12","quarter":"2026-Q4","stars":{"courtyard":3,"law":5}}"#;

    fn read(text: &str) -> Result<DoorSign, String> {
        json::read(text.as_bytes(), MAX_BYTES)
    }

    #[test]
    fn a_sign_has_a_door_a_quarter_and_stars_and_nothing_else() {
        let sign = read(GOOD).unwrap();
        assert_eq!((sign.stars.of("courtyard"), sign.stars.of("family")), (3, 0));
        assert_eq!(serde_json::to_string(&sign).unwrap(), GOOD);
        for (from, to) in [
            (r#""iat""#, r#""sub":"r-7Qm2","iat""#),
            (r#""iat""#, r#""ext":{"x":1},"iat""#),
            (r#""iat""#, r#""name":"Wang","iat""#),
            (r#""v":1"#, r#""v":2"#),
            ("2026-Q4", "2026-Q5"),
            ("YQ-3-12", "11010519491231002X"),
            (r#""courtyard":3"#, r#""courtyard":0"#),
            (r#""courtyard":3"#, r#""courtyard":-1"#),
            (r#""courtyard":3"#, r#""courtyard":3,"court\u0079ard":5"#),
            (r#"{"courtyard":3,"law":5}"#, "{}"),
            (r#"{"courtyard":3,"law":5}"#, "[]"),
        ] {
            assert!(GOOD.contains(from), "{from}");
            assert!(read(&GOOD.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn a_sign_has_a_limited_number_of_categories() {
        let stars = |n: usize| (0..n).map(|n| (format!("c{n}").parse().unwrap(), 1));
        assert!(DoorStars::new(stars(MAX_CATEGORIES)).is_some());
        assert!(DoorStars::new(stars(MAX_CATEGORIES + 1)).is_none());
        assert!(DoorStars::new(stars(0)).is_none());
    }
}
