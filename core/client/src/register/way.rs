//! How a table is brought up to date: by its changes, while that is the shorter way, or whole.

use std::path::{Path, PathBuf};

use super::apply::{Change, Which};
use super::{Planned, Refused, SyncError, Update, is_of_the_file};
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

/// What leads to a table, before any of it is fetched.
#[derive(Debug)]
pub(super) struct Plan {
    table: Table,
    role: String,
    files: Files,
    /// Bytes that are still to be fetched.
    bytes: u64,
    /// Bytes that it takes when it is put in place.
    in_place: u64,
}

#[derive(Debug)]
enum Files {
    Whole(Located),
    Changes(Vec<(ChangeSet, Located)>),
}

impl Update<'_> {
    /// Finds the shorter way to a table, if it is another than the one in place. Nothing of it is
    /// fetched.
    pub(super) async fn plan(
        &mut self,
        held: Option<&Table>,
        wanted: &Table,
        role: &str,
    ) -> Result<Option<Plan>, SyncError> {
        let sets = match held {
            Some(held) if held.root == wanted.root && held.bits == wanted.bits => return Ok(None),
            Some(held) => chain(held, wanted),
            None => &[],
        };
        if !sets.is_empty() {
            match self.plan_changes(sets, wanted, role).await {
                Ok(Some(plan)) => return Ok(Some(plan)),
                Ok(None) => {}
                Err(error) if is_of_the_file(&error) => {
                    self.whole.push((wanted.snapshot.clone(), error));
                }
                Err(error) => return Err(error),
            }
        }
        self.plan_whole(wanted, role).await.map(Some)
    }

    /// A chain of changes; none if the whole table is no larger, or if only that may fit on the
    /// phone.
    async fn plan_changes(
        &mut self,
        sets: &[ChangeSet],
        wanted: &Table,
        role: &str,
    ) -> Result<Option<Plan>, SyncError> {
        let whole = self.locate(&wanted.snapshot, role).await?;
        let (mut files, mut length, mut raw) = (Vec::new(), 0_u64, 0_u64);
        for set in sets {
            let file = self.locate(&set.path, role).await?;
            check_size(&file, set.raw_bytes)?;
            length = length.saturating_add(file.length);
            raw = raw.saturating_add(u64::from(set.raw_bytes));
            files.push((set.clone(), file));
        }
        if length >= whole.length || raw > u64::from(MAX_CHANGE_BYTES) {
            return Ok(None);
        }
        let in_place = raw.saturating_mul(CHANGED);
        let of_whole = u64::from(wanted.raw_bytes).saturating_mul(WHOLE);
        let bytes = files.iter().map(|(_, file)| self.left_of(file));
        let bytes = bytes.fold(0, u64::saturating_add);
        match self.reserve(bytes, in_place) {
            Err(SyncError::NoRoom { .. }) if in_place > of_whole => return Ok(None),
            reserved => reserved?,
        }
        let (table, role, files) = (wanted.clone(), role.to_owned(), Files::Changes(files));
        Ok(Some(Plan { table, role, files, bytes, in_place }))
    }

    async fn plan_whole(&mut self, table: &Table, role: &str) -> Result<Plan, SyncError> {
        let located = self.locate(&table.snapshot, role).await?;
        check_size(&located, table.raw_bytes)?;
        let in_place = u64::from(table.raw_bytes).saturating_mul(WHOLE);
        let bytes = self.left_of(&located);
        self.reserve(bytes, in_place)?;
        let (table, role, files) = (table.clone(), role.to_owned(), Files::Whole(located));
        Ok(Plan { table, role, files, bytes, in_place })
    }

    /// Fetches a table as a whole whose changes cannot be used.
    async fn whole_table(&mut self, table: &Table, role: &str) -> Result<Way, SyncError> {
        let plan = self.plan_whole(table, role).await?;
        self.planned = self.planned.saturating_sub(plan.bytes);
        match plan.files {
            Files::Whole(located) => self.fetch(&located).await.map(Way::Whole),
            Files::Changes(sets) => self.fetch_changes(sets).await,
        }
    }

    /// What may be fetched before the person has seen the size: without the register's own tables
    /// nothing is; a list that is too large holds up no other, the smallest come first.
    pub(super) fn within_allowance(
        &self,
        own: &[Option<Plan>],
        lists: Vec<Planned>,
    ) -> Result<(Vec<Planned>, Refused), SyncError> {
        let Some(most) = self.unasked else { return Ok((lists, Refused::new())) };
        let size = |plan: &Option<Plan>| plan.as_ref().map_or(0, |plan| plan.bytes);
        let sum = |sizes: &[u64]| sizes.iter().copied().fold(0, u64::saturating_add);
        let of_own = sum(&own.iter().map(size).collect::<Vec<_>>());
        let mut sizes: Vec<u64> = lists.iter().map(|(_, plan)| size(plan)).collect();
        if of_own > most {
            let bytes = of_own.saturating_add(sum(&sizes));
            return Err(SyncError::AsksFirst { bytes });
        }
        sizes.sort_unstable();
        let (mut left, mut largest) = (most.saturating_sub(of_own), 0);
        for bytes in sizes {
            if bytes > left {
                break;
            }
            (left, largest) = (left.saturating_sub(bytes), bytes);
        }
        let mut refused = Refused::new();
        let mut taken = Vec::new();
        for (list, plan) in lists {
            let bytes = size(&plan);
            if bytes > largest {
                refused.push((list.lister.iss, SyncError::AsksFirst { bytes }));
            } else {
                taken.push((list, plan));
            }
        }
        Ok((taken, refused))
    }

    /// Fetches what was planned; the whole table, where its changes cannot be had.
    pub(super) async fn carry_out(&mut self, plan: Option<Plan>) -> Result<Option<Way>, SyncError> {
        let Some(Plan { table, role, files, bytes, in_place }) = plan else { return Ok(None) };
        self.planned = self.planned.saturating_sub(bytes);
        let sets = match files {
            Files::Whole(located) => return self.fetch(&located).await.map(Way::Whole).map(Some),
            Files::Changes(sets) => sets,
        };
        let before = self.wanted.len();
        match self.fetch_changes(sets).await {
            Ok(way) => Ok(Some(way)),
            Err(error) if is_of_the_file(&error) => {
                self.wanted.truncate(before);
                self.reserved = self.reserved.saturating_sub(in_place);
                self.whole.push((table.snapshot.clone(), error));
                self.whole_table(&table, &role).await.map(Some)
            }
            Err(error) => Err(error),
        }
    }

    async fn fetch_changes(&mut self, sets: Vec<(ChangeSet, Located)>) -> Result<Way, SyncError> {
        let mut files = Vec::new();
        for (set, file) in sets {
            files.push((set, self.fetch(&file).await?));
        }
        Ok(Way::Changes(files))
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
        let planned = self.planned.saturating_add(packed);
        let needed = reserved.saturating_add(planned);
        match self.watch.room(self.data.store.folder()) {
            Some(free) if free < needed => Err(SyncError::NoRoom { needed, free }),
            _ => {
                (self.reserved, self.planned) = (reserved, planned);
                Ok(())
            }
        }
    }

    async fn locate(&mut self, path: &str, role: &str) -> Result<Located, SyncError> {
        self.stop()?;
        let located = self.opened.refreshed.locate(path, role).await;
        located.map_err(|error| self.data.refused(self.opened.root.trust, error))
    }

    /// Bytes of a file that have not arrived yet.
    fn left_of(&self, located: &Located) -> u64 {
        located.length.saturating_sub(self.downloads.arrived(located))
    }

    /// Fetches a file. One that was not measured before, because it takes the place of another, is
    /// within what may be fetched unasked or is not fetched.
    async fn fetch(&mut self, located: &Located) -> Result<PathBuf, SyncError> {
        let bytes = self.left_of(located);
        if let Some(unasked) = self.unasked {
            let left = unasked.checked_sub(bytes);
            self.unasked = Some(left.ok_or(SyncError::AsksFirst { bytes })?);
        }
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
