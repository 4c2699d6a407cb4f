//! Which version of a rulebook a deed is judged by (PROTOCOL §3.1.2).

use standing_model::points::Points;
use standing_model::rulebook::{Rule, Rulebook, Rulebooks};
use standing_model::statement::{Entry, Star};
use standing_model::time::Date;

/// That something names a version of the rulebook that it may not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongVersion {
    /// The version that it names.
    pub named: u32,
    /// The version that was in force then; none if none of the listed ones was.
    pub in_force: Option<u32>,
}

/// Checks an entry: judged by the version in force when it happened, or by a later one that adds
/// at least as much on every day.
///
/// # Errors
/// [`WrongVersion`].
pub fn check_entry(rulebooks: &Rulebooks, entry: &Entry) -> Result<(), WrongVersion> {
    check(rulebooks, entry.rulebook, entry.occurred_on, |then, named| {
        adds_at_least_as_much(then.rule(&entry.rule), named.rule(&entry.rule), entry.occurred_on)
    })
}

/// Checks stars: judged by the version in force when they were set, or by a later one by which
/// they add at least as much.
///
/// # Errors
/// [`WrongVersion`].
pub fn check_star(rulebooks: &Rulebooks, star: &Star) -> Result<(), WrongVersion> {
    let points = |book: &Rulebook| book.star_points(&star.category, star.value).unwrap_or_default();
    check(rulebooks, star.rulebook, star.set_on, |then, named| points(named) >= points(then))
}

fn check(
    rulebooks: &Rulebooks,
    named: u32,
    day: Date,
    is_kinder: impl Fn(&Rulebook, &Rulebook) -> bool,
) -> Result<(), WrongVersion> {
    let then = rulebooks.in_force_on(day);
    let wrong = WrongVersion { named, in_force: then.map(|book| book.version) };
    let (Some(then), Some(book)) = (then, rulebooks.version(named)) else { return Err(wrong) };
    if book.version == then.version || (book.version > then.version && is_kinder(then, book)) {
        Ok(())
    } else {
        Err(wrong)
    }
}

/// Whether an entry by `named` adds at least as much as by `then` on every day, whatever other
/// entries there are; a rule that a version does not have adds nothing.
fn adds_at_least_as_much(then: Option<&Rule>, named: Option<&Rule>, occurred_on: Date) -> bool {
    let (then, named) = (Terms::of(then, occurred_on), Terms::of(named, occurred_on));
    if named.points >= 0 {
        // It may give less where it ends earlier, or is over a lower limit.
        let longer = named.ends_on >= then.ends_on && named.max >= then.max;
        then.points <= 0 || (named.points >= then.points && longer)
    } else {
        // It may take more where it ends later, or is still within a higher limit.
        let shorter = named.ends_on <= then.ends_on && named.max <= then.max;
        named.points >= then.points && shorter
    }
}

/// What a rule gives an entry: how much, until when, and how often in a year.
struct Terms {
    points: Points,
    /// `None` is for ever, and later than every day.
    ends_on: Ends,
    max: u32,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Ends {
    On(Date),
    Never,
}

impl Terms {
    fn of(rule: Option<&Rule>, occurred_on: Date) -> Self {
        let months = rule.and_then(|rule| rule.valid_months);
        Self {
            points: rule.map(|rule| rule.points).unwrap_or_default(),
            ends_on: months.map_or(Ends::Never, |n| Ends::On(occurred_on.plus_months(n))),
            max: rule.and_then(|rule| rule.max_per_year).unwrap_or(u32::MAX),
        }
    }
}

/// A trust list that this phone held: until which day it was current, and the version of the
/// rulebook that it named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldList {
    /// The last day on which it was checked.
    pub day: Date,
    /// The version that it named.
    pub version: u32,
}

/// The first held list that shows that a rule came after the deed: it is of a later day than the
/// version's `in_force_from`, and names an earlier version.
#[must_use]
pub fn rule_after_the_deed(rulebook: &Rulebook, held: &[HeldList]) -> Option<HeldList> {
    let shows =
        |list: &&HeldList| rulebook.in_force_from < list.day && list.version < rulebook.version;
    held.iter().filter(shows).min_by_key(|list| list.day).copied()
}

#[cfg(test)]
#[path = "versions_tests.rs"]
mod tests;
