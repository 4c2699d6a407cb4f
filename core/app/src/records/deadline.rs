//! By when something is to happen about a record: an answer that was promised, or a contest of one
//! that was refused.

use super::queue::Said;
use super::snapshot::Snapshot;
use crate::view::Deadline;
use crate::working_days;
use standing_client::queue::{Item, State};
use standing_model::message::{Receipt, ReceiptState};
use standing_model::text::plain_at_most;
use standing_model::time::Date;
use standing_rules::working_days::{LastDay, last_day_of};

/// Characters of a reason in a row; the receipt's own page has all of it.
const MOST_OF_A_REASON: usize = 200;

/// That an authority refused a record, in the words that it signed.
pub(super) struct Refusal {
    /// Why: the authority's words in quotes, so that nobody takes them for the app's own.
    reason: String,
    /// The day of the receipt.
    on: Date,
}

impl Refusal {
    /// What the newest receipt over an item says; none unless the item was refused and the receipt
    /// still verifies.
    pub fn of(snapshot: &Snapshot, item: &Item, newest: Option<&Receipt>) -> Option<Self> {
        let refused = item.state == State::Refused;
        let receipt = newest.filter(|one| refused && one.state == ReceiptState::Refused)?;
        let said =
            receipt.reason.as_ref().map(|reason| reason.get(snapshot.words.0)).unwrap_or_default();
        let said = plain_at_most(said.trim().trim_end_matches(['.', '。']), MOST_OF_A_REASON);
        let reason = match said.as_str() {
            "" => snapshot.words.say("receipt-no-reason", &[]),
            said => snapshot.words.say("queue-reason", &[("text", said.into())]),
        };
        Some(Self { reason, on: receipt.iat.day_in(snapshot.zone()) })
    }

    /// "Refused: “the code was counted before”. By rulebook 7 you can contest it until Friday 4
    /// December 2026." The rulebook is the one in use now, and may be another than on that day.
    pub fn said(&self, snapshot: &Snapshot) -> Said {
        let words = snapshot.words;
        let mut args = vec![("reason", self.reason.as_str().into())];
        let Some(until) = self.contest_until(snapshot) else {
            return Said::of(words, "queue-state-refused-why", &args);
        };
        let version = snapshot.book.as_ref().map(|book| book.version.to_string());
        args.push(("version", version.unwrap_or_default().into()));
        args.push(("date", words.weekday_date(until.day).into()));
        let past = until.day < snapshot.today();
        let key = if past { "queue-state-refused-until-past" } else { "queue-state-refused-until" };
        let Said { text, below } = Said::of(words, key, &args);
        let unsure: Vec<String> = working_days::uncertainty(until, words).into_iter().collect();
        let with = |first| words.sentences(&[vec![first], unsure.clone()].concat());
        Said { text: with(text), below: with(below) }
    }

    /// The last day of the first step of the rulebook's ladder.
    fn contest_until(&self, snapshot: &Snapshot) -> Option<LastDay> {
        let step = snapshot.book.as_ref()?.contest.first()?;
        Some(last_day_of(step.days_are, self.on, step.days, &snapshot.calendars))
    }
}

/// By when the answer is due or, after a refusal, a contest. An answer is still owed after its day;
/// a contest is not, and then there is none.
pub(super) fn deadline(
    snapshot: &Snapshot,
    item: &Item,
    refusal: Option<&Refusal>,
) -> Option<Deadline> {
    match item.state {
        State::Received | State::UnderReview if !item.withdrawing => {
            let due = item.receipt?.due_on?;
            Some(by(snapshot, due, "deadline-answer"))
        }
        State::Refused => {
            let until = refusal?.contest_until(snapshot)?;
            let key = match until.unknown_year {
                None => "deadline-contest",
                Some(_) => "deadline-contest-unsure",
            };
            (until.day >= snapshot.today()).then(|| by(snapshot, until.day, key))
        }
        _ => None,
    }
}

fn by(snapshot: &Snapshot, day: Date, key: &str) -> Deadline {
    let words = snapshot.words;
    let to_come = day >= snapshot.today();
    Deadline {
        label: words.say(key, &[]),
        date: day.to_string(),
        day: words.weekday_date(day),
        away: words.days_away(day, snapshot.today()),
        event: if to_come { words.attribute(key, "event", &[]) } else { String::new() },
    }
}
