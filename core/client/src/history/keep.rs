//! Writes what was verified, with the head under which it came.

use super::History;
use super::series::Fetched;
use standing_model::message::Head;
use standing_model::time::UnixTime;
use standing_store::{Document, StoreError, StoredHead, Tx};
use standing_verify::message::Verified;
use standing_verify::series::{Held, Numbered};

/// See the module.
pub(super) struct Keeper<'a> {
    pub history: &'a History<'a>,
    pub head: &'a Verified<Head>,
    pub now: UnixTime,
}

impl Keeper<'_> {
    /// New numbers are added; what has the number of another takes its place, and the alarm that
    /// names both keeps the other.
    pub fn documents<T: Numbered>(
        &self,
        tx: &Tx<'_>,
        fetched: &Fetched<T>,
    ) -> Result<(), StoreError> {
        let held_since = self.held_since(tx)?;
        let newest = fetched.newest_stored();
        for item in &fetched.merged.items {
            let document = self.document(item, held_since);
            if document.n > newest {
                tx.add_document(T::SERIES, self.history.membership, &document)?;
            } else {
                tx.replace_document(T::SERIES, self.history.membership, &document)?;
            }
        }
        Ok(())
    }

    /// Adds documents that were missing between others.
    pub fn fill<T: Numbered>(&self, tx: &Tx<'_>, items: &[Held<T>]) -> Result<(), StoreError> {
        let held_since = self.held_since(tx)?;
        for item in items {
            let document = self.document(item, held_since);
            tx.add_document(T::SERIES, self.history.membership, &document)?;
        }
        Ok(())
    }

    /// The latest of the times known: whoever stole a key chooses the head's own.
    fn held_since(&self, tx: &Tx<'_>) -> Result<UnixTime, StoreError> {
        let root = tx.root(self.history.trust)?.map(|root| root.signed_floor);
        let heads = tx.head_floor(self.history.trust, self.history.keys.iss())?;
        let floor = root.max(heads).unwrap_or_default();
        Ok(self.head.payload().iat.max(self.now).max(floor))
    }

    fn document<T: Numbered>(&self, item: &Held<T>, held_since: UnixTime) -> Document {
        Document {
            n: item.n,
            compact: item.compact.clone(),
            stored_at: self.now,
            head: Some(self.head.hash()),
            held_since: Some(held_since),
        }
    }

    /// The head "is also the signed time": of its authority, and of no other under its root.
    pub fn head(&self, tx: &Tx<'_>, compact: &str) -> Result<(), StoreError> {
        let signed_at = self.head.payload().iat;
        let head = StoredHead { compact: compact.to_owned(), stored_at: self.now, signed_at };
        tx.add_head(self.history.membership, &head)
    }
}
