//! The queue as it is stored, and each of its events in one transaction.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::queue::{Effect, Event, Item, ReceiptSeen, State};
use standing_model::ids::{Hash, KeyId, MembershipId, RecordId};
use standing_model::message::Receipt;
use standing_model::record::{Body, Record};
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_store::{Membership, QueueRow, Queueable, StoreError, Tx};
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
    #[serde(rename = "item")]
    pub progress: Item,
    /// The record's payload, JSON: fixed before the item was stored, and written again only as long
    /// as nothing of it has left the phone.
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

/// What lists need of an item. Texts, photos and receipts are in the item itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// How far it has come, with the newest attempt only.
    pub progress: Item,
    /// When it was made and what it is about, its texts left out; none if its payload cannot be
    /// read.
    pub about: Option<(UnixTime, Body)>,
    /// The record that this one takes back, if it is a withdrawal.
    pub withdraws: Option<RecordId>,
    /// The form that it was written in; empty if it has none.
    pub form: String,
    /// Number and hash of every receipt over it.
    pub receipts: Vec<(u32, Hash)>,
}

/// An item's row.
pub type Row = QueueRow<Queued>;

/// What lists need of an item's row.
pub type BriefRow = QueueRow<Arc<Brief>>;

impl Queueable for Queued {
    type Brief = Brief;

    fn brief(&self) -> Brief {
        let newest = self.progress.log.last().copied();
        let hash = |one: &KeptReceipt| (one.n, Hash::of(one.compact.as_bytes()));
        Brief {
            progress: Item { log: newest.into_iter().collect(), ..self.progress.clone() },
            about: self.record().ok().map(|record| (record.made_at, without_texts(record.body))),
            withdraws: self.withdraws,
            form: self.form.clone(),
            receipts: self.receipts.iter().map(hash).collect(),
        }
    }
}

fn without_texts(mut body: Body) -> Body {
    match &mut body {
        Body::SelfReport(report) => report.description.clear(),
        Body::Volunteering(given) => {
            given.organiser.clear();
            given.activity.clear();
        }
        Body::BloodDonation(given) => {
            given.donation_code.clear();
            given.place.clear();
        }
        Body::Contest(contest) => contest.words = None,
        Body::Compliance(compliance) => compliance.done.clear(),
        Body::RightsRequest(request) => request.words = None,
        Body::Withdrawal(withdrawal) => withdrawal.reason.clear(),
    }
    body
}

impl Queued {
    /// A record that nothing has happened to yet.
    pub fn new(item: Item, payload: String) -> Self {
        Self { progress: item, payload, withdraws: None, receipts: Vec::new(), form: String::new() }
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
    tx.add_queue_item(membership, queued, queued.progress.wakes_at())
}

/// Puts a record in the place of one that waits, with its photos to come: it keeps its number, its
/// attempts and the time of the next one. False, and nothing is changed, if something of the one
/// before may have left the phone.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Missing`] if there is no such item.
pub fn replace(tx: &Tx<'_>, id: i64, queued: Queued) -> Result<bool, StoreError> {
    let mut row: Row = tx.queue_item(id)?.ok_or(StoreError::Missing("queue"))?;
    let before = std::mem::replace(&mut row.item, queued);
    if !before.progress.can_be_replaced() {
        return Ok(false);
    }
    if before.progress.state == State::Queued {
        row.item.progress.tries = before.progress.tries;
    }
    row.item.progress.log = before.progress.log;
    tx.remove_evidence(id)?;
    tx.put_queue_item(&row, row.item.progress.wakes_at())?;
    Ok(true)
}

/// Applies an event to an item and stores it; the item, and what is to be done.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Missing`] if there is no such item.
pub fn apply(
    tx: &Tx<'_>,
    id: i64,
    event: Event,
    now: UnixTime,
    jitter: u64,
) -> Result<(Row, Vec<Effect>), StoreError> {
    let mut row: Row = tx.queue_item(id)?.ok_or(StoreError::Missing("queue"))?;
    let before = row.item.progress.clone();
    let effects = row.item.progress.step(event, now, jitter);
    if row.item.progress != before {
        tx.put_queue_item(&row, row.item.progress.wakes_at())?;
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
    let mut briefs: Vec<BriefRow> = tx.queue_briefs::<Queued>(&membership.id)?;
    for one in arrived {
        let payload = one.receipt.payload();
        two_with_one_number(tx, membership, &briefs, one, now)?;
        let of_record = |brief: &&mut BriefRow| brief.item.progress.record == payload.record;
        let Some(brief) = briefs.iter_mut().find(of_record) else { continue };
        let Some(mut row) = tx.queue_item(brief.id)? else { continue };
        let withdrawn = take(tx, membership, &mut row, one, now)?;
        brief.item = Arc::new(row.item.brief());
        let Some((target, event)) = withdrawn else { continue };
        let target = briefs.iter().find(|brief| brief.item.progress.record == target);
        if let Some(target) = target {
            apply(tx, target.id, event, now, 0)?;
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
    for brief in tx.queue_briefs::<Queued>(membership)? {
        let mut stepped = brief.item.progress.clone();
        let _ = stepped.step(event.clone(), now, 0);
        if stepped == brief.item.progress {
            continue;
        }
        let Some(mut row) = tx.queue_item::<Queued>(brief.id)? else { continue };
        let _ = row.item.progress.step(event.clone(), now, 0);
        tx.put_queue_item(&row, row.item.progress.wakes_at())?;
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
    let named: BTreeSet<u32> = arrived.iter().map(|one| one.receipt.payload().n).collect();
    for brief in tx.queue_briefs::<Queued>(&membership.id)? {
        if !brief.item.receipts.iter().any(|(n, _)| named.contains(n)) {
            continue;
        }
        let Some(mut row) = tx.queue_item::<Queued>(brief.id)? else { continue };
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
            tx.put_queue_item(&row, row.item.progress.wakes_at())?;
        }
    }
    Ok(())
}

fn kid_of(compact: &str) -> Option<KeyId> {
    Some(Jws::parse(compact, Receipt::LIMIT).ok()?.header.kid)
}

/// Two receipts with one `n` are alarmed, whatever records they are over.
fn two_with_one_number(
    tx: &Tx<'_>,
    membership: &Membership,
    briefs: &[BriefRow],
    one: &Arrived,
    now: UnixTime,
) -> Result<(), StoreError> {
    let (n, hash) = (one.receipt.payload().n, Hash::of(one.compact.as_bytes()));
    let another = |(kept, of): &(u32, Hash)| *kept == n && *of != hash;
    let kept = briefs.iter().find(|brief| brief.item.receipts.iter().any(another));
    let kept = kept.map(|brief| tx.queue_item::<Queued>(brief.id)).transpose()?.flatten();
    let kept = kept.into_iter().flat_map(|row| row.item.receipts);
    let kept = kept.filter(|kept| kept.n == n).map(|kept| kept.compact);
    let paged = tx.document(SeriesKind::Receipts, &membership.id, n)?;
    let mut others = kept.chain(paged.map(|paged| paged.compact));
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
    let same = same_as_sent(payload, queued.progress.record, &queued.record()?);
    if twice || same != SameAsSent::Holds {
        return alarm(tx, membership, queued, arrived, now).map(|()| None);
    }
    let is_new = known.is_none();
    let seen = ReceiptSeen::of(&arrived.receipt, &queued.progress);
    let effects = queued.progress.step(Event::ReceiptArrived(seen), now, 0);
    if effects.contains(&Effect::Alarm) {
        alarm(tx, membership, queued, arrived, now)?;
    }
    if is_new {
        let compact = arrived.compact.clone();
        queued.receipts.push(KeptReceipt { n: payload.n, compact, kept_at: now });
    }
    tx.put_queue_item(row, row.item.progress.wakes_at())?;
    let event = match row.item.progress.state {
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
