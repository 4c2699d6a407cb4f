//! One membership's history: the head, then statements, notices and receipts until they match it.
//!
//! Everything is verified before anything is kept, and kept in one transaction: a history that
//! contradicts itself leaves what this phone holds as it is, and an alarm with both documents.

use super::SyncError;
use super::authority::{AuthorityApi, Call, unsigned};
use super::status::Stop;
use super::wire::{HeadAnswer, Page};
use crate::clock::{Clock, Entropy};
use crate::ids::{Hash, MembershipId, TrustId, to_base64url};
use crate::model::message::{Head, Notice, Receipt};
use crate::model::statement::Statement;
use crate::model::time::UnixTime;
use crate::store::{Alarm, Document, Series, Store, StoreError, StoredHead, Tx};
use crate::trust::TrustError;
use crate::trust::chain::{self, ChainAlarm};
use crate::trust::head::{self, Chain};
use crate::trust::keys::IssuerKeys;
use crate::trust::message::{Expected, Message, Verified, verify};

/// Pages in one series at most: 50 items each.
const MAX_PAGES: u32 = 200;

/// A membership whose history is brought up to date.
pub(crate) struct History<'a> {
    pub store: &'a Store,
    pub api: &'a AuthorityApi,
    pub keys: &'a IssuerKeys,
    pub trust: TrustId,
    pub membership: &'a MembershipId,
    pub sub: &'a str,
    pub clock: &'a dyn Clock,
    pub entropy: &'a dyn Entropy,
}

/// What was new.
#[derive(Debug, Default)]
pub(crate) struct News {
    pub statements: Vec<Verified<Statement>>,
    pub notices: u32,
    pub receipts: Vec<Verified<Receipt>>,
}

/// Items of one series that this phone did not have, verified.
struct Fresh<T> {
    items: Vec<(String, Verified<T>)>,
    /// The newest that this phone had.
    held: Option<Verified<T>>,
}

impl History<'_> {
    /// Brings the history up to date; `with` may keep more in the same transaction.
    ///
    /// # Errors
    /// [`SyncError`]; nothing new is kept then, except the alarm of a contradiction.
    pub async fn update(
        &self,
        stop: &Stop,
        with: impl FnOnce(&Tx<'_>, &News) -> Result<(), StoreError>,
    ) -> Result<News, SyncError> {
        stop.check()?;
        let (compact, head) = self.ask_head().await?;
        self.compare_heads(&compact, head.payload())?;
        let statements = self.fetch::<Statement>(Series::Statements, head.payload(), stop).await?;
        let alarms = self.examine(&statements, head.payload())?;
        let notices = self.fetch::<Notice>(Series::Notices, head.payload(), stop).await?;
        let receipts = self.fetch::<Receipt>(Series::Receipts, head.payload(), stop).await?;
        stop.check()?;
        let keeper = Keeper { history: self, head: &head, now: self.clock.now() };
        let news = News {
            notices: u32::try_from(notices.items.len()).unwrap_or(u32::MAX),
            statements: statements.items.iter().map(|(_, item)| item.clone()).collect(),
            receipts: receipts.items.iter().map(|(_, item)| item.clone()).collect(),
        };
        self.store.write(|tx| {
            keeper.documents(tx, Series::Statements, &statements.items, |one| one.seq)?;
            keeper.documents(tx, Series::Notices, &notices.items, |one| one.n)?;
            keeper.documents(tx, Series::Receipts, &receipts.items, |one| one.n)?;
            alarms.iter().try_for_each(|alarm| tx.add_alarm(alarm).map(drop))?;
            keeper.head(tx, &compact)?;
            with(tx, &news)
        })?;
        Ok(news)
    }

    async fn ask_head(&self) -> Result<(String, Verified<Head>), SyncError> {
        let mut bytes = [0; 16];
        self.entropy.fill(&mut bytes).map_err(StoreError::from)?;
        let nonce = to_base64url(&bytes);
        let call = Call::get(format!("/v1/head?nonce={nonce}"), "head");
        let answer: HeadAnswer = self.get(call).await?;
        let expected = Expected::fresh(self.keys, self.sub);
        let verified = head::verify_answer(&answer.head, expected, &nonce);
        let verified = verified.map_err(|error| self.untrusted(error))?;
        let good_until = self.store.read(|tx| tx.root(self.trust))?.map(|root| root.good_until);
        if good_until.is_some_and(|good_until| verified.payload().iat > good_until) {
            return Err(self.untrusted(TrustError::WrongAnswer("a head of a time to come")));
        }
        Ok((answer.head, verified))
    }

    /// "A lower `n`, or the same `n` with another `last`, is kept and alarmed."
    fn compare_heads(&self, compact: &str, newer: &Head) -> Result<(), SyncError> {
        let Some(stored) = self.store.read(|tx| tx.newest_head(self.membership))? else {
            return Ok(());
        };
        let held_since = Some(stored.stored_at);
        let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
        // A head that no longer verifies, after a key was withdrawn, says nothing.
        let Ok(older) = verify::<Head>(&stored.compact, expected) else { return Ok(()) };
        let Some(first) = head::compare(older.payload(), newer).first().copied() else {
            return Ok(());
        };
        let about = newer.statements.n.to_string();
        let documents = vec![stored.compact, compact.to_owned()];
        let alarm = self.alarm(first.kind(), about, documents);
        Err(self.contradiction(alarm)?)
    }

    async fn fetch<T: Item>(
        &self,
        series: Series,
        head: &Head,
        stop: &Stop,
    ) -> Result<Fresh<T>, SyncError> {
        let (count, last) = head::tip(head, T::CHAIN);
        let held = self.store.read(|tx| tx.newest_document(series, self.membership))?;
        let held = held.map(|document| self.held::<T>(&document)).transpose()?;
        let mut fresh = Fresh { items: Vec::new(), held };
        for _ in 0..MAX_PAGES {
            let newest = fresh.items.last().map(|(_, item)| item).or(fresh.held.as_ref());
            let (have, hash) =
                newest.map_or((0, None), |item| (T::number(item.payload()), Some(item.hash())));
            if have == count {
                let matches = hash == last;
                let wrong = TrustError::WrongAnswer("documents other than its head counts");
                return if matches { Ok(fresh) } else { Err(self.untrusted(wrong)) };
            }
            stop.check()?;
            let from = have.saturating_add(1);
            let call = Call::get(format!("/v1/{}?from={from}", T::PATH), T::PATH);
            let page: Page = self.get(call).await?;
            if page.items.is_empty() {
                break;
            }
            self.take::<T>(&mut fresh, page.items, count)?;
        }
        Err(self.untrusted(TrustError::WrongAnswer("fewer documents than its head counts")))
    }

    /// Verifies a page and links it to what is there.
    fn take<T: Item>(
        &self,
        fresh: &mut Fresh<T>,
        page: Vec<String>,
        count: u32,
    ) -> Result<(), SyncError> {
        for compact in page {
            let expected = Expected::fresh(self.keys, self.sub);
            let item = verify::<T>(&compact, expected).map_err(|error| self.untrusted(error))?;
            let newest = fresh.items.last().map(|(_, item)| item).or(fresh.held.as_ref());
            let number = T::number(item.payload());
            // What is newer than the head comes with the next one.
            if number > count {
                return Ok(());
            }
            let want = newest.map_or(1, |newest| T::number(newest.payload()).saturating_add(1));
            if number != want {
                return Err(self.untrusted(TrustError::WrongAnswer("another number than asked")));
            }
            if newest.map(Verified::hash) != T::prev(item.payload()) {
                let kept = fresh.items.last().map(|(compact, _)| compact.clone());
                let kept =
                    kept.map_or_else(|| self.newest_compact::<T>(), |kept| Ok(Some(kept)))?;
                let documents = kept.into_iter().chain([compact]).collect();
                let alarm = self.alarm("broken-link", number.to_string(), documents);
                return Err(self.contradiction(alarm)?);
            }
            fresh.items.push((compact, item));
        }
        Ok(())
    }

    /// Alarms between statements: those about the order of things refuse them, those about their
    /// content are kept beside them.
    fn examine(&self, fresh: &Fresh<Statement>, head: &Head) -> Result<Vec<Alarm>, SyncError> {
        let mut alarms = Vec::new();
        let compact_of = |item: Option<&(String, Verified<Statement>)>| {
            item.map_or_else(
                || self.newest_compact::<Statement>(),
                |(compact, _)| Ok(Some(compact.clone())),
            )
        };
        for (at, (compact, item)) in fresh.items.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| fresh.items.get(at));
            let held = before.map(|(_, item)| item).or(fresh.held.as_ref());
            let mut found = held.map(|held| chain::compare(held, item)).unwrap_or_default();
            if item.payload().iat > head.iat {
                found.push(ChainAlarm::TimeNotRising { seq: item.payload().seq });
            }
            for one in found {
                let documents = compact_of(before)?.into_iter().chain([compact.clone()]).collect();
                let alarm = self.alarm(one.kind(), one.about(), documents);
                if matches!(one, ChainAlarm::TimeNotRising { .. }) {
                    return Err(self.contradiction(alarm)?);
                }
                alarms.push(alarm);
            }
        }
        alarms.extend(self.examine_whole(fresh)?);
        Ok(alarms)
    }

    /// Alarms that only the whole history shows: "an `id` used again", "one rulebook version with
    /// two hashes".
    fn examine_whole(&self, fresh: &Fresh<Statement>) -> Result<Vec<Alarm>, SyncError> {
        let held = self.store.read(|tx| tx.documents(Series::Statements, self.membership))?;
        let held = held.into_iter().filter_map(|document| {
            Some((self.held::<Statement>(&document).ok()?, document.compact))
        });
        let new = fresh.items.iter().map(|(compact, item)| (item.clone(), compact.clone()));
        let (history, compacts): (Vec<_>, Vec<_>) = held.chain(new).unzip();
        let concerns = |item: &Verified<Statement>, alarm: &ChainAlarm| match alarm {
            ChainAlarm::IdReused { entry, .. } => {
                item.payload().entries.iter().any(|known| known.id == *entry)
            }
            ChainAlarm::RulebookTwoHashes { id, version } => {
                let named = &item.payload().rulebook;
                (&named.id, &named.version) == (id, version)
            }
            _ => false,
        };
        let is_new = |alarm: &ChainAlarm| fresh.items.iter().any(|(_, one)| concerns(one, alarm));
        let alarms = chain::examine(&history).into_iter().filter(is_new).map(|one| {
            let about = history.iter().zip(&compacts).filter(|(item, _)| concerns(item, &one));
            let documents = about.map(|(_, compact)| compact.clone()).collect();
            self.alarm(one.kind(), one.about(), documents)
        });
        Ok(alarms.collect())
    }

    fn held<T: Item>(&self, document: &Document) -> Result<Verified<T>, SyncError> {
        let held_since = document.held_since;
        let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
        verify::<T>(&document.compact, expected).map_err(|error| self.untrusted(error))
    }

    fn newest_compact<T: Item>(&self) -> Result<Option<String>, SyncError> {
        let newest = self.store.read(|tx| tx.newest_document(T::SERIES, self.membership))?;
        Ok(newest.map(|document| document.compact))
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, call: Call) -> Result<T, SyncError> {
        let host = self.api.host();
        let answer = self.api.call(call).await;
        let answer =
            answer.map_err(|source| SyncError::Transport { host: host.clone(), source })?;
        if !answer.is_success() {
            let detail = unsigned(&answer).detail;
            let status = answer.status;
            return Err(SyncError::Refused { host, status, detail });
        }
        serde_json::from_slice(&answer.body).map_err(|_| SyncError::WebPage { host })
    }

    fn untrusted(&self, source: TrustError) -> SyncError {
        SyncError::Trust { host: self.api.host(), source }
    }

    fn alarm(&self, kind: &str, about: String, documents: Vec<String>) -> Alarm {
        Alarm {
            trust: self.trust,
            membership: Some(self.membership.clone()),
            kind: kind.to_owned(),
            about,
            documents,
            found_at: self.clock.now(),
        }
    }

    fn contradiction(&self, alarm: Alarm) -> Result<SyncError, SyncError> {
        self.store.write(|tx| tx.add_alarm(&alarm))?;
        Ok(SyncError::Contradiction { kind: alarm.kind, about: alarm.about })
    }
}

/// Writes what was verified, with the head under which it came.
struct Keeper<'a> {
    history: &'a History<'a>,
    head: &'a Verified<Head>,
    now: UnixTime,
}

impl Keeper<'_> {
    fn documents<T>(
        &self,
        tx: &Tx<'_>,
        series: Series,
        items: &[(String, Verified<T>)],
        number: impl Fn(&T) -> u32,
    ) -> Result<(), StoreError> {
        // The latest of the times known: whoever stole a key chooses the head's own.
        let floor = tx.root(self.history.trust)?.map(|root| root.signed_floor);
        let held_since = self.head.payload().iat.max(self.now).max(floor.unwrap_or_default());
        for (compact, item) in items {
            let document = Document {
                n: number(item.payload()),
                compact: compact.clone(),
                stored_at: self.now,
                head: Some(self.head.hash()),
                held_since: Some(held_since),
            };
            tx.add_document(series, self.history.membership, &document)?;
        }
        Ok(())
    }

    /// The head "is also the signed time".
    fn head(&self, tx: &Tx<'_>, compact: &str) -> Result<(), StoreError> {
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

/// An item of a numbered series.
trait Item: Message + Clone {
    const PATH: &'static str;
    const SERIES: Series;
    const CHAIN: Chain;
    fn number(payload: &Self) -> u32;
    fn prev(payload: &Self) -> Option<Hash>;
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
        }
    };
}

item!(Statement, "statements", Statements, seq);
item!(Notice, "notices", Notices, n);
item!(Receipt, "receipts", Receipts, n);
