//! Nothing stale is called fresh, nothing is dated 1970, and the right clock is blamed.

use super::*;
use crate::testing::{CITY, Phone};
use crate::words::Language;
use standing_store::testing::{NOW, membership};

const HOUR: i64 = 3_600;

/// A phone that holds one statement, and asked two hours ago.
fn phone(language: Language) -> Phone {
    let phone = Phone::joined(CITY, language);
    phone.clock.pass(2 * HOUR);
    phone.keep(&phone.statement(1, 0, &[]));
    phone.answer(1, UnixTime(NOW + 4), UnixTime(NOW));
    phone
}

fn row(phone: &Phone, kind: FreshKind) -> FreshRow {
    let rows = phone.app.freshness().unwrap().rows;
    rows.into_iter().find(|row| row.kind == kind).unwrap()
}

fn said(phone: &Phone, kind: FreshKind) -> String {
    let row = row(phone, kind);
    format!("{:?}: {} [{}]", row.state, row.detail, row.word)
}

#[test]
fn what_is_fresh_says_by_which_dates() {
    let phone = phone(Language::English);
    let view = phone.app.freshness().unwrap();
    assert_eq!(view.text, "Everything on this phone is within its dates.");
    let rows: Vec<String> = view
        .rows
        .iter()
        .map(|row| format!("{}: {} [{}]", row.name, row.detail, row.word))
        .collect();
    assert_eq!(
        rows,
        [
            "Statements of Yangqiao: 1 of 1, last synced 2 hours ago, in date until 30 November 2026. [In date]",
            "Rulebook of Yangqiao: Version 1, the one in use. Key list checked 2 hours ago. [In date]",
            "Key list of Yangqiao: Checked 2 hours ago, in date until 22 January 2027. [In date]",
            "This phone’s time: 4 seconds behind Yangqiao’s signed time. [Right]",
        ]
    );
}

#[test]
fn an_old_answer_is_unknown_and_says_what_would_help() {
    let phone = phone(Language::English);
    phone.clock.pass(8 * DAY);
    let row = row(&phone, FreshKind::Statements);
    assert_eq!((row.state, row.word.as_str()), (CheckState::Unknown, "Out of date"));
    assert!(row.detail.contains("8 days ago") && row.detail.contains("30 November 2026"));
    assert_eq!(row.todo, "Sync to find out.");
    let view = phone.app.freshness().unwrap();
    assert_eq!(view.state, CheckState::Unknown);
    assert_eq!(view.text, "1 of 4 is out of date or not known.");
}

#[test]
fn a_clock_set_back_makes_nothing_fresh_again() {
    let phone = phone(Language::English);
    phone.clock.pass(80 * DAY);
    phone.check_root(UnixTime(NOW + 80 * DAY), UnixTime(NOW + 60 * DAY), UnixTime(NOW));
    phone.clock.pass(-80 * DAY);
    for kind in [FreshKind::Statements, FreshKind::Rulebook, FreshKind::TrustList] {
        assert_eq!(row(&phone, kind).word, "Out of date", "{kind:?}");
    }
    assert_eq!(
        said(&phone, FreshKind::Clock),
        "Unknown: Set back by at least 79 days: this phone noted a later time before. [Behind]"
    );
}

#[test]
fn a_phone_that_was_ahead_while_joining_is_right_after_the_next_sync() {
    let phone = Phone::joined(CITY, Language::English);
    phone.keep(&phone.statement(1, 0, &[]));
    // The person has corrected a clock that was three days ahead.
    phone.clock.pass(-3 * DAY);
    let set_back =
        "Unknown: Set back by at least 3 days: this phone noted a later time before. [Behind]";
    assert_eq!(said(&phone, FreshKind::Clock), set_back);
    let now = UnixTime(NOW - 3 * DAY);
    phone.answer(1, now, now);
    phone.check_root(now, UnixTime(NOW + 60 * DAY), now);
    assert_eq!(row(&phone, FreshKind::Clock).word, "Right");
}

#[test]
fn a_newer_signed_time_under_the_root_counts_as_the_time_that_it_is() {
    let phone = phone(Language::English);
    phone.check_root(UnixTime(NOW), UnixTime(NOW + 60 * DAY), UnixTime(NOW + 61 * DAY));
    assert_eq!(row(&phone, FreshKind::TrustList).word, "Out of date");
    assert_eq!(row(&phone, FreshKind::Statements).word, "Out of date");
}

#[test]
fn a_statement_that_has_not_arrived_is_missed() {
    let phone = phone(Language::Chinese);
    phone.answer(2, UnixTime(NOW + HOUR), UnixTime(NOW + HOUR));
    assert_eq!(
        said(&phone, FreshKind::Statements),
        "Unknown: 共2期，送达这部手机1期。上次同步：1小时前。 [不完整]"
    );
}

#[test]
fn before_the_first_sync_nothing_is_dated_1970() {
    let phone = Phone::joined(CITY, Language::English);
    phone.check_root(UnixTime(0), UnixTime(0), UnixTime(0));
    let view = phone.app.freshness().unwrap();
    for row in &view.rows {
        assert_eq!((row.state, row.word.as_str()), (CheckState::Unknown, "Unknown"), "{row:?}");
        assert!(!row.detail.contains("1970") && !row.detail.contains("ago"), "{row:?}");
        assert!(!row.todo.is_empty());
    }
}

#[test]
fn one_clock_against_another_is_not_decided() {
    let phone = phone(Language::English);
    phone.answer(1, UnixTime(NOW + 5 * HOUR), UnixTime(NOW + 2 * HOUR));
    let row = row(&phone, FreshKind::Clock);
    assert_eq!(
        row.detail,
        "3 hours behind Yangqiao’s signed time. Which of the two is wrong is not known here."
    );
    assert_eq!(row.todo, "Compare both with another clock.");
}

#[test]
fn neighbours_can_compare_what_they_were_given() {
    let given = |targets: &str| {
        let phone = phone(Language::English);
        let mut state = standing_verify::metadata::MetadataState::default();
        state.files.insert("targets.json".into(), targets.into());
        phone.write(|tx| tx.put_metadata_state(membership("m").trust, &state));
        row(&phone, FreshKind::TrustList).detail
    };
    let mine = given(r#"{"signed": {"version": 12, "targets": {}}, "signatures": []}"#);
    let start = "Checked 2 hours ago, in date until 22 January 2027. Version 12, mark ";
    assert!(mine.starts_with(start), "{mine}");
    let mark = mine.split(", mark ").nth(1).and_then(|rest| rest.split('.').next()).unwrap();
    assert!(mark.len() * 6 >= 128, "{mark}: its signer could make two alike");
    let again = given(r#"{"signatures":["once more"],"signed":{"targets":{},"version":12}}"#);
    assert_eq!(mine, again, "signed once more, it is the same");
    let other = given(r#"{"signed": {"version": 12, "targets": {"a": {}}}, "signatures": []}"#);
    assert!(other.starts_with(start) && other != mine, "{other}");
}

#[test]
fn a_newer_rulebook_and_a_missing_one_are_told_apart() {
    let phone = phone(Language::English);
    let mut statement = phone.statement(2, 0, &[]);
    statement.rulebooks[0].sha256 = standing_model::ids::Hash::of(b"another");
    phone.keep(&statement);
    assert_eq!(row(&phone, FreshKind::Rulebook).detail, "Version 1 is not on this phone.");
}

fn register(listed_at: i64) -> Register {
    let hash = standing_model::ids::Hash::of(b"rows");
    let table = |rows: u32| {
        serde_json::json!([
        {"v": 1, "snapshot": "s", "rows": rows, "raw_bytes": 1, "bits": 0, "root": hash}])
    };
    let text = |text: &str| serde_json::json!({"en": text, "zh-Hans": text});
    let lister = |iss: &str, name: &str| {
        serde_json::json!({
        "iss": iss, "names": text(name), "list_types": ["court"], "offices": [], "coverage": [],
        "limits": {"rows": 10, "raw_bytes": 10_000}})
    };
    let index = serde_json::json!({
        "v": 1, "version": 3, "issued_at": NOW - 3 * DAY, "next_update": NOW + 4 * DAY,
        "zone": {"name": "Asia/Shanghai", "minutes": 480},
        "publisher": text("Zhejiang register"), "region": text("Zhejiang"),
        "organisations": table(2_000), "products": table(40),
        "listers": [lister("court.example", "Court"), lister("tax.example", "Tax office")],
    });
    let list = serde_json::json!({
        "v": 1, "iss": "court.example", "version": 1, "issued_at": listed_at,
        "next_update": listed_at + 7 * DAY, "table": table(1),
    });
    Register {
        trust: TrustId(standing_model::ids::Hash::of(b"register")),
        index: serde_json::from_value(index).unwrap(),
        good_until: UnixTime(NOW + 5 * DAY),
        lists: vec![(serde_json::from_value(list).unwrap(), UnixTime(NOW + 30 * DAY))],
    }
}

fn register_rows(register: Register, now: i64) -> Vec<String> {
    let snapshot = Snapshot { registers: vec![register], ..Snapshot::default() };
    let presenter = Presenter {
        words: Words(Language::English),
        now: UnixTime(now),
        here: ZoneOffset::CHINA,
        snapshot: &snapshot,
    };
    let rows = snapshot.registers.iter().flat_map(|register| presenter.register(register));
    rows.map(|row| format!("{}: {} [{}]", row.name, row.detail, row.word)).collect()
}

#[test]
fn each_list_has_its_own_date_and_a_list_that_did_not_arrive_is_unknown() {
    assert_eq!(
        register_rows(register(NOW - 8 * DAY), NOW),
        [
            "Businesses, Zhejiang register: 2,000 lines of 20 November 2026; next update due Friday 27 November 2026, in 4 days. [In date]",
            "List: Court: 1 line of 15 November 2026. The next update was due Sunday 22 November 2026, yesterday. [Out of date]",
            "List: Tax office: This list has not reached this phone. [Unknown]",
            "List of barcodes, Zhejiang register: 40 lines of 20 November 2026; next update due Friday 27 November 2026, in 4 days. [In date]",
        ]
    );
}

#[test]
fn past_its_next_update_or_its_signatures_a_register_is_too_old() {
    let late = register_rows(register(NOW), NOW + 4 * DAY + 1);
    assert!(
        late[0].ends_with("The next update was due Friday 27 November 2026, today. [Out of date]")
    );
    let mut expired = register(NOW);
    expired.good_until = UnixTime(NOW - 1);
    let rows = register_rows(expired, NOW);
    assert!(rows[0].ends_with("The signatures were in date until 23 November 2026. [Out of date]"));
    // A list that is dated ahead of the phone's clock ages no other row.
    let ahead = register_rows(register(NOW + 20 * DAY), NOW);
    assert!(ahead[0].ends_with("[In date]"), "{ahead:?}");
}

#[test]
fn the_registers_on_this_phone_are_in_the_list() {
    let phone = phone(Language::English);
    let Register { trust, index, lists, good_until } = register(NOW);
    let (file, list) = (serde_json::to_vec(&index).unwrap(), &lists[0].0);
    let list_file = serde_json::to_vec(list).unwrap();
    let store = phone.app.store().unwrap();
    let written = store.write_register::<_, StoreError>(|tx| {
        let id = tx.put_register(trust, &file, good_until)?;
        tx.put_list(id, &list.iss, &list_file, good_until, standing_model::ids::Hash::of(b"grant"))
    });
    written.unwrap();
    let view = phone.app.freshness().unwrap();
    let kinds: Vec<FreshKind> = view.rows.iter().map(|row| row.kind).collect();
    use FreshKind::{Clock, List, ProductCodes, Register as Businesses, Rulebook, Statements};
    let expected = [Statements, Rulebook, FreshKind::TrustList, Businesses, List, List];
    assert_eq!(kinds, [&expected[..], &[ProductCodes, Clock]].concat());
    assert_eq!(view.text, "1 of 8 is out of date or not known.");
}
