//! Public data: is this file the one that its repository signs now (The Update Framework 1.0)?
//!
//! The client of crate `sigstore-tuf` verifies; this module closes what it leaves open:
//! - it only logs when storing fails: here nothing is stored during a refresh. The caller gets the
//!   whole new [`MetadataState`], commits it in one transaction with what it admitted, reads it
//!   back, and asks [`MetadataState::check_floor`];
//! - it lets another content with an equal version pass: here the hash of each `(role, version)`
//!   that could still be accepted is kept, and a second one is
//!   [`MetadataError::EqualVersionOtherContent`];
//! - it counts key ids: here one key under two ids is [`MetadataError::DuplicateKey`];
//! - it gives up what it had verified when a later step fails: here [`Unfinished`] carries it;
//! - it does not say which role signed a path: here the caller names the role, and any other is
//!   refused;
//! - it buffers targets: [`Refreshed::target`] does with a limit, [`Refreshed::locate`] only says
//!   what a large one must be.

mod crypto;
mod keys;
pub(super) mod published;
mod refresh;
mod root;
mod source;
mod state;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

pub use refresh::{Located, Refreshed, Unfinished, refresh};
pub use root::Pinned;
pub use sigstore_tuf::Repository;
pub use state::MetadataState;

use standing_model::time::UnixTime;

/// The role that signs what no delegated role does.
pub const TARGETS: &str = "targets";

/// Why public data are not taken. What the phone holds stays readable.
#[derive(Debug, thiserror::Error)]
pub enum MetadataError {
    /// The root that was offered is not the one that the link names.
    #[error("trust the root: it is not the one that the link names")]
    Fingerprint,
    /// A root that this product cannot use.
    #[error("use the root: {0}")]
    Root(String),
    /// Older than what this phone has seen: somebody hides something.
    #[error("accept {role}: version {offered} is older than {held}, which this phone holds")]
    Rollback {
        /// The role.
        role: String,
        /// The version held.
        held: u64,
        /// The version offered.
        offered: u64,
    },
    /// Past its date: what this phone holds is stale.
    #[error("accept {role}: it expired")]
    Expired {
        /// The role.
        role: String,
        /// The end of its life, as it says itself.
        at: UnixTime,
    },
    /// Too few valid signatures of the role's keys.
    #[error("accept {0}: it is not signed by the keys that may")]
    NotSigned(String),
    /// One key under two ids: it would meet a threshold of two alone.
    #[error("accept {0}: one of its keys is named twice")]
    DuplicateKey(String),
    /// Other bytes than the signed length and hashes.
    #[error("accept a file: it is not the signed one ({0})")]
    Mismatch(String),
    /// Not metadata at all, such as a web page.
    #[error("read a file: {0}")]
    Malformed(String),
    /// Two validly signed contents under one version: an alarm, not an accident.
    #[error("accept {}: version {} was seen with another content", .0.role, .0.version)]
    EqualVersionOtherContent(Box<Equivocation>),
    /// The file is there, but signed by a role that may not.
    #[error("accept {path}: it is not signed by {role}")]
    WrongRole {
        /// The file.
        path: String,
        /// The role that had to sign it.
        role: String,
    },
    /// No role lists such a file.
    #[error("find {0}: the repository does not list it")]
    NoSuchTarget(String),
    /// Larger than a file of its kind may be.
    #[error("fetch {path}: it is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        path: String,
        /// Bytes allowed.
        limit: u64,
    },
    /// The repository does not have a file that it must have.
    #[error("fetch a file: {0}")]
    Incomplete(String),
    /// What was stored does not hold what it must: without it, a rollback would pass unnoticed.
    #[error("keep the protection against old data: {0} is missing from the store")]
    FloorMissing(String),
    /// Another component installed its own cryptography for TUF in this process.
    #[error("check signatures: other code took over the checking")]
    ForeignCrypto,
    /// The repository could not be reached or read; the source is its own error.
    #[error("reach the repository")]
    Repository(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl MetadataError {
    /// The reason as a word, the same in every language.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rollback { .. } => "rollback",
            Self::Expired { .. } => "expired",
            Self::NotSigned(_) | Self::DuplicateKey(_) => "not-signed",
            Self::EqualVersionOtherContent(_) => "two-contents",
            Self::WrongRole { .. } => "wrong-role",
            Self::FloorMissing(_) => "floor-missing",
            Self::Fingerprint
            | Self::Root(_)
            | Self::Mismatch(_)
            | Self::Malformed(_)
            | Self::NoSuchTarget(_)
            | Self::TooLarge { .. }
            | Self::Incomplete(_)
            | Self::ForeignCrypto
            | Self::Repository(_) => "content",
        }
    }
}

/// Evidence of two contents under one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equivocation {
    /// The role.
    pub role: String,
    /// The version.
    pub version: u64,
    /// Hash of the content that this phone holds or held.
    pub held: standing_model::ids::Hash,
    /// Hash of the other content: the same content signed once more has the same.
    pub content: standing_model::ids::Hash,
    /// The other one as it arrived, validly signed: the file itself, or the signed file that
    /// names its hash.
    pub offered: Vec<u8>,
}

impl From<sigstore_tuf::Error> for MetadataError {
    fn from(error: sigstore_tuf::Error) -> Self {
        use sigstore_tuf::Error as Tuf;
        match error {
            Tuf::Rollback { role, trusted, new } => {
                Self::Rollback { role, held: trusted, offered: new }
            }
            Tuf::BadRootVersion { trusted, new } => {
                Self::Rollback { role: "root".to_owned(), held: trusted, offered: new }
            }
            Tuf::Expired { role, expires } => {
                Self::Expired { role, at: UnixTime(expires.as_second()) }
            }
            Tuf::ThresholdNotMet { role, .. } | Tuf::DuplicateSignature { role, .. } => {
                Self::NotSigned(role)
            }
            Tuf::UnknownRole(role) => Self::NotSigned(role),
            Tuf::IntegrityMismatch(what) => Self::Mismatch(what),
            Tuf::TargetNotFound(path) => Self::NoSuchTarget(path),
            Tuf::Transport { source: Some(source), .. } => Self::Repository(source),
            Tuf::Transport { message, source: None } => Self::Incomplete(message),
            other => Self::Malformed(other.to_string()),
        }
    }
}
