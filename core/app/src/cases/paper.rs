//! What was handed in on paper, by the person's own word.

use super::read::Cases;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::records::photo::{self, MEDIA_TYPE};
use crate::view::cases::CaseView;
use standing_model::ids::{Hash, MembershipId};
use standing_model::time::Date;
use standing_store::HandIn;

impl App {
    /// Notes that a case was handed in on paper, and keeps a photo of the stamp. `on` is
    /// `2026-11-23`. What was noted before of the same record is replaced.
    ///
    /// # Errors
    /// `Invalid` for a day to come or a photo that cannot be used; `NotFound` for a case that is not
    /// this membership's; `Storage`.
    pub fn note_hand_in(
        &self,
        membership: &MembershipId,
        id: i64,
        on: &str,
        photo: Option<&[u8]>,
    ) -> Result<CaseView, AppError> {
        let cases = self.case_of(membership, id)?;
        let invalid = |code: &str| cases.words().error(ErrorKind::Invalid, code, &[]);
        let on: Date = on.trim().parse().map_err(|_| invalid("hand-in-day"))?;
        if on > cases.snapshot.today() {
            return Err(invalid("hand-in-day"));
        }
        let photo = photo.map(photo::clean).transpose().map_err(|_| invalid("hand-in-photo"))?;
        self.keep_hand_in(&cases, on, photo.as_deref())?;
        self.case_page(membership, id)
    }

    fn keep_hand_in(&self, cases: &Cases, on: Date, photo: Option<&[u8]>) -> Result<(), AppError> {
        let last = cases.chains.first().and_then(|chain| chain.last());
        let link = last.ok_or_else(|| self.no_case())?;
        let (item, record) = (link.row.id, link.row.item.item.record);
        let one = HandIn { record, on, noted_at: cases.snapshot.now, photo: photo.map(Hash::of) };
        self.write(|tx| {
            let known = tx.evidence(item)?;
            let is_new = |hash: Hash| known.iter().all(|kept| kept.sha256 != hash);
            if let Some(photo) = photo.filter(|photo| is_new(Hash::of(photo))) {
                tx.add_evidence(item, photo, MEDIA_TYPE)?;
            }
            tx.note_hand_in(&cases.snapshot.membership.id, one)
        })
    }
}
