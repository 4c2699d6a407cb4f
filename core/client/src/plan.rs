//! The queue as it is stored, and each of its events in one transaction.

use serde::{Deserialize, Serialize};

use crate::queue::{Effect, Event, Item, ReceiptSeen, State};
use standing_model::ids::{KeyId, MembershipId, RecordId};
use standing_model::message::Receipt;
use standing_model::record::Record;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_store::{Membership, QueueRow, StoreError, Tx};
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::jws::Jws;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Message, Verified};
use standing_verify::record::read_payload;
use standing_verify::series::says_the_same;
use standing_verify::verdict::receipt::{SameAsSent, same_as_sent};

/// One item with everything that goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    /// How far it has come.
    pub item: Item,
    /// The record's payload, JSON: fixed before the item was stored, never written again.
    pub payload: String,
    /// The record that this one takes back, if it is a withdrawal.
    pub withdraws: Option<RecordId>,
    /// Every receipt over it, in the order of arrival; all are kept: here from the
    /// first moment, and in the chain of receipts once that is paged.
    pub receipts: Vec<KeptReceipt>,
    /// The form that it was written in, by that form's own random name; empty if it has none.
    pub form: String,
}

/// A receipt that verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReceipt {
    /// Its number.
    pub n: u32,
    /// Its compact form.
    pub compact: String,
    /// When it arrived, by the phone's clock.
    pub kept_at: UnixTime,
}

/// A receipt that verified, as it came.
#[derive(Debug, Clone)]
pub struct Arrived {
    /// What it says.
    pub receipt: Verified<Receipt>,
    /// Its compact form.
    pub compact: String,
}

/// An item's row.
pub type Row = QueueRow<Queued>;

impl Queued {
    /// A record that nothing has happened to yet.
    pub fn new(item: Item, payload: String) -> Self {
        Self { item, payload, withdraws: None, receipts: Vec::new(), form: String::new() }
    }

    /// The payload, read.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`]: it was read before it was stored.
    pub fn record(&self) -> Result<Record, StoreError> {
        read_payload(self.payload.as_bytes()).map_err(|_| StoreError::Corrupt("queue"))
    }
}

/// Adds an item; its id.
///
/// # Errors
/// [`StoreError`].
pub fn add(tx: &Tx<'_>, membership: &MembershipId, queued: &Queued) -> Result<i64, StoreError> {
    tx.add_queue_item(membership, queued, queued.item.wakes_at())
}

/// Lets something happen to an item and stores it; the item, and what is to be done.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Missing`] if there is no such item.
pub fn happen(
    tx: &Tx<'_>,
    id: i64,
    event: Event,
    now: UnixTime,
    jitter: u64,
) -> Result<(Row, Vec<Effect>), StoreError> {
    let mut row: Row = tx.queue_item(id)?.ok_or(StoreError::Missing("queue"))?;
    let before = row.item.item.clone();
    let effects = row.item.item.step(event, now, jitter);
    if row.item.item != before {
        tx.put_queue_item(&row, row.item.item.wakes_at())?;
    }
    Ok((row, effects))
}

/// Keeps receipts that arrived, by whatever way, and moves the records that they are over. A
/// receipt over no record of this phone moves nothing.
///
/// # Errors
/// [`StoreError`].
pub fn receive(
    tx: &Tx<'_>,
    membership: &Membership,
    arrived: &[Arrived],
    now: UnixTime,
) -> Result<(), StoreError> {
    if arrived.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<Row> = tx.queue_items(&membership.id)?;
    for one in arrived {
        let payload = one.receipt.payload();
        two_with_one_number(tx, membership, &rows, one, now)?;
        let found = rows.iter_mut().find(|row| row.item.item.record == payload.record);
        let Some(row) = found else { continue };
        let withdrawn = take(tx, membership, row, one, now)?;
        let Some((target, event)) = withdrawn else { continue };
        if let Some(row) = rows.iter_mut().find(|row| row.item.item.record == target) {
            let _ = row.item.item.step(event, now, 0);
            tx.put_queue_item(row, row.item.item.wakes_at())?;
        }
    }
    Ok(())
}

/// A signed revocation of this key pauses the membership's queue and asks to enrol again; once
/// that was done, the queue goes on.
///
/// # Errors
/// [`StoreError`].
pub fn apply_to_all(
    tx: &Tx<'_>,
    membership: &MembershipId,
    event: &Event,
    now: UnixTime,
) -> Result<(), StoreError> {
    for mut row in tx.queue_items::<Queued>(membership)? {
        let before = row.item.item.clone();
        let _ = row.item.item.step(event.clone(), now, 0);
        if row.item.item != before {
            tx.put_queue_item(&row, row.item.item.wakes_at())?;
        }
    }
    Ok(())
}

/// Puts receipts that were signed again in the place of kept ones whose key is no longer the
/// authority's, where they say the same.
///
/// # Errors
/// [`StoreError`].
pub fn sign_again(
    tx: &Tx<'_>,
    membership: &Membership,
    keys: &IssuerKeys,
    arrived: &[Arrived],
) -> Result<(), StoreError> {
    if arrived.is_empty() {
        return Ok(());
    }
    for mut row in tx.queue_items::<Queued>(&membership.id)? {
        let before = row.item.receipts.clone();
        for kept in &mut row.item.receipts {
            let again = arrived
                .iter()
                .find(|one| one.receipt.payload().n == kept.n && one.compact != kept.compact);
            let disowned = kid_of(&kept.compact).is_some_and(|kid| keys.has_disowned(kid));
            let same = |one: &&Arrived| says_the_same::<Receipt>(&kept.compact, &one.compact);
            if let Some(again) = again.filter(|_| disowned).filter(same) {
                kept.compact = again.compact.clone();
            }
        }
        if row.item.receipts != before {
            tx.put_queue_item(&row, row.item.item.wakes_at())?;
        }
    }
    Ok(())
}

fn kid_of(compact: &str) -> Option<KeyId> {
    Some(Jws::parse(compact, Receipt::LIMIT).ok()?.header.kid)
}

/// Two receipts with one `n` are alarmed, over whichever records they are.
fn two_with_one_number(
    tx: &Tx<'_>,
    membership: &Membership,
    rows: &[Row],
    one: &Arrived,
    now: UnixTime,
) -> Result<(), StoreError> {
    let n = one.receipt.payload().n;
    let kept = rows.iter().flat_map(|row| &row.item.receipts);
    let other = kept.filter(|kept| kept.n == n).map(|kept| kept.compact.clone());
    let paged = tx.document(SeriesKind::Receipts, &membership.id, n)?;
    let mut others = other.chain(paged.map(|paged| paged.compact));
    let Some(other) = others.find(|other| *other != one.compact) else { return Ok(()) };
    let alarm = Alarm::Fork { series: SeriesKind::Receipts, n };
    keep(tx, membership, Found::over(alarm, vec![other, one.compact.clone()]), now)
}

fn keep(
    tx: &Tx<'_>,
    membership: &Membership,
    found: Found,
    now: UnixTime,
) -> Result<(), StoreError> {
    let id = Some(membership.id.clone());
    tx.keep_alarm(&KeptAlarm::of(found, membership.trust, id, now)).map(drop)
}

/// Gives a receipt to its item; what that means for the record that the item withdraws.
fn take(
    tx: &Tx<'_>,
    membership: &Membership,
    row: &mut Row,
    arrived: &Arrived,
    now: UnixTime,
) -> Result<Option<(RecordId, Event)>, StoreError> {
    let (payload, queued) = (arrived.receipt.payload(), &mut row.item);
    let known = queued.receipts.iter().find(|kept| kept.n == payload.n);
    let twice = known.is_some_and(|kept| kept.compact != arrived.compact);
    let same = same_as_sent(payload, queued.item.record, &queued.record()?);
    if twice || same != SameAsSent::Holds {
        return alarm(tx, membership, queued, arrived, now).map(|()| None);
    }
    let is_new = known.is_none();
    let (n, state, due_on) = (payload.n, payload.state, payload.due_on);
    let effects = queued.item.step(Event::ReceiptArrived(ReceiptSeen { n, state, due_on }), now, 0);
    if effects.contains(&Effect::Alarm) {
        alarm(tx, membership, queued, arrived, now)?;
    }
    if is_new {
        let compact = arrived.compact.clone();
        queued.receipts.push(KeptReceipt { n, compact, kept_at: now });
    }
    tx.put_queue_item(row, row.item.item.wakes_at())?;
    let event = match row.item.item.state {
        State::Received | State::UnderReview | State::Accepted => Event::WithdrawalTaken,
        _ => Event::WithdrawalFailed,
    };
    Ok(row.item.withdraws.map(|target| (target, event)))
}

/// Anything else, or two receipts with one `n`, is alarmed, with both documents kept.
fn alarm(
    tx: &Tx<'_>,
    membership: &Membership,
    queued: &Queued,
    arrived: &Arrived,
    now: UnixTime,
) -> Result<(), StoreError> {
    let n = arrived.receipt.payload().n;
    let same = queued.receipts.iter().find(|kept| kept.n == n);
    let alarm = match same {
        Some(_) => Alarm::Fork { series: SeriesKind::Receipts, n },
        None => Alarm::ReceiptState { n },
    };
    let before = same.or(queued.receipts.last()).map(|kept| kept.compact.clone());
    let documents = before.into_iter().chain([arrived.compact.clone()]).collect();
    keep(tx, membership, Found::over(alarm, documents), now)
}

/// After the folder was opened: what was on its way when the phone was switched off is not any
/// more; and after an old copy of the database is restored, unsent items wait for the person.
///
/// # Errors
/// [`StoreError`].
pub fn wake_up(tx: &Tx<'_>, now: UnixTime) -> Result<(), StoreError> {
    let restored = tx.restored_at()?.is_some();
    let event = if restored { Event::Restored } else { Event::Stopped };
    for membership in tx.memberships()? {
        apply_to_all(tx, &membership.id, &event, now)?;
    }
    if restored { tx.set_restored_at(None) } else { Ok(()) }
}

#[cfg(test)]
mod shapes;
