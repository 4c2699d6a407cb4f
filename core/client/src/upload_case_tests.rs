//! Contests, compliance records and rights requests go the way of all records.

use super::*;
use standing_model::case::{
    Compliance, Contest, Ground, Order, Outcome, Right, RightsRequest, Target, Wanted,
};
use standing_model::text::LocalText;
use standing_verify::envelope::RecipientSecret;

const WORDS: &str = "The bank has written that the loan is paid";

fn loan() -> Target {
    Target::Entry("8-0031".parse().unwrap())
}

fn contest() -> Body {
    Body::Contest(Contest {
        target: loan(),
        grounds: vec![Ground::AlreadyComplied],
        words: Some(WORDS.into()),
        wants: Wanted::Removed,
        mark: false,
        follows: None,
    })
}

fn bodies() -> [Body; 3] {
    let target = Order::Entry("8-0031".parse().unwrap());
    let on = "2026-11-20".parse().unwrap();
    [
        contest(),
        Body::Compliance(Compliance { target, done: WORDS.into(), on }),
        Body::RightsRequest(RightsRequest { right: Right::Copy, words: Some(WORDS.into()) }),
    ]
}

impl Bench {
    /// Queues a record that says this; its row.
    fn queue_case(&self, body: Body) -> i64 {
        let queued = self.queued(&Record { body, ..self.record(None) });
        self.store().write(|tx| plan::add(tx, &membership("m").id, &queued)).unwrap()
    }

    fn alarms(&self) -> Vec<Alarm> {
        let alarms = self.store().read(|tx| tx.alarms()).unwrap();
        alarms.into_iter().map(|alarm| alarm.kept.alarm).collect()
    }
}

#[tokio::test]
async fn a_case_is_sent_sealed_and_once_and_keeps_its_receipts() {
    for body in bodies() {
        let mut bench = Bench::new();
        let secret = RecipientSecret::derive(&[1; 32]);
        bench.sealing = Sealing::To(secret.recipient().clone());
        bench.authority.held().opens_with = vec![secret];
        let id = bench.queue_case(body);
        bench.authority.fail("PUT", Fault::AnswerLost);
        bench.run().await;
        bench.restart();
        bench.clock.pass(6 * 3_600);
        bench.run().await;
        assert_eq!(bench.state(id), State::Received);
        let held = bench.authority.held();
        assert_eq!((held.records.len(), held.receipts.len()), (1, 1), "it arrived twice");
        let seen = |body: &Vec<u8>| body.windows(WORDS.len()).any(|part| part == WORDS.as_bytes());
        assert!(!held.wire.iter().any(seen), "its words were sealed");
        drop(held);
        let brief =
            bench.store().read(|tx| tx.queue_briefs::<Queued>(&membership("m").id)).unwrap();
        let said = format!("{:?}", brief[0].item.about);
        assert!(!said.contains(WORDS), "a list holds no words: {said}");
    }
}

#[tokio::test]
async fn an_authority_that_takes_no_cases_leaves_them_unanswered() {
    for body in bodies() {
        let bench = Bench::new();
        let id = bench.queue_case(body);
        bench.authority.fail("PUT", Fault::Status(404, &[]));
        bench.run().await;
        let reason = Reason::NotAnswered { status: 404, text: String::new() };
        assert_eq!(bench.state(id), State::NeedsYou(reason));
        let now = bench.clock.now();
        bench.store().write(|tx| plan::apply(tx, id, Event::Retried, now, 0)).unwrap();
        bench.run().await;
        assert_eq!(bench.state(id), State::Received, "it was kept, and can be sent again");
    }
}

#[tokio::test]
async fn a_decision_moves_its_case_and_one_on_something_else_is_alarmed() {
    let bench = Bench::new();
    let id = bench.queue_case(contest());
    bench.run().await;
    let record = bench.row(id).item.progress.record;
    let due = bench.row(id).item.progress.receipt.unwrap().due_on;
    arrive(&bench, bench.authority.grant(record, Target::Statement(3)));
    assert_eq!(
        (bench.state(id), bench.alarms()),
        (State::Received, vec![Alarm::ReceiptState { n: 2 }])
    );
    arrive(&bench, bench.authority.grant(record, loan()));
    assert_eq!(bench.state(id), State::Decided);
    let seen = bench.row(id).item.progress.receipt.unwrap();
    assert_eq!(
        (seen.n, seen.outcome, seen.due_on.is_some()),
        (3, Some(Outcome::Granted), due.is_some())
    );
    assert_eq!(bench.row(id).item.receipts.len(), 2);
    arrive(&bench, bench.authority.grant(record, loan()));
    assert_eq!(bench.alarms().len(), 2, "decided twice");
    assert_eq!(bench.row(id).item.progress.receipt.unwrap().n, 3);
}

#[tokio::test]
async fn the_day_that_was_promised_moves_once_and_with_a_reason() {
    let why = || LocalText { en: "The bank was asked.".into(), zh: "已向银行核实。".into() };
    let later = |day: &str| Some(day.parse().unwrap());
    for (reason, expected) in [(None, "2026-12-03"), (Some(why()), "2026-12-10")] {
        let bench = Bench::new();
        let id = bench.queue_case(contest());
        bench.run().await;
        let record = bench.row(id).item.progress.record;
        let due = || bench.row(id).item.progress.receipt.unwrap().due_on.unwrap().to_string();
        assert_eq!(due(), "2026-12-03");
        bench.authority.held().due_on = later("2026-12-10");
        bench.authority.held().reason = reason;
        let moved = bench.authority.decide(record, ReceiptState::UnderReview);
        for _ in ["paged", "as the answer to its own request, too"] {
            arrive(&bench, moved.clone());
            assert_eq!((bench.state(id), due()), (State::UnderReview, expected.into()));
        }
        bench.authority.held().due_on = later("2026-12-24");
        arrive(&bench, bench.authority.grant(record, loan()));
        assert_eq!((bench.state(id), due()), (State::Decided, expected.into()), "never twice");
    }
}
