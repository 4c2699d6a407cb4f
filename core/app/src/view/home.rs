//! Home: the newest statement, what changed, the household, what waits.

use super::{Proof, alarms::AlarmRow, statement::StarRow};
use crate::error::Problem;
use standing_model::ids::MembershipId;

/// The home screen of one membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeView {
    /// The membership.
    pub membership: MembershipId,
    /// The authority's name; with the resident's, masked, if a household shares this phone.
    pub authority: String,
    /// The newest statement that this phone holds; none before the first sync.
    pub statement: Option<StatementCard>,
    /// What to say when there is no statement yet; empty otherwise.
    pub empty: String,
    /// Alarms that are not settled, the gravest first.
    pub alarms: Vec<AlarmRow>,
    /// What is in a format that this version cannot read, and who sent it: "Update Standing."
    pub unread: Vec<Problem>,
    /// "What changed since July"; empty when there is nothing before.
    pub changes_title: String,
    /// What changed, the weightiest first.
    pub changes: Vec<ChangeRow>,
    /// How many notices this phone holds, and how many the person has not opened.
    pub letters: u32,
    /// See [`HomeView::letters`].
    pub new_letters: u32,
    /// "Notices: 2 are new"; empty if there are none.
    pub letters_text: String,
    /// Household stars; empty if the rulebook has none.
    pub stars: Vec<StarRow>,
    /// How many records wait on this phone.
    pub waiting: u32,
    /// How many records need the person.
    pub needs_you: u32,
    /// "2 records wait: the server has a fault. Next try at 14:10."; empty if none do.
    pub waiting_text: String,
    /// "The answer in 1 case is overdue."; empty if no case is.
    pub overdue_text: String,
    /// The case that is overdue longest, if one is.
    pub overdue_case: Option<i64>,
    /// "Last asked 2 hours ago", or what the last sync ran into.
    pub synced: String,
}

/// The newest statement in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementCard {
    /// Its number.
    pub seq: u32,
    /// "Resident statement 8".
    pub title: String,
    /// The total: "82".
    pub score: String,
    /// "of 100".
    pub of: String,
    /// The total in the rulebook's unit.
    pub points: i32,
    /// The tier's name.
    pub tier: String,
    /// The tier's id.
    pub tier_id: String,
    /// "81 in the statement before, as of 1 July 2026"; empty for the first.
    pub before: String,
    /// Who says so, and the checks.
    pub proof: Proof,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The entry that it is about; none for stars, tiers and rules.
    pub entry: Option<String>,
    /// "−5"; empty where no points moved.
    pub points: String,
    /// "Late on a loan payment".
    pub title: String,
    /// "Happened 12 September 2026".
    pub detail: String,
    /// Whether anyone told the person; none where that question does not arise.
    pub told: Option<Told>,
}

/// "Was I told?"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// A signed notice about it has reached this phone.
    pub told: bool,
    /// "No notice has reached this phone since you joined on 12 December 2025."
    pub text: String,
}
