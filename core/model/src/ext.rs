//! Extensions: members that a document may carry without a later version of its format.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::json;
use crate::ids::ExtensionId;

/// Extensions of one object at most.
pub(crate) const MAX_EXTENSIONS: usize = 8;

/// Bytes in one extension at most, as JSON without white space.
const MAX_BYTES: usize = 4096;

/// The member `ext`: at the top level of a payload or public file and in the elements of
/// `authorities`, nowhere else (PROTOCOL §1, rule 10). This build knows no extension.
///
/// ```
/// use standing_model::ext::Extensions;
/// use standing_model::json;
///
/// let read = json::read::<Extensions>(br#"{"colour": {"a": [1]}}"#, 100).unwrap();
/// let texts: Vec<_> = read.texts().collect();
/// assert_eq!(texts, [("colour", r#"{"a":[1]}"#.to_owned())]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Extensions(BTreeMap<ExtensionId, Value>);

impl Extensions {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each extension's name and what it says, as JSON.
    pub fn texts(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.to_string()))
    }
}

impl<'de> Deserialize<'de> for Extensions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read: BTreeMap<ExtensionId, Value> =
            json::unique_map::<_, _, _, MAX_EXTENSIONS>(deserializer)?;
        if read.is_empty() {
            return Err(D::Error::custom("an ext without a member (§1.10.5)"));
        }
        match read.iter().find(|(_, value)| value.to_string().len() > MAX_BYTES) {
            Some((name, _)) => Err(D::Error::custom(format_args!(
                "{name} is longer than {MAX_BYTES} bytes (§1.10.5)"
            ))),
            None => Ok(Self(read)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Extensions, String> {
        json::read(text.as_bytes(), 1 << 20)
    }

    #[test]
    fn an_extension_is_read_by_the_same_strict_rules() {
        let eight: Vec<String> = (0..8).map(|n| format!(r#""x{n}":true"#)).collect();
        assert!(read(&format!("{{{}}}", eight.join(","))).is_ok());
        let nine = format!(r#"{{{},"x8":1}}"#, eight.join(","));
        let text = |n: usize| format!(r#"{{"long":"{}"}}"#, "a".repeat(n));
        assert!(read(&text(MAX_BYTES - 2)).is_ok());
        for wrong in [
            nine.as_str(),
            &text(MAX_BYTES - 1),
            "{}",
            "[]",
            r#"{"a":null}"#,
            r#"{"a":1.5}"#,
            r#"{"a":-0}"#,
            r#"{"a":{"b":1,"b":2}}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"a b":1}"#,
            r#"{"11010519491231002X":1}"#,
            &format!(r#"{{"deep":{}1{}}}"#, "[".repeat(16), "]".repeat(16)),
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
