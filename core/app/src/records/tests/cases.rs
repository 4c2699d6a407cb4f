//! What pages of records say of contests, compliance records and rights requests.

use super::*;
use standing_client::plan;
use standing_client::queue::{Answer, Event, Item, ReceiptSeen};
use standing_model::case::{
    Compliance, Contest, Ground, Order, Outcome, Right, RightsRequest, Target, Wanted,
};
use standing_model::ids::RecordId;
use standing_model::message::ReceiptState;
use standing_model::record::{Body, Record};
use standing_model::time::UnixTime;
use standing_store::testing::NOW;

fn contest(mark: bool) -> Body {
    Body::Contest(Contest {
        target: Target::Entry("8-0031".parse().unwrap()),
        grounds: vec![Ground::NotTold, Ground::Other],
        words: Some("Nobody told me.".into()),
        wants: Wanted::Removed,
        mark,
        follows: None,
    })
}

/// A record with another body than a form can write, queued.
fn queue(phone: &Phone, body: Body) -> i64 {
    let item = keep(phone, &hours("Library", "2026-11-20", 60));
    let record = Record { body, ..row(phone, item).item.record().unwrap() };
    let payload = serde_json::to_string(&record).unwrap();
    let id = RecordId::of_payload(payload.as_bytes());
    let queued = Item::queued(id, record.kind(), Vec::new(), UnixTime(NOW));
    let queued = plan::Queued::new(queued, payload);
    phone.write(|tx| plan::add(tx, &phone.id, &queued).map(drop));
    rows_of(phone).into_iter().find(|row| row.item.progress.record == id).unwrap().id
}

fn apply(phone: &Phone, item: i64, event: Event) {
    phone.write(|tx| plan::apply(tx, item, event, UnixTime(NOW), 0).map(drop));
}

fn said(phone: &Phone, item: i64) -> Vec<(String, String)> {
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    view.says.into_iter().map(|row| (row.label, row.value)).collect()
}

#[test]
fn a_case_is_called_after_what_it_is_against_and_says_all_that_was_written() {
    let phone = village();
    let item = queue(&phone, contest(true));
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    assert_eq!(view.title, "Contest: entry 8-0031");
    assert!(!view.can_edit, "it has a form of its own");
    let rows = said(&phone, item);
    for (label, value) in [
        ("What you contest", "Entry 8-0031"),
        ("Your reason", "I was not told"),
        ("Your reason", "Another reason"),
        ("In your words", "Nobody told me."),
        ("What you ask for", "Remove it"),
        ("Mark “contested”", "May be shown with the entry"),
    ] {
        assert!(rows.contains(&(label.into(), value.into())), "{label}: {rows:?}");
    }
    let item = queue(&phone, contest(false));
    let hidden = ("Mark “contested”".into(), "Not to be shown with the entry".into());
    assert!(said(&phone, item).contains(&hidden));
    let target = Order::Measure("notice-board".parse().unwrap());
    let (done, on) = ("The yard is clear.".into(), "2026-11-19".parse().unwrap());
    let item = queue(&phone, Body::Compliance(Compliance { target, done, on }));
    let rows = said(&phone, item);
    assert!(rows.contains(&("Done on".into(), "19 November 2026".into())), "{rows:?}");
    assert!(rows.contains(&("What you did".into(), "The yard is clear.".into())), "{rows:?}");
    let titles: Vec<String> = Right::ALL
        .into_iter()
        .map(|right| {
            let item = queue(&phone, Body::RightsRequest(RightsRequest { right, words: None }));
            phone.app.queue_item(&phone.id, item).unwrap().title
        })
        .collect();
    assert_eq!((titles[0].as_str(), titles.len()), ("See the data held about me", 6));
}

#[test]
fn a_case_that_is_not_taken_is_kept_and_can_be_handed_in_on_paper() {
    let phone = village();
    let item = queue(&phone, contest(true));
    apply(&phone, item, Event::Woken);
    let (status, text) = (404, "no such page".to_owned());
    let answer = Answer::Status { status, retry_after: None, problem: None, text };
    apply(&phone, item, Event::Answered(answer));
    let view = phone.app.queue_item(&phone.id, item).unwrap();
    let problem = view.problem.unwrap();
    assert!(problem.happened.starts_with("Not answered"), "{problem:?}");
    assert!(problem.happened.contains("no such page"), "{problem:?}");
    assert!(problem.safe.contains("kept on this phone"), "{problem:?}");
    assert!(problem.todo.contains("on paper"), "{problem:?}");
    assert!(view.can_retry && !phone.app.export_record(&phone.id, item).unwrap().json.is_empty());
}

#[test]
fn how_a_case_was_decided_is_said_in_its_row() {
    let phone = village();
    for (outcome, state, text) in [
        (Outcome::Granted, QueueState::Accepted, "Granted"),
        (Outcome::Partly, QueueState::Accepted, "Granted in part"),
        (Outcome::Refused, QueueState::Refused, "Not granted"),
    ] {
        let item = queue(&phone, contest(true));
        for (n, arrived, outcome) in
            [(1, ReceiptState::Received, None), (2, ReceiptState::Decided, Some(outcome))]
        {
            let (due_on, received_at) = (None, None);
            let seen = ReceiptSeen { n, state: arrived, due_on, outcome, received_at };
            apply(&phone, item, Event::ReceiptArrived(seen));
        }
        let view = phone.app.queue_item(&phone.id, item).unwrap();
        assert_eq!((view.state, view.text.as_str()), (state, text));
        assert!(!view.can_withdraw && !view.can_edit && !view.can_remove_photos);
    }
}
