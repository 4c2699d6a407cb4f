//! What changed between two statements, the weightiest first.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::current_stars;
use standing_model::ids::{EntryId, PerkId, RulebookId, StarId, TierId};
use standing_model::points::Points;
use standing_model::rulebook::Rulebooks;
use standing_model::statement::{Contester, Entry, EntryState, RulebookVersion, Star, Statement};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An entry is there that was not.
    NewEntry {
        /// The entry's id.
        entry: EntryId,
    },
    /// An entry's state moved.
    EntryState {
        /// The entry's id.
        entry: EntryId,
        /// From.
        from: EntryState,
        /// To.
        to: EntryState,
    },
    /// An entry is contested that was not, or by somebody else.
    Contested {
        /// The entry's id.
        entry: EntryId,
        /// By whom.
        by: Contester,
    },
    /// An entry is no longer contested.
    NotContested {
        /// The entry's id.
        entry: EntryId,
    },
    /// An entry is gone: a statement is complete, so it no longer exists.
    EntryGone {
        /// The entry's id.
        entry: EntryId,
        /// What it counted.
        points: Points,
    },
    /// Household stars moved.
    Stars {
        /// The category.
        category: StarId,
        /// From; 0 if there were none.
        from: u8,
        /// To; 0 if there are none now.
        to: u8,
    },
    /// The tier moved.
    Tier {
        /// From.
        from: TierId,
        /// To.
        to: TierId,
    },
    /// The rulebook has other versions, or is another one.
    Rulebook {
        /// Before.
        from: NamedVersion,
        /// After.
        to: NamedVersion,
    },
    /// A perk or restriction began.
    Began {
        /// Its id.
        id: PerkId,
    },
    /// A perk or restriction ended.
    Ended {
        /// Its id.
        id: PerkId,
    },
}

/// A version of a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedVersion {
    /// The rulebook's id.
    pub id: RulebookId,
    /// The version; 0 if none is listed.
    pub version: u32,
}

/// Everything that changed from `before` to `after`: the tier and the rules first, then entries
/// by the size of their points, then stars, then perks and restrictions. `rulebooks` are those
/// that `after` lists.
#[must_use]
pub fn between(before: &Statement, after: &Statement, rulebooks: &Rulebooks) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.tier != after.tier {
        changes.push(Change::Tier { from: before.tier.clone(), to: after.tier.clone() });
    }
    let from = named_version(before, rulebooks);
    let to = named_version(after, rulebooks);
    if from != to {
        changes.push(Change::Rulebook { from, to });
    }
    changes.extend(entries(before, after));
    let old = current_stars(&before.stars, before.period.to);
    let new = current_stars(&after.stars, after.period.to);
    let categories = old.values().chain(new.values()).map(|star| &star.category);
    for category in categories.collect::<BTreeSet<_>>() {
        let value =
            |stars: &BTreeMap<&str, &Star>| stars.get(category.as_str()).map_or(0, |one| one.value);
        let (from, to) = (value(&old), value(&new));
        if from != to {
            changes.push(Change::Stars { category: category.clone(), from, to });
        }
    }
    let grants = |statement: &Statement| -> Vec<PerkId> {
        let all = statement.perks.iter().chain(&statement.restrictions);
        all.map(|grant| grant.id.clone()).collect()
    };
    let (old, new) = (grants(before), grants(after));
    let began = new.iter().filter(|id| !old.contains(id));
    changes.extend(began.map(|id| Change::Began { id: id.clone() }));
    let ended = old.iter().filter(|id| !new.contains(id));
    changes.extend(ended.map(|id| Change::Ended { id: id.clone() }));
    changes
}

/// The version in force on the statement's last day; of another rulebook, the newest listed.
fn named_version(statement: &Statement, rulebooks: &Rulebooks) -> NamedVersion {
    let in_force = rulebooks.in_force_on(statement.period.to);
    let in_force = in_force.filter(|book| book.id == statement.rulebook);
    let newest = statement.rulebooks.iter().map(|RulebookVersion { version, .. }| *version).max();
    let version = in_force.map(|book| book.version).or(newest).unwrap_or(0);
    NamedVersion { id: statement.rulebook.clone(), version }
}

fn entries(before: &Statement, after: &Statement) -> Vec<Change> {
    let find = |statement: &'_ Statement, id: &str| -> Option<Entry> {
        statement.entries.iter().find(|entry| entry.id == id).cloned()
    };
    let mut changes = Vec::new();
    for entry in &after.entries {
        let id = entry.id.clone();
        match find(before, &entry.id) {
            None => changes.push((entry.points, Change::NewEntry { entry: id })),
            Some(old) if old.state != entry.state => {
                let (from, to) = (old.state, entry.state);
                changes.push((entry.points, Change::EntryState { entry: id, from, to }));
            }
            Some(old) => {
                let by = |entry: &Entry| entry.contested.as_ref().map(|mark| mark.by);
                let change = match (by(&old), by(entry)) {
                    (from, Some(by)) if from != Some(by) => Change::Contested { entry: id, by },
                    (Some(_), None) => Change::NotContested { entry: id },
                    _ => continue,
                };
                changes.push((entry.points, change));
            }
        }
    }
    for entry in before.entries.iter().filter(|entry| find(after, &entry.id).is_none()) {
        let (id, points) = (entry.id.clone(), entry.points);
        changes.push((points, Change::EntryGone { entry: id, points }));
    }
    changes.sort_by_key(|(points, _)| std::cmp::Reverse(points.size()));
    changes.into_iter().map(|(_, change)| change).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use standing_model::ids::Hash;
    use standing_model::rulebook::Rulebook;

    fn statement(id: &str, version: u32, entries: Value) -> Statement {
        serde_json::from_value(json!({
            "v": 1, "iss": "a.example", "sub": "r", "iat": 0, "seq": 1,
            "period": {"from": "2026-07-01", "to": "2026-09-30"},
            "rulebook": id, "rulebooks": [{"version": version, "sha256": Hash::of(b"r")}],
            "score": 60, "tier": "t", "stars": [], "entries": entries, "perks": [],
            "restrictions": [],
        }))
        .unwrap()
    }

    fn rulebooks(id: &str, version: u32) -> Rulebooks {
        let text = json!({"en": "t", "zh-Hans": "t"});
        let book: Rulebook = serde_json::from_value(json!({
            "v": 1, "id": id, "version": version, "names": text, "in_force_from": "2026-01-01",
            "scale": {"min": 0, "max": 100, "start": 60, "decimals": 0, "source": "s",
                "start_source": "s"},
            "tiers": [{"id": "t", "names": text, "from": 0, "source": "s"}], "dimensions": [],
            "stars": [], "rules": [], "perks": [], "restrictions": [], "contest": [],
            "records": {"answer_within_days": 10, "source": "s"}, "publication": [],
            "sources": [{"id": "s", "names": text, "certainty": "assumed"}],
        }))
        .unwrap();
        book.into()
    }

    #[test]
    fn another_rulebook_with_the_same_version_is_a_change() {
        let named = |id: &str| NamedVersion { id: id.parse().unwrap(), version: 1 };
        let (before, after) = (statement("a", 1, json!([])), statement("b", 1, json!([])));
        let change = Change::Rulebook { from: named("a"), to: named("b") };
        assert_eq!(between(&before, &after, &rulebooks("b", 1)), [change]);
        assert_eq!(between(&after, &after, &rulebooks("b", 1)), []);
    }

    #[test]
    fn a_contest_is_a_change_of_its_own_and_so_is_its_end() {
        let entry = |mark: Option<&str>| {
            let mut entry = json!({"id": "1", "rule": "R", "rulebook": 1, "points": -5,
                "occurred_on": "2026-07-02", "recorded_on": "2026-07-02",
                "by": {"en": "b", "zh-Hans": "b"}, "document": "d", "legal_basis": [],
                "state": "active"});
            if let Some(by) = mark {
                entry["contested"] = json!({"since": "2026-08-01", "by": by});
            }
            statement("a", 1, json!([entry]))
        };
        let books = rulebooks("a", 1);
        let entry_id = || "1".parse().unwrap();
        let by = |by| Change::Contested { entry: entry_id(), by };
        let between = |a, b| between(&entry(a), &entry(b), &books);
        assert_eq!(between(None, Some("resident")), [by(Contester::Resident)]);
        assert_eq!(between(Some("resident"), Some("other")), [by(Contester::Other)]);
        let ended = Change::NotContested { entry: entry_id() };
        assert_eq!(between(Some("other"), None), [ended]);
        assert_eq!(between(Some("other"), Some("other")), []);
    }

    fn entry(id: &str, points: i32, state: &str) -> Value {
        json!({"id": id, "rule": "R", "rulebook": 1, "points": points,
            "occurred_on": "2026-07-02", "recorded_on": "2026-07-02",
            "by": {"en": "b", "zh-Hans": "b"}, "document": "d", "legal_basis": [],
            "state": state})
    }

    #[test]
    fn entries_come_go_and_move_the_weightiest_first() {
        let id = |id: &str| -> EntryId { id.parse().unwrap() };
        let before = json!([
            entry("stays", 1, "active"),
            entry("ends", -3, "active"),
            entry("goes", 9, "active"),
        ]);
        let after = json!([
            entry("stays", 1, "active"),
            entry("new", 5, "active"),
            entry("ends", -3, "ended"),
        ]);
        let (before, after) = (statement("a", 1, before), statement("a", 1, after));
        let (from, to) = (EntryState::Active, EntryState::Ended);
        assert_eq!(
            between(&before, &after, &rulebooks("a", 1)),
            [
                Change::EntryGone { entry: id("goes"), points: Points::new(9) },
                Change::NewEntry { entry: id("new") },
                Change::EntryState { entry: id("ends"), from, to },
            ]
        );
    }

    #[test]
    fn stars_and_measures_that_begin_end_or_move_are_changes_and_others_are_not() {
        let with = |stars: &[(&str, u8)], perk: &str, restriction: &str| {
            let mut one = statement("a", 1, json!([]));
            let star = |(category, value): &(&str, u8)| -> Star {
                serde_json::from_value(json!({"id": format!("S-{category}"), "category": category,
                    "value": value, "rulebook": 1, "set_on": "2026-07-01",
                    "set_by": {"en": "b", "zh-Hans": "b"}, "state": "active"}))
                .unwrap()
            };
            one.stars = stars.iter().map(star).collect();
            let grant = |id: &str| {
                serde_json::from_value(json!({"id": id, "since": "2026-07-01"})).unwrap()
            };
            (one.perks, one.restrictions) = (vec![grant(perk)], vec![grant(restriction)]);
            one
        };
        let before = with(&[("law", 3), ("yard", 2), ("gone", 1)], "soap", "board");
        let after = with(&[("law", 3), ("yard", 4), ("come", 5)], "bus", "board");
        let stars = |category: &str, from, to| Change::Stars {
            category: category.parse().unwrap(),
            from,
            to,
        };
        assert_eq!(
            between(&before, &after, &rulebooks("a", 1)),
            [
                stars("come", 0, 5),
                stars("gone", 1, 0),
                stars("yard", 2, 4),
                Change::Began { id: "bus".parse().unwrap() },
                Change::Ended { id: "soap".parse().unwrap() },
            ]
        );
    }
}
