//! Photos that go with items of the queue, sealed in chunks: an upload reads one at a time.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{Hash, MembershipId, TrustId};

/// Bytes in a chunk; the last one may have fewer.
pub const CHUNK: usize = 256 * 1024;

/// One photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The row's id.
    pub id: i64,
    /// SHA-256 of its bytes.
    pub sha256: Hash,
    /// How many.
    pub bytes: u32,
    /// `image/jpeg`.
    pub media_type: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    trust: TrustId,
    sha256: Hash,
    bytes: u32,
    media_type: String,
}

impl Tx<'_> {
    /// Keeps a photo for an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_evidence(
        &self,
        item: i64,
        bytes: &[u8],
        media_type: &str,
    ) -> Result<Evidence, StoreError> {
        let trust = self.trust_of_item(item)?;
        let id = self.next_id("evidence")?;
        let (sha256, media_type) = (Hash::of(bytes), media_type.to_owned());
        let length = u32::try_from(bytes.len()).map_err(|_| StoreError::Refused { code: 0 })?;
        let sealed = Sealed { trust, sha256, bytes: length, media_type: media_type.clone() };
        let sealed = self.seal(&place("evidence", trust, &format!("{item}/{id}")), &sealed)?;
        let sql = "INSERT INTO evidence (id, item, sealed) VALUES (?1, ?2, ?3)";
        self.execute(sql, (id, item, sealed))?;
        for (n, chunk) in bytes.chunks(CHUNK).enumerate() {
            let n = i64::try_from(n).map_err(|_| StoreError::Refused { code: 0 })?;
            let row = format!("{id}/{n}");
            let sealed = self.seal_bytes(&place("evidence_chunks", trust, &row), chunk)?;
            let sql = "INSERT INTO evidence_chunks (evidence, n, sealed) VALUES (?1, ?2, ?3)";
            self.execute(sql, (id, n, sealed))?;
        }
        Ok(Evidence { id, sha256, bytes: length, media_type })
    }

    /// An item's photos, in the order in which they were added; one whose description does not open
    /// is left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn evidence(&self, item: i64) -> Result<Vec<Evidence>, StoreError> {
        let trust = self.trust_of_item(item)?;
        let sql = "SELECT id, sealed FROM evidence WHERE item = ?1 ORDER BY id";
        let rows = self.all(sql, [item], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let opened = rows.into_iter().map(|(id, sealed): (i64, Vec<u8>)| {
            let opened: Result<Sealed, _> =
                self.open(&place("evidence", trust, &format!("{item}/{id}")), &sealed);
            let broken = Broken::of("evidence", "sealed", ("id", id), &sealed);
            let opened = self.unless_broken(opened, || self.of_item(item, broken))?;
            Ok(opened.map(|opened| Evidence {
                id,
                sha256: opened.sha256,
                bytes: opened.bytes,
                media_type: opened.media_type,
            }))
        });
        opened.filter_map(Result::transpose).collect()
    }

    /// Chunk `n` of an item's photo, from 0; none past the end, or if it is
    /// missing or damaged.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn evidence_chunk(
        &self,
        item: i64,
        evidence: i64,
        n: u32,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let trust = self.trust_of_item(item)?;
        let sql = "SELECT sealed FROM evidence_chunks WHERE evidence = ?1 AND n = ?2";
        let sealed: Option<Vec<u8>> = self.first(sql, (evidence, n), |row| row.get(0))?;
        let row = format!("{evidence}/{n}");
        let Some(sealed) = sealed else { return Ok(None) };
        let opened = self.open_bytes(&place("evidence_chunks", trust, &row), &sealed);
        self.unless_broken(opened, || {
            let mut broken =
                Broken::of("evidence_chunks", "sealed", ("evidence", evidence), &sealed);
            broken.key.push(("n", i64::from(n).into()));
            self.of_item(item, broken)
        })
    }

    /// Forgets the photos of an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_evidence(&self, item: i64) -> Result<(), StoreError> {
        let sql = "DELETE FROM evidence_chunks WHERE evidence IN \
                   (SELECT id FROM evidence WHERE item = ?1)";
        self.execute(sql, [item])?;
        self.execute("DELETE FROM evidence WHERE item = ?1", [item])?;
        Ok(())
    }

    /// Forgets one photo of an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_photo(&self, item: i64, evidence: i64) -> Result<(), StoreError> {
        let sql = "DELETE FROM evidence_chunks WHERE evidence IN \
                   (SELECT id FROM evidence WHERE item = ?1 AND id = ?2)";
        self.execute(sql, (item, evidence))?;
        self.execute("DELETE FROM evidence WHERE item = ?1 AND id = ?2", (item, evidence))?;
        Ok(())
    }

    /// A broken photo is told by the number of its record.
    fn of_item(&self, item: i64, broken: Broken) -> Broken {
        let membership = self.membership_of_item(item).ok().flatten();
        Broken { membership, n: item, ..broken }
    }

    fn membership_of_item(&self, item: i64) -> Result<Option<MembershipId>, StoreError> {
        let sql = "SELECT membership FROM queue WHERE id = ?1";
        let membership: Option<String> = self.first(sql, [item], |row| row.get(0))?;
        Ok(membership.map(MembershipId))
    }

    fn trust_of_item(&self, item: i64) -> Result<TrustId, StoreError> {
        let membership = self.membership_of_item(item)?;
        self.trust_of(&membership.ok_or(StoreError::Missing("queue"))?)
    }
}

const fn place<'a>(table: &'static str, trust: TrustId, row: &'a str) -> Place<'a> {
    Place { key: SecretName::Send, trust: Some(trust), table, column: "sealed", row, version: 1 }
}
