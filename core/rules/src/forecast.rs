//! What the score will be if nothing is added: arithmetic on dates that are already set, never a
//! promise. Whatever an authority records, and every new version of its rulebook, changes it.

use std::collections::BTreeMap;

use super::arithmetic::{Breakdown, LineItem, LineStatus, compute, current_stars, is_due};
use standing_model::ids::{PerkId, RuleId, TierId};
use standing_model::points::Points;
use standing_model::rulebook::{Measure, Rule, Rulebook, Rulebooks};
use standing_model::statement::{Entry, EntryState, Star};
use standing_model::time::Date;

/// Quarters in one forecast at least, though nothing may change in them.
pub const LEAST_QUARTERS: usize = 4;

/// Quarters in one forecast at most.
pub const MOST_QUARTERS: usize = 12;

/// What entries and stars come to on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The day.
    pub as_of: Date,
    /// The version of the rulebook that gives scale, tiers and measures.
    pub rulebook: u32,
    /// The sum, line by line.
    pub breakdown: Breakdown,
    /// The tier of the total; none if the rulebook has no tier so low.
    pub tier: Option<TierId>,
    /// The perks that are due, by the rulebook's order.
    pub perks: Vec<PerkId>,
    /// The restrictions that are due, by the rulebook's order.
    pub restrictions: Vec<PerkId>,
}

impl Position {
    /// What these entries and stars come to as of a day.
    #[must_use]
    pub fn of(rulebooks: &Rulebooks, entries: &[Entry], stars: &[Star], as_of: Date) -> Self {
        let book = rulebooks.as_of(as_of);
        let breakdown = compute(rulebooks, entries, stars, as_of);
        let (total, current) = (breakdown.total, current_stars(stars, as_of));
        let due = |measures: &[Measure]| -> Vec<PerkId> {
            let due = measures.iter().filter(|one| is_due(one, book, total, &current));
            due.map(|one| one.id.clone()).collect()
        };
        Self {
            as_of,
            rulebook: book.version,
            tier: book.tier_of(total).map(|tier| tier.id.clone()),
            perks: due(&book.perks),
            restrictions: due(&book.restrictions),
            breakdown,
        }
    }

    /// The lines that count here and not in `other`, or the other way round, with the points by
    /// which each moves the sum from `other` to here.
    #[must_use]
    pub fn moves_since(&self, other: &Self) -> Vec<Move> {
        let (then, now) = (other.counting(), self.counting());
        let ended = then.iter().filter(|(item, _)| !now.contains_key(*item));
        let ended = ended.map(|(item, points)| Move::new(item, Points::ZERO - *points));
        let begun = now.iter().filter(|(item, _)| !then.contains_key(*item));
        ended.chain(begun.map(|(item, points)| Move::new(item, *points))).collect()
    }

    fn counting(&self) -> BTreeMap<&LineItem, Points> {
        let lines = self.breakdown.lines.iter();
        let counting = lines.filter(|line| line.status == LineStatus::Counts);
        counting.map(|line| (&line.item, line.points)).collect()
    }
}

/// An entry or stars that begin or cease to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Which.
    pub item: LineItem,
    /// By how much that moves the sum; what ends moves it by less its points.
    pub points: Points,
}

impl Move {
    fn new(item: &LineItem, points: Points) -> Self {
        Self { item: item.clone(), points }
    }
}

/// The last day of a quarter that is still to come, and what has changed since the day before it
/// in the forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// What entries and stars come to on that day.
    pub position: Position,
    /// What begins or ceases to count, the largest first.
    pub moves: Vec<Move>,
}

/// The forecast: where a statement leaves off, and each quarter end after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// As of the statement's last day.
    pub now: Position,
    /// The quarters, until nothing more ends: [`LEAST_QUARTERS`] to [`MOST_QUARTERS`].
    pub quarters: Vec<Ahead>,
    /// The last day on which something that is held ends, if that is after the last quarter here.
    pub changes_until: Option<Date>,
}

/// Computes the forecast from the last day of a statement's period; `today` may be later, and then
/// the quarters that are over are left out.
#[must_use]
pub fn forecast(
    rulebooks: &Rulebooks,
    entries: &[Entry],
    stars: &[Star],
    (to, today): (Date, Date),
) -> Forecast {
    let last_change = last_change(rulebooks, entries, stars, to);
    let now = Position::of(rulebooks, entries, stars, to);
    let (mut before, mut quarters) = (now.clone(), Vec::new());
    // A quarter that ends today is not over yet.
    for day in quarter_ends(to.max(today.plus_days(-1))).take(MOST_QUARTERS) {
        let previous = quarters.last().map(|one: &Ahead| one.position.as_of);
        let is_settled = last_change.is_none_or(|change| previous.is_some_and(|day| day >= change));
        if quarters.len() >= LEAST_QUARTERS && is_settled {
            break;
        }
        let position = Position::of(rulebooks, entries, stars, day);
        let mut moves = position.moves_since(&before);
        moves.sort_by_key(|one| std::cmp::Reverse(one.points.size()));
        before = position.clone();
        quarters.push(Ahead { position, moves });
    }
    let changes_until = last_change.filter(|change| *change > before.as_of);
    Forecast { now, quarters, changes_until }
}

/// The last day on which something begins or ceases to count, or a version of the rulebook begins.
fn last_change(rulebooks: &Rulebooks, entries: &[Entry], stars: &[Star], to: Date) -> Option<Date> {
    let active = entries.iter().filter(|entry| entry.state == EntryState::Active);
    let days = active.flat_map(|entry| [Some(entry.occurred_on), entry.ends_on]).flatten();
    let days = days.chain(stars.iter().map(|star| star.set_on));
    let days = days.chain(rulebooks.iter().map(|book| book.in_force_from));
    days.filter(|day| *day > to).max()
}

/// The last days of the calendar quarters that end after a day; none where the calendar ends.
pub fn quarter_ends(after: Date) -> impl Iterator<Item = Date> {
    // The first day of the quarter, by days and months that every calendar has.
    let first_of_month = after.plus_days(1 - i64::from(after.day_of_month()));
    let into_quarter = (after.month() + 2) % 3;
    let begins_next = first_of_month.plus_months(3 - into_quarter);
    let first = u32::from(begins_next.plus_days(-1) <= after);
    let ends = (first..).map(move |n| begins_next.plus_months(3 * n).plus_days(-1));
    // From the end of the year 9999 on, the ends no longer rise.
    ends.scan(after, |last, end| {
        let rises = end > *last;
        *last = end;
        rises.then_some(end)
    })
}

/// What one rule may still add in a calendar year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The rule.
    pub rule: RuleId,
    /// What one more entry adds.
    pub points: Points,
    /// Entries of the year that count toward the limit, those that have ended included.
    pub used: u32,
    /// How many more would count; without a limit none is given.
    pub left: Option<u32>,
}

impl Room {
    /// What a rule may still add in the year of a day.
    #[must_use]
    pub fn of(rule: &Rule, entries: &[Entry], day: Date) -> Self {
        let is_used = |entry: &&Entry| {
            entry.rule == rule.id
                && entry.state != EntryState::Withdrawn
                && entry.occurred_on.year() == day.year()
        };
        let used = u32::try_from(entries.iter().filter(is_used).count()).unwrap_or(u32::MAX);
        let left = rule.max_per_year.map(|max| max.saturating_sub(used));
        Self { rule: rule.id.clone(), points: rule.points, used, left }
    }
}

/// What each rule that adds points may still add in the year of a day, by the version of the
/// rulebook that is in force on it and in its order.
#[must_use]
pub fn room(rulebooks: &Rulebooks, entries: &[Entry], day: Date) -> Vec<Room> {
    let adds = rulebooks.as_of(day).rules.iter().filter(|rule| rule.points > 0);
    adds.map(|rule| Room::of(rule, entries, day)).collect()
}

/// The next tier above a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTier {
    /// Its id.
    pub tier: TierId,
    /// The points that are missing.
    pub short: Points,
    /// The perks that it opens and that are not open now.
    pub opens: Vec<PerkId>,
    /// The restrictions that it lifts.
    pub lifts: Vec<PerkId>,
}

/// The next tier above a position, and what it would change; none in the highest one.
#[must_use]
pub fn next_tier(book: &Rulebook, stars: &[Star], position: &Position) -> Option<NextTier> {
    let total = position.breakdown.total;
    let tier = book.tiers.iter().find(|tier| tier.from > total)?;
    let current = current_stars(stars, position.as_of);
    let due = |measure: &&Measure| is_due(measure, book, tier.from, &current);
    let opens = book.perks.iter().filter(due).filter(|one| !position.perks.contains(&one.id));
    let held = |one: &&Measure| position.restrictions.contains(&one.id);
    let lifts = book.restrictions.iter().filter(held).filter(|one| !due(one));
    Some(NextTier {
        tier: tier.id.clone(),
        short: tier.from - total,
        opens: opens.map(|one| one.id.clone()).collect(),
        lifts: lifts.map(|one| one.id.clone()).collect(),
    })
}

#[cfg(test)]
#[path = "forecast_tests.rs"]
mod tests;
