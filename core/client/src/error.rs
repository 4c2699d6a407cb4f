//! What can go wrong between this phone and a repository or an authority.

use super::transport::TransportError;
use standing_model::ids::Issuer;
use standing_store::StoreError;
use standing_verify::TrustError;
use standing_verify::alarm::Alarm;
use standing_verify::metadata::MetadataError;
use standing_verify::register::TableError;

/// Why a sync of public data did not end well. What was there before is unchanged and readable.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// No usable answer.
    #[error("reach {host}: {source}")]
    Transport {
        /// Whom it was asked of.
        host: String,
        /// Why.
        source: TransportError,
    },
    /// An answer with an error status.
    #[error("use the answer of {host}: it has the status {status}")]
    Status {
        /// Whom it was asked of.
        host: String,
        /// The status.
        status: u16,
    },
    /// A web page in place of a data file: something in between answered.
    #[error("use the answer of {host}: it is a web page")]
    WebPage {
        /// Whom it was asked of.
        host: String,
    },
    /// Metadata or a file that cannot be believed.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// A table that is not the signed one.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The authority said no; its words are not signed.
    #[error("use the answer of {host}: it refused with the status {status}")]
    Refused {
        /// Whom it was asked of.
        host: String,
        /// The status.
        status: u16,
        /// Its words.
        detail: String,
    },
    /// A document of an authority that cannot be believed.
    #[error("believe {host}: {source}")]
    Trust {
        /// Who sent it.
        host: String,
        /// Why not.
        source: TrustError,
    },
    /// Signed documents that contradict each other; they are kept as an alarm.
    #[error("accept what contradicts what this phone holds ({})", .0.code())]
    Contradiction(Box<Alarm>),
    /// A signed file that contradicts itself or what this phone holds.
    #[error("use {path}: {why}")]
    Content {
        /// The file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// A signed file of a later version than this app reads.
    #[error("use {0}: it is of a later version, which a newer app reads")]
    Later(String),
    /// The `iss` is held under another root; for a register, also the name (PROTOCOL §1.4).
    #[error("accept {0}: another trust root on this phone speaks for it")]
    HeldElsewhere(Issuer),
    /// The name reads as one that is held under another root, and the person has not kept both.
    #[error("accept {0}: its name reads as that of another authority on this phone")]
    NameHeld(Issuer),
    /// The key list names keys to seal records to, and none that is in use now (PROTOCOL §4.4).
    #[error("send records to {0}: its key list names no key in use to seal them to")]
    NoSealKey(Issuer),
    /// The phone has not pinned this root.
    #[error("sync: this trust root is not pinned on this phone")]
    NotPinned,
    /// The person, or the platform, stopped it.
    #[error("finish: it was stopped")]
    Stopped,
    /// The phone has less free space than an update needs; nothing of it was fetched.
    #[error("make room for the update: it needs {needed} bytes, and {free} are free")]
    NoRoom {
        /// Bytes that are needed.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// An update is larger than what a network that charges by volume is used for unasked; nothing
    /// of it was fetched.
    #[error("fetch {bytes} bytes over a network that may charge before the person agrees")]
    AsksFirst {
        /// Bytes that are still to be fetched.
        bytes: u64,
    },
    /// The phone could not store or read.
    #[error("use what this phone keeps: {0}")]
    Store(#[from] StoreError),
}

impl SyncError {
    /// An exchange with `host` that gave no usable answer.
    pub fn exchange(host: String, source: TransportError) -> Self {
        match source {
            TransportError::Stopped => Self::Stopped,
            source => Self::Transport { host, source },
        }
    }

    /// A signed file that cannot be used.
    pub fn content(path: &str, why: impl Into<String>) -> Self {
        Self::Content { path: path.to_owned(), why: why.into() }
    }

    /// What became of a refresh: an error of the repository that this module made itself comes
    /// back as it was.
    pub fn of_refresh(error: MetadataError) -> Self {
        match error {
            MetadataError::Repository(source) => match source.downcast::<Self>() {
                Ok(own) => *own,
                Err(foreign) => Self::Metadata(MetadataError::Repository(foreign)),
            },
            other => Self::Metadata(other),
        }
    }
}
