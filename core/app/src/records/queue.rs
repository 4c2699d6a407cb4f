//! The records of a membership, grouped by what becomes of them.

use std::collections::BTreeMap;

use super::deadline::Refusal;
use super::receipts::Receipts;
use super::snapshot::{Snapshot, day};
use crate::App;
use crate::error::AppError;
use crate::view::records::{QueueGroup, QueueGroupKind, QueueRow, QueueState, QueueView};
use crate::waiting::{self, Waiting};
use crate::words::Words;
use standing_client::queue::{Group, Item, Progress, Reason, State, Trouble, WithdrawnBy};
use standing_model::ids::MembershipId;
use standing_model::message::Receipt;
use standing_model::time::UnixTime;
use standing_store::{StoreError, Tx};

impl App {
    /// The records of a membership, grouped: what needs the person first.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn queue(&self, membership: &MembershipId) -> Result<QueueView, AppError> {
        let (snapshot, (refusals, waits)) = self.snapshot_with(membership, |tx, snapshot| {
            Ok((
                refusals(tx, snapshot)?,
                waiting::of_rows(tx, membership, &snapshot.rows, snapshot.now)?,
            ))
        })?;
        let words = snapshot.words;
        let order =
            [Group::NeedsYou, Group::OnThisPhone, Group::Sending, Group::Received, Group::Done];
        let groups: Vec<QueueGroup> =
            order.into_iter().filter_map(|one| group(&snapshot, &refusals, one)).collect();
        let empty = if groups.is_empty() { words.say("queue-empty", &[]) } else { String::new() };
        // What needs the person is the first group.
        let waits = Waiting { needs_you: 0, ..waits };
        let waiting_text = waiting::text(words, waits, snapshot.now, self.here());
        Ok(QueueView { membership: membership.clone(), waiting_text, groups, empty })
    }
}

/// The newest receipt over each item that was refused.
fn refusals(tx: &Tx<'_>, snapshot: &Snapshot) -> Result<BTreeMap<i64, Receipt>, StoreError> {
    let refused = snapshot.rows.iter().filter(|row| row.item.item.state == State::Refused);
    let mut newest = BTreeMap::new();
    for brief in refused {
        let Some(row) = tx.queue_item(brief.id)? else { continue };
        let receipts = Receipts::over(tx, snapshot, &row)?;
        newest.extend(receipts.newest_verified().map(|one| (row.id, one.clone())));
    }
    Ok(newest)
}

fn group(
    snapshot: &Snapshot,
    refusals: &BTreeMap<i64, Receipt>,
    group: Group,
) -> Option<QueueGroup> {
    let mut rows = Vec::new();
    for row in snapshot.rows.iter().rev().filter(|row| row.item.item.group() == group) {
        let Some((made_at, body)) = &row.item.about else { continue };
        let item = &row.item.item;
        let refusal = Refusal::of(snapshot, item, refusals.get(&row.id));
        rows.push(QueueRow {
            item: row.id,
            state: state(item),
            title: snapshot.title(body),
            text: Telling { snapshot, item, refusal: refusal.as_ref() }.text(),
            day: snapshot.words.date(day(*made_at, body, snapshot.zone())),
        });
    }
    let (kind, title) = match group {
        Group::NeedsYou => (QueueGroupKind::NeedsYou, "queue-needs-you"),
        Group::OnThisPhone => (QueueGroupKind::OnThisPhone, "queue-on-this-phone"),
        Group::Sending => (QueueGroupKind::Sending, "queue-sending"),
        Group::Received => (QueueGroupKind::Received, "queue-received"),
        Group::Done => (QueueGroupKind::Done, "queue-done"),
    };
    let title = snapshot.words.say(title, &[]);
    (!rows.is_empty()).then_some(QueueGroup { kind, title, rows })
}

/// How far an item has come, as a screen names it.
pub(super) const fn state(item: &Item) -> QueueState {
    match item.state {
        State::Drafted => QueueState::Drafted,
        State::CoolingOff { .. } => QueueState::CoolingOff,
        State::AwaitingConfirmation { .. } => QueueState::AwaitingConfirmation,
        State::Queued => QueueState::Queued,
        State::UploadingEvidence | State::Sending => QueueState::Sending,
        State::Received => QueueState::Received,
        State::UnderReview => QueueState::UnderReview,
        State::Accepted => QueueState::Accepted,
        State::Refused => QueueState::Refused,
        State::Withdrawn { .. } => QueueState::Withdrawn,
        State::NeedsYou(_) => QueueState::NeedsYou,
    }
}

/// An item in a sentence.
pub(super) struct Telling<'a> {
    pub snapshot: &'a Snapshot,
    pub item: &'a Item,
    /// Why it was refused, if it was.
    pub refusal: Option<&'a Refusal>,
}

impl Telling<'_> {
    pub fn text(&self) -> String {
        let (words, item) = (self.snapshot.words, self.item);
        let text = match &item.state {
            State::Drafted => words.say("queue-state-drafted", &[]),
            State::CoolingOff { until, .. } => {
                words.say("queue-state-cooling-off", &[("date", self.date(*until).into())])
            }
            State::AwaitingConfirmation { until } => {
                words.say("queue-state-confirm", &[("date", self.date(*until).into())])
            }
            State::Queued => self.queued(),
            State::UploadingEvidence | State::Sending => self.sending(),
            State::Received => self.with_due("queue-state-received", "queue-state-received-due"),
            State::UnderReview => self.with_due("queue-state-review", "queue-state-review-due"),
            State::Accepted => words.say("queue-state-accepted", &[]),
            State::Refused => match self.refusal {
                Some(refusal) => refusal.text(self.snapshot),
                None => words.say("queue-state-refused", &[]),
            },
            State::Withdrawn { by } => words.say(withdrawn(*by), &[]),
            State::NeedsYou(reason) => {
                words.say("queue-state-needs-you", &[("what", words.say(what(reason), &[]).into())])
            }
        };
        if item.withdrawing && item.is_open() {
            return words.say("queue-state-withdrawing", &[]);
        }
        text
    }

    fn queued(&self) -> String {
        let (words, item) = (self.snapshot.words, self.item);
        match item.trouble() {
            Some(Trouble::AnswersDoNotVerify) => {
                return words.say("queue-state-do-not-verify", &[]);
            }
            Some(Trouble::NotLetIn) => return words.say("queue-state-not-let-in", &[]),
            None => {}
        }
        let seconds = item.tries.next_at.since(self.snapshot.now);
        if item.tries.failed == 0 || seconds <= 0 {
            return words.say(self.waits_for(), &[]);
        }
        words.say("queue-state-again", &[("time", away(words, seconds).into())])
    }

    /// What the person chose about networks is part of what it waits for.
    fn waits_for(&self) -> &'static str {
        let networks = self.snapshot.networks;
        if networks.photos_over_wifi && self.item.has_photo_to_send() {
            "queue-state-waits-wifi"
        } else if networks.unmetered_only {
            "queue-state-waits-unmetered"
        } else {
            "queue-state-waits"
        }
    }

    /// "2 of 3 parts sent": each photo is a part, and the record itself.
    fn sending(&self) -> String {
        let item = self.item;
        let done = item.uploads.iter().filter(|one| one.progress == Progress::Done).count();
        let args = [("done", done.into()), ("all", (item.uploads.len() + 1).into())];
        self.snapshot.words.say("queue-state-sending", &args)
    }

    fn with_due(&self, without: &str, with: &str) -> String {
        let words = self.snapshot.words;
        let due = self.item.receipt.and_then(|receipt| receipt.due_on);
        match due {
            Some(due) => {
                let date = words.weekday_date(due);
                words.say(with, &[("date", date.into())])
            }
            None => words.say(without, &[]),
        }
    }

    fn date(&self, at: UnixTime) -> String {
        self.snapshot.words.weekday_date(at.day_in(self.snapshot.zone()))
    }
}

/// What is missing, in two or three words.
const fn what(reason: &Reason) -> &'static str {
    match reason {
        Reason::Rejected => "queue-needs-rejected",
        Reason::RefusedUnsigned { .. } => "queue-needs-refused",
        Reason::NotAnswered { .. } => "queue-needs-not-answered",
        Reason::StillRunning => "queue-needs-still-running",
        Reason::EvidenceMissing => "queue-needs-photo",
        Reason::KeyRevoked => "queue-needs-key",
        Reason::Restored => "queue-needs-restored",
    }
}

const fn withdrawn(by: WithdrawnBy) -> &'static str {
    match by {
        WithdrawnBy::Person => "queue-state-withdrawn",
        WithdrawnBy::Silence => "queue-state-discarded",
        WithdrawnBy::Receipt => "queue-state-withdrawn-receipt",
    }
}

/// How long a wait still is: "in 2 minutes".
fn away(words: Words, seconds: i64) -> String {
    let (key, n) = match seconds {
        ..90 => ("queue-away-soon", 1),
        90..5_400 => ("queue-away-minutes", (seconds + 30) / 60),
        _ => ("queue-away-hours", (seconds + 1_800) / 3_600),
    };
    words.say(key, &[("n", n.into())])
}
