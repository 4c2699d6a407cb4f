//! What a page of one perk or restriction says, and what a till is shown.

use crate::error::ErrorKind;
use crate::testing::{CITY, Phone, VILLAGE};
use crate::view::CheckState;
use crate::view::perks::{BenefitKind, BenefitView};
use crate::words::Language;
use standing_model::time::UnixTime;
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
    assert_eq!(view.facts[1].value, "No end is set");
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
    assert_eq!(texts(&view)[1], ("No date that is already set changes it.", ""));
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
    assert!(view.until.starts_with("Until "), "{view:?}");
    assert_eq!(view.state, CheckState::Unknown, "without an answer of the authority");
    assert_eq!(code(&phone, "flat"), "perk-not-open");
    phone.clock.pass(DAY);
    assert_eq!(code(&phone, "hospital"), "perk-not-open");
    let low = city(Language::English, &[("L-1", "2026-09-01")]);
    assert_eq!(code(&low, "bike-deposit"), "perk-not-open", "a restriction is nothing to show");
}
