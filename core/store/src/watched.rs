//! Businesses that the person watches. Whom somebody watches is private: sealed like the rest.

use serde::{Deserialize, Serialize};

use super::{SecretName, StoreError, Tx};
use standing_model::business::Uscc;
use standing_model::time::UnixTime;
use standing_verify::watched::{Change, Held};

const WATCHED: &str = "watched";

/// A business that is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// Which business.
    pub uscc: Uscc,
    /// Its name when it was compared last.
    pub name: String,
    /// Since when, by the phone's clock.
    pub since: UnixTime,
    /// What the registers said when it was compared last.
    pub held: Held,
    /// What changed, the oldest first, until the person looks at it.
    pub changes: Vec<Noticed>,
}

/// A change, and when this phone noticed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// By the phone's clock.
    pub at: UnixTime,
    /// What it is.
    pub change: Change,
}

impl Tx<'_> {
    /// The businesses that are watched, in the order in which they were kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn watched(&self) -> Result<Vec<Watched>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, WATCHED)?.unwrap_or_default())
    }

    /// Keeps these in place of those before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_watched(&self, watched: &[Watched]) -> Result<(), StoreError> {
        self.set_vault(SecretName::Read, WATCHED, &watched)
    }
}
