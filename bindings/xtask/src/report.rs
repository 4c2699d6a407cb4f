//! What a part of the test found, and the lines that say so.

use std::fmt::{self, Display};
use std::io::Write;
use std::ops::AddAssign;
use std::path::Path;
use std::time::Duration;

/// The most lines of a failing part that are shown; the log has the rest.
const SHOWN: usize = 300;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    /// What has no tests of its own counts as one.
    pub fn one(success: bool) -> Self {
        Self { passed: success.into(), failed: (!success).into(), skipped: 0 }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
        self.skipped = self.skipped.saturating_add(other.skipped);
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// What one part found. It fails by a failed test, and is skipped if none ran.
#[derive(Debug)]
pub struct Outcome {
    pub tally: Tally,
    /// A few words for its line.
    note: String,
    /// All that its programs wrote; kept in the log.
    log: String,
    /// What is shown when it fails: the log, or the lines of it that matter.
    shown: String,
}

impl Outcome {
    /// A part without tests of its own that found nothing wrong.
    pub fn passed(note: impl Into<String>) -> Self {
        Self::new(Tally::one(true), note, String::new())
    }

    /// A part without tests of its own that found something wrong.
    pub fn failed(note: impl Into<String>, text: String) -> Self {
        Self::new(Tally::one(false), note, text)
    }

    /// A part that could not run; the note says what would let it.
    pub fn skipped(note: impl Into<String>) -> Self {
        Self::new(Tally { skipped: 1, ..Tally::default() }, note, String::new())
    }

    /// A part with tests of its own. A program that failed without naming a failed test
    /// (it did not compile, or was killed) counts as one failure.
    pub fn counted(mut tally: Tally, success: bool, text: String) -> Self {
        tally.failed = tally.failed.max((!success).into());
        let skipped = format!(", {} skipped", tally.skipped);
        let skipped = if tally.skipped == 0 { "" } else { &skipped };
        Self::new(tally, format!("{tally}{skipped}"), text)
    }

    /// Shows only these lines of the log when the part fails.
    pub fn showing(self, shown: String) -> Self {
        Self { shown, ..self }
    }

    /// Turns a skipped part into a failed one: on a machine for checking, nothing is left out.
    pub fn strictly(self) -> Self {
        if self.word() != "SKIP" {
            return self;
        }
        Self::failed(format!("skipped, and CI=true allows no skipping: {}", self.note), self.log)
    }

    fn new(tally: Tally, note: impl Into<String>, log: String) -> Self {
        Self { tally, note: note.into(), shown: log.clone(), log }
    }

    fn word(&self) -> &'static str {
        match self.tally {
            Tally { failed: 1.., .. } => "FAIL",
            Tally { passed: 0, skipped: 1.., .. } => "SKIP",
            _ => "PASS",
        }
    }

    /// Keeps the log, and prints the line about this part with what is wrong below it.
    pub fn report(&self, name: &str, took: Duration, logs: &Path) -> std::io::Result<()> {
        let log = logs.join(format!("{name}.log"));
        std::fs::write(&log, &self.log)?;
        say(&self.line(name, took));
        if self.tally.failed > 0 {
            say(excerpt(&self.shown, &log.display().to_string()).trim_end());
        }
        Ok(())
    }

    fn line(&self, name: &str, took: Duration) -> String {
        let tenths = took.as_millis() / 100;
        let time = format!("{}.{} s", tenths / 10, tenths % 10);
        format!("{}  {name:<10} {time:>9}  {}", self.word(), self.note).trim_end().to_owned()
    }
}

/// Prints the closing lines; whether nothing failed.
pub fn close(sum: Tally) -> bool {
    if sum.skipped > 0 {
        say(&format!("{} skipped", sum.skipped));
    }
    say(&sum.to_string());
    sum.failed == 0
}

/// Prints a line. Where nobody reads any more (`| head`), nobody misses it.
pub fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").ok();
}

/// The end of a long text, each line set off from the report's own.
fn excerpt(text: &str, log: &str) -> String {
    let cut = text.lines().count().saturating_sub(SHOWN);
    let note = format!("… {cut} lines before these are in {log}");
    let note = (cut > 0).then_some(note.as_str());
    let lines = note.into_iter().chain(text.lines().skip(cut));
    lines.map(|line| format!("      | {line}").trim_end().to_owned() + "\n").collect()
}

/// The first number in a text such as `12 tests`, else 0.
pub fn first_number(text: &str) -> u64 {
    let mut pieces = text.split(|character: char| !character.is_ascii_digit());
    pieces.find(|piece| !piece.is_empty()).and_then(|piece| piece.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_part_its_verdict_and_its_time() {
        let line = |outcome: Outcome| outcome.line("format", Duration::from_millis(1_260));
        assert_eq!(line(Outcome::passed("tidy")), "PASS  format         1.2 s  tidy");
        let broken = Outcome::counted(Tally::default(), false, "error: it does not compile".into());
        assert_eq!(line(broken), "FAIL  format         1.2 s  0 passed, 1 failed");
        let hidden = Tally { passed: 3, failed: 1, skipped: 2 };
        let hidden = line(Outcome::counted(hidden, true, String::new()));
        assert_eq!(hidden, "FAIL  format         1.2 s  3 passed, 1 failed, 2 skipped");
        assert_eq!(line(Outcome::skipped("no maven")), "SKIP  format         1.2 s  no maven");
        let strict = Outcome::skipped("no maven").strictly();
        assert_eq!(strict.tally, Tally::one(false), "where nothing may be skipped");
        assert!(line(strict).ends_with("no maven"));
        assert_eq!(Outcome::passed("").strictly().tally, Tally::one(true));
    }

    #[test]
    fn a_long_output_is_cut_at_its_beginning_and_says_where_the_rest_is() {
        let text: String = (0..SHOWN + 7).map(|n| format!("line {n}\n")).collect();
        let shown = excerpt(&text, "the.log");
        assert!(shown.starts_with("      | … 7 lines before these are in the.log\n"), "{shown}");
        assert!(shown.ends_with(&format!("line {}\n", SHOWN + 6)));
    }
}
