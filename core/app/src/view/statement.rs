//! Statements, how one adds up, and one entry in full.

use super::alarms::AlarmRow;
use super::businesses::RemedyView;
use super::home::Told;
use super::{KeyValue, Proof};
use standing_model::ids::MembershipId;

/// Every statement on this phone, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementsView {
    /// The membership.
    pub membership: MembershipId,
    /// One row a statement.
    pub rows: Vec<StatementRow>,
    /// "Unbroken on this phone, from 1 to 8", or what is missing.
    pub chain: String,
    /// Alarms about the history.
    pub alarms: Vec<AlarmRow>,
}

/// A statement in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// Its number.
    pub seq: u32,
    /// "1 July to 1 October 2026".
    pub period: String,
    /// "82".
    pub score: String,
    /// "+1" against the one before; empty for the first on this phone.
    pub change: String,
    /// The tier's name.
    pub tier: String,
    /// How sure it is.
    pub state: super::CheckState,
    /// "Taken back on …" or empty.
    pub note: String,
}

/// One statement and how it adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementView {
    /// The membership.
    pub membership: MembershipId,
    /// Its number.
    pub seq: u32,
    /// "Resident statement 8".
    pub title: String,
    /// "How 82 adds up".
    pub heading: String,
    /// "1 July to 1 October 2026 · rulebook 7".
    pub period: String,
    /// The total: "82".
    pub score: String,
    /// The total in the rulebook's unit.
    pub points: i32,
    /// The tier's name.
    pub tier: String,
    /// Who says so, and the checks.
    pub proof: Proof,
    /// The sum line by line, with what counts so far.
    pub ledger: Vec<LedgerRow>,
    /// "60 + 8 + 14 = 82".
    pub sum: String,
    /// Where the total is not what its own entries give; none if it is.
    pub gap: Option<SumGap>,
    /// Every difference between the statement and its own entries; empty if it adds up.
    pub differences: Vec<String>,
    /// Entries that do not count, with the reason.
    pub not_counted: Vec<LedgerRow>,
    /// Household stars.
    pub stars: Vec<StarRow>,
    /// What changed against the statement before on this phone.
    pub changes: Vec<super::home::ChangeRow>,
    /// The statement before on this phone.
    pub previous: Option<u32>,
    /// The statement after on this phone.
    pub next: Option<u32>,
}

/// A total that is not the sum of its own entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumGap {
    /// What its own entries give: "82".
    pub adds_up_to: String,
    /// What it says less that: "−5".
    pub difference: String,
}

/// One line of the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// The entry that it is about; none for the start and for stars.
    pub entry: Option<String>,
    /// "Late on a loan payment".
    pub label: String,
    /// "12 September 2026"; or why it does not count.
    pub detail: String,
    /// "−5".
    pub points: String,
    /// The sum so far: "82"; empty where the line does not count.
    pub so_far: String,
}

/// Household stars in one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarRow {
    /// The id of the stars in the statement.
    pub id: String,
    /// The category's id.
    pub category: String,
    /// Its name.
    pub name: String,
    /// How many.
    pub stars: u8,
    /// Of how many.
    pub of: u8,
    /// "4 of 5".
    pub text: String,
    /// What they count: "+1".
    pub points: String,
    /// "Set on 30 September 2026 by Yangqiao village committee.", why, and what was before.
    pub detail: String,
}

/// One entry in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryView {
    /// The membership.
    pub membership: MembershipId,
    /// The statement that it stands in.
    pub seq: u32,
    /// Its id.
    pub entry: String,
    /// "−5".
    pub points: String,
    /// "Late on a loan payment".
    pub title: String,
    /// "Rule F-2 of rulebook 7: −5 each time, at most 2 times a year."
    pub rule: String,
    /// Whether it counts, and why or why not.
    pub counts: String,
    /// "Signed as part of statement 8", and the checks.
    pub proof: Proof,
    /// "Was I told?"
    pub told: Told,
    /// Where it comes from: happened, recorded, counts until, recorded by, document, legal basis.
    pub origin: Vec<KeyValue>,
    /// "If it were removed: 87 of 100, Good", and which entry would count in its place; empty if
    /// it does not count.
    pub if_removed: String,
    /// What the person can do about it, step by step, from the rulebook.
    pub steps: Vec<KeyValue>,
    /// How it is repaired before it stops counting, as the rulebook has it; none if it has none.
    pub repair: Option<RemedyView>,
    /// It took points and is active: what it ordered can be reported as done.
    pub can_comply: bool,
}
