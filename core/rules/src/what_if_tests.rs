//! A preview promises what the statement would then say, and no point more.

use serde_json::{Value, json};

use super::*;
use standing_model::rulebook::Rulebook;

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn rulebooks() -> Rulebooks {
    let rule = |id: &str, points: i32, max: u32| {
        json!({"id": id, "names": text(id), "points": points, "dimension": "d",
            "valid_months": 6, "max_per_year": max, "legal_basis": [], "self_report": false,
            "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"})
    };
    let book: Rulebook = serde_json::from_value(json!({
        "v": 1, "id": "r", "version": 1, "names": text("r"), "in_force_from": "2025-01-01",
        "scale": {"min": 0, "max": 100, "start": 68, "decimals": 0, "source": "s",
            "start_source": "s"},
        "tiers": [
            {"id": "low", "names": text("low"), "from": 0, "source": "s"},
            {"id": "good", "names": text("good"), "from": 75, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [{"id": "yard", "names": text("yard"), "dimension": "d",
            "points": [-2, -1, 0, 1, 2], "source": "s", "points_source": "s"}],
        "rules": [rule("CAP", 4, 2), rule("BIG", 20, 9), rule("DOWN", -5, 9)],
        "perks": [{"id": "soap", "names": text("soap"), "when": {"tier_at_least": "good"},
            "note": text("n"), "source": "s", "when_source": "s"}],
        "restrictions": [], "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    }))
    .unwrap();
    book.into()
}

fn statement(entries: &[(&str, &str, i32, &str)]) -> Statement {
    let entry = |(id, rule, points, on): &(&str, &str, i32, &str)| {
        json!({"id": id, "rule": rule, "rulebook": 1, "points": points, "occurred_on": on,
            "recorded_on": on, "by": text("village"), "document": "d", "legal_basis": [],
            "state": "active"})
    };
    serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r-1", "iat": 0, "seq": 1,
        "period": {"from": "2026-07-01", "to": "2026-09-30"}, "rulebook": "r",
        "rulebooks": [{"version": 1, "sha256": "OxdWb6f9uu_2U6o54okHzYUzgASIPEOF7acBAd-Yaso"}],
        "score": 0, "tier": "low", "stars": [
            {"id": "s1", "category": "yard", "value": 1, "rulebook": 1, "set_on": "2026-01-01",
                "set_by": text("v"), "state": "active"}],
        "entries": entries.iter().map(entry).collect::<Vec<_>>(), "perks": [], "restrictions": [],
    }))
    .unwrap()
}

fn ask(statement: &Statement, supposed: &[Suppose]) -> Result<WhatIf, WhatIfError> {
    what_if(&rulebooks(), statement, supposed, day("2026-11-29"))
}

fn added(rule: &str, times: u32) -> Suppose {
    Suppose::Added { rule: rule.parse().unwrap(), on: day("2026-11-28"), times }
}

#[test]
fn a_limit_forbids_what_a_rule_alone_would_promise() {
    let used = [("a", "CAP", 4, "2026-02-01")];
    let one = ask(&statement(&used), &[added("CAP", 1)]).unwrap();
    assert_eq!((one.effect(), one.added_counting), (Points::new(4), 1));
    let three = ask(&statement(&used), &[added("CAP", 3)]).unwrap();
    assert_eq!((three.effect(), three.added_counting), (Points::new(4), 1));
    let full = [("a", "CAP", 4, "2026-02-01"), ("b", "CAP", 4, "2026-11-28")];
    let none = ask(&statement(&full), &[added("CAP", 1)]).unwrap();
    assert_eq!((none.effect(), none.added_counting), (Points::ZERO, 0));
    assert_eq!(none.moves, [], "what is there keeps its place");
}

#[test]
fn the_end_of_the_scale_forbids_it_too() {
    let asked = ask(&statement(&[]), &[added("BIG", 2)]).unwrap();
    assert_eq!(asked.after.breakdown.total, Points::new(100));
    assert_eq!((asked.effect(), asked.added_counting), (Points::new(34), 2));
}

#[test]
fn an_entry_that_would_have_ended_by_then_counts_nothing() {
    let old = Suppose::Added { rule: "CAP".parse().unwrap(), on: day("2026-05-29"), times: 1 };
    let asked = ask(&statement(&[]), &[old]).unwrap();
    assert_eq!((asked.effect(), asked.added_counting), (Points::ZERO, 0));
}

#[test]
fn a_contest_that_is_granted_frees_the_place_and_an_end_does_not() {
    let three = [
        ("a", "CAP", 4, "2026-02-01"),
        ("b", "CAP", 4, "2026-03-01"),
        ("c", "CAP", 4, "2026-04-01"),
    ];
    let statement = statement(&three);
    let withdrawn = ask(&statement, &[Suppose::Withdrawn("a".parse().unwrap())]).unwrap();
    assert_eq!(withdrawn.effect(), Points::ZERO);
    let moved: Vec<_> =
        withdrawn.moves.iter().map(|one| (one.item.id().as_str(), one.points.units())).collect();
    assert_eq!(moved, [("a", -4), ("c", 4)]);
    let ended = ask(&statement, &[Suppose::Ended("a".parse().unwrap())]).unwrap();
    assert_eq!(ended.effect(), Points::new(-4));
}

#[test]
fn the_tier_and_what_it_opens_follow() {
    let late = [("a", "DOWN", -5, "2026-08-01"), ("b", "BIG", 20, "2026-08-02")];
    let before = ask(&statement(&late[..1]), &[]).unwrap();
    assert_eq!(before.before, before.after);
    let asked = ask(&statement(&late[..1]), &[added("BIG", 1)]).unwrap();
    let tier = |position: &Position| position.tier.as_ref().map(ToString::to_string);
    assert_eq!(
        (tier(&asked.before), tier(&asked.after)),
        (Some("low".into()), Some("good".into()))
    );
    assert_eq!((asked.before.perks.len(), asked.after.perks.len()), (0, 1));
}

#[test]
fn other_stars_take_the_place_of_these() {
    let five = Suppose::Stars { category: "yard".parse().unwrap(), value: 5 };
    let asked = ask(&statement(&[]), &[five]).unwrap();
    assert_eq!(asked.effect(), Points::new(4), "from -2 to +2");
    let six = Suppose::Stars { category: "yard".parse().unwrap(), value: 6 };
    assert_eq!(ask(&statement(&[]), &[six]), Err(WhatIfError::NoStars("yard".parse().unwrap())));
}

#[test]
fn what_does_not_exist_is_refused_by_name() {
    let nothing = statement(&[]);
    let unknown = Suppose::Withdrawn("x".parse().unwrap());
    assert_eq!(ask(&nothing, &[unknown]), Err(WhatIfError::NoEntry("x".parse().unwrap())));
    let no_rule = ask(&nothing, &[added("NONE", 1)]);
    assert_eq!(no_rule, Err(WhatIfError::NoRule("NONE".parse().unwrap())));
    let many = [added("BIG", MOST_ADDED), added("BIG", 1)];
    assert_eq!(ask(&nothing, &many), Err(WhatIfError::TooMany));
}

#[test]
fn what_was_withdrawn_is_not_ended_by_supposing_so() {
    let mut statement = statement(&[
        ("a", "CAP", 4, "2026-02-01"),
        ("b", "CAP", 4, "2026-03-01"),
        ("c", "CAP", 4, "2026-10-01"),
    ]);
    statement.entries[0].state = EntryState::Withdrawn;
    // An ended entry would take its place under the limit again, and "c" would lose its own.
    let asked = ask(&statement, &[Suppose::Ended("a".parse().unwrap())]).unwrap();
    assert_eq!((asked.effect(), asked.moves.len()), (Points::ZERO, 0));
}
