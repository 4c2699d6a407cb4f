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
    /// `2026-11-23`. What was noted before of the same record is replaced; a photo stays until there
    /// is another one.
    ///
    /// # Errors
    /// `Invalid` for a day to come or before the record was written, or a photo that cannot be used; `NotFound` for a case that is not
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
        let last = cases.chains.first().and_then(|chain| chain.last());
        let written_on = last.map(|link| link.made_at.day_in(cases.snapshot.zone()));
        if on > cases.snapshot.today() || written_on.is_some_and(|written_on| on < written_on) {
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
        let before = link.hand_in.and_then(|noted| noted.photo);
        let hash = photo.map(Hash::of);
        let one = HandIn { record, on, noted_at: cases.snapshot.now, photo: hash.or(before) };
        let is_of_record =
            |hash: Hash| link.row.item.item.uploads.iter().any(|one| one.sha256 == hash);
        let replaced = before.filter(|before| hash.is_some_and(|hash| hash != *before));
        let replaced = replaced.filter(|before| !is_of_record(*before));
        self.write(|tx| {
            let known = tx.evidence(item)?;
            for old in known.iter().filter(|kept| Some(kept.sha256) == replaced) {
                tx.remove_photo(item, old.id)?;
            }
            let is_new = |hash: Hash| known.iter().all(|kept| kept.sha256 != hash);
            if let Some(photo) = photo.filter(|photo| is_new(Hash::of(photo))) {
                tx.add_evidence(item, photo, MEDIA_TYPE)?;
            }
            tx.note_hand_in(&cases.snapshot.membership.id, one)
        })
    }
}
