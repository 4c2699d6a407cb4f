//! The sum as a person would do it on paper, and every way to differ from it.

use serde_json::{Value, json};

use super::*;
use crate::what_if::{Suppose, what_if};
use standing_model::ids::{Hash, IdError};
use standing_model::statement::{EntryState, OwnRecord, Star, StarState};

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

fn rule(id: &str, points: i32) -> Value {
    json!({"id": id, "names": text(id), "points": points, "dimension": "d",
        "valid_months": 12, "legal_basis": [], "self_report": false,
        "cooling_off_hours": 0, "photo": false, "source": "s", "terms_source": "s"})
}

fn book(version: u32, in_force_from: &str, rules: Vec<Value>) -> Rulebook {
    let book = json!({
        "v": 1, "id": "r", "version": version, "names": text("r"), "in_force_from": in_force_from,
        "scale": {"min": 0, "max": 100, "start": 60, "decimals": 0, "source": "s",
            "start_source": "s"},
        "tiers": [
            {"id": "low", "names": text("low"), "from": 0, "source": "s"},
            {"id": "good", "names": text("good"), "from": 70, "source": "s"}],
        "dimensions": [{"id": "d", "names": text("d")}],
        "stars": [{"id": "yard", "names": text("yard"), "dimension": "d",
            "points": [-2, -1, 0, 1, 2], "source": "s", "points_source": "s"}],
        "rules": rules,
        "perks": [{"id": "soap", "names": text("soap"), "when": {"tier_at_least": "good"},
            "note": text("n"), "source": "s", "when_source": "s"}],
        "restrictions": [], "contest": [],
        "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
        "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
    });
    serde_json::from_value(book).unwrap()
}

fn rules() -> Vec<Value> {
    let mut capped = rule("CAP", 4);
    capped["max_per_year"] = json!(2);
    vec![rule("UP", 6), rule("DOWN", -5), capped]
}

fn rulebooks() -> Rulebooks {
    book(1, "2025-01-01", rules()).into()
}

/// From 1 July 2026: `DOWN` takes less, `UP` is gone.
fn two_versions() -> Rulebooks {
    let later = book(2, "2026-07-01", vec![rule("DOWN", -3), rule("CAP", 4)]);
    Rulebooks::try_from(vec![later, book(1, "2025-01-01", rules())]).unwrap()
}

fn entry(id: &str, rule: &str, points: i32, day: &str) -> Entry {
    let mut entry: Entry = serde_json::from_value(json!({
        "id": id, "rule": rule, "rulebook": 1, "points": points, "occurred_on": day,
        "recorded_on": day, "by": text("village"), "document": "d", "legal_basis": [],
        "state": "active",
    }))
    .unwrap();
    entry.ends_on = Some(entry.occurred_on.plus_months(12));
    entry
}

fn named<T: std::str::FromStr<Err = IdError>>(text: &str) -> T {
    text.parse().unwrap()
}

fn star(id: &str, category: &str, value: u8, day: &str) -> Star {
    serde_json::from_value(json!({
        "id": id, "category": category, "value": value, "rulebook": 1, "set_on": day,
        "set_by": text("village"), "state": "active",
    }))
    .unwrap()
}

fn statement(score: i32, tier: &str, entries: Vec<Entry>) -> Statement {
    let mut statement: Statement = serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": 0, "seq": 1,
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "rulebook": "r", "rulebooks": [{"version": 1, "sha256": Hash::of(b"r")}],
        "score": score, "tier": tier, "stars": [], "entries": [], "perks": [],
        "restrictions": [],
    }))
    .unwrap();
    statement.stars = vec![star("S-1", "yard", 5, "2026-01-01")];
    statement.entries = entries;
    if score >= 70 {
        let since = statement.period.to;
        statement.perks = vec![Grant { id: "soap".parse().unwrap(), since, until: None }];
    }
    statement
}

fn differences(statement: &Statement, rulebooks: &Rulebooks) -> Vec<Difference> {
    audit(statement, rulebooks).differences
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
    let audit = audit(&statement(71, "good", entries), &rulebooks());
    assert_eq!(audit.differences, []);
    let status: Vec<_> = audit.breakdown.lines.iter().map(|line| line.status).collect();
    use LineStatus::{Counts, Ended, OverCap};
    assert_eq!(status, [Counts, Ended, Counts, Counts, OverCap, Counts, Counts]);
    assert_eq!(audit.breakdown.lines.last().unwrap().running_total, 71);
}

#[test]
fn every_difference_is_named() {
    let mut wrong = entry("1", "UP", 7, "2026-09-01");
    wrong.ends_on = None;
    let strange = entry("2", "X", 1, "2026-09-01");
    let mut statement = statement(64, "low", vec![wrong, strange]);
    statement.stars = vec![
        star("S-1", "yard", 9, "2026-01-01"),
        star("S-2", "roof", 1, "2026-01-01"),
        star("S-0", "yard", 5, "2026-01-01"),
    ];
    statement.perks = vec![Grant { id: named("soap"), since: statement.period.to, until: None }];
    let found = differences(&statement, &rulebooks());
    let has = |wanted: Difference| assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    has(Difference::Total { stated: Points::new(64), computed: Points::new(67) });
    has(Difference::EntryPoints {
        entry: named("1"),
        stated: Points::new(7),
        rule: Points::new(6),
    });
    has(Difference::EntryEnd { entry: named("1") });
    has(Difference::UnknownRule { entry: named("2"), rule: named("X") });
    has(Difference::UnknownStars { category: named("roof") });
    has(Difference::UnknownStars { category: named("yard") });
    has(Difference::TwoStars { category: named("yard") });
    has(Difference::NotDue { id: named("soap") });
    assert_eq!(found.len(), 8);
}

#[test]
fn a_perk_that_is_due_and_missing_is_named() {
    let entries = vec![entry("1", "UP", 6, "2026-09-01"), entry("2", "CAP", 4, "2026-09-01")];
    let mut statement = statement(72, "good", entries);
    statement.perks.clear();
    assert_eq!(differences(&statement, &rulebooks()), [Difference::Missing { id: named("soap") }]);
}

#[test]
fn a_total_stays_on_its_scale() {
    let many = (0..30).map(|n| entry(&n.to_string(), "UP", 6, "2026-09-01")).collect();
    let audit = audit(&statement(100, "good", many), &rulebooks());
    assert_eq!(audit.differences, []);
    assert_eq!(audit.breakdown.sum, 60 + 2 + 180);
}

#[test]
fn a_scale_that_is_upside_down_is_refused_and_never_a_panic() {
    let mut upside_down = book(1, "2025-01-01", rules());
    (upside_down.scale.min, upside_down.scale.max) = (Points::new(100), Points::ZERO);
    let bytes = serde_json::to_vec(&upside_down).unwrap();
    assert!(Rulebook::read(&bytes).is_err());
    drop(audit(&statement(62, "low", Vec::new()), &upside_down.into()));
}

#[test]
fn what_has_not_happened_yet_or_was_taken_back_does_not_count() {
    let mut back = entry("1", "UP", 6, "2026-09-01");
    back.state = EntryState::Withdrawn;
    let entries = vec![back, entry("2", "UP", 6, "2026-10-02")];
    assert_eq!(differences(&statement(62, "low", entries), &rulebooks()), []);
}

#[test]
fn an_entry_that_was_taken_back_because_it_was_wrong_is_not_held_against_the_authority() {
    let mut back = entry("1", "UP", 9, "2026-09-01");
    (back.state, back.ends_on, back.rulebook) = (EntryState::Withdrawn, None, 3);
    assert_eq!(differences(&statement(62, "low", vec![back]), &rulebooks()), []);
}

#[test]
fn a_change_of_rules_accuses_nobody() {
    let mut later = entry("3", "DOWN", -3, "2026-08-01");
    later.rulebook = 2;
    let mut ended = entry("4", "UP", 6, "2025-02-01");
    ended.state = EntryState::Ended;
    let entries =
        vec![entry("1", "UP", 6, "2026-06-30"), entry("2", "DOWN", -5, "2026-06-30"), later, ended];
    let kept = statement(60, "low", entries);
    assert_eq!(differences(&kept, &two_versions()), []);
    // By the newest version alone, as one rulebook for a statement would have it, the authority
    // would be accused of its older entries.
    let newest = two_versions().version(2).cloned().unwrap();
    let by_one = |entry: &Entry| Entry { rulebook: 2, ..entry.clone() };
    let by_one = Statement { entries: kept.entries.iter().map(by_one).collect(), ..kept };
    let accused = differences(&by_one, &newest.into());
    let points = Difference::EntryPoints {
        entry: named("2"),
        stated: Points::new(-5),
        rule: Points::new(-3),
    };
    let unknown = |entry: &str| Difference::UnknownRule { entry: named(entry), rule: named("UP") };
    assert!(accused.contains(&points) && accused.contains(&unknown("1")), "{accused:?}");
    assert!(accused.contains(&unknown("4")), "{accused:?}");
}

#[test]
fn an_entry_is_judged_by_the_version_of_its_day_or_by_a_kinder_one() {
    let wrong = |version, in_force: u32| Difference::WrongVersion {
        entry: named("1"),
        wrong: WrongVersion { named: version, in_force: Some(in_force) },
    };
    let judged = |day, rulebook, points, total| {
        let entry = Entry { rulebook, ..entry("1", "DOWN", points, day) };
        differences(&statement(total, "low", vec![entry]), &two_versions())
    };
    assert_eq!(judged("2026-06-30", 1, -5, 57), []);
    assert_eq!(judged("2026-06-30", 2, -3, 59), [], "it takes less");
    assert_eq!(judged("2026-07-01", 2, -3, 59), []);
    assert_eq!(judged("2026-07-01", 1, -5, 57), [wrong(1, 2)]);
}

#[test]
fn stars_are_judged_by_the_version_of_the_day_on_which_they_were_set() {
    let mut statement = statement(62, "low", Vec::new());
    statement.stars = vec![star("S-2", "yard", 5, "2026-08-01")];
    let found = differences(&statement, &two_versions());
    let wrong = WrongVersion { named: 1, in_force: Some(2) };
    assert_eq!(found, [Difference::WrongStarVersion { star: named("S-2"), wrong }]);
    statement.stars[0].rulebook = 2;
    let mut before = star("S-1", "yard", 1, "2026-01-01");
    before.state = StarState::Replaced;
    statement.stars.push(before);
    assert_eq!(differences(&statement, &two_versions()), []);
}

#[test]
fn versions_that_were_not_in_force_or_count_in_another_unit_are_named() {
    let mut tenths = book(2, "2026-07-01", rules());
    tenths.scale.decimals = 1;
    let books = Rulebooks::try_from(vec![book(1, "2025-01-01", rules()), tenths]).unwrap();
    let none = statement(62, "low", Vec::new());
    assert_eq!(differences(&none, &books), [Difference::Decimals { version: 1 }]);
    let later = book(1, "2026-10-01", rules());
    let mut without = none;
    without.stars.clear();
    without.score = Points::new(60);
    assert_eq!(differences(&without, &later.into()), [Difference::NoneInForce]);
}

#[test]
fn nobody_loses_points_for_a_record_in_ones_own_defence() {
    let id = RecordId(Hash::of(b"a record"));
    let rests_on = |kind| {
        let record = Some(OwnRecord { id, kind });
        let entry = Entry { record, ..entry("1", "DOWN", -5, "2026-09-01") };
        statement(57, "low", vec![entry])
    };
    let from_defence = Difference::FromDefence { entry: named("1") };
    let found = |kind| differences(&rests_on(kind), &rulebooks());
    assert_eq!(found(Kind::SelfReport), []);
    for kind in [Kind::Contest, Kind::Volunteering, Kind::RightsRequest] {
        assert_eq!(found(kind), std::slice::from_ref(&from_defence), "{kind:?}");
    }
    // The phone knows better than the statement what it sent, and what was taken back.
    for (kind, withdrawn) in [(Kind::SelfReport, true), (Kind::Contest, false)] {
        let own = OwnRecords::from([(id, SentRecord { kind, withdrawn })]);
        let audit = audit_with(&rests_on(Kind::SelfReport), &rulebooks(), &own);
        assert_eq!(audit.differences, std::slice::from_ref(&from_defence), "{kind:?}");
    }
}

#[test]
fn the_sum_is_the_same_in_whatever_order_entries_and_stars_are_written() {
    let mut entries: Vec<Entry> = (0..12)
        .map(|n| entry(&format!("{n}"), ["UP", "CAP", "DOWN"][n % 3], 4, "2026-03-01"))
        .collect();
    entries[4].state = EntryState::Withdrawn;
    entries[7].state = EntryState::Ended;
    let stars = [star("S-2", "yard", 5, "2026-02-01"), star("S-1", "yard", 1, "2026-02-01")];
    let mut statement = statement(0, "low", entries);
    statement.stars = stars.to_vec();
    let first = audit(&statement, &rulebooks()).breakdown;
    // A small generator of permutations: the same ones on every run.
    let mut random = 1_u64;
    for _ in 0..500 {
        for at in (1..statement.entries.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            statement.entries.swap(at, (random >> 33) as usize % (at + 1));
        }
        statement.stars.reverse();
        assert_eq!(audit(&statement, &rulebooks()).breakdown, first);
    }
}

#[test]
fn an_entry_over_the_limit_counts_when_one_before_it_is_taken_back_and_not_when_it_ends() {
    let mut first = entry("1", "CAP", 4, "2026-01-10");
    first.ends_on = Some("2026-02-01".parse().unwrap());
    let entries = [first, entry("2", "CAP", 4, "2026-02-10"), entry("3", "CAP", 4, "2026-03-10")];
    let to = "2026-09-30".parse().unwrap();
    let sum = arithmetic::compute(&rulebooks(), &entries, &[], to);
    assert_eq!(sum.total, 64, "the first has ended and still stands before the third");
    let statement = statement(0, "low", entries.to_vec());
    let moved = |id: &str| -> Vec<String> {
        let supposed = [Suppose::Withdrawn(id.parse().unwrap())];
        let asked = what_if(&rulebooks(), &statement, &supposed, to).unwrap();
        asked.moves.iter().map(|one| one.item.id().to_string()).collect()
    };
    assert_eq!(moved("1"), ["3"]);
    assert!(moved("3").is_empty());
}
