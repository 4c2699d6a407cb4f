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
    /// Whose a membership is; the owner's of this phone where nothing was said. None where it was
    /// said and is damaged or was taken out of the file: it is nobody else's then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn person(&self, membership: &MembershipId) -> Result<Option<Person>, StoreError> {
        let name = name(membership);
        if !self.is_kept(&name)? {
            // A name and a lock are kept together from the first time on.
            let is_untouched = !self.is_kept(&lock(membership))?;
            return Ok(is_untouched.then(Person::default));
        }
        self.vault_or_broken(SecretName::Read, &name)
    }

    /// Keeps whose a membership is, the first time with a lock that is open: one that is missing
    /// beside a name was taken out of the file.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn set_person(&self, membership: &MembershipId, person: &Person) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        let (name, lock) = (name(membership), lock(membership));
        if !self.is_kept(&name)? && !self.is_kept(&lock)? {
            self.set_vault(SecretName::Send, &lock, &false)?;
        }
        self.set_vault(SecretName::Read, &name, person)
    }

    /// Whether the phone's owner is asked for before the pages of a membership. Also known while the
    /// phone is locked, since notices depend on it. Where the lock or the name does not open, or one
    /// of the two is missing, it says yes: damage must not open anything. While the phone is locked,
    /// whether the name opens cannot be known.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_membership_locked(&self, membership: &MembershipId) -> Result<bool, StoreError> {
        let lock = lock(membership);
        match (self.is_kept(&name(membership))?, self.is_kept(&lock)?) {
            (false, false) => return Ok(false),
            (true, true) => {}
            (true, false) | (false, true) => return Ok(true),
        }
        let is_locked = self.vault_or_broken(SecretName::Send, &lock)?.unwrap_or(true);
        Ok(is_locked || (self.can_read() && self.person(membership)?.is_none()))
    }

    /// Locks the pages of a membership of which [`Self::set_person`] said whose it is, or does no
    /// longer.
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

    /// Whether a value is here, or was and was put aside as damaged.
    fn is_kept(&self, name: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM vault WHERE name = ?1 UNION ALL \
                   SELECT 1 FROM damaged WHERE place = 'vault.sealed' AND row = ?1";
        Ok(self.first(sql, [name], |_| Ok(()))?.is_some())
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
        assert_eq!(of(&mine.id), (Some(Person::default()), false));
        assert_eq!(of(&other.id), (Some(father.clone()), true));
        store.write(|tx| tx.leave(&other.id)).unwrap();
        assert_eq!(of(&other.id), (Some(Person::default()), false));
        let gone = store.write(|tx| tx.set_person(&other.id, &father));
        assert!(matches!(gone, Err(StoreError::Missing(_))), "nothing of it comes back");
    }
}
