//! What a signed payload says in every version of its format, in the same place.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::json;
use super::time::UnixTime;
use crate::ids::{Hash, Issuer, Subject};

/// A payload of whatever version, as far as every version can be read: `v`, `iss`, `sub`, `iat`
/// and, in a series, its number and `prev` (PROTOCOL §1, rule 10).
///
/// ```
/// use standing_model::frame::Frame;
///
/// let later = br#"{"v":2,"iss":"a.example","sub":"r","iat":9,"seq":1,"mood":{"x":[1]}}"#;
/// let frame = Frame::read(later, 1000, Some("seq")).unwrap();
/// assert_eq!((frame.v, frame.n), (2, Some(1)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The version.
    pub v: u32,
    /// The authority.
    pub iss: Issuer,
    /// The resident.
    pub sub: Subject,
    /// When it was signed.
    pub iat: UnixTime,
    /// Its number; none outside a series.
    pub n: Option<u32>,
    /// The hash of the item before.
    pub prev: Option<Hash>,
    /// Every member but `prev`, read by the strict rules and not understood.
    rest: Map<String, Value>,
}

impl Frame {
    /// Reads a payload of at most `limit` bytes; `number` is the member that holds its number.
    ///
    /// # Errors
    /// What is wrong, as a lower-case fragment.
    pub fn read(bytes: &[u8], limit: usize, number: Option<&str>) -> Result<Self, String> {
        let mut rest: Map<String, Value> = json::read(bytes, limit)?;
        let prev = rest.remove("prev").map(|prev| read("prev", prev)).transpose()?;
        Ok(Self {
            v: member(&rest, "v")?,
            iss: member(&rest, "iss")?,
            sub: member(&rest, "sub")?,
            iat: member(&rest, "iat")?,
            n: number.map(|number| member(&rest, number)).transpose()?,
            prev,
            rest,
        })
    }

    /// Whether two payloads say the same, apart from their links.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.rest == other.rest
    }
}

/// Who made a payload of whatever version, and when: all that every version says of one that is for
/// no resident (PROTOCOL §3.7).
///
/// # Errors
/// What is wrong, as a lower-case fragment.
pub fn signer(bytes: &[u8], limit: usize) -> Result<(Issuer, UnixTime), String> {
    let members: Map<String, Value> = json::read(bytes, limit)?;
    Ok((member(&members, "iss")?, member(&members, "iat")?))
}

fn member<T: DeserializeOwned>(members: &Map<String, Value>, name: &str) -> Result<T, String> {
    let value = members.get(name).ok_or_else(|| format!("no member {name}"))?;
    read(name, value.clone())
}

fn read<T: DeserializeOwned>(name: &str, value: Value) -> Result<T, String> {
    json::of_value(value).map_err(|why| format!("{name}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Frame, String> {
        Frame::read(text.as_bytes(), 1000, Some("n"))
    }

    #[test]
    fn the_frame_of_a_later_version_is_read_by_the_strict_rules() {
        let good = r#"{"v":7,"iss":"a.example","sub":"r","iat":9,"n":3,"prev":"PREV","new":[1]}"#;
        let good = good.replace("PREV", &Hash::of(b"2").to_string());
        let frame = read(&good).unwrap();
        assert_eq!((frame.v, frame.n, frame.prev), (7, Some(3), Some(Hash::of(b"2"))));
        for (from, to) in [
            (r#""n":3"#, r#""n":"3""#),
            (r#""n":3,"#, ""),
            (r#""n":3"#, r#""n":3,"n":4"#),
            (r#""n":3"#, r#""n":3,"\u006e":4"#),
            (r#""v":7"#, r#""v":"7""#),
            (r#""sub":"r""#, r#""sub":"11010519491231002X""#),
            (r#""iat":9"#, r#""iat":9.5"#),
            ("[1]", "null"),
            ("[1]", "-0"),
        ] {
            assert!(good.contains(from));
            assert!(read(&good.replace(from, to)).is_err(), "{to}");
        }
    }

    #[test]
    fn two_payloads_say_the_same_if_only_their_links_differ() {
        let text = |prev: &[u8], new: u8| {
            let prev = Hash::of(prev);
            format!(
                r#"{{"v":2,"iss":"a.example","sub":"r","iat":9,"n":3,"prev":"{prev}","x":{new}}}"#
            )
        };
        let (one, relinked) = (read(&text(b"a", 1)).unwrap(), read(&text(b"b", 1)).unwrap());
        assert!(one.says_the_same(&relinked));
        assert!(!one.says_the_same(&read(&text(b"a", 2)).unwrap()));
    }
}
