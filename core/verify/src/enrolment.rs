//! Enrolment by proof (PROTOCOL §5): both sides prove that they know the code, and neither
//! sends it.
//!
//! The phone's proof is bound to the trust root, the authority and the phone's own key, so that
//! whoever records it can use it nowhere else. The authority's answer is bound to the same and to
//! the resident: it shows that the trust root belongs to whoever printed the code.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::TrustError;
use super::keys::IssuerKeys;
use super::message::{Expected, Verified, verify};
use standing_model::code::EnrolmentCode;
use standing_model::ids::{Hash, Issuer, KeyId, LetterId, Nonce, TrustId};
use standing_model::message::Enrolment;

/// What both sides keep of a code. An authority stores this, never the code.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeKey(Zeroizing<[u8; 32]>);

/// What a proof is bound to.
#[derive(Debug, Clone, Copy)]
pub struct Binding<'a> {
    /// The trust root that the phone verified the trust list under.
    pub trust: TrustId,
    /// The authority that is asked.
    pub iss: &'a Issuer,
    /// The phone's new key.
    pub jkt: KeyId,
    /// The phone's nonce, the same at each repeat.
    pub nonce: Nonce,
}

impl CodeKey {
    /// SHA-256("standing-code/2" ‖ 00 ‖ the code's 16 characters).
    #[must_use]
    pub fn of(code: &EnrolmentCode) -> Self {
        Self::of_secret(code.secret())
    }

    fn of_secret(secret: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        for part in [b"standing-code/2".as_slice(), &[0], secret] {
            hasher.update(part);
        }
        Self(Zeroizing::new(hasher.finalize().into()))
    }

    /// A key that was kept.
    #[must_use]
    pub fn kept(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes to keep.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The name by which the authority finds the code.
    #[must_use]
    pub fn letter(&self, trust: TrustId, iss: &Issuer) -> LetterId {
        let parts = [trust.0.as_bytes().as_slice(), iss.as_str().as_bytes()];
        let mac = self.mac(b"standing-letter/2", &parts).finalize().into_bytes();
        LetterId::of_hash(&Hash::from_bytes(mac.into()))
    }

    /// The phone's proof that it knows the code.
    #[must_use]
    pub fn proof(&self, binding: Binding<'_>) -> Hash {
        Hash::from_bytes(
            self.bound(b"standing-enrol/2", binding, &[]).finalize().into_bytes().into(),
        )
    }

    /// Whether a proof is the one for this code. The time that this takes says nothing.
    #[must_use]
    pub fn proves(&self, binding: Binding<'_>, proof: Hash) -> bool {
        self.bound(b"standing-enrol/2", binding, &[]).verify_slice(proof.as_bytes()).is_ok()
    }

    /// The authority's proof that it knows the code, and for whom it answers.
    #[must_use]
    pub fn ack(&self, binding: Binding<'_>, sub: &str) -> Hash {
        let mac = self.bound(b"standing-enrol-ack/2", binding, &[sub.as_bytes()]);
        Hash::from_bytes(mac.finalize().into_bytes().into())
    }

    fn acknowledges(&self, binding: Binding<'_>, sub: &str, ack: Hash) -> bool {
        let mac = self.bound(b"standing-enrol-ack/2", binding, &[sub.as_bytes()]);
        mac.verify_slice(ack.as_bytes()).is_ok()
    }

    fn bound(&self, purpose: &[u8], binding: Binding<'_>, more: &[&[u8]]) -> Hmac<Sha256> {
        let Binding { trust, iss, jkt, nonce } = binding;
        let nonce = nonce.to_string();
        let bound = [
            trust.0.as_bytes().as_slice(),
            iss.as_str().as_bytes(),
            jkt.0.as_bytes(),
            nonce.as_bytes(),
        ];
        let parts: Vec<&[u8]> = bound.into_iter().chain(more.iter().copied()).collect();
        self.mac(purpose, &parts)
    }

    /// HMAC-SHA-256 over the parts, each behind its length as 4 bytes, big-endian.
    fn mac(&self, purpose: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
        // A key shorter than a block is filled with zeros (RFC 2104 §2).
        let mut block = Zeroizing::new([0_u8; 64]);
        for (to, from) in block.iter_mut().zip(self.0.iter()) {
            *to = *from;
        }
        let mut mac = Hmac::<Sha256>::new(&(*block).into());
        for part in std::iter::once(purpose).chain(parts.iter().copied()) {
            mac.update(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}

/// The nonce of a phone's key: the same at each repeat, so that a lost answer is given again.
#[must_use]
pub fn nonce_of(key_seed: &[u8; 32]) -> Nonce {
    Nonce::of_hash(&Hash::of_parts(&[b"standing-enrol-nonce/2", &[0], key_seed]))
}

/// Verifies the answer to an enrolment: what every message must be, that it answers this request,
/// that whoever signed it knows the code, and that the phone's key may act.
///
/// Only after this is the trust root known to be the one of the letter.
///
/// # Errors
/// Those of [`verify`]; [`TrustError::WrongAnswer`].
pub fn verify_answer(
    compact: &str,
    keys: &IssuerKeys,
    code: &CodeKey,
    binding: Binding<'_>,
    sub: Option<&str>,
) -> Result<Verified<Enrolment>, TrustError> {
    let same = keys.trust() == binding.trust && keys.iss() == binding.iss;
    let require = |holds: bool, why| if holds { Ok(()) } else { Err(TrustError::WrongAnswer(why)) };
    require(same, "keys of another authority")?;
    let verified = verify::<Enrolment>(compact, Expected { keys, sub, held_since: None })?;
    let enrolment = verified.payload();
    require(enrolment.aud == binding.nonce, "an enrolment for another request")?;
    let known = code.acknowledges(binding, &enrolment.sub, enrolment.ack);
    require(known, "it does not know the code")?;
    let mut active = enrolment.keys.iter().filter(|key| key.until.is_none());
    require(active.any(|key| key.jkt == binding.jkt), "an enrolment of another phone")?;
    Ok(verified)
}

#[cfg(test)]
mod tests;
