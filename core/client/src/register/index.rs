//! Indexes: what one says about itself, and whether it follows the one before.

use serde::de::DeserializeOwned;

use super::SyncError;
use standing_model::ids::Hash;
use standing_model::json::{self, FormatError};
use standing_model::listing::{ListIndex, Listing};
use standing_model::register::{Lister, MAX_INDEX_BYTES, RegisterIndex};
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, FileFault, Found};
use standing_verify::metadata::MetadataError;

/// Seconds by which a list may be ahead of the phone's clock.
const TOLERANCE: i64 = 300;

/// An index file.
pub(super) trait Index: DeserializeOwned {
    /// Counts up.
    fn version(&self) -> u32;
    /// Hash of the one before.
    fn prev(&self) -> Option<Hash>;
    /// When it was made, and when the next one is due.
    fn dates(&self) -> (UnixTime, UnixTime);
    /// What is wrong with it, apart from those.
    fn check(&self) -> Result<(), String>;
}

impl Index for RegisterIndex {
    fn version(&self) -> u32 {
        self.version
    }
    fn prev(&self) -> Option<Hash> {
        self.prev
    }
    fn dates(&self) -> (UnixTime, UnixTime) {
        (self.issued_at, self.next_update)
    }
    fn check(&self) -> Result<(), String> {
        Self::check(self)
    }
}

impl Index for ListIndex {
    fn version(&self) -> u32 {
        self.version
    }
    fn prev(&self) -> Option<Hash> {
        self.prev
    }
    fn dates(&self) -> (UnixTime, UnixTime) {
        (self.issued_at, self.next_update)
    }
    /// A list is checked against its grant, by [`check_list`].
    fn check(&self) -> Result<(), String> {
        Ok(())
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
            json::read_version(&bytes, MAX_INDEX_BYTES, 1).map_err(|error| match error {
                FormatError::Later { .. } => SyncError::Later(path.to_owned()),
                FormatError::Form(why) => SyncError::content(path, why),
            })?;
        let (issued_at, next_update) = value.dates();
        if next_update <= issued_at {
            return Err(SyncError::content(path, "the next one was due before it was made"));
        }
        value.check().map_err(|why| SyncError::content(path, why))?;
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

/// Checks that a list stays within what the publisher grants its authority, and that it is not
/// dated later than `latest`: the later of the clock and of the publisher's own date.
///
/// # Errors
/// [`SyncError::Content`].
pub(super) fn check_list(
    path: &str,
    lister: &Lister,
    index: &ListIndex,
    latest: UnixTime,
) -> Result<(), SyncError> {
    index.check(lister).map_err(|why| SyncError::content(path, why))?;
    if index.issued_at > latest.plus(TOLERANCE) {
        return Err(SyncError::content(path, "it is dated in the future"));
    }
    Ok(())
}

/// A lister publishes the kinds and the offices that it was granted, and no others (PROTOCOL §2.2.9).
///
/// # Errors
/// [`SyncError::Content`].
pub(super) fn check_listing(path: &str, lister: &Lister, row: &Listing) -> Result<(), SyncError> {
    if lister.may_list(row.list_type, &row.office) {
        Ok(())
    } else {
        let why = format!("its row {} is of a list or office not its own", row.list_id);
        Err(SyncError::content(path, why))
    }
}

/// Names what a publisher grants a lister: a table is read again when it changes.
pub(super) fn grant(lister: &Lister) -> Hash {
    let named = (&lister.list_types, &lister.offices);
    Hash::of(&serde_json::to_vec(&named).unwrap_or_default())
}
