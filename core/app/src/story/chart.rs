//! The step chart: where each statement lies, the tiers behind it, and where the rules changed.

use super::{Drawn, Writer};
use crate::view::CheckState;
use crate::view::story::{StoryBand, StoryChart, StoryMark, StoryStep};
use standing_model::points::Points;
use standing_model::rulebook::Rulebook;
use standing_model::time::Date;
use standing_verify::verdict::State;

/// Years that are named below the chart at most.
const MOST_YEARS: i32 = 4;

/// A year is not named within this part of the chart's width from its ends.
const NEAR: u32 = 6;

impl Writer<'_> {
    /// None if fewer than two statements can be drawn on one scale.
    pub(super) fn chart(&self, drawn: &[Drawn<'_>]) -> Option<StoryChart> {
        let [first, .., last] = drawn else { return None };
        let zero = first.brief.period.to;
        let steps = self.steps(drawn, zero);
        let end = steps.last().map_or(0, |step| step.at);
        let (lowest, highest) = limits(&steps, last.book());
        let words = self.words;
        let (scale, from) = (&last.book().scale, Points::new(lowest));
        let note = words.say("story-chart-note", &[("from", words.score(from, scale).into())]);
        Some(StoryChart {
            spoken: self.spoken(drawn),
            note,
            lowest,
            highest,
            // A little room for the newest point.
            days: end.saturating_add((end / 20).max(1)),
            bands: self.bands(last, lowest, highest),
            rulebooks: self.rulebook_marks(drawn, &steps, zero),
            ticks: self.ticks(zero, end),
            steps,
        })
    }

    fn steps(&self, drawn: &[Drawn<'_>], zero: Date) -> Vec<StoryStep> {
        let ends = [drawn.first(), drawn.last()].map(|one| one.map(|one| one.held.n));
        let mut steps: Vec<StoryStep> = Vec::with_capacity(drawn.len());
        for one in drawn {
            let before = steps.last();
            // A statement that goes back in time is drawn where the one before it is.
            let at = days(zero, one.brief.period.to).max(before.map_or(0, |step| step.at));
            let score = || self.words.score(one.brief.score, &one.book().scale);
            let sum = self.sums.get(&one.held.n).map_or(State::Unknown, |sum| sum.state);
            steps.push(StoryStep {
                seq: one.held.n,
                at,
                points: one.brief.score.units(),
                label: if ends.contains(&Some(one.held.n)) { score() } else { String::new() },
                joined: before.is_some_and(|step| step.seq.checked_add(1) == Some(one.held.n)),
                state: if sum == State::Fails { CheckState::Fails } else { CheckState::Holds },
            });
        }
        steps
    }

    /// The tiers of the newest rulebook that lie in the chart.
    fn bands(&self, last: &Drawn<'_>, lowest: i32, highest: i32) -> Vec<StoryBand> {
        let (words, book) = (self.words, last.book());
        let current = book.tier_of(last.brief.score).map(|tier| &tier.id);
        let ends = book.tiers.iter().skip(1).map(|tier| tier.from.units());
        let ends = ends.chain(std::iter::once(book.scale.max.units().saturating_add(1)));
        let bands = book.tiers.iter().zip(ends).filter_map(|(tier, end)| {
            let (from, to) = (tier.from.units().max(lowest), end.min(highest));
            let score = |points: i32| words.score(Points::new(points), &book.scale).into();
            let args = [
                ("from", score(tier.from.units().max(book.scale.min.units()))),
                ("to", score(end.saturating_sub(1))),
            ];
            (from < to).then(|| StoryBand {
                name: tier.names.get(words.0),
                range: words.say("tier-range", &args),
                from,
                to,
                is_current: current == Some(&tier.id),
            })
        });
        bands.collect()
    }

    /// Where another version begins: on its own day, between the two statements that it parts.
    fn rulebook_marks(
        &self,
        drawn: &[Drawn<'_>],
        steps: &[StoryStep],
        zero: Date,
    ) -> Vec<StoryMark> {
        let neighbours = drawn.iter().zip(drawn.iter().skip(1));
        let days_of = steps.iter().zip(steps.iter().skip(1));
        let changed = neighbours.zip(days_of).filter_map(|((before, one), (left, right))| {
            let (old, new) = (before.book(), one.book());
            let version = |book: &Rulebook| (book.id.clone(), book.version);
            let label =
                self.words.say("story-mark", &[("version", new.version.to_string().into())]);
            // `clamp` would panic if the days fell.
            let at = days(zero, new.in_force_from).max(left.at).min(right.at);
            (version(old) != version(new)).then_some(StoryMark { at, label })
        });
        changed.collect()
    }

    /// The first and the last day, and the years between them where there is room.
    fn ticks(&self, zero: Date, end: u32) -> Vec<StoryMark> {
        let last = zero.plus_days(end.into());
        let mark = |day: Date| {
            let month = self.words.say(&format!("month-{}", day.month()), &[]);
            let args = [("month", month.into()), ("year", day.year().to_string().into())];
            StoryMark { at: days(zero, day), label: self.words.say("story-month", &args) }
        };
        let every = (last.year().saturating_sub(zero.year()) / MOST_YEARS).max(1);
        let years = (zero.year().saturating_add(1)..=last.year()).step_by(step(every));
        let near = end / NEAR;
        let years = years
            .filter_map(|year| format!("{year:04}-01-01").parse::<Date>().ok())
            .map(mark)
            .filter(|mark| mark.at >= near && mark.at <= end.saturating_sub(near));
        let mut ticks = vec![mark(zero)];
        ticks.extend(years);
        if end > 0 {
            ticks.push(mark(last));
        }
        ticks
    }

    /// The chart in a sentence.
    fn spoken(&self, drawn: &[Drawn<'_>]) -> String {
        let by_score = |one: &&Drawn<'_>| one.brief.score;
        let ends = drawn.first().zip(drawn.last());
        let range = drawn.iter().min_by_key(by_score).zip(drawn.iter().max_by_key(by_score));
        let Some(((first, last), (low, high))) = ends.zip(range) else { return String::new() };
        let words = self.words;
        let score = |one: &Drawn<'_>| words.score(one.brief.score, &one.book().scale).into();
        let day = |one: &Drawn<'_>| words.date(one.brief.period.to).into();
        let args = [
            ("n", drawn.len().into()),
            ("first", score(first)),
            ("from", day(first)),
            ("last", score(last)),
            ("to", day(last)),
            ("low", score(low)),
            ("low-day", day(low)),
            ("high", score(high)),
            ("high-day", day(high)),
        ];
        words.say("story-spoken", &args)
    }
}

fn step(years: i32) -> usize {
    usize::try_from(years).unwrap_or(1).max(1)
}

fn days(zero: Date, day: Date) -> u32 {
    u32::try_from(day.days_since(zero).max(0)).unwrap_or(u32::MAX)
}

/// Where the chart begins and ends: half of what the score moved lies free above and below, to a
/// round number, within the scale.
fn limits(steps: &[StoryStep], book: &Rulebook) -> (i32, i32) {
    let points = || steps.iter().map(|step| i64::from(step.points));
    let (least, most) = (points().min().unwrap_or(0), points().max().unwrap_or(0));
    let ends = (i64::from(book.scale.min.units()), i64::from(book.scale.max.units()));
    let span = (most - least).max((ends.1 - ends.0) / 10).max(2);
    let room = span / 2;
    let round = round_number(room);
    let lowest = (least - room).div_euclid(round) * round;
    let highest = (most + room + round - 1).div_euclid(round) * round;
    let (lowest, highest) = (lowest.max(ends.0).min(least), highest.min(ends.1).max(most));
    let narrow = |units: i64| i32::try_from(units).unwrap_or(0);
    (narrow(lowest), narrow(highest))
}

/// The largest of 1, 5, 10, 50, 100, … that is not above a number.
fn round_number(most: i64) -> i64 {
    let mut round = 1;
    while round * 10 <= most {
        round *= 10;
    }
    if round * 5 <= most { round * 5 } else { round }
}
