//! What the file holds, under one seal: a row that was put back, taken away or brought in from
//! another time is noticed when the folder is opened.
//!
//! Each row is sealed for its place and version, so nothing can be made up or moved. But an old
//! row with its own version is genuine, and opens. So one value of the vault holds a sum over the
//! rows of all covered tables: each row adds a keyed hash of its keys, version and nonces modulo
//! 2^256, and takes it away again when it changes or goes. A nonce is never used twice, so it names
//! exactly one sealed value. Triggers of this connection keep the sum, so no writer can forget to.
//!
//! The value also holds the folder's generation, which is kept beside the keys at certain moments
//! ([`super::generation`]): putting the value back together with the row makes the whole folder an
//! older one, and the generation tells that.
//!
//! Left out: the access list, which is a log of the phone's own; photos, whose hashes are in their
//! records; what is kept provisionally, since a head must match it before it counts; and what was
//! put aside as damaged.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

use super::{SecretName, StoreError, Tx};

/// The vault's own value about everything else.
const CONTENTS: &str = "contents";

/// A table that is covered.
struct Covered {
    name: &'static str,
    /// What tells a row from every other, and what lies in it in the clear.
    plain: &'static [&'static str],
    sealed: &'static [&'static str],
}

const fn covered(
    name: &'static str,
    plain: &'static [&'static str],
    sealed: &'static [&'static str],
) -> Covered {
    Covered { name, plain, sealed }
}

const NUMBERED: &[&str] = &["membership", "n"];
const SEALED: &[&str] = &["sealed"];
const BRIEFED: &[&str] = &["sealed", "brief"];
const TWICE: &[&str] = &["sealed", "copy"];

const TABLES: [Covered; 10] = [
    covered("vault", &["name", "version"], SEALED),
    covered("memberships", &["id", "version"], &["sending", "reading"]),
    covered("roots", &["id", "version"], TWICE),
    covered("public_files", &["key", "version"], TWICE),
    covered("heads", NUMBERED, SEALED),
    covered("statements", NUMBERED, BRIEFED),
    covered("notices", NUMBERED, BRIEFED),
    covered("receipts", NUMBERED, BRIEFED),
    covered("alarms", &["id", "membership", "key", "version"], BRIEFED),
    covered("queue", &["id", "membership", "next_at", "version"], BRIEFED),
];

/// Bytes of a sealed value that name it: its form and its nonce.
const NAME: usize = 25;

/// What the file held when it was written last.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Contents {
    /// Counts up with every change but that of a setting.
    pub generation: u64,
    /// The sum over all rows.
    sum: Sum,
}

/// A sum of keyed hashes modulo 2^256, the lowest 64 bits first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Sum([u64; 4]);

impl Sum {
    fn add(&mut self, other: Self) {
        let mut carry = false;
        for (mine, other) in self.0.iter_mut().zip(other.0) {
            let (sum, over) = mine.overflowing_add(other);
            let (sum, again) = sum.overflowing_add(u64::from(carry));
            (*mine, carry) = (sum, over || again);
        }
    }

    /// What gives nothing when it is added to this one.
    fn negated(self) -> Self {
        let mut negated = Self(self.0.map(|limb| !limb));
        negated.add(Self([1, 0, 0, 0]));
        negated
    }
}

/// What a transaction has changed so far.
#[derive(Debug, Default)]
struct Change {
    sum: Sum,
    /// A row of any table changed.
    any: bool,
    /// A row of a table other than the vault changed.
    moves: bool,
}

/// The running sum of one connection: what its triggers add and take away.
#[derive(Clone)]
pub(super) struct Running {
    key: Arc<Zeroizing<[u8; 32]>>,
    change: Arc<Mutex<Change>>,
}

impl Running {
    pub fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self { key: Arc::new(key), change: Arc::default() }
    }

    /// Makes the triggers. They are the connection's own and never in the file.
    pub fn watch(&self, connection: &Connection) -> Result<(), StoreError> {
        for (name, is_gone) in [("row_comes", false), ("row_goes", true)] {
            let running = self.clone();
            let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
            connection.create_scalar_function(name, -1, flags, move |row| {
                running.changed(row, is_gone)
            })?;
        }
        for table in &TABLES {
            connection.execute_batch(&table.triggers())?;
        }
        Ok(())
    }

    /// Forgets what a transaction changed that was not kept.
    pub fn reset(&self) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Change::default();
    }

    fn take(&self) -> Change {
        std::mem::take(&mut *self.change.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn changed(&self, row: &Context<'_>, is_gone: bool) -> rusqlite::Result<bool> {
        let table: String = row.get(0)?;
        let mut hash = RowHash::new(&self.key, &table);
        for column in 1..row.len() {
            hash.column(row.get_raw(column));
        }
        let hash = hash.finish();
        let mut change = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        change.sum.add(if is_gone { hash.negated() } else { hash });
        change.any = true;
        change.moves |= table != "vault";
        Ok(true)
    }
}

/// The hash of one row: its table and each column with its kind and length, sealed ones by their
/// names.
struct RowHash(Option<Hmac<Sha256>>);

impl RowHash {
    fn new(key: &[u8; 32], table: &str) -> Self {
        let mut hash = Self(Hmac::new_from_slice(key).ok());
        hash.part(4, table.as_bytes());
        hash
    }

    fn column(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.part(0, &[]),
            ValueRef::Integer(number) => self.part(1, &number.to_be_bytes()),
            ValueRef::Text(text) => self.part(2, text),
            ValueRef::Blob(sealed) => self.part(3, sealed),
            ValueRef::Real(number) => self.part(5, &number.to_be_bytes()),
        }
    }

    fn part(&mut self, kind: u8, value: &[u8]) {
        if let Some(hash) = &mut self.0 {
            hash.update(&[kind]);
            hash.update(&(value.len() as u64).to_be_bytes());
            hash.update(value);
        }
    }

    fn finish(self) -> Sum {
        let bytes: [u8; 32] =
            self.0.map(|hash| hash.finalize().into_bytes().into()).unwrap_or_default();
        let mut sum = Sum::default();
        for (limb, bytes) in sum.0.iter_mut().zip(bytes.chunks_exact(8)) {
            *limb = bytes.try_into().map_or(0, u64::from_le_bytes);
        }
        sum
    }
}

impl Covered {
    fn triggers(&self) -> String {
        let table = self.name;
        let row = |row: &str| {
            let plain = self.plain.iter().map(|column| format!(", {row}.{column}"));
            // SQLite's `substr` of nothing is NULL.
            let name =
                |column: &&str| format!(", coalesce(substr({row}.{column}, 1, {NAME}), x'')");
            let sealed = self.sealed.iter().map(name);
            plain.chain(sealed).collect::<String>()
        };
        let (old, new) = (row("OLD"), row("NEW"));
        let only = |row: &str| match table {
            // The sum does not cover itself.
            "vault" => format!(" WHEN {row}.name <> '{CONTENTS}'"),
            _ => String::new(),
        };
        format!(
            "CREATE TEMP TRIGGER {table}_comes AFTER INSERT ON main.{table}{when_new} \
             BEGIN SELECT row_comes('{table}'{new}); END; \
             CREATE TEMP TRIGGER {table}_goes AFTER DELETE ON main.{table}{when_old} \
             BEGIN SELECT row_goes('{table}'{old}); END; \
             CREATE TEMP TRIGGER {table}_changes AFTER UPDATE ON main.{table}{when_new} \
             BEGIN SELECT row_goes('{table}'{old}), row_comes('{table}'{new}); END;",
            when_new = only("NEW"),
            when_old = only("OLD"),
        )
    }

    /// The sum over the rows that the file holds. Of a sealed value no more than its name is read.
    fn sum(&self, sql: &Connection, key: &[u8; 32]) -> Result<Sum, StoreError> {
        let columns = self.plain.join(", ");
        let only = if self.name == "vault" { "WHERE name <> 'contents'" } else { "" };
        let select = format!("SELECT rowid, {columns} FROM {} {only}", self.name);
        let mut statement = sql.prepare_cached(&select)?;
        let mut rows = statement.query([])?;
        let mut sealed: Vec<Option<rusqlite::blob::Blob<'_>>> =
            self.sealed.iter().map(|_| None).collect();
        let mut sum = Sum::default();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            let mut hash = RowHash::new(key, self.name);
            for column in 1..=self.plain.len() {
                hash.column(row.get_ref(column)?);
            }
            for (column, blob) in self.sealed.iter().zip(&mut sealed) {
                match blob {
                    Some(blob) => blob.reopen(id)?,
                    None => *blob = Some(sql.blob_open(MAIN_DB, self.name, column, id, true)?),
                }
                let mut name = [0; NAME];
                let read = blob.as_ref().map_or(Ok(0), |blob| blob.read_at(&mut name, 0))?;
                hash.column(ValueRef::Blob(name.get(..read).unwrap_or_default()));
            }
            sum.add(hash.finish());
        }
        Ok(sum)
    }
}

impl Tx<'_> {
    /// What the file held when it was written last; none in a new folder.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if it was changed.
    pub(super) fn contents(&self) -> Result<Option<Contents>, StoreError> {
        self.vault(SecretName::Send, CONTENTS)
    }

    /// Takes into the sum what this transaction changed; the generation, if it moved.
    pub(super) fn seal_contents(&self) -> Result<Option<u64>, StoreError> {
        let change = self.running.take();
        if !change.any {
            return Ok(None);
        }
        let contents = match self.contents() {
            // The next opening says so; until then everything goes on.
            Err(StoreError::Corrupt(_)) => return Ok(None),
            contents => contents?,
        };
        let mut contents = contents.unwrap_or_default();
        contents.sum.add(change.sum);
        // A setting says nothing about what was sent.
        if change.moves {
            contents.generation = contents.generation.saturating_add(1);
        }
        self.set_vault(SecretName::Send, CONTENTS, &contents)?;
        Ok(change.moves.then_some(contents.generation))
    }

    /// Counts the generation up, though no row changed; the new one.
    pub(super) fn next_generation(&self) -> Result<u64, StoreError> {
        let mut contents = self.contents()?.unwrap_or_default();
        contents.generation = contents.generation.saturating_add(1);
        self.set_vault(SecretName::Send, CONTENTS, &contents)?;
        Ok(contents.generation)
    }

    /// Whether the file holds exactly what was written last.
    pub(super) fn is_as_written(&self, contents: &Contents) -> Result<bool, StoreError> {
        Ok(self.sum()? == contents.sum)
    }

    /// Takes the file as it is for what was written last, in this generation.
    pub(super) fn seal_all_contents(&self, generation: u64) -> Result<(), StoreError> {
        let contents = Contents { generation, sum: self.sum()? };
        self.running.reset();
        self.set_vault(SecretName::Send, CONTENTS, &contents)
    }

    fn sum(&self) -> Result<Sum, StoreError> {
        let mut sum = Sum::default();
        for table in &TABLES {
            sum.add(table.sum(self.sql, &self.running.key)?);
        }
        Ok(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_away_leaves_what_was_there() {
        let (a, b) = (Sum([u64::MAX, 7, u64::MAX, u64::MAX]), Sum([2, u64::MAX, 0, 9]));
        let mut sum = a;
        sum.add(b);
        assert_ne!(sum, a);
        sum.add(b.negated());
        assert_eq!(sum, a);
        sum.add(a.negated());
        assert_eq!(sum, Sum::default());
        assert_eq!(Sum::default().negated(), Sum::default());
    }
}
