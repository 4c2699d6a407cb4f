//! What this phone holds: rows, sealed. No policy; the layers above decide what rows mean.
//!
//! `resident.db` is private and precious; `register.db` is public and may be rebuilt.

#![allow(
    missing_docs,
    clippy::missing_errors_doc,
    reason = "an internal crate: names and types say it"
)]

mod access;
mod alarms;
mod answers;
mod cases;
mod contents;
mod damage;
mod documents;
mod erase;
mod evidence;
mod generation;
mod heads;
mod leave;
mod letters;
mod listing_letters;
mod lookups;
mod memberships;
mod metadata;
mod migrate;
mod open;
mod people;
mod provisional;
mod queue;
mod register;
mod seal;
pub mod search;
mod settings;
pub mod system;
mod tx;
mod watched;

#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

pub use access::Access;
pub use answers::SavedAnswer;
pub use cases::{HandIn, PaperAnswer};
pub use damage::Damaged;
pub use documents::Document;
pub use evidence::{CHUNK, Evidence};
pub use heads::StoredHead;
pub use listing_letters::{ListingHandIn, ListingLetter, ListingSays};
pub use lookups::{Lookup, SaidThen};
pub use memberships::{Membership, MembershipState};
pub use metadata::{PinnedRoot, RootPurpose};
pub use open::DOWNLOADS;
pub use open::Store;
pub use people::Person;
pub use queue::{QueueRow, Queueable};
pub use register::{
    Found, ListRow, ListingRow, OrganisationRow, RegisterRow, RegisterTx, Spill, TableOf, TableRow,
};
pub use seal::{SecretError, SecretName, SecretStore};
pub use tx::Tx;
pub use watched::{Noticed, Watched};

/// Why the store could not do what was asked. No text carries anything about a person.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No space is left; nothing of the transaction was kept.
    #[error("no space is left on this phone")]
    Full,
    /// Another connection held the database for too long.
    #[error("the database is busy")]
    Busy,
    /// The file is damaged, or a sealed row does not open: somebody or something changed it.
    #[error("the stored data are damaged ({0})")]
    Corrupt(&'static str),
    /// A row that another one needs is not there.
    #[error("there is no such row ({0})")]
    Missing(&'static str),
    /// A newer version of this product wrote the folder; it was left as it is.
    #[error("the folder was written by a newer version ({found}, this one knows {known})")]
    NewerVersion {
        /// The folder's version.
        found: u32,
        /// The newest that this build knows.
        known: u32,
    },
    /// Everything in this folder was erased, or is being erased.
    #[error("everything here was erased")]
    Erased,
    /// A key or a file could not be erased: what is left opens with no key, and goes with the next
    /// call or the next opening.
    #[error("erasing is not finished")]
    EraseUnfinished,
    /// Another process, or another store in this one, has the folder open.
    #[error("the folder is in use")]
    InUse,
    /// The folder has data, and the key store has no key for them.
    #[error("the key \"{}\" is missing", .0.name())]
    KeyMissing(SecretName),
    /// The key store has another key than the one that sealed the folder.
    #[error("the key \"{}\" is not the one that sealed the folder", .0.name())]
    KeyWrong(SecretName),
    /// The key store did not answer.
    #[error(transparent)]
    Secrets(#[from] SecretError),
    /// No random bytes, so nothing can be sealed.
    #[error(transparent)]
    NoEntropy(#[from] standing_model::clock::NoEntropy),
    /// The file system refused.
    #[error("the file system refused")]
    Io(#[source] std::io::Error),
    /// The database refused, by its numeric code: a fault of this product.
    #[error("the database refused (code {code})")]
    Refused {
        /// SQLite's extended result code; 0 if it was not SQLite that refused.
        code: i32,
    },
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::Full } else { Self::Io(error) }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let Some(failure) = error.sqlite_error() else {
            return Self::Refused { code: 0 };
        };
        match failure.code {
            Code::DiskFull => Self::Full,
            Code::DatabaseBusy | Code::DatabaseLocked => Self::Busy,
            Code::DatabaseCorrupt | Code::NotADatabase => Self::Corrupt("file"),
            Code::SystemIoFailure | Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied => {
                Self::Io(std::io::Error::other(format!("SQLite code {}", failure.extended_code)))
            }
            _ => Self::Refused { code: failure.extended_code },
        }
    }
}
