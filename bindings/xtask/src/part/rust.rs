//! The Rust tests of the workspace, examples in the documentation included.

use super::Part;
use crate::report::{self, Outcome, Tally};
use crate::tool::{self, C_COMPILER};
use crate::workspace::Workspace;
use anyhow::Result;

pub const PART: Part =
    Part { name: "rust", promise: "the Rust tests and documentation examples pass", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[C_COMPILER]) {
        return Ok(Outcome::skipped(line));
    }
    let ended = workspace.cargo(&["test", "--workspace", "--no-fail-fast"]).run()?;
    let shown = failing_lines(&ended.text);
    Ok(Outcome::counted(count(&ended.text), ended.success, ended.text).showing(shown))
}

/// Adds up the lines `test result: ok. 3 passed; 0 failed; 1 ignored; …`, one for each program.
fn count(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines() {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            continue;
        };
        let number = |word: &str| {
            result
                .split([';', '.'])
                .filter_map(|piece| piece.trim().strip_suffix(word))
                .find_map(|piece| piece.trim().parse::<u64>().ok())
                .unwrap_or(0)
        };
        sum += Tally {
            passed: number("passed"),
            failed: number("failed"),
            skipped: number("ignored"),
        };
    }
    sum
}

/// Leaves out what went well, and the compiler's warnings: those are the part `clippy`'s.
fn failing_lines(text: &str) -> String {
    let text = report::without_warnings(text);
    text.lines().filter(|line| !is_dull(line.trim())).map(|line| format!("{line}\n")).collect()
}

fn is_dull(line: &str) -> bool {
    const WORK: &[&str] = &[
        "Compiling ",
        "Download",
        "Finished ",
        "Running ",
        "running ",
        "Doc-tests ",
        "all doctests",
    ];
    let passed = line.starts_with("test ") && line.ends_with("... ok");
    let ok = line.starts_with("test result: ok.");
    passed || ok || line.is_empty() || WORK.iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "
warning: function `left` is never used
  --> src/lib.rs:1:1

     Running unittests src/lib.rs (target/debug/deps/core-1)
running 3 tests
test a ... ok
test b ... FAILED
test c ... ignored, slow

failures:
---- b stdout ----
left: 1

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
   Doc-tests core
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s
all doctests ran in 1.00s; merged doctests compilation took 0.4s
";

    #[test]
    fn the_results_of_all_programs_are_added_up() {
        assert_eq!(count(OUTPUT), Tally { passed: 13, failed: 1, skipped: 1 });
        assert_eq!(count("error: could not compile"), Tally::default());
    }

    #[test]
    fn only_what_went_wrong_is_shown() {
        let shown = failing_lines(OUTPUT);
        assert!(shown.contains("test b ... FAILED") && shown.contains("left: 1"), "{shown}");
        for dull in ["test a ... ok", "never used", "-->"] {
            assert!(!shown.contains(dull), "{shown}");
        }
    }
}
