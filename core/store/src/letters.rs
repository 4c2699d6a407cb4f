//! Which letters the person has read. What somebody reads is private: sealed like the rest.

use std::collections::BTreeSet;

use super::{SecretName, StoreError, Tx};
use standing_model::ids::MembershipId;

impl Tx<'_> {
    /// The numbers of the letters that were read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn letters_read(&self, membership: &MembershipId) -> Result<BTreeSet<u32>, StoreError> {
        let runs: Option<Vec<(u32, u32)>> =
            self.vault_or_broken(SecretName::Read, &name(membership))?;
        Ok(runs.unwrap_or_default().into_iter().flat_map(|(from, to)| from..=to).collect())
    }

    /// Keeps these numbers in place of those before. They are kept in runs: thousands of letters
    /// that were read one after another take a few bytes.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn set_letters_read(
        &self,
        membership: &MembershipId,
        read: &BTreeSet<u32>,
    ) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for n in read {
            match runs.last_mut() {
                Some((_, to)) if to.checked_add(1) == Some(*n) => *to = *n,
                _ => runs.push((*n, *n)),
            }
        }
        self.set_vault(SecretName::Read, &name(membership), &runs)
    }

    /// Forgets what was read.
    pub(super) fn forget_letters_read(&self, membership: &MembershipId) -> Result<(), StoreError> {
        self.execute("DELETE FROM vault WHERE name = ?1", [name(membership)]).map(drop)
    }
}

fn name(membership: &MembershipId) -> String {
    format!("letters-read/{membership}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{membership, open};
    use std::sync::Arc;

    #[test]
    fn what_was_read_is_kept_in_runs_and_goes_with_its_membership() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), &Arc::default()).unwrap();
        let (mine, other) = (membership("m"), membership("other"));
        let read: BTreeSet<u32> = (1..=5000).filter(|n| ![7, 4000].contains(n)).collect();
        store
            .write(|tx| {
                tx.put_membership(&mine)?;
                tx.put_membership(&other)?;
                tx.set_letters_read(&mine.id, &read)?;
                tx.set_letters_read(&other.id, &[2].into())
            })
            .unwrap();
        assert_eq!(store.read(|tx| tx.letters_read(&mine.id)).unwrap(), read);
        store.write(|tx| tx.leave(&mine.id)).unwrap();
        assert!(store.read(|tx| tx.letters_read(&mine.id)).unwrap().is_empty());
        assert_eq!(store.read(|tx| tx.letters_read(&other.id)).unwrap(), [2].into());
        let gone = store.write(|tx| tx.set_letters_read(&mine.id, &read));
        assert!(matches!(gone, Err(StoreError::Missing(_))), "nothing of it comes back");
    }
}
