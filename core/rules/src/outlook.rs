//! How far a perk or a restriction is: what is missing or to spare, on which day it changes if
//! nothing is added, and which entry would change it if it were withdrawn.

use std::collections::BTreeSet;

use super::arithmetic::current_stars;
use super::forecast::Position;
use super::what_if::{Suppose, what_if};
use standing_model::ids::{EntryId, PerkId, StarId};
use standing_model::points::Points;
use standing_model::rulebook::{Condition, Measure, Rulebook, Rulebooks};
use standing_model::statement::{Entry, EntryState, Star, Statement};
use standing_model::time::Date;

/// Entries that are tried in [`Outlook::withdrawn`] at most, the largest first.
pub const MOST_TRIED: usize = 50;

/// Days that are tried for [`Outlook::next`] at most, the nearest first.
pub const MOST_DAYS: usize = 200;

/// How far a measure is from applying, or from ceasing to apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// Whether it applies by this arithmetic, as of the statement's last day.
    pub applies: bool,
    /// What is between here and there.
    pub distance: Distance,
    /// When that changes if nothing is added.
    pub next: NextChange,
    /// Entries each of which would change it alone if it were withdrawn, the largest first.
    pub withdrawn: Vec<EntryId>,
}

/// When a measure changes if nothing is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextChange {
    /// The first day, after today, on which it applies or no longer does.
    On(Date),
    /// The last day, which the statement itself sets.
    LastDay(Date),
    /// It has changed between the statement's last day and today: a later statement says so.
    Passed,
    /// Not up to and including this day; later days were not tried.
    NotUpTo(Date),
    /// On no day that is already set.
    Never,
}

/// What is between a total or stars and the line of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distance {
    /// Points up to the line that is not reached.
    Short {
        /// Where the line is.
        line: Points,
        /// The points that are missing.
        points: Points,
    },
    /// Points that may go before the line is lost.
    Spare {
        /// Where the line is.
        line: Points,
        /// The points by which it is exceeded: 0 exactly on it.
        points: Points,
    },
    /// Stars up to so many in every category.
    Stars {
        /// How many every category needs.
        least: u8,
        /// The categories that have fewer, and how many they have; empty if none has.
        missing: Vec<(StarId, u8)>,
    },
    /// No score or stars change it: it applies always, or the rulebook lacks its tier.
    Fixed,
}

/// Computes the outlook of a measure of the rulebook that is in force on the statement's last day;
/// none if that rulebook does not have it.
#[must_use]
pub fn outlook(
    rulebooks: &Rulebooks,
    statement: &Statement,
    id: &PerkId,
    today: Date,
) -> Option<Outlook> {
    let Statement { entries, stars, period, .. } = statement;
    let book = rulebooks.as_of(period.to);
    let measure = book.perks.iter().chain(&book.restrictions).find(|one| one.id == *id)?;
    let now = Position::of(rulebooks, entries, stars, period.to);
    Some(Outlook {
        applies: applies(&now, id),
        distance: distance(book, measure, now.breakdown.total, stars, period.to),
        next: next_change(rulebooks, statement, id, today),
        withdrawn: withdrawn(rulebooks, statement, id),
    })
}

fn applies(position: &Position, id: &PerkId) -> bool {
    position.perks.contains(id) || position.restrictions.contains(id)
}

fn distance(
    book: &Rulebook,
    measure: &Measure,
    total: Points,
    stars: &[Star],
    as_of: Date,
) -> Distance {
    let rank = |id: &str| book.tiers.iter().position(|tier| tier.id == id);
    let line = match &measure.when {
        Condition::TierAtLeast(id) => rank(id).and_then(|at| book.tiers.get(at)),
        // It ends where the next tier begins.
        Condition::TierAtMost(id) => rank(id).and_then(|at| book.tiers.get(at + 1)),
        Condition::StarsAtLeast(least) => {
            let current = current_stars(stars, as_of);
            let has = |id: &str| current.get(id).map_or(0, |star| star.value);
            let missing = book.stars.iter().filter(|category| has(&category.id) < *least);
            let missing = missing.map(|one| (one.id.clone(), has(&one.id))).collect();
            return Distance::Stars { least: *least, missing };
        }
    };
    match line.map(|tier| tier.from) {
        // The lowest tier has no line that a total could fall below.
        None => Distance::Fixed,
        Some(line) if total < line => Distance::Short { line, points: line - total },
        Some(line) => Distance::Spare { line, points: total - line },
    }
}

fn next_change(
    rulebooks: &Rulebooks,
    statement: &Statement,
    id: &PerkId,
    today: Date,
) -> NextChange {
    let Statement { entries, stars, period, perks, restrictions, .. } = statement;
    let grant = perks.iter().chain(restrictions).find(|grant| grant.id == *id);
    let until = grant.and_then(|grant| grant.until);
    let at = |day: Date| applies(&Position::of(rulebooks, entries, stars, day), id);
    let (before, from) = (at(period.to), period.to.max(today));
    if until.is_some_and(|day| day < today) || at(from) != before {
        return NextChange::Passed;
    }
    let days = days_of_change(rulebooks, entries, stars, from);
    let change = days.iter().take(MOST_DAYS).copied().find(|day| at(*day) != before);
    let untried = days.iter().nth(MOST_DAYS).copied();
    match (until, change, untried) {
        (Some(until), ..) if change.or(untried).is_none_or(|day| until < day) => {
            NextChange::LastDay(until)
        }
        (_, Some(day), _) => NextChange::On(day),
        (_, None, Some(day)) => NextChange::NotUpTo(day.plus_days(-1)),
        (_, None, None) => NextChange::Never,
    }
}

/// The days after one on which something begins or ceases to count.
fn days_of_change(
    rulebooks: &Rulebooks,
    entries: &[Entry],
    stars: &[Star],
    after: Date,
) -> BTreeSet<Date> {
    let active = entries.iter().filter(|entry| entry.state == EntryState::Active);
    let days = active.flat_map(|entry| [Some(entry.occurred_on), entry.ends_on]).flatten();
    let days = days.chain(stars.iter().map(|star| star.set_on));
    let days = days.chain(rulebooks.iter().map(|book| book.in_force_from));
    days.filter(|day| *day > after).collect()
}

/// Entries whose withdrawal alone would change it.
fn withdrawn(rulebooks: &Rulebooks, statement: &Statement, id: &PerkId) -> Vec<EntryId> {
    let active = statement.entries.iter().filter(|entry| entry.state == EntryState::Active);
    // Nobody asks to have withdrawn what counts in their favour.
    let mut tried: Vec<&Entry> = active.filter(|entry| entry.points.is_deduction()).collect();
    tried.sort_by_key(|entry| (std::cmp::Reverse(entry.points.size()), &entry.id));
    let changes = |entry: &&Entry| {
        let supposed = [Suppose::Withdrawn(entry.id.clone())];
        let answer = what_if(rulebooks, statement, &supposed, statement.period.to);
        answer.is_ok_and(|one| applies(&one.before, id) != applies(&one.after, id))
    };
    let tried = tried.into_iter().take(MOST_TRIED).filter(changes);
    tried.map(|entry| entry.id.clone()).collect()
}

#[cfg(test)]
#[path = "outlook_tests.rs"]
mod tests;
