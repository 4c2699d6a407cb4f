//! Cases: what a resident does about what is held against them.

use super::App;
use crate::error::{AppError, ErrorKind};
use crate::view::cases::{
    CalendarFile, CaseCheckView, CaseLetterKind, CaseLetterView, CaseTarget, CaseView, CasesView,
    ComplianceDraft, ContestDraft, ContestFormView, LetterSender, RightDraft, RightsView,
};
use crate::view::records::KeptView;
use standing_model::ids::MembershipId;

#[expect(unused_variables, reason = "what a case is made of comes next")]
impl App {
    pub(super) fn no_case(&self) -> AppError {
        self.words().error(ErrorKind::NotFound, "no-case", &[])
    }

    /// Opens the form of a contest: the facts of what is contested, the grounds and what each needs, the
    /// last day. `follows` is the case that goes on at the next office.
    ///
    /// # Errors
    /// `NotFound` for what is not in the newest statement or among the letters; `Storage`.
    pub fn contest_form(
        &self,
        membership: &MembershipId,
        target: &CaseTarget,
        follows: Option<i64>,
    ) -> Result<ContestFormView, AppError> {
        Err(self.no_case())
    }

    /// Checks a contest: every problem at once. Keeps nothing.
    ///
    /// # Errors
    /// as `contest_form`.
    pub fn check_contest(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
    ) -> Result<CaseCheckView, AppError> {
        Err(self.no_case())
    }

    /// Keeps a contest, sealed and durable before this returns; it is sent by the next sync unless it is
    /// for paper. `form` is a random name of the form: one that was sent before gives the case that it
    /// became then.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `Refused` if the form was sent before and says something
    /// else now; besides, as `contest_form`.
    pub fn contest(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        Err(self.no_case())
    }

    /// The letter that a contest becomes, to read and to print before it is sent.
    ///
    /// # Errors
    /// as `contest_form`.
    pub fn contest_letter(
        &self,
        membership: &MembershipId,
        draft: &ContestDraft,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Err(self.no_case())
    }

    /// Checks a report that what was ordered has been done. Keeps nothing.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn check_compliance(
        &self,
        membership: &MembershipId,
        draft: &ComplianceDraft,
    ) -> Result<CaseCheckView, AppError> {
        Err(self.no_case())
    }

    /// Keeps a report that what was ordered has been done, as `contest` does.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `Refused`, `NotFound`, `Storage`.
    pub fn comply(
        &self,
        membership: &MembershipId,
        draft: &ComplianceDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        Err(self.no_case())
    }

    /// What can be asked of an authority by the law on personal information.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn rights(&self, membership: &MembershipId) -> Result<RightsView, AppError> {
        Err(self.no_case())
    }

    /// Checks a request by such a right. Keeps nothing.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn check_right(
        &self,
        membership: &MembershipId,
        draft: &RightDraft,
    ) -> Result<CaseCheckView, AppError> {
        Err(self.no_case())
    }

    /// Keeps a request by such a right, as `contest` does.
    ///
    /// # Errors
    /// `Invalid` if a problem stands in the way; `Refused`, `NotFound`, `Storage`.
    pub fn request_right(
        &self,
        membership: &MembershipId,
        draft: &RightDraft,
        form: &str,
    ) -> Result<KeptView, AppError> {
        Err(self.no_case())
    }

    /// The cases of a membership: what needs the person first.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn cases(&self, membership: &MembershipId) -> Result<CasesView, AppError> {
        Err(self.no_case())
    }

    /// One case in full.
    ///
    /// # Errors
    /// `NotFound` for a case that is not this membership's; `Storage`.
    pub fn case_page(&self, membership: &MembershipId, id: i64) -> Result<CaseView, AppError> {
        Err(self.no_case())
    }

    /// A letter of a case, to read and to print.
    ///
    /// # Errors
    /// `NotFound`, also for a letter that the case has no use for now; `Storage`.
    pub fn case_letter(
        &self,
        membership: &MembershipId,
        id: i64,
        kind: CaseLetterKind,
        sender: &LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Err(self.no_case())
    }

    /// Notes that a case was handed in on paper, and keeps a photo of the stamp. `on` is
    /// `2026-11-23`.
    ///
    /// # Errors
    /// `Invalid` for a day to come or a photo that cannot be used; `NotFound`, `Storage`.
    pub fn note_hand_in(
        &self,
        membership: &MembershipId,
        id: i64,
        on: &str,
        photo: Option<&[u8]>,
    ) -> Result<CaseView, AppError> {
        Err(self.no_case())
    }

    /// The dates of a case that are to come, as a calendar file that names neither what is contested
    /// nor with whom.
    ///
    /// # Errors
    /// `NotFound`, `Storage`.
    pub fn case_calendar(
        &self,
        membership: &MembershipId,
        id: i64,
    ) -> Result<CalendarFile, AppError> {
        Err(self.no_case())
    }
}
