//! Where metadata come from during one refresh.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sigstore_tuf::Repository;
use sigstore_tuf::transport::FetchFuture;

use super::refresh::role_of;
use super::state::TOP_LEVEL;

/// Bytes in the file of a delegated role at most.
pub(super) const MAX_DELEGATED: u64 = 256 * 1024;

/// The repository, with what is at hand in front, and what came from it remembered.
pub(super) struct Source {
    pub(super) repository: Arc<dyn Repository>,
    at_hand: Mutex<BTreeMap<String, Vec<u8>>>,
    fetched: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Source {
    pub(super) fn new(repository: Arc<dyn Repository>) -> Arc<Self> {
        Arc::new(Self { repository, at_hand: Mutex::default(), fetched: Mutex::default() })
    }

    /// Answers the next fetch of `name` with `bytes`.
    pub(super) fn have_at_hand(&self, name: String, bytes: Vec<u8>) {
        locked(&self.at_hand).insert(name, bytes);
    }

    pub(super) fn fetched(&self, name: &str) -> Option<Vec<u8>> {
        locked(&self.fetched).get(name).cloned()
    }
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").finish_non_exhaustive()
    }
}

/// The source as the TUF client owns it.
pub(super) struct Shared(pub(super) Arc<Source>);

/// The limit of a file by its role's kind.
fn most(name: &str) -> u64 {
    let role = role_of(name);
    let top_level = role == "root" || TOP_LEVEL.contains(&role);
    if top_level { u64::MAX } else { MAX_DELEGATED }
}

impl Repository for Shared {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let at_hand = locked(&self.0.at_hand).remove(name);
            let bytes = match at_hand {
                Some(bytes) => Some(bytes),
                None => {
                    let max_length = max_length.min(most(name));
                    self.0.repository.fetch_metadata(name, max_length).await?
                }
            };
            if let Some(bytes) = &bytes {
                locked(&self.0.fetched).insert(name.to_owned(), bytes.clone());
            }
            Ok(bytes)
        })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, max_length: u64) -> FetchFuture<'a> {
        self.0.repository.fetch_target(path, max_length)
    }
}
