//! Rows of `register.db`: registers, lists, organisations, products, listings.

use rusqlite::{OptionalExtension, Params, Row};

use super::RegisterTx;
use crate::StoreError;
use crate::search;
use standing_model::business::Uscc;
use standing_model::ids::{Issuer, TrustId};
use standing_model::json;
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::{MAX_INDEX_BYTES, Organisation, Product, RegisterIndex};
use standing_model::text::LocalText;
use standing_model::time::UnixTime;

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
}

/// A list in a register, as its authority signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// What it says about itself.
    pub index: ListIndex,
    /// The earliest expiry of what it rests on.
    pub good_until: UnixTime,
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
}

const ORGANISATION: &str = "register, uscc, name, name_en, region_en, region_zh";

impl RegisterTx<'_> {
    /// Every register, in the order in which they were added.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn registers(&self) -> Result<Vec<RegisterRow>, StoreError> {
        let sql = "SELECT id, trust, file, good_until FROM registers ORDER BY id";
        let rows = self.all(sql, [], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?, row.get(3)?))
        })?;
        let rows = rows.into_iter().map(|(id, trust, file, good_until)| {
            let trust = trust.parse().map_err(|_| StoreError::Corrupt("registers"))?;
            let index = index(&file)?;
            Ok(RegisterRow { id, trust, index, good_until: UnixTime(good_until) })
        });
        rows.collect()
    }

    /// The lists of a register, by their authorities' names.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lists(&self, register: i64) -> Result<Vec<ListRow>, StoreError> {
        let sql = "SELECT file, good_until FROM lists WHERE register = ?1 ORDER BY iss";
        let rows = self.all(sql, [register], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?)))?;
        let rows = rows.into_iter().map(|(file, good_until)| {
            Ok(ListRow { index: index(&file)?, good_until: UnixTime(good_until) })
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
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO lists (register, iss, file, good_until) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (register, iss) DO UPDATE SET file = ?3, good_until = ?4";
        self.execute(sql, (register, iss.as_str(), file, good_until.0))
    }

    /// Forgets a list that the publisher no longer names, with its listings.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_list(&self, register: i64, iss: &Issuer) -> Result<(), StoreError> {
        self.clear_listings(register, iss)?;
        let sql = "DELETE FROM lists WHERE register = ?1 AND iss = ?2";
        self.execute(sql, (register, iss.as_str()))
    }

    /// Forgets a register's organisations, before new ones are put.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn clear_organisations(&self, register: i64) -> Result<(), StoreError> {
        self.execute("DELETE FROM organisations WHERE register = ?1", [register])
    }

    /// Keeps an organisation. Call [`Self::index_names`] after the last one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_organisation(&self, register: i64, row: &Organisation) -> Result<(), StoreError> {
        let sql = "INSERT INTO organisations (register, uscc, name, name_en, region_en, region_zh) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let Organisation { uscc, name, name_en, region } = row;
        let row = (register, uscc.as_str(), name, name_en, &region.en, &region.zh);
        self.execute(sql, row)
    }

    /// Cuts every organisation's names into pieces anew.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn index_names(&self) -> Result<(), StoreError> {
        self.execute("INSERT INTO names (names) VALUES ('delete-all')", [])?;
        let mut names =
            self.sql.prepare("SELECT id, name, name_en FROM organisations ORDER BY id")?;
        let mut rows = names.query([])?;
        while let Some(row) = rows.next()? {
            let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
            let name_en: Option<String> = row.get(2)?;
            let pieces = search::pieces(&name, name_en.as_deref());
            self.execute("INSERT INTO names (rowid, pieces) VALUES (?1, ?2)", (id, pieces))?;
        }
        Ok(())
    }

    /// Forgets a register's products, before new ones are put.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn clear_products(&self, register: i64) -> Result<(), StoreError> {
        self.execute("DELETE FROM products WHERE register = ?1", [register])
    }

    /// Keeps a product prefix.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_product(&self, register: i64, row: &Product) -> Result<(), StoreError> {
        let sql = "INSERT INTO products (prefix, register, uscc) VALUES (?1, ?2, ?3)";
        self.execute(sql, (&row.prefix, register, row.uscc.as_str()))
    }

    /// Forgets the listings of one authority in a register, before new ones are put.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn clear_listings(&self, register: i64, iss: &Issuer) -> Result<(), StoreError> {
        let sql = "DELETE FROM listings WHERE register = ?1 AND iss = ?2";
        self.execute(sql, (register, iss.as_str()))
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
        let text = serde_json::to_string(row).map_err(|_| StoreError::Refused { code: 0 })?;
        let sql =
            "INSERT INTO listings (uscc, register, iss, list_id, row) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.execute(sql, (row.uscc.as_str(), register, iss.as_str(), &row.list_id, text))
    }

    /// The rows of an organisation, one for each register that has it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn organisations(&self, uscc: &Uscc) -> Result<Vec<OrganisationRow>, StoreError> {
        let sql =
            format!("SELECT {ORGANISATION} FROM organisations WHERE uscc = ?1 ORDER BY register");
        self.all(&sql, [uscc.as_str()], organisation)
    }

    /// The listings of an organisation in one register, each with its authority.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn listings(
        &self,
        register: i64,
        uscc: &Uscc,
    ) -> Result<Vec<(Issuer, Listing)>, StoreError> {
        let sql = "SELECT iss, row FROM listings WHERE uscc = ?1 AND register = ?2 \
                   ORDER BY iss, list_id";
        let rows = self.all(sql, (uscc.as_str(), register), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let damaged = || StoreError::Corrupt("listings");
        let rows = rows.into_iter().map(|(iss, row)| {
            let row = serde_json::from_str(&row).map_err(|_| damaged())?;
            Ok((iss.parse().map_err(|_| damaged())?, row))
        });
        rows.collect()
    }

    /// Whom the longest of these prefixes is licensed to, in the first register that knows it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn licensee<'a>(
        &self,
        prefixes: impl Iterator<Item = &'a str>,
    ) -> Result<Option<Product>, StoreError> {
        let sql = "SELECT uscc FROM products WHERE prefix = ?1 ORDER BY register LIMIT 1";
        for prefix in prefixes {
            if let Some(uscc) = self.first(sql, [prefix], |row| row.get::<_, String>(0))? {
                let uscc = uscc.parse().map_err(|_| StoreError::Corrupt("products"))?;
                return Ok(Some(Product { prefix: prefix.to_owned(), uscc }));
            }
        }
        Ok(None)
    }

    /// The organisations whose names have the pieces of a query, each once, and how many more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search(&self, query: &search::Query, limit: usize) -> Result<Found, StoreError> {
        let sql = format!(
            "SELECT {ORGANISATION} FROM organisations AS o \
             WHERE id IN (SELECT rowid FROM names WHERE names MATCH ?1) AND NOT EXISTS \
             (SELECT 1 FROM organisations AS e WHERE e.uscc = o.uscc AND e.register < o.register)"
        );
        let mut statement = self.sql.prepare_cached(&sql)?;
        let mut rows = statement.query([query.expression()])?;
        let mut best = search::Best::new(limit);
        while let Some(row) = rows.next()? {
            let row = organisation(row)?;
            if let Some(rank) = query.rank(&row.organisation) {
                best.take(rank, row);
            }
        }
        Ok(best.into_found())
    }

    fn execute(&self, sql: &str, parameters: impl Params) -> Result<(), StoreError> {
        self.sql.prepare_cached(sql)?.execute(parameters)?;
        Ok(())
    }

    fn first<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.sql.prepare_cached(sql)?.query_row(parameters, read).optional()?)
    }

    fn all<T>(
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

fn organisation(row: &Row<'_>) -> rusqlite::Result<OrganisationRow> {
    let uscc: String = row.get(1)?;
    let uscc = uscc.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, Box::new(error))
    })?;
    let region = LocalText { en: row.get(4)?, zh: row.get(5)? };
    let organisation = Organisation { uscc, name: row.get(2)?, name_en: row.get(3)?, region };
    Ok(OrganisationRow { register: row.get(0)?, organisation })
}
