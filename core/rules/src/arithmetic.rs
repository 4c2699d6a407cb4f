//! How a score adds up (PROTOCOL §3.1.4). Written once: the audit, the what-if and the sandbox
//! authority use it.
//!
//! `total = clamp(start + Σ stars + Σ entries)`, as of one day: a function of the entries, the
//! stars and the rulebooks alone.

use std::collections::BTreeMap;

use standing_model::ids::EntryId;
use standing_model::points::Points;
use standing_model::rulebook::{Condition, Measure, Rule, Rulebook, Rulebooks};
use standing_model::statement::{Entry, EntryState, Star, StarState};
use standing_model::time::Date;

/// A sum with every line that went into it, in the order in which it is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// What everybody begins with.
    pub start: Points,
    /// Stars first, by the rulebook's order; then entries by day and id.
    pub lines: Vec<Line>,
    /// `start` and all lines, before the scale's ends.
    pub sum: Points,
    /// The sum within the scale.
    pub total: Points,
}

/// One line of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub item: LineItem,
    /// Points before caps and expiry.
    pub points: Points,
    /// Whether it counts, or why not.
    pub status: LineStatus,
    /// The sum up to and with this line.
    pub running_total: Points,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineItem {
    /// Household stars.
    Star {
        /// The record's id.
        id: EntryId,
    },
    /// An entry.
    Entry {
        /// Its id.
        id: EntryId,
    },
}

impl LineItem {
    /// The id of the entry, or of the record of stars.
    #[must_use]
    pub const fn id(&self) -> &EntryId {
        match self {
            Self::Star { id } | Self::Entry { id } => id,
        }
    }
}

/// Whether a line counts, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStatus {
    /// It counts.
    Counts,
    /// It happened after the day of the sum.
    NotYet,
    /// It ran out before the day of the sum.
    Ended,
    /// The authority took it back.
    Withdrawn,
    /// As many entries of the rule as may count in that year come before it.
    OverCap,
    /// Other stars of the category took the place of these.
    Replaced,
    /// Its version of the rulebook has no such rule, or no such number of stars.
    Unknown,
}

/// Computes the sum as of a day.
///
/// ```no_run
/// use standing_model::rulebook::Rulebooks;
/// use standing_model::statement::Statement;
/// use standing_rules::arithmetic::compute;
///
/// fn adds_up(statement: &Statement, rulebooks: &Rulebooks) -> bool {
///     let Statement { entries, stars, period, score, .. } = statement;
///     compute(rulebooks, entries, stars, period.to).total == *score
/// }
/// ```
#[must_use]
pub fn compute(rulebooks: &Rulebooks, entries: &[Entry], stars: &[Star], as_of: Date) -> Breakdown {
    let scale = &rulebooks.as_of(as_of).scale;
    let mut sum = scale.start;
    let mut lines = star_lines(rulebooks, stars, as_of);
    lines.extend(entry_lines(rulebooks, entries, as_of));
    for line in &mut lines {
        if line.status == LineStatus::Counts {
            sum += line.points;
        }
        line.running_total = sum;
    }
    // `clamp` would panic on a scale that is upside down.
    let total = sum.min(scale.max).max(scale.min);
    Breakdown { start: scale.start, lines, sum, total }
}

/// The stars that count as of a day, by category: active, set by then, and of several the ones
/// set last, by day and then by id.
#[must_use]
pub fn current_stars(stars: &[Star], as_of: Date) -> BTreeMap<&str, &Star> {
    let mut current: BTreeMap<&str, &Star> = BTreeMap::new();
    let active = stars.iter().filter(|star| star.state == StarState::Active);
    for star in active.filter(|star| star.set_on <= as_of) {
        let known = current.entry(&star.category).or_insert(star);
        if (known.set_on, &known.id) < (star.set_on, &star.id) {
            *known = star;
        }
    }
    current
}

/// Whether a perk or restriction applies to a total and the stars that count.
#[must_use]
pub fn is_due(
    measure: &Measure,
    rulebook: &Rulebook,
    total: Points,
    stars: &BTreeMap<&str, &Star>,
) -> bool {
    let rank = |id: &str| rulebook.tiers.iter().position(|tier| tier.id == id);
    let mine = rulebook.tier_of(total).and_then(|tier| rank(&tier.id));
    match &measure.when {
        Condition::TierAtLeast(id) => mine.zip(rank(id)).is_some_and(|(mine, least)| mine >= least),
        Condition::TierAtMost(id) => mine.zip(rank(id)).is_some_and(|(mine, most)| mine <= most),
        Condition::StarsAtLeast(least) => {
            let mut categories = rulebook.stars.iter();
            let has = |id: &str| stars.get(id).is_some_and(|star| star.value >= *least);
            !rulebook.stars.is_empty() && categories.all(|category| has(&category.id))
        }
    }
}

/// The rule by which an entry is judged: that of the version which it names.
#[must_use]
pub fn rule_of<'a>(rulebooks: &'a Rulebooks, entry: &Entry) -> Option<&'a Rule> {
    rulebooks.version(entry.rulebook)?.rule(&entry.rule)
}

fn star_lines(rulebooks: &Rulebooks, stars: &[Star], as_of: Date) -> Vec<Line> {
    let categories = &rulebooks.as_of(as_of).stars;
    let order = |star: &Star| {
        let known = categories.iter().position(|known| known.id == star.category);
        known.unwrap_or(usize::MAX)
    };
    let current = current_stars(stars, as_of);
    let mut active: Vec<&Star> =
        stars.iter().filter(|star| star.state == StarState::Active).collect();
    active.sort_by(|a, b| {
        let key = |star| (order(star), &star.category, star.set_on, &star.id);
        key(a).cmp(&key(b))
    });
    let line = |star: &Star| {
        let book = rulebooks.version(star.rulebook);
        let points = book.and_then(|book| book.star_points(&star.category, star.value));
        let counts = current.get(star.category.as_str()).is_some_and(|one| one.id == star.id);
        let status = match points {
            _ if star.set_on > as_of => LineStatus::NotYet,
            _ if !counts => LineStatus::Replaced,
            None => LineStatus::Unknown,
            Some(_) => LineStatus::Counts,
        };
        let item = LineItem::Star { id: star.id.clone() };
        Line { item, points: points.unwrap_or_default(), status, running_total: Points::ZERO }
    };
    active.into_iter().map(line).collect()
}

fn entry_lines(rulebooks: &Rulebooks, entries: &[Entry], as_of: Date) -> Vec<Line> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|a, b| (a.occurred_on, &a.id).cmp(&(b.occurred_on, &b.id)));
    // How many entries of a rule that happened and are not withdrawn come before, by year.
    let mut before: BTreeMap<(&str, i32), u32> = BTreeMap::new();
    let mut lines = Vec::with_capacity(sorted.len());
    for entry in sorted {
        let earlier = before.entry((&entry.rule, entry.occurred_on.year())).or_insert(0);
        let rule = rule_of(rulebooks, entry);
        let status = status(entry, rule, *earlier, as_of);
        if entry.state != EntryState::Withdrawn && entry.occurred_on <= as_of {
            *earlier += 1;
        }
        let item = LineItem::Entry { id: entry.id.clone() };
        lines.push(Line { item, points: entry.points, status, running_total: Points::ZERO });
    }
    lines
}

fn status(entry: &Entry, rule: Option<&Rule>, earlier: u32, as_of: Date) -> LineStatus {
    let ran_out = entry.ends_on.is_some_and(|ends_on| ends_on <= as_of);
    match (entry.state, rule) {
        (EntryState::Withdrawn, _) => LineStatus::Withdrawn,
        (EntryState::Ended, _) => LineStatus::Ended,
        (EntryState::Active, _) if ran_out => LineStatus::Ended,
        (EntryState::Active, _) if entry.occurred_on > as_of => LineStatus::NotYet,
        (EntryState::Active, None) => LineStatus::Unknown,
        (EntryState::Active, Some(rule)) => match rule.max_per_year {
            Some(max) if earlier >= max => LineStatus::OverCap,
            _ => LineStatus::Counts,
        },
    }
}
