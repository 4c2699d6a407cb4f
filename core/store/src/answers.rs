//! Answers that the person saved: what a register said of a business on a day, with its proof. Whom
//! somebody looked up is private: sealed like the rest, each proof by itself.

use serde::{Deserialize, Serialize};

use super::lookups::SaidThen;
use super::{SecretName, StoreError, Tx};
use standing_model::business::Uscc;
use standing_model::text::LocalText;
use standing_model::time::UnixTime;

const ANSWERS: &str = "answers";
/// Before the number of an answer, in the name of its proof.
const PROOF: &str = "answer-";

/// An answer without its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedAnswer {
    /// Its number on this phone.
    pub id: i64,
    /// Which business.
    pub uscc: Uscc,
    /// Its name then; empty if the register did not have it.
    pub name: String,
    /// The register that said it.
    pub publisher: LocalText,
    /// When it was saved, by the phone's clock.
    pub at: UnixTime,
    /// Until when the publisher stands by it.
    pub good_until: UnixTime,
    /// What its lists said.
    pub said: SaidThen,
    /// Lists that the proof does not cover.
    pub left_out: u32,
    /// Bytes of the proof.
    pub bytes: u64,
}

impl Tx<'_> {
    /// The answers that were saved, in the order of saving.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn answers(&self) -> Result<Vec<SavedAnswer>, StoreError> {
        Ok(self.vault_or_broken(SecretName::Read, ANSWERS)?.unwrap_or_default())
    }

    /// The proof of an answer, as a file; none if it is not here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn answer_proof(&self, id: i64) -> Result<Option<String>, StoreError> {
        self.vault_or_broken(SecretName::Read, &name(id))
    }

    /// Keeps an answer with its proof, under a number of its own. Proofs that are in no list, since
    /// the list was damaged, go.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn add_answer(&self, answer: SavedAnswer, proof: &str) -> Result<(), StoreError> {
        let mut all = self.answers()?;
        let listed = all.iter().map(|one| one.id);
        let highest = listed.chain(self.proofs()?).max().unwrap_or(0);
        let id = highest.saturating_add(1);
        self.set_vault(SecretName::Read, &name(id), &proof)?;
        all.push(SavedAnswer { id, ..answer });
        self.set_answers(&all)
    }

    /// Forgets an answer with its proof, and proofs that are in no list. One that is not here is no
    /// error.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_answer(&self, id: i64) -> Result<(), StoreError> {
        let mut all = self.answers()?;
        all.retain(|one| one.id != id);
        self.set_answers(&all)
    }

    /// Keeps the list, and only the proofs of what is in it.
    fn set_answers(&self, all: &[SavedAnswer]) -> Result<(), StoreError> {
        for id in self.proofs()? {
            if all.iter().all(|one| one.id != id) {
                self.execute("DELETE FROM vault WHERE name = ?1", [name(id)])?;
            }
        }
        self.set_vault(SecretName::Read, ANSWERS, &all)
    }

    /// The numbers of the proofs that are here, also of those that are in no list.
    fn proofs(&self) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT name FROM vault WHERE name GLOB 'answer-*'";
        let names = self.all(sql, [], |row| row.get::<_, String>(0))?;
        let number = |name: &String| name.strip_prefix(PROOF)?.parse().ok();
        Ok(names.iter().filter_map(number).collect())
    }
}

fn name(id: i64) -> String {
    format!("{PROOF}{id}")
}
