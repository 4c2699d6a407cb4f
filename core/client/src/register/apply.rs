//! Putting new rows in place of old ones, in one transaction.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::index::{Fetched, check_listing};
use super::{List, SyncError, Watch};
use standing_model::ids::TrustId;
use standing_model::listing::Listing;
use standing_model::register::{INDEX_PATH, Organisation, Product, RegisterIndex, Table};
use standing_store::{RegisterTx, StoreError};
use standing_verify::register::{self, Row};

/// Rows between two looks at whether to stop.
const ROWS_BETWEEN_LOOKS: u32 = 1024;

/// What a sync changes. Tables that stay as they are have no file.
pub(super) struct Change {
    pub trust: TrustId,
    pub index: Fetched<RegisterIndex>,
    pub organisations: Option<PathBuf>,
    pub products: Option<PathBuf>,
    pub lists: Vec<List>,
}

impl Change {
    /// Replaces what changed. "One transaction, readers see exactly the old or the new version."
    ///
    /// # Errors
    /// [`SyncError`]; the transaction is to be given up then.
    pub fn apply(&self, tx: &RegisterTx<'_>, watch: &dyn Watch) -> Result<(), SyncError> {
        let index = &self.index.value;
        let id = tx.put_register(self.trust, &self.index.bytes, self.index.good_until)?;
        if let Some(file) = &self.organisations {
            tx.clear_organisations(id)?;
            read_rows::<Organisation>(file, &index.organisations, watch, |row| {
                // A row that may name a person is hashed with the others, and not kept.
                if row.uscc.names_an_organisation() {
                    tx.put_organisation(id, &row)?;
                }
                Ok(())
            })?;
            tx.index_names()?;
        }
        if let Some(file) = &self.products {
            tx.clear_products(id)?;
            read_rows::<Product>(file, &index.products, watch, |row| {
                check_product(&row)?;
                if row.uscc.names_an_organisation() {
                    tx.put_product(id, &row)?;
                }
                Ok(())
            })?;
        }
        for list in &self.lists {
            self.apply_list(tx, id, list, watch)?;
        }
        for kept in tx.lists(id)? {
            if !index.listers.iter().any(|lister| lister.iss == kept.index.iss) {
                tx.remove_list(id, &kept.index.iss)?;
            }
        }
        Ok(())
    }

    /// The files whose rows this change takes.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let lists = self.lists.iter().filter_map(|list| list.table.as_deref());
        self.organisations.as_deref().into_iter().chain(self.products.as_deref()).chain(lists)
    }

    fn apply_list(
        &self,
        tx: &RegisterTx<'_>,
        id: i64,
        list: &List,
        watch: &dyn Watch,
    ) -> Result<(), SyncError> {
        let List { lister, index, table } = list;
        tx.put_list(id, &lister.iss, &index.bytes, index.good_until)?;
        let Some(file) = table else { return Ok(()) };
        tx.clear_listings(id, &lister.iss)?;
        read_rows::<Listing>(file, &index.value.table, watch, |row| {
            check_listing(&index.path, lister, &row)?;
            if row.uscc.names_an_organisation() {
                tx.put_listing(id, &lister.iss, &row)?;
            }
            Ok(())
        })
    }
}

/// Reads a table row by row, looking now and then whether to stop.
///
/// # Errors
/// [`SyncError`].
pub(super) fn read_rows<R: Row>(
    file: &Path,
    table: &Table,
    watch: &dyn Watch,
    mut take: impl FnMut(R) -> Result<(), SyncError>,
) -> Result<(), SyncError> {
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

fn check_product(row: &Product) -> Result<(), SyncError> {
    let digits = row.prefix.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (7..=12).contains(&row.prefix.len()) {
        Ok(())
    } else {
        Err(SyncError::content(INDEX_PATH, "a product's prefix is none"))
    }
}
