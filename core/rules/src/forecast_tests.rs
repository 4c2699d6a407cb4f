//! A forecast is what the statement of that day will say if nothing is added.

use serde_json::{Value, json};

use super::*;
use standing_model::statement::{EntryState, StarState};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

fn book(version: u32, from: &str, start: i32, rules: &[(&str, i32, Option<u32>)]) -> Rulebook {
    let rule = |(id, points, max): &(&str, i32, Option<u32>)| {
        let mut rule = json!({"id": id, "names": text(id), "points": points, "dimension": "d",
            "valid_months": 12, "legal_basis": [], "self_report": false,
            "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"});
        if let Some(max) = max {
            rule["max_per_year"] = json!(max);
        }
        rule
    };
    let measure = |id: &str, when: Value| {
        json!({"id": id, "names": text(id), "when": when, "note": text("n"), "source": "s",
            "when_source": "s"})
    };
    let book = json!({
        "v": 1, "id": "r", "version": version, "names": text("r"), "in_force_from": from,
        "scale": {"min": 0, "max": 100, "start": start, "decimals": 0, "source": "s",
            "start_source": "s"},
        "tiers": [
            {"id": "low", "names": text("low"), "from": 0, "source": "s"},
            {"id": "good", "names": text("good"), "from": 70, "source": "s"},
            {"id": "best", "names": text("best"), "from": 90, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [{"id": "yard", "names": text("yard"), "dimension": "d",
            "points": [-2, -1, 0, 1, 2], "source": "s", "points_source": "s"}],
        "rules": rules.iter().map(rule).collect::<Vec<_>>(),
        "perks": [
            measure("soap", json!({"tier_at_least": "good"})),
            measure("loan", json!({"tier_at_least": "best"}))],
        "restrictions": [measure("board", json!({"tier_at_most": "low"}))], "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    });
    serde_json::from_value(book).unwrap()
}

const RULES: [(&str, i32, Option<u32>); 3] =
    [("UP", 6, None), ("DOWN", -5, None), ("CAP", 4, Some(2))];

fn rulebooks() -> Rulebooks {
    book(1, "2025-01-01", 60, &RULES).into()
}

pub(crate) fn entry(id: &str, rule: &str, points: i32, on: &str) -> Entry {
    let mut entry: Entry = serde_json::from_value(json!({
        "id": id, "rule": rule, "rulebook": 1, "points": points, "occurred_on": on,
        "recorded_on": on, "by": text("village"), "document": "d", "legal_basis": [],
        "state": "active",
    }))
    .unwrap();
    entry.ends_on = Some(entry.occurred_on.plus_months(12));
    entry
}

fn star(id: &str, value: u8, on: &str) -> Star {
    serde_json::from_value(json!({
        "id": id, "category": "yard", "value": value, "rulebook": 1, "set_on": on,
        "set_by": text("village"), "state": "active",
    }))
    .unwrap()
}

#[test]
fn quarters_end_where_the_calendar_has_them() {
    let ends = |after: &str| -> Vec<String> {
        quarter_ends(day(after)).take(3).map(|end| end.to_string()).collect()
    };
    assert_eq!(ends("2026-09-30"), ["2026-12-31", "2027-03-31", "2027-06-30"]);
    assert_eq!(ends("2026-09-29"), ["2026-09-30", "2026-12-31", "2027-03-31"]);
    assert_eq!(ends("2026-12-31"), ["2027-03-31", "2027-06-30", "2027-09-30"]);
    assert_eq!(ends("2028-02-29"), ["2028-03-31", "2028-06-30", "2028-09-30"]);
    assert_eq!(ends("2026-01-01")[0], "2026-03-31");
    assert_eq!(ends("9999-12-31"), [""; 0], "a signed day beyond which there is no quarter");
}

#[test]
fn a_quarter_that_is_over_is_not_what_comes_next() {
    let entries = [entry("a", "UP", 6, "2025-09-01"), entry("b", "UP", 6, "2026-03-01")];
    let (to, today) = (day("2026-06-30"), day("2026-12-31"));
    let seen = forecast(&rulebooks(), &entries, &[], (to, today));
    assert_eq!(seen.now.breakdown.total, Points::new(72));
    let shown: Vec<_> = seen
        .quarters
        .iter()
        .map(|one| (one.position.as_of.to_string(), one.position.breakdown.total.units()))
        .collect();
    assert_eq!(shown[0], ("2026-12-31".into(), 66), "what ended meanwhile is said once");
    assert_eq!(shown[1], ("2027-03-31".into(), 60));
    assert_eq!(seen.quarters[0].moves.len(), 1);
}

#[test]
fn each_quarter_says_what_ends_in_it_and_what_that_leaves() {
    let entries = [
        entry("a", "UP", 6, "2025-12-20"),
        entry("b", "DOWN", -5, "2026-02-10"),
        entry("c", "UP", 6, "2026-08-01"),
    ];
    let seen = forecast(
        &rulebooks(),
        &entries,
        &[star("s", 5, "2025-05-01")],
        (day("2026-09-30"), day("2026-09-30")),
    );
    assert_eq!(seen.now.breakdown.total, Points::new(69));
    assert_eq!(seen.now.restrictions, ["board"]);
    let total = |one: &Ahead| one.position.breakdown.total.units();
    assert_eq!(seen.quarters.iter().map(total).collect::<Vec<_>>(), [63, 68, 68, 62]);
    let moved = |n: usize| -> Vec<(&str, i32)> {
        seen.quarters[n]
            .moves
            .iter()
            .map(|one| (one.item.id().as_str(), one.points.units()))
            .collect()
    };
    assert_eq!(
        [moved(0), moved(1), moved(2), moved(3)],
        [vec![("a", -6)], vec![("b", 5)], vec![], vec![("c", -6)]]
    );
    assert_eq!(seen.changes_until, None);
}

#[test]
fn a_limit_that_was_reached_gives_nothing_back_when_an_entry_ends() {
    let entries = [
        entry("a", "CAP", 4, "2026-01-10"),
        entry("b", "CAP", 4, "2026-11-10"),
        entry("c", "CAP", 4, "2026-12-10"),
    ];
    let seen = forecast(&rulebooks(), &entries, &[], (day("2026-12-31"), day("2026-12-31")));
    assert_eq!(seen.now.breakdown.total, Points::new(68));
    let totals: Vec<i32> =
        seen.quarters.iter().map(|one| one.position.breakdown.total.units()).collect();
    assert_eq!(totals, [64, 64, 64, 60], "c never counts");
}

#[test]
fn a_rulebook_that_begins_later_moves_the_start() {
    let later = book(2, "2027-01-01", 50, &RULES);
    let books = Rulebooks::try_from(vec![book(1, "2025-01-01", 60, &RULES), later]).unwrap();
    let seen = forecast(&books, &[], &[], (day("2026-09-30"), day("2026-09-30")));
    let versions: Vec<(u32, i32)> = seen
        .quarters
        .iter()
        .map(|one| (one.position.rulebook, one.position.breakdown.total.units()))
        .collect();
    assert_eq!(versions, [(1, 60), (2, 50), (2, 50), (2, 50)]);
}

#[test]
fn a_rulebook_that_ends_takes_its_rules_along_and_not_what_they_counted() {
    let later = book(2, "2027-01-01", 60, &[("UP", 6, None)]);
    let books = Rulebooks::try_from(vec![book(1, "2025-01-01", 60, &RULES), later]).unwrap();
    let entries = [entry("a", "CAP", 4, "2026-05-10"), entry("b", "DOWN", -5, "2026-08-01")];
    let seen = forecast(&books, &entries, &[], (day("2026-09-30"), day("2026-09-30")));
    let totals: Vec<(u32, i32)> = seen
        .quarters
        .iter()
        .map(|one| (one.position.rulebook, one.position.breakdown.total.units()))
        .collect();
    // Each ends when it was to end by the version of its day.
    assert_eq!(totals, [(1, 59), (2, 59), (2, 55), (2, 60)]);
    let rules = |on: &str| -> Vec<String> {
        room(&books, &entries, day(on)).into_iter().map(|one| one.rule.to_string()).collect()
    };
    assert_eq!(rules("2026-12-31"), ["UP", "CAP"]);
    assert_eq!(rules("2027-01-01"), ["UP"], "nothing is offered by a rule that is gone");
}

#[test]
fn a_limit_that_changes_in_mid_year_holds_from_its_day_on_and_takes_nothing_back() {
    let of = |version: u32, mut one: Entry| {
        one.rulebook = version;
        one
    };
    let entries = [
        entry("a", "CAP", 4, "2026-02-01"),
        entry("b", "CAP", 4, "2026-03-01"),
        of(2, entry("c", "CAP", 4, "2026-08-01")),
        of(2, entry("d", "CAP", 4, "2026-09-01")),
    ];
    for (most, total, left) in [(1, 68, 0), (2, 68, 0), (3, 72, 0), (6, 76, 2)] {
        let later = book(2, "2026-07-01", 60, &[("CAP", 4, Some(most))]);
        let books = Rulebooks::try_from(vec![book(1, "2025-01-01", 60, &RULES), later]).unwrap();
        let seen = Position::of(&books, &entries, &[], day("2026-09-30"));
        assert_eq!(seen.breakdown.total, Points::new(total), "at most {most}");
        let room = room(&books, &entries, day("2026-09-30"));
        assert_eq!((room[0].used, room[0].left), (4, Some(left)), "at most {most}");
        // In the first half of the year the old limit holds, whatever comes later.
        let before = Position::of(&books, &entries, &[], day("2026-06-30"));
        assert_eq!(before.breakdown.total, Points::new(68), "at most {most}");
    }
}

#[test]
fn what_ends_after_the_last_quarter_is_said() {
    let mut late = entry("a", "UP", 6, "2026-01-01");
    late.ends_on = Some(day("2040-01-01"));
    let seen = forecast(&rulebooks(), &[late], &[], (day("2026-09-30"), day("2026-09-30")));
    assert_eq!(seen.quarters.len(), MOST_QUARTERS);
    assert_eq!(seen.changes_until, Some(day("2040-01-01")));
}

#[test]
fn room_counts_what_has_ended_and_not_what_was_withdrawn() {
    let mut ended = entry("a", "CAP", 4, "2026-01-10");
    ended.state = EntryState::Ended;
    let mut withdrawn = entry("b", "CAP", 4, "2026-02-10");
    withdrawn.state = EntryState::Withdrawn;
    let last_year = entry("c", "CAP", 4, "2025-12-31");
    let seen = room(&rulebooks(), &[ended, withdrawn, last_year], day("2026-11-29"));
    let shown: Vec<_> = seen.iter().map(|one| (one.rule.as_str(), one.used, one.left)).collect();
    assert_eq!(shown, [("UP", 0, None), ("CAP", 1, Some(1))], "what takes points is not offered");
}

#[test]
fn the_next_tier_says_what_is_missing_and_what_it_changes() {
    let book = book(1, "2025-01-01", 60, &RULES);
    let at = |start: i32| {
        let books: Rulebooks = self::book(1, "2025-01-01", start, &RULES).into();
        Position::of(&books, &[], &[], day("2026-09-30"))
    };
    let next = next_tier(&book, &[], &at(60)).unwrap();
    assert_eq!((next.tier.as_str(), next.short.units()), ("good", 10));
    assert_eq!(
        (next.opens, next.lifts),
        (vec!["soap".parse().unwrap()], vec!["board".parse().unwrap()])
    );
    let next = next_tier(&book, &[], &at(82)).unwrap();
    assert_eq!((next.tier.as_str(), next.short.units()), ("best", 8));
    assert_eq!(next.opens, ["loan".parse::<PerkId>().unwrap()]);
    assert_eq!(next_tier(&book, &[], &at(90)), None);
}

/// A statement of a later day, as an authority writes it: what has run out is marked as ended.
fn as_written_on(entries: &[Entry], day: Date) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    for entry in &mut entries {
        let ran_out = entry.ends_on.is_some_and(|end| end <= day);
        if entry.state == EntryState::Active && ran_out {
            entry.state = EntryState::Ended;
        }
    }
    entries
}

#[test]
fn every_quarter_is_the_sum_of_the_statement_of_that_day() {
    let (books, mut seed) = (rulebooks(), 7_u64);
    let mut draw = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    for _ in 0..300 {
        let mut entries = Vec::new();
        for n in 0..draw(25) {
            let (rule, points, _) = RULES[usize::try_from(draw(3)).unwrap()];
            let on = day("2025-01-01").plus_days(i64::try_from(draw(900)).unwrap());
            let mut one = entry(&format!("e{n}"), rule, points, &on.to_string());
            one.ends_on = [None, Some(on.plus_months(3)), Some(on.plus_months(12))]
                [usize::try_from(draw(3)).unwrap()];
            one.state =
                [EntryState::Active, EntryState::Active, EntryState::Ended, EntryState::Withdrawn]
                    [usize::try_from(draw(4)).unwrap()];
            entries.push(one);
        }
        let mut old = star("s1", 2, "2025-03-01");
        old.state = StarState::Replaced;
        let stars = [old, star("s2", u8::try_from(1 + draw(5)).unwrap(), "2026-03-01")];
        let seen = forecast(&books, &entries, &stars, (day("2026-06-30"), day("2026-06-30")));
        let mut sum = seen.now.breakdown.sum;
        for one in &seen.quarters {
            let as_of = one.position.as_of;
            let written = compute(&books, &as_written_on(&entries, as_of), &stars, as_of);
            assert_eq!(written.total, one.position.breakdown.total);
            sum += one.moves.iter().map(|one| one.points).sum::<Points>();
            assert_eq!(sum, one.position.breakdown.sum, "the moves explain the difference");
        }
    }
}
