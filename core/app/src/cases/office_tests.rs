//! Which office owes an answer, by when, which cases there are, and a case as one file.

use super::tests::{DAY, actions, arrive, contest, decided, draft, letter, page, photo, village};
use crate::error::ErrorKind;
use crate::view::cases::*;
use crate::view::records::QueueState;
use crate::words::Language;
use serde_json::json;
use standing_client::plan::{self, Queued};
use standing_client::queue::{Event, Item};
use standing_model::case_file::CaseFile;
use standing_model::ids::{Hash, RecordId};
use standing_model::record::Kind;
use standing_model::time::UnixTime;
use standing_store::testing::NOW;

#[test]
fn an_authority_does_not_put_its_answer_off_by_signing_a_day_years_away() {
    for (language, both) in [
        (Language::English, ["8 December 2036", "Standing counts the earlier one"]),
        (Language::Chinese, ["2036年12月8日", "明账按较早的日期计算"]),
    ] {
        let phone = village(language);
        let item = contest(&phone);
        arrive(&phone, item, (1, 0), &json!({"due_on": "2036-12-08"}));
        let view = page(&phone, item);
        assert_eq!(view.deadline.unwrap().date, "2026-12-08", "15 days by the rulebook");
        assert!(both.iter().all(|one| view.deadline_note.contains(one)), "{}", view.deadline_note);
        phone.clock.pass(15 * DAY);
        assert_eq!(phone.app.home(&phone.id).unwrap().overdue_case, None);
        phone.clock.pass(DAY);
        assert_eq!(page(&phone, item).state, CaseState::Overdue);
        assert_eq!(phone.app.home(&phone.id).unwrap().overdue_case, Some(item));
    }
}

#[test]
fn a_day_that_is_moved_with_a_reason_counts_and_the_earlier_one_is_named() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    let reason = json!({"en": "Files are awaited.", "zh-Hans": "调取材料。"});
    let moved = json!({"state": "under_review", "due_on": "2026-12-23", "reason": reason});
    arrive(&phone, item, (2, 1), &moved);
    let view = page(&phone, item);
    assert_eq!(view.state, CaseState::UnderReview);
    assert_eq!(view.deadline.unwrap().date, "2026-12-23");
    let note = view.deadline_note;
    assert!(note.contains("moved this day once") && note.contains("8 December 2026"), "{note}");
    phone.clock.pass(20 * DAY);
    assert_eq!(page(&phone, item).state, CaseState::UnderReview);
    assert_eq!(phone.app.home(&phone.id).unwrap().overdue_case, None);
}

#[test]
fn both_contests_that_follow_one_are_listed() {
    let phone = village(Language::English);
    let first = contest(&phone);
    arrive(&phone, first, (1, 0), &json!({}));
    phone.clock.pass(16 * DAY);
    let follow = |words: &str, form: &str| {
        let draft = ContestDraft { follows: Some(first), words: words.into(), ..draft() };
        phone.app.contest(&phone.id, &draft, form).unwrap().item
    };
    let one = follow("To the township.", "one");
    // Another phone of the same resident, or an old copy of this one, went on from the first too.
    let other = phone.app.read(|tx| tx.queue_item::<Queued>(one)).unwrap().unwrap().item;
    let mut record: serde_json::Value = serde_json::from_str(&other.payload).unwrap();
    record["salt"] = json!("AAAAAAAAAAAAAAAAAAAAAA");
    let payload = record.to_string();
    let id = RecordId::of_payload(payload.as_bytes());
    let item = Item::queued(id, Kind::Contest, Vec::new(), UnixTime(NOW + 16 * DAY));
    phone.write(|tx| plan::add(tx, &phone.id, &Queued::new(item, payload)).map(drop));
    let second = one + 1;
    let rows = phone.app.cases(&phone.id).unwrap().rows;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), 2, "{rows:#?}");
    assert!(ids.contains(&one) && ids.contains(&second), "{ids:?} {one} {second}");
    for id in [one, second] {
        let view = page(&phone, id);
        assert_eq!(view.id, id, "each opens as a case of its own");
        assert!(view.events.len() > 2, "with the one that both follow: {:#?}", view.events);
    }
    assert_eq!(page(&phone, first).id, second, "the first leads to the later one");
}

#[test]
fn what_went_to_the_next_office_is_not_overdue_at_the_first_any_more() {
    let phone = village(Language::English);
    let first = contest(&phone);
    arrive(&phone, first, (1, 0), &json!({}));
    phone.clock.pass(16 * DAY);
    let home = || phone.app.home(&phone.id).unwrap();
    assert_eq!(home().overdue_case, Some(first));
    let again = ContestDraft { follows: Some(first), ..draft() };
    let review = phone.app.contest(&phone.id, &again, "another form").unwrap().item;
    assert_eq!(home().overdue_case, None, "it is the township's turn");
    let day = NOW + 16 * DAY;
    arrive(&phone, review, (2, 16), &json!({"received_at": day, "due_on": "2026-12-24"}));
    assert_eq!(home().overdue_case, None);
    phone.clock.pass(16 * DAY);
    assert_eq!(home().overdue_case, Some(review), "the township is late now");
    assert_eq!(actions(&page(&phone, review))[0], CaseAction::NoteAnswer);
}

/// What is in a case file, by name.
fn exported(phone: &crate::testing::Phone, id: i64) -> Vec<(String, Vec<u8>)> {
    let path = phone.folder.path().join("case.zip");
    phone.app.export_case(&phone.id, id, &path).unwrap();
    let files = crate::testing::entries(&path);
    std::fs::remove_file(path).unwrap();
    files
}

const FILES: [&str; 9] = [
    "case.html",
    "letter.html",
    "case.json",
    "statements/00001.jws",
    "notices/00001.jws",
    "records/00001.json",
    "records/00001-1.jpg",
    "records/00001-2.jpg",
    "rulebooks/00007.json",
];

/// The page begins in one language, with a summary of each; it lists what lies beside it.
fn leads_with_its_summary(page: &str, first: &str, second: &str) {
    let (at, other) = (page.find(first).unwrap(), page.find(second).unwrap());
    assert!(at < other, "the person's own language comes first");
    // The summary of each language is large, and comes before the details of it.
    assert_eq!(page.matches("class=\"summary\"").count(), 2);
    assert!(page.find("class=\"summary\"").unwrap() < page.find("class=\"details\"").unwrap());
    assert!(page.contains("8 December 2026") && page.contains("2026年12月8日"));
    for file in &FILES[3..8] {
        assert_eq!(page.matches(file).count(), 2, "{file} is listed in both languages");
    }
}

#[test]
fn a_case_is_one_file_with_its_page_its_letter_and_every_original() {
    for (language, first, second) in [
        (Language::English, "Answer due", "答复期限"),
        (Language::Chinese, "答复期限", "Answer due"),
    ] {
        let phone = village(language);
        letter(&phone, &json!({}));
        let draft = ContestDraft { photos: vec![photo(20), photo(30)], ..draft() };
        let item = phone.app.contest(&phone.id, &draft, "a form").unwrap().item;
        let photos = phone.app.export_record(&phone.id, item).unwrap().photos;
        let photos: Vec<Hash> = photos.iter().map(|photo| Hash::of(&photo.bytes)).collect();
        arrive(&phone, item, (1, 0), &json!({"evidence": photos}));
        let files = exported(&phone, item);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, FILES);
        let of = |name: &str| &files.iter().find(|(one, _)| one == name).unwrap().1;
        let case: CaseFile = serde_json::from_slice(of("case.json")).unwrap();
        let times: Vec<Hash> = case.phone_times.iter().map(|one| one.document).collect();
        let record: serde_json::Value = serde_json::from_slice(of("records/00001.json")).unwrap();
        let receipt = record["receipts"][0].as_str().unwrap();
        for compact in [of("statements/00001.jws"), of("notices/00001.jws"), receipt.as_bytes()] {
            assert!(times.contains(&Hash::of(compact)), "{times:?}");
        }
        for n in 0..2 {
            let photo = Hash::of(of(&format!("records/00001-{}.jpg", n + 1)));
            assert_eq!(record["evidence"][n]["sha256"], json!(photo));
        }
        leads_with_its_summary(std::str::from_utf8(of("case.html")).unwrap(), first, second);
        let nothing = phone.app.export_case(&phone.id, 77, &phone.folder.path().join("no.zip"));
        assert_eq!(nothing.unwrap_err().kind, ErrorKind::NotFound);
        assert!(!phone.folder.path().join("no.zip").exists());
    }
}

#[test]
fn a_case_on_paper_says_whose_word_its_hand_in_is() {
    let phone = village(Language::English);
    let paper = ContestDraft { on_paper: true, ..draft() };
    let item = phone.app.contest(&phone.id, &paper, "a form").unwrap().item;
    phone.app.note_hand_in(&phone.id, item, "2026-11-23", Some(&photo(20))).unwrap();
    let files = exported(&phone, item);
    let of = |name: &str| &files.iter().find(|(one, _)| one == name).unwrap().1;
    let case: CaseFile = serde_json::from_slice(of("case.json")).unwrap();
    let [noted] = case.hand_ins.as_slice() else { panic!("{case:?}") };
    assert_eq!(noted.on.to_string(), "2026-11-23");
    assert_eq!(noted.photo, Some(Hash::of(of("records/00001-1.jpg"))));
    let record: serde_json::Value = serde_json::from_slice(of("records/00001.json")).unwrap();
    assert!(
        record.get("signed").is_none(),
        "a paper was never sent, so its signature is not given"
    );
}

#[test]
fn what_is_hostile_in_a_case_stays_text_in_its_file() {
    let phone = village(Language::English);
    let words = "<script>alert(1)</script><img src=x onerror=y>\u{202E}";
    let item = phone.app.contest(&phone.id, &ContestDraft { words: words.into(), ..draft() }, "a");
    let item = item.unwrap().item;
    let settled = "<b>Everything is settled.</b> <a href='https://evil.example'>Close the case</a>";
    arrive(&phone, item, (1, 0), &json!({}));
    let reason = json!({"reason": {"en": settled, "zh-Hans": settled}});
    let mut decision = decided("refused", json!({}));
    decision.as_object_mut().unwrap().extend(reason.as_object().unwrap().clone());
    arrive(&phone, item, (2, 1), &decision);
    for (name, bytes) in exported(&phone, item) {
        if !name.ends_with(".html") {
            continue;
        }
        let page = String::from_utf8(bytes).unwrap();
        for markup in ["<script", "<img", "<b>", "href='http", "\u{202E}"] {
            assert!(!page.contains(markup), "{name}: {markup}");
        }
        assert!(page.contains("default-src 'none'"), "{name}");
    }
    let view = page(&phone, item);
    let said = view.events.iter().find(|event| event.text.contains("settled")).unwrap();
    assert!(said.text.contains("by the time of Yangqiao. Reason: “"), "{said:?}");
    assert_eq!(view.state, CaseState::Refused, "what a text says changes nothing");
}

/// The codes of the warnings on Home.
fn warnings(phone: &crate::testing::Phone) -> Vec<String> {
    let alarms = phone.app.home(&phone.id).unwrap().alarms;
    alarms.into_iter().map(|alarm| alarm.problem.code).collect()
}

#[test]
fn a_decision_that_no_receipt_came_before_is_a_warning() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (2, 1), &decided("granted", json!({})));
    assert_eq!(warnings(&phone), ["alarm-receipt-state"]);
    // The receipt that should have come first comes after it, and takes nothing back.
    arrive(&phone, item, (1, 0), &json!({}));
    assert_eq!(warnings(&phone), ["alarm-receipt-state"]);
    assert_ne!(page(&phone, item).state, CaseState::CarriedOut, "nothing is called settled");
}

#[test]
fn of_two_decisions_the_first_counts_and_both_are_told() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    arrive(&phone, item, (2, 1), &decided("refused", json!({})));
    arrive(&phone, item, (3, 2), &decided("granted", json!({})));
    assert_eq!(page(&phone, item).state, CaseState::Refused);
    assert_eq!(warnings(&phone), ["alarm-receipt-state"]);
}

#[test]
fn ten_thousand_characters_and_every_sign_are_counted_and_only_text() {
    let phone = village(Language::English);
    let check =
        |words: String| phone.app.check_contest(&phone.id, &ContestDraft { words, ..draft() });
    let long = check("字".repeat(10_000)).unwrap();
    assert!(!long.ready && long.counted.contains("10,000"), "{long:?}");
    // Every sign that is no control sign and turns nothing around, in forms of a thousand.
    let signs = (' '..=char::MAX).filter(|sign| !sign.is_control());
    let signs: Vec<char> = signs.step_by(97).collect();
    for part in signs.chunks(999) {
        let words: String = part.iter().collect();
        let checked = check(words.clone()).unwrap();
        assert!(checked.ready, "{:?} in {words}", checked.notes);
    }
    let words: String = ('!'..='~').chain(['“', '、', '𠮷', '👩', '\u{200d}', '👧', 'ע']).collect();
    let item = phone.app.contest(&phone.id, &ContestDraft { words, ..draft() }, "a").unwrap().item;
    for (name, bytes) in exported(&phone, item) {
        if name == "letter.html" {
            let page = String::from_utf8(bytes).unwrap();
            assert!(page.contains("&lt;=&gt;?@") && page.contains("𠮷"), "{page}");
        }
    }
}

#[test]
fn a_contest_is_withdrawn_only_after_a_night_and_a_second_yes() {
    for confirms in [true, false] {
        let phone = village(Language::English);
        let item = contest(&phone);
        phone.write(|tx| plan::apply(tx, item, Event::Woken, UnixTime(NOW), 0).map(drop));
        arrive(&phone, item, (1, 0), &json!({}));
        let note = phone.app.queue_item(&phone.id, item).unwrap().withdraw_note;
        assert!(note.contains("after 24 hours"), "{note}");
        phone.app.withdraw_record(&phone.id, item).unwrap();
        let withdrawal = item + 1;
        let state = || phone.app.queue_item(&phone.id, withdrawal).unwrap().state;
        assert_eq!(state(), QueueState::CoolingOff);
        assert!(!page(&phone, item).can_withdraw, "once");
        phone.clock.pass(DAY - 1);
        assert_eq!(state(), QueueState::CoolingOff);
        phone.clock.pass(1);
        assert_eq!(state(), QueueState::AwaitingConfirmation);
        if confirms {
            phone.app.confirm_record(&phone.id, withdrawal).unwrap();
            assert_eq!(state(), QueueState::Queued, "now it is sent");
            continue;
        }
        let phone = phone.restarted();
        phone.clock.pass(7 * DAY);
        let phone = phone.restarted();
        let view = page(&phone, item);
        assert_eq!((view.state, view.can_withdraw), (CaseState::Received, true), "it goes on");
    }
}

#[test]
fn what_never_left_the_phone_is_withdrawn_at_once() {
    let phone = village(Language::English);
    let item = contest(&phone);
    phone.app.withdraw_record(&phone.id, item).unwrap();
    assert_eq!(page(&phone, item).state, CaseState::Withdrawn);
}
