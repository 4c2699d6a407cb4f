//! Time and chance, the two things that the core is given and never takes.
//!
//! A whole day of the app can be replayed in a test because nothing else reads a clock or draws
//! random bytes.

pub use crate::time::UnixTime;

/// What time the phone says it is.
pub trait Clock: Send + Sync {
    /// The phone's wall clock, in whole seconds.
    fn now(&self) -> UnixTime;
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
