//! The trust list of a root and the rulebooks that it names: where they lie, fetching them from
//! there, and keeping them in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use super::namesakes::{self, Namesake};
use super::{Fetched, Opened, PublicData, candidate, keep_rulebook, limit};
use crate::SyncError;
use standing_model::authority::{self, Authorities, AuthoritiesError, Authority, RulebookPointer};
use standing_model::calendar::{self, Calendar, Region};
use standing_model::ids::{Hash, Issuer, TrustId};
use standing_model::link::{Fingerprint, Link};
use standing_model::rulebook::Rulebook;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_rules::versions::{HeldList, rule_after_the_deed};
use standing_store::{PinnedRoot, RootPurpose, StoreError, Tx};
use standing_verify::alarm::{Alarm, Found, KeptAlarm};
use standing_verify::metadata::{MetadataError, TARGETS};

/// Regions of one trust list whose calendars are fetched at most.
const MAX_REGIONS: usize = 64;

/// Authorities as their root signs them now: verified, nothing of it kept yet.
pub struct FetchedAuthorities {
    opened: Opened,
    /// The trust list.
    pub authorities: Authorities,
    /// Names that read as ones held under another root, which the person has not kept yet. Keeping
    /// the list keeps both names.
    pub namesakes: Vec<Namesake>,
    bytes: Vec<u8>,
    rulebooks: BTreeMap<String, Fetched>,
    calendars: BTreeMap<String, Fetched>,
}

impl FetchedAuthorities {
    /// The trust root.
    pub const fn trust(&self) -> TrustId {
        self.opened.root.trust
    }

    fn keep(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        let (opened, trust) = (&self.opened, self.trust());
        let root = tx.root(trust)?.unwrap_or_else(|| opened.root.clone());
        for found in self.contradictions(tx, root.checked_at)? {
            tx.keep_alarm(&KeptAlarm::of(found, trust, None, opened.now))?;
        }
        // From here on the repository lies where the root says.
        let signed = self.authorities.repo().first().map(ToString::to_string);
        let repo = signed.unwrap_or_else(|| root.repo.clone());
        tx.put_root(&PinnedRoot { repo, ..root })?;
        tx.set_further_address(trust, None)?;
        tx.put_public_file(trust, authority::PATH, &self.bytes)?;
        tx.remove_public_file(trust, authority::LATER)?;
        for (path, fetched) in &self.rulebooks {
            fetched.keep_refused(tx, trust, path)?;
            fetched.usable().map_or(Ok(()), |bytes| keep_rulebook(tx, opened, path, bytes))?;
        }
        for (path, fetched) in &self.calendars {
            fetched.keep_refused(tx, trust, path)?;
            fetched.usable().map_or(Ok(()), |bytes| tx.put_public_file(trust, path, bytes))?;
        }
        opened.keep_freshness(tx, opened.refreshed.good_until(TARGETS), UnixTime(0))
    }
}

impl FetchedAuthorities {
    /// What this list contradicts of the one before it, which was checked last at `checked_at`: a
    /// zone that is another, or a rule that came after the deed.
    fn contradictions(&self, tx: &Tx<'_>, checked_at: UnixTime) -> Result<Vec<Found>, StoreError> {
        let kept = tx.public_file(self.trust(), authority::PATH)?;
        let before = kept.and_then(|kept| Some((Authorities::read(&kept).ok()?, kept)));
        let mut found = Vec::new();
        if let Some((list, bytes)) = &before {
            let moved =
                |one: &&Authority| list.find(&one.iss).is_some_and(|known| known.zone != one.zone);
            found.extend(self.authorities.list().iter().filter(moved).map(|one| {
                let alarm = Alarm::ZoneChanged { iss: one.iss.clone() };
                Found::over(alarm, vec![text(bytes), text(&self.bytes)])
            }));
        }
        let now = (&self.authorities, self.opened.now, &self.bytes);
        let lists = before.as_ref().map(|(list, bytes)| (list, checked_at, bytes));
        let lists: Vec<_> = lists.into_iter().chain([now]).collect();
        for bytes in self.rulebooks.values().filter_map(Fetched::usable) {
            let Ok(book) = Rulebook::read(bytes) else { continue };
            let late = lists.iter().find(|(list, at, _)| {
                let named = list.list().iter().filter(|one| one.rulebook.id == book.id);
                let held: Vec<HeldList> = named
                    .map(|one| HeldList {
                        day: at.day_in(one.zone.minutes),
                        version: one.rulebook.version,
                    })
                    .collect();
                rule_after_the_deed(&book, &held).is_some()
            });
            let Some((_, _, list)) = late else { continue };
            let Rulebook { id, version, .. } = book;
            let alarm = Alarm::RuleAfterTheDeed { id, version };
            found.push(Found::over(alarm, vec![text(list), text(bytes)]));
        }
        Ok(found)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl PublicData {
    /// Refreshes the authorities under a root, with the rulebooks of `issuers` and `also`, and
    /// keeps everything in one transaction.
    ///
    /// A rulebook that the repository does not have is left out: what needs it is *unknown*. So is
    /// a calendar: its year is then counted by weekends. One that cannot be used is kept beside
    /// what is held, which stays in use.
    ///
    /// # Errors
    /// Any [`SyncError`]; what was kept before is unchanged then, except that a contradiction is
    /// kept as an alarm.
    pub async fn refresh_authorities(
        &self,
        trust: TrustId,
        issuers: &[Issuer],
        also: &[RulebookPointer],
    ) -> Result<Authorities, SyncError> {
        let root = self.store.read(|tx| tx.root(trust))?.ok_or(SyncError::NotPinned)?;
        let addresses = self.addresses(&root)?;
        let fetched = self.fetch_authorities(&root, &addresses, issuers, also).await?;
        if let Some(one) = fetched.namesakes.first() {
            return Err(SyncError::NameHeld(one.offered.iss.clone()));
        }
        self.admit(&fetched, |_| Ok(()))?;
        Ok(fetched.authorities)
    }

    /// Fetches what the root of a link signs, whether it is pinned or not; keeps nothing.
    ///
    /// # Errors
    /// [`MetadataError::Fingerprint`] if the address answers with another root; any [`SyncError`].
    pub async fn visit(
        &self,
        link: &Link,
        issuers: &[Issuer],
    ) -> Result<FetchedAuthorities, SyncError> {
        let known = self.store.read(|tx| tx.roots())?.into_iter().find(|root| {
            Fingerprint::of(&root.trust) == link.fingerprint
                && root.purpose == RootPurpose::Authority
        });
        let (root, addresses) = match known {
            Some(root) => {
                let mut addresses = self.addresses(&root)?;
                if !addresses.contains(&link.repo) {
                    addresses.push(link.repo.clone());
                }
                (root, addresses)
            }
            None => {
                let pinned = self.fetch_root(link).await?;
                let root = candidate(&pinned, &link.repo, RootPurpose::Authority, self.clock.now());
                (root, vec![link.repo.clone()])
            }
        };
        self.fetch_authorities(&root, &addresses, issuers, &[]).await
    }

    /// Keeps what was fetched and verified, and whatever else belongs to it, in one transaction:
    /// a root that was not pinned is pinned here, and its namesakes are kept beside those whom they
    /// read as.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn admit(
        &self,
        fetched: &FetchedAuthorities,
        also: impl FnOnce(&Tx<'_>) -> Result<(), StoreError>,
    ) -> Result<(), SyncError> {
        self.commit(&fetched.opened, |tx| {
            fetched.keep(tx)?;
            namesakes::keep(tx, fetched.trust(), &fetched.namesakes)?;
            also(tx)
        })
    }

    /// Where a root's repository lies: as the newest trust list signs it, in order, then at the
    /// address that a later link named. Before the first good fetch, at the link's.
    fn addresses(&self, root: &PinnedRoot) -> Result<Vec<String>, SyncError> {
        let (kept, further) = self.store.read(|tx| {
            let kept = tx.public_file(root.trust, authority::PATH)?;
            Ok((kept, tx.further_address(root.trust)?))
        })?;
        let signed = kept.and_then(|kept| Authorities::read(&kept).ok());
        let mut addresses = signed.map_or_else(
            || vec![root.repo.clone()],
            |file| file.repo().iter().map(ToString::to_string).collect(),
        );
        addresses.extend(further);
        Ok(addresses)
    }

    /// Keeps the address that a later link named for a pinned root; whether it is another one than
    /// the root's own.
    ///
    /// # Errors
    /// [`SyncError::Store`].
    pub fn add_address(&self, trust: TrustId, address: &str) -> Result<bool, SyncError> {
        let root = self.store.read(|tx| tx.root(trust))?.ok_or(SyncError::NotPinned)?;
        let known = self.addresses(&root)?;
        let further = self.store.read(|tx| tx.further_address(trust))?;
        let is_own = known.iter().any(|one| one == address) && further.as_deref() != Some(address);
        if !is_own {
            self.store.write(|tx| tx.set_further_address(trust, Some(address)))?;
        }
        Ok(!is_own)
    }

    /// Asks one address after the other, until one answers with files that verify. The first
    /// error counts. Two contents of one version end it: that is no fault of an address.
    async fn fetch_authorities(
        &self,
        root: &PinnedRoot,
        addresses: &[String],
        issuers: &[Issuer],
        also: &[RulebookPointer],
    ) -> Result<FetchedAuthorities, SyncError> {
        let mut first = None;
        for address in addresses {
            match self.fetch_authorities_from(root, address, issuers, also).await {
                Ok(fetched) => return Ok(fetched),
                Err(
                    error @ (SyncError::Store(_)
                    | SyncError::Later(_)
                    | SyncError::HeldElsewhere(_)
                    | SyncError::Metadata(MetadataError::EqualVersionOtherContent(_))),
                ) => return Err(error),
                Err(error) => {
                    let _ = first.get_or_insert(error);
                }
            }
        }
        Err(first.unwrap_or(SyncError::NotPinned))
    }

    /// Keeps a list of a later version as bytes beside the one that can be read: from now on
    /// nothing under this root is more than unknown (PROTOCOL §1, rule 10).
    fn keep_later(&self, opened: &Opened, bytes: &[u8]) -> SyncError {
        let trust = opened.root.trust;
        let kept = match self.store.read(|tx| tx.root(trust)) {
            Ok(Some(_)) => {
                self.commit(opened, |tx| tx.put_public_file(trust, authority::LATER, bytes))
            }
            Ok(None) => Ok(()),
            Err(error) => Err(error.into()),
        };
        kept.err().unwrap_or_else(|| SyncError::Later(authority::PATH.to_owned()))
    }

    async fn fetch_authorities_from(
        &self,
        root: &PinnedRoot,
        address: &str,
        issuers: &[Issuer],
        also: &[RulebookPointer],
    ) -> Result<FetchedAuthorities, SyncError> {
        let trust = root.trust;
        let mut opened = self.open_at(root.clone(), address).await?;
        let limit = limit(authority::MAX_BYTES);
        let bytes = opened.refreshed.target(authority::PATH, TARGETS, limit).await;
        let bytes = bytes.map_err(|error| self.refused(trust, error))?;
        let authorities = match Authorities::read(&bytes) {
            Ok(authorities) => authorities,
            Err(AuthoritiesError::Later { .. }) => return Err(self.keep_later(&opened, &bytes)),
            Err(wrong) => return Err(SyncError::content(authority::PATH, wrong.to_string())),
        };
        let namesakes = self.check_claims(trust, &authorities)?;
        let named = authorities.list().iter().filter(|one| issuers.contains(&one.iss));
        let mut wanted: Vec<RulebookPointer> =
            named.map(|one| one.rulebook.clone()).chain(also.iter().cloned()).collect();
        wanted.sort_by_key(RulebookPointer::path);
        wanted.dedup();
        let rulebooks = self.fetch_rulebooks(&mut opened, &wanted).await?;
        let calendars = self.fetch_calendars(&mut opened, &authorities).await?;
        Ok(FetchedAuthorities { opened, authorities, namesakes, bytes, rulebooks, calendars })
    }

    /// The calendars of the regions that the list names, for the years in which a period that a
    /// person has to keep may lie, where this phone does not have them yet. All of them, whoever is
    /// joined: fetching them says nothing about this phone.
    async fn fetch_calendars(
        &self,
        opened: &mut Opened,
        authorities: &Authorities,
    ) -> Result<BTreeMap<String, Fetched>, SyncError> {
        let mut fetched = BTreeMap::new();
        let regions = authorities.list().iter().filter_map(|one| one.region.as_ref());
        let regions: BTreeSet<&Region> = regions.collect();
        let year = opened.now.max(opened.root.signed_floor).day_in(ZoneOffset::UTC).year();
        for region in regions.into_iter().take(MAX_REGIONS) {
            for year in [year - 1, year, year + 1] {
                let path = Calendar::path(region, year);
                let is_held = |tx: &Tx<'_>, trust, hash| {
                    let held = tx.public_file(trust, &path)?;
                    Ok(held.is_some_and(|held| Hash::of(&held) == hash))
                };
                let is_usable = |bytes: &[u8]| Calendar::read_for(region, year, bytes).is_ok();
                let most = calendar::MAX_BYTES;
                let one = self.fetch_one(opened, &path, most, is_held, is_usable).await?;
                fetched.insert(path, one);
            }
        }
        Ok(fetched)
    }
}
