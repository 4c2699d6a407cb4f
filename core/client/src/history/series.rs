//! A numbered series: what this phone holds of it, and what is fetched until it matches the head.

use super::super::SyncError;
use super::super::authority::Call;
use super::super::status::Stop;
use super::super::wire::Page;
use super::History;
use standing_model::ids::Hash;
use standing_model::json;
use standing_model::message::{Head, Notice, Receipt};
use standing_model::statement::Statement;
use standing_store::{Document, Series};
use standing_verify::TrustError;
use standing_verify::head::{self, Chain};
use standing_verify::jws::Jws;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Message, Verified, verify};

/// Pages in one series at most: 50 items each.
const MAX_PAGES: u32 = 200;

/// A document of this phone, verified again by the keys of today.
pub(super) struct Held<T> {
    pub document: Document,
    pub verdict: Result<Verified<T>, TrustError>,
}

impl<T> Held<T> {
    /// Whether nothing but its own number may ever stand in its place. One whose key was
    /// withdrawn as compromised may be signed anew, even if it holds on this phone.
    fn is_firm(&self, keys: &IssuerKeys) -> bool {
        self.verdict.as_ref().is_ok_and(|item| !keys.has_disowned(item.kid()))
    }

    fn hash(&self) -> Hash {
        Hash::of(self.document.compact.as_bytes())
    }
}

/// Whether nothing of a series may ever be signed anew.
pub(super) fn all_firm<T>(stored: &[Held<T>], keys: &IssuerKeys) -> bool {
    stored.iter().all(|held| held.is_firm(keys))
}

/// Items of one series that this phone did not have, verified.
pub(super) struct Fresh<T> {
    /// In rising order, without a gap: those signed anew first, then new numbers.
    pub items: Vec<(String, Verified<T>)>,
    /// What this phone holds, in rising order.
    pub stored: Vec<Held<T>>,
    /// How many of `stored` stand before the items.
    pub kept: usize,
}

impl<T: Item> Fresh<T> {
    /// The number of the newest document that this phone had.
    pub fn newest_stored(&self) -> u32 {
        self.stored.last().map_or(0, |held| held.document.n)
    }

    /// What every item says that verifies, old and new.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        let kept = self.stored.iter().take(self.kept);
        let kept = kept.filter_map(|held| held.verdict.as_ref().ok());
        kept.chain(self.items.iter().map(|(_, item)| item)).map(Verified::payload)
    }

    /// The items that say something that this phone had not read.
    pub fn news(&self) -> impl Iterator<Item = &(String, Verified<T>)> {
        self.items.iter().filter(|item| !self.is_only_anew(item))
    }

    /// The items that say what this phone had read, under another signature.
    pub fn only_anew(&self) -> impl Iterator<Item = &(String, Verified<T>)> {
        self.items.iter().filter(|item| self.is_only_anew(item))
    }

    /// Whether an item says what stood under its number, and only its signature is another.
    pub fn is_only_anew(&self, (compact, item): &(String, Verified<T>)) -> bool {
        let old = self.replaced_by(item);
        old.is_some_and(|old| says_the_same::<T>(&old.document.compact, compact))
    }

    /// The items that stand in the place of stored ones, each with the one that stood there.
    pub fn anew(&self) -> impl Iterator<Item = (&Held<T>, &(String, Verified<T>))> {
        self.items.iter().filter_map(|one| Some((self.replaced_by(&one.1)?, one)))
    }

    fn replaced_by(&self, item: &Verified<T>) -> Option<&Held<T>> {
        let number = T::number(item.payload());
        self.stored.iter().skip(self.kept).find(|held| held.document.n == number)
    }

    /// The item before one of the items, if it verifies.
    pub fn before(&self, at: usize) -> Option<&Verified<T>> {
        match at.checked_sub(1) {
            Some(before) => self.items.get(before).map(|(_, item)| item),
            None => self.last_kept().and_then(|held| held.verdict.as_ref().ok()),
        }
    }

    /// The compact form of the item before one of the items.
    pub fn compact_before(&self, at: usize) -> Option<String> {
        match at.checked_sub(1) {
            Some(before) => self.items.get(before).map(|(compact, _)| compact.clone()),
            None => self.last_kept().map(|held| held.document.compact.clone()),
        }
    }

    fn last_kept(&self) -> Option<&Held<T>> {
        self.kept.checked_sub(1).and_then(|at| self.stored.get(at))
    }

    /// The number and the hash that the next item must follow.
    fn tip(&self) -> (u32, Option<Hash>) {
        match (self.items.last(), self.last_kept()) {
            (Some((_, item)), _) => (T::number(item.payload()), Some(item.hash())),
            (None, Some(held)) => (held.document.n, Some(held.hash())),
            (None, None) => (0, None),
        }
    }
}

/// What a page came to.
enum Taken {
    /// Its items follow.
    Follows,
    /// Its first item does not follow what this phone holds.
    Elsewhere { number: u32, compact: String },
}

impl History<'_> {
    /// What this phone holds of a series, by the keys of today.
    pub(super) fn stored<T: Item>(&self) -> Result<Vec<Held<T>>, SyncError> {
        let documents = self.store.read(|tx| tx.documents(T::SERIES, self.membership))?;
        let held = |document: Document| {
            let held_since = document.held_since;
            let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
            Held { verdict: verify::<T>(&document.compact, expected), document }
        };
        Ok(documents.into_iter().map(held).collect())
    }

    /// Fetches what this phone does not have, until it matches the head.
    ///
    /// What follows the newest document links to it by hash, whoever may have signed that one: no
    /// key that was withdrawn since is needed for it. Only where the authority's chain has left
    /// what this phone holds because documents were signed anew, they are fetched again from the
    /// first one that may have been.
    pub(super) async fn fetch<T: Item>(
        &self,
        stored: Vec<Held<T>>,
        head: &Head,
        stop: &Stop,
    ) -> Result<Fresh<T>, SyncError> {
        let firm = stored.iter().take_while(|held| held.is_firm(self.keys)).count();
        let kept = stored.len();
        let mut fresh = Fresh { items: Vec::new(), stored, kept };
        if self.walk(&mut fresh, head, stop, firm < kept).await? {
            return Ok(fresh);
        }
        (fresh.items, fresh.kept) = (Vec::new(), firm);
        self.walk(&mut fresh, head, stop, false).await?;
        Ok(fresh)
    }

    /// Goes on from what is kept to the head's count. False if the authority's chain does not
    /// follow it, where that `may_be_anew`.
    async fn walk<T: Item>(
        &self,
        fresh: &mut Fresh<T>,
        head: &Head,
        stop: &Stop,
        may_be_anew: bool,
    ) -> Result<bool, SyncError> {
        let (count, last) = head::tip(head, T::CHAIN);
        for _ in 0..MAX_PAGES {
            let (have, hash) = fresh.tip();
            if have == count && hash == last {
                return Ok(true);
            }
            if have >= count {
                let wrong = TrustError::WrongAnswer("documents other than its head counts");
                return if may_be_anew { Ok(false) } else { Err(self.untrusted(wrong)) };
            }
            stop.check()?;
            let from = have.saturating_add(1);
            let call = Call::get(format!("/v1/{}?from={from}", T::PATH), T::PATH);
            let page: Page = self.get(call).await?;
            if page.items.is_empty() {
                break;
            }
            match self.take(fresh, page.items, count)? {
                Taken::Follows => {}
                Taken::Elsewhere { .. } if may_be_anew && fresh.items.is_empty() => {
                    return Ok(false);
                }
                Taken::Elsewhere { number, compact } => {
                    let before = fresh.compact_before(fresh.items.len());
                    let documents = before.into_iter().chain([compact]).collect();
                    let alarm = self.alarm("broken-link", number.to_string(), documents);
                    return Err(self.contradiction(alarm)?);
                }
            }
        }
        Err(self.untrusted(TrustError::WrongAnswer("fewer documents than its head counts")))
    }

    /// Verifies a page and links it to what is there.
    fn take<T: Item>(
        &self,
        fresh: &mut Fresh<T>,
        page: Vec<String>,
        count: u32,
    ) -> Result<Taken, SyncError> {
        for compact in page {
            let expected = Expected::fresh(self.keys, self.sub);
            let item = verify::<T>(&compact, expected).map_err(|error| self.untrusted(error))?;
            let (have, hash) = fresh.tip();
            let number = T::number(item.payload());
            // What is newer than the head comes with the next one.
            if number > count {
                break;
            }
            if number != have.saturating_add(1) {
                return Err(self.untrusted(TrustError::WrongAnswer("another number than asked")));
            }
            if hash != T::prev(item.payload()) {
                return Ok(Taken::Elsewhere { number, compact });
            }
            fresh.items.push((compact, item));
        }
        Ok(Taken::Follows)
    }
}

/// An item of a numbered series.
pub trait Item: Message + Clone + PartialEq {
    const PATH: &'static str;
    const SERIES: Series;
    const CHAIN: Chain;
    fn number(payload: &Self) -> u32;
    fn prev(payload: &Self) -> Option<Hash>;
    /// What it says, apart from its link.
    fn unlinked(payload: Self) -> Self;
}

macro_rules! item {
    ($payload:ty, $path:literal, $series:ident, $number:ident) => {
        impl Item for $payload {
            const PATH: &'static str = $path;
            const SERIES: Series = Series::$series;
            const CHAIN: Chain = Chain::$series;

            fn number(payload: &Self) -> u32 {
                payload.$number
            }

            fn prev(payload: &Self) -> Option<Hash> {
                payload.prev
            }

            fn unlinked(payload: Self) -> Self {
                Self { prev: None, ..payload }
            }
        }
    };
}

item!(Statement, "statements", Statements, seq);
item!(Notice, "notices", Notices, n);
item!(Receipt, "receipts", Receipts, n);

/// Whether two documents say the same, apart from their links and signatures. Only for comparing:
/// neither is believed by it.
pub fn says_the_same<T: Item>(one: &str, other: &str) -> bool {
    let read = |compact: &str| {
        let payload = Jws::parse(compact, T::LIMIT).ok()?.payload;
        json::read::<T>(&payload, T::LIMIT).ok().map(T::unlinked)
    };
    read(one).is_some_and(|one| Some(one) == read(other))
}
