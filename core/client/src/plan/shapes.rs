//! How items lie in the store. Where this changes, items of older builds need a reader.

use super::*;
use crate::queue::{Attempt, Leaving, Outcome, Progress, Reason, Seal, Upload, WithdrawnBy};
use standing_model::ids::Hash;
use standing_model::message::ReceiptState;
use standing_model::record::Kind;
use standing_verify::envelope::Seed;

const NOW: UnixTime = UnixTime(1_795_392_000);

fn states() -> Vec<State> {
    let (status, text) = (422, "no".to_owned());
    let mut all = vec![
        State::Drafted,
        State::CoolingOff { since: NOW, until: NOW.plus(1) },
        State::AwaitingConfirmation { until: NOW },
        State::Queued,
        State::UploadingEvidence,
        State::Sending,
        State::Received,
        State::UnderReview,
        State::Accepted,
        State::Refused,
        State::Decided,
    ];
    let by = [WithdrawnBy::Person, WithdrawnBy::Silence, WithdrawnBy::Receipt];
    all.extend(by.map(|by| State::Withdrawn { by }));
    let reasons = [
        Reason::Rejected,
        Reason::RefusedUnsigned { status, text: text.clone() },
        Reason::NotAnswered { status, text },
        Reason::StillRunning,
        Reason::EvidenceMissing,
        Reason::KeyRevoked,
        Reason::Restored,
    ];
    all.extend(reasons.map(State::NeedsYou));
    all
}

fn item() -> Item {
    let url = "https://credit.example/u/1".to_owned();
    let progress = [
        Progress::NotCreated,
        Progress::Unknown { url: url.clone() },
        Progress::At { url, offset: 7 },
        Progress::Done,
    ];
    let seal = Seal { to: KeyId(Hash::of(b"key")), seed: Seed::from_bytes([7; 32]) };
    let upload = |progress| {
        let seal = Some(seal.clone());
        Upload { progress, seal, ..Upload::new(Hash::of(b"photo"), 5) }
    };
    let uploads = progress.map(upload).to_vec();
    let (n, state) = (3, ReceiptState::UnderReview);
    let outcomes = [
        Outcome::NoAnswer,
        Outcome::Status(500),
        Outcome::Unverified,
        Outcome::TookLittle,
        Outcome::Receipt(ReceiptState::Received),
    ];
    Item {
        leaving: Leaving::Maybe,
        receipt: Some(ReceiptSeen {
            n,
            state,
            due_on: Some("2026-12-01".parse().unwrap()),
            outcome: None,
            received_at: None,
        }),
        log: outcomes.map(|outcome| Attempt { at: NOW, outcome }).to_vec(),
        ..Item::queued(RecordId(Hash::of(b"record")), Kind::Volunteering, uploads, NOW)
    }
}

#[test]
fn an_item_lies_in_the_store_as_in_the_builds_before() {
    let receipts = vec![KeptReceipt { n: 3, compact: "a.b.c".to_owned(), kept_at: NOW }];
    let withdraws = Some(RecordId(Hash::of(b"other")));
    let queued = Queued { withdraws, receipts, ..Queued::new(item(), "{}".to_owned()) };
    let text = serde_json::to_string_pretty(&queued).unwrap();
    assert_eq!(serde_json::from_str::<Queued>(&text).unwrap(), queued);
    insta::assert_snapshot!(text);
}

#[test]
fn every_state_lies_in_the_store_as_in_the_builds_before() {
    let lines = states().into_iter().map(|state| serde_json::to_string(&state).unwrap());
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_decided_case_lies_in_the_store_as_in_the_builds_before() {
    let outcome = Some(standing_model::case::Outcome::Partly);
    let due_on = Some("2026-12-01".parse().unwrap());
    let (n, state) = (4, ReceiptState::Decided);
    let receipt = Some(ReceiptSeen { n, state, due_on, outcome, received_at: None });
    let case = Item::queued(RecordId(Hash::of(b"case")), Kind::Contest, Vec::new(), NOW);
    let case = Item { state: State::Decided, receipt, due_moved: true, ..case };
    let text = serde_json::to_string(&case).unwrap();
    assert_eq!(serde_json::from_str::<Item>(&text).unwrap(), case);
    // When the record arrived was noted later: what lies there without it is read as before.
    let receipt = case.receipt.map(|seen| ReceiptSeen { received_at: Some(NOW), ..seen });
    let noted = Item { receipt, ..case };
    let newer = serde_json::to_string(&noted).unwrap();
    assert_eq!(serde_json::from_str::<Item>(&newer).unwrap(), noted);
    insta::assert_snapshot!(text);
}
