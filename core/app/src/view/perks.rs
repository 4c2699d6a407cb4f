//! What tier and stars open and close.

use super::rulebook::Origin;
use super::{CheckState, KeyValue, Proof};
use standing_model::ids::MembershipId;

/// Perks and restrictions of one membership, by its newest statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerksView {
    /// The membership.
    pub membership: MembershipId,
    /// The authority's name.
    pub authority: String,
    /// The statement that they stand in; none before the first sync.
    pub seq: Option<u32>,
    /// "Statement 8: 82 of 100, Good"; empty without a statement.
    pub heading: String,
    /// What to say when there is nothing to show; empty otherwise.
    pub empty: String,
    /// Who says so, and the checks.
    pub proof: Option<Proof>,
    /// What the statement says otherwise than this phone works out, where it bears on these.
    pub differences: Vec<String>,
    /// In force first: what is open, what restricts, what could open, what could restrict.
    pub groups: Vec<BenefitGroup>,
}

/// Which perks or restrictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BenefitKind {
    /// Perks that are open.
    Open,
    /// Restrictions in force.
    InForce,
    /// Perks that are not open.
    Closed,
    /// Restrictions that do not apply.
    NotInForce,
}

/// Perks or restrictions that stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenefitGroup {
    /// Which.
    pub kind: BenefitKind,
    /// "Open to you".
    pub title: String,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
    /// The rows, by the rulebook's order.
    pub rows: Vec<BenefitRow>,
}

/// One perk or restriction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenefitRow {
    /// Its id in the rulebook.
    pub id: String,
    /// Its name.
    pub name: String,
    /// "Open since 1 July 2026."; empty if the statement does not list it.
    pub dates: String,
    /// "From tier “Good”: 75 or more".
    pub condition: String,
    /// Where the person stands: "You have 640: 60 short."
    pub standing: String,
    /// What it needs besides, or how it is lifted; empty if the rulebook does not say.
    pub note: String,
    /// What the rulebook does not justify, or misses; empty if it agrees.
    pub difference: String,
    /// Where it and its condition come from.
    pub origins: Vec<Origin>,
}

/// One perk or restriction in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenefitView {
    /// The membership.
    pub membership: MembershipId,
    /// Its id in the rulebook.
    pub id: String,
    /// The authority's name.
    pub authority: String,
    /// The statement that says so.
    pub seq: u32,
    /// Which of the groups it is in.
    pub kind: BenefitKind,
    /// Its name.
    pub name: String,
    /// "Available since 1 July 2026."; what it is if the statement does not list it.
    pub state: String,
    /// Since when and until when; empty if the statement does not list it.
    pub facts: Vec<KeyValue>,
    /// "From level “Good”: 75 or more".
    pub condition: String,
    /// "You have 82."; empty without its rulebook.
    pub standing: String,
    /// What it needs besides, or how it is lifted; empty if the rulebook does not say.
    pub note: String,
    /// What would change it; empty without its rulebook.
    pub changes: Vec<BenefitChange>,
    /// That this is arithmetic and no promise; empty without changes.
    pub caveat: String,
    /// What the rulebook does not justify, or misses; empty if it agrees.
    pub difference: String,
    /// Where it and its condition come from.
    pub origins: Vec<Origin>,
    /// Who says so, and the checks.
    pub proof: Option<Proof>,
    /// Whether it can be shown at a till today.
    pub at_till: bool,
}

/// One thing that would change a perk or a restriction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenefitChange {
    /// What, as a sentence.
    pub text: String,
    /// How far it is: "7 to spare", "in 121 days"; empty if that is no number.
    pub away: String,
    /// The entry that it is about; none if it is about none.
    pub entry: Option<String>,
}

/// A perk as it is shown at a till. It says nothing about the score, and names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TillView {
    /// The perk's name.
    pub name: String,
    /// "Up to and including 31 December 2026".
    pub until: String,
    /// "Today, Monday 23 November 2026".
    pub today: String,
    /// Whether it holds, or cannot be told now.
    pub state: CheckState,
    /// Who signed it, and when that was checked.
    pub proof: String,
    /// What the page does not prove.
    pub caution: String,
}
