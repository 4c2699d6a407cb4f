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
    /// What the lists said then; none if an earlier version of the app kept it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<SaidThen>,
}

/// What the lists that the person relies on said at a look-up. No word of a listing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidThen {
    /// Listings on black lists.
    pub black: u32,
    /// Listings on red lists.
    pub red: u32,
    /// Whether every register and list was known.
    pub known: bool,
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
