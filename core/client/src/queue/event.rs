//! What can happen to an item, and what it can ask for.

use super::{ReceiptSeen, Seal};
use crate::wire::ProblemType;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The person hands a draft over; `cool_off` seconds, if its rule asks for them.
    HandedOver {
        /// Seconds to wait before asking again; 0 for none.
        cool_off: i64,
    },
    /// Time has passed: say what to do now. Also after a restart, in every state.
    Woken,
    /// As [`Event::Woken`], and a person asks for it now: no wait between attempts is kept to.
    WokenNow,
    /// Photos go sealed to this key from now on.
    SealTo(Seal),
    /// The request that was asked for came to this.
    Answered(Answer),
    /// A receipt over this record arrived some other way, and verified.
    ReceiptArrived(ReceiptSeen),
    /// The run ended before an answer came.
    Stopped,
    /// The person confirms after cooling off.
    Confirmed,
    /// The person takes it back.
    TakenBack,
    /// The person says: try again, or: send it although the folder is an old copy.
    Retried,
    /// A photo could not be read from this phone.
    EvidenceMissing,
    /// The authority has taken up the withdrawal of this record.
    WithdrawalTaken,
    /// The withdrawal of this record was refused, or was itself taken back.
    WithdrawalFailed,
    /// A signed message revoked this phone's key.
    KeyRevoked,
    /// The phone enrolled again.
    EnrolledAgain,
    /// The folder turned out to be an old copy.
    Restored,
}

/// What a request came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// No connection came about: nothing left the phone.
    Unreached,
    /// A timeout, an answer that broke off: something may have left the phone.
    Nothing,
    /// A receipt over exactly this record that verifies, under whatever status.
    Receipt(ReceiptSeen),
    /// A good status whose content does not verify, or is not of this protocol.
    Unverified,
    /// A status without anything signed.
    Status {
        /// HTTP status.
        status: u16,
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
        /// What is wrong, if it is something that the queue answers to.
        problem: Option<ProblemType>,
        /// What the server says, at most 300 characters.
        text: String,
    },
    /// tus: the upload has this address.
    Created {
        /// The address.
        url: String,
    },
    /// tus: the server has this much of the upload.
    Offset(u32),
}

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Perform this, after the item is stored, and answer with [`Event::Answered`].
    Request(Request),
    /// Make a withdrawal of this record, as an item of its own, in the same transaction.
    Withdraw,
    /// A receipt contradicts an earlier one: keep both.
    Alarm,
}

/// A request to the authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// tus: announce the photo at this place of [`super::Item::uploads`].
    Create(usize),
    /// tus: ask how much of it the server has.
    AskOffset {
        /// Which photo.
        upload: usize,
        /// Its address.
        url: String,
    },
    /// tus: send bytes of it from an offset on.
    Patch {
        /// Which photo.
        upload: usize,
        /// Its address.
        url: String,
        /// From where.
        offset: u32,
    },
    /// Send the record.
    Put,
}
