//! Letters about a listing of one's own organisation: written here, printed, handed in on paper.

use super::cases::{ContestGround, ContestWants};
use super::{Deadline, KeyValue};

/// Which listing a letter is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListingKey {
    /// The organisation's code.
    pub uscc: String,
    /// The register that has it: the name of its trust root.
    pub register: String,
    /// Who signs the list.
    pub lister: String,
    /// Its number in the list.
    pub list_id: String,
}

/// What such a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListingAim {
    /// Something in the listing is wrong.
    Contest,
    /// What was ordered has been done.
    Done,
}

/// What the form of such a letter holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingDraft {
    /// The listing.
    pub listing: ListingKey,
    /// What the letter is for.
    pub aim: ListingAim,
    /// What is wrong, in the order of ticking; only to contest.
    pub grounds: Vec<ContestGround>,
    /// In the person's words: why, or what was done.
    pub words: String,
    /// What is asked for; only to contest.
    pub wants: ContestWants,
    /// The day on which it was done: `2026-11-23`; empty to contest.
    pub on: String,
}

/// A letter among those about one business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingLetterRow {
    /// Its number on this phone.
    pub id: i64,
    /// "Contest of listing L1"
    pub title: String,
    /// "Written on 26 November 2026. Not handed in yet."
    pub text: String,
}

/// One letter and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingCaseView {
    /// Its number on this phone.
    pub id: i64,
    /// The organisation's code.
    pub uscc: String,
    /// "Contest of listing L1"
    pub title: String,
    /// "Written on 26 November 2026. Not handed in yet."
    pub text: String,
    /// It was noted that it was handed in.
    pub handed_in: bool,
    /// What to do now.
    pub todo: String,
    /// Whether the list names the organisation now, as far as this phone knows.
    pub listed: String,
    /// The day by which the next step is due; none if none is.
    pub deadline: Option<Deadline>,
    /// The office, each step with its last day, the rule.
    pub facts: Vec<KeyValue>,
    /// The photo of the stamp, a JPEG.
    pub photo: Option<Vec<u8>>,
}
