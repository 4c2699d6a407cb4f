//! Letters about a listing of one's own organisation: by letter only, nothing is sent.

use super::App;
use crate::error::AppError;
use crate::views::{
    CaseCheckView, CaseFormView, CaseLetterView, KeptView, LetterSender, ListingAim,
    ListingCaseView, ListingDraft, ListingKey,
};

#[uniffi::export]
impl App {
    /// The form of a letter about a listing: to contest it, or to report what was ordered as done.
    ///
    /// Throws `NotFound` for a listing that its register does not have now, or that is in a register
    /// that the person does not rely on, and for a red one; `Invalid` for what is no code; `Storage`.
    pub fn listing_form(
        &self,
        listing: ListingKey,
        aim: ListingAim,
    ) -> Result<CaseFormView, AppError> {
        Ok(self.core.listing_form(&listing, aim)?)
    }

    /// Checks the form of such a letter: every problem at once. Keeps nothing.
    ///
    /// Throws as `listing_form`.
    pub fn check_listing_letter(&self, draft: ListingDraft) -> Result<CaseCheckView, AppError> {
        Ok(self.core.check_listing_letter(&draft)?)
    }

    /// The letter, to read and to print. Name and address are in it and nowhere else.
    ///
    /// Throws `Invalid` if a problem stands in the way; besides, as `listing_form`.
    pub fn listing_letter(
        &self,
        draft: ListingDraft,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.listing_letter(&draft, &sender)?)
    }

    /// Keeps the letter, so that its hand-in can be noted and the next day is known. `form` is a
    /// random name of the form: one that was kept before gives the letter that it became then.
    ///
    /// Throws `Invalid` if a problem stands in the way; `Refused` if the form was kept before and
    /// says something else now, or if 50 letters are kept already; besides, as `listing_form`.
    pub fn keep_listing_letter(
        &self,
        draft: ListingDraft,
        form: String,
    ) -> Result<KeptView, AppError> {
        Ok(self.core.keep_listing_letter(&draft, &form)?)
    }

    /// A letter about a listing and what became of it.
    ///
    /// Throws `NotFound` for one that is not on this phone; `Storage`.
    pub fn listing_case(&self, id: i64) -> Result<ListingCaseView, AppError> {
        Ok(self.core.listing_case(id)?)
    }

    /// The letter once more, to read and to print.
    ///
    /// Throws as `listing_case`.
    pub fn listing_case_letter(
        &self,
        id: i64,
        sender: LetterSender,
    ) -> Result<CaseLetterView, AppError> {
        Ok(self.core.listing_case_letter(id, &sender)?)
    }

    /// Notes that such a letter was handed in, and keeps a photo of the stamp. `on` is
    /// `2026-11-23`.
    ///
    /// Throws `Invalid` for a day to come or before the letter was written, or a photo that cannot
    /// be used; besides, as `listing_case`.
    pub fn note_listing_hand_in(
        &self,
        id: i64,
        on: String,
        photo: Option<Vec<u8>>,
    ) -> Result<ListingCaseView, AppError> {
        Ok(self.core.note_listing_hand_in(id, &on, photo.as_deref())?)
    }

    /// Forgets such a letter with its photo.
    ///
    /// Throws `Storage`.
    pub fn erase_listing_case(&self, id: i64) -> Result<(), AppError> {
        Ok(self.core.erase_listing_case(id)?)
    }
}
