//! Public keys as JSON Web Keys (RFC 8037).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids::{Hash, KeyId, from_base64url, to_base64url};

/// A public key of 32 bytes. Whether they are a point of the curve is for whoever uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey {
    curve: Curve,
    bytes: [u8; 32],
}

/// The curve of a key, as `crv` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Curve {
    /// For signatures.
    Ed25519,
    /// For sealing.
    X25519,
}

impl Curve {
    /// The name in `crv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::X25519 => "X25519",
        }
    }

    /// The curve of a name, if this build knows it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Ed25519, Self::X25519].into_iter().find(|curve| curve.name() == name)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Jwk {
    kty: Kty,
    crv: Curve,
    x: String,
}

#[derive(Serialize, Deserialize)]
enum Kty {
    #[serde(rename = "OKP")]
    OctetKeyPair,
}

impl PublicKey {
    /// A key for signatures.
    #[must_use]
    pub const fn ed25519(bytes: &[u8; 32]) -> Self {
        Self { curve: Curve::Ed25519, bytes: *bytes }
    }

    /// A key to which bodies are sealed.
    #[must_use]
    pub const fn x25519(bytes: &[u8; 32]) -> Self {
        Self { curve: Curve::X25519, bytes: *bytes }
    }

    /// The curve.
    #[must_use]
    pub const fn curve(&self) -> Curve {
        self.curve
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// The thumbprint (RFC 7638): members in alphabetical order, no white space.
    #[must_use]
    pub fn thumbprint(&self) -> KeyId {
        let (crv, x) = (self.curve.name(), to_base64url(&self.bytes));
        KeyId(Hash::of(format!(r#"{{"crv":"{crv}","kty":"OKP","x":"{x}"}}"#).as_bytes()))
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Jwk { kty: Kty::OctetKeyPair, crv: self.curve, x: to_base64url(&self.bytes) }
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Jwk { kty: Kty::OctetKeyPair, crv, x } = Jwk::deserialize(deserializer)?;
        let bytes = from_base64url(&x).map_err(serde::de::Error::custom)?;
        let bytes = bytes.try_into();
        let bytes =
            bytes.map_err(|_| serde::de::Error::custom("a key of other than 32 bytes (§1.7.6)"))?;
        Ok(Self { curve: crv, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn the_thumbprint_is_that_of_rfc_8037_appendix_a_3() {
        let jwk =
            br#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let key: PublicKey = json::read(jwk, 200).unwrap();
        assert_eq!(key.thumbprint().to_string(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assert_eq!(serde_json::to_vec(&key).unwrap(), jwk);
    }

    #[test]
    fn a_key_of_another_form_is_refused() {
        let good =
            r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        for (from, to) in [
            ("OKP", "EC"),
            ("Ed25519", "Ed448"),
            ("HURo\"", "HURp\""),
            ("HURo\"", "HURo=\""),
            ("HURo\"", "\""),
            ("HURo\"", "HURo\",\"d\":\"x\""),
        ] {
            assert!(json::read::<PublicKey>(good.replace(from, to).as_bytes(), 200).is_err());
        }
    }
}
