//! What a resident can do about what is held against them, and what an authority decides on it.
//!
//! The bodies of the records `contest`, `compliance` and `rights_request`, and the decision in a
//! receipt. Neither a contest nor a compliance record admits anything (PROTOCOL §3.3.2).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::json;
use super::record::{Body, Record};
use super::text::{LocalText, is_invisible};
use super::time::Date;
use crate::ids::{EntryId, KeyId, PerkId, RecordId, StepId};

/// Characters of what a resident writes in one of these records at most.
pub const MAX_WORDS: usize = 1_000;

/// Grounds of one contest at most: all that there are.
pub const MAX_GROUNDS: usize = 8;

/// That something is wrong, and what should follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contest {
    /// What is contested.
    pub target: Target,
    /// Why: at least one, each once.
    #[serde(deserialize_with = "json::list::<_, _, MAX_GROUNDS>")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 8)))]
    pub grounds: Vec<Ground>,
    /// In the resident's words; needed where a ground is `other`. At most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub words: Option<String>,
    /// What is asked for.
    pub wants: Wanted,
    /// Whether the mark *contested* may stand at the entry: whoever sees the entry sees it.
    pub mark: bool,
    /// The earlier contest whose decision or silence this one takes to the next instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<RecordId>,
}

/// What is contested.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    /// A statement's entry, by id.
    Entry(EntryId),
    /// Household stars, by id.
    Star(EntryId),
    /// A perk or a restriction, by its id in the rulebook.
    Measure(PerkId),
    /// A statement, by its number.
    Statement(u32),
    /// A notice, by its number.
    Notice(u32),
    /// A further phone, by its key's thumbprint.
    Device(KeyId),
}

/// Why something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// It was somebody else.
    NotMe,
    /// It did not happen.
    DidNotHappen,
    /// Another rule applies, or none.
    WrongRule,
    /// The rule gives another number.
    WrongPoints,
    /// What was ordered has been done.
    AlreadyComplied,
    /// The resident was not told.
    NotTold,
    /// It happened too long ago.
    TooOld,
    /// Something else, which the words say.
    Other,
}

impl Ground {
    /// Every ground, in the order in which a form lists them.
    pub const ALL: [Self; MAX_GROUNDS] = [
        Self::NotMe,
        Self::DidNotHappen,
        Self::WrongRule,
        Self::WrongPoints,
        Self::AlreadyComplied,
        Self::NotTold,
        Self::TooOld,
        Self::Other,
    ];
}

/// What a contest asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// That it is taken off.
    Removed,
    /// That it is put right.
    Corrected,
    /// That it is explained.
    Explained,
}

/// That what was ordered has been done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compliance {
    /// What had ordered it.
    pub target: Order,
    /// What was done, in the resident's words. At most 1,000 characters.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub done: String,
    /// The day on which it was done.
    pub on: Date,
}

/// What orders something to be done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Order {
    /// A statement's entry, by id.
    Entry(EntryId),
    /// A restriction, by its id in the rulebook.
    Measure(PerkId),
    /// A notice, by its number.
    Notice(u32),
}

impl From<Order> for Target {
    fn from(order: Order) -> Self {
        match order {
            Order::Entry(id) => Self::Entry(id),
            Order::Measure(id) => Self::Measure(id),
            Order::Notice(n) => Self::Notice(n),
        }
    }
}

/// A request under the law on personal information.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RightsRequest {
    /// Which right.
    pub right: Right,
    /// In the resident's words. At most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 1000)))]
    pub words: Option<String>,
}

/// A right to one's own personal information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// To see what is held.
    Access,
    /// To get a copy of it.
    Copy,
    /// That it is put right.
    Correct,
    /// That it is deleted.
    Delete,
    /// That it is not used for something.
    Restrict,
    /// That a decision is explained.
    Explain,
}

impl Right {
    /// Every right, in the order in which a form lists them.
    pub const ALL: [Self; 6] =
        [Self::Access, Self::Copy, Self::Correct, Self::Delete, Self::Restrict, Self::Explain];
}

/// What an authority decided on a contest, on what was done, or on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// How it was decided.
    pub outcome: Outcome,
    /// What follows for the record's target. Never where it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Where the resident can go from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Next>,
}

/// How a case was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// As the resident asked.
    Granted,
    /// In part as the resident asked; the reason says in which.
    Partly,
    /// Not as the resident asked; the reason says why.
    Refused,
}

/// What a decision changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What is changed: the record's own target.
    pub target: Target,
    /// How.
    pub change: Change,
    /// From which day: a statement whose last day is later shows it.
    pub on: Date,
}

/// How something is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is taken back: it should not have counted.
    Withdrawn,
    /// It is put right: another one takes its place.
    Corrected,
    /// It ends from that day on.
    Lifted,
}

/// The next step after a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// The step of the rulebook's ladder.
    pub step: StepId,
    /// The office that it goes to.
    pub to: LocalText,
    /// The last day, in the authority's zone; the rulebook says it if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What is wrong with such a record in a way that the types cannot say (PROTOCOL §3.3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseFault {
    /// A contest without a ground.
    NoGround,
    /// A ground is named twice.
    GroundTwice,
    /// The ground `other` without words.
    OtherUnsaid,
    /// Words that are there and say nothing.
    Blank,
    /// More characters than [`MAX_WORDS`].
    TooLong,
    /// A statement or a notice with the number 0.
    NumberZero,
    /// It follows the record that it replaces.
    FollowsReplaced,
    /// It follows a record that is no contest.
    FollowsNoContest,
    /// It follows a contest of something else, or of another resident.
    FollowsAnother,
    /// It follows a contest that was made later.
    FollowsLater,
}

impl CaseFault {
    /// What is wrong, as a lower-case fragment that cites the rule.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::NoGround => "a contest without a ground (§3.3.1)",
            Self::GroundTwice => "a ground is named twice (§3.3.1)",
            Self::OtherUnsaid => "the ground `other` without words (§3.3.1)",
            Self::Blank => "words that say nothing (§3.3.1)",
            Self::TooLong => "words of more than 1000 characters (§3.3.1)",
            Self::NumberZero => "numbers begin at 1 (§3.6)",
            Self::FollowsReplaced => "it follows the record that it replaces (§3.3.1)",
            Self::FollowsNoContest => "it follows a record that is no contest (§3.3.1)",
            Self::FollowsAnother => "it follows a contest of something else (§3.3.1)",
            Self::FollowsLater => "it follows a contest that was made later (§3.3.1)",
        }
    }
}

/// What is wrong with a record by itself; nothing with one of another kind.
#[must_use]
pub fn fault(record: &Record) -> Option<CaseFault> {
    match &record.body {
        Body::Contest(contest) => contest.fault(record.replaces),
        Body::Compliance(done) => {
            Target::from(done.target.clone()).fault().or_else(|| words_fault(Some(&done.done)))
        }
        Body::RightsRequest(request) => words_fault(request.words.as_deref()),
        Body::SelfReport(_)
        | Body::Volunteering(_)
        | Body::BloodDonation(_)
        | Body::Withdrawal(_) => None,
    }
}

/// What is wrong between a contest and the one that it takes to the next instance.
#[must_use]
pub fn follows_fault(contest: &Record, earlier: &Record) -> Option<CaseFault> {
    let (Body::Contest(after), Body::Contest(before)) = (&contest.body, &earlier.body) else {
        return Some(CaseFault::FollowsNoContest);
    };
    let same = (&contest.aud, contest.trust, &contest.sub, &after.target)
        == (&earlier.aud, earlier.trust, &earlier.sub, &before.target);
    if !same {
        return Some(CaseFault::FollowsAnother);
    }
    (contest.made_at < earlier.made_at).then_some(CaseFault::FollowsLater)
}

impl Contest {
    fn fault(&self, replaces: Option<RecordId>) -> Option<CaseFault> {
        let grounds: BTreeSet<Ground> = self.grounds.iter().copied().collect();
        if grounds.is_empty() {
            Some(CaseFault::NoGround)
        } else if grounds.len() != self.grounds.len() {
            Some(CaseFault::GroundTwice)
        } else if grounds.contains(&Ground::Other) && self.words.is_none() {
            Some(CaseFault::OtherUnsaid)
        } else if self.follows.is_some() && self.follows == replaces {
            Some(CaseFault::FollowsReplaced)
        } else {
            self.target.fault().or_else(|| words_fault(self.words.as_deref()))
        }
    }
}

impl Target {
    const fn fault(&self) -> Option<CaseFault> {
        match self {
            Self::Statement(0) | Self::Notice(0) => Some(CaseFault::NumberZero),
            _ => None,
        }
    }
}

fn words_fault(words: Option<&str>) -> Option<CaseFault> {
    let words = words?;
    if words.chars().all(|one| one.is_whitespace() || is_invisible(one)) {
        Some(CaseFault::Blank)
    } else if words.chars().count() > MAX_WORDS {
        Some(CaseFault::TooLong)
    } else {
        None
    }
}

#[cfg(test)]
#[path = "case_tests.rs"]
mod tests;
