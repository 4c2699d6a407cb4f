//! What this phone holds of a series, without its texts: these stay in the store, where one is read
//! at a time, so that a history of any length takes little memory.

use super::super::SyncError;
use super::{History, Times};
use crate::plan::Arrived;
use standing_model::ids::{Hash, KeyId};
use standing_model::message::{About, Notice, Receipt};
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_store::{Document, StoreError, Tx};
use standing_verify::alarm::Found;
use standing_verify::message::{Expected, verify};
use standing_verify::series::{Held, Line, Numbered};

/// What is remembered of one document.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub n: u32,
    pub hash: Hash,
    pub prev: Option<Hash>,
    pub iat: Option<UnixTime>,
    /// It verifies by the keys of today, in whatever version.
    pub is_genuine: bool,
    /// Nothing else may ever have its number.
    pub is_firm: bool,
    pub stored_at: UnixTime,
    pub held_since: Option<UnixTime>,
}

/// What a series' documents mean to this phone's own records.
pub(super) trait Item: Numbered {
    /// Whether it says that a key is revoked.
    fn revokes(&self, _key: KeyId) -> bool {
        false
    }

    /// The receipt, if it is one.
    fn receipt(_held: &Held<Self>) -> Option<Arrived> {
        None
    }
}

impl Item for Statement {}

impl Item for Notice {
    fn revokes(&self, key: KeyId) -> bool {
        self.about == About::KeyRevoked(key)
    }
}

impl Item for Receipt {
    fn receipt(held: &Held<Self>) -> Option<Arrived> {
        let receipt = held.verdict.as_ref().ok()?.clone();
        Some(Arrived { receipt, compact: held.compact.clone() })
    }
}

/// What this phone holds of a series, by the keys of today.
pub(super) struct Stored<T: Numbered> {
    /// In rising order.
    pub entries: Vec<Entry>,
    /// What arrived for it and is provisional: genuine, in rising order without a gap.
    pub arrived: Vec<Entry>,
    /// Where looking through `entries` has come to.
    pub line: Line<T>,
    /// An item says that the key of this phone is revoked.
    pub revoked: bool,
}

impl Entry {
    pub fn of<T: Numbered>(history: &History<'_>, held: &Held<T>, document: &Document) -> Self {
        Self {
            n: held.n,
            hash: held.hash(),
            prev: held.prev(),
            iat: held.iat(),
            is_genuine: held.is_genuine(),
            is_firm: held.is_firm(history.keys),
            stored_at: document.stored_at,
            held_since: document.held_since,
        }
    }
}

impl<T: Numbered> Stored<T> {
    /// The highest number, and the hash of its document.
    pub fn tip(&self) -> (u32, Option<Hash>) {
        self.entries.last().map_or((0, None), |last| (last.n, Some(last.hash)))
    }

    /// The document with a number.
    pub fn at(&self, n: u32) -> Option<&Entry> {
        let at = self.entries.binary_search_by_key(&n, |entry| entry.n).ok()?;
        self.entries.get(at)
    }

    /// Whether a document follows what this phone holds below its number.
    pub fn is_followed_by(&self, next: &Entry) -> bool {
        match next.n.checked_sub(1) {
            None | Some(0) => next.prev.is_none(),
            Some(before) => self.at(before).is_none_or(|held| next.prev == Some(held.hash)),
        }
    }

    /// When each document reached this phone.
    pub fn times(&self) -> Times {
        let all = self.arrived.iter().chain(&self.entries);
        all.map(|entry| (entry.hash, (entry.stored_at, entry.held_since))).collect()
    }

    /// Whether nothing of it may ever be signed again by another key.
    pub fn all_firm(&self) -> bool {
        self.entries.iter().all(|entry| entry.is_firm)
    }
}

impl History<'_> {
    /// Reads a series, one document after the other, and looks it through. What is wrong with it
    /// goes to `found`.
    pub(super) fn stored<T: Item>(
        &self,
        found: &mut dyn FnMut(Vec<Found>) -> Result<(), StoreError>,
    ) -> Result<Stored<T>, SyncError> {
        let (membership, series) = (self.membership, T::SERIES);
        let text = |n| self.store.read(|tx| text::<T>(tx, self, n)).ok().flatten();
        let mut stored = Stored {
            entries: Vec::new(),
            arrived: Vec::new(),
            line: Line::default(),
            revoked: false,
        };
        for n in self.store.read(|tx| tx.document_numbers(series, membership))? {
            let document = self.store.read(|tx| tx.document(series, membership, n))?;
            let Some(document) = document else { continue };
            let held = self.held::<T>(&document);
            stored.revoked |= held.payload().is_some_and(|item| item.revokes(self.mine()));
            stored.entries.push(Entry::of(self, &held, &document));
            let wrong = stored.line.next(held, &text);
            if !wrong.is_empty() {
                found(wrong)?;
            }
        }
        stored.arrived = self.arrived::<T>()?;
        Ok(stored)
    }

    /// What arrived and is provisional, from its first number without a gap.
    fn arrived<T: Numbered>(&self) -> Result<Vec<Entry>, StoreError> {
        let (membership, series) = (self.membership, T::SERIES);
        let mut arrived: Vec<Entry> = Vec::new();
        for n in self.store.read(|tx| tx.provisional_numbers(series, membership))? {
            let document = self.store.read(|tx| tx.provisional(series, membership, n))?;
            let follows = arrived.last().is_none_or(|last| last.n.saturating_add(1) == n);
            let Some(document) = document.filter(|_| follows) else { break };
            let entry = Entry::of(self, &self.held::<T>(&document), &document);
            if !entry.is_genuine || !entry.is_firm || entry.n != n {
                break;
            }
            arrived.push(entry);
        }
        Ok(arrived)
    }

    /// A document as it lies in the store, verified by the keys of today.
    pub(super) fn held<T: Numbered>(&self, document: &Document) -> Held<T> {
        let held_since = document.held_since;
        let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
        let verdict = verify::<T>(&document.compact, expected);
        Held { n: document.n, compact: document.compact.clone(), verdict }
    }
}

/// The compact form of a document that this phone holds.
pub(super) fn text<T: Numbered>(
    tx: &Tx<'_>,
    history: &History<'_>,
    n: u32,
) -> Result<Option<String>, StoreError> {
    let found = tx.document(T::SERIES, history.membership, n)?;
    Ok(found.map(|document| document.compact))
}
