//! Businesses that the person watches.

use super::businesses::BusinessCard;

/// The businesses that are watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedView {
    /// Those that changed first, then those that did not, then those of which it is not known.
    pub rows: Vec<WatchedRow>,
    /// How many changed since the person opened them.
    pub changed: u32,
    /// "5 businesses. 2 changed since you opened them."
    pub text: String,
}

/// A business that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedRow {
    /// Name, region, code and what the lists say now.
    pub card: BusinessCard,
    /// Whether it changed.
    pub group: WatchGroup,
    /// What changed, the oldest first: "Noticed on 27 November 2026: its reply is new". Nothing of
    /// a listing that ended.
    pub changes: Vec<String>,
    /// What is not known, and when it will be; empty unless it is in that group.
    pub unknown: String,
    /// "Watched since 20 November 2026".
    pub since: String,
}

/// Whether a business that is watched changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WatchGroup {
    /// It changed since the person opened it.
    Changed,
    /// Every list is known, and nothing changed.
    Same,
    /// A list is not known now, so nobody can tell.
    Unknown,
}
