//! Writes what was verified, with the head under which it came.

use super::History;
use super::series::{Fresh, Item};
use standing_model::message::Head;
use standing_model::time::UnixTime;
use standing_store::{Document, StoreError, StoredHead, Tx};
use standing_verify::message::Verified;

/// See the module.
pub(super) struct Keeper<'a> {
    pub history: &'a History<'a>,
    pub head: &'a Verified<Head>,
    pub now: UnixTime,
}

impl Keeper<'_> {
    /// New numbers are added; what was signed anew takes its number's place, and the alarm that
    /// named the old one keeps it.
    pub fn documents<T: Item>(&self, tx: &Tx<'_>, fresh: &Fresh<T>) -> Result<(), StoreError> {
        // The latest of the times known: whoever stole a key chooses the head's own.
        let floor = tx.root(self.history.trust)?.map(|root| root.signed_floor);
        let held_since = self.head.payload().iat.max(self.now).max(floor.unwrap_or_default());
        let newest = fresh.newest_stored();
        for (compact, item) in &fresh.items {
            let document = Document {
                n: T::number(item.payload()),
                compact: compact.clone(),
                stored_at: self.now,
                head: Some(self.head.hash()),
                held_since: Some(held_since),
            };
            if document.n > newest {
                tx.add_document(T::SERIES, self.history.membership, &document)?;
            } else {
                tx.replace_document(T::SERIES, self.history.membership, &document)?;
            }
        }
        Ok(())
    }

    /// The head "is also the signed time".
    pub fn head(&self, tx: &Tx<'_>, compact: &str) -> Result<(), StoreError> {
        let head = StoredHead { compact: compact.to_owned(), stored_at: self.now };
        tx.add_head(self.history.membership, &head)?;
        let trust = self.history.trust;
        let mut root = tx.root(trust)?.ok_or(StoreError::Missing("roots"))?;
        // A message moves the floor only as far as the metadata that it was checked under is
        // good: one far-future time must not lock the root's own updates out.
        let signed_at = self.head.payload().iat.min(root.good_until);
        root.signed_floor = root.signed_floor.max(signed_at);
        tx.put_root(&root)
    }
}
