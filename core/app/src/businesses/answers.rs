//! Answers that the person saved: "what was the verdict when I bought", with a proof that anybody
//! can check. Made from what is on this phone; nobody learns of it.

use std::collections::BTreeMap;

use super::snapshot::{About, Register, Snapshot};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::answers::{AnswerFile, SavedAnswerRow, SavedAnswersView};
use standing_model::business::Uscc;
use standing_model::ids::Issuer;
use standing_model::listing::Listing;
use standing_model::register::{INDEX_PATH, Organisation};
use standing_model::time::UnixTime;
use standing_store::{RegisterTx, SavedAnswer, StoreError, TableOf, Tx};
use standing_verify::metadata::{MetadataState, Pinned};
use standing_verify::proof::{Bucket, MAX_PROOF_BYTES, Shown, What, prove_kept};

/// Answers kept at most.
const MOST: usize = 50;

/// What one register's proof is made from.
struct Kept {
    root: Vec<u8>,
    state: MetadataState,
    indexes: BTreeMap<String, Vec<u8>>,
}

impl App {
    /// Saves what each register that the person relies on says of a business now, with its proof.
    /// Nothing is fetched or sent.
    ///
    /// # Errors
    /// `Invalid` for what is no code, `NotFound` without a register, `Refused` if 50 are kept
    /// already, `Untrusted` if what is on this phone does not prove anything, `Storage`, also if a
    /// sync is at work.
    pub async fn save_answer(&self, uscc: &str) -> Result<(), AppError> {
        let (words, code) = (self.words(), self.code(uscc)?);
        let _at_work = self.at_work()?;
        let (snapshot, about) =
            self.registers_with(|tx, snapshot| snapshot.read_about(tx, &code))?;
        let relied: Vec<&Register> = snapshot.relied().collect();
        if relied.is_empty() {
            return Err(super::no_register(words));
        }
        if self.read(|tx| tx.answers())?.len() + relied.len() > MOST {
            return Err(words.error(ErrorKind::Refused, "answers-full", &[("most", MOST.into())]));
        }
        let mut made = Vec::new();
        for register in relied {
            made.push(self.prove(&snapshot, register, &about, &code).await?);
        }
        self.write(|tx| {
            made.iter().try_for_each(|(answer, proof)| tx.add_answer(answer.clone(), proof))
        })
    }

    /// The answers that were saved, the newest first.
    ///
    /// # Errors
    /// `Storage`.
    pub fn answers(&self) -> Result<SavedAnswersView, AppError> {
        let words = self.words();
        let saved = self.read(|tx| tx.answers())?;
        let rows = saved.iter().rev().map(|one| self.answer_row(one)).collect();
        let empty = if saved.is_empty() { words.say("answers-empty", &[]) } else { String::new() };
        Ok(SavedAnswersView { rows, empty, note: words.say("answers-note", &[]) })
    }

    /// The proof of a saved answer as JSON: `standing check` reads it.
    ///
    /// # Errors
    /// `NotFound` if it is not here; `Storage`.
    pub fn export_answer(&self, id: i64) -> Result<AnswerFile, AppError> {
        let (saved, proof) = self.read(|tx| Ok((tx.answers()?, tx.answer_proof(id)?)))?;
        let gone = || self.words().error(ErrorKind::NotFound, "answer-gone", &[]);
        let one = saved.iter().find(|one| one.id == id).ok_or_else(gone)?;
        let json = proof.ok_or_else(gone)?;
        let file_name = format!("standing-proof-{}-{id}.json", one.at.day_in(self.here()));
        Ok(AnswerFile { file_name, json })
    }

    /// Forgets a saved answer. One that is not here is no error.
    ///
    /// # Errors
    /// `Storage`.
    pub fn erase_answer(&self, id: i64) -> Result<(), AppError> {
        self.write(|tx| tx.remove_answer(id))?;
        self.checkpoint()
    }

    async fn prove(
        &self,
        snapshot: &Snapshot,
        register: &Register,
        about: &About,
        code: &Uscc,
    ) -> Result<(SavedAnswer, String), AppError> {
        let words = self.words();
        let kept = self.read(|tx| Kept::read(tx, register))?;
        let tables = self.read_register(|tx| buckets(tx, register, code))?;
        let unproven = || words.error(ErrorKind::Untrusted, "answer-unproven", &[]);
        let pinned = Pinned::stored(kept.root).map_err(|_| unproven())?;
        let at = (code, register.now);
        let proved = prove_kept(&pinned, &kept.state, &kept.indexes, at, tables).await;
        let (proof, shown) = proved.map_err(|_| unproven())?;
        let proof = serde_json::to_string(&proof).map_err(|_| unproven())?;
        if proof.len() > MAX_PROOF_BYTES {
            return Err(unproven());
        }
        let (left_out, said) = (left_out(&shown), snapshot.said_in(register, about));
        let answer = SavedAnswer {
            id: 0,
            uscc: code.clone(),
            name: about.name(),
            publisher: register.row.index.publisher.clone(),
            at: snapshot.wall,
            good_until: good_until(&shown),
            said,
            left_out,
            bytes: u64::try_from(proof.len()).unwrap_or(u64::MAX),
        };
        Ok((answer, proof))
    }

    fn answer_row(&self, one: &SavedAnswer) -> SavedAnswerRow {
        let (words, here) = (self.words(), self.here());
        let until = [("date", words.date(one.good_until.day_in(here)).into())];
        let mut proof = vec![words.say("answer-until", &until)];
        if one.left_out > 0 {
            proof.push(words.say("answer-left-out", &[("n", one.left_out.into())]));
        }
        let name =
            if one.name.is_empty() { words.say("recent-gone", &[]) } else { one.name.clone() };
        let saved = [("date", words.date(one.at.day_in(here)).into())];
        SavedAnswerRow {
            id: one.id,
            uscc: one.uscc.as_str().to_owned(),
            code: one.uscc.grouped(),
            name,
            publisher: one.publisher.get(words.0),
            saved: words.say("answer-saved", &saved),
            said: super::recent::said_then(one.said, words),
            proof: words.sentences(&proof),
            size: words.size(one.bytes),
        }
    }
}

/// Until when all that the proof covers is in date: a list may end before the register does.
fn good_until(shown: &Shown) -> UnixTime {
    let covered = shown.said.iter().filter(|said| said.what != What::NotCovered);
    covered.map(|said| said.good_until).fold(shown.good_until, UnixTime::min)
}

/// Tables that the proof does not cover.
fn left_out(shown: &Shown) -> u32 {
    let without = shown.said.iter().filter(|said| said.what == What::NotCovered);
    u32::try_from(without.count()).unwrap_or(u32::MAX)
}

impl Kept {
    fn read(tx: &Tx<'_>, register: &Register) -> Result<Self, StoreError> {
        let trust = register.row.trust;
        let listers = register.row.index.listers.iter();
        let paths = listers.map(standing_model::register::Lister::index_path);
        let mut indexes = BTreeMap::new();
        for path in paths.chain([INDEX_PATH.to_owned()]) {
            let bytes = tx.public_file(trust, &path)?;
            bytes.into_iter().for_each(|bytes| drop(indexes.insert(path.clone(), bytes)));
        }
        let root = tx.root(trust)?.map(|root| root.root).unwrap_or_default();
        Ok(Self { root, state: tx.metadata_state(trust)?, indexes })
    }
}

/// The buckets of a code in the organisations and in each list that is on this phone.
fn buckets(
    tx: &RegisterTx<'_>,
    register: &Register,
    code: &Uscc,
) -> Result<Vec<Bucket>, StoreError> {
    let id = register.row.id;
    let bucket = |iss: Option<Issuer>, found: Option<(Vec<String>, _)>| {
        found.map(|(lines, path)| Bucket { iss, lines, path })
    };
    let bits = register.row.index.organisations.table().bits;
    let own = tx.bucket::<Organisation>(TableOf::own(id), bits, code.as_str())?;
    let mut buckets: Vec<Bucket> = bucket(None, own).into_iter().collect();
    for list in &register.lists {
        let (iss, bits) = (&list.index.iss, list.index.table.table().bits);
        let of = TableOf { register: id, iss: Some(iss) };
        buckets.extend(bucket(Some(iss.clone()), tx.bucket::<Listing>(of, bits, code.as_str())?));
    }
    Ok(buckets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use standing_verify::proof::Said;

    #[test]
    fn an_answer_is_good_until_the_first_list_that_it_covers_ends() {
        let said = |what, days| Said { iss: None, what, good_until: UnixTime(days) };
        let of = |said| Shown { version: 1, issued_at: UnixTime(0), good_until: UnixTime(7), said };
        let covered = [said(What::Absent, 7), said(What::Listed(Vec::new()), 3)];
        assert_eq!(good_until(&of(covered.to_vec())), UnixTime(3));
        let uncovered = said(What::NotCovered, 1);
        assert_eq!(good_until(&of([covered.as_slice(), &[uncovered]].concat())), UnixTime(3));
        assert_eq!(good_until(&of(Vec::new())), UnixTime(7));
    }
}
