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

/// What the adding of a register may fetch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fetch {
    /// All of it: the network does not charge by volume, or the person has seen the size and wants
    /// it.
    All,
    /// It, if it is small; of what is large, the size is said first.
    Small,
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

/// What is worth a notice of the phone after a sync that nobody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyncNews {
    /// More records need the person than before, or an answer became overdue.
    NeedsYou,
    /// Something new arrived, or a business that the person watches changed.
    SomethingNew,
}

/// What a sync brought. One part that fails does not stop another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncView {
    /// Everything is up to date: every part went well, and nothing waits for the network or for
    /// the person.
    pub complete: bool,
    /// Somebody stopped it, or its time was over.
    pub stopped: bool,
    /// "Everything is up to date." or what is not, and what waits: "2 records wait: the server is
    /// not well. Next try at 14:10."
    pub text: String,
    /// Records that arrived in this sync.
    pub sent: u32,
    /// Records that are still to be sent.
    pub waiting: u32,
    /// Records that need the person.
    pub needs_you: u32,
    /// When to sync again, as a Unix time, if that is before the regular time.
    pub next_attempt: Option<i64>,
    /// What is worth a notice, if anything is.
    pub news: Option<SyncNews>,
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
    /// Records that are still to be sent.
    pub waiting: u32,
    /// Records that need the person.
    pub needs_you: u32,
    /// When it is tried again, as a Unix time, if that is before the regular time.
    pub next_attempt: Option<i64>,
    /// What went wrong, if anything did.
    pub problem: Option<Problem>,
}
