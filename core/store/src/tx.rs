//! One transaction on `resident.db`, with the keys to its rows.

use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;
use zeroize::Zeroizing;

use super::StoreError;
use super::contents::Running;
use super::damage::Broken;
use super::queue::Known;
use super::seal::{Place, Sealer, SecretError, SecretName, SecretStore};
use standing_model::clock::Entropy;
use standing_model::ids::{MembershipId, TrustId};
use standing_model::time::UnixTime;

/// A transaction: everything in it is kept, or nothing. Row functions are its methods.
pub struct Tx<'a> {
    pub(super) sql: &'a Connection,
    pub(super) sealer: &'a Sealer,
    pub(super) running: &'a Running,
    pub(super) known: &'a Known,
    pub(super) entropy: &'a dyn Entropy,
    secrets: &'a dyn SecretStore,
    /// The key that reads was refused: for the rest of this transaction it stays so, which shows one
    /// moment.
    locked: Cell<bool>,
    trusts: RefCell<BTreeMap<MembershipId, TrustId>>,
    /// What did not open and was not told yet.
    pub(super) broken: RefCell<Vec<Broken>>,
    /// The time by the phone's clock if this transaction writes; none if it only reads.
    pub(super) now: Option<UnixTime>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(
        sql: &'a Connection,
        (sealer, running, known): (&'a Sealer, &'a Running, &'a Known),
        (entropy, secrets): (&'a dyn Entropy, &'a dyn SecretStore),
        now: Option<UnixTime>,
    ) -> Self {
        let (locked, trusts, broken) = (Cell::new(false), RefCell::default(), RefCell::default());
        Self { sql, sealer, running, known, entropy, secrets, locked, trusts, broken, now }
    }

    /// Whether this transaction only reads: what it sees is committed.
    pub const fn is_reading(&self) -> bool {
        self.now.is_none()
    }

    /// Counts up with every row that is written, and never says the same of two states that were
    /// committed.
    pub fn changes(&self) -> u64 {
        self.sql.total_changes()
    }

    /// Whether the key store gives the key that reads: on a phone that lies locked it may not, and
    /// what is to be sent needs only the other one.
    pub fn can_read(&self) -> bool {
        self.need(SecretName::Read).is_ok()
    }

    /// Makes sure that values under a key open, which the key store may have refused before.
    fn need(&self, key: SecretName) -> Result<(), StoreError> {
        if self.sealer.has(key) {
            return Ok(());
        }
        if self.locked.get() || !self.sealer.may_ask() {
            self.locked.set(true);
            return Err(SecretError.into());
        }
        self.unlock().inspect_err(|_| {
            self.locked.set(true);
            self.sealer.refuse();
        })
    }

    fn unlock(&self) -> Result<(), StoreError> {
        let name = SecretName::Read;
        let key = self.secrets.load(name.name())?.map(Zeroizing::new);
        let key = key.ok_or(StoreError::KeyMissing(name))?;
        let key: Option<[u8; 32]> = key.as_slice().try_into().ok();
        let key = Zeroizing::new(key.ok_or(StoreError::KeyWrong(name))?);
        match self.opens_checks(name, |place, sealed| self.sealer.take_up(&key, place, sealed))? {
            true => Ok(()),
            false => Err(StoreError::KeyWrong(name)),
        }
    }

    /// The trust root that a membership's rows are bound to.
    pub(super) fn trust_of(&self, membership: &MembershipId) -> Result<TrustId, StoreError> {
        if let Some(trust) = self.trusts.borrow().get(membership) {
            return Ok(*trust);
        }
        let trust = match self.known.trust(membership) {
            Some(trust) => trust,
            None => {
                let found = self.membership(membership)?;
                found.ok_or(StoreError::Missing("memberships"))?.trust
            }
        };
        if self.is_reading() {
            self.known.keep_trust(membership, trust);
        }
        self.trusts.borrow_mut().insert(membership.clone(), trust);
        Ok(trust)
    }

    /// Seals a value as JSON for its place.
    pub(super) fn seal<T: Serialize>(
        &self,
        place: &Place<'_>,
        value: &T,
    ) -> Result<Vec<u8>, StoreError> {
        let json = json(value)?;
        #[cfg(test)]
        super::tests::shapes::note(place, &json);
        self.seal_bytes(place, &json)
    }

    /// Opens a value that was sealed as JSON for this place.
    pub(super) fn open<T: DeserializeOwned>(
        &self,
        place: &Place<'_>,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let plain = self.open_bytes(place, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| StoreError::Corrupt(place.table))
    }

    pub(super) fn seal_bytes(
        &self,
        place: &Place<'_>,
        value: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        self.need(place.key)?;
        self.sealer.seal(place, value, self.entropy)
    }

    pub(super) fn open_bytes(
        &self,
        place: &Place<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        self.need(place.key)?;
        self.sealer.open(place, sealed)
    }

    /// Runs one statement; how many rows it changed.
    pub(super) fn execute(&self, sql: &str, parameters: impl Params) -> Result<usize, StoreError> {
        Ok(self.sql.prepare_cached(sql)?.execute(parameters)?)
    }

    /// The first row, if there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        Ok(statement.query_row(parameters, read).optional()?)
    }

    /// Every row.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let rows = statement.query_map(parameters, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A value as JSON in one buffer of its final size, so that growing leaves no plain copy behind.
fn json<T: Serialize>(value: &T) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    struct Length(usize);
    impl io::Write for Length {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.saturating_add(bytes.len());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let refused = |_| StoreError::Refused { code: 0 };
    let mut length = Length(0);
    serde_json::to_writer(&mut length, value).map_err(refused)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(length.0));
    serde_json::to_writer(&mut *bytes, value).map_err(refused)?;
    Ok(bytes)
}
