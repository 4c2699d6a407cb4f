//! How a table is brought up to date: by its changes, while that is the shorter way, or whole.

use std::path::{Path, PathBuf};

use super::apply::{Change, Which};
use super::{SyncError, Update, is_of_the_file};
use standing_model::ids::Issuer;
use standing_model::register::{ChangeSet, Table};
use standing_verify::metadata::{Located, MetadataError, TARGETS};
use standing_verify::register::MAX_CHANGE_BYTES;

/// A whole table is kept unpacked beside, in the log of the transaction and in the file.
const WHOLE: u64 = 3;

/// A changed row rewrites its page, those of its names and its way to the root, twice.
const CHANGED: u64 = 100;

/// The files that lead to a table.
#[derive(Debug)]
pub(super) enum Way {
    /// All of its rows.
    Whole(PathBuf),
    /// Its changes from what is on the phone, one after the other.
    Changes(Vec<(ChangeSet, PathBuf)>),
}

impl Way {
    pub fn files(&self) -> Box<dyn Iterator<Item = &Path> + '_> {
        match self {
            Self::Whole(file) => Box::new([file.as_path()].into_iter()),
            Self::Changes(sets) => Box::new(sets.iter().map(|(_, file)| file.as_path())),
        }
    }
}

impl Update<'_> {
    /// Fetches what leads to a table, if it is another than the one in place.
    pub(super) async fn changed_table(
        &mut self,
        held: Option<&Table>,
        wanted: &Table,
        role: &str,
    ) -> Result<Option<Way>, SyncError> {
        let sets = match held {
            Some(held) if held.root == wanted.root && held.bits == wanted.bits => return Ok(None),
            Some(held) => chain(held, wanted),
            None => &[],
        };
        if !sets.is_empty() {
            let (before, reserved) = (self.wanted.len(), self.reserved);
            match self.changes(sets, wanted, role).await {
                Ok(Some(way)) => return Ok(Some(way)),
                Ok(None) => {}
                Err(error) if is_of_the_file(&error) => {
                    self.wanted.truncate(before);
                    self.reserved = reserved;
                    self.whole.push((wanted.snapshot.clone(), error));
                }
                Err(error) => return Err(error),
            }
        }
        self.whole_table(wanted, role).await.map(Some)
    }

    /// Fetches a chain of changes; none if the whole table is no larger, or if only that may fit
    /// on the phone.
    async fn changes(
        &mut self,
        sets: &[ChangeSet],
        wanted: &Table,
        role: &str,
    ) -> Result<Option<Way>, SyncError> {
        let whole = self.locate(&wanted.snapshot, role).await?;
        let (mut located, mut length, mut raw) = (Vec::new(), 0_u64, 0_u64);
        for set in sets {
            let file = self.locate(&set.path, role).await?;
            check_size(&file, set.raw_bytes)?;
            length = length.saturating_add(file.length);
            raw = raw.saturating_add(u64::from(set.raw_bytes));
            located.push(file);
        }
        if length >= whole.length || raw > u64::from(MAX_CHANGE_BYTES) {
            return Ok(None);
        }
        let in_place = raw.saturating_mul(CHANGED);
        let of_whole = u64::from(wanted.raw_bytes).saturating_mul(WHOLE);
        match self.reserve(length, in_place) {
            Err(SyncError::NoRoom { .. }) if in_place > of_whole => return Ok(None),
            reserved => reserved?,
        }
        let mut files = Vec::new();
        for (set, file) in sets.iter().zip(located) {
            files.push((set.clone(), self.fetch(&file).await?));
        }
        Ok(Some(Way::Changes(files)))
    }

    async fn whole_table(&mut self, table: &Table, role: &str) -> Result<Way, SyncError> {
        let located = self.locate(&table.snapshot, role).await?;
        check_size(&located, table.raw_bytes)?;
        self.reserve(located.length, u64::from(table.raw_bytes).saturating_mul(WHOLE))?;
        self.fetch(&located).await.map(Way::Whole)
    }

    /// Fetches a table whose changes did not lead to it; the list, if it is one that cannot be
    /// taken now.
    pub(super) async fn take_whole(
        &mut self,
        change: &mut Change,
        of: Which,
        error: SyncError,
    ) -> Result<Option<(Issuer, SyncError)>, SyncError> {
        let index = &change.index.value;
        let (table, role) = match &of {
            Which::Organisations => (index.organisations.table().clone(), TARGETS.to_owned()),
            Which::Products => (index.products.table().clone(), TARGETS.to_owned()),
            Which::List(iss) => {
                let list = change.lists.iter().find(|list| list.lister.iss == *iss);
                let list = list.ok_or(SyncError::Stopped)?;
                (list.index.value.table.table().clone(), iss.as_str().to_owned())
            }
        };
        self.whole.push((table.snapshot.clone(), error));
        // What did not lead to it is of no use at the next sync either.
        let vain: Vec<&Path> = change.way(&of).into_iter().flat_map(Way::files).collect();
        self.wanted.retain(|hash| !vain.iter().any(|file| self.downloads.is(file, *hash)));
        let way = self.whole_table(&table, &role).await;
        match (of, way) {
            (Which::Organisations, way) => change.organisations = Some(way?),
            (Which::Products, way) => change.products = Some(way?),
            (Which::List(iss), Ok(way)) => {
                let list = change.lists.iter_mut().find(|list| list.lister.iss == iss);
                if let Some(list) = list {
                    list.table = Some(way);
                }
            }
            (Which::List(iss), Err(error)) => {
                if !is_of_the_file(&error) {
                    return Err(error);
                }
                change.lists.retain(|list| list.lister.iss != iss);
                return Ok(Some((iss, error)));
            }
        }
        Ok(None)
    }

    /// Sees that there is room for a file and for what it becomes, before any of it is fetched: a
    /// full disk would keep the phone from storing anything else. Without room, nothing is reserved.
    fn reserve(&mut self, packed: u64, in_place: u64) -> Result<(), SyncError> {
        let reserved = self.reserved.saturating_add(in_place);
        let needed = reserved.saturating_add(packed);
        match self.watch.room(self.data.store.folder()) {
            Some(free) if free < needed => Err(SyncError::NoRoom { needed, free }),
            _ => {
                self.reserved = reserved;
                Ok(())
            }
        }
    }

    async fn locate(&mut self, path: &str, role: &str) -> Result<Located, SyncError> {
        self.stop()?;
        let located = self.opened.refreshed.locate(path, role).await;
        located.map_err(|error| self.data.refused(self.opened.root.trust, error))
    }

    async fn fetch(&mut self, located: &Located) -> Result<PathBuf, SyncError> {
        self.wanted.push(located.sha256);
        self.bytes = self.bytes.saturating_add(located.length);
        self.downloads.fetch(&self.opened.remote, located, self.watch).await
    }
}

/// The changes that lead from a table that is held to another; empty if none do.
fn chain<'a>(held: &Table, wanted: &'a Table) -> &'a [ChangeSet] {
    if held.bits != wanted.bits {
        return &[];
    }
    let from = wanted.changes.iter().rposition(|set| set.base == held.root);
    from.and_then(|from| wanted.changes.get(from..)).unwrap_or_default()
}

/// Whether a compressed file has a size that its rows can have: checked before it is fetched.
fn check_size(located: &Located, raw_bytes: u32) -> Result<(), SyncError> {
    let raw = u64::from(raw_bytes);
    // What cannot be compressed grows by a little.
    let limit = raw + raw / 128 + 1024;
    if located.length > limit {
        return Err(MetadataError::TooLarge { path: located.path.clone(), limit }.into());
    }
    if !Table::may_unpack(raw_bytes, located.length) {
        return Err(SyncError::content(&located.path, "it unpacks to more than 50 times its size"));
    }
    Ok(())
}
