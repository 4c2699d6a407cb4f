//! Strict reading of JSON: one parser, so that what is checked is what is used (PROTOCOL §1.7).
//!
//! - [`read`] refuses a second form of the same value, see [`strict`];
//! - every struct denies unknown fields, and a struct's reader refuses a repeated field;
//! - maps are read by [`unique_map`], lists by [`list`], both with a limit;
//! - [`UnixTime`](crate::time::UnixTime) and all other integers stay within ±(2^53−1).

mod strict;

use serde::de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// The largest integer that every JSON reader agrees on: 2^53 − 1.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// Levels of objects and lists inside each other at most.
pub const MAX_DEPTH: usize = 16;

/// Reads one whole JSON document of at most `limit` bytes. White space may stand between its
/// tokens, but neither before nor after the document.
///
/// # Errors
/// What is wrong and where, as a lower-case fragment.
pub fn read<T: DeserializeOwned>(bytes: &[u8], limit: usize) -> Result<T, String> {
    if bytes.len() > limit {
        return Err(format!("{} bytes where at most {limit} are allowed (§1.7.4)", bytes.len()));
    }
    if bytes.starts_with("\u{FEFF}".as_bytes()) {
        return Err("a byte-order mark (§1.7.4)".to_owned());
    }
    let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
    if edge(bytes.first()) || edge(bytes.last()) {
        return Err("white space before or after the document (§1.7.5)".to_owned());
    }
    let mut inner = serde_json::Deserializer::from_slice(bytes);
    let read = T::deserialize(strict::Strict::new(&mut inner)).map_err(|error| cited(&error))?;
    inner.end().map_err(|error| format!("{error} (§1.7.5)"))?;
    Ok(read)
}

/// The rule of PROTOCOL that an error of a reader cites, such as `1.7.2`.
///
/// ```
/// use standing_model::json::{read, rule_of};
/// use standing_model::points::Points;
///
/// let large = read::<Points>(b"1000000", 100).unwrap_err();
/// assert_eq!(rule_of(&large), Some("1.14"));
/// ```
#[must_use]
pub fn rule_of(why: &str) -> Option<&str> {
    let (_, cited) = why.rsplit_once("(§")?;
    let (rule, _) = cited.split_once(')')?;
    // An error can repeat what a stranger wrote: only a number is a rule.
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    rule.split('.').all(is_number).then_some(rule)
}

/// The error with the rule that was broken; a value's own reader has cited it.
fn cited(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if rule_of(&text).is_some() {
        return text;
    }
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let rule = if text.starts_with("duplicate field") {
        "1.7.2"
    } else if says(&["floating point", "invalid value: integer", "number out of range"]) {
        "1.7.3"
    } else if says(&["surrogate", "hex escape", "unicode", "UTF-8"]) {
        "1.7.4"
    } else if error.is_data() {
        "1.7.1"
    } else {
        "1.7"
    };
    format!("{text} (§{rule})")
}

/// Why bytes are not a document of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// It is of a later version, which a newer app reads.
    Later {
        /// Its version.
        v: u32,
    },
    /// It is not of the form that this version has: what is wrong, as a lower-case fragment.
    Form(String),
}

/// Reads a document of version `newest` at most. One of a later version is told from one that is
/// wrong by its `v`, whatever members it has besides (PROTOCOL §1, rule 10).
///
/// # Errors
/// [`FormatError`].
pub fn read_version<T: DeserializeOwned>(
    bytes: &[u8],
    limit: usize,
    newest: u32,
) -> Result<T, FormatError> {
    read(bytes, limit).map_err(|why| match version(bytes, limit) {
        Some(v) if v > newest => FormatError::Later { v },
        _ => FormatError::Form(why),
    })
}

fn version(bytes: &[u8], limit: usize) -> Option<u32> {
    let members: serde_json::Map<String, serde_json::Value> = read(bytes, limit).ok()?;
    members.get("v")?.as_u64()?.try_into().ok()
}

/// Reads a part of a document that was read by [`read`] before, by the same rules.
///
/// # Errors
/// What is wrong, as a lower-case fragment.
pub(crate) fn of_value<T: DeserializeOwned>(value: serde_json::Value) -> Result<T, String> {
    T::deserialize(strict::Strict::new(value)).map_err(|error| error.to_string())
}

/// Reads a text by its type's one text form, without a copy where JSON has no escapes.
///
/// # Errors
/// The type's own error.
pub fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    struct Parsed<T>(PhantomData<T>);
    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parsed<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Parsed(PhantomData))
}

/// Reads a list of at most `MAX` items.
///
/// # Errors
/// The reader's error, or one that names the limit.
pub fn list<'de, D, T, const MAX: usize>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct Bounded<T, const MAX: usize>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for Bounded<T, MAX> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MAX} items")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
            let mut read = Vec::new();
            while let Some(item) = items.next_element()? {
                if read.len() == MAX {
                    return Err(Error::custom(format_args!(
                        "a list of more than {MAX} items (§1.7.4)"
                    )));
                }
                read.push(item);
            }
            Ok(read)
        }
    }
    deserializer.deserialize_seq(Bounded::<T, MAX>(PhantomData))
}

/// Reads an object of at most `MAX` members as a map, refusing a repeated key.
///
/// # Errors
/// The reader's error, or one that names the repeated key or the limit.
pub fn unique_map<'de, D, K, V, const MAX: usize>(
    deserializer: D,
) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    struct Unique<K, V, const MAX: usize>(PhantomData<(K, V)>);
    impl<'de, K, V, const MAX: usize> Visitor<'de> for Unique<K, V, MAX>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
    {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an object of at most {MAX} members, each key once")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut read = BTreeMap::new();
            while let Some((key, value)) = members.next_entry()? {
                if read.len() == MAX {
                    return Err(Error::custom(format_args!(
                        "an object of more than {MAX} members"
                    )));
                }
                if read.insert(key, value).is_some() {
                    return Err(Error::custom("duplicate key (§1.7.2)"));
                }
            }
            Ok(read)
        }
    }
    deserializer.deserialize_map(Unique::<K, V, MAX>(PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        #[serde(deserialize_with = "list::<_, _, 2>")]
        items: Vec<u32>,
        #[serde(deserialize_with = "unique_map::<_, _, _, 2>")]
        stars: BTreeMap<String, u8>,
    }

    #[test]
    fn what_is_ambiguous_is_refused() {
        let read = |text: &str| read::<Sample>(text.as_bytes(), 200);
        let sample = read(r#"{"items":[1,2],"stars":{"a":1}}"#).unwrap();
        assert_eq!((sample.items.len(), sample.stars.len()), (2, 1));
        for wrong in [
            r#"{"items":[1,2,3],"stars":{}}"#,
            r#"{"items":[],"items":[],"stars":{}}"#,
            r#"{"items":[],"stars":{"a":1,"\u0061":2}}"#,
            r#"{"items":[1.0],"stars":{}}"#,
            r#"{"items":[],"stars":{},"extra":1}"#,
            r#"{"items":[],"stars":{}} x"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
