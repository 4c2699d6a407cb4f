//! Does this receipt answer this record, and does it fit what was said of the record before?

use std::collections::BTreeMap;

use super::TrustError;
use super::alarm::{Alarm, Found};
use super::message::{Expected, Verified, verify};
use super::series::{Held, History};
use super::verdict::receipt::{SameAsSent, same_as_sent};
use standing_model::ids::RecordId;
use standing_model::message::{Receipt, ReceiptState};
use standing_model::record::Record;
use standing_model::time::Date;

/// Verifies a receipt over exactly this record: its id, kind, evidence and target.
///
/// # Errors
/// [`TrustError`] of [`verify`]; [`TrustError::WrongAnswer`] for another record, kind, or evidence,
/// and for a decision on something else.
pub fn verify_for(
    compact: &str,
    expected: Expected<'_>,
    id: RecordId,
    record: &Record,
) -> Result<Verified<Receipt>, TrustError> {
    let receipt = verify::<Receipt>(compact, expected)?;
    match same_as_sent(receipt.payload(), id, record) {
        SameAsSent::OtherEvidence => Err(TrustError::WrongAnswer("a receipt for other photos")),
        SameAsSent::OtherRecord => Err(TrustError::WrongAnswer("a receipt for another record")),
        SameAsSent::OtherTarget => Err(TrustError::WrongAnswer("a decision on something else")),
        SameAsSent::Holds | SameAsSent::Unknown => Ok(receipt),
    }
}

/// What the receipts over one record have said so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// What became of it.
    pub state: ReceiptState,
    /// The last day for the answer.
    pub due_on: Option<Date>,
    /// That day was moved; it moves no second time.
    pub moved: bool,
}

/// Looks the receipts over one record through, in rising order: what they come to, and what is
/// wrong with each. A day that moved as it may not stays where it was.
#[must_use]
pub fn told<'a>(
    receipts: impl IntoIterator<Item = &'a Verified<Receipt>>,
) -> (Option<Told>, Vec<Alarm>) {
    let mut all = Vec::new();
    let last = receipts.into_iter().fold(None, |before: Option<Told>, receipt| {
        let (told, alarms) = follow(before, receipt, true);
        all.extend(alarms);
        Some(told)
    });
    (last, all)
}

/// What one more receipt over a record comes to, and what is wrong with it (PROTOCOL §3.4.1,
/// §3.4.3). `whole` is false where a receipt before it may be missing.
fn follow(before: Option<Told>, receipt: &Verified<Receipt>, whole: bool) -> (Told, Vec<Alarm>) {
    let payload = receipt.payload();
    let (n, state) = (payload.n, payload.state);
    let mut alarms = Vec::new();
    let follows = match before {
        Some(before) => before.state.may_become(state),
        None => !whole || state.may_be_first(),
    };
    if !follows || !state.fits(payload.kind) {
        alarms.push(Alarm::ReceiptState { n });
    }
    let (known, moved) = before.map_or((None, false), |told| (told.due_on, told.moved));
    let told = |due_on, moved| Told { state, due_on, moved };
    let told = match (known, payload.due_on) {
        (Some(known), Some(due)) if known != due => {
            let in_time = payload.iat.day_in(receipt.zone()) <= known;
            if moved || !in_time || payload.reason.is_none() {
                alarms.push(Alarm::ReceiptDue { n });
                told(Some(known), moved)
            } else {
                told(Some(due), true)
            }
        }
        (known, due) => told(known.or(due), moved),
    };
    (told, alarms)
}

/// What was seen of a chain of receipts.
#[derive(Debug, Default)]
pub struct Seen {
    /// By record: its newest receipt, and what they said so far.
    records: BTreeMap<RecordId, (u32, Told)>,
    /// The highest number up to which every receipt was read.
    whole_to: u32,
}

impl Seen {
    /// Takes one receipt up; the number of the one before over the same record, and what is wrong.
    fn take(&mut self, n: u32, receipt: &Verified<Receipt>) -> (Option<u32>, Vec<Alarm>) {
        let whole = self.whole_to.saturating_add(1) >= n;
        if whole {
            self.whole_to = n;
        }
        let before = self.records.get(&receipt.payload().record).copied();
        // Two with one number are a fork; one branch says nothing of the other.
        let other_branch = before.is_some_and(|(known, _)| known >= n);
        let before = before.filter(|_| !other_branch);
        let (told, alarms) = follow(before.map(|(_, told)| told), receipt, whole && !other_branch);
        self.records.insert(receipt.payload().record, (n, told));
        (before.map(|(n, _)| n), alarms)
    }
}

/// [`moves`] for one receipt after those that were seen before it.
pub(super) fn step(
    seen: &mut Seen,
    after: &Held<Receipt>,
    text: &dyn Fn(u32) -> Option<String>,
) -> Vec<Found> {
    let Ok(receipt) = &after.verdict else { return Vec::new() };
    let (before, alarms) = seen.take(after.n, receipt);
    let found = |alarm| {
        let documents = before.and_then(text).into_iter().chain([after.compact.clone()]);
        Found::over(alarm, documents.collect())
    };
    alarms.into_iter().map(found).collect()
}

/// Receipts that do not fit the ones before over the same record (PROTOCOL §3.4).
pub(super) fn moves(history: &History<'_, Receipt>) -> Vec<Found> {
    let mut seen = Seen::default();
    let text = |n: u32| {
        let held = history.steps().iter().find(|step| step.held.n == n)?;
        Some(held.held.compact.clone())
    };
    history.steps().iter().flat_map(|one| step(&mut seen, one.held, &text)).collect()
}
