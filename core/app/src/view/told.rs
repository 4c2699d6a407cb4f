//! "Was I told?": everything that is known of when something happened, was written down and reached
//! the person.

use super::KeyValue;
use standing_model::ids::MembershipId;

/// What the question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToldTarget {
    /// An entry.
    Entry {
        /// Its id.
        entry: String,
    },
    /// Household stars of a category.
    Stars {
        /// The category's id.
        category: String,
    },
    /// A perk or a restriction.
    Measure {
        /// Its id in the rulebook.
        measure: String,
    },
}

/// Everything that is known of whether the person was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldView {
    /// The membership.
    pub membership: MembershipId,
    /// What it is about.
    pub target: ToldTarget,
    /// "Late on a loan payment".
    pub title: String,
    /// "−5"; empty where no points are concerned.
    pub points: String,
    /// Whether a signed letter about it has reached this phone.
    pub told: bool,
    /// "A letter about it reached this phone on 26 November 2026."
    pub heading: String,
    /// The days on which nothing reached this phone, what is missing and what was before this
    /// phone: a sentence each.
    pub gaps: Vec<String>,
    /// Everything in the order of its days.
    pub events: Vec<ToldEvent>,
    /// The document, the office, the basis in law.
    pub origin: Vec<KeyValue>,
    /// Whose clock each day is by, and that paper letters are not seen here.
    pub note: String,
    /// What a case file of this would be called, and what would be in it.
    pub case_file: CaseFileView,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldEvent {
    /// "12 September 2026".
    pub day: String,
    /// "Happened".
    pub title: String,
    /// What else is known of it; empty if nothing is.
    pub detail: String,
    /// Whose day it is.
    pub clock: ToldClock,
    /// "by the authority’s date", "by this phone’s time".
    pub by: String,
    /// Whether it was before this phone was connected.
    pub is_before: bool,
    /// "Before this phone was connected"; empty otherwise.
    pub before: String,
    /// The page that shows more.
    pub place: ToldPlace,
}

/// Whose day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ToldClock {
    /// The authority wrote it, and signed that.
    Authority,
    /// This phone wrote it down.
    Phone,
}

/// The page of what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToldPlace {
    /// No page.
    Nothing,
    /// A statement.
    Statement {
        /// Its number.
        seq: u32,
    },
    /// A letter.
    Letter {
        /// Its number.
        n: u32,
    },
}

/// A case file: one that was written, or what would be in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFileView {
    /// What to call it: `standing-case-2026-11-23.zip`.
    pub file_name: String,
    /// What is in it.
    pub text: String,
}
