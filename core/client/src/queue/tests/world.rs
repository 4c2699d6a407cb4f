//! A bad day: an authority that works, and a network between it and the phone that does not.

use crate::wire::ProblemType;
use std::collections::BTreeMap;

use super::*;

/// Random numbers that are the same for the same seed (splitmix64).
pub(super) struct Chance(pub u64);

impl Chance {
    pub(super) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.draw() % most
    }

    pub(super) fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// What arrives at the authority.
#[derive(Clone)]
pub(super) enum Arrival {
    Create { record: RecordId, bytes: u32 },
    AskOffset { url: String },
    Patch { url: String, offset: u32, bytes: u32 },
    Put { record: RecordId, deed: u32, photos: usize, withdraws: Option<RecordId> },
}

struct Known {
    deed: u32,
    photos: usize,
    withdraws: Option<RecordId>,
    first: ReceiptSeen,
    state: ReceiptState,
}

/// The authority and the network before it.
pub(super) struct World {
    pub now: UnixTime,
    pub chance: Chance,
    /// Whether the network and the server misbehave.
    pub bad: bool,
    /// The authority's receipts, in the order of their numbers.
    pub receipts: Vec<(RecordId, ReceiptSeen)>,
    /// How often each deed counts.
    pub effects: BTreeMap<u32, i32>,
    records: BTreeMap<RecordId, Known>,
    remembered: Vec<RecordId>,
    uploads: BTreeMap<String, (RecordId, u32, u32)>,
    late: Vec<Arrival>,
}

impl World {
    pub(super) fn of_seed(seed: u64) -> Self {
        Self {
            now: NOW,
            chance: Chance(seed),
            bad: true,
            receipts: Vec::new(),
            effects: BTreeMap::new(),
            records: BTreeMap::new(),
            remembered: Vec::new(),
            uploads: BTreeMap::new(),
            late: Vec::new(),
        }
    }

    /// Sends a request through the network; what comes back.
    pub(super) fn send(&mut self, arrival: Arrival) -> Answer {
        if !self.bad || self.chance.one_in(3) {
            return self.arrive(arrival);
        }
        match self.chance.below(11) {
            0 => Answer::Unreached,
            1 => Answer::Nothing,
            2 | 3 => {
                self.arrive(arrival);
                Answer::Nothing
            }
            4 => {
                self.arrive(arrival.clone());
                self.arrive(arrival)
            }
            5 => {
                self.late.push(arrival);
                Answer::Nothing
            }
            6 => {
                self.arrive(arrival);
                status(502)
            }
            7 | 8 => {
                self.arrive(arrival);
                Answer::Unverified
            }
            9 => Answer::Status {
                status: 429,
                retry_after: Some(self.chance.below(50_000) as u32),
                problem: None,
                text: String::new(),
            },
            _ => {
                let odd = [302, 400, 401, 403, 404, 408, 409, 410, 425, 460, 500, 503];
                status(odd[self.chance.below(odd.len() as u64) as usize])
            }
        }
    }

    /// Requests that the network held back arrive, in any order.
    pub(super) fn deliver_late(&mut self) {
        while !self.late.is_empty() {
            let at = self.chance.below(self.late.len() as u64) as usize;
            let arrival = self.late.swap_remove(at);
            self.arrive(arrival);
        }
    }

    /// The authority decides on what it has received.
    pub(super) fn decide(&mut self) {
        let open: Vec<RecordId> = self
            .records
            .iter()
            .filter(|(_, known)| known.state == ReceiptState::Received)
            .map(|(record, _)| *record)
            .collect();
        for record in open {
            self.settle(record, ReceiptState::Accepted);
        }
    }

    fn arrive(&mut self, arrival: Arrival) -> Answer {
        match arrival {
            Arrival::Create { record, bytes } => {
                let url = format!("/u/{}", self.uploads.len());
                self.uploads.insert(url.clone(), (record, bytes, 0));
                Answer::Created { url }
            }
            Arrival::AskOffset { url } => match self.uploads.get(&url) {
                Some((_, _, offset)) => Answer::Offset(*offset),
                None => status(404),
            },
            Arrival::Patch { url, offset, bytes } => self.patch(&url, offset, bytes),
            Arrival::Put { record, deed, photos, withdraws } => {
                self.put(record, deed, photos, withdraws)
            }
        }
    }

    fn patch(&mut self, url: &str, from: u32, bytes: u32) -> Answer {
        match self.uploads.get_mut(url) {
            None => status(404),
            Some((_, _, offset)) if *offset != from => status(409),
            Some((_, length, offset)) => {
                *offset = (from + bytes).min(*length);
                Answer::Offset(*offset)
            }
        }
    }

    fn put(
        &mut self,
        record: RecordId,
        deed: u32,
        photos: usize,
        withdraws: Option<RecordId>,
    ) -> Answer {
        if let Some(known) = self.records.get(&record) {
            // The same request gets the same answer (PROTOCOL §1.6).
            return Answer::Receipt(known.first);
        }
        let whole = |up: &&(RecordId, u32, u32)| up.0 == record && up.1 == up.2;
        if self.uploads.values().filter(whole).count() < photos {
            return Answer::Status {
                status: 422,
                retry_after: None,
                problem: Some(ProblemType::EvidenceMissing),
                text: String::new(),
            };
        }
        let state = if self.remembered.contains(&record) {
            ReceiptState::Withdrawn
        } else {
            ReceiptState::Received
        };
        let first = self.issue(record, state);
        let known = Known { deed, photos, withdraws, first, state };
        self.records.insert(record, known);
        if state == ReceiptState::Received && withdraws.is_none() {
            *self.effects.entry(deed).or_default() += 1;
        }
        if let Some(target) = withdraws {
            self.withdraw(record, target);
        }
        Answer::Receipt(first)
    }

    /// A withdrawal that arrives before its record is remembered (PROTOCOL §4.1).
    fn withdraw(&mut self, withdrawal: RecordId, target: RecordId) {
        let state = match self.records.get(&target).map(|known| known.state) {
            None => {
                self.remembered.push(target);
                ReceiptState::Accepted
            }
            Some(ReceiptState::Received) => {
                self.settle(target, ReceiptState::Withdrawn);
                ReceiptState::Accepted
            }
            Some(ReceiptState::Withdrawn) => ReceiptState::Accepted,
            Some(_) => ReceiptState::Refused,
        };
        self.settle(withdrawal, state);
    }

    fn settle(&mut self, record: RecordId, state: ReceiptState) {
        let Some(known) = self.records.get_mut(&record) else {
            return;
        };
        known.state = state;
        if state == ReceiptState::Withdrawn && known.withdraws.is_none() {
            *self.effects.entry(known.deed).or_default() -= 1;
        }
        assert!(known.photos <= 2);
        self.issue(record, state);
    }

    fn issue(&mut self, record: RecordId, state: ReceiptState) -> ReceiptSeen {
        let n = self.receipts.len() as u32 + 1;
        let seen = receipt(n, state);
        self.receipts.push((record, seen));
        seen
    }
}
