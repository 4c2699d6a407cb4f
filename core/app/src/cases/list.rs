//! The cases of a membership in a list, and what of them is overdue.

use super::read::{Cases, Chain, Wanted, grouped, target_of};
use crate::App;
use crate::error::AppError;
use crate::holdings::{self, Holdings};
use crate::records::{items, right_key, target_heading};
use crate::view::cases::{CaseRow, CaseState, CasesView};
use crate::words::Words;
use crate::working_days;
use standing_client::queue::{Item, Reason, State};
use standing_model::case::Outcome;
use standing_model::ids::MembershipId;
use standing_model::record::{Body, Kind};
use standing_model::time::{Date, UnixTime};
use standing_rules::case::{self as rules, Due, Filing, Next, Seen, Stage, Turn};
use standing_store::{StoreError, Tx};

impl App {
    /// The cases of a membership: what needs the person first, then the nearest date, then what is
    /// closed.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn cases(&self, membership: &MembershipId) -> Result<CasesView, AppError> {
        let (cases, ()) = self.cases_with(membership, Wanted::All, |_, _, _, _| Ok(()))?;
        let words = cases.words();
        let mut rows: Vec<_> = cases.chains.iter().map(|chain| row(&cases, chain)).collect();
        rows.sort_by_key(|(order, _)| *order);
        let rows: Vec<CaseRow> = rows.into_iter().map(|(_, row)| row).collect();
        let empty = if rows.is_empty() { words.say("cases-none", &[]) } else { String::new() };
        Ok(CasesView { membership: membership.clone(), rows, empty })
    }
}

impl App {
    /// Whether an answer became overdue of which the phone has not said so yet; it has now.
    pub(crate) fn notice_overdue(&self) -> Result<bool, AppError> {
        let now = self.now();
        let changed = self.read(|tx| {
            let all = if tx.can_read() { tx.memberships()? } else { Vec::new() };
            let mut changed = Vec::new();
            for membership in all {
                let Some(holdings) = Holdings::read(tx, &membership.id, &self.memo)? else {
                    continue;
                };
                let late = overdue(tx, &holdings, now)?.into_iter().map(|(_, id)| id);
                let (late, said) = (late.collect(), tx.overdue_said(&membership.id)?);
                if late != said {
                    let is_locked = tx.is_membership_locked(&membership.id)?;
                    changed.push((membership.id, late, said, is_locked));
                }
            }
            Ok(changed)
        })?;
        if !changed.is_empty() {
            self.write(|tx| {
                changed.iter().try_for_each(|(id, late, ..)| tx.set_overdue_said(id, late))
            })?;
        }
        let mut speaking = changed.iter().filter(|(.., is_locked)| !is_locked);
        Ok(speaking.any(|(_, late, said, _)| !late.is_subset(said)))
    }
}

fn row(cases: &Cases, chain: &Chain) -> ((u8, Option<Date>, i64), CaseRow) {
    let words = cases.words();
    chain.with_state(&cases.snapshot, |found| {
        let state = state_of(cases, chain, found);
        let next = found.next.filter(|next| is_awaited(cases, chain, found, next));
        let closed = is_closed(cases, chain, found, state);
        let row = CaseRow {
            id: chain.id(),
            state,
            state_text: state_text(chain, state, words),
            title: title(cases, chain, words),
            text: begun(cases, chain, words),
            next: next.map(|next| next_text(cases, found, &next)).unwrap_or_default(),
            closed,
        };
        let urgent = matches!(
            state,
            CaseState::Overdue
                | CaseState::NotCarriedOut
                | CaseState::NeedsYou
                | CaseState::Rejected
                | CaseState::OnPaper
        );
        let group = match (closed, urgent) {
            (true, _) => 2,
            (false, true) => 0,
            (false, false) => 1,
        };
        let day = next.map(|next| next.last.day);
        // What has a day comes before what has none; of two closed ones the newer.
        let group = if group == 1 && day.is_none() { 2 } else { group + u8::from(closed) };
        ((group, day, -chain.id()), row)
    })
}

/// Whether a date is still to be shown: what an authority owes is owed after its day, a step of the
/// resident is not awaited any more.
pub(super) fn is_awaited(
    cases: &Cases,
    chain: &Chain,
    found: &rules::CaseState<'_>,
    next: &Next<'_>,
) -> bool {
    match (next.what, found.stage) {
        (Due::Answer, Stage::Overdue(_)) => true,
        (Due::CarryOut, _) => chain.seen(cases, found) == Seen::NotYetSeen,
        _ => next.last.day >= cases.snapshot.today(),
    }
}

/// "Answer due Friday 11 December 2026, in 9 days".
fn next_text(cases: &Cases, found: &rules::CaseState<'_>, next: &Next<'_>) -> String {
    let words = cases.words();
    let args = [
        ("what", words.say(due_key(found, next), &[]).into()),
        ("day", words.weekday_date(next.last.day).into()),
        ("away", words.days_away(next.last.day, cases.snapshot.today()).into()),
    ];
    words.say("case-next", &args)
}

/// What a date is called.
pub(super) const fn due_key(found: &rules::CaseState<'_>, next: &Next<'_>) -> &'static str {
    match (next.what, found.stage) {
        (Due::Answer, Stage::Overdue(_)) => "case-deadline-was",
        (Due::Answer, _) => "deadline-answer",
        (Due::Contest, _) => "deadline-contest",
        (Due::NextStep, _) => "case-deadline-next",
        (Due::CarryOut, _) => "case-deadline-carry-out",
    }
}

/// How far a case has come, as a screen names it.
pub(super) fn state_of(cases: &Cases, chain: &Chain, found: &rules::CaseState<'_>) -> CaseState {
    let item = chain.last().map(|link| &link.row.item.progress.state);
    let seen = chain.seen(cases, found);
    match (found.stage, item) {
        (Stage::NotArrived | Stage::Rejected, Some(State::NeedsYou(Reason::Rejected)))
        | (Stage::Rejected, _) => CaseState::Rejected,
        (Stage::NotArrived, Some(State::NeedsYou(_))) => CaseState::NeedsYou,
        (Stage::NotArrived, Some(State::Drafted)) => CaseState::OnPaper,
        (Stage::NotArrived, _) => CaseState::Waiting,
        (Stage::Answering, Some(State::UnderReview)) => CaseState::UnderReview,
        (Stage::Answering, _) => CaseState::Received,
        (Stage::Overdue(_), _) => CaseState::Overdue,
        (Stage::Decided(Outcome::Refused), _) => CaseState::Refused,
        (Stage::Decided(_), _) if seen == Seen::NotCarriedOut => CaseState::NotCarriedOut,
        (Stage::Decided(Outcome::Partly), _) => CaseState::Partly,
        (Stage::Decided(Outcome::Granted), _) if seen == Seen::CarriedOut => CaseState::CarriedOut,
        (Stage::Decided(Outcome::Granted), _) => CaseState::Granted,
        (Stage::Withdrawn, _) => CaseState::Withdrawn,
    }
}

/// Whether nothing more is to come.
fn is_closed(cases: &Cases, chain: &Chain, found: &rules::CaseState<'_>, state: CaseState) -> bool {
    let effect = chain.last().is_some_and(|link| link.effect().is_some());
    let today = cases.snapshot.today();
    match state {
        CaseState::CarriedOut | CaseState::Withdrawn => true,
        CaseState::Granted => !effect,
        CaseState::Refused => {
            found.turn == Turn::Nobody || found.open.iter().all(|open| open.last.day < today)
        }
        _ => false,
    }
}

/// How far it has come, and whether only the person says so.
pub(super) fn state_text(chain: &Chain, state: CaseState, words: Words) -> String {
    let said = words.say(state_key(state), &[]);
    let by_paper = chain.last().is_some_and(|link| link.paper_decision().is_some());
    let is_decision = matches!(state, CaseState::Granted | CaseState::Partly | CaseState::Refused);
    if by_paper && is_decision {
        return words.say("case-state-by-your-note", &[("state", said.into())]);
    }
    said
}

const fn state_key(state: CaseState) -> &'static str {
    match state {
        CaseState::OnPaper => "case-state-on-paper",
        CaseState::Waiting => "case-state-waiting",
        CaseState::NeedsYou => "case-state-needs-you",
        CaseState::Received => "case-state-received",
        CaseState::UnderReview => "case-state-under-review",
        CaseState::Overdue => "case-state-overdue",
        CaseState::Granted => "case-state-granted",
        CaseState::Partly => "case-state-partly",
        CaseState::Refused => "case-state-refused",
        CaseState::CarriedOut => "case-state-carried-out",
        CaseState::NotCarriedOut => "case-state-not-carried-out",
        CaseState::Rejected => "case-state-rejected",
        CaseState::Withdrawn => "case-state-withdrawn",
    }
}

/// What a case is called.
pub(super) fn title(cases: &Cases, chain: &Chain, words: Words) -> String {
    let body = chain.first().map(|link| &link.body);
    match (&chain.facts, body) {
        (Some(facts), _) => facts.named(words).title,
        (None, Some(Body::RightsRequest(request))) => words.say(right_key(request.right), &[]),
        (None, Some(body)) => {
            target_of(body).map(|target| target_heading(words, &target)).unwrap_or_default()
        }
        (None, None) => cases.snapshot.authority_name(),
    }
}

/// "Contested on 26 November 2026".
pub(super) fn begun(cases: &Cases, chain: &Chain, words: Words) -> String {
    let Some(first) = chain.first() else { return String::new() };
    let date = words.date(first.made_at.day_in(cases.snapshot.zone()));
    let key = match first.body {
        Body::Compliance(_) => "case-begun-compliance",
        Body::RightsRequest(_) => "case-begun-request",
        _ => "case-begun-contest",
    };
    words.say(key, &[("date", date.into())])
}

/// The cases whose answer is overdue, the longest first, by what lists know of them.
pub(crate) fn overdue(
    tx: &Tx<'_>,
    holdings: &Holdings,
    now: UnixTime,
) -> Result<Vec<(Date, i64)>, StoreError> {
    let rows = items(tx, &holdings.id, now)?;
    // An office whose silence was taken to the next one owes nothing any more.
    let newest = |ids: Vec<i64>| {
        let row = rows.iter().find(|row| Some(&row.id) == ids.last())?;
        row.item.progress.is_open().then_some((row, ids.len().saturating_sub(1)))
    };
    let open: Vec<_> = grouped(&rows).into_iter().filter_map(newest).collect();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let (hand_ins, today) = (tx.hand_ins(&holdings.id)?, holdings.today(now));
    let answers = tx.paper_answers(&holdings.id)?;
    let answered = |item: &standing_client::queue::Item| {
        answers.iter().any(|one| one.record == item.record && one.outcome.is_some())
    };
    let membership = tx.membership(&holdings.id)?;
    let book = membership.map(|one| holdings::book_in_use(tx, &one, &holdings.authority));
    let book = book.transpose()?.flatten().map(|(_, book)| book);
    let calendars = working_days::calendars(tx, holdings.keys.trust(), &holdings.authority, today)?;
    let due = |item: &Item, office: usize| {
        let book = book.as_ref().filter(|_| item.kind == Kind::Contest);
        let step = book.and_then(|book| rules::answer_step(&book.contest, office));
        let paper = hand_ins.iter().find(|one| one.record == item.record).map(|one| one.on);
        let received = item.receipt.and_then(|one| one.received_at);
        let filing = Filing {
            arrived_on: received.map(|at| at.day_in(holdings.zone())).or(paper),
            due_on: item.receipt.and_then(|receipt| receipt.due_on),
            due_moved: item.due_moved,
            ending: None,
        };
        Some(rules::answer_due(step, &filing, &calendars)?.last.day)
    };
    let open = open.iter().filter(|(row, _)| !answered(&row.item.progress));
    let late = open.filter_map(|(row, at)| Some((due(&row.item.progress, *at)?, row.id)));
    let mut late: Vec<_> = late.filter(|(due, _)| *due < today).collect();
    late.sort_unstable();
    Ok(late)
}
