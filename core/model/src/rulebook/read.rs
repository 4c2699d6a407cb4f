//! Reading a rulebook: what was read is usable.

use serde::{Deserialize, Deserializer};

use super::super::ext::Extensions;
use super::super::json::{self, FormatError};
use super::super::text::LocalText;
use super::super::time::Date;
use super::super::version::Version;
use super::{
    ContestStep, Dimension, MAX_BYTES, Measure, PublicationClass, RecordRules, Rule, Rulebook,
    RulebookProblem, Scale, ServiceRule, Source, StarCategory, Tier, VERSION,
};
use crate::ids::RulebookId;

/// Why bytes are not a usable rulebook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebookError {
    /// Not the JSON of a rulebook.
    #[error("not a rulebook: {0}")]
    Form(String),
    /// More than [`MAX_BYTES`].
    #[error("larger than a rulebook may be, which is {MAX_BYTES} bytes")]
    TooLarge,
    /// Written in a later format than this core reads.
    #[error("a rulebook of format {0}, which needs a newer app")]
    LaterFormat(u32),
    /// Another rulebook than its path names.
    #[error("rulebook {id}, version {version}, in another's place")]
    Other {
        /// Its id.
        id: RulebookId,
        /// Its version.
        version: u32,
    },
    /// Read, and it makes no sense.
    #[error("a rulebook that cannot be used: {}", listed(.0))]
    Unusable(Vec<RulebookProblem>),
}

fn listed(problems: &[RulebookProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl Rulebook {
    /// Reads a rulebook of at most [`MAX_BYTES`].
    ///
    /// # Errors
    /// [`RulebookError`]: everything that makes it unusable, not only the first.
    ///
    /// ```
    /// use standing_model::rulebook::{Rulebook, RulebookError};
    ///
    /// assert_eq!(Rulebook::read(br#"{"v":2,"id":"r"}"#), Err(RulebookError::LaterFormat(2)));
    /// assert!(matches!(Rulebook::read(b"[]"), Err(RulebookError::Form(_))));
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, RulebookError> {
        if bytes.len() > MAX_BYTES {
            return Err(RulebookError::TooLarge);
        }
        let read = json::read_version(bytes, MAX_BYTES, VERSION);
        let Read(rulebook) = read.map_err(|error| match error {
            FormatError::Later { v } => RulebookError::LaterFormat(v),
            FormatError::Form(why) => RulebookError::Form(why),
        })?;
        rulebook.checked()
    }

    fn checked(self) -> Result<Self, RulebookError> {
        let problems = self.problems();
        if problems.is_empty() { Ok(self) } else { Err(RulebookError::Unusable(problems)) }
    }
}

impl<'de> Deserialize<'de> for Rulebook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Read(rulebook) = Read::deserialize(deserializer)?;
        rulebook.checked().map_err(serde::de::Error::custom)
    }
}

#[derive(Deserialize)]
struct Read(#[serde(with = "Unchecked")] Rulebook);

/// The members of a [`Rulebook`] as they are written, before anything is checked.
#[derive(Deserialize)]
#[serde(remote = "Rulebook", deny_unknown_fields)]
struct Unchecked {
    v: Version<VERSION>,
    id: crate::ids::RulebookId,
    version: u32,
    names: LocalText,
    in_force_from: Date,
    scale: Scale,
    #[serde(deserialize_with = "json::list::<_, _, 32>")]
    tiers: Vec<Tier>,
    #[serde(deserialize_with = "json::list::<_, _, 32>")]
    dimensions: Vec<Dimension>,
    #[serde(deserialize_with = "json::list::<_, _, 32>")]
    stars: Vec<StarCategory>,
    #[serde(deserialize_with = "json::list::<_, _, 500>")]
    rules: Vec<Rule>,
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    perks: Vec<Measure>,
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    restrictions: Vec<Measure>,
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    contest: Vec<ContestStep>,
    #[serde(default)]
    #[serde(deserialize_with = "json::list::<_, _, 4>")]
    service: Vec<ServiceRule>,
    records: RecordRules,
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    publication: Vec<PublicationClass>,
    #[serde(deserialize_with = "json::list::<_, _, 64>")]
    sources: Vec<Source>,
    #[serde(default)]
    ext: Extensions,
}
