//! What a genuine door sign says here and now: is it this quarter's, and is it the door's on which
//! the resident's own statement says the same stars (PROTOCOL §3.7).

use std::collections::{BTreeMap, BTreeSet};

use super::State;
use crate::message::Verified;
use standing_model::door_sign::DoorSign;
use standing_model::ids::{DoorId, StarId};
use standing_model::quarter::Quarter;
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_rules::arithmetic::current_stars;
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
    /// It is another door's.
    Another {
        /// The resident's own; several if several residents share the phone.
        own: Vec<DoorId>,
    },
    /// No statement here names a door of this authority.
    Unknown,
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

/// Whose door a sign of this age is, by the newest statement of each resident here. Statements of
/// another authority say nothing about it.
#[must_use]
pub fn whose<'a>(
    sign: &DoorSign,
    age: Age,
    newest: impl IntoIterator<Item = &'a Statement>,
) -> Whose {
    let mut own = BTreeSet::new();
    for statement in newest.into_iter().filter(|statement| statement.iss == sign.iss) {
        let Some(door) = &statement.door else { continue };
        if *door == sign.door && age != Age::Current {
            return Whose::OwnThen;
        }
        if *door == sign.door {
            return Whose::Own { differences: differences(sign, statement) };
        }
        own.insert(door.clone());
    }
    match own.is_empty() {
        true => Whose::Unknown,
        false => Whose::Another { own: own.into_iter().collect() },
    }
}

fn differences(sign: &DoorSign, statement: &Statement) -> Vec<StarDifference> {
    let current = current_stars(&statement.stars, statement.period.to);
    let mut both: BTreeMap<StarId, (u8, u8)> = BTreeMap::new();
    for star in current.values() {
        both.insert(star.category.clone(), (0, star.value));
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
            Self::Another { .. } | Self::Unknown => State::Unknown,
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
            Self::Another { .. } => "another-door",
            Self::Unknown => "no-own-door",
        }
    }
}

#[cfg(test)]
#[path = "door_sign_tests.rs"]
mod tests;
