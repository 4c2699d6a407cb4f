//! Cases: contests, compliance, requests by right, and what became of them.

use super::App;
use crate::error::AppError;
use crate::views::{
    CalendarFile, CaseCheckView, CaseFileView, CaseFormView, CaseLetterKind, CaseLetterView,
    CaseTarget, CaseView, CasesView, ComplianceDraft, ContestDraft, KeptView, LetterSender,
    PaperAnswerDraft, RightDraft,
};
use standing_app::ids::MembershipId;

#[uniffi::export]
impl App {
    /// Opens the form of a contest: the facts of what is contested, the grounds and what each needs, the
    /// last day. `follows` is the case that goes on at the next office.
    ///
    /// Throws `NotFound` for what is not in the newest statement or among the letters; `Storage`.
    pub fn contest_form(
        &self,
        membership: MembershipId,
        target: CaseTarget,
        follows: Option<i64>,
    ) -> Result<CaseFormView, AppError> {
        Ok(self.core.contest_form(&membership, &target, follows)?)
    }

    /// Checks a contest: every problem at once. Keeps nothing.
    ///
    /// Throws as `contest_form`.
    pub fn check_contest(
        &self,
        membership: MembershipId,
        draft: ContestDraft,
    ) -> Result<CaseCheckView, AppError> {
        Ok(self.core.check_contest(&membership, &draft)?)
    }

    /// Keeps a contest, sealed and durable before this returns; it is sent by the next sync unless it is
    /// for paper. `form` is a random name of the form: one that was sent before gives the case that it
    /// became then.
    ///
    /// Throws `Invalid` if a problem stands in the way; `Refused` if the form was sent before and says something
    /// else now; besides, as `contest_form`.
    pub fn contest(
        &self,
        membership: MembershipId,
        draft: ContestDraft,
        form: String,
    ) -> Result<KeptView, AppError> {
        Ok(self.core.contest(&membership, &draft, &form)?)
    }

    /// The letter that a contest becomes, to read and to print before it is sent.
    ///
    /// Throws as `contest_form`.
    pub fn contest_letter(
        &self,
        membership: MembershipId,
        draft: ContestDraft,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.contest_letter(&membership, &draft, &sender)?)
    }

    /// The form of a report that what was ordered has been done.
    ///
    /// Throws `NotFound` for what is not in the newest statement or among the letters, and for what
    /// orders nothing; `Storage`.
    pub fn compliance_form(
        &self,
        membership: MembershipId,
        target: CaseTarget,
    ) -> Result<CaseFormView, AppError> {
        Ok(self.core.compliance_form(&membership, &target)?)
    }

    /// The letter that such a report becomes, to read and to print before it is sent.
    ///
    /// Throws `Invalid` if a problem stands in the way; `NotFound`, `Storage`.
    pub fn compliance_letter(
        &self,
        membership: MembershipId,
        draft: ComplianceDraft,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.compliance_letter(&membership, &draft, &sender)?)
    }

    /// Checks a report that what was ordered has been done. Keeps nothing.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn check_compliance(
        &self,
        membership: MembershipId,
        draft: ComplianceDraft,
    ) -> Result<CaseCheckView, AppError> {
        Ok(self.core.check_compliance(&membership, &draft)?)
    }

    /// Keeps a report that what was ordered has been done, as `contest` does.
    ///
    /// Throws `Invalid` if a problem stands in the way; `Refused`, `NotFound`, `Storage`.
    pub fn comply(
        &self,
        membership: MembershipId,
        draft: ComplianceDraft,
        form: String,
    ) -> Result<KeptView, AppError> {
        Ok(self.core.comply(&membership, &draft, &form)?)
    }

    /// The form of a request by the law on personal information.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn right_form(&self, membership: MembershipId) -> Result<CaseFormView, AppError> {
        Ok(self.core.right_form(&membership)?)
    }

    /// The letter that such a request becomes, to read and to print before it is sent.
    ///
    /// Throws `Invalid` if a problem stands in the way; `NotFound`, `Storage`.
    pub fn right_letter(
        &self,
        membership: MembershipId,
        draft: RightDraft,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.right_letter(&membership, &draft, &sender)?)
    }

    /// Checks a request by such a right. Keeps nothing.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn check_right(
        &self,
        membership: MembershipId,
        draft: RightDraft,
    ) -> Result<CaseCheckView, AppError> {
        Ok(self.core.check_right(&membership, &draft)?)
    }

    /// Keeps a request by such a right, as `contest` does.
    ///
    /// Throws `Invalid` if a problem stands in the way; `Refused`, `NotFound`, `Storage`.
    pub fn request_right(
        &self,
        membership: MembershipId,
        draft: RightDraft,
        form: String,
    ) -> Result<KeptView, AppError> {
        Ok(self.core.request_right(&membership, &draft, &form)?)
    }

    /// The cases of a membership: what needs the person first.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn cases(&self, membership: MembershipId) -> Result<CasesView, AppError> {
        Ok(self.core.cases(&membership)?)
    }

    /// One case in full.
    ///
    /// Throws `NotFound` for a case that is not this membership's; `Storage`.
    pub fn case_page(&self, membership: MembershipId, id: i64) -> Result<CaseView, AppError> {
        Ok(self.core.case_page(&membership, id)?)
    }

    /// A letter of a case, to read and to print.
    ///
    /// Throws `NotFound`, also for a letter that the case has no use for now; `Storage`.
    pub fn case_letter(
        &self,
        membership: MembershipId,
        id: i64,
        kind: CaseLetterKind,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.case_letter(&membership, id, kind, &sender)?)
    }

    /// Notes that a case was handed in on paper, and keeps a photo of the stamp. `on` is
    /// `2026-11-23`.
    ///
    /// Throws `Invalid` for a day to come or a photo that cannot be used; `NotFound`, `Storage`.
    pub fn note_hand_in(
        &self,
        membership: MembershipId,
        id: i64,
        on: String,
        photo: Option<Vec<u8>>,
    ) -> Result<CaseView, AppError> {
        Ok(self.core.note_hand_in(&membership, id, &on, photo.as_deref())?)
    }

    /// Notes an answer that came on paper, and keeps a photo of it. It is shown as the person's own
    /// note, and gives way to a signed decision.
    ///
    /// Throws `Invalid` for a day to come or a photo that cannot be used; `NotFound`, also for a case
    /// that awaits no answer; `Storage`.
    pub fn note_answer(
        &self,
        membership: MembershipId,
        id: i64,
        draft: PaperAnswerDraft,
    ) -> Result<CaseView, AppError> {
        Ok(self.core.note_answer(&membership, id, &draft)?)
    }

    /// The dates of a case that are to come, as a calendar file that names neither what is contested
    /// nor with whom.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn case_calendar(
        &self,
        membership: MembershipId,
        id: i64,
    ) -> Result<CalendarFile, AppError> {
        Ok(self.core.case_calendar(&membership, id)?)
    }

    /// Writes a case to a new file for somebody who helps: a page in both languages that begins with
    /// a summary in large type, the letter, the signed originals and the photos. `standing check`
    /// reads it. The file is not encrypted: delete it once the person has it where they want it.
    ///
    /// Throws `NotFound`, `Storage`; nothing is left of the file then.
    pub fn export_case(
        &self,
        membership: MembershipId,
        id: i64,
        file: String,
    ) -> Result<CaseFileView, AppError> {
        Ok(self.core.export_case(&membership, id, file.as_ref())?)
    }
}
