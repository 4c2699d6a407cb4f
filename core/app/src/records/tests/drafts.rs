//! From what can be recorded to a record that is kept.

use super::*;
use crate::error::ErrorKind;
use crate::testing::CITY;
use crate::view::records::{DraftField, NoteWeight, RecordKind};
use standing_model::time::UnixTime;
use standing_store::testing::NOW;

#[test]
fn good_deeds_are_offered_and_what_takes_points_is_not() {
    let phone = village();
    let view = phone.app.record_kinds(&phone.id).unwrap();
    let titles: Vec<&str> = view.kinds.iter().map(|kind| kind.title.as_str()).collect();
    assert_eq!(&titles[..2], ["Volunteering", "Blood donation"]);
    assert!(view.kinds.iter().all(|kind| !kind.counts.contains('−')));
    assert_eq!(view.kinds[0].counts, "If accepted: +1 for every 2 hours");
    assert_eq!(view.kinds[1].volumes, [200, 300, 400]);
    assert!(view.kinds[1].photo_wanted);
    let against: Vec<&str> = view.against_yourself.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(against, ["R-1", "F-2"]);
    assert_eq!(view.against_yourself[0].kind, RecordKind::SelfReport);
}

#[test]
fn a_form_opens_with_what_it_is_for_in_one_answer() {
    let phone = village();
    let kinds = phone.app.record_kinds(&phone.id).unwrap();
    let choice = |draft: &RecordDraft| phone.app.check_draft(&phone.id, draft).unwrap().choice;
    assert_eq!(choice(&hours("", "", 0)), kinds.kinds[0]);
    assert_eq!(choice(&blood("", DonationAmount::WholeBlood { ml: 0 })), kinds.kinds[1]);
    assert_eq!(choice(&report("R-1")), kinds.against_yourself[0]);
    let gone = choice(&report("R-99"));
    assert_eq!((gone.kind, gone.title.as_str()), (RecordKind::SelfReport, ""));
}

#[test]
fn a_draft_hears_all_its_problems_at_once_each_at_its_field() {
    let phone = village();
    let draft = hours(" ", "2026-12-24", 0);
    let view = phone.app.check_draft(&phone.id, &draft).unwrap();
    let problems: Vec<DraftField> = view
        .notes
        .iter()
        .filter(|note| note.weight == NoteWeight::Problem)
        .map(|note| note.field)
        .collect();
    assert_eq!(problems, [DraftField::Day, DraftField::Organiser, DraftField::Minutes]);
    assert!(!view.ready);
    let refused = phone.app.queue_record(&phone.id, &draft, "").unwrap_err();
    assert_eq!((refused.kind, refused.problem.code.as_str()), (ErrorKind::Invalid, "draft"));
    assert!(phone.app.queue(&phone.id).unwrap().groups.is_empty());
}

#[test]
fn limits_are_those_that_the_form_names() {
    let phone = village();
    let notes = |draft: &RecordDraft| {
        let view = phone.app.check_draft(&phone.id, draft).unwrap();
        view.notes.into_iter().map(|note| (note.field, note.weight)).collect::<Vec<_>>()
    };
    use DraftField::{Day, Minutes, Organiser};
    use NoteWeight::{LookAgain, Problem};
    assert_eq!(notes(&hours("Library", "2026-11-20", 1)), []);
    assert_eq!(notes(&hours("Library", "2026-11-20", 1_440)), [(Minutes, LookAgain)]);
    assert_eq!(notes(&hours("Library", "2026-11-20", 1_441)), [(Minutes, Problem)]);
    assert_eq!(notes(&hours(&"长".repeat(100), "2026-11-20", 60)), []);
    assert_eq!(notes(&hours(&"长".repeat(101), "2026-11-20", 60)), [(Organiser, Problem)]);
    assert_eq!(notes(&hours("Library", "20 Nov", 60)), [(Day, Problem)]);
    assert_eq!(notes(&hours("Library", "2026-11-24", 60)), [(Day, Problem)]);
    assert_eq!(notes(&hours("Library", "2025-11-20", 60)), [(Day, LookAgain)], "ended");
}

#[test]
fn today_is_the_day_of_the_authority_and_never_before_a_day_that_it_signed() {
    let phone = village();
    let is_future = |day| {
        let draft = hours("Library", day, 60);
        let view = phone.app.check_draft(&phone.id, &draft).unwrap();
        view.notes.iter().any(|note| note.field == DraftField::Day)
    };
    // 00:30 on the 24th in China, 16:30 on the 23rd in UTC.
    phone.clock.pass(16 * HOUR + 1_800);
    assert!(!is_future("2026-11-24"));
    assert!(is_future("2026-11-25"));
    // A clock at 1970 does not make a deed of last week one of the future.
    phone.answer(0, UnixTime(NOW), UnixTime(NOW));
    phone.clock.pass(-NOW);
    assert!(!is_future("2026-11-20"));
    assert!(is_future("2026-11-24"), "the newest signed time is of the 23rd");
}

#[test]
fn a_number_shaped_like_a_resident_number_is_refused_before_it_is_kept() {
    let phone = village();
    for text in [
        "Li 11010519491231002X",
        "id：１１０１０５ 491231 002",
        "360426-19910101-0071",
        "Zhang San 110105 19491231 002X",
        "110105\u{200B}19491231002X",
        "110105.19491231.002Х",
        "%2531%2531010519491231002X",
        "11010519491231002",
    ] {
        let draft = hours(text, "2026-11-20", 60);
        let view = phone.app.check_draft(&phone.id, &draft).unwrap();
        assert_eq!(view.notes.len(), 1, "{text}");
        assert_eq!(view.notes[0].weight, NoteWeight::Problem);
        assert!(view.notes[0].text.contains("ID card number"));
        assert!(phone.app.queue_record(&phone.id, &draft, "").is_err());
    }
    let code = DraftBody::BloodDonation {
        donation_code: "110105491231002".into(),
        occurred_on: "2026-11-20".into(),
        place: "Blood centre".into(),
        amount: DonationAmount::WholeBlood { ml: 200 },
    };
    let draft = RecordDraft { body: code, photo: None, edits: None };
    assert!(!phone.app.check_draft(&phone.id, &draft).unwrap().ready);
}

#[test]
fn blood_is_taken_in_the_rulebooks_volumes_and_intervals_are_looked_at_again() {
    let phone = village();
    let notes = |draft: &RecordDraft| {
        let view = phone.app.check_draft(&phone.id, draft).unwrap();
        view.notes.into_iter().map(|note| (note.field, note.weight)).collect::<Vec<_>>()
    };
    use DonationAmount::{Platelets, WholeBlood};
    use DraftField::{Amount, Day, Photo};
    use NoteWeight::{LookAgain, Problem};
    let ml = |ml| blood("2026-11-20", WholeBlood { ml });
    assert_eq!(notes(&ml(400)), [(Photo, LookAgain)]);
    assert_eq!(notes(&ml(250)), [(Amount, Problem), (Photo, LookAgain)]);
    let units = |units| blood("2026-11-20", Platelets { units });
    assert_eq!(notes(&units(3)), [(Amount, Problem), (Photo, LookAgain)]);
    keep(&phone, &blood("2026-06-10", WholeBlood { ml: 200 }));
    let close = phone.app.check_draft(&phone.id, &ml(400)).unwrap();
    assert!(close.ready, "a donation that took place is a fact");
    assert_eq!((close.notes[0].field, close.notes[0].weight), (Day, LookAgain));
    assert!(close.notes[0].text.contains("10 June 2026"), "{}", close.notes[0].text);
    assert_eq!(notes(&units(1)), [(Photo, LookAgain)], "three months after whole blood");
    let day = |day: &str| notes(&blood(day, WholeBlood { ml: 200 }));
    assert_eq!(day("2026-01-10"), [(Day, LookAgain), (Photo, LookAgain)], "before it, too");
    assert_eq!(day("2025-12-10"), [(Photo, LookAgain)], "six months before");
    assert_eq!(day("2026-06-10"), [(Day, LookAgain), (Photo, LookAgain)], "the same one twice");
}

#[test]
fn the_consequence_comes_from_the_rulebook() {
    let phone = village();
    let said = |draft: &RecordDraft| {
        phone.app.check_draft(&phone.id, draft).unwrap().consequences.join(" ")
    };
    let three_hours = said(&hours("Library", "2026-11-20", 180));
    assert!(three_hours.starts_with("If accepted: +1. Rule G-1 ("), "{three_hours}");
    assert!(three_hours.contains("at most 12 times"), "{three_hours}");
    assert!(said(&hours("Library", "2026-11-20", 60)).contains("does not count yet"));
    let given = said(&blood("2026-11-20", DonationAmount::WholeBlood { ml: 400 }));
    assert!(given.contains("If accepted: +4 for"), "{given}");
    assert!(
        given.contains("By this rulebook no points are taken for not giving blood."),
        "{given}"
    );
    assert!(given.contains("for 24 months"), "{given}");
    let city = Phone::joined(CITY, Language::English);
    let given = blood("2026-11-20", DonationAmount::WholeBlood { ml: 400 });
    let given = city.app.check_draft(&city.id, &given).unwrap();
    assert!(given.consequences[0].contains("If accepted: +20 for"), "{}", given.consequences[0]);
    assert_eq!(given.leaves[0].value, "Yangqiao, at credit.yangqiao.example");
}

#[test]
fn a_report_against_oneself_says_first_what_silence_does_and_cools_off() {
    let phone = village();
    let view = phone.app.check_draft(&phone.id, &report("R-1")).unwrap();
    let against = view.against.unwrap();
    assert!(against.if_nothing.starts_with("If you report nothing"));
    assert!(against.waiting.contains("24 hours") && against.waiting.contains("7 days"));
    assert!(view.consequences[0].contains("−5"));
    assert!(phone.app.check_draft(&phone.id, &report("V-1")).unwrap().against.is_none());
    let item = keep(&phone, &report("R-1"));
    assert_eq!(state(&phone, item), QueueState::CoolingOff);
    let early = phone.app.confirm_record(&phone.id, item).unwrap_err();
    assert_eq!(early.kind, ErrorKind::Refused);
    phone.clock.pass(24 * HOUR);
    let asked = phone.app.queue_item(&phone.id, item).unwrap();
    assert!(asked.can_confirm && asked.state == QueueState::AwaitingConfirmation);
    let confirmed = phone.app.confirm_record(&phone.id, item).unwrap();
    assert_eq!(confirmed.state, QueueState::Queued);
    let silent = keep(&phone, &report("F-2"));
    phone.clock.pass(24 * HOUR);
    // Opening the app writes down that the time to confirm has begun.
    let phone = phone.restarted();
    assert_eq!(state(&phone, silent), QueueState::AwaitingConfirmation);
    phone.clock.pass(7 * 24 * HOUR);
    let discarded = phone.app.queue_item(&phone.id, silent).unwrap();
    assert_eq!(discarded.text, "Discarded: you did not confirm it, and nothing was sent");
}

#[test]
fn a_rule_that_is_not_for_reporting_cannot_be_reported() {
    let phone = village();
    for rule in ["G-1", "B-1", "no such rule"] {
        let view = phone.app.check_draft(&phone.id, &report(rule)).unwrap();
        assert_eq!(view.notes[0].field, DraftField::Rule, "{rule}");
        assert!(!view.ready);
    }
}
