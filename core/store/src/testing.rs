//! Fakes for tests above this layer too: a key store in memory, a fixed clock, counted chance.

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

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

use super::{Membership, MembershipState, Queueable, SecretError, SecretStore, Store, StoreError};
use standing_model::clock::Clock;
use standing_model::ids::{Hash, MembershipId, TrustId};
use standing_model::time::{UnixTime, ZoneOffset};

/// Named secrets in memory.
#[derive(Default)]
pub struct MemorySecrets(pub Mutex<BTreeMap<String, Vec<u8>>>);

impl SecretStore for MemorySecrets {
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        Ok(self.0.lock().unwrap().get(name).cloned())
    }

    fn store(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError> {
        let mut secrets = self.0.lock().unwrap();
        secrets.insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn erase(&self, name: &str) -> Result<(), SecretError> {
        self.0.lock().unwrap().remove(name);
        Ok(())
    }
}

/// In tests an item may be a word or a number.
macro_rules! queueable {
    ($($item:ty),*) => {$(
        impl Queueable for $item {
            type Brief = String;

            fn brief(&self) -> String {
                format!("{self} in brief")
            }
        }
    )*};
}

queueable!(&str, String, i32, u32);

/// A clock that stands where it was put.
pub struct FixedClock(pub AtomicI64);

impl FixedClock {
    pub fn at(seconds: i64) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(seconds)))
    }

    pub fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> UnixTime {
        UnixTime(self.0.load(Ordering::Relaxed))
    }

    fn zone(&self) -> ZoneOffset {
        ZoneOffset::CHINA
    }
}

/// Whether this process opens `resident.db` with `synchronous=NORMAL`, under which a power cut takes
/// what was kept: the control of the test that nothing is lost.
static SYNCS_LESS: AtomicBool = AtomicBool::new(false);

pub fn let_sync_less() {
    SYNCS_LESS.store(true, Ordering::Relaxed);
}

pub(crate) fn sync_less(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    let less = SYNCS_LESS.load(Ordering::Relaxed);
    if less { connection.pragma_update(None, "synchronous", "NORMAL") } else { Ok(()) }
}

/// The time at which tests begin: 2026-11-23, 00:00 UTC.
pub const NOW: i64 = 1_795_392_000;

pub fn open(folder: &Path, secrets: &Arc<MemorySecrets>) -> Result<Store, StoreError> {
    let entropy = Arc::new(crate::system::SystemEntropy);
    Store::open(folder, secrets.clone(), entropy, FixedClock::at(NOW))
}

pub fn membership(name: &str) -> Membership {
    Membership {
        id: MembershipId(name.into()),
        trust: TrustId(Hash::of(b"root")),
        iss: "credit.yangqiao.example".parse().unwrap(),
        state: MembershipState::Active,
        sub: Some("resident-of-yangqiao".parse().unwrap()),
        hint: None,
        api: "http://127.0.0.1:9".into(),
        key_seed: Zeroizing::new([9; 32]),
        enrolment: None,
        letter: None,
        joined_at: UnixTime(NOW),
    }
}
