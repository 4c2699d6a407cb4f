//! The story of a score: every statement as a chart and as a table, and what moved it.

mod amended;
mod chart;
mod compare;
mod moved;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::briefs::{StatementBrief, Summed};
use super::holdings::{Holdings, Opened, Statement as Held};
use super::view::CheckState;
use super::view::story::{RulebookChoice, StoryCheck, StoryFinding, StoryRow, StoryView};
use super::words::{Arg, Words};
use super::{App, alarms, checks, statement};
use crate::error::AppError;
use moved::Story;
use standing_model::ids::{MembershipId, RulebookId};
use standing_model::rulebook::{Rulebook, Rulebooks};
use standing_model::time::UnixTime;
use standing_rules::moved::Side;
use standing_store::{StoreError, Tx};
use standing_verify::verdict::State;
use standing_verify::verdict::origin::origin_of;

/// Sentences about statements that do not add up at most.
const MOST_FINDINGS: usize = 10;

/// Numbers in a sentence at most.
const MOST_NUMBERS: usize = 20;

/// A statement that can be drawn: it verifies, and all of its rulebooks are here.
struct Drawn<'a> {
    held: &'a Held,
    brief: &'a StatementBrief,
    books: Rulebooks,
}

impl Drawn<'_> {
    fn book(&self) -> &Rulebook {
        self.books.as_of(self.brief.period.to)
    }
}

/// What is opened: the first and the last statement of the chart.
type Ends = Option<(Opened, Opened)>;

impl App {
    /// How a membership's score came about, over all statements on this phone.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`](crate::error::ErrorKind::NotFound) for a membership that is not
    /// active here; [`ErrorKind::Storage`](crate::error::ErrorKind::Storage).
    pub fn story(&self, membership: &MembershipId) -> Result<StoryView, AppError> {
        let (holdings, (sums, ends)) = self.holdings_with(membership, |tx, holdings| {
            Ok((holdings.sums(tx, &self.memo)?, self.ends(tx, holdings)?))
        })?;
        let (words, now) = (self.words(), self.now());
        let holdings = holdings.as_ref();
        Ok(Writer { holdings, sums: &sums, words, now }.view(&ends))
    }

    fn ends(&self, tx: &Tx<'_>, holdings: &Holdings) -> Result<Ends, StoreError> {
        let drawn = drawn(holdings);
        let Some((first, last)) = drawn.first().zip(drawn.last()) else { return Ok(None) };
        if first.held.n == last.held.n {
            return Ok(None);
        }
        let open = |n| holdings.open(tx, &self.memo, n);
        Ok(open(first.held.n)?.zip(open(last.held.n)?))
    }
}

/// The statements that can be drawn on the newest one's scale, in rising order: before another
/// scale the chart begins later.
fn drawn(holdings: &Holdings) -> Vec<Drawn<'_>> {
    let mut drawn: Vec<Drawn<'_>> = Vec::new();
    for held in holdings.statements.iter().rev() {
        let brief = held.verdict.as_ref().ok();
        let books = brief.and_then(|brief| holdings.rulebooks_of(brief));
        let (Some(brief), Some(books)) = (brief, books) else { continue };
        let one = Drawn { held, brief, books };
        let scale = |book: &Rulebook| (book.scale.min, book.scale.max, book.scale.decimals);
        if drawn.last().is_some_and(|newer| scale(newer.book()) != scale(one.book())) {
            break;
        }
        drawn.push(one);
    }
    drawn.reverse();
    drawn
}

struct Writer<'a> {
    holdings: &'a Holdings,
    sums: &'a BTreeMap<u32, Summed>,
    words: Words,
    now: UnixTime,
}

impl Writer<'_> {
    fn view(&self, ends: &Ends) -> StoryView {
        let (words, drawn) = (self.words, drawn(self.holdings));
        let (checks, moved) = (self.checks(), self.moved(ends));
        let newest = drawn.last().map(|newest| &newest.brief.rulebook);
        let empty = match (self.holdings.statements.is_empty(), drawn.is_empty()) {
            (true, _) => words.say("statements-none", &[]),
            (false, true) => words.say("story-nothing-drawn", &[]),
            (false, false) => String::new(),
        };
        let moved_empty = match drawn.len() {
            0 => String::new(),
            1 => words.say("story-one", &[]),
            _ if moved.rows.is_empty() => words.say("story-not-moved", &[]),
            _ => String::new(),
        };
        StoryView {
            membership: self.holdings.id.clone(),
            period: self.period(&drawn),
            heading: self.heading(&drawn),
            empty,
            state: checks.first().map_or(CheckState::Unknown, |check| check.state),
            checks,
            proof: self.proof(),
            chart: self.chart(&drawn),
            findings: self.findings(&drawn),
            moved_title: words.say("story-moved", &[]),
            moved_all: moved.all,
            moved: moved.rows,
            moved_empty,
            past: moved.past,
            rows: self.rows(),
            rulebooks: newest.map(|id| choices(self.holdings, id, words)).unwrap_or_default(),
            alarms: alarms::pressing(self.holdings, words),
        }
    }

    /// "Yangqiao village committee, 1 January 2025 to 1 October 2026".
    fn period(&self, drawn: &[Drawn<'_>]) -> String {
        let Some((first, last)) = drawn.first().zip(drawn.last()) else { return String::new() };
        let words = self.words;
        let args = [
            ("authority", self.holdings.authority_name(words).into()),
            ("from", words.date(first.brief.period.to).into()),
            ("to", words.date(last.brief.period.to).into()),
        ];
        words.say(if drawn.len() > 1 { "story-period" } else { "story-day" }, &args)
    }

    /// "From 68 to 82".
    fn heading(&self, drawn: &[Drawn<'_>]) -> String {
        let Some((first, last)) = drawn.first().zip(drawn.last()) else { return String::new() };
        let score = |one: &Drawn<'_>| self.words.score(one.brief.score, &one.book().scale).into();
        let args = [("from", score(first)), ("to", score(last))];
        let key = if drawn.len() > 1 { "story-heading" } else { "story-heading-one" };
        self.words.say(key, &args)
    }

    fn proof(&self) -> String {
        let numbers = || self.holdings.statements.iter().map(|held| held.n);
        let Some((first, last)) = numbers().min().zip(numbers().max()) else {
            return String::new();
        };
        let asked = self.holdings.head.as_ref().map(|(_, at)| self.words.ago(*at, self.now));
        let ago = asked.unwrap_or_else(|| self.words.say("never", &[]));
        let args = [("from", first.into()), ("to", last.into()), ("ago", ago.into())];
        self.words.say(if first == last { "story-proof-one" } else { "story-proof" }, &args)
    }

    /// All signed, all added up, none missing: what fails first.
    fn checks(&self) -> Vec<StoryCheck> {
        if self.holdings.statements.is_empty() {
            return Vec::new();
        }
        let key_list = self.holdings.key_list(self.now);
        let signed = self.holdings.statements.iter().map(|held| {
            let kid = held.verdict.as_ref().map(|brief| brief.kid());
            origin_of(kid, key_list).state()
        });
        let sums = self.holdings.statements.iter();
        let sums = sums.map(|held| self.sums.get(&held.n).map_or(State::Unknown, |sum| sum.state));
        let (complete, key, args) = checks::complete(self.holdings.complete(), self.words);
        let signed = signed.min().unwrap_or(State::Unknown);
        let sums = sums.min().unwrap_or(State::Unknown);
        let mut checks = vec![
            self.check(signed, &format!("story-signed-{}", word(signed)), Vec::new()),
            self.check(sums, &format!("story-adds-up-{}", word(sums)), Vec::new()),
            self.check(complete, key, args),
        ];
        checks.sort_by_key(|check| check.state);
        checks
    }

    fn check(&self, state: State, key: &str, mut args: Vec<Arg<'static>>) -> StoryCheck {
        args.push(("authority", self.holdings.authority_name(self.words).into()));
        StoryCheck {
            state: state.into(),
            mark: self.words.attribute(key, "mark", &args),
            finding: self.words.say(key, &args),
        }
    }

    /// What does not add up, the newest first, and what the chart leaves out.
    fn findings(&self, drawn: &[Drawn<'_>]) -> Vec<StoryFinding> {
        let words = self.words;
        let failing = drawn.iter().rev().filter_map(|one| {
            let sum = self.sums.get(&one.held.n).filter(|sum| sum.state == State::Fails)?;
            let scale = &one.book().scale;
            let total = sum.total.filter(|total| *total != one.brief.score);
            let mut args = vec![("n", one.held.n.to_string().into())];
            let key = match total {
                Some(total) => {
                    args.push(("stated", words.score(one.brief.score, scale).into()));
                    args.push(("total", words.score(total, scale).into()));
                    "story-finding-total"
                }
                None => "story-finding-other",
            };
            let text = words.say(key, &args);
            Some(StoryFinding { seq: Some(one.held.n), state: CheckState::Fails, text })
        });
        let mut failing: Vec<StoryFinding> = failing.collect();
        let more = failing.len().saturating_sub(MOST_FINDINGS);
        failing.truncate(MOST_FINDINGS);
        if more > 0 {
            let text = words.say("story-finding-more", &[("n", more.into())]);
            failing.push(StoryFinding { seq: None, state: CheckState::Fails, text });
        }
        failing.into_iter().chain(self.left_out(drawn)).collect()
    }

    /// Statements that the chart does not show, and why.
    fn left_out(&self, drawn: &[Drawn<'_>]) -> Vec<StoryFinding> {
        let begins = drawn.first().map_or(0, |first| first.held.n);
        let (mut unreadable, mut no_rulebook, mut other_scale) = (vec![], vec![], vec![]);
        for held in &self.holdings.statements {
            match &held.verdict {
                Err(_) => unreadable.push(held.n),
                Ok(brief) if self.holdings.rulebooks_of(brief).is_none() => {
                    no_rulebook.push(held.n);
                }
                Ok(_) if held.n < begins => other_scale.push(held.n),
                Ok(_) => {}
            }
        }
        let held = || self.holdings.statements.iter().map(|held| held.n);
        let ends = held().min().zip(held().max()).unwrap_or((1, 0));
        let missing = (ends.0..=ends.1).filter(|n| !held().any(|known| known == *n));
        let missing = missing.take(MOST_NUMBERS).collect();
        let all = [
            ("story-left-missing", missing),
            ("story-left-unread", unreadable),
            ("story-left-no-rulebook", no_rulebook),
            ("story-left-other-scale", other_scale),
        ];
        let told = all.into_iter().filter(|(_, numbers): &(_, Vec<u32>)| !numbers.is_empty());
        told.map(|(key, numbers)| StoryFinding {
            seq: None,
            state: CheckState::Unknown,
            text: self.words.say(key, &[("run", self.run(&numbers).into())]),
        })
        .collect()
    }

    /// "3, 4 and 7"; "3 to 60" for many in a row.
    fn run(&self, numbers: &[u32]) -> String {
        match (numbers.first(), numbers.last()) {
            (Some(first), Some(last)) if numbers.len() > 3 => self
                .words
                .say("run", &[("from", first.to_string().into()), ("to", last.to_string().into())]),
            _ => self.words.row(&numbers.iter().map(u32::to_string).collect::<Vec<_>>()),
        }
    }

    fn moved(&self, ends: &Ends) -> moved::Presented {
        let Some((first, last)) = ends else { return moved::Presented::default() };
        let (Some(before), Some(after)) = (first.payload(), last.payload()) else {
            return moved::Presented::default();
        };
        let books = self.holdings.rulebooks(before).zip(self.holdings.rulebooks(after));
        let Some((old, new)) = books else { return moved::Presented::default() };
        let before = Side { statement: before, rulebooks: &old };
        let after = Side { statement: after, rulebooks: &new };
        Story { before, after, words: self.words }.present()
    }

    fn rows(&self) -> Vec<StoryRow> {
        self.holdings.statements.iter().rev().map(|held| self.row(held)).collect()
    }

    fn row(&self, held: &Held) -> StoryRow {
        let (holdings, words) = (self.holdings, self.words);
        let sum = self.sums.get(&held.n);
        let state = holdings.row_state(held, sum, self.now);
        let row = statement::row(holdings, held, state, words);
        let brief = held.verdict.as_ref().ok();
        let not_added_up = row.note.is_empty() && sum.is_some_and(|sum| sum.state == State::Fails);
        let note = match not_added_up {
            true => words.attribute("check-adds-up-fails", "mark", &[]),
            false => row.note,
        };
        StoryRow {
            seq: held.n,
            day: brief.map(|brief| words.date(brief.period.to)).unwrap_or_default(),
            name: words.say("statement-title", &[("seq", held.n.into())]),
            score: row.score,
            tier: row.tier,
            change: row.change,
            state: row.state,
            note,
            rulebook: self.rulebook_began(held).unwrap_or_default(),
        }
    }

    /// The rulebook by which a statement is worked out, if the one before was by another.
    fn rulebook_began(&self, held: &Held) -> Option<String> {
        let version = |held: &Held| {
            let brief = held.verdict.as_ref().ok()?;
            Some(self.holdings.rulebooks_of(brief)?.as_of(brief.period.to).clone())
        };
        let (now, before) = (version(held)?, version(self.holdings.before(held.n)?)?);
        let same = (&now.id, now.version) == (&before.id, before.version);
        (!same).then(|| book_name(&now, self.words))
    }
}

const fn word(state: State) -> &'static str {
    match state {
        State::Holds => "holds",
        State::Unknown => "unknown",
        State::Fails => "fails",
    }
}

/// "Rulebook 7, from 1 July 2026".
fn book_name(book: &Rulebook, words: Words) -> String {
    let args = [
        ("version", book.version.to_string().into()),
        ("date", words.date(book.in_force_from).into()),
    ];
    words.say("story-rulebook", &args)
}

/// Every version of a rulebook on this phone.
fn choices(holdings: &Holdings, id: &RulebookId, words: Words) -> Vec<RulebookChoice> {
    let books: Vec<Arc<Rulebook>> = holdings.versions(id);
    let choice = |book: &Arc<Rulebook>| RulebookChoice {
        version: book.version,
        name: book_name(book, words),
    };
    books.iter().map(choice).collect()
}

#[cfg(test)]
mod tests;
