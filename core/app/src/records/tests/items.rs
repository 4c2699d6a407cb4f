//! What becomes of a record, and what can be done with it.

use super::*;
use crate::testing::sign;
use crate::view::CheckState;
use crate::view::records::{DraftField, NoteWeight, QueueGroupKind};
use standing_client::plan::{self, Arrived};
use standing_client::queue::{Event, State};
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, MembershipId, RecordId};
use standing_model::message::{Receipt, ReceiptState, Typ};
use standing_model::series::SeriesKind;
use standing_model::text::LocalText;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_model::version::Version;
use standing_store::Document;
use standing_store::testing::{NOW, membership};
use standing_verify::message::{Expected, verify};

#[test]
fn what_was_kept_survives_being_switched_off_in_every_state() {
    let mut phone = village();
    let items: Vec<i64> =
        (0..9).map(|n| keep(&phone, &hours("Library", "2026-11-20", 60 + n))).collect();
    let cooling = keep(&phone, &report("R-1"));
    let events: [&[Event]; 9] = [
        &[],
        &[Event::Woken],
        &[Event::EvidenceMissing],
        &[Event::KeyRevoked],
        &[Event::Restored],
        &[Event::TakenBack],
        &[Event::ReceiptArrived(seen(1, ReceiptState::Received))],
        &[Event::ReceiptArrived(seen(2, ReceiptState::Rejected))],
        &[
            Event::ReceiptArrived(seen(3, ReceiptState::Received)),
            Event::ReceiptArrived(seen(4, ReceiptState::Accepted)),
        ],
    ];
    for (item, events) in items.iter().zip(events) {
        for event in events {
            let event = event.clone();
            phone.write(|tx| plan::apply(tx, *item, event, UnixTime(NOW), 0).map(drop));
        }
    }
    let read = |phone: &Phone| -> Vec<Row> {
        let all = items.iter().chain([&cooling]);
        all.map(|item| row(phone, *item)).collect()
    };
    let before = read(&phone);
    phone = phone.restarted();
    for (before, after) in before.iter().zip(read(&phone)) {
        assert_eq!(before.item.payload, after.item.payload);
        if before.item.progress.state == State::Sending {
            assert_eq!(after.item.progress.state, State::Queued, "nothing is on its way any more");
        } else {
            assert_eq!(*before, after);
        }
    }
    assert_eq!(phone.app.queue(&phone.id).unwrap().groups.len(), 4);
}

fn seen(n: u32, state: ReceiptState) -> standing_client::queue::ReceiptSeen {
    let (due_on, outcome, received_at) = (None, None, None);
    standing_client::queue::ReceiptSeen { n, state, due_on, outcome, received_at }
}

#[test]
fn nothing_that_was_typed_or_pictured_stands_in_any_file() {
    let phone = village();
    let photo = photo();
    let draft = RecordDraft { photo: Some(photo), ..hours("Planted-organiser", "2026-11-20", 60) };
    let item = keep(&phone, &draft);
    let exported = phone.app.export_record(&phone.id, item).unwrap();
    let kept = &exported.photos[0].bytes;
    let needles: [&[u8]; 3] = [b"Planted-organiser", b"Reading aloud", &kept[200..264]];
    for file in std::fs::read_dir(phone.folder.path()).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for needle in needles {
            let found = bytes.windows(needle.len()).any(|part| part == needle);
            assert!(!found, "{}", path.display());
        }
    }
}

/// A JPEG with some content.
pub(super) fn photo() -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(320, 200, |x, y| {
        let n = x.wrapping_mul(31).wrapping_add(y.wrapping_mul(17)) % 256;
        image::Rgb([u8::try_from(n).unwrap(), 90, 200])
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    image::DynamicImage::ImageRgb8(pixels).write_with_encoder(encoder).unwrap();
    bytes
}

#[test]
fn a_photo_goes_with_its_record_and_what_is_no_photo_does_not() {
    let phone = village();
    let with = |photo| RecordDraft { photo: Some(photo), ..hours("Library", "2026-11-20", 60) };
    let item = keep(&phone, &with(photo()));
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    assert_eq!(view.photos[0].note, "Encrypted on this phone");
    let record = row(&phone, item).item.record().unwrap();
    let exported = phone.app.export_record(&phone.id, item).unwrap();
    assert_eq!(record.evidence[0].sha256, Hash::of(&exported.photos[0].bytes));
    let html = with(b"<html>".to_vec());
    let view = phone.app.check_draft(&phone.id, &html).unwrap();
    let at_photo = view.notes.iter().find(|note| note.field == DraftField::Photo).unwrap();
    assert_eq!((at_photo.weight, view.ready), (NoteWeight::Problem, false));
    // The header is fine, the pixels are not.
    let mut cut = photo();
    cut.truncate(700);
    assert!(phone.app.queue_record(&phone.id, &with(cut), "").is_err());
}

#[test]
fn a_disk_that_is_full_at_any_write_keeps_a_record_whole_or_not_at_all() {
    let phone = village();
    let store = phone.app.store().unwrap();
    let draft = RecordDraft { photo: Some(photo()), ..hours("Library", "2026-11-20", 60) };
    let mut refused = 0;
    for pages in 0..40 {
        let before = rows_of(&phone);
        store.leave_pages(pages);
        let kept = phone.app.queue_record(&phone.id, &draft, "");
        store.leave_pages(10_000);
        match kept {
            Ok(kept) => {
                let exported = phone.app.export_record(&phone.id, kept.item).unwrap();
                assert_eq!((rows_of(&phone).len(), exported.photos.len()), (before.len() + 1, 1));
            }
            Err(error) => {
                refused += 1;
                assert_eq!(error.problem.code, "storage-full", "{pages}");
                assert_eq!(rows_of(&phone), before, "{pages}");
            }
        }
    }
    assert!((1..40).contains(&refused), "{refused} times");
    drop(store);
    let phone = phone.restarted();
    assert!(phone.app.home(&phone.id).unwrap().alarms.is_empty(), "the file is as it was written");
}

#[test]
fn a_form_that_was_sent_and_is_restored_gives_the_record_that_it_became() {
    let phone = village();
    let draft = hours("Library", "2026-11-20", 60);
    let sent = |form| phone.app.queue_record(&phone.id, &draft, form).unwrap().item;
    let first = sent("a form");
    assert_eq!(sent("a form"), first);
    assert_ne!(sent("another form"), first);
    assert_ne!(sent(""), sent(""), "two forms without a name");
    // With other words it is not what was kept: nothing is lost without a word.
    let other = hours("Library", "2026-11-20", 90);
    let refused = phone.app.queue_record(&phone.id, &other, "a form").unwrap_err();
    assert_eq!(refused.problem.code, "record-form-kept");
    assert_eq!(rows_of(&phone).len(), 4);
}

#[test]
fn an_unsent_record_is_taken_back_quietly_and_a_sent_one_by_a_withdrawal() {
    let phone = village();
    let unsent = keep(&phone, &hours("Library", "2026-11-20", 60));
    let view = phone.app.withdraw_record(&phone.id, unsent).unwrap();
    assert_eq!((view.state, view.can_withdraw), (QueueState::Withdrawn, false));
    let sent = keep(&phone, &hours("Library", "2026-11-20", 120));
    phone.write(|tx| {
        plan::apply(tx, sent, Event::Woken, UnixTime(NOW), 0)?;
        let lost = Event::Answered(standing_client::queue::Answer::Nothing);
        plan::apply(tx, sent, lost, UnixTime(NOW), 0).map(drop)
    });
    let view = phone.app.withdraw_record(&phone.id, sent).unwrap();
    assert_eq!(view.text, "Your withdrawal is being sent; the record itself is not");
    let queue = phone.app.queue(&phone.id).unwrap();
    let waiting = &queue.groups[0];
    assert_eq!(waiting.kind, QueueGroupKind::OnThisPhone);
    assert_eq!(waiting.rows[0].title, "Withdrawal: Volunteering, 2 hours");
    let withdrawal = row(&phone, waiting.rows[0].item).item;
    assert_eq!(withdrawal.withdraws, Some(row(&phone, sent).item.progress.record));
    // The withdrawal itself, while unsent, can be taken back: the record goes on.
    phone.app.withdraw_record(&phone.id, waiting.rows[0].item).unwrap();
    assert!(!row(&phone, sent).item.progress.withdrawing);
}

#[test]
fn an_item_of_another_membership_is_not_found() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    let other = MembershipId("other".into());
    assert_eq!(phone.app.queue_item(&other, item).unwrap_err().problem.code, "no-membership");
    assert_eq!(phone.app.queue_item(&phone.id, item + 1).unwrap_err().problem.code, "no-record");
}

#[test]
fn home_counts_what_waits() {
    let phone = village();
    keep(&phone, &hours("Library", "2026-11-20", 60));
    let second = keep(&phone, &hours("Library", "2026-11-21", 60));
    phone.write(|tx| plan::apply(tx, second, Event::Restored, UnixTime(NOW), 0).map(drop));
    let home = phone.app.home(&phone.id).unwrap();
    assert_eq!((home.waiting, home.needs_you), (1, 1));
}

#[test]
fn an_export_can_be_checked_without_this_app() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    let unsent = phone.app.export_record(&phone.id, item).unwrap().json;
    assert!(!unsent.contains("signed"), "it gives away no signature that was not sent");
    arrive(&phone, item, 1, ReceiptState::Received);
    let exported = phone.app.export_record(&phone.id, item).unwrap();
    let read: serde_json::Value = serde_json::from_str(&exported.json).unwrap();
    let payload = read["payload"].as_str().unwrap();
    let id = RecordId::of_payload(payload.as_bytes()).to_string();
    assert_eq!(read["record"], id);
    assert!(payload.contains("Library"));
    let receipt = read["receipts"][0].as_str().unwrap();
    assert_eq!(receipt.split('.').count(), 3);
    let signed = standing_verify::record::read(read["signed"].as_str().unwrap()).unwrap();
    let key = serde_json::from_value(read["key"].clone()).unwrap();
    signed.verify(&standing_verify::jws::key_of(&key).unwrap()).unwrap();
    assert_eq!(signed.id.to_string(), id);
    assert!(exported.file_name.starts_with(&format!("record-{}", &id[..8])));
}

/// A receipt over an item arrives as the answer to its own request.
pub(super) fn arrive(phone: &Phone, item: i64, n: u32, state: ReceiptState) -> String {
    let queued = row(phone, item).item;
    let record = queued.record().unwrap();
    let m = membership("m");
    let receipt = Receipt {
        v: Version,
        iss: m.iss.clone(),
        sub: m.sub.clone().unwrap(),
        iat: UnixTime(NOW),
        n,
        prev: (n > 1).then(|| Hash::of(b"before")),
        record: queued.progress.record,
        kind: record.kind(),
        evidence: Vec::new(),
        state,
        received_at: UnixTime(NOW),
        reason: (state == ReceiptState::Refused).then(|| LocalText {
            en: "This code was counted before.".into(),
            zh: "该编号已经计过分。".into(),
        }),
        decided_by: Some(LocalText {
            en: "Village committee".into(), zh: "村民委员会".into()
        }),
        entry: None,
        due_on: Some(UnixTime(NOW + 9 * 86_400).day_in(ZoneOffset::CHINA)),
        decision: None,
        ext: Extensions::default(),
    };
    let compact = sign(Typ::Receipt, &receipt);
    let keys = phone.app.snapshot(&phone.id).unwrap().keys();
    let receipt = verify(&compact, Expected::fresh(&keys, m.sub.as_deref().unwrap())).unwrap();
    let arrived = [Arrived { receipt, compact: compact.clone() }];
    phone.write(|tx| plan::receive(tx, &m, &arrived, UnixTime(NOW)));
    compact
}

#[test]
fn a_receipt_is_checked_for_its_signature_its_record_and_its_place() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 60));
    let none = phone.app.receipt(&phone.id, item).unwrap_err();
    assert_eq!(none.problem.code, "no-receipt");
    let compact = arrive(&phone, item, 1, ReceiptState::Received);
    let states = || {
        let view = phone.app.receipt(&phone.id, item).unwrap();
        view.checks.iter().map(|check| (check.name.clone(), check.state)).collect::<Vec<_>>()
    };
    let named = |name: &str, state| (name.to_owned(), state);
    use CheckState::{Fails, Holds, Unknown};
    let expected = [
        named("Follows the one before", Unknown),
        named("Signed", Holds),
        named("Same as you sent", Holds),
    ];
    assert_eq!(states(), expected, "not paged yet");
    let stored_at = UnixTime(NOW);
    let document = Document { n: 1, compact, stored_at, head: None, held_since: None };
    phone.write(|tx| tx.add_document(SeriesKind::Receipts, &phone.id, &document).map(drop));
    assert!(states().iter().all(|(_, state)| *state == Holds), "{:?}", states());
    let view = phone.app.receipt(&phone.id, item).unwrap();
    assert_eq!(view.text, "Delivered on 23 November 2026");
    let due = view.timeline.last().unwrap();
    assert_eq!((due.text.as_str(), due.done), ("Answer due", false));
    assert!(view.timeline[0].note.contains("this phone"));
    let list = phone.app.receipts(&phone.id).unwrap();
    assert_eq!((list.rows.len(), list.rows[0].item), (1, Some(item)));
    // A second receipt with the same number contradicts the first.
    arrive(&phone, item, 1, ReceiptState::Withdrawn);
    assert_eq!(states()[0], named("Follows the one before", Fails));
}

#[test]
fn everything_is_said_in_chinese_too() {
    let phone = Phone::joined(VILLAGE, Language::Chinese);
    let view = phone.app.check_draft(&phone.id, &report("R-1")).unwrap();
    assert!(view.against.unwrap().if_nothing.starts_with("如果您不申报"));
    let item = keep(&phone, &hours("图书馆", "2026-11-20", 200));
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    assert_eq!(view.title, "志愿服务3小时20分钟");
    assert_eq!(phone.app.queue(&phone.id).unwrap().groups[0].title, "仅在本机");
}

#[test]
fn only_an_accepted_record_gives_up_its_photo_and_keeps_all_else() {
    let phone = village();
    let draft = RecordDraft { photo: Some(photo()), ..hours("Library", "2026-11-20", 60) };
    let item = keep(&phone, &draft);
    let view = |item| phone.app.queue_item(&phone.id, item).unwrap();
    assert!(!view(item).can_remove_photos && view(item).photos_note.is_empty());
    let refused = phone.app.remove_photos(&phone.id, item).unwrap_err();
    assert_eq!(refused.problem.code, "record-not-now");
    phone.write(|tx| {
        let mut row: Row = tx.queue_item(item)?.unwrap();
        row.item.progress.state = State::Accepted;
        tx.put_queue_item(&row, None)
    });
    let before = row(&phone, item);
    assert!(view(item).can_remove_photos);
    assert!(view(item).photos_note.starts_with("Removing the photo frees "), "{:?}", view(item));

    let after = phone.app.remove_photos(&phone.id, item).unwrap();
    assert_eq!(row(&phone, item), before, "the record and what is known of it stay");
    let hash = before.item.record().unwrap().evidence[0].sha256.to_string();
    assert_eq!(after.photos.len(), 1);
    let gone = &after.photos[0];
    assert_eq!(gone.value, "Not on this phone any more");
    assert!(gone.note.ends_with(&hash), "{gone:?}");
    assert!(!after.can_remove_photos && after.photos_note.is_empty());
    assert!(phone.app.export_record(&phone.id, item).unwrap().photos.is_empty());
    assert!(phone.app.remove_photos(&phone.id, item).is_err(), "once");
}
