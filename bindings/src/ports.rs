//! What the phone provides: a place for keys, and an observer of the sync.
//!
//! Foreign methods are synchronous and may be called from any thread. An exception that they do
//! not declare arrives here as an ordinary error; its text, which may hold anything, is dropped.

use crate::error::AppError;
use crate::views::{SyncProgress, SyncView};
use standing_app as core;
use std::sync::Arc;
use uniffi::UnexpectedUniFFICallbackError;

/// The platform's key store: a few named secrets of at most 64 bytes.
///
/// Calls come from any thread, and wait for the answer: it should not ask the person anything. On a
/// phone that lies locked, `read` may be refused; `send` and `generation` are given, so that records
/// leave in the background.
#[uniffi::export(foreign)]
pub trait SecretStore: Send + Sync {
    /// The secret with this name; nothing if there is none, which "locked" must never be taken for.
    fn load(&self, name: String) -> Result<Option<Vec<u8>>, SecretError>;

    /// Keeps a secret durably before it returns, in place of one with the same name.
    fn store(&self, name: String, bytes: Vec<u8>) -> Result<(), SecretError>;

    /// Erases a secret; fine if there is none.
    fn erase(&self, name: String) -> Result<(), SecretError>;
}

/// Why the key store gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum SecretError {
    /// It gives nothing out until the person unlocks the phone.
    #[error("the key store is locked")]
    Locked,
    /// It failed.
    #[error("the key store failed")]
    Failed,
}

impl From<UnexpectedUniFFICallbackError> for SecretError {
    fn from(_: UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Hears what the core is doing. Subscribe it by `App.observe`.
///
/// Calls come from the core's own threads. What is done in them delays the core, so pass the news
/// on and return.
#[uniffi::export(foreign)]
pub trait Observer: Send + Sync {
    /// A sync has come so far.
    fn on_progress(&self, progress: SyncProgress) -> Result<(), ObserverError>;

    /// A sync has ended; what it could not do is in the view.
    fn on_done(&self, view: SyncView) -> Result<(), ObserverError>;

    /// A sync could not be carried out at all.
    fn on_failed(&self, error: AppError) -> Result<(), ObserverError>;
}

/// An observer could not take the news. The core goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, uniffi::Error)]
#[uniffi::export(Display)]
pub enum ObserverError {
    /// It threw something.
    #[error("the observer failed")]
    Failed,
}

impl From<UnexpectedUniFFICallbackError> for ObserverError {
    fn from(_: UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// The platform's key store as the core knows it.
///
/// JNA does not pass on an `Error` of the virtual machine: the call looks as if it had ended well.
/// So what was stored is read back, and what was erased is looked for.
pub struct Secrets(pub Arc<dyn SecretStore>);

impl core::SecretStore for Secrets {
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, core::SecretError> {
        self.0.load(name.to_owned()).map_err(|_| core::SecretError)
    }

    fn store(&self, name: &str, bytes: &[u8]) -> Result<(), core::SecretError> {
        self.0.store(name.to_owned(), bytes.to_vec()).map_err(|_| core::SecretError)?;
        self.holds(name, Some(bytes))
    }

    fn erase(&self, name: &str) -> Result<(), core::SecretError> {
        self.0.erase(name.to_owned()).map_err(|_| core::SecretError)?;
        self.holds(name, None)
    }
}

impl Secrets {
    fn holds(&self, name: &str, bytes: Option<&[u8]>) -> Result<(), core::SecretError> {
        let kept = core::SecretStore::load(self, name)?;
        if kept.as_deref() == bytes { Ok(()) } else { Err(core::SecretError) }
    }
}
