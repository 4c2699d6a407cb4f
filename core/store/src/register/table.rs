//! Rows of signed tables: putting one table in place of another by writing only what differs, and
//! changing some rows with the tree above them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Row as SqlRow;
use serde::de::DeserializeOwned;

use super::RegisterTx;
use super::spill::Spill;
use crate::StoreError;
use standing_model::business::Uscc;
use standing_model::ids::{Hash, Issuer};
use standing_model::listing::Listing;
use standing_model::register::{Organisation, Product};
use standing_model::text::LocalText;
use standing_verify::register::tree::{self, Part};
use standing_verify::register::{Change, Kept, Row, TableError, row_line};

/// Whose table: a register's own, or one of its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOf<'a> {
    /// The register's number.
    pub register: i64,
    /// The authority of a list; none for the register's own tables.
    pub iss: Option<&'a Issuer>,
}

impl TableOf<'_> {
    /// One of the register's own tables.
    #[must_use]
    pub const fn own(register: i64) -> Self {
        Self { register, iss: None }
    }

    fn iss(&self) -> &str {
        self.iss.map(Issuer::as_str).unwrap_or_default()
    }
}

/// A row of a signed table, as it is kept.
pub trait TableRow: Kept + Row + Clone + PartialEq + DeserializeOwned {
    /// The table in `register.db`.
    const TABLE: &'static str;
    /// Its columns, from the third on.
    const COLUMNS: &'static str;
    /// Whether a column is of the list `?4`, or there are no lists.
    const OF_LIST: &'static str;
    /// Whether a row may have left the phone before its table says so.
    const LEAVES_EARLY: bool;

    /// Reads a row, whose columns begin at the third.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] if it cannot be read.
    fn read(row: &SqlRow<'_>) -> Result<Self, StoreError>;

    /// Writes the row under its number, in place of what is there.
    ///
    /// # Errors
    /// [`StoreError`].
    fn write(&self, tx: &RegisterTx<'_>, of: TableOf<'_>, id: u32) -> Result<(), StoreError>;

    /// Notes that a row came, went or is another now.
    ///
    /// # Errors
    /// [`StoreError`].
    fn changed(
        _tx: &RegisterTx<'_>,
        _register: i64,
        _id: u32,
        _before: Option<&Self>,
        _after: Option<&Self>,
    ) -> Result<(), StoreError> {
        Ok(())
    }
}

/// The lowest and the highest number of rows whose keys have these slots.
pub(super) fn numbers((first, last): (u16, u16)) -> (u32, u32) {
    (u32::from(first) << 16, u32::from(last) << 16 | 0xffff)
}

/// The numbers of rows with this key.
pub(super) fn numbers_of(key: &str) -> (u32, u32) {
    let slot = tree::slot(key);
    numbers((slot, slot))
}

fn slot_of(id: u32) -> u16 {
    u16::try_from(id >> 16).unwrap_or_default()
}

impl TableRow for Organisation {
    const TABLE: &'static str = "organisations";
    const COLUMNS: &'static str = "uscc, name, name_en, region_en, region_zh";
    const OF_LIST: &'static str = "?4 = ''";
    const LEAVES_EARLY: bool = false;

    fn read(row: &SqlRow<'_>) -> Result<Self, StoreError> {
        let uscc: String = row.get(2)?;
        let uscc: Uscc = uscc.parse().map_err(|_| StoreError::Corrupt("organisations"))?;
        let region = LocalText { en: row.get(5)?, zh: row.get(6)? };
        Ok(Self { uscc, name: row.get(3)?, name_en: row.get(4)?, region })
    }

    fn write(&self, tx: &RegisterTx<'_>, of: TableOf<'_>, id: u32) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO organisations \
                   (id, register, uscc, name, name_en, region_en, region_zh) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Self { uscc, name, name_en, region } = self;
        let row = (id, of.register, uscc.as_str(), name, name_en, &region.en, &region.zh);
        tx.execute(sql, row)
    }

    fn changed(
        tx: &RegisterTx<'_>,
        register: i64,
        id: u32,
        before: Option<&Self>,
        after: Option<&Self>,
    ) -> Result<(), StoreError> {
        tx.note_names(register, id, before, after)
    }
}

impl TableRow for Product {
    const TABLE: &'static str = "products";
    const COLUMNS: &'static str = "prefix, uscc";
    const OF_LIST: &'static str = "?4 = ''";
    const LEAVES_EARLY: bool = false;

    fn read(row: &SqlRow<'_>) -> Result<Self, StoreError> {
        let uscc: String = row.get(3)?;
        let uscc = uscc.parse().map_err(|_| StoreError::Corrupt("products"))?;
        Ok(Self { prefix: row.get(2)?, uscc })
    }

    fn write(&self, tx: &RegisterTx<'_>, of: TableOf<'_>, id: u32) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO products (id, register, prefix, uscc) \
                   VALUES (?1, ?2, ?3, ?4)";
        tx.execute(sql, (id, of.register, &self.prefix, self.uscc.as_str()))
    }
}

impl TableRow for Listing {
    const TABLE: &'static str = "listings";
    const COLUMNS: &'static str = "row";
    const OF_LIST: &'static str = "iss = ?4";
    // What is over is removed by its date.
    const LEAVES_EARLY: bool = true;

    fn read(row: &SqlRow<'_>) -> Result<Self, StoreError> {
        let text: String = row.get(2)?;
        serde_json::from_str(&text).map_err(|_| StoreError::Corrupt("listings"))
    }

    fn write(&self, tx: &RegisterTx<'_>, of: TableOf<'_>, id: u32) -> Result<(), StoreError> {
        let text = serde_json::to_string(self).map_err(|_| StoreError::Refused { code: 0 })?;
        let sql = "INSERT OR REPLACE INTO listings \
                   (id, register, iss, uscc, list_id, kind, office, ends_on, row) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let (kind, ends_on) = (super::rows::kind(self.list_type), self.ends_on().to_string());
        let (list_id, office) = (self.list_id.as_str(), self.office.as_str());
        let key = (id, of.register, of.iss(), self.uscc.as_str(), list_id);
        let row = (key.0, key.1, key.2, key.3, key.4, kind, office, ends_on, text);
        tx.execute(sql, row)
    }
}

/// The lines of a bucket without their ends, and the hashes beside its way to the root.
pub type BucketRows = (Vec<String>, Vec<Hash>);

/// Some rows of one table as they are, with their numbers.
struct Held<R> {
    /// By slot, then in the table's order.
    rows: Vec<(u32, R)>,
    /// Numbers that are taken, by rows of other tables too.
    taken: BTreeSet<u32>,
}

impl<R: TableRow> Held<R> {
    fn read(tx: &RegisterTx<'_>, of: TableOf<'_>, slots: (u16, u16)) -> Result<Self, StoreError> {
        let (first, last) = numbers(slots);
        let sql = format!(
            "SELECT id, register = ?3 AND {}, {} FROM {} WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
            R::OF_LIST,
            R::COLUMNS,
            R::TABLE
        );
        let mut statement = tx.sql.prepare_cached(&sql)?;
        let mut found = statement.query((first, last, of.register, of.iss()))?;
        let (mut rows, mut taken) = (Vec::new(), BTreeSet::new());
        while let Some(row) = found.next()? {
            let (id, is_ours): (u32, bool) = (row.get(0)?, row.get(1)?);
            taken.insert(id);
            if is_ours {
                rows.push((id, R::read(row)?));
            }
        }
        rows.sort_by(|(id, row), (other_id, other)| {
            slot_of(*id).cmp(&slot_of(*other_id)).then_with(|| row.order(other))
        });
        Ok(Self { rows, taken })
    }

    /// A number for a new row.
    fn number(&mut self, key: &str) -> Result<u32, TableError> {
        let (first, last) = numbers_of(key);
        let free = (first..=last).find(|id| !self.taken.contains(id));
        let id = free.ok_or(TableError::Crowded)?;
        self.taken.insert(id);
        Ok(id)
    }
}

impl RegisterTx<'_> {
    /// Puts the rows of a table in place of those that are there: only what differs is written.
    ///
    /// # Errors
    /// `stop`'s error between two parts; [`TableError::Crowded`]; [`StoreError`].
    pub fn replace_rows<R: TableRow, E: From<StoreError> + From<TableError>>(
        &self,
        of: TableOf<'_>,
        mut rows: Spill,
        stop: impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        for at in 0..rows.parts() {
            stop()?;
            let (new, slots) = (rows.read::<R>(at)?, rows.slots(at));
            let mut held = Held::<R>::read(self, of, slots)?;
            let old = std::mem::take(&mut held.rows);
            self.merge::<R, E>(of, old, new, &mut held)?;
        }
        Ok(())
    }

    /// Merges rows into those that are there, both by slot and in the table's order.
    fn merge<R: TableRow, E: From<StoreError> + From<TableError>>(
        &self,
        of: TableOf<'_>,
        old: Vec<(u32, R)>,
        new: Vec<(u16, R)>,
        held: &mut Held<R>,
    ) -> Result<(), E> {
        let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (None, None) => return Ok(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((id, old)), Some((slot, new))) => {
                    slot_of(*id).cmp(slot).then_with(|| old.order(new))
                }
            };
            let before = if order == Ordering::Greater { None } else { old.next() };
            let after = if order == Ordering::Less { None } else { new.next() };
            let after = after.map(|(_, row)| row);
            match (before, after) {
                (Some((id, before)), after) if after.as_ref() != Some(&before) => {
                    self.write_row(of, id, Some(&before), after.as_ref())?;
                }
                (None, Some(row)) => {
                    let id = held.number(row.key())?;
                    self.write_row(of, id, None, Some(&row))?;
                }
                _ => {}
            }
        }
    }

    /// Writes or removes a row.
    fn write_row<R: TableRow>(
        &self,
        of: TableOf<'_>,
        id: u32,
        before: Option<&R>,
        after: Option<&R>,
    ) -> Result<(), StoreError> {
        match after {
            Some(row) => row.write(self, of, id)?,
            None => self.execute(&format!("DELETE FROM {} WHERE id = ?1", R::TABLE), [id])?,
        }
        R::changed(self, of.register, id, before, after)
    }

    /// Puts one row in place of the one with its key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_row<R: TableRow>(&self, of: TableOf<'_>, row: &R) -> Result<(), StoreError> {
        let slot = tree::slot(row.key());
        let mut held = Held::<R>::read(self, of, (slot, slot))?;
        let old = held.rows.iter().position(|(_, old)| old.order(row) == Ordering::Equal);
        let old = old.map(|at| held.rows.swap_remove(at));
        let crowded = |_| StoreError::Refused { code: 0 };
        let id = old.as_ref().map_or_else(|| held.number(row.key()), |(id, _)| Ok(*id));
        self.write_row(of, id.map_err(crowded)?, old.as_ref().map(|(_, row)| row), Some(row))
    }

    /// Changes rows of a table, and the tree above them; its root then. `admit` says what is kept of
    /// a new row; every row counts for the root.
    ///
    /// # Errors
    /// `admit`'s; [`TableError::NotHeld`], [`TableError::TooMany`], [`TableError::Crowded`],
    /// [`TableError::Root`] if the tree is not here; [`StoreError`].
    pub fn change_rows<R: TableRow, E: From<StoreError> + From<TableError>>(
        &self,
        of: TableOf<'_>,
        bits: u8,
        changes: Vec<Change<R::Signed>>,
        mut admit: impl FnMut(R::Signed) -> Result<Option<R>, E>,
    ) -> Result<Hash, E> {
        let mut buckets = BTreeMap::<u16, Vec<Change<R::Signed>>>::new();
        for change in changes {
            let bucket = tree::bucket(tree::slot(change.key()), bits);
            buckets.entry(bucket).or_default().push(change);
        }
        let mut leaves = BTreeMap::new();
        for (bucket, changes) in buckets {
            let leaf = self.change_bucket(of, tree::slots(bucket, bits), changes, &mut admit)?;
            leaves.insert(bucket, leaf);
        }
        Ok(self.set_leaves::<R>(of, leaves)?.ok_or(TableError::Root)?)
    }

    /// Changes rows of one bucket; its hash then.
    fn change_bucket<R: TableRow, E: From<StoreError> + From<TableError>>(
        &self,
        of: TableOf<'_>,
        slots: (u16, u16),
        changes: Vec<Change<R::Signed>>,
        admit: &mut impl FnMut(R::Signed) -> Result<Option<R>, E>,
    ) -> Result<Hash, E> {
        let mut held = Held::<R>::read(self, of, slots)?;
        let mut rows = BTreeMap::new();
        for (id, row) in std::mem::take(&mut held.rows) {
            let line = row_line(&row, 0)?;
            rows.insert((row.key().to_owned(), row.second().to_owned()), (line, Some((id, row))));
        }
        for change in changes {
            let key = (change.key().to_owned(), change.second().to_owned());
            let before = rows.remove(&key).and_then(|(_, held)| held);
            match change {
                Change::Gone(_) => match before {
                    Some((id, before)) => self.write_row(of, id, Some(&before), None)?,
                    None if R::LEAVES_EARLY => {}
                    None => return Err(TableError::NotHeld { key: key.0 }.into()),
                },
                Change::Row(signed) => {
                    let line = row_line(&signed, 0)?;
                    let after = admit(signed)?;
                    let id = match (&before, &after) {
                        (Some((id, _)), _) => Some(*id),
                        (None, Some(_)) => Some(held.number(&key.0)?),
                        (None, None) => None,
                    };
                    if let Some(id) = id {
                        let before = before.as_ref().map(|(_, row)| row);
                        self.write_row(of, id, before, after.as_ref())?;
                    }
                    rows.insert(key, (line, id.zip(after)));
                }
            }
        }
        check_crowd::<R>(rows.keys().map(|(key, _)| key.as_str()))?;
        Ok(tree::bucket_hash(rows.values().map(|(line, _)| line.as_slice())))
    }

    /// The lines of a key's bucket, without their ends, and the hashes beside the way from it to
    /// the root; none if the tree is not here. Rows that are not kept are missing among them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn bucket<R: TableRow>(
        &self,
        of: TableOf<'_>,
        bits: u8,
        key: &str,
    ) -> Result<Option<BucketRows>, StoreError> {
        let number = tree::bucket(tree::slot(key), bits);
        let leaves = self.leaves::<R>(of)?;
        if leaves.len() != 1 << bits {
            return Ok(None);
        }
        let mut rows = Held::<R>::read(self, of, tree::slots(number, bits))?.rows;
        rows.sort_by(|(_, row), (_, other)| row.order(other));
        let line = |(_, row): &(u32, R)| {
            serde_json::to_string(row).map_err(|_| StoreError::Corrupt(R::TABLE))
        };
        let lines = rows.iter().map(line).collect::<Result<_, _>>()?;
        Ok(Some((lines, tree::path(&leaves, number))))
    }

    /// Keeps the tree over a table.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_tree<R: TableRow>(
        &self,
        of: TableOf<'_>,
        leaves: &[Hash],
    ) -> Result<(), StoreError> {
        self.forget_tree::<R>(of)?;
        let sql = "INSERT INTO tree_parts (register, rows, iss, part, nodes) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        for (at, part) in (0_u16..).zip(Part::all(leaves)) {
            self.execute(sql, (of.register, R::TABLE, of.iss(), at, part.bytes()))?;
        }
        Ok(())
    }

    fn forget_tree<R: TableRow>(&self, of: TableOf<'_>) -> Result<(), StoreError> {
        let sql = "DELETE FROM tree_parts WHERE register = ?1 AND rows = ?2 AND iss = ?3";
        self.execute(sql, (of.register, R::TABLE, of.iss()))
    }

    /// The hashes of a table's buckets; none if its tree is not here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn leaves<R: TableRow>(&self, of: TableOf<'_>) -> Result<Vec<Hash>, StoreError> {
        let sql = "SELECT nodes FROM tree_parts \
                   WHERE register = ?1 AND rows = ?2 AND iss = ?3 ORDER BY part";
        let parts = self.all(sql, (of.register, R::TABLE, of.iss()), |row| row.get(0))?;
        let mut leaves = Vec::new();
        for bytes in parts {
            let bytes: Vec<u8> = bytes;
            let part = Part::read(&bytes).ok_or(StoreError::Corrupt("tree_parts"))?;
            leaves.extend((0..64).map_while(|place| part.leaf(place)));
        }
        Ok(leaves)
    }

    /// Puts hashes of buckets into the tree over a table; its root, if there is a tree.
    fn set_leaves<R: TableRow>(
        &self,
        of: TableOf<'_>,
        leaves: BTreeMap<u16, Hash>,
    ) -> Result<Option<Hash>, StoreError> {
        let damaged = || StoreError::Corrupt("tree_parts");
        let mut parts = BTreeMap::<u16, Vec<(u16, Hash)>>::new();
        for (bucket, leaf) in leaves {
            let (part, place) = Part::of_bucket(bucket);
            parts.entry(part).or_default().push((place, leaf));
        }
        let own = (of.register, R::TABLE, of.iss());
        for (at, leaves) in parts {
            let place = (own.0, own.1, own.2, at);
            let sql = "SELECT nodes FROM tree_parts \
                       WHERE register = ?1 AND rows = ?2 AND iss = ?3 AND part = ?4";
            let found: Option<Vec<u8>> = self.first(sql, place, |row| row.get(0))?;
            let Some(bytes) = found else { return Ok(None) };
            let mut part = Part::read(&bytes).ok_or_else(damaged)?;
            if !leaves.into_iter().all(|(place, leaf)| part.set(place, leaf)) {
                return Err(damaged());
            }
            let sql = "UPDATE tree_parts SET nodes = ?5 \
                       WHERE register = ?1 AND rows = ?2 AND iss = ?3 AND part = ?4";
            self.execute(sql, (own.0, own.1, own.2, at, part.bytes()))?;
        }
        let sql = "SELECT substr(nodes, 1, 32) FROM tree_parts \
                   WHERE register = ?1 AND rows = ?2 AND iss = ?3 ORDER BY part";
        let tops = self.all(sql, own, |row| row.get::<_, [u8; 32]>(0))?;
        let tops: Vec<Hash> = tops.into_iter().map(Hash::from_bytes).collect();
        Ok((!tops.is_empty()).then(|| tree::fold(tops)))
    }
}

/// No key has more rows than it may; keys come in order.
fn check_crowd<'a, R: Row>(keys: impl Iterator<Item = &'a str>) -> Result<(), TableError> {
    let (mut last, mut of_one) = ("", 0_u32);
    for key in keys {
        of_one = if key == last { of_one.saturating_add(1) } else { 1 };
        if of_one > R::MAX_OF_ONE {
            return Err(TableError::TooMany { line: of_one });
        }
        last = key;
    }
    Ok(())
}
