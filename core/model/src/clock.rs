//! Time and chance, the two things that the core is given and never takes.
//!
//! A whole day of the app can be replayed in a test because nothing else reads a clock or draws
//! random bytes.

pub use crate::time::{UnixTime, ZoneOffset};

/// What time the phone says it is.
pub trait Clock: Send + Sync {
    /// The phone's wall clock, in whole seconds.
    fn now(&self) -> UnixTime;

    /// How far the phone's own zone is ahead of UTC now: for days that are the phone's, such as
    /// the day of joining. The days of a signer are in the signer's zone.
    fn zone(&self) -> ZoneOffset;
}

/// Where random bytes come from.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with random bytes.
    ///
    /// # Errors
    /// [`NoEntropy`] if the system has none to give; nothing may be made with what is in `bytes`.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoEntropy;
