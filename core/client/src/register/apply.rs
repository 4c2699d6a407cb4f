//! Putting new rows in place of old ones, in one transaction; one list that fails, fails alone.

use std::fs::File;
use std::path::Path;

use super::index::{Fetched, check_listing, grant};
use super::{List, SyncError, Watch, Way};
use standing_model::ids::{Issuer, TrustId};
use standing_model::listing::Listing;
use standing_model::register::{Organisation, Product, RegisterIndex, Table};
use standing_model::row_code::RowCode;
use standing_model::time::Date;
use standing_store::{RegisterTx, StoreError, TableOf, TableRow};
use standing_verify::register::{self, Change as RowChange, Row, TableError};

/// Rows between two looks at whether to stop.
const ROWS_BETWEEN_LOOKS: u32 = 1024;

/// What a sync changes. Tables that stay as they are have no file.
pub(super) struct Change {
    pub trust: TrustId,
    pub relied: bool,
    /// The day in the register's zone.
    pub today: Date,
    pub index: Fetched<RegisterIndex>,
    pub organisations: Option<Way>,
    pub products: Option<Way>,
    pub lists: Vec<List>,
}

/// Lists that were not taken, and why.
pub(super) type Refused = Vec<(Issuer, SyncError)>;

/// A table of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Which {
    Organisations,
    Products,
    List(Issuer),
}

/// Why a change was given up; nothing of its transaction is kept.
#[derive(Debug)]
pub(super) enum Failed {
    /// The changes of a table do not lead to it.
    Changes { of: Which, error: SyncError },
    /// One list took the transaction with it.
    List { iss: Issuer, error: SyncError },
    /// Anything else.
    Register(SyncError),
}

impl<E: Into<SyncError>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self::Register(error.into())
    }
}

impl Failed {
    /// What a failed table means: its changes may be at fault, and then the whole table is not.
    fn of(way: &Way, of: Which, error: SyncError) -> Self {
        match (way, error) {
            (Way::Changes(_), error @ SyncError::Table(_)) => Self::Changes { of, error },
            (_, error) => Self::Register(error),
        }
    }
}

impl Change {
    /// Replaces what changed, in one transaction: readers see the old version or the new one.
    ///
    /// # Errors
    /// [`Failed`]; nothing of the transaction is kept then.
    pub fn apply(&self, tx: &RegisterTx<'_>, watch: &dyn Watch) -> Result<Refused, Failed> {
        let index = &self.index.value;
        let id = tx.put_register(self.trust, &self.index.bytes, self.index.good_until)?;
        tx.set_register_relied(id, self.relied)?;
        self.apply_own(tx, id, watch)?;
        let mut refused = Refused::new();
        for list in &self.lists {
            let iss = &list.lister.iss;
            let done = tx.attempt(|| self.apply_list(tx, id, list, watch));
            let lost = |error: SyncError| Failed::List { iss: iss.clone(), error };
            match (done.map_err(lost)?, &list.table) {
                (Ok(()), _) => {}
                (Err(SyncError::Stopped), _) => return Err(SyncError::Stopped.into()),
                (Err(error @ SyncError::Table(_)), Some(Way::Changes(_))) => {
                    return Err(Failed::Changes { of: Which::List(iss.clone()), error });
                }
                (Err(error), _) => refused.push((iss.clone(), error)),
            }
        }
        for kept in tx.lists(id)? {
            match index.lister(&kept.index.iss) {
                // Also where its list was refused or did not change: what was taken back goes.
                Some(lister) => tx.remove_ungranted(id, lister)?,
                None => tx.remove_list(id, &kept.index.iss)?,
            }
        }
        tx.remove_over(id, self.today)?;
        Ok(refused)
    }

    /// The files whose rows this change takes.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let lists = self.lists.iter().filter_map(|list| list.table.as_ref());
        let own = [&self.organisations, &self.products].into_iter().flatten();
        own.chain(lists).flat_map(Way::files)
    }

    /// How a table is brought up to date, if it is.
    pub fn way(&self, of: &Which) -> Option<&Way> {
        match of {
            Which::Organisations => self.organisations.as_ref(),
            Which::Products => self.products.as_ref(),
            Which::List(iss) => {
                let list = self.lists.iter().find(|list| list.lister.iss == *iss);
                list.and_then(|list| list.table.as_ref())
            }
        }
    }

    /// The publisher's own tables.
    fn apply_own(&self, tx: &RegisterTx<'_>, id: i64, watch: &dyn Watch) -> Result<(), Failed> {
        let (index, of) = (&self.index.value, TableOf::own(id));
        if let Some(way) = &self.organisations {
            let table = index.organisations.table();
            let done = put::<Organisation>(tx, (of, table), way, watch, |_| Ok(true));
            let left_out = done.map_err(|error| Failed::of(way, Which::Organisations, error))?;
            left_out.map_or(Ok(()), |rows| tx.set_register_left_out(id, rows))?;
        }
        if let Some(way) = &self.products {
            let table = index.products.table();
            let done = put::<Product>(tx, (of, table), way, watch, |_| Ok(true));
            done.map_err(|error| Failed::of(way, Which::Products, error))?;
        }
        Ok(())
    }

    fn apply_list(
        &self,
        tx: &RegisterTx<'_>,
        id: i64,
        list: &List,
        watch: &dyn Watch,
    ) -> Result<(), SyncError> {
        let List { lister, index, table } = list;
        let iss = &lister.iss;
        tx.put_list(id, iss, &index.bytes, index.good_until, grant(lister))?;
        let Some(way) = table else { return Ok(()) };
        let (of, table) = (TableOf { register: id, iss: Some(iss) }, index.value.table.table());
        let left_out = put::<Listing>(tx, (of, table), way, watch, |row| {
            check_listing(&index.path, lister, row)?;
            // Repair ends publication and use (DOMAIN §4.6): what is over never reaches the phone's table.
            Ok(!row.is_over_on(self.today))
        })?;
        Ok(left_out.map_or(Ok(()), |rows| tx.set_list_left_out(id, iss, rows))?)
    }
}

/// Brings the rows of one table up to date; `is_kept` says which of them. How many were left out
/// because their codes are no organisation's, if that is another number now.
fn put<R: TableRow>(
    tx: &RegisterTx<'_>,
    (of, table): (TableOf<'_>, &Table),
    way: &Way,
    watch: &dyn Watch,
    mut is_kept: impl FnMut(&R) -> Result<bool, SyncError>,
) -> Result<Option<u32>, SyncError> {
    let open = |file: &Path| File::open(file).map_err(StoreError::from);
    let stop = || if watch.stopped() { Err(SyncError::Stopped) } else { Ok(()) };
    match way {
        Way::Whole(file) => {
            let (mut rows, mut read) = (tx.spill(table.raw_bytes)?, 0_u32);
            let (left_out, leaves) =
                register::read_with_leaves::<R, SyncError>(open(file)?, table, |row| {
                    read = read.saturating_add(1);
                    if read.is_multiple_of(ROWS_BETWEEN_LOOKS) {
                        stop()?;
                    }
                    if is_kept(&row)? { rows.add(&row) } else { Ok(()) }
                })?;
            tx.replace_rows::<R, SyncError>(of, rows, stop)?;
            tx.put_tree::<R>(of, &leaves)?;
            Ok(Some(left_out))
        }
        Way::Changes(sets) => {
            for (set, file) in sets {
                stop()?;
                let changes = register::read_changes::<R>(open(file)?, set)?;
                if changes.iter().any(is_of_a_person) {
                    return Err(TableError::LeftOut.into());
                }
                let root = tx.change_rows::<R, SyncError>(of, table.bits, changes, |signed| {
                    let row = R::admit(signed).ok_or(TableError::LeftOut)?;
                    Ok(is_kept(&row)?.then_some(row))
                })?;
                if root != set.result {
                    return Err(TableError::Root.into());
                }
            }
            Ok(None)
        }
    }
}

/// Whether a change takes off a row that was never kept: how many are left out is then another
/// number, which the whole table says.
fn is_of_a_person<R: Row>(change: &RowChange<R>) -> bool {
    match change {
        RowChange::Gone(gone) if R::HAS_SECOND => {
            gone.gone.parse::<RowCode>().is_ok_and(|code| code.organisation().is_none())
        }
        _ => false,
    }
}
