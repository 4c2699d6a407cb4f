//! Is a receipt or a notice in its place in its series?

use super::State;
use crate::alarm::{Alarm, KeptAlarm};
use standing_model::ids::Hash;
use standing_model::series::SeriesKind;

/// What is known of the place of a document.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its number.
    pub n: u32,
    /// The hash of its compact form.
    pub hash: Hash,
    /// The hash that it names, if it names one; none if it does not verify.
    pub prev: Option<Option<Hash>>,
    /// The hash of the document of the series that has its number.
    pub in_chain: Option<Hash>,
    /// The hash of the document of the series that has the number before.
    pub before: Option<Hash>,
    /// Whether an alarm names it: see [`breaks_place`].
    pub alarmed: bool,
}

/// Whether a document is in its series, after the one whose hash it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InSequence {
    /// It is.
    Holds,
    /// The series has another one in its place, or it does not follow from the one before.
    Fails,
    /// What is around it is not here.
    Unknown,
}

/// Whether a document is in its series, after the one whose hash it names.
#[must_use]
pub fn in_sequence(place: &Place) -> InSequence {
    let linked = match (place.prev, place.before) {
        (Some(Some(prev)), Some(before)) => Some(prev == before),
        (Some(None), None) => Some(place.n == 1),
        _ => None,
    };
    let other = place.in_chain.is_some_and(|hash| hash != place.hash);
    match (place.in_chain, linked) {
        _ if place.alarmed || other => InSequence::Fails,
        (_, Some(false)) => InSequence::Fails,
        (Some(_), Some(true)) => InSequence::Holds,
        _ => InSequence::Unknown,
    }
}

/// Whether an alarm is about the place of number `n` of a series: what a lost key signed is
/// unknown, and what was left out afterwards still proves what it says.
#[must_use]
pub fn breaks_place(kept: &KeptAlarm, series: SeriesKind, n: u32) -> bool {
    let unplaced = matches!(
        kept.alarm,
        Alarm::Disowned { .. } | Alarm::OtherContent { .. } | Alarm::ReceiptLeftOut { .. }
    );
    !unplaced && kept.concerns(series) && kept.alarm.number() == Some(n)
}

impl InSequence {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Holds => State::Holds,
            Self::Unknown => State::Unknown,
            Self::Fails => State::Fails,
        }
    }
}
