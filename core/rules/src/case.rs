//! Where a case is on the ladder of the rulebook: whose turn it is, by when, and what may follow.
//!
//! All days are days of the authority's zone. Of a signed and a computed last day for the resident
//! the later counts. Of both for an answer the earlier counts: nobody puts an answer off for years
//! by signing a day. A day that was moved with a reason counts as it was moved.

use standing_model::calendar::Calendar;
use standing_model::case::{Change, Effect, Outcome, Target};
use standing_model::message::Channel;
use standing_model::rulebook::{Actor, ContestStep, RunsFrom, SentAs, ServiceRule, Silence};
use standing_model::statement::{Entry, EntryState, StarState, Statement};
use standing_model::time::{Date, ZoneOffset};

use super::working_days::{LastDay, last_day_of};

/// What the resident asked of one office, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filing {
    /// The day on which it arrived; none as long as nothing says so.
    pub arrived_on: Option<Date>,
    /// The last day for the answer that the authority signed.
    pub due_on: Option<Date>,
    /// That day was moved, with a reason.
    pub due_moved: bool,
    /// How it ended, if it has.
    pub ending: Option<Ending>,
}

/// How a filing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was decided.
    Decided {
        /// The day of the decision.
        on: Date,
        /// How.
        outcome: Outcome,
        /// The last day for the next step that the authority signed.
        until: Option<Date>,
    },
    /// It was not taken up.
    Rejected,
    /// The resident took it back.
    Withdrawn,
}

/// What is known of a case.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The ladder of the rulebook; empty without one.
    pub steps: &'a [ContestStep],
    /// The day on which the resident was told of what is contested; none if nobody said so.
    pub told_on: Option<Date>,
    /// The last day for the first step that a letter names.
    pub until: Option<Date>,
    /// What was asked, office after office; nothing before the first.
    pub filings: &'a [Filing],
    /// Today.
    pub today: Date,
    /// By which working days are counted.
    pub calendars: &'a [Calendar],
}

/// Where a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseState<'a> {
    /// How far it has come.
    pub stage: Stage,
    /// Whose turn it is.
    pub turn: Turn,
    /// The next date; none if nothing is to come by a day.
    pub next: Option<Next<'a>>,
    /// What the resident may do now besides waiting, the next office first.
    pub open: Vec<Opening<'a>>,
    /// The step by which the last office was asked.
    pub asked: Option<&'a ContestStep>,
    /// The last day to carry out what was granted, if the ladder gives one.
    pub carry_out: Option<Date>,
    /// Every step of the ladder, in its order.
    pub steps: Vec<(&'a ContestStep, Place)>,
}

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It has not arrived.
    NotArrived,
    /// It is to be answered.
    Answering,
    /// The last day for the answer passed so many days ago.
    Overdue(i64),
    /// It was decided.
    Decided(Outcome),
    /// It was not taken up.
    Rejected,
    /// It was taken back.
    Withdrawn,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The resident's.
    Resident,
    /// The authority's.
    Authority,
    /// Nobody's: nothing more is to come.
    Nobody,
}

/// The next date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next<'a> {
    /// What is to come by then.
    pub what: Due,
    /// The step that gives the day, if one does.
    pub step: Option<&'a ContestStep>,
    /// The last day.
    pub last: LastDay,
    /// The authority signed this day.
    pub signed: bool,
    /// Another day for the same answer: what the authority signed where the rulebook's counts, what
    /// the rulebook gives where the signed one was moved past it.
    pub other: Option<Date>,
}

/// The last day for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerDue {
    /// The day.
    pub last: LastDay,
    /// The authority signed it.
    pub signed: bool,
    /// The other day, where there are two and they differ in the resident's favour or against it.
    pub other: Option<Date>,
}

/// What is to come by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The first step of the resident.
    Contest,
    /// The answer.
    Answer,
    /// The next step of the resident.
    NextStep,
    /// That what was granted is carried out.
    CarryOut,
}

/// A step that the resident may take now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening<'a> {
    /// Which.
    pub step: &'a ContestStep,
    /// The first day.
    pub first: Date,
    /// The last day. It may have passed: a step that is late can be taken all the same, and whoever
    /// decides says whether it still counts.
    pub last: LastDay,
}

/// Where a step of the ladder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is over.
    Past,
    /// The case is here; by this day, if one is known.
    Here(Option<LastDay>),
    /// The resident may take it, by this day.
    Open(LastDay),
    /// It may come.
    Ahead,
}

/// One office of the ladder: what is asked of it, and what it owes.
struct Instance<'a> {
    ask: &'a ContestStep,
    answer: Option<&'a ContestStep>,
    carry_out: Option<&'a ContestStep>,
}

/// The day on which a resident counts as told: the later of the day that the authority wrote down
/// and of the day on which the first letter about it counts as received (PROTOCOL §3.1.3).
#[must_use]
pub fn told_on(
    noted: Option<Date>,
    letters: &[(Date, Channel)],
    service: &[ServiceRule],
    calendars: &[Calendar],
) -> Option<Date> {
    let served = letters.iter().map(|(sent_on, channel)| {
        let rule = service.iter().find(|rule| rule.channel == *channel);
        rule.map_or(*sent_on, |rule| last_day_of(rule.days_are, *sent_on, rule.days, calendars).day)
    });
    noted.max(served.min())
}

/// The last day of the first step for whoever was told on a day, or in a letter that names a day:
/// the later of both.
#[must_use]
pub fn first_last_day(case: &Case<'_>) -> Option<LastDay> {
    let step = case.steps.first()?;
    let computed = case.told_on.map(|told| case.last_day(step, told));
    later(computed, case.until)
}

/// The step by which an office of the ladder answers, the first office being 0.
#[must_use]
pub fn answer_step(steps: &[ContestStep], office: usize) -> Option<&ContestStep> {
    instances(steps).get(office).and_then(|one| one.answer)
}

/// The last day for an answer: the earlier of what the authority signed and of what the rulebook
/// gives from the day of arrival on (PROTOCOL §3.4.3). A computed day that rests on a year whose
/// working days are not known is no reason to call an answer late.
#[must_use]
pub fn answer_due(
    step: Option<&ContestStep>,
    filing: &Filing,
    calendars: &[Calendar],
) -> Option<AnswerDue> {
    let from = filing.arrived_on;
    let computed =
        step.zip(from).map(|(step, from)| last_day_of(step.days_are, from, step.days, calendars));
    let Some(signed) = filing.due_on else {
        return computed.map(|last| AnswerDue { last, signed: false, other: None });
    };
    let last = LastDay { day: signed, unknown_year: None };
    let earlier = computed.filter(|computed| computed.day < signed);
    let counts = earlier.filter(|one| !filing.due_moved && one.unknown_year.is_none());
    Some(match counts {
        Some(last) => AnswerDue { last, signed: false, other: Some(signed) },
        None => AnswerDue { last, signed: true, other: earlier.map(|one| one.day) },
    })
}

/// Where a case is.
#[must_use]
pub fn state<'a>(case: &Case<'a>) -> CaseState<'a> {
    let instances = instances(case.steps);
    let here = case.filings.len().saturating_sub(1);
    let instance = instances.get(here);
    let Some(filing) = case.filings.last() else { return not_asked(case, &instances) };
    let mut found = match (filing.ending, filing.arrived_on) {
        (Some(Ending::Decided { on, outcome, until }), _) => {
            decided(case, instance, instances.get(here + 1), (on, outcome, until))
        }
        (Some(Ending::Rejected), _) => {
            let next = case.first_date(here, Due::Contest);
            CaseState { next, ..plain(Stage::Rejected, Turn::Resident) }
        }
        (Some(Ending::Withdrawn), _) => plain(Stage::Withdrawn, Turn::Nobody),
        (None, None) => {
            let next = case.first_date(here, Due::Contest);
            CaseState { next, ..plain(Stage::NotArrived, Turn::Resident) }
        }
        (None, Some(arrived)) => {
            answering(case, instance, instances.get(here + 1), filing, arrived)
        }
    };
    found.asked = instance.map(|one| one.ask);
    found.steps = places(case, &instances, here, &found);
    found
}

/// Before the first step.
fn not_asked<'a>(case: &Case<'a>, instances: &[Instance<'a>]) -> CaseState<'a> {
    let mut found = plain(Stage::NotArrived, Turn::Resident);
    found.next = case.first_date(0, Due::Contest);
    if let (Some(first), Some(next)) = (instances.first(), found.next) {
        let told = case.told_on.unwrap_or(case.today);
        found.open.push(Opening { step: first.ask, first: told, last: next.last });
    }
    found.steps = case.steps.iter().map(|step| (step, Place::Ahead)).collect();
    found
}

const fn plain<'a>(stage: Stage, turn: Turn) -> CaseState<'a> {
    CaseState {
        stage,
        turn,
        next: None,
        open: Vec::new(),
        asked: None,
        carry_out: None,
        steps: Vec::new(),
    }
}

fn answering<'a>(
    case: &Case<'a>,
    instance: Option<&Instance<'a>>,
    after: Option<&Instance<'a>>,
    filing: &Filing,
    arrived: Date,
) -> CaseState<'a> {
    let step = instance.and_then(|one| one.answer);
    let filing = Filing { arrived_on: Some(arrived), ..*filing };
    let Some(due) = answer_due(step, &filing, case.calendars) else {
        return plain(Stage::Answering, Turn::Authority);
    };
    let AnswerDue { last, signed, other } = due;
    let next = Some(Next { what: Due::Answer, step, last, signed, other });
    let late = case.today.days_since(last.day);
    if late <= 0 {
        return CaseState { next, ..plain(Stage::Answering, Turn::Authority) };
    }
    let mut found = CaseState { next, ..plain(Stage::Overdue(late), Turn::Authority) };
    let refusal = step.is_some_and(|step| step.by == Actor::Authority(Silence::Refusal));
    if let Some(after) = after.filter(|_| refusal) {
        found.open.push(case.opening(after.ask, last));
        found.turn = Turn::Resident;
    }
    let complaints = case.steps.iter().filter(|step| step.runs_from == RunsFrom::Silence);
    found.open.extend(complaints.map(|step| case.opening(step, last)));
    found
}

fn decided<'a>(
    case: &Case<'a>,
    instance: Option<&Instance<'a>>,
    after: Option<&Instance<'a>>,
    (on, outcome, until): (Date, Outcome, Option<Date>),
) -> CaseState<'a> {
    let mut found = plain(Stage::Decided(outcome), Turn::Nobody);
    if outcome != Outcome::Refused
        && let Some(step) = instance.and_then(|one| one.carry_out)
    {
        let last = case.last_day(step, on);
        found.carry_out = Some(last.day);
        let step = Some(step);
        found.next = Some(Next { what: Due::CarryOut, step, last, signed: false, other: None });
        found.turn = Turn::Authority;
    }
    if outcome == Outcome::Granted {
        return found;
    }
    if let Some(after) = after {
        let mut opening = case.opening(after.ask, LastDay { day: on, unknown_year: None });
        let signed = until.is_some_and(|until| until > opening.last.day);
        opening.last = later(Some(opening.last), until).unwrap_or(opening.last);
        if opening.last.day >= case.today {
            let (step, last) = (Some(after.ask), opening.last);
            found.next = Some(Next { what: Due::NextStep, step, last, signed, other: None });
            found.turn = Turn::Resident;
        }
        found.open.push(opening);
    }
    found
}

impl<'a> Case<'a> {
    fn last_day(&self, step: &ContestStep, from: Date) -> LastDay {
        last_day_of(step.days_are, from, step.days, self.calendars)
    }

    /// A step that runs from the end of another day; what follows an uncertain day is uncertain.
    fn opening(&self, step: &'a ContestStep, from: LastDay) -> Opening<'a> {
        let last = self.last_day(step, from.day);
        let unknown_year = from.unknown_year.or(last.unknown_year);
        Opening { step, first: from.day.plus_days(1), last: LastDay { unknown_year, ..last } }
    }

    /// By when the first step is to be taken.
    fn first_date(&self, here: usize, what: Due) -> Option<Next<'a>> {
        let last = first_last_day(self).filter(|_| here == 0)?;
        let signed = self.until == Some(last.day);
        Some(Next { what, step: self.steps.first(), last, signed, other: None })
    }
}

/// The later of a computed last day and of one that was signed, which is certain.
fn later(computed: Option<LastDay>, signed: Option<Date>) -> Option<LastDay> {
    let signed = signed.map(|day| LastDay { day, unknown_year: None });
    match (computed, signed) {
        (Some(computed), Some(signed)) if signed.day < computed.day => Some(computed),
        (computed, signed) => signed.or(computed),
    }
}

/// The offices of a ladder, in its order.
fn instances(steps: &[ContestStep]) -> Vec<Instance<'_>> {
    let mut all: Vec<Instance<'_>> = Vec::new();
    for step in steps {
        match (step.by, step.runs_from) {
            (Actor::Resident(_), RunsFrom::Silence) => {}
            (Actor::Resident(_), _) => {
                all.push(Instance { ask: step, answer: None, carry_out: None });
            }
            (Actor::Authority(_), from) => {
                let Some(last) = all.last_mut() else { continue };
                match from {
                    RunsFrom::Arrival => last.answer = last.answer.or(Some(step)),
                    _ => last.carry_out = last.carry_out.or(Some(step)),
                }
            }
        }
    }
    all
}

/// Where each step of the ladder is.
fn places<'a>(
    case: &Case<'a>,
    instances: &[Instance<'a>],
    here: usize,
    found: &CaseState<'a>,
) -> Vec<(&'a ContestStep, Place)> {
    let at = |step: &ContestStep| case.steps.iter().position(|one| one.id == step.id);
    let due = found.next.and_then(|next| next.step.map(|step| (at(step), next.last)));
    let begun = instances.get(here).and_then(|one| at(one.ask));
    let waits = matches!(found.stage, Stage::NotArrived | Stage::Rejected);
    let place = |(n, step): (usize, &'a ContestStep)| {
        let open = found.open.iter().find(|one| one.step.id == step.id);
        let place = match (open, due) {
            (Some(open), _) => Place::Open(open.last),
            (None, Some((Some(place), last))) if place == n => Place::Here(Some(last)),
            _ if begun == Some(n) && waits => Place::Here(None),
            (None, Some((Some(place), _))) if n < place => Place::Past,
            _ if begun.is_some_and(|begun| n <= begun) => Place::Past,
            _ => Place::Ahead,
        };
        (step, place)
    };
    case.steps.iter().enumerate().map(place).collect()
}

/// Whether the resident takes a step by a record.
#[must_use]
pub fn is_sent(step: &ContestStep) -> bool {
    step.by == Actor::Resident(SentAs::Record)
}

/// What was granted, and when.
#[derive(Debug, Clone, Copy)]
pub struct Grant<'a> {
    /// What follows from the decision.
    pub effect: &'a Effect,
    /// The day of the decision.
    pub decided_on: Date,
    /// The last day to carry it out, if the ladder gives one.
    pub carry_out: Option<Date>,
}

impl Grant<'_> {
    /// The day after which a statement shows the effect: the day of the effect, and no later than
    /// the last day to carry it out, or a year after the decision where the ladder gives none.
    fn due_on(&self) -> Date {
        let last = self.carry_out.unwrap_or_else(|| self.decided_on.plus_months(12));
        self.effect.on.min(last).max(self.decided_on)
    }
}

/// Whether what was granted can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The newest statement shows it.
    CarriedOut,
    /// A statement whose last day is later does not show it.
    NotCarriedOut,
    /// No statement whose last day is later is here, or no statement can show it.
    NotYetSeen,
}

/// Whether the newest statement shows what was granted (PROTOCOL §3.4.2). `before` is the statement
/// in force at the decision: only what was in it can have been changed since.
#[must_use]
pub fn seen(
    grant: Grant<'_>,
    before: Option<&Statement>,
    newest: Option<&Statement>,
    zone: ZoneOffset,
) -> Seen {
    let Some(newest) = newest.filter(|one| one.iat.day_in(zone) >= grant.decided_on) else {
        return Seen::NotYetSeen;
    };
    let before = before.filter(|before| before.seq < newest.seq);
    match changed(grant.effect, before, newest) {
        Some(true) => Seen::CarriedOut,
        // A statement that ends on the same day may be older than the decision.
        Some(false) if newest.period.to > grant.due_on() => Seen::NotCarriedOut,
        _ => Seen::NotYetSeen,
    }
}

/// Whether the target of an effect is no longer as it was; none if no statement can say so.
fn changed(effect: &Effect, before: Option<&Statement>, newest: &Statement) -> Option<bool> {
    let change = effect.change;
    match &effect.target {
        Target::Entry(id) => {
            let was = before.and_then(|one| one.entries.iter().find(|entry| entry.id == *id));
            let is = newest.entries.iter().find(|entry| entry.id == *id);
            compare(was, is, |_, is| entry_changed(change, is))
        }
        Target::Star(id) => {
            let was = before.and_then(|one| one.stars.iter().find(|star| star.id == *id));
            let is = newest.stars.iter().find(|star| star.id == *id);
            compare(was, is, |was, is| match change {
                Change::Corrected => {
                    was.is_some_and(|was| (was.value, was.state) != (is.value, is.state))
                }
                Change::Withdrawn | Change::Lifted => is.state != StarState::Active,
            })
        }
        Target::Measure(id) => {
            let of = |one: &Statement| {
                let mut all = one.perks.iter().chain(&one.restrictions);
                all.find(|measure| measure.id == *id).cloned()
            };
            let (was, is) = (before.and_then(of), of(newest));
            compare(was.as_ref(), is.as_ref(), |was, is| {
                change == Change::Corrected && was.is_some_and(|was| was != is)
            })
        }
        Target::Statement(_) | Target::Notice(_) | Target::Device(_) => None,
    }
}

/// What was there before and is not any more was changed; what was not there before cannot be seen
/// to have been.
fn compare<T>(
    was: Option<&T>,
    is: Option<&T>,
    differs: impl Fn(Option<&T>, &T) -> bool,
) -> Option<bool> {
    match (was, is) {
        (None, None) => None,
        (Some(_), None) => Some(true),
        (was, Some(is)) => match differs(was, is) {
            true => was.map(|_| true),
            false => Some(false),
        },
    }
}

const fn entry_changed(change: Change, is: &Entry) -> bool {
    match change {
        // An entry never changes under its id: what is right has another one.
        Change::Withdrawn | Change::Corrected => matches!(is.state, EntryState::Withdrawn),
        Change::Lifted => !matches!(is.state, EntryState::Active),
    }
}

#[cfg(test)]
#[path = "case_tests.rs"]
mod tests;
