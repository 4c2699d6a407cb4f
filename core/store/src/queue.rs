//! The queue's rows. What an item is and where it goes next is the business of `reason::queue`.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::MembershipId;
use standing_model::time::UnixTime;

/// How coarse the next time in the clear is, in seconds.
const COARSE: i64 = 600;

/// One item of the queue. Rows are deleted only with their membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow<T> {
    /// The row's id.
    pub id: i64,
    /// Whose.
    pub membership: MembershipId,
    /// What it is, and how far it has come.
    pub item: T,
}

/// A row as it lies in the file.
struct Row {
    id: i64,
    membership: MembershipId,
    version: i64,
    sealed: Vec<u8>,
}

impl Tx<'_> {
    /// Adds an item; its id. `next_at` is when it wants attention, if nothing happens before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_queue_item<T: Serialize>(
        &self,
        membership: &MembershipId,
        item: &T,
        next_at: Option<UnixTime>,
    ) -> Result<i64, StoreError> {
        let id = self.next_id("queue")?;
        let sealed = self.at_item(id, membership, 1, |place| self.seal(place, item))?;
        let sql = "INSERT INTO queue (id, membership, next_at, version, sealed) \
                   VALUES (?1, ?2, ?3, 1, ?4)";
        self.execute(sql, (id, &membership.0, next_at.map(coarse), sealed))?;
        Ok(id)
    }

    /// Writes an item again.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is none with its id.
    pub fn put_queue_item<T: Serialize>(
        &self,
        row: &QueueRow<T>,
        next_at: Option<UnixTime>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT version + 1 FROM queue WHERE id = ?1 AND membership = ?2";
        let version = self.first(sql, (row.id, &row.membership.0), |found| found.get(0))?;
        let version: i64 = version.ok_or(StoreError::Missing("queue"))?;
        let sealed =
            self.at_item(row.id, &row.membership, version, |place| self.seal(place, &row.item))?;
        let sql = "UPDATE queue SET next_at = ?2, version = ?3, sealed = ?4 WHERE id = ?1";
        self.execute(sql, (row.id, next_at.map(coarse), version, sealed))?;
        Ok(())
    }

    /// One item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_item<T: DeserializeOwned>(
        &self,
        id: i64,
    ) -> Result<Option<QueueRow<T>>, StoreError> {
        let sql = "SELECT id, membership, version, sealed FROM queue WHERE id = ?1";
        let row = self.first(sql, [id], read)?;
        Ok(row.map(|row| self.open_item(row)).transpose()?.flatten())
    }

    /// Every item of a membership, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_items<T: DeserializeOwned>(
        &self,
        membership: &MembershipId,
    ) -> Result<Vec<QueueRow<T>>, StoreError> {
        let sql = "SELECT id, membership, version, sealed FROM queue \
                   WHERE membership = ?1 ORDER BY id";
        let rows = self.all(sql, [&membership.0], read)?;
        rows.into_iter().filter_map(|row| self.open_item(row).transpose()).collect()
    }

    /// Items of a membership that want attention at some time, the oldest first; each item itself
    /// says whether that time has come, since a clock may have gone back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_items_waiting<T: DeserializeOwned>(
        &self,
        membership: &MembershipId,
    ) -> Result<Vec<QueueRow<T>>, StoreError> {
        let sql = "SELECT id, membership, version, sealed FROM queue \
                   WHERE membership = ?1 AND next_at IS NOT NULL ORDER BY id";
        let rows = self.all(sql, [&membership.0], read)?;
        rows.into_iter().filter_map(|row| self.open_item(row).transpose()).collect()
    }

    /// When the earliest item wants attention, to the last ten minutes; none if none does.
    ///
    /// # Errors
    /// [`StoreError`].
    #[cfg(any(test, feature = "testing"))]
    #[allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "test code")]
    pub fn queue_next_at(&self) -> Result<Option<UnixTime>, StoreError> {
        let sql = "SELECT min(next_at) FROM queue";
        let next: Option<Option<i64>> = self.first(sql, [], |row| row.get(0))?;
        Ok(next.flatten().map(UnixTime))
    }

    fn open_item<T: DeserializeOwned>(&self, row: Row) -> Result<Option<QueueRow<T>>, StoreError> {
        let Row { id, membership, version, sealed } = row;
        let opened = self.at_item(id, &membership, version, |place| self.open::<T>(place, &sealed));
        let broken = || {
            let membership = Some(membership.clone());
            Broken { membership, ..Broken::of("queue", "sealed", ("id", id), &sealed) }
        };
        let opened = self.unless_broken(opened, broken)?;
        Ok(opened.map(|item| QueueRow { id, membership, item }))
    }

    fn at_item<T>(
        &self,
        id: i64,
        membership: &MembershipId,
        version: i64,
        work: impl FnOnce(&Place<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let row = format!("{membership}/{id}");
        work(&Place {
            key: SecretName::Send,
            trust: Some(self.trust_of(membership)?),
            table: "queue",
            column: "sealed",
            row: &row,
            version,
        })
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        id: row.get(0)?,
        membership: MembershipId(row.get(1)?),
        version: row.get(2)?,
        sealed: row.get(3)?,
    })
}

const fn coarse(at: UnixTime) -> i64 {
    at.0.div_euclid(COARSE) * COARSE
}
