//! A gate for each host: whether it is asked at all, and from when on again.
//!
//! A server that is down, slow or asks to be left alone is so for every record, page and file: what
//! one request learned saves the next ones. A gate is closed until a time, and what was learned is
//! kept, so that the phone does not knock again after each start.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::queue::LONGEST_WAIT;
use crate::transport::{Response, TransportError};
use standing_model::time::UnixTime;

/// Answers in a row that must be missing before a host is taken for silent: each may cost the
/// whole time that an answer is waited for.
const SILENT_AFTER: u32 = 2;

/// Errors in a row before a host is taken for down. A single one may be about one record.
const UNWELL_AFTER: u32 = 3;

/// The first wait, in seconds; each further one in a row is twice as long.
const FIRST_WAIT: i64 = 60;

/// The longest wait where nobody could be reached: the network may be back at any moment.
const OFFLINE_WAIT: i64 = 900;

/// Why a host is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// No connection came about.
    Unreachable,
    /// It takes requests and does not answer them in time.
    Silent,
    /// It answers with errors of its own (5xx).
    Unwell,
    /// It asked to be left alone (`Retry-After`, 429).
    Told,
}

/// A host that is not asked before a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Until when.
    pub until: UnixTime,
    /// Why.
    pub cause: Cause,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Gate {
    closed: Option<Closed>,
    /// How often in a row it was closed.
    times: u32,
    /// Failures since the last good answer.
    #[serde(skip)]
    silent: u32,
    #[serde(skip)]
    unwell: u32,
}

/// The gates of every host that was not well when it was asked last.
#[derive(Debug, Default)]
pub struct Gates(Mutex<BTreeMap<String, Gate>>);

impl Gates {
    /// As they were kept. What cannot be read is no reason to leave anybody alone.
    #[must_use]
    pub fn read(kept: Option<&str>) -> Self {
        let gates = kept.and_then(|kept| serde_json::from_str(kept).ok());
        Self(Mutex::new(gates.unwrap_or_default()))
    }

    /// To be kept; none if every host is well.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        let gates = self.lock();
        if gates.is_empty() { None } else { serde_json::to_string(&*gates).ok() }
    }

    /// Whether a host is left alone now. A wait longer than the longest one is a clock that went
    /// back.
    #[must_use]
    pub fn closed(&self, host: &str, now: UnixTime) -> Option<Closed> {
        let closed = self.lock().get(host)?.closed?;
        let left = closed.until.since(now);
        (left > 0 && left <= LONGEST_WAIT).then_some(closed)
    }

    /// A person asks now: every host is tried, except one that asked to be left alone.
    pub fn open(&self) {
        for gate in self.lock().values_mut() {
            gate.closed = gate.closed.filter(|closed| closed.cause == Cause::Told);
        }
    }

    /// Learns from how an exchange with a host ended. `jitter` is random bits: phones that were
    /// turned away together do not come back together.
    pub fn learn(
        &self,
        host: &str,
        ended: Result<&Response, &TransportError>,
        now: UnixTime,
        jitter: u64,
    ) {
        let mut gates = self.lock();
        let Some(failure) = Failure::of(ended, now) else {
            if ended.is_ok() {
                gates.remove(host);
            }
            return;
        };
        let gate = gates.entry(host.to_owned()).or_default();
        gate.fail(failure, now, jitter);
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Gate>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an exchange says against a host.
enum Failure {
    Unreachable,
    Silent,
    Unwell,
    /// It asks to be left alone, for so many seconds if it says so.
    Told(Option<u32>),
}

impl Failure {
    fn of(ended: Result<&Response, &TransportError>, now: UnixTime) -> Option<Self> {
        match ended {
            Ok(answer) => match (answer.status, retry_after(answer, now)) {
                (429, seconds) => Some(Self::Told(seconds)),
                (503, Some(seconds)) => Some(Self::Told(Some(seconds))),
                (500.., _) => Some(Self::Unwell),
                _ => None,
            },
            Err(TransportError::Unreachable) => Some(Self::Unreachable),
            Err(TransportError::Timeout | TransportError::Broken) => Some(Self::Silent),
            Err(_) => None,
        }
    }
}

impl Gate {
    fn fail(&mut self, failure: Failure, now: UnixTime, jitter: u64) {
        let (cause, told) = match failure {
            Failure::Told(seconds) => (Cause::Told, seconds),
            Failure::Unreachable => (Cause::Unreachable, None),
            Failure::Silent => {
                self.silent = self.silent.saturating_add(1);
                if self.silent < SILENT_AFTER {
                    return;
                }
                (Cause::Silent, None)
            }
            Failure::Unwell => {
                self.unwell = self.unwell.saturating_add(1);
                if self.unwell < UNWELL_AFTER {
                    return;
                }
                (Cause::Unwell, None)
            }
        };
        let longest = if cause == Cause::Unreachable { OFFLINE_WAIT } else { LONGEST_WAIT };
        let bound = FIRST_WAIT.saturating_mul(1 << self.times.min(10)).min(longest);
        let drawn = jitter % bound.unsigned_abs().max(1);
        let drawn = (bound + i64::try_from(drawn).unwrap_or(0)) / 2;
        let wait = told.map_or(drawn, |seconds| i64::from(seconds).clamp(1, LONGEST_WAIT));
        self.times = self.times.saturating_add(1);
        self.closed = Some(Closed { until: now.plus(wait), cause });
        (self.silent, self.unwell) = (0, 0);
    }
}

/// `Retry-After` in seconds (RFC 9110): seconds, or a date by the server's clock, in any of the three
/// forms of a date. The server's own `Date` is what its date is counted from.
#[must_use]
pub fn retry_after(answer: &Response, now: UnixTime) -> Option<u32> {
    let field = answer.header("retry-after")?.trim();
    if !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(field.parse().unwrap_or(u32::MAX));
    }
    let until = http_date(field)?;
    let now = answer.header("date").and_then(|field| http_date(field.trim())).unwrap_or(now);
    Some(u32::try_from(until.since(now).max(0)).unwrap_or(u32::MAX))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
fn http_date(field: &str) -> Option<UnixTime> {
    const FORMS: [&str; 3] =
        ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    let read = |form| chrono::NaiveDateTime::parse_from_str(field, form).ok();
    FORMS.into_iter().find_map(read).map(|date| UnixTime(date.and_utc().timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_795_392_000);
    const HOST: &str = "credit.example";

    fn answer(status: u16, headers: &[(&str, &str)]) -> Response {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Response { status, headers: headers.iter().map(owned).collect(), body: Vec::new() }
    }

    fn fail(gates: &Gates, error: &TransportError) -> Option<Cause> {
        gates.learn(HOST, Err(error), NOW, 7);
        gates.closed(HOST, NOW).map(|closed| closed.cause)
    }

    fn say(gates: &Gates, status: u16, headers: &[(&str, &str)]) -> Option<Cause> {
        gates.learn(HOST, Ok(&answer(status, headers)), NOW, 7);
        gates.closed(HOST, NOW).map(|closed| closed.cause)
    }

    #[test]
    fn a_host_is_left_alone_as_soon_as_it_is_known_to_be_down() {
        let gates = Gates::default();
        assert_eq!(fail(&gates, &TransportError::Timeout), None);
        assert_eq!(fail(&gates, &TransportError::Timeout), Some(Cause::Silent));
        let gates = Gates::default();
        assert_eq!(fail(&gates, &TransportError::Unreachable), Some(Cause::Unreachable));
        let gates = Gates::default();
        assert_eq!([say(&gates, 500, &[]), say(&gates, 502, &[])], [None, None]);
        assert_eq!(say(&gates, 503, &[]), Some(Cause::Unwell));
        assert_eq!(gates.closed("other.example", NOW), None);
    }

    #[test]
    fn one_record_that_a_server_fails_on_closes_nothing() {
        let gates = Gates::default();
        for _ in 0..5 {
            assert_eq!([say(&gates, 500, &[]), say(&gates, 201, &[])], [None, None]);
        }
        assert_eq!(gates.to_text(), None);
    }

    #[test]
    fn a_person_may_try_anything_but_a_server_that_asked_to_be_left_alone() {
        let gates = Gates::default();
        fail(&gates, &TransportError::Unreachable);
        gates.open();
        assert_eq!(gates.closed(HOST, NOW), None);
        assert_eq!(say(&gates, 429, &[("retry-after", "120")]), Some(Cause::Told));
        gates.open();
        let closed = gates.closed(HOST, NOW).unwrap();
        assert_eq!((closed.until.since(NOW), closed.cause), (120, Cause::Told));
    }

    #[test]
    fn each_further_wait_is_longer_and_none_is_longer_than_the_longest() {
        let gates = Gates::default();
        let mut now = NOW;
        for times in 0..20 {
            gates.learn(HOST, Err(&TransportError::Timeout), now, u64::MAX);
            gates.learn(HOST, Err(&TransportError::Timeout), now, u64::MAX);
            let bound = (FIRST_WAIT << times.min(10)).min(LONGEST_WAIT);
            let wait = gates.closed(HOST, now).unwrap().until.since(now);
            assert!(wait >= bound / 2 && wait <= bound, "{times}: {wait}");
            now = now.plus(wait);
        }
    }

    #[test]
    fn what_was_learned_survives_a_start_and_a_clock_that_went_back_locks_nobody_out() {
        let gates = Gates::default();
        say(&gates, 429, &[("retry-after", "9999999")]);
        let kept = Gates::read(gates.to_text().as_deref());
        assert_eq!(kept.closed(HOST, NOW).unwrap().until.since(NOW), LONGEST_WAIT);
        assert_eq!(kept.closed(HOST, NOW.plus(LONGEST_WAIT)), None);
        assert_eq!(kept.closed(HOST, NOW.plus(-86_400)), None);
        assert_eq!(Gates::read(Some("nonsense")).to_text(), None);
    }

    #[test]
    fn a_time_to_wait_is_read_in_each_form_of_rfc_9110() {
        for (field, seconds) in [
            ("120", Some(120)),
            ("99999999999999", Some(u32::MAX)),
            ("Mon, 23 Nov 2026 01:00:00 GMT", Some(3_600)),
            ("Monday, 23-Nov-26 01:00:00 GMT", Some(3_600)),
            ("Mon Nov 23 01:00:00 2026", Some(3_600)),
            ("Sun, 01 Nov 2026 01:00:00 GMT", Some(0)),
            ("-5", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(
                retry_after(&answer(503, &[("retry-after", field)]), NOW),
                seconds,
                "{field}"
            );
        }
        let headers = [
            ("retry-after", "Mon, 23 Nov 2026 01:00:00 GMT"),
            ("date", "Mon, 23 Nov 2026 00:59:00 GMT"),
        ];
        assert_eq!(retry_after(&answer(503, &headers), NOW), Some(60), "the server's own clock");
    }
}
