//! What a record would do is computed on the newest statement, under its rules' limits.

use super::items::arrive;
use super::*;
use crate::view::records::DraftView;
use standing_model::message::ReceiptState;

/// A phone with one statement as of 1 October 2026.
fn with(stars: u8, entries: &[(&str, &str)]) -> Phone {
    let phone = village();
    phone.keep(&phone.statement(3, stars, entries));
    phone
}

fn visits(days: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    days.iter().map(|day| ("V-1", *day)).collect()
}

const FOUR: [&str; 4] = ["2026-02-10", "2026-04-10", "2026-06-10", "2026-08-10"];

fn told(phone: &Phone, draft: &RecordDraft) -> DraftView {
    phone.app.check_draft(&phone.id, draft).unwrap()
}

fn on(rule: &str, day: &str) -> RecordDraft {
    let body = DraftBody::SelfReport {
        rule: rule.into(),
        occurred_on: day.into(),
        description: "In my own words".into(),
    };
    RecordDraft { body, photo: None, edits: None }
}

#[test]
fn a_limit_that_is_used_up_leaves_0_and_says_why() {
    let phone = with(3, &visits(&FOUR));
    let view = told(&phone, &report("V-1"));
    assert!(view.consequences[0].starts_with("If accepted: 0 in all for “Visiting"), "{view:?}");
    assert!(view.consequences[0].ends_with("at most 4 times in a calendar year."), "{view:?}");
    assert_eq!(view.consequences[2], "Statement 3 counts 4 of 4 in 2026.");
    assert!(view.score[0].ends_with("the score stays 94."), "{:?}", view.score);
    let kinds = phone.app.record_kinds(&phone.id).unwrap().kinds;
    let visit = kinds.iter().find(|kind| kind.rule == "V-1").unwrap();
    assert_eq!(visit.counts, "0 now: already counted 4 times in 2026, the most allowed");
    assert_eq!(visit.counts, view.choice.counts, "the form says the same as the list");
}

#[test]
fn a_limit_leaves_a_part_and_other_years_nothing_to_do_with_it() {
    let eleven: Vec<_> = (1..=11).map(|month| format!("2026-{:02}-05", month.min(9))).collect();
    let eleven: Vec<_> = eleven.iter().map(|day| ("G-1", day.as_str())).collect();
    let phone = with(0, &eleven);
    let view = told(&phone, &hours("Library", "2026-11-20", 360));
    assert!(view.consequences[0].starts_with("If accepted: +1 in all for"), "{view:?}");
    let last_year = told(&phone, &hours("Library", "2025-12-20", 360));
    assert!(last_year.consequences[0].starts_with("If accepted: +1, 3 times."), "{last_year:?}");
    assert_eq!(last_year.consequences[2], "Statement 3 counts 0 of 12 in 2025.");
}

#[test]
fn what_takes_the_place_of_a_later_entry_under_a_limit_adds_nothing() {
    let phone = with(3, &visits(&FOUR));
    let view = told(&phone, &on("V-1", "2026-01-05"));
    assert!(view.consequences[0].starts_with("If accepted: 0 in all"), "{view:?}");
}

#[test]
fn what_has_stopped_counting_leaves_0_and_says_since_when() {
    let phone = with(3, &[]);
    let view = told(&phone, &on("V-1", "2025-10-19"));
    assert_eq!(
        view.consequences[0],
        "If accepted: 0. By rule V-1 (“Visiting elderly parents, or taking them to the doctor”), \
         what happened on that day stopped counting on 19 October 2026."
    );
    assert!(view.score[0].contains("stays"), "{:?}", view.score);
}

#[test]
fn the_score_ends_where_its_scale_ends_and_a_level_that_follows_is_said() {
    let mut high = visits(&FOUR[..3]);
    high.extend([("B-1", "2026-03-02"), ("B-1", "2026-09-05")]);
    let phone = with(3, &high);
    let view = told(&phone, &report("V-1"));
    assert!(view.consequences[0].starts_with("If accepted: +6 for"), "{view:?}");
    assert_eq!(view.score[0], "Calculated for today from statement 3: 100 instead of 96.");
    assert_eq!(view.score[1], "The scale ends at 100: what goes beyond it does not count.");
    let phone = with(0, &visits(&FOUR[..1]));
    let view = told(&phone, &report("F-2"));
    let fall = view.score.iter().any(|said| said.contains("becomes “Fair”"));
    assert!(fall, "{:?}", view.score);
}

#[test]
fn minutes_that_were_accepted_and_made_no_entry_are_added() {
    let phone = with(0, &[]);
    let first = keep(&phone, &hours("Library", "2026-11-18", 90));
    let waits = told(&phone, &hours("Library", "2026-11-20", 60));
    assert!(waits.consequences[0].ends_with("so it does not count yet."), "{waits:?}");
    let pending =
        "1 other record by this rule still has no answer. If it is accepted, this can change.";
    assert!(waits.consequences.contains(&pending.into()), "{waits:?}");
    arrive(&phone, first, 1, ReceiptState::Accepted);
    let view = told(&phone, &hours("Library", "2026-11-20", 60));
    assert!(view.consequences[0].starts_with("If accepted: +1. Rule G-1"), "{view:?}");
    let carried = "Added to this: 1 h 30 min from accepted records on this phone.";
    assert!(view.consequences.contains(&carried.into()), "{view:?}");
    assert!(!view.consequences.contains(&pending.into()), "{view:?}");
}

#[test]
fn a_record_that_is_edited_does_not_wait_beside_itself() {
    let phone = with(0, &[]);
    let item = keep(&phone, &hours("Library", "2026-11-18", 90));
    let edited = phone.app.edit_record(&phone.id, item).unwrap();
    assert!(
        edited.checked.consequences.iter().all(|said| !said.contains("no answer")),
        "{edited:?}"
    );
    assert!(!edited.checked.score.is_empty());
}

#[test]
fn without_a_statement_of_that_year_the_rule_alone_is_said() {
    let phone = village();
    let none = told(&phone, &report("V-1"));
    assert!(none.consequences[0].starts_with("If accepted: +6 for"), "{none:?}");
    assert!(none.consequences[2].contains("no statement of 2026 yet"), "{none:?}");
    assert!(none.score.is_empty());
    let phone = with(3, &visits(&FOUR));
    phone.clock.pass(60 * 24 * HOUR);
    let next_year = told(&phone, &on("V-1", "2027-01-05"));
    assert!(next_year.consequences[0].starts_with("If accepted: +6 for"), "{next_year:?}");
    assert!(next_year.consequences[2].contains("no statement of 2027 yet"), "{next_year:?}");
    assert!(next_year.score.is_empty());
}
