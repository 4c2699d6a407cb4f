//! Cases from the form to the last step, on a phone without a network.

use crate::error::ErrorKind;
use crate::testing::{Phone, VILLAGE, sign};
use crate::view::cases::*;
use crate::view::records::NoteWeight;
use crate::words::Language;
use serde_json::{Value, json};
use standing_client::plan::{self, Arrived, Queued, Row};
use standing_client::queue::State;
use standing_model::ids::{Hash, MembershipId};
use standing_model::message::Typ;
use standing_model::record::Body;
use standing_model::series::SeriesKind;
use standing_model::statement::{EntryState, Statement};
use standing_model::time::UnixTime;
use standing_store::Document;
use standing_store::testing::{NOW, membership};
use standing_verify::message::{Expected, verify};

mod forms;

pub(super) const DAY: i64 = 86_400;

/// A village whose newest statement takes points for an entry that the resident was told of on 1
/// November: 30 days to contest it, 15 to answer, 10 for a review.
pub(super) fn village(language: Language) -> Phone {
    let phone = Phone::joined(VILLAGE, language);
    phone.keep(&statement(&phone, 1, EntryState::Active));
    phone
}

fn statement(phone: &Phone, seq: u32, state: EntryState) -> Statement {
    let mut one = phone.statement(seq, 3, &[("F-2", "2026-09-12")]);
    one.entries[0].notified_on = Some("2026-11-01".parse().unwrap());
    one.entries[0].state = state;
    phone.settle(&mut one);
    one
}

fn entry() -> CaseTarget {
    CaseTarget::Entry { id: "1".into() }
}

pub(super) fn draft() -> ContestDraft {
    ContestDraft {
        target: entry(),
        grounds: vec![ContestGround::DidNotHappen, ContestGround::NotTold],
        words: "I paid on 10 September.".into(),
        wants: ContestWants::Removed,
        mark: true,
        photos: Vec::new(),
        follows: None,
        on_paper: false,
    }
}

pub(super) fn contest(phone: &Phone) -> i64 {
    phone.app.contest(&phone.id, &draft(), "a form").unwrap().item
}

pub(super) fn page(phone: &Phone, id: i64) -> CaseView {
    phone.app.case_page(&phone.id, id).unwrap()
}

fn row(phone: &Phone, item: i64) -> Row {
    phone.app.read(|tx| tx.queue_item::<Queued>(item)).unwrap().unwrap()
}

/// Lets a signed receipt arrive, so many days after the beginning.
pub(super) fn arrive(phone: &Phone, item: i64, (n, after): (u32, i64), more: &Value) {
    let queued = row(phone, item).item;
    let m = membership("m");
    let mut receipt = json!({
        "v": 1, "iss": m.iss, "sub": m.sub, "iat": NOW + after * DAY, "n": n,
        "record": queued.progress.record, "kind": "contest", "evidence": [], "state": "received",
        "received_at": NOW, "due_on": "2026-12-08",
    });
    let members = receipt.as_object_mut().unwrap();
    if n > 1 {
        members.insert("prev".into(), json!(Hash::of(b"before")));
    }
    members.extend(more.as_object().unwrap().clone());
    let compact = sign(Typ::Receipt, &receipt);
    let keys = phone.app.snapshot(&phone.id).unwrap().keys();
    let receipt = verify(&compact, Expected::fresh(&keys, m.sub.as_deref().unwrap())).unwrap();
    phone.write(|tx| plan::receive(tx, &m, &[Arrived { receipt, compact }], UnixTime(NOW)));
}

pub(super) fn decided(outcome: &str, more: Value) -> Value {
    let mut decision = json!({"outcome": outcome});
    decision.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let reason = json!({"en": "The bank says otherwise.", "zh-Hans": "银行说法不同。"});
    json!({"state": "decided", "decision": decision, "reason": reason})
}

pub(super) fn letter(phone: &Phone, more: &Value) {
    let mut letter = json!({
        "v": 1, "iss": "credit.yangqiao.example", "sub": "resident-of-yangqiao", "iat": NOW - DAY,
        "n": 1, "about": {"entry": "1"}, "text": {"en": "Dear resident.", "zh-Hans": "居民您好。"},
        "sent_on": "2026-10-30", "channel": "hand", "document": "2026-121",
    });
    letter.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let compact = sign(Typ::Notice, &letter);
    let stored_at = UnixTime(NOW);
    let one = Document { n: 1, compact, stored_at, head: None, held_since: None };
    phone.write(|tx| tx.add_document(SeriesKind::Notices, &phone.id, &one).map(drop));
}

pub(super) fn actions(view: &CaseView) -> Vec<CaseAction> {
    view.todo.iter().map(|todo| todo.action).collect()
}

#[test]
fn a_form_shows_the_facts_and_the_last_day() {
    let phone = village(Language::English);
    let form = phone.app.contest_form(&phone.id, &entry(), None).unwrap();
    assert_eq!((form.points.as_str(), form.grounds.len(), form.wants.len()), ("−5", 8, 3));
    assert_eq!(form.detail, "Entry 1, recorded by Village office");
    let due = form.deadline.unwrap();
    assert_eq!((due.date.as_str(), due.away.as_str()), ("2026-12-01", "in 8 days"));
    assert_eq!((form.deadline_note.as_str(), form.before.as_str()), ("", ""));
    let told = form.grounds.iter().find(|one| one.ground == ContestGround::NotTold).unwrap();
    assert!(told.text.contains("No notice about this has reached this phone"), "{}", told.text);
    letter(&phone, &json!({}));
    let form = phone.app.contest_form(&phone.id, &entry(), None).unwrap();
    let told = form.grounds.iter().find(|one| one.ground == ContestGround::NotTold).unwrap();
    assert!(told.text.contains("Notice 1 is dated 30 October 2026."), "{}", told.text);
    assert_eq!(form.leaves[0].value, "Yangqiao village committee");
}

#[test]
fn the_last_day_is_the_later_of_what_is_signed_and_what_is_computed() {
    for (more, last) in [
        (json!({}), "2026-12-01"),
        // A letter by post counts as received seven days later.
        (json!({"channel": "post"}), "2026-12-06"),
        (json!({"deadline": {"what": "contest", "until": "2026-12-04"}}), "2026-12-04"),
        (json!({"deadline": {"what": "contest", "until": "2026-11-04"}}), "2026-12-01"),
        (json!({"deadline": {"what": "answer", "until": "2026-12-04"}}), "2026-12-01"),
    ] {
        let phone = village(Language::English);
        letter(&phone, &more);
        let form = phone.app.contest_form(&phone.id, &entry(), None).unwrap();
        assert_eq!(form.deadline.unwrap().date, last, "{more}");
    }
    let phone = village(Language::English);
    phone.clock.pass(9 * DAY);
    let form = phone.app.contest_form(&phone.id, &entry(), None).unwrap();
    assert!(form.deadline_note.contains("You can still send this"), "{}", form.deadline_note);
    let check = phone.app.check_contest(&phone.id, &draft()).unwrap();
    assert!(check.ready, "late, and sent all the same");
    assert_eq!(check.notes[0].weight, NoteWeight::LookAgain);
}

#[test]
fn every_problem_of_a_draft_is_named_by_its_field() {
    let phone = village(Language::English);
    let long = "字".repeat(1_001);
    let change = |change: fn(&mut ContestDraft, &str)| {
        let mut one = draft();
        change(&mut one, &long);
        one
    };
    let cases = [
        (change(|one, _| one.target = CaseTarget::Entry { id: "gone".into() }), CaseField::Target),
        (change(|one, _| one.target = CaseTarget::Entry { id: " ".into() }), CaseField::Target),
        (change(|one, _| one.target = CaseTarget::Letter { n: 9 }), CaseField::Target),
        (change(|one, _| one.follows = Some(77)), CaseField::Target),
        (change(|one, _| one.grounds.clear()), CaseField::Grounds),
        (change(|one, long| one.words = long.into()), CaseField::Words),
        (change(|one, _| one.words = "ID 110105 19491231 002X".into()), CaseField::Words),
        (
            change(|one, _| {
                one.grounds = vec![ContestGround::Other];
                one.words = " \u{200b} ".into();
            }),
            CaseField::Words,
        ),
        (change(|one, _| one.photos = vec![b"no photo".to_vec()]), CaseField::Photos),
        (change(|one, _| one.photos = vec![photo(20); 7]), CaseField::Photos),
    ];
    for (draft, field) in cases {
        let check = phone.app.check_contest(&phone.id, &draft).unwrap();
        let problems: Vec<CaseField> = check
            .notes
            .iter()
            .filter(|note| note.weight == NoteWeight::Problem)
            .map(|note| note.field)
            .collect();
        assert_eq!((problems, check.ready), (vec![field], false), "{draft:?}");
        let kept = phone.app.contest(&phone.id, &draft, "");
        assert_eq!(kept.unwrap_err().kind, ErrorKind::Invalid);
    }
    let gone = phone.app.contest_form(&phone.id, &CaseTarget::Entry { id: "gone".into() }, None);
    assert_eq!(gone.unwrap_err().problem.code, "contest-gone");
    assert!(phone.app.cases(&phone.id).unwrap().rows.is_empty(), "nothing was kept");
}

/// A photo that can be kept.
pub(super) fn photo(height: u32) -> Vec<u8> {
    let pixels = image::RgbImage::from_pixel(32, height, image::Rgb([200, 90, 20]));
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new(&mut bytes);
    image::DynamicImage::ImageRgb8(pixels).write_with_encoder(encoder).unwrap();
    bytes
}

#[test]
fn a_contest_is_queued_once_and_said_the_second_time() {
    let phone = village(Language::English);
    let item = contest(&phone);
    assert_eq!(contest(&phone), item, "the same form");
    let other = ContestDraft { words: "Something else.".into(), ..draft() };
    let refused = phone.app.contest(&phone.id, &other, "a form").unwrap_err();
    assert_eq!(refused.problem.code, "record-form-kept");
    let queued = row(&phone, item).item;
    let Body::Contest(kept) = queued.record().unwrap().body else { panic!() };
    assert!(kept.mark && kept.follows.is_none() && kept.grounds.len() == 2);
    assert_eq!(queued.progress.state, State::Queued);
    let check = phone.app.check_contest(&phone.id, &draft()).unwrap();
    assert!(check.ready && check.notes[0].text.contains("that case is still open"));
    let form = phone.app.contest_form(&phone.id, &entry(), None).unwrap();
    assert_eq!(form.before_case, Some(item));
    let view = page(&phone, item);
    assert_eq!((view.state, view.target.clone()), (CaseState::Waiting, entry()));
    assert_eq!(view.heading, "Case: entry 1");
}

#[test]
fn what_was_granted_closes_the_case_only_when_a_later_statement_shows_it() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    let view = page(&phone, item);
    assert_eq!(view.state, CaseState::Received);
    let due = view.deadline.unwrap();
    assert_eq!((due.label.as_str(), due.date.as_str()), ("Answer due", "2026-12-08"));
    assert!(view.turn.contains("counts that as a refusal"), "{}", view.turn);
    let effect =
        json!({"effect": {"target": {"entry": "1"}, "change": "withdrawn", "on": "2026-11-24"}});
    arrive(&phone, item, (2, 1), &decided("granted", effect));
    phone.clock.pass(2 * DAY);
    let view = page(&phone, item);
    assert_eq!((view.state, view.can_note_paper), (CaseState::Granted, true));
    assert_eq!(view.deadline.unwrap().date, "2026-11-27", "three working days");
    // A later statement with the entry still in it is an alarm, one without it closes the case.
    for (seq, state, found) in [
        (2, EntryState::Active, CaseState::NotCarriedOut),
        (3, EntryState::Withdrawn, CaseState::CarriedOut),
    ] {
        later(&phone, seq, state, |_| ());
        let view = page(&phone, item);
        assert_eq!(view.state, found);
        let row = phone.app.cases(&phone.id).unwrap().rows.remove(0);
        assert_eq!((row.state, row.closed), (found, found == CaseState::CarriedOut));
        if found == CaseState::NotCarriedOut {
            assert_eq!(
                actions(&view),
                [CaseAction::OpenStatement, CaseAction::Remind],
                "what to do is said"
            );
        }
    }
}

/// Lets a later statement arrive.
fn later(phone: &Phone, seq: u32, state: EntryState, change: impl FnOnce(&mut Statement)) {
    let mut later = statement(phone, seq, state);
    later.iat = UnixTime(NOW + 2 * DAY);
    later.period.to = "2026-11-25".parse().unwrap();
    phone.settle(&mut later);
    change(&mut later);
    phone.keep(&later);
}

#[test]
fn what_one_office_granted_does_not_carry_out_what_the_next_one_granted() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    let effect = |change: &str| json!({"effect": {"target": {"entry": "1"}, "change": change, "on": "2026-11-24"}});
    arrive(&phone, item, (2, 1), &decided("partly", effect("lifted")));
    phone.clock.pass(2 * DAY);
    let again = ContestDraft { follows: Some(item), ..draft() };
    let review = phone.app.contest(&phone.id, &again, "another form").unwrap().item;
    arrive(&phone, review, (3, 2), &json!({"received_at": NOW + 2 * DAY}));
    arrive(&phone, review, (4, 2), &decided("granted", json!({})));
    later(&phone, 2, EntryState::Withdrawn, |_| ());
    assert_eq!(page(&phone, review).state, CaseState::Granted);
}

#[test]
fn a_receipt_that_contradicts_changes_nothing_but_the_alarm() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    arrive(&phone, item, (2, 1), &decided("refused", json!({})));
    phone.clock.pass(2 * DAY);
    let before = page(&phone, item);
    arrive(&phone, item, (3, 2), &json!({"state": "withdrawn"}));
    let after = page(&phone, item);
    assert_eq!(after.state, CaseState::Refused);
    assert_eq!((actions(&after), after.turn), (actions(&before), before.turn));
    assert!(!phone.app.home(&phone.id).unwrap().alarms.is_empty(), "it is said");
}

#[test]
fn a_refusal_opens_the_next_office_and_a_case_goes_on_there() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    let next = json!({"next": {"step": "review", "to": {"en": "Township", "zh-Hans": "镇"},
        "until": "2026-12-10"}});
    arrive(&phone, item, (2, 1), &decided("refused", next));
    phone.clock.pass(2 * DAY);
    let view = page(&phone, item);
    assert_eq!((view.state, actions(&view)), (CaseState::Refused, vec![CaseAction::AskNext]));
    let due = view.deadline.unwrap();
    // Ten days from 24 November end on 4 December; the day that was signed is later.
    assert_eq!(
        (due.date.as_str(), view.deadline_note.contains("document signed by")),
        ("2026-12-10", true)
    );
    assert!(view.events.iter().any(|event| event.text.contains("“The bank says otherwise”")));
    let form = phone.app.contest_form(&phone.id, &entry(), Some(item)).unwrap();
    assert_eq!(
        (form.leaves[0].value.as_str(), form.before.as_str()),
        ("Township credit office", "")
    );
    let again = ContestDraft { follows: Some(item), ..draft() };
    let review = phone.app.contest(&phone.id, &again, "another form").unwrap().item;
    let Body::Contest(kept) = row(&phone, review).item.record().unwrap().body else { panic!() };
    assert_eq!(kept.follows, Some(row(&phone, item).item.progress.record));
    let list = phone.app.cases(&phone.id).unwrap();
    assert_eq!((list.rows.len(), list.rows[0].id), (1, review), "one case");
    assert_eq!(page(&phone, item).id, review, "an earlier record of it opens the same case");
    arrive(&phone, review, (3, 2), &json!({"due_on": "2026-12-10"}));
    let refused = decided("refused", json!({}));
    arrive(&phone, review, (4, 2), &refused);
    let view = page(&phone, review);
    assert_eq!(actions(&view), [CaseAction::WriteNext], "a court takes letters");
    let place = |n: usize| view.steps[n].place;
    assert_eq!((place(0), place(3), place(6)), (CasePlace::Past, CasePlace::Past, CasePlace::Open));
    let letter = letter_of(&phone, review, CaseLetterKind::NextStep);
    assert_eq!(letter.to, ["People’s court"]);
}

fn letter_of(phone: &Phone, id: i64, kind: CaseLetterKind) -> CaseLetterView {
    phone.app.case_letter(&phone.id, id, kind, &LetterSender::default()).unwrap()
}

#[test]
fn a_letter_goes_to_the_office_that_owes_the_answer_with_what_it_was_asked() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    arrive(&phone, item, (2, 1), &decided("refused", json!({})));
    phone.clock.pass(2 * DAY);
    let words = "The bank has confirmed my payment.".to_owned();
    let again = ContestDraft { follows: Some(item), words, ..draft() };
    let review = phone.app.contest(&phone.id, &again, "another form").unwrap().item;
    arrive(&phone, review, (3, 2), &json!({"due_on": "2026-12-08"}));
    phone.clock.pass(20 * DAY);
    for kind in [CaseLetterKind::Request, CaseLetterKind::Reminder, CaseLetterKind::Complaint] {
        let letter = letter_of(&phone, review, kind);
        assert!(letter.text.contains("The bank has confirmed my payment."), "{kind:?}");
        assert!(!letter.text.contains("I paid on 10 September."), "{kind:?}");
        if kind != CaseLetterKind::Complaint {
            assert_eq!(letter.to[0], "Township credit office", "{kind:?}");
        }
    }
}

#[test]
fn silence_is_said_on_home_with_what_can_be_done() {
    let phone = village(Language::English);
    let item = contest(&phone);
    arrive(&phone, item, (1, 0), &json!({}));
    let not_now =
        phone.app.case_letter(&phone.id, item, CaseLetterKind::Reminder, &LetterSender::default());
    assert_eq!(not_now.unwrap_err().problem.code, "case-letter-not-now");
    // The last day is good until its end, in the authority's zone.
    phone.clock.pass(15 * DAY);
    assert_eq!(page(&phone, item).state, CaseState::Received);
    assert_eq!(phone.app.home(&phone.id).unwrap().overdue_text, "");
    phone.clock.pass(DAY);
    let view = page(&phone, item);
    assert_eq!(view.state, CaseState::Overdue);
    let expected =
        [CaseAction::NoteAnswer, CaseAction::Remind, CaseAction::AskNext, CaseAction::Complain];
    assert_eq!(actions(&view), expected);
    assert_eq!(view.todo[2].deadline.as_ref().unwrap().date, "2026-12-18");
    assert_eq!(view.events.last().unwrap().moment, CaseMoment::Late);
    let home = phone.app.home(&phone.id).unwrap();
    assert!(home.overdue_text.starts_with("An answer to you is overdue"));
    assert_eq!(home.overdue_case, Some(item));
    let reminder = letter_of(&phone, item, CaseLetterKind::Reminder);
    let facts = reminder.sections.iter().find(|one| one.title == "Facts").unwrap();
    let said = facts.paragraphs.join("\n");
    assert!(said.contains("by signed receipt 1") && said.contains("was 1 day ago"), "{said}");
    let complaint = letter_of(&phone, item, CaseLetterKind::Complaint);
    assert_eq!(complaint.to, ["County letters and visits office"]);
    let calendar = phone.app.case_calendar(&phone.id, item).unwrap().text;
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261218"), "{calendar}");
    for secret in ["entry", "F-2", "Yangqiao", "Late", "contest"] {
        assert!(!calendar.contains(secret), "{secret}: {calendar}");
    }
}

#[test]
fn a_paper_is_never_sent_and_its_days_run_from_the_hand_in() {
    let phone = village(Language::English);
    let paper = ContestDraft { on_paper: true, ..draft() };
    let item = phone.app.contest(&phone.id, &paper, "a form").unwrap().item;
    assert_eq!(row(&phone, item).item.progress.state, State::Drafted);
    let view = page(&phone, item);
    assert_eq!((view.state, actions(&view)), (CaseState::OnPaper, vec![CaseAction::NotePaper]));
    let note = |on: &str, photo: Option<&[u8]>| phone.app.note_hand_in(&phone.id, item, on, photo);
    phone.clock.pass(2 * DAY);
    for (on, photo, code) in [
        ("2026-11-26", None, "hand-in-day"),
        ("2026-11-22", None, "hand-in-day"),
        ("soon", None, "hand-in-day"),
        ("2026-11-23", Some(b"no photo".as_slice()), "hand-in-photo"),
    ] {
        assert_eq!(note(on, photo).unwrap_err().problem.code, code);
    }
    note("2026-11-24", Some(&photo(20))).unwrap();
    let view = note("2026-11-23", Some(&photo(30))).unwrap();
    assert_eq!(phone.app.read(|tx| tx.evidence(item)).unwrap().len(), 1, "the second photo");
    assert_eq!(view.state, CaseState::Received);
    assert_eq!(view.deadline.unwrap().date, "2026-12-08", "15 days by the rulebook");
    assert!(view.events.iter().any(|event| event.text.contains("as you noted it")));
    let phone = phone.restarted();
    phone.clock.pass(14 * DAY);
    assert_eq!(page(&phone, item).state, CaseState::Overdue);
    assert_eq!(phone.app.home(&phone.id).unwrap().overdue_case, Some(item));
    assert_eq!(row(&phone, item).item.progress.state, State::Drafted, "still not to be sent");
}

#[test]
fn a_letter_is_in_both_languages_and_what_is_typed_into_it_is_only_text() {
    let phone = village(Language::English);
    let hostile = ContestDraft {
        words: "</p><script>alert(1)</script>\u{202e}<img src=http://x>&".into(),
        ..draft()
    };
    let sender = LetterSender {
        name: "Wang <b>Xiaoying</b>".into(),
        address: "12 Dock Lane\n\nYangqiao".into(),
    };
    let letter = phone.app.contest_letter(&phone.id, &hostile, &sender).unwrap();
    assert_eq!(letter.sender[..3], ["Wang <b>Xiaoying</b>", "12 Dock Lane", "Yangqiao"]);
    assert_eq!(letter.to[0], "Yangqiao village committee");
    assert!(letter.subject.starts_with("Contest of entry 1, “"), "{}", letter.subject);
    assert!(letter.opening.contains("1 December 2026"), "{}", letter.opening);
    let request = letter.sections.last().unwrap().paragraphs.join("\n");
    assert!(
        request.contains("Please remove it.") && request.contains("from 65 to 70"),
        "{request}"
    );
    for page in [&letter.html, &letter.text] {
        assert!(page.contains("关于") && page.contains("Contest of"), "{page}");
        assert!(!page.contains('\u{202e}'));
    }
    let html = &letter.html;
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    for tag in ["<script", "<img", "<b>", "<link", "<iframe", "url(", "@import", "http:"] {
        let typed = html.replace("src=http://x", "");
        assert!(!typed.contains(tag), "{tag}");
    }
    // In Chinese there is one language only.
    let chinese = village(Language::Chinese);
    let letter = chinese.app.contest_letter(&chinese.id, &draft(), &sender).unwrap();
    assert_eq!(letter.html.matches("<article").count(), 1);
    // Name and address are in no file of the phone, and in no record.
    let item = phone.app.contest(&phone.id, &draft(), "a form").unwrap().item;
    assert!(!row(&phone, item).item.payload.contains("Xiaoying"));
}

#[test]
fn a_case_of_nobody_is_not_found() {
    let phone = village(Language::English);
    let item = contest(&phone);
    let none = phone.app.case_page(&phone.id, item + 1).unwrap_err();
    assert_eq!((none.kind, none.problem.code.as_str()), (ErrorKind::NotFound, "no-case"));
    let other = MembershipId("other".into());
    assert_eq!(phone.app.case_page(&other, item).unwrap_err().kind, ErrorKind::NotFound);
}
