//! What is known of one entry, of the stars of one category, of one measure.
//!
//! An entry or star never leaves a history and never takes a state back (PROTOCOL §3.1.5), so the
//! statement in which it appears first is found by halving, and few statements are opened. Where
//! an authority breaks that rule, an alarm says so.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::holdings::{Holdings, Opened};
use crate::memo::Memo;
use crate::view::told::ToldTarget;
use standing_model::message::About;
use standing_model::rulebook::{Measure, Rulebook};
use standing_model::statement::{Entry, EntryState, Grant, Star, StarState, Statement};
use standing_model::time::{Date, UnixTime};
use standing_store::{StoreError, Tx};

/// Star records that are followed at most, the newest.
const MOST_STARS: usize = 10;

/// Statements that stay open between two searches at most.
const MOST_OPEN: usize = 32;

/// What was found.
pub(super) struct Found {
    pub what: What,
    pub traces: Vec<Trace>,
}

/// What it is about.
pub(super) enum What {
    Entry(Entry),
    /// The records of one category, the newest first.
    Stars(Vec<Star>),
    Measure {
        measure: Option<Measure>,
        id: String,
        is_perk: bool,
        /// The runs of statements that list it.
        runs: Vec<Run>,
    },
}

/// Statements after one another that list a measure.
pub(super) struct Run {
    pub first: u32,
    /// The next statement on this phone, which no longer lists it.
    pub ended_in: Option<u32>,
    pub grant: Grant,
    pub to: Date,
}

/// Where an entry or star is in the history on this phone.
pub(super) struct Trace {
    /// Its id, or the measure's.
    pub id: String,
    /// The first statement on this phone that has it.
    pub first: u32,
    /// When that was signed; none where it was not opened.
    pub signed: Option<UnixTime>,
    /// When the first of all statements that have it reached this phone.
    pub seen: UnixTime,
    /// Whether that statement is the first one on this phone, so that an earlier one may have it.
    pub begins_here: bool,
    /// In which statement it was ended or removed, and when that was signed.
    pub moves: Vec<(Become, u32, UnixTime)>,
    /// The newest statement, if that no longer has it.
    pub gone_by: Option<u32>,
}

/// What becomes of an entry or star, in the order in which that may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Become {
    Counts,
    Ended,
    Replaced,
    Removed,
}

impl Found {
    /// None for what is in no statement on this phone.
    pub fn read(
        tx: &Tx<'_>,
        holdings: &Holdings,
        memo: &Memo,
        target: &ToldTarget,
    ) -> Result<Option<Self>, StoreError> {
        let (numbers, open) = (readable(holdings), RefCell::default());
        let reader = Reader { tx, holdings, memo, numbers, open };
        match target {
            ToldTarget::Entry { entry } => reader.entry(entry),
            ToldTarget::Stars { category } => reader.stars(category),
            ToldTarget::Measure { measure } => Ok(reader.measure(measure)),
        }
    }

    /// The runs of statements that list it, if it is a measure.
    pub fn runs(&self) -> &[Run] {
        match &self.what {
            What::Measure { runs, .. } => runs,
            What::Entry(_) | What::Stars(_) => &[],
        }
    }

    /// Whether a letter is about it.
    pub fn is_about(&self, about: &About) -> bool {
        match (&self.what, about) {
            (What::Entry(entry), About::Entry(id)) => entry.id == *id,
            (What::Stars(stars), About::Star(id)) => stars.iter().any(|star| star.id == *id),
            (What::Measure { id, .. }, About::Measure(about)) => *about == id.as_str(),
            _ => false,
        }
    }
}

/// The statements that verify, in rising order.
fn readable(holdings: &Holdings) -> Vec<u32> {
    let verified = holdings.statements.iter().filter(|held| held.verdict.is_ok());
    verified.map(|held| held.n).collect()
}

struct Reader<'a> {
    tx: &'a Tx<'a>,
    holdings: &'a Holdings,
    memo: &'a Memo,
    numbers: Vec<u32>,
    /// What was opened: several searches look at the same statements.
    open: RefCell<BTreeMap<u32, Option<Rc<Opened>>>>,
}

/// What a statement says of an entry or star; none if it does not have it.
type Says<'a> = &'a dyn Fn(&Statement) -> Option<Become>;

impl Reader<'_> {
    fn open(&self, n: u32) -> Result<Option<Rc<Opened>>, StoreError> {
        if let Some(known) = self.open.borrow().get(&n) {
            return Ok(known.clone());
        }
        let opened = self.holdings.open(self.tx, self.memo, n)?.map(Rc::new);
        let mut open = self.open.borrow_mut();
        if open.len() >= MOST_OPEN {
            open.clear();
        }
        open.insert(n, opened.clone());
        Ok(opened)
    }

    fn entry(&self, id: &str) -> Result<Option<Found>, StoreError> {
        let find = |one: &Statement| one.entries.iter().find(|entry| entry.id == id).cloned();
        let Some((at, opened)) = self.newest_with(&|one| find(one).is_some())? else {
            return Ok(None);
        };
        let says = |one: &Statement| {
            find(one).map(|entry| match entry.state {
                EntryState::Active => Become::Counts,
                EntryState::Ended => Become::Ended,
                EntryState::Withdrawn => Become::Removed,
            })
        };
        let trace = self.trace(id, at, &says)?;
        let entry = opened.payload().and_then(find);
        Ok(entry
            .zip(trace)
            .map(|(entry, trace)| Found { what: What::Entry(entry), traces: vec![trace] }))
    }

    /// The stars of a category, by the newest statement.
    fn stars(&self, category: &str) -> Result<Option<Found>, StoreError> {
        let has = |one: &Statement| one.stars.iter().any(|star| star.category == category);
        let Some((at, opened)) = self.newest_with(&has)? else { return Ok(None) };
        let all = opened.payload().map(|one| one.stars.iter()).into_iter().flatten();
        let mut stars: Vec<Star> = all.filter(|star| star.category == category).cloned().collect();
        stars.sort_by(|a, b| (b.set_on, &b.id).cmp(&(a.set_on, &a.id)));
        stars.truncate(MOST_STARS);
        let mut traces = Vec::new();
        for star in &stars {
            let says = |one: &Statement| {
                let found = one.stars.iter().find(|known| known.id == star.id)?;
                Some(match found.state {
                    StarState::Active => Become::Counts,
                    StarState::Replaced => Become::Replaced,
                    StarState::Withdrawn => Become::Removed,
                })
            };
            traces.extend(self.trace(&star.id, at, &says)?);
        }
        Ok(Some(Found { what: What::Stars(stars), traces }))
    }

    /// A measure, by what is noted of each statement: no statement is opened.
    fn measure(&self, id: &str) -> Option<Found> {
        let mut runs: Vec<Run> = Vec::new();
        let mut before_has = false;
        for held in &self.holdings.statements {
            let Ok(brief) = &held.verdict else { continue };
            let grant = brief.granted.iter().find(|grant| grant.id == id);
            match (grant, runs.last_mut().filter(|_| before_has)) {
                (Some(grant), None) => {
                    let (first, to) = (held.n, brief.period.to);
                    runs.push(Run { first, ended_in: None, grant: grant.clone(), to });
                }
                (None, Some(run)) => run.ended_in = Some(held.n),
                _ => {}
            }
            before_has = grant.is_some();
        }
        let (measure, is_perk) = self.named(id).unzip();
        if runs.is_empty() && measure.is_none() {
            return None;
        }
        let traces = runs.first().map(|run| Trace {
            id: id.to_owned(),
            first: run.first,
            signed: None,
            seen: self.seen_from(run.first),
            begins_here: self.numbers.first() == Some(&run.first),
            moves: Vec::new(),
            gone_by: None,
        });
        let is_perk = is_perk.unwrap_or(true);
        let what = What::Measure { measure, id: id.to_owned(), is_perk, runs };
        Some(Found { what, traces: traces.into_iter().collect() })
    }

    /// A measure as the newest version on this phone that has it names it.
    fn named(&self, id: &str) -> Option<(Measure, bool)> {
        let newest = self.holdings.newest()?.verdict.as_ref().ok()?;
        let books: Vec<Arc<Rulebook>> = self.holdings.versions(&newest.rulebook);
        books.iter().rev().find_map(|book| {
            let find = |all: &[Measure]| all.iter().find(|one| one.id == id).cloned();
            let perk = find(&book.perks).map(|one| (one, true));
            perk.or_else(|| find(&book.restrictions).map(|one| (one, false)))
        })
    }

    /// The newest statement that has something, by its place among those that verify.
    fn newest_with(
        &self,
        has: &dyn Fn(&Statement) -> bool,
    ) -> Result<Option<(usize, Rc<Opened>)>, StoreError> {
        for (at, n) in self.numbers.iter().enumerate().rev() {
            let opened = self.open(*n)?;
            if let Some(opened) = opened.filter(|one| one.payload().is_some_and(has)) {
                return Ok(Some((at, opened)));
            }
        }
        Ok(None)
    }

    /// Follows an entry or star through the statements up to the newest that has it.
    fn trace(&self, id: &str, newest: usize, says: Says<'_>) -> Result<Option<Trace>, StoreError> {
        let up_to = self.numbers.get(..=newest).unwrap_or_default();
        let first = self.first_where(up_to, &|one| says(one).is_some())?;
        let Some((first, signed)) = first else { return Ok(None) };
        let from: Vec<u32> = up_to.iter().copied().filter(|n| *n >= first).collect();
        let mut moves = Vec::new();
        let mut least = Become::Counts;
        // Each state follows the one before, so that two searches find both.
        for _ in 0..2 {
            let later = |one: &Statement| says(one).is_some_and(|state| state > least);
            let Some((n, at)) = self.first_where(&from, &later)? else { break };
            let opened = self.open(n)?;
            let state = opened.as_ref().and_then(|one| one.payload()).and_then(says);
            least = state.unwrap_or(Become::Removed);
            moves.push((least, n, at));
        }
        let last = self.numbers.last().copied();
        Ok(Some(Trace {
            id: id.to_owned(),
            first,
            signed: Some(signed),
            seen: self.seen_from(first),
            begins_here: self.numbers.first() == Some(&first),
            moves,
            gone_by: last.filter(|last| self.numbers.get(newest) != Some(last)),
        }))
    }

    /// The first statement of which something is true, and when that was signed, where it stays
    /// true from then on.
    fn first_where(
        &self,
        numbers: &[u32],
        is_true: &dyn Fn(&Statement) -> bool,
    ) -> Result<Option<(u32, UnixTime)>, StoreError> {
        let (mut from, mut to, mut found) = (0, numbers.len(), None);
        while from < to {
            let middle = from.midpoint(to);
            let Some(n) = numbers.get(middle) else { break };
            let opened = self.open(*n)?;
            match opened.as_ref().and_then(|one| one.payload()).filter(|one| is_true(one)) {
                Some(statement) => {
                    found = Some((*n, statement.iat));
                    to = middle;
                }
                None => from = middle.saturating_add(1),
            }
        }
        Ok(found)
    }

    /// When the first of the statements from one on reached this phone.
    fn seen_from(&self, first: u32) -> UnixTime {
        let from = self.holdings.statements.iter().filter(|held| held.n >= first);
        from.map(|held| held.stored_at).min().unwrap_or_default()
    }
}
