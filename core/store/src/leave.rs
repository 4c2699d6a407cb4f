//! Leaving a membership: everything that this phone keeps of it goes, in one transaction.

use super::{StoreError, Tx};
use standing_model::ids::MembershipId;

/// Every table with rows of one membership, those first that others point to last.
const TABLES: [&str; 8] =
    ["heads", "statements", "notices", "receipts", "provisional", "alarms", "damaged", "queue"];

impl Tx<'_> {
    /// Forgets a membership: its key, documents, alarms, reading marks, records and photos. Its trust root goes
    /// too, unless another membership needs it.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is no such membership.
    pub fn leave(&self, id: &MembershipId) -> Result<(), StoreError> {
        let trust = self.trust_of(id)?;
        self.known.forget();
        let photos = "SELECT e.id FROM evidence AS e JOIN queue AS q ON q.id = e.item \
                      WHERE q.membership = ?1";
        let sql = format!("DELETE FROM evidence_chunks WHERE evidence IN ({photos})");
        self.execute(&sql, [&id.0])?;
        self.execute(&format!("DELETE FROM evidence WHERE id IN ({photos})"), [&id.0])?;
        for table in TABLES {
            self.execute(&format!("DELETE FROM {table} WHERE membership = ?1"), [&id.0])?;
        }
        self.forget_letters_read(id)?;
        self.forget_cases(id)?;
        self.forget_person(id)?;
        self.execute("DELETE FROM memberships WHERE id = ?1", [&id.0])?;
        if self.memberships()?.iter().any(|one| one.trust == trust) {
            return Ok(());
        }
        self.remove_root(trust)
    }
}
