//! Fetching a series: what this phone holds of it, and what is asked for until it matches the head.

use super::super::SyncError;
use super::super::authority::Call;
use super::super::status::Stop;
use super::super::wire::Page;
use super::History;
use standing_model::message::Head;
use standing_store::Document;
use standing_verify::TrustError;
use standing_verify::alarm::{Alarm, Found};
use standing_verify::message::{Expected, verify};
use standing_verify::series::{Held, Merged, Numbered, Series, says_the_same};

/// Pages in one walk through a series at most: 50 items each.
const MAX_PAGES: u32 = 200;

/// What this phone holds of a series, by the keys of today.
pub(super) struct Stored<T> {
    pub series: Series<T>,
    /// The rows, in the same order.
    pub documents: Vec<Document>,
}

/// A series, and what came of it.
pub(super) struct Fetched<T> {
    pub stored: Stored<T>,
    pub merged: Merged<T>,
    /// Why it could not be brought up to date; it is as it was then.
    pub problem: Option<SyncError>,
}

impl<T: Numbered> Fetched<T> {
    /// A series that stays as it is.
    fn unchanged(stored: Stored<T>, found: Vec<Found>, problem: Option<SyncError>) -> Self {
        let merged = Merged { kept: stored.documents.len(), items: Vec::new(), found };
        Self { stored, merged, problem }
    }

    /// The number of the newest document that this phone had.
    pub fn newest_stored(&self) -> u32 {
        self.stored.series.tip().0
    }

    /// What every item says that verifies and can be read, old and new.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        let kept = self.stored.series.held().iter().take(self.merged.kept);
        kept.chain(&self.merged.items).filter_map(Held::payload)
    }

    /// The items that say something that this phone had not read.
    pub fn news(&self) -> impl Iterator<Item = &Held<T>> {
        self.merged.items.iter().filter(|item| !self.says_what_was_held(item))
    }

    /// The items that say what this phone had read, under another signature.
    pub fn reissued(&self) -> impl Iterator<Item = &Held<T>> {
        self.merged.items.iter().filter(|item| self.says_what_was_held(item))
    }

    fn says_what_was_held(&self, item: &Held<T>) -> bool {
        let old = self.stored.series.at(item.n);
        old.is_some_and(|old| says_the_same::<T>(&old.compact, &item.compact))
    }
}

impl History<'_> {
    /// What this phone holds of a series, by the keys of today.
    pub(super) fn stored<T: Numbered>(&self) -> Result<Stored<T>, SyncError> {
        let documents = self.store.read(|tx| tx.documents(T::SERIES, self.membership))?;
        let held = |document: &Document| {
            let held_since = document.held_since;
            let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
            let verdict = verify::<T>(&document.compact, expected);
            Held { n: document.n, compact: document.compact.clone(), verdict }
        };
        let series = Series::new(documents.iter().map(held).collect());
        Ok(Stored { series, documents })
    }

    /// Fetches what this phone does not have, until it matches the head. What cannot be believed
    /// leaves this series as it is and stops no other.
    ///
    /// # Errors
    /// [`SyncError`] where nothing more can be asked: no connection, stopped, the store.
    pub(super) async fn fetch<T: Numbered>(
        &self,
        stored: Stored<T>,
        head: &Head,
        stop: &Stop,
    ) -> Result<Fetched<T>, SyncError> {
        let (count, last) = head.tip(T::SERIES);
        let (have, hash) = stored.series.tip();
        if (have, hash) == (count, last) {
            return Ok(Fetched::unchanged(stored, Vec::new(), None));
        }
        if count < have {
            let found = self.below(&stored.series, head, stop).await?;
            return Ok(Fetched::unchanged(stored, found, None));
        }
        let merged = match self.walk(&stored.series, count, stop).await {
            Ok(items) => stored.series.merge(items, self.keys),
            Err(error) => {
                let problem = going_on(error)?;
                return Ok(Fetched::unchanged(stored, Vec::new(), Some(problem)));
            }
        };
        let tip = merged.items.last().map(|item| (item.n, Some(item.hash())));
        if tip.unwrap_or((have, hash)) != (count, last) {
            let wrong = TrustError::WrongAnswer("documents other than its head counts");
            let problem = Some(self.untrusted(wrong));
            return Ok(Fetched::unchanged(stored, merged.found, problem));
        }
        Ok(Fetched { stored, merged, problem: None })
    }

    /// Everything up to `count` that is not what this phone holds, in rising order. Where the
    /// authority's chain has left what this phone holds, it is followed back to where they part.
    async fn walk<T: Numbered>(
        &self,
        series: &Series<T>,
        count: u32,
        stop: &Stop,
    ) -> Result<Vec<Held<T>>, SyncError> {
        let mut from = series.tip().0.saturating_add(1).min(count);
        let mut items = self.pages::<T>(from, count, stop).await?;
        let mut step = 1;
        while let Some(first) = items.first() {
            let Some(last) = from.checked_sub(1).filter(|last| *last > 0) else { break };
            if series.is_followed_by(first) {
                break;
            }
            let back = from.saturating_sub(step).max(1);
            let mut earlier = self.pages::<T>(back, last, stop).await?;
            let is_held =
                |item: &Held<T>| series.at(last).is_some_and(|held| held.hash() == item.hash());
            // The documents before are the same: it is the authority's own chain that is broken.
            if earlier.last().is_some_and(is_held) {
                break;
            }
            earlier.append(&mut items);
            (items, from, step) = (earlier, back, (step * 2).min(50));
        }
        Ok(items)
    }

    /// The head counts fewer than this phone holds: nothing is replaced, but if it names another
    /// document under its own number, that is asked for and kept as evidence.
    async fn below<T: Numbered>(
        &self,
        series: &Series<T>,
        head: &Head,
        stop: &Stop,
    ) -> Result<Vec<Found>, SyncError> {
        let (n, last) = head.tip(T::SERIES);
        let Some((held, last)) = series.at(n).zip(last) else { return Ok(Vec::new()) };
        if held.hash() == last || !series.all_firm(self.keys) {
            return Ok(Vec::new());
        }
        let alarm = Alarm::Fork { series: T::SERIES, n };
        let mut documents = vec![held.compact.clone()];
        match self.pages::<T>(n, n, stop).await {
            Ok(items) => documents.extend(items.into_iter().map(|item| item.compact)),
            Err(error) => drop(going_on(error)?),
        }
        Ok(vec![Found { alarm, hashes: vec![held.hash(), last], documents }])
    }

    /// The documents from one number to another, each genuine; one of a later version is kept as
    /// bytes.
    pub(super) async fn pages<T: Numbered>(
        &self,
        from: u32,
        to: u32,
        stop: &Stop,
    ) -> Result<Vec<Held<T>>, SyncError> {
        let (mut items, mut next) = (Vec::new(), from);
        for _ in 0..MAX_PAGES {
            let asked = next;
            stop.check()?;
            let path = T::SERIES.name();
            let call = Call::get(format!("/v1/{path}?from={next}"), path);
            let page: Page = self.get(call).await?;
            for compact in page.items {
                let expected = Expected::fresh(self.keys, self.sub);
                let item = Held::<T>::fetched(compact, expected);
                let item = item.map_err(|error| self.untrusted(error))?;
                let n = item.n;
                // What is newer than the head comes with the next one.
                if n > to {
                    break;
                }
                if n != next {
                    let wrong = TrustError::WrongAnswer("another number than asked");
                    return Err(self.untrusted(wrong));
                }
                items.push(item);
                next = next.saturating_add(1);
            }
            if next > to {
                return Ok(items);
            }
            // A page that brings nothing new brings nothing the next time either.
            if next == asked {
                break;
            }
        }
        Err(self.untrusted(TrustError::WrongAnswer("fewer documents than its head counts")))
    }
}

/// An error about one answer, which says nothing of the next question.
///
/// # Errors
/// Any other comes back as it was.
pub(super) fn going_on(error: SyncError) -> Result<SyncError, SyncError> {
    match error {
        SyncError::Trust { .. }
        | SyncError::Refused { .. }
        | SyncError::Status { .. }
        | SyncError::WebPage { .. }
        | SyncError::Content { .. } => Ok(error),
        SyncError::Transport { .. }
        | SyncError::Metadata(_)
        | SyncError::Table(_)
        | SyncError::Later(_)
        | SyncError::Contradiction(_)
        | SyncError::HeldElsewhere(_)
        | SyncError::NotPinned
        | SyncError::Stopped
        | SyncError::Store(_) => Err(error),
    }
}
