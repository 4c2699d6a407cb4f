//! Two to four businesses side by side: what was decided and what was looked at, in words. No
//! total, no order, no winner.

use super::CheckState;
use super::businesses::BusinessCard;

/// Businesses side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonView {
    /// Those that are compared, in the order in which the person chose them.
    pub businesses: Vec<BusinessCard>,
    /// What is compared; empty with fewer than two.
    pub sections: Vec<ComparedSection>,
    /// What to do before anything can be compared; empty from two on.
    pub todo: String,
    /// Whether no more can be added.
    pub full: bool,
    /// What the comparison does not say: a heading.
    pub note: String,
    /// The same in a sentence.
    pub note_text: String,
}

/// Rows that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedSection {
    /// "Listings", "What was looked at".
    pub title: String,
    /// Its rows.
    pub rows: Vec<ComparedRow>,
}

/// One thing, as it is at each business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedRow {
    /// What it is.
    pub label: String,
    /// One for each business, in their order.
    pub cells: Vec<ComparedCell>,
}

/// One thing at one business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedCell {
    /// Whose it is: said where the cells are read one after another.
    pub business: String,
    /// Whether it is known.
    pub state: CheckState,
    /// Each with what belongs to it; one that says "None" or why it is not known if there are none.
    pub items: Vec<ComparedItem>,
}

/// A listing, or a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedItem {
    /// What it is.
    pub text: String,
    /// Class, office, dates, appeal, reply; empty for a sentence.
    pub lines: Vec<String>,
}
