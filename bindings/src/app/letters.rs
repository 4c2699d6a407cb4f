//! Letters: what an authority wrote to the person, and what was read of it.

use super::App;
use crate::error::AppError;
use crate::views::{LetterView, LettersView};
use standing_app::ids::MembershipId;

#[uniffi::export]
impl App {
    /// Every letter, those with a day to keep first; with a search, those that have all of its
    /// words.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn letters(
        &self,
        membership: MembershipId,
        search: String,
    ) -> Result<LettersView, AppError> {
        Ok(self.core.letters(&membership, &search)?)
    }

    /// One letter in full. Showing it marks nothing as read.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn letter(&self, membership: MembershipId, n: u32) -> Result<LetterView, AppError> {
        Ok(self.core.letter(&membership, n)?)
    }

    /// Marks letters as read, or as new again. Nobody is told of it.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn mark_letters(
        &self,
        membership: MembershipId,
        letters: Vec<u32>,
        read: bool,
    ) -> Result<(), AppError> {
        Ok(self.core.mark_letters(&membership, &letters, read)?)
    }
}
