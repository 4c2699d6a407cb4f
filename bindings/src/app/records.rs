//! Records: what can be sent, a draft, the queue and its items, receipts.

use super::App;
use crate::error::AppError;
use crate::views::{
    ArchiveView, DraftView, EditView, ExportView, KeptView, QueueItemView, QueueView, ReceiptView,
    ReceiptsView, RecordDraft, RecordKindsView,
};
use standing_app::ids::MembershipId;

#[uniffi::export]
impl App {
    /// What can be recorded at an authority, by its rulebook.
    ///
    /// Throws `NotFound`, also as long as no rulebook has reached this phone; `Storage`.
    pub fn record_kinds(&self, membership: MembershipId) -> Result<RecordKindsView, AppError> {
        Ok(self.core.record_kinds(&membership)?)
    }

    /// Checks a draft: every problem at once, and what happens if it is sent. Keeps nothing.
    ///
    /// Throws as `record_kinds`.
    pub fn check_draft(
        &self,
        membership: MembershipId,
        draft: RecordDraft,
    ) -> Result<DraftView, AppError> {
        Ok(self.core.check_draft(&membership, &draft)?)
    }

    /// Keeps a record, sealed and durable before this returns; it is sent by the next sync. A
    /// report against oneself waits first, and then asks once more. `form` is a random name of the
    /// form: one that was sent before, and restored since, gives the record that it became then.
    ///
    /// Throws `Invalid` if a problem stands in the way; besides, as `record_kinds`.
    pub fn queue_record(
        &self,
        membership: MembershipId,
        draft: RecordDraft,
        form: String,
    ) -> Result<KeptView, AppError> {
        Ok(self.core.queue_record(&membership, &draft, &form)?)
    }

    /// The records of a membership, grouped: what needs the person first.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn queue(&self, membership: MembershipId) -> Result<QueueView, AppError> {
        Ok(self.core.queue(&membership)?)
    }

    /// One item of the queue in full.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn queue_item(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        Ok(self.core.queue_item(&membership, item)?)
    }

    /// Confirms a report against oneself after its cooling-off time; the next sync sends it.
    ///
    /// Throws `NotFound`, `Refused` if it does not wait for a confirmation, `Storage`.
    pub fn confirm_record(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        Ok(self.core.confirm_record(&membership, item)?)
    }

    /// Tries an item again at the next sync.
    ///
    /// Throws `NotFound`, `Refused` if trying again would not help, `Storage`.
    pub fn retry_record(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        Ok(self.core.retry_record(&membership, item)?)
    }

    /// What a form holds to write a record again that was not taken up, and what the rulebook says
    /// of it now; the item stays as it is.
    ///
    /// Throws `NotFound`, `Refused` if it is not to be edited; besides, as `record_kinds`.
    pub fn edit_record(&self, membership: MembershipId, item: i64) -> Result<EditView, AppError> {
        Ok(self.core.edit_record(&membership, item)?)
    }

    /// Takes a record back: here, if it never left the phone, otherwise by a withdrawal.
    ///
    /// Throws `NotFound`, `Refused` if it was decided or taken back already, `Storage`.
    pub fn withdraw_record(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        Ok(self.core.withdraw_record(&membership, item)?)
    }

    /// Removes the photos of an accepted record from this phone; the record and its receipts stay.
    ///
    /// Throws `NotFound`, `Refused` if it was not accepted or has no photo here, `Storage`.
    pub fn remove_photos(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        Ok(self.core.remove_photos(&membership, item)?)
    }

    /// An item with its receipts and attempts as JSON, and its photos beside it.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn export_record(
        &self,
        membership: MembershipId,
        item: i64,
    ) -> Result<ExportView, AppError> {
        Ok(self.core.export_record(&membership, item)?)
    }

    /// What `export_all` would write, and about how large it would be. Writes nothing.
    ///
    /// Throws `NotFound` once everything here was erased, `Storage`.
    pub fn archive_contents(&self, of: Option<MembershipId>) -> Result<ArchiveView, AppError> {
        Ok(self.core.archive_contents(of.as_ref())?)
    }

    /// Writes everything that is the person's own to a new file as one archive, photos included.
    /// The file is not encrypted: delete it once the person has it where they want it.
    ///
    /// Throws `NotFound` once everything here was erased, `Storage`; nothing is left of the file
    /// then.
    pub fn export_all(
        &self,
        of: Option<MembershipId>,
        file: String,
    ) -> Result<ArchiveView, AppError> {
        Ok(self.core.export_all(of.as_ref(), file.as_ref())?)
    }

    /// Every receipt of a membership, the newest first.
    ///
    /// Throws `NotFound`, `Storage`.
    pub fn receipts(&self, membership: MembershipId) -> Result<ReceiptsView, AppError> {
        Ok(self.core.receipts(&membership)?)
    }

    /// The newest receipt over an item, with its checks and what happened when.
    ///
    /// Throws `NotFound`, also if it has no receipt yet; `Storage`.
    pub fn receipt(&self, membership: MembershipId, item: i64) -> Result<ReceiptView, AppError> {
        Ok(self.core.receipt(&membership, item)?)
    }
}
