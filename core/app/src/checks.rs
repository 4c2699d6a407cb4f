//! The five checks of a statement, each with what it rests on and what would make it known.

use fluent_bundle::FluentValue;

use super::holdings::{Holdings, Opened};
use super::view::{Check, CheckKind, CheckState, Proof};
use super::words::Words;
use standing_model::time::UnixTime;
use standing_verify::TrustError;
use standing_verify::verdict::State;
use standing_verify::verdict::freshness::HeadAge;
use standing_verify::verdict::origin::{Allowed, Origin, Signed, Whole};
use standing_verify::verdict::statement::{AddsUp, Complete, InForce, Verdict};

/// The checks of one statement of a membership, as of now.
pub(super) fn proof(holdings: &Holdings, statement: &Opened, words: Words, now: UnixTime) -> Proof {
    let (verdict, complete) = (holdings.judge(statement, now), holdings.complete());
    let writer = Writer { holdings, statement, words, now };
    let mut checks = vec![
        writer.signed(&verdict.origin),
        writer.allowed(verdict.origin.allowed),
        writer.in_force(&verdict.in_force),
        writer.adds_up(&verdict),
        writer.complete(complete, verdict.extended),
    ];
    let state = verdict.state().min(complete.state()).into();
    // What fails first, then what is unknown.
    checks.sort_by_key(|check| check.state);
    Proof { state, checks, text: writer.text() }
}

impl From<State> for CheckState {
    fn from(state: State) -> Self {
        match state {
            State::Fails => Self::Fails,
            State::Unknown => Self::Unknown,
            State::Holds => Self::Holds,
        }
    }
}

/// Whether the history on this phone is unbroken: the key of the sentence and its values.
pub(super) fn complete(
    complete: Complete,
    words: Words,
) -> (State, &'static str, Vec<super::words::Arg<'static>>) {
    let (key, args) = match complete {
        Complete::Unread { n } => ("check-complete-unread", vec![("n", n.into())]),
        Complete::Broken => ("check-complete-fails", Vec::new()),
        Complete::Replaced { n, on } => {
            let n = ("n", n.unwrap_or(0).to_string().into());
            ("check-complete-replaced", vec![n, ("date", words.date(on).into())])
        }
        Complete::Disowned => ("check-complete-disowned", Vec::new()),
        Complete::BeginsAt { first } => ("check-complete-later", vec![("first", first.into())]),
        Complete::Holds { last } => ("check-complete-holds", vec![("last", last.into())]),
    };
    (complete.state(), key, args)
}

struct Writer<'a> {
    holdings: &'a Holdings,
    statement: &'a Opened,
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
    fn new(state: State, key: &'static str) -> Self {
        Self { state: state.into(), key, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl Writer<'_> {
    /// A document that cannot be read is told of here, too: it has no check of its own on a page.
    fn signed(&self, origin: &Origin) -> Check {
        let state = origin.signed.state();
        let finding = match (&origin.signed, &origin.whole) {
            (_, Whole::Fails(error)) => self.not_believed(error),
            (Signed::Holds { kid }, _) => {
                let short = kid.map(|kid| kid.to_string().chars().take(8).collect::<String>());
                let short = short.unwrap_or_else(|| "…".to_owned());
                Finding::new(state, "check-signed-holds").with("key", short)
            }
            (Signed::ListUnread, _) => Finding::new(state, "check-signed-unread"),
            (Signed::ListOld { good_until }, _) => {
                Finding::new(state, "check-signed-old").with("date", self.day(*good_until))
            }
            (Signed::Compromised { at }, _) => {
                Finding::new(state, "check-signed-compromised").with("date", self.day(*at))
            }
            (Signed::Fails(error), _) => self.not_believed(error),
        };
        self.check(CheckKind::Signed, finding, self.rests_on_keys())
    }

    fn not_believed(&self, error: &TrustError) -> Finding {
        let reason = self.words.refusal(error);
        Finding::new(State::Fails, "check-signed-fails").with("reason", reason)
    }

    fn allowed(&self, allowed: Allowed) -> Check {
        let state = allowed.state();
        let finding = match allowed {
            Allowed::Holds => Finding::new(state, "check-allowed-holds"),
            Allowed::ListOld { good_until } => {
                Finding::new(state, "check-allowed-old").with("date", self.day(good_until))
            }
            Allowed::ListUnread => Finding::new(state, "check-allowed-unread"),
            Allowed::OutsideRemit => Finding::new(state, "check-allowed-fails"),
            Allowed::KeyNotInUse => Finding::new(state, "check-allowed-not-in-use"),
            Allowed::Unknown => Finding::new(state, "check-allowed-unknown"),
        };
        self.check(CheckKind::Allowed, finding, self.rests_on_keys())
    }

    fn in_force(&self, in_force: &InForce) -> Check {
        let (state, seq) = (in_force.state(), self.statement.seq);
        let finding = match in_force {
            InForce::NoHead => Finding::new(state, "check-in-force-never"),
            InForce::Withdrawn { at, why } => Finding::new(state, "check-in-force-withdrawn")
                .with("date", self.day(*at))
                .with("why", why.get(self.words.0)),
            InForce::OtherCounted => Finding::new(state, "check-in-force-other").with("n", seq),
            InForce::Superseded { by } => {
                Finding::new(state, "check-in-force-superseded").with("n", *by)
            }
            InForce::HeadBefore { n } => {
                Finding::new(state, "check-in-force-before").with("n", *n).with("seq", seq)
            }
            InForce::HeadNotInDate(HeadAge::Ahead { by }) => {
                Finding::new(state, "check-in-force-clock").with("by", self.words.span(*by))
            }
            InForce::HeadNotInDate(HeadAge::Old { days, lasts }) => {
                Finding::new(state, "check-in-force-old").with("days", *days).with("life", *lasts)
            }
            InForce::Replaced { newest } => {
                Finding::new(state, "check-in-force-replaced").with("newest", *newest)
            }
            InForce::Newest | InForce::HeadNotInDate(HeadAge::InDate { .. }) => {
                Finding::new(state, "check-in-force-holds").with("n", seq)
            }
        };
        let ago = self.holdings.head.as_ref().map(|(head, _)| self.words.ago(head.iat, self.now));
        let rests_on = ago.map(|ago| self.words.say("rests-on-head", &[("ago", ago.into())]));
        self.check(CheckKind::InForce, finding, rests_on.unwrap_or_default())
    }

    fn adds_up(&self, verdict: &Verdict) -> Check {
        let state = verdict.adds_up.state();
        let payload = self.statement.verdict.as_ref().ok().map(|verified| verified.payload());
        let rulebooks = payload.and_then(|payload| self.holdings.rulebooks(payload));
        let by = payload.zip(rulebooks.as_ref());
        let by = by.map(|(payload, books)| (payload, books.as_of(payload.period.to)));
        let (finding, rests_on) = match (&verdict.adds_up, by) {
            (AddsUp::Unknown, _) | (_, None) => {
                (Finding::new(state, "check-adds-up-unknown"), String::new())
            }
            (AddsUp::Holds(_), Some((payload, book))) => {
                let score = self.words.score(payload.score, &book.scale);
                let finding = Finding::new(state, "check-adds-up-holds").with("score", score);
                (finding, self.rests_on_rulebook(book.version))
            }
            (AddsUp::Fails(audit), Some((payload, book))) => {
                let finding = Finding::new(state, "check-adds-up-fails")
                    .with("stated", self.words.score(payload.score, &book.scale))
                    .with("worked-out", self.words.score(audit.breakdown.total, &book.scale))
                    .with("n", audit.differences.len());
                (finding, self.rests_on_rulebook(book.version))
            }
        };
        self.check(CheckKind::AddsUp, finding, rests_on)
    }

    /// Unbroken on this phone: only a public log could exclude a second history that is shown to
    /// somebody else.
    fn complete(&self, complete: Complete, extended: bool) -> Check {
        let finding = match complete {
            Complete::Holds { .. } if extended => self.extended(),
            _ => {
                let (state, key, args) = self::complete(complete, self.words);
                Finding { state: state.into(), key, args }
            }
        };
        let n = self.holdings.statements.len();
        let rests_on = self.words.say("rests-on-statements", &[("n", n.into())]);
        self.check(CheckKind::Complete, finding, rests_on)
    }

    /// What a statement says besides, by name and in its own text: no hidden mark rides along.
    fn extended(&self) -> Finding {
        let payload = self.statement.verdict.as_ref().ok().map(|verified| verified.payload());
        let texts = payload.into_iter().flat_map(|payload| payload.ext.texts());
        let said: Vec<String> = texts.map(|one| self.words.extension(one)).collect();
        Finding::new(State::Unknown, "check-complete-extended").with("what", self.words.row(&said))
    }

    fn day(&self, at: UnixTime) -> String {
        self.words.date(at.day_in(self.holdings.zone()))
    }

    fn rests_on_rulebook(&self, version: u32) -> String {
        self.words.say("rests-on-rulebook", &[("version", version.to_string().into())])
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
