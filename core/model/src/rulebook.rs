//! A rulebook: how deeds, stars and time turn into a score, as data and never as code.
//!
//! [`Rulebook::read`] is the only way to one, so that every rulebook in use is a usable one.

use serde::{Deserialize, Serialize};

mod problems;
mod read;
mod records;
mod versions;

pub use problems::RulebookProblem;
pub use read::RulebookError;
pub use records::{DonationAward, DonationRules, DonorAges, RecordRules, VolunteeringRules};
pub use versions::{MAX_VERSIONS, Rulebooks, RulebooksError};

use super::ext::Extensions;
use super::json;
use super::listing::LegalBasis;
use super::message::Channel;
use super::points::Points;
use super::remedy::Repair;
use super::text::LocalText;
use super::time::Date;
use super::version::Version;
use crate::ids::{DimensionId, PerkId, RuleId, RulebookId, SourceId, StarId, StepId, TierId};

/// Bytes in one rulebook at most.
pub const MAX_BYTES: usize = 128 * 1024;

/// The version of the format that this core reads.
pub const VERSION: u32 = 1;

/// The most months for which a rule may count: a hundred years. "For ever" is no number.
pub const MAX_MONTHS: u32 = 1_200;

/// The name under which the phone keeps the rulebook with this hash.
#[must_use]
pub fn storage_key(sha256: crate::ids::Hash) -> String {
    format!("rulebook/{sha256}")
}

/// One version of an authority's rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Rulebook {
    /// 1.
    pub v: Version<VERSION>,
    /// Unique under its trust root.
    pub id: RulebookId,
    /// Counts up from 1; one version has one hash for ever.
    pub version: u32,
    /// What people call it.
    pub names: LocalText,
    /// The first day on which deeds are judged by it.
    pub in_force_from: Date,
    /// Lowest, highest and first score.
    pub scale: Scale,
    /// In rising order of `from`; the first begins at or below `scale.min`.
    #[cfg_attr(feature = "schema", schemars(length(max = 32)))]
    pub tiers: Vec<Tier>,
    /// What the score is made of.
    #[cfg_attr(feature = "schema", schemars(length(max = 32)))]
    pub dimensions: Vec<Dimension>,
    /// Household stars; empty if there are none.
    #[cfg_attr(feature = "schema", schemars(length(max = 32)))]
    pub stars: Vec<StarCategory>,
    /// What adds and what takes.
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    pub rules: Vec<Rule>,
    /// What a tier or stars open.
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub perks: Vec<Measure>,
    /// What a tier closes.
    #[cfg_attr(feature = "schema", schemars(length(max = 100)))]
    pub restrictions: Vec<Measure>,
    /// What a resident can do about an entry, step by step.
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub contest: Vec<ContestStep>,
    /// When a letter counts as received, where that is not the day on which it was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = 4)))]
    pub service: Vec<ServiceRule>,
    /// Which kinds of record this authority takes, and by which rule each may count.
    pub records: RecordRules,
    /// How long listings are published, by class; used for display beside the register's.
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub publication: Vec<PublicationClass>,
    /// Where the facts come from and how sure each is, by the id that `source` fields use.
    #[cfg_attr(feature = "schema", schemars(length(max = 64)))]
    pub sources: Vec<Source>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// The scale. All values are in the rulebook's unit: 10^-`decimals` of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The lowest score, below `max`.
    pub min: Points,
    /// The highest score.
    pub max: Points,
    /// What a resident without entries and with neutral stars has; on the scale.
    pub start: Points,
    /// Digits after the decimal point: 0, 1 or 2.
    pub decimals: u8,
    /// Where minimum and maximum come from.
    pub source: SourceId,
    /// Where the start comes from.
    pub start_source: SourceId,
}

/// A tier, from a score upwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Its id.
    pub id: TierId,
    /// Its name; for a letter scale, the letters.
    pub names: LocalText,
    /// The lowest score in it.
    pub from: Points,
    /// Where the threshold comes from.
    pub source: SourceId,
}

/// A part of the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Its id.
    pub id: DimensionId,
    /// Its name.
    pub names: LocalText,
}

/// A category of household stars and what each number of stars counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StarCategory {
    /// Its id.
    pub id: StarId,
    /// Its name.
    pub names: LocalText,
    /// The dimension that it belongs to.
    pub dimension: DimensionId,
    /// Points for 1, 2, 3 … stars; its length is the most stars one can have.
    #[serde(deserialize_with = "json::list::<_, _, 10>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 10)))]
    pub points: Vec<Points>,
    /// Where the category comes from.
    pub source: SourceId,
    /// Where its points come from.
    pub points_source: SourceId,
}

/// A rule: what one deed counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, such as `F-2`.
    pub id: RuleId,
    /// Its name.
    pub names: LocalText,
    /// What it adds, or takes if negative.
    pub points: Points,
    /// The dimension that it belongs to.
    pub dimension: DimensionId,
    /// At most this many entries of the rule count in one calendar year (PROTOCOL §3.1.4); no
    /// limit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_per_year: Option<u32>,
    /// Months from the day that it happened until it no longer counts; for ever if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_months: Option<u32>,
    /// What it rests on in law.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub legal_basis: Vec<LegalBasis>,
    /// A resident may report it of themselves.
    pub self_report: bool,
    /// Hours that a self-report waits before the person confirms it; 0 if it does not wait.
    pub cooling_off_hours: u32,
    /// A photo is wanted.
    pub photo: bool,
    /// How an entry that took points by it is repaired before it stops counting; it is not if
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair: Option<Repair>,
    /// Where the deed and its points come from.
    pub source: SourceId,
    /// Where the cap, the duration and the self-report's terms come from.
    pub terms_source: SourceId,
}

/// A perk or a restriction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its id, once in the list.
    pub id: PerkId,
    /// What it is.
    pub names: LocalText,
    /// When it applies.
    pub when: Condition,
    /// How a restriction is lifted, or what a perk needs besides.
    pub note: LocalText,
    /// What it rests on in law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub legal_basis: Vec<LegalBasis>,
    /// Where it comes from.
    pub source: SourceId,
    /// Where its condition comes from.
    pub when_source: SourceId,
}

/// When a perk or a restriction applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// In this tier or a higher one.
    TierAtLeast(TierId),
    /// In this tier or a lower one.
    TierAtMost(TierId),
    /// With at least so many stars in every category.
    StarsAtLeast(u8),
}

/// One step of the contest ladder (PROTOCOL §3.1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContestStep {
    /// Its id.
    pub id: StepId,
    /// Who takes it.
    pub by: Actor,
    /// What to do, and with whom.
    pub names: LocalText,
    /// The office that it goes to, or that takes it; the authority itself if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<LocalText>,
    /// Where that office takes letters, as on an envelope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<LocalText>,
    /// Within how many days or months.
    pub days: u32,
    /// Which days count.
    pub days_are: DayKind,
    /// What they run from; the day itself does not count.
    pub runs_from: RunsFrom,
    /// What it rests on in law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub legal_basis: Vec<LegalBasis>,
    /// Where it comes from.
    pub source: SourceId,
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Actor {
    /// The resident, in this form.
    Resident(SentAs),
    /// An office, whose silence means this once its days are over.
    Authority(Silence),
}

/// How a resident takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SentAs {
    /// By a record to the authority, or on paper.
    Record,
    /// By a letter to the office, and in no other way.
    Letter,
}

/// What it means that an office has not answered in its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// It counts as a refusal: what may follow a refusal may follow now.
    Refusal,
    /// Nothing: the answer is still owed.
    Nothing,
}

/// What the days of a step run from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RunsFrom {
    /// The day on which the resident was told of what is contested.
    Told,
    /// The day on which the step of the resident before it arrived.
    Arrival,
    /// The day of the decision before it or, where silence counts as a refusal, the last day on
    /// which that was due.
    Decision,
    /// The last day on which an answer was due that did not come.
    Silence,
}

/// When a letter counts as received (PROTOCOL §3.1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServiceRule {
    /// Letters that were sent like this.
    pub channel: Channel,
    /// How many days after the day on which it was sent.
    pub days: u32,
    /// Which days count.
    pub days_are: DayKind,
    /// Where it comes from.
    pub source: SourceId,
}

/// Which days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Every day.
    Calendar,
    /// Working days of the calendar (PROTOCOL §2.1.3).
    Working,
    /// They are months: each ends on the same day number, or on the last day of a shorter month.
    Months,
}

/// How long a class of listing is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublicationClass {
    /// The class.
    pub severity: super::listing::Severity,
    /// The least, in months; none if it is normally not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_months: Option<u32>,
    /// The most, in months.
    pub max_months: u32,
    /// Where it comes from.
    pub source: SourceId,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What `source` fields say.
    pub id: SourceId,
    /// The text it comes from, with its date.
    pub names: LocalText,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// A standard, a law or its official translation.
    PrimaryText,
    /// A newspaper's report of this very system.
    Report,
    /// A secondary page.
    Secondary,
    /// Chosen by this rulebook's author; not verified anywhere.
    Assumed,
}

impl Rulebook {
    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The tier that a score falls in; none if the rulebook has no tier so low.
    #[must_use]
    pub fn tier_of(&self, score: Points) -> Option<&Tier> {
        self.tiers.iter().rev().find(|tier| tier.from <= score)
    }

    /// What a number of stars counts in a category; none if either does not exist.
    #[must_use]
    pub fn star_points(&self, category: &str, stars: u8) -> Option<Points> {
        let category = self.stars.iter().find(|known| known.id == category)?;
        category.points.get(usize::from(stars).checked_sub(1)?).copied()
    }
}
