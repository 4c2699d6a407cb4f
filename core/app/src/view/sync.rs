//! A sync: how far it is, and what it brought.

use crate::error::Problem;
use standing_model::ids::MembershipId;

/// What the network in use costs, as the phone's system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NetworkKind {
    /// It does not charge by volume: Wi-Fi, as a rule.
    Unmetered,
    /// It charges by volume, or the system cannot tell.
    Metered,
}

/// How far a sync is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncProgress {
    /// What it is doing: "Asking Yangqiao village committee".
    pub text: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// What a sync brought. One part that fails does not stop another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncView {
    /// Every part went well.
    pub complete: bool,
    /// Somebody stopped it.
    pub stopped: bool,
    /// "Everything is up to date." or what is not.
    pub text: String,
    /// Each part.
    pub parts: Vec<SyncPart>,
}

/// One part of a sync: a membership, or a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncPart {
    /// The membership; none for a register.
    pub membership: Option<MembershipId>,
    /// Its name.
    pub name: String,
    /// What it brought: "1 new statement, 2 receipts."
    pub text: String,
    /// New statements.
    pub statements: u32,
    /// New notices.
    pub notices: u32,
    /// New receipts.
    pub receipts: u32,
    /// Records that the authority has received in this sync.
    pub sent: u32,
    /// What went wrong, if anything did.
    pub problem: Option<Problem>,
}
