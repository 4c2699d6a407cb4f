//! Help and words, and a sample that belongs to nobody.

use super::KeyValue;
use super::statement::LedgerRow;

/// What people ask, and what the words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpView {
    /// "Where does my score come from?", and the answer.
    pub topics: Vec<KeyValue>,
    /// "Statement", and what it is, by the order in which a person meets them.
    pub words: Vec<KeyValue>,
}

/// A statement that nobody signed, about nobody: what Standing shows once it is connected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleView {
    /// "Sample".
    pub title: String,
    /// That all of it is invented. Always shown.
    pub note: String,
    /// The invented authority.
    pub authority: String,
    /// "How 71 adds up".
    pub heading: String,
    /// The total: "71".
    pub score: String,
    /// "of 100".
    pub of: String,
    /// The level's name.
    pub tier: String,
    /// The sum line by line.
    pub ledger: Vec<LedgerRow>,
    /// "60 + 8 + 6 + 2 − 5 = 71".
    pub sum: String,
    /// Each check, and what it answers.
    pub checks: Vec<KeyValue>,
    /// What the page of one entry says.
    pub entry: Vec<KeyValue>,
    /// What to do next.
    pub next: String,
}
