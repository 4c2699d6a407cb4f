//! What a contest, a compliance record and a rights request may say.

use super::*;
use crate::json;
use crate::record::{Kind, VERSION};

fn read(body: &str) -> Result<Record, String> {
    let text = format!(
        r#"{{"v":1,"aud":"credit.example","trust":"{}","sub":"r-1","made_at":10,"salt":"{}",
        "evidence":[],"body":{body}}}"#,
        RecordId::of_payload(b"root"),
        "A".repeat(22),
    );
    json::read_version(text.as_bytes(), 16_384, VERSION).map_err(|error| format!("{error:?}"))
}

fn contest(more: &str) -> Record {
    let body = format!(
        r#"{{"contest":{{"target":{{"entry":"8-1"}},"grounds":["not_me"],"wants":"removed",
        "mark":false{more}}}}}"#
    );
    read(&body).unwrap()
}

fn with(edit: impl FnOnce(&mut Contest)) -> Option<CaseFault> {
    let mut record = contest("");
    let Body::Contest(contest) = &mut record.body else { panic!("a contest") };
    edit(contest);
    record.fault()
}

#[test]
fn a_contest_names_each_ground_once_and_says_what_another_reason_is() {
    use CaseFault::{Blank, GroundTwice, NoGround, NumberZero, OtherUnsaid, TooLong};
    assert_eq!(with(|_| {}), None);
    assert_eq!(with(|contest| contest.grounds = Ground::ALL[..7].to_vec()), None);
    assert_eq!(with(|contest| contest.grounds.clear()), Some(NoGround));
    assert_eq!(with(|contest| contest.grounds.push(Ground::NotMe)), Some(GroundTwice));
    assert_eq!(with(|contest| contest.grounds.push(Ground::Other)), Some(OtherUnsaid));
    assert_eq!(with(|contest| contest.words = Some("字".repeat(MAX_WORDS))), None);
    assert_eq!(with(|contest| contest.words = Some("字".repeat(MAX_WORDS + 1))), Some(TooLong));
    for blank in ["", " \n", "\u{200B}\u{202E}"] {
        assert_eq!(with(|contest| contest.words = Some(blank.into())), Some(Blank), "{blank:?}");
    }
    for target in [Target::Statement(0), Target::Notice(0)] {
        assert_eq!(with(|contest| contest.target = target), Some(NumberZero));
    }
    let done = |done: &str| {
        let body = format!(
            r#"{{"compliance":{{"target":{{"notice":3}},"done":"{done}","on":"2026-10-01"}}}}"#
        );
        read(&body).unwrap().fault()
    };
    assert_eq!((done("paid"), done(" ")), (None, Some(Blank)));
    let asked = read(r#"{"rights_request":{"right":"copy"}}"#).unwrap();
    assert_eq!((asked.kind(), asked.fault(), asked.target()), (Kind::RightsRequest, None, None));
}

#[test]
fn what_no_type_can_say_is_not_read() {
    for body in [
        r#"{"contest":{"target":{"entry":"8-1","notice":2},"grounds":["not_me"],"wants":"removed","mark":false}}"#,
        r#"{"contest":{"target":{"entry":"8-1"},"grounds":["no_reason"],"wants":"removed","mark":false}}"#,
        r#"{"contest":{"target":{"entry":"8-1"},"grounds":["not_me"],"wants":"removed"}}"#,
        r#"{"contest":{"target":{"entry":"8-1"},"grounds":["not_me"],"wants":"removed","mark":false,"admits":true}}"#,
        r#"{"contest":{"target":"other","grounds":["not_me"],"wants":"removed","mark":false}}"#,
        r#"{"compliance":{"target":{"star":"S-1"},"done":"paid","on":"2026-10-01"}}"#,
        r#"{"compliance":{"target":{"entry":"8-1"},"done":"paid","on":"1 October"}}"#,
        r#"{"rights_request":{"right":"forget"}}"#,
        r#"{"rights_request":{"right":"copy","words":null}}"#,
    ] {
        assert!(read(body).is_err(), "{body}");
    }
}

#[test]
fn a_contest_follows_an_earlier_one_of_the_same_thing() {
    use CaseFault::{FollowsAnother, FollowsLater, FollowsNoContest, FollowsReplaced};
    let (after, before) = (contest(""), contest(""));
    assert_eq!(follows_fault(&after, &before), None);
    let later = Record { made_at: crate::time::UnixTime(11), ..before.clone() };
    assert_eq!(follows_fault(&after, &later), Some(FollowsLater));
    let other = Record { sub: "r-2".parse().unwrap(), ..before.clone() };
    assert_eq!(follows_fault(&after, &other), Some(FollowsAnother));
    let mut elsewhere = before.clone();
    let Body::Contest(contest) = &mut elsewhere.body else { panic!("a contest") };
    contest.target = Target::Star("8-1".parse().unwrap());
    assert_eq!(follows_fault(&after, &elsewhere), Some(FollowsAnother));
    let asked = read(r#"{"rights_request":{"right":"copy"}}"#).unwrap();
    assert_eq!(follows_fault(&after, &asked), Some(FollowsNoContest));
    let id = Some(RecordId::of_payload(b"earlier"));
    let mut both = Record { replaces: id, ..after };
    let Body::Contest(contest) = &mut both.body else { panic!("a contest") };
    contest.follows = id;
    assert_eq!(both.fault(), Some(FollowsReplaced));
}
