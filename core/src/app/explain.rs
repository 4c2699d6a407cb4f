//! Errors of the layers below, as something that a person can act on.

use super::App;
use super::words::Words;
use crate::error::{AppError, ErrorKind};
use crate::store::StoreError;
use crate::trust::TrustError;

impl App {
    pub(super) fn explain_store(&self, error: &StoreError) -> AppError {
        store(self.words(), error)
    }

    pub(super) fn explain_trust(&self, error: &TrustError, host: &str) -> AppError {
        trust(self.words(), error, host)
    }
}

/// What the store ran into.
pub(super) fn store(words: Words, error: &StoreError) -> AppError {
    use ErrorKind::{KeyUnavailable, Storage, TooNew};
    let (kind, code) = match error {
        StoreError::Full => (Storage, "storage-full"),
        StoreError::InUse | StoreError::Busy => (Storage, "storage-in-use"),
        StoreError::NewerVersion { .. } => (TooNew, "storage-newer"),
        StoreError::KeyMissing(_) | StoreError::KeyWrong(_) => (KeyUnavailable, "key-wrong"),
        StoreError::Secrets(_) => (KeyUnavailable, "key-unavailable"),
        StoreError::NoEntropy(_) => return no_entropy(words),
        StoreError::Corrupt(_)
        | StoreError::Missing(_)
        | StoreError::Io(_)
        | StoreError::Refused { .. } => (Storage, "storage-damaged"),
    };
    words.error(kind, code, &[("reason", error.to_string().into())])
}

/// Why a document from `host` is not believed.
pub(super) fn trust(words: Words, error: &TrustError, host: &str) -> AppError {
    let reason = words.say(&format!("trust-{}", error.code()), &[]);
    let args = [("host", host.into()), ("reason", reason.into())];
    words.error(ErrorKind::Untrusted, "untrusted", &args)
}

/// The system gave no random bytes.
pub(super) fn no_entropy(words: Words) -> AppError {
    words.error(ErrorKind::Storage, "no-entropy", &[])
}
