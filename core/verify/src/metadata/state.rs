//! What is kept of a repository's metadata between two refreshes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use sigstore_tuf::{MetadataStore, canonical_json};

use super::{Equivocation, MetadataError};
use standing_model::ids::Hash;

pub(super) const TOP_LEVEL: [&str; 3] = ["timestamp", "snapshot", "targets"];

/// The files that the next refresh starts from, and the hash of what was seen and could still be
/// offered again.
///
/// It belongs into the database that is never rebuilt: without it, an old repository passes for a
/// new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetadataState {
    /// Verified files by name: `root_history/<n>.root.json`, `timestamp.json`, `snapshot.json`,
    /// `targets.json`, and `<version>.<role>.json` of delegated roles.
    pub files: BTreeMap<String, Vec<u8>>,
    /// SHA-256 of the signed content of each role's versions, from the one that is held on: an
    /// older one is refused as such.
    pub seen: BTreeMap<(String, u64), Hash>,
    /// The keys that each role's versions were seen under. Under other keys its versions begin
    /// again: what a thief signed with the old ones does not count against the publisher.
    pub keys: BTreeMap<String, Hash>,
}

impl MetadataState {
    /// Checks that nothing is missing of what a refresh must not fall below. Call it on what was
    /// read back after a commit, and before each refresh.
    ///
    /// # Errors
    /// [`MetadataError::FloorMissing`] with the role.
    pub fn check_floor(&self) -> Result<(), MetadataError> {
        for role in TOP_LEVEL {
            let mut seen = self.seen.range((role.to_owned(), 0)..=(role.to_owned(), u64::MAX));
            let kept = self.files.get(&format!("{role}.json"));
            // A version that was offered and not taken may be among those seen, so the one kept
            // need not be the highest.
            if seen.next().is_some() && !kept.is_some_and(|kept| self.has_seen(role, kept)) {
                return Err(MetadataError::FloorMissing(role.to_owned()));
            }
        }
        Ok(())
    }

    /// The version of the newest `targets.json` and SHA-256 of what its signatures cover: two phones
    /// that compare it know whether they were given the same. None before the first refresh.
    #[must_use]
    pub fn edition(&self) -> Option<(u64, Hash)> {
        let targets = self.files.get("targets.json")?;
        Some((version(targets).ok()?, content(targets).ok()?))
    }

    /// Remembers a validly signed content, and the keys that it is signed by.
    pub(super) fn observe(
        &mut self,
        role: &str,
        keys: Hash,
        bytes: &[u8],
    ) -> Result<(), MetadataError> {
        let (version, offered) = (version(bytes)?, content(bytes)?);
        if self.keys.insert(role.to_owned(), keys) != Some(keys) {
            self.seen.retain(|(seen, _), _| seen != role);
        }
        let held = *self.seen.entry((role.to_owned(), version)).or_insert(offered);
        if held == offered {
            return Ok(());
        }
        let (role, content, offered) = (role.to_owned(), offered, bytes.to_vec());
        let alarm = Equivocation { role, version, held, content, offered };
        Err(MetadataError::EqualVersionOtherContent(Box::new(alarm)))
    }

    /// Forgets the versions of a role below the one in `bytes`.
    pub(super) fn prune(&mut self, role: &str, bytes: &[u8]) -> Result<(), MetadataError> {
        let floor = version(bytes)?;
        self.seen.retain(|(seen, version), _| seen != role || *version >= floor);
        Ok(())
    }

    /// Whether these bytes are what was seen under their own version.
    fn has_seen(&self, role: &str, bytes: &[u8]) -> bool {
        let (Ok(version), Ok(content)) = (version(bytes), content(bytes)) else { return false };
        self.seen.get(&(role.to_owned(), version)) == Some(&content)
    }
}

/// SHA-256 of what the signatures cover: the same content signed once more is the same.
pub(super) fn content(bytes: &[u8]) -> Result<Hash, MetadataError> {
    let canonical = canonical_json::to_canonical_bytes(&signed(bytes)?)?;
    Ok(Hash::of(&canonical))
}

pub(super) fn version(bytes: &[u8]) -> Result<u64, MetadataError> {
    let version = signed(bytes)?.get("version").and_then(serde_json::Value::as_u64);
    version.ok_or_else(|| MetadataError::Malformed("a file without a version".to_owned()))
}

fn signed(bytes: &[u8]) -> Result<serde_json::Value, MetadataError> {
    let mut file: serde_json::Value = serde_json::from_slice(bytes)
        .map_err(|error| MetadataError::Malformed(error.to_string()))?;
    let signed = file.get_mut("signed").map(serde_json::Value::take);
    signed.ok_or_else(|| MetadataError::Malformed("a file without a signed part".to_owned()))
}

/// What the TUF client stores into during one refresh: memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Collected(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Collected {
    pub(super) fn of(state: &MetadataState) -> Self {
        Self(Arc::new(Mutex::new(state.files.clone())))
    }

    pub(super) fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.lock().get(name).cloned()
    }

    /// The chain of roots and the top-level roles; delegated roles are named by version and added
    /// by the caller.
    pub(super) fn top_level(&self) -> BTreeMap<String, Vec<u8>> {
        let kept = |name: &str| {
            name.starts_with("root_history/")
                || TOP_LEVEL.iter().any(|role| name.strip_suffix(".json") == Some(role))
        };
        let files = self.lock();
        let kept = files.iter().filter(|(name, _)| kept(name));
        kept.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
    }

    /// The files of delegated roles that were verified in this refresh, by `<role>.json`.
    pub(super) fn delegated(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.lock();
        let kept = files.iter().filter(|(name, _)| {
            let role = super::refresh::role_of(name);
            name.strip_suffix(".json") == Some(role) && role != "root" && !TOP_LEVEL.contains(&role)
        });
        kept.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MetadataStore for Collected {
    fn load(&self, name: &str) -> sigstore_tuf::Result<Option<Vec<u8>>> {
        Ok(self.file(name))
    }

    fn store(&self, name: &str, bytes: &[u8]) -> sigstore_tuf::Result<()> {
        // Targets are the caller's to keep.
        if !name.starts_with("targets/") {
            self.lock().insert(name.to_owned(), bytes.to_vec());
        }
        Ok(())
    }
}
