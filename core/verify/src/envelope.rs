//! Bodies of requests sealed to an authority's key (PROTOCOL §4.4): HPKE of RFC 9180 in base mode,
//! X25519-HKDF-SHA256 with ChaCha20-Poly1305. Whoever ends TLS on the way reads neither words nor
//! photos.
//!
//! ```
//! use standing_model::ids::{Hash, RecordId};
//! use standing_verify::envelope::{Part, RecipientSecret, Seed};
//!
//! let secret = RecipientSecret::derive(b"32 random bytes, kept by the authority");
//! let part = Part::Record(RecordId(Hash::of(b"payload")));
//! let sealed = secret.recipient().seal(part, b"words", &Seed::from_bytes([7; 32])).unwrap();
//! assert_eq!(*secret.open(part, &sealed).unwrap(), b"words");
//! ```

use std::convert::Infallible;
use std::fmt;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use standing_model::authority::{Authority, KeyUse};
use standing_model::ids::{Hash, KeyId, RecordId, from_base64url, to_base64url};
use standing_model::key::PublicKey;
use standing_model::time::UnixTime;
use zeroize::Zeroizing;

/// Bytes of a photo in one sealed piece at most.
pub const PIECE: usize = 256 * 1024;

/// Bytes that sealing adds to a piece: the encapsulated key and the tag.
pub const PIECE_OVERHEAD: usize = ENCAPSULATED + TAG;

const KID: usize = 32;
const ENCAPSULATED: usize = 32;
const TAG: usize = 16;

type Suite = X25519HkdfSha256;
type Public = <Suite as Kem>::PublicKey;
type Private = <Suite as Kem>::PrivateKey;
type Encapsulated = <Suite as Kem>::EncappedKey;

/// Why something could not be sealed or opened. Each text is a lower-case fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EnvelopeError {
    /// Shorter than anything sealed, or longer than anything of its kind.
    #[error("not a sealed body")]
    Form,
    /// Sealed to a key that this side does not open with.
    #[error("sealed to another key")]
    OtherKey(KeyId),
    /// Changed on the way, or sealed for another record or part.
    #[error("it does not open")]
    DoesNotOpen,
    /// The key of the list is no point that anything can be sealed to.
    #[error("the key cannot be sealed to")]
    BadKey(KeyId),
}

/// What is sealed. A sealed part opens in its own place only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The record, in compact form.
    Record(RecordId),
    /// A piece of a photo.
    Photo {
        /// The record that it goes with.
        record: RecordId,
        /// SHA-256 of the whole photo.
        sha256: Hash,
        /// Which piece, from 0.
        piece: u32,
    },
}

impl Part {
    /// `info` of RFC 9180 (PROTOCOL §4.4).
    fn info(self) -> Vec<u8> {
        let mut info = b"standing-seal/1\0".to_vec();
        match self {
            Self::Record(record) => {
                info.extend(record.0.as_bytes());
                info.extend(b"record");
            }
            Self::Photo { record, sha256, piece } => {
                info.extend(record.0.as_bytes());
                info.extend(b"evidence");
                info.extend(sha256.as_bytes());
                info.extend(piece.to_be_bytes());
            }
        }
        info
    }
}

/// 32 random bytes of which the ephemeral keys of one upload are made, so that the same piece is
/// the same bytes each time it is sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(Zeroizing<[u8; 32]>);

impl Seed {
    /// Takes random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed")
    }
}

impl Serialize for Seed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_base64url(&*self.0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Seed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = from_base64url(&text).map_err(serde::de::Error::custom)?;
        let bytes = bytes.try_into();
        bytes.map(Self::from_bytes).map_err(|_| serde::de::Error::custom("other than 32 bytes"))
    }
}

/// Whether, and to which key, what goes to an authority is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sealing {
    /// The authority never listed a key to seal to.
    Plain,
    /// Sealed to this key.
    To(Recipient),
    /// It lists keys to seal to and none that is in use: nothing is sent, and nothing unsealed.
    NoKeyInUse,
}

impl Sealing {
    /// What the signed list says of an authority at a time (PROTOCOL §4.4).
    #[must_use]
    pub fn of(authority: &Authority, now: UnixTime) -> Self {
        let keys = authority.keys.iter().filter(|key| key.used == KeyUse::Seal);
        if keys.clone().next().is_none() {
            return Self::Plain;
        }
        let in_use = keys.filter(|key| {
            let withdrawn = key.withdrawn.as_ref().is_some_and(|withdrawn| withdrawn.at <= now);
            !withdrawn && key.from <= now && now < key.until
        });
        let newest = in_use
            .filter_map(|key| Some((key.from, Recipient::of(&key.jwk).ok()?)))
            .max_by_key(|(from, recipient)| (*from, recipient.kid));
        newest.map_or(Self::NoKeyInUse, |(_, recipient)| Self::To(recipient))
    }

    /// The key that is sealed to, if one is.
    #[must_use]
    pub const fn recipient(&self) -> Option<&Recipient> {
        match self {
            Self::To(recipient) => Some(recipient),
            Self::Plain | Self::NoKeyInUse => None,
        }
    }
}

/// A key to which things are sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    kid: KeyId,
    key: Public,
}

impl Recipient {
    /// A key of the list.
    ///
    /// # Errors
    /// [`EnvelopeError::BadKey`].
    pub fn of(jwk: &PublicKey) -> Result<Self, EnvelopeError> {
        let kid = jwk.thumbprint();
        let key = Public::from_bytes(jwk.as_bytes()).map_err(|_| EnvelopeError::BadKey(kid))?;
        let recipient = Self { kid, key };
        // A key of a small order is found out by using it.
        let nothing = Part::Record(RecordId(Hash::of(&[])));
        recipient.seal(nothing, &[], &Seed::from_bytes([0; 32]))?;
        Ok(recipient)
    }

    /// The key's thumbprint.
    #[must_use]
    pub const fn kid(&self) -> KeyId {
        self.kid
    }

    /// Seals a record's body: the key's thumbprint, then what [`Self::seal_piece`] gives.
    ///
    /// # Errors
    /// [`EnvelopeError::BadKey`] if the key is one of a small order.
    pub fn seal(&self, part: Part, plain: &[u8], seed: &Seed) -> Result<Vec<u8>, EnvelopeError> {
        let mut sealed = self.kid.0.as_bytes().to_vec();
        sealed.extend(self.seal_piece(part, plain, seed)?);
        Ok(sealed)
    }

    /// Seals a piece: the encapsulated key, the ciphertext, the tag. The same piece under the same
    /// seed gives the same bytes; another text under that seed has another ephemeral key.
    ///
    /// # Errors
    /// [`EnvelopeError::BadKey`] if the key is one of a small order.
    pub fn seal_piece(
        &self,
        part: Part,
        plain: &[u8],
        seed: &Seed,
    ) -> Result<Vec<u8>, EnvelopeError> {
        let info = part.info();
        let mut drawn = Drawn::new(seed, self.kid, &info, plain);
        let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<
            ChaCha20Poly1305,
            HkdfSha256,
            Suite,
        >(
            &OpModeS::Base, &self.key, &info, plain, &[], &mut drawn
        )
        .map_err(|_| EnvelopeError::BadKey(self.kid))?;
        let mut sealed = encapsulated.to_bytes().to_vec();
        sealed.extend(ciphertext);
        Ok(sealed)
    }
}

/// How many bytes a photo has when it is sealed.
#[must_use]
pub const fn sealed_length(bytes: u32) -> u32 {
    let pieces = bytes.div_ceil(PIECE as u32);
    bytes.saturating_add(pieces.saturating_mul(PIECE_OVERHEAD as u32))
}

/// An authority's key with which it opens.
#[derive(Clone)]
pub struct RecipientSecret {
    key: Private,
    recipient: Recipient,
}

impl fmt::Debug for RecipientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecipientSecret({})", self.recipient.kid)
    }
}

impl RecipientSecret {
    /// The key pair that RFC 9180 derives from at least 32 random bytes.
    #[must_use]
    pub fn derive(material: &[u8]) -> Self {
        let (key, public) = Suite::derive_keypair(material);
        let recipient = Recipient { kid: jwk(&public).thumbprint(), key: public };
        Self { key, recipient }
    }

    /// The public half.
    #[must_use]
    pub const fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// The public half as the list names it.
    #[must_use]
    pub fn jwk(&self) -> PublicKey {
        jwk(&self.recipient.key)
    }

    /// Opens a record's body.
    ///
    /// # Errors
    /// [`EnvelopeError`].
    pub fn open(&self, part: Part, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        let (_, piece) = sealed.split_at_checked(KID).ok_or(EnvelopeError::Form)?;
        let kid = named_key(sealed)?;
        if kid != self.recipient.kid {
            return Err(EnvelopeError::OtherKey(kid));
        }
        self.open_piece(part, piece)
    }

    /// Opens a piece.
    ///
    /// # Errors
    /// [`EnvelopeError`].
    pub fn open_piece(
        &self,
        part: Part,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        let (encapsulated, rest) =
            sealed.split_at_checked(ENCAPSULATED).ok_or(EnvelopeError::Form)?;
        if rest.len() < TAG {
            return Err(EnvelopeError::Form);
        }
        let encapsulated =
            Encapsulated::from_bytes(encapsulated).map_err(|_| EnvelopeError::DoesNotOpen)?;
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Suite>(
            &OpModeR::Base,
            &self.key,
            &encapsulated,
            &part.info(),
            rest,
            &[],
        );
        opened.map(Zeroizing::new).map_err(|_| EnvelopeError::DoesNotOpen)
    }

    /// Opens a whole photo and checks that it is the one that was announced.
    ///
    /// # Errors
    /// [`EnvelopeError`].
    pub fn open_photo(
        &self,
        record: RecordId,
        sha256: Hash,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        let mut photo = Zeroizing::new(Vec::with_capacity(sealed.len()));
        for (piece, bytes) in (0..).zip(sealed.chunks(PIECE + PIECE_OVERHEAD)) {
            photo
                .extend_from_slice(&self.open_piece(Part::Photo { record, sha256, piece }, bytes)?);
        }
        if Hash::of(&photo) == sha256 { Ok(photo) } else { Err(EnvelopeError::DoesNotOpen) }
    }
}

/// The key to which a body says that it is sealed.
///
/// # Errors
/// [`EnvelopeError::Form`].
pub fn named_key(sealed: &[u8]) -> Result<KeyId, EnvelopeError> {
    let kid = sealed.first_chunk::<KID>().ok_or(EnvelopeError::Form)?;
    Ok(KeyId(Hash::from_bytes(*kid)))
}

fn jwk(public: &Public) -> PublicKey {
    PublicKey::x25519(&public.to_bytes().into())
}

/// The bytes of which one ephemeral key is made: a hash over the seed and over all that is sealed,
/// so that no key ever seals two texts.
struct Drawn {
    material: Zeroizing<[u8; 32]>,
    blocks: u32,
}

impl Drawn {
    fn new(seed: &Seed, kid: KeyId, info: &[u8], plain: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(b"standing-seal-ephemeral/1\0");
        hasher.update(*seed.0);
        hasher.update(kid.0.as_bytes());
        hasher.update(Hash::of(info).as_bytes());
        hasher.update(Hash::of(plain).as_bytes());
        Self { material: Zeroizing::new(hasher.finalize().into()), blocks: 0 }
    }

    fn block(&mut self) -> Zeroizing<[u8; 32]> {
        let mut hasher = Sha256::new();
        hasher.update(*self.material);
        hasher.update(self.blocks.to_be_bytes());
        self.blocks = self.blocks.saturating_add(1);
        Zeroizing::new(hasher.finalize().into())
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes).map(|()| u32::from_be_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes).map(|()| u64::from_be_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(32) {
            let block = self.block();
            chunk.iter_mut().zip(block.iter()).for_each(|(to, from)| *to = *from);
        }
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}

#[cfg(test)]
mod tests;
