//! What a page of one perk or restriction says, and what a till is shown.

use super::by_score;
use crate::error::ErrorKind;
use crate::rulebook::telling::Telling;
use crate::testing::{CITY, Phone, VILLAGE};
use crate::view::CheckState;
use crate::view::perks::{BenefitKind, BenefitView};
use crate::words::Language;
use standing_model::points::Points;
use standing_model::time::{Date, UnixTime};
use standing_rules::outlook::{Distance, NextChange, Outlook};
use standing_store::testing::NOW;

const DAY: i64 = 86_400;

/// A phone with one statement of a city, which the authority counts as its newest.
fn city(language: Language, entries: &[(&str, &str)]) -> Phone {
    let phone = Phone::joined(CITY, language);
    phone.keep(&phone.statement(1, 0, entries));
    phone.answer(1, UnixTime(NOW - 60), UnixTime(NOW));
    phone
}

fn texts(view: &BenefitView) -> Vec<(&str, &str)> {
    view.changes.iter().map(|change| (change.text.as_str(), change.away.as_str())).collect()
}

#[test]
fn an_open_perk_says_until_when_why_and_what_would_end_it() {
    let phone = city(Language::English, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]);
    let view = phone.app.benefit(&phone.id, "hospital").unwrap();
    assert_eq!((view.kind, view.at_till), (BenefitKind::Open, true));
    assert_eq!(view.facts[0].value, "1 October 2026");
    assert_eq!(view.facts[1].value, "No last day is given");
    assert_eq!(view.standing, "You have 630.");
    assert_eq!(texts(&view)[0], ("It ends below 600.", "30 above that"));
    assert!(!view.caveat.is_empty() && view.proof.is_some());
}

#[test]
fn a_restriction_names_the_entry_without_which_it_would_be_lifted() {
    for language in [Language::English, Language::Chinese] {
        let phone = city(language, &[("L-1", "2026-09-01")]);
        let view = phone.app.benefit(&phone.id, "bike-deposit").unwrap();
        assert_eq!((view.kind, view.at_till), (BenefitKind::InForce, false));
        let entries: Vec<_> = view.changes.iter().filter_map(|one| one.entry.clone()).collect();
        assert_eq!(entries, ["1"], "{view:?}");
        let dated = &view.changes[1];
        assert!(!dated.away.is_empty(), "it ends with the entry: {view:?}");
    }
}

#[test]
fn a_closed_perk_says_how_far_it_is() {
    let phone = city(Language::English, &[]);
    let view = phone.app.benefit(&phone.id, "flat").unwrap();
    assert_eq!((view.kind, view.at_till, view.facts.len()), (BenefitKind::Closed, false, 0));
    assert_eq!(texts(&view)[0], ("It begins at 700.", "100 short"));
    assert_eq!(texts(&view)[1], ("None of the dates already set will change this.", ""));
    assert_eq!(view.state, "Not available now");
}

#[test]
fn stars_that_are_missing_are_named() {
    let phone = Phone::joined(VILLAGE, Language::English);
    phone.keep(&phone.statement(1, 2, &[]));
    let view = phone.app.benefit(&phone.id, "napkins").unwrap();
    let (text, away) = texts(&view)[0];
    assert!(text.starts_with("It begins with 3 stars in every category."), "{text}");
    assert!(text.contains("(2)") && away.is_empty());
}

#[test]
fn what_nobody_has_is_not_found() {
    let phone = city(Language::English, &[]);
    for id in ["nothing", "", "../x"] {
        let error = phone.app.benefit(&phone.id, id).unwrap_err();
        assert_eq!(error.kind, ErrorKind::NotFound, "{id}");
    }
    let new = Phone::joined(CITY, Language::English);
    assert_eq!(new.app.benefit(&new.id, "hospital").unwrap_err().kind, ErrorKind::NotFound);
}

#[test]
fn a_till_is_shown_the_perk_and_nothing_of_the_score() {
    for language in [Language::English, Language::Chinese] {
        let phone = city(language, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]);
        let view = phone.app.till(&phone.id, "hospital").unwrap();
        assert_eq!(view.state, CheckState::Holds, "{view:?}");
        let shown = format!("{view:?}");
        for private in ["630", "600", "Good", "良好", "resident-of", "Statement"] {
            assert!(!shown.contains(private), "{private}: {shown}");
        }
        assert!(!view.name.is_empty() && !view.until.is_empty() && !view.proof.is_empty());
    }
}

#[test]
fn a_till_is_shown_nothing_that_is_not_open_today() {
    let phone = Phone::joined(CITY, Language::English);
    let mut statement = phone.statement(1, 0, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]);
    let today = UnixTime(NOW).day_in(standing_model::time::ZoneOffset::CHINA);
    let code = |phone: &Phone, id: &str| phone.app.till(&phone.id, id).unwrap_err().problem.code;
    statement.perks[0].until = Some(today);
    phone.keep(&statement);
    let view = phone.app.till(&phone.id, "hospital").unwrap();
    assert!(view.until.starts_with("Up to and including "), "{view:?}");
    assert_eq!(view.state, CheckState::Unknown, "without an answer of the authority");
    assert_eq!(code(&phone, "flat"), "perk-not-open");
    phone.clock.pass(DAY);
    assert_eq!(code(&phone, "hospital"), "perk-not-open");
    let low = city(Language::English, &[("L-1", "2026-09-01")]);
    assert_eq!(code(&low, "bike-deposit"), "perk-not-open", "a restriction is nothing to show");
}

#[test]
fn a_till_is_shown_nothing_of_a_statement_that_was_replaced() {
    for language in [Language::English, Language::Chinese] {
        let phone = Phone::joined(CITY, language);
        phone.keep(&phone.statement(1, 0, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]));
        // The authority counts a second one, which this phone does not have or cannot open.
        phone.answer(2, UnixTime(NOW - 60), UnixTime(NOW));
        let refused = || {
            let error = phone.app.till(&phone.id, "hospital").unwrap_err();
            (error.kind, error.problem.code)
        };
        let expected = (ErrorKind::Refused, "perk-not-in-force".to_owned());
        assert_eq!(refused(), expected);
        // An answer that is out of date does not undo it.
        phone.clock.pass(30 * DAY);
        assert_eq!(refused(), expected);
    }
}

/// A perk by hand, of a statement that gives its last day.
fn with_end(language: Language, until: &str) -> BenefitView {
    let phone = Phone::joined(CITY, language);
    let mut statement = phone.statement(1, 0, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]);
    statement.perks[0].until = Some(until.parse::<Date>().unwrap());
    phone.keep(&statement);
    phone.app.benefit(&phone.id, "hospital").unwrap()
}

#[test]
fn an_end_that_is_set_is_a_date() {
    let view = with_end(Language::English, "2026-11-30");
    let (text, away) = texts(&view)[1];
    assert_eq!(text, "Its last day is given: 30 November 2026.");
    assert!(!away.is_empty(), "{view:?}");
    let view = with_end(Language::Chinese, "2026-11-30");
    assert!(texts(&view)[1].0.starts_with("截止日期已写明：2026年11月30日"), "{view:?}");
}

#[test]
fn what_has_changed_since_the_statement_is_not_called_settled() {
    for (language, said) in [
        (Language::English, "Since this statement, something began or ended that changes this."),
        (Language::Chinese, "这期对账单之后，有内容开始或停止计分"),
    ] {
        let view = with_end(language, "2026-11-20");
        let (text, away) = texts(&view)[1];
        assert!(text.starts_with(said) && away.is_empty(), "{text} {away}");
    }
}

#[test]
fn a_perk_for_low_tiers_ends_at_the_line_and_not_below_it() {
    let (line, points) = (Points::new(600), Points::new(30));
    let (short, spare) = (Distance::Short { line, points }, Distance::Spare { line, points });
    for (distance, applies, is_perk, english, chinese) in [
        // A perk for low levels, a restriction of high ones: what only their rulebook can say.
        (&short, true, true, "It ends at 600.", "达到600分就终止。"),
        (&spare, false, true, "It begins below 600.", "低于600分就可以享受。"),
        (&spare, true, false, "It is lifted below 600.", "低于600分就解除。"),
        (&short, false, false, "It would apply at 600.", "达到600分才会生效。"),
        // And the usual ones.
        (&spare, true, true, "It ends below 600.", "低于600分就终止。"),
        (&short, false, true, "It begins at 600.", "达到600分就可以享受。"),
        (&short, true, false, "It is lifted at 600.", "达到600分就解除。"),
        (&spare, false, false, "It would apply below 600.", "低于600分才会生效。"),
    ] {
        for (language, expected) in [(Language::English, english), (Language::Chinese, chinese)] {
            let phone = city(language, &[]);
            let telling = Telling::new(phone.app.words(), &phone.book);
            let distance = distance.clone();
            let (next, withdrawn) = (NextChange::Never, Vec::new());
            let found = Outlook { applies, distance, next, withdrawn };
            assert_eq!(by_score(telling, &found, is_perk).text, expected);
        }
    }
}
