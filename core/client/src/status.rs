//! Stopping a run that is at work.

use tokio::sync::watch;

use std::sync::Arc;

use super::SyncError;

/// Asks a run to stop. Whatever waits for the network ends at once; what the run had finished is
/// kept.
///
/// The core owns it: a cancelled task of a phone's language does not stop work in here.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<watch::Sender<bool>>);

impl Stop {
    /// Asks for it. Asking twice changes nothing.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }

    /// Whether somebody asked.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until somebody asks.
    pub async fn stopped(&self) {
        // The sender is held here, so that waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|stopped| *stopped).await;
    }

    /// Goes on, unless somebody asked to stop.
    pub fn check(&self) -> Result<(), SyncError> {
        if self.is_stopped() { Err(SyncError::Stopped) } else { Ok(()) }
    }
}
