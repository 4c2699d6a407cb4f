//! A red or black listing of an organisation, as its authority publishes it.

use serde::{Deserialize, Serialize};

use super::business::Uscc;
use super::ext::Extensions;
use super::json;
use super::register::{Forms, Lister};
use super::row_code::RowCode;
use super::text::LocalText;
use super::time::{Date, UnixTime};
use super::version::Version;
use crate::ids::{Hash, Issuer, ListingId, OfficeCode};

/// No listing is published longer than this after its decision, whatever its list says.
pub const MOST_MONTHS: u32 = 36;

/// One listing: a row of a list.
///
/// As it is signed, `C` is a [`RowCode`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Listing"))]
#[serde(deny_unknown_fields)]
pub struct Listing<C = Uscc> {
    /// Its id, unique in its list.
    pub list_id: ListingId,
    /// The kind of list, which the publisher grants to the lister.
    pub list_type: ListType,
    /// The organisation.
    pub uscc: C,
    /// Its name in the decision.
    pub name: String,
    /// The deciding office: a code that the publisher grants to this list. Its name is the
    /// publisher's, in the register's index.
    pub office: OfficeCode,
    /// The decision's number.
    pub decision_document: String,
    /// The decision's date, from which its times run (DOMAIN §4.6).
    pub decision_date: Date,
    /// What it rests on in law.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub legal_basis: Vec<LegalBasis>,
    /// What the organisation did.
    pub conduct: LocalText,
    /// The class, which bounds how long it is published (PROTOCOL §2.2.8).
    pub severity: Severity,
    /// The first day on which it is published.
    pub publish_from: Date,
    /// The first day on which repair may be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish_min: Option<Date>,
    /// The first day on which it is over by itself (PROTOCOL §2.2.8).
    pub publish_max: Date,
    /// What became of it.
    pub state: ListingState,
    /// Until when it can be appealed, and by which rule; the app names no day if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Appeal>,
    /// The organisation's reply; none published if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_of_reply: Option<LocalText>,
    /// When that reply came, and how; not said if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_origin: Option<ReplyOrigin>,
    /// SHA-256 of the decision as published.
    pub source_hash: Hash,
}

/// Which list a listing is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// The law or rule.
    pub instrument: LocalText,
    /// The article in it.
    pub article: String,
}

/// The class of a listing (NDRC Order No. 36, in force since 2026-04-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// The last day of an appeal, as the list publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// The last day.
    pub until: Date,
    /// The rule that gives it.
    pub basis: LegalBasis,
}

/// How an organisation's reply reached the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReplyOrigin {
    /// The day on which it came.
    pub on: Date,
    /// The way in which it came, and who checked that it is the organisation's.
    pub by: LocalText,
}

/// What became of a listing. Repaired and ended ones leave the table; a row that still says so is
/// not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListingState {
    /// Decided; the organisation may still appeal, so it is not shown as final.
    AppealWindow,
    /// Published.
    Published,
    /// Published and contested.
    Contested,
    /// Repaired: not kept.
    Repaired,
    /// Over: not kept.
    Ended,
}

impl<C> Listing<C> {
    /// The first day on which it is published no longer, whatever the list says: `publish_max`,
    /// at most its class's maximum and at most 36 months after `decision_date`. A red listing has
    /// no class.
    #[must_use]
    pub fn ends_on(&self) -> Date {
        let months = if self.list_type.is_red() { MOST_MONTHS } else { self.severity.max_months() };
        let most = self.decision_date.plus_months(months.min(MOST_MONTHS));
        self.publish_max.min(most)
    }

    /// Whether it is over on `day`: repaired, ended, or past its last day.
    #[must_use]
    pub fn is_over_on(&self, day: Date) -> bool {
        matches!(self.state, ListingState::Repaired | ListingState::Ended) || self.ends_on() <= day
    }

    /// Whether it is published on `day`.
    #[must_use]
    pub fn is_published_on(&self, day: Date) -> bool {
        !self.is_over_on(day) && self.publish_from <= day
    }
}

impl Listing<RowCode> {
    /// The row, if its code is an organisation's.
    #[must_use]
    pub fn admitted(self) -> Option<Listing> {
        let uscc = self.uscc.organisation()?;
        Some(Listing {
            uscc,
            list_id: self.list_id,
            list_type: self.list_type,
            name: self.name,
            office: self.office,
            decision_document: self.decision_document,
            decision_date: self.decision_date,
            legal_basis: self.legal_basis,
            conduct: self.conduct,
            severity: self.severity,
            publish_from: self.publish_from,
            publish_min: self.publish_min,
            publish_max: self.publish_max,
            state: self.state,
            appeal: self.appeal,
            right_of_reply: self.right_of_reply,
            reply_origin: self.reply_origin,
            source_hash: self.source_hash,
        })
    }
}

/// `lists/<iss>/index.json`: what one listing authority publishes, signed by its own role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ListIndex {
    /// 1.
    pub v: Version<1>,
    /// The listing authority.
    pub iss: Issuer,
    /// Counts up with each index.
    pub version: u32,
    /// Hash of the index before; absent in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// When it was made; not later than PROTOCOL §2.2.2 allows.
    pub issued_at: UnixTime,
    /// When the next one is due, later than `issued_at`; past it a black listing is shown as "was
    /// listed".
    pub next_update: UnixTime,
    /// The table of listings, by `uscc` and `list_id`.
    pub table: Forms,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

impl ListIndex {
    /// Checks that it is its lister's, and no larger than the publisher grants.
    ///
    /// # Errors
    /// What is wrong, as a lower-case fragment.
    pub fn check(&self, lister: &Lister) -> Result<(), String> {
        if self.iss != lister.iss {
            return Err("it names another authority".to_owned());
        }
        self.table.table().check(lister.limits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(list_type: ListType, severity: Severity, publish_max: &str) -> Listing {
        let text = || LocalText { en: "x".into(), zh: "x".into() };
        Listing {
            list_id: "1".parse().unwrap(),
            list_type,
            uscc: "91330106MA2CFLDG4R".parse().unwrap(),
            name: "x".into(),
            office: "330100-FY".parse().unwrap(),
            decision_document: "1".into(),
            decision_date: "2026-05-06".parse().unwrap(),
            legal_basis: Vec::new(),
            conduct: text(),
            severity,
            publish_from: "2026-05-06".parse().unwrap(),
            publish_min: None,
            publish_max: publish_max.parse().unwrap(),
            state: ListingState::Published,
            appeal: None,
            right_of_reply: None,
            reply_origin: None,
            source_hash: Hash::of(b"x"),
        }
    }

    #[test]
    fn no_listing_is_longer_than_its_class_or_than_36_months_whatever_it_says() {
        let ends = |list_type, severity, max: &str| {
            listing(list_type, severity, max).ends_on().to_string()
        };
        assert_eq!(ends(ListType::Court, Severity::Minor, "2030-01-01"), "2026-08-06");
        assert_eq!(ends(ListType::Court, Severity::Serious, "2040-01-01"), "2029-05-06");
        assert_eq!(ends(ListType::Court, Severity::Serious, "2027-01-01"), "2027-01-01");
        assert_eq!(ends(ListType::Red, Severity::Minor, "2040-01-01"), "2029-05-06");
        assert_eq!(ends(ListType::Red, Severity::Minor, "2027-01-01"), "2027-01-01");
    }
}
