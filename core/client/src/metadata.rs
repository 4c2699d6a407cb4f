//! Public data: pin a root, refresh what it signs, keep it in one transaction.

mod authorities;
mod namesakes;

pub use authorities::FetchedAuthorities;
pub use namesakes::Namesake;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::SyncError;
use super::repository::{PURPOSE_METADATA, Remote};
use super::transport::Transport;
use standing_model::authority::{self, Authorities, RulebookPointer};
use standing_model::clock::Clock;
use standing_model::ids::{Hash, TrustId};
use standing_model::link::Link;
use standing_model::rulebook::{self, Rulebook};
use standing_model::time::UnixTime;
use standing_store::{MembershipState, PinnedRoot, RootPurpose, Store, StoreError, Tx};
use standing_verify::alarm::{Alarm, FileFault, Found, KeptAlarm};
use standing_verify::metadata::{
    self, MetadataError, MetadataState, Pinned, Refreshed, TARGETS, Unfinished,
};

/// Bytes in one `root.json` at most.
const MAX_ROOT_BYTES: usize = 512 * 1024;

/// What public data are fetched with and kept in.
#[derive(Clone)]
pub struct PublicData {
    /// The network, or a test's.
    pub transport: Arc<dyn Transport>,
    /// The open folder.
    pub store: Arc<Store>,
    /// The phone's clock.
    pub clock: Arc<dyn Clock>,
}

/// A repository in the middle of a sync: verified, nothing of it kept yet.
pub struct Opened {
    /// The root as it was kept before.
    pub root: PinnedRoot,
    /// The repository on the network.
    pub remote: Arc<Remote>,
    /// What it signs now.
    pub refreshed: Refreshed,
    /// The wall clock when it began.
    pub now: UnixTime,
}

impl Opened {
    /// Writes down that the repository was checked, until when that holds, and the newest time
    /// that its top-level roles sign; a root that was not pinned yet is pinned here. No delegated
    /// role may raise the floor: it would age what all others sign (PROTOCOL §2.2).
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_freshness(
        &self,
        tx: &Tx<'_>,
        good_until: UnixTime,
        signed_at: UnixTime,
    ) -> Result<(), StoreError> {
        let root = tx.root(self.root.trust)?.unwrap_or_else(|| self.root.clone());
        let signed_floor = root.signed_floor.max(signed_at.min(good_until));
        tx.put_root(&PinnedRoot { checked_at: self.now, good_until, signed_floor, ..root })
    }
}

/// A root that nothing was kept under yet.
pub(super) fn candidate(
    pinned: &Pinned,
    repo: &str,
    purpose: RootPurpose,
    now: UnixTime,
) -> PinnedRoot {
    let never = UnixTime(0);
    PinnedRoot {
        trust: pinned.trust(),
        purpose,
        repo: repo.to_owned(),
        root: pinned.bytes().to_vec(),
        pinned_at: now,
        checked_at: never,
        good_until: never,
        signed_floor: never,
    }
}

impl PublicData {
    /// Fetches the root that a link names and compares it; keeps nothing.
    ///
    /// # Errors
    /// [`MetadataError::Fingerprint`] if the address answers with another root, and those of the
    /// network.
    pub async fn fetch_root(&self, link: &Link) -> Result<Pinned, SyncError> {
        let remote = Remote::new(Arc::clone(&self.transport), &link.repo);
        let path = format!("metadata/{}.root.json", link.root_version);
        let bytes = remote.fetch(&path, MAX_ROOT_BYTES, PURPOSE_METADATA).await?;
        let bytes = bytes.ok_or_else(|| SyncError::Status { host: remote.host(), status: 404 })?;
        Ok(Pinned::by_link(link, bytes)?)
    }

    /// Keeps a root without fetching anything under it, as tests begin. The app keeps a root only
    /// together with what was first fetched under it.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    #[cfg(test)]
    pub fn pin(&self, pinned: &Pinned, repo: &str, purpose: RootPurpose) -> Result<(), SyncError> {
        self.store.write(|tx| {
            let known = tx.root(pinned.trust())?;
            let never = UnixTime(0);
            // A foreign link with the true fingerprint must not lead a root that is in use away.
            if known.as_ref().is_some_and(|known| known.checked_at > never) {
                return Ok(());
            }
            let now = self.clock.now();
            let root = known.unwrap_or_else(|| candidate(pinned, repo, purpose, now));
            tx.put_root(&PinnedRoot { repo: repo.to_owned(), ..root })
        })?;
        Ok(())
    }

    /// Refreshes a repository's metadata, up to the top-level role.
    ///
    /// # Errors
    /// [`SyncError::NotPinned`]; any error of the network or of the metadata.
    pub async fn open(&self, trust: TrustId) -> Result<Opened, SyncError> {
        let root = self.store.read(|tx| tx.root(trust))?.ok_or(SyncError::NotPinned)?;
        let repo = root.repo.clone();
        self.open_at(root, &repo).await
    }

    /// As [`Self::open`], at one address, for a root that may not be pinned yet.
    pub(super) async fn open_at(
        &self,
        root: PinnedRoot,
        address: &str,
    ) -> Result<Opened, SyncError> {
        let trust = root.trust;
        let state = self.store.read(|tx| tx.metadata_state(trust))?;
        // A refreshed root without its floors: somebody took them out of the file.
        if root.checked_at > UnixTime(0) && state.seen.is_empty() {
            return Err(MetadataError::FloorMissing("timestamp".to_owned()).into());
        }
        let pinned = Pinned::stored(root.root.clone())?;
        let remote = Arc::new(Remote::new(Arc::clone(&self.transport), address));
        let now = self.clock.now();
        // The later of the phone's clock and what was signed under this root counts.
        let worse = now.max(root.signed_floor);
        let repository: Arc<dyn metadata::Repository> = remote.clone();
        let refreshed = metadata::refresh(repository, &pinned, state, worse).await;
        let refreshed = refreshed.map_err(|unfinished| self.unfinished(trust, unfinished))?;
        Ok(Opened { root, remote, refreshed, now })
    }

    /// Keeps what a refresh had verified before it failed, of a root that is pinned.
    fn unfinished(&self, trust: TrustId, unfinished: Unfinished) -> SyncError {
        let Unfinished { error, verified } = unfinished;
        let kept = verified.map(|verified| {
            self.store.write(|tx| match tx.root(trust)? {
                Some(_) if tx.metadata_state(trust)? != *verified => {
                    tx.put_metadata_state(trust, &verified)
                }
                _ => Ok(()),
            })
        });
        match kept {
            Some(Err(store)) => store.into(),
            _ => self.refused(trust, error),
        }
    }

    /// Keeps the new metadata together with what was admitted, in one transaction, and reads the
    /// floor back.
    ///
    /// # Errors
    /// [`SyncError::Store`]; [`MetadataError::FloorMissing`] if what is kept is not what was
    /// written.
    pub fn commit(
        &self,
        opened: &Opened,
        keep: impl FnOnce(&Tx<'_>) -> Result<(), StoreError>,
    ) -> Result<(), SyncError> {
        let (trust, state) = (opened.root.trust, opened.refreshed.state());
        self.store.write(|tx| {
            keep(tx)?;
            if tx.metadata_state(trust)? == *state {
                return Ok(());
            }
            tx.put_metadata_state(trust, state)
        })?;
        let kept: MetadataState = self.store.read(|tx| tx.metadata_state(trust))?;
        kept.check_floor()?;
        if kept == *state {
            Ok(())
        } else {
            Err(MetadataError::FloorMissing("the new metadata".to_owned()).into())
        }
    }

    /// What a refused refresh leaves behind: a second signed value of one version, kept for its alarm.
    pub fn refused(&self, trust: TrustId, error: MetadataError) -> SyncError {
        let MetadataError::EqualVersionOtherContent(evidence) = &error else {
            return SyncError::of_refresh(error);
        };
        let offered = String::from_utf8_lossy(&evidence.offered).into_owned();
        let kept = self.store.write(|tx| {
            let held = tx.metadata_state(trust)?;
            let held = held.files.get(&format!("{}.json", evidence.role));
            let held = held.map(|file| String::from_utf8_lossy(file).into_owned());
            let alarm = Alarm::PublicFile {
                fault: FileFault::TwoContents,
                name: evidence.role.clone(),
                version: evidence.version,
            };
            let documents = held.into_iter().chain([offered]).collect();
            let hashes = vec![evidence.held, evidence.content];
            let found = Found { alarm, hashes, documents };
            tx.keep_alarm(&KeptAlarm::of(found, trust, None, self.clock.now()))
        });
        match kept {
            Ok(_) => SyncError::of_refresh(error),
            Err(store) => store.into(),
        }
    }

    /// Refuses an `iss` that is held under another root, and gives each name that reads as one held
    /// there, unless the person has seen both and kept both (PROTOCOL §1.4).
    fn check_claims(
        &self,
        trust: TrustId,
        offered: &Authorities,
    ) -> Result<Vec<Namesake>, SyncError> {
        let (held, kept) = self.store.read(|tx| {
            // A root whose hint the person declined holds no name.
            let mut trusted = tx.memberships()?;
            trusted.retain(|one| one.state == MembershipState::Active);
            let counts = |root: &PinnedRoot| trusted.iter().any(|one| one.trust == root.trust);
            let roots = tx.roots()?.into_iter();
            let mut held = Vec::new();
            let mut kept = namesakes::kept(tx, trust)?;
            for root in roots.filter(|root| root.trust != trust && counts(root)) {
                kept.extend(namesakes::kept(tx, root.trust)?);
                let file = tx.public_file(root.trust, authority::PATH)?;
                let list = file.and_then(|bytes| Authorities::read(&bytes).ok());
                held.extend(list.map(|list| (root.trust, list)));
            }
            Ok((held, kept))
        })?;
        let mut found = Vec::new();
        for one in offered.list() {
            let of = |(root, list): &(TrustId, Authorities)| {
                list.list().iter().cloned().map(|known| (*root, known)).collect::<Vec<_>>()
            };
            for (held_under, known) in held.iter().flat_map(of) {
                if known.iss == one.iss {
                    return Err(SyncError::HeldElsewhere(one.iss.clone()));
                }
                if known.names.reads_as(&one.names) {
                    let offered = one.clone();
                    found.push(Namesake { offered, offered_under: trust, held: known, held_under });
                }
            }
        }
        found.retain(|one| !kept.contains(&one.pair()));
        Ok(found)
    }

    /// The rulebooks that are not kept yet, or that are signed with another hash than before.
    async fn fetch_rulebooks(
        &self,
        opened: &mut Opened,
        wanted: &[RulebookPointer],
    ) -> Result<BTreeMap<String, Fetched>, SyncError> {
        let mut fetched = BTreeMap::new();
        for pointer in wanted {
            let path = pointer.path();
            let is_held = |tx: &Tx<'_>, trust, hash| {
                Ok(tx.public_file(trust, &rulebook::storage_key(hash))?.is_some())
            };
            let is_usable = |bytes: &[u8]| pointer.read(bytes).is_ok();
            let one =
                self.fetch_one(opened, &path, rulebook::MAX_BYTES, is_held, is_usable).await?;
            fetched.insert(path, one);
        }
        Ok(fetched)
    }

    /// A target that a trust list leads to, unless this phone has it, or has refused these bytes.
    async fn fetch_one(
        &self,
        opened: &mut Opened,
        path: &str,
        most: usize,
        is_held: impl FnOnce(&Tx<'_>, TrustId, Hash) -> Result<bool, StoreError>,
        is_usable: impl Fn(&[u8]) -> bool,
    ) -> Result<Fetched, SyncError> {
        let trust = opened.root.trust;
        let located = match opened.refreshed.locate(path, TARGETS).await {
            Ok(located) => located,
            Err(MetadataError::NoSuchTarget(_)) => return Ok(Fetched::Nothing),
            Err(error) => return Err(self.refused(trust, error)),
        };
        let (held, refused) = self.store.read(|tx| {
            let refused = tx.public_file(trust, &authority::refused(path))?;
            Ok((is_held(tx, trust, located.sha256)?, refused))
        })?;
        if held {
            return Ok(Fetched::Nothing);
        }
        // The signed length says so: nothing of it is fetched.
        if located.length > limit(most) {
            return Ok(Fetched::TooLarge);
        }
        let bytes = match refused.filter(|refused| Hash::of(refused) == located.sha256) {
            Some(refused) => refused,
            None => {
                let bytes = opened.refreshed.fetch(&located, limit(most)).await;
                bytes.map_err(SyncError::of_refresh)?
            }
        };
        // Also what an earlier version of this app refused.
        Ok(if is_usable(&bytes) { Fetched::Usable(bytes) } else { Fetched::Refused(bytes) })
    }
}

/// What a repository had at a path.
enum Fetched {
    /// Nothing, or what is held.
    Nothing,
    /// What can be used.
    Usable(Vec<u8>),
    /// What cannot: it is kept beside what is held, to say why (PROTOCOL §2.1).
    Refused(Vec<u8>),
    /// What is signed with more bytes than it may have: noted, to say so.
    TooLarge,
}

impl Fetched {
    const fn usable(&self) -> Option<&Vec<u8>> {
        match self {
            Self::Usable(bytes) => Some(bytes),
            Self::Nothing | Self::Refused(_) | Self::TooLarge => None,
        }
    }

    /// Keeps a refused file or that it is too large, or forgets what was refused before.
    fn keep_refused(&self, tx: &Tx<'_>, trust: TrustId, path: &str) -> Result<(), StoreError> {
        let (name, too_large) = (authority::refused(path), authority::too_large(path));
        match self {
            Self::TooLarge if tx.public_file(trust, &too_large)?.is_none() => {
                tx.put_public_file(trust, &too_large, &[])?;
            }
            Self::TooLarge => {}
            _ => tx.remove_public_file(trust, &too_large)?,
        }
        match self {
            Self::Refused(bytes) if tx.public_file(trust, &name)?.as_ref() != Some(bytes) => {
                tx.put_public_file(trust, &name, bytes)
            }
            Self::Refused(_) => Ok(()),
            Self::Nothing | Self::Usable(_) | Self::TooLarge => tx.remove_public_file(trust, &name),
        }
    }
}

/// One version of a rulebook has one hash for ever; two are an alarm (PROTOCOL §3.6.2). Both are
/// kept, each under its hash.
fn keep_rulebook(tx: &Tx<'_>, opened: &Opened, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
    let (trust, hash) = (opened.root.trust, Hash::of(bytes));
    tx.put_public_file(trust, &rulebook::storage_key(hash), bytes)?;
    let Some(first) = tx.public_file(trust, path)? else {
        return tx.put_public_file(trust, path, hash.to_string().as_bytes());
    };
    let first = String::from_utf8_lossy(&first).into_owned();
    if first == hash.to_string() {
        return Ok(());
    }
    let earlier = first.parse().ok().map(rulebook::storage_key);
    let earlier = earlier.map(|name| tx.public_file(trust, &name)).transpose()?.flatten();
    let documents = earlier.into_iter().chain([bytes.to_vec()]);
    let documents = documents.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    // It was read before it came here.
    let Ok(Rulebook { id, version, .. }) = Rulebook::read(bytes) else {
        return Ok(());
    };
    let found = Found::over(Alarm::RulebookTwoHashes { id, version }, documents.collect());
    tx.keep_alarm(&KeptAlarm::of(found, trust, None, opened.now)).map(drop)
}

fn limit(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

#[cfg(test)]
#[path = "metadata_tests.rs"]
mod tests;
