//! Writes what was verified, with the head under which it came.

use super::series::{Entry, Item, Stored, text};
use super::{Histories, History, News};
use standing_model::message::Head;
use standing_model::time::UnixTime;
use standing_store::{Document, StoreError, StoredHead, Tx};
use standing_verify::alarm::{Alarm, Found};
use standing_verify::message::Verified;
use standing_verify::series::{Held, Line, Numbered, says_the_same};

/// Receipts that are handed on at a time.
const HANDED_ON: usize = 100;

/// See the module.
pub(super) struct Keeper<'a> {
    pub history: &'a History<'a>,
    pub head: &'a Verified<Head>,
    pub now: UnixTime,
}

/// Takes up what is new, in the transaction that keeps it.
pub(super) struct Receiver<'a> {
    pub tx: &'a Tx<'a>,
    /// Hears of receipts, some at a time.
    pub with: &'a Histories<'a>,
    /// Hears of what is wrong.
    pub found: &'a mut dyn FnMut(&[Found]) -> Result<(), StoreError>,
    pub news: News,
}

impl Keeper<'_> {
    /// Makes what arrived part of its series: new numbers are added, and what has the number of
    /// another takes its place; the alarm that names both keeps the other.
    pub fn promote<T: Item>(
        &self,
        stored: &mut Stored<T>,
        to: &mut Receiver<'_>,
    ) -> Result<(), StoreError> {
        let (series, membership) = (T::SERIES, self.history.membership);
        let is_held = |entry: &Entry| stored.at(entry.n).is_some_and(|at| at.hash == entry.hash);
        let new = stored.arrived.iter().skip_while(|entry| is_held(entry));
        let new: Vec<u32> = new.map(|entry| entry.n).collect();
        let newest = stored.arrived.last().map_or(0, |entry| entry.n);
        let replaces = new.first().is_some_and(|first| *first <= stored.tip().0);
        let firm = stored.entries.iter().take_while(|entry| entry.is_firm).count();
        for n in new {
            let provisional = to.tx.provisional(series, membership, n)?;
            let document = provisional.ok_or(StoreError::Missing("provisional"))?;
            let held = self.history.held::<T>(&document);
            let document = Document { head: Some(self.head.hash()), ..document };
            let said = match stored.entries.binary_search_by_key(&n, |entry| entry.n) {
                Ok(at) => self.replace(stored, (at, firm), &document, to)?,
                Err(_) => to.tx.add_document(series, membership, &document).map(|_| false)?,
            };
            to.news.revoked |= held.payload().is_some_and(|it| it.revokes(self.history.mine()));
            to.take(&held, said)?;
            if !replaces {
                let text = |n| text::<T>(to.tx, self.history, n).ok().flatten();
                let found = stored.line.next(held, &text);
                (to.found)(&found)?;
            }
        }
        to.tx.forget_provisional(series, membership, newest)?;
        if replaces { self.examine_all::<T>(to) } else { Ok(()) }
    }

    /// Puts a document in the place of another; whether that one says the same. It is a fork,
    /// unless the key of one was withdrawn.
    fn replace<T: Item>(
        &self,
        stored: &Stored<T>,
        (at, firm): (usize, usize),
        document: &Document,
        to: &mut Receiver<'_>,
    ) -> Result<bool, StoreError> {
        let (series, membership, n) = (T::SERIES, self.history.membership, document.n);
        let Some(old) = to.tx.document(series, membership, n)? else {
            return to.tx.add_document(series, membership, document).map(|_| false);
        };
        if old.compact == document.compact {
            return Ok(true);
        }
        let same = says_the_same::<T>(&old.compact, &document.compact);
        if at < firm || !same {
            let was_genuine = stored.entries.get(at).is_some_and(|entry| entry.is_genuine);
            let alarm = match was_genuine {
                true => Alarm::Fork { series, n },
                false => Alarm::OtherContent { series, n },
            };
            (to.found)(&[Found::over(alarm, vec![old.compact, document.compact.clone()])])?;
        }
        to.tx.replace_document(series, membership, document)?;
        Ok(same)
    }

    /// Looks a series through from its beginning, after part of it was replaced.
    fn examine_all<T: Item>(&self, to: &mut Receiver<'_>) -> Result<(), StoreError> {
        let (series, membership, tx) = (T::SERIES, self.history.membership, to.tx);
        let text = |n| text::<T>(tx, self.history, n).ok().flatten();
        let mut line = Line::<T>::default();
        for n in tx.document_numbers(series, membership)? {
            let Some(document) = tx.document(series, membership, n)? else { continue };
            let found = line.next(self.history.held::<T>(&document), &text);
            (to.found)(&found)?;
        }
        Ok(())
    }

    /// Adds documents that were missing between others.
    pub fn fill<T: Numbered>(
        &self,
        tx: &Tx<'_>,
        items: &[(Entry, String)],
    ) -> Result<(), StoreError> {
        let held_since = self.held_since(tx)?;
        for (entry, compact) in items {
            let document = self.document(entry.n, compact.clone(), held_since);
            tx.add_document(T::SERIES, self.history.membership, &document)?;
        }
        Ok(())
    }

    /// The latest of the times known: whoever stole a key chooses the head's own.
    pub fn held_since(&self, tx: &Tx<'_>) -> Result<UnixTime, StoreError> {
        let root = tx.root(self.history.trust)?.map(|root| root.signed_floor);
        let heads = tx.head_floor(self.history.trust, self.history.keys.iss())?;
        let floor = root.max(heads).unwrap_or_default();
        Ok(self.head.payload().iat.max(self.now).max(floor))
    }

    /// A document that came under this head.
    pub fn document(&self, n: u32, compact: String, held_since: UnixTime) -> Document {
        let (head, held_since) = (Some(self.head.hash()), Some(held_since));
        Document { n, compact, stored_at: self.now, head, held_since }
    }

    /// The head "is also the signed time": of its authority, and of no other under its root.
    pub fn head(&self, tx: &Tx<'_>, compact: &str) -> Result<(), StoreError> {
        let signed_at = self.head.payload().iat;
        let head = StoredHead { compact: compact.to_owned(), stored_at: self.now, signed_at };
        tx.add_head(self.history.membership, &head)
    }
}

impl Receiver<'_> {
    /// Takes up a document; `said` means that this phone had one that says the same.
    fn take<T: Item>(&mut self, held: &Held<T>, said: bool) -> Result<(), StoreError> {
        let receipt = T::receipt(held);
        if said {
            self.news.receipts_reissued.extend(receipt);
        } else {
            self.news.count(T::SERIES);
            self.news.receipts.extend(receipt);
        }
        let waiting = self.news.receipts.len().max(self.news.receipts_reissued.len());
        if waiting >= HANDED_ON { self.hand_on() } else { Ok(()) }
    }

    /// Hands on what was taken up and not handed on yet.
    pub fn hand_on(&mut self) -> Result<(), StoreError> {
        (self.with)(self.tx, &self.news)?;
        self.news.receipts.clear();
        self.news.receipts_reissued.clear();
        Ok(())
    }
}
