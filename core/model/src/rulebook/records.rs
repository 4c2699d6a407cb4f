//! Which records an authority takes and how each may count.

use serde::{Deserialize, Serialize};

use super::super::json;
use super::super::text::LocalText;
use crate::ids::{RuleId, SourceId};

/// Which records an authority takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRules {
    /// Volunteering, if it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volunteering: Option<VolunteeringRules>,
    /// Blood donation, if it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blood_donation: Option<DonationRules>,
    /// Working days (PROTOCOL §2.1.3) within which a record is answered.
    pub answer_within_days: u32,
    /// Where that period comes from.
    pub source: SourceId,
}

/// How volunteering counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VolunteeringRules {
    /// The rule by which it counts.
    pub rule: RuleId,
    /// Minutes for which the rule counts once.
    pub minutes_per_entry: u32,
    /// Where those minutes come from.
    pub minutes_source: SourceId,
    /// Hours for each service star, rising.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub star_hours: Vec<u32>,
    /// Where the service stars come from.
    pub source: SourceId,
}

/// How blood donation counts: only in favour (DOMAIN §5.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DonationRules {
    /// The rule by which it counts.
    pub rule: RuleId,
    /// The volumes of whole blood that are taken, in millilitres.
    #[serde(deserialize_with = "json::list::<_, _, 8>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 8)))]
    pub whole_blood_ml: Vec<u32>,
    /// Months between two donations of whole blood.
    pub whole_blood_months: u32,
    /// Days between two donations of platelets.
    pub platelet_days: u32,
    /// Days from platelets to whole blood.
    pub platelets_to_whole_days: u32,
    /// Months from whole blood to platelets.
    pub whole_to_platelets_months: u32,
    /// Donations of platelets in a year at most.
    pub platelets_a_year: u32,
    /// Who may give, in years of age.
    pub ages: DonorAges,
    /// Awards by number of donations, rising.
    #[serde(deserialize_with = "json::list::<_, _, 8>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 8)))]
    pub awards: Vec<DonationAward>,
    /// A second text that says otherwise; it is shown beside the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<LocalText>,
    /// Where it comes from.
    pub source: SourceId,
}

/// The ages at which a person may give blood, in full years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DonorAges {
    /// The youngest.
    pub from: u32,
    /// The oldest.
    pub to: u32,
    /// The oldest, for repeat donors without adverse reactions.
    pub repeat_to: u32,
}

/// An award for giving blood often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DonationAward {
    /// Its name.
    pub names: LocalText,
    /// Donations needed: 200 ml of whole blood count 1, one unit of platelets counts 1.
    pub donations: u32,
}
