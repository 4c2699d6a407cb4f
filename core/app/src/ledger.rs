//! The sum of a statement, line by line, as a bank would print it.

use super::changes::entry_title;
use super::view::statement::{LedgerRow, SumGap};
use super::words::Words;
use standing_model::rulebook::Rulebook;
use standing_model::statement::{Entry, Points, Statement};
use standing_rules::arithmetic::{self, Breakdown, Counting, Line, What};
use standing_rules::audit::{self, Difference};

/// The sum in words.
pub(super) struct Ledger {
    pub counted: Vec<LedgerRow>,
    pub not_counted: Vec<LedgerRow>,
    pub sum: String,
    pub gap: Option<SumGap>,
    pub differences: Vec<String>,
}

/// Each place where a statement does not follow from its own rulebook, as a sentence.
#[must_use]
pub fn differences(statement: &Statement, rulebook: &Rulebook, words: Words) -> Vec<String> {
    let writer = Writer { statement, rulebook, words };
    let audit = audit::audit(statement, rulebook);
    audit.differences.iter().map(|one| writer.difference(one)).collect()
}

/// Works a statement's sum out and writes it down.
pub(super) fn of(statement: &Statement, rulebook: &Rulebook, words: Words) -> Ledger {
    let audit = audit::audit(statement, rulebook);
    let writer = Writer { statement, rulebook, words };
    let (counted, not_counted): (Vec<&Line>, Vec<&Line>) =
        audit.breakdown.lines.iter().partition(|line| line.counting == Counting::Counts);
    let mut rows = vec![LedgerRow {
        entry: None,
        label: words.say("ledger-start", &[]),
        detail: String::new(),
        points: words.score(audit.breakdown.start, &rulebook.scale),
        so_far: words.score(audit.breakdown.start, &rulebook.scale),
    }];
    rows.extend(counted.into_iter().map(|line| writer.row(line)));
    Ledger {
        counted: rows,
        not_counted: not_counted.into_iter().map(|line| writer.row(line)).collect(),
        sum: writer.sum(&audit.breakdown),
        gap: audit.differences.iter().find_map(|one| writer.gap(one)),
        differences: audit.differences.iter().map(|one| writer.difference(one)).collect(),
    }
}

/// The line of one entry if it does not count; none if it does.
pub(super) fn line(
    statement: &Statement,
    rulebook: &Rulebook,
    entry: &Entry,
    words: Words,
) -> Option<LedgerRow> {
    let Statement { entries, stars, period, .. } = statement;
    let breakdown = arithmetic::work_out(rulebook, entries, stars, period.to);
    let about = |line: &&Line| matches!(&line.what, What::Entry { id } if *id == entry.id);
    let line = breakdown.lines.iter().find(about)?;
    let writer = Writer { statement, rulebook, words };
    (line.counting != Counting::Counts).then(|| writer.row(line))
}

struct Writer<'a> {
    statement: &'a Statement,
    rulebook: &'a Rulebook,
    words: Words,
}

impl Writer<'_> {
    fn row(&self, line: &Line) -> LedgerRow {
        let (words, counts) = (self.words, line.counting == Counting::Counts);
        let (entry, label, detail) = match &line.what {
            What::Stars { category, stars } => {
                (None, self.stars(category, *stars), self.why(line, None))
            }
            What::Entry { id } => {
                let found = self.statement.entries.iter().find(|entry| entry.id == *id);
                let label = found.map(|entry| entry_title(self.rulebook, entry, words));
                (Some(id.to_string()), label.unwrap_or_default(), self.why(line, found))
            }
        };
        let points = if counts { line.points } else { 0 };
        let so_far = Points::try_from(line.so_far).unwrap_or(Points::MAX);
        LedgerRow {
            entry,
            label,
            detail,
            points: words.points(points, &self.rulebook.scale),
            so_far: if counts { words.score(so_far, &self.rulebook.scale) } else { String::new() },
        }
    }

    /// The day of a line that counts; why, of one that does not.
    fn why(&self, line: &Line, entry: Option<&Entry>) -> String {
        let words = self.words;
        let points = words.points(line.points, &self.rulebook.scale);
        let Some(entry) = entry else {
            let unknown = line.counting == Counting::Unknown;
            return if unknown { words.say("ledger-unknown", &[]) } else { String::new() };
        };
        match line.counting {
            Counting::Counts => words.date(entry.occurred_on),
            Counting::NotYet => words.say("ledger-not-yet", &[]),
            Counting::Ended => match entry.ends_on {
                Some(day) if day <= self.statement.period.to => {
                    let args = [("points", points.into()), ("date", words.date(day).into())];
                    words.say("ledger-ended", &args)
                }
                _ => words.say("ledger-ended-early", &[("points", points.into())]),
            },
            Counting::Withdrawn => {
                let reason = entry.reason.as_deref().map(standing_model::text::plain);
                let reason = reason.unwrap_or_else(|| words.say("no-reason", &[]));
                let args = [("points", points.into()), ("reason", reason.into())];
                words.say("ledger-withdrawn", &args)
            }
            Counting::OverCap => {
                let year = entry.occurred_on.year().to_string();
                words.say("ledger-over-cap", &[("year", year.into())])
            }
            Counting::Unknown => words.say("ledger-unknown", &[]),
        }
    }

    fn stars(&self, category: &str, stars: u8) -> String {
        let known = self.rulebook.stars.iter().find(|known| known.id == category);
        let name = known.map_or_else(|| category.to_owned(), |one| one.names.get(self.words.0));
        let of = known.map_or(0, |one| one.points.len());
        let args = [("name", name.into()), ("stars", stars.into()), ("of", of.into())];
        self.words.say("ledger-stars", &args)
    }

    /// "60 + 8 − 5 = 63": the start, what stars count together, and each entry.
    fn sum(&self, breakdown: &Breakdown) -> String {
        let (words, scale) = (self.words, &self.rulebook.scale);
        let counted = || breakdown.lines.iter().filter(|line| line.counting == Counting::Counts);
        let stars = counted().filter(|line| matches!(line.what, What::Stars { .. }));
        let mut parts = vec![stars.map(|line| line.points).sum::<Points>()];
        let entries = counted().filter(|line| matches!(line.what, What::Entry { .. }));
        parts.extend(entries.map(|line| line.points));
        let mut text = words.score(breakdown.start, scale);
        for points in parts.into_iter().filter(|points| *points != 0) {
            let sign = if points < 0 { "−" } else { "+" };
            let size = Points::try_from(points.unsigned_abs()).unwrap_or(Points::MAX);
            text.push_str(&format!(" {sign} {}", words.score(size, scale)));
        }
        let sum = Points::try_from(breakdown.sum).unwrap_or(breakdown.total);
        let sum = words.score(sum, scale);
        if breakdown.sum == i64::from(breakdown.total) {
            format!("{text} = {sum}")
        } else {
            let end = words.score(breakdown.total, scale);
            let args = [("sum", format!("{text} = {sum}").into()), ("end", end.into())];
            words.say("ledger-clamped", &args)
        }
    }

    fn gap(&self, difference: &Difference) -> Option<SumGap> {
        let (words, scale) = (self.words, &self.rulebook.scale);
        let Difference::Total { stated, worked_out } = difference else { return None };
        Some(SumGap {
            adds_up_to: words.score(*worked_out, scale),
            difference: words.points(stated.saturating_sub(*worked_out), scale),
        })
    }

    fn difference(&self, difference: &Difference) -> String {
        let (words, scale) = (self.words, &self.rulebook.scale);
        let score = |points: Points| words.score(points, scale);
        let points = |points: Points| words.points(points, scale);
        let entry = |id: &str| {
            let found = self.statement.entries.iter().find(|entry| entry.id == id);
            found.map(|entry| entry_title(self.rulebook, entry, words)).unwrap_or_default()
        };
        let tier = |id: &str| super::home::tier_name(self.rulebook, id, words);
        let (key, args): (&str, Vec<(&'static str, String)>) = match difference {
            Difference::Total { stated, worked_out } => (
                "difference-total",
                vec![("stated", score(*stated)), ("worked-out", score(*worked_out))],
            ),
            Difference::Tier { stated, worked_out } => {
                let worked_out = worked_out.as_deref().map(tier).unwrap_or_default();
                ("difference-tier", vec![("stated", tier(stated)), ("worked-out", worked_out)])
            }
            Difference::EntryPoints { entry: id, stated, rule } => (
                "difference-entry-points",
                vec![("entry", entry(id)), ("stated", points(*stated)), ("rule", points(*rule))],
            ),
            Difference::EntryEnd { entry: id } => {
                ("difference-entry-end", vec![("entry", entry(id))])
            }
            Difference::UnknownRule { entry: id, rule } => (
                "difference-unknown-rule",
                vec![("entry", id.to_string()), ("rule", rule.to_string())],
            ),
            Difference::UnknownStars { category } => {
                ("difference-unknown-stars", vec![("category", category.to_string())])
            }
            Difference::Missing { id } => ("difference-missing", vec![("name", self.benefit(id))]),
            Difference::Unfounded { id } => {
                ("difference-unfounded", vec![("name", self.benefit(id))])
            }
        };
        let args: Vec<_> = args.into_iter().map(|(name, value)| (name, value.into())).collect();
        words.say(key, &args)
    }

    fn benefit(&self, id: &str) -> String {
        let mut all = self.rulebook.perks.iter().chain(&self.rulebook.restrictions);
        let found = all.find(|one| one.id == id);
        found.map_or_else(|| id.to_owned(), |one| one.names.get(self.words.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Phone, VILLAGE, rulebook};
    use crate::words::Language;

    #[test]
    fn a_total_that_is_not_its_own_sum_is_told_with_what_it_says_less_that_sum() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let mut statement = phone.statement(1, 3, &[]);
        phone.keep(&statement);
        let honest = phone.app.statement(&phone.id, 1).unwrap();
        assert_eq!((honest.gap, honest.differences.len()), (None, 0));
        statement.score -= 5;
        let wrong = of(&statement, &rulebook(VILLAGE), phone.app.words());
        let gap = SumGap { adds_up_to: honest.score, difference: "−5".into() };
        assert_eq!(wrong.gap, Some(gap));
        assert!(!wrong.differences.is_empty());
    }
}
