//! A small publisher for tests: a TUF repository in memory, and its keys to lie with.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    reason = "test code"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sigstore_tuf::transport::FetchFuture;
use sigstore_tuf::{Repository, canonical_json};

use standing_model::ids::Hash;
use standing_model::time::UnixTime;

/// A server's files by path: metadata at the top, targets below `targets/`.
#[derive(Clone, Default)]
pub struct Files(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Files {
    pub fn get(&self, path: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(path).cloned()
    }

    pub fn put(&self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.0.lock().unwrap().insert(path.to_owned(), bytes.into());
    }

    pub fn remove(&self, path: &str) {
        self.0.lock().unwrap().remove(path);
    }

    pub fn all(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.lock().unwrap().clone()
    }

    /// Puts the server's files back as they were: a rollback.
    pub fn restore(&self, files: BTreeMap<String, Vec<u8>>) {
        *self.0.lock().unwrap() = files;
    }

    fn bounded(&self, path: &str, most: u64) -> sigstore_tuf::Result<Option<Vec<u8>>> {
        let found = self.get(path);
        match found {
            Some(bytes) if bytes.len() as u64 > most => {
                Err(sigstore_tuf::Error::transport("too long"))
            }
            found => Ok(found),
        }
    }
}

impl Repository for Files {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move { self.bounded(name, max_length) })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move { self.bounded(&format!("targets/{path}"), max_length) })
    }
}

/// Signs and publishes. Every field may be bent before [`Publisher::publish`].
pub struct Publisher {
    pub files: Files,
    pub expires: UnixTime,
    pub versions: BTreeMap<String, u64>,
    pub targets: BTreeMap<String, Vec<u8>>,
    pub delegated: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
    /// Paths that a role may sign, if they are not those of its own folder.
    pub reach: BTreeMap<String, String>,
    /// Roles that are signed by another key than their first.
    pub keys: BTreeMap<String, String>,
    /// Roles with a threshold of two, and one key under two ids.
    pub twice: BTreeSet<String>,
}

impl Publisher {
    pub fn new(expires: UnixTime) -> Self {
        let (files, versions) = (Files::default(), BTreeMap::new());
        let (targets, delegated, reach) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (keys, twice) = (BTreeMap::new(), BTreeSet::new());
        let publisher = Self { files, expires, versions, targets, delegated, reach, keys, twice };
        publisher.files.put("1.root.json", publisher.root(1));
        publisher
    }

    pub fn root(&self, version: u64) -> Vec<u8> {
        self.root_with(version, &[])
    }

    /// A root in which some roles have other keys than their first.
    pub fn root_with(&self, version: u64, other: &[(&str, &str)]) -> Vec<u8> {
        let roles = ["root", "timestamp", "snapshot", "targets"];
        let of = |role: &str| {
            let other = other.iter().find(|(name, _)| *name == role);
            other.map_or_else(|| role.to_owned(), |(_, key)| (*key).to_owned())
        };
        let mut keys: BTreeMap<String, Value> =
            roles.iter().map(|role| tuf_key(&of(role))).collect();
        let named = roles.iter().map(|role| (*role, self.role_keys(role, &of(role), &mut keys)));
        let named: BTreeMap<&str, Value> = named.collect();
        let mut signed = self.head("root", version);
        signed["consistent_snapshot"] = json!(true);
        signed["keys"] = json!(keys);
        signed["roles"] = json!(named);
        envelope("root", &signed)
    }

    /// A role's keys: one, or the same under two ids.
    fn role_keys(&self, role: &str, key: &str, keys: &mut BTreeMap<String, Value>) -> Value {
        if !self.twice.contains(role) {
            return role_keys(key);
        }
        let (id, public) = tuf_key(key);
        let second = format!("{id}-2");
        keys.insert(second.clone(), public);
        json!({ "keyids": [id, second], "threshold": 2 })
    }

    /// The file that a role signs with its key of now, under both ids if it has two.
    fn signed_by(&self, role: &str, signed: &Value) -> Vec<u8> {
        let name = self.keys.get(role).map_or(role, String::as_str);
        let mut file: Value = serde_json::from_slice(&envelope(name, signed)).unwrap();
        if self.twice.contains(role) {
            let mut second = file["signatures"][0].clone();
            second["keyid"] = json!(format!("key-{name}-2"));
            file["signatures"].as_array_mut().unwrap().push(second);
        }
        serde_json::to_vec(&file).unwrap()
    }

    /// Publishes everything one version higher, in the order that a publisher keeps.
    pub fn publish(&mut self) {
        let mut pins = BTreeMap::new();
        for (role, targets) in self.delegated.clone() {
            let version = self.count(&role);
            let mut signed = self.head("targets", version);
            signed["targets"] = self.put_targets(&targets);
            let bytes = self.signed_by(&role, &signed);
            pins.insert(format!("{role}.json"), pin(version, &bytes));
            self.files.put(&format!("{version}.{role}.json"), bytes);
        }
        let version = self.count("targets");
        let mut signed = self.head("targets", version);
        signed["targets"] = self.put_targets(&self.targets.clone());
        let of = |role: &String| self.keys.get(role).unwrap_or(role).clone();
        let mut keys: BTreeMap<String, Value> =
            self.delegated.keys().map(|role| tuf_key(&of(role))).collect();
        let roles = self.delegated.keys().map(|role| {
            let mut named = self.role_keys(role, &of(role), &mut keys);
            named["name"] = json!(role);
            named["terminating"] = json!(true);
            let own = format!("lists/{role}/*");
            named["paths"] = json!([self.reach.get(role).unwrap_or(&own)]);
            named
        });
        let roles: Vec<Value> = roles.collect();
        signed["delegations"] = json!({ "keys": keys, "roles": roles });
        let bytes = envelope("targets", &signed);
        pins.insert("targets.json".to_owned(), pin(version, &bytes));
        self.files.put(&format!("{version}.targets.json"), bytes);
        self.publish_snapshot(&pins);
    }

    fn publish_snapshot(&mut self, pins: &BTreeMap<String, Value>) {
        let version = self.count("snapshot");
        let mut signed = self.head("snapshot", version);
        signed["meta"] = json!(pins);
        let snapshot = envelope("snapshot", &signed);
        self.files.put(&format!("{version}.snapshot.json"), snapshot.clone());
        let timestamp = self.count("timestamp");
        self.publish_timestamp(timestamp, version, &snapshot);
    }

    pub fn publish_timestamp(&self, version: u64, snapshot_version: u64, snapshot: &[u8]) {
        let mut signed = self.head("timestamp", version);
        signed["meta"] = json!({ "snapshot.json": pin(snapshot_version, snapshot) });
        self.files.put("timestamp.json", self.signed_by("timestamp", &signed));
    }

    fn count(&mut self, role: &str) -> u64 {
        let version = self.versions.entry(role.to_owned()).or_insert(0);
        *version += 1;
        *version
    }

    fn put_targets(&self, targets: &BTreeMap<String, Vec<u8>>) -> Value {
        let mut listed = serde_json::Map::new();
        for (path, bytes) in targets {
            let hash = Hash::of(bytes).to_hex();
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            self.files.put(&format!("targets/{folder}{hash}.{name}"), bytes.clone());
            listed.insert(
                path.clone(),
                json!({ "length": bytes.len(), "hashes": { "sha256": hash } }),
            );
        }
        Value::Object(listed)
    }

    fn head(&self, typ: &str, version: u64) -> Value {
        let expires = self.expires.to_chrono().format("%Y-%m-%dT%H:%M:%SZ").to_string();
        json!({ "_type": typ, "spec_version": "1.0.31", "version": version, "expires": expires })
    }
}

/// The file that `role`'s key signs.
pub fn envelope(role: &str, signed: &Value) -> Vec<u8> {
    let canonical = canonical_json::to_canonical_bytes(signed).unwrap();
    let signature: String =
        key(role).sign(&canonical).to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let signatures = json!([{ "keyid": format!("key-{role}"), "sig": signature }]);
    serde_json::to_vec(&json!({ "signed": signed, "signatures": signatures })).unwrap()
}

fn key(role: &str) -> SigningKey {
    SigningKey::from_bytes(Hash::of(format!("testonly {role}").as_bytes()).as_bytes())
}

fn tuf_key(role: &str) -> (String, Value) {
    let public: String =
        key(role).verifying_key().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let key = json!({ "keytype": "ed25519", "scheme": "ed25519", "keyval": { "public": public } });
    (format!("key-{role}"), key)
}

fn role_keys(role: &str) -> Value {
    json!({ "keyids": [format!("key-{role}")], "threshold": 1 })
}

fn pin(version: u64, bytes: &[u8]) -> Value {
    let sha256 = Hash::of(bytes).to_hex();
    json!({ "version": version, "length": bytes.len(), "hashes": { "sha256": sha256 } })
}
