//! An authority's keys and remit, as its trust root publishes them.

use ed25519_dalek::VerifyingKey;

use super::{TrustError, jws};
use standing_model::authority::{Authority, KeyUse, KeyWithdrawal, WithdrawalReason};
use standing_model::ids::{Issuer, KeyId, TrustId};
use standing_model::message::Typ;
use standing_model::time::{UnixTime, ZoneOffset};

/// Whose word counts for one `(trust root, authority)`, ready to verify with.
///
/// A `kid` is looked up only here, and counts only for the remit and the time (PROTOCOL §1.3).
#[derive(Debug, Clone)]
pub struct IssuerKeys {
    trust: TrustId,
    iss: Issuer,
    remit: Vec<Typ>,
    zone: ZoneOffset,
    keys: Vec<Key>,
}

#[derive(Debug, Clone)]
struct Key {
    kid: KeyId,
    verifying: VerifyingKey,
    from: UnixTime,
    until: UnixTime,
    withdrawn: Option<KeyWithdrawal>,
}

impl IssuerKeys {
    /// An authority's keys for signatures; one that this product cannot use is left out.
    #[must_use]
    pub fn of(trust: TrustId, authority: &Authority) -> Self {
        let signing = authority.keys.iter().filter(|key| key.used == KeyUse::Sign);
        let keys = signing.filter_map(|key| {
            Some(Key {
                kid: key.jwk.thumbprint(),
                verifying: jws::key_of(&key.jwk).ok()?,
                from: key.from,
                until: key.until,
                withdrawn: key.withdrawn.clone(),
            })
        });
        let (iss, remit) = (authority.iss.clone(), authority.remit.clone());
        Self { trust, iss, remit, zone: authority.zone.minutes, keys: keys.collect() }
    }

    /// The zone of every day in the authority's documents.
    #[must_use]
    pub const fn zone(&self) -> ZoneOffset {
        self.zone
    }

    /// The trust root.
    #[must_use]
    pub const fn trust(&self) -> TrustId {
        self.trust
    }

    /// The authority.
    #[must_use]
    pub const fn iss(&self) -> &Issuer {
        &self.iss
    }

    pub(super) fn find(&self, kid: KeyId) -> Result<&VerifyingKey, TrustError> {
        let found = self.keys.iter().find(|key| key.kid == kid);
        found.map(|key| &key.verifying).ok_or(TrustError::UnknownKey(kid))
    }

    /// Whether a key was withdrawn as compromised, or is not among the authority's any more: what
    /// it signed may be signed again by another.
    #[must_use]
    pub fn has_disowned(&self, kid: KeyId) -> bool {
        let compromised =
            |withdrawn: &KeyWithdrawal| matches!(withdrawn.reason, WithdrawalReason::Compromised);
        let key = self.keys.iter().find(|key| key.kid == kid);
        key.is_none_or(|key| key.withdrawn.as_ref().is_some_and(compromised))
    }

    pub(super) fn check_remit(&self, typ: Typ) -> Result<(), TrustError> {
        if self.remit.contains(&typ) { Ok(()) } else { Err(TrustError::OutsideRemit(typ)) }
    }

    /// A key that was superseded leaves what it signed valid; of a compromised one only what this
    /// phone held before is valid (PROTOCOL §2.1.1).
    pub(super) fn check_dates(
        &self,
        kid: KeyId,
        iat: UnixTime,
        held_since: Option<UnixTime>,
    ) -> Result<(), TrustError> {
        let key = self.keys.iter().find(|key| key.kid == kid).ok_or(TrustError::UnknownKey(kid))?;
        if iat < key.from || iat >= key.until {
            return Err(TrustError::KeyNotInUse);
        }
        match &key.withdrawn {
            None => Ok(()),
            Some(KeyWithdrawal { at, reason: WithdrawalReason::Superseded }) => {
                if iat < *at {
                    Ok(())
                } else {
                    Err(TrustError::KeyNotInUse)
                }
            }
            Some(KeyWithdrawal { at, reason: WithdrawalReason::Compromised }) => match held_since {
                Some(held) if held < *at => Ok(()),
                _ => Err(TrustError::KeyCompromised { at: *at }),
            },
        }
    }
}
