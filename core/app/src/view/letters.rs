//! Letters: every notice that an authority signed for the person, and one in full.

use super::cases::CaseTarget;
use super::{CheckState, Deadline, KeyValue};
use standing_model::ids::MembershipId;

/// Every letter of a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LettersView {
    /// The membership.
    pub membership: MembershipId,
    /// "6 letters. 1 is new.", or that there are none.
    pub text: String,
    /// How sure the whole of them is: the worst of "All signed" and "None missing".
    pub state: CheckState,
    /// What was checked of all of them.
    pub checks: Vec<LetterCheck>,
    /// "Yangqiao village committee, letters 1 to 6. Asked 2 hours ago."
    pub proof: String,
    /// What was searched for, as it was typed; empty for all letters.
    pub search: String,
    /// Letters with a day to keep that has not passed: the nearest day first.
    pub with_date: Vec<LetterRow>,
    /// All others, the newest first by their own date.
    pub rest: Vec<LetterRow>,
    /// What to say where nothing is listed; empty otherwise.
    pub empty: String,
    /// How many are new, whether or not the search finds them.
    pub new: u32,
    /// Whose clock each date is by.
    pub note: String,
}

/// One letter in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRow {
    /// Its number.
    pub n: u32,
    /// "Letter about an entry".
    pub title: String,
    /// "Late on a loan payment, −5"; empty if that is not known.
    pub about: String,
    /// "Contest by Friday 4 December 2026, in 8 days"; empty if it names no day, or one that has
    /// passed.
    pub keep: String,
    /// "Dated 30 September 2026. Reached this phone on 26 November 2026."
    pub dates: String,
    /// Whether the person has not opened it.
    pub is_new: bool,
    /// Whether it is signed, as checked now.
    pub state: CheckState,
}

/// One check of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterCheck {
    /// The result.
    pub state: CheckState,
    /// The check's name in two or three words: the mark's word.
    pub name: String,
    /// What this phone found.
    pub finding: String,
}

/// One letter in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterView {
    /// The membership.
    pub membership: MembershipId,
    /// Its number.
    pub n: u32,
    /// "Letter 6".
    pub heading: String,
    /// Who signed it.
    pub sender: String,
    /// "Letter about an entry".
    pub title: String,
    /// The worst of the checks.
    pub state: CheckState,
    /// What fails first, then what is unknown, then what holds.
    pub checks: Vec<LetterCheck>,
    /// "Yangqiao village committee, key ab12cd34. Follows letter 5."
    pub proof: String,
    /// The day to keep; none if it names none.
    pub deadline: Option<Deadline>,
    /// What it says, one paragraph after another; empty if it says nothing in this language.
    pub text: Vec<String>,
    /// "It says nothing in English.", or that it cannot be read; empty otherwise.
    pub text_note: String,
    /// What it says in the other language; empty if nothing.
    pub other_text: Vec<String>,
    /// "In 简体中文, signed too"; empty if there is nothing.
    pub other_title: String,
    /// The document that it belongs to; empty if it names none.
    pub document: String,
    /// Its own date, when it was signed, when it reached this phone, how it was sent.
    pub times: Vec<KeyValue>,
    /// Dates of it that lie apart by much.
    pub late: Vec<LetterLate>,
    /// What it is about.
    pub about: LetterAbout,
    /// What is contested by who contests what it says: the letter, or the phone that it names.
    pub contests: CaseTarget,
    /// It may have ordered something, which can be reported as done.
    pub can_comply: bool,
    /// Whether the person has not marked it as read.
    pub is_new: bool,
}

/// Two dates of a letter that lie apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterLate {
    /// "57 days lie between its date and its signature."
    pub text: String,
    /// What the person can do with that.
    pub todo: String,
}

/// What a letter is about, and where that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterAbout {
    /// "Late on a loan payment".
    pub title: String,
    /// "−5"; empty where no points are concerned.
    pub points: String,
    /// "Entry E-2026-021 in statement 8", or what has become of it.
    pub text: String,
    /// Where it is shown; none if nowhere on this phone.
    pub target: LetterTarget,
}

/// The page of what a letter is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterTarget {
    /// Nothing on this phone.
    Nothing,
    /// An entry.
    Entry {
        /// The newest statement that has it.
        seq: u32,
        /// Its id.
        entry: String,
    },
    /// Household stars.
    Stars {
        /// The newest statement that has them.
        seq: u32,
    },
    /// A record that this phone sent.
    Record {
        /// The item.
        item: i64,
    },
    /// Perks and restrictions.
    Perks,
    /// The rulebook.
    Rulebook,
    /// Warnings: documents were replaced.
    Alarms,
}
