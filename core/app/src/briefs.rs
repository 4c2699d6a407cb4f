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
use standing_model::message::{About, Channel, Deadline, Notice, Receipt, ReceiptState};
use standing_model::points::Points;
use standing_model::record::Kind;
use standing_model::rulebook::Rulebooks;
use standing_model::series::SeriesKind;
use standing_model::statement::{Grant, Period, RulebookVersion, Statement};
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime};
use standing_rules::audit::{OwnRecords, SentRecord};
use standing_store::{Document, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified};
use standing_verify::series::Numbered;
use standing_verify::verdict::State;
use standing_verify::verdict::statement::{AddsUp, Noted, adds_up};

/// What a list needs of a document that verified.
pub(super) trait Brief: Serialize + DeserializeOwned {
    /// The document.
    type Of: Remembered + Numbered;

    /// Notes it.
    fn of(one: &Verified<Self::Of>) -> Self;
}

/// A brief as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Note<B> {
    /// The keys that verified the document.
    by: Hash,
    /// The hash of its compact form.
    hash: Hash,
    /// When it was stored, by the phone's clock.
    stored_at: UnixTime,
    brief: B,
}

/// What a list needs of a statement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StatementBrief {
    kid: KeyId,
    extended: bool,
    pub period: Period,
    pub score: Points,
    pub tier: TierId,
    pub rulebook: RulebookId,
    pub rulebooks: Vec<RulebookVersion>,
    /// Perks that are open, and restrictions that are in force.
    pub granted: Vec<Grant>,
    /// Whether it adds up; none until all of its rulebooks were here.
    sum: Option<Sum>,
}

/// Whether a statement adds up, and what that rests on besides the statement and its rulebooks.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sum {
    adds_up: bool,
    /// What its own entries and stars give.
    total: Points,
    /// The resident's own records that it names, and what was known of them: kind, withdrawn.
    own: Vec<(RecordId, Option<(Kind, bool)>)>,
}

/// Whether a statement adds up, and what its own entries and stars give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Summed {
    pub state: State,
    /// None if that cannot be computed.
    pub total: Option<Points>,
}

impl Summed {
    /// Computes it.
    pub fn of(statement: Option<&Statement>, books: &Rulebooks, own: &OwnRecords) -> Self {
        let verdict = adds_up(statement, Some(books), own);
        let total = match &verdict {
            AddsUp::Holds(audit) | AddsUp::Fails(audit) => Some(audit.breakdown.total),
            AddsUp::Unknown => None,
        };
        Self { state: verdict.state(), total }
    }
}

/// What a list needs of a receipt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ReceiptBrief {
    pub kid: KeyId,
    pub iat: UnixTime,
    pub record: RecordId,
    kind: Kind,
    pub state: ReceiptState,
}

/// What a list needs of a notice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct NoticeBrief {
    pub kid: KeyId,
    pub iat: UnixTime,
    pub sent_on: Date,
    pub channel: Channel,
    pub about: About,
    pub deadline: Option<Deadline>,
    /// What it says of an entry, which is shown with the entry.
    pub text: Option<LocalText>,
}

impl Brief for StatementBrief {
    type Of = Statement;

    fn of(one: &Verified<Statement>) -> Self {
        let (payload, Noted { kid, extended, .. }) = (one.payload(), one.into());
        Self {
            kid,
            extended,
            period: payload.period,
            score: payload.score,
            tier: payload.tier.clone(),
            rulebook: payload.rulebook.clone(),
            rulebooks: payload.rulebooks.clone(),
            granted: payload.perks.iter().chain(&payload.restrictions).cloned().collect(),
            sum: None,
        }
    }
}

impl Brief for ReceiptBrief {
    type Of = Receipt;

    fn of(one: &Verified<Receipt>) -> Self {
        let Receipt { iat, record, kind, state, .. } = *one.payload();
        Self { kid: one.kid(), iat, record, kind, state }
    }
}

impl Brief for NoticeBrief {
    type Of = Notice;

    fn of(one: &Verified<Notice>) -> Self {
        let Notice { iat, sent_on, channel, about, deadline, text, .. } = one.payload().clone();
        let text = matches!(about, About::Entry(_)).then_some(text);
        Self { kid: one.kid(), iat, sent_on, channel, about, deadline, text }
    }
}

impl StatementBrief {
    /// The key that signed it.
    pub const fn kid(&self) -> KeyId {
        self.kid
    }

    /// What its verdict needs; `hash` is the document's.
    pub const fn noted(&self, hash: Hash) -> Noted {
        Noted { kid: self.kid, hash, extended: self.extended }
    }

    /// Whether it adds up, unless that has to be computed again.
    pub fn adds_up(&self, own: &OwnRecords) -> Option<Summed> {
        let sum = self.sum.as_ref()?;
        let same = sum.own.iter().all(|(id, known)| known_of(own, *id) == *known);
        let state = if sum.adds_up { State::Holds } else { State::Fails };
        same.then_some(Summed { state, total: Some(sum.total) })
    }

    /// The same with its sum.
    pub fn with_sum(mut self, statement: &Statement, books: &Rulebooks, own: &OwnRecords) -> Self {
        let named = statement.entries.iter().filter_map(|entry| entry.record.as_ref());
        let own_of = |id: RecordId| (id, known_of(own, id));
        let own_records = named.map(|record| own_of(record.id)).collect();
        let Summed { state, total } = Summed::of(Some(statement), books, own);
        let adds_up = state == State::Holds;
        self.sum = total.map(|total| Sum { adds_up, total, own: own_records });
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

/// A rulebook and the versions of it that a statement lists.
type Listed = (RulebookId, Vec<RulebookVersion>);

/// The number of each statement, and which rulebooks it lists, where that is noted; whether its
/// keys still count does not matter for that.
pub(super) fn rulebooks_noted(
    tx: &Tx<'_>,
    id: &MembershipId,
) -> Result<Vec<(u32, Option<Listed>)>, StoreError> {
    let notes = tx.briefs::<Note<StatementBrief>>(SeriesKind::Statements, id)?;
    let listed = |note: Note<StatementBrief>| (note.brief.rulebook, note.brief.rulebooks);
    Ok(notes.into_iter().map(|(n, note)| (n, note.map(listed))).collect())
}

/// What is known of one document of a series.
pub(super) struct Known<B> {
    /// Its number.
    pub n: u32,
    /// The hash of its compact form.
    pub hash: Hash,
    /// When it was stored, by the phone's clock.
    pub stored_at: UnixTime,
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
        for (n, note) in tx.briefs::<Note<B>>(series, id)? {
            if let Some(Note { hash, stored_at, brief, .. }) = note.filter(|note| note.by == by) {
                all.push(Known { n, hash, stored_at, verdict: Ok(brief), is_noted: true });
                continue;
            }
            let Some(Document { compact, stored_at, held_since, .. }) =
                tx.document(series, id, n)?
            else {
                continue;
            };
            let (hash, verdict) = (Hash::of(compact.as_bytes()), self.brief(&compact, held_since));
            all.push(Known { n, hash, stored_at, verdict, is_noted: false });
        }
        Ok(all)
    }

    /// What lists need of a document.
    pub fn brief<B: Brief>(
        &self,
        compact: &str,
        held_since: Option<UnixTime>,
    ) -> Result<B, TrustError> {
        self.verify::<B::Of>(compact, held_since).map(|one| B::of(&one))
    }

    /// Notes what lists need of a document that verified.
    pub fn note<B: Brief>(
        &self,
        tx: &Tx<'_>,
        id: &MembershipId,
        known: &Known<B>,
        brief: &B,
    ) -> Result<(), StoreError> {
        let (hash, stored_at) = (known.hash, known.stored_at);
        let note = Note { by: self.by(), hash, stored_at, brief };
        tx.set_brief(<B::Of as Numbered>::SERIES, id, known.n, &note)
    }

    /// Notes what lists need of each document that verified and of which it is not noted.
    pub fn note_new<B: Brief>(
        &self,
        tx: &Tx<'_>,
        id: &MembershipId,
        all: &[Known<B>],
    ) -> Result<(), StoreError> {
        for known in all.iter().filter(|known| !known.is_noted) {
            if let Ok(brief) = &known.verdict {
                self.note(tx, id, known, brief)?;
            }
        }
        Ok(())
    }

    /// Everything that verifying depends on, besides a document and since when it was held.
    fn by(&self) -> Hash {
        let sub = format!("{}\0{}", self.sub.is_some(), self.sub.unwrap_or_default());
        Hash::of_parts(&[self.entry.as_bytes().as_slice(), sub.as_bytes()])
    }
}

/// Opens every document once: a list opens none of them, so nobody else would find an older one
/// that is damaged. Whatever does not open is noted by the store.
///
/// # Errors
/// [`StoreError`].
pub(super) fn open_all(tx: &Tx<'_>) -> Result<(), StoreError> {
    for membership in tx.memberships()? {
        for series in SeriesKind::ALL {
            for n in tx.document_numbers(series, &membership.id)? {
                drop(tx.document(series, &membership.id, n)?);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
