//! What the pages say of documents in a later format, and of extensions that this app does not know
//! (PROTOCOL §1, rule 10).

use crate::error::ErrorKind;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::{CheckKind, CheckState};
use crate::words::Language;
use serde_json::json;
use standing_model::authority::LATER;
use standing_model::ids::Hash;
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_store::Document;
use standing_store::testing::membership;

/// A phone that holds statements 1 and 2, the second in a later format.
fn phone(language: Language) -> Phone {
    let phone = Phone::joined(VILLAGE, language);
    let first = phone.statement(1, 3, &[]);
    phone.keep(&first);
    let later = json!({
        "v": 2, "iss": first.iss, "sub": first.sub, "iat": first.iat.plus(60), "seq": 2,
        "prev": phone.kept_hash(1), "standing": "of tomorrow",
    });
    phone.keep_document(SeriesKind::Statements, 2, sign(Typ::Statement, &later));
    phone
}

fn check(phone: &Phone, seq: u32, kind: CheckKind) -> (CheckState, String, String) {
    let checks = phone.app.statement(&phone.id, seq).unwrap().proof.checks;
    let check = checks.into_iter().find(|check| check.kind == kind).unwrap();
    (check.state, check.finding, check.todo)
}

#[test]
fn before_a_statement_in_a_later_format_none_is_in_force() {
    let phone = phone(Language::English);
    let home = phone.app.home(&phone.id).unwrap();
    let problem = home.unread.iter().find(|one| one.code == "later-statement").unwrap();
    assert_eq!(
        problem.happened,
        "Yangqiao signed statement 2 in a newer format than this version of Standing can read."
    );
    assert_eq!(problem.todo, "Update Standing.");
    assert_eq!(home.statement.unwrap().seq, 1, "what can be read stays readable");
    let (state, finding, todo) = check(&phone, 1, CheckKind::InForce);
    assert_eq!((state, todo.as_str()), (CheckState::Unknown, "Update Standing."));
    assert!(finding.contains("signed statement 2 after it"), "{finding}");
    let (state, finding, _) = check(&phone, 1, CheckKind::Complete);
    assert_eq!(state, CheckState::Unknown);
    assert!(finding.starts_with("Statement 2 has a newer format"), "{finding}");
    let list = phone.app.statements(&phone.id).unwrap();
    assert_eq!(list.rows[0].note, "In a newer format. Update Standing.");
    assert_eq!(list.rows[0].state, CheckState::Unknown);
    assert!(list.chain.starts_with("Statement 2 has a newer format"), "{}", list.chain);
    let error = phone.app.statement(&phone.id, 2).unwrap_err();
    assert_eq!((error.kind, error.problem.code.as_str()), (ErrorKind::TooNew, "later-document"));
}

#[test]
fn the_same_is_said_in_chinese_and_without_a_link() {
    let phone = phone(Language::Chinese);
    let home = phone.app.home(&phone.id).unwrap();
    let problem = home.unread.into_iter().find(|one| one.code == "later-statement").unwrap();
    assert_eq!(problem.todo, "请更新明账。");
    assert!(
        problem.happened.contains("第\u{2068}2\u{2069}期") || problem.happened.contains("第2期")
    );
    for text in [&problem.happened, &problem.safe, &problem.todo] {
        assert!(!text.contains("http"), "{text}");
    }
}

#[test]
fn letters_and_receipts_in_a_later_format_are_told_at_home() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let first = phone.statement(1, 3, &[]);
    phone.keep(&first);
    let later = json!({"v": 2, "iss": first.iss, "sub": first.sub, "iat": first.iat, "n": 1});
    for (series, typ) in [(SeriesKind::Notices, Typ::Notice), (SeriesKind::Receipts, Typ::Receipt)]
    {
        phone.keep_document(series, 1, sign(typ, &later));
    }
    let home = phone.app.home(&phone.id).unwrap();
    let codes: Vec<&str> = home.unread.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["later-notice", "later-receipt"]);
    let receipts = phone.app.receipts(&phone.id).unwrap();
    assert_eq!(receipts.rows[0].state, CheckState::Unknown);
    assert_eq!(receipts.rows[0].text, "In a newer format than this version of Standing can read");
}

#[test]
fn under_a_list_of_a_later_format_what_is_held_is_unknown_and_readable() {
    let phone = Phone::joined(VILLAGE, Language::English);
    phone.keep(&phone.statement(1, 3, &[]));
    assert_eq!(check(&phone, 1, CheckKind::Signed).0, CheckState::Holds);
    phone.write(|tx| tx.put_public_file(membership("m").trust, LATER, br#"{"v":2}"#));
    for kind in [CheckKind::Signed, CheckKind::Allowed] {
        let (state, _, todo) = check(&phone, 1, kind);
        assert_eq!((state, todo.as_str()), (CheckState::Unknown, "Update Standing."));
    }
    let home = phone.app.home(&phone.id).unwrap();
    assert_eq!(home.unread[0].code, "later-version");
    assert_eq!(home.statement.unwrap().seq, 1);
}

#[test]
fn an_extension_is_named_with_its_text_and_leaves_the_statement_incomplete() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let mut statement = serde_json::to_value(phone.statement(1, 3, &[])).unwrap();
    statement["ext"] = json!({"example.org:mark": {"colour": "red"}});
    phone.keep(&serde_json::from_value(statement).unwrap());
    let (state, finding, todo) = check(&phone, 1, CheckKind::Complete);
    assert_eq!(state, CheckState::Unknown);
    assert!(finding.contains("example.org:mark"), "{finding}");
    assert!(finding.contains(r#"{"colour":"red"}"#), "{finding}");
    assert!(todo.starts_with("Update Standing"), "{todo}");
}

impl Phone {
    pub fn kept_hash(&self, n: u32) -> Hash {
        let read = |tx: &standing_store::Tx<'_>| tx.document(SeriesKind::Statements, &self.id, n);
        Hash::of(self.app.read(read).unwrap().unwrap().compact.as_bytes())
    }

    pub fn keep_document(&self, series: SeriesKind, n: u32, compact: String) {
        let stored_at = UnixTime(standing_store::testing::NOW);
        let document = Document { n, compact, stored_at, head: None, held_since: None };
        self.write(|tx| tx.add_document(series, &self.id, &document).map(|_| ()));
    }
}
