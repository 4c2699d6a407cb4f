//! One membership's history: the head, then statements, notices and receipts until they match it.
//!
//! Everything is verified before it is kept, and kept in one transaction. A contradiction is kept as
//! an alarm with its documents, and stops nothing: what the newest head names is in use (PROTOCOL
//! §3.6).

mod compare;
mod disowned;
mod holes;
mod keep;
mod series;

use super::SyncError;
use super::authority::{AuthorityApi, Call, unsigned};
use super::plan::Arrived;
use super::status::Stop;
use super::wire::HeadAnswer;
use keep::Keeper;
use series::{Fetched, Stored};
use standing_model::clock::{Clock, Entropy};
use standing_model::ids::{KeyId, MembershipId, Nonce, TrustId};
use standing_model::message::{About, Head, Notice, Receipt};
use standing_model::statement::Statement;
use standing_store::{Document, Store, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::alarm::{Alarm, Found};
use standing_verify::head;
use standing_verify::jws::jwk_of;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified};
use standing_verify::series::{Held, Numbered, examine};

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
    /// The receipts.
    pub receipts: Vec<Arrived>,
    /// Receipts that say what this phone had, signed by another key.
    pub receipts_reissued: Vec<Arrived>,
    /// A notice says that the key of this phone is revoked.
    pub revoked: bool,
    /// The gravest contradiction that was new, or that keeps the head from being taken.
    pub contradiction: Option<Alarm>,
    /// Why a series could not be brought up to date.
    pub problem: Option<SyncError>,
}

/// Everything that this phone holds of a membership, by the keys of today.
struct Holdings {
    statements: Stored<Statement>,
    notices: Stored<Notice>,
    receipts: Stored<Receipt>,
}

/// Everything that was fetched.
struct FetchedAll {
    statements: Fetched<Statement>,
    notices: Fetched<Notice>,
    receipts: Fetched<Receipt>,
}

impl History<'_> {
    /// Brings the history up to date; `with` may keep more in the same transaction.
    ///
    /// # Errors
    /// [`SyncError`]; nothing new is kept then, except alarms. What is wrong with one series alone
    /// is told in the news.
    pub async fn update(
        &self,
        stop: &Stop,
        with: impl FnOnce(&Tx<'_>, &News) -> Result<(), StoreError>,
    ) -> Result<News, SyncError> {
        stop.check()?;
        let held = self.holdings()?;
        let (compact, head) = self.ask_head().await?;
        let keeper = Keeper { history: self, head: &head, now: self.clock.now() };
        let held = self.fill_holes(held, &keeper, stop).await?;
        let compared = self.compare_heads(&held, &compact, head.payload())?;
        // The head and what this phone holds are evidence enough: the alarm does not wait for the
        // other document.
        let documents = held.documents();
        let mut raised = self.store.write(|tx| self.keep(tx, &compared.found, &documents))?;
        if !compared.replaces {
            raised.extend(compared.found.iter().map(|found| found.alarm.clone()));
        }
        let fetched = self.fetch_all(held, head.payload(), stop).await?;
        let found = fetched.found(self, head.payload());
        let quiet = self.left_out(head.payload(), &compact)?;
        stop.check()?;
        let mut news = fetched.news(jwk_of(&self.api.key().verifying_key()).thumbprint());
        let complete = fetched.is_complete();
        let contradiction = self.store.write(|tx| {
            keeper.documents(tx, &fetched.statements)?;
            keeper.documents(tx, &fetched.notices)?;
            keeper.documents(tx, &fetched.receipts)?;
            self.keep(tx, &quiet, &documents)?;
            raised.extend(self.keep(tx, &found, &documents)?);
            if compared.replaces && complete {
                keeper.head(tx, &compact)?;
            }
            with(tx, &news)?;
            Ok(raised.iter().min_by_key(|alarm| alarm.gravity()).cloned())
        })?;
        news.contradiction = contradiction;
        news.problem = fetched.problem();
        Ok(news)
    }

    /// Verifies what this phone holds again, and says what no longer verifies before anything is
    /// asked for: it is so whether or not the authority answers.
    fn holdings(&self) -> Result<Holdings, SyncError> {
        let (statements, notices, receipts) = (self.stored()?, self.stored()?, self.stored()?);
        self.disown(&statements)?;
        self.disown(&notices)?;
        self.disown(&receipts)?;
        Ok(Holdings { statements, notices, receipts })
    }

    async fn fetch_all(
        &self,
        held: Holdings,
        head: &Head,
        stop: &Stop,
    ) -> Result<FetchedAll, SyncError> {
        let statements = self.fetch(held.statements, head, stop).await?;
        let notices = self.fetch(held.notices, head, stop).await?;
        let receipts = self.fetch(held.receipts, head, stop).await?;
        Ok(FetchedAll { statements, notices, receipts })
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

impl Holdings {
    /// The rows of every series.
    fn documents(&self) -> Vec<Document> {
        let (statements, notices) = (&self.statements.documents, &self.notices.documents);
        statements.iter().chain(notices).chain(&self.receipts.documents).cloned().collect()
    }
}

impl FetchedAll {
    /// What is wrong with what was fetched, and with each series as it is then. What was found
    /// before is found again, and kept once.
    fn found(&self, history: &History<'_>, head: &Head) -> Vec<Found> {
        let mut found = series_found(&self.statements, history, head);
        found.extend(series_found(&self.notices, history, head));
        found.extend(series_found(&self.receipts, history, head));
        found
    }

    const fn is_complete(&self) -> bool {
        self.statements.problem.is_none()
            && self.notices.problem.is_none()
            && self.receipts.problem.is_none()
    }

    fn problem(self) -> Option<SyncError> {
        self.statements.problem.or(self.notices.problem).or(self.receipts.problem)
    }

    /// What was new, for the phone with this key.
    fn news(&self, mine: KeyId) -> News {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let arrived = |held: &Held<Receipt>| {
            let receipt = held.verdict.as_ref().ok()?.clone();
            Some(Arrived { receipt, compact: held.compact.clone() })
        };
        News {
            statements: count(self.statements.news().count()),
            notices: count(self.notices.news().count()),
            receipts: self.receipts.news().filter_map(arrived).collect(),
            receipts_reissued: self.receipts.reissued().filter_map(arrived).collect(),
            revoked: self.notices.all().any(|one| one.about == About::KeyRevoked(mine)),
            contradiction: None,
            problem: None,
        }
    }
}

fn series_found<T: Numbered>(
    fetched: &Fetched<T>,
    history: &History<'_>,
    head: &Head,
) -> Vec<Found> {
    let held = fetched.stored.series.with(&fetched.merged);
    let mut found = fetched.merged.found.clone();
    found.extend(examine(&held));
    found.extend(history.after_head(&held, head));
    found
}
