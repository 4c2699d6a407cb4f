//! Documents that are missing between others, since their stored values were damaged: they are
//! fetched again, and kept only where they fit exactly between those that this phone holds.

use super::fetch::going_on;
use super::series::{Entry, Item, Stored};
use super::{History, Holdings, Keeper};
use crate::SyncError;
use crate::status::Stop;

/// Documents that are asked for at once.
const AT_ONCE: u32 = 50;

impl History<'_> {
    /// Fills what can be filled; what this phone holds then.
    ///
    /// # Errors
    /// Where nothing more can be asked: no connection, stopped, the store.
    pub(super) async fn fill_holes(
        &self,
        held: Holdings,
        keeper: &Keeper<'_>,
        stop: &Stop,
    ) -> Result<Holdings, SyncError> {
        let filled = [
            self.fill(&held.statements, keeper, stop).await?,
            self.fill(&held.notices, keeper, stop).await?,
            self.fill(&held.receipts, keeper, stop).await?,
        ];
        if filled.contains(&true) { self.holdings() } else { Ok(held) }
    }

    async fn fill<T: Item>(
        &self,
        stored: &Stored<T>,
        keeper: &Keeper<'_>,
        stop: &Stop,
    ) -> Result<bool, SyncError> {
        let mut filled = false;
        for hole in holes(&stored.entries) {
            filled |= self.fill_one(stored, hole, keeper, stop).await?;
        }
        Ok(filled)
    }

    /// Fills a hole from its end: each document is named by the one after it.
    async fn fill_one<T: Item>(
        &self,
        stored: &Stored<T>,
        (from, mut to): (u32, u32),
        keeper: &Keeper<'_>,
        stop: &Stop,
    ) -> Result<bool, SyncError> {
        let Some(mut after) = stored.at(to.saturating_add(1)).cloned() else { return Ok(false) };
        let (mut filled, mut at_once) = (false, AT_ONCE);
        while to >= from {
            let first = to.saturating_sub(at_once - 1).max(from);
            let items = match self.pages::<T>(first, to, stop).await {
                Ok(items) => items,
                Err(error) => return going_on(error).map(|_| filled),
            };
            // Longer ones than fit in memory together are asked for one by one.
            if at_once > 1 && items.last().is_some_and(|(last, _)| last.n < to) {
                at_once = 1;
                continue;
            }
            if !fit(stored, &items, &after) {
                return Ok(filled);
            }
            self.store.write(|tx| keeper.fill::<T>(tx, &items))?;
            filled = true;
            let Some((first, _)) = items.into_iter().next() else { return Ok(filled) };
            let Some(before) = first.n.checked_sub(1) else { return Ok(filled) };
            (after, to) = (first, before);
        }
        Ok(filled)
    }
}

/// The first and last numbers of each run that is missing before a document.
fn holes(entries: &[Entry]) -> Vec<(u32, u32)> {
    let mut next = 1;
    let mut holes = Vec::new();
    for entry in entries {
        if entry.n > next {
            holes.push((next, entry.n.saturating_sub(1)));
        }
        next = entry.n.saturating_add(1);
    }
    holes
}

/// Whether documents follow each other and what this phone holds before them, and are followed by
/// the one after them.
fn fit<T: Item>(stored: &Stored<T>, items: &[(Entry, String)], after: &Entry) -> bool {
    let entries = || items.iter().map(|(entry, _)| entry);
    let next = entries().skip(1).chain([after]);
    let linked = entries().zip(next).all(|(one, next)| next.prev == Some(one.hash));
    linked && entries().next().is_some_and(|first| stored.is_followed_by(first))
}
