//! The network access list: with whom this phone spoke, when, what for, and how much.

use serde::{Deserialize, Serialize};

use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::time::UnixTime;

/// "90 days": older rows go when a newer one comes.
const KEPT_SECONDS: i64 = 90 * 86_400;

/// One exchange over the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// When it began, by the phone's clock.
    pub at: UnixTime,
    /// With whom.
    pub host: String,
    /// What for, as a word: a key of the translations.
    pub purpose: String,
    /// Bytes sent, bodies only.
    pub sent: u64,
    /// Bytes received, bodies only.
    pub received: u64,
    /// The answer's status; none if there was no answer.
    pub status: Option<u16>,
}

impl Tx<'_> {
    /// Notes an exchange, and forgets those of more than 90 days before it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_access(&self, access: &Access) -> Result<(), StoreError> {
        let id = self.next_id("access")?;
        let sealed = self.seal(&place(&id.to_string()), access)?;
        self.execute("INSERT INTO access (id, sealed) VALUES (?1, ?2)", (id, sealed))?;
        let sql = "SELECT id, sealed FROM access ORDER BY id LIMIT 1";
        while let Some((oldest, sealed)) =
            self.first(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?
        {
            let kept = self.open_access(oldest, sealed)?;
            if access.at.since(kept.at) <= KEPT_SECONDS {
                break;
            }
            self.execute("DELETE FROM access WHERE id = ?1", [oldest])?;
        }
        Ok(())
    }

    /// Every exchange that is kept, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn accesses(&self) -> Result<Vec<Access>, StoreError> {
        let sql = "SELECT id, sealed FROM access ORDER BY id DESC";
        let rows = self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.into_iter().map(|(id, sealed)| self.open_access(id, sealed)).collect()
    }

    /// The exchange that was noted last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn newest_access(&self) -> Result<Option<Access>, StoreError> {
        let sql = "SELECT id, sealed FROM access ORDER BY id DESC LIMIT 1";
        let row = self.first(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        row.map(|(id, sealed)| self.open_access(id, sealed)).transpose()
    }

    fn open_access(&self, id: i64, sealed: Vec<u8>) -> Result<Access, StoreError> {
        self.open(&place(&id.to_string()), &sealed)
    }
}

const fn place(row: &str) -> Place<'_> {
    Place { key: SecretName::Read, trust: None, table: "access", column: "sealed", row, version: 1 }
}
