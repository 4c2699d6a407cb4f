//! What comes next is said with its reasons, and no point more than the arithmetic gives.

use crate::error::ErrorKind;
use crate::testing::{CITY, Phone, VILLAGE};
use crate::words::Language;
use standing_model::statement::EntryState;

#[test]
fn each_quarter_says_what_ends_and_what_that_closes() {
    let phone = Phone::joined(CITY, Language::English);
    phone.keep(&phone.statement(1, 0, &[("S-3", "2026-01-15"), ("S-1", "2026-09-02")]));
    let view = phone.app.forecast(&phone.id).unwrap();
    assert_eq!(view.seq, Some(1));
    assert!(
        view.heading.starts_with("615 on 1 October 2026. If nothing is added"),
        "{}",
        view.heading
    );
    assert!(view.quarters.len() >= 4);
    assert_eq!(view.quarters[0].day, "31 December 2026");
    let (score, moves) = (&view.quarters[0].score, &view.quarters[0].moves);
    assert_eq!((score.as_str(), moves.len()), ("615", 0));
    let ending = &view.quarters[1];
    assert_eq!(ending.day, "31 March 2027");
    assert_eq!(ending.moves[0].when, "stops counting on 15 January 2027");
    assert!(ending.moves[0].points.starts_with('−'));
    assert_eq!(ending.moves[0].entry.as_deref(), Some("1"));
    assert!(view.caveat.contains("not a promise"));
    assert_eq!(view.proof.unwrap().checks.len(), 5);
}

#[test]
fn a_tier_that_is_lost_is_said_with_its_line_and_what_closes() {
    let phone = Phone::joined(VILLAGE, Language::Chinese);
    phone.keep(&phone.statement(1, 3, &[("V-1", "2026-01-15")]));
    let view = phone.app.forecast(&phone.id).unwrap();
    let lost = view.quarters.iter().find(|one| !one.consequences.is_empty()).unwrap();
    assert_eq!(lost.moves[0].when, "2027年1月15日到期");
    assert_eq!(lost.consequences[0], "低于75分，等级由“良好”变为“一般”。");
    assert!(lost.consequences[1].starts_with("不再可以享受："), "{lost:?}");
}

#[test]
fn what_still_counts_is_what_the_limit_leaves() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let days = ["2026-01-10", "2026-02-10", "2026-03-10"];
    let mut statement = phone.statement(1, 3, &days.map(|day| ("V-1", day)));
    statement.entries[0].state = EntryState::Withdrawn;
    phone.settle(&mut statement);
    phone.keep(&statement);
    let view = phone.app.forecast(&phone.id).unwrap();
    assert_eq!(view.room_title, "What can still count in 2026, by version 7 of the rulebook");
    let room = |id: &str| view.rooms.iter().find(|room| room.rule == id).unwrap();
    assert_eq!(
        (room("V-1").text.as_str(), room("V-1").points.as_str()),
        ("2 of 4 counted this year.", "up to +12")
    );
    assert!(view.rooms.iter().all(|room| !room.rule.starts_with("F-")), "no deduction is offered");
    assert_eq!(
        view.room_note,
        "The count runs until 31 December 2026 and starts again at zero the next day."
    );
}

#[test]
fn without_a_statement_or_its_membership_it_says_so() {
    let phone = Phone::joined(VILLAGE, Language::English);
    let view = phone.app.forecast(&phone.id).unwrap();
    assert!(!view.empty.is_empty() && view.quarters.is_empty() && view.seq.is_none());
    let other = standing_store::testing::membership("other").id;
    assert_eq!(phone.app.forecast(&other).unwrap_err().kind, ErrorKind::NotFound);
}

#[test]
fn of_a_year_without_a_statement_nothing_is_offered() {
    let phone = Phone::joined(VILLAGE, Language::English);
    phone.keep(&phone.statement(1, 3, &[("V-1", "2026-01-10")]));
    phone.clock.pass(60 * 86_400);
    let view = phone.app.forecast(&phone.id).unwrap();
    assert_eq!(view.rooms, []);
    assert!(view.room_note.starts_with("This phone has no statement of 2027 yet"), "{view:?}");
    assert_eq!(view.quarters[0].day, "31 March 2027");
}
