//! Businesses that the person looked up. Whom somebody looks up is private: sealed like the rest.

use serde::{Deserialize, Serialize};

use super::{SecretName, StoreError, Tx};
use standing_model::business::Uscc;
use standing_model::time::UnixTime;

const LOOKUPS: &str = "lookups";

/// One look-up. The business's name is in the register, not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// Which business.
    pub uscc: Uscc,
    /// When, by the phone's clock.
    pub at: UnixTime,
}

impl Tx<'_> {
    /// The look-ups that are kept, in the order in which they were kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lookups(&self) -> Result<Vec<Lookup>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, LOOKUPS)?.unwrap_or_default())
    }

    /// Keeps these look-ups in place of those before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_lookups(&self, lookups: &[Lookup]) -> Result<(), StoreError> {
        self.set_vault(SecretName::Read, LOOKUPS, &lookups)
    }
}
