//! By when something is to happen about a record.

use super::items::arrive;
use super::*;
use crate::records::deadline::{Refusal, deadline};
use crate::records::receipts::Receipts;
use crate::records::snapshot::Snapshot;
use crate::view::Deadline;
use standing_model::message::ReceiptState;
use standing_model::rulebook::DayKind;

fn refused(phone: &Phone) -> i64 {
    let item = keep(phone, &hours("Library", "2026-11-20", 120));
    arrive(phone, item, 1, ReceiptState::Refused);
    item
}

fn said(phone: &Phone) -> String {
    phone.app.queue(&phone.id).unwrap().groups[0].rows[0].text.clone()
}

fn deadlines(phone: &Phone, item: i64) -> [Option<Deadline>; 2] {
    let receipt = phone.app.receipt(&phone.id, item).unwrap();
    [receipt.deadline, phone.app.queue_item(&phone.id, item).unwrap().deadline]
}

#[test]
fn the_day_of_the_answer_is_a_day_that_a_calendar_can_take() {
    let phone = village();
    let item = keep(&phone, &hours("Library", "2026-11-20", 120));
    assert_eq!(phone.app.queue_item(&phone.id, item).unwrap().deadline, None);
    arrive(&phone, item, 1, ReceiptState::Received);
    for due in deadlines(&phone, item) {
        let due = due.unwrap();
        assert_eq!((due.label.as_str(), due.date.as_str()), ("Answer due", "2026-12-02"));
        assert_eq!(
            (due.day.as_str(), due.away.as_str()),
            ("Wednesday 2 December 2026", "in 9 days")
        );
        assert!(
            !due.event.contains("Yangqiao") && !due.event.contains("Volunteering"),
            "{}",
            due.event
        );
    }
    arrive(&phone, item, 2, ReceiptState::Accepted);
    assert_eq!(deadlines(&phone, item), [None, None], "nothing is due any more");
}

#[test]
fn a_refused_record_says_why_and_until_when_it_can_be_contested() {
    let phone = village();
    let item = refused(&phone);
    let until =
        "By rulebook 7 you can contest this up to and including Wednesday 23 December 2026.";
    assert_eq!(said(&phone), format!("Not accepted: “This code was counted before”. {until}"));
    assert_eq!(phone.app.queue_item(&phone.id, item).unwrap().text, said(&phone));
    for until in deadlines(&phone, item) {
        assert_eq!(until.unwrap().date, "2026-12-23");
    }
    phone.clock.pass(31 * 86_400);
    assert!(
        said(&phone).ends_with(
            "By rulebook 7 the last day to contest this was Wednesday 23 December 2026."
        )
    );
    assert_eq!(deadlines(&phone, item), [None, None]);
}

#[test]
fn a_last_day_ends_at_midnight_where_the_authority_is() {
    let phone = village();
    let item = refused(&phone);
    // 16:00 UTC on 23 December is midnight in China.
    let midnight = 30 * 86_400 + 16 * 3_600;
    phone.clock.pass(midnight - 1);
    assert!(
        said(&phone)
            .contains("you can contest this up to and including Wednesday 23 December 2026.")
    );
    assert!(deadlines(&phone, item)[0].is_some());
    phone.clock.pass(1);
    assert!(said(&phone).contains("the last day to contest this was Wednesday 23 December 2026."));
    assert_eq!(deadlines(&phone, item), [None, None]);
}

#[test]
fn a_refusal_is_said_in_chinese_too() {
    let phone = Phone::joined(VILLAGE, Language::Chinese);
    refused(&phone);
    assert_eq!(
        said(&phone),
        "未采纳：“该编号已经计过分”。按第7版评分规则，最晚可在2026年12月23日（星期三）当天提出异议。"
    );
}

#[test]
fn a_reason_that_does_not_verify_any_more_is_not_repeated() {
    let phone = village();
    let item = refused(&phone);
    phone.write(|tx| {
        let mut row: Row = tx.queue_item(item)?.unwrap();
        row.item.receipts[0].compact.push('A');
        tx.put_queue_item(&row, None)
    });
    assert_eq!(said(&phone), "Not accepted");
    assert_eq!(deadlines(&phone, item), [None, None]);
}

#[test]
fn a_day_is_said_only_where_the_rulebook_counts_one() {
    let phone = village();
    let item = refused(&phone);
    let mut snapshot = phone.app.snapshot(&phone.id).unwrap();
    let row = row(&phone, item);
    let said = |snapshot: &Snapshot| {
        let receipts = phone.app.read(|tx| Receipts::over(tx, snapshot, &row)).unwrap();
        let refusal = Refusal::of(snapshot, &row.item.progress, receipts.newest_verified());
        (
            refusal.as_ref().unwrap().said(snapshot).text,
            deadline(snapshot, &row.item.progress, refusal.as_ref()),
        )
    };
    snapshot.book.as_mut().unwrap().contest.clear();
    assert_eq!(said(&snapshot), ("Not accepted: “This code was counted before”.".to_owned(), None));
}

#[test]
fn working_days_are_counted_by_the_authoritys_calendar_and_a_year_without_one_is_marked() {
    let phone = village();
    let item = refused(&phone);
    let row = row(&phone, item);
    let said = |days: u32| {
        let mut snapshot = phone.app.snapshot(&phone.id).unwrap();
        let step = &mut snapshot.book.as_mut().unwrap().contest[0];
        (step.days, step.days_are) = (days, DayKind::Working);
        let receipts = phone.app.read(|tx| Receipts::over(tx, &snapshot, &row)).unwrap();
        let refusal = Refusal::of(&snapshot, &row.item.progress, receipts.newest_verified());
        let due = deadline(&snapshot, &row.item.progress, refusal.as_ref()).unwrap();
        (refusal.unwrap().said(&snapshot).text, due.label, due.date)
    };
    let unsure = "Last day to contest (holidays not known)";
    let (text, label, date) = said(10);
    assert!(text.ends_with(
        "Monday 7 December 2026. This phone has no list of days off for 2026. Only weekends were \
         left out, so the real last day may be a different one."
    ));
    assert_eq!((label.as_str(), date.as_str()), (unsure, "2026-12-07"));
    // Thursday 26 November is off, and Saturday 5 December is worked for it.
    let calendar = br#"{"v":1,"region":"CN","year":2026,"source":"made up for this test",
        "holidays":["2026-11-26"],"worked":["2026-12-05"]}"#;
    let trust = phone.app.snapshot(&phone.id).unwrap().membership.trust;
    phone.write(|tx| tx.put_public_file(trust, "calendars/CN/2026.json", calendar));
    for (days, last) in [(4, "2026-11-30"), (9, "2026-12-05"), (10, "2026-12-07")] {
        let (text, label, date) = said(days);
        assert_eq!((label.as_str(), date.as_str()), ("Last day to contest", last));
        assert!(!text.contains("days off"), "{text}");
    }
    let (text, label, date) = said(30);
    assert!(text.contains("no list of days off for 2027"), "{text}");
    assert_eq!((label.as_str(), date.as_str()), (unsure, "2027-01-04"));
}
