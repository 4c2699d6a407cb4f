//! Cases: what was handed in and what came on paper, by the person's own word, and of which the phone
//! has said that an answer is overdue. Sealed like the rest.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{SecretName, StoreError, Tx};
use standing_model::case::Outcome;
use standing_model::ids::{Hash, MembershipId, RecordId};
use standing_model::time::{Date, UnixTime};

/// A paper that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandIn {
    /// The record that says the same.
    pub record: RecordId,
    /// The day, as the person gave it.
    pub on: Date,
    /// When that was noted, by the phone's clock.
    pub noted_at: UnixTime,
    /// A photo of the stamp, among the item's.
    pub photo: Option<Hash>,
}

/// An answer that came on paper. Nobody signed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperAnswer {
    /// The record that it answers.
    pub record: RecordId,
    /// The day on which it came, as the person gave it.
    pub on: Date,
    /// How it decides, as the person read it; none if it decides nothing.
    pub outcome: Option<Outcome>,
    /// When that was noted, by the phone's clock.
    pub noted_at: UnixTime,
    /// A photo of it, among the item's.
    pub photo: Option<Hash>,
}

impl Tx<'_> {
    /// What was handed in, in the order of noting.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn hand_ins(&self, membership: &MembershipId) -> Result<Vec<HandIn>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, &name(membership))?.unwrap_or_default())
    }

    /// Notes one, in the place of one that was noted for the same record.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn note_hand_in(&self, membership: &MembershipId, one: HandIn) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        let mut all = self.hand_ins(membership)?;
        all.retain(|noted| noted.record != one.record);
        all.push(one);
        self.set_vault(SecretName::Read, &name(membership), &all)
    }

    /// Answers on paper, in the order of noting.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn paper_answers(&self, membership: &MembershipId) -> Result<Vec<PaperAnswer>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, &answers(membership))?.unwrap_or_default())
    }

    /// Notes one, in the place of one that was noted for the same record.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn note_paper_answer(
        &self,
        membership: &MembershipId,
        one: PaperAnswer,
    ) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        let mut all = self.paper_answers(membership)?;
        all.retain(|noted| noted.record != one.record);
        all.push(one);
        self.set_vault(SecretName::Read, &answers(membership), &all)
    }

    /// The items of which the phone has said that an answer is overdue.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn overdue_said(&self, membership: &MembershipId) -> Result<BTreeSet<i64>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, &said(membership))?.unwrap_or_default())
    }

    /// Keeps these in place of those before.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a membership that is not on this phone.
    pub fn set_overdue_said(
        &self,
        membership: &MembershipId,
        items: &BTreeSet<i64>,
    ) -> Result<(), StoreError> {
        self.trust_of(membership)?;
        self.set_vault(SecretName::Read, &said(membership), items)
    }

    /// Forgets all of them.
    pub(super) fn forget_cases(&self, membership: &MembershipId) -> Result<(), StoreError> {
        let names = [name(membership), answers(membership), said(membership)];
        self.execute("DELETE FROM vault WHERE name IN (?1, ?2, ?3)", names).map(drop)
    }
}

fn name(membership: &MembershipId) -> String {
    format!("hand-ins/{membership}")
}

fn answers(membership: &MembershipId) -> String {
    format!("paper-answers/{membership}")
}

fn said(membership: &MembershipId) -> String {
    format!("overdue-said/{membership}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{membership, open};
    use std::sync::Arc;

    #[test]
    fn a_hand_in_is_kept_once_a_record_and_goes_with_its_membership() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(folder.path(), &Arc::default()).unwrap();
        let mine = membership("m");
        let record = RecordId::of_payload(b"record");
        let on = |day: &str| HandIn {
            record,
            on: day.parse().unwrap(),
            noted_at: UnixTime(1),
            photo: None,
        };
        let early = store.write(|tx| tx.note_hand_in(&mine.id, on("2026-11-20")));
        assert!(matches!(early, Err(StoreError::Missing(_))), "{early:?}");
        let kept = store.write(|tx| {
            tx.put_membership(&mine)?;
            tx.note_hand_in(&mine.id, on("2026-11-20"))?;
            tx.note_hand_in(&mine.id, on("2026-11-23"))
        });
        kept.unwrap();
        assert_eq!(store.read(|tx| tx.hand_ins(&mine.id)).unwrap(), [on("2026-11-23")]);
        let answered = |outcome| PaperAnswer {
            record,
            on: on("2026-11-26").on,
            outcome,
            noted_at: UnixTime(2),
            photo: None,
        };
        for outcome in [None, Some(Outcome::Refused)] {
            store.write(|tx| tx.note_paper_answer(&mine.id, answered(outcome))).unwrap();
        }
        let kept = store.read(|tx| tx.paper_answers(&mine.id)).unwrap();
        assert_eq!(kept, [answered(Some(Outcome::Refused))]);
        let items = [3, 5].into();
        store.write(|tx| tx.set_overdue_said(&mine.id, &items)).unwrap();
        assert_eq!(store.read(|tx| tx.overdue_said(&mine.id)).unwrap(), items);
        store.write(|tx| tx.leave(&mine.id)).unwrap();
        assert!(store.read(|tx| tx.hand_ins(&mine.id)).unwrap().is_empty());
        assert!(store.read(|tx| tx.paper_answers(&mine.id)).unwrap().is_empty());
        assert!(store.read(|tx| tx.overdue_said(&mine.id)).unwrap().is_empty());
    }
}
