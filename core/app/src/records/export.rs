//! An item as files that any program can read: "no single-file export" is what people complain
//! about.

use ed25519_dalek::SigningKey;
use serde::Serialize;

use crate::App;
use crate::error::AppError;
use crate::view::records::{ExportView, ExportedPhoto};
use standing_client::plan::Row;
use standing_client::queue::{Attempt, Leaving, State};
use standing_model::ids::{MembershipId, to_base64url};
use standing_model::key::PublicKey;
use standing_model::record::Evidence;
use standing_model::time::UnixTime;
use standing_store::{Membership, StoreError, Tx};
use standing_verify::jws::jwk_of;
use standing_verify::record;

/// What the JSON file holds.
#[derive(Serialize)]
struct Export<'a> {
    /// Says what the file is.
    format: &'static str,
    /// The record's id: SHA-256("standing-record/1" ‖ 0x00 ‖ `payload`), base64url.
    record: String,
    /// The payload, byte for byte as its id was worked out from.
    payload: &'a str,
    /// The record in compact form, as it is sent; none as long as nothing of it may have left the
    /// phone: an export gives no signature away that the authority has not had.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<String>,
    /// The public key of this phone for this membership.
    key: PublicKey,
    /// The authority's signed word that this key is the resident's, compact.
    #[serde(skip_serializing_if = "Option::is_none")]
    enrolment: Option<&'a str>,
    /// Receipts, compact: any JOSE library can check them.
    receipts: Vec<&'a str>,
    evidence: Vec<Evidence>,
    state: &'a State,
    attempts: &'a [Attempt],
    /// What is damaged on this phone and cannot be read, as it lies in the file: of this membership
    /// or of none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    damaged: Vec<DamagedValue>,
}

/// A value that does not open. Whoever has the keys may still be able to save a part of it.
#[derive(Serialize)]
pub(crate) struct DamagedValue {
    /// Table and column.
    place: String,
    row: String,
    found_at: UnixTime,
    /// base64url
    bytes: String,
}

impl App {
    /// An item with its receipts and attempts as JSON, and its photos beside it.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Storage`.
    pub fn export_record(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<ExportView, AppError> {
        let (snapshot, row, (photos, damaged)) =
            self.snapshot_item_with(membership, item, |tx, _, _| {
                Ok((photos(tx, item)?, damaged(tx, |id| id == membership)?))
            })?;
        let explain = |error: StoreError| self.explain_store(&error);
        let said = row.item.record().map_err(explain)?;
        let json =
            record_json(&snapshot.membership, &row, said.evidence, damaged).map_err(explain)?;
        let id = row.item.progress.record.to_string();
        let short = id.get(..8).unwrap_or_default();
        let photos = (1..).zip(photos).map(|(n, bytes)| ExportedPhoto {
            file_name: format!("record-{short}-{n}.jpg"),
            bytes,
        });
        Ok(ExportView { file_name: format!("record-{short}.json"), json, photos: photos.collect() })
    }
}

/// An item as its JSON file.
///
/// # Errors
/// [`StoreError::Corrupt`].
pub(crate) fn record_json(
    membership: &Membership,
    row: &Row,
    evidence: Vec<Evidence>,
    damaged: Vec<DamagedValue>,
) -> Result<String, StoreError> {
    let machine = &row.item.progress;
    let has_left = machine.leaving != Leaving::No || !row.item.receipts.is_empty();
    let key = SigningKey::from_bytes(&membership.key_seed);
    let export = Export {
        format: "standing-record-export/1",
        record: machine.record.to_string(),
        payload: &row.item.payload,
        signed: has_left.then(|| record::sign(row.item.payload.as_bytes(), &key)),
        key: jwk_of(&key.verifying_key()),
        enrolment: membership.enrolment.as_deref(),
        receipts: row.item.receipts.iter().map(|kept| kept.compact.as_str()).collect(),
        evidence,
        state: &machine.state,
        attempts: &machine.log,
        damaged,
    };
    serde_json::to_string_pretty(&export).map_err(|_| StoreError::Corrupt("queue"))
}

/// What is damaged, of these memberships or of none.
///
/// # Errors
/// [`StoreError`].
pub(super) fn damaged(
    tx: &Tx<'_>,
    is_wanted: impl Fn(&MembershipId) -> bool,
) -> Result<Vec<DamagedValue>, StoreError> {
    let all = tx.damaged()?.into_iter();
    let ours = all.filter(|one| one.membership.as_ref().is_none_or(&is_wanted));
    let value = |one: standing_store::Damaged| DamagedValue {
        place: one.place,
        row: one.row,
        found_at: one.found_at,
        bytes: to_base64url(&one.bytes),
    };
    Ok(ours.map(value).collect())
}

/// The photos of an item, as they are sent.
pub(crate) fn photos(tx: &Tx<'_>, item: i64) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut photos = Vec::new();
    for file in tx.evidence(item)? {
        let mut bytes = Vec::new();
        for n in 0.. {
            let Some(chunk) = tx.evidence_chunk(item, file.id, n)? else { break };
            bytes.extend_from_slice(&chunk);
        }
        photos.push(bytes);
    }
    Ok(photos)
}
