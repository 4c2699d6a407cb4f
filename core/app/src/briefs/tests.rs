use super::*;
use crate::App;
use crate::holdings::note;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::CheckState;
use crate::view::records::{DraftBody, RecordDraft};
use crate::view::statement::StatementRow;
use crate::view::told::ToldTarget;
use crate::words::Language;
use serde_json::{Value, json};
use standing_model::authority;
use standing_model::message::{Channel, Due, Typ};
use standing_model::series::SeriesKind;
use standing_store::testing::{NOW, membership};
use standing_verify::alarm::Alarm;
use std::collections::BTreeMap;

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

fn hours_on(day: &str) -> DraftBody {
    DraftBody::Volunteering {
        organiser: "Library".into(),
        activity: "Reading aloud".into(),
        occurred_on: day.into(),
        minutes: 60,
    }
}

/// Adds records, a letter about an entry, a receipt of another phone's record and an alarm.
fn furnish(phone: &Phone) {
    for day in 1..=6 {
        let body = hours_on(&format!("2026-11-{day:02}"));
        let draft = RecordDraft { body, photo: None, edits: None };
        phone.app.queue_record(&phone.id, &draft, &format!("form {day}")).unwrap();
    }
    let letter = |n: u32, prev: Option<Hash>| {
        let mut letter = json!({
            "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao",
            "iat": NOW, "n": n, "about": {"entry": "1"},
            "text": {"en": "Dear resident.", "zh-Hans": "居民您好。"},
            "sent_on": "2026-11-22", "channel": "app", "document": "2026-121",
        });
        letter["prev"] = json!(prev);
        if prev.is_none() {
            letter.as_object_mut().unwrap().remove("prev");
        }
        sign(Typ::Notice, &letter)
    };
    let first = letter(1, None);
    let second = letter(2, Some(Hash::of(first.as_bytes())));
    phone.keep_document(SeriesKind::Notices, 1, first);
    phone.keep_document(SeriesKind::Notices, 2, second);
    let receipt = json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao", "iat": NOW, "n": 1,
        "record": Hash::of(b"another phone's"), "kind": "volunteering", "evidence": [],
        "state": "accepted", "received_at": NOW,
    });
    phone.keep_document(SeriesKind::Receipts, 1, sign(Typ::Receipt, &receipt));
    let fork = Alarm::Fork { series: SeriesKind::Statements, n: 1 };
    phone.alarm(fork, &[&"a".repeat(9_000), "b"]);
    let disowned = Alarm::Disowned { series: SeriesKind::Statements, from: 1, to: 4 };
    phone.alarm(disowned, &[]);
    noted(phone);
}

/// How many bodies or briefs a use case opens, by table.
fn opened(phone: &Phone, what: &str, work: impl FnOnce(&App)) -> BTreeMap<&'static str, u32> {
    let store = phone.app.store().unwrap();
    store.take_opened();
    work(&phone.app);
    let opened = store.take_opened().into_iter();
    let tables = ["statements", "notices", "receipts", "alarms", "queue"];
    let wanted = |(table, column): (&str, &str)| column == what && tables.contains(&table);
    opened.filter(|(of, _)| wanted(*of)).map(|((table, _), n)| (table, n)).collect()
}

#[test]
fn what_did_not_change_is_not_opened_again() {
    let phone = phone();
    furnish(&phone);
    let phone = phone.restarted();
    let id = &phone.id;
    let briefs = |work: &dyn Fn(&App)| opened(&phone, "brief", work);
    let home = |app: &App| drop(app.home(id).unwrap());
    let all = [("statements", 4), ("notices", 2), ("receipts", 1), ("alarms", 2), ("queue", 6)];
    // Of the statement of a later version nothing is noted.
    assert_eq!(briefs(&home), all.into());
    assert!(briefs(&home).is_empty());
    // One record more is one brief more, and takes nothing else along.
    let draft = RecordDraft { body: hours_on("2026-11-07"), photo: None, edits: None };
    assert!(briefs(&|app| drop(app.queue_record(id, &draft, "form 7").unwrap())).is_empty());
    assert_eq!(briefs(&|app| drop(app.queue(id).unwrap())), [("queue", 1)].into());
    assert!(briefs(&|app| drop(app.queue(id).unwrap())).is_empty());
    assert_eq!(phone.app.queue(id).unwrap().groups[0].rows.len(), 7);
    // What changed is seen, also where it was read before.
    phone.app.withdraw_record(id, 1).unwrap();
    let group = phone.app.queue(id).unwrap().groups;
    assert_eq!(group.iter().map(|group| group.rows.len()).collect::<Vec<_>>(), [6, 1]);
}

#[test]
fn a_screen_opens_what_it_shows_and_nothing_else() {
    let phone = phone();
    furnish(&phone);
    let phone = phone.restarted();
    let id = &phone.id;
    let draft = RecordDraft { body: hours_on("2026-11-07"), photo: None, edits: None };
    let item = phone.app.queue(id).unwrap().groups[0].rows[0].item;
    type Case<'a> = (&'a str, Vec<(&'static str, u32)>, &'a dyn Fn(&App));
    let about = ToldTarget::Entry { entry: "1".into() };
    let cases: [Case<'_>; 17] = [
        ("queue", vec![], &|app| drop(app.queue(id).unwrap())),
        ("kinds", vec![("statements", 2)], &|app| drop(app.record_kinds(id).unwrap())),
        ("draft", vec![("statements", 2)], &|app| drop(app.check_draft(id, &draft).unwrap())),
        ("keep", vec![], &|app| drop(app.queue_record(id, &draft, "form 7").unwrap())),
        ("again", vec![("queue", 1)], &|app| drop(app.queue_record(id, &draft, "form 7").unwrap())),
        ("item", vec![("queue", 1)], &|app| drop(app.queue_item(id, item).unwrap())),
        ("receipts", vec![], &|app| drop(app.receipts(id).unwrap())),
        ("letter", vec![("notices", 1), ("statements", 3)], &|app| {
            drop(app.letter(id, 2).unwrap());
        }),
        ("search", vec![("notices", 2), ("statements", 3)], &|app| {
            drop(app.letters(id, "resident").unwrap());
        }),
        // The fifth is of a later version: it is looked at each time.
        ("alarms", vec![("statements", 1)], &|app| drop(app.alarms(Some(id)).unwrap())),
        ("alarm", vec![("alarms", 1), ("statements", 1)], &|app| {
            drop(app.alarm(Some(id), 1).unwrap());
        }),
        ("home", vec![("statements", 3)], &|app| drop(app.home(id).unwrap())),
        ("forecast", vec![("statements", 3)], &|app| drop(app.forecast(id).unwrap())),
        ("story", vec![("statements", 3)], &|app| drop(app.story(id).unwrap())),
        ("told", vec![("statements", 5)], &|app| drop(app.told(id, &about).unwrap())),
        ("cases", vec![("statements", 3)], &|app| drop(app.cases(id).unwrap())),
        ("people", vec![], &|app| drop(app.people().unwrap())),
    ];
    let (mut all, mut wanted) = (BTreeMap::new(), BTreeMap::new());
    for (name, expected, work) in cases {
        // Each screen as it is after a write: nothing is remembered of what it holds.
        phone.write(|tx| tx.set_setting("written", Some(name)));
        all.insert(name, opened(&phone, "sealed", work));
        wanted.insert(name, expected.into_iter().collect());
    }
    assert_eq!(all, wanted);
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
    brief.sum = Some(Sum { adds_up: true, total: Points::new(82), own: vec![(id, None)] });
    let summed = Summed { state: State::Holds, total: Some(Points::new(82)) };
    assert_eq!(brief.adds_up(&OwnRecords::new()), Some(summed));
    let sent = SentRecord { kind: Kind::SelfReport, withdrawn: true };
    assert_eq!(brief.adds_up(&OwnRecords::from([(id, sent)])), None);
}

#[test]
fn what_is_noted_lies_in_the_store_as_in_the_builds_before() {
    let id = RecordId(Hash::of(b"record"));
    let phone = phone();
    let holdings = phone.app.holdings(&phone.id).unwrap();
    let mut brief = holdings.statements[0].verdict.as_ref().unwrap().clone();
    brief.rulebooks = vec![RulebookVersion { version: 7, sha256: Hash::of(b"rulebook") }];
    let own = vec![(id, Some((Kind::SelfReport, true)))];
    brief.sum = Some(Sum { adds_up: true, total: Points::new(82), own });
    let (kid, iat) = (KeyId(Hash::of(b"key")), UnixTime(NOW));
    let receipt = ReceiptBrief {
        kid,
        iat,
        record: id,
        kind: Kind::Volunteering,
        state: ReceiptState::Accepted,
    };
    let notice = NoticeBrief {
        kid,
        iat,
        sent_on: "2026-11-20".parse().unwrap(),
        channel: Channel::Post,
        about: About::Entry("E-1".parse().unwrap()),
        deadline: Some(Deadline { what: Due::Contest, until: "2026-12-04".parse().ok() }),
        text: Some(LocalText { en: "An entry".into(), zh: "一条记录".into() }),
    };
    let (by, hash) = (Hash::of(b"keys"), Hash::of(b"document"));
    let brief = Note { by, hash, stored_at: UnixTime(NOW), brief };
    insta::assert_snapshot!(serde_json::to_string_pretty(&(brief, receipt, notice)).unwrap());
}
