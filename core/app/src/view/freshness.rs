//! How fresh everything on this phone is.

use super::CheckState;

/// The freshness screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshnessView {
    /// The worst of the rows: holds, or unknown.
    pub state: CheckState,
    /// "Everything is fresh.", or how many are not.
    pub text: String,
    /// One row for each thing that grows old.
    pub rows: Vec<FreshRow>,
}

/// What grows old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FreshKind {
    /// A membership's statements.
    Statements,
    /// The rulebook of a membership.
    Rulebook,
    /// A calendar of working days; only one that could not be used is named.
    Calendar,
    /// A trust list: who may sign, with which keys.
    TrustList,
    /// A register's organisations.
    Register,
    /// One authority's list of businesses.
    List,
    /// Product codes.
    ProductCodes,
    /// This phone's clock.
    Clock,
}

/// One thing and how fresh it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshRow {
    /// What it is.
    pub kind: FreshKind,
    /// Holds or unknown; nothing here fails.
    pub state: CheckState,
    /// "Statements of Yangqiao".
    pub name: String,
    /// "8 of 8, last asked 2 hours ago, good until Monday 30 November 2026".
    pub detail: String,
    /// "Fresh", "Too old", "Unknown".
    pub word: String,
    /// What would make it fresh; empty if it is.
    pub todo: String,
    /// The register, by its fingerprint, of which a large update waits; empty for anything else.
    pub update: String,
}
