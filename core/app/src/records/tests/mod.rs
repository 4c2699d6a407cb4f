//! Promises about records.

mod cases;
mod deadlines;
mod drafts;
mod edit;
mod effect;
mod items;
mod moment;

use crate::testing::{Phone, VILLAGE};
use crate::view::records::{DonationAmount, DraftBody, QueueState, RecordDraft};
use crate::words::Language;
use standing_client::plan::Row;

const HOUR: i64 = 3_600;

fn village() -> Phone {
    Phone::joined(VILLAGE, Language::English)
}

fn hours(organiser: &str, day: &str, minutes: u32) -> RecordDraft {
    let body = DraftBody::Volunteering {
        organiser: organiser.into(),
        activity: "Reading aloud".into(),
        occurred_on: day.into(),
        minutes,
    };
    RecordDraft { body, photo: None, edits: None }
}

fn blood(day: &str, amount: DonationAmount) -> RecordDraft {
    let body = DraftBody::BloodDonation {
        donation_code: "D-2026-118".into(),
        occurred_on: day.into(),
        place: "Blood centre".into(),
        amount,
    };
    RecordDraft { body, photo: None, edits: None }
}

fn report(rule: &str) -> RecordDraft {
    let body = DraftBody::SelfReport {
        rule: rule.into(),
        occurred_on: "2026-11-20".into(),
        description: "In my own words".into(),
    };
    RecordDraft { body, photo: None, edits: None }
}

fn keep(phone: &Phone, draft: &RecordDraft) -> i64 {
    phone.app.queue_record(&phone.id, draft, "").unwrap().item
}

fn state(phone: &Phone, item: i64) -> QueueState {
    phone.app.queue_item(&phone.id, item).unwrap().state
}

fn rows_of(phone: &Phone) -> Vec<Row> {
    phone.app.store().unwrap().read(|tx| tx.queue_items(&phone.id)).unwrap()
}

fn row(phone: &Phone, item: i64) -> Row {
    phone.app.store().unwrap().read(|tx| tx.queue_item(item)).unwrap().unwrap()
}
