//! Photos, by tus 1.0.

use super::*;
use crate::wire::ProblemType;

fn created() -> Item {
    let mut item = queued(vec![upload(100)]);
    let todo = item.step(Event::Woken, NOW, 0);
    assert_eq!(todo, [Effect::Request(Request::Create(0))]);
    assert_eq!(item.state, State::UploadingEvidence);
    let url = "/u/1".into();
    let todo = item.step(Event::Answered(Answer::Created { url }), NOW, 0);
    assert_eq!(todo, [patch(0)]);
    item
}

fn patch(offset: u32) -> Effect {
    let url = "/u/1".into();
    Effect::Request(Request::Patch { upload: 0, url, offset })
}

fn ask() -> Effect {
    let url = "/u/1".into();
    Effect::Request(Request::AskOffset { upload: 0, url })
}

fn step(item: &mut Item, answer: Answer) -> Vec<Effect> {
    item.step(Event::Answered(answer), NOW, 0)
}

#[test]
fn the_record_follows_its_photos_and_never_goes_before_them() {
    let mut item = created();
    assert_eq!(step(&mut item, Answer::Offset(60)), [patch(60)]);
    assert_eq!(step(&mut item, Answer::Offset(100)), [Effect::Request(Request::Put)]);
    assert_eq!(item.state, State::Sending);
    let two = vec![upload(10), upload(20)];
    let mut item = queued(two);
    assert_eq!(item.step(Event::Woken, NOW, 0), [Effect::Request(Request::Create(0))]);
    let url: String = "/u/a".into();
    let _ = step(&mut item, Answer::Created { url });
    assert_eq!(step(&mut item, Answer::Offset(10)), [Effect::Request(Request::Create(1))]);
}

#[test]
fn after_a_pause_the_server_is_asked_how_much_it_has() {
    let mut item = created();
    assert_eq!(step(&mut item, Answer::Offset(60)), [patch(60)]);
    assert_eq!(step(&mut item, Answer::Nothing), []);
    let next_at = item.tries.next_at;
    assert_eq!(item.step(Event::Woken, next_at, 0), [ask()]);
    assert_eq!(step(&mut item, Answer::Offset(80)), [patch(80)], "more arrived than was known");
}

#[test]
fn an_upload_that_is_gone_is_created_again() {
    for code in [404, 410] {
        let mut item = created();
        assert_eq!(step(&mut item, status(code)), [Effect::Request(Request::Create(0))]);
    }
}

#[test]
fn at_another_offset_the_server_is_asked() {
    let mut item = created();
    assert_eq!(step(&mut item, status(409)), [ask()]);
    assert_eq!(step(&mut item, Answer::Offset(30)), [patch(30)]);
}

#[test]
fn a_wrong_checksum_starts_again() {
    let mut item = created();
    assert_eq!(step(&mut item, status(460)), [Effect::Request(Request::Create(0))]);
}

#[test]
fn a_server_that_forgets_each_time_is_left_alone_for_a_while() {
    let mut item = created();
    let url: String = "/u/1".into();
    let mut requests = 0;
    loop {
        requests += 1;
        match step(&mut item, status(410)).as_slice() {
            [] => break,
            _ => {
                let _ = step(&mut item, Answer::Created { url: url.clone() });
            }
        }
    }
    assert_eq!(requests, 5);
    assert_eq!(item.state, State::Queued);
    assert!(item.tries.next_at > NOW);
}

#[test]
fn an_answer_without_progress_does_not_go_round_in_circles() {
    let mut item = created();
    let mut asked = 0;
    let mut todo = step(&mut item, Answer::Offset(0));
    while !todo.is_empty() {
        asked += 1;
        assert!(asked < 50, "for ever");
        todo = step(&mut item, Answer::Offset(0));
    }
    assert_eq!(item.state, State::Queued);
}

#[test]
fn an_offset_past_the_end_is_not_believed() {
    let mut item = created();
    assert_eq!(step(&mut item, Answer::Offset(101)), [Effect::Request(Request::Create(0))]);
}

#[test]
fn photos_that_the_server_lost_are_sent_again_before_the_record() {
    let mut item = created();
    assert_eq!(step(&mut item, Answer::Offset(100)), [Effect::Request(Request::Put)]);
    let lost = Answer::Status {
        status: 422,
        retry_after: None,
        problem: Some(ProblemType::EvidenceMissing),
        text: String::new(),
    };
    assert_eq!(step(&mut item, lost), [Effect::Request(Request::Create(0))]);
}

#[test]
fn uploads_that_expired_are_not_counted_as_photos_that_were_lost() {
    let mut item = created();
    let (mut now, mut expired) = (NOW, 0);
    while expired < 12 {
        expired += 1;
        let todo = item.step(Event::Answered(status(410)), now, 0);
        if todo.is_empty() {
            now = item.tries.next_at;
            let _ = item.step(Event::Woken, now, 0);
        }
        let created = Answer::Created { url: "/u/1".into() };
        let _ = item.step(Event::Answered(created), now, 0);
    }
    assert!(item.tries.lost >= crate::queue::answers::LOSSES, "{:?}", item.tries);
    let _ = item.step(Event::Answered(Answer::Offset(100)), now, 0);
    let missing = Answer::Status {
        status: 422,
        retry_after: None,
        problem: Some(ProblemType::EvidenceMissing),
        text: String::new(),
    };
    let _ = item.step(Event::Answered(missing), now, 0);
    assert!(matches!(item.state, State::Queued | State::UploadingEvidence), "{:?}", item.state);
}

#[test]
fn a_photo_that_is_gone_from_the_phone_waits_for_the_person() {
    let mut item = created();
    assert_eq!(item.step(Event::EvidenceMissing, NOW, 0), []);
    assert_eq!(item.state, State::NeedsYou(Reason::EvidenceMissing));
    assert_eq!(item.step(Event::Woken, NOW.plus(1_000_000), 0), [], "never without it");
}

#[test]
fn an_upload_that_another_request_still_writes_waits() {
    let mut item = created();
    assert_eq!(step(&mut item, status(423)), []);
    assert_eq!(item.state, State::Queued);
}

#[test]
fn progress_makes_the_next_wait_short_again() {
    let mut item = created();
    item.tries.failed = 12;
    let _ = step(&mut item, Answer::Offset(60));
    assert_eq!(item.tries.failed, 0);
}

#[test]
fn a_server_that_takes_photos_and_never_has_them_gets_them_nine_times_and_then_the_person_is_asked()
{
    let (mut item, mut now) = (queued(vec![upload(100)]), NOW);
    let mut sent = 0;
    let mut todo = item.step(Event::Woken, now, u64::MAX);
    while now.since(NOW) < 7 * 86_400 {
        let answer = match todo.as_slice() {
            [Effect::Request(Request::Create(_))] => Answer::Created { url: "/u/1".into() },
            [Effect::Request(Request::Patch { .. })] => {
                sent += 1;
                Answer::Offset(100)
            }
            [Effect::Request(Request::Put)] => Answer::Status {
                status: 422,
                retry_after: None,
                problem: Some(ProblemType::EvidenceMissing),
                text: String::new(),
            },
            _ if item.state != State::Queued => break,
            _ => {
                now = item.tries.next_at;
                todo = item.step(Event::Woken, now, u64::MAX);
                continue;
            }
        };
        todo = item.step(Event::Answered(answer), now, u64::MAX);
    }
    assert_eq!(sent, 9, "photos sent");
    assert!(now.since(NOW) > 60, "with growing pauses in between");
    let State::NeedsYou(Reason::RefusedUnsigned { status: 422, .. }) = item.state else {
        panic!("{:?}", item.state);
    };
    assert!(item.can_be_retried());
    let _ = item.step(Event::Retried, now, 0);
    assert_eq!((item.state.clone(), item.tries.missing), (State::Queued, 0));
}

#[test]
fn a_server_that_takes_a_byte_of_each_piece_is_left_for_longer_and_longer() {
    let (mut item, mut now) = (queued(vec![upload(300_000)]), NOW);
    let (mut taken, mut requests, mut pauses) = (0, 0, 0);
    let mut todo = item.step(Event::Woken, now, u64::MAX);
    while now.since(NOW) < 7 * 86_400 {
        let answer = match todo.as_slice() {
            [Effect::Request(Request::Create(_))] => Answer::Created { url: "/u/1".into() },
            [Effect::Request(Request::AskOffset { .. })] => Answer::Offset(taken),
            [Effect::Request(Request::Patch { offset, .. })] => {
                assert_eq!(*offset, taken, "what was taken is not sent again");
                (taken, requests) = (taken + 1, requests + 1);
                Answer::Offset(taken)
            }
            _ => {
                (now, pauses) = (item.tries.next_at, pauses + 1);
                todo = item.step(Event::Woken, now, u64::MAX);
                continue;
            }
        };
        todo = item.step(Event::Answered(answer), now, u64::MAX);
    }
    // Four at first, then one after each pause: 2, 4, 8 s and so on to six hours.
    assert_eq!(requests, pauses + 3);
    assert!((20..200).contains(&requests), "{requests} pieces in a week");
    // Once it takes what it is sent, nothing is left of that.
    let _ = item.step(Event::Woken, item.tries.next_at, 0);
    let _ = item.step(Event::Answered(Answer::Offset(taken)), now, 0);
    assert_eq!(step(&mut item, Answer::Offset(262_144)), [patch(262_144)]);
    assert_eq!((item.tries.little, item.tries.failed), (0, 0));
}

#[test]
fn the_rest_of_a_piece_is_not_a_little_of_it() {
    let mut item = queued(vec![upload(300_000)]);
    let _ = item.step(Event::Woken, NOW, 0);
    let _ = step(&mut item, Answer::Created { url: "/u/1".into() });
    let _ = step(&mut item, Answer::Offset(262_140));
    let _ = step(&mut item, Answer::Offset(262_144));
    assert_eq!(item.tries.little, 0);
    let _ = step(&mut item, Answer::Offset(262_145));
    assert_eq!(item.tries.little, 1);
}
