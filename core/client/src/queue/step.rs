//! What happens: the person's events, the clock's, and the next request.

use super::{
    CONFIRM_WITHIN, Effect, Event, Group, Item, Leaving, Progress, Reason, Request, Seal, State,
    Tries, Upload, WithdrawnBy,
};
use standing_model::record::Kind;
use standing_model::time::UnixTime;

impl Item {
    /// Takes an event at `now`, changes the item and says what to do. `jitter` is random bits.
    ///
    /// An event that does not fit the state changes nothing: late answers and double taps are
    /// ordinary.
    #[must_use = "the effects must be performed, after the item is stored"]
    pub fn step(&mut self, event: Event, now: UnixTime, jitter: u64) -> Vec<Effect> {
        match event {
            Event::HandedOver { cool_off } => self.hand_over(now, cool_off),
            Event::Woken => return self.wake(now),
            Event::WokenNow => {
                if self.is_to_be_sent() {
                    self.tries.next_at = self.tries.next_at.min(now);
                }
                return self.wake(now);
            }
            Event::Answered(answer) => return self.answered(answer, now, jitter),
            Event::ReceiptArrived(receipt) => return self.receipt_arrived(receipt),
            Event::SealTo(seal) => self.seal_to(&seal),
            Event::Stopped => self.stopped(),
            Event::Confirmed => self.confirm(now),
            Event::TakenBack => return self.take_back(),
            Event::Retried => self.retried(now),
            Event::EvidenceMissing => self.needs(Reason::EvidenceMissing),
            Event::WithdrawalTaken => self.withdrawal_taken(),
            Event::WithdrawalFailed => self.withdrawing = false,
            Event::KeyRevoked => self.needs(Reason::KeyRevoked),
            Event::EnrolledAgain => self.enrolled_again(now),
            Event::Restored => self.restored(),
        }
        Vec::new()
    }

    fn hand_over(&mut self, now: UnixTime, cool_off: i64) {
        if self.state != State::Drafted {
            return;
        }
        self.state = if cool_off > 0 {
            let until = now.plus(cool_off);
            State::CoolingOff { since: now, until }
        } else {
            State::Queued
        };
    }

    fn wake(&mut self, now: UnixTime) -> Vec<Effect> {
        match self.state {
            // A clock that went back starts the time again, or it would never end.
            State::CoolingOff { since, until } if now < since => {
                let until = now.plus(until.since(since));
                self.state = State::CoolingOff { since: now, until };
            }
            State::AwaitingConfirmation { until } if until.since(now) > CONFIRM_WITHIN => {
                let until = now.plus(CONFIRM_WITHIN);
                self.state = State::AwaitingConfirmation { until };
            }
            State::CoolingOff { until, .. } if now >= until => {
                let until = now.plus(CONFIRM_WITHIN);
                self.state = State::AwaitingConfirmation { until };
            }
            State::AwaitingConfirmation { until } if now >= until => {
                let by = WithdrawnBy::Silence;
                self.state = State::Withdrawn { by };
            }
            State::Queued | State::UploadingEvidence | State::Sending
                if !self.withdrawing && self.tries.is_due(now) =>
            {
                if self.leaving == Leaving::Trying {
                    self.leaving = Leaving::Maybe;
                }
                // What a server had before a pause, it must be asked again.
                for upload in &mut self.uploads {
                    if let Progress::At { url, .. } = &upload.progress {
                        let url = url.clone();
                        upload.progress = Progress::Unknown { url };
                    }
                }
                return self.next_request();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Photos first, then the record: it never arrives without them.
    pub(super) fn next_request(&mut self) -> Vec<Effect> {
        if self.withdrawing {
            self.state = State::Queued;
            return Vec::new();
        }
        if self.leaving == Leaving::No {
            self.leaving = Leaving::Trying;
        }
        let missing =
            self.uploads.iter().enumerate().find_map(|(upload, file)| match &file.progress {
                Progress::NotCreated => Some(Request::Create(upload)),
                Progress::Unknown { url } => {
                    let url = url.clone();
                    Some(Request::AskOffset { upload, url })
                }
                Progress::At { url, offset } => {
                    let (url, offset) = (url.clone(), *offset);
                    Some(Request::Patch { upload, url, offset })
                }
                Progress::Done => None,
            });
        let (state, request) = match missing {
            Some(request) => (State::UploadingEvidence, request),
            None => (State::Sending, Request::Put),
        };
        self.state = state;
        vec![Effect::Request(request)]
    }

    /// A photo that is on its way in the clear, or sealed to another key, starts over.
    fn seal_to(&mut self, seal: &Seal) {
        if !self.is_to_be_sent() {
            return;
        }
        let other = |upload: &&mut Upload| upload.seal.as_ref().is_none_or(|old| old.to != seal.to);
        for upload in self.uploads.iter_mut().filter(other) {
            upload.seal = Some(seal.clone());
            if upload.progress != Progress::Done {
                upload.progress = Progress::NotCreated;
            }
        }
    }

    fn stopped(&mut self) {
        if self.is_to_be_sent() {
            self.state = State::Queued;
        }
    }

    fn confirm(&mut self, now: UnixTime) {
        if matches!(self.state, State::AwaitingConfirmation { .. }) {
            self.state = State::Queued;
            self.tries.next_at = now;
        }
    }

    fn take_back(&mut self) -> Vec<Effect> {
        let by = WithdrawnBy::Person;
        let over = self.group() == Group::Done;
        let never_taken_up = self.state == State::NeedsYou(Reason::Rejected);
        if over || self.withdrawing {
            return Vec::new();
        }
        if never_taken_up || self.leaving == Leaving::No {
            self.state = State::Withdrawn { by };
            return Vec::new();
        }
        if self.kind == Kind::Withdrawal {
            // A withdrawal that may have arrived cannot be taken back: make a new record.
            return Vec::new();
        }
        self.withdrawing = true;
        vec![Effect::Withdraw]
    }

    fn retried(&mut self, now: UnixTime) {
        match self.state {
            // The same id would be rejected again; a revoked key lets nothing in.
            State::NeedsYou(Reason::Rejected | Reason::KeyRevoked) => {}
            State::NeedsYou(_) | State::Queued => self.queue_afresh(now),
            _ => {}
        }
    }

    fn enrolled_again(&mut self, now: UnixTime) {
        if self.state == State::NeedsYou(Reason::KeyRevoked) {
            self.queue_afresh(now);
        }
    }

    fn queue_afresh(&mut self, now: UnixTime) {
        self.state = State::Queued;
        self.tries = Tries { next_at: now, ..Tries::default() };
    }

    /// After an old copy of the database is restored, unsent items wait for the person: another
    /// copy may have sent them, or withdrawn them, since.
    fn restored(&mut self) {
        let over = matches!(self.state, State::Withdrawn { .. } | State::Drafted);
        if self.receipt.is_some() || over {
            return;
        }
        self.leaving = Leaving::Maybe;
        self.withdrawing = false;
        // Cooling off ends in a question to the person anyway.
        let asks =
            matches!(self.state, State::CoolingOff { .. } | State::AwaitingConfirmation { .. });
        if !asks {
            self.state = State::NeedsYou(Reason::Restored);
        }
    }

    fn withdrawal_taken(&mut self) {
        if !std::mem::take(&mut self.withdrawing) {
            return;
        }
        // Where receipts over the record exist, they say what became of it.
        if self.receipt.is_none() {
            let by = WithdrawnBy::Person;
            self.state = State::Withdrawn { by };
        }
    }

    /// Waits for the person; only what would otherwise be sent can.
    pub(super) fn needs(&mut self, reason: Reason) {
        if self.is_to_be_sent() {
            self.state = State::NeedsYou(reason);
        }
    }

    /// Whether the item is in a state from which it is sent as soon as its time comes.
    pub(super) const fn is_to_be_sent(&self) -> bool {
        matches!(self.state, State::Queued | State::UploadingEvidence | State::Sending)
    }
}
