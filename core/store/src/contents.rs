//! What stands in the file, under one seal: a row that was put back, taken away or brought in from
//! another time is noticed when the folder is opened.
//!
//! Each row is sealed for its place and version, so nothing can be made up or moved. But an old
//! row with its own version is genuine, and opens. So one value of the vault holds a hash over the
//! rows of each table, by their keys, versions and nonces: a nonce is never used twice, so it
//! stands for exactly one sealed value. The value is written in the transaction that changes a row
//! and names the folder's generation, which is also kept beside the keys: putting the value back
//! together with the row makes the whole folder an older one, and that is noticed by the
//! generation.
//!
//! The access list and photos are left out: the list is a log of the phone's own, and a photo's
//! hash stands in the record that it goes with.

use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{SecretName, StoreError, Tx};
use standing_model::ids::Hash;

/// The vault's own value about everything else.
const CONTENTS: &str = "contents";

/// Each table that is covered, and its rows in the order of their keys.
const TABLES: [(&str, &str); 10] = [
    ("vault", "SELECT name, version, sealed FROM vault WHERE name <> 'contents' ORDER BY name"),
    ("memberships", "SELECT id, version, sending, reading FROM memberships ORDER BY id"),
    ("roots", "SELECT id, version, sealed FROM roots ORDER BY id"),
    ("public_files", "SELECT key, version, sealed FROM public_files ORDER BY key"),
    ("heads", "SELECT membership, n, sealed FROM heads ORDER BY membership, n"),
    ("statements", "SELECT membership, n, sealed FROM statements ORDER BY membership, n"),
    ("notices", "SELECT membership, n, sealed FROM notices ORDER BY membership, n"),
    ("receipts", "SELECT membership, n, sealed FROM receipts ORDER BY membership, n"),
    ("alarms", "SELECT id, membership, key, version, sealed FROM alarms ORDER BY id"),
    ("queue", "SELECT id, membership, next_at, version, sealed FROM queue ORDER BY id"),
];

/// Bytes of a sealed value that name it: its form and its nonce.
const NAME: usize = 25;

/// What stood in the file when it was written last.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Contents {
    /// Counts up with every change but that of a setting.
    pub generation: u64,
    tables: BTreeMap<String, Hash>,
}

impl Tx<'_> {
    /// What stood in the file when it was written last; none in a new folder.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if it was changed.
    pub(super) fn contents(&self) -> Result<Option<Contents>, StoreError> {
        self.vault(SecretName::Send, CONTENTS)
    }

    /// Seals what stands in the tables that this transaction wrote to; the generation, if it moved.
    pub(super) fn seal_contents(&self) -> Result<Option<u64>, StoreError> {
        let touched = self.touched();
        let covered = TABLES.iter().filter(|(table, _)| touched.contains(table));
        let covered: Vec<_> = covered.collect();
        if covered.is_empty() {
            return Ok(None);
        }
        let mut contents = self.contents()?.unwrap_or_default();
        for (table, sql) in &covered {
            contents.tables.insert((*table).to_owned(), self.digest(sql)?);
        }
        // A setting says nothing about what was sent.
        let moves = covered.iter().any(|(table, _)| *table != "vault");
        if moves {
            contents.generation = contents.generation.saturating_add(1);
        }
        self.set_vault(SecretName::Send, CONTENTS, &contents)?;
        Ok(moves.then_some(contents.generation))
    }

    /// Whether the file holds exactly what was written last.
    pub(super) fn is_as_written(&self, contents: &Contents) -> Result<bool, StoreError> {
        for (table, sql) in TABLES {
            // A table that nothing was ever written to is empty.
            let known = contents.tables.get(table).copied();
            let now = self.digest(sql)?;
            if now != known.unwrap_or_else(nothing) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes the file as it is for what was written last, in this generation.
    pub(super) fn seal_all_contents(&self, generation: u64) -> Result<(), StoreError> {
        let mut contents = Contents { generation, tables: BTreeMap::new() };
        for (table, sql) in TABLES {
            contents.tables.insert(table.to_owned(), self.digest(sql)?);
        }
        self.set_vault(SecretName::Send, CONTENTS, &contents)
    }

    /// A hash over the rows: each column with its kind and length, sealed ones by their names.
    fn digest(&self, sql: &str) -> Result<Hash, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut digest = nothing();
        while let Some(row) = rows.next()? {
            let mut bytes = Vec::with_capacity(128);
            for column in 0..columns {
                let (kind, value): (u8, Vec<u8>) = match row.get_ref(column)? {
                    ValueRef::Null => (0, Vec::new()),
                    ValueRef::Integer(number) => (1, number.to_be_bytes().into()),
                    ValueRef::Text(text) => (2, text.into()),
                    ValueRef::Blob(sealed) => (3, sealed.get(..NAME).unwrap_or(sealed).into()),
                    ValueRef::Real(_) => return Err(StoreError::Corrupt(CONTENTS)),
                };
                bytes.push(kind);
                bytes.extend_from_slice(&(value.len() as u64).to_be_bytes());
                bytes.extend_from_slice(&value);
            }
            digest = Hash::of_parts(&[digest.as_bytes(), &bytes]);
        }
        Ok(digest)
    }
}

/// The hash over no rows.
fn nothing() -> Hash {
    Hash::of(b"standing-contents/1")
}
