//! What an accepted record would do to the newest statement, by the arithmetic that the statement
//! itself is checked by: a preview promises nothing that a limit or the scale's end forbids.

use super::snapshot::{Snapshot, day, minutes};
use crate::forecast::consequences;
use crate::holdings::Holdings;
use crate::memo::Memo;
use crate::rulebook::telling::Telling;
use crate::view::records::DraftBody;
use crate::words::Arg;
use standing_client::plan::BriefRow;
use standing_client::queue::{Reason, State};
use standing_model::ids::{MembershipId, RuleId};
use standing_model::points::Points;
use standing_model::record::Body;
use standing_model::rulebook::{Rule, Rulebook, Rulebooks};
use standing_model::statement::Statement;
use standing_model::time::Date;
use standing_rules::forecast::Room;
use standing_rules::what_if::{MOST_ADDED, Suppose, WhatIf, what_if};
use standing_store::{StoreError, Tx};
use standing_verify::message::Verified;
use std::sync::Arc;

/// The newest statement on this phone and the versions of the rulebook that it lists.
pub(super) struct Basis {
    statement: Arc<Verified<Statement>>,
    rulebooks: Rulebooks,
}

impl Basis {
    /// None if no statement verifies, or not all of its rulebooks are here.
    pub fn read(tx: &Tx<'_>, id: &MembershipId, memo: &Memo) -> Result<Option<Self>, StoreError> {
        let Some(holdings) = Holdings::read(tx, id, memo)? else { return Ok(None) };
        let Some(newest) = holdings.newest() else { return Ok(None) };
        let opened = holdings.open(tx, memo, newest.n)?;
        let Some(statement) = opened.and_then(|one| one.verdict.ok()) else { return Ok(None) };
        let rulebooks = holdings.rulebooks(statement.payload());
        Ok(rulebooks.map(|rulebooks| Self { statement, rulebooks }))
    }
}

/// Why a record would move the sum by other points than its rule names.
#[derive(Clone, Copy)]
pub(super) enum Limit {
    /// The rule has counted as often as it may in that year.
    Cap { max: u32 },
    /// What happened on that day has stopped counting.
    Ended { on: Date },
}

/// A record that is supposed to be accepted.
pub(super) struct Effect<'a> {
    snapshot: &'a Snapshot,
    rule: &'a Rule,
    on: Date,
    /// As many entries as it would become.
    pub times: u32,
    /// Minutes of accepted records that make no entry yet.
    pub carried: u32,
    /// Records by the same rule that are not in the statement yet.
    pending: u32,
    computed: Option<Computed<'a>>,
}

struct Computed<'a> {
    basis: &'a Basis,
    used: u32,
    answer: WhatIf,
}

impl<'a> Effect<'a> {
    /// Of a draft, by the rule that it would count by; a day that cannot be read is today.
    pub fn of_draft(
        (snapshot, book, basis): (&'a Snapshot, &Rulebook, Option<&'a Basis>),
        rule: &'a Rule,
        draft: &DraftBody,
        edits: Option<i64>,
    ) -> Self {
        let (carried, times) = match (draft, &book.records.volunteering) {
            (DraftBody::Volunteering { minutes, .. }, Some(rules)) => {
                let span = rules.minutes_per_entry.max(1);
                let carried = accepted_minutes(snapshot) % span;
                (carried, carried.saturating_add(*minutes) / span)
            }
            _ => (0, 1),
        };
        let today = snapshot.today();
        let on = typed_day(draft).filter(|on| *on <= today).unwrap_or(today);
        let pending = pending(snapshot, book, (&rule.id, on), edits);
        Self { carried, pending, ..Self::of(snapshot, basis, rule, (on, times)) }
    }

    /// Of so many entries of a rule on a day.
    pub fn of(
        snapshot: &'a Snapshot,
        basis: Option<&'a Basis>,
        rule: &'a Rule,
        (on, times): (Date, u32),
    ) -> Self {
        // A statement of an earlier year does not say what was counted in this one.
        let basis = basis.filter(|one| one.statement.payload().period.to.year() >= on.year());
        let computed = basis.and_then(|basis| {
            let statement = basis.statement.payload();
            let as_of = statement.period.to.max(snapshot.today());
            let added = Suppose::Added { rule: rule.id.clone(), on, times: times.min(MOST_ADDED) };
            let answer = what_if(&basis.rulebooks, statement, &[added], as_of).ok()?;
            let used = Room::of(rule, &statement.entries, on).used;
            Some(Computed { basis, used, answer })
        });
        Self { snapshot, rule, on, times, carried: 0, pending: 0, computed }
    }

    /// By how much the sum would move before the scale's ends; the rule's own points as long as
    /// that cannot be computed.
    pub fn points(&self) -> Points {
        let named = self.rule.points.times(self.times);
        let moved = |one: &Computed<'_>| one.answer.moves.iter().map(|one| one.points).sum();
        self.computed.as_ref().map_or(named, moved)
    }

    /// Why that is not what the rule names; none if it is.
    pub fn limit(&self) -> Option<Limit> {
        let computed = self.computed.as_ref()?;
        if self.points() == self.rule.points.times(self.times) {
            return None;
        }
        let ends = self.rule.valid_months.map(|months| self.on.plus_months(months));
        match (ends.filter(|ends| *ends <= computed.answer.after.as_of), self.rule.max_per_year) {
            (Some(on), _) => Some(Limit::Ended { on }),
            (None, max) => max.map(|max| Limit::Cap { max }),
        }
    }

    /// What the statement says of a limit, and what it does not know yet.
    pub fn of_the_year(&self) -> Vec<String> {
        let mut said = Vec::new();
        let words = self.snapshot.words;
        let year = ("year", self.on.year().to_string().into());
        match (&self.computed, self.rule.max_per_year) {
            (Some(computed), Some(max)) => {
                let seq = computed.basis.statement.payload().seq;
                let args = [
                    year,
                    ("used", computed.used.into()),
                    ("max", max.into()),
                    ("seq", seq.into()),
                ];
                said.push(words.say("draft-cap-used", &args));
            }
            (None, Some(_)) => said.push(words.say("draft-cap-unknown", &[year])),
            (_, None) => {}
        }
        if self.carried > 0 {
            let carried = [("time", minutes(words, self.carried).into())];
            said.push(words.say("draft-carried", &carried));
        }
        if self.pending > 0 {
            said.push(words.say("draft-pending", &[("n", self.pending.into())]));
        }
        said
    }

    /// What the score would become, sentence by sentence; nothing as long as that cannot be
    /// computed.
    pub fn score(&self) -> Vec<String> {
        let Some(Computed { basis, answer, .. }) = &self.computed else { return Vec::new() };
        let telling = Telling::new(self.snapshot.words, basis.rulebooks.as_of(answer.after.as_of));
        let (before, after) = (&answer.before, &answer.after);
        let total: [Arg<'_>; 3] = [
            ("seq", basis.statement.payload().seq.into()),
            ("before", telling.score(before.breakdown.total)),
            ("after", telling.score(after.breakdown.total)),
        ];
        let is_same = answer.effect() == Points::ZERO;
        let key = if is_same { "draft-score-same" } else { "draft-score" };
        let mut said = vec![telling.say(key, &total)];
        if answer.effect() != self.points() {
            said.push(telling.say("draft-scale-end", &total));
        }
        said.extend(consequences(telling, before, after));
        said
    }
}

fn typed_day(draft: &DraftBody) -> Option<Date> {
    let (DraftBody::SelfReport { occurred_on, .. }
    | DraftBody::Volunteering { occurred_on, .. }
    | DraftBody::BloodDonation { occurred_on, .. }) = draft;
    occurred_on.trim().parse().ok()
}

/// Minutes that the authority has accepted, as far as this phone knows.
fn accepted_minutes(snapshot: &Snapshot) -> u32 {
    let accepted = snapshot.rows.iter().filter(|row| row.item.progress.state == State::Accepted);
    let given = accepted.filter_map(|row| match &row.item.about {
        Some((_, Body::Volunteering(given))) => Some(given.minutes),
        _ => None,
    });
    given.fold(0, u32::saturating_add)
}

/// Records by the rule, of the same year, that may still be accepted.
fn pending(
    snapshot: &Snapshot,
    book: &Rulebook,
    (rule, on): (&RuleId, Date),
    edits: Option<i64>,
) -> u32 {
    let counts = |row: &&BriefRow| {
        let machine = &row.item.progress;
        let is_over = matches!(
            machine.state,
            State::Accepted
                | State::Refused
                | State::Withdrawn { .. }
                | State::NeedsYou(Reason::Rejected)
        );
        let is_by_rule = row.item.about.as_ref().is_some_and(|(made_at, body)| {
            let day = day(*made_at, body, snapshot.zone());
            rule_of(book, body) == Some(rule) && day.year() == on.year()
        });
        Some(row.id) != edits && !is_over && !machine.withdrawing && is_by_rule
    };
    u32::try_from(snapshot.rows.iter().filter(counts).count()).unwrap_or(u32::MAX)
}

/// The rule by which a record counts.
fn rule_of<'a>(book: &'a Rulebook, body: &'a Body) -> Option<&'a RuleId> {
    let records = &book.records;
    match body {
        Body::SelfReport(report) => Some(&report.rule),
        Body::Volunteering(_) => records.volunteering.as_ref().map(|rules| &rules.rule),
        Body::BloodDonation(_) => records.blood_donation.as_ref().map(|rules| &rules.rule),
        _ => None,
    }
}
