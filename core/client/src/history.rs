//! One membership's history: the head, then statements, notices and receipts until they match it.
//!
//! Everything is verified before anything is kept, and kept in one transaction: a history that
//! contradicts itself leaves what this phone holds as it is, and an alarm with both documents.

mod disowned;
mod examine;
mod keep;
mod series;

use super::SyncError;
use super::authority::{AuthorityApi, Call, unsigned};
use super::plan::Arrived;
use super::status::Stop;
use super::wire::HeadAnswer;
use keep::Keeper;
pub use series::says_the_same;
use series::{Fresh, Held, all_firm};
use standing_model::clock::{Clock, Entropy};
use standing_model::ids::{KeyId, MembershipId, Nonce, TrustId};
use standing_model::message::{About, Head, Notice, Receipt};
use standing_model::statement::Statement;
use standing_store::{Alarm, Store, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::head::{self, Chain, HeadAlarm};
use standing_verify::jws::jwk_of;
use standing_verify::keys::IssuerKeys;
use standing_verify::message::{Expected, Verified, verify};

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
    /// Receipts that say what this phone had, signed anew.
    pub receipts_anew: Vec<Arrived>,
    /// A notice says that the key of this phone is revoked.
    pub revoked: bool,
}

/// Everything that this phone holds of a membership, by the keys of today.
struct Holdings {
    statements: Vec<Held<Statement>>,
    notices: Vec<Held<Notice>>,
    receipts: Vec<Held<Receipt>>,
}

/// Everything that was fetched.
struct Fetched {
    statements: Fresh<Statement>,
    notices: Fresh<Notice>,
    receipts: Fresh<Receipt>,
    /// What is kept beside it.
    alarms: Vec<Alarm>,
}

impl History<'_> {
    /// Brings the history up to date; `with` may keep more in the same transaction.
    ///
    /// # Errors
    /// [`SyncError`]; nothing new is kept then, except alarms.
    pub async fn update(
        &self,
        stop: &Stop,
        with: impl FnOnce(&Tx<'_>, &News) -> Result<(), StoreError>,
    ) -> Result<News, SyncError> {
        stop.check()?;
        let held = self.holdings()?;
        let (compact, head) = self.ask_head().await?;
        self.compare_heads(&held, &compact, head.payload())?;
        let mut fetched = self.fetch_all(held, head.payload(), stop).await?;
        fetched.alarms.extend(self.left_out(head.payload(), &compact)?);
        stop.check()?;
        let keeper = Keeper { history: self, head: &head, now: self.clock.now() };
        let news = fetched.news(jwk_of(&self.api.key().verifying_key()).thumbprint());
        self.store.write(|tx| {
            keeper.documents(tx, &fetched.statements)?;
            keeper.documents(tx, &fetched.notices)?;
            keeper.documents(tx, &fetched.receipts)?;
            fetched.alarms.iter().try_for_each(|alarm| tx.add_alarm(alarm).map(drop))?;
            keeper.head(tx, &compact)?;
            with(tx, &news)
        })?;
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
    ) -> Result<Fetched, SyncError> {
        let statements = self.fetch(held.statements, head, stop).await?;
        let mut alarms = self.compare_anew(&statements, head)?;
        alarms.extend(self.examine(&statements, head)?);
        let notices = self.fetch(held.notices, head, stop).await?;
        alarms.extend(self.compare_anew(&notices, head)?);
        let receipts = self.fetch(held.receipts, head, stop).await?;
        alarms.extend(self.compare_anew(&receipts, head)?);
        Ok(Fetched { statements, notices, receipts, alarms })
    }

    async fn ask_head(&self) -> Result<(String, Verified<Head>), SyncError> {
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

    /// "A lower `n`, or the same `n` with another `last`, is kept and alarmed."
    fn compare_heads(&self, held: &Holdings, compact: &str, newer: &Head) -> Result<(), SyncError> {
        let Some(stored) = self.store.read(|tx| tx.newest_head(self.membership))? else {
            return Ok(());
        };
        let held_since = Some(stored.stored_at);
        let expected = Expected { held_since, ..Expected::fresh(self.keys, self.sub) };
        // A head that no longer verifies, after a key was withdrawn, says nothing.
        let Ok(older) = verify::<Head>(&stored.compact, expected) else { return Ok(()) };
        // After a key was withdrawn as compromised, documents may be signed anew under the same
        // numbers; whether they say the same is looked at document by document.
        let mut found = head::compare(older.payload(), newer).into_iter();
        let first = found.find(|alarm| match alarm {
            HeadAlarm::Fork(Chain::Statements) => all_firm(&held.statements, self.keys),
            HeadAlarm::Fork(Chain::Notices) => all_firm(&held.notices, self.keys),
            HeadAlarm::Fork(Chain::Receipts) => all_firm(&held.receipts, self.keys),
            HeadAlarm::Rollback(_) | HeadAlarm::Earlier => true,
        });
        let Some(first) = first else { return Ok(()) };
        let documents = vec![stored.compact, compact.to_owned()];
        let alarm = self.alarm(first.kind(), first.about(newer), documents);
        Err(self.contradiction(alarm)?)
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, call: Call) -> Result<T, SyncError> {
        let host = self.api.host();
        let answer = self.api.call(call).await;
        let answer =
            answer.map_err(|source| SyncError::Transport { host: host.clone(), source })?;
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

    fn alarm(&self, kind: &str, about: String, documents: Vec<String>) -> Alarm {
        Alarm {
            trust: self.trust,
            membership: Some(self.membership.clone()),
            kind: kind.to_owned(),
            about,
            documents,
            found_at: self.clock.now(),
        }
    }

    fn contradiction(&self, alarm: Alarm) -> Result<SyncError, SyncError> {
        self.store.write(|tx| tx.add_alarm(&alarm))?;
        Ok(SyncError::Contradiction { kind: alarm.kind, about: alarm.about })
    }
}

impl Fetched {
    /// What was new, for the phone with this key.
    fn news(&self, mine: KeyId) -> News {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let arrived = |(compact, receipt): &(String, Verified<Receipt>)| Arrived {
            receipt: receipt.clone(),
            compact: compact.clone(),
        };
        News {
            statements: count(self.statements.news().count()),
            notices: count(self.notices.news().count()),
            receipts: self.receipts.news().map(arrived).collect(),
            receipts_anew: self.receipts.only_anew().map(arrived).collect(),
            revoked: self.notices.all().any(|one| one.about == About::KeyRevoked(mine)),
        }
    }
}
