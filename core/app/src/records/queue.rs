//! The records of a membership, grouped by what becomes of them.

use std::collections::BTreeMap;

use super::case;
use super::deadline::Refusal;
use super::receipts::Receipts;
use super::snapshot::{Snapshot, day};
use crate::App;
use crate::error::AppError;
use crate::view::records::{QueueGroup, QueueGroupKind, QueueRow, QueueState, QueueView};
use crate::waiting::{self, Waiting};
use crate::words::{Arg, Words};
use standing_client::queue::{
    Group, Item, Progress, Reason, ReceiptSeen, State, Trouble, WithdrawnBy,
};
use standing_model::case::Outcome;
use standing_model::ids::MembershipId;
use standing_model::message::Receipt;
use standing_model::record::Kind;
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
    let refused = snapshot.rows.iter().filter(|row| row.item.progress.state == State::Refused);
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
    for row in snapshot.rows.iter().rev().filter(|row| row.item.progress.group() == group) {
        let Some((made_at, body)) = &row.item.about else { continue };
        let item = &row.item.progress;
        let refusal = Refusal::of(snapshot, item, refusals.get(&row.id));
        let Said { text, below } = Telling { snapshot, item, refusal: refusal.as_ref() }.said();
        let under_its_word = matches!(group, Group::NeedsYou | Group::OnThisPhone | Group::Sending);
        rows.push(QueueRow {
            item: row.id,
            state: state(item),
            title: snapshot.title(body),
            below: if under_its_word && !below.is_empty() { below } else { text.clone() },
            text,
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
        State::Decided => decided(item),
        State::Withdrawn { .. } => QueueState::Withdrawn,
        State::NeedsYou(_) => QueueState::NeedsYou,
    }
}

/// What a case was decided to, as the two words for deeds have it; its sentence says the rest.
const fn decided(item: &Item) -> QueueState {
    match item.receipt {
        Some(ReceiptSeen { outcome: Some(Outcome::Granted | Outcome::Partly), .. }) => {
            QueueState::Accepted
        }
        _ => QueueState::Refused,
    }
}

/// An item in a sentence.
pub(super) struct Telling<'a> {
    pub snapshot: &'a Snapshot,
    pub item: &'a Item,
    /// Why it was refused, if it was.
    pub refusal: Option<&'a Refusal>,
}

/// How far a record has come.
pub(super) struct Said {
    /// In a sentence.
    pub text: String,
    /// What the sentence says more than the state's word; empty if it says no more.
    pub below: String,
}

impl Said {
    /// The sentence with this key. Its attribute `rest` is what follows the state's word; one
    /// without it says something else.
    pub fn of(words: Words, key: &str, args: &[Arg<'_>]) -> Self {
        let text = words.say(key, args);
        let below = words.rest(key, args).map_or_else(|| text.clone(), |rest| capital(&rest));
        Self { text, below }
    }
}

/// A part of a sentence as a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

impl Telling<'_> {
    pub fn said(&self) -> Said {
        let item = self.item;
        if item.withdrawing && item.is_open() {
            let contest = item.kind == Kind::Contest;
            let key =
                if contest { "queue-state-withdrawing-contest" } else { "queue-state-withdrawing" };
            return self.say(key, &[]);
        }
        match &item.state {
            State::Drafted => self.say("queue-state-drafted", &[]),
            State::CoolingOff { until, .. } => {
                self.say("queue-state-cooling-off", &[("date", self.date(*until).into())])
            }
            State::AwaitingConfirmation { until } => {
                self.say("queue-state-confirm", &[("date", self.date(*until).into())])
            }
            State::Queued => self.queued(),
            State::UploadingEvidence | State::Sending => self.sending(),
            State::Received => self.with_due("queue-state-received", "queue-state-received-due"),
            State::UnderReview => self.with_due("queue-state-review", "queue-state-review-due"),
            State::Accepted => self.say("queue-state-accepted", &[]),
            State::Refused => match self.refusal {
                Some(refusal) => refusal.said(self.snapshot),
                None => self.say("queue-state-refused", &[]),
            },
            State::Decided => self.say(case::decided(item.receipt), &[]),
            State::Withdrawn { by } => self.say(withdrawn(*by), &[]),
            State::NeedsYou(reason) => {
                let what = self.snapshot.words.say(what(reason), &[]);
                self.say("queue-state-needs-you", &[("what", what.into())])
            }
        }
    }

    fn say(&self, key: &str, args: &[Arg<'_>]) -> Said {
        Said::of(self.snapshot.words, key, args)
    }

    fn queued(&self) -> Said {
        let item = self.item;
        match item.trouble() {
            Some(Trouble::AnswersDoNotVerify) => return self.say("queue-state-do-not-verify", &[]),
            Some(Trouble::NotLetIn) => return self.say("queue-state-not-let-in", &[]),
            None => {}
        }
        let seconds = item.tries.next_at.since(self.snapshot.now);
        if item.tries.failed == 0 || seconds <= 0 {
            return self.say(self.waits_for(), &[]);
        }
        let time = away(self.snapshot.words, seconds);
        self.say("queue-state-again", &[("time", time.into())])
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
    fn sending(&self) -> Said {
        let item = self.item;
        let done = item.uploads.iter().filter(|one| one.progress == Progress::Done).count();
        let args = [("done", done.into()), ("all", (item.uploads.len() + 1).into())];
        self.say("queue-state-sending", &args)
    }

    fn with_due(&self, without: &str, with: &str) -> Said {
        let due = self.item.receipt.and_then(|receipt| receipt.due_on);
        match due {
            Some(due) => {
                let date = self.snapshot.words.weekday_date(due);
                self.say(with, &[("date", date.into())])
            }
            None => self.say(without, &[]),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn below_its_word_a_record_says_only_what_the_word_does_not() {
        let args = [("what", "a photo is missing".into())];
        for (language, key, below) in [
            (Language::English, "queue-state-waits", "Waits for the next sync"),
            (Language::English, "queue-state-needs-you", "A photo is missing"),
            (Language::English, "queue-state-received", ""),
            (
                Language::English,
                "queue-state-not-let-in",
                "Not confirmed: the server turned this phone away",
            ),
            (Language::Chinese, "queue-state-waits", "等待下次同步"),
        ] {
            assert_eq!(Said::of(Words(language), key, &args).below, below, "{key}");
        }
    }
}
