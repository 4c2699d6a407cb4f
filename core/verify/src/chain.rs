//! A chain of statements: unbroken on this phone, or named alarms.

use std::collections::{BTreeMap, BTreeSet};

use super::message::Verified;
use standing_model::ids::{EntryId, Hash, RulebookId};
use standing_model::statement::{Entry, EntryState, RulebookVersion, Statement};
use standing_model::time::Date;

/// What is wrong between two statements, or in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainAlarm {
    /// Two statements with one number.
    Fork {
        /// The number.
        seq: u32,
    },
    /// Numbers are missing in between.
    Gap {
        /// The first that is missing.
        from: u32,
        /// The last that is missing.
        to: u32,
    },
    /// A statement does not link to the one before that this phone holds.
    BrokenLink {
        /// The later one.
        seq: u32,
    },
    /// A later number with an earlier time, or the same.
    TimeNotRising {
        /// The later one.
        seq: u32,
    },
    /// "A new entry with `recorded_on` before the one before's `iat` date".
    BackDated {
        /// The statement in which it first stands.
        seq: u32,
        /// The entry.
        entry: EntryId,
    },
    /// "`notified_on` added with an earlier date": the phone knows that it did not stand there.
    NotifiedLater {
        /// The statement in which it first stands.
        seq: u32,
        /// The entry.
        entry: EntryId,
    },
    /// "A field changed under the same `id`".
    Rewritten {
        /// The statement that differs from the one before.
        seq: u32,
        /// The entry.
        entry: EntryId,
    },
    /// "An `id` used again" after it was gone.
    IdReused {
        /// The statement in which it stands again.
        seq: u32,
        /// The entry.
        entry: EntryId,
    },
    /// "One rulebook version with two hashes".
    RulebookTwoHashes {
        /// The rulebook.
        id: RulebookId,
        /// The version.
        version: u32,
    },
}

impl ChainAlarm {
    /// Which alarm, as a word: `problem-alarm-<kind>` explains it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Fork { .. } => "fork",
            Self::Gap { .. } => "gap",
            Self::BrokenLink { .. } => "broken-link",
            Self::TimeNotRising { .. } => "time",
            Self::BackDated { .. } => "back-dated",
            Self::NotifiedLater { .. } => "notified-later",
            Self::Rewritten { .. } => "rewritten",
            Self::IdReused { .. } => "id-reused",
            Self::RulebookTwoHashes { .. } => "rulebook",
        }
    }

    /// What it is about: a number, `from-to` for several, an entry's id, or a rulebook's path.
    #[must_use]
    pub fn about(&self) -> String {
        match self {
            Self::Fork { seq } | Self::BrokenLink { seq } | Self::TimeNotRising { seq } => {
                seq.to_string()
            }
            Self::Gap { from, to } if from == to => from.to_string(),
            Self::Gap { from, to } => format!("{from}-{to}"),
            Self::BackDated { entry, .. }
            | Self::NotifiedLater { entry, .. }
            | Self::Rewritten { entry, .. }
            | Self::IdReused { entry, .. } => entry.to_string(),
            Self::RulebookTwoHashes { id, version } => format!("{id}/{version}"),
        }
    }
}

/// Looks a whole history through; `history` is in rising order of `seq`, and may hold two
/// statements with one number when a fork was kept.
#[must_use]
pub fn examine(history: &[Verified<Statement>]) -> Vec<ChainAlarm> {
    let mut alarms = Vec::new();
    let mut rulebooks: BTreeMap<(&str, u32), Hash> = BTreeMap::new();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    for (at, statement) in history.iter().enumerate() {
        let Statement { rulebook, rulebooks: listed, .. } = statement.payload();
        for RulebookVersion { version, sha256 } in listed {
            let known = rulebooks.entry((rulebook, *version)).or_insert(*sha256);
            if *known != *sha256 {
                let (id, version) = (rulebook.clone(), *version);
                alarms.push(ChainAlarm::RulebookTwoHashes { id, version });
            }
        }
        let Some(before) = at.checked_sub(1).and_then(|before| history.get(before)) else {
            continue;
        };
        alarms.extend(compare(before, statement));
        reused(before.payload(), statement.payload(), &mut gone, &mut alarms);
    }
    alarms
}

/// What is wrong between a statement and the one after it on this phone.
#[must_use]
pub fn compare(before: &Verified<Statement>, after: &Verified<Statement>) -> Vec<ChainAlarm> {
    let (old, new) = (before.payload(), after.payload());
    let seq = new.seq;
    if old.seq == new.seq {
        return if before.hash() == after.hash() {
            Vec::new()
        } else {
            vec![ChainAlarm::Fork { seq }]
        };
    }
    let mut alarms = Vec::new();
    let next = old.seq.saturating_add(1);
    if new.seq > next {
        alarms.push(ChainAlarm::Gap { from: next, to: new.seq.saturating_sub(1) });
    } else if new.prev != Some(before.hash()) {
        alarms.push(ChainAlarm::BrokenLink { seq });
    }
    if new.iat <= old.iat {
        alarms.push(ChainAlarm::TimeNotRising { seq });
    }
    let known: BTreeMap<&str, &Entry> =
        old.entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let signed_on = old.iat.day_in(before.zone());
    for entry in &new.entries {
        let earlier = known.get(entry.id.as_str()).copied();
        alarms.extend(compare_entry(earlier, entry, signed_on, seq));
    }
    alarms
}

fn compare_entry(
    before: Option<&Entry>,
    after: &Entry,
    signed_on: Date,
    seq: u32,
) -> Option<ChainAlarm> {
    let entry = after.id.clone();
    let Some(before) = before else {
        let late = after.recorded_on < signed_on;
        return late.then_some(ChainAlarm::BackDated { seq, entry });
    };
    if before.notified_on != after.notified_on {
        let plausible =
            before.notified_on.is_none() && after.notified_on.is_some_and(|day| day >= signed_on);
        if !plausible {
            return Some(ChainAlarm::NotifiedLater { seq, entry });
        }
    }
    // State and its reason may move, and an entry that stops counting may end on another day;
    // everything else about an entry is fixed for ever.
    let stops = matches!(after.state, EntryState::Withdrawn | EntryState::Ended);
    let moved = before.state != after.state && stops;
    let fixed = |entry: &Entry| Entry {
        state: after.state,
        contested: None,
        reason: None,
        notified_on: None,
        ends_on: if moved { None } else { entry.ends_on },
        ..entry.clone()
    };
    (fixed(before) != fixed(after)).then_some(ChainAlarm::Rewritten { seq, entry })
}

fn reused<'a>(
    old: &'a Statement,
    new: &'a Statement,
    gone: &mut BTreeSet<&'a str>,
    alarms: &mut Vec<ChainAlarm>,
) {
    let now: BTreeSet<&str> = new.entries.iter().map(|entry| entry.id.as_str()).collect();
    for entry in &new.entries {
        if gone.remove(entry.id.as_str()) {
            alarms.push(ChainAlarm::IdReused { seq: new.seq, entry: entry.id.clone() });
        }
    }
    gone.extend(old.entries.iter().map(|entry| entry.id.as_str()).filter(|id| !now.contains(id)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use standing_model::statement::{Contested, Contester};

    #[test]
    fn an_entry_whose_state_moves_is_not_rewritten_and_one_with_other_points_is() {
        let entry: Entry = serde_json::from_value(json!({
            "id": "E-1", "rule": "R", "rulebook": 1, "points": -5, "occurred_on": "2026-07-02",
            "recorded_on": "2026-07-03", "by": {"en": "a", "zh-Hans": "a"}, "document": "d",
            "legal_basis": [], "ends_on": "2027-07-02", "state": "active",
        }))
        .unwrap();
        let signed_on = entry.recorded_on;
        let alarm = |after: Entry| compare_entry(Some(&entry), &after, signed_on, 2);
        let mark = Contested { since: entry.recorded_on, by: Contester::Resident, record: None };
        let contested = Entry { contested: Some(mark), ..entry.clone() };
        assert_eq!(alarm(contested.clone()), None);
        let ended = entry.recorded_on;
        let taken_back =
            Entry { state: EntryState::Withdrawn, ends_on: Some(ended), ..entry.clone() };
        assert_eq!(alarm(taken_back), None);
        let rewritten = Some(ChainAlarm::Rewritten { seq: 2, entry: "E-1".parse().unwrap() });
        assert_eq!(alarm(Entry { points: -6, ..contested }), rewritten);
        assert_eq!(alarm(Entry { ends_on: None, ..entry.clone() }), rewritten);
    }
}
