//! Public data of a register: indexes, tables, and the one transaction that puts them in place.
//!
//! The order is: verify, fetch what changed, keep the floor (`resident.db`), replace the rows
//! (`register.db`, one transaction), and only then say that it was checked. Killed in between, the
//! phone has the old rows and a floor that no older register passes; the next sync goes on. A
//! register that is being added is pinned last: whatever fails before, nothing of it is kept.

mod apply;
mod index;
mod way;

use super::SyncError;
use super::download::Downloads;
use super::metadata::{Opened, PublicData, candidate};
use super::transport::TransportError;
use super::watch::Watch;
use apply::{Failed, Refused};
use index::{Fetched, Index};
use standing_model::ids::{Hash, TrustId};
use standing_model::json;
use standing_model::link::{Fingerprint, Link};
use standing_model::listing::ListIndex;
use standing_model::register::{Forms, INDEX_PATH, Lister, MAX_INDEX_BYTES, RegisterIndex};
use standing_model::time::UnixTime;
use standing_store::{ListRow, RootPurpose, StoreError, Tx};
use standing_verify::alarm::KeptAlarm;
use standing_verify::metadata::TARGETS;
use way::{Plan, Way};

/// What a register's sync brought.
#[derive(Debug)]
pub struct RegisterNews {
    /// The index's version.
    pub version: u32,
    /// Whether any row may have changed.
    pub changed: bool,
    /// Files of which this phone has missed versions; it took the whole of the newest one.
    pub gaps: Vec<String>,
    /// Lists that could not be taken, and why: their old version stays.
    pub refused: Refused,
    /// Rows that were not kept, because their codes are no organisation's.
    pub left_out: u32,
    /// Tables that were taken whole because their changes could not be used, and why not.
    pub whole: Vec<(String, SyncError)>,
    /// Bytes of the tables and changes that were taken, as they were fetched.
    pub bytes: u64,
}

impl RegisterNews {
    /// Bytes of lists that wait for the person or for a network that does not charge.
    #[must_use]
    pub fn asks_first(&self) -> u64 {
        let bytes = self.refused.iter().map(|(_, error)| match error {
            SyncError::AsksFirst { bytes } => *bytes,
            _ => 0,
        });
        bytes.fold(0, u64::saturating_add)
    }
}

/// What is on the phone of a register, as `register.db` has it.
#[derive(Debug, Default)]
struct Applied {
    index: Option<RegisterIndex>,
    lists: Vec<ListRow>,
}

/// Bytes of tables that an update fetches unasked over a network that charges by volume. A day's
/// changes are far below, a whole table of a province is far above.
pub const UNASKED: u64 = 500_000;

/// A list that may be taken; its table only if it is another than the one in place.
struct List {
    lister: Lister,
    index: Fetched<ListIndex>,
    table: Option<Way>,
}

/// A list whose table is not fetched yet, and what leads to it.
type Planned = (List, Option<Plan>);

struct Update<'a> {
    data: &'a PublicData,
    watch: &'a dyn Watch,
    opened: Opened,
    downloads: Downloads,
    applied: Applied,
    wanted: Vec<Hash>,
    whole: Vec<(String, SyncError)>,
    bytes: u64,
    /// Bytes that what was fetched or planned so far takes when it is put in place.
    reserved: u64,
    /// Bytes of what is planned and not fetched yet.
    planned: u64,
    /// Bytes that may still be fetched unasked; none if all may.
    unasked: Option<u64>,
    /// Whether the register is being added: its root is not pinned yet.
    adding: bool,
}

impl PublicData {
    /// Brings a register up to date. A list that cannot be taken stops no other.
    ///
    /// # Errors
    /// Any [`SyncError`]; then every row is as it was before.
    pub async fn refresh_register(
        &self,
        trust: TrustId,
        watch: &dyn Watch,
    ) -> Result<RegisterNews, SyncError> {
        let opened = self.open(trust).await?;
        let relied = self.store.read(|tx| tx.relied(trust))?;
        let news = self.update(opened, relied, false, watch).await;
        self.keep_asked(trust, &news)?;
        news
    }

    /// Keeps how much of a register waits for the person or for another network.
    fn keep_asked(
        &self,
        trust: TrustId,
        news: &Result<RegisterNews, SyncError>,
    ) -> Result<(), SyncError> {
        let bytes = match news {
            Ok(news) => news.asks_first(),
            Err(SyncError::AsksFirst { bytes }) => *bytes,
            // Nothing new is known of its size.
            Err(_) => return Ok(()),
        };
        Ok(self.store.write(|tx| tx.set_asks_first(trust, bytes))?)
    }

    /// Adds the register that a link names, or asks one again that is there already. Its root is
    /// pinned with the first good refresh, and not before.
    ///
    /// # Errors
    /// Any [`SyncError`]; then nothing is kept of a register that was not there.
    pub async fn add_register(
        &self,
        link: &Link,
        relied: bool,
        watch: &dyn Watch,
    ) -> Result<TrustId, SyncError> {
        let roots = self.store.read(|tx| tx.roots())?;
        let known = roots.into_iter().find(|one| Fingerprint::of(&one.trust) == link.fingerprint);
        let adding = known.is_none();
        let root = match known {
            Some(known) if known.purpose != RootPurpose::Register => {
                return Err(SyncError::content(INDEX_PATH, "its root is an authority's"));
            }
            Some(known) => known,
            None => {
                let pinned = self.fetch_root(link).await?;
                candidate(&pinned, &link.repo, RootPurpose::Register, self.clock.now())
            }
        };
        if watch.stopped() {
            return Err(SyncError::Stopped);
        }
        let (trust, repo) = (root.trust, root.repo.clone());
        let added = async {
            let opened = self.open_at(root, &repo).await?;
            self.update(opened, relied, adding, watch).await
        };
        let added = added.await;
        match (&added, adding) {
            (Err(_), true) => self.forget_register(trust)?,
            _ => self.keep_asked(trust, &added)?,
        }
        added.map(|_| trust)
    }

    /// Removes a register: its root, indexes, rows and files on their way. Nothing is asked of it
    /// again.
    ///
    /// # Errors
    /// [`SyncError::NotPinned`] if there is no such register; [`SyncError::Store`].
    pub fn remove_register(&self, trust: TrustId) -> Result<(), SyncError> {
        let root = self.store.read(|tx| tx.root(trust))?;
        if root.is_none_or(|root| root.purpose != RootPurpose::Register) {
            return Err(SyncError::NotPinned);
        }
        let index = self.applied(trust)?.index;
        // First what decides whether it is asked again.
        self.store.write(|tx| {
            for lister in index.iter().flat_map(|index| &index.listers) {
                tx.remove_public_file(trust, &lister.index_path())?;
            }
            tx.remove_root(trust)
        })?;
        self.forget_register(trust)
    }

    /// Keeps whether the person relies on a register. Nothing is fetched.
    ///
    /// # Errors
    /// [`SyncError::NotPinned`] if there is no such register, or nothing of it has arrived;
    /// [`SyncError::HeldElsewhere`] if another one that is relied on names the same authority;
    /// [`SyncError::Store`].
    pub fn rely_on_register(&self, trust: TrustId, relied: bool) -> Result<(), SyncError> {
        let index = self.applied(trust)?.index.ok_or(SyncError::NotPinned)?;
        if relied {
            self.check_listers(trust, &index)?;
        }
        // What the next refresh goes by comes first: it sets the rows right if this is cut short.
        self.store.write(|tx| tx.set_relied(trust, relied))?;
        Ok(self.store.write_register(|tx| {
            let register = tx.registers()?.into_iter().find(|one| one.trust == trust);
            register.map_or(Ok(()), |one| tx.set_register_relied(one.id, relied))
        })?)
    }

    /// Forgets the public rows and files of a register whose root is not pinned.
    fn forget_register(&self, trust: TrustId) -> Result<(), SyncError> {
        self.store.check_open()?;
        Downloads::open(self.store.folder(), trust)?.keep_only(&[])?;
        Ok(self.store.write_register(|tx| tx.remove_register(trust))?)
    }

    async fn update(
        &self,
        opened: Opened,
        relied: bool,
        adding: bool,
        watch: &dyn Watch,
    ) -> Result<RegisterNews, SyncError> {
        let trust = opened.root.trust;
        self.store.check_open()?;
        let downloads = Downloads::open(self.store.folder(), trust)?;
        let applied = self.applied(trust)?;
        let mut update = Update {
            data: self,
            watch,
            opened,
            downloads,
            applied,
            wanted: Vec::new(),
            whole: Vec::new(),
            bytes: 0,
            reserved: 0,
            planned: 0,
            unasked: watch.unasked(),
            adding,
        };
        let index: Fetched<RegisterIndex> = update.index(INDEX_PATH, TARGETS).await?;
        if relied {
            self.check_listers(trust, &index.value)?;
        }
        let (own, lists, mut refused) = update.tables(&index.value).await?;
        let [organisations, products] = own;
        let gaps = lists.iter().filter(|list| list.index.gap).map(|list| list.index.path.clone());
        let gaps = gaps.chain(index.gap.then(|| INDEX_PATH.to_owned())).collect();
        let changed = organisations.is_some()
            || products.is_some()
            || lists.iter().any(|list| list.table.is_some());
        let version = index.value.version;
        let now = update.opened.now.max(update.opened.root.signed_floor);
        let today = index.value.zone.day(now);
        let change = apply::Change { trust, relied, today, index, organisations, products, lists };
        let more = update.finish(change).await?;
        refused.extend(more);
        let left_out = self.left_out(trust)?;
        let Update { whole, bytes, .. } = update;
        Ok(RegisterNews { version, changed, gaps, refused, left_out, whole, bytes })
    }

    fn applied(&self, trust: TrustId) -> Result<Applied, SyncError> {
        Ok(self.store.read_register(|tx| {
            let registers = tx.registers()?.into_iter();
            let Some(register) = registers.into_iter().find(|one| one.trust == trust) else {
                return Ok(Applied::default());
            };
            Ok(Applied { lists: tx.lists(register.id)?, index: Some(register.index) })
        })?)
    }

    /// Rows of a register and its lists that are not kept on this phone.
    fn left_out(&self, trust: TrustId) -> Result<u32, SyncError> {
        Ok(self.store.read_register(|tx| {
            let register = tx.registers()?.into_iter().find(|one| one.trust == trust);
            let Some(register) = register else { return Ok(0) };
            let lists = tx.lists(register.id)?;
            let lists = lists.iter().map(|list| list.left_out);
            Ok(lists.fold(register.left_out, u32::saturating_add))
        })?)
    }

    /// No `iss` or name is held under two roots (PROTOCOL §1.4): two registers that the
    /// person relies on may not both name one authority. One that is not relied on holds no name.
    fn check_listers(&self, trust: TrustId, offered: &RegisterIndex) -> Result<(), SyncError> {
        let roots = self.store.read(|tx| {
            let roots = tx.roots()?.into_iter();
            let others =
                roots.filter(|root| root.trust != trust && root.purpose == RootPurpose::Register);
            let mut files = Vec::new();
            for root in others {
                if tx.relied(root.trust)? {
                    files.extend(tx.public_file(root.trust, INDEX_PATH)?);
                }
            }
            Ok(files)
        })?;
        let held: Vec<RegisterIndex> =
            roots.iter().filter_map(|bytes| json::read(bytes, MAX_INDEX_BYTES).ok()).collect();
        let claimed = offered.listers.iter().find(|one| {
            let mut known = held.iter().flat_map(|index| &index.listers);
            known.any(|known| known.iss == one.iss || known.names.reads_as(&one.names))
        });
        claimed.map_or(Ok(()), |one| Err(SyncError::HeldElsewhere(one.iss.clone())))
    }
}

impl Update<'_> {
    /// An index as its role signs it now, checked against the one that this phone held before.
    async fn index<T: Index>(&mut self, path: &str, role: &str) -> Result<Fetched<T>, SyncError> {
        self.stop()?;
        let trust = self.opened.root.trust;
        let refused = |error| self.data.refused(trust, error);
        let located = self.opened.refreshed.locate(path, role).await.map_err(refused)?;
        let held = self.data.store.read(|tx| tx.public_file(trust, path))?;
        let bytes = match &held {
            Some(held) if Hash::of(held) == located.sha256 => held.clone(),
            _ => {
                let most = u64::try_from(MAX_INDEX_BYTES).unwrap_or(u64::MAX);
                let fetched = self.opened.refreshed.fetch(&located, most).await;
                fetched.map_err(SyncError::of_refresh)?
            }
        };
        let good_until = self.opened.refreshed.good_until(role);
        let read = Fetched::read(path, bytes, good_until)?;
        match held.map(|held| read.follows(&held)).transpose() {
            Ok(gap) => Ok(Fetched { gap: gap.unwrap_or(false), ..read }),
            Err(broken) => Err(self.alarmed(broken)?),
        }
    }

    /// Every table that is another than the one in place, fetched; all are measured before the
    /// first is.
    async fn tables(
        &mut self,
        index: &RegisterIndex,
    ) -> Result<([Option<Way>; 2], Vec<List>, Refused), SyncError> {
        let (planned, mut refused) = self.lists(index).await?;
        let own = self.own_tables(index).await?;
        let (planned, too_large) = self.within_allowance(&own, planned)?;
        refused.extend(too_large);
        let mut lists = Vec::new();
        for (list, plan) in planned {
            match self.carry_out(plan).await {
                Ok(table) => lists.push(List { table, ..list }),
                Err(error) if is_of_the_file(&error) => refused.push((list.lister.iss, error)),
                Err(error) => return Err(error),
            }
        }
        let [organisations, products] = own;
        let organisations = self.carry_out(organisations).await?;
        Ok(([organisations, self.carry_out(products).await?], lists, refused))
    }

    /// Every list with what leads to its table, and why the others are refused: one lister's fault
    /// is that lister's alone.
    async fn lists(&mut self, index: &RegisterIndex) -> Result<(Vec<Planned>, Refused), SyncError> {
        let (mut lists, mut refused) = (Vec::new(), Vec::new());
        for lister in &index.listers {
            match self.list(lister, index.issued_at).await {
                Ok(list) => lists.push(list),
                Err(error) if is_of_the_file(&error) => refused.push((lister.iss.clone(), error)),
                Err(error) => return Err(error),
            }
        }
        Ok((lists, refused))
    }

    /// A list and, if its rows or its grant changed, what leads to its table.
    async fn list(&mut self, lister: &Lister, published: UnixTime) -> Result<Planned, SyncError> {
        let (path, role) = (lister.index_path(), lister.iss.as_str());
        let index: Fetched<ListIndex> = self.index(&path, role).await?;
        let latest = self.opened.now.max(published);
        index::check_list(&path, lister, &index.value, latest)?;
        let table = index.value.table.table();
        let granted = index::grant(lister);
        let applied = self.applied.lists.iter().find(|list| list.index.iss == lister.iss);
        // Under another grant every row is looked at again.
        let held = applied.filter(|list| list.granted == granted);
        let held = held.map(|list| list.index.table.table().clone());
        let plan = self.plan(held.as_ref(), table, role).await?;
        Ok((List { lister: lister.clone(), index, table: None }, plan))
    }

    /// What leads to the register's own tables, those that are other than the ones in place.
    async fn own_tables(&mut self, index: &RegisterIndex) -> Result<[Option<Plan>; 2], SyncError> {
        let held = self.applied.index.clone();
        let held = |table: fn(&RegisterIndex) -> &Forms| held.as_ref().map(table).map(Forms::table);
        let (before, now) = (held(|index| &index.organisations), index.organisations.table());
        let organisations = self.plan(before, now, TARGETS).await?;
        let (before, now) = (held(|index| &index.products), index.products.table());
        Ok([organisations, self.plan(before, now, TARGETS).await?])
    }

    /// Puts everything in place; lists that were refused on the way.
    async fn finish(&mut self, mut change: apply::Change) -> Result<Refused, SyncError> {
        self.stop()?;
        let refused = if self.adding {
            let refused = self.put_rows(&mut change).await?;
            self.data.commit(&self.opened, |tx| {
                self.keep_indexes(tx, &change)?;
                self.keep_freshness(tx, &change)
            })?;
            refused
        } else {
            self.data.commit(&self.opened, |tx| self.keep_indexes(tx, &change))?;
            let refused = self.put_rows(&mut change).await?;
            self.data.store.write(|tx| self.keep_freshness(tx, &change))?;
            refused
        };
        // What was refused may be taken later; everything else has served.
        let served = |hash: &Hash| change.files().any(|file| self.downloads.is(file, *hash));
        let left: Vec<Hash> = self.wanted.iter().copied().filter(|hash| !served(hash)).collect();
        self.downloads.keep_only(&left)?;
        Ok(refused)
    }

    fn keep_indexes(&self, tx: &Tx<'_>, change: &apply::Change) -> Result<(), StoreError> {
        let put = |path: &str, bytes: &[u8]| match tx.public_file(change.trust, path)? {
            Some(held) if held == bytes => Ok(()),
            _ => tx.put_public_file(change.trust, path, bytes),
        };
        put(&change.index.path, &change.index.bytes)?;
        change.lists.iter().try_for_each(|list| put(&list.index.path, &list.index.bytes))
    }

    fn keep_freshness(&self, tx: &Tx<'_>, change: &apply::Change) -> Result<(), StoreError> {
        if tx.relied(change.trust)? != change.relied || self.adding {
            tx.set_relied(change.trust, change.relied)?;
        }
        // The publisher's own date, never a list's.
        let signed_at = change.index.value.issued_at;
        self.opened.keep_freshness(tx, change.index.good_until, signed_at)
    }

    /// Replaces the rows. A list on which the whole transaction was lost, for want of space, is
    /// left out of the next try; a table whose changes cannot be used is fetched whole.
    async fn put_rows(&mut self, change: &mut apply::Change) -> Result<Refused, SyncError> {
        let mut refused = Refused::new();
        loop {
            let done = self
                .data
                .store
                .write_register_until(self.watch.ends(), |tx| change.apply(tx, self.watch));
            if done.is_err() {
                // Whatever a statement said that was cut short.
                self.stop()?;
            }
            match done {
                Ok(more) => {
                    refused.extend(more);
                    change
                        .lists
                        .retain(|list| refused.iter().all(|(iss, _)| *iss != list.lister.iss));
                    return Ok(refused);
                }
                Err(Failed::Changes { of, error }) => {
                    if let Some(no_list) = self.take_whole(change, of, error).await? {
                        refused.push(no_list);
                    }
                }
                Err(Failed::List { iss, error }) => {
                    change.lists.retain(|list| list.lister.iss != iss);
                    refused.push((iss, error));
                }
                Err(Failed::Register(error)) => return Err(error),
            }
        }
    }

    fn stop(&self) -> Result<(), SyncError> {
        if self.watch.stopped() { Err(SyncError::Stopped) } else { Ok(()) }
    }

    /// Keeps both indexes that contradict each other.
    fn alarmed(&self, broken: index::Broken) -> Result<SyncError, SyncError> {
        match broken {
            index::Broken::Refused(error) => Ok(error),
            index::Broken::Alarm(found) => {
                let alarm = Box::new(found.alarm.clone());
                let (trust, now) = (self.opened.root.trust, self.opened.now);
                let kept = KeptAlarm::of(*found, trust, None, now);
                self.data.store.write(|tx| tx.keep_alarm(&kept))?;
                Ok(SyncError::Contradiction(alarm))
            }
        }
    }
}

/// Whether an error is the fault of whoever signed a file, so that others can go on.
const fn is_of_the_file(error: &SyncError) -> bool {
    matches!(
        error,
        SyncError::Metadata(_)
            | SyncError::Table(_)
            | SyncError::Content { .. }
            | SyncError::Contradiction(_)
            | SyncError::Status { .. }
            | SyncError::AsksFirst { .. }
            | SyncError::Transport { source: TransportError::TooLarge { .. }, .. }
    )
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
