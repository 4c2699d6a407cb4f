//! What is true after a run.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Budget, Only};
use crate::SyncError;
use crate::gate::Gates;
use crate::plan::{BriefRow, Queued};
use crate::queue::{Group, Leaving};
use crate::register::RegisterNews;
use crate::waiting::Waiting;
use standing_model::ids::{MembershipId, TrustId};
use standing_model::time::UnixTime;
use standing_store::{Membership, Store, StoreError, Tx};

/// The earliest next run, in seconds, where something is due that this run did not get to for
/// another reason than its own time.
const SOON: i64 = 900;

/// What a part of a run is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A membership.
    Membership(MembershipId),
    /// A register, by its root.
    Register(TrustId),
}

/// What came of one part.
#[derive(Debug)]
pub struct Part {
    /// Which.
    pub about: About,
    /// Its host, for people.
    pub host: String,
    /// New statements.
    pub statements: u32,
    /// New notices.
    pub notices: u32,
    /// New receipts.
    pub receipts: u32,
    /// What a register's sync brought.
    pub register: Option<RegisterNews>,
    /// Records over which a receipt came.
    pub sent: u32,
    /// What waits now.
    pub waiting: Waiting,
    /// More records need the person than before.
    pub needs_you_more: bool,
    /// What went wrong.
    pub problem: Option<Arc<SyncError>>,
    /// When it is tried again before the regular time.
    pub next_attempt: Option<UnixTime>,
}

/// What came of a run.
#[derive(Debug)]
pub struct Report {
    /// Part by part.
    pub parts: Vec<Part>,
    /// What waits now, altogether.
    pub waiting: Waiting,
    /// Records over which a receipt came.
    pub sent: u32,
    /// Somebody stopped it, or its time was over.
    pub stopped: bool,
    /// What was done.
    pub only: Only,
    /// When to run again, if before the regular time.
    pub next_attempt: Option<UnixTime>,
}

impl Part {
    pub(super) fn new(about: About, host: String) -> Self {
        Self {
            about,
            host,
            statements: 0,
            notices: 0,
            receipts: 0,
            register: None,
            sent: 0,
            waiting: Waiting::default(),
            needs_you_more: false,
            problem: None,
            next_attempt: None,
        }
    }

    /// Something went wrong; the first thing counts.
    pub(super) fn fail(&mut self, error: Arc<SyncError>) {
        let _ = self.problem.get_or_insert(error);
    }

    /// Whether everything of it went well.
    #[must_use]
    pub fn is_well(&self) -> bool {
        let taken = self.register.as_ref().is_none_or(|news| news.refused.is_empty());
        self.problem.is_none() && taken
    }

    /// Bytes of a register that wait for the person or for another network; none if anything else
    /// is wrong with it, or nothing.
    #[must_use]
    pub fn asks_first(&self) -> Option<u64> {
        match (self.problem.as_deref(), &self.register) {
            (Some(SyncError::AsksFirst { bytes }), _) => Some(*bytes),
            (None, Some(news)) => {
                let mut errors = news.refused.iter().map(|(_, error)| error);
                let only = errors.all(|error| matches!(error, SyncError::AsksFirst { .. }));
                (only && !news.refused.is_empty()).then(|| news.asks_first())
            }
            _ => None,
        }
    }
}

impl Report {
    /// Whether everything is up to date: nothing waits, nothing went wrong, nothing was left.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let all = self.only == Only::Everything;
        all && !self.stopped && self.waiting.is_empty() && self.parts.iter().all(Part::is_well)
    }
}

/// A run that has ended.
pub(super) struct Finished<'a> {
    pub gates: &'a Gates,
    pub budget: Budget,
    pub now: UnixTime,
    pub stopped: bool,
}

impl Finished<'_> {
    pub fn report(
        &self,
        store: &Store,
        memberships: &[Membership],
        mut parts: Vec<Part>,
        before: &[Before],
    ) -> Result<Report, StoreError> {
        for ((membership, before), part) in memberships.iter().zip(before).zip(&mut parts) {
            let rows = store.read(|tx| tx.queue_briefs::<Queued>(&membership.id))?;
            // Whichever way the receipt came: in answer to the record, or among the others.
            let sent = rows.iter().filter(|row| before.is_new_receipt(row)).count();
            part.sent = u32::try_from(sent).unwrap_or(u32::MAX);
            let items = rows.iter().map(|row| &row.item.progress);
            let closed = self.gates.closed(&part.host, self.now);
            part.waiting = Waiting::of(items, closed, self.budget.photos_wait, self.now);
            part.needs_you_more = part.waiting.needs_you > before.needs_you;
        }
        for part in &mut parts {
            part.next_attempt = self.next_attempt(part);
        }
        let waiting = parts.iter().fold(Waiting::default(), |all, part| all.and(part.waiting));
        let next_attempt = parts.iter().filter_map(|part| part.next_attempt).min();
        let sent = parts.iter().fold(0_u32, |sent, part| sent.saturating_add(part.sent));
        let stopped = self.stopped;
        let only = self.budget.only;
        Ok(Report { parts, waiting, sent, stopped, only, next_attempt })
    }

    /// What a run was cut off from is taken up at once; what it left for another reason, not so
    /// soon that the phone would never rest.
    fn next_attempt(&self, part: &Part) -> Option<UnixTime> {
        let of_host = self.gates.closed(&part.host, self.now).map(|closed| closed.until);
        let of_host = of_host.filter(|_| part.problem.is_some());
        let left = part.waiting.next_attempt.map(|at| match at > self.now || self.stopped {
            true => at,
            false => self.now.plus(SOON),
        });
        left.into_iter().chain(of_host).min()
    }
}

/// The records of a membership as a run finds them.
pub(super) struct Before {
    /// How many need the person.
    needs_you: u32,
    /// Those that a receipt is over.
    received: BTreeSet<i64>,
}

impl Before {
    fn of(rows: &[BriefRow]) -> Self {
        let needing = rows.iter().filter(|row| row.item.progress.group() == Group::NeedsYou);
        let received = rows.iter().filter(|row| row.item.progress.receipt.is_some());
        Self {
            needs_you: u32::try_from(needing.count()).unwrap_or(u32::MAX),
            received: received.map(|row| row.id).collect(),
        }
    }

    /// A receipt over a record that only lay here, such as one handed in on paper, was not sent.
    fn is_new_receipt(&self, row: &BriefRow) -> bool {
        let progress = &row.item.progress;
        let has_left = progress.leaving != Leaving::No;
        has_left && progress.receipt.is_some() && !self.received.contains(&row.id)
    }
}

/// The records of each membership, before anything is done.
pub(super) fn before(store: &Store, memberships: &[Membership]) -> Result<Vec<Before>, StoreError> {
    let of = |tx: &Tx<'_>, membership: &Membership| {
        Ok(Before::of(&tx.queue_briefs::<Queued>(&membership.id)?))
    };
    store.read(|tx| memberships.iter().map(|one| of(tx, one)).collect())
}
