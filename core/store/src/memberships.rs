//! Memberships: one resident at one authority, and the key that acts for them there.

use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::ids::{Issuer, MembershipId, Subject, TrustId, from_base64url, to_base64url};
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
    sub: Option<Subject>,
    api: String,
    key_seed: Zeroizing<String>,
}

/// Under the key `read`.
#[derive(Serialize, Deserialize)]
struct Reading {
    hint: Option<LocalText>,
    enrolment: Option<String>,
    joined_at: UnixTime,
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
        let mut found =
            rows.into_iter().map(|row| self.open_membership(row)).collect::<Result<Vec<_>, _>>()?;
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
        row.map(|row| self.open_membership(row)).transpose()
    }

    /// Adds a membership, or writes it anew.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_membership(&self, membership: &Membership) -> Result<(), StoreError> {
        let id = membership.id.0.as_str();
        let sql = "SELECT version FROM memberships WHERE id = ?1";
        let version: i64 = self.first(sql, [id], |row| row.get(0))?.unwrap_or(0) + 1;
        let (sending, reading) = parts(membership);
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
        self.execute("DELETE FROM memberships WHERE id = ?1", [&id.0])?;
        Ok(())
    }

    fn open_membership(&self, row: Row) -> Result<Membership, StoreError> {
        let at = |key| place(key, &row.id, row.version);
        let sending: Sending = self.open(&at(SecretName::Send), &row.sending)?;
        let reading: Reading = self.open(&at(SecretName::Read), &row.reading)?;
        let seed = from_base64url(&sending.key_seed).map(Zeroizing::new);
        let seed = seed.ok().and_then(|seed| seed.as_slice().try_into().ok());
        Ok(Membership {
            id: MembershipId(row.id),
            trust: sending.trust,
            iss: sending.iss,
            state: sending.state,
            sub: sending.sub,
            hint: reading.hint,
            api: sending.api,
            key_seed: Zeroizing::new(seed.ok_or(StoreError::Corrupt("memberships"))?),
            enrolment: reading.enrolment,
            joined_at: reading.joined_at,
        })
    }
}

fn parts(membership: &Membership) -> (Sending, Reading) {
    let membership = membership.clone();
    let sending = Sending {
        trust: membership.trust,
        iss: membership.iss,
        state: membership.state,
        sub: membership.sub,
        api: membership.api,
        key_seed: Zeroizing::new(to_base64url(&*membership.key_seed)),
    };
    let reading = Reading {
        hint: membership.hint,
        enrolment: membership.enrolment,
        joined_at: membership.joined_at,
    };
    (sending, reading)
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
