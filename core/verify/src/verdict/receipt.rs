//! Does a receipt answer what was sent?

use super::State;
use standing_model::ids::RecordId;
use standing_model::message::{Receipt, ReceiptState};
use standing_model::record::Record;

/// Whether a receipt is over exactly the record that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameAsSent {
    /// It is.
    Holds,
    /// It is over another record.
    OtherRecord,
    /// It is over other photos.
    OtherEvidence,
    /// It changes something that the record is not about.
    OtherTarget,
    /// The receipt does not verify, or the record is not here.
    Unknown,
}

/// Compares a receipt with a record: id, kind, evidence, and what a decision changes. A record that was rejected, and so
/// never taken up, may be answered without evidence.
#[must_use]
pub fn same_as_sent(receipt: &Receipt, id: RecordId, record: &Record) -> SameAsSent {
    let same = receipt.evidence.iter().eq(record.evidence.iter().map(|file| &file.sha256));
    let never_taken_up = receipt.state == ReceiptState::Rejected && receipt.evidence.is_empty();
    let decision = receipt.decision.as_ref();
    let changed = decision.and_then(|one| one.effect.as_ref()).map(|effect| &effect.target);
    if receipt.record != id || receipt.kind != record.kind() {
        SameAsSent::OtherRecord
    } else if changed.is_some_and(|changed| record.target().as_ref() != Some(changed)) {
        SameAsSent::OtherTarget
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
            Self::OtherRecord | Self::OtherEvidence | Self::OtherTarget => State::Fails,
        }
    }
}
