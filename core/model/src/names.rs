//! Names that documents give: of authorities, residents, and the parts of rulebooks and
//! statements. Each is a type of its own, with one grammar, so that none stands for another.

use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::ids::IdError;
use crate::resident::holds_resident_number;

/// Characters in an id at most.
pub const MAX_ID: usize = 64;

/// An id that a document gives: `[A-Za-z0-9][A-Za-z0-9._:-]{0,63}` without `..`, compared by
/// bytes, and never shaped like a resident number (PROTOCOL §1.8).
fn check_id(text: &str) -> Result<(), IdError> {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || b"._:-".contains(&byte);
    let well_formed = text.len() <= MAX_ID
        && text.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric())
        && text.bytes().all(inner)
        && !text.contains("..");
    if !well_formed {
        return Err(IdError::Name);
    }
    if holds_resident_number(text) {
        return Err(IdError::ResidentNumber);
    }
    Ok(())
}

macro_rules! text_id {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
            #[serde(transparent)]
            pub struct $name(String);

            impl $name {
                /// The id as text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl FromStr for $name {
                type Err = IdError;

                fn from_str(text: &str) -> Result<Self, IdError> {
                    check_id(text).map(|()| Self(text.to_owned()))
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&self.0)
                }
            }

            impl std::ops::Deref for $name {
                type Target = str;

                fn deref(&self) -> &str {
                    &self.0
                }
            }

            impl std::borrow::Borrow<str> for $name {
                fn borrow(&self) -> &str {
                    &self.0
                }
            }

            impl PartialEq<str> for $name {
                fn eq(&self, other: &str) -> bool {
                    self.0 == other
                }
            }

            impl PartialEq<&str> for $name {
                fn eq(&self, other: &&str) -> bool {
                    self.0 == *other
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    crate::json::parsed(deserializer)
                }
            }
        )*
    };
}

text_id! {
    /// A resident at one authority: a name that only this authority uses.
    Subject
    /// An entry of a resident's history, never used again.
    EntryId
    /// A rule of a rulebook, such as `F-2`.
    RuleId
    /// A tier of a rulebook.
    TierId
    /// A category of household stars.
    StarId
    /// A perk or a restriction of a rulebook.
    PerkId
    /// A rulebook, in all of its versions.
    RulebookId
    /// An extension of a document.
    ExtensionId
    /// A dimension of a rulebook: what a part of the score is about.
    DimensionId
    /// A source that a rulebook cites.
    SourceId
    /// A step of a rulebook's contest ladder.
    StepId
    /// A listing, unique in its list.
    ListingId
    /// A deciding office, as the register's publisher codes it.
    OfficeCode
    /// A household's door, by the mark beside it. It names no person.
    DoorId
}

/// The name of an authority: a lower-case host name of at most 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Issuer(String);

impl Issuer {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Issuer {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(inner)
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        // A host name whose last label is a number would be read as an IP address.
        let last = text.rsplit('.').next().unwrap_or_default();
        let well_formed = text.len() <= 80
            && text.split('.').all(label)
            && last.bytes().any(|byte| byte.is_ascii_lowercase());
        if !well_formed {
            return Err(IdError::Name);
        }
        if holds_resident_number(text) {
            return Err(IdError::ResidentNumber);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Issuer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::parsed(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_shaped_like_a_host_name() {
        assert!("credit.yangqiao.example".parse::<Issuer>().is_ok());
        for wrong in [
            "",
            "a/b",
            "A.example",
            ".a",
            "a..b",
            "a b",
            "a.-b",
            "a-.b",
            "10.0.0.1",
            "110105194912310021.example",
        ] {
            assert!(wrong.parse::<Issuer>().is_err(), "{wrong}");
        }
    }

    /// Every text of up to four of these characters, against the grammar in its own words.
    #[test]
    fn an_id_is_what_the_grammar_says_and_is_written_as_it_was_read() {
        let signs = ['a', 'Z', '7', '.', '_', ':', '-', ' ', '/', 'ä'];
        let mut texts = vec![String::new()];
        for length in 1..=4 {
            let before: Vec<String> =
                texts.iter().filter(|text| text.chars().count() == length - 1).cloned().collect();
            let longer = |text: &String| signs.map(|sign| format!("{text}{sign}"));
            texts.extend(before.iter().flat_map(longer));
        }
        assert_eq!(texts.len(), 11_111);
        for text in texts {
            let begins = text.starts_with(['a', 'Z', '7']);
            let allowed = begins && !text.contains([' ', '/', 'ä']) && !text.contains("..");
            let read = text.parse::<OfficeCode>();
            assert_eq!(read.is_ok(), allowed, "{text:?}");
            if let Ok(code) = read {
                let written = serde_json::to_string(&code).unwrap();
                assert_eq!(written, format!("\"{text}\""));
                assert_eq!(crate::json::read::<OfficeCode>(written.as_bytes(), 100), Ok(code));
            }
        }
    }

    #[test]
    fn an_id_has_one_grammar_and_is_never_a_resident_number() {
        let longest = "a".repeat(MAX_ID);
        for right in ["F-2", "8-0031", "v1.2:a-b", "0", longest.as_str()] {
            assert_eq!(right.parse::<EntryId>().unwrap().as_str(), right);
        }
        let long = "a".repeat(MAX_ID + 1);
        for wrong in ["", "-a", ".a", "a..b", "a/b", "a b", "ä", "a\n", long.as_str()] {
            assert_eq!(wrong.parse::<RuleId>(), Err(IdError::Name), "{wrong}");
        }
        for person in ["11010519491231002X", "r-110105194912310021", "110105-19491231-002X"] {
            assert_eq!(person.parse::<Subject>(), Err(IdError::ResidentNumber), "{person}");
        }
    }
}
