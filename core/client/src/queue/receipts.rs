//! What receipts say: the only way out of the queue.

use super::{Effect, Item, Outcome, Reason, ReceiptSeen, State, WithdrawnBy};
use standing_model::message::ReceiptState;
use standing_model::time::UnixTime;

impl Item {
    /// The answer to this item's own request.
    pub(super) fn receipt_answered(&mut self, receipt: ReceiptSeen, now: UnixTime) -> Vec<Effect> {
        self.note(now, Outcome::Receipt(receipt.state));
        self.receipt_arrived(receipt)
    }

    /// Follows the states of PROTOCOL §3.4; anything else, or two receipts with one `n`, is alarmed.
    pub(super) fn receipt_arrived(&mut self, mut receipt: ReceiptSeen) -> Vec<Effect> {
        let contradicts = match self.receipt {
            // The same request gets the same answer (PROTOCOL §1.6): an old receipt may come again.
            Some(last) if receipt.n < last.n => {
                self.settle();
                return Vec::new();
            }
            Some(last) if receipt.n == last.n => receipt.state != last.state,
            Some(last) => !last.state.may_become(receipt.state),
            None => !receipt.state.may_be_first(),
        };
        let fits = receipt.state.fits(self.kind);
        let contradicts = contradicts || !fits;
        if !fits && self.receipt.is_none() {
            // It arrived; what its kind cannot become is not believed of it, and nothing ends.
            let state = ReceiptState::Received;
            self.receipt = Some(ReceiptSeen { state, outcome: None, ..receipt });
            self.settle();
            return vec![Effect::Alarm];
        }
        // A day that was promised stays until another one is named.
        let promised = self.receipt.and_then(|last| last.due_on);
        receipt.due_on = receipt.due_on.or(promised);
        // What contradicts an earlier receipt changes nothing; the first one is all there is.
        if self.receipt.is_none() || !contradicts {
            self.due_moved |= promised.is_some() && receipt.due_on != promised;
            self.receipt = Some(receipt);
        }
        self.settle();
        if contradicts { vec![Effect::Alarm] } else { Vec::new() }
    }

    /// The state that the newest receipt gives.
    fn settle(&mut self) {
        let Some(ReceiptSeen { state, .. }) = self.receipt else {
            return;
        };
        self.tries.failed = 0;
        self.tries.lost = 0;
        self.tries.missing = 0;
        self.tries.little = 0;
        self.tries.unverified = 0;
        self.tries.not_let_in = 0;
        self.tries.running_since = None;
        if state.is_final() {
            self.withdrawing = false;
        }
        self.state = match state {
            ReceiptState::Received => State::Received,
            ReceiptState::UnderReview => State::UnderReview,
            ReceiptState::Accepted => State::Accepted,
            ReceiptState::Refused => State::Refused,
            ReceiptState::Decided => State::Decided,
            ReceiptState::Withdrawn => State::Withdrawn { by: WithdrawnBy::Receipt },
            // A person who withdrew it has seen the reason.
            ReceiptState::Rejected if matches!(self.state, State::Withdrawn { .. }) => {
                self.state.clone()
            }
            ReceiptState::Rejected => State::NeedsYou(Reason::Rejected),
        };
    }
}
