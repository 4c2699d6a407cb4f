//! The vault: single values by name. Settings, the key check, what the file holds.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

use super::damage::Broken;
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
        self.set_vault(SecretName::Send, SETTINGS, &settings)
    }

    /// When the folder was found to be an old copy, while that has not been dealt with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn restored_at(&self) -> Result<Option<UnixTime>, StoreError> {
        let sql = "SELECT version FROM vault WHERE name = ?1";
        let noted = self.first(sql, [RESTORED], |row| row.get::<_, i64>(0))?.is_some();
        let kept: Option<Option<UnixTime>> = self.vault_or_broken(SecretName::Send, RESTORED)?;
        // Damaged, it may have said so: then unsent records wait for the person.
        Ok(kept.unwrap_or_else(|| noted.then(UnixTime::default)))
    }

    /// Notes that the folder is an old copy, or that this has been dealt with.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_restored_at(&self, at: Option<UnixTime>) -> Result<(), StoreError> {
        self.set_vault(SecretName::Send, RESTORED, &at)
    }

    fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Send, SETTINGS)?.unwrap_or_default())
    }

    /// Looks whether a key is the one that sealed the folder: two values under it were written with
    /// the first opening. One of them is enough, and is written again where the other is damaged.
    ///
    /// # Errors
    /// [`StoreError::KeyWrong`].
    pub(super) fn check_key(&self, name: SecretName) -> Result<(), StoreError> {
        let checks = checks(name);
        let mut found = Vec::new();
        for check in &checks {
            found.push(match self.vault::<String>(name, check) {
                Ok(value) => value.map(|_| true),
                Err(StoreError::Corrupt(_)) => Some(false),
                Err(error) => return Err(error),
            });
        }
        if found.contains(&Some(false)) && !found.contains(&Some(true)) {
            return Err(StoreError::KeyWrong(name));
        }
        for (check, found) in checks.iter().zip(found) {
            if found != Some(true) {
                self.set_vault(name, check, &"this key")?;
            }
        }
        Ok(())
    }

    /// Whether one of the values that were written to look a key up opens.
    pub(super) fn opens_checks(
        &self,
        name: SecretName,
        opens: impl Fn(&Place<'_>, &[u8]) -> bool,
    ) -> Result<bool, StoreError> {
        for check in checks(name) {
            let sql = "SELECT version, sealed FROM vault WHERE name = ?1";
            let row = self.first(sql, [&check], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let row: Option<(i64, Vec<u8>)> = row;
            if row.is_some_and(|(version, sealed)| opens(&place(name, &check, version), &sealed)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A value, if there is one that opens.
    pub(super) fn vault_or_broken<T: DeserializeOwned>(
        &self,
        key: SecretName,
        name: &str,
    ) -> Result<Option<T>, StoreError> {
        let opened = self.vault(key, name);
        if !matches!(opened, Err(StoreError::Corrupt(_))) {
            return opened;
        }
        let sql = "SELECT sealed FROM vault WHERE name = ?1";
        let sealed: Option<Vec<u8>> = self.first(sql, [name], |row| row.get(0))?;
        let broken = || {
            Broken::of("vault", "sealed", ("name", name.to_owned()), &sealed.unwrap_or_default())
        };
        Ok(self.unless_broken(opened, broken)?.flatten())
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

/// The names of the values that tell whether a key is the right one.
fn checks(name: SecretName) -> [String; 2] {
    [name.name().to_owned(), format!("{}-again", name.name())]
}

const fn place(key: SecretName, row: &str, version: i64) -> Place<'_> {
    Place { key, trust: None, table: "vault", column: "sealed", row, version }
}
