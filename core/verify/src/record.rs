//! A resident's records: their id, their signature, and what an authority checks on arrival.

use ed25519_dalek::{SigningKey, VerifyingKey};

use super::TrustError;
use super::jws::{self, Jws};
use standing_model::ids::{KeyId, RecordId};
use standing_model::json::{self, FormatError};
use standing_model::message::Typ;
use standing_model::record::{MAX_BYTES, Record, VERSION};

/// Signs a record's payload, which was fixed when it was queued.
#[must_use]
pub fn sign(payload: &[u8], key: &SigningKey) -> String {
    jws::sign(Typ::Record, key, payload)
}

/// A record in compact form, taken apart; its signature is not checked yet.
#[derive(Debug, Clone)]
pub struct Received<'a> {
    /// Its id, by its payload alone.
    pub id: RecordId,
    /// The key that it names.
    pub kid: KeyId,
    /// What it says.
    pub record: Record,
    jws: Jws<'a>,
}

/// Takes a record apart.
///
/// # Errors
/// [`TrustError`] for its form, `typ` or content.
pub fn read(compact: &str) -> Result<Received<'_>, TrustError> {
    let jws = Jws::parse(compact, MAX_BYTES)?;
    if jws.header.typ != Typ::Record {
        return Err(TrustError::WrongTyp { found: jws.header.typ, wanted: Typ::Record });
    }
    let record = read_payload(&jws.payload)?;
    Ok(Received { id: RecordId::of_payload(&jws.payload), kid: jws.header.kid, record, jws })
}

/// Reads a record's payload.
///
/// # Errors
/// [`TrustError::Payload`], [`TrustError::Contradiction`] for one whose parts do not agree, and
/// [`TrustError::Later`] for a record of a later version.
pub fn read_payload(payload: &[u8]) -> Result<Record, TrustError> {
    let read = json::read_version(payload, MAX_BYTES, VERSION);
    let record: Record = read.map_err(|error| match error {
        FormatError::Later { v } => TrustError::Later { v, frame: None },
        FormatError::Form(why) => TrustError::Payload(why),
    })?;
    match record.fault() {
        Some(fault) => Err(TrustError::Contradiction(fault.text())),
        None => Ok(record),
    }
}

impl Received<'_> {
    /// Checks its signature.
    ///
    /// # Errors
    /// [`TrustError::BadSignature`].
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), TrustError> {
        self.jws.verify(key)
    }
}
