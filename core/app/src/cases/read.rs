//! What is known of cases, of one moment: records in the order in which they follow each other,
//! with what was signed about each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::facts::Facts;
use crate::App;
use crate::error::AppError;
use crate::holdings::{Holdings, Opened, Shown};
use crate::memo::Memo;
use crate::records::{Around, Receipts, Snapshot};
use standing_client::plan::{BriefRow, Queued, Row};
use standing_client::queue::State;
use standing_model::case::{Change, Decision, Effect, Outcome, Target, Wanted as Asked};
use standing_model::ids::{MembershipId, RecordId};
use standing_model::message::{About, Receipt, ReceiptState};
use standing_model::record::Body;
use standing_model::time::{Date, UnixTime, ZoneOffset};
use standing_rules::case::{Case, CaseState, Ending, Filing, Grant, Seen, seen, state};
use standing_store::{HandIn, PaperAnswer, StoreError, Tx};

/// All that is known of some cases.
pub(super) struct Cases {
    pub snapshot: Snapshot,
    pub holdings: Arc<Holdings>,
    /// The newest statement and the one before it.
    pub newest: Option<Shown>,
    pub chains: Vec<Chain>,
}

/// One case: what was sent to one office after another.
pub(super) struct Chain {
    pub links: Vec<Link>,
    /// What is known of its target; none for a request by right.
    pub facts: Option<Facts>,
    /// The statement in force when something was granted.
    pub before: Option<Opened>,
}

/// One record of a case.
pub(super) struct Link {
    pub row: Row,
    pub made_at: UnixTime,
    pub body: Body,
    pub receipts: Receipts,
    pub around: Option<Around>,
    pub hand_in: Option<HandIn>,
    pub answer: Option<PaperAnswer>,
}

/// Which cases are read.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// All of them.
    All,
    /// The one that a record of this item belongs to.
    Of(i64),
}

impl App {
    /// Reads cases, and what else a screen shows of them, all of one moment.
    pub(super) fn cases_with<T>(
        &self,
        membership: &MembershipId,
        wanted: Wanted,
        more: impl FnOnce(&Tx<'_>, &Snapshot, &Holdings, &[Chain]) -> Result<T, StoreError>,
    ) -> Result<(Cases, T), AppError> {
        let (snapshot, found) = self.snapshot_with(membership, |tx, snapshot| {
            let Some(holdings) = Holdings::read(tx, membership, &self.memo)? else {
                return Ok(None);
            };
            let reading = Reading { tx, snapshot, holdings: &holdings, memo: &self.memo };
            let chains = reading.chains(wanted)?;
            let newest = holdings.show_newest(tx, &self.memo)?;
            let more = more(tx, snapshot, &holdings, &chains)?;
            Ok::<_, StoreError>(Some((holdings, newest, chains, more)))
        })?;
        let (holdings, newest, chains, more) = found.ok_or_else(|| self.no_membership())?;
        Ok((Cases { snapshot, holdings, newest, chains }, more))
    }

    /// One case.
    pub(super) fn case_of(&self, membership: &MembershipId, id: i64) -> Result<Cases, AppError> {
        let (cases, ()) = self.cases_with(membership, Wanted::Of(id), |_, _, _, _| Ok(()))?;
        if cases.chains.is_empty() { Err(self.no_case()) } else { Ok(cases) }
    }
}

struct Reading<'a> {
    tx: &'a Tx<'a>,
    snapshot: &'a Snapshot,
    holdings: &'a Holdings,
    memo: &'a Memo,
}

/// Whether a record is one of a case.
pub(super) const fn is_case(body: &Body) -> bool {
    matches!(body, Body::Contest(_) | Body::Compliance(_) | Body::RightsRequest(_))
}

/// What a record is against.
pub(super) fn target_of(body: &Body) -> Option<Target> {
    match body {
        Body::Contest(contest) => Some(contest.target.clone()),
        Body::Compliance(compliance) => Some(compliance.target.clone().into()),
        _ => None,
    }
}

const fn follows(body: &Body) -> Option<RecordId> {
    match body {
        Body::Contest(contest) => contest.follows,
        _ => None,
    }
}

impl Reading<'_> {
    fn chains(&self, wanted: Wanted) -> Result<Vec<Chain>, StoreError> {
        let membership = &self.snapshot.membership.id;
        let papers = (self.tx.hand_ins(membership)?, self.tx.paper_answers(membership)?);
        let mut chains = Vec::new();
        for ids in grouped(&self.snapshot.rows) {
            if matches!(wanted, Wanted::Of(id) if !ids.contains(&id)) {
                continue;
            }
            let links = ids.into_iter().map(|id| self.link(id, &papers));
            let links: Vec<Link> =
                links.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
            chains.extend(self.chain(links)?);
        }
        Ok(chains)
    }

    fn chain(&self, links: Vec<Link>) -> Result<Option<Chain>, StoreError> {
        let Some(first) = links.first() else { return Ok(None) };
        let target = target_of(&first.body);
        let facts = target.map(|target| Facts::read(self.tx, self.holdings, self.memo, target));
        let before = self.before(&links)?;
        let facts = facts.transpose()?;
        Ok(Some(Chain { links, facts, before }))
    }

    /// The statement in force when something was granted: the newest of a day before, or that was
    /// here before it was asked for; if all are of that day, the first.
    fn before(&self, links: &[Link]) -> Result<Option<Opened>, StoreError> {
        let zone = self.snapshot.zone();
        let granted = links.last().filter(|link| link.effect().is_some());
        let granted = granted.and_then(|link| Some((link, link.decided_on(zone)?)));
        let Some((link, decided_on)) = granted else { return Ok(None) };
        let received_at = link.newest().map_or(link.made_at, |receipt| receipt.received_at);
        let all = &self.holdings.statements;
        let (mut low, mut high, mut found) = (0_usize, all.len(), None);
        // Statements are signed in the order of their numbers.
        while low < high {
            let middle = low.midpoint(high);
            let Some(known) = all.get(middle) else { break };
            let opened = self.holdings.open(self.tx, self.memo, known.n)?;
            let signed = opened.as_ref().and_then(Opened::payload).map(|one| one.iat);
            let here = known.stored_at < link.made_at;
            let is_before = |signed: UnixTime| {
                signed.day_in(zone) < decided_on || (here && signed <= received_at)
            };
            let is_first = |signed: UnixTime| middle == 0 && signed.day_in(zone) == decided_on;
            if signed.is_some_and(is_before) {
                low = middle + 1;
                found = opened;
            } else {
                high = middle;
                found = found.or(opened.filter(|_| signed.is_some_and(is_first)));
            }
        }
        Ok(found)
    }

    fn link(
        &self,
        id: i64,
        (hand_ins, answers): &(Vec<HandIn>, Vec<PaperAnswer>),
    ) -> Result<Option<Link>, StoreError> {
        let Some(row) = self.tx.queue_item::<Queued>(id)? else { return Ok(None) };
        let record = row.item.record()?;
        let receipts = Receipts::over(self.tx, self.snapshot, &row)?;
        let around = receipts.around(self.tx, self.snapshot)?;
        let hand_in = hand_ins.iter().find(|one| one.record == row.item.progress.record).copied();
        let answer = answers.iter().find(|one| one.record == row.item.progress.record).copied();
        let (made_at, body) = (record.made_at, record.body);
        Ok(Some(Link { row, made_at, body, receipts, around, hand_in, answer }))
    }
}

/// The items of each case, the first record first. Where two records follow one, each ends a case of
/// its own, the later one first.
pub(super) fn grouped(rows: &[BriefRow]) -> Vec<Vec<i64>> {
    let cases: Vec<(RecordId, i64, Option<RecordId>)> = rows
        .iter()
        .filter_map(|row| {
            let (_, body) = row.item.about.as_ref()?;
            is_case(body).then(|| (row.item.progress.record, row.id, follows(body)))
        })
        .collect();
    let known: BTreeSet<RecordId> = cases.iter().map(|(record, ..)| *record).collect();
    let mut after: BTreeMap<RecordId, Vec<(RecordId, i64)>> = BTreeMap::new();
    for (record, id, before) in &cases {
        if let Some(before) = before.filter(|before| known.contains(before)) {
            after.entry(before).or_default().push((*record, *id));
        }
    }
    let begins = |before: &Option<RecordId>| before.is_none_or(|before| !known.contains(&before));
    let mut chains = Vec::new();
    for (record, id, _) in cases.iter().filter(|(.., before)| begins(before)) {
        let mut open = vec![(*record, vec![*id])];
        while let Some((last, ids)) = open.pop() {
            let next = after.get(&last).map(Vec::as_slice).unwrap_or_default();
            if next.is_empty() {
                chains.push(ids);
                continue;
            }
            open.extend(next.iter().map(|(record, id)| {
                (*record, ids.iter().copied().chain([*id]).collect::<Vec<_>>())
            }));
        }
    }
    chains
}

impl Link {
    /// The newest receipt that was accepted, if it still verifies: one that contradicts an earlier
    /// one is an alarm, and changes nothing.
    pub fn newest(&self) -> Option<&Receipt> {
        let accepted = self.row.item.progress.receipt?;
        let all = self.receipts.verified();
        all.into_iter().find(|one| one.n == accepted.n && one.state == accepted.state)
    }

    /// Letters about the record itself: number, and when it reached this phone.
    pub fn letters(&self, holdings: &Holdings) -> impl Iterator<Item = (u32, UnixTime)> {
        let about = About::Record(self.row.item.progress.record);
        let letters = holdings.letters.iter();
        let mine = letters.filter(move |one| one.notice().is_some_and(|one| one.about == about));
        mine.map(|letter| (letter.n, letter.stored_at))
    }

    /// What was granted.
    pub fn effect(&self) -> Option<Effect> {
        match self.signed_decision() {
            Some(decision) => decision.effect.clone(),
            None => self.paper_effect(),
        }
    }

    fn signed_decision(&self) -> Option<&Decision> {
        self.newest()?.decision.as_ref()
    }

    /// What was asked for, once an answer on paper grants it as a whole.
    fn paper_effect(&self) -> Option<Effect> {
        let answer = self.paper_decision().filter(|(_, outcome)| *outcome == Outcome::Granted);
        let ((on, _), Body::Contest(contest)) = (answer?, &self.body) else { return None };
        let change = match contest.wants {
            Asked::Removed => Change::Withdrawn,
            Asked::Corrected => Change::Corrected,
            Asked::Explained => return None,
        };
        Some(Effect { target: contest.target.clone(), change, on })
    }

    /// What an answer on paper decides, as long as nothing signed does.
    pub fn paper_decision(&self) -> Option<(Date, Outcome)> {
        let answer = self.answer.filter(|_| !self.is_ended_by_signature())?;
        Some((answer.on, answer.outcome?))
    }

    fn is_ended_by_signature(&self) -> bool {
        let ends = |receipt: &Receipt| {
            receipt.decision.is_some()
                || matches!(receipt.state, ReceiptState::Rejected | ReceiptState::Withdrawn)
        };
        self.newest().is_some_and(ends)
            || matches!(self.row.item.progress.state, State::Withdrawn { .. })
    }

    /// Whether an answer on paper can be noted: it arrived, and nothing signed has ended it.
    pub fn takes_paper_answer(&self, snapshot: &Snapshot) -> bool {
        self.arrived_on(snapshot).is_some() && !self.is_ended_by_signature()
    }

    /// The day of the decision: by the signed receipt, or on which an answer on paper came.
    fn decided_on(&self, zone: ZoneOffset) -> Option<Date> {
        let signed = self.newest().filter(|receipt| receipt.decision.is_some());
        let paper = || self.paper_decision().map(|(on, _)| on);
        signed.map(|receipt| receipt.iat.day_in(zone)).or_else(paper)
    }

    pub fn arrived_on(&self, snapshot: &Snapshot) -> Option<Date> {
        let all = self.receipts.verified();
        let received = all.first().map(|first| first.received_at.day_in(snapshot.zone()));
        received.or(self.hand_in.map(|paper| paper.on))
    }

    fn filing(&self, snapshot: &Snapshot) -> Filing {
        let newest = self.newest();
        let ending = match newest.map(|receipt| (receipt.state, receipt.decision.as_ref())) {
            Some((ReceiptState::Decided, Some(decision))) => {
                newest.map(|receipt| Ending::Decided {
                    on: receipt.iat.day_in(snapshot.zone()),
                    outcome: decision.outcome,
                    until: decision.next.as_ref().and_then(|next| next.until),
                })
            }
            Some((ReceiptState::Rejected, _)) => Some(Ending::Rejected),
            Some((ReceiptState::Withdrawn, _)) => Some(Ending::Withdrawn),
            _ if matches!(self.row.item.progress.state, State::Withdrawn { .. }) => {
                Some(Ending::Withdrawn)
            }
            // A step that runs from a decision runs from the day on which it came (PROTOCOL §3.1.3).
            _ => self.paper_decision().map(|(on, outcome)| Ending::Decided {
                on,
                outcome,
                until: None,
            }),
        };
        let item = &self.row.item.progress;
        let (due_on, due_moved) = (item.receipt.and_then(|one| one.due_on), item.due_moved);
        Filing { arrived_on: self.arrived_on(snapshot), due_on, due_moved, ending }
    }
}

impl Chain {
    pub fn first(&self) -> Option<&Link> {
        self.links.first()
    }

    pub fn last(&self) -> Option<&Link> {
        self.links.last()
    }

    /// The item of its newest record: what it is known by.
    pub fn id(&self) -> i64 {
        self.last().map_or(0, |link| link.row.id)
    }

    /// Asks the rules where it is, and goes on with that.
    pub fn with_state<T>(&self, snapshot: &Snapshot, go_on: impl FnOnce(&CaseState<'_>) -> T) -> T {
        let filings: Vec<Filing> = self.links.iter().map(|link| link.filing(snapshot)).collect();
        let facts = self.facts.as_ref();
        let contests = matches!(self.first().map(|link| &link.body), Some(Body::Contest(_)));
        let book = snapshot.book.as_ref().filter(|_| contests);
        let case = Case {
            steps: book.map(|book| book.contest.as_slice()).unwrap_or_default(),
            told_on: facts.and_then(|facts| facts.told_on(snapshot)),
            until: facts.and_then(Facts::contest_until),
            filings: &filings,
            today: snapshot.today(),
            calendars: &snapshot.calendars,
        };
        go_on(&state(&case))
    }

    /// Whether what the last office granted can be seen in the newest statement.
    pub fn seen(&self, cases: &Cases, found: &CaseState<'_>) -> Seen {
        let newest = cases.newest.as_ref().and_then(Shown::payload);
        let before = self.before.as_ref().and_then(Opened::payload);
        let zone = cases.snapshot.zone();
        let granted = self.last().and_then(|link| Some((link.effect()?, link.decided_on(zone)?)));
        let Some((effect, decided_on)) = granted else { return Seen::NotYetSeen };
        let grant = Grant { effect: &effect, decided_on, carry_out: found.carry_out };
        seen(grant, before, newest, zone)
    }
}
