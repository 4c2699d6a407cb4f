//! Receipts: what an authority signed about a record, and what this phone finds when it checks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::case;
use super::deadline::{Refusal, deadline};
use super::item::attempt;
use super::snapshot::Snapshot;
use crate::App;
use crate::briefs::{Known, ReceiptBrief, Verifier};
use crate::error::{AppError, ErrorKind};
use crate::memo::{self, Memo};
use crate::view::KeyValue;
use crate::view::receipts::{
    ReceiptCheck, ReceiptCheckKind, ReceiptRow, ReceiptView, ReceiptsView, TimelineRow,
};
use standing_client::plan::{BriefRow, Row};
use standing_model::ids::{Hash, MembershipId, RecordId};
use standing_model::message::{Receipt, ReceiptState};
use standing_model::series::SeriesKind;
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};
use standing_store::{StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::alarm::KeptAlarm;
use standing_verify::message::{Expected, Verified, verify};
use standing_verify::verdict::State;
use standing_verify::verdict::origin::{Signed, origin, origin_of};
use standing_verify::verdict::receipt::{self as verdict, SameAsSent};
use standing_verify::verdict::sequence::{self, Place};

/// A receipt, verified again: what lies in the store is checked like what arrives.
struct Checked {
    n: u32,
    compact: String,
    verdict: Result<Verified<Receipt>, TrustError>,
}

/// Receipts of one item.
pub(crate) struct Receipts(Vec<Checked>);

/// What the list needs of a receipt.
struct Listed {
    n: u32,
    hash: Hash,
    verdict: Result<ReceiptBrief, TrustError>,
}

/// What is around a receipt in the chain.
pub(crate) struct Around {
    in_chain: Option<Hash>,
    before: Option<Hash>,
    alarmed: bool,
}

impl App {
    /// Every receipt of a membership, the newest first.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn receipts(&self, membership: &MembershipId) -> Result<ReceiptsView, AppError> {
        let (snapshot, all) =
            self.snapshot_with(membership, |tx, snapshot| all(tx, snapshot, &self.memo))?;
        let items: BTreeMap<RecordId, &BriefRow> =
            snapshot.rows.iter().map(|row| (row.item.progress.record, row)).collect();
        let rows: Vec<ReceiptRow> = all.iter().map(|one| listed(&snapshot, &items, one)).collect();
        let none = || snapshot.words.say("receipt-none", &[]);
        let empty = if rows.is_empty() { none() } else { String::new() };
        Ok(ReceiptsView { membership: membership.clone(), rows, empty })
    }

    /// The newest receipt over an item, with its checks and what happened when.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's, or that has no receipt; `Storage`.
    pub fn receipt(&self, membership: &MembershipId, item: i64) -> Result<ReceiptView, AppError> {
        let (snapshot, row, (receipts, around)) =
            self.snapshot_item_with(membership, item, |tx, snapshot, row| {
                let receipts = Receipts::over(tx, snapshot, row)?;
                let around = receipts.around(tx, snapshot)?;
                Ok((receipts, around))
            })?;
        let words = snapshot.words;
        let none = || words.error(ErrorKind::NotFound, "no-receipt", &[]);
        let newest = receipts.newest().ok_or_else(none)?;
        let record = row.item.record().map_err(|error| self.explain_store(&error))?;
        let checks = receipts.checks(&snapshot, &row, around.as_ref());
        let machine = &row.item.progress;
        let refusal = Refusal::of(&snapshot, machine, receipts.newest_verified());
        Ok(ReceiptView {
            membership: membership.clone(),
            item,
            heading: words.say("receipt-heading", &[("n", newest.n.into())]),
            title: snapshot.title(&record.body),
            text: text(&snapshot, newest.said()),
            checks,
            timeline: timeline(&snapshot, &row, &receipts.0),
            deadline: deadline(&snapshot, machine, refusal.as_ref()),
            says: says(&snapshot, newest),
        })
    }
}

impl Receipts {
    /// Those over one item.
    pub fn over(tx: &Tx<'_>, snapshot: &Snapshot, row: &Row) -> Result<Self, StoreError> {
        let kept = row.item.receipts.iter();
        let all = kept.map(|one| Checked::read(tx, snapshot, one.n, one.compact.clone()));
        all.collect::<Result<_, _>>().map(Self)
    }

    /// What each of them says that still verifies, in the order of their numbers.
    pub fn verified(&self) -> Vec<&Receipt> {
        let signed = self.0.iter().filter_map(|one| one.verdict.as_ref().ok());
        let mut all: Vec<_> = signed.map(Verified::payload).collect();
        all.sort_by_key(|receipt| receipt.n);
        all
    }

    /// The number of the newest.
    pub fn newest_n(&self) -> Option<u32> {
        self.newest().map(|one| one.n)
    }

    /// What is around the newest.
    pub fn around(&self, tx: &Tx<'_>, snapshot: &Snapshot) -> Result<Option<Around>, StoreError> {
        self.newest().map(|one| Around::of(tx, snapshot, one.n)).transpose()
    }

    /// What this phone finds about the newest, what fails first; nothing without one.
    pub fn checks(
        &self,
        snapshot: &Snapshot,
        row: &Row,
        around: Option<&Around>,
    ) -> Vec<ReceiptCheck> {
        let Some((newest, around)) = self.newest().zip(around) else { return Vec::new() };
        let mut checks = vec![
            signed(snapshot, newest),
            same_as_sent(snapshot, row, newest),
            in_sequence(snapshot, newest, around),
        ];
        checks.sort_by_key(|check| check.state);
        checks
    }

    fn newest(&self) -> Option<&Checked> {
        self.0.iter().max_by_key(|one| one.n)
    }

    /// The newest; none unless it still verifies.
    pub fn newest_verified(&self) -> Option<&Receipt> {
        self.newest()?.verdict.as_ref().ok().map(Verified::payload)
    }
}

/// Those of the chain, and those over items that the chain does not have, the newest first. Only
/// the latter are opened, and what is not noted.
fn all(tx: &Tx<'_>, snapshot: &Snapshot, memo: &Memo) -> Result<Vec<Listed>, StoreError> {
    let (keys, sub) = (snapshot.keys(), snapshot.membership.sub.as_deref());
    let entry = memo::entry(snapshot.membership.trust, &snapshot.authority);
    let verifier = Verifier { keys: &keys, sub, memo, entry };
    let chain: Vec<Known<ReceiptBrief>> = verifier.known(tx, &snapshot.membership.id)?;
    let paged: BTreeSet<(u32, Hash)> = chain.iter().map(|one| (one.n, one.hash)).collect();
    let listed = |Known { n, hash, verdict, .. }| Listed { n, hash, verdict };
    let mut all: Vec<Listed> = chain.into_iter().map(listed).collect();
    for brief in &snapshot.rows {
        if brief.item.receipts.iter().all(|one| paged.contains(one)) {
            continue;
        }
        let row: Option<Row> = tx.queue_item(brief.id)?;
        for kept in row.into_iter().flat_map(|row| row.item.receipts) {
            let hash = Hash::of(kept.compact.as_bytes());
            if !paged.contains(&(kept.n, hash)) {
                let verdict = verifier.brief(&kept.compact, None);
                all.push(Listed { n: kept.n, hash, verdict });
            }
        }
    }
    all.sort_by_key(|one| Reverse((one.n, one.hash)));
    Ok(all)
}

/// The reason in the newest receipt over an item, if it still verifies.
pub(super) fn reason_of(snapshot: &Snapshot, newest: Option<&Receipt>) -> String {
    match newest.and_then(|receipt| receipt.reason.as_ref()) {
        Some(reason) => reason.get(snapshot.words.0),
        None => snapshot.words.say("receipt-no-reason", &[]),
    }
}

impl Checked {
    fn read(tx: &Tx<'_>, snapshot: &Snapshot, n: u32, compact: String) -> Result<Self, StoreError> {
        let paged = tx.document(SeriesKind::Receipts, &snapshot.membership.id, n)?;
        let paged = paged.filter(|document| document.compact == compact);
        let held_since = paged.and_then(|document| document.held_since);
        let (keys, sub) = (snapshot.keys(), snapshot.membership.sub.as_deref());
        let verdict = verify(&compact, Expected { keys: &keys, sub, held_since });
        Ok(Self { n, compact, verdict })
    }

    /// What it says of its record, and when it was signed.
    fn said(&self) -> Result<(ReceiptState, UnixTime), &TrustError> {
        self.verdict.as_ref().map(|signed| (signed.payload().state, signed.payload().iat))
    }
}

impl Around {
    fn of(tx: &Tx<'_>, snapshot: &Snapshot, n: u32) -> Result<Self, StoreError> {
        let id = &snapshot.membership.id;
        let hash_at = |n: u32| {
            let document = tx.document(SeriesKind::Receipts, id, n)?;
            Ok::<_, StoreError>(document.map(|one| Hash::of(one.compact.as_bytes())))
        };
        let before = n.checked_sub(1).filter(|n| *n > 0);
        let alarms = tx.alarm_briefs()?;
        let mut alarms = alarms.iter().map(|(_, kept)| kept);
        let ours = |kept: &KeptAlarm| kept.membership.as_ref() == Some(id);
        let breaks = |kept: &KeptAlarm| sequence::breaks_place(kept, SeriesKind::Receipts, n);
        Ok(Self {
            in_chain: hash_at(n)?,
            before: before.map(hash_at).transpose()?.flatten(),
            alarmed: alarms.any(|kept| ours(kept) && breaks(kept)),
        })
    }
}

fn listed(snapshot: &Snapshot, items: &BTreeMap<RecordId, &BriefRow>, one: &Listed) -> ReceiptRow {
    let words = snapshot.words;
    let verdict = one.verdict.as_ref();
    let row = verdict.ok().and_then(|brief| items.get(&brief.record));
    let title = row.and_then(|row| row.item.about.as_ref()).map(|(_, body)| snapshot.title(body));
    ReceiptRow {
        n: one.n,
        item: row.map(|row| row.id),
        title: title.unwrap_or_else(|| words.say("receipt-elsewhere", &[])),
        text: text(snapshot, verdict.map(|brief| (brief.state, brief.iat))),
        state: origin_of(verdict.map(|brief| brief.kid), snapshot.key_list()).state().into(),
    }
}

const fn state_key(state: ReceiptState) -> &'static str {
    match state {
        ReceiptState::Received => "receipt-received",
        ReceiptState::UnderReview => "receipt-under-review",
        ReceiptState::Accepted => "receipt-accepted",
        ReceiptState::Refused => "receipt-refused",
        ReceiptState::Decided => "receipt-decided",
        ReceiptState::Rejected => "receipt-rejected",
        ReceiptState::Withdrawn => "receipt-withdrawn",
    }
}

/// "Accepted on 20 November 2026."
fn text(snapshot: &Snapshot, verdict: Result<(ReceiptState, UnixTime), &TrustError>) -> String {
    let words = snapshot.words;
    match verdict {
        Ok((state, iat)) => {
            let date = words.date(iat.day_in(snapshot.zone()));
            words.say(state_key(state), &[("date", date.into())])
        }
        Err(TrustError::Later { .. }) => words.say("receipt-unread", &[]),
        Err(_) => words.say("receipt-not-believed", &[]),
    }
}

fn found(
    snapshot: &Snapshot,
    kind: ReceiptCheckKind,
    state: State,
    key: &str,
    reason: String,
) -> ReceiptCheck {
    let name = match kind {
        ReceiptCheckKind::Signed => "receipt-check-signed",
        ReceiptCheckKind::SameAsSent => "receipt-check-same",
        ReceiptCheckKind::InSequence => "receipt-check-sequence",
    };
    let args = [("authority", snapshot.authority_name().into()), ("reason", reason.into())];
    let (name, finding) = (snapshot.words.say(name, &[]), snapshot.words.say(key, &args));
    ReceiptCheck { kind, state: state.into(), name, finding }
}

fn signed(snapshot: &Snapshot, one: &Checked) -> ReceiptCheck {
    let origin = origin(one.verdict.as_ref(), snapshot.key_list());
    let key = match (origin.state(), &origin.signed) {
        (State::Holds, _) => "receipt-signed-holds",
        (_, Signed::ListOld { .. }) => "receipt-signed-old",
        (_, Signed::ListUnread) => "receipt-signed-list-unread",
        (State::Unknown, Signed::Holds { .. }) => "receipt-signed-unread",
        (State::Unknown, _) => "receipt-signed-unknown",
        (State::Fails, _) => "receipt-signed-fails",
    };
    let reason = one.verdict.as_ref().err().map(|error| snapshot.words.refusal(error));
    found(snapshot, ReceiptCheckKind::Signed, origin.state(), key, reason.unwrap_or_default())
}

/// The id is worked out again from the bytes on this phone, and kind and photos compared.
fn same_as_sent(snapshot: &Snapshot, row: &Row, one: &Checked) -> ReceiptCheck {
    let id = RecordId::of_payload(row.item.payload.as_bytes());
    let same = match (&one.verdict, row.item.record()) {
        (Ok(signed), Ok(record)) => verdict::same_as_sent(signed.payload(), id, &record),
        _ => SameAsSent::Unknown,
    };
    let key = match same.state() {
        State::Holds => "receipt-same-holds",
        State::Fails => "receipt-same-fails",
        State::Unknown => "receipt-same-unknown",
    };
    found(snapshot, ReceiptCheckKind::SameAsSent, same.state(), key, String::new())
}

/// In the chain of receipts, after the one whose hash it names.
fn in_sequence(snapshot: &Snapshot, one: &Checked, around: &Around) -> ReceiptCheck {
    let place = Place {
        n: one.n,
        hash: Hash::of(one.compact.as_bytes()),
        prev: one.verdict.as_ref().ok().map(|signed| signed.payload().prev),
        in_chain: around.in_chain,
        before: around.before,
        alarmed: around.alarmed,
    };
    let sequence = sequence::in_sequence(&place);
    let key = match sequence.state() {
        State::Holds => "receipt-sequence-holds",
        State::Fails => "receipt-sequence-fails",
        State::Unknown => "receipt-sequence-unknown",
    };
    found(snapshot, ReceiptCheckKind::InSequence, sequence.state(), key, String::new())
}

const fn event_key(state: ReceiptState) -> &'static str {
    match state {
        ReceiptState::Received => "receipt-event-received",
        ReceiptState::UnderReview => "receipt-event-review",
        ReceiptState::Accepted => "receipt-event-accepted",
        ReceiptState::Refused => "receipt-event-refused",
        ReceiptState::Decided => "receipt-event-decided",
        ReceiptState::Rejected => "receipt-event-rejected",
        ReceiptState::Withdrawn => "receipt-event-withdrawn",
    }
}

/// "The phone's own times are called that."
fn timeline(snapshot: &Snapshot, row: &Row, all: &[Checked]) -> Vec<TimelineRow> {
    let words = snapshot.words;
    let phone = || words.say("receipt-clock-phone", &[]);
    let authority =
        || words.say("receipt-clock-authority", &[("authority", snapshot.authority_name().into())]);
    let on = |text: String, day: Date, clock: String, done: bool| TimelineRow {
        text,
        day: words.date(day),
        note: clock,
        done,
    };
    let event = |text: String, at: UnixTime, clock: String, done: bool| {
        on(text, at.day_in(snapshot.zone()), clock, done)
    };
    let mut rows = Vec::new();
    if let Ok(record) = row.item.record() {
        rows.push(event(words.say("receipt-made", &[]), record.made_at, phone(), true));
    }
    for one in &row.item.progress.log {
        rows.push(event(attempt(snapshot, one).value, one.at, phone(), true));
    }
    let signed = all.iter().filter_map(|one| one.verdict.as_ref().ok());
    for signed in signed {
        let payload = signed.payload();
        let key = event_key(payload.state);
        rows.push(event(words.say(key, &[]), payload.iat, authority(), true));
        if let Some(due) = payload.due_on.filter(|_| {
            row.item
                .progress
                .receipt
                .is_some_and(|newest| newest.n == payload.n && !newest.state.is_final())
        }) {
            rows.push(on(words.say("receipt-event-due", &[]), due, authority(), false));
        }
    }
    rows
}

fn says(snapshot: &Snapshot, one: &Checked) -> Vec<KeyValue> {
    let words = snapshot.words;
    let Ok(signed) = &one.verdict else { return Vec::new() };
    let payload = signed.payload();
    let rows = [
        ("receipt-label-reason", payload.reason.as_ref().map(|reason| reason.get(words.0))),
        ("receipt-label-decided-by", payload.decided_by.as_ref().map(|by| by.get(words.0))),
        ("receipt-label-entry", payload.entry.as_deref().map(plain)),
    ];
    let row = |(label, value): (&str, Option<String>)| {
        value.map(|value| KeyValue { label: words.say(label, &[]), value, note: String::new() })
    };
    let besides = payload.ext.texts().map(|one| KeyValue {
        label: words.say("receipt-label-besides", &[]),
        value: words.extension(one),
        note: String::new(),
    });
    let decision = payload.decision.iter().flat_map(|one| case::of_decision(words, one));
    decision.chain(rows.into_iter().filter_map(row)).chain(besides).collect()
}
