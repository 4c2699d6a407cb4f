//! Sync: public data of each trust root, then each membership's history and queue.

use ed25519_dalek::SigningKey;
use std::sync::atomic::Ordering;

use super::settings;
use super::view::sync::{NetworkKind, SyncPart, SyncProgress, SyncView};
use super::words::Words;
use super::{App, explain, holdings};
use crate::error::{AppError, ErrorKind, Problem};
use standing_client::SyncError;
use standing_client::authority::AuthorityApi;
use standing_client::history::{History, News};
use standing_client::plan;
use standing_client::queue::Event;
pub use standing_client::status::Stop;
use standing_client::transport::host_of;
use standing_client::upload::Upload;
use standing_client::watch::Watch;
use standing_model::authority::{Authority, RulebookPointer};
use standing_model::ids::TrustId;
use standing_model::time::UnixTime;
use standing_store::{Membership, MembershipState, PinnedRoot, RootPurpose, StoreError, Tx};
use standing_verify::keys::IssuerKeys;

/// Hears how far a sync is. Called from the thread that runs the sync.
pub type Listener<'a> = &'a (dyn Fn(SyncProgress) + Send + Sync);

impl App {
    /// Brings everything up to date, and sends what waits. Returns when it is done or stopped;
    /// what went wrong stands in the view, part by part. `network` is the one in use now: what the
    /// person chose about charged volume and photos is kept to. Stop it if another comes into use.
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
        let chosen = self.read(settings::networks)?;
        let metered = network == NetworkKind::Metered;
        if metered && chosen.unmetered_only {
            return Err(self.words().error(ErrorKind::Refused, "metered", &[]));
        }
        let _at_work = self.at_work()?;
        let photos_wait = metered && chosen.photos_over_wifi;
        let run = Run { app: self, words: self.words(), stop, listener, photos_wait };
        let view = run.all().await;
        self.keep_notes()?;
        // What was stored is on the disk, whether or not the key store answers now.
        drop(self.store()?.run_ended());
        view
    }
}

/// Says that no sync is at work any more, however it ended.
pub(super) struct AtWork<'a>(pub(super) &'a App);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        self.0.syncing.store(false, Ordering::SeqCst);
    }
}

/// Receipts that were paged move the records that they are over, in the transaction that keeps
/// them.
fn receive(
    tx: &Tx<'_>,
    membership: &Membership,
    keys: &IssuerKeys,
    news: &News,
    now: UnixTime,
) -> Result<(), StoreError> {
    plan::sign_anew(tx, membership, keys, &news.receipts_reissued)?;
    plan::sign_anew(tx, membership, keys, &news.receipts)?;
    plan::receive(tx, membership, &news.receipts, now)?;
    if news.revoked { plan::tell_all(tx, &membership.id, &Event::KeyRevoked, now) } else { Ok(()) }
}

/// A register's sync hears of the stop; its files are small enough to go without their progress.
pub(super) struct Watching<'a>(pub(super) &'a Stop);

impl Watch for Watching<'_> {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        self.0.is_stopped()
    }
}

struct Run<'a> {
    app: &'a App,
    words: Words,
    stop: &'a Stop,
    listener: Listener<'a>,
    /// "Records with photos wait for Wi-Fi", and this is none.
    photos_wait: bool,
}

impl Run<'_> {
    async fn all(&self) -> Result<SyncView, AppError> {
        let (roots, memberships) = self.app.read(|tx| Ok((tx.roots()?, tx.memberships()?)))?;
        let active = |one: &Membership| one.state == MembershipState::Active;
        let memberships: Vec<Membership> = memberships.into_iter().filter(active).collect();
        let registers = roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let registers: Vec<&PinnedRoot> = registers.collect();
        let total = u32::try_from(memberships.len() + registers.len()).unwrap_or(u32::MAX);
        let mut parts = Vec::new();
        for membership in &memberships {
            let name = self.name_of(membership)?;
            self.report("sync-asking", &name, parts.len(), total);
            parts.push(self.membership(membership, name).await);
        }
        for root in registers {
            let name = host_of(&root.repo);
            self.report("sync-register", &name, parts.len(), total);
            parts.push(self.register(root, name).await);
        }
        self.report("sync-done", "", parts.len(), total);
        let complete = parts.iter().all(|part| part.problem.is_none());
        let key = match (self.stop.is_stopped(), complete, total) {
            (true, ..) => "sync-stopped",
            (_, _, 0) => "sync-nothing",
            (_, true, _) => "sync-complete",
            (_, false, _) => "sync-incomplete",
        };
        let text = self.words.say(key, &[]);
        Ok(SyncView { complete, stopped: self.stop.is_stopped(), text, parts })
    }

    async fn membership(&self, membership: &Membership, name: String) -> SyncPart {
        let host = host_of(&membership.api);
        let mut part = SyncPart {
            membership: Some(membership.id.clone()),
            name,
            text: String::new(),
            statements: 0,
            notices: 0,
            receipts: 0,
            sent: 0,
            problem: None,
        };
        match self.try_membership(membership, &mut part).await {
            Ok(for_wifi) => part.text = self.news(&part, for_wifi),
            Err(error) => part.problem = Some(self.problem(&error, &host)),
        }
        part
    }

    /// Fills a part; how many records wait for Wi-Fi.
    async fn try_membership(
        &self,
        membership: &Membership,
        part: &mut SyncPart,
    ) -> Result<u32, SyncError> {
        self.stop.check()?;
        let pointers = self.rulebooks_named(membership)?;
        let authority = self.authority(membership, &pointers).await?;
        let keys = IssuerKeys::of(membership.trust, &authority);
        let key = SigningKey::from_bytes(&membership.key_seed);
        let api = authority.api.trim_end_matches('/');
        let api = AuthorityApi::new(self.app.transport(), api, key);
        let history = self.history(membership, &api, &keys, part).await;
        let mut for_wifi = 0;
        // What waits is sent even where the history contradicts itself: a contest may be among it.
        // Somebody who cannot sign for the authority gets nothing in this run.
        let may_send = match &history {
            Err(SyncError::Transport { .. } | SyncError::Stopped) => false,
            Err(SyncError::Trust { source, .. }) => !source.is_forgery(),
            Ok(_) | Err(_) => true,
        };
        if may_send {
            for_wifi = self.queue(membership, &api, &keys, part).await?;
        }
        history?;
        // A new statement may name a rulebook that the trust list did not name before.
        let missing = self.rulebooks_named(membership)?;
        if missing.iter().any(|pointer| !pointers.contains(pointer)) {
            self.authority(membership, &missing).await?;
        }
        Ok(for_wifi)
    }

    async fn history(
        &self,
        membership: &Membership,
        api: &AuthorityApi,
        keys: &IssuerKeys,
        part: &mut SyncPart,
    ) -> Result<(), SyncError> {
        let store = self.app.store().map_err(|_| SyncError::Stopped)?;
        let history = History {
            store: &store,
            api,
            keys,
            trust: membership.trust,
            membership: &membership.id,
            sub: membership.sub.as_deref().unwrap_or_default(),
            clock: &*self.app.clock,
            entropy: &*self.app.entropy,
        };
        let now = self.app.now();
        let news =
            history.update(self.stop, |tx, news| receive(tx, membership, keys, news, now)).await?;
        part.statements = news.statements;
        part.notices = news.notices;
        part.receipts = u32::try_from(news.receipts.len()).unwrap_or(u32::MAX);
        let forged = |problem: &SyncError| matches!(problem, SyncError::Trust { source, .. } if source.is_forgery());
        match (news.problem, news.contradiction) {
            (Some(problem), _) if forged(&problem) => Err(problem),
            (_, Some(alarm)) => Err(SyncError::Contradiction(Box::new(alarm))),
            (Some(problem), None) => Err(problem),
            (None, None) => Ok(()),
        }
    }

    async fn queue(
        &self,
        membership: &Membership,
        api: &AuthorityApi,
        keys: &IssuerKeys,
        part: &mut SyncPart,
    ) -> Result<u32, SyncError> {
        let store = self.app.store().map_err(|_| SyncError::Stopped)?;
        let upload = Upload {
            store: &store,
            api,
            keys,
            membership,
            clock: &*self.app.clock,
            entropy: &*self.app.entropy,
            stopped: &|| self.stop.is_stopped(),
            photos_wait: self.photos_wait,
        };
        let outcome = upload.run().await?;
        part.sent = outcome.delivered;
        match outcome.unreachable {
            Some(source) => Err(SyncError::Transport { host: api.host(), source }),
            None => Ok(outcome.for_wifi),
        }
    }

    /// The authority as its trust root publishes it now.
    async fn authority(
        &self,
        membership: &Membership,
        rulebooks: &[RulebookPointer],
    ) -> Result<Authority, SyncError> {
        let data = self.app.public_data().map_err(|_| SyncError::Stopped)?;
        let issuers = std::slice::from_ref(&membership.iss);
        let list = data.refresh_authorities(membership.trust, issuers, rulebooks).await?;
        list.find(&membership.iss).cloned().ok_or_else(|| SyncError::Content {
            path: standing_model::authority::PATH.to_owned(),
            why: "the authority is no longer in it".to_owned(),
        })
    }

    fn rulebooks_named(&self, membership: &Membership) -> Result<Vec<RulebookPointer>, SyncError> {
        let store = self.app.store().map_err(|_| SyncError::Stopped)?;
        Ok(store.read(|tx| holdings::rulebooks_named(tx, &membership.id))?)
    }

    async fn register(&self, root: &PinnedRoot, name: String) -> SyncPart {
        let trust: TrustId = root.trust;
        let done = async {
            self.stop.check()?;
            let data = self.app.public_data().map_err(|_| SyncError::Stopped)?;
            data.refresh_register(trust, &Watching(self.stop)).await
        };
        let (problem, text) = match done.await {
            Err(error) => (Some(self.problem(&error, &name)), String::new()),
            // "A list that cannot be taken stops no other", and is not passed over in silence.
            Ok(news) => {
                let refused = news.refused.first();
                let problem = refused.map(|(iss, error)| self.problem(error, iss.as_str()));
                let key = match (news.gaps.is_empty(), news.changed) {
                    (false, _) => "sync-register-gap",
                    (true, true) => "sync-register-done",
                    (true, false) => "sync-register-same",
                };
                let mut said = vec![self.words.say(key, &[("n", news.version.into())])];
                if news.left_out > 0 {
                    said.push(self.words.say("rows-left-out", &[("n", news.left_out.into())]));
                }
                (problem, self.words.sentences(&said))
            }
        };
        let (statements, notices, receipts, sent) = (0, 0, 0, 0);
        SyncPart { membership: None, name, text, statements, notices, receipts, sent, problem }
    }

    fn name_of(&self, membership: &Membership) -> Result<String, AppError> {
        let found = self.app.read(|tx| holdings::authority_of(tx, membership))?;
        let name = found.map(|(authority, _)| authority.names.get(self.words.0));
        Ok(name.unwrap_or_else(|| membership.iss.to_string()))
    }

    fn news(&self, part: &SyncPart, for_wifi: u32) -> String {
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
        if for_wifi == 0 {
            return news;
        }
        let waits = self.words.say("sync-waits-wifi", &[("n", for_wifi.into())]);
        self.words.sentences(&[news, waits])
    }

    fn report(&self, key: &str, name: &str, done: usize, total: u32) {
        let text = self.words.say(key, &[("name", name.into())]);
        let done = u32::try_from(done).unwrap_or(total);
        (self.listener)(SyncProgress { text, done, total });
    }

    fn problem(&self, error: &SyncError, host: &str) -> Problem {
        explain::sync(self.words, error, host).problem
    }
}
