//! A score statement and its entries: everything that an authority holds for or against one
//! resident on one day.

use serde::{Deserialize, Serialize};

use super::ext::Extensions;
use super::json;
use super::listing::LegalBasis;
use super::points::Points;
use super::record::Kind;
use super::text::LocalText;
use super::time::{Date, UnixTime};
use super::version::Version;
use crate::ids::{
    DoorId, EntryId, Hash, Issuer, PerkId, RecordId, RuleId, RulebookId, StarId, Subject, TierId,
};

/// Bytes in one statement's payload at most.
pub const MAX_BYTES: usize = 1 << 20;

/// What an authority holds for and against a resident. What is not in it does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// 1.
    pub v: Version<1>,
    /// The authority.
    pub iss: Issuer,
    /// The resident, pairwise: a name that only this authority uses, never a resident number.
    pub sub: Subject,
    /// When it was signed.
    pub iat: UnixTime,
    /// Counts up by one from 1.
    pub seq: u32,
    /// Hash of the previous statement's compact form; absent only at 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// The days that it reports on; its arithmetic is as of the last.
    pub period: Period,
    /// The rulebook's id.
    pub rulebook: RulebookId,
    /// Its versions, in rising order: the same list for every resident, so that fetching them
    /// says nothing about one of them (PROTOCOL §3.1.2).
    #[serde(deserialize_with = "json::list::<_, _, 32>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 32)))]
    pub rulebooks: Vec<RulebookVersion>,
    /// The total, in the rulebook's unit.
    pub score: Points,
    /// The tier's id in the rulebook.
    pub tier: TierId,
    /// Household stars, those that were replaced too.
    #[serde(deserialize_with = "json::list::<_, _, 500>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub stars: Vec<Star>,
    /// Everything that counts, counted or was withdrawn.
    #[serde(deserialize_with = "json::list::<_, _, 2000>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 2000)))]
    pub entries: Vec<Entry>,
    /// Perks that are open, by rulebook id.
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub perks: Vec<Grant>,
    /// Restrictions that are in force, by rulebook id.
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub restrictions: Vec<Grant>,
    /// The door of the resident's household, as on its sign (PROTOCOL §3.7); absent where an
    /// authority signs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<DoorId>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, as of which everything is computed; not before `from`.
    pub to: Date,
}

/// One version of the statement's rulebook, by the hash of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RulebookVersion {
    /// The version.
    pub version: u32,
    /// SHA-256 of its bytes: one hash for ever.
    pub sha256: Hash,
}

impl Statement {
    /// The active stars of each category, by the record of them.
    pub fn active_stars(&self) -> impl Iterator<Item = &Star> {
        self.stars.iter().filter(|star| star.state == StarState::Active)
    }
}

/// One thing that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Unique in the resident's history, and never used again.
    pub id: EntryId,
    /// The rule's id.
    pub rule: RuleId,
    /// The version of the rulebook that it is judged by.
    pub rulebook: u32,
    /// What it adds, or takes if negative.
    pub points: Points,
    /// When it happened.
    pub occurred_on: Date,
    /// When the authority wrote it down.
    pub recorded_on: Date,
    /// The office that wrote it down.
    pub by: LocalText,
    /// The document that it rests on.
    pub document: String,
    /// What it rests on in law.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub legal_basis: Vec<LegalBasis>,
    /// The resident's own record that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<OwnRecord>,
    /// When the authority says that it told the resident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<Date>,
    /// The first day on which it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Whether it counts, by the moves of PROTOCOL §3.6.7.
    pub state: EntryState,
    /// Who contests it; nobody if absent. It counts until it is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contested: Option<Contested>,
    /// Why it is as it is, in the authority's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalText>,
}

/// A record of the resident that an entry rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnRecord {
    /// The record.
    pub id: RecordId,
    /// Its kind: only a `self_report` may lead to a deduction (PROTOCOL §3.1.6).
    pub kind: Kind,
}

/// That an entry is contested: a mark beside its state, never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contested {
    /// Since when.
    pub since: Date,
    /// Who contests it.
    pub by: Contester,
    /// The record with which the resident contests it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
}

/// Who contests an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Contester {
    /// The resident.
    Resident,
    /// An authority.
    Authority,
    /// Somebody else whom it concerns.
    Other,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Counts.
    Active,
    /// Its time is over, or it was ended early.
    Ended,
    /// Withdrawn: it does not count and should not have.
    Withdrawn,
}

impl EntryState {
    /// Whether an entry in this state may be in another one in a later statement
    /// (PROTOCOL §3.1.5).
    ///
    /// ```
    /// use standing_model::statement::EntryState::{Active, Ended, Withdrawn};
    ///
    /// assert!(Active.may_become(Ended) && Ended.may_become(Withdrawn));
    /// assert!(!Withdrawn.may_become(Active));
    /// ```
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use EntryState::{Active, Ended, Withdrawn};
        matches!((self, next), (Active, Ended | Withdrawn) | (Ended, Withdrawn))
    }
}

/// Stars that a household was given in one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Star {
    /// Unique in the resident's history, and never used again.
    pub id: EntryId,
    /// The category's id in the rulebook.
    pub category: StarId,
    /// How many stars, from 1.
    pub value: u8,
    /// The version of the rulebook that they are judged by.
    pub rulebook: u32,
    /// When they were set.
    pub set_on: Date,
    /// The office that set them.
    pub set_by: LocalText,
    /// The document that they rest on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Why, in the office's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalText>,
    /// When the authority says that it told the resident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<Date>,
    /// Whether they count.
    pub state: StarState,
}

/// Whether stars count. One record a category is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StarState {
    /// They count.
    Active,
    /// Later stars took their place.
    Replaced,
    /// Withdrawn: they should not have counted.
    Withdrawn,
}

impl StarState {
    /// Whether stars in this state may be in another one in a later statement (PROTOCOL §3.6.7).
    #[must_use]
    pub const fn may_become(self, next: Self) -> bool {
        use StarState::{Active, Replaced, Withdrawn};
        matches!((self, next), (Active, Replaced | Withdrawn) | (Replaced, Withdrawn))
    }
}

/// A perk that is open or a restriction that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Its id in the rulebook.
    pub id: PerkId,
    /// Since when.
    pub since: Date,
    /// Until when, if that is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}
