//! "Was I told?": one ledger for an entry, household stars or a measure. What the authority dates
//! and what this phone wrote down are kept apart.

mod case_file;
mod page;
mod query;
mod writer;

use super::App;
use super::view::told::{ToldTarget, ToldView};
use crate::error::{AppError, ErrorKind};
pub(crate) use case_file::Original;
use query::Found;
use standing_model::ids::MembershipId;
use writer::Writer;

impl App {
    /// Everything that is known of whether the person was told of something.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for what is in no statement on this phone; [`ErrorKind::Storage`].
    pub fn told(
        &self,
        membership: &MembershipId,
        target: &ToldTarget,
    ) -> Result<ToldView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, found) = self.holdings_with(membership, |tx, holdings| {
            Found::read(tx, holdings, &self.memo, target)
        })?;
        let none = || words.error(ErrorKind::NotFound, "not-in-any-statement", &[]);
        let found = found.ok_or_else(none)?;
        let today = holdings.today(now);
        Ok(Writer { holdings: &holdings, found: &found, words, today }.view(target))
    }
}

#[cfg(test)]
mod tests;
