//! What a genuine door sign says here and now: is it this quarter's, and is it the door's on which
//! the resident's own statement says the same stars (PROTOCOL §3.7).

use std::collections::{BTreeMap, BTreeSet};

use super::State;
use super::freshness::is_past;
use super::origin::KeyList;
use super::statement::InForce;
use crate::TrustError;
use crate::message::Verified;
use standing_model::door_sign::DoorSign;
use standing_model::ids::{DoorId, StarId};
use standing_model::quarter::Quarter;
use standing_model::statement::{Star, StarState, Statement};
use standing_model::time::UnixTime;
use standing_rules::clocks::TOLERANCE;

/// Whether a sign is the one of this quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// It is.
    Current,
    /// It is an earlier quarter's: another one should hang in its place.
    Earlier,
    /// Its quarter is still to come, or it was signed later than now: no sign hangs before its
    /// time, unless the clock here is behind.
    NotYet,
}

/// Whether a sign is that of the resident's own door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// It is, and says the same stars as the statement, or others in these categories.
    Own {
        /// In the order of their ids; empty if the sign says what the statement says.
        differences: Vec<StarDifference>,
    },
    /// It is, and of another quarter: each quarter has its own stars, so they are not compared.
    OwnThen,
    /// It is, and the statement cannot say which stars it has to show.
    NotCompared(NotCompared),
    /// It is another door's.
    Another {
        /// The resident's own; several if several residents share the phone.
        own: Vec<DoorId>,
    },
    /// No statement here names a door of this authority.
    Unknown,
}

/// Why a sign is not compared with the statement that names its door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// The statement ends before the day before the sign's quarter: stars may have been set since.
    EndsBefore,
    /// It was withdrawn, or another one took its place.
    NotInForce,
}

/// The newest statement of a resident here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStatement<'a> {
    /// What it says.
    pub statement: &'a Statement,
    /// Whether it is in force.
    pub in_force: InForce,
}

/// Why a newer list of keys may allow a sign that the list here refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldList {
    /// Its authority signed a list of a later version since, which cannot be read here.
    Unread,
    /// The list is past its date.
    PastDate,
    /// The sign gives a time after the list was checked last.
    CheckedBefore,
}

/// A category in which a sign and a statement differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarDifference {
    /// The category.
    pub category: StarId,
    /// The stars on the sign; 0 if it has none.
    pub sign: u8,
    /// The stars in the statement; 0 if it has none.
    pub statement: u8,
}

/// Whether a sign is the one of the quarter in which `latest` lies, in its authority's zone.
#[must_use]
pub fn age(sign: &Verified<DoorSign>, latest: UnixTime) -> Age {
    let payload = sign.payload();
    if payload.iat.since(latest) > TOLERANCE {
        return Age::NotYet;
    }
    match payload.quarter.cmp(&Quarter::of(latest.day_in(sign.zone()))) {
        std::cmp::Ordering::Less => Age::Earlier,
        std::cmp::Ordering::Equal => Age::Current,
        std::cmp::Ordering::Greater => Age::NotYet,
    }
}

/// Whether a newer list of keys may allow a sign that this list refuses: `claimed` is the time that
/// the sign gives, `checked_at` when the list was checked last. None for a sign that no list makes
/// genuine.
#[must_use]
pub fn old_list(
    error: &TrustError,
    claimed: Option<UnixTime>,
    list: KeyList,
    checked_at: UnixTime,
) -> Option<OldList> {
    let rests_on_list = matches!(
        error,
        TrustError::UnknownKey(_) | TrustError::OutsideRemit(_) | TrustError::KeyNotInUse
    );
    if !rests_on_list {
        None
    } else if list.unread {
        Some(OldList::Unread)
    } else if list.good_until.is_some_and(|good_until| is_past(good_until, list.latest)) {
        Some(OldList::PastDate)
    } else {
        claimed.filter(|iat| *iat > checked_at).map(|_| OldList::CheckedBefore)
    }
}

/// Whose door a sign of this age is, by the newest statement of each resident here. Statements of
/// another authority say nothing about it.
#[must_use]
pub fn whose(sign: &DoorSign, age: Age, newest: &[OwnStatement<'_>]) -> Whose {
    if let Some(own) = compared_with(sign, newest) {
        return match own.not_compared(sign) {
            _ if age != Age::Current => Whose::OwnThen,
            Some(why) => Whose::NotCompared(why),
            None => Whose::Own { differences: differences(sign, own.statement) },
        };
    }
    let ours = newest.iter().filter(|one| one.statement.iss == sign.iss);
    let own: BTreeSet<DoorId> = ours.filter_map(|one| one.statement.door.clone()).collect();
    match own.is_empty() {
        true => Whose::Unknown,
        false => Whose::Another { own: own.into_iter().collect() },
    }
}

/// The statement that a sign is compared with: of those that name its door the one that ends last,
/// and of several the one that was signed last. One that cannot be compared comes after all others.
#[must_use]
pub fn compared_with<'a, 'b>(
    sign: &DoorSign,
    newest: &'b [OwnStatement<'a>],
) -> Option<&'b OwnStatement<'a>> {
    let names = |one: &&OwnStatement<'a>| {
        one.statement.iss == sign.iss && one.statement.door.as_ref() == Some(&sign.door)
    };
    newest.iter().filter(names).max_by_key(|one| {
        let Statement { period, iat, .. } = one.statement;
        (one.not_compared(sign).is_none(), period.to, *iat)
    })
}

impl OwnStatement<'_> {
    fn not_compared(&self, sign: &DoorSign) -> Option<NotCompared> {
        match self.in_force {
            InForce::Withdrawn { .. }
            | InForce::OtherCounted
            | InForce::Superseded { .. }
            | InForce::Replaced { .. } => Some(NotCompared::NotInForce),
            // Nothing newer is known of; how old the head is, the statement's own page says.
            InForce::Newest
            | InForce::HeadBefore { .. }
            | InForce::HeadNotInDate(_)
            | InForce::NoHead => {
                let day_before = sign.quarter.first().plus_days(-1);
                (self.statement.period.to < day_before).then_some(NotCompared::EndsBefore)
            }
        }
    }
}

/// The stars that a sign for a quarter shows: set before it and not withdrawn, of several in a
/// category the ones set last, by day and then by id (PROTOCOL §3.7.3).
fn stars_before(stars: &[Star], quarter: Quarter) -> BTreeMap<StarId, u8> {
    let set = stars.iter().filter(|star| star.state != StarState::Withdrawn);
    let mut set: Vec<&Star> = set.filter(|star| star.set_on < quarter.first()).collect();
    set.sort_by(|a, b| (a.set_on, &a.id).cmp(&(b.set_on, &b.id)));
    set.into_iter().map(|star| (star.category.clone(), star.value)).collect()
}

fn differences(sign: &DoorSign, statement: &Statement) -> Vec<StarDifference> {
    let mut both: BTreeMap<StarId, (u8, u8)> = BTreeMap::new();
    for (category, value) in stars_before(&statement.stars, sign.quarter) {
        both.insert(category, (0, value));
    }
    for (category, value) in sign.stars.iter() {
        both.entry(category.clone()).or_default().0 = value;
    }
    let differs = both.into_iter().filter(|(_, (sign, statement))| sign != statement);
    differs
        .map(|(category, (sign, statement))| StarDifference { category, sign, statement })
        .collect()
}

impl Age {
    /// How sure it is that the sign may hang there. One of another quarter says nothing about today.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Current => State::Holds,
            Self::Earlier | Self::NotYet => State::Unknown,
        }
    }

    /// The answer as a word, the same in every language; empty for the sign that should hang there.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "",
            Self::Earlier => "earlier-quarter",
            Self::NotYet => "not-yet",
        }
    }
}

impl Whose {
    /// How sure it is that the sign belongs where the resident has it. Another door's is no fault
    /// of the sign: whoever sees it compares its mark.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Own { differences } if differences.is_empty() => State::Holds,
            Self::OwnThen => State::Holds,
            Self::Own { .. } => State::Fails,
            Self::NotCompared(_) | Self::Another { .. } | Self::Unknown => State::Unknown,
        }
    }

    /// The answer as a word, the same in every language; empty for the own sign with the same
    /// stars.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Own { differences } if differences.is_empty() => "",
            Self::OwnThen => "",
            Self::Own { .. } => "other-stars",
            Self::NotCompared(NotCompared::EndsBefore) => "statement-ends-before",
            Self::NotCompared(NotCompared::NotInForce) => "statement-not-in-force",
            Self::Another { .. } => "another-door",
            Self::Unknown => "no-own-door",
        }
    }
}

#[cfg(test)]
#[path = "door_sign_tests.rs"]
mod tests;
