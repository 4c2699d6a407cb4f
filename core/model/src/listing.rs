//! A red or black listing of an organisation, as its authority publishes it.

use serde::{Deserialize, Serialize};

use super::business::Uscc;
use super::json;
use super::text::LocalText;
use super::time::{Date, UnixTime};
use crate::ids::{Hash, Issuer};

/// One listing; one row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Unique in its list.
    pub list_id: String,
    /// Which list.
    pub list_type: ListType,
    /// The organisation.
    pub uscc: Uscc,
    /// Its name in the decision.
    pub name: String,
    /// The deciding office.
    pub authority: LocalText,
    /// The deciding office's own code.
    pub authority_code: String,
    /// The decision's number.
    pub decision_document: String,
    /// The decision's date: "the clock starts on the date of the document".
    pub decision_date: Date,
    /// What it rests on.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    pub legal_basis: Vec<LegalBasis>,
    /// What the organisation did.
    pub conduct: LocalText,
    /// The class, which fixes how long it may be published.
    pub severity: Severity,
    /// Published from.
    pub publish_from: Date,
    /// May apply for repair from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_min: Option<Date>,
    /// Ends by itself; clamped to the decision's date and its class's most.
    pub publish_max: Date,
    /// Where it stands.
    pub state: ListingState,
    /// The organisation's reply; none published if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_of_reply: Option<LocalText>,
    /// Hash of the decision as published.
    pub source_hash: Hash,
}

/// Which list a listing is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListType {
    /// Court list of dishonest persons subject to enforcement (organisations only).
    Court,
    /// Market regulator's list of serious violations.
    SamrSerious,
    /// Market regulator's list of abnormal operations.
    SamrAbnormal,
    /// A sector regulator's black list.
    Sector,
    /// A red list: the good one.
    Red,
    /// A local black list.
    Local,
}

impl ListType {
    /// Whether it is the good list.
    #[must_use]
    pub const fn is_red(self) -> bool {
        matches!(self, Self::Red)
    }
}

/// An instrument and its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// The law or rule.
    pub instrument: LocalText,
    /// The article in it.
    pub article: String,
}

/// The class of a listing (NDRC Order No. 36, in force since 2026-04-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Simple-procedure penalty, warning, criticism.
    Minor,
    /// Larger fines, confiscation.
    General,
    /// Huge fines, licence revoked, industry ban, serious-dishonesty list.
    Serious,
}

impl Severity {
    /// The longest that a listing of this class is published, in months.
    #[must_use]
    pub const fn max_months(self) -> u32 {
        match self {
            Self::Minor => 3,
            Self::General => 12,
            Self::Serious => 36,
        }
    }
}

/// Where a listing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListingState {
    /// Decided; the organisation may still appeal, so it is not shown as final.
    AppealWindow,
    /// Published.
    Published,
    /// Published and contested.
    Contested,
    /// Repaired: no longer published.
    Repaired,
    /// Ran out.
    Ended,
}

impl Listing {
    /// The first day on which it no longer stands, whatever the list says: "`publish_max` is
    /// clamped to `decision_date` + its class's maximum". A red listing has no class maximum.
    #[must_use]
    pub fn ends_on(&self) -> Date {
        if self.list_type.is_red() {
            self.publish_max
        } else {
            self.publish_max.min(self.decision_date.plus_months(self.severity.max_months()))
        }
    }

    /// Whether it stands on `day`.
    #[must_use]
    pub fn stands_on(&self, day: Date) -> bool {
        !matches!(self.state, ListingState::Repaired | ListingState::Ended)
            && self.publish_from <= day
            && day < self.ends_on()
    }
}

/// `lists/<iss>/index.json`: what one listing authority publishes, signed by its own role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListIndex {
    /// 1.
    pub v: u32,
    /// The listing authority.
    pub iss: Issuer,
    /// Counts up.
    pub version: u32,
    /// Hash of the index before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// When it was made: "list of …".
    pub issued_at: UnixTime,
    /// When the next one is due; past it a black listing reads "was listed".
    pub next_update: UnixTime,
    /// What it covers.
    #[serde(deserialize_with = "json::list::<_, _, 64>")]
    pub coverage: Vec<Coverage>,
    /// The rows.
    pub table: super::register::Table,
}

/// What a list covers: a kind of list, for a region, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The kind.
    pub list_type: ListType,
    /// The region's code prefix (GB/T 2260): `33` is Zhejiang, `3301` Hangzhou.
    pub region: String,
    /// Its name.
    pub region_names: LocalText,
    /// The day up to which decisions are in it.
    pub as_of: Date,
}
