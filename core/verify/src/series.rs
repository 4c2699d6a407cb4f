//! A numbered series: its order, links, forks, gaps and state moves, the same for statements,
//! notices and receipts (PROTOCOL §3.6).

mod line;

use std::collections::BTreeMap;
use std::fmt::Debug;

pub use line::Line;

use super::TrustError;
use super::alarm::{Alarm, EntryFault, Found};
use super::jws::Jws;
use super::keys::IssuerKeys;
use super::message::{Expected, Message, Verified, verify};
use super::{chain, receipt};
use standing_model::frame::Frame;
use standing_model::ids::{EntryId, Hash};
use standing_model::message::{Notice, Receipt};
use standing_model::series::SeriesKind;
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_rules::clocks::TOLERANCE;

/// A message with a number and a link to the one before it.
pub trait Numbered: Message + Clone + PartialEq {
    /// Which series it belongs to.
    const SERIES: SeriesKind;

    /// What is remembered of the documents before one, along one branch.
    type Seen: Debug + Default + Send;

    /// Its number, from 1.
    fn n(&self) -> u32;

    /// The hash of the one before; absent only at 1.
    fn prev(&self) -> Option<Hash>;

    /// What only the content shows: whether states moved as they may.
    #[must_use]
    fn moves(history: &History<'_, Self>) -> Vec<Found> {
        let _ = history;
        Vec::new()
    }

    /// The same for one document after those that were seen before it.
    #[must_use]
    fn step(
        seen: &mut Self::Seen,
        before: Option<&Held<Self>>,
        after: &Held<Self>,
        text: &dyn Fn(u32) -> Option<String>,
    ) -> Vec<Found> {
        let _ = (seen, before, after, text);
        Vec::new()
    }
}

macro_rules! numbered {
    ($payload:ty, $seen:ty, $series:ident, $number:ident $(, $item:item)*) => {
        impl Numbered for $payload {
            const SERIES: SeriesKind = SeriesKind::$series;

            type Seen = $seen;

            fn n(&self) -> u32 {
                self.$number
            }

            fn prev(&self) -> Option<Hash> {
                self.prev
            }

            $($item)*
        }
    };
}

numbered!(
    Statement,
    chain::Seen,
    Statements,
    seq,
    fn moves(history: &History<'_, Self>) -> Vec<Found> {
        chain::moves(history)
    },
    fn step(
        seen: &mut chain::Seen,
        before: Option<&Held<Self>>,
        after: &Held<Self>,
        text: &dyn Fn(u32) -> Option<String>,
    ) -> Vec<Found> {
        chain::step(seen, before, after, text)
    }
);
numbered!(Notice, (), Notices, n);
numbered!(
    Receipt,
    receipt::Seen,
    Receipts,
    n,
    fn moves(history: &History<'_, Self>) -> Vec<Found> {
        receipt::moves(history)
    },
    fn step(
        seen: &mut receipt::Seen,
        _before: Option<&Held<Self>>,
        after: &Held<Self>,
        text: &dyn Fn(u32) -> Option<String>,
    ) -> Vec<Found> {
        receipt::step(seen, after, text)
    }
);

/// A document with a number, and what verifying it gave.
#[derive(Debug, Clone)]
pub struct Held<T> {
    /// Its number.
    pub n: u32,
    /// Its compact form.
    pub compact: String,
    /// What verifying it gave.
    pub verdict: Result<Verified<T>, TrustError>,
}

impl<T: Numbered> Held<T> {
    /// A document that was just verified.
    #[must_use]
    pub fn verified(compact: String, item: Verified<T>) -> Self {
        Self { n: item.payload().n(), compact, verdict: Ok(item) }
    }

    /// A document that was just fetched: read, or of a later version and kept as bytes
    /// (PROTOCOL §1, rule 10).
    ///
    /// # Errors
    /// [`TrustError`] of [`verify`] for any other.
    pub fn fetched(compact: String, expected: Expected<'_>) -> Result<Self, TrustError> {
        let verdict = verify::<T>(&compact, expected);
        let n = match &verdict {
            Ok(item) => Some(item.payload().n()),
            Err(TrustError::Later { frame: Some(frame), .. }) => frame.payload().n,
            Err(_) => None,
        };
        match (n, verdict) {
            (Some(n), verdict) => Ok(Self { n, compact, verdict }),
            (None, Err(error)) => Err(error),
            (None, Ok(item)) => Ok(Self::verified(compact, item)),
        }
    }

    /// SHA-256 of its compact form.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let unverified = |_: &TrustError| Hash::of(self.compact.as_bytes());
        self.verdict.as_ref().map_or_else(unverified, Verified::hash)
    }

    /// What it says, if it verifies and can be read.
    #[must_use]
    pub fn payload(&self) -> Option<&T> {
        self.verdict.as_ref().ok().map(Verified::payload)
    }

    /// What every version says, if it verifies and is of a later version.
    #[must_use]
    pub fn later(&self) -> Option<&Verified<Frame>> {
        match &self.verdict {
            Err(TrustError::Later { frame, .. }) => frame.as_deref(),
            _ => None,
        }
    }

    /// Whether it verifies, in whatever version.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        self.verdict.is_ok() || self.later().is_some()
    }

    /// The hash of the document before it; none if that is unknown, or if there is none.
    #[must_use]
    pub fn prev(&self) -> Option<Hash> {
        let later = || self.later().and_then(|frame| frame.payload().prev);
        self.payload().map_or_else(later, Numbered::prev)
    }

    /// When it was signed, if it verifies.
    #[must_use]
    pub fn iat(&self) -> Option<UnixTime> {
        let read = self.payload().map(Message::iat);
        read.or_else(|| self.later().map(|frame| frame.payload().iat))
    }

    /// Whether nothing else may ever have its number. One whose key was withdrawn as compromised
    /// may be signed again, even if it holds on this phone.
    #[must_use]
    pub fn is_firm(&self, keys: &IssuerKeys) -> bool {
        let read = self.verdict.as_ref().ok().map(Verified::kid);
        let kid = read.or_else(|| self.later().map(Verified::kid));
        kid.is_some_and(|kid| !keys.has_disowned(kid))
    }
}

/// Documents in rising order of their numbers, each with the one before it.
pub struct History<'a, T> {
    steps: Vec<Step<'a, T>>,
}

/// One document, and the one before it on its branch.
pub struct Step<'a, T> {
    /// The document.
    pub held: &'a Held<T>,
    /// The place of the one before it among the steps.
    pub before: Option<usize>,
}

impl<'a, T: Numbered> History<'a, T> {
    fn of(held: &'a [Held<T>]) -> Self {
        let mut sorted: Vec<&Held<T>> = held.iter().collect();
        sorted.sort_by_key(|held| held.n);
        let mut steps: Vec<Step<'a, T>> = Vec::with_capacity(sorted.len());
        for held in sorted {
            let before = before(&steps, held);
            steps.push(Step { held, before });
        }
        Self { steps }
    }

    /// Every document in rising order.
    #[must_use]
    pub fn steps(&self) -> &[Step<'a, T>] {
        &self.steps
    }

    /// The document before one, on its branch.
    #[must_use]
    pub fn before(&self, step: &Step<'a, T>) -> Option<&'a Held<T>> {
        step.before.and_then(|at| self.steps.get(at)).map(|step| step.held)
    }
}

/// The place of the document before one: the one that it names, else the nearest lower number.
fn before<T: Numbered>(steps: &[Step<'_, T>], held: &Held<T>) -> Option<usize> {
    let lower = |step: &&Step<'_, T>| step.held.n < held.n;
    let nearest = steps.iter().rev().find(lower)?.held.n;
    let mut last = None;
    for (at, step) in steps.iter().enumerate().rev() {
        if step.held.n >= held.n {
            continue;
        }
        if step.held.n < nearest {
            break;
        }
        last = Some(at);
        if held.prev() == Some(step.held.hash()) {
            return last;
        }
    }
    last
}

/// Looks a series through: forks, gaps, links, times, and how states move. Each fault is found
/// once, and none hides another. Documents may come in any order; those that do not verify keep
/// their number and their hash, and nothing is said of their content.
#[must_use]
pub fn examine<T: Numbered>(held: &[Held<T>]) -> Vec<Found> {
    let history = History::of(held);
    let mut found = forks(&history);
    for step in history.steps() {
        let Some(before) = history.before(step) else { continue };
        found.extend(links(before, step.held));
    }
    found.extend(T::moves(&history));
    found
}

/// What is wrong with the number, the link and the time of a document after the one before it.
#[must_use]
pub fn links<T: Numbered>(before: &Held<T>, after: &Held<T>) -> Vec<Found> {
    let (series, n) = (T::SERIES, after.n);
    let both = || vec![before.compact.clone(), after.compact.clone()];
    let mut found = Vec::new();
    let next = before.n.saturating_add(1);
    if n > next {
        let alarm = Alarm::Gap { series, from: next, to: n.saturating_sub(1) };
        found.push(Found::over(alarm, both()));
    }
    let Some(iat) = after.iat() else { return found };
    if n == next && after.prev() != Some(before.hash()) {
        found.push(Found::over(Alarm::BrokenLink { series, n }, both()));
    }
    // Receipts and notices of one moment are made in one second.
    let rises = |before: UnixTime| match series {
        SeriesKind::Statements => iat > before,
        SeriesKind::Notices | SeriesKind::Receipts => iat.since(before) >= -TOLERANCE,
    };
    if !before.iat().is_none_or(rises) {
        found.push(Found::over(Alarm::TimeNotRising { series, n }, both()));
    }
    found
}

/// One alarm for each number that has several documents.
fn forks<T: Numbered>(history: &History<'_, T>) -> Vec<Found> {
    let mut numbers: BTreeMap<u32, Vec<&Held<T>>> = BTreeMap::new();
    for step in history.steps() {
        let same = numbers.entry(step.held.n).or_default();
        if same.iter().all(|known| known.compact != step.held.compact) {
            same.push(step.held);
        }
    }
    let several = numbers.into_iter().filter(|(_, same)| same.len() > 1);
    several
        .map(|(n, same)| {
            let documents = same.into_iter().map(|held| held.compact.clone()).collect();
            Found::over(Alarm::Fork { series: T::SERIES, n }, documents)
        })
        .collect()
}

/// One alarm for the entries that are wrong in one way in one statement.
pub(super) fn entries(
    fault: EntryFault,
    n: u32,
    entries: Vec<EntryId>,
    documents: Vec<String>,
) -> Option<Found> {
    let alarm = Alarm::Entries { fault, n, entries: entries.clone() };
    (!entries.is_empty()).then(|| Found::over(alarm, documents))
}

/// What this phone holds of a series, and what it makes of further documents.
#[derive(Debug)]
pub struct Series<T> {
    held: Vec<Held<T>>,
}

/// What further documents come to.
#[derive(Debug)]
pub struct Merged<T> {
    /// Documents of this phone that stay, from the first.
    pub kept: usize,
    /// The documents after these, each genuine.
    pub items: Vec<Held<T>>,
    /// What is wrong with them.
    pub found: Vec<Found>,
}

impl<T: Numbered> Series<T> {
    /// What this phone holds, in rising order without a gap in what it was given.
    #[must_use]
    pub const fn new(held: Vec<Held<T>>) -> Self {
        Self { held }
    }

    /// The documents.
    #[must_use]
    pub fn held(&self) -> &[Held<T>] {
        &self.held
    }

    /// The highest number, and the hash of its document.
    #[must_use]
    pub fn tip(&self) -> (u32, Option<Hash>) {
        self.held.last().map_or((0, None), |held| (held.n, Some(held.hash())))
    }

    /// The document with a number.
    #[must_use]
    pub fn at(&self, n: u32) -> Option<&Held<T>> {
        self.held.iter().find(|held| held.n == n)
    }

    /// Whether a document follows what this phone holds below its number.
    #[must_use]
    pub fn is_followed_by(&self, item: &Held<T>) -> bool {
        match item.n.checked_sub(1) {
            None | Some(0) => item.prev().is_none(),
            Some(before) => self.at(before).is_none_or(|held| item.prev() == Some(held.hash())),
        }
    }

    /// Whether nothing of it may ever be signed again by another key.
    #[must_use]
    pub fn all_firm(&self, keys: &IssuerKeys) -> bool {
        self.held.iter().all(|held| held.is_firm(keys))
    }

    /// Puts documents in rising order after, or in the place of, what this phone holds.
    ///
    /// A document in the place of another is a fork, unless its key was withdrawn and it says the
    /// same; if the old one does not verify any more and says something else, that is an alarm of
    /// its own.
    #[must_use]
    pub fn merge(&self, mut items: Vec<Held<T>>, keys: &IssuerKeys) -> Merged<T> {
        while let Some(item) = items.first() {
            if self.at(item.n).is_none_or(|held| held.compact != item.compact) {
                break;
            }
            items.remove(0);
        }
        let first = items.first().map_or(u32::MAX, |item| item.n);
        let kept = self.held.iter().take_while(|held| held.n < first).count();
        let firm = self.held.iter().take_while(|held| held.is_firm(keys)).count();
        let mut found = Vec::new();
        for Held { n, compact, .. } in &items {
            let n = *n;
            let at = self.held.iter().position(|held| held.n == n);
            let Some((at, old)) = at.and_then(|at| Some((at, self.held.get(at)?))) else {
                continue;
            };
            if old.compact == *compact || at >= firm && says_the_same::<T>(&old.compact, compact) {
                continue;
            }
            let series = T::SERIES;
            let alarm = if old.is_genuine() {
                Alarm::Fork { series, n }
            } else {
                Alarm::OtherContent { series, n }
            };
            found.push(Found::over(alarm, vec![old.compact.clone(), compact.clone()]));
        }
        Merged { kept, items, found }
    }

    /// The series with what was merged in the place of what it replaces.
    #[must_use]
    pub fn with(&self, merged: &Merged<T>) -> Vec<Held<T>> {
        let mut held: Vec<Held<T>> = self.held.iter().take(merged.kept).cloned().collect();
        held.extend(merged.items.iter().cloned());
        held
    }
}

/// Whether two documents say the same, apart from their links and signatures. Only for comparing:
/// neither is believed by it.
#[must_use]
pub fn says_the_same<T: Numbered>(one: &str, other: &str) -> bool {
    let read = |compact: &str| {
        let payload = Jws::parse(compact, T::LIMIT).ok()?.payload;
        Frame::read(&payload, T::LIMIT, T::NUMBER).ok()
    };
    let frames = read(one).zip(read(other));
    frames.is_some_and(|(one, other)| one.says_the_same(&other))
}

#[cfg(test)]
mod tests;
