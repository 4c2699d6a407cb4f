//! What moved a score comes to the difference of the two totals, whatever lies between them.

use serde_json::{Value, json};

use super::*;
use standing_model::rulebook::Rulebook;

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

fn book(version: u32, start: i32, decimals: u8, star: [i32; 3]) -> Rulebook {
    let rule = |id: &str, points: i32| {
        json!({"id": id, "names": text(id), "points": points, "dimension": "d",
            "valid_months": 6, "max_per_year": 2, "legal_basis": [], "self_report": false,
            "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"})
    };
    let from = if version == 1 { "2025-01-01" } else { "2026-07-01" };
    serde_json::from_value(json!({
        "v": 1, "id": "r", "version": version, "names": text("r"), "in_force_from": from,
        "scale": {"min": 0, "max": 100, "start": start, "decimals": decimals, "source": "s",
            "start_source": "s"},
        "tiers": [{"id": "low", "names": text("low"), "from": 0, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [{"id": "yard", "names": text("yard"), "dimension": "d", "points": star,
            "source": "s", "points_source": "s"}],
        "rules": [rule("UP", 20), rule("DOWN", -5)], "perks": [], "restrictions": [], "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    }))
    .unwrap()
}

/// An entry: id, rule, version, day, state.
type Of<'a> = (&'a str, &'a str, u32, &'a str, &'a str);

fn statement(to: &str, score: i32, star: (u8, u32), entries: &[Of<'_>]) -> Statement {
    let entry = |(id, rule, version, on, state): &Of<'_>| {
        let points = if *rule == "UP" { 20 } else { -5 };
        json!({"id": id, "rule": rule, "rulebook": version, "points": points, "occurred_on": on,
            "recorded_on": on, "by": text("village"), "document": "d", "legal_basis": [],
            "state": state})
    };
    let hash = "OxdWb6f9uu_2U6o54okHzYUzgASIPEOF7acBAd-Yaso";
    serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r-1", "iat": 0, "seq": 1,
        "period": {"from": "2026-01-01", "to": to}, "rulebook": "r",
        "rulebooks": [{"version": 1, "sha256": hash}, {"version": 2, "sha256": hash}],
        "score": score, "tier": "low", "stars": [
            {"id": format!("s{}", star.0), "category": "yard", "value": star.0,
                "rulebook": star.1, "set_on": "2026-01-01", "set_by": text("v"),
                "state": "active"}],
        "entries": entries.iter().map(entry).collect::<Vec<_>>(), "perks": [], "restrictions": [],
    }))
    .unwrap()
}

fn books(decimals: u8) -> Rulebooks {
    Rulebooks::try_from(vec![book(1, 60, decimals, [1, 2, 3]), book(2, 62, decimals, [1, 4, 6])])
        .unwrap()
}

fn causes(before: &Statement, after: &Statement) -> Vec<(Cause, i32)> {
    let books = books(0);
    let side = |statement| Side { statement, rulebooks: &books };
    let moved = moved(side(before), side(after)).unwrap();
    let sum: Points = moved.iter().map(|one| one.points).sum();
    assert_eq!(sum, after.score - before.score, "{moved:?}");
    moved.into_iter().map(|one| (one.cause, one.points.units())).collect()
}

fn entry(id: &str, counts: bool) -> Cause {
    Cause::Entry { entry: id.parse().unwrap(), counts }
}

#[test]
fn entries_that_came_and_went_move_it_and_others_do_not() {
    let stays = ("a", "DOWN", 1, "2026-02-01", "active");
    let before = statement("2026-03-31", 57, (2, 1), &[stays]);
    let withdrawn = ("a", "DOWN", 1, "2026-02-01", "withdrawn");
    let after =
        statement("2026-06-30", 82, (2, 1), &[withdrawn, ("b", "UP", 1, "2026-04-01", "active")]);
    assert_eq!(causes(&before, &after), [(entry("b", true), 20), (entry("a", false), 5)]);
    assert_eq!(causes(&after, &after), []);
}

#[test]
fn what_another_version_moves_is_told_apart_from_other_stars() {
    let before = statement("2026-03-31", 62, (2, 1), &[]);
    let after = statement("2026-09-30", 68, (3, 2), &[]);
    let yard = || "yard".parse().unwrap();
    let points = |units| Points::new(units);
    assert_eq!(
        causes(&before, &after),
        [
            (Cause::StarPoints { category: yard(), stars: 2, from: points(2), to: points(4) }, 2),
            (Cause::Stars { category: yard(), from: 2, to: 3 }, 2),
            (Cause::Start { from: points(60), to: points(62) }, 2),
        ]
    );
}

#[test]
fn the_end_of_the_scale_and_a_wrong_total_have_their_own_row() {
    let ups: Vec<Of<'_>> =
        vec![("a", "UP", 1, "2026-04-01", "active"), ("b", "UP", 1, "2026-04-02", "active")];
    let before = statement("2026-03-31", 62, (2, 1), &[]);
    let after = statement("2026-06-30", 93, (2, 1), &ups);
    assert_eq!(
        causes(&before, &after),
        [
            (entry("a", true), 20),
            (entry("b", true), 20),
            (Cause::NotAddedUp, -7),
            (Cause::ScaleEnd, -2),
        ]
    );
}

#[test]
fn different_units_cannot_be_compared() {
    let (whole, tenths) = (books(0), books(1));
    let one = statement("2026-03-31", 62, (2, 1), &[]);
    let side = |rulebooks| Side { statement: &one, rulebooks };
    assert_eq!(moved(side(&whole), side(&tenths)), None);
}

#[test]
fn only_what_came_in_between_and_ran_out_is_named_as_over() {
    let books = books(0);
    let old = ("old", "DOWN", 1, "2025-10-01", "active");
    let before = statement("2026-01-31", 57, (2, 1), &[old]);
    let after = statement(
        "2026-09-30",
        62,
        (2, 1),
        &[
            ("old", "DOWN", 1, "2025-10-01", "ended"),
            ("small", "DOWN", 1, "2026-02-01", "ended"),
            ("large", "UP", 1, "2026-02-01", "ended"),
            ("taken-back", "UP", 1, "2026-02-02", "withdrawn"),
            ("counts", "UP", 2, "2026-08-01", "active"),
        ],
    );
    let ended = came_and_ended(&before, Side { statement: &after, rulebooks: &books });
    let ended: Vec<&str> = ended.iter().map(|id| id.as_str()).collect();
    assert_eq!(ended, ["large", "small"]);
}

#[test]
fn the_rows_come_to_the_difference_for_any_two_statements() {
    // A small generator, so that a failure can be repeated.
    let mut seed = 7_u32;
    let mut next = |most: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % most
    };
    let states = ["active", "ended", "withdrawn"];
    let names = ["a", "b", "c", "d", "e", "f"];
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..500 {
        let mut one = |to: &str, version: u32| {
            let mut entries: Vec<Of<'_>> = Vec::new();
            for name in names {
                if next(3) > 0 {
                    let rule = if next(3) > 0 { "UP" } else { "DOWN" };
                    entries.push((name, rule, 1, "2026-02-01", states[next(3) as usize]));
                }
            }
            let star = u8::try_from(next(4)).unwrap();
            let score = i32::try_from(next(101)).unwrap();
            statement(to, score, (star, version), &entries)
        };
        let (before, after) = (one("2026-03-31", 1), one("2026-09-30", 2));
        for (cause, points) in causes(&before, &after) {
            assert_ne!(points, 0);
            let name = format!("{cause:?}");
            kinds.insert(name.chars().take_while(|c| c.is_alphabetic()).collect::<String>());
        }
    }
    assert_eq!(kinds.len(), 6, "every cause was met");
}
