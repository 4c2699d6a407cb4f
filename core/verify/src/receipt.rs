//! Does this receipt answer this record?

use super::TrustError;
use super::message::{Expected, Verified, verify};
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
    let payload = receipt.payload();
    if payload.record != id || payload.kind != record.kind() {
        return Err(TrustError::WrongAnswer("a receipt for another record"));
    }
    // "evidence equal to the record's"; one that was never taken up may have none.
    let same = payload.evidence.iter().eq(record.evidence.iter().map(|file| &file.sha256));
    let never_taken_up = payload.state == ReceiptState::Rejected && payload.evidence.is_empty();
    if same || never_taken_up {
        Ok(receipt)
    } else {
        Err(TrustError::WrongAnswer("a receipt for other photos"))
    }
}
