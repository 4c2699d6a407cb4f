//! Who a membership is for, as the person at this phone says: a name, a mark, and whether the
//! phone's owner is asked for before its pages. No authority learns of it.

use serde::{Deserialize, Serialize};

use super::{SecretName, StoreError, Tx};
use standing_model::ids::MembershipId;

/// Whose a membership is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// As it was typed; empty for the person whose phone this is.
    pub name: String,
    /// The mark's name; empty if none was chosen.
    pub mark: String,
}

impl Tx<'_> {
    /// Whose a membership is; the owner's of this phone where nothing was said.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn person(&self, membership: &MembershipId) -> Result<Person, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, &name(membership))?.unwrap_or_default())
    }

    /// Keeps whose a membership is.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn set_person(&self, membership: &MembershipId, person: &Person) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        self.set_vault(SecretName::Read, &name(membership), person)
    }

    /// Whether the phone's owner is asked for before the pages of a membership. Also known while the
    /// phone is locked, since notices depend on it. One that does not open says yes: damage must not
    /// open anything.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_membership_locked(&self, membership: &MembershipId) -> Result<bool, StoreError> {
        let name = lock(membership);
        let sql = "SELECT version FROM vault WHERE name = ?1";
        if self.first(sql, [&name], |row| row.get::<_, i64>(0))?.is_none() {
            return Ok(false);
        }
        Ok(self.vault_or_broken(SecretName::Send, &name)?.unwrap_or(true))
    }

    /// Locks the pages of a membership, or does no longer.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn lock_membership(
        &self,
        membership: &MembershipId,
        is_locked: bool,
    ) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        self.set_vault(SecretName::Send, &lock(membership), &is_locked)
    }

    /// Forgets whose it was.
    pub(super) fn forget_person(&self, membership: &MembershipId) -> Result<(), StoreError> {
        let names = [name(membership), lock(membership)];
        self.execute("DELETE FROM vault WHERE name IN (?1, ?2)", names).map(drop)
    }
}

fn name(membership: &MembershipId) -> String {
    format!("person/{membership}")
}

fn lock(membership: &MembershipId) -> String {
    format!("person-locked/{membership}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{membership, open};
    use std::sync::Arc;

    #[test]
    fn whose_it_is_goes_with_its_membership_and_leaves_the_others_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), &Arc::default()).unwrap();
        let (mine, other) = (membership("m"), membership("other"));
        let father = Person { name: "Father".into(), mark: "square".into() };
        store
            .write(|tx| {
                tx.put_membership(&mine)?;
                tx.put_membership(&other)?;
                tx.set_person(&other.id, &father)?;
                tx.lock_membership(&other.id, true)
            })
            .unwrap();
        let of = |id: &MembershipId| {
            store.read(|tx| Ok((tx.person(id)?, tx.is_membership_locked(id)?))).unwrap()
        };
        assert_eq!(of(&mine.id), (Person::default(), false));
        assert_eq!(of(&other.id), (father.clone(), true));
        store.write(|tx| tx.leave(&other.id)).unwrap();
        assert_eq!(of(&other.id), (Person::default(), false));
        let gone = store.write(|tx| tx.set_person(&other.id, &father));
        assert!(matches!(gone, Err(StoreError::Missing(_))), "nothing of it comes back");
    }
}
