//! Who may issue, with which keys, since when: `authorities.json` of an authority repository.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::json;
use super::link;
use super::message::Typ;
use super::text::LocalText;
use super::time::UnixTime;
use crate::ids::{Hash, Issuer, KeyId};

/// The target's path in the repository.
pub const PATH: &str = "authorities.json";

/// Bytes in the file at most.
pub const MAX_BYTES: usize = 512 * 1024;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorities {
    /// 1.
    pub v: u32,
    /// Where this repository lies, one to four addresses, the first one first.
    #[serde(deserialize_with = "repositories")]
    pub repo: Vec<String>,
    /// Everyone who issues under this root.
    #[serde(deserialize_with = "json::list::<_, _, 500>")]
    pub authorities: Vec<Authority>,
}

/// Addresses at most.
const MAX_REPOSITORIES: usize = 4;

/// One to four addresses, each in its one form and named once.
fn repositories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let repo: Vec<String> = json::list::<_, _, MAX_REPOSITORIES>(deserializer)?;
    if repo.is_empty() {
        return Err(D::Error::custom("no address of the repository"));
    }
    for (at, one) in repo.iter().enumerate() {
        if link::address(one).as_ref() != Some(one) {
            return Err(D::Error::custom("an address that this app does not connect to"));
        }
        if repo.iter().take(at).any(|earlier| earlier == one) {
            return Err(D::Error::custom("an address that is named twice"));
        }
    }
    Ok(repo)
}

/// One authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its name in messages.
    pub iss: Issuer,
    /// Its name for people.
    pub names: LocalText,
    /// Where its requests go, without `/v1`.
    pub api: String,
    /// What it may sign: its remit.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    pub remit: Vec<Typ>,
    /// Its keys, old ones too.
    #[serde(deserialize_with = "json::list::<_, _, 64>")]
    pub keys: Vec<AuthorityKey>,
    /// The rulebook in use now.
    pub rulebook: RulebookPointer,
    /// How long a head keeps a statement in force, in days.
    pub head_lasts_days: u32,
}

/// Which rulebook, and which version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulebookPointer {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
}

impl RulebookPointer {
    /// The target's path: `rulebooks/<id>/<version>.json`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("rulebooks/{}/{}.json", self.id, self.version)
    }
}

/// A key and when it may sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityKey {
    /// The key.
    pub jwk: Jwk,
    /// From when.
    pub from: UnixTime,
    /// Until when.
    pub until: UnixTime,
    /// Taken back before its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<KeyWithdrawal>,
}

/// When and why a key was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyWithdrawal {
    /// When.
    pub at: UnixTime,
    /// Why.
    pub reason: WithdrawalReason,
}

/// Why a key was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalReason {
    /// A newer key took its place; what it signed before holds.
    Superseded,
    /// Somebody else may have had it; only what this phone held earlier still holds.
    Compromised,
}

/// An Ed25519 public key as a JSON Web Key (RFC 8037).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jwk {
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// The 32 bytes, base64url.
    pub x: String,
}

impl Jwk {
    /// The JWK of 32 public-key bytes.
    #[must_use]
    pub fn ed25519(bytes: &[u8; 32]) -> Self {
        Self { kty: "OKP".into(), crv: "Ed25519".into(), x: crate::ids::to_base64url(bytes) }
    }

    /// The thumbprint (RFC 7638): members in alphabetical order, no white space.
    #[must_use]
    pub fn thumbprint(&self) -> KeyId {
        let Self { kty, crv, x } = self;
        let canonical = format!(r#"{{"crv":"{crv}","kty":"{kty}","x":"{x}"}}"#);
        KeyId(Hash::of(canonical.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trust_list_names_one_to_four_addresses_each_once() {
        let read = |repo: serde_json::Value| {
            let file = serde_json::json!({"v": 1, "repo": repo, "authorities": []});
            json::read::<Authorities>(file.to_string().as_bytes(), MAX_BYTES)
        };
        let at = |n: u8| format!("https://{n}.example/tuf");
        assert!(read(serde_json::json!([at(1)])).is_ok());
        assert!(read(serde_json::json!([at(1), at(2), at(3), at(4)])).is_ok());
        for wrong in [
            serde_json::json!([]),
            serde_json::json!([at(1), at(1)]),
            serde_json::json!([at(1), at(2), at(3), at(4), at(5)]),
            serde_json::json!(["http://1.example/tuf"]),
            serde_json::json!(["https://1.example/tuf/"]),
            serde_json::json!(["https://user@1.example/tuf"]),
            serde_json::json!("https://1.example/tuf"),
        ] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_thumbprint_is_that_of_rfc_8037_appendix_a_3() {
        let jwk = Jwk {
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".into(),
        };
        assert_eq!(jwk.thumbprint().to_string(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }
}
