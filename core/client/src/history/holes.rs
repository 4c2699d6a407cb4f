//! Documents that are missing between others, since their stored values were damaged: they are
//! fetched again, and kept only where they fit exactly between those that this phone holds.

use super::series::{Stored, going_on};
use super::{History, Holdings, Keeper};
use crate::SyncError;
use crate::status::Stop;
use standing_store::Document;
use standing_verify::series::{Held, Numbered, Series};

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

    async fn fill<T: Numbered>(
        &self,
        stored: &Stored<T>,
        keeper: &Keeper<'_>,
        stop: &Stop,
    ) -> Result<bool, SyncError> {
        let mut filled = false;
        for (from, to) in holes(&stored.documents) {
            let items = match self.pages::<T>(from, to, stop).await {
                Ok(items) => items,
                Err(error) => {
                    drop(going_on(error)?);
                    continue;
                }
            };
            if fit(&stored.series, from, to, &items) {
                self.store.write(|tx| keeper.fill(tx, &items))?;
                filled = true;
            }
        }
        Ok(filled)
    }
}

/// The first and last numbers of each run that is missing before a document.
fn holes(documents: &[Document]) -> Vec<(u32, u32)> {
    let mut next = 1;
    let mut holes = Vec::new();
    for document in documents {
        if document.n > next {
            holes.push((next, document.n.saturating_sub(1)));
        }
        next = document.n.saturating_add(1);
    }
    holes
}

/// Whether documents follow the one before the hole and each other, and are followed by the one
/// after it.
fn fit<T: Numbered>(series: &Series<T>, from: u32, to: u32, items: &[Held<T>]) -> bool {
    let before = from.checked_sub(1).and_then(|n| series.at(n)).map(Held::hash);
    let after = series.at(to.saturating_add(1));
    let hashes = std::iter::once(before).chain(items.iter().map(|item| Some(item.hash())));
    let mut run = items.iter().chain(after).zip(hashes);
    after.is_some() && run.all(|(item, before)| item.prev() == before)
}
