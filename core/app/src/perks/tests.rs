//! What is open, what is closed, why, and what is missing; never more than the rulebook justifies.

use super::*;
use crate::error::ErrorKind;
use crate::testing::{CITY, Phone, VILLAGE};
use crate::view::CheckState;
use crate::words::Language;

fn rows(view: &PerksView, kind: BenefitKind) -> Vec<&BenefitRow> {
    view.groups.iter().filter(|group| group.kind == kind).flat_map(|group| &group.rows).collect()
}

fn names(view: &PerksView, kind: BenefitKind) -> Vec<&str> {
    rows(view, kind).into_iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn an_open_perk_says_since_when_and_a_closed_one_what_is_missing() {
    let phone = Phone::joined(CITY, Language::English);
    phone.keep(&phone.statement(1, 0, &[("S-2", "2026-09-01"), ("S-1", "2026-09-02")]));
    let view = phone.app.perks(&phone.id).unwrap();
    assert_eq!(view.heading, "Statement 1: 630 of 1,000, Good");
    let [hospital] = rows(&view, BenefitKind::Open)[..] else { panic!("{view:?}") };
    assert_eq!(hospital.dates, "Available since 1 October 2026.");
    assert_eq!(hospital.standing, "You have 630.");
    assert_eq!(hospital.note, "At hospitals that take the city card.");
    assert_eq!(names(&view, BenefitKind::InForce), [""; 0]);
    let [flat, _gym] = rows(&view, BenefitKind::Closed)[..] else { panic!("{view:?}") };
    assert_eq!(flat.condition, "From level “Very good”: 700 or more");
    assert_eq!(flat.standing, "You have 630: 70 short.");
    assert_eq!(rows(&view, BenefitKind::NotInForce).len(), 2);
    assert_eq!(view.differences, [""; 0]);
    assert_eq!(view.proof.unwrap().checks.len(), 5);
}

#[test]
fn a_restriction_in_force_says_why_since_when_and_how_it_is_lifted() {
    let phone = Phone::joined(CITY, Language::English);
    phone.keep(&phone.statement(1, 0, &[("L-1", "2026-09-01")]));
    let view = phone.app.perks(&phone.id).unwrap();
    let ride = rows(&view, BenefitKind::InForce)[0];
    assert_eq!(ride.dates, "Applies since 1 October 2026.");
    assert_eq!(ride.condition, "Up to level “Needs improvement”: below 550");
    assert_eq!(ride.standing, "You have 520. It ends at 550: 30 more needed.");
    assert!(ride.note.starts_with("How it is lifted: Lifted at 550 points."));
    assert_eq!(names(&view, BenefitKind::Open), [""; 0]);
    assert_eq!(view.groups[0].empty, "Nothing is available now.");
}

#[test]
fn a_perk_by_stars_names_the_categories_that_are_short() {
    let phone = Phone::joined(VILLAGE, Language::Chinese);
    let mut statement = phone.statement(1, 4, &[]);
    let yard = statement.stars.iter_mut().find(|star| star.category == "courtyard");
    yard.unwrap().value = 2;
    phone.settle(&mut statement);
    phone.keep(&statement);
    let view = phone.app.perks(&phone.id).unwrap();
    let closed = rows(&view, BenefitKind::Closed);
    let napkins = closed.iter().find(|row| row.id == "napkins").unwrap();
    assert_eq!(napkins.condition, "每一类都不少于3星");
    assert_eq!(napkins.standing, "星级还不够：庭院整洁（2星）。");
}

#[test]
fn what_the_rulebook_does_not_justify_or_misses_is_shown() {
    let phone = Phone::joined(CITY, Language::English);
    let mut statement = phone.statement(1, 0, &[]);
    let mut grant = statement.perks[0].clone();
    grant.id = "bike-deposit".parse().unwrap();
    statement.perks.clear();
    statement.restrictions = vec![grant.clone(), Grant { id: "curfew".parse().unwrap(), ..grant }];
    phone.keep(&statement);
    let view = phone.app.perks(&phone.id).unwrap();
    let [bikes, curfew] = rows(&view, BenefitKind::InForce)[..] else { panic!("{view:?}") };
    assert!(bikes.difference.ends_with("600, it should not apply. You can contest it."));
    assert_eq!(bikes.standing, "You have 600.");
    assert_eq!(curfew.condition, "The rulebook does not have it.");
    assert!(!curfew.difference.is_empty());
    let hospital = rows(&view, BenefitKind::Closed)[0];
    assert!(hospital.difference.contains("you should have this"), "{hospital:?}");
    assert_eq!(view.differences.len(), 3);
    assert_eq!(view.proof.unwrap().state, CheckState::Fails);
}

#[test]
fn dates_that_have_passed_or_are_to_come_are_told_as_such() {
    let phone = Phone::joined(CITY, Language::English);
    let mut statement = phone.statement(1, 0, &[]);
    let (day, said) = (
        |text: &str| text.parse::<Date>().unwrap(),
        |view: &PerksView| rows(view, BenefitKind::Open)[0].dates.clone(),
    );
    for (seq, since, until, expected) in [
        (
            1,
            "2026-10-01",
            Some("2026-11-22"),
            "Was available from 1 October 2026 up to and including 22 November 2026.",
        ),
        (
            2,
            "2026-10-01",
            Some("2026-11-23"),
            "Available from 1 October 2026 up to and including 23 November 2026.",
        ),
        (3, "2026-12-01", None, "Available from 1 December 2026."),
    ] {
        statement.seq = seq;
        statement.prev = (seq > 1).then(|| standing_model::ids::Hash::of(b"before"));
        statement.perks[0].since = day(since);
        statement.perks[0].until = until.map(day);
        phone.keep(&statement);
        assert_eq!(said(&phone.app.perks(&phone.id).unwrap()), expected);
    }
}

#[test]
fn without_a_statement_there_is_nothing_to_claim() {
    let phone = Phone::joined(CITY, Language::English);
    let view = phone.app.perks(&phone.id).unwrap();
    assert_eq!((view.seq, view.proof.is_none(), view.groups.len()), (None, true, 0));
    assert_eq!(view.empty, "No statement has reached this phone yet.");
    let error = phone.app.perks(&MembershipId("other".into())).unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotFound);
}

#[test]
fn without_its_rulebook_a_statement_still_says_what_it_lists() {
    let phone = Phone::joined(CITY, Language::English);
    let mut statement = phone.statement(1, 0, &[]);
    statement.rulebooks[0].sha256 = standing_model::ids::Hash::of(b"another");
    phone.keep(&statement);
    let view = phone.app.perks(&phone.id).unwrap();
    assert_eq!(names(&view, BenefitKind::Open), ["Item “hospital” (its name is in the rulebook)"]);
    assert!(view.heading.starts_with("The rulebook of this statement is not on this phone."));
}
