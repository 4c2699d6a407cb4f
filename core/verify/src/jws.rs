//! JWS in compact form (RFC 7515) with Ed25519 (RFC 8037): `header.payload.signature`.
//!
//! One signature rule (PROTOCOL §1.2): Ed25519 by `verify_strict`, for what was fetched, imported
//! and stored alike; no batch.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::TrustError;
use standing_model::ids::{Hash, KeyId, to_base64url};
use standing_model::json;
use standing_model::key::{Curve, PublicKey};
use standing_model::message::Typ;

/// Bytes in a header at most.
const MAX_HEADER: usize = 512;

/// The protected header.
///
/// Headers such as `jwk`, `x5c`, `crit`, `b64` are refused: every member
/// that is not one of these three is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The suite.
    pub alg: Alg,
    /// What the document is.
    pub typ: Typ,
    /// The key, by thumbprint.
    pub kid: KeyId,
}

/// The suites; one, so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alg {
    /// The name that is written; both are read (PROTOCOL §1.2).
    #[serde(rename = "EdDSA", alias = "Ed25519")]
    EdDsa,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Alg {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Alg".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Ed25519 (§1.2).", "type": "string", "enum": ["EdDSA", "Ed25519"],
        })
    }
}

/// A document in compact form, taken apart; nothing about it is believed yet.
#[derive(Debug, Clone)]
pub struct Jws<'a> {
    /// The header.
    pub header: Header,
    /// The payload's bytes.
    pub payload: Vec<u8>,
    compact: &'a str,
    signing_input: &'a str,
    signature: Signature,
}

impl<'a> Jws<'a> {
    /// Takes a compact form apart whose payload is at most `limit` bytes.
    ///
    /// # Errors
    /// [`TrustError::TooLarge`] and [`TrustError::Form`].
    pub fn parse(compact: &'a str, limit: usize) -> Result<Self, TrustError> {
        // Four characters of base64url carry three bytes; 256 leaves room for the signature.
        if compact.len() > (limit + MAX_HEADER) / 3 * 4 + 256 {
            return Err(TrustError::TooLarge { limit });
        }
        let (signing_input, signature) =
            compact.rsplit_once('.').ok_or(TrustError::Form("not three parts"))?;
        let (header, payload) =
            signing_input.split_once('.').ok_or(TrustError::Form("not three parts"))?;
        // Nothing here is secret, so the fast decoder; it refuses padding and stray bits as well.
        let decode = |part: &str| {
            URL_SAFE_NO_PAD
                .decode(part)
                .map_err(|_| TrustError::Form("not canonical base64url without padding"))
        };
        let header: Header = json::read(&decode(header)?, MAX_HEADER)
            .map_err(|_| TrustError::Form("a header that this product refuses"))?;
        let signature = Signature::from_slice(&decode(signature)?)
            .map_err(|_| TrustError::Form("not a signature of 64 bytes"))?;
        Ok(Self { header, payload: decode(payload)?, compact, signing_input, signature })
    }

    /// Checks the signature.
    ///
    /// # Errors
    /// [`TrustError::BadSignature`].
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), TrustError> {
        verify_bytes(key, self.signing_input.as_bytes(), &self.signature.to_bytes())
    }

    /// SHA-256 of the compact form: the document's name in chains.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(self.compact.as_bytes())
    }
}

/// The one signature rule (PROTOCOL §1.2), for a message as it was signed.
///
/// # Errors
/// [`TrustError::BadSignature`].
pub fn verify_bytes(
    key: &VerifyingKey,
    message: &[u8],
    signature: &[u8],
) -> Result<(), TrustError> {
    let signature = Signature::from_slice(signature).map_err(|_| TrustError::BadSignature)?;
    key.verify_strict(message, &signature).map_err(|_| TrustError::BadSignature)
}

/// Signs `payload` as a document of kind `typ`.
#[must_use]
pub fn sign(typ: Typ, key: &SigningKey, payload: &[u8]) -> String {
    let kid = jwk_of(&key.verifying_key()).thumbprint();
    let header = format!(r#"{{"alg":"EdDSA","typ":"{}","kid":"{kid}"}}"#, typ.name());
    let signing_input = format!("{}.{}", to_base64url(header.as_bytes()), to_base64url(payload));
    let signature = key.sign(signing_input.as_bytes());
    format!("{signing_input}.{}", to_base64url(&signature.to_bytes()))
}

/// A key as documents write it.
#[must_use]
pub fn jwk_of(key: &VerifyingKey) -> PublicKey {
    PublicKey::ed25519(key.as_bytes())
}

/// A key that signatures are verified with.
///
/// # Errors
/// [`TrustError::Form`] if it is for something else, or no point of the curve.
pub fn key_of(key: &PublicKey) -> Result<VerifyingKey, TrustError> {
    const WRONG: TrustError = TrustError::Form("not an Ed25519 key");
    if key.curve() != Curve::Ed25519 {
        return Err(WRONG);
    }
    ed25519(key.as_bytes()).ok_or(WRONG)
}

/// The key with these bytes; none if they are no point, the non-canonical form of one, or a point
/// of small order (PROTOCOL §1.2).
pub(crate) fn ed25519(bytes: &[u8; 32]) -> Option<VerifyingKey> {
    let key = VerifyingKey::from_bytes(bytes).ok()?;
    let is_canonical = key.to_edwards().compress().as_bytes() == bytes;
    (is_canonical && !key.is_weak()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey::from_bytes(&[7; 32])
    }

    fn with_header(header: &str) -> String {
        let signing_input = format!("{}.{}", to_base64url(header.as_bytes()), to_base64url(b"{}"));
        let signature = key().sign(signing_input.as_bytes());
        format!("{signing_input}.{}", to_base64url(&signature.to_bytes()))
    }

    #[test]
    fn a_key_in_a_form_that_is_not_canonical_is_no_key() {
        // y and y + p are one point: where y < 19 both fit into 255 bits.
        let written = |y: u8, beyond: bool| {
            let mut bytes = [0; 32];
            bytes[0] = y;
            if beyond {
                bytes = [0xff; 32];
                bytes[0] = 0xed + y;
                bytes[31] = 0x7f;
            }
            bytes
        };
        let points: Vec<u8> = (2..19).filter(|y| ed25519(&written(*y, false)).is_some()).collect();
        assert!(points.len() > 3, "{points:?}");
        for y in points {
            let other = written(y, true);
            assert!(VerifyingKey::from_bytes(&other).is_ok(), "the library takes it: {y}");
            assert!(key_of(&PublicKey::ed25519(&other)).is_err(), "{y}");
        }
        assert!(ed25519(&written(1, false)).is_none(), "of small order");
    }

    #[test]
    fn a_document_is_no_longer_than_its_header_its_payload_and_a_signature() {
        let limit = 1_000;
        let most = (limit + MAX_HEADER) / 3 * 4 + 256;
        let of = |length: usize| Jws::parse(&"a".repeat(length), limit).err();
        assert_eq!(of(most), Some(TrustError::Form("not three parts")));
        assert_eq!(of(most + 1), Some(TrustError::TooLarge { limit }));
    }

    #[test]
    fn what_was_signed_verifies_and_nothing_else() {
        let compact = sign(Typ::Head, &key(), b"{}");
        let jws = Jws::parse(&compact, 100).unwrap();
        assert_eq!(jws.payload, b"{}");
        jws.verify(&key().verifying_key()).unwrap();
        let other = SigningKey::from_bytes(&[8; 32]).verifying_key();
        assert_eq!(jws.verify(&other), Err(TrustError::BadSignature));
    }

    #[test]
    fn every_flipped_bit_is_refused() {
        let compact = sign(Typ::Head, &key(), br#"{"score":82}"#);
        for at in 0..compact.len() {
            for bit in 0..7 {
                let mut bytes = compact.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let Ok(changed) = String::from_utf8(bytes) else {
                    continue;
                };
                let verdict =
                    Jws::parse(&changed, 100).and_then(|jws| jws.verify(&key().verifying_key()));
                assert!(verdict.is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn a_header_that_could_bring_its_own_key_is_refused() {
        let kid = jwk_of(&key().verifying_key()).thumbprint();
        let good = format!(r#"{{"alg":"Ed25519","typ":"standing-head+jwt","kid":"{kid}"}}"#);
        assert!(Jws::parse(&with_header(&good), 100).is_ok());
        for extra in ["jwk", "jku", "x5c", "x5u", "crit", "b64", "cty"] {
            let header = good.replace("{\"alg\"", &format!("{{\"{extra}\":\"x\",\"alg\""));
            assert!(Jws::parse(&with_header(&header), 100).is_err(), "{extra}");
        }
        for wrong in ["none", "ES256", "HS256"] {
            assert!(Jws::parse(&with_header(&good.replace("Ed25519", wrong)), 100).is_err());
        }
        assert!(Jws::parse(&with_header(&good.replace("head", "deed")), 100).is_err());
        for wrong in [
            format!(r#"["Ed25519","standing-head+jwt","{kid}"]"#),
            good.replace(r#""Ed25519""#, r#"{"Ed25519":null}"#),
            good.replace(r#""Ed25519""#, r#"{"EdDSA":null}"#),
            good.replace("{\"alg\"", "{\"alg\":\"EdDSA\",\"alg\""),
            format!("{good}\n"),
        ] {
            assert!(Jws::parse(&with_header(&wrong), 100).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_the_canonical_form_is_read() {
        let compact = sign(Typ::Head, &key(), b"{}");
        for wrong in [
            format!("{compact}="),
            format!("{compact}."),
            format!(" {compact}"),
            compact.replacen('.', "", 1),
            String::new(),
            "..".into(),
        ] {
            assert!(Jws::parse(&wrong, 100).is_err(), "{wrong}");
        }
        let large = sign(Typ::Head, &key(), &[b' '; 2000]);
        assert_eq!(Jws::parse(&large, 100).unwrap_err(), TrustError::TooLarge { limit: 100 });
    }

    #[test]
    fn the_signature_of_rfc_8037_appendix_a_4_verifies() {
        let jwk =
            br#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let jwk: PublicKey = json::read(jwk, 200).unwrap();
        let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        let signature = standing_model::ids::from_base64url(signature).unwrap();
        let signature = Signature::from_slice(&signature).unwrap();
        key_of(&jwk).unwrap().verify_strict(input.as_bytes(), &signature).unwrap();
    }
}
