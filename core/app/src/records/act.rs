//! What a person does with an item: confirm, try again, withdraw.

use super::consequence::COOL_OFF_HOURS;
use super::item::can_remove_photos;
use super::snapshot::{Snapshot, wake};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::records::QueueItemView;
use standing_client::plan::{self, Queued, Row};
use standing_client::queue::{Effect, Event, State};
use standing_model::ids::{MembershipId, RecordId};
use standing_model::record::{Body, Kind, Withdrawal};
use standing_model::time::UnixTime;
use standing_store::{StoreError, Tx};

impl App {
    /// Confirms a report against oneself after its cooling-off time; it is sent by the next sync.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if it does not wait for a
    /// confirmation; `Storage`.
    pub fn confirm_record(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        self.act(membership, item, Event::Confirmed, |before| {
            matches!(before.item.progress.state, State::AwaitingConfirmation { .. })
        })
    }

    /// Tries an item again at the next sync; also: sends it although the folder is an old copy
    /// that was put back.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if trying again would not
    /// help; `Storage`.
    pub fn retry_record(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        self.act(membership, item, Event::Retried, |before| before.item.progress.can_be_retried())
    }

    /// Takes a record back. One that never left the phone is kept here as withdrawn and nobody is
    /// told; otherwise a withdrawal is queued beside it. The withdrawal of a contest waits first, and
    /// is dropped if the person does not confirm it then: a contest is not given up in a bad hour.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if it was decided or taken
    /// back already; `Storage`.
    pub fn withdraw_record(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        self.act(membership, item, Event::TakenBack, |before| {
            before.item.progress.can_be_taken_back()
        })
    }

    /// Removes the photos of an accepted record from this phone. The record, which names them by
    /// their hashes, and its receipts stay.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Refused` if it was not accepted or has
    /// no photo here; `Storage`.
    pub fn remove_photos(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        self.forget_photos(membership, item)?;
        self.queue_item(membership, item)
    }

    fn forget_photos(&self, membership: &MembershipId, item: i64) -> Result<(), AppError> {
        let (snapshot, _) = self.snapshot_item(membership, item)?;
        let done = self.write(|tx| {
            let row: Row = tx.queue_item(item)?.ok_or(StoreError::Missing("queue"))?;
            let fits = can_remove_photos(&row, &tx.evidence(item)?);
            if fits {
                tx.remove_evidence(item)?;
            }
            Ok(fits)
        })?;
        if !done {
            return Err(snapshot.words.error(ErrorKind::Refused, "record-not-now", &[]));
        }
        // The room is given back with the next sync as well: a reader may be in the way now.
        drop(self.store()?.checkpoint());
        Ok(())
    }

    fn act(
        &self,
        membership: &MembershipId,
        item: i64,
        event: Event,
        fits: impl Fn(&Row) -> bool,
    ) -> Result<QueueItemView, AppError> {
        self.wake_queue(membership)?;
        let (snapshot, row) = self.snapshot_item(membership, item)?;
        if !fits(&row) {
            return Err(snapshot.words.error(ErrorKind::Refused, "record-not-now", &[]));
        }
        let of = row.item.progress.record;
        // A withdrawal is not withdrawn by another one.
        let withdrawal = match row.item.withdraws {
            Some(_) => None,
            None => self.withdrawal(&snapshot, of, cool_off(row.item.progress.kind))?,
        };
        let done = self.write(|tx| perform(tx, &snapshot, &row, &event, withdrawal.as_ref()))?;
        if !done {
            return Err(snapshot.words.error(ErrorKind::Refused, "record-not-now", &[]));
        }
        self.queue_item(membership, item)
    }

    fn wake_queue(&self, membership: &MembershipId) -> Result<(), AppError> {
        let now = self.now();
        self.write(|tx| wake_items(tx, membership, now))
    }

    /// The withdrawal that would be sent for a record.
    pub(super) fn withdrawal(
        &self,
        snapshot: &Snapshot,
        of: RecordId,
        cool_off: i64,
    ) -> Result<Option<Queued>, AppError> {
        let body = Body::Withdrawal(Withdrawal { of, reason: String::new() });
        let record = self.record(snapshot, body, &[])?;
        Ok(self.queued(&record, Some(cool_off)))
    }
}

/// Seconds that the withdrawal of a record of this kind waits before the person is asked again.
fn cool_off(kind: Kind) -> i64 {
    let hours = if kind == Kind::Contest { COOL_OFF_HOURS } else { 0 };
    i64::from(hours) * 3_600
}

/// Writes down that time has passed: cooling off ends, silence discards. The days in which a person
/// can confirm begin with it. It is done when the app is opened, by a sync, and before an action;
/// screens count the time without writing it down.
pub(crate) fn wake_items(
    tx: &Tx<'_>,
    membership: &MembershipId,
    now: UnixTime,
) -> Result<(), StoreError> {
    for brief in tx.queue_briefs_waiting::<Queued>(membership)? {
        let mut woken = brief.item.progress.clone();
        if wake(&mut woken, now) {
            let (after, _) = plan::apply(tx, brief.id, Event::Woken, now, 0)?;
            goes_on(tx, membership, &after, now)?;
        }
    }
    Ok(())
}

/// Performs an event; false if it changed nothing, because something else happened meanwhile.
fn perform(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    row: &Row,
    event: &Event,
    withdrawal: Option<&Queued>,
) -> Result<bool, StoreError> {
    let before: Row = tx.queue_item(row.id)?.ok_or(StoreError::Missing("queue"))?;
    let after = apply(tx, snapshot, row.id, event, withdrawal)?;
    goes_on(tx, &snapshot.membership.id, &after, snapshot.now)?;
    Ok(before.item.progress != after.item.progress)
}

/// What a withdrawal was to take back goes on, if that was taken back itself or never confirmed.
fn goes_on(
    tx: &Tx<'_>,
    membership: &MembershipId,
    after: &Row,
    now: UnixTime,
) -> Result<(), StoreError> {
    let taken_back = matches!(after.item.progress.state, State::Withdrawn { .. });
    let Some(target) = after.item.withdraws.filter(|_| taken_back) else { return Ok(()) };
    let rows = tx.queue_briefs::<Queued>(membership)?;
    if let Some(of) = rows.iter().find(|row| row.item.progress.record == target) {
        plan::apply(tx, of.id, Event::WithdrawalFailed, now, 0)?;
    }
    Ok(())
}

/// Applies an event to an item, and queues the withdrawal that this asks for; the item.
pub(super) fn apply(
    tx: &Tx<'_>,
    snapshot: &Snapshot,
    id: i64,
    event: &Event,
    withdrawal: Option<&Queued>,
) -> Result<Row, StoreError> {
    let (after, effects) = plan::apply(tx, id, event.clone(), snapshot.now, 0)?;
    if effects.contains(&Effect::Withdraw) {
        let withdrawal = withdrawal.ok_or(StoreError::Missing("queue"))?;
        plan::add(tx, &snapshot.membership.id, withdrawal)?;
    }
    Ok(after)
}
