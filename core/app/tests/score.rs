//! The worked cases of PROTOCOL §3.1.7, read out of `PROTOCOL.md` and computed.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use standing_model::ids::Hash;
use standing_model::rulebook::{Rulebook, Rulebooks};
use standing_model::statement::{Entry, Star, Statement};
use standing_rules::arithmetic::{LineItem, LineStatus};
use standing_rules::audit::{Difference, audit};

/// The rows of a table of the page, below its head, each as its cells.
fn table(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/../PROTOCOL.md", env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(path).unwrap();
    let (_, rest) = page.split_once(&format!("<!-- score {name} -->\n")).unwrap();
    let (table, _) = rest.split_once("<!-- end -->").unwrap();
    let cells = |row: &str| -> Vec<String> {
        let row = row.trim().trim_start_matches('|').trim_end_matches('|');
        row.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    table.lines().skip(2).map(cells).collect()
}

fn text(text: &str) -> Value {
    json!({"en": text, "zh-Hans": text})
}

/// "L -5 max 2 for 12".
fn rule(written: &str) -> Value {
    let words: Vec<&str> = written.split_whitespace().collect();
    let points: i32 = words[1].parse().unwrap();
    let mut rule = json!({"id": words[0], "names": text(words[0]), "points": points,
        "dimension": "d", "legal_basis": [], "self_report": false, "cooling_off_hours": 0,
        "photo": false, "source": "s", "terms_source": "s"});
    for pair in words[2..].chunks(2) {
        let member = match pair[0] {
            "max" => "max_per_year",
            "for" => "valid_months",
            other => panic!("{other} in {written}"),
        };
        rule[member] = pair[1].parse::<u32>().unwrap().into();
    }
    rule
}

/// The rulebooks of the page, by name and version: "A7".
fn rulebooks() -> BTreeMap<String, Rulebook> {
    let read = |row: Vec<String>| {
        let number = |at: usize| row[at].parse::<i32>().unwrap();
        let points: Vec<i32> = row[8].split_whitespace().map(|n| n.parse().unwrap()).collect();
        let stars = json!({"id": "yard", "names": text("yard"), "dimension": "d",
            "points": points, "source": "s", "points_source": "s"});
        let book = json!({
            "v": 1, "id": row[0], "version": number(1), "names": text(&row[0]),
            "in_force_from": row[2],
            "scale": {"min": number(3), "max": number(4), "start": number(5),
                "decimals": number(6), "source": "s", "start_source": "s"},
            "tiers": [{"id": "all", "names": text("all"), "from": number(3), "source": "s"}],
            "dimensions": [{"id": "d", "names": text("d")}],
            "stars": if row[8].is_empty() { json!([]) } else { json!([stars]) },
            "rules": row[7].split(';').map(rule).collect::<Vec<_>>(),
            "perks": [], "restrictions": [], "contest": [],
            "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
            "sources": [{"id": "s", "names": text("s"), "certainty": "assumed"}],
        });
        let book = Rulebook::read(&serde_json::to_vec(&book).unwrap()).unwrap();
        (format!("{}{}", row[0], row[1]), book)
    };
    table("rulebooks").into_iter().map(read).collect()
}

/// "a L@7 2026-01-10 withdrawn".
fn entry(words: &[&str], books: &BTreeMap<String, Rulebook>, name: &str) -> Entry {
    let (rule, version) = words[1].split_once('@').unwrap();
    let mark = words.get(3).copied().unwrap_or("active");
    let contested = (mark == "contested").then(|| json!({"since": words[2], "by": "resident"}));
    let known = books[&format!("{name}{version}")].rule(rule);
    let mut entry = json!({
        "id": words[0], "rule": rule, "rulebook": version.parse::<u32>().unwrap(),
        "points": known.map_or(0, |rule| rule.points.units()), "occurred_on": words[2],
        "recorded_on": words[2], "by": text("b"), "document": "d", "legal_basis": [],
        "state": if contested.is_some() { "active" } else { mark },
    });
    if let Some(contested) = contested {
        entry["contested"] = contested;
    }
    let mut entry: Entry = serde_json::from_value(entry).unwrap();
    let months = known.and_then(|rule| rule.valid_months);
    entry.ends_on = months.map(|months| entry.occurred_on.plus_months(months));
    entry
}

/// "*s yard=4@7 2026-04-01 replaced".
fn star(words: &[&str]) -> Star {
    let (category, rest) = words[1].split_once('=').unwrap();
    let (value, version) = rest.split_once('@').unwrap();
    let state = words.get(3).copied().unwrap_or("active");
    serde_json::from_value(json!({
        "id": words[0].trim_start_matches('*'), "category": category,
        "value": value.parse::<u8>().unwrap(), "rulebook": version.parse::<u32>().unwrap(),
        "set_on": words[2], "set_by": text("b"), "state": state,
    }))
    .unwrap()
}

fn statement(cells: &[String], books: &BTreeMap<String, Rulebook>) -> Statement {
    let name = &cells[1][..1];
    let mut statement: Statement = serde_json::from_value(json!({
        "v": 1, "iss": "a.example", "sub": "r", "iat": 0, "seq": 1,
        "period": {"from": "2020-01-01", "to": cells[3]}, "rulebook": name,
        "rulebooks": [{"version": 1, "sha256": Hash::of(b"r")}],
        "score": cells[6].parse::<i32>().unwrap(), "tier": "all", "stars": [], "entries": [],
        "perks": [], "restrictions": [],
    }))
    .unwrap();
    for item in cells[2].split(';').filter(|item| !item.trim().is_empty()) {
        let words: Vec<&str> = item.split_whitespace().collect();
        if words[0].starts_with('*') {
            statement.stars.push(star(&words));
        } else {
            statement.entries.push(entry(&words, books, name));
        }
    }
    statement
}

#[test]
fn every_worked_case_of_the_page_computes_to_what_it_says() {
    let (books, cases) = (rulebooks(), table("cases"));
    assert!(cases.len() >= 12, "{} cases", cases.len());
    for cells in cases {
        let listed = cells[1].split_whitespace().map(|name| books[name].clone());
        let listed = Rulebooks::try_from(listed.collect::<Vec<_>>()).unwrap();
        let audit = audit(&statement(&cells, &books), &listed);
        let lines = audit.breakdown.lines.iter();
        let counts = lines.filter(|line| line.status == LineStatus::Counts);
        let counts: BTreeSet<&str> = counts
            .map(|line| match &line.item {
                LineItem::Entry { id } | LineItem::Star { id } => id.as_str(),
            })
            .collect();
        let case = &cells[0];
        assert_eq!(counts, cells[4].split_whitespace().collect(), "{case}");
        assert_eq!(audit.breakdown.sum.to_string(), cells[5], "{case}");
        assert_eq!(audit.breakdown.total.to_string(), cells[6], "{case}");
        let found: Vec<&str> = audit.differences.iter().map(Difference::code).collect();
        assert_eq!(found, cells[7].split_whitespace().collect::<Vec<_>>(), "{case}");
    }
}
