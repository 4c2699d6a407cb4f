//! A record that was not taken up, back in its form: "reason shown; edit, export or withdraw".

use super::export::photos;
use super::snapshot::Snapshot;
use super::write::told;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::records::{DonationAmount, DraftBody, EditView, RecordDraft};
use standing_client::plan::Row;
use standing_client::queue::{Reason, State};
use standing_model::ids::MembershipId;
use standing_model::record::{Body, Donation, Record};

impl App {
    /// What a form holds to write a record again that was not taken up, and what the rulebook says
    /// of it now. The item itself stays as it is: its payload was fixed when it was kept.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if it is not to be edited:
    /// it waits, it was taken up, or it is a report against oneself, which is never pre-filled; as
    /// [`App::record_kinds`] besides.
    pub fn edit_record(&self, membership: &MembershipId, item: i64) -> Result<EditView, AppError> {
        let (snapshot, row, photos) =
            self.desk_item_with(membership, item, |tx, _, _| photos(tx, item))?;
        let record = row.item.record().map_err(|error| self.explain_store(&error))?;
        let body = can_be_edited(&snapshot, &row, &record).then(|| body(&record.body)).flatten();
        let not_now = || snapshot.words.error(ErrorKind::Refused, "record-not-now", &[]);
        let body = body.ok_or_else(not_now)?;
        // Half a photo is none.
        let whole = row.item.item.state != State::NeedsYou(Reason::EvidenceMissing);
        let photo = photos.into_iter().next();
        let draft = RecordDraft { body, photo: photo.filter(|_| whole) };
        Ok(EditView { checked: told(&snapshot, snapshot.book()?, &draft), draft })
    }
}

/// Whether its form may be opened again.
pub(super) fn can_be_edited(snapshot: &Snapshot, row: &Row, record: &Record) -> bool {
    let not_taken_up = matches!(
        &row.item.item.state,
        State::NeedsYou(
            Reason::Rejected
                | Reason::RefusedUnsigned { .. }
                | Reason::NotAnswered { .. }
                | Reason::EvidenceMissing
        )
    );
    let has_form = match &record.body {
        // A report of something bad is never suggested or pre-filled (DOMAIN §8.3).
        Body::SelfReport(report) => {
            let rule = snapshot.book.as_ref().and_then(|book| book.rule(&report.rule));
            rule.is_some_and(|rule| rule.points >= 0)
        }
        Body::Volunteering(_) | Body::BloodDonation(_) => true,
        Body::Withdrawal(_) => false,
    };
    not_taken_up && has_form && !row.item.item.withdrawing
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
        Body::Withdrawal(_) => return None,
    })
}
