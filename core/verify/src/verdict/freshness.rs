//! How old something is that was signed for a time: heads, key lists, published files.

use super::State;
use standing_model::message::Head;
use standing_model::time::UnixTime;
use standing_rules::clocks::TOLERANCE;

const DAY: i64 = 86_400;

/// Whether something that was good until `end` no longer is.
#[must_use]
pub fn is_past(end: UnixTime, latest: UnixTime) -> bool {
    latest >= end
}

/// What a head can still say about now (PROTOCOL §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadAge {
    /// It is in date.
    InDate {
        /// Until when.
        until: UnixTime,
    },
    /// It was signed later than the clock says that it is now.
    Ahead {
        /// Seconds.
        by: i64,
    },
    /// It is older than its authority says that a head lasts.
    Old {
        /// Days since it was signed.
        days: i64,
        /// Days that it lasts.
        lasts: i64,
    },
}

/// The age of a head: `clock` is what the clock says, `latest` the latest time that there is reason
/// to believe. A clock that was set back makes no old head new.
#[must_use]
pub fn head_age(head: &Head, lasts_days: u32, clock: UnixTime, latest: UnixTime) -> HeadAge {
    let (by, age, lasts) = (head.iat.since(clock), latest.since(head.iat), i64::from(lasts_days));
    if by > TOLERANCE {
        HeadAge::Ahead { by }
    } else if age > lasts * DAY {
        HeadAge::Old { days: age / DAY, lasts }
    } else {
        HeadAge::InDate { until: head.iat.plus(lasts * DAY) }
    }
}

impl HeadAge {
    /// How sure a head of this age is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::InDate { .. } => State::Holds,
            Self::Ahead { .. } | Self::Old { .. } => State::Unknown,
        }
    }
}

/// The dates of a file that is published again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// When it was issued.
    pub issued_at: UnixTime,
    /// When the next one is due.
    pub next_update: UnixTime,
    /// Until when its signatures are good.
    pub good_until: UnixTime,
}

/// Whether a published file is in date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// It is.
    InDate,
    /// The next one is due.
    Due,
    /// Its signatures are past their end.
    Expired,
}

/// Whether a published file is in date. Its own date counts: one that is dated ahead of the clock
/// is as old as that at least.
#[must_use]
pub fn published(dates: Dates, latest: UnixTime) -> Published {
    let latest = latest.max(dates.issued_at);
    if is_past(dates.next_update, latest) {
        Published::Due
    } else if is_past(dates.good_until, latest) {
        Published::Expired
    } else {
        Published::InDate
    }
}

impl Published {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::InDate => State::Holds,
            Self::Due | Self::Expired => State::Unknown,
        }
    }
}

/// Whether a trust list is in date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrustList {
    /// It never was refreshed.
    NeverChecked,
    /// Its signatures are past their end.
    Old,
    /// It is.
    InDate,
}

/// Whether a trust list is in date.
#[must_use]
pub fn trust_list(checked_at: UnixTime, good_until: UnixTime, latest: UnixTime) -> TrustList {
    if checked_at == UnixTime(0) {
        TrustList::NeverChecked
    } else if is_past(good_until, latest) {
        TrustList::Old
    } else {
        TrustList::InDate
    }
}
