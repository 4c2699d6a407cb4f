//! Who signed a document, may they, and can it be read in one way.

use super::State;
use super::freshness::is_past;
use crate::TrustError;
use crate::message::Verified;
use standing_model::ids::KeyId;
use standing_model::time::UnixTime;

/// How old the list of keys is that a document was verified with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyList {
    /// Whether its authority signed a list of a later version since, which cannot be read here.
    pub unread: bool,
    /// Until when its signatures are good; none for a list that nobody signed.
    pub good_until: Option<UnixTime>,
    /// The latest time that there is reason to believe.
    pub latest: UnixTime,
}

/// Signed by a key of its authority, and not changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// It is.
    Holds {
        /// By which key; none where a later check failed.
        kid: Option<KeyId>,
    },
    /// It was, but a key may have been withdrawn since the list was good.
    ListOld {
        /// Until when it was.
        good_until: UnixTime,
    },
    /// It was, but the newest list of keys is of a later version.
    ListUnread,
    /// Its key was withdrawn as compromised: others may have signed it.
    Compromised {
        /// The key's withdrawal, as the key list says.
        at: UnixTime,
    },
    /// It is not.
    Fails(TrustError),
}

/// Its authority may sign it, with this key at this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// It may.
    Holds,
    /// It might, but the list of who may is past its date.
    ListOld {
        /// Until when it was good.
        good_until: UnixTime,
    },
    /// It might, but the newest list of who may is of a later version.
    ListUnread,
    /// The authority may not sign documents of this kind.
    OutsideRemit,
    /// The key was not in use at the time that the document gives.
    KeyNotInUse,
    /// Nobody to ask about: an earlier check does not hold.
    Unknown,
}

/// It can be read in one way only, and does not contradict itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whole {
    /// It is.
    Holds,
    /// It is not.
    Fails(TrustError),
    /// It is of a later version, which a newer app reads (PROTOCOL §1, rule 10).
    Later {
        /// The version.
        v: u32,
    },
    /// Not read: an earlier check does not hold.
    Unknown,
}

/// The checks that a document needs nothing else for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Signed, and not changed since.
    pub signed: Signed,
    /// Allowed to sign it.
    pub allowed: Allowed,
    /// Read in one way only.
    pub whole: Whole,
}

/// What verifying a document says of each check; PROTOCOL §1 gives their order.
#[must_use]
pub fn origin<T>(verified: Result<&Verified<T>, &TrustError>, list: KeyList) -> Origin {
    origin_of(verified.map(Verified::kid), list)
}

/// The same by the key that signed it.
#[must_use]
pub fn origin_of(verified: Result<KeyId, &TrustError>, list: KeyList) -> Origin {
    let (signed, allowed, whole) = match verified {
        Ok(kid) => genuine(Some(kid), list, Whole::Holds),
        Err(TrustError::Later { v, frame }) => {
            let kid = frame.as_ref().map(|frame| frame.kid());
            genuine(kid, list, Whole::Later { v: *v })
        }
        Err(error) => stopped_by(error),
    };
    Origin { signed, allowed, whole }
}

/// What a list of this age says of a document that a key of it signed.
fn genuine(kid: Option<KeyId>, list: KeyList, whole: Whole) -> (Signed, Allowed, Whole) {
    let old = list.good_until.filter(|good_until| is_past(*good_until, list.latest));
    let (signed, allowed) = match old {
        _ if list.unread => (Signed::ListUnread, Allowed::ListUnread),
        Some(good_until) => (Signed::ListOld { good_until }, Allowed::ListOld { good_until }),
        None => (Signed::Holds { kid }, Allowed::Holds),
    };
    (signed, allowed, whole)
}

/// Which checks were passed before the one that stopped it.
fn stopped_by(error: &TrustError) -> (Signed, Allowed, Whole) {
    let signed = Signed::Holds { kid: None };
    match error {
        TrustError::KeyCompromised { at } => {
            (Signed::Compromised { at: *at }, Allowed::Unknown, Whole::Unknown)
        }
        TrustError::OutsideRemit(_) => (signed, Allowed::OutsideRemit, Whole::Unknown),
        TrustError::KeyNotInUse => (signed, Allowed::KeyNotInUse, Whole::Unknown),
        TrustError::Payload(_) => (signed, Allowed::Unknown, Whole::Fails(error.clone())),
        TrustError::Contradiction(_) => (signed, Allowed::Holds, Whole::Fails(error.clone())),
        _ => (Signed::Fails(error.clone()), Allowed::Unknown, Whole::Unknown),
    }
}

impl Signed {
    /// How sure it is.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Holds { .. } => State::Holds,
            Self::ListOld { .. } | Self::ListUnread | Self::Compromised { .. } => State::Unknown,
            Self::Fails(_) => State::Fails,
        }
    }
}

impl Allowed {
    /// How sure it is.
    #[must_use]
    pub const fn state(self) -> State {
        match self {
            Self::Holds => State::Holds,
            Self::ListOld { .. } | Self::ListUnread | Self::Unknown => State::Unknown,
            Self::OutsideRemit | Self::KeyNotInUse => State::Fails,
        }
    }
}

impl Whole {
    /// How sure it is.
    #[must_use]
    pub const fn state(&self) -> State {
        match self {
            Self::Holds => State::Holds,
            Self::Unknown | Self::Later { .. } => State::Unknown,
            Self::Fails(_) => State::Fails,
        }
    }
}

impl Origin {
    /// The worst of the checks.
    #[must_use]
    pub fn state(&self) -> State {
        self.signed.state().min(self.allowed.state()).min(self.whole.state())
    }
}
