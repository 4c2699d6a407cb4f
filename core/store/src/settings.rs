//! The vault: single values by name. Settings, the key check, what the file holds.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

use super::seal::Place;
use super::{SecretName, StoreError, Tx};
use standing_model::time::UnixTime;

const SETTINGS: &str = "settings";
const RESTORED: &str = "restored";

impl Tx<'_> {
    /// A setting; none if it was never set.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.settings()?.remove(name))
    }

    /// Keeps a setting, or forgets it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        let mut settings = self.settings()?;
        match value {
            Some(value) => settings.insert(name.to_owned(), value.to_owned()),
            None => settings.remove(name),
        };
        self.set_vault(SecretName::Read, SETTINGS, &settings)
    }

    /// When the folder was found to be an old copy, while that has not been dealt with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn restored_at(&self) -> Result<Option<UnixTime>, StoreError> {
        let kept: Option<Option<UnixTime>> = self.vault(SecretName::Send, RESTORED)?;
        Ok(kept.flatten())
    }

    /// Notes that the folder is an old copy, or that this has been dealt with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_restored_at(&self, at: Option<UnixTime>) -> Result<(), StoreError> {
        self.set_vault(SecretName::Send, RESTORED, &at)
    }

    fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        Ok(self.vault(SecretName::Read, SETTINGS)?.unwrap_or_default())
    }

    /// Whether there is a value under this key; [`StoreError::Corrupt`] if the key is another.
    pub(super) fn key_check(&self, name: SecretName) -> Result<bool, StoreError> {
        Ok(self.vault::<String>(name, name.name())?.is_some())
    }

    pub(super) fn set_key_check(&self, name: SecretName) -> Result<(), StoreError> {
        self.set_vault(name, name.name(), &"this key")
    }

    pub(super) fn vault<T: DeserializeOwned>(
        &self,
        key: SecretName,
        name: &str,
    ) -> Result<Option<T>, StoreError> {
        let sql = "SELECT version, sealed FROM vault WHERE name = ?1";
        let row = self.first(sql, [name], |row| Ok((row.get(0)?, row.get(1)?)))?;
        row.map(|(version, sealed): (i64, Vec<u8>)| self.open(&place(key, name, version), &sealed))
            .transpose()
    }

    pub(super) fn set_vault<T: Serialize>(
        &self,
        key: SecretName,
        name: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let sql = "SELECT version FROM vault WHERE name = ?1";
        let version: i64 = self.first(sql, [name], |row| row.get(0))?.unwrap_or(0) + 1;
        let sealed = self.seal(&place(key, name, version), value)?;
        let sql = "INSERT INTO vault (name, version, sealed) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (name) DO UPDATE SET version = ?2, sealed = ?3";
        self.execute(sql, (name, version, sealed))?;
        Ok(())
    }
}

const fn place(key: SecretName, row: &str, version: i64) -> Place<'_> {
    Place { key, trust: None, table: "vault", column: "sealed", row, version }
}
