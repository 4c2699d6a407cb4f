//! Who may issue, with which keys, since when: `authorities.json` of an authority repository.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

use super::address::Address;
use super::calendar::Region;
use super::ext::Extensions;
use super::json::{self, FormatError};
use super::key::{Curve, PublicKey};
use super::message::Typ;
use super::rulebook::{Rulebook, RulebookError};
use super::text::LocalText;
use super::time::{UnixTime, Zone};
use super::version::Version;
use crate::ids::{Issuer, KeyId, RulebookId};

/// The target's path in the repository.
pub const PATH: &str = "authorities.json";

/// The name under which a phone keeps a file of a later version, which it cannot read, beside the
/// newest one that it can.
pub const LATER: &str = "authorities.json/later";

/// The name under which a phone keeps a target that it refused, beside the newest one that it
/// could use: that one stays in use, and why the other is not can be said.
#[must_use]
pub fn refused(path: &str) -> String {
    format!("{path}/refused")
}

/// The name under which a phone notes that a target is signed with more bytes than such a file may
/// have: it is not fetched.
#[must_use]
pub fn too_large(path: &str) -> String {
    format!("{path}/too-large")
}

/// Bytes in the file at most.
pub const MAX_BYTES: usize = 512 * 1024;

/// Addresses of one repository at most.
const MAX_ADDRESSES: usize = 4;

/// The version of the file that this core reads.
pub const VERSION: u32 = 1;

/// Where a repository lies, and everyone who issues under its root.
///
/// A value that exists is a valid file.
///
/// ```
/// use standing_model::authority::{Authorities, AuthoritiesError};
/// let file = br#"{"v":1,"repo":["https://credit.example/tuf"],"authorities":[]}"#;
/// assert_eq!(Authorities::read(file).unwrap().list().len(), 0);
/// let later = Authorities::read(br#"{"v":2,"offices":[]}"#);
/// assert_eq!(later, Err(AuthoritiesError::Later { v: 2 }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Authorities {
    /// 1.
    v: Version<VERSION>,
    /// Where the repository lies, in the order in which the addresses are asked: at least one, each
    /// once.
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_ADDRESSES)))]
    repo: Vec<Address>,
    /// Everyone who issues under this root; each `iss` once.
    #[cfg_attr(feature = "schema", schemars(length(max = 500)))]
    authorities: Vec<Authority>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(skip_serializing_if = "Extensions::is_empty")]
    ext: Extensions,
}

/// Why bytes are not such a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AuthoritiesError {
    /// It is of a later version, which a newer app reads.
    #[error("a list of authorities of version {v}, which a newer app reads")]
    Later {
        /// Its version.
        v: u32,
    },
    /// It is not of the form that this version has.
    #[error("{0}")]
    Form(String),
    /// It does not say where its repository lies.
    #[error("no address of the repository")]
    NoAddress,
    /// It names more addresses than a phone asks.
    #[error("{0} addresses of the repository, where {MAX_ADDRESSES} are the most")]
    Addresses(usize),
    /// An address of the repository is named twice.
    #[error("the address {0} is named twice")]
    AddressTwice(Address),
    /// An authority is listed twice.
    #[error("{0} is listed twice")]
    IssuerTwice(Issuer),
    /// A key is listed twice, for one authority or for two: then nobody could tell whose word a
    /// signature is, or whether the key was withdrawn.
    #[error("the key {kid} is listed twice, for {first} and for {second}")]
    KeyTwice {
        /// The key; its thumbprint is the `kid` of headers.
        kid: KeyId,
        /// Whose it is.
        first: Issuer,
        /// Whose it is as well; may be the same.
        second: Issuer,
    },
    /// A key cannot do what its `use` says.
    #[error("a key of {iss} cannot {}, as its use says", .used.name())]
    KeyUse {
        /// Whose it is.
        iss: Issuer,
        /// What it is for.
        used: KeyUse,
    },
    /// A name is empty in one of the two languages.
    #[error("{0} has no name in one of the languages")]
    Nameless(Issuer),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(rename = "v")]
    _v: Version<VERSION>,
    #[serde(deserialize_with = "json::list::<_, _, MAX_ADDRESSES>")]
    repo: Vec<Address>,
    #[serde(deserialize_with = "json::list::<_, _, 500>")]
    authorities: Vec<Authority>,
    #[serde(default)]
    ext: Extensions,
}

impl Authorities {
    /// Reads the file.
    ///
    /// # Errors
    /// [`AuthoritiesError`].
    pub fn read(bytes: &[u8]) -> Result<Self, AuthoritiesError> {
        let form = json::read_version::<Form>(bytes, MAX_BYTES, VERSION);
        let form = form.map_err(|error| match error {
            FormatError::Later { v } => AuthoritiesError::Later { v },
            FormatError::Form(why) => AuthoritiesError::Form(why),
        })?;
        Ok(Self { ext: form.ext, ..Self::new(form.repo, form.authorities)? })
    }

    /// Makes the file.
    ///
    /// # Errors
    /// [`AuthoritiesError`] as when it is read.
    pub fn new(repo: Vec<Address>, authorities: Vec<Authority>) -> Result<Self, AuthoritiesError> {
        check_addresses(&repo)?;
        let mut issuers = BTreeSet::new();
        let mut keys: BTreeMap<KeyId, &Issuer> = BTreeMap::new();
        for authority in &authorities {
            if !issuers.insert(&authority.iss) {
                return Err(AuthoritiesError::IssuerTwice(authority.iss.clone()));
            }
            if !authority.names.is_complete() {
                return Err(AuthoritiesError::Nameless(authority.iss.clone()));
            }
            for key in &authority.keys {
                if key.jwk.curve() != key.used.curve() {
                    let (iss, used) = (authority.iss.clone(), key.used);
                    return Err(AuthoritiesError::KeyUse { iss, used });
                }
                let kid = key.jwk.thumbprint();
                if let Some(first) = keys.insert(kid, &authority.iss) {
                    let (first, second) = (first.clone(), authority.iss.clone());
                    return Err(AuthoritiesError::KeyTwice { kid, first, second });
                }
            }
        }
        Ok(Self { v: Version, repo, authorities, ext: Extensions::default() })
    }

    /// Where the repository lies, one to four addresses in the order in which they are asked.
    #[must_use]
    pub fn repo(&self) -> &[Address] {
        &self.repo
    }

    /// Everyone who issues under this root.
    #[must_use]
    pub fn list(&self) -> &[Authority] {
        &self.authorities
    }

    /// What the file says besides.
    #[must_use]
    pub const fn ext(&self) -> &Extensions {
        &self.ext
    }

    /// The authority of this name.
    #[must_use]
    pub fn find(&self, iss: &Issuer) -> Option<&Authority> {
        self.authorities.iter().find(|authority| authority.iss == *iss)
    }
}

fn check_addresses(repo: &[Address]) -> Result<(), AuthoritiesError> {
    if repo.is_empty() {
        return Err(AuthoritiesError::NoAddress);
    }
    if repo.len() > MAX_ADDRESSES {
        return Err(AuthoritiesError::Addresses(repo.len()));
    }
    let mut named = BTreeSet::new();
    let twice = repo.iter().find(|one| !named.insert(*one));
    twice.map_or(Ok(()), |one| Err(AuthoritiesError::AddressTwice(one.clone())))
}

/// One authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its name in messages, once in the file.
    pub iss: Issuer,
    /// Its name for people, in neither language empty.
    pub names: LocalText,
    /// Where its requests go, without `/v1`.
    pub api: Address,
    /// The zone of every day in its documents; it never changes.
    pub zone: Zone,
    /// The region whose calendars count its working days (PROTOCOL §2.1.3); weekends alone are left
    /// out if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// What it may sign: its remit.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub remit: Vec<Typ>,
    /// Its keys, old ones too; each key once in the whole file.
    #[serde(deserialize_with = "known_keys")]
    #[cfg_attr(feature = "schema", schemars(length(max = 64)))]
    pub keys: Vec<AuthorityKey>,
    /// The rulebook in use now.
    pub rulebook: RulebookPointer,
    /// Days for which a head keeps the newest statement in force.
    pub head_lasts_days: u32,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// Keys of one authority at most.
const MAX_KEYS: usize = 64;

/// Reads the keys that this build can use. One with an unknown `use`, `kty` or `crv` is for later
/// apps: it is left out, and refuses nothing (PROTOCOL §2.1.1).
fn known_keys<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<AuthorityKey>, D::Error> {
    let keys: Vec<Value> = json::list::<_, _, MAX_KEYS>(deserializer)?;
    let is_other = |key: &&Value, at: &str, known: &dyn Fn(&str) -> bool| {
        key.pointer(at).and_then(Value::as_str).is_some_and(|name| !known(name))
    };
    let is_known = |key: &&Value| {
        !is_other(key, "/use", &|name| KeyUse::named(name).is_some())
            && !is_other(key, "/jwk/kty", &|name| name == "OKP")
            && !is_other(key, "/jwk/crv", &|name| Curve::named(name).is_some())
    };
    let known = keys.iter().filter(is_known).cloned();
    known.map(|key| json::of_value(key).map_err(D::Error::custom)).collect()
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyUse {
    /// It signs messages.
    Sign,
    /// Bodies of requests are sealed to it.
    Seal,
}

impl KeyUse {
    /// The word in `use`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::Seal => "seal",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Sign, Self::Seal].into_iter().find(|used| used.name() == name)
    }

    const fn curve(self) -> Curve {
        match self {
            Self::Sign => Curve::Ed25519,
            Self::Seal => Curve::X25519,
        }
    }
}

/// Which rulebook, and which version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RulebookPointer {
    /// Its id.
    pub id: RulebookId,
    /// Its version.
    pub version: u32,
}

impl RulebookPointer {
    /// The target's path: `rulebooks/<id>/<version>.json`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("rulebooks/{}/{}.json", self.id, self.version)
    }

    /// Reads the file at [`Self::path`], which holds this rulebook and no other.
    ///
    /// # Errors
    /// [`RulebookError`].
    pub fn read(&self, bytes: &[u8]) -> Result<Rulebook, RulebookError> {
        let book = Rulebook::read(bytes)?;
        if (&book.id, book.version) == (&self.id, self.version) {
            Ok(book)
        } else {
            Err(RulebookError::Other { id: book.id, version: book.version })
        }
    }
}

/// A key and when it may sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthorityKey {
    /// What it is for.
    #[serde(rename = "use")]
    pub used: KeyUse,
    /// The key; its thumbprint is the `kid` of headers.
    pub jwk: PublicKey,
    /// From when it may sign: `iat` is not earlier.
    pub from: UnixTime,
    /// Until when it may sign: `iat` is not later.
    pub until: UnixTime,
    /// That it was withdrawn before its time (PROTOCOL §2.1.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<KeyWithdrawal>,
}

/// When and why a key was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyWithdrawal {
    /// When it was withdrawn.
    pub at: UnixTime,
    /// Why it was withdrawn.
    pub reason: WithdrawalReason,
}

/// Why a key was withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalReason {
    /// A newer key took its place; what it signed before holds.
    Superseded,
    /// Somebody else may have had it; only what this phone held earlier still holds.
    Compromised,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Hash;

    fn authority(iss: &str, x: &str) -> Authority {
        let key = |x: &str| AuthorityKey {
            used: KeyUse::Sign,
            jwk: PublicKey::ed25519(Hash::of(x.as_bytes()).as_bytes()),
            from: UnixTime(0),
            until: UnixTime(9),
            withdrawn: None,
        };
        Authority {
            iss: iss.parse().unwrap(),
            names: LocalText { en: iss.into(), zh: iss.into() },
            api: "https://credit.example".parse().unwrap(),
            remit: vec![Typ::Head],
            keys: x.split(' ').map(key).collect(),
            rulebook: RulebookPointer { id: "book".parse().unwrap(), version: 1 },
            head_lasts_days: 7,
            zone: Zone::china(),
            region: None,
            ext: Extensions::default(),
        }
    }

    const REPO: &str = "https://credit.example/tuf";

    /// What reading says of a file that was written without the checks.
    fn read(authorities: &[Authority]) -> Result<Authorities, AuthoritiesError> {
        let file = serde_json::json!({"v": 1, "repo": [REPO], "authorities": authorities});
        Authorities::read(file.to_string().as_bytes())
    }

    #[test]
    fn a_list_names_each_authority_and_each_key_once() {
        let two = [authority("a.example", "a"), authority("b.example", "b")];
        assert_eq!(read(&two).unwrap().list().len(), 2);
        let [a, b] = two;
        let twice = [a.clone(), authority("a.example", "c")];
        assert_eq!(read(&twice), Err(AuthoritiesError::IssuerTwice(a.iss.clone())));
        let mut withdrawn = authority("c.example", "a a");
        withdrawn.keys[1].withdrawn =
            Some(KeyWithdrawal { at: UnixTime(1), reason: WithdrawalReason::Compromised });
        for keys in [
            vec![a.clone(), authority("c.example", "a")],
            vec![authority("c.example", "a"), a.clone()],
            vec![b, withdrawn],
        ] {
            assert!(matches!(read(&keys), Err(AuthoritiesError::KeyTwice { .. })));
            let repo = vec![REPO.parse().unwrap()];
            assert!(Authorities::new(repo, keys).is_err(), "nor can such a list be made");
        }
        let mut nameless = a;
        nameless.names.zh = " \u{200B}".into();
        let iss = nameless.iss.clone();
        assert_eq!(read(&[nameless]), Err(AuthoritiesError::Nameless(iss)));
    }

    #[test]
    fn a_list_of_another_version_is_said_to_be_one() {
        for later in [r#"{"v":2,"authorities":[]}"#, r#"{"v":3,"offices":{"a":[]}}"#] {
            let read = Authorities::read(later.as_bytes());
            assert!(matches!(read, Err(AuthoritiesError::Later { v: 2 | 3 })), "{later}");
        }
        for wrong in [
            r#"{"v":0,"repo":["https://a.example"],"authorities":[]}"#,
            r#"{"repo":["https://a.example"],"authorities":[]}"#,
            r#"{"v":1,"authorities":[]}"#,
            "[1,[]]",
        ] {
            let read = Authorities::read(wrong.as_bytes());
            assert!(matches!(read, Err(AuthoritiesError::Form(_))), "{wrong}");
        }
    }

    #[test]
    fn a_list_names_one_to_four_addresses_each_once() {
        let read = |repo: serde_json::Value| {
            let file = serde_json::json!({"v": 1, "repo": repo, "authorities": []});
            Authorities::read(file.to_string().as_bytes())
        };
        let at = |n: u8| format!("https://{n}.example/tuf");
        assert_eq!(read(serde_json::json!([at(1)])).unwrap().repo()[0].as_str(), at(1));
        assert!(read(serde_json::json!([at(1), at(2), at(3), at(4)])).is_ok());
        assert_eq!(read(serde_json::json!([])), Err(AuthoritiesError::NoAddress));
        let one: Address = at(1).parse().unwrap();
        let twice = AuthoritiesError::AddressTwice(one.clone());
        assert_eq!(read(serde_json::json!([at(1), at(2), at(1)])), Err(twice.clone()));
        assert_eq!(Authorities::new(vec![one.clone(), one], vec![]), Err(twice));
        for wrong in [
            serde_json::json!([at(1), at(2), at(3), at(4), at(5)]),
            serde_json::json!(["http://1.example/tuf"]),
            serde_json::json!(["https://1.example/tuf/"]),
            serde_json::json!(["https://user@1.example/tuf"]),
            serde_json::json!(["https://192.168.1.1/tuf"]),
            serde_json::json!("https://1.example/tuf"),
        ] {
            assert!(matches!(read(wrong.clone()), Err(AuthoritiesError::Form(_))), "{wrong}");
        }
        let five: Vec<Address> = (1..=5).map(|n| at(n).parse().unwrap()).collect();
        assert!(Authorities::new(five, vec![]).is_err(), "nor can such a list be made");
    }

    #[test]
    fn a_key_for_later_apps_is_left_out_and_refuses_nothing() {
        let read = |keys: Value| {
            let mut entry = serde_json::to_value(authority("a.example", "a")).unwrap();
            entry["keys"] = keys;
            let file = serde_json::json!({"v": 1, "repo": [REPO], "authorities": [entry]});
            Authorities::read(file.to_string().as_bytes()).map(|file| file.list()[0].keys.clone())
        };
        let key = serde_json::to_value(&authority("a.example", "a").keys[0]).unwrap();
        let with = |at: &str, value: &str| {
            let mut key = key.clone();
            *key.pointer_mut(at).unwrap() = value.into();
            key
        };
        let mut other = with("/jwk/kty", "EC");
        other["jwk"]["y"] = "more".into();
        other["new"] = true.into();
        let keys =
            serde_json::json!([key, with("/use", "attest"), with("/jwk/crv", "Ed448"), other,]);
        assert_eq!(read(keys).unwrap(), authority("a.example", "a").keys);
        let mut seal = with("/jwk/crv", "X25519");
        seal["use"] = "seal".into();
        assert_eq!(read(serde_json::json!([seal])).unwrap()[0].used, KeyUse::Seal);
        let mut unused = key.clone();
        unused.as_object_mut().unwrap().remove("use");
        for wrong in
            [unused, with("/jwk/crv", "X25519"), with("/use", "seal"), with("/jwk/x", "AA")]
        {
            assert!(read(serde_json::json!([wrong])).is_err(), "{wrong}");
        }
    }
}
