//! What changed between two statements, the weightiest first.

use standing_model::ids::{EntryId, PerkId, StarId, TierId};
use standing_model::statement::{Entry, EntryState, Points, Statement};

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
    /// The rules changed.
    Rulebook {
        /// From this version.
        from: u32,
        /// To this.
        to: u32,
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

/// Everything that changed from `before` to `after`: the tier and the rules first, then entries
/// by the size of their points, then stars, then perks and restrictions.
#[must_use]
pub fn between(before: &Statement, after: &Statement) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.tier != after.tier {
        changes.push(Change::Tier { from: before.tier.clone(), to: after.tier.clone() });
    }
    if before.rulebook.version != after.rulebook.version {
        let (from, to) = (before.rulebook.version, after.rulebook.version);
        changes.push(Change::Rulebook { from, to });
    }
    changes.extend(entries(before, after));
    let categories = before.stars.keys().chain(after.stars.keys());
    for category in categories.collect::<std::collections::BTreeSet<_>>() {
        let count = |statement: &Statement| statement.stars.get(category).copied().unwrap_or(0);
        let (from, to) = (count(before), count(after));
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
            Some(_) => {}
        }
    }
    for entry in before.entries.iter().filter(|entry| find(after, &entry.id).is_none()) {
        let (id, points) = (entry.id.clone(), entry.points);
        changes.push((points, Change::EntryGone { entry: id, points }));
    }
    changes.sort_by_key(|(points, _)| std::cmp::Reverse(points.unsigned_abs()));
    changes.into_iter().map(|(_, change)| change).collect()
}
