//! Two phones: one with this queue, one that does what comes to mind first.

use super::world::{Arrival, World};
use super::*;

/// One thing that a resident did.
struct Entry {
    deed: u32,
    withdraws: Option<RecordId>,
    item: Item,
}

/// A phone with this queue. What is in it survives as text, as it does in the store.
pub(super) struct Phone {
    entries: Vec<Entry>,
    withdrawals: u32,
    /// Receipts that were paged already.
    paged: usize,
}

impl Phone {
    pub(super) fn with_deeds(world: &mut World, deeds: u32) -> Self {
        let entries = (0..deeds).map(|deed| {
            let photos = world.chance.below(3) as usize;
            let uploads = vec![upload(1000); photos];
            let record = RecordId(Hash::of(&deed.to_be_bytes()));
            let item = Item::queued(record, Kind::Volunteering, uploads, world.now);
            Entry { deed, withdraws: None, item }
        });
        Self { entries: entries.collect(), withdrawals: 0, paged: 0 }
    }

    /// Every item whose time has come, one after the other.
    pub(super) fn run(&mut self, world: &mut World) {
        for at in 0..self.entries.len() {
            let mut todo = self.apply(world, at, Event::Woken);
            while let Some(request) = todo.pop() {
                let answer = world.send(self.arrival(at, request, world.now));
                // Switched off before the answer was kept.
                if world.bad && world.chance.one_in(12) {
                    break;
                }
                todo = self.apply(world, at, Event::Answered(answer));
            }
        }
    }

    fn apply(&mut self, world: &mut World, at: usize, event: Event) -> Vec<Request> {
        let item = &mut self.entries[at].item;
        if world.chance.one_in(20) {
            let stored = serde_json::to_string(item).unwrap();
            *item = serde_json::from_str(&stored).unwrap();
        }
        let effects = item.step(event, world.now, world.chance.draw());
        let mut requests = Vec::new();
        for effect in effects {
            match effect {
                Effect::Request(request) => requests.push(request),
                Effect::Withdraw => self.queue_withdrawal(world, at),
                Effect::Alarm => panic!("an honest authority is alarmed about"),
            }
        }
        requests
    }

    fn queue_withdrawal(&mut self, world: &World, at: usize) {
        self.withdrawals += 1;
        let (deed, target) = (self.entries[at].deed, self.entries[at].item.record);
        let record = RecordId(Hash::of(
            &[b"withdrawal".as_slice(), &self.withdrawals.to_be_bytes()].concat(),
        ));
        let item = Item::queued(record, Kind::Withdrawal, Vec::new(), world.now);
        self.entries.push(Entry { deed, withdraws: Some(target), item });
    }

    fn arrival(&self, at: usize, request: Request, now: UnixTime) -> Arrival {
        let Entry { deed, withdraws, item } = &self.entries[at];
        assert!(now >= item.tries.next_at || item.tries.next_at.since(now) > LONGEST_WAIT);
        let (deed, withdraws, record) = (*deed, *withdraws, item.record);
        match request {
            Request::Create(upload) => {
                Arrival::Create { record, bytes: item.uploads[upload].bytes }
            }
            Request::AskOffset { url, .. } => Arrival::AskOffset { url },
            Request::Patch { url, offset, .. } => Arrival::Patch { url, offset, bytes: 400 },
            Request::Put => {
                let photos = item.uploads.len();
                Arrival::Put { record, deed, photos, withdraws }
            }
        }
    }

    /// Pages through every receipt, as each sync does.
    pub(super) fn page(&mut self, world: &mut World) {
        // One page overlaps the one before.
        let from = self.paged.saturating_sub(1);
        for (record, seen) in world.receipts.clone().into_iter().skip(from) {
            let at = self.entries.iter().position(|entry| entry.item.record == record);
            let at = at.expect("a receipt for a record of this phone");
            assert!(self.apply(world, at, Event::ReceiptArrived(seen)).is_empty());
        }
        self.paged = world.receipts.len();
        self.tell_withdrawn(world);
    }

    /// What a withdrawal came to is told to the record that it withdraws.
    fn tell_withdrawn(&mut self, world: &mut World) {
        for at in 0..self.entries.len() {
            let Some(target) = self.entries[at].withdraws else { continue };
            let event = match self.entries[at].item.state {
                State::Received | State::Accepted => Event::WithdrawalTaken,
                State::Refused | State::Withdrawn { .. } => Event::WithdrawalFailed,
                _ => continue,
            };
            let target = self.entries.iter().position(|entry| entry.item.record == target);
            let target = target.unwrap();
            if self.entries[target].item.withdrawing {
                assert!(self.apply(world, target, event).is_empty());
            }
        }
    }

    /// The person looks at what needs them and tries again, or takes something back.
    pub(super) fn person(&mut self, world: &mut World, may_take_back: bool) {
        for at in 0..self.entries.len() {
            let needs_you = self.entries[at].item.group() == Group::NeedsYou;
            let event = if needs_you {
                Event::Retried
            } else if may_take_back
                && world.chance.one_in(8)
                && self.entries[at].withdraws.is_none()
            {
                Event::TakenBack
            } else {
                continue;
            };
            assert!(self.apply(world, at, event).is_empty());
        }
    }

    /// An old copy of the queue is put back.
    pub(super) fn restore(&mut self, world: &mut World, old: &[Item]) {
        for (at, item) in old.iter().enumerate() {
            self.entries[at].item = item.clone();
        }
        self.entries.truncate(old.len());
        self.paged = 0;
        for at in 0..self.entries.len() {
            assert!(self.apply(world, at, Event::Restored).is_empty());
        }
    }

    pub(super) fn items(&self) -> Vec<Item> {
        self.entries.iter().map(|entry| entry.item.clone()).collect()
    }

    /// Every deed, and how it ended on this phone.
    pub(super) fn deeds(&self) -> impl Iterator<Item = (u32, &Item)> {
        self.entries
            .iter()
            .filter(|entry| entry.withdraws.is_none())
            .map(|entry| (entry.deed, &entry.item))
    }
}

/// A phone that repeats what failed and forgets what a server said yes or no to; each attempt is
/// made, and named, again.
pub(super) struct NaivePhone {
    pub waiting: Vec<u32>,
    attempts: u32,
}

impl NaivePhone {
    pub(super) fn with_deeds(deeds: u32) -> Self {
        Self { waiting: (0..deeds).collect(), attempts: 0 }
    }

    pub(super) fn run(&mut self, world: &mut World) {
        let mut left = Vec::new();
        for deed in std::mem::take(&mut self.waiting) {
            self.attempts += 1;
            let record =
                RecordId(Hash::of(&[deed.to_be_bytes(), self.attempts.to_be_bytes()].concat()));
            let put = Arrival::Put { record, deed, photos: 0, withdraws: None };
            let done = match world.send(put) {
                Answer::Receipt(_) | Answer::Unverified => true,
                Answer::Status { status, .. } => (400..500).contains(&status),
                _ => false,
            };
            if !done {
                left.push(deed);
            }
        }
        self.waiting = left;
    }
}
