//! The sum of a statement, line by line, as a bank would print it.

use super::changes::entry_title;
use super::view::statement::{LedgerRow, SumGap};
use super::words::Words;
use standing_model::points::Points;
use standing_model::rulebook::{Rulebook, Rulebooks};
use standing_model::statement::{Entry, Star, Statement};
use standing_model::text::plain;
use standing_rules::arithmetic::{self, Breakdown, Line, LineItem, LineStatus};
use standing_rules::audit::{self, Audit, Difference, OwnRecords};
use standing_rules::versions::WrongVersion;

/// The sum in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The start and each line that counts, in the order in which they are added.
    pub counted: Vec<LedgerRow>,
    /// Each line that does not count, with the reason.
    pub not_counted: Vec<LedgerRow>,
    /// "60 + 8 − 5 = 63".
    pub sum: String,
    /// How far the stated total is from the computed one; none if they are equal.
    pub gap: Option<SumGap>,
    /// Each difference as a sentence.
    pub differences: Vec<String>,
}

/// Computes a statement's sum and writes it down, as somebody does who knows nothing of the
/// resident's own records.
#[must_use]
pub fn write_down(statement: &Statement, rulebooks: &Rulebooks, words: Words) -> Ledger {
    of(statement, rulebooks, &OwnRecords::new(), words)
}

/// Each difference that an audit of a statement found, as a sentence.
#[must_use]
pub fn differences(
    statement: &Statement,
    rulebooks: &Rulebooks,
    audit: &Audit,
    words: Words,
) -> Vec<String> {
    let writer = Writer::new(statement, rulebooks, words);
    audit.differences.iter().map(|one| writer.difference(one)).collect()
}

/// Computes a statement's sum and writes it down.
pub(super) fn of(
    statement: &Statement,
    rulebooks: &Rulebooks,
    own: &OwnRecords,
    words: Words,
) -> Ledger {
    let audit = audit::audit_with(statement, rulebooks, own);
    let writer = Writer::new(statement, rulebooks, words);
    let rulebook = writer.rulebook;
    let (counted, not_counted): (Vec<&Line>, Vec<&Line>) =
        audit.breakdown.lines.iter().partition(|line| line.status == LineStatus::Counts);
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
    rulebooks: &Rulebooks,
    entry: &Entry,
    words: Words,
) -> Option<LedgerRow> {
    let Statement { entries, stars, period, .. } = statement;
    let breakdown = arithmetic::compute(rulebooks, entries, stars, period.to);
    let about = |line: &&Line| matches!(&line.item, LineItem::Entry { id } if *id == entry.id);
    let line = breakdown.lines.iter().find(about)?;
    let writer = Writer::new(statement, rulebooks, words);
    (line.status != LineStatus::Counts).then(|| writer.row(line))
}

struct Writer<'a> {
    statement: &'a Statement,
    rulebooks: &'a Rulebooks,
    /// The one that gives the scale and the names of tiers and measures.
    rulebook: &'a Rulebook,
    words: Words,
}

impl<'a> Writer<'a> {
    fn new(statement: &'a Statement, rulebooks: &'a Rulebooks, words: Words) -> Self {
        Self { statement, rulebooks, rulebook: rulebooks.as_of(statement.period.to), words }
    }
}

impl Writer<'_> {
    fn row(&self, line: &Line) -> LedgerRow {
        let (words, counts) = (self.words, line.status == LineStatus::Counts);
        let (entry, label, detail) = match &line.item {
            LineItem::Star { id } => {
                let found = self.statement.stars.iter().find(|star| star.id == *id);
                let label = found.map(|star| self.stars(star)).unwrap_or_default();
                (None, label, self.why_stars(line, found))
            }
            LineItem::Entry { id } => {
                let found = self.statement.entries.iter().find(|entry| entry.id == *id);
                let label = found.map(|entry| entry_title(self.rulebooks, entry, words));
                (Some(id.to_string()), label.unwrap_or_default(), self.why(line, found))
            }
        };
        let points = if counts { line.points } else { Points::ZERO };
        let so_far = line.running_total;
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
        let Some(entry) = entry else { return String::new() };
        match line.status {
            LineStatus::Counts => words.date(entry.occurred_on),
            LineStatus::NotYet => words.say("ledger-not-yet", &[]),
            LineStatus::Ended => match entry.ends_on {
                Some(day) if day <= self.statement.period.to => {
                    let args = [("points", points.into()), ("date", words.date(day).into())];
                    words.say("ledger-ended", &args)
                }
                _ => words.say("ledger-ended-early", &[("points", points.into())]),
            },
            LineStatus::Withdrawn => {
                let reason = entry.reason.as_ref().map(|reason| reason.get(words.0));
                let reason = reason.unwrap_or_else(|| words.say("no-reason", &[]));
                let args = [("points", points.into()), ("reason", reason.into())];
                words.say("ledger-withdrawn", &args)
            }
            LineStatus::OverCap => {
                let year = entry.occurred_on.year().to_string();
                words.say("ledger-over-cap", &[("year", year.into())])
            }
            LineStatus::Unknown | LineStatus::Replaced => words.say("ledger-unknown", &[]),
        }
    }

    /// Why stars do not count.
    fn why_stars(&self, line: &Line, star: Option<&Star>) -> String {
        let words = self.words;
        match line.status {
            LineStatus::Unknown => words.say("ledger-unknown-stars", &[]),
            LineStatus::Replaced => words.say("ledger-replaced", &[]),
            LineStatus::NotYet => {
                let day = star.map(|star| words.date(star.set_on)).unwrap_or_default();
                words.say("ledger-set-later", &[("date", day.into())])
            }
            _ => String::new(),
        }
    }

    fn category(&self, id: &str) -> String {
        let known = self.rulebook.stars.iter().find(|known| known.id == id);
        known.map_or_else(|| plain(id), |one| one.names.get(self.words.0))
    }

    fn stars(&self, star: &Star) -> String {
        let by = self.rulebooks.version(star.rulebook).unwrap_or(self.rulebook);
        let known = by.stars.iter().find(|known| known.id == star.category);
        let of = known.map_or(0, |one| one.points.len());
        let name = self.category(&star.category);
        let args = [("name", name.into()), ("stars", star.value.into()), ("of", of.into())];
        self.words.say("ledger-stars", &args)
    }

    /// "60 + 8 − 5 = 63": the start, what stars count together, and each entry.
    fn sum(&self, breakdown: &Breakdown) -> String {
        let (words, scale) = (self.words, &self.rulebook.scale);
        let counted = || breakdown.lines.iter().filter(|line| line.status == LineStatus::Counts);
        let stars = counted().filter(|line| matches!(line.item, LineItem::Star { .. }));
        let mut parts = vec![stars.map(|line| line.points).sum::<Points>()];
        let entries = counted().filter(|line| matches!(line.item, LineItem::Entry { .. }));
        parts.extend(entries.map(|line| line.points));
        let mut text = words.score(breakdown.start, scale);
        for points in parts.into_iter().filter(|points| *points != 0) {
            let sign = if points < 0 { "−" } else { "+" };
            text.push_str(&format!(" {sign} {}", words.score(points.size(), scale)));
        }
        let sum = words.score(breakdown.sum, scale);
        if breakdown.sum == breakdown.total {
            format!("{text} = {sum}")
        } else {
            let end = words.score(breakdown.total, scale);
            let args = [("sum", format!("{text} = {sum}").into()), ("end", end.into())];
            words.say("ledger-clamped", &args)
        }
    }

    fn gap(&self, difference: &Difference) -> Option<SumGap> {
        let (words, scale) = (self.words, &self.rulebook.scale);
        let Difference::Total { stated, computed } = difference else { return None };
        Some(SumGap {
            adds_up_to: words.score(*computed, scale),
            difference: words.points(*stated - *computed, scale),
        })
    }

    fn difference(&self, difference: &Difference) -> String {
        let (key, args) = self.difference_of_sum(difference);
        let args: Vec<_> = args.into_iter().map(|(name, value)| (name, value.into())).collect();
        self.words.say(key, &args)
    }

    /// The sentence of a difference and its values: the sum, tiers, measures.
    fn difference_of_sum(&self, difference: &Difference) -> Sentence {
        let score = |points: Points| self.words.score(points, &self.rulebook.scale);
        let tier = |id: &str| super::home::tier_name(self.rulebook, id, self.words);
        match difference {
            Difference::Total { stated, computed } => (
                "difference-total",
                vec![("stated", score(*stated)), ("worked-out", score(*computed))],
            ),
            Difference::Tier { stated, computed } => {
                let stated = ("stated", tier(stated));
                match computed.as_deref().map(tier) {
                    Some(computed) => ("difference-tier", vec![stated, ("worked-out", computed)]),
                    None => ("difference-no-tier", vec![stated]),
                }
            }
            Difference::NoneInForce => {
                let day = self.words.date(self.statement.period.to);
                ("difference-none-in-force", vec![("date", day)])
            }
            Difference::Decimals { version } => {
                ("difference-decimals", vec![("version", version.to_string())])
            }
            Difference::Missing { id } => ("difference-missing", vec![("name", self.benefit(id))]),
            Difference::NotDue { id } => ("difference-unfounded", vec![("name", self.benefit(id))]),
            Difference::WrongStarVersion { star, wrong } => {
                let stars = self.statement.stars.iter().find(|known| known.id == *star);
                let name = stars.map(|star| self.stars(star)).unwrap_or_default();
                wrong_version(name, *wrong)
            }
            Difference::UnknownStars { category } => {
                ("difference-unknown-stars", vec![("category", self.category(category))])
            }
            Difference::TwoStars { category } => {
                ("difference-two-stars", vec![("category", self.category(category))])
            }
            other => self.difference_of_entry(other),
        }
    }

    fn difference_of_entry(&self, difference: &Difference) -> Sentence {
        let points = |points: Points| self.words.points(points, &self.rulebook.scale);
        let entry = |id: &str| {
            let found = self.statement.entries.iter().find(|entry| entry.id == id);
            found.map(|entry| entry_title(self.rulebooks, entry, self.words)).unwrap_or_default()
        };
        match difference {
            Difference::EntryPoints { entry: id, stated, rule } => (
                "difference-entry-points",
                vec![("entry", entry(id)), ("stated", points(*stated)), ("rule", points(*rule))],
            ),
            Difference::EntryEnd { entry: id } => {
                ("difference-entry-end", vec![("entry", entry(id))])
            }
            Difference::UnknownRule { entry: id, rule } => {
                ("difference-unknown-rule", vec![("entry", plain(id)), ("rule", plain(rule))])
            }
            Difference::WrongVersion { entry: id, wrong } => wrong_version(entry(id), *wrong),
            Difference::FromDefence { entry: id } => {
                ("difference-from-defence", vec![("entry", entry(id))])
            }
            _ => ("difference-other", Vec::new()),
        }
    }

    fn benefit(&self, id: &str) -> String {
        let mut all = self.rulebook.perks.iter().chain(&self.rulebook.restrictions);
        let found = all.find(|one| one.id == id);
        found.map_or_else(|| id.to_owned(), |one| one.names.get(self.words.0))
    }
}

/// A sentence's key and the values in it.
type Sentence = (&'static str, Vec<(&'static str, String)>);

fn wrong_version(name: String, WrongVersion { named, in_force }: WrongVersion) -> Sentence {
    let named = ("named", named.to_string());
    match in_force {
        Some(version) => {
            let in_force = ("in-force", version.to_string());
            ("difference-wrong-version", vec![("name", name), named, in_force])
        }
        None => ("difference-no-version", vec![("name", name), named]),
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
        statement.score -= Points::new(5);
        let (books, own) = (rulebook(VILLAGE).into(), OwnRecords::new());
        let wrong = of(&statement, &books, &own, phone.app.words());
        let gap = SumGap { adds_up_to: honest.score, difference: "−5".into() };
        assert_eq!(wrong.gap, Some(gap));
        assert!(!wrong.differences.is_empty());
    }
}
