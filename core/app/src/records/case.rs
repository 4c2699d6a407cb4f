//! Contests, compliance records and rights requests among the other records: a title, what they
//! say, how they were decided.

use crate::view::KeyValue;
use crate::words::{Arg, Words};
use standing_client::queue::ReceiptSeen;
use standing_model::case::{Change, Decision, Ground, Outcome, Right, Target, Wanted};
use standing_model::record::{Body, Record};
use standing_model::text::plain;

/// What such a record is, in a few words; empty for another one.
#[must_use]
pub fn title(words: Words, body: &Body) -> String {
    match body {
        Body::Contest(contest) => {
            let what = target(words, &contest.target);
            words.say("record-contest", &[("what", what.into())])
        }
        Body::Compliance(compliance) => {
            let what = target(words, &compliance.target.clone().into());
            words.say("record-compliance", &[("what", what.into())])
        }
        Body::RightsRequest(request) => words.say(right_key(request.right), &[]),
        _ => String::new(),
    }
}

/// "entry 8-0031", inside a sentence.
pub(crate) fn target(words: Words, target: &Target) -> String {
    let (key, args) = named(target);
    words.say(key, &args)
}

/// "Entry 8-0031", as a heading or a value of its own.
pub(crate) fn target_heading(words: Words, target: &Target) -> String {
    let (key, args) = named(target);
    words.attribute(key, "heading", &args)
}

fn named(target: &Target) -> (&'static str, Vec<Arg<'static>>) {
    let id = |id: &str| vec![("id", plain(id).into())];
    let n = |n: u32| vec![("n", n.into())];
    match target {
        Target::Entry(one) => ("record-target-entry", id(one)),
        Target::Star(one) => ("record-target-star", id(one)),
        Target::Measure(one) => ("record-target-measure", id(one)),
        Target::Statement(one) => ("record-target-statement", n(*one)),
        Target::Notice(one) => ("record-target-notice", n(*one)),
        Target::Device(_) => ("record-target-device", Vec::new()),
    }
}

/// What such a record says, by label.
pub(super) fn says(words: Words, record: &Record) -> Vec<KeyValue> {
    let mut rows = Vec::new();
    let mut say = |label: &str, value: String| {
        rows.push(KeyValue { label: words.say(label, &[]), value, note: String::new() });
    };
    match &record.body {
        Body::Contest(contest) => {
            say("record-label-contested", target_heading(words, &contest.target));
            for ground in &contest.grounds {
                say("record-label-ground", words.say(ground_key(*ground), &[]));
            }
            contest.words.iter().for_each(|said| say("record-label-words", said.clone()));
            say("record-label-wants", words.say(wanted_key(contest.wants), &[]));
            let mark = if contest.mark { "record-mark-yes" } else { "record-mark-no" };
            say("record-label-mark", words.say(mark, &[]));
        }
        Body::Compliance(compliance) => {
            say("record-label-ordered", target_heading(words, &compliance.target.clone().into()));
            say("record-label-done", compliance.done.clone());
            say("record-label-done-on", words.date(compliance.on));
        }
        Body::RightsRequest(request) => {
            say("record-label-right", words.say(right_key(request.right), &[]));
            request.words.iter().for_each(|said| say("record-label-words", said.clone()));
        }
        _ => {}
    }
    rows
}

/// How the newest receipt decides.
pub(super) const fn decided(receipt: Option<ReceiptSeen>) -> &'static str {
    match receipt {
        Some(ReceiptSeen { outcome: Some(outcome), .. }) => outcome_key(outcome),
        _ => "receipt-event-decided",
    }
}

/// What a decision says, by label.
#[must_use]
pub fn of_decision(words: Words, decision: &Decision) -> Vec<KeyValue> {
    let row = |label: &str, value: String, note: String| KeyValue {
        label: words.say(label, &[]),
        value,
        note,
    };
    let outcome = words.say(outcome_key(decision.outcome), &[]);
    let mut rows = vec![row("receipt-label-outcome", outcome, String::new())];
    if let Some(effect) = &decision.effect {
        let args = [
            ("what", target(words, &effect.target).into()),
            ("date", words.date(effect.on).into()),
        ];
        rows.push(row(
            "receipt-label-effect",
            words.say(change_key(effect.change), &args),
            String::new(),
        ));
    }
    if let Some(next) = &decision.next {
        let until = next.until.map(|day| {
            words.say("receipt-next-until", &[("date", words.weekday_date(day).into())])
        });
        rows.push(row("receipt-label-next", next.to.get(words.0), until.unwrap_or_default()));
    }
    rows
}

const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => "receipt-granted",
        Outcome::Partly => "receipt-partly",
        Outcome::Refused => "receipt-case-refused",
    }
}

const fn change_key(change: Change) -> &'static str {
    match change {
        Change::Withdrawn => "receipt-change-withdrawn",
        Change::Corrected => "receipt-change-corrected",
        Change::Lifted => "receipt-change-lifted",
    }
}

pub(crate) const fn ground_key(ground: Ground) -> &'static str {
    match ground {
        Ground::NotMe => "record-ground-not-me",
        Ground::DidNotHappen => "record-ground-did-not-happen",
        Ground::WrongRule => "record-ground-wrong-rule",
        Ground::WrongPoints => "record-ground-wrong-points",
        Ground::AlreadyComplied => "record-ground-already-complied",
        Ground::NotTold => "record-ground-not-told",
        Ground::TooOld => "record-ground-too-old",
        Ground::Other => "record-ground-other",
    }
}

pub(crate) const fn wanted_key(wants: Wanted) -> &'static str {
    match wants {
        Wanted::Removed => "record-wants-removed",
        Wanted::Corrected => "record-wants-corrected",
        Wanted::Explained => "record-wants-explained",
    }
}

pub(crate) const fn right_key(right: Right) -> &'static str {
    match right {
        Right::Access => "record-right-access",
        Right::Copy => "record-right-copy",
        Right::Correct => "record-right-correct",
        Right::Delete => "record-right-delete",
        Right::Restrict => "record-right-restrict",
        Right::Explain => "record-right-explain",
    }
}
