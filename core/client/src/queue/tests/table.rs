//! The table of PROTOCOL §6.1.

use super::*;

#[test]
fn no_answer_and_passing_trouble_are_retried() {
    let passing = [300, 302, 307, 399, 408, 425, 429, 500, 502, 503, 504, 599];
    let answers = passing.map(status).into_iter();
    for given in answers.chain([Answer::Nothing, Answer::Unreached]) {
        let mut item = sending();
        answer(&mut item, given.clone(), NOW, 0);
        assert_eq!(item.state, State::Queued, "{given:?}");
        assert_eq!(item.tries.next_at, NOW.plus(1), "{given:?}");
        assert_eq!(item.step(Event::Woken, NOW, 0), [], "not yet");
        let todo = item.step(Event::Woken, NOW.plus(1), 0);
        assert_eq!(todo, [Effect::Request(Request::Put)], "{given:?}");
    }
}

#[test]
fn waits_double_with_full_jitter_up_to_six_hours() {
    for jitter in [0, u64::MAX, 12_345_678_901_234_567] {
        let mut item = sending();
        let mut now = NOW;
        for failed in 0..40 {
            answer(&mut item, Answer::Nothing, now, jitter);
            let wait = item.tries.next_at.since(now);
            let bound = (1_i64 << failed.min(15)).min(LONGEST_WAIT);
            assert!((1..=bound).contains(&wait), "{failed}: {wait} of {bound}");
            now = item.tries.next_at;
            assert_eq!(item.step(Event::Woken, now, 0).len(), 1);
        }
    }
    let mut drawn = std::collections::BTreeSet::new();
    for jitter in 0..64 {
        let mut item = sending();
        item.tries.failed = 6;
        answer(&mut item, Answer::Nothing, NOW, jitter);
        drawn.insert(item.tries.next_at.since(NOW));
    }
    assert_eq!(drawn.len(), 64, "every wait up to the bound can be drawn");
}

#[test]
fn a_server_that_names_a_time_is_waited_for_at_most_six_hours() {
    for code in [429, 503] {
        for (told, waited) in [(0, 1), (7, 7), (21_600, 21_600), (u32::MAX, 21_600)] {
            let mut item = sending();
            let given = Answer::Status {
                status: code,
                retry_after: Some(told),
                problem: None,
                text: String::new(),
            };
            answer(&mut item, given, NOW, 3);
            assert_eq!(item.tries.next_at.since(NOW), waited, "{code} {told}");
        }
    }
}

#[test]
fn after_three_answers_that_do_not_verify_the_app_says_so_and_goes_on() {
    let mut item = sending();
    for times in 1..=5 {
        let given = if times % 2 == 0 { Answer::Unverified } else { status(200) };
        answer(&mut item, given, NOW, 0);
        let expected = (times >= 3).then_some(Trouble::AnswersDoNotVerify);
        assert_eq!(item.trouble(), expected, "{times}");
        let next_at = item.tries.next_at;
        assert_eq!(item.step(Event::Woken, next_at, 0).len(), 1);
    }
    let verified = Answer::Receipt(receipt(1, ReceiptState::Received));
    answer(&mut item, verified, NOW, 0);
    assert_eq!((item.state.clone(), item.trouble()), (State::Received, None));
}

#[test]
fn answers_that_do_not_verify_are_counted_in_a_row() {
    for between in [status(500), status(403), status(429)] {
        let mut item = sending();
        for _ in 0..2 {
            answer(&mut item, Answer::Unverified, NOW, 0);
        }
        answer(&mut item, between.clone(), NOW, 0);
        answer(&mut item, Answer::Unverified, NOW, 0);
        assert_eq!(item.trouble(), None, "{between:?} was another answer in between");
        // Nothing that came back is no answer.
        answer(&mut item, Answer::Nothing, NOW, 0);
        answer(&mut item, Answer::Unverified, NOW, 0);
        answer(&mut item, Answer::Unverified, NOW, 0);
        assert_eq!(item.trouble(), Some(Trouble::AnswersDoNotVerify), "{between:?}");
    }
}

#[test]
fn a_first_attempt_that_still_runs_is_believed_for_a_day() {
    let mut item = sending();
    let mut now = NOW;
    while now.since(NOW) < RUNNING_AT_MOST {
        answer(&mut item, status(409), now, 0);
        assert_eq!(item.state, State::Queued);
        now = now.plus(3_600);
        assert_eq!(item.step(Event::Woken, now, 0).len(), 1);
    }
    answer(&mut item, status(409), now, 0);
    assert_eq!(item.state, State::NeedsYou(Reason::StillRunning));
    assert_eq!(item.step(Event::Woken, now.plus(1_000_000), 0), []);
    assert_eq!(item.step(Event::Retried, now, 0), []);
    assert_eq!(item.step(Event::Woken, now, 0), [Effect::Request(Request::Put)]);
}

#[test]
fn another_answer_in_between_starts_that_day_again() {
    let mut item = sending();
    answer(&mut item, status(409), NOW, 0);
    answer(&mut item, status(500), NOW.plus(10), 0);
    answer(&mut item, status(409), NOW.plus(RUNNING_AT_MOST), 0);
    assert_eq!(item.state, State::Queued);
    // A clock that was ahead when the day began does not make it longer.
    item.tries.running_since = Some(NOW.plus(9 * RUNNING_AT_MOST));
    answer(&mut item, status(409), NOW, 0);
    assert_eq!(item.tries.running_since, Some(NOW));
}

#[test]
fn not_being_let_in_is_retried_and_said_after_three_times() {
    for code in [401, 403] {
        let mut item = sending();
        for times in 1..=4 {
            answer(&mut item, status(code), NOW, 0);
            assert_eq!(item.state, State::Queued);
            assert_eq!(item.trouble(), (times >= 3).then_some(Trouble::NotLetIn));
        }
        answer(&mut item, status(500), NOW, 0);
        assert_eq!(item.trouble(), None, "it let this phone in again");
    }
}

#[test]
fn a_signed_revocation_waits_for_enrolling_again() {
    let mut item = queued(Vec::new());
    assert_eq!(item.step(Event::KeyRevoked, NOW, 0), []);
    assert_eq!(item.state, State::NeedsYou(Reason::KeyRevoked));
    assert_eq!(item.step(Event::Retried, NOW, 0), []);
    assert_eq!(item.step(Event::Woken, NOW, 0), [], "retrying does not help");
    assert_eq!(item.step(Event::EnrolledAgain, NOW, 0), []);
    assert_eq!(item.step(Event::Woken, NOW, 0).len(), 1);
}

#[test]
fn a_signed_rejection_shows_its_reason_and_is_not_sent_again() {
    let mut item = sending();
    answer(&mut item, Answer::Receipt(receipt(4, ReceiptState::Rejected)), NOW, 0);
    assert_eq!(item.state, State::NeedsYou(Reason::Rejected));
    assert!(!item.can_be_retried());
    assert_eq!(item.step(Event::Retried, NOW, 0), []);
    assert_eq!(item.step(Event::Woken, NOW.plus(9_999_999), 0), []);
    assert_eq!(item.step(Event::TakenBack, NOW, 0), [], "there is nothing to withdraw");
    let by = WithdrawnBy::Person;
    assert_eq!(item.state, State::Withdrawn { by });
}

#[test]
fn an_unsigned_refusal_waits_for_the_person_with_its_text() {
    for code in [400, 404, 405, 410, 413, 415, 422, 451, 499] {
        let mut item = sending();
        answer(&mut item, status(code), NOW, 0);
        let reason = Reason::RefusedUnsigned { status: code, text: "no".into() };
        assert_eq!(item.state, State::NeedsYou(reason));
        assert!(item.can_be_retried());
    }
}

#[test]
fn a_contest_that_is_refused_unsigned_stays_unanswered_with_its_attempts_kept() {
    for kind in [Kind::Contest, Kind::Compliance, Kind::RightsRequest] {
        let mut item = Item::queued(record(), kind, Vec::new(), NOW);
        assert_eq!(item.step(Event::Woken, NOW, 0).len(), 1);
        answer(&mut item, status(500), NOW, 0);
        assert_eq!(item.step(Event::Woken, NOW.plus(1), 0).len(), 1);
        answer(&mut item, status(404), NOW.plus(2), 0);
        let reason = Reason::NotAnswered { status: 404, text: "no".into() };
        assert_eq!(item.state, State::NeedsYou(reason));
        let log = [
            Attempt { at: NOW, outcome: Outcome::Status(500) },
            Attempt { at: NOW.plus(2), outcome: Outcome::Status(404) },
        ];
        assert_eq!(item.log, log);
    }
}

#[test]
fn a_clock_that_goes_back_does_not_stop_the_queue() {
    let mut item = sending();
    answer(&mut item, Answer::Nothing, NOW, 0);
    let years_before = NOW.plus(-900_000);
    assert_eq!(item.step(Event::Woken, years_before, 0).len(), 1);
}

#[test]
fn an_item_ends_with_a_receipt_and_with_nothing_else() {
    let every_status = (100..600).map(status);
    let others = [Answer::Nothing, Answer::Unreached, Answer::Unverified, Answer::Offset(3)];
    let created = Answer::Created { url: "u".into() };
    for given in every_status.chain(others).chain([created]) {
        let mut item = sending();
        let _ = item.step(Event::Answered(given.clone()), NOW, 5);
        let kept = item.is_to_be_sent() || matches!(item.state, State::NeedsYou(_));
        assert!(kept, "{given:?} led to {:?}", item.state);
    }
}

#[test]
fn receipts_lead_through_the_states_and_contradictions_are_alarmed() {
    use ReceiptState::{Accepted, Received, Refused, UnderReview, Withdrawn};
    let mut item = sending();
    let arrive =
        |item: &mut Item, n, state| item.step(Event::ReceiptArrived(receipt(n, state)), NOW, 0);
    assert_eq!(arrive(&mut item, 1, Received), []);
    assert_eq!(item.state, State::Received);
    assert_eq!(arrive(&mut item, 3, UnderReview), []);
    assert_eq!(arrive(&mut item, 1, Received), [], "the same answer again");
    assert_eq!(item.state, State::UnderReview);
    assert_eq!(arrive(&mut item, 4, Accepted), []);
    assert_eq!(item.state, State::Accepted);
    assert_eq!(arrive(&mut item, 4, Refused), [Effect::Alarm], "two with one number");
    assert_eq!(item.state, State::Accepted);
    assert_eq!(arrive(&mut item, 9, Withdrawn), [Effect::Alarm], "after a final one");
    assert_eq!(item.state, State::Accepted, "what was decided stays");
    let mut deed = sending();
    assert_eq!(arrive(&mut deed, 1, Received), []);
    assert_eq!(arrive(&mut deed, 2, ReceiptState::Decided), [Effect::Alarm], "a deed is no case");
    assert_eq!(deed.state, State::Received);
    let mut case = Item::queued(record(), Kind::Contest, Vec::new(), NOW);
    assert_eq!(case.step(Event::Woken, NOW, 0).len(), 1);
    assert_eq!(
        arrive(&mut case, 1, Accepted),
        [Effect::Alarm],
        "a contest is decided, never accepted"
    );
    assert_eq!(case.state, State::Received, "it arrived, and nothing has ended");
    let mut other = sending();
    assert_eq!(arrive(&mut other, 5, Accepted), [Effect::Alarm], "never received");
}

#[test]
fn a_case_is_decided_and_keeps_the_day_that_was_promised() {
    let mut item = Item::queued(record(), Kind::Contest, Vec::new(), NOW);
    assert_eq!(item.step(Event::Woken, NOW, 0).len(), 1);
    let arrive = |item: &mut Item, seen| item.step(Event::ReceiptArrived(seen), NOW, 0);
    let due_on = Some("2026-12-07".parse().unwrap());
    let received = ReceiptSeen { due_on, ..receipt(1, ReceiptState::Received) };
    assert_eq!(arrive(&mut item, received), []);
    assert_eq!(arrive(&mut item, receipt(2, ReceiptState::UnderReview)), []);
    assert_eq!(item.receipt.unwrap().due_on, due_on, "it stays until another is named");
    let outcome = Some(standing_model::case::Outcome::Partly);
    let decided = ReceiptSeen { outcome, ..receipt(3, ReceiptState::Decided) };
    assert_eq!(arrive(&mut item, decided), []);
    assert_eq!((&item.state, item.receipt.unwrap().outcome), (&State::Decided, outcome));
    assert!(!item.is_open() && !item.can_be_taken_back());
    assert_eq!(arrive(&mut item, receipt(4, ReceiptState::Decided)), [Effect::Alarm], "twice");
    assert_eq!(item.receipt.unwrap().outcome, outcome);
    let mut counted = Item::queued(record(), Kind::Contest, Vec::new(), NOW);
    assert_eq!(item_after(&mut counted), State::Received);
    assert_eq!(arrive(&mut counted, receipt(2, ReceiptState::Accepted)), [Effect::Alarm]);
    assert_eq!(counted.state, State::Received, "a case does not count like a deed");
}

fn item_after(item: &mut Item) -> State {
    let _ = item.step(Event::Woken, NOW, 0);
    let _ = item.step(Event::ReceiptArrived(receipt(1, ReceiptState::Received)), NOW, 0);
    item.state.clone()
}
