use crate::testing::{Phone, VILLAGE, sign};
use crate::view::CheckState;
use crate::view::letters::{LetterRow, LetterTarget, LettersView};
use crate::words::Language;
use serde_json::{Value, json};
use standing_model::ids::Hash;
use standing_model::message::Typ;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_store::Document;
use standing_store::testing::NOW;

const DAY: i64 = 86_400;

/// A phone and the letters that it was sent, each after the one before.
struct Letters {
    phone: Phone,
    last: Option<Hash>,
    n: u32,
}

impl Letters {
    fn new(language: Language) -> Self {
        Self { phone: Phone::joined(VILLAGE, language), last: None, n: 0 }
    }

    fn signed(&self, changes: &Value) -> String {
        let mut letter = json!({
            "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao",
            "iat": NOW - DAY, "n": self.n, "about": "other",
            "text": {"en": "Dear resident.", "zh-Hans": "居民您好。"},
            "sent_on": "2026-11-22", "channel": "app", "document": "2026-121",
        });
        let members = letter.as_object_mut().unwrap();
        members.extend(self.last.map(|last| ("prev".to_owned(), json!(last))));
        members.extend(changes.as_object().unwrap().clone());
        sign(Typ::Notice, &letter)
    }

    /// Sends a letter that reaches the phone now; its number.
    fn send(&mut self, changes: Value) -> u32 {
        self.n += 1;
        let compact = self.signed(&changes);
        self.last = Some(Hash::of(compact.as_bytes()));
        self.keep(compact);
        self.n
    }

    fn keep(&self, compact: String) {
        let document =
            Document { n: self.n, compact, stored_at: UnixTime(NOW), head: None, held_since: None };
        let id = &self.phone.id;
        self.phone.write(|tx| tx.add_document(SeriesKind::Notices, id, &document).map(drop));
    }

    fn all(&self) -> LettersView {
        self.found("")
    }

    fn found(&self, search: &str) -> LettersView {
        self.phone.app.letters(&self.phone.id, search).unwrap()
    }

    fn letter(&self, n: u32) -> crate::view::letters::LetterView {
        self.phone.app.letter(&self.phone.id, n).unwrap()
    }
}

fn numbers(rows: &[LetterRow]) -> Vec<u32> {
    rows.iter().map(|row| row.n).collect()
}

#[test]
fn letters_come_by_their_own_date_and_those_with_a_day_to_keep_first() {
    let mut letters = Letters::new(Language::English);
    let due = |what, until: &str| json!({"deadline": {"what": what, "until": until}});
    letters.send(json!({"sent_on": "2026-09-01", "iat": NOW}));
    letters.send(json!({"sent_on": "2026-11-20"}));
    letters.send(json!({"sent_on": "2026-10-05"}));
    letters.send(due("contest", "2026-12-04"));
    letters.send(due("supply", "2026-11-30"));
    letters.send(due("contest", "2026-11-22"));
    let view = letters.all();
    assert_eq!(numbers(&view.with_date), [5, 4]);
    assert_eq!(numbers(&view.rest), [6, 2, 3, 1], "a day that has passed is no day to keep");
    assert_eq!(view.with_date[1].keep, "Contest by Friday 4 December 2026, in 11 days");
    assert_eq!(view.text, "6 notices. 6 are new.");
    let old = &view.rest[3];
    let dates = "Dated 1 September 2026. Reached this phone on 23 November 2026, 83 days later.";
    assert_eq!((old.title.as_str(), old.dates.as_str()), ("Notice", dates));
    let before =
        "Dated 20 November 2026. Reached this phone on 23 November 2026, the day you connected.";
    assert_eq!(view.rest[1].dates, before);
}

#[test]
fn what_was_read_is_marked_by_a_call_of_its_own_and_can_be_new_again() {
    let mut letters = Letters::new(Language::English);
    for _ in 0..3 {
        letters.send(json!({}));
    }
    let (app, id) = (&letters.phone.app, &letters.phone.id);
    letters.letter(2);
    assert_eq!(letters.all().new, 3, "a view writes nothing");
    app.mark_letters(id, &[2, 3, 99], true).unwrap();
    app.mark_letters(id, &[3], false).unwrap();
    let view = letters.all();
    let new: Vec<u32> = view.rest.iter().filter(|row| row.is_new).map(|row| row.n).collect();
    assert_eq!((view.new, new), (2, vec![3, 1]));
    let home = app.home(id).unwrap();
    assert_eq!((home.letters, home.new_letters), (3, 2));
    assert_eq!(home.letters_text, "Notices: 2 are new");
    let read = app.read(|tx| tx.letters_read(id)).unwrap();
    assert_eq!(read, [2].into(), "a number that is not here is not kept");
    letters.send(json!({}));
    assert!(letters.letter(4).is_new && !letters.letter(2).is_new);
}

#[test]
fn a_letter_leads_to_what_it_is_about_and_says_what_became_of_it() {
    let mut letters = Letters::new(Language::English);
    letters.phone.keep(&letters.phone.statement(
        1,
        3,
        &[("W-1", "2026-03-01"), ("R-1", "2026-04-01")],
    ));
    letters.phone.keep(&letters.phone.statement(2, 3, &[("W-1", "2026-03-01")]));
    let about = |about: Value| json!({ "about": about });
    let key = Hash::of(b"a key");
    let told = [
        (json!({"entry": "1"}), "+3", "Entry 1, in statement 2"),
        (json!({"entry": "2"}), "−5", "Entry 2: last in statement 1, no longer in statement 2"),
        (json!({"entry": "9"}), "", "Entry 9: in no statement on this phone"),
        (json!({"star": "S-law"}), "", "Household stars S-law, in statement 2"),
        (json!({"star": "S-x"}), "", "Household stars S-x: in no statement on this phone"),
        (json!({"record": key}), "", "A record that this phone did not send"),
        (json!({"device": key}), "", ""),
        (json!({"rulebook": {"id": "other", "version": 1}}), "", ""),
        (json!({"measure": "nothing"}), "", ""),
        (json!("other"), "", "What it is about is only in its text."),
    ];
    for (what, points, text) in told {
        let n = letters.send(about(what.clone()));
        let shown = letters.letter(n).about;
        assert_eq!(shown.points, points, "{what}");
        assert!(text.is_empty() || shown.text == text, "{what}: {}", shown.text);
        assert!(!shown.text.is_empty(), "{what}");
    }
    let target = |n| letters.letter(n).about.target;
    assert_eq!(target(2), LetterTarget::Entry { seq: 1, entry: "2".into() });
    assert_eq!(target(3), LetterTarget::Nothing);
    assert_eq!(target(4), LetterTarget::Stars { seq: 2 });
    assert_eq!(target(8), LetterTarget::Rulebook);
}

#[test]
fn one_language_long_texts_and_dates_that_lie_apart_are_shown_as_they_are() {
    let mut letters = Letters::new(Language::English);
    let one = letters.send(json!({"text": {"en": " ", "zh-Hans": "您好。\n请看。"}}));
    let view = letters.letter(one);
    assert_eq!(
        (view.text.len(), view.other_text),
        (0, vec!["您好。".to_owned(), "请看。".to_owned()])
    );
    assert!(view.text_note.contains("nothing in English"), "{}", view.text_note);
    let none = letters.send(json!({"text": {"en": "", "zh-Hans": ""}}));
    assert_eq!(letters.letter(none).text_note, "It has no text in either language.");

    let long = "word ".repeat(9_000);
    let n = letters.send(json!({"text": {"en": long, "zh-Hans": "长"}}));
    let view = letters.letter(n);
    assert_eq!(view.text.concat(), long.trim_end().to_owned() + " ");
    assert!(view.text.iter().all(|piece| piece.chars().count() <= 2_000));

    let back = letters.send(json!({
        "iat": NOW, "sent_on": "2026-09-27", "deadline": {"what": "contest", "until": "2026-10-26"},
    }));
    let late: Vec<String> = letters.letter(back).late.into_iter().map(|one| one.text).collect();
    let past = "Its last day, 26 October 2026, had passed 28 days before it reached this phone.";
    assert_eq!(late, [past, "57 days lie between its date and its signature."]);
    let ahead = letters.send(json!({"sent_on": "2027-01-01"}));
    assert_eq!(letters.letter(ahead).late[0].text, "Its date is 40 days after its signature.");
    let past = letters.letter(back).deadline.unwrap();
    assert_eq!((past.away.as_str(), past.event.as_str()), ("28 days ago", ""));
    let unnamed = letters.send(json!({"deadline": {"what": "answer"}}));
    let view = letters.letter(unnamed);
    assert!(view.deadline.is_none() && view.times.last().unwrap().value.contains("no day"));
}

#[test]
fn a_letter_as_large_as_one_can_be_is_shown_whole_and_a_larger_one_is_no_letter() {
    let mut letters = Letters::new(Language::English);
    let most = 64 * 1024;
    let bare = letters.signed(&json!({"text": {"en": "", "zh-Hans": ""}}));
    let payload = bare.split('.').nth(1).unwrap();
    let own = payload.len() * 3 / 4;
    let filled = |bytes: usize| json!({"text": {"en": "a".repeat(bytes), "zh-Hans": ""}});
    // The number and the hash before it take less than these bytes.
    let n = letters.send(filled(most - own - 100));
    assert_eq!(letters.letter(n).text.concat().len(), most - own - 100);
    assert_eq!(letters.letter(n).state, CheckState::Holds);
    let n = letters.send(filled(most - own + 100));
    let page = letters.letter(n);
    assert!(page.text.is_empty() && page.state == CheckState::Fails, "{:?}", page.checks);
    assert_eq!(letters.letter(1).state, CheckState::Holds, "the one before is not touched");
}

#[test]
fn letters_that_contradict_each_other_are_all_shown_and_the_kinder_day_is_kept() {
    use crate::view::cases::CaseTarget;
    use crate::view::told::{ToldPlace, ToldTarget};
    let mut letters = Letters::new(Language::English);
    letters.phone.keep(&letters.phone.statement(1, 3, &[("R-1", "2026-10-01")]));
    let until = |day: &str, text: &str| {
        json!({"about": {"entry": "1"}, "deadline": {"what": "contest", "until": day},
            "text": {"en": text, "zh-Hans": ""}})
    };
    let stays = letters.send(until("2026-12-30", "The entry stays."));
    let goes = letters.send(until("2026-12-04", "The entry was taken back."));
    let view = letters.all();
    assert_eq!(numbers(&view.with_date), [goes, stays], "each with its own day");
    for (n, text) in [(stays, "The entry stays."), (goes, "The entry was taken back.")] {
        assert_eq!(
            (letters.letter(n).text.concat().as_str(), letters.letter(n).state),
            (text, CheckState::Holds)
        );
    }
    let (app, id) = (&letters.phone.app, &letters.phone.id);
    let told = app.told(id, &ToldTarget::Entry { entry: "1".into() }).unwrap();
    for n in [stays, goes] {
        assert!(told.events.iter().any(|event| event.place == ToldPlace::Letter { n }), "{n}");
    }
    let form = app.contest_form(id, &CaseTarget::Entry { id: "1".into() }, None).unwrap();
    assert_eq!(form.deadline.unwrap().date, "2026-12-30");
}

#[test]
fn a_search_finds_letters_by_what_they_say_in_either_language() {
    let mut letters = Letters::new(Language::English);
    letters.phone.keep(&letters.phone.statement(1, 3, &[("R-1", "2026-04-01")]));
    letters.send(json!({"about": {"entry": "1"}, "document": "镇信〔2026〕27号"}));
    letters.send(json!({"text": {"en": "The LOAN was late.", "zh-Hans": "贷款逾期。"}}));
    for (typed, found) in [
        ("loan", vec![2]),
        ("late loan", vec![2]),
        ("贷款", vec![2]),
        ("鎮信", vec![1]),
        ("an entry", vec![1]),
        ("nothing like it", vec![]),
        ("?", vec![2, 1]),
        ("", vec![2, 1]),
    ] {
        let view = letters.found(typed);
        assert_eq!(numbers(&view.rest), found, "{typed}");
        assert_eq!((view.search.as_str(), view.new), (typed, 2));
        assert_eq!(view.empty.is_empty(), !found.is_empty(), "{typed}");
    }
}

#[test]
fn what_is_not_believed_is_listed_and_not_shown() {
    let mut letters = Letters::new(Language::English);
    letters.send(json!({}));
    letters.n += 1;
    let forged = letters
        .signed(&json!({"sub": "somebody-else", "text": {"en": "Pay.", "zh-Hans": "付款。"}}));
    letters.keep(forged);
    letters.n += 1;
    letters.keep(letters.signed(&json!({"v": 2, "prev": Hash::of(b"any")})));
    let view = letters.all();
    assert_eq!(numbers(&view.rest), [3, 2, 1]);
    assert_eq!(view.rest[0].title, "A notice in a newer format");
    assert_eq!(view.rest[1].state, CheckState::Fails);
    assert_eq!(view.state, CheckState::Fails);
    let page = letters.letter(2);
    assert!(page.text.is_empty() && page.other_text.is_empty(), "{page:?}");
    assert_eq!(page.state, CheckState::Fails);
    assert!(!format!("{page:?}").contains("Pay."));
    assert!(letters.phone.app.letter(&letters.phone.id, 9).is_err());
}

#[test]
fn a_number_that_is_missing_is_named_and_a_letter_after_it_has_no_known_place() {
    let mut letters = Letters::new(Language::English);
    letters.send(json!({}));
    letters.n += 1;
    letters.last = Some(Hash::of(b"the second"));
    letters.send(json!({}));
    let view = letters.all();
    let marks: Vec<(CheckState, &str)> =
        view.checks.iter().map(|check| (check.state, check.name.as_str())).collect();
    assert_eq!(marks, [(CheckState::Fails, "Missing: 2"), (CheckState::Holds, "All signed")]);
    let page = letters.letter(3);
    assert!(page.checks[0].finding.contains("not on this phone"));
    assert_eq!(letters.letter(1).state, CheckState::Holds);
}
