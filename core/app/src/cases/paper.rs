//! What was handed in and what came on paper, by the person's own word.

use super::read::{Cases, Link};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::records::photo::{self, MEDIA_TYPE};
use crate::view::cases::{CaseView, PaperAnswerDraft, PaperSays};
use standing_model::case::Outcome;
use standing_model::ids::{Hash, MembershipId};
use standing_model::time::Date;
use standing_store::{HandIn, PaperAnswer, StoreError, Tx};

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
        let link = self.newest_link(&cases)?;
        let on = day(&cases, link, on)
            .ok_or_else(|| cases.words().error(ErrorKind::Invalid, "hand-in-day", &[]))?;
        let before = link.hand_in.and_then(|noted| noted.photo);
        let kept = Kept::new(&cases, link, (photo, before), "hand-in-photo")?;
        let (record, noted_at) = (link.row.item.progress.record, cases.snapshot.now);
        self.write(|tx| {
            let one = HandIn { record, on, noted_at, photo: kept.keep(tx)? };
            tx.note_hand_in(membership, one)
        })?;
        self.case_page(membership, id)
    }

    /// Notes an answer that came on paper, and keeps a photo of it. Nobody signed it for this phone:
    /// it is shown as the person's own note, and gives way to a signed decision. What was noted
    /// before of the same record is replaced; a photo stays until there is another one.
    ///
    /// # Errors
    /// `Invalid` for a day to come or before the record was written, or a photo that cannot be used;
    /// `NotFound` for a case that is not this membership's, and for one that awaits no answer;
    /// `Storage`.
    pub fn note_answer(
        &self,
        membership: &MembershipId,
        id: i64,
        draft: &PaperAnswerDraft,
    ) -> Result<CaseView, AppError> {
        let cases = self.case_of(membership, id)?;
        let link = self.newest_link(&cases)?;
        let invalid = |kind, code: &str| cases.words().error(kind, code, &[]);
        if !link.takes_paper_answer(&cases.snapshot) {
            return Err(invalid(ErrorKind::NotFound, "answer-not-awaited"));
        }
        let on = day(&cases, link, &draft.on)
            .ok_or_else(|| invalid(ErrorKind::Invalid, "answer-day"))?;
        let before = link.answer.and_then(|noted| noted.photo);
        let kept = Kept::new(&cases, link, (draft.photo.as_deref(), before), "answer-photo")?;
        let (record, noted_at) = (link.row.item.progress.record, cases.snapshot.now);
        let outcome = outcome(draft.says);
        self.write(|tx| {
            let one = PaperAnswer { record, on, outcome, noted_at, photo: kept.keep(tx)? };
            tx.note_paper_answer(membership, one)
        })?;
        self.case_page(membership, id)
    }

    fn newest_link<'a>(&self, cases: &'a Cases) -> Result<&'a Link, AppError> {
        let last = cases.chains.first().and_then(|chain| chain.last());
        last.ok_or_else(|| self.no_case())
    }
}

const fn outcome(says: PaperSays) -> Option<Outcome> {
    match says {
        PaperSays::Granted => Some(Outcome::Granted),
        PaperSays::Partly => Some(Outcome::Partly),
        PaperSays::Refused => Some(Outcome::Refused),
        PaperSays::Other => None,
    }
}

/// A day from the one on which the record was written to today.
fn day(cases: &Cases, link: &Link, on: &str) -> Option<Date> {
    let on: Date = on.trim().parse().ok()?;
    let written_on = link.made_at.day_in(cases.snapshot.zone());
    (on <= cases.snapshot.today() && on >= written_on).then_some(on)
}

/// A photo to be kept among those of an item, in the place of another.
struct Kept {
    item: i64,
    photo: Option<Vec<u8>>,
    before: Option<Hash>,
    /// What gives way: never a photo that goes with the record, nor the one of the other paper.
    replaced: Option<Hash>,
}

impl Kept {
    fn new(
        cases: &Cases,
        link: &Link,
        (photo, before): (Option<&[u8]>, Option<Hash>),
        code: &str,
    ) -> Result<Self, AppError> {
        let unusable = |_| cases.words().error(ErrorKind::Invalid, code, &[]);
        let photo = photo.map(photo::clean).transpose().map_err(unusable)?;
        let hash = photo.as_deref().map(Hash::of);
        let noted =
            [link.hand_in.and_then(|noted| noted.photo), link.answer.and_then(|noted| noted.photo)];
        let uses = |old: Hash| {
            let of_record = link.row.item.progress.uploads.iter().any(|one| one.sha256 == old);
            of_record || noted.iter().flatten().filter(|noted| **noted == old).count() > 1
        };
        let replaced = before.filter(|old| hash.is_some_and(|hash| hash != *old) && !uses(*old));
        Ok(Self { item: link.row.id, photo, before, replaced })
    }

    fn keep(&self, tx: &Tx<'_>) -> Result<Option<Hash>, StoreError> {
        let known = tx.evidence(self.item)?;
        for old in known.iter().filter(|kept| Some(kept.sha256) == self.replaced) {
            tx.remove_photo(self.item, old.id)?;
        }
        let Some(photo) = &self.photo else { return Ok(self.before) };
        let hash = Hash::of(photo);
        if known.iter().all(|kept| kept.sha256 != hash) {
            tx.add_evidence(self.item, photo, MEDIA_TYPE)?;
        }
        Ok(Some(hash))
    }
}
