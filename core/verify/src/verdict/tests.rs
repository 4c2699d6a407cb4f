//! Each check as a table: what is known, and what follows.

use serde_json::json;

use super::State::{Fails, Holds, Unknown};
use super::freshness::{Dates, HeadAge, Published, TrustList, published, trust_list};
use super::listing::{Count, NotShown, OfList, of_list, shown};
use super::origin::{Allowed, KeyList, Signed, Whole, origin};
use super::receipt::{SameAsSent, same_as_sent};
use super::sequence::{InSequence, Place, in_sequence};
use super::statement::{Basis, Complete, History, InForce, complete, in_a_list, in_force};
use crate::TrustError;
use crate::alarm::{Alarm, AlarmState, Found, KeptAlarm};
use crate::message::Verified;
use standing_model::frame::Frame;
use standing_model::ids::{Hash, KeyId, MembershipId, RecordId, TrustId};
use standing_model::listing::Listing;
use standing_model::message::{Head, Receipt, ReceiptState};
use standing_model::record::Record;
use standing_model::register::Lister;
use standing_model::series::SeriesKind;
use standing_model::statement::Statement;
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime, ZoneOffset};
use standing_rules::audit::OwnRecords;

const DAY: i64 = 86_400;
const NOW: UnixTime = UnixTime(1_795_392_000);

fn statement(seq: u32) -> Verified<Statement> {
    let payload: Statement = serde_json::from_value(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": 1_795_000_000, "seq": seq,
        "prev": Hash::of(b"before"), "period": {"from": "2026-07-01", "to": "2026-10-01"},
        "rulebook": "r", "rulebooks": [{"version": 1, "sha256": Hash::of(b"r")}],
        "score": 0, "tier": "t", "stars": [], "entries": [], "perks": [], "restrictions": [],
    }))
    .unwrap();
    let hash = Hash::of(format!("statement {seq}").as_bytes());
    let (kid, trust) = (KeyId(Hash::of(b"key")), TrustId(Hash::of(b"root")));
    Verified::of_parts(payload, hash, kid, trust, ZoneOffset::UTC)
}

fn head(n: u32, last: Hash, iat: UnixTime, withdrawn: &[u32]) -> Head {
    let withdrawn: Vec<_> = withdrawn
        .iter()
        .map(|seq| json!({"seq": seq, "at": 1_795_000_100, "why": {"en": "e", "zh-Hans": "z"}}))
        .collect();
    serde_json::from_value(json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": iat, "nonce": "pV1cAAAAAAAAAAAAAAAAAA",
        "statements": {"n": n, "last": last, "withdrawn": withdrawn},
        "notices": {"n": 0}, "receipts": {"n": 0},
    }))
    .unwrap()
}

fn keys(good_until: i64) -> KeyList {
    KeyList { unread: false, good_until: Some(NOW.plus(good_until)), latest: NOW }
}

/// The verdict on statement 3 by a head.
fn by(head: Option<&Head>) -> InForce {
    before(None, head)
}

/// The same before a statement that cannot be read.
fn before(superseded_by: Option<u32>, head: Option<&Head>) -> InForce {
    in_force(&Basis {
        seq: 3,
        verified: Ok((&statement(3)).into()),
        keys: keys(DAY),
        head: head.map(|head| (head, 7)),
        superseded_by,
        clock: NOW,
    })
}

#[test]
fn the_newest_head_says_whether_a_statement_is_in_force() {
    let (own, other) = (statement(3).hash(), Hash::of(b"another"));
    let hour = |hours: i64| NOW.plus(hours * 3_600);
    let table = [
        (head(3, own, hour(-1), &[]), InForce::Newest, Holds),
        (head(5, other, hour(-1), &[]), InForce::Replaced { newest: 5 }, Holds),
        (head(3, other, hour(-1), &[]), InForce::OtherCounted, Fails),
        (head(2, other, hour(-1), &[]), InForce::HeadBefore { n: 2 }, Unknown),
        // Older than it lasts it says nothing, to the second.
        (head(3, own, hour(-168), &[]), InForce::Newest, Holds),
        (
            head(3, own, hour(-169), &[]),
            InForce::HeadNotInDate(HeadAge::Old { days: 7, lasts: 7 }),
            Unknown,
        ),
        // Signed later than this clock says: one of the two clocks is wrong.
        (head(3, own, hour(1), &[]), InForce::HeadNotInDate(HeadAge::Ahead { by: 3_600 }), Unknown),
        (
            head(5, other, hour(1), &[]),
            InForce::HeadNotInDate(HeadAge::Ahead { by: 3_600 }),
            Unknown,
        ),
        (head(3, own, NOW.plus(300), &[]), InForce::Newest, Holds),
        // A second history stays one, however old the head is that shows it.
        (head(3, other, hour(-169), &[]), InForce::OtherCounted, Fails),
    ];
    for (head, expected, state) in table {
        let found = by(Some(&head));
        assert_eq!((found.state(), &found), (state, &expected), "{head:?}");
    }
    assert_eq!(by(None), InForce::NoHead);
    // Withdrawn stays withdrawn, by an old head as by one from the future.
    for hours in [-1, -169, 1] {
        let found = by(Some(&head(3, own, hour(hours), &[3])));
        assert!(matches!(found, InForce::Withdrawn { .. }) && found.state() == Fails);
    }
}

#[test]
fn a_clock_that_was_set_back_makes_no_old_head_new() {
    let verified = statement(3);
    let head = head(3, verified.hash(), NOW.plus(-8 * DAY), &[]);
    let basis = Basis {
        seq: 3,
        verified: Ok((&verified).into()),
        keys: keys(DAY),
        head: Some((&head, 7)),
        superseded_by: None,
        clock: NOW.plus(-4 * DAY),
    };
    assert_eq!(
        in_force(&basis),
        InForce::HeadNotInDate(HeadAge::Old { days: 8, lasts: 7 }),
        "by the latest time that there is reason to believe"
    );
}

#[test]
fn before_a_statement_that_cannot_be_read_none_is_in_force() {
    let judged = |head: Option<&Head>| before(Some(4), head);
    let superseded = InForce::Superseded { by: 4 };
    assert_eq!((judged(None), superseded.state()), (superseded.clone(), Unknown));
    for iat in [NOW, NOW.plus(-30 * DAY), NOW.plus(DAY)] {
        assert_eq!(judged(Some(&head(4, Hash::of(b"4"), iat, &[]))), superseded);
    }
    let withdrawn = judged(Some(&head(4, Hash::of(b"4"), NOW, &[3])));
    assert!(matches!(withdrawn, InForce::Withdrawn { .. }), "that stays the graver one");
}

#[test]
fn a_document_of_a_later_version_is_signed_and_cannot_be_read() {
    let frame = br#"{"v":2,"iss":"a.example","sub":"r","iat":9,"seq":4,"prev":"PREV"}"#;
    let frame = String::from_utf8_lossy(frame).replace("PREV", &Hash::of(b"3").to_string());
    let frame = Frame::read(frame.as_bytes(), 1000, Some("seq")).unwrap();
    let (kid, trust) = (KeyId(Hash::of(b"key")), TrustId(Hash::of(b"root")));
    let frame = Verified::of_parts(frame, Hash::of(b"4"), kid, trust, ZoneOffset::UTC);
    let later = TrustError::Later { v: 2, frame: Some(Box::new(frame)) };
    let found = origin::<Statement>(Err(&later), keys(DAY));
    assert_eq!(found.signed, Signed::Holds { kid: Some(kid) });
    assert_eq!((found.allowed, found.whole), (Allowed::Holds, Whole::Later { v: 2 }));
    assert_eq!(origin::<Statement>(Err(&later), keys(DAY)).state(), Unknown);
}

#[test]
fn under_a_list_of_a_later_version_no_signature_holds() {
    let one = statement(3);
    let found = origin(Ok(&one), KeyList { unread: true, ..keys(DAY) });
    assert_eq!((found.signed, found.allowed), (Signed::ListUnread, Allowed::ListUnread));
    assert_eq!(origin(Ok(&one), KeyList { unread: true, ..keys(DAY) }).state(), Unknown);
}

#[test]
fn an_extension_that_is_not_known_leaves_a_statement_incomplete() {
    let own = OwnRecords::new();
    let state = |ext: serde_json::Value| {
        let mut payload = serde_json::to_value(statement(3).payload()).unwrap();
        payload["ext"] = ext;
        let payload: Statement = serde_json::from_value(payload).unwrap();
        let (kid, trust) = (KeyId(Hash::of(b"key")), TrustId(Hash::of(b"root")));
        let one = Verified::of_parts(payload, Hash::of(b"3"), kid, trust, ZoneOffset::UTC);
        let (verified, keys, clock) = (Ok((&one).into()), keys(DAY), NOW);
        let basis = Basis { seq: 3, verified, keys, head: None, superseded_by: None, clock };
        let judged = super::statement::statement(&basis, Some(one.payload()), None, &own);
        assert_eq!(super::statement::noted(&basis, judged.adds_up.state()), judged.state());
        judged
    };
    let found = state(json!({"mark": {"colour": "red"}}));
    assert!(found.extended && found.state() <= Unknown);
}

#[test]
fn the_error_of_a_document_says_which_of_its_checks_held() {
    let one = statement(3);
    let fails = |error: &TrustError| Signed::Fails(error.clone());
    let contradiction = TrustError::Contradiction("x");
    let payload = TrustError::Payload("x".into());
    let compromised = TrustError::KeyCompromised { at: NOW };
    let by = Signed::Holds { kid: None };
    let typ = standing_model::message::Typ::Statement;
    let table = [
        (TrustError::BadSignature, fails(&TrustError::BadSignature), Allowed::Unknown, Fails),
        (TrustError::OutsideRemit(typ), by.clone(), Allowed::OutsideRemit, Fails),
        (TrustError::KeyNotInUse, by.clone(), Allowed::KeyNotInUse, Fails),
        (compromised, Signed::Compromised { at: NOW }, Allowed::Unknown, Unknown),
        (payload, by.clone(), Allowed::Unknown, Fails),
        (contradiction, by, Allowed::Holds, Fails),
    ];
    for (error, signed, allowed, state) in table {
        let found = origin::<Statement>(Err(&error), keys(DAY));
        assert_eq!((&found.signed, found.allowed, found.state()), (&signed, allowed, state));
    }
    let found = origin(Ok(&one), keys(DAY));
    assert_eq!((found.state(), found.whole), (Holds, Whole::Holds));
    // After the end of the list everything is unknown that rests on it.
    for (good_until, state) in [(1, Holds), (0, Unknown), (-1, Unknown)] {
        assert_eq!(origin(Ok(&one), keys(good_until)).state(), state);
    }
    let unsigned = KeyList { unread: false, good_until: None, latest: NOW };
    assert_eq!(origin(Ok(&one), unsigned).state(), Holds);
}

#[test]
fn a_published_file_is_in_date_until_the_next_is_due_or_its_signatures_end() {
    let dates = |next: i64, end: i64| Dates {
        issued_at: NOW.plus(-DAY),
        next_update: NOW.plus(next),
        good_until: NOW.plus(end),
    };
    for (next, end, expected) in [
        (1, 1, Published::InDate),
        (0, 1, Published::Due),
        (1, 0, Published::Expired),
        (-1, -1, Published::Due),
    ] {
        assert_eq!(published(dates(next, end), NOW), expected, "{next} {end}");
    }
    // Dated ahead of the clock, and due before its own date.
    let ahead =
        Dates { issued_at: NOW.plus(9), next_update: NOW.plus(8), good_until: NOW.plus(99) };
    assert_eq!(published(ahead, NOW), Published::Due);
    assert_eq!(trust_list(UnixTime(0), NOW.plus(1), NOW), TrustList::NeverChecked);
    assert_eq!(trust_list(NOW, NOW, NOW), TrustList::Old);
    assert_eq!(trust_list(NOW, NOW.plus(1), NOW), TrustList::InDate);
}

fn kept(alarm: Alarm) -> KeptAlarm {
    let (trust, id) = (TrustId(Hash::of(b"root")), Some(MembershipId("m".into())));
    KeptAlarm::of(Found::over(alarm, Vec::new()), trust, id, NOW)
}

const fn ends_at(first: u32, last: u32) -> History<'static> {
    History { ends: Some((first, last)), disowned: false, unread: None, alarms: &[] }
}

#[test]
fn a_history_is_complete_from_its_first_number_unless_an_alarm_breaks_it() {
    let series = SeriesKind::Statements;
    let on: Date = "2026-11-01".parse().unwrap();
    let why = LocalText { en: "e".into(), zh: "z".into() };
    let explained = AlarmState::Explained { notice: 1, on, why };
    let fork = kept(Alarm::Fork { series, n: 2 });
    let lost = kept(Alarm::OtherContent { series, n: 2 });
    let notices = kept(Alarm::Fork { series: SeriesKind::Notices, n: 2 });
    let replaced = Complete::Replaced { n: Some(2), on };
    let table = [
        (ends_at(1, 3), Complete::Holds { last: 3 }),
        (ends_at(2, 3), Complete::BeginsAt { first: 2 }),
        (History { disowned: true, ..ends_at(1, 3) }, Complete::Disowned),
        (History { unread: Some(2), ..ends_at(1, 3) }, Complete::Unread { n: 2 }),
        (History { alarms: &[(&fork, None)], disowned: true, ..ends_at(1, 3) }, Complete::Broken),
        (History { alarms: &[(&fork, Some(&explained))], ..ends_at(1, 3) }, replaced),
        (History { alarms: &[(&lost, None), (&notices, None)], ..ends_at(1, 3) }, {
            Complete::Holds { last: 3 }
        }),
    ];
    for (history, expected) in table {
        assert_eq!(complete(&history), expected);
    }
    // Among the rows only the one fails that the alarm names.
    let broken = History { alarms: &[(&fork, None)], ..ends_at(1, 3) };
    for (seq, state) in [(1, Unknown), (2, Fails), (3, Unknown)] {
        let (verified, keys, clock) = (Ok((&statement(seq)).into()), keys(DAY), NOW);
        let basis = Basis { seq, verified, keys, head: None, superseded_by: None, clock };
        let one = super::statement::noted(&basis, Unknown);
        assert_eq!(in_a_list(seq, one, &broken), state);
    }
}

fn receipt(change: &serde_json::Value) -> Receipt {
    let mut payload = json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "r-1", "iat": NOW, "n": 2,
        "prev": Hash::of(b"one"), "record": RecordId::of_payload(b"record"),
        "kind": "blood_donation", "state": "received", "received_at": NOW,
        "evidence": [Hash::of(b"photo")],
    });
    let change = change.as_object().unwrap().clone();
    payload.as_object_mut().unwrap().extend(change);
    serde_json::from_value(payload).unwrap()
}

fn record() -> Record {
    serde_json::from_value(json!({
        "v": 1, "aud": "credit.yangqiao.example", "trust": TrustId(Hash::of(b"root")),
        "sub": "r-1", "made_at": NOW, "salt": "AAAAAAAAAAAAAAAAAAAAAA",
        "body": {"blood_donation": {
            "donation_code": "1", "occurred_on": "2026-11-01", "place": "here",
            "donation": {"whole_blood_ml": 400},
        }},
        "evidence": [{"sha256": Hash::of(b"photo"), "bytes": 5, "media_type": "image/jpeg"}],
    }))
    .unwrap()
}

#[test]
fn a_receipt_answers_the_record_its_kind_and_its_photos() {
    let id = RecordId::of_payload(b"record");
    let none = json!({"evidence": []});
    let table = [
        (json!({}), SameAsSent::Holds),
        (json!({"record": RecordId::of_payload(b"other")}), SameAsSent::OtherRecord),
        (json!({"kind": "volunteering"}), SameAsSent::OtherRecord),
        (json!({"evidence": [Hash::of(b"other")]}), SameAsSent::OtherEvidence),
        (none.clone(), SameAsSent::OtherEvidence),
    ];
    for (change, expected) in table {
        assert_eq!(same_as_sent(&receipt(&change), id, &record()), expected, "{change}");
    }
    // What was never taken up may be answered without its photos.
    let rejected = Receipt { state: ReceiptState::Rejected, ..receipt(&none) };
    assert_eq!(same_as_sent(&rejected, id, &record()), SameAsSent::Holds);
}

#[test]
fn a_receipt_has_its_place_after_the_one_that_it_names() {
    let (here, one, other) = (Hash::of(b"here"), Hash::of(b"one"), Hash::of(b"other"));
    let place = Place {
        n: 2,
        hash: here,
        prev: Some(Some(one)),
        in_chain: Some(here),
        before: Some(one),
        alarmed: false,
    };
    let table = [
        (place, InSequence::Holds),
        (Place { alarmed: true, ..place }, InSequence::Fails),
        (Place { in_chain: Some(other), ..place }, InSequence::Fails),
        (Place { before: Some(other), ..place }, InSequence::Fails),
        (Place { in_chain: None, ..place }, InSequence::Unknown),
        (Place { before: None, ..place }, InSequence::Unknown),
        (Place { prev: None, ..place }, InSequence::Unknown),
        (Place { prev: Some(None), ..place }, InSequence::Unknown),
        (Place { n: 1, prev: Some(None), before: None, ..place }, InSequence::Holds),
    ];
    for (place, expected) in table {
        assert_eq!(in_sequence(&place), expected, "{place:?}");
    }
}

#[test]
fn a_listing_is_shown_while_it_is_granted_and_published_by_both_clocks() {
    let text = || LocalText { en: "x".into(), zh: "x".into() };
    let lister = |types: &[&str]| -> Lister {
        serde_json::from_value(json!({
            "iss": "court.example", "names": text(), "list_types": types,
            "offices": [{"code": "330100-FY", "names": text()}], "coverage": [],
            "limits": {"rows": 9, "raw_bytes": 9},
        }))
        .unwrap()
    };
    let listing = |office: &str| -> Listing {
        serde_json::from_value(json!({
            "list_id": "1", "list_type": "court", "uscc": "91330106MA2CFLDG4R", "name": "x",
            "office": office, "decision_document": "1", "decision_date": "2026-05-06",
            "legal_basis": [], "conduct": text(), "severity": "general",
            "publish_from": "2026-05-10", "publish_max": "2026-12-01", "state": "published",
            "source_hash": Hash::of(b"x"),
        }))
        .unwrap()
    };
    let (court, fy) = (lister(&["court"]), "330100-FY");
    let table = [
        (&court, fy, "2026-11-30", "2026-11-30", Ok(fy)),
        // A listing ends if either clock says so, and begins only when both do.
        (&court, fy, "2026-12-01", "2026-11-30", Err(NotShown::Over)),
        (&court, fy, "2026-05-10", "2026-05-09", Err(NotShown::NotYet)),
        (&court, "330100-XX", "2026-11-30", "2026-11-30", Err(NotShown::NotGranted)),
        (&lister(&["red"]), fy, "2026-11-30", "2026-11-30", Err(NotShown::NotGranted)),
    ];
    for (lister, office, today, wall, expected) in table {
        let (today, wall) = (today.parse().unwrap(), wall.parse().unwrap());
        let found = shown(&listing(office), lister, today, wall);
        assert_eq!(found.map(|office| office.code.as_str()), expected, "{today} {wall}");
    }
}

#[test]
fn a_list_says_none_only_of_what_it_covers_and_while_it_is_in_date() {
    let text = || LocalText { en: "x".into(), zh: "x".into() };
    let lister = |coverage: serde_json::Value| -> Lister {
        serde_json::from_value(json!({
            "iss": "court.example", "names": text(), "list_types": ["court"],
            "offices": [{"code": "330100-FY", "names": text()}], "coverage": coverage,
            "limits": {"rows": 9, "raw_bytes": 9},
        }))
        .unwrap()
    };
    let covers = lister(json!([
        {"type": "court", "offices": ["330100-FY"], "as_of": "2026-11-20"}
    ]));
    let nothing = lister(json!([]));
    let (none, one) = (Count::default(), Count { black: 1, red: 0 });
    let listed = |covers| OfList::Listed { count: one, covers };
    let table = [
        (&covers, Some(Published::InDate), none, OfList::None, Holds),
        (&covers, Some(Published::InDate), one, listed(true), Holds),
        (&nothing, Some(Published::InDate), none, OfList::NothingCovered, Unknown),
        (&nothing, Some(Published::InDate), one, listed(false), Holds),
        (&covers, Some(Published::Due), one, OfList::NotInDate(one), Unknown),
        (&covers, Some(Published::Expired), none, OfList::NotInDate(none), Unknown),
        (&covers, None, none, OfList::NotInDate(none), Unknown),
    ];
    for (lister, list, count, expected, state) in table {
        let found = of_list(lister, list, count);
        assert_eq!((found, found.state()), (expected, state));
    }
}

fn case(body: &serde_json::Value) -> Record {
    serde_json::from_value(json!({
        "v": 1, "aud": "credit.yangqiao.example", "trust": TrustId(Hash::of(b"root")),
        "sub": "r-1", "made_at": NOW, "salt": "AAAAAAAAAAAAAAAAAAAAAA", "body": body,
        "evidence": [],
    }))
    .unwrap()
}

/// A receipt that grants a case by withdrawing something, or by nothing.
fn granted(kind: &str, target: Option<serde_json::Value>) -> Receipt {
    let mut decision = json!({"outcome": "granted"});
    if let Some(target) = target {
        decision["effect"] = json!({"target": target, "change": "withdrawn", "on": "2026-11-01"});
    }
    receipt(&json!({"kind": kind, "evidence": [], "state": "decided", "decision": decision}))
}

#[test]
fn a_decision_is_over_what_the_record_is_against() {
    let id = RecordId::of_payload(b"record");
    let contest = case(&json!({"contest": {
        "target": {"entry": "8-1"}, "grounds": ["not_me"], "wants": "removed", "mark": false,
    }}));
    let done = json!({"target": {"entry": "8-1"}, "done": "x", "on": "2026-10-01"});
    let done = case(&json!({"compliance": done}));
    let request = case(&json!({"rights_request": {"right": "correct"}}));
    let entry = || Some(json!({"entry": "8-1"}));
    let star = Some(json!({"star": "8-1"}));
    let other = || Some(json!({"entry": "8-2"}));
    let table = [
        (&contest, "contest", entry(), SameAsSent::Holds),
        (&contest, "contest", None, SameAsSent::Holds),
        (&contest, "contest", star, SameAsSent::OtherTarget),
        (&contest, "contest", other(), SameAsSent::OtherTarget),
        (&done, "compliance", entry(), SameAsSent::Holds),
        (&done, "compliance", other(), SameAsSent::OtherTarget),
        (&request, "rights_request", None, SameAsSent::Holds),
        (&request, "rights_request", entry(), SameAsSent::OtherTarget),
        (&contest, "compliance", entry(), SameAsSent::OtherRecord),
    ];
    for (record, kind, target, expected) in table {
        let found = same_as_sent(&granted(kind, target.clone()), id, record);
        assert_eq!(found, expected, "{kind} {target:?}");
        let fails = expected != SameAsSent::Holds;
        assert_eq!(found.state() == super::State::Fails, fails);
    }
}
