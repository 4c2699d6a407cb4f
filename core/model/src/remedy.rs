//! What an organisation on a list can do, by the kind of list and the class of the listing, as the
//! law has it. Signed by the publisher; the app knows no law by heart.

use serde::{Deserialize, Serialize};

use super::json;
use super::listing::{LegalBasis, ListType, Listing, Severity};
use super::rulebook::DayKind;
use super::text::LocalText;

/// One way to have a listing corrected or ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// What it is for.
    pub kind: RemedyKind,
    /// The lists that it is for; no red list.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub list_types: Vec<ListType>,
    /// The class of listing; any if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// What to do, and with whom.
    pub names: LocalText,
    /// What has to be done before; nothing if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<LocalText>,
    /// Full months after the decision before which nobody may ask for it; at once if absent. The
    /// listing's own `publish_min` counts instead where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_months: Option<u32>,
    /// What is handed in.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub documents: Vec<LocalText>,
    /// What happens then, one after the other.
    #[serde(deserialize_with = "json::list::<_, _, 8>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 8)))]
    pub steps: Vec<RemedyStep>,
    /// The rule that gives it.
    pub basis: LegalBasis,
}

/// What a remedy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RemedyKind {
    /// The listing is wrong.
    Correction,
    /// It was right, and has been put right.
    Repair,
}

/// A step, and within how many days of the one before it ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RemedyStep {
    /// What is done, and by whom.
    pub names: LocalText,
    /// How many days it takes at most; 366 at most.
    pub days: u16,
    /// Which days count; working days by the calendars of the index's `working_days`.
    pub days_are: DayKind,
}

/// How an entry by a rule of a rulebook is repaired before it stops counting by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// What to do, and with whom.
    pub names: LocalText,
    /// What has to be done before; nothing if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<LocalText>,
    /// Full months after the entry was recorded before which nobody may ask for it; at once if
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_months: Option<u32>,
    /// What is handed in.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub documents: Vec<LocalText>,
    /// What happens then, one after the other.
    #[serde(deserialize_with = "json::list::<_, _, 8>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 8)))]
    pub steps: Vec<RemedyStep>,
    /// The rule that gives it.
    pub basis: LegalBasis,
}

impl Repair {
    /// Whether its periods are within bounds.
    #[must_use]
    pub fn is_bounded(&self) -> bool {
        let months = self.after_months.unwrap_or(0);
        months <= super::rulebook::MAX_MONTHS && self.steps.iter().all(|step| step.days <= 366)
    }
}

impl Remedy {
    /// Whether it is for this listing.
    #[must_use]
    pub fn is_for<C>(&self, listing: &Listing<C>) -> bool {
        !listing.list_type.is_red()
            && self.list_types.contains(&listing.list_type)
            && self.severity.is_none_or(|class| class == listing.severity)
    }

    /// Checks that its periods are within bounds.
    ///
    /// # Errors
    /// What is wrong, as a lower-case fragment.
    pub fn check(&self) -> Result<(), String> {
        if self.list_types.iter().any(|list| list.is_red()) {
            return Err("it names a remedy against a red list".to_owned());
        }
        if self.after_months.is_some_and(|months| months > super::listing::MOST_MONTHS) {
            return Err("a remedy waits longer than any listing lasts".to_owned());
        }
        if self.steps.iter().any(|step| step.days > 366) {
            return Err("a step of a remedy is longer than a year".to_owned());
        }
        Ok(())
    }
}
