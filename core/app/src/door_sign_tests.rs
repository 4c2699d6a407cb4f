//! What the scanner says of a door sign.

use serde_json::{Value, json};

use super::*;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::businesses::{ScanKind, ScanView};
use crate::words::Language;
use standing_store::testing::NOW;

const DAY: i64 = 86_400;
const DOOR: &str = "YQ-3-12";

/// The sign of the phone's own door, for the quarter of the phone's clock.
fn payload() -> Value {
    let quarter = Quarter::of(UnixTime(NOW).day_in(standing_model::time::ZoneOffset::CHINA));
    json!({"v": 1, "iss": "credit.yangqiao.example", "iat": NOW - DAY, "door": DOOR,
        "quarter": quarter, "stars": {"courtyard": 4, "law": 4, "recycling": 4, "finance": 4,
        "family": 4}})
}

/// A phone whose statement names a door, with four stars in each category.
fn phone(language: Language) -> Phone {
    let phone = Phone::joined(VILLAGE, language);
    let mut statement = phone.statement(1, 4, &[]);
    statement.door = DOOR.parse().ok();
    phone.keep(&statement);
    phone
}

fn scan(phone: &Phone, payload: &Value) -> DoorSignView {
    scanned(phone, &sign(Typ::DoorSign, payload))
}

fn scanned(phone: &Phone, compact: &str) -> DoorSignView {
    let ScanView { kind, sign, .. } = phone.app.scan(compact).unwrap();
    assert_eq!(kind, ScanKind::DoorSign);
    sign.unwrap()
}

fn with(member: &str, value: impl Into<Value>) -> Value {
    let mut payload = payload();
    payload[member] = value.into();
    payload
}

fn states(view: &DoorSignView) -> Vec<CheckState> {
    view.checks.iter().map(|check| check.state).collect()
}

#[test]
fn the_own_sign_is_genuine_and_shows_what_is_signed() {
    for language in [Language::English, Language::Chinese] {
        let phone = phone(language);
        let view = scan(&phone, &payload());
        assert_eq!(view.state, CheckState::Holds, "{view:?}");
        assert_eq!(states(&view), [CheckState::Holds; 3]);
        assert_eq!(view.stars.len(), 5);
        assert!(view.stars.iter().all(|row| row.differs.is_empty() && row.text.contains('4')));
        assert!(view.facts.iter().any(|fact| fact.value == DOOR));
        assert!(view.todo.is_empty() && !view.stars_note.is_empty());
    }
}

#[test]
fn stars_that_the_statement_does_not_have_are_named() {
    let phone = phone(Language::English);
    let mut other = payload();
    other["stars"] = json!({"courtyard": 5, "law": 4, "recycling": 4, "finance": 4});
    let view = scan(&phone, &other);
    assert_eq!(view.title, "Genuine, but not what your statement says");
    assert_eq!(states(&view), [CheckState::Holds, CheckState::Holds, CheckState::Fails]);
    let rows: Vec<(&str, &str)> =
        view.stars.iter().map(|row| (row.text.as_str(), row.differs.as_str())).collect();
    assert_eq!(rows[0], ("5 of 5", "Your statement 1: 4 stars"));
    assert_eq!(rows[4], ("0 of 5", "Your statement 1: 4 stars"), "what only the statement has");
    assert_eq!(rows.iter().filter(|(_, differs)| !differs.is_empty()).count(), 2);
}

#[test]
fn a_forged_sign_shows_nothing_of_what_it_says() {
    let phone = phone(Language::English);
    let good = sign(Typ::DoorSign, &payload());
    let (signed, _) = good.rsplit_once('.').unwrap();
    let other = sign(Typ::DoorSign, &with("door", "YQ-3-13"));
    let (_, signature) = other.rsplit_once('.').unwrap();
    for forged in [
        format!("{signed}.{signature}"),
        sign(Typ::DoorSign, &with("sub", "r-1")),
        sign(Typ::DoorSign, &with("stars", json!({}))),
        sign(Typ::DoorSign, &with("iss", 7)),
    ] {
        let view = scanned(&phone, &forged);
        assert_eq!(
            (view.state, view.title.as_str()),
            (CheckState::Fails, "This sign did not pass the check")
        );
        assert!(view.stars.is_empty() && view.facts.is_empty(), "{view:?}");
        assert!(!format!("{view:?}").contains(DOOR), "{view:?}");
        assert!(!view.todo.is_empty());
    }
}

#[test]
fn another_quarter_and_another_door_are_told_from_a_forgery() {
    let phone = phone(Language::English);
    for (changed, title) in [
        (with("quarter", "2020-Q1"), "Genuine, but for an earlier quarter"),
        (with("quarter", "2999-Q1"), "Signed, but not for today"),
        (with("iat", NOW + DAY), "Signed, but not for today"),
        (with("door", "YQ-3-13"), "Genuine, for door YQ-3-13"),
    ] {
        let view = scan(&phone, &changed);
        assert_eq!((view.state, view.title.as_str()), (CheckState::Unknown, title));
        assert!(!view.todo.is_empty());
    }
    let mut old = with("quarter", "2020-Q1");
    old["stars"] = json!({"courtyard": 1});
    let old = scan(&phone, &old);
    assert_eq!(states(&old), [CheckState::Holds, CheckState::Unknown, CheckState::Holds]);
    assert!(old.stars.iter().all(|row| row.differs.is_empty()), "each quarter has its own");
    let another = scan(&phone, &with("door", "YQ-3-13"));
    assert!(another.checks[2].finding.contains(DOOR), "{another:?}");
    assert!(another.stars.iter().all(|row| row.differs.is_empty()), "not the resident's stars");
}

#[test]
fn a_sign_that_this_phone_cannot_check_is_not_called_forged() {
    let phone = phone(Language::English);
    let stranger = scan(&phone, &with("iss", "credit.elsewhere.example"));
    assert_eq!(stranger.state, CheckState::Unknown);
    assert!(stranger.checks[0].finding.contains("credit.elsewhere.example"));
    let mut later = with("v", 2);
    later["colour"] = "red".into();
    let later = scan(&phone, &later);
    assert_eq!((later.state, later.stars.len()), (CheckState::Unknown, 0));
    phone.check_root(UnixTime(NOW), UnixTime(NOW - DAY), UnixTime(NOW));
    let old = scan(&phone, &payload());
    assert_eq!((old.state, old.checks[0].state), (CheckState::Unknown, CheckState::Unknown));
    assert_eq!(old.stars.len(), 5, "it is shown, and not called genuine");
    assert_eq!(old.title, "This sign cannot be checked here");
}

#[test]
fn what_is_no_door_sign_is_refused_in_words_of_its_own() {
    let phone = phone(Language::English);
    let code = |text: &str| phone.app.scan(text).unwrap_err().problem.code;
    let good = sign(Typ::DoorSign, &payload());
    assert_eq!(code("eyJ.eyJ"), "scan-nothing");
    assert_eq!(code(&sign(Typ::Head, &json!({"v": 1}))), "scan-signed-other");
    let cut = &good[..good.len() - 9];
    assert_eq!(code(cut), "scan-sign-broken");
}

#[test]
fn scanning_a_sign_keeps_and_sends_nothing() {
    let phone = phone(Language::English);
    let before = format!("{:?}", phone.app.recent().unwrap());
    scan(&phone, &with("door", "YQ-3-13"));
    assert_eq!(format!("{:?}", phone.app.recent().unwrap()), before);
    assert!(phone.app.network_accesses().unwrap().rows.is_empty());
}

#[test]
fn a_sign_under_a_key_newer_than_this_phones_list_is_unknown() {
    for (language, todo) in [
        (Language::English, "Sync, then scan the sign again."),
        (Language::Chinese, "请先同步，再重新扫描。"),
    ] {
        let phone = phone(language);
        let newer = ed25519_dalek::SigningKey::from_bytes(&[8; 32]);
        let payload = serde_json::to_vec(&payload()).unwrap();
        let compact = standing_verify::jws::sign(Typ::DoorSign, &newer, &payload);
        let [before, now, after] = [NOW - 2 * DAY, NOW, NOW + DAY].map(UnixTime);
        // Checked before the sign was made, and past its date.
        for (checked_at, good_until) in [(before, after), (now, now)] {
            phone.check_root(checked_at, good_until, now);
            let view = scanned(&phone, &compact);
            assert_eq!((view.state, view.todo.as_str()), (CheckState::Unknown, todo), "{view:?}");
            assert_eq!((states(&view), view.stars.len()), (vec![CheckState::Unknown], 0));
            assert!(view.facts.is_empty() && !format!("{view:?}").contains(DOOR), "{view:?}");
        }
        phone.check_root(now, after, now);
        assert_eq!(scanned(&phone, &compact).state, CheckState::Fails);
    }
}

#[test]
fn a_statement_of_another_time_is_named_and_not_compared() {
    for language in [Language::English, Language::Chinese] {
        let phone = Phone::joined(VILLAGE, language);
        let mut statement = phone.statement(1, 1, &[]);
        statement.door = DOOR.parse().ok();
        statement.period.to = "2026-09-29".parse().unwrap();
        phone.settle(&mut statement);
        phone.keep(&statement);
        let view = scan(&phone, &payload());
        let (holds, unknown) = (CheckState::Holds, CheckState::Unknown);
        assert_eq!(states(&view), [holds, holds, unknown], "{view:?}");
        assert!(view.checks[2].finding.contains(DOOR), "{view:?}");
        assert!(view.stars.iter().all(|row| row.differs.is_empty()) && !view.todo.is_empty());
    }
}

#[test]
fn a_scanned_sign_says_nothing_of_a_person_whose_pages_are_locked() {
    let (locked, empty) = (phone(Language::English), Phone::joined(VILLAGE, Language::English));
    locked.write(|tx| tx.lock_membership(&locked.id, true));
    let mut other = with("door", "YQ-3-13");
    other["stars"] = json!({"courtyard": 1});
    for sign in [payload(), other] {
        let view = scan(&locked, &sign);
        assert_eq!(view, scan(&empty, &sign), "as if there were no statement");
        assert_eq!(view.checks[2].state, CheckState::Unknown);
    }
}
