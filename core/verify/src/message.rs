//! Verified messages: the only way to one leads through [`verify`].

use serde::de::DeserializeOwned;

use super::TrustError;
use super::jws::Jws;
use super::keys::IssuerKeys;
use standing_model::case::Outcome;
use standing_model::door_sign::{self, DoorSign};
use standing_model::frame::{self, Frame};
use standing_model::ids::{Hash, Issuer, KeyId, TrustId};
use standing_model::json::{self, FormatError};
use standing_model::message::{About, Enrolment, Head, Notice, Receipt, ReceiptState, Typ};
use standing_model::statement::{self, RulebookVersion, Statement};
use standing_model::time::{UnixTime, ZoneOffset};

/// A message of an authority that was checked: signature, issuer, remit, the key's dates, and
/// whom it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<T> {
    payload: T,
    hash: Hash,
    kid: KeyId,
    trust: TrustId,
    zone: ZoneOffset,
}

impl<T> Verified<T> {
    /// What it says.
    pub const fn payload(&self) -> &T {
        &self.payload
    }

    /// One that nobody checked, for tables of verdicts.
    #[cfg(test)]
    pub(crate) const fn of_parts(
        payload: T,
        hash: Hash,
        kid: KeyId,
        trust: TrustId,
        zone: ZoneOffset,
    ) -> Self {
        Self { payload, hash, kid, trust, zone }
    }

    /// What it says, without the proof.
    pub fn into_payload(self) -> T {
        self.payload
    }

    /// SHA-256 of its compact form.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The key that signed it.
    pub const fn kid(&self) -> KeyId {
        self.kid
    }

    /// The zone of every day that it names.
    pub const fn zone(&self) -> ZoneOffset {
        self.zone
    }

    /// The trust root under which it was checked.
    pub const fn trust(&self) -> TrustId {
        self.trust
    }
}

mod sealed {
    /// Only what this crate checks can be verified.
    pub trait Sealed {}
}

/// A payload that an authority signs. It cannot be implemented elsewhere: a payload that no rule
/// of PROTOCOL checks would be [`Verified`] otherwise.
pub trait Message: DeserializeOwned + sealed::Sealed {
    /// What its header must say.
    const TYP: Typ;
    /// Bytes at most.
    const LIMIT: usize = 64 * 1024;
    /// The newest version that this build reads.
    const VERSION: u32 = 1;
    /// The member that holds its number; none outside a series.
    const NUMBER: Option<&str> = None;
    /// Whether it is for one resident.
    const HAS_SUBJECT: bool = true;
    /// The authority that signed it.
    fn iss(&self) -> &Issuer;
    /// When it was signed, by the signer's own clock.
    fn iat(&self) -> UnixTime;
    /// Which resident it is for; empty if it is for nobody.
    fn sub(&self) -> &str;
    /// Whether its parts agree with each other.
    ///
    /// # Errors
    /// [`TrustError::Contradiction`].
    fn check(&self) -> Result<(), TrustError> {
        Ok(())
    }
}

/// Whose message is expected, for whom, and since when this phone has held it.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The authority's keys under the trust root.
    pub keys: &'a IssuerKeys,
    /// The resident; none while enrolling, when the answer says it, and for what is for nobody.
    pub sub: Option<&'a str>,
    /// The signed time of the head under which this phone stored it; none if it is fresh.
    pub held_since: Option<UnixTime>,
}

impl<'a> Expected<'a> {
    /// A fresh message for a resident.
    #[must_use]
    pub const fn fresh(keys: &'a IssuerKeys, sub: &'a str) -> Self {
        Self { keys, sub: Some(sub), held_since: None }
    }
}

/// Verifies a message: what it is, that its authority signed it and may, at a time when the key
/// was in use, and for this resident.
///
/// # Errors
/// The first check that fails, in the order of PROTOCOL §1: form, `typ`, key, signature, content,
/// issuer, remit, dates, resident. [`TrustError::Later`] for a message that passes them all as far
/// as every version can be read, and is of a later version.
pub fn verify<T: Message>(
    compact: &str,
    expected: Expected<'_>,
) -> Result<Verified<T>, TrustError> {
    let jws = Jws::parse(compact, T::LIMIT)?;
    if jws.header.typ != T::TYP {
        return Err(TrustError::WrongTyp { found: jws.header.typ, wanted: T::TYP });
    }
    let Expected { keys, sub, held_since } = expected;
    jws.verify(keys.find(jws.header.kid)?)?;
    let (hash, kid) = (jws.hash(), jws.header.kid);
    let checked = |iss: &Issuer, iat: UnixTime, named: &str| {
        if iss != keys.iss() {
            return Err(TrustError::WrongIssuer);
        }
        keys.check_remit(T::TYP)?;
        keys.check_dates(kid, iat, held_since)?;
        let other = T::HAS_SUBJECT && sub.is_some_and(|sub| sub != named);
        if other { Err(TrustError::WrongResident) } else { Ok(()) }
    };
    let (trust, zone) = (keys.trust(), keys.zone());
    match json::read_version::<T>(&jws.payload, T::LIMIT, T::VERSION) {
        Ok(payload) => {
            checked(payload.iss(), payload.iat(), payload.sub())?;
            payload.check()?;
            Ok(Verified { payload, hash, kid, trust, zone })
        }
        Err(FormatError::Form(why)) => Err(TrustError::Payload(why)),
        Err(FormatError::Later { v }) => {
            let (iss, iat, frame) = framed::<T>(&jws.payload)?;
            checked(&iss, iat, frame.as_ref().map_or("", |frame| &frame.sub))?;
            if let Some(Frame { n: Some(n), prev, .. }) = &frame {
                numbered(*n, *prev)?;
            }
            let frame = frame.map(|payload| Verified { payload, hash, kid, trust, zone });
            Err(TrustError::Later { v, frame: frame.map(Box::new) })
        }
    }
}

/// What every version says: who made it and when; all of it where it is for one resident.
fn framed<T: Message>(payload: &[u8]) -> Result<(Issuer, UnixTime, Option<Frame>), TrustError> {
    if T::HAS_SUBJECT {
        let frame = Frame::read(payload, T::LIMIT, T::NUMBER).map_err(TrustError::Payload)?;
        return Ok((frame.iss.clone(), frame.iat, Some(frame)));
    }
    let (iss, iat) = frame::signer(payload, T::LIMIT).map_err(TrustError::Payload)?;
    Ok((iss, iat, None))
}

macro_rules! message {
    ($payload:ty, $typ:expr $(, $item:item)*) => {
        impl sealed::Sealed for $payload {}

        impl Message for $payload {
            const TYP: Typ = $typ;

            fn iss(&self) -> &Issuer {
                &self.iss
            }

            fn iat(&self) -> UnixTime {
                self.iat
            }

            fn sub(&self) -> &str {
                &self.sub
            }

            $($item)*
        }
    };
}

message!(Enrolment, Typ::Enrolment);
message!(
    Head,
    Typ::Head,
    fn check(&self) -> Result<(), TrustError> {
        let tips = [
            (self.statements.n, self.statements.last),
            (self.notices.n, self.notices.last),
            (self.receipts.n, self.receipts.last),
        ];
        require(
            tips.iter().all(|(n, last)| (*n == 0) == last.is_none()),
            "a count without its newest item (§3.2)",
        )
    }
);
message!(
    Notice,
    Typ::Notice,
    const NUMBER: Option<&str> = Some("n");,
    fn check(&self) -> Result<(), TrustError> {
        numbered(self.n, self.prev)?;
        let About::Reissue(reissue) = &self.about else { return Ok(()) };
        let mut numbers: Vec<u32> = reissue.items.iter().map(|item| item.n).collect();
        numbers.sort_unstable();
        numbers.dedup();
        require(!numbers.is_empty(), "a re-issue of nothing (§3.6.5)")?;
        require(numbers.len() == reissue.items.len(), "a re-issue names a number twice (§3.6.5)")
    }
);
message!(
    Receipt,
    Typ::Receipt,
    const NUMBER: Option<&str> = Some("n");,
    fn check(&self) -> Result<(), TrustError> {
        numbered(self.n, self.prev)?;
        require(
            (self.state == ReceiptState::Decided) == self.decision.is_some(),
            "the state `decided` without a decision, or one in another state (§3.4.2)",
        )?;
        let Some(decision) = &self.decision else { return Ok(()) };
        require(
            decision.outcome == Outcome::Granted || self.reason.is_some(),
            "refused in whole or in part, and no reason (§3.4.2)",
        )?;
        require(
            decision.outcome != Outcome::Refused || decision.effect.is_none(),
            "refused, and it changes something (§3.4.2)",
        )
    }
);
message!(
    Statement,
    Typ::Statement,
    const LIMIT: usize = statement::MAX_BYTES;,
    const NUMBER: Option<&str> = Some("seq");,
    fn check(&self) -> Result<(), TrustError> {
        numbered(self.seq, self.prev)?;
        require(
            self.period.from <= self.period.to,
            "a period that ends before it begins (§3.1.1)",
        )?;
        require(
            !has_twice(self.entries.iter().map(|entry| entry.id.as_str())),
            "duplicate entry id (§3.1.1)",
        )?;
        require(
            !has_twice(self.stars.iter().map(|star| star.id.as_str())),
            "duplicate id of stars (§3.1.1)",
        )?;
        let all = self.entries.iter().map(|entry| &entry.id);
        let all = all.chain(self.stars.iter().map(|star| &star.id)).map(|id| id.as_str());
        require(!has_twice(all), "an id of an entry that stars have too (§3.6.7)")?;
        let rising = |pair: &[RulebookVersion]| matches!(pair, [a, b] if a.version < b.version);
        require(
            !self.rulebooks.is_empty() && self.rulebooks.windows(2).all(rising),
            "the rulebook's versions are not one or more in rising order (§3.1.1)",
        )
    }
);

impl sealed::Sealed for DoorSign {}

impl Message for DoorSign {
    const TYP: Typ = Typ::DoorSign;
    const LIMIT: usize = door_sign::MAX_BYTES;
    const HAS_SUBJECT: bool = false;

    fn iss(&self) -> &Issuer {
        &self.iss
    }

    fn iat(&self) -> UnixTime {
        self.iat
    }

    fn sub(&self) -> &'static str {
        ""
    }
}

/// The authority and the time that a message names. Nothing about it is believed: it says whose
/// keys to verify it with, and how new they have to be.
///
/// # Errors
/// [`TrustError`] for what is not a signed document with an `iss` and an `iat`.
pub fn claimed_signer(compact: &str) -> Result<(Issuer, UnixTime), TrustError> {
    let jws = Jws::parse(compact, statement::MAX_BYTES)?;
    frame::signer(&jws.payload, statement::MAX_BYTES).map_err(TrustError::Payload)
}

/// `prev` is absent only at 1.
fn numbered(n: u32, prev: Option<Hash>) -> Result<(), TrustError> {
    require(n >= 1, "numbers begin at 1 (§3.6)")?;
    require((n == 1) == prev.is_none(), "the link to the one before is missing or too many (§3.6)")
}

fn require(holds: bool, otherwise: &'static str) -> Result<(), TrustError> {
    if holds { Ok(()) } else { Err(TrustError::Contradiction(otherwise)) }
}

fn has_twice<'a>(ids: impl Iterator<Item = &'a str>) -> bool {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.windows(2).any(|pair| matches!(pair, [a, b] if a == b))
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
