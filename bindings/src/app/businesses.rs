//! Businesses: registers, search, one business, what a scanned text is.

use super::App;
use crate::error::AppError;
use crate::sync::Stopper;
use crate::views::{BusinessView, RecentView, RegisterView, RegistersView, ScanView, SearchView};
use std::sync::Arc;

#[uniffi::export]
impl App {
    /// Adds the register that a link names. `relied` is the person's answer to whether they rely
    /// on it. Nothing about the person is sent; nothing is kept if it fails or is stopped.
    ///
    /// Throws `Invalid`, `Refused` if there are eight already, `Untrusted`, `Unreachable`,
    /// `Storage`, also if a sync is at work.
    pub async fn add_register(
        &self,
        link: String,
        relied: bool,
        stopper: Arc<Stopper>,
    ) -> Result<RegisterView, AppError> {
        let (core, stop) = (Arc::clone(&self.core), stopper.asked());
        Ok(self.runtime.run(async move { core.add_register(&link, relied, &stop).await }).await?)
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
