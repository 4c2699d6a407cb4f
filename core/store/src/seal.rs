//! Sealing: XChaCha20-Poly1305 over values padded to size classes, bound to their place.
//!
//! A value that was moved to another row, column, table or trust root, or put back to an older
//! version of its row, does not open.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

use super::StoreError;
use standing_model::clock::Entropy;
use standing_model::ids::TrustId;

/// The names under which the platform's key store keeps this product's secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SecretName {
    /// Seals what the queue needs; usable in the background.
    Send,
    /// Seals everything else.
    Read,
    /// Counts the folder's generations: not a key, but kept where a restored backup cannot reach.
    Generation,
}

impl SecretName {
    /// The name as text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Read => "read",
            Self::Generation => "generation",
        }
    }
}

/// The key store did not answer, or refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the phone's key store did not answer")]
pub struct SecretError;

/// The platform's key store: a few named secrets of at most 64 bytes.
///
/// Calls are synchronous and may come from any thread.
pub trait SecretStore: Send + Sync {
    /// The secret with this name, if there is one.
    ///
    /// # Errors
    /// [`SecretError`] if the key store is locked or failed: never to be taken for "none".
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError>;

    /// Keeps a secret durably before it returns, in place of one with the same name.
    ///
    /// # Errors
    /// [`SecretError`]; the secret may or may not have been kept.
    fn store(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError>;

    /// Erases a secret; fine if there is none.
    ///
    /// # Errors
    /// [`SecretError`].
    fn erase(&self, name: &str) -> Result<(), SecretError>;
}

/// Where a sealed value stands: its associated data.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub key: SecretName,
    /// None for rows that belong to no trust root, or that say themselves to which.
    pub trust: Option<TrustId>,
    pub table: &'static str,
    pub column: &'static str,
    pub row: &'a str,
    pub version: i64,
}

impl Place<'_> {
    /// The associated data: trust, table, column, row and row version, each with its length.
    fn associated_data(&self) -> Vec<u8> {
        let trust = self.trust.map(|trust| *trust.0.as_bytes());
        let version = self.version.to_be_bytes();
        let parts: [&[u8]; 6] = [
            b"standing-seal/1",
            trust.as_ref().map_or(&[], |trust| trust.as_slice()),
            self.table.as_bytes(),
            self.column.as_bytes(),
            self.row.as_bytes(),
            &version,
        ];
        let mut data = Vec::with_capacity(128);
        for part in parts {
            data.extend_from_slice(&(part.len() as u64).to_be_bytes());
            data.extend_from_slice(part);
        }
        data
    }
}

/// Bytes before the value: its schema and its length.
const BEFORE: usize = 5;
/// The schema of what is sealed, the first byte under the seal: a later build reads from it which
/// shape a value has.
pub(super) const SCHEMA: u8 = 1;
/// Bytes of the nonce, which comes before the sealed bytes. 192 bits: random ones never repeat.
const NONCE: usize = 24;
/// The form of a sealed value, its first byte.
const FORM: u8 = 1;

/// The keys of an open store; erased from memory when it closes.
pub(super) struct Sealer {
    send: XChaCha20Poly1305,
    /// None as long as the key store keeps it to itself: the phone lies locked.
    read: OnceLock<XChaCha20Poly1305>,
    /// When the key store refused it last.
    refused: Mutex<Option<Instant>>,
    salt: Zeroizing<[u8; 32]>,
    /// How many values were opened, by table and column.
    #[cfg(any(test, feature = "testing"))]
    pub opened: Mutex<std::collections::BTreeMap<(&'static str, &'static str), u32>>,
}

/// For so long the key store is not asked again after it refused a key: it may take half a second.
const PAUSE: Duration = Duration::from_secs(1);

impl Sealer {
    pub fn new(send: &[u8; 32], read: Option<&[u8; 32]>) -> Self {
        let salt = derived(send, "standing-names/1");
        let read = read.map_or_else(OnceLock::new, |read| cipher(read).into());
        Self {
            send: cipher(send),
            read,
            refused: Mutex::default(),
            salt,
            #[cfg(any(test, feature = "testing"))]
            opened: Mutex::default(),
        }
    }

    /// Whether values under this key open.
    pub fn has(&self, key: SecretName) -> bool {
        key == SecretName::Send || self.read.get().is_some()
    }

    /// Takes up the key that reads, if it opens what was sealed for this place.
    pub fn take_up(&self, key: &[u8; 32], place: &Place<'_>, sealed: &[u8]) -> bool {
        let cipher = cipher(key);
        let opens = open(&cipher, place, sealed).is_some();
        if opens {
            let _ = self.read.set(cipher);
        }
        opens
    }

    /// Whether the key store may be asked for the key that reads.
    pub fn may_ask(&self) -> bool {
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.is_none_or(|at| at.elapsed() >= PAUSE)
    }

    /// The key store refused it.
    pub fn refuse(&self) {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Goes into every name that the file may not say.
    pub fn salt(&self) -> &[u8] {
        &*self.salt
    }

    /// Seals a value for its place.
    pub fn seal(
        &self,
        place: &Place<'_>,
        value: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<Vec<u8>, StoreError> {
        const FAULT: StoreError = StoreError::Refused { code: 0 };
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce)?;
        let length = u32::try_from(value.len()).map_err(|_| FAULT)?;
        let padded = BEFORE + size_class(value.len());
        // One buffer of its final size: growing it would leave plain bytes behind.
        let mut sealed = Zeroizing::new(Vec::with_capacity(1 + NONCE + padded + 16));
        sealed.push(FORM);
        sealed.extend_from_slice(&nonce);
        sealed.push(SCHEMA);
        sealed.extend_from_slice(&length.to_be_bytes());
        sealed.extend_from_slice(value);
        sealed.resize(1 + NONCE + padded, 0);
        let body = sealed.get_mut(1 + NONCE..).ok_or(FAULT)?;
        let tag = self
            .cipher(place.key)?
            .encrypt_inout_detached(&XNonce::from(nonce), &place.associated_data(), body.into())
            .map_err(|_| FAULT)?;
        sealed.extend_from_slice(&tag);
        Ok(std::mem::take(&mut *sealed))
    }

    /// Opens what was sealed for this place.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let damaged = StoreError::Corrupt(place.table);
        #[cfg(any(test, feature = "testing"))]
        {
            let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
            *opened.entry((place.table, place.column)).or_default() += 1;
        }
        open(self.cipher(place.key)?, place, sealed).ok_or(damaged)
    }

    fn cipher(&self, key: SecretName) -> Result<&XChaCha20Poly1305, StoreError> {
        match key {
            SecretName::Send => Ok(&self.send),
            SecretName::Read | SecretName::Generation => {
                self.read.get().ok_or(StoreError::Secrets(SecretError))
            }
        }
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

fn open(
    cipher: &XChaCha20Poly1305,
    place: &Place<'_>,
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (form, rest) = sealed.split_first()?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>()?;
    let (body, tag) = rest.split_last_chunk::<16>()?;
    if *form != FORM {
        return None;
    }
    let mut plain = Zeroizing::new(body.to_vec());
    let (nonce, data) = (XNonce::from(*nonce), place.associated_data());
    cipher.decrypt_inout_detached(&nonce, &data, plain.as_mut_slice().into(), tag.into()).ok()?;
    let (schema, rest) = plain.split_first()?;
    if *schema != SCHEMA {
        return None;
    }
    let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
    let end = BEFORE.checked_add(length)?;
    (end <= plain.len()).then_some(())?;
    plain.copy_within(BEFORE..end, 0);
    plain.truncate(length);
    Some(plain)
}

/// A key for one purpose out of another key. HMAC takes a key of any length.
pub(super) fn derived(key: &[u8; 32], purpose: &str) -> Zeroizing<[u8; 32]> {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).ok();
    let bytes = mac.map(|mac| mac.chain_update(purpose.as_bytes()).finalize().into_bytes().into());
    Zeroizing::new(bytes.unwrap_or_default())
}

/// The size that a value of `length` bytes is padded to: at least 64, and four classes in each
/// doubling, so that padding tells little and costs at most a quarter.
fn size_class(length: usize) -> usize {
    let length = length.max(64);
    let step = (length.next_power_of_two() / 8).max(16);
    length.div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::SystemEntropy;
    use standing_model::ids::Hash;

    fn place() -> Place<'static> {
        Place {
            key: SecretName::Send,
            trust: Some(TrustId(Hash::of(b"root"))),
            table: "queue",
            column: "sealed",
            row: "7",
            version: 3,
        }
    }

    fn sealer() -> Sealer {
        Sealer::new(&[1; 32], Some(&[2; 32]))
    }

    #[test]
    fn what_was_sealed_opens_in_its_place_only() {
        let sealed = sealer().seal(&place(), b"400 ml", &SystemEntropy).unwrap();
        assert_eq!(sealer().open(&place(), &sealed).unwrap().as_slice(), b"400 ml");
        let elsewhere = [
            Place { key: SecretName::Read, ..place() },
            Place { trust: None, ..place() },
            Place { trust: Some(TrustId(Hash::of(b"other"))), ..place() },
            Place { table: "evidence", ..place() },
            Place { column: "sending", ..place() },
            Place { row: "8", ..place() },
            Place { version: 2, ..place() },
        ];
        for wrong in elsewhere {
            assert!(sealer().open(&wrong, &sealed).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn every_flipped_byte_of_a_sealed_value_is_noticed() {
        let sealed = sealer().seal(&place(), b"x", &SystemEntropy).unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(sealer().open(&place(), &changed).is_err(), "byte {at}");
            assert!(sealer().open(&place(), &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn lengths_are_hidden_in_size_classes() {
        assert_eq!(size_class(0), 64);
        assert_eq!(size_class(64), 64);
        assert_eq!(size_class(65), 80);
        assert_eq!(size_class(256 * 1024), 256 * 1024);
        for length in 65..5000 {
            let class = size_class(length);
            assert!(class >= length && class <= length + length / 4 + 16, "{length}");
        }
        let sizes: std::collections::BTreeSet<_> = (0..4096).map(size_class).collect();
        assert_eq!(sizes.len(), 25);
        for length in [0, 1, 63, 64, 65, 1000, 262_144] {
            let value = vec![5; length];
            let sealed = sealer().seal(&place(), &value, &SystemEntropy).unwrap();
            assert_eq!(sealed.len(), 1 + NONCE + BEFORE + size_class(length) + 16);
            assert_eq!(sealer().open(&place(), &sealed).unwrap().as_slice(), value);
        }
    }
}
