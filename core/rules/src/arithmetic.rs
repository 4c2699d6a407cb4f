//! How a score adds up. Written once: the audit, the what-if and the sandbox authority use it.
//!
//! `total = clamp(start + Σ capped entries + Σ stars)`, as of one day.

use std::collections::BTreeMap;

use standing_model::ids::{EntryId, StarId};
use standing_model::rulebook::{Benefit, Condition, Rulebook};
use standing_model::statement::{Entry, EntryState, Points};
use standing_model::time::Date;

/// A sum with every line that went into it, in the order in which it is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// What everybody begins with.
    pub start: Points,
    /// Stars first, by the rulebook's order; then entries by day and id.
    pub lines: Vec<Line>,
    /// `start` and all lines, before the scale's ends.
    pub sum: i64,
    /// The sum within the scale.
    pub total: Points,
}

/// One line of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub what: What,
    /// What it would count by itself.
    pub points: Points,
    /// Whether it counts, or why not.
    pub counting: Counting,
    /// The sum up to and with this line.
    pub so_far: i64,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Household stars.
    Stars {
        /// The category's id.
        category: StarId,
        /// How many.
        stars: u8,
    },
    /// An entry.
    Entry {
        /// Its id.
        id: EntryId,
    },
}

/// Whether a line counts, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// It counts.
    Counts,
    /// It happened after the day of the sum.
    NotYet,
    /// It ran out before the day of the sum.
    Ended,
    /// The authority took it back.
    Withdrawn,
    /// The rule has counted as often as it may in that year.
    OverCap,
    /// The rulebook has no such rule, or no such number of stars.
    Unknown,
}

/// Works a total out.
#[must_use]
pub fn work_out(
    rulebook: &Rulebook,
    entries: &[Entry],
    stars: &BTreeMap<StarId, u8>,
    as_of: Date,
) -> Breakdown {
    let scale = &rulebook.scale;
    let mut sum = i64::from(scale.start);
    let mut lines = star_lines(rulebook, stars);
    lines.extend(entry_lines(rulebook, entries, as_of));
    for line in &mut lines {
        if line.counting == Counting::Counts {
            sum += i64::from(line.points);
        }
        line.so_far = sum;
    }
    let total = sum.clamp(i64::from(scale.min), i64::from(scale.max));
    Breakdown {
        start: scale.start,
        lines,
        sum,
        total: Points::try_from(total).unwrap_or(scale.max),
    }
}

/// Whether a perk or restriction applies to a total and stars.
#[must_use]
pub fn applies(
    benefit: &Benefit,
    rulebook: &Rulebook,
    total: Points,
    stars: &BTreeMap<StarId, u8>,
) -> bool {
    let rank = |id: &str| rulebook.tiers.iter().position(|tier| tier.id == id);
    let mine = rulebook.tier_of(total).and_then(|tier| rank(&tier.id));
    match &benefit.when {
        Condition::TierAtLeast(id) => mine.zip(rank(id)).is_some_and(|(mine, least)| mine >= least),
        Condition::TierAtMost(id) => mine.zip(rank(id)).is_some_and(|(mine, most)| mine <= most),
        Condition::StarsAtLeast(least) => {
            let mut categories = rulebook.stars.iter();
            !rulebook.stars.is_empty()
                && categories.all(|one| stars.get(&one.id).is_some_and(|stars| stars >= least))
        }
    }
}

fn star_lines(rulebook: &Rulebook, stars: &BTreeMap<StarId, u8>) -> Vec<Line> {
    let order = |category: &str| rulebook.stars.iter().position(|known| known.id == category);
    let mut lines: Vec<_> = stars
        .iter()
        .map(|(category, count)| {
            let points = rulebook.star_points(category, *count);
            let counting = if points.is_some() { Counting::Counts } else { Counting::Unknown };
            let what = What::Stars { category: category.clone(), stars: *count };
            let line = Line { what, points: points.unwrap_or(0), counting, so_far: 0 };
            (order(category).unwrap_or(usize::MAX), line)
        })
        .collect();
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn entry_lines(rulebook: &Rulebook, entries: &[Entry], as_of: Date) -> Vec<Line> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    // "The most times in a calendar year; later ones, by day and then by id, count nothing."
    sorted.sort_by(|a, b| (a.occurred_on, &a.id).cmp(&(b.occurred_on, &b.id)));
    let mut times: BTreeMap<(&str, i32), u32> = BTreeMap::new();
    let mut lines = Vec::with_capacity(sorted.len());
    for entry in sorted {
        let mut counting = standing(entry, as_of);
        let rule = rulebook.rule(&entry.rule);
        if rule.is_none() && counting == Counting::Counts {
            counting = Counting::Unknown;
        }
        let cap = rule.and_then(|rule| rule.cap.as_ref());
        if let (Counting::Counts, Some(cap)) = (counting, cap) {
            let so_far = times.entry((&entry.rule, entry.occurred_on.year())).or_insert(0);
            *so_far += 1;
            if *so_far > cap.times_a_year {
                counting = Counting::OverCap;
            }
        }
        let what = What::Entry { id: entry.id.clone() };
        lines.push(Line { what, points: entry.points, counting, so_far: 0 });
    }
    lines
}

fn standing(entry: &Entry, as_of: Date) -> Counting {
    let ran_out = entry.ends_on.is_some_and(|ends_on| ends_on <= as_of);
    match entry.state {
        EntryState::Withdrawn => Counting::Withdrawn,
        EntryState::Ended => Counting::Ended,
        EntryState::Active | EntryState::Contested if ran_out => Counting::Ended,
        EntryState::Active | EntryState::Contested if entry.occurred_on > as_of => Counting::NotYet,
        EntryState::Active | EntryState::Contested => Counting::Counts,
    }
}
