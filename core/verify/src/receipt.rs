//! Does this receipt answer this record?

use std::collections::BTreeMap;

use super::TrustError;
use super::alarm::{Alarm, Found};
use super::message::{Expected, Verified, verify};
use super::series::{Held, History};
use super::verdict::receipt::{SameAsSent, same_as_sent};
use standing_model::ids::RecordId;
use standing_model::message::{Receipt, ReceiptState};
use standing_model::record::Record;

/// Verifies a receipt over exactly this record: its id, kind and evidence.
///
/// # Errors
/// [`TrustError`] of [`verify`]; [`TrustError::WrongAnswer`] for another record, kind, or evidence.
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
        SameAsSent::Holds | SameAsSent::Unknown => Ok(receipt),
    }
}

/// By record: its newest receipt, and the state that this one says.
pub type Seen = BTreeMap<RecordId, (u32, ReceiptState)>;

/// [`moves`] for one receipt after those that were seen before it.
pub(super) fn step(
    seen: &mut Seen,
    after: &Held<Receipt>,
    text: &dyn Fn(u32) -> Option<String>,
) -> Vec<Found> {
    let Some(payload) = after.payload() else { return Vec::new() };
    let before = seen.insert(payload.record, (after.n, payload.state));
    let before = before.filter(|(_, state)| !state.may_become(payload.state));
    let found = before.map(|(n, _)| {
        let documents = text(n).into_iter().chain([after.compact.clone()]).collect();
        Found::over(Alarm::ReceiptState { n: payload.n }, documents)
    });
    found.into_iter().collect()
}

/// Receipts that move a record to a state that cannot follow (PROTOCOL §3.4).
pub(super) fn moves(history: &History<'_, Receipt>) -> Vec<Found> {
    let mut newest: BTreeMap<RecordId, &Held<Receipt>> = BTreeMap::new();
    let mut found = Vec::new();
    for step in history.steps() {
        let Some(payload) = step.held.payload() else { continue };
        let before = newest.insert(payload.record, step.held);
        // Two with one number are a fork; one branch says nothing of the other.
        let Some(before) = before.filter(|before| before.n < step.held.n) else { continue };
        let follows = before.payload().is_none_or(|before| before.state.may_become(payload.state));
        if !follows {
            let documents = vec![before.compact.clone(), step.held.compact.clone()];
            found.push(Found::over(Alarm::ReceiptState { n: payload.n }, documents));
        }
    }
    found
}
