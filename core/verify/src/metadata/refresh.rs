//! One refresh of one repository: everything in memory until the caller commits it.

use std::collections::BTreeMap;
use std::sync::Arc;

use sigstore_tuf::{
    MetaFile, Repository, Role, Root, Snapshot, TargetFile, Timestamp, Updater, UpdaterConfig,
};

use super::source::{MAX_DELEGATED, Shared, Source};
use super::state::{Collected, TOP_LEVEL};
use super::{Equivocation, MetadataError, MetadataState, Pinned, TARGETS, keys};
use standing_model::ids::Hash;
use standing_model::time::UnixTime;

/// Bytes in a top-level file at most.
const MAX_TOP_LEVEL: u64 = 1024 * 1024;

/// A refresh that did not come to its end.
#[derive(Debug)]
pub struct Unfinished {
    /// Why.
    pub error: MetadataError,
    /// What was verified before it failed, to be kept all the same: a root that was verified ends
    /// the keys of the one before it, whatever comes after (TUF 1.0 §5.3). It admits no target.
    pub verified: Option<Box<MetadataState>>,
}

impl From<MetadataError> for Unfinished {
    fn from(error: MetadataError) -> Self {
        Self { error, verified: None }
    }
}

impl From<sigstore_tuf::Error> for Unfinished {
    fn from(error: sigstore_tuf::Error) -> Self {
        MetadataError::from(error).into()
    }
}

/// Brings a repository's metadata up to date, starting from what is kept of it.
///
/// `now` is the later of the wall clock and of the newest time signed under this root.
/// Nothing is stored: commit [`Refreshed::state`] in one transaction
/// with what was admitted.
///
/// # Errors
/// [`Unfinished`] with any [`MetadataError`]; what the phone holds is then as good as it was
/// before.
pub async fn refresh(
    repository: Arc<dyn Repository>,
    pinned: &Pinned,
    state: MetadataState,
    now: UnixTime,
) -> Result<Refreshed, Unfinished> {
    super::crypto::install()?;
    state.check_floor()?;
    let now = jiff::Timestamp::from_second(now.0)
        .map_err(|_| MetadataError::Malformed("a time beyond the calendar".to_owned()))?;
    let collected = Collected::of(&state);
    let source = Source::new(repository);
    let mut config = UpdaterConfig::default();
    config.snapshot_max_length = MAX_TOP_LEVEL;
    config.targets_max_length = MAX_TOP_LEVEL;
    // Each caller names its own limit.
    config.target_max_length = u64::MAX;
    let mut updater = Updater::new(Shared(Arc::clone(&source)), pinned.bytes())?
        .with_config(config)
        .with_store(collected.clone());
    if let Err(error) = updater.refresh(now).await {
        let verified = verified_before(state, &collected, updater.trusted().root()).map(Box::new);
        return Err(Unfinished { error: error.into(), verified });
    }
    let mut refreshed = Refreshed { updater, source, collected, state, now };
    refreshed.admit_top_level()?;
    Ok(refreshed)
}

/// What a refresh that failed had verified; none if even that must not be kept.
fn verified_before(
    mut state: MetadataState,
    collected: &Collected,
    root: &Root,
) -> Option<MetadataState> {
    for (name, bytes) in collected.top_level() {
        if name.starts_with("root_history/") {
            keys::check_root(&bytes).ok()?;
            state.files.insert(name, bytes);
        } else if state.files.get(&name) != Some(&bytes) {
            observe_top_level(&mut state, &name, &bytes, root).ok()?;
            state.files.insert(name, bytes);
        }
    }
    state.check_floor().is_ok().then_some(state)
}

/// Remembers a top-level file by its role's keys in the newest root.
fn observe_top_level(
    state: &mut MetadataState,
    name: &str,
    bytes: &[u8],
    root: &Root,
) -> Result<(), MetadataError> {
    let role = role_of(name);
    let role_keys = root.role(role).ok_or_else(|| MetadataError::NotSigned(role.to_owned()))?;
    state.observe(role, keys::of_role(role, &root.keys, role_keys)?, bytes)
}

/// A repository as it is now, verified; its files can be asked for.
#[derive(Debug)]
pub struct Refreshed {
    updater: Updater,
    source: Arc<Source>,
    collected: Collected,
    state: MetadataState,
    now: jiff::Timestamp,
}

/// What a file must be, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The path that the role signs.
    pub path: String,
    /// The path below the repository's address, the hash in its name.
    pub address: String,
    /// Its length in bytes.
    pub length: u64,
    /// Its SHA-256.
    pub sha256: Hash,
}

impl Refreshed {
    /// What to commit, in one transaction with what was admitted.
    #[must_use]
    pub const fn state(&self) -> &MetadataState {
        &self.state
    }

    /// When the first of the roles that this answer rests on expires; `role` is the role that
    /// signs it. Later, what rests on it is *unknown*.
    #[must_use]
    pub fn good_until(&self, role: &str) -> UnixTime {
        let trusted = self.updater.trusted();
        let expiries = [
            Some(trusted.root().expires()),
            trusted.timestamp().map(Role::expires),
            trusted.snapshot().map(Role::expires),
            trusted.targets_role(TARGETS).map(Role::expires),
            trusted.targets_role(role).map(Role::expires),
        ];
        let first = expiries.into_iter().flatten().min();
        UnixTime(first.map_or(i64::MIN, jiff::Timestamp::as_second))
    }

    /// Says what the file at `path` must be, as `role` signs it.
    ///
    /// # Errors
    /// [`MetadataError::NoSuchTarget`] if nobody signs it, [`MetadataError::WrongRole`] if another
    /// role does, [`MetadataError::EqualVersionOtherContent`] if the role signs two contents, and
    /// those of fetching the role's metadata.
    pub async fn locate(&mut self, path: &str, role: &str) -> Result<Located, MetadataError> {
        self.check_size(role)?;
        self.reuse_delegated(role);
        let found = self.updater.get_target_info(path, self.now).await?;
        let found = found.ok_or_else(|| MetadataError::NoSuchTarget(path.to_owned()))?;
        let trusted = self.updater.trusted();
        let by_role = trusted.targets_role(role).and_then(|role| role.target(path));
        let by_publisher = trusted.targets_role(TARGETS).and_then(|role| role.target(path));
        // The role that signed a path is looked up (PROTOCOL §2.2): what the search
        // found first must be what this role signs, and the publisher may not speak for a role.
        if by_role != Some(&found) || (role != TARGETS && by_publisher.is_some()) {
            let (path, role) = (path.to_owned(), role.to_owned());
            return Err(MetadataError::WrongRole { path, role });
        }
        self.admit_delegated(role)?;
        located(path, &found)
    }

    /// Says what the file at `path` must be, as the first role signs it in the search of TUF 1.0
    /// §5.6.7, whoever that is. The app never asks so: it names the role.
    ///
    /// # Errors
    /// [`MetadataError::NoSuchTarget`], and those of fetching the roles' metadata.
    pub async fn search(&mut self, path: &str) -> Result<Located, MetadataError> {
        let found = self.updater.get_target_info(path, self.now).await?;
        located(path, &found.ok_or_else(|| MetadataError::NoSuchTarget(path.to_owned()))?)
    }

    /// The files of delegated roles that [`Self::search`] verified, by `<role>.json`; signs that
    /// an address cannot hold are escaped in the name.
    #[must_use]
    pub fn delegated(&self) -> BTreeMap<String, Vec<u8>> {
        self.collected.delegated()
    }

    /// Fetches a small file of at most `limit` bytes, whole, as `role` signs it.
    ///
    /// # Errors
    /// Those of [`Self::locate`]; [`MetadataError::TooLarge`], [`MetadataError::Mismatch`] and
    /// those of the repository.
    pub async fn target(
        &mut self,
        path: &str,
        role: &str,
        limit: u64,
    ) -> Result<Vec<u8>, MetadataError> {
        let located = self.locate(path, role).await?;
        self.fetch(&located, limit).await
    }

    /// Fetches a small file that was located before.
    ///
    /// # Errors
    /// [`MetadataError::TooLarge`], [`MetadataError::Mismatch`] and those of the repository.
    pub async fn fetch(&self, located: &Located, limit: u64) -> Result<Vec<u8>, MetadataError> {
        let Located { path, address, length, sha256 } = located;
        if *length > limit {
            return Err(MetadataError::TooLarge { path: path.clone(), limit });
        }
        let below = address.strip_prefix("targets/").unwrap_or(address);
        let fetched = self.source.repository.fetch_target(below, *length).await?;
        let bytes =
            fetched.ok_or_else(|| MetadataError::Incomplete(format!("{path} not found")))?;
        if u64::try_from(bytes.len()) == Ok(*length) && Hash::of(&bytes) == *sha256 {
            Ok(bytes)
        } else {
            Err(MetadataError::Mismatch(path.clone()))
        }
    }

    fn admit_top_level(&mut self) -> Result<(), MetadataError> {
        let consistent = self.updater.trusted().root().consistent_snapshot;
        if !consistent {
            return Err(MetadataError::Root("it has no consistent snapshots".to_owned()));
        }
        let files = self.collected.top_level();
        let root = self.updater.trusted().root();
        for (name, bytes) in &files {
            if name.starts_with("root_history/") {
                keys::check_root(bytes)?;
            } else {
                observe_top_level(&mut self.state, name, bytes, root)?;
            }
        }
        let delegated = self.state.files.iter().filter(|(name, _)| is_delegated(name));
        let delegated: BTreeMap<_, _> =
            delegated.map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
        self.state.files = files;
        self.state.files.extend(delegated);
        self.check_offered_timestamp()?;
        self.check_snapshot_pin()?;
        for role in TOP_LEVEL {
            if let Some(kept) = self.collected.file(&format!("{role}.json")) {
                self.state.prune(role, &kept)?;
            }
        }
        Ok(())
    }

    /// The client takes a timestamp with an equal version for "nothing changed" and drops it
    /// unread; its content may be another one.
    fn check_offered_timestamp(&mut self) -> Result<(), MetadataError> {
        let Some(offered) = self.source.fetched("timestamp.json") else { return Ok(()) };
        let root = self.updater.trusted().root();
        let parsed = sigstore_tuf::Metadata::<Timestamp>::from_slice(&offered)?;
        let keys = root.role("timestamp");
        let keys = keys.ok_or_else(|| MetadataError::NotSigned("timestamp".to_owned()))?;
        parsed.verify_threshold(&root.keys, keys, "timestamp")?;
        observe_top_level(&mut self.state, "timestamp.json", &offered, root)
    }

    /// The client uses a snapshot that it holds when a new timestamp names the same version, and
    /// does not compare the hash.
    fn check_snapshot_pin(&self) -> Result<(), MetadataError> {
        let pin = self.updater.trusted().timestamp().and_then(Timestamp::snapshot_meta);
        let file = self.collected.file("snapshot.json").unwrap_or_default();
        if pin.is_none_or(|pin| fits(pin, &file)) {
            return Ok(());
        }
        let version = self.updater.trusted().snapshot().map_or(0, |s: &Snapshot| s.version);
        let offered = self.collected.file("timestamp.json").unwrap_or_default();
        Err(MetadataError::EqualVersionOtherContent(Box::new(Equivocation {
            role: "snapshot".to_owned(),
            version,
            held: Hash::of(&file),
            content: super::state::content(&offered)?,
            offered,
        })))
    }

    /// A delegated role's file is no larger than one may be, as far as the snapshot says.
    fn check_size(&self, role: &str) -> Result<(), MetadataError> {
        let name = format!("{role}.json");
        let snapshot = self.updater.trusted().snapshot();
        let pin = snapshot.and_then(|snapshot| snapshot.meta.get(&name));
        let length = pin.and_then(|pin| pin.length).unwrap_or(0);
        if role == TARGETS || length <= MAX_DELEGATED {
            Ok(())
        } else {
            Err(MetadataError::TooLarge { path: name, limit: MAX_DELEGATED })
        }
    }

    /// A delegated role's file is named after its version and never changes: one that is held, and
    /// that the snapshot names with its hash, need not be fetched again. It is verified once more.
    fn reuse_delegated(&self, role: &str) {
        let snapshot = self.updater.trusted().snapshot();
        let pin = snapshot.and_then(|snapshot| snapshot.meta.get(&format!("{role}.json")));
        let Some(pin) = pin.filter(|pin| pin.hashes.is_some()) else { return };
        let name = format!("{}.{role}.json", pin.version);
        if let Some(held) = self.state.files.get(&name).filter(|held| fits(pin, held)) {
            self.source.have_at_hand(name, held.clone());
        }
    }

    fn admit_delegated(&mut self, role: &str) -> Result<(), MetadataError> {
        let Some(targets) = self.updater.trusted().targets_role(role) else { return Ok(()) };
        if role == TARGETS {
            return Ok(());
        }
        let name = format!("{}.{role}.json", targets.version);
        let bytes = self.source.fetched(&name);
        let bytes =
            bytes.ok_or_else(|| MetadataError::Mismatch(format!("{role} has an odd name")))?;
        let by = self.updater.trusted().targets_role(TARGETS);
        let by = keys::of_delegated(role, by.and_then(|by| by.delegations.as_ref()))?;
        let by = by.ok_or_else(|| MetadataError::NotSigned(role.to_owned()))?;
        self.state.observe(role, by, &bytes)?;
        self.state.prune(role, &bytes)?;
        self.state.files.retain(|name, _| !is_delegated(name) || role_of(name) != role);
        self.state.files.insert(name, bytes);
        Ok(())
    }
}

/// What the file at `path` must be, and where it lies.
fn located(path: &str, found: &TargetFile) -> Result<Located, MetadataError> {
    let hex = found.hashes.get("sha256").map(String::as_str).unwrap_or_default();
    let sha256 = Hash::from_hex(hex)
        .map_err(|_| MetadataError::Mismatch(format!("{path} has no SHA-256")))?;
    let address = match path.rsplit_once('/') {
        Some((folder, name)) => format!("targets/{folder}/{hex}.{name}"),
        None => format!("targets/{hex}.{path}"),
    };
    Ok(Located { path: path.to_owned(), address, length: found.length, sha256 })
}

/// Whether a file has the length and the hash that its parent names, as far as it names them.
fn fits(pin: &MetaFile, file: &[u8]) -> bool {
    let length = pin.length.is_none_or(|length| u64::try_from(file.len()) == Ok(length));
    let named = pin.hashes.as_ref().and_then(|hashes| hashes.get("sha256"));
    length && named.is_none_or(|hex| Hash::of(file).to_hex().eq_ignore_ascii_case(hex))
}

/// `timestamp.json`, `root_history/3.root.json`, `7.credit.example.json`: the role in it.
pub(super) fn role_of(name: &str) -> &str {
    let name = name.strip_prefix("root_history/").unwrap_or(name);
    let name = name.strip_suffix(".json").unwrap_or(name);
    match name.split_once('.') {
        Some((version, role)) if version.parse::<u64>().is_ok() => role,
        _ => name,
    }
}

fn is_delegated(name: &str) -> bool {
    !name.starts_with("root_history/") && name.starts_with(|first: char| first.is_ascii_digit())
}
