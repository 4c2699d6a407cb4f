//! Names of things: hashes, trust roots, keys, records, memberships.
//!
//! Every identifier has one text form, and reading it back is strict: canonical base64url
//! without padding (RFC 4648 §5), nothing else.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

pub use crate::names::{
    DimensionId, DoorId, EntryId, ExtensionId, Issuer, ListingId, MAX_ID, OfficeCode, PerkId,
    RuleId, RulebookId, SourceId, StarId, StepId, Subject, TierId,
};

/// Why a text is not the identifier it was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Not canonical base64url without padding.
    #[error("not canonical base64url without padding (§1.7.6)")]
    NotBase64Url,
    /// The wrong number of bytes.
    #[error("{got} bytes where {want} are needed (§1.7.6)")]
    Length {
        /// Bytes found.
        got: usize,
        /// Bytes needed.
        want: usize,
    },
    /// Empty, too long, or with a character outside the allowed set.
    #[error("not a well-formed name (§1.8)")]
    Name,
    /// Shaped like a person's resident number, which no document may carry.
    #[error("an id that reads as a resident number (§1.13)")]
    ResidentNumber,
}

/// Encodes bytes as canonical base64url without padding.
#[must_use]
pub fn to_base64url(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Decodes canonical base64url without padding.
///
/// # Errors
/// [`IdError::NotBase64Url`] for padding, white space, a character outside the alphabet, or
/// stray bits in the last character.
pub fn from_base64url(text: &str) -> Result<Vec<u8>, IdError> {
    Base64UrlUnpadded::decode_vec(text).map_err(|_| IdError::NotBase64Url)
}

/// A SHA-256 hash; its text form is 43 characters of base64url.
///
/// ```
/// use standing_model::ids::Hash;
/// let hash = Hash::of(b"abc");
/// assert_eq!(hash.to_string().parse::<Hash>().unwrap(), hash);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Hashes `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Hashes the concatenation of `parts`.
    #[must_use]
    pub fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// Wraps 32 bytes that are a SHA-256 hash already.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 lower-case hexadecimal digits, as TUF writes a hash.
    ///
    /// # Errors
    /// [`IdError::Length`] for another number of them, [`IdError::Name`] for anything else.
    pub fn from_hex(text: &str) -> Result<Self, IdError> {
        let digits: Option<Vec<u8>> = text
            .chars()
            .map(|digit| {
                let value = digit.to_digit(16).filter(|_| !digit.is_ascii_uppercase())?;
                u8::try_from(value).ok()
            })
            .collect();
        let digits = digits.ok_or(IdError::Name)?;
        let bytes = digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |all, d| all << 4 | d));
        let bytes: Vec<u8> = bytes.collect();
        let whole: Option<[u8; 32]> = bytes.try_into().ok().filter(|_| digits.len() == 64);
        whole.map(Self).ok_or(IdError::Length { got: digits.len() / 2, want: 32 })
    }

    /// The hash as 64 lower-case hexadecimal digits, as TUF writes it.
    #[must_use]
    pub fn to_hex(&self) -> String {
        use fmt::Write;
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_base64url(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let mut bytes = [0; 32];
        let got = Base64UrlUnpadded::decode(text, &mut bytes)
            .map_err(|_| match from_base64url(text) {
                Ok(decoded) => IdError::Length { got: decoded.len(), want: 32 },
                Err(error) => error,
            })?
            .len();
        if got == 32 { Ok(Self(bytes)) } else { Err(IdError::Length { got, want: 32 }) }
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_base64url(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::parsed(deserializer)
    }
}

macro_rules! hash_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub self::Hash);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.parse().map(Self)
            }
        }
    };
}

hash_id!(
    /// A trust root: SHA-256 of the pinned `root.json` bytes.
    TrustId
);
hash_id!(
    /// A key, named by its JWK thumbprint (RFC 7638).
    KeyId
);
hash_id!(
    /// A record: SHA-256("standing-record/1" ‖ 0x00 ‖ payload bytes).
    RecordId
);

impl TrustId {
    /// Names the trust root that `root.json`'s bytes are.
    #[must_use]
    pub fn of_root(bytes: &[u8]) -> Self {
        Self(Hash::of(bytes))
    }
}

impl RecordId {
    /// Names the record with this payload.
    #[must_use]
    pub fn of_payload(payload: &[u8]) -> Self {
        Self(Hash::of_parts(&[b"standing-record/1", &[0], payload]))
    }
}

/// Random bytes with one text form: 22 characters of base64url.
macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Wraps 16 random bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The first 16 bytes of a hash.
            #[must_use]
            pub fn of_hash(hash: &Hash) -> Self {
                let mut bytes = [0; 16];
                for (to, from) in bytes.iter_mut().zip(hash.as_bytes()) {
                    *to = *from;
                }
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&to_base64url(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let bytes = from_base64url(text)?;
                let got = bytes.len();
                bytes.try_into().map(Self).map_err(|_| IdError::Length { got, want: 16 })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::json::parsed(deserializer)
            }
        }
    };
}

random_id!(
    /// What a request names and its signed answer repeats, so that no older answer fits.
    Nonce
);
random_id!(
    /// The name by which an authority finds the code of a letter; whoever has the code can make it.
    LetterId
);
random_id!(
    /// What makes two records of the same deed two records.
    Salt
);

/// One resident at one authority, as this phone names it: random, never leaves the phone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MembershipId(pub String);

impl fmt::Display for MembershipId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_only_its_one_text_form() {
        let text = Hash::of(b"abc").to_string();
        assert_eq!(text.len(), 43);
        assert!(format!("{text}=").parse::<Hash>().is_err());
        assert!(text.replace(&text[42..], "1").parse::<Hash>().is_err(), "stray bits");
        assert_eq!("AAAA".parse::<Hash>(), Err(IdError::Length { got: 3, want: 32 }));
    }

    #[test]
    fn a_nonce_is_sixteen_bytes_in_their_one_text_form() {
        let nonce = Nonce::from_bytes([7; 16]);
        assert_eq!(nonce.to_string().len(), 22);
        assert_eq!(nonce.to_string().parse(), Ok(nonce));
        let mut stray = nonce.to_string();
        stray.replace_range(21.., "x");
        assert_eq!(stray.parse::<Nonce>(), Err(IdError::NotBase64Url), "stray bits");
        assert_eq!("pV1c".parse::<Salt>(), Err(IdError::Length { got: 3, want: 16 }));
    }
}
