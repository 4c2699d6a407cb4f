//! The network access list: with whom this phone spoke, when, what for, and how much.

use serde::{Deserialize, Serialize};

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::time::UnixTime;

/// 90 days.
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
    /// Notes an exchange.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_access(&self, access: &Access) -> Result<(), StoreError> {
        let id = self.next_id("access")?;
        let sealed = self.seal(&place(&id.to_string()), access)?;
        self.execute("INSERT INTO access (id, sealed) VALUES (?1, ?2)", (id, sealed))?;
        Ok(())
    }

    /// Forgets exchanges of more than 90 days ago. A clock that is ahead makes nothing old: the time
    /// is no later than what somebody signed last under the trust roots of this phone.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_old_accesses(&self, now: UnixTime) -> Result<(), StoreError> {
        let Some(signed) = self.latest_signed_time()? else { return Ok(()) };
        let now = now.min(signed);
        let sql = "SELECT id, sealed FROM access ORDER BY id LIMIT 1";
        while let Some((oldest, sealed)) =
            self.first(sql, [], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))?
        {
            let kept = self.open_access(oldest, &sealed)?;
            if kept.is_some_and(|kept| now.since(kept.at) <= KEPT_SECONDS) {
                break;
            }
            self.execute("DELETE FROM access WHERE id = ?1", [oldest])?;
        }
        Ok(())
    }

    fn latest_signed_time(&self) -> Result<Option<UnixTime>, StoreError> {
        let mut latest = self.roots()?.iter().map(|root| root.signed_floor).max();
        let readable = if self.can_read() { self.memberships()? } else { Vec::new() };
        for membership in readable {
            latest = latest.max(self.newest_head(&membership.id)?.map(|head| head.signed_at));
        }
        Ok(latest)
    }

    /// Every exchange that is kept, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn accesses(&self) -> Result<Vec<Access>, StoreError> {
        let sql = "SELECT id, sealed FROM access ORDER BY id DESC";
        let rows = self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let opened =
            rows.into_iter().map(|(id, sealed): (i64, Vec<u8>)| self.open_access(id, &sealed));
        opened.filter_map(Result::transpose).collect()
    }

    /// The exchange that was noted last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn newest_access(&self) -> Result<Option<Access>, StoreError> {
        let sql = "SELECT id, sealed FROM access ORDER BY id DESC LIMIT 1";
        let row: Option<(i64, Vec<u8>)> =
            self.first(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(row.map(|(id, sealed)| self.open_access(id, &sealed)).transpose()?.flatten())
    }

    fn open_access(&self, id: i64, sealed: &[u8]) -> Result<Option<Access>, StoreError> {
        let opened = self.open(&place(&id.to_string()), sealed);
        self.unless_broken(opened, || Broken::of("access", "sealed", ("id", id), sealed))
    }
}

const fn place(row: &str) -> Place<'_> {
    Place { key: SecretName::Send, trust: None, table: "access", column: "sealed", row, version: 1 }
}
