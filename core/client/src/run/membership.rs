//! One membership in a run: its records, then what its authority has to say.

use ed25519_dalek::SigningKey;
use std::sync::Arc;

use super::report::{About, Part};
use super::{Work, is_forgery};
use crate::SyncError;
use crate::authority::AuthorityApi;
use crate::history::{History, News};
use crate::plan;
use crate::queue::Event;
use crate::transport::{Transport, host_of};
use crate::upload::{Upload, Wake};
use standing_model::authority::{self, Authorities, Authority, RulebookPointer};
use standing_model::ids::TrustId;
use standing_model::time::UnixTime;
use standing_store::{Membership, StoreError, Tx};
use standing_verify::envelope::Sealing;
use standing_verify::keys::IssuerKeys;

/// A membership on its way through a run.
pub(super) struct Member<'a> {
    pub membership: &'a Membership,
    pub part: Part,
    /// The entry of the trust list with which records were sent; none if none were.
    sent_with: Option<Authority>,
}

impl<'a> Member<'a> {
    pub fn new(membership: &'a Membership) -> Self {
        let about = About::Membership(membership.id.clone());
        let part = Part::new(about, host_of(&membership.api));
        Self { membership, part, sent_with: None }
    }

    /// Whether this phone could not keep what came: the disk is full, or somebody holds the database.
    pub fn cannot_keep(&self) -> bool {
        use StoreError::{Busy, Erased, Full, InUse};
        let problem = self.part.problem.as_deref();
        matches!(problem, Some(SyncError::Store(Full | Busy | InUse | Erased)))
    }
}

impl Work<'_> {
    /// Sends with the keys last known good. A trust list that cannot be read is waited for.
    pub(super) async fn send_first(&self, member: &mut Member<'_>, wake: Wake) {
        let known = match self.known_authority(member.membership) {
            Ok(known) => known,
            Err(error) => {
                member.part.problem = Some(Arc::new(error));
                return;
            }
        };
        let Some(known) = known else { return };
        match self.send(member, &known, wake).await {
            Ok(()) => member.sent_with = Some(known),
            Err(error) => member.part.problem = Some(Arc::new(error)),
        }
    }

    /// Sends what is due. Somebody who cannot sign for the authority gets nothing: the head is
    /// asked for first, which is small and made for this moment.
    async fn send(
        &self,
        member: &mut Member<'_>,
        authority: &Authority,
        wake: Wake,
    ) -> Result<(), SyncError> {
        let (keys, api) = self.speak(member.membership, authority);
        let sealing = Sealing::of(authority, self.run.clock.now());
        let upload = Upload {
            store: &self.run.store,
            api: &api,
            keys: &keys,
            sealing: &sealing,
            membership: member.membership,
            clock: &*self.run.clock,
            entropy: &*self.run.entropy,
            gates: &self.gates,
            stopped: &|| self.guard.is_over(),
            wake,
            photos_wait: self.budget.photos_wait,
        };
        if !upload.is_due()? {
            return Ok(());
        }
        if sealing == Sealing::NoKeyInUse {
            return Err(SyncError::NoSealKey(authority.iss.clone()));
        }
        match self.of_history(member.membership, &keys, &api).ask_head().await {
            Err(error) if is_forgery(&error) => return Err(error),
            // A head that is not given, or not well, is no reason to keep a record back.
            Ok(_) | Err(_) => {}
        }
        upload.run().await?;
        Ok(())
    }

    /// The history by the newest trust list; records once more, if keys or address are others than
    /// those that they were sent with.
    pub(super) async fn history(&self, member: &mut Member<'_>, list: &Authorities) {
        let done = self.try_history(member, list).await;
        member.part.problem = done.err().map(Arc::new);
    }

    async fn try_history(
        &self,
        member: &mut Member<'_>,
        list: &Authorities,
    ) -> Result<(), SyncError> {
        let found = list.find(&member.membership.iss).cloned();
        let authority = found.ok_or_else(|| {
            SyncError::content(authority::PATH, "the authority is no longer in it")
        })?;
        let same = |sent: &Authority| (&sent.keys, &sent.api) == (&authority.keys, &authority.api);
        let mut unsent = Ok(());
        if !member.sent_with.as_ref().is_some_and(same) {
            unsent = self.send(member, &authority, Wake::Now).await;
            // Records wait for a key; what the authority has to say needs none.
            if !matches!(unsent, Ok(()) | Err(SyncError::NoSealKey(_))) {
                return unsent;
            }
        }
        let (keys, api) = self.speak(member.membership, &authority);
        let (membership, now) = (member.membership, self.run.clock.now());
        let news = self.of_history(membership, &keys, &api);
        let with = |tx: &Tx<'_>, news: &News| receive(tx, membership, &keys, news, now);
        let news = news.update(self.run.stop, &with).await?;
        member.part.statements = news.statements;
        member.part.notices = news.notices;
        member.part.receipts = news.new_receipts;
        match (news.problem, news.contradiction) {
            (Some(problem), _) if is_forgery(&problem) => Err(problem),
            (_, Some(alarm)) => Err(SyncError::Contradiction(Box::new(alarm))),
            (Some(problem), None) => Err(problem),
            (None, None) => unsent,
        }
    }

    /// The trust list of a root as it is published now, with every rulebook that its members name.
    pub(super) async fn trust_list(
        &self,
        trust: TrustId,
        memberships: &[&Membership],
    ) -> Result<Authorities, SyncError> {
        let issuers: Vec<_> = memberships.iter().map(|one| one.iss.clone()).collect();
        let mut named = Vec::new();
        for membership in memberships {
            named.extend(self.rulebooks_named(membership)?);
        }
        self.data.refresh_authorities(trust, &issuers, &named).await
    }

    /// A new statement may name a rulebook that the trust list did not name before: the root is
    /// asked once more then.
    pub(super) async fn further_rulebooks(&self, trust: TrustId, member: &mut Member<'_>) {
        if member.part.statements > 0
            && let Err(error) = self.fetch_rulebooks(trust, member.membership).await
        {
            member.part.fail(Arc::new(error));
        }
    }

    async fn fetch_rulebooks(
        &self,
        trust: TrustId,
        membership: &Membership,
    ) -> Result<(), SyncError> {
        let missing = self.missing(trust, &self.rulebooks_named(membership)?)?;
        if !missing.is_empty() {
            self.data.refresh_authorities(trust, &[], &missing).await?;
        }
        Ok(())
    }

    fn missing(
        &self,
        trust: TrustId,
        named: &[RulebookPointer],
    ) -> Result<Vec<RulebookPointer>, StoreError> {
        self.run.store.read(|tx| {
            let mut missing = Vec::new();
            for pointer in named {
                if tx.public_file(trust, &pointer.path())?.is_none() {
                    missing.push(pointer.clone());
                }
            }
            Ok(missing)
        })
    }

    fn rulebooks_named(&self, membership: &Membership) -> Result<Vec<RulebookPointer>, StoreError> {
        self.run.store.read(|tx| (self.run.rulebooks)(tx, &membership.id))
    }

    /// The authority as the trust list that this phone holds names it, however old that is; none
    /// if it is not in it, or the list cannot be read. Under a list of a later format no record
    /// leaves (PROTOCOL §1.10).
    fn known_authority(&self, membership: &Membership) -> Result<Option<Authority>, SyncError> {
        let (trust, path) = (membership.trust, authority::PATH);
        let (kept, later) = self.run.store.read(|tx| {
            Ok((tx.public_file(trust, path)?, tx.public_file(trust, authority::LATER)?))
        })?;
        if later.is_some() {
            return Err(SyncError::Later(path.to_owned()));
        }
        let list = kept.and_then(|kept| Authorities::read(&kept).ok());
        Ok(list.and_then(|list| list.find(&membership.iss).cloned()))
    }

    fn speak(&self, membership: &Membership, authority: &Authority) -> (IssuerKeys, AuthorityApi) {
        let keys = IssuerKeys::of(membership.trust, authority);
        let key = SigningKey::from_bytes(&membership.key_seed);
        let transport: Arc<dyn Transport> = self.guard.clone();
        (keys, AuthorityApi::new(transport, authority.api.trim_end_matches('/'), key))
    }

    fn of_history<'h>(
        &'h self,
        membership: &'h Membership,
        keys: &'h IssuerKeys,
        api: &'h AuthorityApi,
    ) -> History<'h> {
        History {
            store: &self.run.store,
            api,
            keys,
            trust: membership.trust,
            membership: &membership.id,
            sub: membership.sub.as_deref().unwrap_or_default(),
            clock: &*self.run.clock,
            entropy: &*self.run.entropy,
        }
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
    plan::sign_again(tx, membership, keys, &news.receipts_reissued)?;
    plan::sign_again(tx, membership, keys, &news.receipts)?;
    plan::receive(tx, membership, &news.receipts, now)?;
    if news.revoked {
        plan::apply_to_all(tx, &membership.id, &Event::KeyRevoked, now)
    } else {
        Ok(())
    }
}
