//! What tier and stars open and close.

use super::Proof;
use super::rulebook::Origin;
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
