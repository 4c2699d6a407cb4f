//! What waits on this phone, why, and when it is tried next: one answer for every screen and for
//! the schedulers of the phones.

use crate::gate::{Cause, Closed};
use crate::queue::{Group, Item, Outcome, State};
use standing_model::time::UnixTime;

/// Why records wait, in rising order of what a person should know first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// They were not tried yet: the next sync sends them.
    NotTried,
    /// The person is asked again when their waiting time is over.
    CoolingOff,
    /// Their photos wait for a network without volume charges.
    Wifi,
    /// The server still works on an earlier attempt.
    StillRunning,
    /// No connection.
    Unreachable,
    /// The server does not answer.
    Silent,
    /// The server answers with errors of its own.
    Unwell,
    /// The server asked to be left alone.
    Told,
    /// The server does not let this phone in.
    NotLetIn,
    /// The server's answers do not verify.
    Unverified,
}

/// What waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Records that are to be sent and over which there is no receipt.
    pub waiting: u32,
    /// Records that a person can do something about.
    pub needs_you: u32,
    /// Why records wait; none if none do.
    pub why: Option<Why>,
    /// When the first of them is tried next; none if only a person or another network changes it.
    pub next_attempt: Option<UnixTime>,
}

impl From<Cause> for Why {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Unreachable => Self::Unreachable,
            Cause::Silent => Self::Silent,
            Cause::Unwell => Self::Unwell,
            Cause::Told => Self::Told,
        }
    }
}

impl Waiting {
    /// What waits of the items of one authority. `closed` says whether its host is left alone;
    /// `photos_wait`, that photos wait for another network than this.
    pub fn of<'a>(
        items: impl Iterator<Item = &'a Item>,
        closed: Option<Closed>,
        photos_wait: bool,
        now: UnixTime,
    ) -> Self {
        let mut all = Self::default();
        for item in items {
            match item.group() {
                Group::NeedsYou => all.needs_you = all.needs_you.saturating_add(1),
                // What goes on paper is sent by nobody.
                Group::OnThisPhone if item.state == State::Drafted => {}
                // What is being withdrawn is not sent; its withdrawal is, and counts itself.
                Group::OnThisPhone | Group::Sending if !item.withdrawing => {
                    let (why, next_attempt) = one(item, closed, photos_wait, now);
                    all = all.and(Self { waiting: 1, needs_you: 0, why: Some(why), next_attempt });
                }
                Group::OnThisPhone | Group::Sending | Group::Received | Group::Done => {}
            }
        }
        all
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let times = [self.next_attempt, other.next_attempt];
        Self {
            waiting: self.waiting.saturating_add(other.waiting),
            needs_you: self.needs_you.saturating_add(other.needs_you),
            why: self.why.max(other.why),
            next_attempt: times.into_iter().flatten().min(),
        }
    }

    /// Whether nothing waits, for the network or for the person.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.waiting == 0 && self.needs_you == 0
    }
}

fn one(
    item: &Item,
    closed: Option<Closed>,
    photos_wait: bool,
    now: UnixTime,
) -> (Why, Option<UnixTime>) {
    if let State::CoolingOff { until, .. } = item.state {
        return (Why::CoolingOff, Some(until));
    }
    if photos_wait && item.has_photo_to_send() {
        return (Why::Wifi, None);
    }
    let due = if item.tries.is_due(now) { now } else { item.tries.next_at };
    match closed {
        Some(closed) => (closed.cause.into(), Some(due.max(closed.until))),
        None => (of_attempt(item), Some(due)),
    }
}

/// What the last attempt came to.
fn of_attempt(item: &Item) -> Why {
    if item.tries.failed == 0 {
        return Why::NotTried;
    }
    match item.log.last().map(|attempt| attempt.outcome) {
        None | Some(Outcome::Receipt(_)) => Why::NotTried,
        Some(Outcome::NoAnswer) => Why::Silent,
        Some(Outcome::Unverified | Outcome::Status(..=399)) => Why::Unverified,
        Some(Outcome::Status(401 | 403)) => Why::NotLetIn,
        Some(Outcome::Status(429)) => Why::Told,
        Some(Outcome::TookLittle | Outcome::Status(500..)) => Why::Unwell,
        Some(Outcome::Status(_)) => Why::StillRunning,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::{Answer, Event};
    use standing_model::ids::{Hash, RecordId};
    use standing_model::record::Kind;

    const NOW: UnixTime = UnixTime(1_795_392_000);

    fn item() -> Item {
        Item::queued(RecordId(Hash::of(b"x")), Kind::Volunteering, Vec::new(), NOW)
    }

    fn tried(answer: Answer) -> Item {
        let mut item = item();
        let _ = item.step(Event::Woken, NOW, 0);
        let _ = item.step(Event::Answered(answer), NOW, 0);
        item
    }

    fn status(status: u16) -> Answer {
        Answer::Status { status, retry_after: None, problem: None, text: String::new() }
    }

    #[test]
    fn what_goes_on_paper_waits_for_no_sync() {
        let drafted = Item { state: State::Drafted, ..item() };
        assert!(Waiting::of([&drafted].into_iter(), None, false, NOW).is_empty());
        assert!(!Waiting::of([&item()].into_iter(), None, false, NOW).is_empty());
    }

    #[test]
    fn each_answer_that_is_no_receipt_waits_for_what_it_says() {
        for (answer, why) in [
            (Answer::Nothing, Why::Silent),
            (Answer::Unreached, Why::Silent),
            (Answer::Unverified, Why::Unverified),
            (status(200), Why::Unverified),
            (status(401), Why::NotLetIn),
            (status(403), Why::NotLetIn),
            (status(409), Why::StillRunning),
            (status(429), Why::Told),
            (status(500), Why::Unwell),
            (status(503), Why::Unwell),
        ] {
            let item = tried(answer.clone());
            let waiting = Waiting::of([&item].into_iter(), None, false, NOW);
            assert_eq!((waiting.waiting, waiting.why), (1, Some(why)), "{answer:?}");
            assert_eq!(waiting.next_attempt, Some(NOW.plus(1)), "{answer:?}");
        }
    }

    #[test]
    fn a_closed_gate_is_why_and_when() {
        let closed = Closed { until: NOW.plus(600), cause: Cause::Unwell };
        let (new, tried) = (item(), tried(Answer::Nothing));
        let waiting = Waiting::of([&new, &tried].into_iter(), Some(closed), false, NOW);
        let expected = Waiting {
            waiting: 2,
            needs_you: 0,
            why: Some(Why::Unwell),
            next_attempt: Some(NOW.plus(600)),
        };
        assert_eq!(waiting, expected);
    }

    #[test]
    fn what_needs_the_person_or_another_network_is_planned_for_no_time() {
        let refused = tried(status(422));
        let waiting = Waiting::of([&refused].into_iter(), None, false, NOW);
        assert_eq!((waiting.waiting, waiting.needs_you, waiting.next_attempt), (0, 1, None));
        assert!(!waiting.is_empty());
        let upload = crate::queue::Upload::new(Hash::of(b"photo"), 5);
        let photo = Item { uploads: vec![upload], ..item() };
        let waiting = Waiting::of([&photo].into_iter(), None, true, NOW);
        assert_eq!((waiting.why, waiting.next_attempt), (Some(Why::Wifi), None));
    }

    #[test]
    fn what_is_being_withdrawn_does_not_wait_itself() {
        let withdrawing = Item { withdrawing: true, ..item() };
        assert!(Waiting::of([&withdrawing].into_iter(), None, false, NOW).is_empty());
    }
}
