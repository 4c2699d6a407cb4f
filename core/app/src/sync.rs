//! Sync: starts a run of the client, and says what came of it.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::settings;
use super::view::sync::{Fetch, NetworkKind, SyncNews, SyncPart, SyncProgress, SyncView};
use super::waiting;
use super::words::Words;
use super::{App, authorities, briefs, explain, holdings};
use crate::error::{AppError, ErrorKind, Problem};
use standing_client::SyncError;
use standing_client::register::{RegisterNews, UNASKED};
use standing_client::run::{About, Budget, By, Only, Part, Report, Run, Step};
pub use standing_client::status::Stop;
use standing_client::transport::host_of;
use standing_client::watch::{Ends, Watch};
use standing_model::ids::MembershipId;
use standing_store::Membership;

/// Hears how far a sync is. Called from the thread that runs the sync.
pub type Listener<'a> = &'a (dyn Fn(SyncProgress) + Send + Sync);

impl App {
    /// Sends what waits and brings everything up to date, because a person asks for it: whatever
    /// waits is tried now. Returns when it is done or stopped; what went wrong is in the view,
    /// part by part. `network` is the one in use now: what the person chose about charged volume
    /// and photos is kept to. Stop it if another comes into use.
    ///
    /// # Errors
    /// `Refused` if the person chose to sync only without volume charges and `network` has them:
    /// nothing is fetched or sent then; `Storage` if a sync is at work already, or the phone
    /// cannot store.
    pub async fn sync(
        &self,
        network: NetworkKind,
        stop: &Stop,
        listener: Listener<'_>,
    ) -> Result<SyncView, AppError> {
        self.run(network, (By::Person, None), stop, listener).await
    }

    /// Fetches what is new of one register, by its fingerprint, however large it is and whatever
    /// the network charges: the person has seen the size and asks for it.
    ///
    /// # Errors
    /// `NotFound` if there is no such register; `Storage` if a sync is at work already, or the
    /// phone cannot store.
    pub async fn update_register(
        &self,
        fingerprint: &str,
        stop: &Stop,
        listener: Listener<'_>,
    ) -> Result<SyncView, AppError> {
        let only = Only::Register(self.register_root(fingerprint)?.trust);
        let _at_work = self.at_work()?;
        let (photos_wait, large_waits) = (false, false);
        let budget = Budget { time: None, photos_wait, large_waits, only, by: By::Person };
        self.run_within(budget, stop, listener).await
    }

    /// As [`Self::sync`], begun by the phone: only what is due is tried, and it takes no longer
    /// than `seconds`.
    ///
    /// # Errors
    /// Those of [`Self::sync`].
    pub async fn sync_unasked(
        &self,
        network: NetworkKind,
        seconds: u32,
        stop: &Stop,
        listener: Listener<'_>,
    ) -> Result<SyncView, AppError> {
        let time = Duration::from_secs(seconds.into());
        self.run(network, (By::Phone, Some(time)), stop, listener).await
    }

    async fn run(
        &self,
        network: NetworkKind,
        (by, time): (By, Option<Duration>),
        stop: &Stop,
        listener: Listener<'_>,
    ) -> Result<SyncView, AppError> {
        let chosen = self.read(settings::networks)?;
        let metered = network == NetworkKind::Metered;
        if metered && chosen.unmetered_only {
            return Err(self.words().error(ErrorKind::Refused, "metered", &[]));
        }
        let _at_work = self.at_work()?;
        let photos_wait = metered && chosen.photos_over_wifi;
        // A phone that lies locked keeps the key that reads to itself; sending needs the other one.
        let only = match self.read(|tx| Ok(tx.can_read()))? {
            true => Only::Everything,
            false => Only::Records,
        };
        let budget = Budget { time, photos_wait, large_waits: metered, only, by };
        self.run_within(budget, stop, listener).await
    }

    async fn run_within(
        &self,
        budget: Budget,
        stop: &Stop,
        listener: Listener<'_>,
    ) -> Result<SyncView, AppError> {
        let names = Names { app: self, words: self.words() };
        let heard = |step: Step<'_>, done: usize, total: usize| {
            listener(names.progress(step, done, total));
        };
        let run = Run {
            store: self.store()?,
            transport: self.transport(),
            clock: Arc::clone(&self.clock),
            entropy: Arc::clone(&self.entropy),
            stop,
            noted: self.notes_keeper()?,
            heard: &heard,
            rulebooks: &holdings::rulebooks_named,
        };
        let report = run.run(budget).await;
        drop(run);
        self.settle(budget.only)?;
        let report = report.map_err(|error| self.explain_store(&error))?;
        // What cannot be compared now is compared after the next sync.
        let changed = self.notice_watched().unwrap_or_default();
        // What cannot be noted now is said after the next sync.
        let overdue = self.notice_overdue().unwrap_or_default();
        names.view(&report, changed > 0, overdue)
    }

    /// What is to be done when a run has ended, however it ended.
    fn settle(&self, only: Only) -> Result<(), AppError> {
        self.keep_notes()?;
        // What could not be noted is verified again each time until it is.
        drop(self.write(|tx| holdings::note(tx, &self.memo)));
        if only == Only::Everything {
            // What is damaged is noted as it is found; nothing else comes of it.
            drop(self.read(briefs::open_all));
        }
        // What was stored is on the disk, whether or not the key store answers now.
        drop(self.store()?.run_ended());
        Ok(())
    }
}

/// Says that no sync is at work any more, however it ended.
pub(super) struct AtWork<'a>(pub(super) &'a App);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.syncing.store(false, Ordering::SeqCst);
    }
}

/// A register's sync hears of the stop; its files are small enough to go without their progress.
pub(super) struct Watching<'a> {
    pub stop: &'a Stop,
    pub fetch: Fetch,
}

impl Watch for Watching<'_> {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        self.stop.is_stopped()
    }

    fn ends(&self) -> Ends {
        let stop = self.stop.clone();
        Box::new(move || stop.is_stopped())
    }

    fn unasked(&self) -> Option<u64> {
        (self.fetch == Fetch::Small).then_some(UNASKED)
    }
}

/// A report in words.
struct Names<'a> {
    app: &'a App,
    words: Words,
}

impl Names<'_> {
    fn progress(&self, step: Step<'_>, done: usize, total: usize) -> SyncProgress {
        let (key, name) = match step {
            Step::Authority(membership) => ("sync-asking", self.of(membership)),
            Step::Register(root) => ("sync-register", host_of(&root.repo)),
            Step::Done => ("sync-done", String::new()),
        };
        let text = self.words.say(key, &[("name", name.into())]);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        SyncProgress { text, done: count(done), total: count(total) }
    }

    fn view(&self, report: &Report, watched: bool, overdue: bool) -> Result<SyncView, AppError> {
        let parts: Vec<SyncPart> =
            report.parts.iter().map(|part| self.part(part)).collect::<Result<_, _>>()?;
        let (needs_you, is_new) = self.worth_a_notice(report)?;
        let news = match (needs_you || overdue, is_new || watched) {
            (true, _) => Some(SyncNews::NeedsYou),
            (false, true) => Some(SyncNews::SomethingNew),
            (false, false) => None,
        };
        Ok(SyncView {
            complete: report.is_complete(),
            stopped: report.stopped,
            text: self.text(report),
            sent: report.sent,
            waiting: report.waiting.waiting,
            needs_you: report.waiting.needs_you,
            next_attempt: report.next_attempt.map(|at| at.0),
            news,
            parts,
        })
    }

    /// Whether more needs a person, and whether something new came, for those whose pages open
    /// without being asked for: of the others no notice tells that there is anything.
    fn worth_a_notice(&self, report: &Report) -> Result<(bool, bool), AppError> {
        let (mut needs_you, mut is_new) = (false, false);
        for part in &report.parts {
            if self.is_locked(part)? {
                continue;
            }
            needs_you |= part.needs_you_more;
            is_new |= [part.statements, part.notices, part.receipts].iter().any(|n| *n > 0);
        }
        Ok((needs_you, is_new))
    }

    fn is_locked(&self, part: &Part) -> Result<bool, AppError> {
        match &part.about {
            About::Membership(id) => self.app.read(|tx| tx.is_membership_locked(id)),
            About::Register(_) => Ok(false),
        }
    }

    /// What is true of the whole: what was not done, then what waits.
    fn text(&self, report: &Report) -> String {
        let all_well = report.parts.iter().all(Part::is_well);
        let unwell = report.parts.iter().filter(|part| !part.is_well());
        let asks_first: Option<Vec<u64>> = unwell.map(Part::asks_first).collect();
        let asks_first = asks_first.unwrap_or_default().into_iter().fold(0, u64::saturating_add);
        let done = match (report.stopped, report.parts.is_empty(), all_well) {
            (true, ..) => Some("sync-stopped"),
            _ if report.only == Only::Records => Some("sync-locked"),
            (_, true, _) => Some("sync-nothing"),
            (.., false) if asks_first > 0 => Some("sync-asks-first"),
            (.., false) => Some("sync-incomplete"),
            _ if report.only != Only::Everything => Some("sync-register-now"),
            _ if report.waiting.is_empty() => Some("sync-complete"),
            _ => None,
        };
        let size = [("size", self.words.size(asks_first).into())];
        let mut said: Vec<String> =
            done.map(|key| self.words.say(key, &size)).into_iter().collect();
        let waits = waiting::text(self.words, report.waiting, self.app.now(), self.app.here());
        said.extend((!waits.is_empty()).then_some(waits));
        self.words.sentences(&said)
    }

    fn part(&self, part: &Part) -> Result<SyncPart, AppError> {
        let (membership, name) = match &part.about {
            About::Membership(id) => (Some(id.clone()), self.named(id)?),
            About::Register(_) => (None, part.host.clone()),
        };
        let refused = part.register.as_ref().and_then(|news| news.refused.first());
        // "A list that cannot be taken stops no other", and is not passed over in silence.
        let problem = match (&part.problem, refused) {
            (Some(error), _) => Some(self.problem(error, &part.host)),
            (None, Some((iss, error))) => Some(self.problem(error, iss.as_str())),
            (None, None) => None,
        };
        let text = match (&part.problem, &part.register) {
            _ if self.is_locked(part)? => self.words.say("sync-person-locked", &[]),
            (Some(_), _) => self.waits(part),
            (None, Some(news)) => self.register(news),
            (None, None) => self.news(part),
        };
        Ok(SyncPart {
            membership,
            name,
            text,
            statements: part.statements,
            notices: part.notices,
            receipts: part.receipts,
            sent: part.sent,
            waiting: part.waiting.waiting,
            needs_you: part.waiting.needs_you,
            next_attempt: part.next_attempt.map(|at| at.0),
            problem,
        })
    }

    fn news(&self, part: &Part) -> String {
        let counted = [
            ("sync-statements", part.statements),
            ("sync-notices", part.notices),
            ("sync-receipts", part.receipts),
            ("sync-sent", part.sent),
        ];
        let counted = counted.into_iter().filter(|(_, n)| *n > 0);
        let said: Vec<String> =
            counted.map(|(key, n)| self.words.say(key, &[("n", n.into())])).collect();
        let news = if said.is_empty() {
            self.words.say("sync-no-news", &[])
        } else {
            self.words.say("sync-news", &[("what", self.words.row(&said).into())])
        };
        let waits = self.waits(part);
        if waits.is_empty() { news } else { self.words.sentences(&[news, waits]) }
    }

    fn waits(&self, part: &Part) -> String {
        waiting::text(self.words, part.waiting, self.app.now(), self.app.here())
    }

    fn register(&self, news: &RegisterNews) -> String {
        let key = match (news.gaps.is_empty(), news.changed) {
            (false, _) => "sync-register-gap",
            (true, true) => "sync-register-done",
            (true, false) => "sync-register-same",
        };
        let args = [("n", news.version.into()), ("size", self.words.size(news.bytes).into())];
        let mut said = vec![self.words.say(key, &args)];
        if news.left_out > 0 {
            said.push(self.words.say("rows-left-out", &[("n", news.left_out.into())]));
        }
        self.words.sentences(&said)
    }

    fn named(&self, id: &MembershipId) -> Result<String, AppError> {
        let membership = self.app.read(|tx| tx.membership(id))?;
        Ok(membership.map(|membership| self.of(&membership)).unwrap_or_default())
    }

    fn of(&self, membership: &Membership) -> String {
        let named = self.app.read(|tx| authorities::whose(tx, membership, self.words));
        named.unwrap_or_else(|_| membership.iss.to_string())
    }

    fn problem(&self, error: &SyncError, host: &str) -> Problem {
        explain::sync(self.words, error, host).problem
    }
}
