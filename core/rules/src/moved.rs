//! What moved a score from one statement to another, whatever lies between them.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::{Breakdown, LineItem, LineStatus, compute};
use standing_model::ids::{EntryId, StarId};
use standing_model::points::Points;
use standing_model::rulebook::Rulebooks;
use standing_model::statement::{Star, Statement};

/// One thing that moved a score, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub cause: Cause,
    /// By how much; never zero.
    pub points: Points,
}

/// What moves a score.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// An entry counts that did not, or no longer counts.
    Entry {
        /// The entry.
        entry: EntryId,
        /// Whether it counts in the later statement.
        counts: bool,
    },
    /// A household was given other stars.
    Stars {
        /// The category.
        category: StarId,
        /// Before; 0 if there were none.
        from: u8,
        /// After; 0 if there are none.
        to: u8,
    },
    /// The same stars count otherwise by another version of the rulebook.
    StarPoints {
        /// The category.
        category: StarId,
        /// How many stars.
        stars: u8,
        /// What they counted.
        from: Points,
        /// What they count.
        to: Points,
    },
    /// Another version of the rulebook begins the sum elsewhere.
    Start {
        /// Where it began.
        from: Points,
        /// Where it begins.
        to: Points,
    },
    /// The scale ends: what goes beyond its ends is not counted.
    ScaleEnd,
    /// A total that is not the sum of its own entries and stars.
    NotAddedUp,
}

/// A statement and the versions of its rulebook.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The versions that it lists.
    pub rulebooks: &'a Rulebooks,
}

/// Everything that moved the score from `before` to `after`, the weightiest first. Together that
/// is the difference of the two totals. None if the two count in different units.
#[must_use]
pub fn moved(before: Side<'_>, after: Side<'_>) -> Option<Vec<Moved>> {
    let (old, new) = (Sum::of(before), Sum::of(after));
    if old.decimals != new.decimals {
        return None;
    }
    let mut all = entries(&old, &new);
    all.extend(stars(&old, &new, after.rulebooks));
    let (from, to) = (old.breakdown.start, new.breakdown.start);
    all.push(Moved { cause: Cause::Start { from, to }, points: to - from });
    all.push(Moved { cause: Cause::ScaleEnd, points: new.beyond() - old.beyond() });
    all.push(Moved { cause: Cause::NotAddedUp, points: new.not_added_up() - old.not_added_up() });
    all.retain(|one| one.points != 0);
    all.sort_by_key(|one| std::cmp::Reverse(one.points.size()));
    Some(all)
}

/// Entries that came after `before` and had ended of themselves by `after`, the weightiest first:
/// they moved the score for a time, and move nothing today.
#[must_use]
pub fn came_and_ended(before: &Statement, after: Side<'_>) -> Vec<EntryId> {
    let known: BTreeSet<&EntryId> = before.entries.iter().map(|entry| &entry.id).collect();
    let sum = Sum::of(after);
    let lines = sum.breakdown.lines.iter();
    let mut ended: Vec<(Points, &EntryId)> = lines
        .filter(|line| line.status == LineStatus::Ended)
        .filter_map(|line| match &line.item {
            LineItem::Entry { id } if !known.contains(id) => Some((line.points, id)),
            _ => None,
        })
        .collect();
    ended.sort_by_key(|(points, _)| std::cmp::Reverse(points.size()));
    ended.into_iter().map(|(_, id)| id.clone()).collect()
}

/// A statement added up.
struct Sum<'a> {
    statement: &'a Statement,
    breakdown: Breakdown,
    decimals: u8,
}

impl<'a> Sum<'a> {
    fn of(Side { statement, rulebooks }: Side<'a>) -> Self {
        let Statement { entries, stars, period, .. } = statement;
        let breakdown = compute(rulebooks, entries, stars, period.to);
        Self { statement, breakdown, decimals: rulebooks.as_of(period.to).scale.decimals }
    }

    /// What the scale's ends add or take.
    fn beyond(&self) -> Points {
        self.breakdown.total - self.breakdown.sum
    }

    /// What the stated total has besides.
    fn not_added_up(&self) -> Points {
        self.statement.score - self.breakdown.total
    }

    /// The entries that count.
    fn entries(&self) -> BTreeMap<&EntryId, Points> {
        let lines = self.breakdown.lines.iter();
        let counting = lines.filter(|line| line.status == LineStatus::Counts);
        counting
            .filter_map(|line| match &line.item {
                LineItem::Entry { id } => Some((id, line.points)),
                LineItem::Star { .. } => None,
            })
            .collect()
    }

    /// The stars that count, by category, and for how many points.
    fn stars(&self) -> BTreeMap<&StarId, (&Star, Points)> {
        let lines = self.breakdown.lines.iter();
        let counting = lines.filter(|line| line.status == LineStatus::Counts);
        counting
            .filter_map(|line| match &line.item {
                LineItem::Star { id } => {
                    let star = self.statement.stars.iter().find(|star| star.id == *id)?;
                    Some((&star.category, (star, line.points)))
                }
                LineItem::Entry { .. } => None,
            })
            .collect()
    }
}

fn entries(old: &Sum<'_>, new: &Sum<'_>) -> Vec<Moved> {
    let (before, after) = (old.entries(), new.entries());
    let ids: BTreeSet<&&EntryId> = before.keys().chain(after.keys()).collect();
    let one = |id: &&EntryId| {
        let (was, is) = (before.get(id).copied(), after.get(id).copied());
        let cause = Cause::Entry { entry: (*id).clone(), counts: is.is_some() };
        Moved { cause, points: is.unwrap_or_default() - was.unwrap_or_default() }
    };
    ids.into_iter().map(one).collect()
}

fn stars(old: &Sum<'_>, new: &Sum<'_>, rulebooks: &Rulebooks) -> Vec<Moved> {
    let (before, after) = (old.stars(), new.stars());
    let categories: BTreeSet<&&StarId> = before.keys().chain(after.keys()).collect();
    let mut all = Vec::new();
    for category in categories {
        let (was, is) = (before.get(category), after.get(category));
        let (from, from_points) = was.map_or((0, Points::ZERO), |(star, n)| (star.value, *n));
        let (to, to_points) = is.map_or((0, Points::ZERO), |(star, n)| (star.value, *n));
        // What as many stars as before count by the version that now judges them.
        let same = is
            .filter(|_| was.is_some())
            .and_then(|(star, _)| rulebooks.version(star.rulebook)?.star_points(category, from));
        let same = same.unwrap_or(from_points);
        let category = (*category).clone();
        let cause = Cause::StarPoints {
            category: category.clone(),
            stars: from,
            from: from_points,
            to: same,
        };
        all.push(Moved { cause, points: same - from_points });
        let cause = Cause::Stars { category, from, to };
        all.push(Moved { cause, points: to_points - same });
    }
    all
}

#[cfg(test)]
#[path = "moved_tests.rs"]
mod tests;
