//! A record that waits, or was not taken up, back in its form.

use super::effect::Basis;
use super::export::photos;
use super::snapshot::{Snapshot, wake};
use super::write::told;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::records::{DonationAmount, DraftBody, EditView, RecordDraft};
use standing_client::plan::{Queued, Row};
use standing_client::queue::{Reason, State};
use standing_model::ids::{MembershipId, RecordId};
use standing_model::record::{Body, Donation, Record};
use standing_store::StoreError;

impl App {
    /// What a form holds to edit a record, and what the rulebook says of it now. The item stays as
    /// it is until the form is kept.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if it is not to be edited:
    /// it has begun to leave the phone, it was taken up, or it is a report against oneself, which is
    /// never pre-filled; as [`App::record_kinds`] besides.
    pub fn edit_record(&self, membership: &MembershipId, item: i64) -> Result<EditView, AppError> {
        // The other items are needed, too: they say what is a record twice over.
        let (snapshot, found) = self.snapshot_with(membership, |tx, snapshot| {
            let row = tx.queue_item::<Queued>(item)?.filter(|row| row.membership == *membership);
            let row = row.map(|mut row| {
                wake(&mut row.item.progress, snapshot.now);
                Ok::<_, StoreError>((row, photos(tx, item)?))
            });
            Ok((row.transpose()?, Basis::read(tx, membership, &self.memo)?))
        })?;
        let (found, basis) = found;
        let (row, photos) = found.ok_or_else(|| self.no_record())?;
        let explain = |error: StoreError| self.explain_store(&error);
        let record = row.item.record().map_err(explain)?;
        let edit = Edit::of(&snapshot, &row).map_err(explain)?;
        let body = edit.and_then(|_| body(&record.body));
        let not_now = || {
            let left = has_left(&snapshot, &row, &record);
            let key = if left { "record-has-left" } else { "record-not-now" };
            snapshot.words.error(ErrorKind::Refused, key, &[])
        };
        let body = body.ok_or_else(not_now)?;
        // Half a photo is none.
        let whole = row.item.progress.state != State::NeedsYou(Reason::EvidenceMissing);
        let photo = photos.into_iter().next();
        let draft = RecordDraft { body, photo: photo.filter(|_| whole), edits: Some(item) };
        Ok(EditView { checked: told(&snapshot, basis.as_ref(), snapshot.book()?, &draft), draft })
    }
}

/// What becomes of a record whose form is opened again and kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    /// Nothing of it has left the phone: what is kept takes its place, and replaces the record
    /// that it replaced.
    InPlace { replaces: Option<RecordId> },
    /// A receipt says that it was not taken up: what is kept becomes a new record.
    AsNew { replaces: RecordId },
    /// Nothing signed says what became of it: what is kept becomes a new record, and it is taken
    /// back, since both could count.
    Instead { replaces: RecordId },
}

impl Edit {
    /// None if its form may not be opened again.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`]: the record was read before it was stored.
    pub fn of(snapshot: &Snapshot, row: &Row) -> Result<Option<Self>, StoreError> {
        let (machine, record) = (&row.item.progress, row.item.record()?);
        if machine.withdrawing || !has_form(snapshot, &record) {
            return Ok(None);
        }
        if machine.can_be_replaced() {
            return Ok(Some(Self::InPlace { replaces: record.replaces }));
        }
        let replaces = machine.record;
        let State::NeedsYou(reason) = &machine.state else { return Ok(None) };
        Ok(match reason {
            Reason::Rejected => Some(Self::AsNew { replaces }),
            Reason::RefusedUnsigned { .. }
            | Reason::NotAnswered { .. }
            | Reason::EvidenceMissing => Some(Self::Instead { replaces }),
            Reason::StillRunning | Reason::KeyRevoked | Reason::Restored => None,
        })
    }

    /// The record that what is kept replaces.
    pub const fn replaces(self) -> Option<RecordId> {
        match self {
            Self::InPlace { replaces } => replaces,
            Self::AsNew { replaces } | Self::Instead { replaces } => Some(replaces),
        }
    }
}

/// Whether a page offers to edit it, and what it says about that; empty if there is nothing to say.
///
/// # Errors
/// [`StoreError::Corrupt`].
pub(super) fn offer(snapshot: &Snapshot, row: &Row) -> Result<(bool, String), StoreError> {
    let edit = Edit::of(snapshot, row)?;
    let key = match edit {
        Some(Edit::InPlace { .. }) => "record-edit-here",
        Some(Edit::AsNew { .. }) => "record-edit-new",
        Some(Edit::Instead { .. }) => "record-edit-instead",
        None if has_left(snapshot, row, &row.item.record()?) => "record-edit-left",
        None => return Ok((false, String::new())),
    };
    Ok((edit.is_some(), snapshot.words.say(key, &[])))
}

/// Whether it could be edited if it had not begun to leave.
fn has_left(snapshot: &Snapshot, row: &Row, record: &Record) -> bool {
    let item = &row.item.progress;
    let waits = matches!(item.state, State::Queued | State::UploadingEvidence | State::Sending);
    waits && !item.withdrawing && has_form(snapshot, record)
}

/// A report of something bad is never suggested or pre-filled (DOMAIN §8.3).
fn has_form(snapshot: &Snapshot, record: &Record) -> bool {
    match &record.body {
        Body::SelfReport(report) => {
            let rule = snapshot.book.as_ref().and_then(|book| book.rule(&report.rule));
            rule.is_some_and(|rule| rule.points >= 0)
        }
        Body::Volunteering(_) | Body::BloodDonation(_) => true,
        Body::Contest(_) | Body::Compliance(_) | Body::RightsRequest(_) | Body::Withdrawal(_) => {
            false
        }
    }
}

fn body(body: &Body) -> Option<DraftBody> {
    Some(match body {
        Body::SelfReport(report) => DraftBody::SelfReport {
            rule: report.rule.to_string(),
            occurred_on: report.occurred_on.to_string(),
            description: report.description.clone(),
        },
        Body::Volunteering(given) => DraftBody::Volunteering {
            organiser: given.organiser.clone(),
            activity: given.activity.clone(),
            occurred_on: given.occurred_on.to_string(),
            minutes: given.minutes,
        },
        Body::BloodDonation(given) => DraftBody::BloodDonation {
            donation_code: given.donation_code.clone(),
            occurred_on: given.occurred_on.to_string(),
            place: given.place.clone(),
            amount: match given.donation {
                Donation::WholeBloodMl(ml) => DonationAmount::WholeBlood { ml },
                Donation::PlateletUnits(units) => DonationAmount::Platelets { units },
            },
        },
        Body::Contest(_) | Body::Compliance(_) | Body::RightsRequest(_) | Body::Withdrawal(_) => {
            return None;
        }
    })
}
