//! Documents that verified in this process, so that a screen verifies what is new and no more.
//!
//! What verified is found again by everything that the answer depends on: the document, the
//! authority's entry in the trust list, whom it is for, and since when it was held. A changed row
//! or key is another question.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::holdings::Holdings;
use standing_model::authority::Authority;
use standing_model::ids::{Hash, MembershipId, TrustId};
use standing_model::message::{Head, Notice, Receipt};
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_store::Tx;
use standing_verify::TrustError;
use standing_verify::message::{Expected, Message, Verified, verify};

/// Documents of one kind at most; then all are forgotten. A few screens' worth: lists rest on notes.
const MOST: usize = 32;

/// Everything that verified, by kind.
#[derive(Default)]
pub(super) struct Memo {
    statements: Kind<Statement>,
    heads: Kind<Head>,
    notices: Kind<Notice>,
    receipts: Kind<Receipt>,
    /// What each membership holds, and the count of changes at which that was read.
    holdings: Mutex<HashMap<MembershipId, (u64, Arc<Holdings>)>>,
}

type Kind<T> = Mutex<HashMap<Hash, Arc<Verified<T>>>>;

/// A kind of document that is remembered.
pub(super) trait Remembered: Message {
    /// Where.
    fn kind(memo: &Memo) -> &Kind<Self>;
}

impl Remembered for Statement {
    fn kind(memo: &Memo) -> &Kind<Self> {
        &memo.statements
    }
}

impl Remembered for Head {
    fn kind(memo: &Memo) -> &Kind<Self> {
        &memo.heads
    }
}

impl Remembered for Notice {
    fn kind(memo: &Memo) -> &Kind<Self> {
        &memo.notices
    }
}

impl Remembered for Receipt {
    fn kind(memo: &Memo) -> &Kind<Self> {
        &memo.receipts
    }
}

impl Memo {
    /// Verifies a document, unless the same question was answered before.
    pub fn verify<T: Remembered>(
        &self,
        compact: &str,
        entry: Hash,
        expected: Expected<'_>,
    ) -> Result<Arc<Verified<T>>, TrustError> {
        let question = question(compact, entry, expected.sub, expected.held_since);
        let kind = T::kind(self);
        let lock = || kind.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&question) {
            return Ok(Arc::clone(known));
        }
        let verified = Arc::new(verify::<T>(compact, expected)?);
        let mut all = lock();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(question, Arc::clone(&verified));
        Ok(verified)
    }

    /// What a membership holds, if nothing was written since it was read.
    pub fn holdings(&self, tx: &Tx<'_>, id: &MembershipId) -> Option<Arc<Holdings>> {
        let known = self.holdings.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, holdings) = known.get(id).filter(|(at, _)| *at == tx.changes())?;
        Some(Arc::clone(holdings))
    }

    /// Remembers what a membership holds.
    pub fn keep_holdings(&self, tx: &Tx<'_>, holdings: &Arc<Holdings>) {
        // What a transaction has written may be rolled back.
        if tx.is_reading() {
            let kept = (tx.changes(), Arc::clone(holdings));
            let mut known = self.holdings.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(holdings.id.clone(), kept);
        }
    }

    /// How many statements were verified.
    #[cfg(test)]
    pub fn statements(&self) -> usize {
        self.statements.lock().unwrap().len()
    }

    /// Forgets everything: after something was erased.
    pub fn clear(&self) {
        fn empty<T>(kind: &Kind<T>) {
            kind.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
        empty(&self.statements);
        empty(&self.heads);
        empty(&self.notices);
        empty(&self.receipts);
        self.holdings.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// An authority's entry in its trust list, as one value.
pub(super) fn entry(trust: TrustId, authority: &Authority) -> Hash {
    let entry = serde_json::to_vec(authority).unwrap_or_default();
    Hash::of_parts(&[trust.0.as_bytes().as_slice(), &entry])
}

fn question(compact: &str, entry: Hash, sub: Option<&str>, held_since: Option<UnixTime>) -> Hash {
    let document = Hash::of(compact.as_bytes());
    let since = held_since.map_or_else(String::new, |at| at.0.to_string());
    // A document has no zero byte, and neither has a resident's name.
    let rest = format!("{}\0{}\0{since}", sub.is_some(), sub.unwrap_or_default());
    Hash::of_parts(&[document.as_bytes().as_slice(), entry.as_bytes(), rest.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Phone, VILLAGE, sign};
    use crate::words::Language;
    use standing_model::message::Typ;
    use standing_verify::keys::IssuerKeys;

    #[test]
    fn an_answer_is_found_again_by_exactly_what_it_depends_on() {
        let phone = Phone::joined(VILLAGE, Language::English);
        let holdings = phone.app.holdings(&phone.id).unwrap();
        let (authority, keys) = (&holdings.authority, &holdings.keys);
        let trust = keys.trust();
        let compact = sign(Typ::Statement, &phone.statement(1, 3, &[]));
        let memo = Memo::default();
        let ask = |keys: &IssuerKeys, authority: &Authority, sub| {
            let expected = Expected { keys, sub: Some(sub), held_since: None };
            memo.verify::<Statement>(&compact, entry(trust, authority), expected)
        };
        let first = ask(keys, authority, "resident-of-yangqiao").unwrap();
        let again = ask(keys, authority, "resident-of-yangqiao").unwrap();
        assert!(Arc::ptr_eq(&first, &again), "verified once");
        // Somebody else's, and an authority without that key, are other questions.
        assert!(ask(keys, authority, "another").is_err());
        let without = Authority { keys: Vec::new(), ..authority.clone() };
        assert!(ask(&IssuerKeys::of(trust, &without), &without, "resident-of-yangqiao").is_err());
        let changed = compact.replace('.', "A.");
        let expected = Expected::fresh(keys, "resident-of-yangqiao");
        assert!(memo.verify::<Statement>(&changed, entry(trust, authority), expected).is_err());
        memo.clear();
        let again = ask(keys, authority, "resident-of-yangqiao").unwrap();
        assert!(!Arc::ptr_eq(&first, &again));
    }
}
