//! The queue's rows. What an item is and where it goes next is the business of `reason::queue`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{MembershipId, TrustId};
use standing_model::time::UnixTime;

/// What can lie in the queue, and what lists need of it: that is sealed apart from the item, so that
/// a list opens no item.
pub trait Queueable: Serialize {
    /// What lists need of it.
    type Brief: Serialize + DeserializeOwned + Send + Sync + 'static;

    /// Notes it.
    fn brief(&self) -> Self::Brief;
}

/// An item's version, and the brief of that version.
type Versioned = (i64, Arc<dyn Any + Send + Sync>);

/// What was opened before and stays true, so that a list opens what is new and no more. Only what
/// was committed is here: a version that was rolled back comes again with other content.
#[derive(Default)]
pub(super) struct Known {
    /// The brief of each item, with its row's version.
    briefs: Mutex<HashMap<i64, Versioned>>,
    /// The trust root of each membership, which never becomes another.
    trusts: Mutex<HashMap<MembershipId, TrustId>>,
    /// How far a test lets `register.db` grow.
    #[cfg(any(test, feature = "testing"))]
    pub register_pages: Mutex<Option<u32>>,
}

impl Known {
    fn find<B: Send + Sync + 'static>(&self, id: i64, version: i64) -> Option<Arc<B>> {
        let opened = self.briefs.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, brief) = opened.get(&id).filter(|(of, _)| *of == version)?;
        Arc::clone(brief).downcast().ok()
    }

    fn keep<B: Send + Sync + 'static>(&self, id: i64, version: i64, brief: &Arc<B>) {
        let brief: Arc<dyn Any + Send + Sync> = brief.clone();
        let mut opened = self.briefs.lock().unwrap_or_else(PoisonError::into_inner);
        opened.insert(id, (version, brief));
    }

    pub fn trust(&self, membership: &MembershipId) -> Option<TrustId> {
        self.trusts.lock().unwrap_or_else(PoisonError::into_inner).get(membership).copied()
    }

    pub fn keep_trust(&self, membership: &MembershipId, trust: TrustId) {
        let mut trusts = self.trusts.lock().unwrap_or_else(PoisonError::into_inner);
        trusts.insert(membership.clone(), trust);
    }

    /// Forgets them: a membership was left, everything was erased, or a row does not open any more.
    pub fn forget(&self) {
        self.trusts.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.briefs.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// How coarse the next time in the clear is, in seconds.
const COARSE: i64 = 600;

/// One item of the queue. Rows are deleted only with their membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow<T> {
    /// The row's id.
    pub id: i64,
    /// The membership that it belongs to.
    pub membership: MembershipId,
    /// What it is, and how far it has come.
    pub item: T,
}

/// A row as it lies in the file; `sealed` is one of its two sealed values.
struct Row {
    id: i64,
    membership: MembershipId,
    version: i64,
    sealed: Vec<u8>,
}

/// The item itself.
const ITEM: &str = "sealed";
/// What lists need of it.
const BRIEF: &str = "brief";

impl Tx<'_> {
    /// Adds an item; its id. `next_at` is when it wants attention, if nothing happens before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_queue_item<T: Queueable>(
        &self,
        membership: &MembershipId,
        item: &T,
        next_at: Option<UnixTime>,
    ) -> Result<i64, StoreError> {
        let id = self.next_id("queue")?;
        let (brief, sealed) = self.seal_item(id, membership, 1, item)?;
        let sql = "INSERT INTO queue (id, membership, next_at, version, brief, sealed) \
                   VALUES (?1, ?2, ?3, 1, ?4, ?5)";
        self.execute(sql, (id, &membership.0, next_at.map(coarse), brief, sealed))?;
        Ok(id)
    }

    /// Writes an item again.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is none with its id.
    pub fn put_queue_item<T: Queueable>(
        &self,
        row: &QueueRow<T>,
        next_at: Option<UnixTime>,
    ) -> Result<(), StoreError> {
        let sql = "SELECT version + 1 FROM queue WHERE id = ?1 AND membership = ?2";
        let version = self.first(sql, (row.id, &row.membership.0), |found| found.get(0))?;
        let version: i64 = version.ok_or(StoreError::Missing("queue"))?;
        let (brief, sealed) = self.seal_item(row.id, &row.membership, version, &row.item)?;
        let sql = "UPDATE queue SET next_at = ?2, version = ?3, brief = ?4, sealed = ?5 \
                   WHERE id = ?1";
        self.execute(sql, (row.id, next_at.map(coarse), version, brief, sealed))?;
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

    /// What lists need of every item of a membership, the oldest first. Where that does not open, it
    /// is noted again from the item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_briefs<T: Queueable + DeserializeOwned>(
        &self,
        membership: &MembershipId,
    ) -> Result<Vec<QueueRow<Arc<T::Brief>>>, StoreError> {
        let sql = "SELECT id, version FROM queue WHERE membership = ?1 ORDER BY id";
        self.open_briefs::<T>(sql, membership)
    }

    /// The same of those that want attention at some time; each item itself says whether that time
    /// has come, since a clock may have gone back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue_briefs_waiting<T: Queueable + DeserializeOwned>(
        &self,
        membership: &MembershipId,
    ) -> Result<Vec<QueueRow<Arc<T::Brief>>>, StoreError> {
        let sql = "SELECT id, version FROM queue \
                   WHERE membership = ?1 AND next_at IS NOT NULL ORDER BY id";
        self.open_briefs::<T>(sql, membership)
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

    fn seal_item<T: Queueable>(
        &self,
        id: i64,
        membership: &MembershipId,
        version: i64,
        item: &T,
    ) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let brief = item.brief();
        let brief =
            self.at_item(BRIEF, id, membership, version, |place| self.seal(place, &brief))?;
        let sealed = self.at_item(ITEM, id, membership, version, |place| self.seal(place, item))?;
        Ok((brief, sealed))
    }

    fn open_item<T: DeserializeOwned>(&self, row: Row) -> Result<Option<QueueRow<T>>, StoreError> {
        let Row { id, membership, version, sealed } = row;
        let opened =
            self.at_item(ITEM, id, &membership, version, |place| self.open::<T>(place, &sealed));
        let broken = || {
            let membership = Some(membership.clone());
            Broken { membership, ..Broken::of("queue", ITEM, ("id", id), &sealed) }
        };
        let opened = self.unless_broken(opened, broken)?;
        Ok(opened.map(|item| QueueRow { id, membership, item }))
    }

    fn open_briefs<T: Queueable + DeserializeOwned>(
        &self,
        sql: &str,
        membership: &MembershipId,
    ) -> Result<Vec<QueueRow<Arc<T::Brief>>>, StoreError> {
        let rows = self.all(sql, [&membership.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let open = |(id, version): (i64, i64)| {
            let item = match self.known.find(id, version) {
                Some(known) => Some(known),
                None => self.open_brief::<T>(id, version, membership)?,
            };
            Ok(item.map(|item| QueueRow { id, membership: membership.clone(), item }))
        };
        rows.into_iter().filter_map(|row| open(row).transpose()).collect()
    }

    fn open_brief<T: Queueable + DeserializeOwned>(
        &self,
        id: i64,
        version: i64,
        membership: &MembershipId,
    ) -> Result<Option<Arc<T::Brief>>, StoreError> {
        let sql = "SELECT brief FROM queue WHERE id = ?1";
        let sealed: Vec<u8> =
            self.first(sql, [id], |row| row.get(0))?.ok_or(StoreError::Missing("queue"))?;
        let opened = self.at_item(BRIEF, id, membership, version, |at| self.open(at, &sealed));
        let brief = match opened {
            Ok(brief) => Arc::new(brief),
            Err(StoreError::Corrupt(_)) => {
                let row = self.queue_item::<T>(id)?;
                return Ok(row.map(|row| Arc::new(row.item.brief())));
            }
            Err(error) => return Err(error),
        };
        if self.is_reading() {
            self.known.keep(id, version, &brief);
        }
        Ok(Some(brief))
    }

    fn at_item<T>(
        &self,
        column: &'static str,
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
            column,
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
