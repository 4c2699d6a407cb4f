//! Alarms: contradictions that were found, with both documents kept.

use serde::{Deserialize, Serialize};

use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{MembershipId, TrustId};
use standing_model::time::UnixTime;

/// A contradiction. What `kind` means is the trust layer's business.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// The trust root that it is about.
    pub trust: TrustId,
    /// The membership that it is about; none if it is about the trust root's own files.
    #[serde(skip)]
    pub membership: Option<MembershipId>,
    /// Which contradiction, as a word.
    pub kind: String,
    /// What it is about: a number, a path, an entry's id.
    pub about: String,
    /// The documents that contradict each other, as they came.
    pub documents: Vec<String>,
    /// When it was found, by the phone's clock.
    pub found_at: UnixTime,
}

impl Tx<'_> {
    /// Keeps an alarm; false, and nothing written, if the same one is kept already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_alarm(&self, alarm: &Alarm) -> Result<bool, StoreError> {
        let same = |kept: &Alarm| {
            (kept.trust, &kept.membership, &kept.kind)
                == (alarm.trust, &alarm.membership, &alarm.kind)
                && (&kept.about, &kept.documents) == (&alarm.about, &alarm.documents)
        };
        if self.alarms()?.iter().any(same) {
            return Ok(false);
        }
        let id = self.next_id("alarms")?;
        let membership = alarm.membership.as_ref().map(|id| id.0.as_str());
        let sealed = self.seal(&place(&row(id, membership)), alarm)?;
        let sql = "INSERT INTO alarms (id, membership, sealed) VALUES (?1, ?2, ?3)";
        self.execute(sql, (id, membership, sealed))?;
        Ok(true)
    }

    /// Every alarm, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn alarms(&self) -> Result<Vec<Alarm>, StoreError> {
        let sql = "SELECT id, membership, sealed FROM alarms ORDER BY id";
        let rows = self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.into_iter()
            .map(|(id, membership, sealed): (i64, Option<String>, Vec<u8>)| {
                let mut alarm: Alarm =
                    self.open(&place(&row(id, membership.as_deref())), &sealed)?;
                alarm.membership = membership.map(MembershipId);
                Ok(alarm)
            })
            .collect()
    }

    /// The id that the next row of an `AUTOINCREMENT` table will have, needed to seal it.
    pub(super) fn next_id(&self, table: &'static str) -> Result<i64, StoreError> {
        let sql = "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?1";
        Ok(self.first(sql, [table], |row| row.get(0))?.unwrap_or(1))
    }
}

fn row(id: i64, membership: Option<&str>) -> String {
    format!("{id}/{}", membership.unwrap_or_default())
}

/// No trust root here: an alarm says itself which one it is about, under the seal.
const fn place(row: &str) -> Place<'_> {
    Place { key: SecretName::Read, trust: None, table: "alarms", column: "sealed", row, version: 1 }
}
