//! Damage is of one value: what does not open is kept aside as it is and told as an alarm, and
//! everything else goes on.
//!
//! What can be fetched or rebuilt leaves its table, so that the next sync brings it. A record and
//! its photos stay where they are, since nobody else has them. What everything else rests on, a
//! membership, a trust root, a public file, lies in the file twice and is mended from its other copy.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{StoreError, Tx};
use standing_model::ids::{MembershipId, TrustId};
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, Found, KeptAlarm, StoredPart};

/// A value that did not open, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Whose it was, if that is known.
    pub membership: Option<MembershipId>,
    /// Its table and column.
    pub place: String,
    /// Its row's own name.
    pub row: String,
    /// When it was found, by the phone's clock.
    pub found_at: UnixTime,
    /// What lay in the file.
    pub bytes: Vec<u8>,
}

/// A value that did not open.
#[derive(Debug, Clone)]
pub(super) struct Broken {
    pub table: &'static str,
    pub column: &'static str,
    /// The columns that name its row, and their values.
    pub key: Vec<(&'static str, Value)>,
    pub membership: Option<MembershipId>,
    /// The trust root that a public file is bound to.
    pub trust: Option<TrustId>,
    /// The number that a person knows it by; 0 if there is none.
    pub n: i64,
    pub bytes: Vec<u8>,
}

impl Broken {
    /// A value of a row with one key.
    pub fn of(
        table: &'static str,
        column: &'static str,
        key: (&'static str, impl Into<Value>),
        bytes: &[u8],
    ) -> Self {
        let (name, value) = key;
        let key = vec![(name, value.into())];
        let n = match key.first() {
            Some((_, Value::Integer(id))) => *id,
            _ => 0,
        };
        Self { table, column, key, membership: None, trust: None, n, bytes: bytes.to_vec() }
    }

    /// A value with a number in a membership.
    pub fn numbered(table: &'static str, membership: &MembershipId, n: u32, bytes: &[u8]) -> Self {
        let key = vec![
            ("membership", Value::Text(membership.0.clone())),
            ("n", Value::Integer(i64::from(n))),
        ];
        let membership = Some(membership.clone());
        let (column, trust, n) = ("sealed", None, i64::from(n));
        Self { table, column, key, membership, trust, n, bytes: bytes.to_vec() }
    }

    fn place(&self) -> String {
        format!("{}.{}", self.table, self.column)
    }

    pub fn row(&self) -> String {
        let values = self.key.iter().map(|(_, value)| match value {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text.clone(),
            Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
        });
        values.collect::<Vec<_>>().join("/")
    }

    /// `WHERE` for its row.
    fn condition(&self) -> String {
        let parts = (1..).zip(&self.key).map(|(at, (name, _))| format!("{name} = ?{at}"));
        parts.collect::<Vec<_>>().join(" AND ")
    }

    fn values(&self) -> impl Iterator<Item = &Value> {
        self.key.iter().map(|(_, value)| value)
    }

    fn alarm(&self) -> Alarm {
        let part = match self.table {
            "statements" => StoredPart::Statement,
            "notices" => StoredPart::Notice,
            "receipts" => StoredPart::Receipt,
            "heads" => StoredPart::Head,
            "queue" => StoredPart::Record,
            "evidence" | "evidence_chunks" => StoredPart::Photo,
            "memberships" => StoredPart::Membership,
            "roots" | "public_files" => StoredPart::PublicFile,
            "alarms" => StoredPart::Alarm,
            _ => StoredPart::Settings,
        };
        let n = match part {
            StoredPart::Statement
            | StoredPart::Notice
            | StoredPart::Receipt
            | StoredPart::Record
            | StoredPart::Photo => u32::try_from(self.n).unwrap_or(0),
            // A number that nobody knows it by.
            StoredPart::Head
            | StoredPart::Membership
            | StoredPart::PublicFile
            | StoredPart::Alarm
            | StoredPart::Settings => 0,
        };
        Alarm::Damaged { part, n }
    }
}

impl Tx<'_> {
    /// Every value that did not open, in the order in which they were found.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn damaged(&self) -> Result<Vec<Damaged>, StoreError> {
        let sql = "SELECT membership, place, row, found_at, bytes FROM damaged ORDER BY id";
        self.all(sql, [], |row| {
            Ok(Damaged {
                membership: row.get::<_, Option<String>>(0)?.map(MembershipId),
                place: row.get(1)?,
                row: row.get(2)?,
                found_at: UnixTime(row.get(3)?),
                bytes: row.get(4)?,
            })
        })
    }

    /// A value, if it opened. One that did not is noted, and kept aside before this transaction
    /// writes anything else.
    pub(super) fn unless_broken<T>(
        &self,
        opened: Result<T, StoreError>,
        broken: impl FnOnce() -> Broken,
    ) -> Result<Option<T>, StoreError> {
        match opened {
            Ok(value) => Ok(Some(value)),
            Err(StoreError::Corrupt(_)) => {
                let broken = broken();
                match self.now {
                    Some(now) => self.keep_aside(broken, now)?,
                    None if self.is_kept_aside(&broken)? => {}
                    None => self.broken.borrow_mut().push(broken),
                }
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// What was found broken in a transaction that only read.
    pub(super) fn take_broken(&self) -> Vec<Broken> {
        self.broken.take()
    }

    /// Keeps aside what does not open, and mends or removes its row.
    pub(super) fn keep_aside(&self, broken: Broken, now: UnixTime) -> Result<(), StoreError> {
        let is_known = self.is_kept_aside(&broken)?;
        if !is_known {
            let sql = "INSERT INTO damaged (membership, place, row, found_at, bytes) \
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            let membership = broken.membership.as_ref().map(|id| id.0.as_str());
            let (place, row) = (broken.place(), broken.row());
            self.execute(sql, (membership, place, row, now.0, &broken.bytes))?;
        }
        match broken.table {
            // These stay where they are: nobody else has them.
            "queue" | "evidence" | "evidence_chunks" | "memberships" if is_known => return Ok(()),
            "evidence" | "evidence_chunks" => {}
            "queue" => {
                // Nothing is known of it any more, and it is not tried.
                self.known.forget();
                let sql = format!(
                    "UPDATE queue SET next_at = NULL, brief = x'' WHERE {}",
                    broken.condition()
                );
                self.execute(&sql, params_from_iter(broken.values()))?;
            }
            "memberships" => self.mend_membership(&broken)?,
            "roots" => self.mend_root(&broken)?,
            "public_files" => self.mend_public_file(&broken)?,
            _ => self.remove_broken(&broken)?,
        }
        self.broken.borrow_mut().push(broken);
        Ok(())
    }

    fn is_kept_aside(&self, broken: &Broken) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM damaged WHERE place = ?1 AND row = ?2 AND bytes = ?3";
        let found = self.first(sql, (broken.place(), broken.row(), &broken.bytes), |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Removes the row of a broken value, unless it was written since.
    fn remove_broken(&self, broken: &Broken) -> Result<(), StoreError> {
        let Broken { table, column, bytes, .. } = broken;
        let at = broken.key.len() + 1;
        let sql = format!("DELETE FROM {table} WHERE {} AND {column} = ?{at}", broken.condition());
        let bytes = Value::Blob(bytes.clone());
        self.execute(&sql, params_from_iter(broken.values().chain([&bytes])))?;
        Ok(())
    }

    /// Raises an alarm for everything that was kept aside in this transaction: at its membership, or
    /// at each one if it belongs to none.
    pub(super) fn tell_broken(&self, now: UnixTime) -> Result<(), StoreError> {
        loop {
            // Keeping an alarm may find another broken one.
            let Some(broken) = self.broken.borrow_mut().pop() else { return Ok(()) };
            let memberships = self.memberships()?;
            let own = memberships.iter().find(|one| Some(&one.id) == broken.membership.as_ref());
            let told = own.map_or(memberships.as_slice(), std::slice::from_ref);
            for membership in told {
                let found = Found::over(broken.alarm(), Vec::new());
                let id = Some(membership.id.clone());
                self.keep_alarm(&KeptAlarm::of(found, membership.trust, id, now))?;
            }
        }
    }
}
