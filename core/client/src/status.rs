//! Stopping a run that is at work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::SyncError;

/// Asks a run to stop. The run ends between two exchanges; what it had finished is kept.
///
/// The core owns it: a cancelled task of a phone's language does not stop work in here.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks for it. Asking twice changes nothing.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes on, unless somebody asked to stop.
    pub fn check(&self) -> Result<(), SyncError> {
        if self.is_stopped() { Err(SyncError::Stopped) } else { Ok(()) }
    }
}
