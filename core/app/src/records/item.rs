//! One item in full: what it says, what is in the way, what can be done.

use super::case;
use super::deadline::{Refusal, deadline};
use super::edit;
use super::queue::{Said, Telling, state};
use super::receipts::{Receipts, reason_of};
use super::snapshot::{Snapshot, amount, day, minutes};
use crate::App;
use crate::error::{AppError, Problem};
use crate::view::KeyValue;
use crate::view::records::{QueueItemView, QueueState, RecordKind};
use crate::words::Words;
use standing_client::plan::Row;
use standing_client::queue::{Attempt, Item, Leaving, Outcome, Progress, Reason, State, Trouble};
use standing_model::ids::{Hash, MembershipId};
use standing_model::record::{Body, Kind, Record};
use standing_store::{Evidence, StoreError, Tx};

impl App {
    /// One item.
    ///
    /// # Errors
    /// `NotFound` for an item that is not this membership's; `Storage`.
    pub fn queue_item(
        &self,
        membership: &MembershipId,
        item: i64,
    ) -> Result<QueueItemView, AppError> {
        let more = |tx: &Tx<'_>, snapshot: &Snapshot, row: &Row| {
            Ok((tx.evidence(item)?, Receipts::over(tx, snapshot, row)?))
        };
        let (snapshot, row, (photos, receipts)) =
            self.snapshot_item_with(membership, item, more)?;
        let explain = |error: StoreError| self.explain_store(&error);
        let record = row.item.record().map_err(explain)?;
        let (can_edit, edit_note) = edit::offer(&snapshot, &row).map_err(explain)?;
        let newest = receipts.newest_verified();
        let reason = reason_of(&snapshot, newest);
        let machine = &row.item.progress;
        let refusal = Refusal::of(&snapshot, machine, newest);
        let telling = Telling { snapshot: &snapshot, item: machine, refusal: refusal.as_ref() };
        let Said { text, below } = telling.said();
        Ok(QueueItemView {
            membership: membership.clone(),
            item,
            kind: kind(record.kind()),
            rule: rule(&record.body),
            state: state(machine),
            title: snapshot.title(&record.body),
            text,
            below,
            deadline: deadline(&snapshot, machine, refusal.as_ref()),
            problem: problem(&snapshot, &row, &reason),
            says: says(&snapshot, &record),
            photos: told_photos(&snapshot, &row, &record, &photos),
            can_remove_photos: can_remove_photos(&row, &photos),
            photos_note: photos_note(&snapshot, &row, &photos),
            attempts: machine.log.iter().rev().map(|one| attempt(&snapshot, one)).collect(),
            can_confirm: state(machine) == QueueState::AwaitingConfirmation,
            can_edit,
            edit_note,
            can_retry: machine.can_be_retried(),
            can_withdraw: machine.can_be_taken_back(),
            withdraw_note: withdraw_note(snapshot.words, machine),
            has_receipt: !row.item.receipts.is_empty(),
        })
    }
}

/// What withdrawing does; empty where it may not be offered.
fn withdraw_note(words: Words, item: &Item) -> String {
    match (item.can_be_taken_back(), item.leaving) {
        (false, _) => String::new(),
        (true, Leaving::No) => words.say("record-withdraw-here", &[]),
        (true, _) if item.kind == Kind::Contest => words.say("record-withdraw-contest", &[]),
        (true, _) => words.say("record-withdraw-sent", &[]),
    }
}

pub(super) const fn kind(kind: Kind) -> RecordKind {
    match kind {
        Kind::SelfReport => RecordKind::SelfReport,
        Kind::Volunteering => RecordKind::Volunteering,
        Kind::BloodDonation => RecordKind::BloodDonation,
        Kind::Contest => RecordKind::Contest,
        Kind::Compliance => RecordKind::Compliance,
        Kind::RightsRequest => RecordKind::RightsRequest,
        Kind::Withdrawal => RecordKind::Withdrawal,
    }
}

fn rule(body: &Body) -> String {
    match body {
        Body::SelfReport(report) => report.rule.to_string(),
        _ => String::new(),
    }
}

/// What is in the way and what to do.
fn problem(snapshot: &Snapshot, row: &Row, signed: &str) -> Option<Problem> {
    let (words, item) = (snapshot.words, &row.item.progress);
    let host = [("authority", snapshot.authority_name().into())];
    let reason = match (&item.state, item.trouble()) {
        (State::NeedsYou(reason), _) => reason,
        (_, Some(Trouble::AnswersDoNotVerify)) => {
            return Some(words.problem("record-do-not-verify", &host));
        }
        (_, Some(Trouble::NotLetIn)) => return Some(words.problem("record-not-let-in", &host)),
        _ => return None,
    };
    let unsigned = |status: &u16, text: &str| {
        let text =
            if text.is_empty() { words.say("record-no-words", &[]) } else { text.to_owned() };
        [("status", status.to_string().into()), ("text", text.into())]
    };
    Some(match reason {
        Reason::Rejected => words.problem("record-rejected", &[("reason", signed.into())]),
        Reason::RefusedUnsigned { status, text } => {
            words.problem("record-refused", &unsigned(status, text))
        }
        Reason::NotAnswered { status, text } => {
            words.problem("record-not-answered", &unsigned(status, text))
        }
        Reason::StillRunning => words.problem("record-still-running", &host),
        Reason::EvidenceMissing => words.problem("record-photo-missing", &[]),
        Reason::KeyRevoked => words.problem("record-key-revoked", &host),
        Reason::Restored => words.problem("record-restored", &[]),
    })
}

/// The record's own words, by label.
pub(super) fn says(snapshot: &Snapshot, record: &Record) -> Vec<KeyValue> {
    let (words, zone) = (snapshot.words, snapshot.zone());
    let date = words.date(day(record.made_at, &record.body, zone));
    let mut rows = Vec::new();
    let mut say = |label: &str, value: String| {
        rows.push(KeyValue { label: words.say(label, &[]), value, note: String::new() });
    };
    match &record.body {
        Body::SelfReport(report) => {
            say("record-label-rule", report.rule.to_string());
            say("record-label-day", date);
            say("record-label-description", report.description.clone());
        }
        Body::Volunteering(given) => {
            say("record-label-day", date);
            say("record-label-time", minutes(words, given.minutes));
            say("record-label-organiser", given.organiser.clone());
            say("record-label-activity", given.activity.clone());
        }
        Body::BloodDonation(given) => {
            say("record-label-day", date);
            say("record-label-amount", amount(words, given.donation));
            say("record-label-place", given.place.clone());
            say("record-label-code", given.donation_code.clone());
        }
        Body::Contest(_) | Body::Compliance(_) | Body::RightsRequest(_) => {
            rows.extend(case::says(words, record));
        }
        Body::Withdrawal(_) => {}
    }
    let mut say = |label: &str, value: String| {
        rows.push(KeyValue { label: words.say(label, &[]), value, note: String::new() });
    };
    say("record-label-made", words.date(record.made_at.day_in(zone)));
    rows
}

/// Whether its photos have done their part: whoever decided has seen them.
pub(super) fn can_remove_photos(row: &Row, photos: &[Evidence]) -> bool {
    row.item.progress.state == State::Accepted && !photos.is_empty()
}

fn photos_note(snapshot: &Snapshot, row: &Row, photos: &[Evidence]) -> String {
    if !can_remove_photos(row, photos) {
        return String::new();
    }
    let size = snapshot.words.size(photos.iter().map(|photo| u64::from(photo.bytes)).sum());
    let args = [("n", photos.len().into()), ("size", size.into())];
    snapshot.words.say("record-photo-remove", &args)
}

/// Those on this phone, and those of which only the record's word is left.
fn told_photos(
    snapshot: &Snapshot,
    row: &Row,
    record: &Record,
    photos: &[Evidence],
) -> Vec<KeyValue> {
    let words = snapshot.words;
    let is_here = |hash: &Hash| photos.iter().any(|photo| photo.sha256 == *hash);
    let gone = record.evidence.iter().filter(|file| !is_here(&file.sha256)).map(|file| KeyValue {
        label: words.say("record-label-photo", &[]),
        value: words.say("record-photo-gone", &[]),
        note: words.say("record-photo-hash", &[("hash", file.sha256.to_string().into())]),
    });
    photos.iter().map(|photo| told_photo(snapshot, row, photo)).chain(gone).collect()
}

fn told_photo(snapshot: &Snapshot, row: &Row, photo: &Evidence) -> KeyValue {
    let words = snapshot.words;
    let upload = row.item.progress.uploads.iter().find(|upload| upload.sha256 == photo.sha256);
    let sent = match upload.map(|upload| (&upload.progress, upload.length())) {
        Some((Progress::Done, _)) => 100,
        Some((Progress::At { offset, .. }, length)) => {
            u64::from(*offset) * 100 / u64::from(length).max(1)
        }
        _ => 0,
    };
    let size = photo.bytes.div_ceil(1000);
    let note = match sent {
        0 => "record-photo-here",
        100 => "record-photo-sent",
        _ => "record-photo-part",
    };
    KeyValue {
        label: words.say("record-label-photo", &[]),
        value: words.say("record-photo", &[("size", size.into())]),
        note: words.say(note, &[("percent", sent.into())]),
    }
}

pub(super) fn attempt(snapshot: &Snapshot, attempt: &Attempt) -> KeyValue {
    let words = snapshot.words;
    let value = match attempt.outcome {
        Outcome::NoAnswer => words.say("record-attempt-no-answer", &[]),
        Outcome::Status(status) => {
            words.say("record-attempt-status", &[("status", status.to_string().into())])
        }
        Outcome::TookLittle => words.say("record-attempt-little", &[]),
        Outcome::Unverified => words.say("record-attempt-unverified", &[]),
        Outcome::Receipt(_) => words.say("record-attempt-receipt", &[]),
    };
    KeyValue { label: words.ago(attempt.at, snapshot.now), value, note: String::new() }
}
