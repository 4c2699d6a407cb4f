//! Heads: "this is everything up to now", and what contradicts it.

use super::TrustError;
use super::message::{Expected, Verified, verify};
use standing_model::ids::{Hash, Nonce};
use standing_model::message::Head;

/// Verifies the answer to a question that carried `nonce`.
///
/// # Errors
/// [`TrustError`] of [`verify`]; [`TrustError::WrongAnswer`] if it answers another nonce.
pub fn verify_answer(
    compact: &str,
    expected: Expected<'_>,
    nonce: Nonce,
) -> Result<Verified<Head>, TrustError> {
    let head = verify::<Head>(compact, expected)?;
    if head.payload().nonce == nonce {
        Ok(head)
    } else {
        Err(TrustError::WrongAnswer("a head for another question"))
    }
}

/// A chain that a head counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// Statements.
    Statements,
    /// Notices.
    Notices,
    /// Receipts.
    Receipts,
}

impl Chain {
    /// The alarm of two documents with one number, as a word.
    #[must_use]
    pub const fn fork(self) -> &'static str {
        match self {
            Self::Statements => "fork",
            Self::Notices => "fork-notices",
            Self::Receipts => "receipt",
        }
    }
}

/// How a newer head contradicts an older one of the same membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadAlarm {
    /// "A lower `n`": something that was there is gone.
    Rollback(Chain),
    /// "The same `n` with another `last`": two histories.
    Fork(Chain),
    /// It says that it is older than the one before.
    Earlier,
}

impl HeadAlarm {
    /// Which alarm, as a word: `problem-alarm-<kind>` explains it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Rollback(_) => "rollback",
            Self::Fork(chain) => chain.fork(),
            Self::Earlier => "time",
        }
    }

    /// What it is about, as the newer head says it: the number that two documents have; a
    /// statement's where it is about the head itself.
    #[must_use]
    pub fn about(self, newer: &Head) -> String {
        let chain = match self {
            Self::Rollback(chain) | Self::Fork(chain) => chain,
            Self::Earlier => Chain::Statements,
        };
        tip(newer, chain).0.to_string()
    }
}

/// Every contradiction between an older head and a newer one.
#[must_use]
pub fn compare(older: &Head, newer: &Head) -> Vec<HeadAlarm> {
    let mut alarms = Vec::new();
    if newer.iat < older.iat {
        alarms.push(HeadAlarm::Earlier);
    }
    for (chain, before, now) in [
        (Chain::Statements, tip(older, Chain::Statements), tip(newer, Chain::Statements)),
        (Chain::Notices, tip(older, Chain::Notices), tip(newer, Chain::Notices)),
        (Chain::Receipts, tip(older, Chain::Receipts), tip(newer, Chain::Receipts)),
    ] {
        if now.0 < before.0 {
            alarms.push(HeadAlarm::Rollback(chain));
        } else if now.0 == before.0 && now.1 != before.1 {
            alarms.push(HeadAlarm::Fork(chain));
        }
    }
    alarms
}

/// A chain's count and newest hash in a head.
#[must_use]
pub const fn tip(head: &Head, chain: Chain) -> (u32, Option<Hash>) {
    match chain {
        Chain::Statements => (head.statements.n, head.statements.last),
        Chain::Notices => (head.notices.n, head.notices.last),
        Chain::Receipts => (head.receipts.n, head.receipts.last),
    }
}
