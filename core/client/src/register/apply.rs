//! Putting new rows in place of old ones, in one transaction; one list that fails, fails alone.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::index::{Fetched, check_listing, grant};
use super::{List, SyncError, Watch};
use standing_model::ids::{Issuer, TrustId};
use standing_model::listing::Listing;
use standing_model::register::{Organisation, Product, RegisterIndex, Table};
use standing_model::time::Date;
use standing_store::{RegisterTx, StoreError};
use standing_verify::register::{self, Kept};

/// Rows between two looks at whether to stop.
const ROWS_BETWEEN_LOOKS: u32 = 1024;

/// What a sync changes. Tables that stay as they are have no file.
pub(super) struct Change {
    pub trust: TrustId,
    pub relied: bool,
    /// The day in the register's zone.
    pub today: Date,
    pub index: Fetched<RegisterIndex>,
    pub organisations: Option<PathBuf>,
    pub products: Option<PathBuf>,
    pub lists: Vec<List>,
}

/// Lists that were not taken, and why.
pub(super) type Refused = Vec<(Issuer, SyncError)>;

/// Why a change was given up.
#[derive(Debug)]
pub(super) struct Failed {
    /// In which list it failed, if it was in one.
    pub list: Option<Issuer>,
    pub error: SyncError,
}

impl<E: Into<SyncError>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self { list: None, error: error.into() }
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
            match done.map_err(|error: SyncError| Failed { list: Some(iss.clone()), error })? {
                Ok(()) => {}
                Err(SyncError::Stopped) => return Err(SyncError::Stopped.into()),
                Err(error) => refused.push((iss.clone(), error)),
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
        let lists = self.lists.iter().filter_map(|list| list.table.as_deref());
        self.organisations.as_deref().into_iter().chain(self.products.as_deref()).chain(lists)
    }

    /// The publisher's own tables.
    fn apply_own(&self, tx: &RegisterTx<'_>, id: i64, watch: &dyn Watch) -> Result<(), SyncError> {
        let index = &self.index.value;
        if let Some(file) = &self.organisations {
            tx.clear_organisations(id)?;
            let table = index.organisations.table();
            let left_out = read_rows::<Organisation>(file, table, watch, |row| {
                Ok(tx.put_organisation(id, &row)?)
            })?;
            tx.set_register_left_out(id, left_out)?;
            tx.index_names()?;
        }
        if let Some(file) = &self.products {
            tx.clear_products(id)?;
            read_rows::<Product>(file, index.products.table(), watch, |row| {
                Ok(tx.put_product(id, &row)?)
            })?;
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
        tx.put_list(id, &lister.iss, &index.bytes, index.good_until, grant(lister))?;
        let Some(file) = table else { return Ok(()) };
        tx.clear_listings(id, &lister.iss)?;
        let table = index.value.table.table();
        let left_out = read_rows::<Listing>(file, table, watch, |row| {
            check_listing(&index.path, lister, &row)?;
            // Repair ends publication and use (DOMAIN §4.6): what is over never reaches the phone's table.
            if row.is_over_on(self.today) {
                return Ok(());
            }
            Ok(tx.put_listing(id, &lister.iss, &row)?)
        })?;
        Ok(tx.set_list_left_out(id, &lister.iss, left_out)?)
    }
}

/// Reads a table row by row, looking now and then whether to stop; how many rows were left out.
///
/// # Errors
/// [`SyncError`].
fn read_rows<R: Kept>(
    file: &Path,
    table: &Table,
    watch: &dyn Watch,
    mut take: impl FnMut(R) -> Result<(), SyncError>,
) -> Result<u32, SyncError> {
    let file = File::open(file).map_err(StoreError::from)?;
    let mut rows = 0_u32;
    register::read(file, table, |row| {
        rows = rows.saturating_add(1);
        if rows.is_multiple_of(ROWS_BETWEEN_LOOKS) && watch.stopped() {
            return Err(SyncError::Stopped);
        }
        take(row)
    })
}
