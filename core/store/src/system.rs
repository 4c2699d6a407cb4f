//! The phone's own clock and random bytes, behind the ports of `standing_model::clock`.

use standing_model::clock::{Clock, Entropy, NoEntropy};
use standing_model::time::{UnixTime, ZoneOffset};

/// The phone's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the wall clock"
    )]
    fn now(&self) -> UnixTime {
        UnixTime(chrono::Utc::now().timestamp())
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the phone's zone")]
    fn zone(&self) -> ZoneOffset {
        let seconds = chrono::Local::now().offset().local_minus_utc();
        ZoneOffset::of_minutes(seconds.div_euclid(60)).unwrap_or(ZoneOffset::UTC)
    }
}

/// The operating system's random bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        getrandom::fill(bytes).map_err(|_| NoEntropy)
    }
}
