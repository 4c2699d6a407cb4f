//! How an item looks from outside: where it stands on the screen, what troubles it, when it wants
//! attention.

use super::{Item, Leaving, Progress, Reason, SAY_SO_AFTER, State};
use standing_model::record::Kind;
use standing_model::time::UnixTime;

/// The groups of the Records screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A person can do something about it.
    NeedsYou,
    /// It has not left, or nothing says that it arrived.
    OnThisPhone,
    /// On its way at this moment.
    Sending,
    /// A receipt says that it arrived; the answer is to come.
    Received,
    /// Answered, or taken back.
    Done,
}

/// What goes wrong while the item keeps trying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// Its receipts do not verify: the fault is at the server or on the way.
    AnswersDoNotVerify,
    /// The server does not let this phone in, and does not say why under its signature.
    NotLetIn,
}

impl Item {
    /// Where it stands on the screen.
    #[must_use]
    pub const fn group(&self) -> Group {
        match self.state {
            State::AwaitingConfirmation { .. } | State::NeedsYou(_) => Group::NeedsYou,
            State::Drafted | State::CoolingOff { .. } | State::Queued => Group::OnThisPhone,
            State::UploadingEvidence | State::Sending => Group::Sending,
            State::Received | State::UnderReview => Group::Received,
            State::Accepted | State::Refused | State::Decided | State::Withdrawn { .. } => {
                Group::Done
            }
        }
    }

    /// What goes wrong while it keeps trying; none before it has happened [`SAY_SO_AFTER`] times.
    #[must_use]
    pub const fn trouble(&self) -> Option<Trouble> {
        if !self.is_to_be_sent() {
            None
        } else if self.tries.unverified >= SAY_SO_AFTER {
            Some(Trouble::AnswersDoNotVerify)
        } else if self.tries.not_let_in >= SAY_SO_AFTER {
            Some(Trouble::NotLetIn)
        } else {
            None
        }
    }

    /// When [`super::Event::Woken`] would next do something; none if only an event can.
    #[must_use]
    pub const fn wakes_at(&self) -> Option<UnixTime> {
        match self.state {
            State::CoolingOff { until, .. } | State::AwaitingConfirmation { until } => Some(until),
            State::Queued | State::UploadingEvidence | State::Sending if !self.withdrawing => {
                Some(self.tries.next_at)
            }
            _ => None,
        }
    }

    /// Whether it is to be sent and the authority does not have all of its photos yet.
    #[must_use]
    pub fn has_photo_to_send(&self) -> bool {
        let to_come = self.uploads.iter().any(|upload| upload.progress != Progress::Done);
        self.is_to_be_sent() && !self.withdrawing && to_come
    }

    /// Whether a receipt over it is still to come or to go further: the item is in the queue.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(self.group(), Group::Done)
    }

    /// Whether the person can take it back.
    #[must_use]
    pub fn can_be_taken_back(&self) -> bool {
        let never_taken_up = self.state == State::NeedsYou(Reason::Rejected);
        let final_word = self.leaving != Leaving::No && self.kind == Kind::Withdrawal;
        self.is_open() && !self.withdrawing && (never_taken_up || !final_word)
    }

    /// Whether another record can take its place: nothing of it has left the phone.
    #[must_use]
    pub fn can_be_replaced(&self) -> bool {
        let waits = matches!(self.state, State::Queued | State::NeedsYou(Reason::EvidenceMissing));
        waits && self.leaving == Leaving::No && !self.withdrawing
    }

    /// Whether trying again is something that the person can ask for.
    #[must_use]
    pub const fn can_be_retried(&self) -> bool {
        match &self.state {
            State::Queued => !self.withdrawing,
            State::NeedsYou(reason) => {
                !matches!(reason, Reason::Rejected | Reason::KeyRevoked) && !self.withdrawing
            }
            _ => false,
        }
    }
}
