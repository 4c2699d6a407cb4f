//! What lists need of signed documents, noted apart from them, so that a list opens no document.
//!
//! A note is made when a document verified, and counts only as long as the same keys would verify
//! it: otherwise the document itself is opened and verified. What is shown in full is opened and
//! verified each time.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::memo::{Memo, Remembered};
use standing_model::ids::{Hash, KeyId, MembershipId, RecordId, RulebookId, TierId};
use standing_model::message::{Receipt, ReceiptState};
use standing_model::points::Points;
use standing_model::record::Kind;
use standing_model::rulebook::Rulebooks;
use standing_model::statement::{Period, RulebookVersion, Statement};
use standing_model::time::UnixTime;
use standing_rules::audit::{OwnRecords, SentRecord};
use standing_store::{StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified};
use standing_verify::series::Numbered;
use standing_verify::verdict::State;
use standing_verify::verdict::statement::{Noted, adds_up};

/// What a list needs of a document that verified.
pub(super) trait Brief: Serialize + DeserializeOwned {
    /// The document.
    type Of: Remembered + Numbered;

    /// Notes it; `by` names the keys that verified it.
    fn of(one: &Verified<Self::Of>, by: Hash) -> Self;

    /// The keys that verified it.
    fn by(&self) -> Hash;
}

/// What a list needs of a statement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StatementBrief {
    by: Hash,
    hash: Hash,
    kid: KeyId,
    extended: bool,
    pub period: Period,
    pub score: Points,
    pub tier: TierId,
    pub rulebook: RulebookId,
    pub rulebooks: Vec<RulebookVersion>,
    /// Whether it adds up; none until all of its rulebooks were here.
    sum: Option<Sum>,
}

/// Whether a statement adds up, and what that rests on besides the statement and its rulebooks.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sum {
    adds_up: bool,
    /// The resident's own records that it names, and what was known of them: kind, withdrawn.
    own: Vec<(RecordId, Option<(Kind, bool)>)>,
}

/// What a list needs of a receipt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ReceiptBrief {
    by: Hash,
    pub record: RecordId,
    kind: Kind,
    state: ReceiptState,
}

impl Brief for StatementBrief {
    type Of = Statement;

    fn of(one: &Verified<Statement>, by: Hash) -> Self {
        let (payload, Noted { kid, hash, extended }) = (one.payload(), one.into());
        Self {
            by,
            hash,
            kid,
            extended,
            period: payload.period,
            score: payload.score,
            tier: payload.tier.clone(),
            rulebook: payload.rulebook.clone(),
            rulebooks: payload.rulebooks.clone(),
            sum: None,
        }
    }

    fn by(&self) -> Hash {
        self.by
    }
}

impl Brief for ReceiptBrief {
    type Of = Receipt;

    fn of(one: &Verified<Receipt>, by: Hash) -> Self {
        let Receipt { record, kind, state, .. } = *one.payload();
        Self { by, record, kind, state }
    }

    fn by(&self) -> Hash {
        self.by
    }
}

impl StatementBrief {
    /// What its verdict needs.
    pub const fn noted(&self) -> Noted {
        Noted { kid: self.kid, hash: self.hash, extended: self.extended }
    }

    /// Whether it adds up, unless that has to be computed again.
    pub fn adds_up(&self, own: &OwnRecords) -> Option<State> {
        let sum = self.sum.as_ref()?;
        let same = sum.own.iter().all(|(id, known)| known_of(own, *id) == *known);
        same.then_some(if sum.adds_up { State::Holds } else { State::Fails })
    }

    /// The same with its sum.
    pub fn with_sum(mut self, statement: &Statement, books: &Rulebooks, own: &OwnRecords) -> Self {
        let named = statement.entries.iter().filter_map(|entry| entry.record.as_ref());
        let own_of = |id: RecordId| (id, known_of(own, id));
        let adds_up = adds_up(Some(statement), Some(books), own).state() == State::Holds;
        self.sum = Some(Sum { adds_up, own: named.map(|record| own_of(record.id)).collect() });
        self
    }
}

impl ReceiptBrief {
    /// What it says of the record.
    pub fn sent(&self) -> SentRecord {
        SentRecord { kind: self.kind, withdrawn: self.state == ReceiptState::Withdrawn }
    }
}

fn known_of(own: &OwnRecords, id: RecordId) -> Option<(Kind, bool)> {
    own.get(&id).map(|sent| (sent.kind, sent.withdrawn))
}

/// What is known of one document of a series.
pub(super) struct Known<B> {
    /// Its number.
    pub n: u32,
    /// What verifying it gave, now or when it was noted.
    pub verdict: Result<B, TrustError>,
    /// Whether that is noted.
    pub is_noted: bool,
}

impl<B> Known<B> {
    /// Whether it is genuine and of a later version: it cannot be read here.
    pub const fn is_unread(&self) -> bool {
        matches!(self.verdict, Err(TrustError::Later { .. }))
    }
}

/// Verifies the documents of one membership.
pub(super) struct Verifier<'a> {
    pub keys: &'a IssuerKeys,
    pub sub: Option<&'a str>,
    pub memo: &'a Memo,
    /// The authority's entry in the trust list.
    pub entry: Hash,
}

impl Verifier<'_> {
    /// What was fetched, imported and stored alike (PROTOCOL §1.1): what lies in the store is
    /// verified again.
    pub fn verify<T: Remembered>(
        &self,
        compact: &str,
        held_since: Option<UnixTime>,
    ) -> Result<Arc<Verified<T>>, TrustError> {
        let expected = Expected { keys: self.keys, sub: self.sub, held_since };
        self.memo.verify(compact, self.entry, expected)
    }

    /// Whether a document verifies, in whatever version.
    pub fn is_genuine<T: Remembered>(&self, compact: &str, held_since: Option<UnixTime>) -> bool {
        matches!(self.verify::<T>(compact, held_since), Ok(_) | Err(TrustError::Later { .. }))
    }

    /// What a document says; none if it does not verify.
    pub fn payload<T: Remembered + Clone>(
        &self,
        compact: &str,
        held_since: Option<UnixTime>,
    ) -> Option<T> {
        Some(self.verify::<T>(compact, held_since).ok()?.payload().clone())
    }

    /// What is known of each document of a series, in rising order.
    pub fn known<B: Brief>(
        &self,
        tx: &Tx<'_>,
        id: &MembershipId,
    ) -> Result<Vec<Known<B>>, StoreError> {
        let (series, by) = (<B::Of as Numbered>::SERIES, self.by());
        let mut all = Vec::new();
        for (n, brief) in tx.briefs::<B>(series, id)? {
            if let Some(brief) = brief.filter(|brief| brief.by() == by) {
                all.push(Known { n, verdict: Ok(brief), is_noted: true });
                continue;
            }
            let Some(stored) = tx.document(series, id, n)? else { continue };
            let verdict = self.verify::<B::Of>(&stored.compact, stored.held_since);
            let verdict = verdict.map(|one| B::of(&one, by));
            all.push(Known { n, verdict, is_noted: false });
        }
        Ok(all)
    }

    /// Everything that verifying depends on, besides a document and since when it was held.
    fn by(&self) -> Hash {
        let sub = format!("{}\0{}", self.sub.is_some(), self.sub.unwrap_or_default());
        Hash::of_parts(&[self.entry.as_bytes().as_slice(), sub.as_bytes()])
    }
}

#[cfg(test)]
mod tests;
