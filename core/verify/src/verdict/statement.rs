//! The checks of a statement.

use super::State;
use super::freshness::{HeadAge, head_age};
use super::origin::{KeyList, Origin, origin_of};
use crate::TrustError;
use crate::alarm::{Alarm, AlarmState, KeptAlarm};
use crate::message::Verified;
use standing_model::ids::{Hash, KeyId};
use standing_model::message::Head;
use standing_model::rulebook::Rulebooks;
use standing_model::series::SeriesKind;
use standing_model::statement::Statement;
use standing_model::text::LocalText;
use standing_model::time::{Date, UnixTime};
use standing_rules::audit::{self, Audit, OwnRecords};

/// What one statement is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// Its number.
    pub seq: u32,
    /// What verifying it gave.
    pub verified: Result<Noted, &'a TrustError>,
    /// How old the list of keys is.
    pub keys: KeyList,
    /// The newest head, and the days that its authority's heads last.
    pub head: Option<(&'a Head, u32)>,
    /// The next statement here, if it is of a later version and cannot be read.
    pub superseded_by: Option<u32>,
    /// What the clock says.
    pub clock: UnixTime,
}

/// What a row of a list needs of a statement that verified: a phone may keep it in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    /// The key that signed it.
    pub kid: KeyId,
    /// SHA-256 of its compact form.
    pub hash: Hash,
    /// Whether it has an extension.
    pub extended: bool,
}

impl From<&Verified<Statement>> for Noted {
    fn from(one: &Verified<Statement>) -> Self {
        let extended = !one.payload().ext.is_empty();
        Self { kid: one.kid(), hash: one.hash(), extended }
    }
}

/// Every check of one statement that needs no other statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Who signed it, and may they.
    pub origin: Origin,
    /// The newest, and not withdrawn.
    pub in_force: InForce,
    /// Its entries and rulebooks give its total.
    pub adds_up: AddsUp,
    /// It has an extension that this build does not know.
    pub extended: bool,
}

/// Whether a statement is in force by the newest head (PROTOCOL §3.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InForce {
    /// The newest, and not withdrawn.
    Newest,
    /// Not withdrawn; a newer one counts now.
    Replaced {
        /// The newest.
        newest: u32,
    },
    /// One that this app cannot read took its place (PROTOCOL §1, rule 10).
    Superseded {
        /// By which.
        by: u32,
    },
    /// Withdrawn. That stays so, however old the head is that says it.
    Withdrawn {
        /// When it was withdrawn, as the head says.
        at: UnixTime,
        /// The authority's reason.
        why: LocalText,
    },
    /// The head counts another document under its number: there are two histories.
    OtherCounted,
    /// The head counts fewer: it is from before this statement.
    HeadBefore {
        /// How many it counts.
        n: u32,
    },
    /// The head says nothing about now.
    HeadNotInDate(HeadAge),
    /// There is no head.
    NoHead,
}

/// Whether a statement adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddsUp {
    /// It does.
    Holds(Audit),
    /// It does not: the audit names each difference.
    Fails(Audit),
    /// It does not verify, or a rulebook that it lists is not here.
    Unknown,
}

/// Judges one statement: `payload` is what it says, if it verifies; `rulebooks`, the versions that it
/// lists, if all of them are here; `own`, what became of the resident's own records.
#[must_use]
pub fn statement(
    basis: &Basis<'_>,
    payload: Option<&Statement>,
    rulebooks: Option<&Rulebooks>,
    own: &OwnRecords,
) -> Verdict {
    Verdict {
        origin: origin_of(basis.verified.map(|noted| noted.kid), basis.keys),
        in_force: in_force(basis),
        adds_up: adds_up(payload, rulebooks, own),
        extended: basis.verified.is_ok_and(|noted| noted.extended),
    }
}

/// The state of one statement by what is noted of it: that of [`statement`] over all of it.
#[must_use]
pub fn noted(basis: &Basis<'_>, adds_up: State) -> State {
    let origin = origin_of(basis.verified.map(|noted| noted.kid), basis.keys);
    let extended = basis.verified.is_ok_and(|noted| noted.extended);
    worst(&origin, &in_force(basis), adds_up, extended)
}

fn worst(origin: &Origin, in_force: &InForce, adds_up: State, extended: bool) -> State {
    let extended = if extended { State::Unknown } else { State::Holds };
    origin.state().min(in_force.state()).min(adds_up).min(extended)
}

/// Whether a statement is in force.
#[must_use]
pub fn in_force(basis: &Basis<'_>) -> InForce {
    let superseded = basis.superseded_by.map(|by| InForce::Superseded { by });
    let Some((head, lasts_days)) = basis.head else {
        return superseded.unwrap_or(InForce::NoHead);
    };
    let (seq, tip) = (basis.seq, &head.statements);
    let hash: Option<Hash> = match basis.verified {
        Ok(noted) => Some(noted.hash),
        Err(TrustError::Later { frame, .. }) => frame.as_ref().map(|frame| frame.hash()),
        Err(_) => None,
    };
    if let Some(withdrawn) = tip.withdrawn.iter().find(|one| one.seq == seq) {
        return InForce::Withdrawn { at: withdrawn.at, why: withdrawn.why.clone() };
    }
    if seq == tip.n && hash.is_some() && hash != tip.last {
        return InForce::OtherCounted;
    }
    if let Some(superseded) = superseded {
        return superseded;
    }
    let age = head_age(head, lasts_days, basis.clock, basis.keys.latest);
    match age {
        HeadAge::Ahead { .. } => InForce::HeadNotInDate(age),
        _ if seq > tip.n => InForce::HeadBefore { n: tip.n },
        HeadAge::Old { .. } => InForce::HeadNotInDate(age),
        HeadAge::InDate { .. } if seq < tip.n => InForce::Replaced { newest: tip.n },
        HeadAge::InDate { .. } => InForce::Newest,
    }
}

/// Computes a statement's sum, if it verifies and every rulebook that it lists is here.
#[must_use]
pub fn adds_up(
    statement: Option<&Statement>,
    rulebooks: Option<&Rulebooks>,
    own: &OwnRecords,
) -> AddsUp {
    let (Some(statement), Some(rulebooks)) = (statement, rulebooks) else {
        return AddsUp::Unknown;
    };
    let audit = audit::audit_with(statement, rulebooks, own);
    if audit.differences.is_empty() { AddsUp::Holds(audit) } else { AddsUp::Fails(audit) }
}

impl Verdict {
    /// The worst of the checks.
    #[must_use]
    pub fn state(&self) -> State {
        worst(&self.origin, &self.in_force, self.adds_up.state(), self.extended)
    }
}

impl InForce {
    /// How sure it is.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Newest | Self::Replaced { .. } => State::Holds,
            Self::Withdrawn { .. } | Self::OtherCounted => State::Fails,
            Self::Superseded { .. }
            | Self::HeadBefore { .. }
            | Self::HeadNotInDate(_)
            | Self::NoHead => State::Unknown,
        }
    }
}

impl AddsUp {
    /// How sure it is.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Holds(_) => State::Holds,
            Self::Fails(_) => State::Fails,
            Self::Unknown => State::Unknown,
        }
    }
}

/// What a history is judged by.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    /// The lowest and the highest number here; none if there is no statement.
    pub ends: Option<(u32, u32)>,
    /// Whether a statement here no longer verifies.
    pub disowned: bool,
    /// The first statement here of a later version, which cannot be read.
    pub unread: Option<u32>,
    /// Its alarms, each with the notice that explains it.
    pub alarms: &'a [(&'a KeptAlarm, Option<&'a AlarmState>)],
}

/// Whether the history here is unbroken. That there is no second one, shown to somebody else, no
/// phone can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complete {
    /// From number 1 to this one.
    Holds {
        /// The last.
        last: u32,
    },
    /// An alarm that nothing explains.
    Broken,
    /// The authority replaced a statement and said so: which of the two is right, nobody here can
    /// tell.
    Replaced {
        /// Which.
        n: Option<u32>,
        /// The day of the notice.
        on: Date,
    },
    /// Statements here were signed by a key that was withdrawn.
    Disowned,
    /// A statement here is of a later version: what it says is unknown.
    Unread {
        /// The first.
        n: u32,
    },
    /// It begins later.
    BeginsAt {
        /// Where.
        first: u32,
    },
}

/// Whether the history here is unbroken.
#[must_use]
pub fn complete(history: &History<'_>) -> Complete {
    let broken = || history.alarms.iter().filter(|(kept, _)| breaks(kept));
    let replaced = broken().find_map(|(kept, explained)| match explained {
        Some(AlarmState::Explained { on, .. }) => Some((kept.alarm.number(), *on)),
        _ => None,
    });
    if broken().any(|(_, explained)| explained.is_none()) {
        return Complete::Broken;
    }
    match (replaced, history.ends) {
        (Some((n, on)), _) => Complete::Replaced { n, on },
        _ if history.disowned => Complete::Disowned,
        _ if history.unread.is_some() => Complete::Unread { n: history.unread.unwrap_or(0) },
        (None, Some((first, _))) if first > 1 => Complete::BeginsAt { first },
        (None, ends) => Complete::Holds { last: ends.map_or(0, |(_, last)| last) },
    }
}

impl Complete {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Holds { .. } => State::Holds,
            Self::Broken => State::Fails,
            Self::Replaced { .. }
            | Self::Disowned
            | Self::Unread { .. }
            | Self::BeginsAt { .. } => State::Unknown,
        }
    }
}

/// The state of one row of the list of statements: a history that contradicts itself is told above
/// the rows, so of these only the ones fail that an alarm names.
#[must_use]
pub fn in_a_list(seq: u32, one: State, history: &History<'_>) -> State {
    let named = |kept: &KeptAlarm| breaks(kept) && kept.alarm.number() == Some(seq);
    if history.alarms.iter().any(|(kept, _)| named(kept)) {
        return State::Fails;
    }
    match complete(history) {
        Complete::Broken => one,
        complete => one.min(complete.state()),
    }
}

/// Whether an alarm breaks what is said of the statements here.
#[must_use]
pub fn breaks(kept: &KeptAlarm) -> bool {
    breaks_series(kept, SeriesKind::Statements)
}

/// Whether an alarm breaks what is said of a series: what a lost key signed is unknown, and
/// contradicts nothing.
#[must_use]
pub fn breaks_series(kept: &KeptAlarm, series: SeriesKind) -> bool {
    let lost = matches!(kept.alarm, Alarm::Disowned { .. } | Alarm::OtherContent { .. });
    !lost && kept.concerns(series)
}
