//! The other forms: what was done, what is asked by right, and an answer that came on paper.

use super::*;
use standing_model::statement::Grant;

#[test]
fn what_was_ordered_and_done_is_reported_and_admits_nothing() {
    let phone = village(Language::English);
    let draft = |on: &str, done: &str| ComplianceDraft {
        target: entry(),
        done: done.into(),
        on: on.into(),
        photos: Vec::new(),
        on_paper: false,
    };
    for (on, done, field) in [
        ("2026-11-24", "Paid.", CaseField::Day),
        ("x", "Paid.", CaseField::Day),
        ("2026-11-20", " ", CaseField::Words),
    ] {
        let check = phone.app.check_compliance(&phone.id, &draft(on, done)).unwrap();
        assert!(!check.ready && check.notes.iter().any(|note| note.field == field), "{on} {done}");
    }
    let star = ComplianceDraft {
        target: CaseTarget::Star { id: "S-law".into() },
        ..draft("2026-11-20", "Paid.")
    };
    assert!(!phone.app.check_compliance(&phone.id, &star).unwrap().ready, "stars order nothing");
    let item = phone.app.comply(&phone.id, &draft("2026-11-20", "Paid."), "f").unwrap().item;
    let view = page(&phone, item);
    assert_eq!((view.state, view.target.clone()), (CaseState::Waiting, entry()));
    let letter = letter_of(&phone, item, CaseLetterKind::Request);
    assert!(letter.text.contains("I do not admit") && letter.text.contains("不表示承认"));
}

#[test]
fn a_request_by_right_is_a_case_with_the_article_that_gives_it() {
    let phone = village(Language::English);
    let form = phone.app.right_form(&phone.id).unwrap();
    assert_eq!((form.rights.len(), form.grounds.len(), form.photos_most), (6, 0, 0));
    assert!(form.rights.iter().all(|one| one.text.contains("Article")));
    let draft = RightDraft { right: RightKind::Copy, words: String::new(), on_paper: false };
    let item = phone.app.request_right(&phone.id, &draft, "f").unwrap().item;
    let view = page(&phone, item);
    assert_eq!((view.target.clone(), view.steps.len()), (CaseTarget::Data, 0));
    assert_eq!(phone.app.cases(&phone.id).unwrap().rows.len(), 1);
    let number = RightDraft { words: "110105194912310 02X".into(), ..draft };
    assert!(!phone.app.check_right(&phone.id, &number).unwrap().ready);
    let sender = LetterSender::default();
    let refused = phone.app.right_letter(&phone.id, &number, &sender).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Invalid, "no letter with a resident number");
    let draft = RightDraft { words: "From 2024 on.".into(), ..number };
    let letter = phone.app.right_letter(&phone.id, &draft, &sender).unwrap();
    assert_eq!(letter.subject, "Request: Get a copy of my data");
    assert!(letter.text.contains("From 2024 on.") && letter.text.contains("第四十五条"));
    assert_eq!(letter.ways.len(), 2, "by the phone or on paper");
}

/// A village whose statement lists the restriction from a month ago on.
fn restricted(language: Language) -> (Phone, CaseTarget) {
    let phone = village(language);
    let mut one = statement(&phone, 2, EntryState::Active);
    let restriction = phone.book.restrictions[0].id.clone();
    let since = "2026-10-01".parse().unwrap();
    one.restrictions = vec![Grant { id: restriction.clone(), since, until: None }];
    phone.keep(&one);
    (phone, CaseTarget::Measure { id: restriction.to_string() })
}

#[test]
fn a_restriction_is_contested_and_complied_with_by_its_name_and_dates() {
    let (phone, target) = restricted(Language::English);
    let form = phone.app.compliance_form(&phone.id, &target).unwrap();
    assert!(form.asks_day && form.mark.is_none() && form.grounds.is_empty(), "{form:#?}");
    assert!(form.leaves.iter().any(|row| row.label == "How this ends"), "{form:#?}");
    let draft = ComplianceDraft {
        target: target.clone(),
        done: "Paid at the county counter, receipt 88.".into(),
        on: "2026-11-20".into(),
        photos: vec![photo(20)],
        on_paper: true,
    };
    let sender = LetterSender::default();
    let letter = phone.app.compliance_letter(&phone.id, &draft, &sender).unwrap();
    assert!(letter.subject.contains(&format!("“{}”", form.what)), "{}", letter.subject);
    assert!(letter.text.contains("in statement 2, from 1 October 2026"), "{}", letter.text);
    assert!(letter.text.contains("reached my phone"), "{}", letter.text);
    assert_eq!(letter.enclosed, "Enclosed: 1 photo and statement 2");
    let item = phone.app.comply(&phone.id, &draft, "f").unwrap().item;
    assert_eq!(page(&phone, item).state, CaseState::OnPaper);
    let contest = phone.app.contest_form(&phone.id, &target, None).unwrap();
    assert_eq!(contest.what, form.what);
    let unready = ComplianceDraft { done: String::new(), ..draft };
    let none = phone.app.compliance_letter(&phone.id, &unready, &sender).unwrap_err();
    assert_eq!(none.kind, ErrorKind::Invalid);
    for nothing in [CaseTarget::Star { id: "S-law".into() }, CaseTarget::Letter { n: 9 }] {
        let gone = phone.app.compliance_form(&phone.id, &nothing).unwrap_err();
        assert_eq!(gone.kind, ErrorKind::NotFound, "{nothing:?}");
    }
}

#[test]
fn an_answer_on_paper_is_the_persons_own_note_and_gives_way_to_a_signed_one() {
    let phone = village(Language::English);
    let item = contest(&phone);
    let note = |on: &str, says, photo| {
        let draft = PaperAnswerDraft { on: on.into(), says, photo };
        phone.app.note_answer(&phone.id, item, &draft)
    };
    let early = note("2026-11-23", PaperSays::Refused, None).unwrap_err();
    assert_eq!(early.problem.code, "answer-not-awaited", "nothing has arrived yet");
    arrive(&phone, item, (1, 0), &json!({}));
    phone.clock.pass(16 * DAY);
    assert_eq!(page(&phone, item).state, CaseState::Overdue);
    assert_eq!(actions(&page(&phone, item))[0], CaseAction::NoteAnswer);
    for (on, photo, code) in [
        ("2026-12-10", None, "answer-day"),
        ("2026-11-22", None, "answer-day"),
        ("2026-12-01", Some(b"no photo".to_vec()), "answer-photo"),
    ] {
        let wrong = note(on, PaperSays::Refused, photo).unwrap_err();
        assert_eq!(wrong.problem.code, code);
    }
    // What decides nothing changes no day.
    let view = note("2026-12-07", PaperSays::Other, Some(photo(20))).unwrap();
    assert_eq!(view.state, CaseState::Overdue);
    assert!(view.documents.iter().any(|one| one.text == "Your own photo, not signed"));
    let view = note("2026-12-07", PaperSays::Refused, None).unwrap();
    assert_eq!(view.state_text, "Not granted, as you noted it");
    assert_eq!(view.deadline.unwrap().date, "2026-12-17", "10 days from the day it came");
    assert_eq!(phone.app.home(&phone.id).unwrap().overdue_case, None);
    assert_eq!(phone.app.cases(&phone.id).unwrap().rows[0].state_text, view.state_text);
    assert!(view.events.iter().any(|event| event.text.contains("no signature for it")));
    let next = letter_of(&phone, item, CaseLetterKind::NextStep).text;
    assert!(next.contains("On 7 December 2026 I received an answer on paper"), "{next}");
    // A signed decision takes its place.
    arrive(&phone, item, (2, 15), &decided("granted", json!({})));
    let view = page(&phone, item);
    assert_eq!((view.state, view.state_text.as_str()), (CaseState::Granted, "Granted"));
    assert!(!view.can_note_answer);
    let late = note("2026-12-07", PaperSays::Refused, None).unwrap_err();
    assert_eq!(late.problem.code, "answer-not-awaited");
}

#[test]
fn what_paper_grants_is_looked_for_in_the_next_statement() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    phone.clock.pass(2 * DAY);
    let granted =
        PaperAnswerDraft { on: "2026-11-24".into(), says: PaperSays::Granted, photo: None };
    let view = phone.app.note_answer(&phone.id, item, &granted).unwrap();
    assert_eq!(view.state, CaseState::Granted);
    assert!(!phone.app.cases(&phone.id).unwrap().rows[0].closed, "it is to be carried out");
}
