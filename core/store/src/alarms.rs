//! Alarms: contradictions that were found, with their documents. What they mean is the trust
//! layer's; here they are values under a seal, each with a key that no other has.

use rusqlite::Row;

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::MembershipId;
use standing_verify::alarm::KeptAlarm;

/// An alarm and its id on this phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmRow {
    /// Its id.
    pub id: i64,
    version: i64,
    /// What is kept.
    pub kept: KeptAlarm,
}

/// A row as it lies in the table: id, membership, version, one of its two sealed values.
type Raw = (i64, Option<String>, i64, Vec<u8>);

/// All of it.
const ALL: &str = "sealed";
/// All of it but its documents.
const BRIEF: &str = "brief";

impl Tx<'_> {
    /// Keeps an alarm, or what is new in one that is kept already; whether anything was.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_alarm(&self, alarm: &KeptAlarm) -> Result<bool, StoreError> {
        let key = self.alarm_key(alarm);
        let sql = "SELECT id, membership, version, sealed FROM alarms WHERE key = ?1";
        let Some(row) = self.first(sql, [&key], raw)? else {
            self.insert_alarm(alarm, &key)?;
            return Ok(true);
        };
        let Some(mut known) = self.open_alarm(row)? else {
            // What is new is kept, also if what was kept before does not open.
            let sql = "DELETE FROM alarms WHERE key = ?1";
            self.execute(sql, [&key])?;
            self.insert_alarm(alarm, &key)?;
            return Ok(true);
        };
        if !known.kept.absorb(alarm.clone()) {
            return Ok(false);
        }
        self.put_alarm(&known)?;
        Ok(true)
    }

    /// Writes an alarm that changed.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is none with its id.
    pub fn put_alarm(&self, alarm: &AlarmRow) -> Result<(), StoreError> {
        let (id, version) = (alarm.id, alarm.version.saturating_add(1));
        let membership = alarm.kept.membership.as_ref().map(|id| id.0.as_str());
        let (brief, sealed) = self.seal_alarm(&name(id, membership), version, &alarm.kept)?;
        let sql = "UPDATE alarms SET version = ?2, brief = ?3, sealed = ?4 WHERE id = ?1";
        match self.execute(sql, (id, version, brief, sealed))? {
            1 => Ok(()),
            _ => Err(StoreError::Missing("alarms")),
        }
    }

    /// Every alarm with its documents, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn alarms(&self) -> Result<Vec<AlarmRow>, StoreError> {
        let sql = "SELECT id, membership, version, sealed FROM alarms ORDER BY id";
        let rows = self.all(sql, [], raw)?;
        rows.into_iter().filter_map(|row| self.open_alarm(row).transpose()).collect()
    }

    /// One alarm with its documents.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn alarm(&self, id: i64) -> Result<Option<AlarmRow>, StoreError> {
        let sql = "SELECT id, membership, version, sealed FROM alarms WHERE id = ?1";
        let row = self.first(sql, [id], raw)?;
        Ok(row.map(|row| self.open_alarm(row)).transpose()?.flatten())
    }

    /// Id and content of every alarm, the oldest first; its documents are left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn alarm_briefs(&self) -> Result<Vec<(i64, KeptAlarm)>, StoreError> {
        let sql = "SELECT id, membership, version, brief FROM alarms ORDER BY id";
        let rows = self.all(sql, [], raw)?;
        rows.into_iter().filter_map(|row| self.open_alarm_brief(row).transpose()).collect()
    }

    fn insert_alarm(&self, alarm: &KeptAlarm, key: &str) -> Result<(), StoreError> {
        let id = self.next_id("alarms")?;
        let membership = alarm.membership.as_ref().map(|id| id.0.as_str());
        let (brief, sealed) = self.seal_alarm(&name(id, membership), 1, alarm)?;
        let sql = "INSERT INTO alarms (id, membership, key, version, brief, sealed) \
                   VALUES (?1, ?2, ?3, 1, ?4, ?5)";
        self.execute(sql, (id, membership, key, brief, sealed))?;
        Ok(())
    }

    fn seal_alarm(
        &self,
        row: &str,
        version: i64,
        alarm: &KeptAlarm,
    ) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let brief = KeptAlarm { evidence: Vec::new(), ..alarm.clone() };
        let brief = self.seal(&place(BRIEF, row, version), &brief)?;
        Ok((brief, self.seal(&place(ALL, row, version), alarm)?))
    }

    /// Where the brief does not open, the alarm itself does as well.
    fn open_alarm_brief(&self, row: Raw) -> Result<Option<(i64, KeptAlarm)>, StoreError> {
        let (id, membership, version, sealed) = row;
        match self.open(&place(BRIEF, &name(id, membership.as_deref()), version), &sealed) {
            Ok(kept) => {
                Ok(Some((id, KeptAlarm { membership: membership.map(MembershipId), ..kept })))
            }
            Err(StoreError::Corrupt(_)) => Ok(self.alarm(id)?.map(|row| (id, row.kept))),
            Err(error) => Err(error),
        }
    }

    fn open_alarm(&self, row: Raw) -> Result<Option<AlarmRow>, StoreError> {
        let (id, membership, version, sealed) = row;
        let opened: Result<KeptAlarm, _> =
            self.open(&place(ALL, &name(id, membership.as_deref()), version), &sealed);
        let membership = membership.map(MembershipId);
        let broken = || {
            let membership = membership.clone();
            Broken { membership, ..Broken::of("alarms", ALL, ("id", id), &sealed) }
        };
        let opened = self.unless_broken(opened, broken)?;
        Ok(opened.map(|kept| AlarmRow { id, version, kept: KeptAlarm { membership, ..kept } }))
    }

    /// A keyed hash, so that the file does not say what there is to be alarmed about.
    fn alarm_key(&self, alarm: &KeptAlarm) -> String {
        let membership = alarm.membership.as_ref().map_or("", |id| id.0.as_str());
        self.file_key(alarm.trust, &format!("alarms/{membership}/{}", alarm.alarm.key()))
    }

    /// The id that the next row of an `AUTOINCREMENT` table will have, needed to seal it.
    pub(super) fn next_id(&self, table: &'static str) -> Result<i64, StoreError> {
        let sql = "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?1";
        Ok(self.first(sql, [table], |row| row.get(0))?.unwrap_or(1))
    }
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn name(id: i64, membership: Option<&str>) -> String {
    format!("{id}/{}", membership.unwrap_or_default())
}

/// No trust root here: an alarm says itself which one it is about, under the seal.
const fn place<'a>(column: &'static str, row: &'a str, version: i64) -> Place<'a> {
    Place { key: SecretName::Read, trust: None, table: "alarms", column, row, version }
}
