//! What the person does, and what happens without them.

use super::*;

fn act(item: &mut Item, event: Event, now: UnixTime) {
    assert_eq!(item.step(event, now, 0), []);
}

fn cooling_off() -> Item {
    let mut item = Item::drafted(record(), Kind::SelfReport, Vec::new(), NOW);
    act(&mut item, Event::HandedOver { cool_off: 86_400 }, NOW);
    item
}

#[test]
fn a_bad_self_report_cools_off_and_then_asks_again() {
    let mut item = cooling_off();
    act(&mut item, Event::Woken, NOW.plus(86_399));
    assert!(matches!(item.state, State::CoolingOff { .. }));
    act(&mut item, Event::Confirmed, NOW.plus(10));
    assert!(matches!(item.state, State::CoolingOff { .. }), "not before its time");
    let asked = NOW.plus(86_400);
    act(&mut item, Event::Woken, asked);
    assert_eq!(item.group(), Group::NeedsYou);
    act(&mut item, Event::Confirmed, asked);
    assert_eq!(item.step(Event::Woken, asked, 0), [Effect::Request(Request::Put)]);
}

#[test]
fn silence_discards_it_and_nothing_was_sent() {
    let mut item = cooling_off();
    act(&mut item, Event::Woken, NOW.plus(86_400));
    act(&mut item, Event::Woken, NOW.plus(86_400 + CONFIRM_WITHIN));
    let by = WithdrawnBy::Silence;
    assert_eq!(item.state, State::Withdrawn { by });
    assert_eq!(item.leaving, Leaving::No);
}

#[test]
fn a_clock_that_goes_back_makes_cooling_off_no_longer_than_it_is() {
    let mut item = cooling_off();
    let before = NOW.plus(-10_000_000);
    act(&mut item, Event::Woken, before);
    act(&mut item, Event::Woken, before.plus(86_400));
    assert!(matches!(item.state, State::AwaitingConfirmation { .. }));
    act(&mut item, Event::Woken, before.plus(-10_000_000));
    act(&mut item, Event::Woken, before.plus(-10_000_000 + CONFIRM_WITHIN));
    assert!(matches!(item.state, State::Withdrawn { .. }));
}

#[test]
fn what_never_left_the_phone_is_taken_back_without_telling_anybody() {
    let by = WithdrawnBy::Person;
    for mut item in [cooling_off(), queued(Vec::new())] {
        act(&mut item, Event::TakenBack, NOW);
        assert_eq!(item.state, State::Withdrawn { by });
    }
    let mut unreached = sending();
    answer(&mut unreached, Answer::Unreached, NOW, 0);
    act(&mut unreached, Event::TakenBack, NOW);
    assert_eq!(unreached.state, State::Withdrawn { by });
}

#[test]
fn what_may_have_left_the_phone_is_taken_back_by_a_withdrawal_and_not_sent_again() {
    let mut lost = sending();
    answer(&mut lost, Answer::Nothing, NOW, 0);
    // Killed while the first request was under way: nobody knows.
    let killed = sending();
    let mut restored = queued(Vec::new());
    act(&mut restored, Event::Restored, NOW);
    for mut item in [lost, killed, restored] {
        assert_eq!(item.step(Event::TakenBack, NOW, 0), [Effect::Withdraw]);
        act(&mut item, Event::TakenBack, NOW);
        act(&mut item, Event::Retried, NOW);
        act(&mut item, Event::Woken, NOW.plus(1_000_000));
        act(&mut item, Event::WithdrawalTaken, NOW);
        let by = WithdrawnBy::Person;
        assert_eq!(item.state, State::Withdrawn { by });
    }
}

#[test]
fn an_upload_stops_when_its_record_is_taken_back_meanwhile() {
    let mut item = queued(vec![upload(10)]);
    assert_eq!(item.step(Event::Woken, NOW, 0).len(), 1);
    assert_eq!(item.step(Event::TakenBack, NOW, 0), [Effect::Withdraw]);
    answer(&mut item, Answer::Created { url: "u".into() }, NOW, 0);
    assert_eq!(item.state, State::Queued);
}

#[test]
fn a_record_that_was_received_is_withdrawn_by_the_authoritys_word() {
    let mut item = sending();
    answer(&mut item, Answer::Receipt(receipt(1, ReceiptState::Received)), NOW, 0);
    assert_eq!(item.step(Event::TakenBack, NOW, 0), [Effect::Withdraw]);
    act(&mut item, Event::WithdrawalTaken, NOW);
    assert_eq!(item.state, State::Received, "its own receipts say what becomes of it");
    act(&mut item, Event::ReceiptArrived(receipt(3, ReceiptState::Withdrawn)), NOW);
    let by = WithdrawnBy::Receipt;
    assert_eq!(item.state, State::Withdrawn { by });
}

#[test]
fn a_withdrawal_that_fails_lets_the_record_go_on() {
    let mut item = sending();
    answer(&mut item, Answer::Nothing, NOW, 0);
    assert_eq!(item.step(Event::TakenBack, NOW, 0), [Effect::Withdraw]);
    act(&mut item, Event::WithdrawalFailed, NOW);
    assert_eq!(item.step(Event::Woken, NOW.plus(1), 0), [Effect::Request(Request::Put)]);
}

#[test]
fn a_decided_record_cannot_be_taken_back() {
    for state in [ReceiptState::Accepted, ReceiptState::Refused] {
        let mut item = sending();
        act(&mut item, Event::ReceiptArrived(receipt(1, ReceiptState::Received)), NOW);
        act(&mut item, Event::ReceiptArrived(receipt(2, state)), NOW);
        assert!(!item.can_be_taken_back());
        let before = item.clone();
        act(&mut item, Event::TakenBack, NOW);
        assert_eq!(item, before);
    }
}

#[test]
fn after_an_old_copy_is_put_back_unsent_items_wait_for_the_person() {
    let mut waiting = queued(Vec::new());
    act(&mut waiting, Event::Restored, NOW);
    assert_eq!(waiting.state, State::NeedsYou(Reason::Restored));
    act(&mut waiting, Event::Woken, NOW.plus(1_000_000));
    act(&mut waiting, Event::Retried, NOW);
    let again = waiting.step(Event::Woken, NOW, 0);
    assert_eq!(again, [Effect::Request(Request::Put)], "the same id: harmless if it was sent");
    let mut cooling = cooling_off();
    act(&mut cooling, Event::Restored, NOW);
    act(&mut cooling, Event::Retried, NOW);
    assert!(matches!(cooling.state, State::CoolingOff { .. }), "it asks in any case");
    assert_eq!(cooling.step(Event::TakenBack, NOW, 0), [Effect::Withdraw]);
    let mut received = sending();
    act(&mut received, Event::ReceiptArrived(receipt(1, ReceiptState::Received)), NOW);
    act(&mut received, Event::Restored, NOW);
    assert_eq!(received.state, State::Received);
}

#[test]
fn a_receipt_ends_the_waiting_whatever_the_reason() {
    let reasons = [Event::Restored, Event::KeyRevoked, Event::EvidenceMissing];
    for reason in reasons {
        let mut item = queued(Vec::new());
        act(&mut item, reason, NOW);
        act(&mut item, Event::ReceiptArrived(receipt(1, ReceiptState::Received)), NOW);
        assert_eq!(item.state, State::Received);
    }
}

#[test]
fn stopping_a_run_is_no_failure() {
    let mut item = sending();
    act(&mut item, Event::Stopped, NOW);
    assert_eq!((item.state.clone(), item.tries.failed), (State::Queued, 0));
    assert_eq!(item.step(Event::Woken, NOW, 0).len(), 1);
    assert_eq!(item.leaving, Leaving::Maybe);
}
