//! Businesses: registers, search, one business, what a scanned text is.

use super::App;
use crate::error::AppError;
use crate::sync::Stopper;
use crate::views::{
    AnswerFile, BusinessView, ComparisonView, Fetch, RecentView, RegisterView, RegistersView,
    SavedAnswersView, ScanView, SearchView, WatchedView,
};
use std::sync::Arc;

#[uniffi::export]
impl App {
    /// Adds the register that a link names. `relied` is the person's answer to whether they rely
    /// on it. Nothing about the person is sent; nothing is kept if it fails or is stopped.
    ///
    /// Throws `Invalid`, `Refused` if there are eight already, or (`asks-first`) if it is larger
    /// than what `fetch` allows, `Untrusted`, `Unreachable`, also (`add-stopped`) if it was stopped,
    /// `Storage`, also if a sync is at work.
    pub async fn add_register(
        &self,
        link: String,
        relied: bool,
        fetch: Fetch,
        stopper: Arc<Stopper>,
    ) -> Result<RegisterView, AppError> {
        let (core, stop) = (Arc::clone(&self.core), stopper.asked());
        Ok(self
            .runtime
            .run(async move { core.add_register(&link, relied, fetch, &stop).await })
            .await?)
    }

    /// Removes a register by its fingerprint, with everything that this phone keeps of it.
    ///
    /// Throws `NotFound`, `Storage`, also if a sync is at work.
    pub fn remove_register(&self, fingerprint: String) -> Result<(), AppError> {
        Ok(self.core.remove_register(&fingerprint)?)
    }

    /// Keeps whether the person relies on a register, by its fingerprint. Nothing is fetched.
    ///
    /// Throws `NotFound`, `Untrusted` if another one that is relied on names the same authority,
    /// `Storage`, also if a sync is at work.
    pub fn rely_on_register(
        &self,
        fingerprint: String,
        relied: bool,
    ) -> Result<RegistersView, AppError> {
        Ok(self.core.rely_on_register(&fingerprint, relied)?)
    }

    /// Searches businesses by pieces of a name, or by a code typed anyhow.
    ///
    /// Throws `Invalid` for what is shaped like a resident number, which is neither kept nor
    /// searched, and for a code with a wrong character; `NotFound` without a register; `Storage`.
    pub fn search(&self, text: String) -> Result<SearchView, AppError> {
        Ok(self.core.search(&text)?)
    }

    /// One business with its listings, by its code typed anyhow.
    ///
    /// Throws as `search`; a code that is not in the register is no error, but unknown.
    pub fn business(&self, uscc: String) -> Result<BusinessView, AppError> {
        Ok(self.core.business(&uscc)?)
    }

    /// Notes that a business was opened, so that it is among the recent ones. A code that is in no
    /// register is not kept.
    ///
    /// Throws as `business`.
    pub fn note_lookup(&self, uscc: String) -> Result<(), AppError> {
        Ok(self.core.note_lookup(&uscc)?)
    }

    /// The businesses that were opened lately, the newest first, at most 20.
    ///
    /// Throws `Storage`.
    pub fn recent(&self) -> Result<RecentView, AppError> {
        Ok(self.core.recent()?)
    }

    /// Forgets every look-up.
    ///
    /// Throws `Storage`.
    pub fn erase_recent(&self) -> Result<(), AppError> {
        Ok(self.core.erase_recent()?)
    }

    /// Two to four businesses side by side, by their codes, in words; with fewer it says what to do.
    /// Nothing is kept.
    ///
    /// Throws `Invalid` for what is no code, one that is named twice or more than four; `NotFound`
    /// without a register; `Storage`.
    pub fn compare(&self, codes: Vec<String>) -> Result<ComparisonView, AppError> {
        Ok(self.core.compare(&codes)?)
    }

    /// The businesses that are watched, and what changed since the person opened each.
    ///
    /// Throws `Storage`.
    pub fn watched(&self) -> Result<WatchedView, AppError> {
        Ok(self.core.watched()?)
    }

    /// Watches a business: it is compared on this phone after each sync. One that is watched
    /// already stays as it is.
    ///
    /// Throws `Invalid`, `NotFound` for a code that no register has or lists, `Refused` if 50 are
    /// watched already, `Storage`.
    pub fn watch(&self, uscc: String) -> Result<(), AppError> {
        Ok(self.core.watch(&uscc)?)
    }

    /// Stops watching a business, and forgets what was kept of it.
    ///
    /// Throws `Invalid`, `Storage`.
    pub fn unwatch(&self, uscc: String) -> Result<(), AppError> {
        Ok(self.core.unwatch(&uscc)?)
    }

    /// Stops watching all of them.
    ///
    /// Throws `Storage`.
    pub fn erase_watched(&self) -> Result<(), AppError> {
        Ok(self.core.erase_watched()?)
    }

    /// Saves what each register that the person relies on says of a business now, with a proof that
    /// anybody can check. Nothing is fetched or sent.
    ///
    /// Throws `Invalid`, `NotFound` without a register, `Refused` if 50 are kept already,
    /// `Untrusted` if what is on this phone proves nothing, `Storage`, also if a sync is at work.
    pub async fn save_answer(&self, uscc: String) -> Result<(), AppError> {
        let core = Arc::clone(&self.core);
        Ok(self.runtime.run(async move { core.save_answer(&uscc).await }).await?)
    }

    /// The answers that were saved, the newest first, at most 50.
    ///
    /// Throws `Storage`.
    pub fn answers(&self) -> Result<SavedAnswersView, AppError> {
        Ok(self.core.answers()?)
    }

    /// The proof of a saved answer as a file, which `standing check` reads.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn export_answer(&self, id: i64) -> Result<AnswerFile, AppError> {
        Ok(self.core.export_answer(id)?)
    }

    /// Forgets a saved answer.
    ///
    /// Throws `Storage`.
    pub fn erase_answer(&self, id: i64) -> Result<(), AppError> {
        Ok(self.core.erase_answer(id)?)
    }

    /// The registers that were added to this phone, in the order of adding.
    ///
    /// Throws `Storage`.
    pub fn registers(&self) -> Result<RegistersView, AppError> {
        Ok(self.core.registers()?)
    }

    /// Says what a scanned or typed text is. Nothing is opened, kept or sent.
    ///
    /// Throws `Invalid` if it is nothing that this app looks up, a resident number first of all.
    pub fn scan(&self, text: String) -> Result<ScanView, AppError> {
        Ok(self.core.scan(&text)?)
    }
}
