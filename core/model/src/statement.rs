//! A score statement and its entries: everything that an authority holds for or against one
//! resident on one day.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::json;
use super::time::{Date, UnixTime};
use crate::ids::{EntryId, Hash, Issuer, PerkId, RuleId, RulebookId, StarId, Subject, TierId};

/// Points in the rulebook's unit: 10^-decimals of a point. Signed, never a float.
pub type Points = i32;

/// Bytes in one statement's payload at most.
pub const MAX_BYTES: usize = 1 << 20;

/// A signed score statement's payload. "Complete: what is not in it does not exist."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
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
    /// The rules that it was worked out by.
    pub rulebook: RulebookRef,
    /// The total.
    pub score: Points,
    /// The tier's id in the rulebook.
    pub tier: TierId,
    /// Household stars by category id.
    #[serde(deserialize_with = "json::unique_map::<_, _, _, 32>")]
    pub stars: BTreeMap<StarId, u8>,
    /// Everything that counts, counted or was withdrawn.
    #[serde(deserialize_with = "json::list::<_, _, 2000>")]
    pub entries: Vec<Entry>,
    /// Perks that are open, by rulebook id.
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    pub perks: Vec<Grant>,
    /// Restrictions that are in force, by rulebook id.
    #[serde(deserialize_with = "json::list::<_, _, 100>")]
    pub restrictions: Vec<Grant>,
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// One version of a rulebook, by the hash of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulebookRef {
    /// The rulebook's id.
    pub id: RulebookId,
    /// Its version.
    pub version: u32,
    /// SHA-256 of its bytes: "one hash for ever".
    pub sha256: Hash,
}

/// One thing that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Unique in the resident's history, and never used again.
    pub id: EntryId,
    /// The rule's id.
    pub rule: RuleId,
    /// What it adds, or takes if negative.
    pub points: Points,
    /// When it happened.
    pub occurred_on: Date,
    /// When the authority wrote it down.
    pub recorded_on: Date,
    /// Who wrote it down.
    pub authority: String,
    /// The document that it rests on.
    pub document: String,
    /// The legal basis.
    pub legal_basis: String,
    /// When the authority says that it told the resident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<Date>,
    /// The first day on which it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Whether it counts.
    pub state: EntryState,
    /// Why it is as it is, in the authority's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Whether an entry counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Counts.
    Active,
    /// Counts, and the resident contests it.
    Contested,
    /// Taken back: does not count and should not have.
    Withdrawn,
    /// Ran out.
    Ended,
}

/// A perk that is open or a restriction that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
