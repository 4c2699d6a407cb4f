//! What an outlook names changes the measure, and nothing before that does.

use serde_json::{Value, json};

use super::*;
use standing_model::statement::Grant;

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn id(text: &str) -> PerkId {
    text.parse().unwrap()
}

fn book(version: u32, from: &str, good: i32) -> Rulebook {
    let measure = |id: &str, when: Value| {
        json!({"id": id, "names": text(id), "when": when, "note": text("n"), "source": "s",
            "when_source": "s"})
    };
    let category = |id: &str| {
        json!({"id": id, "names": text(id), "dimension": "d", "points": [0, 0, 0, 0, 0],
            "source": "s", "points_source": "s"})
    };
    let rule = |id: &str, points: i32| {
        json!({"id": id, "names": text(id), "points": points, "dimension": "d",
            "valid_months": 12, "legal_basis": [], "self_report": false,
            "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"})
    };
    serde_json::from_value(json!({
        "v": 1, "id": "r", "version": version, "names": text("r"), "in_force_from": from,
        "scale": {"min": 0, "max": 100, "start": 60, "decimals": 0, "source": "s",
            "start_source": "s"},
        "tiers": [
            {"id": "low", "names": text("low"), "from": 0, "source": "s"},
            {"id": "good", "names": text("good"), "from": good, "source": "s"},
            {"id": "best", "names": text("best"), "from": 90, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [category("yard"), category("law")],
        "rules": [rule("UP", 6), rule("DOWN", -5), rule("MORE", -9)],
        "perks": [
            measure("soap", json!({"tier_at_least": "good"})),
            measure("loan", json!({"tier_at_least": "best"})),
            measure("plate", json!({"stars_at_least": 4}))],
        "restrictions": [
            measure("board", json!({"tier_at_most": "low"})),
            measure("always", json!({"tier_at_most": "best"}))],
        "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    }))
    .unwrap()
}

fn books() -> Rulebooks {
    book(1, "2025-01-01", 70).into()
}

/// A statement as of 30 September 2026.
fn statement(entries: &[(&str, &str, i32, &str)], stars: &[(&str, u8)]) -> Statement {
    let entry = |(id, rule, points, on): &(&str, &str, i32, &str)| {
        json!({"id": id, "rule": rule, "rulebook": 1, "points": points, "occurred_on": on,
            "recorded_on": on, "by": text("village"), "document": "d", "legal_basis": [],
            "ends_on": day(on).plus_months(12), "state": "active"})
    };
    let star = |(category, value): &(&str, u8)| {
        json!({"id": format!("s-{category}"), "category": category, "value": value, "rulebook": 1,
            "set_on": "2026-01-01", "set_by": text("v"), "state": "active"})
    };
    serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r-1", "iat": 0, "seq": 1,
        "period": {"from": "2026-07-01", "to": "2026-09-30"}, "rulebook": "r",
        "rulebooks": [{"version": 1, "sha256": "OxdWb6f9uu_2U6o54okHzYUzgASIPEOF7acBAd-Yaso"}],
        "score": 0, "tier": "low", "stars": stars.iter().map(star).collect::<Vec<_>>(),
        "entries": entries.iter().map(entry).collect::<Vec<_>>(), "perks": [], "restrictions": [],
    }))
    .unwrap()
}

fn seen(statement: &Statement, measure: &str) -> Outlook {
    outlook(&books(), statement, &id(measure), day("2026-09-30")).unwrap()
}

fn short(line: i32, points: i32) -> Distance {
    Distance::Short { line: Points::new(line), points: Points::new(points) }
}

fn spare(line: i32, points: i32) -> Distance {
    Distance::Spare { line: Points::new(line), points: Points::new(points) }
}

#[test]
fn the_distance_is_to_the_line_of_the_measures_own_tier() {
    // 60 + 6 + 6 = 72.
    let up = statement(&[("a", "UP", 6, "2026-02-01"), ("b", "UP", 6, "2026-03-01")], &[]);
    for (measure, applies, distance) in [
        ("soap", true, spare(70, 2)),
        ("loan", false, short(90, 18)),
        ("board", false, spare(70, 2)),
        ("always", true, Distance::Fixed),
    ] {
        let found = seen(&up, measure);
        assert_eq!((found.applies, found.distance), (applies, distance), "{measure}");
    }
    let low = statement(&[], &[]);
    assert_eq!(seen(&low, "board").distance, short(70, 10));
    assert!(seen(&low, "board").applies && !seen(&low, "soap").applies);
    assert_eq!(outlook(&books(), &low, &id("nothing"), day("2026-09-30")), None);
}

#[test]
fn on_the_line_itself_nothing_is_missing_and_nothing_is_to_spare() {
    let on = |start: i32| {
        let entries = [("a", "UP", start, "2026-02-01")];
        seen(&statement(&entries, &[]), "soap")
    };
    assert_eq!((on(10).applies, on(10).distance), (true, spare(70, 0)));
    assert_eq!((on(9).applies, on(9).distance), (false, short(70, 1)));
}

#[test]
fn every_category_that_has_too_few_stars_is_named() {
    let found = |stars: &[(&str, u8)]| seen(&statement(&[], stars), "plate");
    let missing = |missing: &[(&str, u8)]| Distance::Stars {
        least: 4,
        missing: missing.iter().map(|(id, has)| (id.parse().unwrap(), *has)).collect(),
    };
    assert_eq!(found(&[("yard", 4), ("law", 5)]).distance, missing(&[]));
    assert!(found(&[("yard", 4), ("law", 5)]).applies);
    assert_eq!(found(&[("yard", 3)]).distance, missing(&[("yard", 3), ("law", 0)]));
    assert!(!found(&[("yard", 3)]).applies);
}

#[test]
fn the_day_of_the_change_is_the_first_on_which_it_applies_otherwise() {
    let entries = [
        ("a", "UP", 6, "2026-02-11"),
        ("b", "UP", 6, "2026-02-25"),
        ("c", "DOWN", -5, "2025-11-20"),
    ];
    // 67, from 20 November on 72, from 11 February on 66.
    let statement = statement(&entries, &[]);
    let books = books();
    for (measure, expected) in [("soap", "2026-11-20"), ("board", "2026-11-20")] {
        let found = seen(&statement, measure);
        assert_eq!(found.next, NextChange::On(day(expected)), "{measure}");
        let at = |day: Date| {
            let Statement { entries, stars, .. } = &statement;
            applies(&Position::of(&books, entries, stars, day), &id(measure))
        };
        let change = day(expected);
        let mut before = statement.period.to;
        while before < change {
            assert_eq!(at(before), found.applies, "{measure} {before}");
            before = before.plus_days(1);
        }
        assert_ne!(at(change), found.applies, "{measure}");
    }
    assert_eq!(seen(&statement, "loan").next, NextChange::Never);
    assert_eq!(seen(&statement, "plate").next, NextChange::Never);
}

#[test]
fn a_change_of_a_later_quarter_is_not_told_of_an_earlier_day() {
    let entries = [("a", "UP", 6, "2025-12-01"), ("b", "UP", 6, "2026-08-01")];
    // 72, from 1 December on 66, from 1 August on 60: soap ends with the first of them.
    let next = seen(&statement(&entries, &[]), "soap").next;
    assert_eq!(next, NextChange::On(day("2026-12-01")));
    let entries =
        [("a", "UP", 1, "2025-12-01"), ("b", "UP", 12, "2026-08-01"), ("c", "UP", 1, "2025-11-01")];
    // 74, 73, 72, and from 1 August 2027 on 60.
    let next = seen(&statement(&entries, &[]), "soap").next;
    assert_eq!(next, NextChange::On(day("2027-08-01")));
}

#[test]
fn a_new_rulebook_changes_it_on_its_first_day() {
    let books = vec![book(1, "2025-01-01", 70), book(2, "2026-11-15", 80)];
    let books = Rulebooks::try_from(books).unwrap();
    let entries = [("a", "UP", 6, "2026-08-01"), ("b", "UP", 6, "2026-08-02")];
    let mut statement = statement(&entries, &[]);
    statement.rulebooks.push(statement.rulebooks[0]);
    let found = outlook(&books, &statement, &id("soap"), day("2026-09-30")).unwrap();
    assert_eq!(found.next, NextChange::On(day("2026-11-15")));
}

/// 73, from 10 October on 67, from 10 November on 72, from 1 February 2027 on 60.
fn up_and_down() -> Statement {
    let entries = [
        ("a", "UP", 6, "2025-10-10"),
        ("b", "DOWN", -5, "2025-11-10"),
        ("c", "UP", 12, "2026-02-01"),
    ];
    statement(&entries, &[])
}

#[test]
fn a_change_that_is_undone_before_the_quarters_end_is_named() {
    for measure in ["soap", "board"] {
        let next = seen(&up_and_down(), measure).next;
        assert_eq!(next, NextChange::On(day("2026-10-10")), "{measure}");
    }
}

#[test]
fn a_day_that_is_over_is_not_ahead() {
    let next =
        |today: &str| outlook(&books(), &up_and_down(), &id("soap"), day(today)).unwrap().next;
    assert_eq!(next("2026-10-09"), NextChange::On(day("2026-10-10")));
    for over in ["2026-10-10", "2026-10-20", "2026-11-09"] {
        assert_eq!(next(over), NextChange::Passed, "{over}");
    }
    assert_eq!(next("2026-11-10"), NextChange::On(day("2027-02-01")), "as it was again");
    assert_eq!(next("2027-03-01"), NextChange::Passed);
}

#[test]
fn of_an_end_that_is_set_and_a_change_the_earlier_is_named() {
    let with_end = |until: &str, today: &str| {
        let grant = Grant { id: id("soap"), since: day("2026-07-01"), until: Some(day(until)) };
        let ends = Statement { perks: vec![grant], ..up_and_down() };
        outlook(&books(), &ends, &id("soap"), day(today)).unwrap().next
    };
    let to = "2026-09-30";
    assert_eq!(with_end("2026-10-05", to), NextChange::LastDay(day("2026-10-05")));
    assert_eq!(with_end("2026-10-09", to), NextChange::LastDay(day("2026-10-09")));
    // It has that day still, by the statement's end; by the arithmetic it does not.
    assert_eq!(with_end("2026-10-10", to), NextChange::On(day("2026-10-10")));
    assert_eq!(with_end("2026-10-05", "2026-10-06"), NextChange::Passed);
}

#[test]
fn of_days_that_were_not_tried_nothing_is_claimed() {
    let next = |days: usize, measure: &str, until: Option<&str>| {
        let days = (0..i64::try_from(days).unwrap()).map(|n| day("2025-10-01").plus_days(n));
        let named: Vec<_> = days.map(|day| (format!("e-{day}"), day.to_string())).collect();
        let entries: Vec<_> =
            named.iter().map(|(id, on)| (id.as_str(), "UP", 1, on.as_str())).collect();
        let mut statement = statement(&entries, &[]);
        let until = until.map(day);
        statement.restrictions = vec![Grant { id: id(measure), since: day("2026-07-01"), until }];
        seen(&statement, measure).next
    };
    // It applies always. The first ends on 1 October 2026, and the others on the days after it.
    assert_eq!(next(MOST_DAYS, "always", None), NextChange::Never);
    let first_untried = day("2026-10-01").plus_days(i64::try_from(MOST_DAYS).unwrap());
    let last_tried = first_untried.plus_days(-1);
    assert_eq!(next(MOST_DAYS + 1, "always", None), NextChange::NotUpTo(last_tried));
    let end = last_tried.to_string();
    assert_eq!(next(MOST_DAYS + 1, "always", Some(&end)), NextChange::LastDay(last_tried));
    let end = first_untried.to_string();
    assert_eq!(next(MOST_DAYS + 1, "always", Some(&end)), NextChange::NotUpTo(last_tried));
}

#[test]
fn only_an_entry_that_alone_changes_it_is_named_the_largest_first() {
    let entries = [
        ("a", "UP", 12, "2026-02-01"),
        ("b", "DOWN", -5, "2026-03-01"),
        ("c", "MORE", -9, "2026-04-01"),
        ("d", "UP", 9, "2026-05-01"),
    ];
    // 67: without b 72, without c 76; without a or d lower still.
    let found = seen(&statement(&entries, &[]), "soap");
    assert_eq!(found.withdrawn, ["c", "b"]);
    assert_eq!(seen(&statement(&entries, &[]), "board").withdrawn, ["c", "b"]);
    assert_eq!(seen(&statement(&entries, &[]), "loan").withdrawn, [""; 0]);
    let mut gone = statement(&entries, &[]);
    gone.entries[2].state = EntryState::Withdrawn;
    // 76 without c: soap applies, and no withdrawal takes it away.
    let found = seen(&gone, "soap");
    assert!(found.applies && found.withdrawn.is_empty(), "{found:?}");
}
