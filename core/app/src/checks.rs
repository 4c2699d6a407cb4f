//! The five checks of a statement, each with what it rests on and what would make it known.

use fluent_bundle::FluentValue;

use super::holdings::{HeldAlarm, Holdings, Statement};
use super::view::{Check, CheckKind, CheckState, Proof};
use super::words::Words;
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_rules::audit::{self, Audit};
use standing_rules::clocks::TOLERANCE;
use standing_verify::TrustError;
use standing_verify::alarm::AlarmState;

const DAY: i64 = 86_400;

/// Checks one statement of a membership, as of now.
pub(super) fn proof(
    holdings: &Holdings,
    statement: &Statement,
    words: Words,
    now: UnixTime,
) -> Proof {
    let checker = Checker { holdings, statement, words, now };
    let mut checks = vec![
        checker.signed(),
        checker.allowed(),
        checker.in_force(),
        checker.adds_up(),
        checker.complete(),
    ];
    let state = checks.iter().map(|check| check.state).min().unwrap_or(CheckState::Unknown);
    // "Order: fails, unknown, holds."
    checks.sort_by_key(|check| check.state);
    Proof { state, checks, text: checker.text() }
}

struct Checker<'a> {
    holdings: &'a Holdings,
    statement: &'a Statement,
    words: Words,
    now: UnixTime,
}

/// What a check found: the keys of its sentences and their values.
struct Finding {
    state: CheckState,
    key: &'static str,
    args: Vec<super::words::Arg<'static>>,
}

impl Finding {
    fn new(state: CheckState, key: &'static str) -> Self {
        Self { state, key, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl Checker<'_> {
    fn signed(&self) -> Check {
        use CheckState::{Fails, Holds, Unknown};
        let finding = match &self.statement.verdict {
            Ok(_) if self.keys_are_old() => self.old("check-signed-old"),
            Ok(verified) => {
                let kid = verified.kid().to_string();
                let short = kid.get(..8).unwrap_or_default().to_owned();
                Finding::new(Holds, "check-signed-holds").with("key", short)
            }
            Err(TrustError::KeyCompromised { at }) => {
                let date = self.words.date(at.day_in(self.holdings.zone()));
                Finding::new(Unknown, "check-signed-compromised").with("date", date)
            }
            Err(TrustError::OutsideRemit(_)) => {
                Finding::new(Holds, "check-signed-holds").with("key", "…")
            }
            Err(error) => {
                let reason = self.words.say(&format!("trust-{}", error.code()), &[]);
                Finding::new(Fails, "check-signed-fails").with("reason", reason)
            }
        };
        self.check(CheckKind::Signed, finding, self.rests_on_keys())
    }

    fn allowed(&self) -> Check {
        use CheckState::{Fails, Holds, Unknown};
        let finding = match &self.statement.verdict {
            Ok(_) if self.keys_are_old() => self.old("check-allowed-old"),
            Ok(_) => Finding::new(Holds, "check-allowed-holds"),
            Err(TrustError::OutsideRemit(_)) => Finding::new(Fails, "check-allowed-fails"),
            Err(_) => Finding::new(Unknown, "check-allowed-unknown"),
        };
        self.check(CheckKind::Allowed, finding, self.rests_on_keys())
    }

    /// "After the earliest expiry of what it rests on everything is *unknown*."
    fn keys_are_old(&self) -> bool {
        self.holdings.latest(self.now) > self.holdings.keys_good_until
    }

    fn old(&self, key: &'static str) -> Finding {
        let date = self.holdings.keys_good_until.day_in(self.holdings.zone());
        let date = self.words.date(date);
        Finding::new(CheckState::Unknown, key).with("date", date)
    }

    /// "The head says which statement is newest and which are withdrawn; older than its life:
    /// *unknown*."
    fn in_force(&self) -> Check {
        use CheckState::{Fails, Holds, Unknown};
        let Some((head, _)) = &self.holdings.head else {
            let finding = Finding::new(Unknown, "check-in-force-never");
            return self.check(CheckKind::InForce, finding, String::new());
        };
        let seq = self.statement.seq;
        let withdrawn = head.statements.withdrawn.iter().find(|one| one.seq == seq);
        let life = i64::from(self.holdings.authority.head_lasts_days);
        // A clock set back into the head's life makes nothing fresh again.
        let age = self.holdings.latest(self.now).since(head.iat);
        let ahead = head.iat.since(self.now);
        let finding = if let Some(withdrawn) = withdrawn {
            Finding::new(Fails, "check-in-force-withdrawn")
                .with("date", self.words.date(withdrawn.at.day_in(self.holdings.zone())))
                .with("why", withdrawn.why.get(self.words.0))
        } else if ahead > TOLERANCE {
            let days = (ahead / DAY).max(1);
            Finding::new(Unknown, "check-in-force-clock").with("days", days)
        } else if age > life * DAY {
            Finding::new(Unknown, "check-in-force-old").with("days", age / DAY).with("life", life)
        } else if seq < head.statements.n {
            Finding::new(Holds, "check-in-force-replaced").with("newest", head.statements.n)
        } else {
            Finding::new(Holds, "check-in-force-holds").with("n", seq)
        };
        let ago = self.words.ago(head.iat, self.now);
        let rests_on = self.words.say("rests-on-head", &[("ago", ago.into())]);
        self.check(CheckKind::InForce, finding, rests_on)
    }

    fn adds_up(&self) -> Check {
        use CheckState::{Fails, Holds, Unknown};
        let payload = self.statement.verdict.as_ref().ok().map(|verified| verified.payload());
        let rulebooks = payload.and_then(|payload| self.holdings.rulebooks(payload));
        let (Some(payload), Some(rulebooks)) = (payload, rulebooks) else {
            let finding = Finding::new(Unknown, "check-adds-up-unknown");
            return self.check(CheckKind::AddsUp, finding, String::new());
        };
        let rulebook = rulebooks.as_of(payload.period.to);
        let Audit { breakdown, differences } =
            audit::audit_with(payload, &rulebooks, &self.holdings.own_records);
        let finding = if differences.is_empty() {
            let score = self.words.score(payload.score, &rulebook.scale);
            Finding::new(Holds, "check-adds-up-holds").with("score", score)
        } else {
            Finding::new(Fails, "check-adds-up-fails")
                .with("stated", self.words.score(payload.score, &rulebook.scale))
                .with("worked-out", self.words.score(breakdown.total, &rulebook.scale))
                .with("n", differences.len())
        };
        let version = rulebook.version.to_string();
        let rests_on = self.words.say("rests-on-rulebook", &[("version", version.into())]);
        self.check(CheckKind::AddsUp, finding, rests_on)
    }

    /// "Screens say *unbroken on this phone*: a second history shown to someone else is only
    /// excluded by a public log."
    fn complete(&self) -> Check {
        use CheckState::{Fails, Holds, Unknown};
        let seqs = || self.holdings.statements.iter().map(|statement| statement.seq);
        let (first, last) = (seqs().min().unwrap_or(0), seqs().max().unwrap_or(0));
        let breaks = |alarm: &&HeldAlarm| alarm.breaks(SeriesKind::Statements);
        let broken = || self.holdings.alarms.iter().filter(breaks);
        let replaced = broken().find_map(|alarm| match &alarm.explained {
            Some(AlarmState::Explained { on, .. }) => Some((alarm.kept.alarm.number(), *on)),
            _ => None,
        });
        let finding = if broken().any(|alarm| alarm.explained.is_none()) {
            Finding::new(Fails, "check-complete-fails")
        } else if let Some((n, on)) = replaced {
            // An explanation settles nothing: this phone cannot tell which of the two is right.
            Finding::new(Unknown, "check-complete-replaced")
                .with("n", n.unwrap_or(0).to_string())
                .with("date", self.words.date(on))
        } else if self.holdings.disowned() {
            Finding::new(Unknown, "check-complete-disowned")
        } else if first > 1 {
            Finding::new(Unknown, "check-complete-later").with("first", first)
        } else {
            Finding::new(Holds, "check-complete-holds").with("last", last)
        };
        let n = self.holdings.statements.len();
        let rests_on = self.words.say("rests-on-statements", &[("n", n.into())]);
        self.check(CheckKind::Complete, finding, rests_on)
    }

    fn check(&self, kind: CheckKind, finding: Finding, rests_on: String) -> Check {
        let name = match kind {
            CheckKind::Signed => "check-signed",
            CheckKind::Allowed => "check-allowed",
            CheckKind::InForce => "check-in-force",
            CheckKind::AddsUp => "check-adds-up",
            CheckKind::Complete => "check-complete",
        };
        let Finding { state, key, mut args } = finding;
        args.push(("authority", self.holdings.authority_name(self.words).into()));
        Check {
            kind,
            state,
            name: self.words.say(name, &[]),
            mark: self.words.attribute(key, "mark", &args),
            finding: self.words.say(key, &args),
            todo: self.words.attribute(key, "todo", &args),
            rests_on,
        }
    }

    fn rests_on_keys(&self) -> String {
        let ago = self.words.ago(self.holdings.keys_checked_at, self.now);
        self.words.say("rests-on-keys", &[("ago", ago.into())])
    }

    fn text(&self) -> String {
        let authority = self.holdings.authority_name(self.words);
        let payload = self.statement.verdict.as_ref().ok().map(|verified| verified.payload());
        let as_of = payload.map(|payload| self.words.date(payload.period.to)).unwrap_or_default();
        let ago = match &self.holdings.head {
            Some((_, checked_at)) => self.words.ago(*checked_at, self.now),
            None => self.words.say("never", &[]),
        };
        let args = [("authority", authority.into()), ("date", as_of.into()), ("ago", ago.into())];
        self.words.say("proof-line", &args)
    }
}
