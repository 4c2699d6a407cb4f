//! Does a receipt answer what was sent, and is it in its place in the chain?

use super::State;
use crate::alarm::{Alarm, KeptAlarm};
use standing_model::ids::{Hash, RecordId};
use standing_model::message::{Receipt, ReceiptState};
use standing_model::record::Record;
use standing_model::series::SeriesKind;

/// Whether a receipt is over exactly the record that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameAsSent {
    /// It is.
    Holds,
    /// It is over another record.
    OtherRecord,
    /// It is over other photos.
    OtherEvidence,
    /// The receipt does not verify, or the record is not here.
    Unknown,
}

/// Compares a receipt with a record: id, kind and evidence. A record that was rejected, and so
/// never taken up, may be answered without evidence.
#[must_use]
pub fn same_as_sent(receipt: &Receipt, id: RecordId, record: &Record) -> SameAsSent {
    let same = receipt.evidence.iter().eq(record.evidence.iter().map(|file| &file.sha256));
    let never_taken_up = receipt.state == ReceiptState::Rejected && receipt.evidence.is_empty();
    if receipt.record != id || receipt.kind != record.kind() {
        SameAsSent::OtherRecord
    } else if same || never_taken_up {
        SameAsSent::Holds
    } else {
        SameAsSent::OtherEvidence
    }
}

impl SameAsSent {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Holds => State::Holds,
            Self::Unknown => State::Unknown,
            Self::OtherRecord | Self::OtherEvidence => State::Fails,
        }
    }
}

/// What is known of the place of a receipt.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its number.
    pub n: u32,
    /// The hash of its compact form.
    pub hash: Hash,
    /// What it says; none if it does not verify.
    pub receipt: Option<&'a Receipt>,
    /// The hash of the document of the chain that has its number.
    pub in_chain: Option<Hash>,
    /// The hash of the document of the chain that has the number before.
    pub before: Option<Hash>,
    /// Whether an alarm names it: see [`breaks_place`].
    pub alarmed: bool,
}

/// Whether a receipt is in the chain, after the one whose hash it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InSequence {
    /// It is.
    Holds,
    /// The chain has another one in its place, or it does not follow from the one before.
    Fails,
    /// What is around it is not here.
    Unknown,
}

/// Whether a receipt is in the chain, after the one whose hash it names.
#[must_use]
pub fn in_sequence(place: &Place<'_>) -> InSequence {
    let linked = match (place.receipt.map(|receipt| receipt.prev), place.before) {
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

/// Whether an alarm is about the place of receipt `n`: what a lost key signed is unknown, and what
/// was left out afterwards still proves what it says.
#[must_use]
pub fn breaks_place(kept: &KeptAlarm, n: u32) -> bool {
    let unplaced = matches!(
        kept.alarm,
        Alarm::Disowned { .. } | Alarm::OtherContent { .. } | Alarm::ReceiptLeftOut { .. }
    );
    !unplaced && kept.concerns(SeriesKind::Receipts) && kept.alarm.number() == Some(n)
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
