//! The version of a format, which every signed payload and public file says of itself.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The member `v` of a document of version `N`: no other number is read (PROTOCOL §1, rule 10).
///
/// ```
/// use standing_model::json;
/// use standing_model::version::Version;
///
/// assert!(json::read::<Version<1>>(b"1", 1).is_ok());
/// assert!(json::read::<Version<1>>(b"2", 1).is_err());
/// assert_eq!(Version::<1>::NUMBER, 1);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Version<const N: u32>;

impl<const N: u32> Version<N> {
    /// The number.
    pub const NUMBER: u32 = N;
}

impl<const N: u32> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(N)
    }
}

impl<'de, const N: u32> Deserialize<'de> for Version<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            v if v == N => Ok(Self),
            v => Err(D::Error::custom(format_args!("version {v} where {N} is needed (§1.10.1)"))),
        }
    }
}
