//! The numbered series of an authority: what a head counts.

use serde::{Deserialize, Serialize};

/// Which series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesKind {
    /// Score statements, by `seq`.
    Statements,
    /// Notices, by `n`.
    Notices,
    /// Receipts, by `n`.
    Receipts,
}

impl SeriesKind {
    /// Every series.
    pub const ALL: [Self; 3] = [Self::Statements, Self::Notices, Self::Receipts];

    /// Its name in requests and in the head.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Notices => "notices",
            Self::Receipts => "receipts",
        }
    }
}
