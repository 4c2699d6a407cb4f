//! `register.db`: public registers, plain, made anew whenever it is not as this build wants it.

mod file;
mod names;
mod rows;

pub use rows::{Found, ListRow, ListingRow, OrganisationRow, RegisterRow};

use rusqlite::Connection;

/// A transaction on `register.db`. Row functions are its methods.
pub struct RegisterTx<'a> {
    sql: &'a Connection,
}
