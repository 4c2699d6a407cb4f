//! The sum as a person would do it on paper, and every way to differ from it.

use std::collections::BTreeMap;

use serde_json::json;

use super::*;
use standing_model::rulebook::Rulebook;
use standing_model::statement::{Entry, EntryState};

fn rulebook() -> Rulebook {
    let text = |text: &str| json!({"en": text, "zh-Hans": text});
    let rule = |id: &str, points: i32| {
        json!({"id": id, "names": text(id), "points": points, "dimension": "d",
            "lasts_months": 12, "legal_basis": text("l"), "self_report": false,
            "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"})
    };
    let mut capped = rule("CAP", 4);
    capped["cap"] = json!({"times_a_year": 2});
    let book = json!({
        "id": "r", "version": 1, "names": text("r"), "in_force_from": "2026-01-01",
        "scale": {"min": 0, "max": 100, "start": 60, "decimals": 0, "source": "s", "start_source": "s"},
        "tiers": [
            {"id": "low", "names": text("low"), "from": 0, "source": "s"},
            {"id": "good", "names": text("good"), "from": 70, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [{"id": "yard", "names": text("yard"), "dimension": "d",
            "points": [-2, -1, 0, 1, 2], "source": "s", "points_source": "s"}],
        "rules": [rule("UP", 6), rule("DOWN", -5), capped],
        "perks": [{"id": "soap", "names": text("soap"), "when": {"tier_at_least": "good"},
            "note": text("n"), "source": "s", "when_source": "s"}],
        "restrictions": [], "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [], "sources": [],
    });
    serde_json::from_value(book).unwrap()
}

fn entry(id: &str, rule: &str, points: i32, day: &str) -> Entry {
    let occurred_on: standing_model::time::Date = day.parse().unwrap();
    Entry {
        id: id.parse().unwrap(),
        rule: rule.parse().unwrap(),
        points,
        occurred_on,
        recorded_on: occurred_on,
        authority: "village".into(),
        document: "d".into(),
        legal_basis: "l".into(),
        notified_on: None,
        ends_on: Some(occurred_on.plus_months(12)),
        state: EntryState::Active,
        reason: None,
    }
}

fn statement(score: i32, tier: &str, entries: Vec<Entry>) -> Statement {
    let mut statement: Statement = serde_json::from_value(json!({
        "iss": "a.example", "sub": "r", "iat": 0, "seq": 1,
        "period": {"from": "2026-07-01", "to": "2026-10-01"},
        "rulebook": {"id": "r", "version": 1, "sha256": standing_model::ids::Hash::of(b"r")},
        "score": score, "tier": tier, "stars": {"yard": 5}, "entries": [], "perks": [],
        "restrictions": [],
    }))
    .unwrap();
    statement.entries = entries;
    if score >= 70 {
        let since = statement.period.to;
        statement.perks = vec![Grant { id: "soap".parse().unwrap(), since, until: None }];
    }
    statement
}

#[test]
fn start_stars_and_entries_add_up() {
    let entries = vec![
        entry("1", "UP", 6, "2026-09-01"),
        entry("2", "DOWN", -5, "2026-09-02"),
        entry("3", "CAP", 4, "2026-03-01"),
        entry("4", "CAP", 4, "2026-03-02"),
        entry("5", "CAP", 4, "2026-03-03"),
        entry("6", "UP", 6, "2025-09-01"),
    ];
    let audit = audit(&statement(71, "good", entries), &rulebook());
    assert_eq!(audit.differences, []);
    let counting: Vec<_> = audit.breakdown.lines.iter().map(|line| line.counting).collect();
    use Counting::{Counts, Ended, OverCap};
    assert_eq!(counting, [Counts, Ended, Counts, Counts, OverCap, Counts, Counts]);
    assert_eq!(audit.breakdown.lines.last().unwrap().so_far, 71);
}

#[test]
fn every_difference_is_named() {
    let mut wrong = entry("1", "UP", 7, "2026-09-01");
    wrong.ends_on = None;
    let strange = entry("2", "X", 1, "2026-09-01");
    let mut statement = statement(64, "low", vec![wrong, strange]);
    statement.stars = BTreeMap::from([("yard".parse().unwrap(), 9), ("roof".parse().unwrap(), 1)]);
    statement.perks =
        vec![Grant { id: "soap".parse().unwrap(), since: statement.period.to, until: None }];
    let found = audit(&statement, &rulebook()).differences;
    let has = |wanted: Difference| assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    has(Difference::Total { stated: 64, worked_out: 67 });
    has(Difference::EntryPoints { entry: "1".parse().unwrap(), stated: 7, rule: 6 });
    has(Difference::EntryEnd { entry: "1".parse().unwrap() });
    has(Difference::UnknownRule { entry: "2".parse().unwrap(), rule: "X".parse().unwrap() });
    has(Difference::UnknownStars { category: "roof".parse().unwrap() });
    has(Difference::UnknownStars { category: "yard".parse().unwrap() });
    has(Difference::Unfounded { id: "soap".parse().unwrap() });
    assert_eq!(found.len(), 7);
}

#[test]
fn a_perk_that_is_due_and_missing_is_named() {
    let mut statement = statement(
        72,
        "good",
        vec![entry("1", "UP", 6, "2026-09-01"), entry("2", "CAP", 4, "2026-09-01")],
    );
    statement.perks.clear();
    let found = audit(&statement, &rulebook()).differences;
    assert_eq!(found, [Difference::Missing { id: "soap".parse().unwrap() }]);
}

#[test]
fn a_total_stays_on_its_scale() {
    let many = (0..30).map(|n| entry(&n.to_string(), "UP", 6, "2026-09-01")).collect();
    let audit = audit(&statement(100, "good", many), &rulebook());
    assert_eq!(audit.differences, []);
    assert_eq!(audit.breakdown.sum, 60 + 2 + 180);
}

#[test]
fn what_has_not_happened_yet_or_was_taken_back_does_not_count() {
    let mut back = entry("1", "UP", 6, "2026-09-01");
    back.state = EntryState::Withdrawn;
    let entries = vec![back, entry("2", "UP", 6, "2026-10-02")];
    assert_eq!(audit(&statement(62, "low", entries), &rulebook()).differences, []);
}
