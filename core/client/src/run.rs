//! One run: everything that waits is sent, everything that is new is fetched, within a budget; and
//! a report of what is true afterwards.
//!
//! The order is the order of what cannot be had again. Under each trust root records go first, with
//! the keys last known good: a trust list that is late or gone stops none of them. Then the root is
//! asked once, whoever shares it, and what its members have to say. Registers wait for the records
//! of all, but not for long. Roots are worked through side by side, so that an authority that hangs
//! delays nobody under another root, and a host that is down is left alone (see [`crate::gate`]).
//!
//! The report never takes silence for success: it is read from the queue as it is stored then.

mod membership;
mod report;

use futures_util::future::join_all;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{OnceCell, watch};
use tokio::time::Instant;

use super::SyncError;
use super::gate::Gates;
use super::guard::Guard;
use super::metadata::PublicData;
use super::register::UNASKED;
use super::status::Stop;
use super::transport::{Transport, host_of};
use super::upload::Wake;
use super::watch::{Ends, Watch};
use membership::Member;
pub use report::{About, Part, Report};
use standing_model::authority::RulebookPointer;
use standing_model::clock::{Clock, Entropy};
use standing_model::ids::{MembershipId, TrustId};
use standing_store::{Membership, MembershipState, PinnedRoot, RootPurpose, Store, StoreError, Tx};

/// The setting under which the gates are kept.
const GATES: &str = "gates";

/// How long key lists and registers leave the line to records at most: one that hangs takes longer.
const RECORDS_FIRST: Duration = Duration::from_secs(5);

/// What a run may take.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// How long it may take.
    pub time: Option<Duration>,
    /// Photos wait for another network than the one in use.
    pub photos_wait: bool,
    /// Updates of registers that are large wait for another network, or for the person.
    pub large_waits: bool,
    /// What is done.
    pub only: Only,
    /// Who asks.
    pub by: By,
}

/// What a run does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Everything.
    Everything,
    /// Records are sent, nothing is fetched.
    Records,
    /// One register is brought up to date.
    Register(TrustId),
}

/// Who asks for a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A person: everything is due.
    Person,
    /// The phone: what is due is due.
    Phone,
}

/// What a run is at.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// Asking an authority.
    Authority(&'a Membership),
    /// Fetching a register.
    Register(&'a PinnedRoot),
    /// The end.
    Done,
}

/// What a run works with.
pub struct Run<'a> {
    pub store: Arc<Store>,
    pub transport: Arc<dyn Transport>,
    pub clock: Arc<dyn Clock>,
    pub entropy: Arc<dyn Entropy>,
    pub stop: &'a Stop,
    /// Called after each exchange.
    pub noted: Arc<dyn Fn() + Send + Sync>,
    /// Hears what the run is at: how many steps are done, of how many.
    pub heard: &'a (dyn Fn(Step<'_>, usize, usize) + Send + Sync),
    /// The rulebooks that a membership's statements name.
    pub rulebooks: &'a RulebooksNamed,
}

/// The rulebooks that a membership's statements name.
pub type RulebooksNamed =
    dyn Fn(&Tx<'_>, &MembershipId) -> Result<Vec<RulebookPointer>, StoreError> + Send + Sync;

/// A run at work.
struct Work<'a> {
    run: &'a Run<'a>,
    budget: Budget,
    gates: Arc<Gates>,
    guard: Arc<Guard>,
    data: PublicData,
    done: AtomicUsize,
    total: usize,
}

impl Run<'_> {
    /// Sends what waits and brings everything up to date; what went wrong is in the report, part by
    /// part.
    ///
    /// # Errors
    /// [`StoreError`] if the phone cannot read what there is to do, or keep what was learned.
    pub async fn run(&self, budget: Budget) -> Result<Report, StoreError> {
        let (kept, roots, memberships) =
            self.store.read(|tx| Ok((tx.setting(GATES)?, tx.roots()?, tx.memberships()?)))?;
        let active = |one: &Membership| one.state == MembershipState::Active;
        let memberships: Vec<Membership> = memberships.into_iter().filter(active).collect();
        let registers = roots.into_iter().filter(|root| root.purpose == RootPurpose::Register);
        let registers: Vec<PinnedRoot> = match budget.only {
            Only::Everything => registers.collect(),
            Only::Records => Vec::new(),
            Only::Register(trust) => registers.filter(|root| root.trust == trust).collect(),
        };
        let memberships = match budget.only {
            Only::Register(_) => Vec::new(),
            Only::Everything | Only::Records => memberships,
        };
        let gates = Arc::new(Gates::read(kept.as_deref()));
        if budget.by == By::Person {
            gates.open();
        }
        let total = memberships.len() + registers.len();
        let work = self.work(budget, &gates, total);
        let before = report::before(&self.store, &memberships)?;
        let mut members: Vec<Member> = memberships.iter().map(Member::new).collect();
        let (sent, sending) = watch::channel(0_usize);
        let registers = work.registers(&registers, sending, memberships.len());
        let ((), registers) = tokio::join!(work.memberships(&mut members, &sent), registers);
        let mut parts: Vec<Part> = members.into_iter().map(|member| member.part).collect();
        parts.extend(registers);
        (self.heard)(Step::Done, total, total);
        let now_kept = gates.to_text();
        if now_kept != kept {
            self.store.write(|tx| tx.set_setting(GATES, now_kept.as_deref()))?;
        }
        let stopped = work.guard.is_over();
        let finished = report::Finished { gates: &gates, budget, now: self.clock.now(), stopped };
        finished.report(&self.store, &memberships, parts, &before)
    }

    fn work(&self, budget: Budget, gates: &Arc<Gates>, total: usize) -> Work<'_> {
        let guard = Arc::new(Guard {
            inner: Arc::clone(&self.transport),
            gates: Arc::clone(gates),
            stop: self.stop.clone(),
            deadline: budget.time.map(|time| Instant::now() + time),
            clock: Arc::clone(&self.clock),
            entropy: Arc::clone(&self.entropy),
            noted: Arc::clone(&self.noted),
        });
        let data = PublicData {
            transport: guard.clone(),
            store: Arc::clone(&self.store),
            clock: Arc::clone(&self.clock),
        };
        let (gates, done) = (Arc::clone(gates), AtomicUsize::new(0));
        Work { run: self, budget, gates, guard, data, done, total }
    }
}

/// Which hosts the run leaves alone, and until when, as the gates were kept last.
///
/// # Errors
/// [`StoreError`].
pub fn gates(tx: &Tx<'_>) -> Result<Gates, StoreError> {
    Ok(Gates::read(tx.setting(GATES)?.as_deref()))
}

impl Work<'_> {
    /// Each root with those under it; `sent` counts those whose records had their turn.
    async fn memberships<'m>(&self, members: &mut [Member<'m>], sent: &watch::Sender<usize>) {
        let mut by_root: BTreeMap<TrustId, Vec<&mut Member<'m>>> = BTreeMap::new();
        for member in members {
            by_root.entry(member.membership.trust).or_default().push(member);
        }
        join_all(by_root.into_iter().map(|(trust, members)| self.root(trust, members, sent))).await;
    }

    /// Records of everybody under a root, then the root, asked once for all of them, then what each
    /// has to say. Nobody waits long for somebody else's records.
    async fn root(
        &self,
        trust: TrustId,
        mut members: Vec<&mut Member<'_>>,
        sent: &watch::Sender<usize>,
    ) {
        let wake = match self.budget.by {
            By::Person => Wake::Now,
            By::Phone => Wake::Due,
        };
        let memberships: Vec<&Membership> = members.iter().map(|one| one.membership).collect();
        let (here, list) = (watch::Sender::new(0_usize), OnceCell::new());
        let fetch = async || {
            records_first(here.subscribe(), memberships.len()).await;
            for membership in &memberships {
                self.tell(Step::Authority(membership));
            }
            self.trust_list(trust, &memberships).await.map_err(Arc::new)
        };
        join_all(members.iter_mut().map(async |member| {
            self.send_first(member, wake).await;
            for count in [sent, &here] {
                count.send_modify(|sent| *sent = sent.saturating_add(1));
            }
            // A phone that can keep nothing now fetches nothing for nothing.
            if self.budget.only == Only::Records || member.cannot_keep() {
                return;
            }
            match list.get_or_init(&fetch).await {
                Ok(list) => {
                    self.history(member, list).await;
                    self.further_rulebooks(trust, member).await;
                }
                Err(error) => member.part.problem = Some(Arc::clone(error)),
            }
            self.done.fetch_add(1, Ordering::Relaxed);
        }))
        .await;
    }

    async fn registers(
        &self,
        registers: &[PinnedRoot],
        sent: watch::Receiver<usize>,
        memberships: usize,
    ) -> Vec<Part> {
        records_first(sent, memberships).await;
        join_all(registers.iter().map(|root| self.register(root))).await
    }

    async fn register(&self, root: &PinnedRoot) -> Part {
        self.tell(Step::Register(root));
        let mut part = Part::new(About::Register(root.trust), host_of(&root.repo));
        let unasked = self.budget.large_waits.then_some(UNASKED);
        match self.data.refresh_register(root.trust, &Watching(&self.guard, unasked)).await {
            Ok(news) => part.register = Some(news),
            Err(error) => part.problem = Some(Arc::new(error)),
        }
        self.done.fetch_add(1, Ordering::Relaxed);
        part
    }

    fn tell(&self, step: Step<'_>) {
        (self.run.heard)(step, self.done.load(Ordering::Relaxed), self.total);
    }
}

/// A register's files hear of the end of the run; they are small enough to go without progress. So
/// many bytes are fetched unasked, if not all.
struct Watching<'a>(&'a Arc<Guard>, Option<u64>);

impl Watch for Watching<'_> {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        self.0.is_over()
    }

    fn ends(&self) -> Ends {
        let guard = Arc::clone(self.0);
        Box::new(move || guard.is_over())
    }

    fn unasked(&self) -> Option<u64> {
        self.1
    }
}

/// Waits until the records of so many memberships had their turn, but not for long.
async fn records_first(mut sent: watch::Receiver<usize>, memberships: usize) {
    let all_sent = sent.wait_for(|sent| *sent >= memberships);
    // Whichever comes first.
    drop(tokio::time::timeout(RECORDS_FIRST, all_sent).await);
}

/// Whether an error says that whoever answered cannot sign for the authority.
fn is_forgery(error: &SyncError) -> bool {
    matches!(error, SyncError::Trust { source, .. } if source.is_forgery())
}
