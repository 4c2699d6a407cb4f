//! Rows of `register.db`: registers, lists, organisations, products, listings.

use rusqlite::{OptionalExtension, Params, Row};

use super::RegisterTx;
use super::table::{TableOf, TableRow, numbers_of};
use crate::StoreError;
use standing_model::business::Uscc;
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::json;
use standing_model::listing::{ListIndex, ListType, Listing};
use standing_model::register::{Lister, MAX_INDEX_BYTES, Organisation, Product, RegisterIndex};
use standing_model::time::{Date, UnixTime};

/// A register, as its publisher signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its number on this phone.
    pub id: i64,
    /// Its trust root.
    pub trust: TrustId,
    /// What it says about itself.
    pub index: RegisterIndex,
    /// The earliest expiry of what it rests on.
    pub good_until: UnixTime,
    /// Whether the person relies on it.
    pub relied: bool,
    /// Rows of its own tables that were not kept, because their codes are no organisation's.
    pub left_out: u32,
}

/// A list in a register, as its authority signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// What it says about itself.
    pub index: ListIndex,
    /// The earliest expiry of what it rests on.
    pub good_until: UnixTime,
    /// Names what the publisher granted it when its rows were read.
    pub granted: Hash,
    /// Rows that were not kept, because their codes are no organisation's.
    pub left_out: u32,
}

/// A listing, in which register it is, and who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingRow {
    /// The register's number.
    pub register: i64,
    /// Who signed it.
    pub iss: Issuer,
    /// The listing.
    pub listing: Listing,
}

/// An organisation and the register that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// The register's number.
    pub register: i64,
    /// The organisation.
    pub organisation: Organisation,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The first rows, in order.
    pub rows: Vec<OrganisationRow>,
    /// Rows after them in whose names the pieces stand, but not as they were typed.
    pub near: Vec<OrganisationRow>,
    /// How many there are in whose names what was typed stands as it was typed.
    pub meant: u64,
    /// How many more there are of either kind.
    pub more: u64,
    /// The first rows of those that are called as it was typed, in pinyin; none of them is found by
    /// its text.
    pub sound: Vec<OrganisationRow>,
    /// How many of those there are.
    pub sounds: u64,
}

const RELIED: &str = "SELECT id FROM registers WHERE relied";

const ORGANISATION: &str = "id, register, uscc, name, name_en, region_en, region_zh";

impl RegisterTx<'_> {
    /// Every register, in the order in which they were added.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn registers(&self) -> Result<Vec<RegisterRow>, StoreError> {
        let sql = "SELECT id, trust, file, good_until, relied, left_out FROM registers ORDER BY id";
        let rows = self.all(sql, [], |row| {
            let (trust, file): (String, Vec<u8>) = (row.get(1)?, row.get(2)?);
            Ok((row.get(0)?, trust, file, row.get(3)?, row.get(4)?, row.get(5)?))
        })?;
        let rows = rows.into_iter().map(|(id, trust, file, good_until, relied, left_out)| {
            let trust = trust.parse().map_err(|_| StoreError::Corrupt("registers"))?;
            let (index, good_until) = (index(&file)?, UnixTime(good_until));
            Ok(RegisterRow { id, trust, index, good_until, relied, left_out })
        });
        rows.collect()
    }

    /// The lists of a register, by their authorities' names.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lists(&self, register: i64) -> Result<Vec<ListRow>, StoreError> {
        let sql = "SELECT file, good_until, granted, left_out FROM lists \
                   WHERE register = ?1 ORDER BY iss";
        let rows = self.all(sql, [register], |row| {
            let (file, granted): (Vec<u8>, String) = (row.get(0)?, row.get(2)?);
            Ok((file, row.get(1)?, granted, row.get(3)?))
        })?;
        let rows = rows.into_iter().map(|(file, good_until, granted, left_out)| {
            let granted = granted.parse().map_err(|_| StoreError::Corrupt("lists"))?;
            let (index, good_until) = (index(&file)?, UnixTime(good_until));
            Ok(ListRow { index, good_until, granted, left_out })
        });
        rows.collect()
    }

    /// Keeps a register's index; its number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_register(
        &self,
        trust: TrustId,
        file: &[u8],
        good_until: UnixTime,
    ) -> Result<i64, StoreError> {
        let sql = "INSERT INTO registers (trust, file, good_until) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (trust) DO UPDATE SET file = ?2, good_until = ?3";
        self.execute(sql, (trust.to_string(), file, good_until.0))?;
        let sql = "SELECT id FROM registers WHERE trust = ?1";
        self.first(sql, [trust.to_string()], |row| row.get(0))?
            .ok_or(StoreError::Missing("registers"))
    }

    /// Keeps whether the person relies on a register, and so whether its names are found.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_register_relied(&self, register: i64, relied: bool) -> Result<(), StoreError> {
        let sql = "UPDATE registers SET relied = ?2 WHERE id = ?1 AND relied <> ?2";
        let changed = self.sql.prepare_cached(sql)?.execute((register, relied))?;
        if changed > 0 { self.index_names() } else { Ok(()) }
    }

    /// Keeps how many rows of a register's own tables were left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_register_left_out(&self, register: i64, rows: u32) -> Result<(), StoreError> {
        self.execute("UPDATE registers SET left_out = ?2 WHERE id = ?1", (register, rows))
    }

    /// Keeps how many rows of a list were left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_list_left_out(
        &self,
        register: i64,
        iss: &Issuer,
        rows: u32,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE lists SET left_out = ?3 WHERE register = ?1 AND iss = ?2";
        self.execute(sql, (register, iss.as_str(), rows))
    }

    /// Forgets a register with everything in it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_register(&self, trust: TrustId) -> Result<(), StoreError> {
        let sql = "SELECT id FROM registers WHERE trust = ?1";
        let id: Option<i64> = self.first(sql, [trust.to_string()], |row| row.get(0))?;
        let Some(id) = id else { return Ok(()) };
        for table in ["lists", "organisations", "products", "listings", "tree_parts"] {
            self.execute(&format!("DELETE FROM {table} WHERE register = ?1"), [id])?;
        }
        self.execute("DELETE FROM registers WHERE id = ?1", [id])?;
        self.index_names()
    }

    /// Does something that may fail alone: then nothing of it is kept, and the transaction goes
    /// on.
    ///
    /// # Errors
    /// `work`'s own error inside; outside it, that the whole transaction is lost: on a full disk
    /// SQLite may give all of it up.
    pub fn attempt<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<Result<T, E>, E> {
        let run = |sql: &str| self.sql.execute_batch(sql).map_err(StoreError::from);
        run("SAVEPOINT attempt")?;
        let done = work();
        if done.is_err() && self.sql.is_autocommit() {
            return done.map(Ok);
        }
        if done.is_err() {
            run("ROLLBACK TO attempt")?;
        }
        run("RELEASE attempt")?;
        Ok(done)
    }

    /// Keeps a list's index.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_list(
        &self,
        register: i64,
        iss: &Issuer,
        file: &[u8],
        good_until: UnixTime,
        granted: Hash,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO lists (register, iss, file, good_until, granted) \
                   VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (register, iss) \
                   DO UPDATE SET file = ?3, good_until = ?4, granted = ?5";
        self.execute(sql, (register, iss.as_str(), file, good_until.0, granted.to_string()))
    }

    /// Forgets a list that the publisher no longer names, with its listings.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_list(&self, register: i64, iss: &Issuer) -> Result<(), StoreError> {
        for table in ["listings", "tree_parts", "lists"] {
            let sql = format!("DELETE FROM {table} WHERE register = ?1 AND iss = ?2");
            self.execute(&sql, (register, iss.as_str()))?;
        }
        Ok(())
    }

    /// Keeps an organisation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_organisation(&self, register: i64, row: &Organisation) -> Result<(), StoreError> {
        self.put_row(TableOf::own(register), row)
    }

    /// Keeps a product prefix.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_product(&self, register: i64, row: &Product) -> Result<(), StoreError> {
        self.put_row(TableOf::own(register), row)
    }

    /// Keeps a listing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_listing(
        &self,
        register: i64,
        iss: &Issuer,
        row: &Listing,
    ) -> Result<(), StoreError> {
        self.put_row(TableOf { register, iss: Some(iss) }, row)
    }

    /// Forgets the listings of a list that the publisher does not grant any more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_ungranted(&self, register: i64, lister: &Lister) -> Result<(), StoreError> {
        let kinds: Vec<&str> = lister.list_types.iter().map(|one| kind(*one)).collect();
        let offices: Vec<&str> = lister.offices.iter().map(|one| one.code.as_str()).collect();
        let json = |names: &[&str]| {
            serde_json::to_string(names).map_err(|_| StoreError::Refused { code: 0 })
        };
        let sql = "DELETE FROM listings WHERE register = ?1 AND iss = ?2 AND NOT \
                   (kind IN (SELECT value FROM json_each(?3)) AND \
                    office IN (SELECT value FROM json_each(?4)))";
        let iss = lister.iss.as_str();
        let named = (register, iss, json(&kinds)?, json(&offices)?);
        if self.sql.prepare_cached(sql)?.execute(named)? == 0 {
            return Ok(());
        }
        // What is left is not what the table says: it is read again, also if the grant comes back.
        let sql = "UPDATE lists SET granted = ?3 WHERE register = ?1 AND iss = ?2";
        self.execute(sql, (register, iss, Hash::of(b"").to_string()))
    }

    /// Forgets the listings that are over on a day.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_over(&self, register: i64, day: Date) -> Result<(), StoreError> {
        let sql = "DELETE FROM listings WHERE register = ?1 AND ends_on <= ?2";
        self.execute(sql, (register, day.to_string()))
    }

    /// The rows of an organisation, one for each register that has it and that the person relies
    /// on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn organisations(&self, uscc: &Uscc) -> Result<Vec<OrganisationRow>, StoreError> {
        let sql = format!(
            "SELECT {ORGANISATION} FROM organisations WHERE id BETWEEN ?1 AND ?2 AND uscc = ?3 \
             AND register IN ({RELIED}) ORDER BY register"
        );
        let (first, last) = numbers_of(uscc.as_str());
        let mut statement = self.sql.prepare_cached(&sql)?;
        let mut rows = statement.query((first, last, uscc.as_str()))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(organisation(row)?);
        }
        Ok(found)
    }

    /// The listings of an organisation in every register, each with who signed it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn listings(&self, uscc: &Uscc) -> Result<Vec<ListingRow>, StoreError> {
        let sql = "SELECT register, iss, row FROM listings \
                   WHERE id BETWEEN ?1 AND ?2 AND uscc = ?3 ORDER BY register, iss, list_id";
        let (first, last) = numbers_of(uscc.as_str());
        let rows = self.all(sql, (first, last, uscc.as_str()), |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        let damaged = || StoreError::Corrupt("listings");
        let rows = rows.into_iter().map(|(register, iss, row)| {
            let listing = serde_json::from_str(&row).map_err(|_| damaged())?;
            Ok(ListingRow { register, iss: iss.parse().map_err(|_| damaged())?, listing })
        });
        rows.collect()
    }

    /// What a list calls an organisation, in the first register that the person relies on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn listed_name(&self, uscc: &Uscc) -> Result<Option<String>, StoreError> {
        let sql = format!(
            "SELECT row FROM listings WHERE id BETWEEN ?1 AND ?2 AND uscc = ?3 \
             AND register IN ({RELIED}) ORDER BY register, iss, list_id LIMIT 1"
        );
        let (first, last) = numbers_of(uscc.as_str());
        let key = (first, last, uscc.as_str());
        let row = self.first(&sql, key, |row| row.get::<_, String>(0))?;
        let read = |row: String| serde_json::from_str::<Listing>(&row);
        let row = row.map(read).transpose().map_err(|_| StoreError::Corrupt("listings"))?;
        Ok(row.map(|listing| listing.name))
    }

    /// Whom the longest of these prefixes is licensed to, in the first register that knows it and
    /// that the person relies on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn licensee<'a>(
        &self,
        prefixes: impl Iterator<Item = &'a str>,
    ) -> Result<Option<Product>, StoreError> {
        let sql = format!(
            "SELECT uscc FROM products WHERE id BETWEEN ?1 AND ?2 AND prefix = ?3 \
             AND register IN ({RELIED}) ORDER BY register LIMIT 1"
        );
        for prefix in prefixes {
            let (first, last) = numbers_of(prefix);
            let key = (first, last, prefix);
            if let Some(uscc) = self.first(&sql, key, |row| row.get::<_, String>(0))? {
                let uscc = uscc.parse().map_err(|_| StoreError::Corrupt("products"))?;
                return Ok(Some(Product { prefix: prefix.to_owned(), uscc }));
            }
        }
        Ok(None)
    }

    /// The organisation in a row of the table.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(super) fn organisation_by_id(
        &self,
        id: u32,
    ) -> Result<Option<OrganisationRow>, StoreError> {
        let sql = format!("SELECT {ORGANISATION} FROM organisations WHERE id = ?1");
        let mut statement = self.sql.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(organisation).transpose()
    }

    pub(super) fn execute(&self, sql: &str, parameters: impl Params) -> Result<(), StoreError> {
        self.sql.prepare_cached(sql)?.execute(parameters)?;
        Ok(())
    }

    pub(super) fn first<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.sql.prepare_cached(sql)?.query_row(parameters, read).optional()?)
    }

    pub(super) fn all<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let rows = statement.query_map(parameters, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn index<T: serde::de::DeserializeOwned>(file: &[u8]) -> Result<T, StoreError> {
    json::read(file, MAX_INDEX_BYTES).map_err(|_| StoreError::Corrupt("register.db"))
}

/// A code that cannot be read is damage: the file is rebuilt, and filled by the next sync.
fn organisation(row: &Row<'_>) -> Result<OrganisationRow, StoreError> {
    Ok(OrganisationRow { register: row.get(1)?, organisation: Organisation::read(row)? })
}

pub(super) const fn kind(list_type: ListType) -> &'static str {
    match list_type {
        ListType::Court => "court",
        ListType::SamrSerious => "samr_serious",
        ListType::SamrAbnormal => "samr_abnormal",
        ListType::Sector => "sector",
        ListType::Red => "red",
        ListType::Local => "local",
    }
}
