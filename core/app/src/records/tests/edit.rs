//! A record that was not taken up can be written again.

use super::*;
use crate::view::records::RecordKind;
use standing_client::plan;
use standing_client::queue::{Event, ReceiptSeen};
use standing_model::time::UnixTime;
use standing_store::testing::NOW;

fn reject(phone: &Phone, item: i64) {
    let receipt =
        ReceiptSeen { n: 1, state: standing_model::message::ReceiptState::Rejected, due_on: None };
    let event = Event::ReceiptArrived(receipt);
    phone.write(|tx| plan::happen(tx, item, event, UnixTime(NOW), 0).map(drop));
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
        let view = phone.app.queue_item(&phone.id, item).unwrap();
        let waiting = phone.app.edit_record(&phone.id, item).unwrap_err();
        assert_eq!((view.can_edit, waiting.problem.code.as_str()), (false, "record-not-now"));
        reject(&phone, item);
        assert!(phone.app.queue_item(&phone.id, item).unwrap().can_edit);
        let again = phone.app.edit_record(&phone.id, item).unwrap();
        assert_eq!(again.draft, draft);
        assert_eq!(again.checked, phone.app.check_draft(&phone.id, &draft).unwrap());
        assert_ne!(
            keep(&phone, &again.draft),
            item,
            "a new record: the old one's payload is fixed"
        );
    }
}

#[test]
fn a_report_against_oneself_is_never_pre_filled() {
    let phone = village();
    let item = keep(&phone, &report("R-1"));
    phone.write(|tx| {
        let mut row: Row = tx.queue_item(item)?.unwrap();
        row.item.item.state = standing_client::queue::State::Queued;
        tx.put_queue_item(&row, None)
    });
    reject(&phone, item);
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    assert_eq!((view.state, view.kind), (QueueState::NeedsYou, RecordKind::SelfReport));
    assert!(!view.can_edit && phone.app.edit_record(&phone.id, item).is_err());
}
