//! Public data of a register: indexes, tables, and the one transaction that puts them in place.
//!
//! The order is: verify, fetch what changed, keep the floor (`resident.db`), replace the rows
//! (`register.db`, one transaction), and only then say that it was checked. Killed in between, the
//! phone has the old rows and a floor that no older register passes; the next sync goes on.

mod apply;
mod index;

use std::path::PathBuf;

use super::SyncError;
use super::download::Downloads;
use super::metadata::{Opened, PublicData};
use super::watch::Watch;
use index::{Fetched, Index};
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::json;
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::{INDEX_PATH, Lister, MAX_INDEX_BYTES, RegisterIndex, Table};
use standing_model::time::UnixTime;
use standing_store::RootPurpose;
use standing_verify::alarm::KeptAlarm;
use standing_verify::metadata::TARGETS;

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
    pub refused: Vec<(Issuer, SyncError)>,
}

/// What is on the phone of a register, as `register.db` has it.
#[derive(Debug, Default)]
struct Applied {
    index: Option<RegisterIndex>,
    lists: Vec<ListIndex>,
}

/// A list that may be taken; its table only if it is another than the one in place.
struct List {
    lister: Lister,
    index: Fetched<ListIndex>,
    table: Option<PathBuf>,
}

struct Update<'a> {
    data: &'a PublicData,
    watch: &'a dyn Watch,
    opened: Opened,
    downloads: Downloads,
    applied: Applied,
    wanted: Vec<Hash>,
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
        let downloads = Downloads::open(self.store.folder())?;
        let (applied, wanted) = (self.applied(trust)?, Vec::new());
        let mut update = Update { data: self, watch, opened, downloads, applied, wanted };
        let index: Fetched<RegisterIndex> = update.index(INDEX_PATH, TARGETS).await?;
        self.check_listers(trust, &index.value)?;
        let (mut lists, mut refused) = (Vec::new(), Vec::new());
        for lister in &index.value.listers {
            match update.list(lister).await {
                Ok(list) => lists.push(list),
                Err(error) if concerns_one_list(&error) => {
                    refused.push((lister.iss.clone(), error))
                }
                Err(error) => return Err(error),
            }
        }
        let organisations =
            update.changed_table(&index.value, |index| &index.organisations).await?;
        let products = update.changed_table(&index.value, |index| &index.products).await?;
        let gaps = lists.iter().filter(|list| list.index.gap).map(|list| list.index.path.clone());
        let gaps = gaps.chain(index.gap.then(|| INDEX_PATH.to_owned())).collect();
        let changed = organisations.is_some()
            || products.is_some()
            || lists.iter().any(|list| list.table.is_some());
        let version = index.value.version;
        update.finish(&apply::Change { trust, index, organisations, products, lists })?;
        Ok(RegisterNews { version, changed, gaps, refused })
    }

    fn applied(&self, trust: TrustId) -> Result<Applied, SyncError> {
        Ok(self.store.read_register(|tx| {
            let registers = tx.registers()?.into_iter();
            let Some(register) = registers.into_iter().find(|one| one.trust == trust) else {
                return Ok(Applied::default());
            };
            let lists = tx.lists(register.id)?.into_iter().map(|list| list.index).collect();
            Ok(Applied { index: Some(register.index), lists })
        })?)
    }

    /// "An `iss` or name already held under another root is refused", and each stands once.
    fn check_listers(&self, trust: TrustId, offered: &RegisterIndex) -> Result<(), SyncError> {
        let mut names: Vec<&Issuer> = offered.listers.iter().map(|lister| &lister.iss).collect();
        names.sort();
        if names.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
            return Err(SyncError::content(INDEX_PATH, "it names an authority twice"));
        }
        let roots = self.store.read(|tx| {
            let roots = tx.roots()?.into_iter();
            let others =
                roots.filter(|root| root.trust != trust && root.purpose == RootPurpose::Register);
            others.map(|root| tx.public_file(root.trust, INDEX_PATH)).collect::<Result<Vec<_>, _>>()
        })?;
        let roots = roots.into_iter().flatten();
        let held: Vec<RegisterIndex> =
            roots.filter_map(|bytes| json::read(&bytes, MAX_INDEX_BYTES).ok()).collect();
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

    /// A list and, if its rows changed, its table, read through once.
    async fn list(&mut self, lister: &Lister) -> Result<List, SyncError> {
        let (path, role) = (lister.index_path(), lister.iss.as_str());
        let index: Fetched<ListIndex> = self.index(&path, role).await?;
        index::check_list(&path, lister, &index.value)?;
        let mut applied = self.applied.lists.iter().filter(|list| list.iss == lister.iss);
        let table = &index.value.table;
        let table = if applied.any(|list| list.table == *table) {
            None
        } else {
            let file = self.table(table, role).await?;
            apply::read_rows::<Listing>(&file, table, self.watch, |row| {
                index::check_listing(&path, lister, &row)
            })?;
            Some(file)
        };
        Ok(List { lister: lister.clone(), index, table })
    }

    /// One of the register's own tables, if it is another than the one in place.
    async fn changed_table(
        &mut self,
        index: &RegisterIndex,
        table: impl Fn(&RegisterIndex) -> &Table,
    ) -> Result<Option<PathBuf>, SyncError> {
        let wanted = table(index);
        if self.applied.index.as_ref().is_some_and(|applied| table(applied) == wanted) {
            return Ok(None);
        }
        self.table(wanted, TARGETS).await.map(Some)
    }

    async fn table(&mut self, table: &Table, role: &str) -> Result<PathBuf, SyncError> {
        self.stop()?;
        let trust = self.opened.root.trust;
        let located = self.opened.refreshed.locate(&table.snapshot, role).await;
        let located = located.map_err(|error| self.data.refused(trust, error))?;
        self.wanted.push(located.sha256);
        self.downloads.fetch(&self.opened.remote, &located, self.watch).await
    }

    fn finish(self, change: &apply::Change) -> Result<(), SyncError> {
        self.stop()?;
        let (trust, store) = (change.trust, &self.data.store);
        self.data.commit(&self.opened, |tx| {
            tx.put_public_file(trust, &change.index.path, &change.index.bytes)?;
            change
                .lists
                .iter()
                .try_for_each(|list| tx.put_public_file(trust, &list.index.path, &list.index.bytes))
        })?;
        store.write_register(|tx| change.apply(tx, self.watch))?;
        let lists = change.lists.iter().map(|list| list.index.value.issued_at);
        let signed_at: UnixTime =
            lists.fold(change.index.value.issued_at, |newest, time| newest.max(time));
        store.write(|tx| self.opened.keep_freshness(tx, change.index.good_until, signed_at))?;
        // What was refused may be taken later; everything else has served.
        let waits = |hash: &Hash| !change.files().any(|file| self.downloads.is(file, *hash));
        let left: Vec<Hash> = self.wanted.iter().copied().filter(waits).collect();
        self.downloads.keep_only(&left)
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

/// Whether an error is the fault of one list's authority, so that the others can go on.
const fn concerns_one_list(error: &SyncError) -> bool {
    matches!(
        error,
        SyncError::Metadata(_)
            | SyncError::Table(_)
            | SyncError::Content { .. }
            | SyncError::Contradiction(_)
            | SyncError::Status { .. }
    )
}

#[cfg(test)]
#[path = "register_tests.rs"]
mod tests;
