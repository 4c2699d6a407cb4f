//! How statements follow from each other in what they say: entries, their states, rulebooks.

use std::collections::{BTreeMap, BTreeSet};

use super::alarm::{Alarm, EntryFault, Found};
use super::series::{Held, History, entries, links};
use standing_model::ids::{EntryId, Hash, RulebookId};
use standing_model::statement::{Entry, EntryState, RulebookVersion, Star, Statement};
use standing_model::time::Date;

/// What only the content of statements shows. Each is compared with the one before it on its own
/// branch, by `prev`.
pub(super) fn moves(history: &History<'_, Statement>) -> Vec<Found> {
    let mut found = rulebooks(history);
    // By place among the steps: the ids that were gone before that statement.
    let mut gone: Vec<BTreeSet<EntryId>> = Vec::new();
    for step in history.steps() {
        let (before, after) = (history.before(step), step.held);
        let mut missing = step.before.and_then(|at| gone.get(at).cloned()).unwrap_or_default();
        if let (Some(before), Some(after)) = (before, after.payload().map(|_| after)) {
            found.extend(content(before, after));
            found.extend(reused(before, after, &mut missing));
        }
        gone.push(missing);
    }
    found
}

/// What is remembered of the statements before one.
#[derive(Debug, Default)]
pub struct Seen {
    /// Ids of entries and stars that are gone.
    gone: BTreeSet<EntryId>,
    /// By version of a rulebook: each of its hashes, and the first statement that names it.
    rulebooks: BTreeMap<(RulebookId, u32), BTreeMap<Hash, u32>>,
}

/// [`moves`] for one statement after those that were seen before it.
pub(super) fn step(
    seen: &mut Seen,
    before: Option<&Held<Statement>>,
    after: &Held<Statement>,
    text: &dyn Fn(u32) -> Option<String>,
) -> Vec<Found> {
    let Some(payload) = after.payload() else { return Vec::new() };
    let mut found = Vec::new();
    for RulebookVersion { version, sha256 } in &payload.rulebooks {
        let key = (payload.rulebook.clone(), *version);
        let by_hash = seen.rulebooks.entry(key).or_default();
        let is_other = !by_hash.is_empty() && !by_hash.contains_key(sha256);
        by_hash.entry(*sha256).or_insert(after.n);
        if is_other {
            let at = |n: &u32| if *n == after.n { Some(after.compact.clone()) } else { text(*n) };
            found.push(Found {
                alarm: Alarm::RulebookTwoHashes { id: payload.rulebook.clone(), version: *version },
                hashes: by_hash.keys().copied().collect(),
                documents: by_hash.values().filter_map(at).collect(),
            });
        }
    }
    if let Some(before) = before {
        found.extend(content(before, after));
        found.extend(reused(before, after, &mut seen.gone));
    }
    found
}

/// What is wrong between a statement and the one after it on this phone.
#[must_use]
pub fn compare(before: &Held<Statement>, after: &Held<Statement>) -> Vec<Found> {
    if before.n == after.n {
        return super::series::examine(&[before.clone(), after.clone()]);
    }
    let mut found = links(before, after);
    found.extend(content(before, after));
    found
}

/// One alarm for each version of a rulebook that has several hashes (PROTOCOL §3.6.2).
fn rulebooks(history: &History<'_, Statement>) -> Vec<Found> {
    type Named<'a> = BTreeMap<Hash, &'a Held<Statement>>;
    let mut named: BTreeMap<(&RulebookId, u32), Named<'_>> = BTreeMap::new();
    for step in history.steps() {
        let Some(Statement { rulebook, rulebooks, .. }) = step.held.payload() else { continue };
        for RulebookVersion { version, sha256 } in rulebooks {
            let by_hash = named.entry((rulebook, *version)).or_default();
            by_hash.entry(*sha256).or_insert(step.held);
        }
    }
    let several = named.into_iter().filter(|(_, by_hash)| by_hash.len() > 1);
    several
        .map(|((id, version), by_hash)| Found {
            alarm: Alarm::RulebookTwoHashes { id: id.clone(), version },
            hashes: by_hash.keys().copied().collect(),
            documents: by_hash.values().map(|held| held.compact.clone()).collect(),
        })
        .collect()
}

/// Entries that do not fit those of the statement before: every fault of every entry.
fn content(before: &Held<Statement>, after: &Held<Statement>) -> Vec<Found> {
    let (Ok(signed), Some(new)) = (&before.verdict, after.payload()) else { return Vec::new() };
    let old = signed.payload();
    let signed_on = old.iat.day_in(signed.zone());
    let known: BTreeMap<&str, &Entry> =
        old.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let mut faults: BTreeMap<EntryFault, Vec<EntryId>> = BTreeMap::new();
    for entry in &new.entries {
        for fault in compare_entry(known.get(entry.id.as_str()).copied(), entry, signed_on) {
            faults.entry(fault).or_default().push(entry.id.clone());
        }
    }
    let stars: BTreeMap<&str, &Star> =
        old.stars.iter().map(|star| (star.id.as_str(), star)).collect();
    for star in &new.stars {
        let before = stars.get(star.id.as_str());
        for fault in before.map(|before| compare_star(before, star)).unwrap_or_default() {
            faults.entry(fault).or_default().push(star.id.clone());
        }
    }
    let both = || vec![before.compact.clone(), after.compact.clone()];
    faults.into_iter().filter_map(|(fault, ids)| entries(fault, new.seq, ids, both())).collect()
}

fn compare_entry(before: Option<&Entry>, after: &Entry, signed_on: Date) -> Vec<EntryFault> {
    let Some(before) = before else {
        let late = after.recorded_on < signed_on;
        return late.then_some(EntryFault::BackDated).into_iter().collect();
    };
    let mut faults = Vec::new();
    if before.notified_on != after.notified_on {
        let plausible =
            before.notified_on.is_none() && after.notified_on.is_some_and(|day| day >= signed_on);
        if !plausible {
            faults.push(EntryFault::NotifiedLater);
        }
    }
    if before.state != after.state && !before.state.may_become(after.state) {
        faults.push(EntryFault::State);
    }
    // State, its reason, the mark of a contest and the version that judges an entry may move, and an
    // entry that stops counting may end on another day; everything else is fixed for ever.
    let stops = matches!(after.state, EntryState::Withdrawn | EntryState::Ended);
    let moved = before.state != after.state && stops;
    let fixed = |entry: &Entry| Entry {
        rulebook: after.rulebook,
        state: after.state,
        contested: None,
        reason: None,
        notified_on: None,
        ends_on: if moved { None } else { entry.ends_on },
        ..entry.clone()
    };
    if fixed(before) != fixed(after) {
        faults.push(EntryFault::Rewritten);
    }
    faults
}

/// What is wrong with a record of stars: its state, its reason, the version that judges it and a
/// first day of notice may move; everything else is fixed for ever.
fn compare_star(before: &Star, after: &Star) -> Vec<EntryFault> {
    let fixed = |star: &Star| Star {
        rulebook: after.rulebook,
        state: after.state,
        reason: None,
        notified_on: star.notified_on.filter(|_| before.notified_on.is_some()),
        ..star.clone()
    };
    let moved = before.state != after.state && !before.state.may_become(after.state);
    let mut faults = Vec::new();
    if moved {
        faults.push(EntryFault::StarsState);
    }
    if fixed(before) != fixed(after) {
        faults.push(EntryFault::StarsRewritten);
    }
    faults
}

fn star_ids(statement: &Statement) -> BTreeSet<&EntryId> {
    statement.stars.iter().map(|star| &star.id).collect()
}

/// Every id that a statement uses: entries and records of stars share one set of them.
fn ids(statement: &Statement) -> impl Iterator<Item = &EntryId> {
    let stars = statement.stars.iter().map(|star| &star.id);
    statement.entries.iter().map(|entry| &entry.id).chain(stars)
}

/// Ids that were gone and are used again, or that pass from an entry to stars or back. `gone` are those that were gone before `before`; it
/// becomes those that were gone before `after`.
fn reused(
    before: &Held<Statement>,
    after: &Held<Statement>,
    gone: &mut BTreeSet<EntryId>,
) -> Vec<Found> {
    let (Some(old), Some(new)) = (before.payload(), after.payload()) else { return Vec::new() };
    let (stars, were_stars) = (star_ids(new), star_ids(old));
    let now: BTreeSet<&EntryId> = ids(new).collect();
    let passed = |id: &EntryId| {
        ids(old).any(|known| known == id) && stars.contains(id) != were_stars.contains(id)
    };
    let again = ids(new).filter(|id| gone.remove(*id) || passed(id)).cloned();
    let (of_stars, of_entries): (Vec<EntryId>, Vec<EntryId>) =
        again.partition(|id| stars.contains(id));
    gone.extend(ids(old).filter(|id| !now.contains(id)).cloned());
    let both = || vec![before.compact.clone(), after.compact.clone()];
    let found = [
        entries(EntryFault::IdReused, new.seq, of_entries, both()),
        entries(EntryFault::StarsIdReused, new.seq, of_stars, both()),
    ];
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;
    use serde_json::json;
    use standing_model::points::Points;
    use standing_model::statement::{Contested, Contester, StarState};

    fn entry() -> Entry {
        serde_json::from_value(json!({
            "id": "E-1", "rule": "R", "rulebook": 1, "points": -5, "occurred_on": "2026-07-02",
            "recorded_on": "2026-07-03", "by": {"en": "a", "zh-Hans": "a"}, "document": "d",
            "legal_basis": [], "ends_on": "2027-07-02", "state": "active",
        }))
        .unwrap()
    }

    fn faults(before: &Entry, after: &Entry) -> Vec<EntryFault> {
        compare_entry(Some(before), after, before.recorded_on)
    }

    #[test]
    fn an_entry_whose_state_moves_is_not_rewritten_and_one_with_other_points_is() {
        let entry = entry();
        let mark = Contested { since: entry.recorded_on, by: Contester::Resident, record: None };
        let contested = Entry { contested: Some(mark), ..entry.clone() };
        assert_eq!(faults(&entry, &contested), []);
        let judged_by_another = Entry { rulebook: 2, ..entry.clone() };
        assert_eq!(faults(&entry, &judged_by_another), []);
        let ended = entry.recorded_on;
        let taken_back =
            Entry { state: EntryState::Withdrawn, ends_on: Some(ended), ..entry.clone() };
        assert_eq!(faults(&entry, &taken_back), []);
        let dearer = Entry { points: Points::new(-6), ..contested };
        assert_eq!(faults(&entry, &dearer), [EntryFault::Rewritten]);
        let open = Entry { ends_on: None, ..entry.clone() };
        assert_eq!(faults(&entry, &open), [EntryFault::Rewritten]);
    }

    /// A table of PROTOCOL §3.6.7: from, to, and whether it may.
    fn table<S: DeserializeOwned + Clone>(name: &str) -> Vec<(S, S, bool)> {
        let text = include_str!("../../PROTOCOL.md");
        let (_, rest) = text.split_once(&format!("<!-- table {name} -->")).unwrap();
        let (table, _) = rest.split_once("<!-- end -->").unwrap();
        let cells = |line: &str| -> Vec<String> {
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
        };
        let state = |name: &str| -> S { serde_json::from_value(json!(name)).unwrap() };
        let mut rows = table.trim().lines().map(cells);
        let to: Vec<S> = rows.next().unwrap()[1..].iter().map(|name| state(name)).collect();
        let rows = rows.skip(1).flat_map(|row| {
            let from = state(&row[0]);
            let may = row[1..].iter().map(|cell| cell == "yes").collect::<Vec<_>>();
            to.clone().into_iter().zip(may).map(move |(to, may)| (from.clone(), to, may))
        });
        rows.collect()
    }

    #[test]
    fn an_entrys_state_moves_as_the_protocol_says() {
        let at = |state| Entry { state, ends_on: None, ..entry() };
        let table = table::<EntryState>("entry states");
        assert_eq!(table.len(), 9);
        for (before, after, may) in table {
            let found = faults(&at(before), &at(after));
            let expected = if may { vec![] } else { vec![EntryFault::State] };
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn no_fault_of_an_entry_hides_another() {
        let told = entry().recorded_on.plus_days(-40_000);
        let worse = Entry { points: Points::new(-9), notified_on: Some(told), ..entry() };
        let found = faults(&entry(), &worse);
        assert_eq!(found, [EntryFault::NotifiedLater, EntryFault::Rewritten]);
    }

    #[test]
    fn stars_are_fixed_under_their_id_and_their_state_moves_as_the_protocol_says() {
        let star: Star = serde_json::from_value(json!({
            "id": "S-1", "category": "yard", "value": 3, "rulebook": 1, "set_on": "2026-06-30",
            "set_by": {"en": "a", "zh-Hans": "a"}, "document": "d", "state": "active",
        }))
        .unwrap();
        let in_state = |state| Star { state, ..star.clone() };
        let table = table::<StarState>("star states");
        assert_eq!(table.len(), 9);
        for (before, after, may) in table {
            let found = compare_star(&in_state(before), &in_state(after));
            let expected = if may { vec![] } else { vec![EntryFault::StarsState] };
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
        let told = Some(star.set_on);
        let judged = Star { rulebook: 2, notified_on: told, reason: None, ..star.clone() };
        assert_eq!(compare_star(&star, &judged), []);
        for other in [
            Star { value: 4, ..star.clone() },
            Star { set_on: star.set_on.plus_days(1), ..star.clone() },
            Star { document: None, ..star.clone() },
            Star { category: "law".parse().unwrap(), ..star.clone() },
        ] {
            assert_eq!(compare_star(&star, &other), [EntryFault::StarsRewritten], "{other:?}");
        }
        let untold = Star { notified_on: None, ..judged.clone() };
        assert_eq!(compare_star(&judged, &untold), [EntryFault::StarsRewritten]);
    }
}
