//! What contradicts what, and two documents with one number side by side.

use super::CheckState;
use crate::error::Problem;
use standing_model::ids::MembershipId;

/// Every alarm of one membership, or of what belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmsView {
    /// The membership; none for registers and whatever else belongs to none.
    pub membership: Option<MembershipId>,
    /// "2 to look at", or that nothing contradicts itself.
    pub text: String,
    /// The gravest first; what was put aside comes last.
    pub rows: Vec<AlarmRow>,
}

/// One alarm in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmRow {
    /// Its id on this phone.
    pub alarm: i64,
    /// What happened, what is safe, what to do.
    pub problem: Problem,
    /// How grave it is.
    pub gravity: AlarmGravity,
    /// Where it stands.
    pub status: AlarmStatus,
    /// "Nothing explains this yet."
    pub status_text: String,
    /// "Found on 4 January 2027"
    pub found: String,
}

/// How grave an alarm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmGravity {
    /// Signed documents contradict each other.
    Contradiction,
    /// Something is missing, or cannot be told any more.
    Missing,
    /// Something to look at.
    Notice,
}

/// Where an alarm stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlarmStatus {
    /// Nothing explains it.
    Open,
    /// The authority explained it, which settles nothing.
    Explained,
    /// The person put it aside.
    PutAside,
}

/// One alarm with what it rests on, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmView {
    /// The membership; none for registers and whatever else belongs to none.
    pub membership: Option<MembershipId>,
    /// The alarm in short.
    pub row: AlarmRow,
    /// The documents that contradict each other, at most four; empty if it rests on none.
    pub branches: Vec<AlarmBranch>,
    /// What differs between them.
    pub differs: Vec<AlarmDifference>,
    /// "12 other things are the same.", or why there is nothing to compare.
    pub same: String,
    /// What was checked of each.
    pub checks: Vec<AlarmCheck>,
    /// What this means, in a few sentences.
    pub meaning: Vec<String>,
    /// What was shown: hand it back to put the alarm aside.
    pub seen: String,
}

/// One of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmBranch {
    /// "First"
    pub name: String,
    /// Its most important value, such as a score; empty if it has none.
    pub value: String,
    /// What is below it, such as a tier.
    pub detail: String,
    /// When it reached this phone; empty if it did not.
    pub reached: String,
    /// Its own signed day; empty if it is not here.
    pub dated: String,
    /// "Yangqiao village committee, key ab12cd34"; empty if it cannot be told.
    pub signer: String,
    /// The first characters of its hash.
    pub fingerprint: String,
    /// "In use now", or that it is not on this phone; empty otherwise.
    pub note: String,
    /// Whether the authority's newest head names it.
    pub in_use: bool,
    /// The signed document; empty if it is not here.
    pub document: String,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmDifference {
    /// "Littering at the river landing"
    pub label: String,
    /// What each of the documents says, in their order.
    pub values: Vec<String>,
}

/// One check of all documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmCheck {
    /// "Signed by the authority"
    pub name: String,
    /// What it found of each, in their order.
    pub states: Vec<CheckState>,
}

/// An alarm as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmExport {
    /// What to call it.
    pub file_name: String,
    /// The summary, and every document as it came.
    pub json: String,
}
