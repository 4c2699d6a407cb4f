//! Answers that the person saved.

/// The answers that were saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedAnswersView {
    /// The newest first, at most 50.
    pub rows: Vec<SavedAnswerRow>,
    /// What to say when there are none; empty otherwise.
    pub empty: String,
    /// What a saved answer proves, and to whom.
    pub note: String,
}

/// What one register said of a business on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedAnswerRow {
    /// Its number on this phone.
    pub id: i64,
    /// The business's code.
    pub uscc: String,
    /// Its code in groups of 2, 6, 9 and 1.
    pub code: String,
    /// Its name on that day.
    pub name: String,
    /// The register's publisher.
    pub publisher: String,
    /// "Saved on 23 November 2026".
    pub saved: String,
    /// What the lists said: "That day: not listed."
    pub said: String,
    /// Until when the publisher stands by it, and what the proof does not cover.
    pub proof: String,
    /// The size of the file: "42 kB".
    pub size: String,
}

/// A proof as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// Its name; it does not name the business.
    pub file_name: String,
    /// Its content: what `standing check` reads.
    pub json: String,
}
