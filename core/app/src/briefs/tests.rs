use super::*;
use crate::holdings::note;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::CheckState;
use crate::view::statement::StatementRow;
use crate::words::Language;
use serde_json::{Value, json};
use standing_model::authority;
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_store::testing::{NOW, membership};

/// A phone with five statements: the second does not add up, the last is of a later version.
fn phone() -> Phone {
    let phone = Phone::joined(VILLAGE, Language::English);
    for seq in 1..=4 {
        let days = [("W-1", "2026-03-01"), ("W-1", "2026-03-02")];
        let mut statement = phone.statement(seq, 3, &days);
        if seq == 2 {
            statement.score = statement.score + statement.score;
        }
        phone.keep(&statement);
    }
    let first = phone.statement(1, 3, &[]);
    let later = json!({
        "v": 2, "iss": first.iss, "sub": first.sub, "iat": first.iat.plus(60), "seq": 5,
        "prev": phone.kept_hash(4), "standing": "of tomorrow",
    });
    phone.keep_document(SeriesKind::Statements, 5, sign(Typ::Statement, &later));
    phone.answer(5, UnixTime(NOW), UnixTime(NOW));
    phone
}

fn noted(phone: &Phone) {
    phone.write(|tx| note(tx, &phone.app.memo));
}

/// Everything that screens say of statements.
fn said(phone: &Phone) -> String {
    let app = &phone.app;
    let pages: Vec<_> = (1..=4).map(|seq| app.statement(&phone.id, seq)).collect();
    format!(
        "{:?} {:?} {pages:?} {:?} {:?} {:?}",
        app.home(&phone.id),
        app.statements(&phone.id),
        app.perks(&phone.id),
        app.rulebook(&phone.id),
        app.freshness(),
    )
}

fn states(phone: &Phone) -> Vec<CheckState> {
    let rows: Vec<StatementRow> = phone.app.statements(&phone.id).unwrap().rows;
    rows.iter().map(|row| row.state).collect()
}

#[test]
fn what_is_noted_says_the_same_as_the_documents() {
    let phone = phone();
    let before = said(&phone);
    noted(&phone);
    assert_eq!(said(&phone), before);
    let phone = phone.restarted();
    assert_eq!(said(&phone), before);
    let states = states(&phone);
    assert_eq!(states[3], CheckState::Fails, "the second does not add up");
    assert_eq!(states[0], CheckState::Unknown, "the last cannot be read");
}

#[test]
fn a_list_verifies_no_document_and_a_page_only_what_it_shows() {
    let phone = phone();
    noted(&phone);
    let phone = phone.restarted();
    phone.app.statements(&phone.id).unwrap();
    phone.app.rulebook(&phone.id).unwrap();
    assert_eq!(phone.app.memo.statements(), 0);
    phone.app.statement(&phone.id, 1).unwrap();
    assert_eq!(phone.app.memo.statements(), 1);
    phone.app.home(&phone.id).unwrap();
    assert_eq!(phone.app.memo.statements(), 3, "the newest and the one before");
}

#[test]
fn a_note_by_keys_of_yesterday_counts_for_nothing() {
    let phone = phone();
    noted(&phone);
    assert_eq!(states(&phone)[1], CheckState::Unknown, "the history ends with an unread one");
    let trust = membership("m").trust;
    phone.write(|tx| {
        let file = tx.public_file(trust, authority::PATH)?.unwrap();
        let mut file: Value = serde_json::from_slice(&file).unwrap();
        file["authorities"][0]["keys"][0]["until"] = json!(1);
        tx.put_public_file(trust, authority::PATH, &serde_json::to_vec(&file).unwrap())
    });
    assert_eq!(states(&phone), [CheckState::Fails; 5]);
    noted(&phone);
    assert_eq!(states(&phone), [CheckState::Fails; 5], "what does not verify is not noted");
}

#[test]
fn a_sum_is_computed_again_when_an_own_record_says_otherwise() {
    let phone = phone();
    let holdings = phone.app.holdings(&phone.id).unwrap();
    let id = RecordId(Hash::of(b"record"));
    let mut brief = holdings.statements[0].verdict.as_ref().unwrap().clone();
    brief.sum = Some(Sum { adds_up: true, own: vec![(id, None)] });
    assert_eq!(brief.adds_up(&OwnRecords::new()), Some(State::Holds));
    let sent = SentRecord { kind: Kind::SelfReport, withdrawn: true };
    assert_eq!(brief.adds_up(&OwnRecords::from([(id, sent)])), None);
}

#[test]
fn what_is_noted_lies_in_the_store_as_in_the_builds_before() {
    let id = RecordId(Hash::of(b"record"));
    let phone = phone();
    let holdings = phone.app.holdings(&phone.id).unwrap();
    let mut brief = holdings.statements[0].verdict.as_ref().unwrap().clone();
    (brief.by, brief.hash) = (Hash::of(b"keys"), Hash::of(b"document"));
    brief.rulebooks = vec![RulebookVersion { version: 7, sha256: Hash::of(b"rulebook") }];
    brief.sum = Some(Sum { adds_up: true, own: vec![(id, Some((Kind::SelfReport, true)))] });
    let receipt = ReceiptBrief {
        by: Hash::of(b"keys"),
        record: id,
        kind: Kind::Volunteering,
        state: ReceiptState::Accepted,
    };
    insta::assert_snapshot!(serde_json::to_string_pretty(&(brief, receipt)).unwrap());
}
