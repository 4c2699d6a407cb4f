//! Heads: what each authority said was everything, and when.

use serde::{Deserialize, Serialize};

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{Issuer, MembershipId, TrustId};
use standing_model::time::UnixTime;

/// Heads kept for a membership: the newest ones.
const KEPT: u32 = 100;

/// A head as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredHead {
    /// Its compact form.
    pub compact: String,
    /// When, by the phone's clock.
    pub stored_at: UnixTime,
    /// Its signed time.
    pub signed_at: UnixTime,
}

impl Tx<'_> {
    /// Keeps a head as the newest of its membership.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_head(&self, membership: &MembershipId, head: &StoredHead) -> Result<(), StoreError> {
        let sql = "SELECT coalesce(max(n), 0) + 1 FROM heads WHERE membership = ?1";
        let n: u32 = self.first(sql, [&membership.0], |row| row.get(0))?.unwrap_or(1);
        let sealed = self.at_head(membership, n, |place| self.seal(place, head))?;
        let sql = "INSERT INTO heads (membership, n, sealed) VALUES (?1, ?2, ?3)";
        self.execute(sql, (&membership.0, n, sealed))?;
        let sql = "DELETE FROM heads WHERE membership = ?1 AND n <= ?2";
        self.execute(sql, (&membership.0, n.saturating_sub(KEPT)))?;
        Ok(())
    }

    /// The newest head; none before the first sync.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn newest_head(&self, membership: &MembershipId) -> Result<Option<StoredHead>, StoreError> {
        // The one before it counts if the newest does not open.
        Ok(self.newest_heads(membership, 2)?.into_iter().next())
    }

    /// The newest heads, at most `most`, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn newest_heads(
        &self,
        membership: &MembershipId,
        most: u32,
    ) -> Result<Vec<StoredHead>, StoreError> {
        let sql = "SELECT n, sealed FROM heads WHERE membership = ?1 ORDER BY n DESC LIMIT ?2";
        let rows = self.all(sql, (&membership.0, most), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let opened = rows.into_iter().map(|(n, sealed): (u32, Vec<u8>)| {
            let opened = self.at_head(membership, n, |place| self.open(place, &sealed));
            self.unless_broken(opened, || Broken::numbered("heads", membership, n, &sealed))
        });
        opened.filter_map(Result::transpose).collect()
    }

    /// The latest signed time in a head of one signer: the time is not before it. It says nothing
    /// of the clock of another authority under the same root.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn head_floor(&self, trust: TrustId, iss: &Issuer) -> Result<Option<UnixTime>, StoreError> {
        let mut latest = None;
        for membership in self.memberships()? {
            if membership.trust == trust && membership.iss == *iss {
                let newest = self.newest_head(&membership.id)?.map(|head| head.signed_at);
                latest = latest.max(newest);
            }
        }
        Ok(latest)
    }

    fn at_head<T>(
        &self,
        membership: &MembershipId,
        n: u32,
        work: impl FnOnce(&Place<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let row = format!("{membership}/{n}");
        work(&Place {
            key: SecretName::Read,
            trust: Some(self.trust_of(membership)?),
            table: "heads",
            column: "sealed",
            row: &row,
            version: 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::testing::{NOW, membership, open};

    #[test]
    fn the_newest_hundred_heads_are_kept() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open(folder.path(), &secrets).unwrap();
        let m = membership("m");
        let (stored_at, signed_at) = (UnixTime(NOW), UnixTime(NOW));
        let head = |n: u32| StoredHead { compact: n.to_string(), stored_at, signed_at };
        let kept = store.write(|tx| {
            tx.put_membership(&m)?;
            (1..=KEPT + 3).try_for_each(|n| tx.add_head(&m.id, &head(n)))?;
            tx.newest_heads(&m.id, 2 * KEPT)
        });
        let kept: Vec<String> = kept.unwrap().into_iter().map(|head| head.compact).collect();
        assert_eq!((kept.len(), kept[99].as_str()), (100, "4"));
    }
}
