//! By when something is to happen about a record: an answer that was promised, or a contest of one
//! that was refused.

use super::desk::Desk;
use super::receipts::newest;
use crate::app::view::Deadline;
use crate::model::message::ReceiptState;
use crate::model::rulebook::DayKind;
use crate::model::time::Date;
use crate::reason::queue::State;
use crate::store::{StoreError, Tx};
use crate::sync::plan::Row;

/// That an authority refused a record, in the words that it signed.
pub(super) struct Refusal {
    /// Why, without the dot at its end.
    reason: String,
    /// The day of the receipt.
    on: Date,
}

impl Refusal {
    /// What the newest receipt over an item says; none unless the item was refused and the receipt
    /// still verifies.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn of(tx: &Tx<'_>, desk: &Desk, row: &Row) -> Result<Option<Self>, StoreError> {
        if row.item.item.state != State::Refused {
            return Ok(None);
        }
        let Some(receipt) = newest(tx, desk, row)? else { return Ok(None) };
        if receipt.state != ReceiptState::Refused {
            return Ok(None);
        }
        let reason = match &receipt.reason {
            Some(reason) => reason.get(desk.words.0),
            None => desk.words.say("receipt-no-reason", &[]),
        };
        let reason = reason.trim().trim_end_matches(['.', '。']).to_owned();
        Ok(Some(Self { reason, on: receipt.iat.day() }))
    }

    /// "Refused: the code was counted before. You can contest it until Friday 4 December 2026."
    pub fn text(&self, desk: &Desk) -> String {
        let step = desk.book.as_ref().and_then(|book| book.contest.first());
        let mut args = vec![("reason", self.reason.as_str().into())];
        let key = match (self.contest_until(desk), step) {
            (Some(until), _) => {
                args.push(("date", desk.words.weekday_date(until).into()));
                if until < desk.now.day() {
                    "queue-state-refused-until-past"
                } else {
                    "queue-state-refused-until"
                }
            }
            (None, Some(step)) => {
                args.push(("days", step.days.into()));
                args.push(("date", desk.words.date(self.on).into()));
                "queue-state-refused-working"
            }
            (None, None) => "queue-state-refused-why",
        };
        desk.words.say(key, &args)
    }

    /// The last day of the first step of the rulebook's ladder. Which days are working days this
    /// phone does not know: then no day is said.
    fn contest_until(&self, desk: &Desk) -> Option<Date> {
        let step = desk.book.as_ref()?.contest.first()?;
        let counted = step.days_are == DayKind::Calendar;
        counted.then(|| self.on.plus_days(i64::from(step.days)))
    }
}

/// By when the answer is due or, after a refusal, a contest; none once that day has passed without
/// any use in knowing it.
pub(super) fn deadline(desk: &Desk, row: &Row, refusal: Option<&Refusal>) -> Option<Deadline> {
    let item = &row.item.item;
    match item.state {
        State::Received | State::UnderReview if !item.withdrawing => {
            let due = item.receipt?.due_at?;
            Some(by(desk, due.day(), "deadline-answer"))
        }
        State::Refused => {
            let until = refusal?.contest_until(desk)?;
            (until >= desk.now.day()).then(|| by(desk, until, "deadline-contest"))
        }
        _ => None,
    }
}

fn by(desk: &Desk, day: Date, key: &str) -> Deadline {
    let words = desk.words;
    Deadline {
        label: words.say(key, &[]),
        date: day.to_string(),
        day: words.weekday_date(day),
        away: words.days_away(day, desk.now.day()),
        event: words.attribute(key, "event", &[]),
    }
}
