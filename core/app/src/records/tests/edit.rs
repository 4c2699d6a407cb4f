//! A record that was not taken up can be written again; one that waits is edited in its place.

use super::*;
use crate::view::records::{DraftField, RecordKind};
use standing_client::plan;
use standing_client::queue::{Answer, Event, ReceiptSeen};
use standing_model::ids::RecordId;
use standing_model::time::UnixTime;
use standing_store::testing::NOW;

fn reject(phone: &Phone, item: i64) {
    let receipt = ReceiptSeen {
        n: 1,
        state: standing_model::message::ReceiptState::Rejected,
        due_on: None,
        outcome: None,
        received_at: None,
    };
    let event = Event::ReceiptArrived(receipt);
    phone.write(|tx| plan::apply(tx, item, event, UnixTime(NOW), 0).map(drop));
}

#[test]
fn a_record_that_was_not_taken_up_opens_in_its_form_as_it_was_written() {
    let phone = village();
    for draft in [
        hours("Library", "2026-11-20", 90),
        blood("2026-11-20", DonationAmount::WholeBlood { ml: 400 }),
        report("W-1"),
    ] {
        let item = keep(&phone, &draft);
        reject(&phone, item);
        assert!(phone.app.queue_item(&phone.id, item).unwrap().can_edit);
        let again = phone.app.edit_record(&phone.id, item).unwrap();
        assert_eq!(again.draft, RecordDraft { edits: Some(item), ..draft });
        assert_eq!(again.checked, phone.app.check_draft(&phone.id, &again.draft).unwrap());
        let before = row(&phone, item);
        let new = keep(&phone, &again.draft);
        assert_ne!(new, item, "a new record: the old one had left");
        assert_eq!(replaced_by(&phone, new), Some(before.item.progress.record));
        assert_eq!(row(&phone, item), before, "nobody has to be told: it was never taken up");
    }
}

fn replaced_by(phone: &Phone, item: i64) -> Option<RecordId> {
    row(phone, item).item.record().unwrap().replaces
}

#[test]
fn a_record_that_was_refused_without_a_signature_is_withdrawn_once_it_is_written_again() {
    let refused = Answer::Status { status: 422, retry_after: None, problem: None, text: "".into() };
    let phone = village();
    let old = keep(&phone, &blood("2026-11-20", DonationAmount::WholeBlood { ml: 400 }));
    attempt(&phone, old, refused);
    let view = phone.app.queue_item(&phone.id, old).unwrap();
    assert!(view.edit_note.contains("This one is withdrawn"), "{}", view.edit_note);
    let opened = phone.app.edit_record(&phone.id, old).unwrap().draft;
    let new = phone.app.queue_record(&phone.id, &opened, "form").unwrap().item;
    let again = phone.app.queue_record(&phone.id, &opened, "form").unwrap().item;
    assert_eq!(again, new, "sent twice, kept once");

    let record = row(&phone, old).item.progress.record;
    assert_eq!(replaced_by(&phone, new), Some(record));
    let machine = row(&phone, old).item.progress;
    assert!(machine.withdrawing && !machine.can_be_retried(), "{machine:?}");
    let rows = rows_of(&phone);
    let withdrawals: Vec<_> = rows.iter().filter_map(|row| row.item.withdraws).collect();
    assert_eq!((withdrawals, rows.len()), (vec![record], 3));
    assert!(phone.app.retry_record(&phone.id, old).is_err());

    // The new one has not left: what is kept in its place replaces the same record.
    let opened = phone.app.edit_record(&phone.id, new).unwrap();
    let mut notes = opened.checked.notes.iter();
    let no_duplicate = notes.all(|note| note.field == DraftField::Photo);
    assert!(no_duplicate, "the old one is being withdrawn: {:?}", opened.checked.notes);
    assert_eq!(keep(&phone, &opened.draft), new);
    assert_eq!(replaced_by(&phone, new), Some(record));
    assert_eq!(rows_of(&phone).len(), 3);
}

#[test]
fn a_report_against_oneself_is_never_pre_filled() {
    let phone = village();
    let item = keep(&phone, &report("R-1"));
    phone.write(|tx| {
        let mut row: Row = tx.queue_item(item)?.unwrap();
        row.item.progress.state = standing_client::queue::State::Queued;
        tx.put_queue_item(&row, None)
    });
    reject(&phone, item);
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    assert_eq!((view.state, view.kind), (QueueState::NeedsYou, RecordKind::SelfReport));
    assert!(!view.can_edit && phone.app.edit_record(&phone.id, item).is_err());
}

/// A request was begun, and this came of it.
fn attempt(phone: &Phone, item: i64, answer: Answer) {
    phone.write(|tx| {
        plan::apply(tx, item, Event::WokenNow, UnixTime(NOW), 0)?;
        plan::apply(tx, item, Event::Answered(answer), UnixTime(NOW), 0).map(drop)
    });
}

#[test]
fn a_record_that_waits_is_edited_in_its_place() {
    let phone = village();
    let jpeg = super::items::photo();
    let draft = RecordDraft { photo: Some(jpeg), ..hours("Library", "2026-11-20", 60) };
    let item = keep(&phone, &draft);
    let later = keep(&phone, &blood("2026-11-20", DonationAmount::WholeBlood { ml: 400 }));
    attempt(&phone, item, Answer::Unreached);
    let before = row(&phone, item);
    let opened = phone.app.edit_record(&phone.id, item).unwrap();
    assert_eq!(opened.checked.notes, [], "it is not its own duplicate");
    assert_eq!(opened.draft.edits, Some(item));

    let changed =
        RecordDraft { photo: None, edits: Some(item), ..hours("Museum", "2026-11-20", 90) };
    let kept = phone.app.queue_record(&phone.id, &changed, "form").unwrap();
    let after = row(&phone, item);
    assert_eq!(kept.item, item);
    assert_eq!(rows_of(&phone).iter().map(|row| row.id).collect::<Vec<_>>(), [item, later]);
    assert_ne!(
        after.item.progress.record, before.item.progress.record,
        "another payload, another id"
    );
    assert_eq!(after.item.progress.tries, before.item.progress.tries);
    assert_eq!(after.item.progress.log, before.item.progress.log);
    assert!(after.item.payload.contains("Museum") && !after.item.payload.contains("Library"));
    assert!(after.item.progress.uploads.is_empty());
    assert_eq!(phone.app.store().unwrap().read(|tx| tx.evidence(item)).unwrap(), []);

    let again = phone.app.queue_record(&phone.id, &changed, "form").unwrap();
    assert_eq!((again.item, row(&phone, item)), (item, after), "sent twice, kept once");
}

#[test]
fn the_photo_of_an_edited_record_is_the_new_one_alone() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    for _ in 0..2 {
        let opened = phone.app.edit_record(&phone.id, item).unwrap().draft;
        let draft = RecordDraft { photo: Some(super::items::photo()), ..opened };
        phone.app.queue_record(&phone.id, &draft, "").unwrap();
        let (row, kept) = (row(&phone, item), phone.app.store().unwrap());
        let photos = kept.read(|tx| tx.evidence(item)).unwrap();
        let hashes: Vec<_> = photos.iter().map(|photo| photo.sha256).collect();
        assert_eq!(hashes.len(), 1);
        assert_eq!(hashes, [row.item.progress.uploads[0].sha256]);
        assert_eq!(hashes, [row.item.record().unwrap().evidence[0].sha256]);
    }
}

#[test]
fn a_record_that_began_to_leave_says_why_it_is_not_edited_any_more() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    let note = |item| phone.app.queue_item(&phone.id, item).unwrap().edit_note;
    assert!(note(item).starts_with("Nothing of it has left this phone."), "{}", note(item));
    let opened = phone.app.edit_record(&phone.id, item).unwrap().draft;
    attempt(&phone, item, Answer::Nothing);
    assert!(note(item).starts_with("It may have left this phone,"), "{}", note(item));
    let before = row(&phone, item);
    let code = |error: crate::error::AppError| error.problem.code;
    let refused = phone.app.edit_record(&phone.id, item).unwrap_err();
    assert_eq!(code(refused), "record-has-left");
    // The form was opened before, and is kept now.
    let refused = phone.app.queue_record(&phone.id, &opened, "form").unwrap_err();
    assert_eq!(code(refused), "record-has-left");
    assert_eq!(row(&phone, item), before);
    assert_eq!(rows_of(&phone).len(), 1);
    let elsewhere = RecordDraft { edits: Some(item + 1), ..opened };
    let none = phone.app.queue_record(&phone.id, &elsewhere, "form").unwrap_err();
    assert_eq!(code(none), "no-record");
}
