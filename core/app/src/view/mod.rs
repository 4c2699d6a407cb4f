//! What each screen shows: finished sentences beside typed facts. Plain data, one view a screen.

pub mod alarms;
pub mod answers;
pub mod businesses;
pub mod cases;
pub mod comparison;
pub mod door_sign;
pub mod forecast;
pub mod freshness;
pub mod help;
pub mod home;
pub mod join;
pub mod letters;
pub mod listing_letters;
pub mod network;
pub mod people;
pub mod perks;
pub mod receipts;
pub mod records;
pub mod rulebook;
pub mod settings;
pub mod statement;
pub mod story;
pub mod sync;
pub mod told;
pub mod watched;

/// How sure something is. Shown as icon, word and colour, never as colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckState {
    /// This phone worked it out, and it does not hold.
    Fails,
    /// This phone cannot tell now.
    Unknown,
    /// This phone worked it out, and it holds.
    Holds,
}

/// What was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckKind {
    /// Signed by a key of its authority, and not changed since.
    Signed,
    /// The authority may say this.
    Allowed,
    /// The newest, and not taken back.
    InForce,
    /// Its entries and rulebook give its total.
    AddsUp,
    /// The history on this phone is unbroken.
    Complete,
}

/// One check, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was checked.
    pub kind: CheckKind,
    /// The result.
    pub state: CheckState,
    /// The check's name.
    pub name: String,
    /// The result in two or three words, such as "Adds up": the mark's word.
    pub mark: String,
    /// What this phone found, in a sentence.
    pub finding: String,
    /// What would make it known, or what to do; empty if it holds.
    pub todo: String,
    /// What the finding rests on, with its age.
    pub rests_on: String,
}

/// Who says so, as of when, and how sure it is. Opens the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The worst of the checks.
    pub state: CheckState,
    /// Every check; what fails first, then what is unknown, then what holds.
    pub checks: Vec<Check>,
    /// "Yangqiao village committee, as of 1 October 2026. Checked 2 hours ago."
    pub text: String,
}

/// A day by which something is to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What: "Answer due".
    pub label: String,
    /// The day as a calendar takes it: `2026-12-04`.
    pub date: String,
    /// The day in words: "Friday 4 December 2026".
    pub day: String,
    /// How far it is: "in 9 days".
    pub away: String,
    /// What it is called in a calendar that others may see: neither what was sent nor to whom. Empty
    /// once the day has passed.
    pub event: String,
}

/// A label and what is beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyValue {
    /// The label.
    pub label: String,
    /// The value.
    pub value: String,
    /// A smaller line below the value; empty if there is none.
    pub note: String,
}
