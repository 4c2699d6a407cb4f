//! Indexes: what one says about itself, and whether it follows the one before.

use serde::de::DeserializeOwned;

use super::SyncError;
use standing_model::ids::Hash;
use standing_model::json;
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::{Lister, MAX_INDEX_BYTES, RegisterIndex};
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, FileFault, Found};
use standing_verify::metadata::MetadataError;

/// An index file.
pub(super) trait Index: DeserializeOwned {
    /// Its format.
    fn format(&self) -> u32;
    /// Counts up.
    fn version(&self) -> u32;
    /// Hash of the one before.
    fn prev(&self) -> Option<Hash>;
    /// When it was made, and when the next one is due.
    fn dates(&self) -> (UnixTime, UnixTime);
}

impl Index for RegisterIndex {
    fn format(&self) -> u32 {
        self.v
    }
    fn version(&self) -> u32 {
        self.version
    }
    fn prev(&self) -> Option<Hash> {
        self.prev
    }
    fn dates(&self) -> (UnixTime, UnixTime) {
        (self.issued_at, self.next_update)
    }
}

impl Index for ListIndex {
    fn format(&self) -> u32 {
        self.v
    }
    fn version(&self) -> u32 {
        self.version
    }
    fn prev(&self) -> Option<Hash> {
        self.prev
    }
    fn dates(&self) -> (UnixTime, UnixTime) {
        (self.issued_at, self.next_update)
    }
}

/// An index as it was fetched.
#[derive(Debug)]
pub(super) struct Fetched<T> {
    /// Its path.
    pub path: String,
    /// Its bytes, as they were signed.
    pub bytes: Vec<u8>,
    /// What it says.
    pub value: T,
    /// The earliest expiry of what it rests on.
    pub good_until: UnixTime,
    /// Whether this phone has missed versions before it.
    pub gap: bool,
}

/// Why an index does not follow the one before.
#[derive(Debug)]
pub(super) enum Broken {
    /// It is refused, and nothing is to be kept of it.
    Refused(SyncError),
    /// A contradiction, with both documents.
    Alarm(Box<Found>),
}

impl<T: Index> Fetched<T> {
    /// Reads an index.
    ///
    /// # Errors
    /// [`SyncError::Content`].
    pub fn read(path: &str, bytes: Vec<u8>, good_until: UnixTime) -> Result<Self, SyncError> {
        let value: T =
            json::read(&bytes, MAX_INDEX_BYTES).map_err(|why| SyncError::content(path, why))?;
        let (issued_at, next_update) = value.dates();
        if value.format() != 1 {
            return Err(SyncError::content(path, "it is written for a newer app"));
        }
        if next_update <= issued_at {
            return Err(SyncError::content(path, "the next one was due before it was made"));
        }
        Ok(Self { path: path.to_owned(), bytes, value, good_until, gap: false })
    }

    /// Whether this phone has missed versions between the one that it held and this one.
    ///
    /// # Errors
    /// [`Broken`] if this one cannot come after that one.
    pub fn follows(&self, held: &[u8]) -> Result<bool, Broken> {
        // Written by an earlier version of the app and no longer readable: nothing to compare.
        let Ok(before) = json::read::<T>(held, MAX_INDEX_BYTES) else { return Ok(false) };
        let (version, held_version) = (self.value.version(), before.version());
        if version < held_version {
            return Err(Broken::Refused(SyncError::Metadata(MetadataError::Rollback {
                role: self.path.clone(),
                held: held_version.into(),
                offered: version.into(),
            })));
        }
        if version == held_version {
            return if held == self.bytes {
                Ok(false)
            } else {
                Err(self.alarm(FileFault::TwoContents, held))
            };
        }
        let next = version == held_version.saturating_add(1);
        if next && self.value.prev() != Some(Hash::of(held)) {
            return Err(self.alarm(FileFault::BrokenLink, held));
        }
        if self.value.dates().0 < before.dates().0 {
            let why = "it was made before the one that this phone holds";
            return Err(Broken::Refused(SyncError::content(&self.path, why)));
        }
        Ok(!next)
    }

    fn alarm(&self, fault: FileFault, held: &[u8]) -> Broken {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (name, version) = (self.path.clone(), self.value.version().into());
        let alarm = Alarm::PublicFile { fault, name, version };
        Broken::Alarm(Box::new(Found::over(alarm, vec![text(held), text(&self.bytes)])))
    }
}

/// Checks that a list stays within what the publisher lets its authority list.
///
/// # Errors
/// [`SyncError::Content`].
pub(super) fn check_list(path: &str, lister: &Lister, index: &ListIndex) -> Result<(), SyncError> {
    if index.iss != lister.iss {
        return Err(SyncError::content(path, "it names another authority"));
    }
    if index.coverage.iter().any(|one| !lister.list_types.contains(&one.list_type)) {
        return Err(SyncError::content(path, "it covers a kind of list that is not its own"));
    }
    Ok(())
}

/// "A village cannot publish a court listing."
///
/// # Errors
/// [`SyncError::Content`].
pub(super) fn check_listing(path: &str, lister: &Lister, row: &Listing) -> Result<(), SyncError> {
    if lister.list_types.contains(&row.list_type) {
        Ok(())
    } else {
        Err(SyncError::content(path, format!("its row {} is on a list not its own", row.list_id)))
    }
}
