//! Memberships: one resident at one authority, and the key that acts for them there.

use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

use super::damage::Broken;
use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{
    Issuer, LetterId, MembershipId, Subject, TrustId, from_base64url, to_base64url,
};
use standing_model::text::LocalText;
use standing_model::time::UnixTime;

/// How far a membership has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MembershipState {
    /// The key is made; the person has not confirmed the hint yet.
    Pending,
    /// Confirmed.
    Active,
}

/// One resident at one authority.
#[derive(Clone, PartialEq, Eq)]
pub struct Membership {
    /// Random; this phone's own name for it.
    pub id: MembershipId,
    /// The trust root; never changes.
    pub trust: TrustId,
    /// The authority; never changes.
    pub iss: Issuer,
    /// How far it has come.
    pub state: MembershipState,
    /// The letter by whose code its key was enrolled; the code is never stored.
    pub letter: Option<LetterId>,
    /// The resident's pairwise name, once the authority has said it.
    pub sub: Option<Subject>,
    /// The resident's masked name, once the authority has said it.
    pub hint: Option<LocalText>,
    /// Where requests go, without `/v1`; empty until the authority has proved itself.
    pub api: String,
    /// The Ed25519 key's seed, made on this phone.
    pub key_seed: Zeroizing<[u8; 32]>,
    /// The authority's signed answer, compact.
    pub enrolment: Option<String>,
    /// When the key was made, by the phone's clock.
    pub joined_at: UnixTime,
}

impl fmt::Debug for Membership {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Membership")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Under the key `send`: what the queue needs in the background.
#[derive(Serialize, Deserialize)]
struct Sending {
    trust: TrustId,
    iss: Issuer,
    state: MembershipState,
    letter: Option<LetterId>,
    sub: Option<Subject>,
    api: String,
    key_seed: Zeroizing<String>,
    joined_at: UnixTime,
}

/// Under the key `read`: all of it.
#[derive(Serialize, Deserialize)]
struct Reading {
    sending: Sending,
    hint: Option<LocalText>,
    enrolment: Option<String>,
}

/// A row as it lies in the file.
struct Row {
    id: String,
    version: i64,
    sending: Vec<u8>,
    reading: Vec<u8>,
}

impl Tx<'_> {
    /// Every membership, in the order of joining.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn memberships(&self) -> Result<Vec<Membership>, StoreError> {
        let sql = "SELECT id, version, sending, reading FROM memberships";
        let rows = self.all(sql, [], read)?;
        let opened = rows.into_iter().filter_map(|row| self.open_membership(row).transpose());
        let mut found = opened.collect::<Result<Vec<_>, _>>()?;
        found.sort_by(|a, b| (a.joined_at, &a.id).cmp(&(b.joined_at, &b.id)));
        Ok(found)
    }

    /// One membership.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn membership(&self, id: &MembershipId) -> Result<Option<Membership>, StoreError> {
        let sql = "SELECT id, version, sending, reading FROM memberships WHERE id = ?1";
        let row = self.first(sql, [&id.0], read)?;
        Ok(row.map(|row| self.open_membership(row)).transpose()?.flatten())
    }

    /// Adds a membership, or writes it again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_membership(&self, membership: &Membership) -> Result<(), StoreError> {
        let id = membership.id.0.as_str();
        let sql = "SELECT version FROM memberships WHERE id = ?1";
        let version: i64 = self.first(sql, [id], |row| row.get(0))?.unwrap_or(0) + 1;
        let (sending, mut reading) = parts(membership);
        if version > 1 && (reading.hint.is_none() || reading.enrolment.is_none()) {
            // Read while the phone was locked, it lacks what only the other key opens.
            let kept = self.membership(&membership.id)?;
            let kept = kept.map(|kept| (kept.hint, kept.enrolment)).unwrap_or_default();
            (reading.hint, reading.enrolment) =
                (reading.hint.or(kept.0), reading.enrolment.or(kept.1));
        }
        let sending = self.seal(&place(SecretName::Send, id, version), &sending)?;
        let reading = self.seal(&place(SecretName::Read, id, version), &reading)?;
        let sql = "INSERT INTO memberships (id, version, sending, reading) \
                   VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (id) DO UPDATE SET version = ?2, sending = ?3, reading = ?4";
        self.execute(sql, (id, version, sending, reading))?;
        Ok(())
    }

    /// Forgets a membership that nothing was kept for yet. Its key and everything that the
    /// authority said are gone with it.
    ///
    /// # Errors
    /// [`StoreError`]; one that documents or records belong to is not removed.
    pub fn remove_membership(&self, id: &MembershipId) -> Result<(), StoreError> {
        // Whatever was wrong with it, nothing of it stays.
        for table in ["alarms", "damaged"] {
            self.execute(&format!("DELETE FROM {table} WHERE membership = ?1"), [&id.0])?;
        }
        self.forget_person(id)?;
        self.execute("DELETE FROM memberships WHERE id = ?1", [&id.0])?;
        Ok(())
    }

    /// A membership from what opens of its row; none if neither of its values does.
    fn open_membership(&self, row: Row) -> Result<Option<Membership>, StoreError> {
        let at = |key| place(key, &row.id, row.version);
        let broken = |column, bytes: &[u8]| {
            let membership = Some(MembershipId(row.id.clone()));
            Broken {
                membership,
                ..Broken::of("memberships", column, ("id", row.id.clone()), bytes)
            }
        };
        let reading = match self.can_read() {
            true => self.open::<Reading>(&at(SecretName::Read), &row.reading).map(Some),
            false => Ok(None),
        };
        let reading = self.unless_broken(reading, || broken("reading", &row.reading))?.flatten();
        let sending = self.open::<Sending>(&at(SecretName::Send), &row.sending);
        let sending = self.unless_broken(sending, || broken("sending", &row.sending))?;
        let (also, hint, enrolment) = match reading {
            Some(Reading { sending, hint, enrolment }) => (Some(sending), hint, enrolment),
            None => (None, None, None),
        };
        let Some(sending) = sending.or(also) else { return Ok(None) };
        let seed = from_base64url(&sending.key_seed).map(Zeroizing::new);
        let seed = seed.ok().and_then(|seed| seed.as_slice().try_into().ok());
        Ok(Some(Membership {
            id: MembershipId(row.id.clone()),
            trust: sending.trust,
            iss: sending.iss,
            state: sending.state,
            letter: sending.letter,
            sub: sending.sub,
            hint,
            api: sending.api,
            key_seed: Zeroizing::new(seed.ok_or(StoreError::Corrupt("memberships"))?),
            enrolment,
            joined_at: sending.joined_at,
        }))
    }

    /// Writes a membership again from the value that still opens.
    pub(super) fn mend_membership(&self, broken: &Broken) -> Result<(), StoreError> {
        let Some(id) = &broken.membership else { return Ok(()) };
        match self.membership(id)? {
            Some(membership) => self.put_membership(&membership),
            None => Ok(()),
        }
    }
}

fn parts(membership: &Membership) -> (Sending, Reading) {
    let sending = || Sending {
        trust: membership.trust,
        iss: membership.iss.clone(),
        state: membership.state,
        letter: membership.letter,
        sub: membership.sub.clone(),
        api: membership.api.clone(),
        key_seed: Zeroizing::new(to_base64url(&*membership.key_seed)),
        joined_at: membership.joined_at,
    };
    let (hint, enrolment) = (membership.hint.clone(), membership.enrolment.clone());
    (sending(), Reading { sending: sending(), hint, enrolment })
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row { id: row.get(0)?, version: row.get(1)?, sending: row.get(2)?, reading: row.get(3)? })
}

/// No trust root here: the row is where a membership's trust root stands, sealed.
const fn place(key: SecretName, row: &str, version: i64) -> Place<'_> {
    let column = match key {
        SecretName::Send => "sending",
        SecretName::Read | SecretName::Generation => "reading",
    };
    Place { key, trust: None, table: "memberships", column, row, version }
}
