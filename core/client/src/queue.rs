//! The queue: what becomes of a record on its way to its authority, and what to do next.
//!
//! A record is queued where there is no network, and sent where there is one. Networks lose
//! requests and answers, answer twice, late, or in somebody else's name; phones are switched off
//! in the middle, their clocks jump, and backups bring back what was sent long ago. So an item of
//! the queue never asks itself “was it sent?”, which nobody on this side can know. It asks “do I
//! hold a receipt of the authority over exactly this record?”, and until it does, the same bytes
//! under the same id may be sent again: a record's id is a hash of its payload, the payload is
//! fixed before anything is stored, and the authority answers the same request with the same
//! answer. Repeating is harmless, giving up is not.
//!
//! That leaves the question of when to stop repeating. An answer that a person could do something
//! about (a photo is missing, the server says no, the key was revoked) makes the item wait for
//! that person, with the reason; everything else is a matter of time, and waits for the clock.
//! Nothing that happens to an item ever removes it: its end is a receipt, or the person's own
//! withdrawal of something that never left the phone.
//!
//! The machine is pure. [`Item::step`] takes an event, the time and some random bits, changes the
//! item and says what to do. Whoever performs it stores the item first and acts afterwards: an
//! item read back after a kill is in a state from which [`Event::Woken`] goes on.
//!
//! ```
//! use standing_model::ids::{Hash, RecordId};
//! use standing_model::record::Kind;
//! use standing_model::time::UnixTime;
//! use standing_client::queue::{Effect, Event, Item, Request};
//!
//! let record = RecordId(Hash::of(b"payload"));
//! let mut item = Item::queued(record, Kind::Volunteering, Vec::new(), UnixTime(0));
//! let todo = item.step(Event::Woken, UnixTime(0), 0);
//! assert_eq!(todo, [Effect::Request(Request::Put)]);
//! ```

mod answers;
mod backoff;
mod event;
mod receipts;
mod step;
mod view;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use standing_model::case::Outcome as CaseOutcome;
use standing_model::ids::{Hash, KeyId, RecordId};
use standing_model::message::{Receipt, ReceiptState};
use standing_model::record::Kind;
use standing_model::time::{Date, UnixTime};
use standing_verify::envelope::{Seed, sealed_length};
use standing_verify::message::Verified;

pub use event::{Answer, Effect, Event, Request};
pub use view::{Group, Trouble};

/// Seconds that an item waits for a confirmation after its cooling-off time; "silence discards
/// it".
pub const CONFIRM_WITHIN: i64 = 7 * 86_400;

/// How often an answer must be wrong before the app says so.
pub const SAY_SO_AFTER: u32 = 3;

/// Seconds for which `409` is believed to mean that the first attempt still runs.
pub const RUNNING_AT_MOST: i64 = 86_400;

/// The longest wait between two attempts, in seconds: 6 h.
pub const LONGEST_WAIT: i64 = 6 * 3_600;

/// Attempts that an item remembers.
const LOGGED: usize = 50;

/// One record on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The record's id: fixed with its payload, before the item exists.
    pub record: RecordId,
    /// The record's kind.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// Its photos, and how much of each the authority has.
    pub uploads: Vec<Upload>,
    /// Whether something of it may have left the phone.
    pub leaving: Leaving,
    /// A withdrawal of it is on its way: it is not sent any more.
    pub withdrawing: bool,
    /// The last receipt over it that verified.
    pub receipt: Option<ReceiptSeen>,
    /// The last day for the answer was moved: it does not move again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub due_moved: bool,
    /// What the attempts so far came to.
    pub tries: Tries,
    /// The newest attempts, the oldest first.
    pub log: Vec<Attempt>,
}

/// Whether something of a record may have left the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// Nothing has: the person can take it back and nobody will know.
    No,
    /// The first request is being made at this moment, or was when the phone was switched off.
    Trying,
    /// Something may have: from now on only a receipt, or a withdrawal that is sent, ends it.
    Maybe,
}

/// How far a record has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Written, not handed over yet.
    Drafted,
    /// Self-incriminating: waits before it asks again.
    CoolingOff {
        /// Since when.
        since: UnixTime,
        /// Until when.
        until: UnixTime,
    },
    /// Asks the person once more.
    AwaitingConfirmation {
        /// "Silence discards it" at this time.
        until: UnixTime,
    },
    /// To be sent.
    Queued,
    /// A photo is on its way.
    UploadingEvidence,
    /// The record is on its way.
    Sending,
    /// A receipt says that it arrived.
    Received,
    /// A receipt says that somebody is looking at it.
    UnderReview,
    /// A receipt says that it counts.
    Accepted,
    /// A receipt says that it does not count.
    Refused,
    /// A receipt says how a case was decided.
    Decided,
    /// Taken back.
    Withdrawn {
        /// By whom.
        by: WithdrawnBy,
    },
    /// A person can do something about it.
    NeedsYou(Reason),
}

/// What took a record back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawnBy {
    /// The person.
    Person,
    /// Nobody confirmed it.
    Silence,
    /// The authority's receipt says so.
    Receipt,
}

/// What a person can do something about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A signed receipt says that it was never taken up, and why: edit, export or withdraw.
    Rejected,
    /// The server refused it in words that are not signed.
    RefusedUnsigned {
        /// HTTP status.
        status: u16,
        /// Its text, at most 300 characters; empty if it gave none.
        text: String,
    },
    /// A contest or rights request that the server refused without a signature: it stays "not
    /// answered", and the paper route is open.
    NotAnswered {
        /// HTTP status.
        status: u16,
        /// Its text, at most 300 characters; empty if it gave none.
        text: String,
    },
    /// For a day the server has said that the first attempt still runs.
    StillRunning,
    /// A photo is not on this phone any more; the record is never sent without it.
    EvidenceMissing,
    /// The authority revoked this phone's key: enrol again.
    KeyRevoked,
    /// The folder is an old copy that was put back: it may have been sent since.
    Restored,
}

/// A photo and how much of it the authority has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Which.
    pub sha256: Hash,
    /// Its length.
    pub bytes: u32,
    /// To which key it is sealed on its way; none if it goes as it is.
    pub seal: Option<Seal>,
    /// How far it has come.
    pub progress: Progress,
}

/// How a photo is sealed on its way: the same each time it is sent, so that an upload can go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// The key.
    pub to: KeyId,
    /// What the ephemeral keys are made of.
    pub seed: Seed,
}

impl Upload {
    /// A photo of which nothing was sent.
    #[must_use]
    pub const fn new(sha256: Hash, bytes: u32) -> Self {
        Self { sha256, bytes, seal: None, progress: Progress::NotCreated }
    }

    /// How many bytes go over the network: offsets count these.
    #[must_use]
    pub const fn length(&self) -> u32 {
        match self.seal {
            Some(_) => sealed_length(self.bytes),
            None => self.bytes,
        }
    }
}

/// How far a photo has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// The server does not know it.
    NotCreated,
    /// The server gave it an address; how much it has, it must be asked.
    Unknown {
        /// The address.
        url: String,
    },
    /// The server has this much.
    At {
        /// The address.
        url: String,
        /// Bytes.
        offset: u32,
    },
    /// The server has it all.
    Done,
}

/// What the attempts so far came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    /// Attempts in a row that failed.
    pub failed: u32,
    /// The earliest next attempt.
    pub next_at: UnixTime,
    /// Answers in a row whose receipt did not verify.
    pub unverified: u32,
    /// Answers in a row that did not let this phone in, without a signature.
    pub not_let_in: u32,
    /// Since when the server has said that the first attempt still runs.
    pub running_since: Option<UnixTime>,
    /// How often an upload began again since the last pause.
    pub restarts: u32,
    /// How often the server lost one since the last receipt.
    pub lost: u32,
    /// How often it said of photos that it had taken that they are missing, since the last receipt.
    #[serde(default)]
    pub missing: u32,
    /// How often in a row the server took only a little of a piece.
    #[serde(default, skip_serializing_if = "is_none")]
    pub little: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_none(times: &u32) -> bool {
    *times == 0
}

/// A receipt over the record that verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptSeen {
    /// Its number.
    pub n: u32,
    /// What it says.
    pub state: ReceiptState,
    /// The last day for the answer that it promises.
    pub due_on: Option<Date>,
    /// How it decides a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<CaseOutcome>,
    /// When the record arrived, as it says; none in items that were stored before this was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<UnixTime>,
}

/// One attempt, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When, by the phone's clock.
    pub at: UnixTime,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing came back.
    NoAnswer,
    /// This HTTP status, without anything signed.
    Status(u16),
    /// It took less than a quarter of what it was sent of a photo, again and again.
    TookLittle,
    /// An answer that does not verify.
    Unverified,
    /// A receipt.
    Receipt(ReceiptState),
}

impl ReceiptSeen {
    /// What an item needs of a receipt over it. A last day that moves as it may not stays where it
    /// was (PROTOCOL §3.4.3); the chain of receipts raises the alarm.
    #[must_use]
    pub fn of(receipt: &Verified<Receipt>, item: &Item) -> Self {
        let payload = receipt.payload();
        let (n, state) = (payload.n, payload.state);
        let outcome = payload.decision.as_ref().map(|decision| decision.outcome);
        let last = item.receipt.filter(|last| last.n <= n);
        let promised = last.and_then(|last| last.due_on);
        let may_move = |known: Date| {
            let in_time = payload.iat.day_in(receipt.zone()) <= known;
            in_time && !item.due_moved && payload.reason.is_some()
        };
        let due_on = match promised {
            // The same receipt again says what it said.
            known if last.is_some_and(|last| last.n == n) => known,
            Some(known) if !may_move(known) => Some(known),
            _ => payload.due_on,
        };
        Self { n, state, due_on, outcome, received_at: Some(payload.received_at) }
    }
}

impl Item {
    /// A draft.
    #[must_use]
    pub fn drafted(record: RecordId, kind: Kind, uploads: Vec<Upload>, now: UnixTime) -> Self {
        let tries = Tries { next_at: now, ..Tries::default() };
        Self {
            record,
            kind,
            state: State::Drafted,
            uploads,
            leaving: Leaving::No,
            withdrawing: false,
            receipt: None,
            due_moved: false,
            tries,
            log: Vec::new(),
        }
    }

    /// A record that waits for nothing but the network.
    #[must_use]
    pub fn queued(record: RecordId, kind: Kind, uploads: Vec<Upload>, now: UnixTime) -> Self {
        Self { state: State::Queued, ..Self::drafted(record, kind, uploads, now) }
    }

    fn note(&mut self, at: UnixTime, outcome: Outcome) {
        if self.log.len() >= LOGGED {
            self.log.remove(0);
        }
        self.log.push(Attempt { at, outcome });
    }
}
