//! `register.db`: public registers, plain, rebuilt whenever it cannot be read.

mod file;
mod names;
mod rows;
mod spill;
mod table;

pub(crate) use file::Reader;
pub use spill::Spill;
pub use table::{TableOf, TableRow};

pub use rows::{Found, ListRow, ListingRow, OrganisationRow, RegisterRow};

use rusqlite::Connection;

use names::{Noted, Overlay};

/// A transaction on `register.db`. Row functions are its methods.
pub struct RegisterTx<'a> {
    sql: &'a Connection,
    noted: Noted,
    overlay: &'a Overlay,
}

#[cfg(test)]
#[path = "register/update_tests.rs"]
mod tests;
