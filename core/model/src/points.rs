//! An amount of points.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use serde::{Deserialize, Deserializer, Serialize};

/// An amount of points, counted in the rulebook's unit: 10^-`decimals` of a point, never a float.
///
/// A document states at most [`Points::MOST`] units, up or down (PROTOCOL §1.14). Sums may be
/// larger, and everything that one statement can hold fits the type.
///
/// ```
/// use standing_model::points::Points;
///
/// let sum: Points = [Points::new(60), Points::new(-5)].into_iter().sum();
/// assert_eq!(sum.units(), 55);
/// assert!(Points::try_from(500_001).is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Points(i32);

/// Why a number is not an amount that a document may state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no amount of points: at most {most} units, up or down (§1.14)", most = Points::MOST)]
pub struct PointsError(pub i32);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// One unit.
    pub const UNIT: Self = Self(1);

    /// Units that a document states at most, up or down. A statement has at most 2,000 entries and
    /// 500 stars, so that their sum stays below 2^31.
    pub const MOST: i32 = 500_000;

    /// So many units, or the nearest amount that a document may state.
    #[must_use]
    pub const fn new(units: i32) -> Self {
        if units > Self::MOST {
            Self(Self::MOST)
        } else if units < -Self::MOST {
            Self(-Self::MOST)
        } else {
            Self(units)
        }
    }

    /// The amount in the rulebook's unit.
    #[must_use]
    pub const fn units(self) -> i32 {
        self.0
    }

    /// Whether it takes points.
    #[must_use]
    pub const fn is_deduction(self) -> bool {
        self.0 < 0
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The amount so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self(self.0.saturating_mul(i32::try_from(times).unwrap_or(i32::MAX)))
    }
}

impl TryFrom<i32> for Points {
    type Error = PointsError;

    fn try_from(units: i32) -> Result<Self, PointsError> {
        let points = Self::new(units);
        if points.0 == units { Ok(points) } else { Err(PointsError(units)) }
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl SubAssign for Points {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl PartialEq<i32> for Points {
    fn eq(&self, units: &i32) -> bool {
        self.0 == *units
    }
}

impl PartialOrd<i32> for Points {
    fn partial_cmp(&self, units: &i32) -> Option<Ordering> {
        self.0.partial_cmp(units)
    }
}

impl fmt::Debug for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(i32::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_an_integer_within_the_range_and_is_written_as_it_was_read() {
        let read = |text: &str| crate::json::read::<Points>(text.as_bytes(), 100);
        let edges = [-Points::MOST, -1, 0, 1, Points::MOST];
        for near in edges.into_iter().flat_map(|edge| edge - 3..=edge + 3) {
            let text = near.to_string();
            let within = near.unsigned_abs() <= Points::MOST.unsigned_abs();
            assert_eq!(read(&text).is_ok(), within, "{near}");
            if let Ok(points) = read(&text) {
                assert_eq!(serde_json::to_string(&points).unwrap(), text);
                assert_eq!((points.units(), Points::new(near)), (near, points));
            }
        }
        for wrong in ["1.0", "1e2", "-0", "\"5\"", "null", "2147483648", "[5]", ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        let said = read("500001").unwrap_err();
        assert!(said.contains("at most 500000 units"), "{said}");
    }

    #[test]
    fn the_sum_of_everything_that_a_statement_can_hold_fits() {
        for most in [Points::MOST, -Points::MOST] {
            let all = std::iter::repeat_n(Points::new(most), 1 + 2_000 + 500);
            assert_eq!(i64::from(all.sum::<Points>().units()), i64::from(most) * 2_501);
        }
    }
}
