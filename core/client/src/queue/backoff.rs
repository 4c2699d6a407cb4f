//! When to try again.

use super::{Item, LONGEST_WAIT, State, Tries};
use standing_model::time::UnixTime;

impl Item {
    /// Exponential backoff with full jitter, 1 second to 6 hours, also over restarts: the wait is drawn
    /// evenly from 1 second to a bound that doubles with each failure.
    pub(super) fn retry(&mut self, now: UnixTime, jitter: u64) {
        // A server that takes photos and loses them again makes progress each time.
        // One that takes a byte at a time does, too.
        let tries = &self.tries;
        let doublings = tries.failed.max(tries.lost).max(tries.little).min(15);
        let bound = (1_i64 << doublings).min(LONGEST_WAIT);
        let drawn = jitter % bound.unsigned_abs();
        self.wait(now, 1 + i64::try_from(drawn).unwrap_or(0));
    }

    /// Waits as the server asks, at most 6 hours.
    pub(super) fn wait_as_told(&mut self, now: UnixTime, seconds: u32) {
        self.wait(now, i64::from(seconds).max(1));
    }

    fn wait(&mut self, now: UnixTime, seconds: i64) {
        self.state = State::Queued;
        self.tries.failed = self.tries.failed.saturating_add(1);
        self.tries.restarts = 0;
        self.tries.next_at = now.plus(seconds.min(LONGEST_WAIT));
    }
}

impl Tries {
    /// Whether the wait is over. A wait longer than the longest one is a clock that went back.
    pub(crate) const fn is_due(&self, now: UnixTime) -> bool {
        let left = self.next_at.since(now);
        left <= 0 || left > LONGEST_WAIT
    }
}
