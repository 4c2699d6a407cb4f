//! Every row of the table of answers, and every schedule of a bad day.

mod clients;
mod person;
mod schedules;
mod table;
mod uploads;
mod world;

use super::*;

pub(super) const NOW: UnixTime = UnixTime(1_000_000);

pub(super) fn record() -> RecordId {
    RecordId(Hash::of(b"payload"))
}

pub(super) fn upload(bytes: u32) -> Upload {
    Upload::new(Hash::of(b"photo"), bytes)
}

pub(super) fn queued(uploads: Vec<Upload>) -> Item {
    Item::queued(record(), Kind::Volunteering, uploads, NOW)
}

/// An item whose record is on its way.
pub(super) fn sending() -> Item {
    let mut item = queued(Vec::new());
    assert_eq!(item.step(Event::Woken, NOW, 0), [Effect::Request(Request::Put)]);
    assert_eq!(item.state, State::Sending);
    item
}

pub(super) fn status(status: u16) -> Answer {
    Answer::Status { status, retry_after: None, problem: None, text: "no".into() }
}

pub(super) fn receipt(n: u32, state: ReceiptState) -> ReceiptSeen {
    ReceiptSeen { n, state, due_on: None, outcome: None, received_at: None }
}

/// Answers an item without expecting anything more to be done.
pub(super) fn answer(item: &mut Item, answer: Answer, now: UnixTime, jitter: u64) {
    assert_eq!(item.step(Event::Answered(answer), now, jitter), []);
}
