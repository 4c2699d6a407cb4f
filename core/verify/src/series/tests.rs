use super::*;
use crate::jws;
use crate::message::Expected;
use ed25519_dalek::SigningKey;
use serde::Serialize;
use serde_json::{Value, json};
use standing_model::authority::{Authority, AuthorityKey, KeyUse, RulebookPointer};
use standing_model::ext::Extensions;
use standing_model::message::{ReceiptState, Typ};
use standing_model::text::LocalText;
use standing_model::time::{UnixTime, Zone};

const NOW: i64 = 1_795_392_000;

fn keys() -> IssuerKeys {
    let authority = Authority {
        iss: "a.example".parse().unwrap(),
        names: LocalText { en: "A".into(), zh: "甲".into() },
        api: "https://a.example".parse().unwrap(),
        remit: vec![Typ::Statement, Typ::Notice, Typ::Receipt, Typ::Head],
        keys: vec![AuthorityKey {
            used: KeyUse::Sign,
            jwk: jws::jwk_of(&key().verifying_key()),
            from: UnixTime(0),
            until: UnixTime(2 * NOW),
            withdrawn: None,
        }],
        rulebook: RulebookPointer { id: "r".parse().unwrap(), version: 1 },
        head_lasts_days: 7,
        ext: Extensions::default(),
        zone: Zone::china(),
        region: None,
    };
    IssuerKeys::of(standing_model::ids::TrustId(Hash::of(b"root")), &authority)
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn signed<T: Numbered + Serialize>(payload: &Value) -> Held<T> {
    let compact = jws::sign(T::TYP, &key(), payload.to_string().as_bytes());
    Held::fetched(compact, Expected::fresh(&keys(), "r")).unwrap()
}

/// A statement of version 2 in a form that this build does not know.
fn later(seq: u32, before: &Held<Statement>, mood: &str) -> Held<Statement> {
    signed(&json!({
        "v": 2, "iss": "a.example", "sub": "r", "iat": NOW + i64::from(seq) * 100, "seq": seq,
        "prev": before.hash(), "mood": {"of": mood},
    }))
}

fn entry(id: &str, state: &str) -> Value {
    json!({
        "id": id, "rule": "R", "rulebook": 1, "points": -5, "occurred_on": "2026-07-02",
        "recorded_on": "2026-12-03", "by": {"en": "a", "zh-Hans": "a"}, "document": "d",
        "legal_basis": [],
        "state": state,
    })
}

fn statement(
    seq: u32,
    before: Option<&Held<Statement>>,
    score: i32,
    entries: &[Value],
) -> Held<Statement> {
    let mut payload = json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": NOW + i64::from(seq) * 100, "seq": seq,
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "rulebook": "r", "rulebooks": [{"version": 1, "sha256": Hash::of(b"r")}],
        "score": score, "tier": "t", "stars": [], "entries": entries, "perks": [],
        "restrictions": [],
    });
    if seq > 1 {
        let missing = Hash::of(b"a statement that is not here");
        payload["prev"] = json!(before.map_or(missing, Held::hash));
    }
    signed(&payload)
}

fn receipt(n: u32, before: Option<&Held<Receipt>>, record: &str, state: &str) -> Held<Receipt> {
    let mut payload = json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": NOW, "n": n, "record": Hash::of(record.as_bytes()),
        "kind": "volunteering", "evidence": [], "state": state, "received_at": NOW,
    });
    if let Some(before) = before {
        payload["prev"] = json!(before.hash());
    }
    signed(&payload)
}

fn alarms<T: Numbered>(held: &[Held<T>]) -> Vec<Alarm> {
    let found = examine(held);
    one_at_a_time_finds_the_same(held, &found);
    found.into_iter().map(|found| found.alarm).collect()
}

/// Where no number has two documents, [`Line`] finds what [`examine`] finds, with the evidence.
fn one_at_a_time_finds_the_same<T: Numbered>(held: &[Held<T>], found: &[Found]) {
    let mut sorted = held.to_vec();
    sorted.sort_by_key(|held| held.n);
    if sorted.windows(2).any(|pair| pair[0].n == pair[1].n) {
        return;
    }
    let text = |n| Some(held.iter().find(|held| held.n == n)?.compact.clone());
    let mut line = Line::default();
    let mut one_by_one = Vec::new();
    for held in sorted {
        one_by_one.extend(line.next(held, &text));
    }
    let key = |found: &Found| {
        let mut documents = found.documents.clone();
        documents.sort();
        format!("{:?} {documents:?}", found.alarm)
    };
    let (mut one_by_one, mut all): (Vec<_>, Vec<_>) =
        (one_by_one.iter().map(key).collect(), found.iter().map(key).collect());
    one_by_one.sort();
    all.sort();
    // A rulebook's third hash is the same alarm once more, over three documents.
    for one in &all {
        assert!(one_by_one.contains(one), "{one}");
    }
    let kinds = |keys: &[String]| -> std::collections::BTreeSet<String> {
        keys.iter().map(|key| key.split(" [").next().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&one_by_one), kinds(&all));
}

#[test]
fn what_follows_a_kept_fork_is_compared_with_its_own_branch() {
    let series = SeriesKind::Statements;
    let first = statement(1, None, 0, &[]);
    let one = statement(2, Some(&first), 0, &[entry("E-1", "active")]);
    let other = statement(2, Some(&first), 7, &[]);
    let third = statement(3, Some(&one), 0, &[entry("E-1", "active")]);
    for order in [[&first, &one, &other, &third], [&third, &other, &one, &first]] {
        let history: Vec<Held<Statement>> = order.into_iter().cloned().collect();
        assert_eq!(alarms(&history), [Alarm::Fork { series, n: 2 }]);
    }
}

#[test]
fn each_fault_is_found_once_and_none_hides_another() {
    let series = SeriesKind::Statements;
    let first = statement(1, None, 0, &[entry("E-1", "withdrawn"), entry("E-2", "active")]);
    let mut changed = entry("E-2", "active");
    changed["points"] = json!(-9);
    changed["notified_on"] = json!("2020-01-01");
    let second = statement(2, None, 0, &[entry("E-1", "active"), changed]);
    let in_statement =
        |fault, id: &str| Alarm::Entries { fault, n: 2, entries: vec![id.parse().unwrap()] };
    assert_eq!(
        alarms(&[first, second]),
        [
            Alarm::BrokenLink { series, n: 2 },
            in_statement(EntryFault::NotifiedLater, "E-2"),
            in_statement(EntryFault::Rewritten, "E-2"),
            in_statement(EntryFault::State, "E-1"),
        ]
    );
}

#[test]
fn a_rulebook_with_two_hashes_is_one_alarm_however_often_it_is_named() {
    let first = statement(1, None, 0, &[]);
    let mut history = vec![first];
    for seq in 2..6 {
        let before = history.last().unwrap();
        let mut payload = serde_json::to_value(before.payload().unwrap()).unwrap();
        payload["seq"] = json!(seq);
        payload["iat"] = json!(NOW + i64::from(seq) * 100);
        payload["prev"] = json!(before.hash());
        payload["rulebooks"][0]["sha256"] = json!(Hash::of(b"another"));
        let next = signed(&payload);
        history.push(next);
    }
    assert_eq!(
        alarms(&history),
        [Alarm::RulebookTwoHashes { id: "r".parse().unwrap(), version: 1 }]
    );
}

#[test]
fn a_later_version_of_the_rulebook_is_no_accusation() {
    let first = statement(1, None, 0, &[entry("E-1", "active")]);
    let mut payload = serde_json::to_value(first.payload().unwrap()).unwrap();
    payload["seq"] = json!(2);
    payload["iat"] = json!(NOW + 200);
    payload["prev"] = json!(first.hash());
    payload["rulebooks"]
        .as_array_mut()
        .unwrap()
        .push(json!({"version": 2, "sha256": Hash::of(b"second")}));
    payload["entries"][0]["rulebook"] = json!(2);
    assert_eq!(alarms(&[first, signed(&payload)]), []);
}

#[test]
fn forks_and_links_of_receipts_are_told_as_such() {
    let series = SeriesKind::Receipts;
    let first = receipt(1, None, "a", "received");
    let second = receipt(2, Some(&first), "b", "received");
    let other = receipt(2, Some(&first), "b", "rejected");
    let third = receipt(3, Some(&first), "a", "accepted");
    assert_eq!(alarms(&[first.clone(), second.clone(), other]), [Alarm::Fork { series, n: 2 }]);
    assert_eq!(alarms(&[first, second, third]), [Alarm::BrokenLink { series, n: 3 }]);
}

#[test]
fn a_record_moves_only_as_the_table_says() {
    let first = receipt(1, None, "a", "received");
    let second = receipt(2, Some(&first), "a", "refused");
    let third = receipt(3, Some(&second), "a", "accepted");
    assert_eq!(alarms(&[first, second, third]), [Alarm::ReceiptState { n: 3 }]);
}

#[test]
fn what_does_not_verify_keeps_its_place_and_says_nothing() {
    let first = statement(1, None, 0, &[entry("E-1", "withdrawn")]);
    let second = statement(2, Some(&first), 0, &[]);
    let lost = Held { verdict: Err(TrustError::BadSignature), ..second.clone() };
    let third = statement(3, Some(&second), 0, &[]);
    assert_eq!(alarms(&[first, lost, third]), [], "no gap, and no fault of what cannot be read");
}

#[test]
fn a_document_of_a_later_version_takes_its_number_and_is_linked_like_any_other() {
    let first = statement(1, None, 0, &[entry("E-1", "active")]);
    let second = later(2, &first, "good");
    assert_eq!((second.n, second.payload(), second.is_genuine()), (2, None, true));
    assert!(second.is_firm(&keys()), "its key was not withdrawn: nothing else may have its number");
    let third = statement(3, Some(&second), 0, &[entry("E-1", "active")]);
    assert_eq!(alarms(&[first.clone(), second.clone(), third]), [], "what it says is unknown");
    let series = SeriesKind::Statements;
    let unlinked = statement(3, Some(&first), 0, &[]);
    assert_eq!(alarms(&[second.clone(), unlinked]), [Alarm::BrokenLink { series, n: 3 }]);
    assert_eq!(
        alarms(&[first.clone(), later(3, &second, "")]),
        [Alarm::Gap { series, from: 2, to: 2 }]
    );
    let other = later(2, &first, "bad");
    assert_eq!(
        alarms(&[first.clone(), second.clone(), other.clone()]),
        [Alarm::Fork { series, n: 2 }]
    );
    let held = Series::new(vec![first.clone(), second.clone()]);
    assert!(held.is_followed_by(&statement(3, Some(&second), 0, &[])));
    let merged = held.merge(vec![other], &keys());
    assert_eq!(merged.found.len(), 1, "and one in the place of another is alarmed");
    let early = json!({
        "v": 2, "iss": "a.example", "sub": "r", "iat": 5, "seq": 2, "prev": first.hash(),
    });
    let early: Held<Statement> = signed(&early);
    assert_eq!(alarms(&[first, early]), [Alarm::TimeNotRising { series, n: 2 }]);
}

#[test]
fn documents_of_a_later_version_say_the_same_if_only_their_links_differ() {
    let first = statement(1, None, 0, &[]);
    let (one, relinked) = (later(2, &first, "good"), later(2, &statement(1, None, 7, &[]), "good"));
    assert!(says_the_same::<Statement>(&one.compact, &relinked.compact));
    assert!(!says_the_same::<Statement>(&one.compact, &later(2, &first, "bad").compact));
}

#[test]
fn another_document_in_the_place_of_one_is_a_fork_and_both_are_kept() {
    let first = statement(1, None, 0, &[]);
    let second = statement(2, Some(&first), 0, &[]);
    let other = statement(2, Some(&first), 7, &[]);
    let third = statement(3, Some(&other), 7, &[]);
    let series = Series::new(vec![first.clone(), second.clone()]);
    assert!(!series.is_followed_by(&third));
    // What this phone has already may come again in front.
    let merged = series.merge(vec![first.clone(), other.clone(), third.clone()], &keys());
    assert_eq!((merged.kept, merged.items.len()), (1, 2));
    let alarm = Alarm::Fork { series: SeriesKind::Statements, n: 2 };
    let documents = vec![second.compact, other.compact.clone()];
    assert_eq!(merged.found, [Found::over(alarm, documents)]);
    let held = series.with(&merged);
    let in_use: Vec<&str> = held.iter().map(|held| held.compact.as_str()).collect();
    assert_eq!(in_use, [&first.compact, &other.compact, &third.compact]);
}

#[test]
fn an_entry_is_back_dated_by_the_days_of_the_signers_zone() {
    // 16:00 UTC on 22 November is the 23rd in China.
    let late = 1_795_363_200;
    let mut payload = serde_json::to_value(statement(1, None, 0, &[]).payload().unwrap()).unwrap();
    payload["iat"] = json!(late);
    let first: Held<Statement> = signed(&payload);
    let recorded = |day: &str| {
        let mut entry = entry("E-1", "active");
        entry["recorded_on"] = json!(day);
        alarms(&[first.clone(), statement(2, Some(&first), 0, &[entry])])
    };
    let entries = vec!["E-1".parse().unwrap()];
    let back_dated = Alarm::Entries { fault: EntryFault::BackDated, n: 2, entries };
    assert_eq!(recorded("2026-11-22"), [back_dated]);
    assert_eq!(recorded("2026-11-23"), []);
}

/// A receipt over one contest, with other members than the plain one.
fn case(n: u32, before: Option<&Held<Receipt>>, state: &str, more: Value) -> Held<Receipt> {
    let plain = receipt(n, before, "a contest", "received");
    let mut payload = serde_json::to_value(plain.payload().unwrap()).unwrap();
    payload["kind"] = json!("contest");
    payload["state"] = json!(state);
    if state == "decided" {
        payload["decision"] = json!({"outcome": "granted"});
    }
    payload.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    signed(&payload)
}

/// The table of PROTOCOL §3.4.1: from, none for nothing, to, and whether it may.
fn receipt_states() -> Vec<(Option<ReceiptState>, ReceiptState, bool)> {
    let text = include_str!("../../../PROTOCOL.md");
    let (_, rest) = text.split_once("<!-- table receipt states -->").unwrap();
    let (table, _) = rest.split_once("<!-- end -->").unwrap();
    let cells = |line: &str| -> Vec<String> {
        line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let state = |name: &str| -> ReceiptState { serde_json::from_value(json!(name)).unwrap() };
    let mut rows = table.trim().lines().map(cells);
    let to: Vec<ReceiptState> = rows.next().unwrap()[1..].iter().map(|name| state(name)).collect();
    let rows = rows.skip(1).flat_map(|row| {
        let from = (row[0] != "nothing").then(|| state(&row[0]));
        let may = row[1..].iter().map(|cell| cell == "yes").collect::<Vec<_>>();
        to.clone().into_iter().zip(may).map(move |(to, may)| (from, to, may))
    });
    rows.collect()
}

#[test]
fn what_became_of_a_record_moves_as_the_protocol_says() {
    let table = receipt_states();
    assert_eq!(table.len(), 8 * 7);
    for (from, to, may) in table {
        let moves = from.map_or_else(|| to.may_be_first(), |from| from.may_become(to));
        assert_eq!(moves, may, "{from:?} {to:?}");
        if let Some(from) = from {
            assert!(!from.is_final() || !may, "nothing follows {from:?}");
        }
    }
}

#[test]
fn a_case_is_decided_once_and_after_it_came() {
    let none = || json!({});
    let first = case(1, None, "received", none());
    let review = case(2, Some(&first), "under_review", none());
    let decided = case(3, Some(&review), "decided", none());
    let twice = case(4, Some(&decided), "decided", none());
    let chain = [first.clone(), review.clone(), decided, twice];
    assert_eq!(alarms(&chain[..3]), []);
    assert_eq!(alarms(&chain), [Alarm::ReceiptState { n: 4 }]);
    let at_once = case(1, None, "decided", none());
    assert_eq!(alarms(&[at_once]), [Alarm::ReceiptState { n: 1 }], "it never came");
    let counted = case(2, Some(&first), "accepted", none());
    assert_eq!(alarms(&[first, counted]), [Alarm::ReceiptState { n: 2 }], "it is no deed");
    let deed = receipt(1, None, "a deed", "received");
    let of_deed = case(
        2,
        Some(&deed),
        "decided",
        json!({"kind": "volunteering", "record": deed.payload().unwrap().record}),
    );
    assert_eq!(alarms(&[deed, of_deed]), [Alarm::ReceiptState { n: 2 }], "a deed has no decision");
    // Where receipts are missing, the first may be among them.
    let late = case(3, Some(&review), "decided", none());
    assert_eq!(alarms(&[late]), []);
}

/// 15:59:59 UTC on 23 November 2026: the last second of that day in China.
const END: i64 = 1_795_449_599;

/// What a receipt says that moves the last day.
fn moves(to: &str, iat: i64, reason: bool) -> Value {
    let mut more = json!({"due_on": to, "iat": iat});
    if reason {
        more["reason"] = json!({"en": "The bank was asked.", "zh-Hans": "已向银行核实。"});
    }
    more
}

#[test]
fn the_last_day_of_an_answer_moves_in_time_and_with_a_reason() {
    let first = case(1, None, "received", json!({"due_on": "2026-11-23"}));
    let due = || vec![Alarm::ReceiptDue { n: 2 }];
    for (more, expected) in [
        (json!({}), vec![]),
        (json!({"due_on": "2026-11-23"}), vec![]),
        (moves("2026-12-10", END, true), vec![]),
        (moves("2026-12-10", END + 1, true), due()),
        (moves("2026-12-10", END, false), due()),
        (moves("2026-11-20", END, false), due()),
    ] {
        let second = case(2, Some(&first), "under_review", more.clone());
        assert_eq!(alarms(&[first.clone(), second]), expected, "{more}");
    }
    let unnamed = case(1, None, "received", json!({}));
    let named = case(2, Some(&unnamed), "under_review", json!({"due_on": "2026-12-10"}));
    assert_eq!(alarms(&[unnamed, named]), [], "named, not moved");
}

#[test]
fn the_last_day_of_an_answer_moves_once() {
    let first = case(1, None, "received", json!({"due_on": "2026-11-23"}));
    let second = case(2, Some(&first), "under_review", moves("2026-12-10", END, true));
    let third = case(3, Some(&second), "decided", moves("2026-12-11", END, true));
    let chain = [first, second, third];
    assert_eq!(alarms(&chain), [Alarm::ReceiptDue { n: 3 }]);
    let all: Vec<_> = chain.iter().map(|held| held.verdict.clone().unwrap()).collect();
    let (told, found) = crate::receipt::told(&all);
    let told = told.unwrap();
    assert_eq!((told.due_on, told.moved), (Some("2026-12-10".parse().unwrap()), true));
    assert_eq!(found, [Alarm::ReceiptDue { n: 3 }]);
}
