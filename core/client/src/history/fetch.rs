//! Fetching a series page by page. What arrived is kept at once, as provisional: a connection that
//! breaks costs one page, and the next run goes on behind the last one that came. It becomes part
//! of the series when a head matches it.

use super::super::SyncError;
use super::super::authority::Call;
use super::super::status::Stop;
use super::super::wire::Page;
use super::History;
use super::keep::Keeper;
use super::series::{Entry, Stored, text};
use standing_model::message::Head;
use standing_verify::TrustError;
use standing_verify::alarm::{Alarm, Found};
use standing_verify::message::Expected;
use standing_verify::series::{Held, Numbered};

/// Pages of one series in one run at most; the next run goes on behind them.
const MAX_PAGES: u32 = 200;

/// Bytes that are held in memory where documents are asked for that are not kept as they come.
const MAX_HELD: usize = 4 << 20;

/// What came of fetching a series.
#[derive(Default)]
pub(super) struct Fetched {
    /// What arrived matches the head.
    pub fits: bool,
    /// What is wrong with it.
    pub found: Vec<Found>,
    /// Why it could not be brought up to date; it stays as it is then.
    pub problem: Option<SyncError>,
}

/// How a walk through a series ended.
enum Walked {
    /// Everything is there that is not what this phone holds.
    Complete,
    /// What came does not follow what had arrived before.
    Parted,
}

/// A document as it came, its content dropped.
type Came = (Entry, String);

impl History<'_> {
    /// Fetches what this phone does not have, until it matches the head. What cannot be believed
    /// leaves this series as it is and stops no other.
    ///
    /// # Errors
    /// [`SyncError`] where nothing more can be asked: no connection, stopped, the store. What
    /// arrived by then is kept.
    pub(super) async fn fetch<T: Numbered>(
        &self,
        stored: &mut Stored<T>,
        head: &Head,
        keeper: &Keeper<'_>,
        stop: &Stop,
    ) -> Result<Fetched, SyncError> {
        let (count, last) = head.tip(T::SERIES);
        let (have, hash) = stored.tip();
        if (have, hash) == (count, last) {
            return Ok(Fetched::default());
        }
        if count < have {
            let found = self.below(stored, head, stop).await?;
            return Ok(Fetched { found, ..Fetched::default() });
        }
        stored.arrived.retain(|entry| entry.n <= count);
        let mut walk = Walk { history: self, keeper, stop, count, pages: 0, found: Vec::new() };
        let matches = |stored: &Stored<T>| {
            let newest = stored.arrived.last().map(|entry| (entry.n, Some(entry.hash)));
            newest.unwrap_or((have, hash)) == (count, last)
        };
        let had = !stored.arrived.is_empty();
        let mut walked = walk.through(stored).await;
        let again = had || matches!(walked, Ok(Walked::Parted));
        if again && walked.is_ok() && !matches(stored) {
            // What had arrived belongs to another history: all of it is asked for once more.
            stored.arrived.clear();
            walked = walk.through(stored).await;
        }
        let mut found = walk.found;
        if let Err(error) = walked {
            return Ok(Fetched { fits: false, found, problem: Some(going_on(error)?) });
        }
        if matches(stored) {
            return Ok(Fetched { fits: true, found, problem: None });
        }
        found.extend(self.other_than_named(stored, head)?);
        self.store.write(|tx| tx.forget_provisional(T::SERIES, self.membership, count))?;
        let wrong = TrustError::WrongAnswer("documents other than its head counts");
        Ok(Fetched { fits: false, found, problem: Some(self.untrusted(wrong)) })
    }

    /// The head and the newest document that was given are both signed, and name one number.
    fn other_than_named<T: Numbered>(
        &self,
        stored: &Stored<T>,
        head: &Head,
    ) -> Result<Option<Found>, SyncError> {
        let (n, last) = head.tip(T::SERIES);
        let newest = stored.arrived.last().filter(|newest| newest.n == n && newest.is_firm);
        let Some((newest, last)) = newest.zip(last) else { return Ok(None) };
        let given = self.store.read(|tx| tx.provisional(T::SERIES, self.membership, n))?;
        let documents = given.map(|given| given.compact).into_iter().collect();
        let alarm = Alarm::Fork { series: T::SERIES, n };
        Ok(Some(Found { alarm, hashes: vec![newest.hash, last], documents }))
    }

    /// The head counts fewer than this phone holds: nothing is replaced, but if it names another
    /// document under its own number, that is asked for and kept as evidence.
    async fn below<T: Numbered>(
        &self,
        stored: &Stored<T>,
        head: &Head,
        stop: &Stop,
    ) -> Result<Vec<Found>, SyncError> {
        let (n, last) = head.tip(T::SERIES);
        let Some((held, last)) = stored.at(n).zip(last) else { return Ok(Vec::new()) };
        if held.hash == last || !stored.all_firm() {
            return Ok(Vec::new());
        }
        let alarm = Alarm::Fork { series: T::SERIES, n };
        let hashes = vec![held.hash, last];
        let held = self.store.read(|tx| text::<T>(tx, self, n))?;
        let mut documents: Vec<String> = held.into_iter().collect();
        match self.pages::<T>(n, n, stop).await {
            Ok(items) => documents.extend(items.into_iter().map(|(_, compact)| compact)),
            Err(error) => drop(going_on(error)?),
        }
        Ok(vec![Found { alarm, hashes, documents }])
    }

    /// The documents from one number to another, each genuine, in memory.
    pub(super) async fn pages<T: Numbered>(
        &self,
        from: u32,
        to: u32,
        stop: &Stop,
    ) -> Result<Vec<Came>, SyncError> {
        let (mut items, mut next, mut bytes) = (Vec::new(), from, 0_usize);
        while next <= to && bytes <= MAX_HELD {
            let page = self.page::<T>(next, to, stop).await?;
            bytes = page.iter().fold(bytes, |sum, (_, text)| sum.saturating_add(text.len()));
            next = page.last().map_or(next, |(entry, _)| entry.n).saturating_add(1);
            items.extend(page);
        }
        Ok(items)
    }

    /// One page from a number on: at least one document and none above `to`, each genuine; one of a
    /// later version is kept as bytes.
    async fn page<T: Numbered>(
        &self,
        from: u32,
        to: u32,
        stop: &Stop,
    ) -> Result<Vec<Came>, SyncError> {
        stop.check()?;
        let path = T::SERIES.name();
        let call = Call::get(format!("/v1/{path}?from={from}"), path);
        let page: Page = self.get(call).await?;
        let (mut items, mut next) = (Vec::new(), from);
        for compact in page.items {
            let item = Held::<T>::fetched(compact, Expected::fresh(self.keys, self.sub));
            let item = item.map_err(|error| self.untrusted(error))?;
            // What is newer than the head comes with the next one.
            if item.n > to {
                break;
            }
            if item.n != next {
                let wrong = TrustError::WrongAnswer("another number than asked");
                return Err(self.untrusted(wrong));
            }
            next = next.saturating_add(1);
            items.push((self.fresh(&item), item.compact));
        }
        if items.is_empty() {
            // A page that brings nothing brings nothing the next time either.
            let wrong = TrustError::WrongAnswer("fewer documents than its head counts");
            return Err(self.untrusted(wrong));
        }
        Ok(items)
    }

    fn fresh<T: Numbered>(&self, held: &Held<T>) -> Entry {
        Entry {
            n: held.n,
            hash: held.hash(),
            prev: held.prev(),
            iat: held.iat(),
            is_genuine: true,
            is_firm: held.is_firm(self.keys),
            stored_at: self.clock.now(),
            held_since: None,
        }
    }
}

/// A walk through a series, up to what a head counts.
struct Walk<'a> {
    history: &'a History<'a>,
    keeper: &'a Keeper<'a>,
    stop: &'a Stop,
    count: u32,
    pages: u32,
    found: Vec<Found>,
}

impl Walk<'_> {
    /// Asks for everything up to `count` that is not what this phone holds. Where the authority's
    /// chain has left what this phone holds, it is followed back to where they part.
    async fn through<T: Numbered>(&mut self, stored: &mut Stored<T>) -> Result<Walked, SyncError> {
        let (have, _) = stored.tip();
        let from = have.saturating_add(1).min(self.count);
        let mut next = stored.arrived.last().map_or(from, |last| last.n.saturating_add(1));
        while next <= self.count {
            let page = self.page::<T>(next, self.count).await?;
            let ends = stored.arrived.last().zip(page.first());
            let parts = ends.is_some_and(|(last, (first, _))| first.prev != Some(last.hash));
            // A chain may be broken by its authority, where documents are the same as before.
            if parts && !self.is_still::<T>(stored.arrived.last()).await? {
                return Ok(Walked::Parted);
            }
            stored.arrived.extend(self.keep::<T>(page)?);
            next = stored.arrived.last().map_or(next, |last| last.n).saturating_add(1);
        }
        let mut step = 1;
        while let Some(first) = stored.arrived.first().cloned() {
            let Some(last) = first.n.checked_sub(1).filter(|last| *last > 0) else { break };
            if stored.is_followed_by(&first) {
                break;
            }
            let back = first.n.saturating_sub(step).max(1);
            let mut earlier = Vec::new();
            let mut next = back;
            while next <= last {
                let page = self.page::<T>(next, last).await?;
                earlier.extend(self.keep::<T>(page)?);
                next = earlier.last().map_or(next, |last: &Entry| last.n).saturating_add(1);
            }
            // The documents before are the same: it is the authority's own chain that is broken.
            let newest = earlier.last().map(|newest| newest.hash);
            if stored.at(last).is_some_and(|held| Some(held.hash) == newest) {
                break;
            }
            stored.arrived.splice(0..0, earlier);
            step = (step * 2).min(50);
        }
        Ok(Walked::Complete)
    }

    async fn page<T: Numbered>(&mut self, from: u32, to: u32) -> Result<Vec<Came>, SyncError> {
        self.pages = self.pages.saturating_add(1);
        if self.pages > MAX_PAGES {
            return Err(SyncError::Stopped);
        }
        self.history.page::<T>(from, to, self.stop).await
    }

    /// Whether a document that had arrived is what the authority gives under its number now.
    async fn is_still<T: Numbered>(&mut self, entry: Option<&Entry>) -> Result<bool, SyncError> {
        let Some(entry) = entry else { return Ok(true) };
        let page = self.page::<T>(entry.n, entry.n).await?;
        Ok(page.first().is_some_and(|(again, _)| again.hash == entry.hash))
    }

    /// Keeps a page, provisionally. Another document than the one that had arrived under a number
    /// is a fork, though neither is part of the series.
    fn keep<T: Numbered>(&mut self, page: Vec<Came>) -> Result<Vec<Entry>, SyncError> {
        let history = self.history;
        let (series, membership) = (T::SERIES, history.membership);
        let mut forked = None;
        history.store.write(|tx| {
            let held_since = self.keeper.held_since(tx)?;
            for (entry, compact) in &page {
                let before = tx.provisional(series, membership, entry.n)?;
                let other = before.filter(|before| before.compact != *compact);
                if let (Some(before), None) = (other, &forked)
                    && history.held::<T>(&before).is_firm(history.keys)
                {
                    let alarm = Alarm::Fork { series, n: entry.n };
                    forked = Some(Found::over(alarm, vec![before.compact, compact.clone()]));
                }
                let document = self.keeper.document(entry.n, compact.clone(), held_since);
                tx.keep_provisional(series, membership, &document)?;
            }
            Ok(())
        })?;
        if self.found.is_empty() {
            self.found.extend(forked);
        }
        Ok(page.into_iter().map(|(entry, _)| entry).collect())
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
        | SyncError::NameHeld(_)
        | SyncError::NoSealKey(_)
        | SyncError::NotPinned
        | SyncError::Stopped
        | SyncError::NoRoom { .. }
        | SyncError::AsksFirst { .. }
        | SyncError::Store(_) => Err(error),
    }
}
