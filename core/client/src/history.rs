//! One membership's history: the head, then statements, notices and receipts until they match it.
//!
//! Everything is verified before it is kept. Pages are kept as they arrive, as provisional, and
//! become part of their series in one transaction, when the head matches. A contradiction is kept as
//! an alarm with its documents, and stops nothing: what the newest head names is in use (PROTOCOL
//! §3.6).

mod compare;
mod disowned;
mod fetch;
mod holes;
mod keep;
mod series;

use std::collections::BTreeMap;

use super::SyncError;
use super::authority::{AuthorityApi, Call, unsigned};
use super::plan::Arrived;
use super::status::Stop;
use super::wire::HeadAnswer;
use keep::{Keeper, Receiver};
use series::{Item, Stored};
use standing_model::clock::{Clock, Entropy};
use standing_model::ids::{Hash, KeyId, MembershipId, Nonce, TrustId};
use standing_model::message::{Head, Notice, Receipt};
use standing_model::series::SeriesKind;
use standing_model::statement::Statement;
use standing_model::time::UnixTime;
use standing_store::{Store, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::alarm::{Alarm, Found};
use standing_verify::head;
use standing_verify::head::Compared;
use standing_verify::jws::jwk_of;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified};

/// A membership whose history is brought up to date.
pub struct History<'a> {
    pub store: &'a Store,
    pub api: &'a AuthorityApi,
    pub keys: &'a IssuerKeys,
    pub trust: TrustId,
    pub membership: &'a MembershipId,
    pub sub: &'a str,
    pub clock: &'a dyn Clock,
    pub entropy: &'a dyn Entropy,
}

/// What was new.
#[derive(Debug, Default)]
pub struct News {
    /// How many statements.
    pub statements: u32,
    /// How many notices.
    pub notices: u32,
    /// How many receipts.
    pub new_receipts: u32,
    /// New receipts, some at a time.
    pub receipts: Vec<Arrived>,
    /// Receipts that say what this phone had, signed by another key, some at a time.
    pub receipts_reissued: Vec<Arrived>,
    /// A notice says that the key of this phone is revoked.
    pub revoked: bool,
    /// The gravest contradiction that was new, or that keeps the head from being taken.
    pub contradiction: Option<Alarm>,
    /// Why a series could not be brought up to date.
    pub problem: Option<SyncError>,
}

impl News {
    fn count(&mut self, series: SeriesKind) {
        let count = match series {
            SeriesKind::Statements => &mut self.statements,
            SeriesKind::Notices => &mut self.notices,
            SeriesKind::Receipts => &mut self.new_receipts,
        };
        *count = count.saturating_add(1);
    }
}

/// Keeps more in the transaction that keeps a history.
pub type Histories<'a> = dyn Fn(&Tx<'_>, &News) -> Result<(), StoreError> + Send + Sync + 'a;

/// When each document reached this phone, and since when it is held provably.
type Times = BTreeMap<Hash, (UnixTime, Option<UnixTime>)>;

/// Everything that this phone holds of a membership, by the keys of today.
struct Holdings {
    statements: Stored<Statement>,
    notices: Stored<Notice>,
    receipts: Stored<Receipt>,
    /// Contradictions in it that are new.
    raised: Vec<Alarm>,
}

impl History<'_> {
    /// Brings the history up to date; `with` may keep more in the same transaction. It hears of
    /// receipts some at a time.
    ///
    /// # Errors
    /// [`SyncError`]; what arrived by then is provisional, and alarms are kept. What is wrong with
    /// one series alone is told in the news.
    pub async fn update(&self, stop: &Stop, with: &Histories<'_>) -> Result<News, SyncError> {
        stop.check()?;
        let held = self.holdings()?;
        let (compact, head) = self.ask_head().await?;
        let keeper = Keeper { history: self, head: &head, now: self.clock.now() };
        let mut held = self.fill_holes(held, &keeper, stop).await?;
        let compared = self.compare_heads(&held, &compact, head.payload())?;
        // The head and what this phone holds are evidence enough: the alarm does not wait for the
        // other document.
        let times = held.times();
        let raised = self.store.write(|tx| self.keep(tx, &compared.found, &times))?;
        held.raised.extend(raised);
        if !compared.replaces {
            held.raised.extend(compared.found.iter().map(|found| found.alarm.clone()));
        }
        let fetched = [
            self.fetch(&mut held.statements, head.payload(), &keeper, stop).await?,
            self.fetch(&mut held.notices, head.payload(), &keeper, stop).await?,
            self.fetch(&mut held.receipts, head.payload(), &keeper, stop).await?,
        ];
        stop.check()?;
        let arrived = Arrival { keeper: &keeper, compared: &compared, compact: &compact, with };
        arrived.keep(held, fetched)
    }

    /// Verifies what this phone holds again, and says what is wrong with it before anything is
    /// asked for: it is so whether or not the authority answers.
    fn holdings(&self) -> Result<Holdings, SyncError> {
        let mut raised = Vec::new();
        let mut found = |found: Vec<Found>| {
            let new = self.store.write(|tx| self.keep(tx, &found, &Times::new()))?;
            raised.extend(new);
            Ok(())
        };
        let statements = self.stored(&mut found)?;
        let notices = self.stored(&mut found)?;
        let receipts = self.stored(&mut found)?;
        self.disown(&statements)?;
        self.disown(&notices)?;
        self.disown(&receipts)?;
        Ok(Holdings { statements, notices, receipts, raised })
    }

    /// The thumbprint of this phone's key.
    fn mine(&self) -> KeyId {
        jwk_of(&self.api.key().verifying_key()).thumbprint()
    }

    pub(crate) async fn ask_head(&self) -> Result<(String, Verified<Head>), SyncError> {
        let mut bytes = [0; 16];
        self.entropy.fill(&mut bytes).map_err(StoreError::from)?;
        let nonce = Nonce::from_bytes(bytes);
        let call = Call::get(format!("/v1/head?nonce={nonce}"), "head");
        let answer: HeadAnswer = self.get(call).await?;
        let expected = Expected::fresh(self.keys, self.sub);
        let verified = head::verify_answer(&answer.head, expected, nonce);
        let verified = verified.map_err(|error| self.untrusted(error))?;
        let good_until = self.store.read(|tx| tx.root(self.trust))?.map(|root| root.good_until);
        if good_until.is_some_and(|good_until| verified.payload().iat > good_until) {
            return Err(self.untrusted(TrustError::WrongAnswer("a head of a time to come")));
        }
        Ok((answer.head, verified))
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, call: Call) -> Result<T, SyncError> {
        let host = self.api.host();
        let answer = self.api.call(call).await;
        let answer = answer.map_err(|source| SyncError::exchange(host.clone(), source))?;
        if !answer.is_success() {
            let detail = unsigned(&answer).detail;
            let status = answer.status;
            return Err(SyncError::Refused { host, status, detail });
        }
        serde_json::from_slice(&answer.body).map_err(|_| SyncError::WebPage { host })
    }

    fn untrusted(&self, source: TrustError) -> SyncError {
        SyncError::Trust { host: self.api.host(), source }
    }
}

/// What arrived, to be kept with its head.
struct Arrival<'a> {
    keeper: &'a Keeper<'a>,
    compared: &'a Compared,
    compact: &'a str,
    with: &'a Histories<'a>,
}

impl Arrival<'_> {
    /// Keeps in one transaction what matches the head, and everything that is wrong.
    fn keep(
        &self,
        held: Holdings,
        [statements, notices, receipts]: [fetch::Fetched; 3],
    ) -> Result<News, SyncError> {
        let (history, head) = (self.keeper.history, self.keeper.head.payload());
        let quiet = history.left_out(head, self.compact)?;
        let times = held.times();
        let Holdings { statements: mut one, notices: mut two, receipts: mut three, raised } = held;
        let mut raised = raised;
        let all = [&statements, &notices, &receipts];
        let complete = all.iter().all(|fetched| fetched.problem.is_none());
        let news = history.store.write(|tx| {
            history.keep(tx, &quiet, &times)?;
            for fetched in all {
                raised.extend(history.keep(tx, &fetched.found, &times)?);
            }
            let mut found = |found: &[Found]| {
                raised.extend(history.keep(tx, found, &times)?);
                Ok(())
            };
            let news = News { revoked: two.revoked, ..News::default() };
            let mut to = Receiver { tx, with: self.with, found: &mut found, news };
            self.series(&mut one, statements.fits, &mut to)?;
            self.series(&mut two, notices.fits, &mut to)?;
            self.series(&mut three, receipts.fits, &mut to)?;
            to.hand_on()?;
            if self.compared.replaces && complete {
                self.keeper.head(tx, self.compact)?;
            }
            Ok(to.news)
        });
        let mut news = news?;
        news.contradiction = raised.into_iter().min_by_key(Alarm::gravity);
        news.problem = statements.problem.or(notices.problem).or(receipts.problem);
        Ok(news)
    }

    /// Takes up what arrived of one series, if it fits.
    fn series<T: Item>(
        &self,
        stored: &mut Stored<T>,
        fits: bool,
        to: &mut Receiver<'_>,
    ) -> Result<(), StoreError> {
        if fits {
            self.keeper.promote(stored, to)?;
        } else {
            stored.arrived.clear();
        }
        let (history, head) = (self.keeper.history, self.keeper.head.payload());
        let late = history.after_head(to.tx, stored, head)?;
        (to.found)(&late)
    }
}

impl Holdings {
    /// When each document of every series reached this phone.
    fn times(&self) -> Times {
        let mut times = self.statements.times();
        times.extend(self.notices.times());
        times.extend(self.receipts.times());
        times
    }
}
