//! What the TUF client checks signatures and hashes with: the same Ed25519 as everything else.

use std::sync::OnceLock;

use ed25519_dalek::Signature;
use sha2::{Digest, Sha256, Sha384, Sha512};
use sigstore_crypto::{
    CryptoProvider, Error, HashContext, Result, SigningScheme, install_default_provider,
};
use sigstore_types::HashAlgorithm;

use super::MetadataError;
use crate::jws::ed25519;

/// Ed25519 by `verify_strict`, and SHA-2; any other scheme is refused, whatever a root names.
#[derive(Debug)]
struct Strict;

static INSTALLED: OnceLock<bool> = OnceLock::new();

/// Makes the process's TUF code verify as this product does; once, however often it is called.
///
/// # Errors
/// [`MetadataError::ForeignCrypto`] if somebody else had installed other code first.
pub(super) fn install() -> std::result::Result<(), MetadataError> {
    let ours = *INSTALLED.get_or_init(|| install_default_provider(&Strict).is_ok());
    if ours { Ok(()) } else { Err(MetadataError::ForeignCrypto) }
}

struct Hashing<D>(D);

impl<D: Digest + Send> HashContext for Hashing<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

impl CryptoProvider for Strict {
    fn hash(&self, algorithm: HashAlgorithm) -> Result<Box<dyn HashContext>> {
        Ok(match algorithm {
            HashAlgorithm::Sha2256 => Box::new(Hashing(Sha256::new())),
            HashAlgorithm::Sha2384 => Box::new(Hashing(Sha384::new())),
            HashAlgorithm::Sha2512 => Box::new(Hashing(Sha512::new())),
            other => return Err(Error::UnsupportedAlgorithm(format!("{other:?}"))),
        })
    }

    fn verify_raw(
        &self,
        scheme: SigningScheme,
        key: &[u8],
        data: &[u8],
        signature: &[u8],
    ) -> Result<()> {
        if scheme != SigningScheme::Ed25519 {
            return Err(unsupported(scheme));
        }
        let key = key
            .try_into()
            .ok()
            .and_then(ed25519)
            .ok_or_else(|| Error::InvalidKey("not an Ed25519 key".to_owned()))?;
        let refused = |_| Error::Verification("the signature does not fit".to_owned());
        let signature = Signature::from_slice(signature).map_err(refused)?;
        key.verify_strict(data, &signature).map_err(refused)
    }

    fn verify_prehashed(
        &self,
        scheme: SigningScheme,
        _key: &[u8],
        _digest: &[u8],
        _signature: &[u8],
    ) -> Result<()> {
        Err(unsupported(scheme))
    }
}

fn unsupported(scheme: SigningScheme) -> Error {
    Error::UnsupportedAlgorithm(format!("{scheme:?}"))
}
