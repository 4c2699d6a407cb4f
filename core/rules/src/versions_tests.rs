//! Which version may be named, on every kind of day.

use serde_json::{Value, json};

use super::*;

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

/// Points, months of validity, entries a year.
type Deed = (i32, Option<u32>, Option<u32>);

fn book(version: u32, from: &str, deed: Option<Deed>) -> Rulebook {
    let rules = deed.map(|(points, months, times)| {
        let mut rule = json!({"id": "D", "names": text("d"), "points": points, "dimension": "d",
            "legal_basis": [], "self_report": false, "cooling_off_hours": 0, "photo": false,
            "source": "s", "terms_source": "s"});
        if let Some(months) = months {
            rule["valid_months"] = months.into();
        }
        if let Some(times) = times {
            rule["max_per_year"] = times.into();
        }
        rule
    });
    serde_json::from_value(json!({
        "v": 1, "id": "r", "version": version, "names": text("r"), "in_force_from": from,
        "scale": {"min": 0, "max": 100, "start": 60, "decimals": 0, "source": "s",
            "start_source": "s"},
        "tiers": [{"id": "low", "names": text("low"), "from": 0, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}], "stars": [],
        "rules": rules.into_iter().collect::<Vec<_>>(), "perks": [], "restrictions": [],
        "contest": [], "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    }))
    .unwrap()
}

fn is_kinder(then: Option<Deed>, named: Option<Deed>) -> bool {
    let books = [book(1, "2026-01-01", then), book(2, "2026-07-01", named)];
    let books = Rulebooks::try_from(books.to_vec()).unwrap();
    let entry: Entry = serde_json::from_value(json!({
        "id": "1", "rule": "D", "rulebook": 2, "points": 0, "occurred_on": "2026-03-01",
        "recorded_on": "2026-03-01", "by": text("b"), "document": "d", "legal_basis": [],
        "state": "active",
    }))
    .unwrap();
    check_entry(&books, &entry).is_ok()
}

#[test]
fn a_later_version_may_be_named_only_if_it_adds_at_least_as_much_on_every_day() {
    let deed = |points, months, times| Some((points, Some(months), Some(times)));
    for (then, named, kinder) in [
        (deed(-5, 12, 2), deed(-3, 12, 2), true),
        (deed(-5, 12, 2), deed(-3, 18, 2), false),
        (deed(-5, 12, 2), deed(-5, 6, 1), true),
        (deed(-5, 12, 2), deed(-5, 12, 3), false),
        (deed(-5, 12, 2), deed(-6, 1, 1), false),
        (deed(-5, 12, 2), deed(0, 99, 9), true),
        (deed(4, 12, 2), deed(5, 12, 2), true),
        (deed(4, 12, 2), deed(5, 11, 2), false),
        (deed(4, 12, 2), deed(5, 12, 1), false),
        (deed(4, 12, 2), Some((4, None, None)), true),
        (Some((4, None, None)), deed(9, 1_200, 99), false),
        (Some((-4, None, None)), deed(-4, 1_200, 99), true),
        (deed(4, 12, 2), deed(-1, 1, 1), false),
        (None, deed(3, 1, 1), true),
        (None, deed(-3, 1, 1), false),
        (deed(3, 1, 1), None, false),
        (deed(-3, 1, 1), None, true),
    ] {
        assert_eq!(is_kinder(then, named), kinder, "{then:?} then, {named:?} named");
    }
}

#[test]
fn the_highest_version_that_has_begun_is_in_force() {
    let books =
        [book(3, "2026-07-01", None), book(2, "2026-07-01", None), book(1, "2026-01-01", None)];
    let books = Rulebooks::try_from(books.to_vec()).unwrap();
    let on = |day: &str| books.in_force_on(day.parse().unwrap()).map(|book| book.version);
    assert_eq!((on("2025-12-31"), on("2026-06-30"), on("2026-07-01")), (None, Some(1), Some(3)));
    assert_eq!(books.as_of("2025-12-31".parse().unwrap()).version, 1);
    let twice = vec![book(1, "2026-01-01", None), book(1, "2026-07-01", None)];
    assert!(Rulebooks::try_from(twice).is_err());
    assert!(Rulebooks::try_from(Vec::new()).is_err());
}

#[test]
fn a_rule_that_came_after_the_deed_is_shown_by_a_list_that_was_held_in_between() {
    let later = book(8, "2026-07-01", None);
    let held = |day: &str, version| HeldList { day: day.parse().unwrap(), version };
    assert_eq!(rule_after_the_deed(&later, &[]), None);
    assert_eq!(rule_after_the_deed(&later, &[held("2026-07-01", 7)]), None);
    assert_eq!(rule_after_the_deed(&later, &[held("2026-09-01", 8)]), None);
    let lists = [held("2026-09-01", 7), held("2026-08-01", 7), held("2026-06-01", 7)];
    assert_eq!(rule_after_the_deed(&later, &lists), Some(lists[1]));
}
