//! How far a perk or a restriction is: what is missing or to spare, on which day it changes if
//! nothing is added, and which entry would change it if it were withdrawn.

use std::collections::BTreeSet;

use super::arithmetic::current_stars;
use super::forecast::{Position, forecast};
use super::what_if::{Suppose, what_if};
use standing_model::ids::{EntryId, PerkId, StarId};
use standing_model::points::Points;
use standing_model::rulebook::{Condition, Measure, Rulebook, Rulebooks};
use standing_model::statement::{Entry, EntryState, Star, Statement};
use standing_model::time::Date;

/// Entries that are tried in [`Outlook::withdrawn`] at most, the largest first.
pub const MOST_TRIED: usize = 50;

/// How far a measure is from applying, or from ceasing to apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// Whether it applies by this arithmetic, as of the statement's last day.
    pub applies: bool,
    /// What is between here and there.
    pub distance: Distance,
    /// The first day on which that changes if nothing is added; none within the forecast.
    pub changes_on: Option<Date>,
    /// Entries each of which would change it alone if it were withdrawn, the largest first.
    pub withdrawn: Vec<EntryId>,
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
        changes_on: changes_on(rulebooks, statement, id, today),
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

/// The forecast names the quarter; the day in it is one on which something begins or ends.
fn changes_on(
    rulebooks: &Rulebooks,
    statement: &Statement,
    id: &PerkId,
    today: Date,
) -> Option<Date> {
    let Statement { entries, stars, period, .. } = statement;
    let ahead = forecast(rulebooks, entries, stars, (period.to, today));
    let before = applies(&ahead.now, id);
    let at = ahead.quarters.iter().position(|one| applies(&one.position, id) != before)?;
    let quarter = ahead.quarters.get(at)?.position.as_of;
    let earlier = at.checked_sub(1).and_then(|at| ahead.quarters.get(at));
    let from = earlier.map_or(period.to, |one| one.position.as_of);
    let changed =
        |day: &Date| applies(&Position::of(rulebooks, entries, stars, *day), id) != before;
    let day = days_of_change(rulebooks, entries, stars, (from, quarter)).into_iter().find(changed);
    day.or(Some(quarter))
}

/// The days after one and up to another on which something begins or ceases to count.
fn days_of_change(
    rulebooks: &Rulebooks,
    entries: &[Entry],
    stars: &[Star],
    (after, until): (Date, Date),
) -> BTreeSet<Date> {
    let active = entries.iter().filter(|entry| entry.state == EntryState::Active);
    let days = active.flat_map(|entry| [Some(entry.occurred_on), entry.ends_on]).flatten();
    let days = days.chain(stars.iter().map(|star| star.set_on));
    let days = days.chain(rulebooks.iter().map(|book| book.in_force_from));
    days.filter(|day| *day > after && *day <= until).collect()
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
