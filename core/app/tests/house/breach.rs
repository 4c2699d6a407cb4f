//! A rule broken at one place, said so that the reader knows what to do.

use std::fmt;

/// One place that breaks a rule.
#[derive(Debug)]
pub struct Breach {
    /// The file, from the root of the repository.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there, and what to do instead.
    pub what: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// Fails with every breach on a line of its own.
pub fn hold(breaches: Vec<Breach>) {
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    assert!(lines.is_empty(), "\n\n{}\n", lines.join("\n"));
}

/// The breaches as text, for tests of the rules.
pub fn told(breaches: &[Breach]) -> Vec<String> {
    breaches.iter().map(Breach::to_string).collect()
}
