//! The generated Kotlin works on the JVM: the tests in `bindings/tests/kotlin`.

use super::Part;
use crate::bindings;
use crate::report::{Outcome, Tally};
use crate::tool::{self, C_COMPILER, JDK, MAVEN};
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

pub const PART: Part =
    Part { name: "kotlin", promise: "the generated Kotlin passes its tests on the JVM", run };

const TESTS: &str = "bindings/tests/kotlin";

fn run(workspace: &Workspace) -> Result<Outcome> {
    let folder = workspace.root.join(TESTS);
    if !folder.join("pom.xml").exists() {
        return Ok(Outcome::skipped(format!("there is no {TESTS}/pom.xml yet")));
    }
    if let Some(line) = tool::missing(&[C_COMPILER, MAVEN, JDK]) {
        return Ok(Outcome::skipped(line));
    }
    bindings::build(workspace)?;
    let generated = bindings::generate_kotlin(workspace)?;
    let property = |name: &str, path: PathBuf| format!("-D{name}={}", path.display());
    let ended = workspace
        .call("mvn")
        .args(["--batch-mode", "--no-transfer-progress", "-Dstyle.color=never", "test"])
        .args([
            property("core.libdir", bindings::folder(workspace)),
            property("core.bindings", generated),
            property("standing.bin", bindings::program(workspace, "standing")),
        ])
        .at(&folder)
        .run()?;
    let tally = count(&ended.text);
    if ended.success && tally == Tally::default() {
        return Ok(Outcome::failed("Maven ran no test; look at the log", ended.text));
    }
    Ok(Outcome::counted(tally, ended.success, ended.text))
}

/// Adds up Surefire's summaries, `Tests run: 9, Failures: 0, Errors: 0, Skipped: 0`. The line of
/// a single class reads the same and goes on with `Time elapsed`.
fn count(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines().filter(|line| !line.contains("Time elapsed")) {
        let Some((_, summary)) = line.split_once("Tests run:") else {
            continue;
        };
        let mut numbers = summary
            .split(|character: char| !character.is_ascii_digit())
            .filter_map(|piece| piece.parse::<u64>().ok());
        let mut next = || numbers.next().unwrap_or(0);
        let (run, failures, errors, skipped) = (next(), next(), next(), next());
        let failed = failures.saturating_add(errors);
        let passed = run.saturating_sub(failed).saturating_sub(skipped);
        sum += Tally { passed, failed, skipped };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summaries_of_all_runs_are_added_up_and_single_classes_are_not() {
        let text = "\
[INFO] Running standing.HomeTest
[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.5 s -- in standing.HomeTest
[ERROR] Tests run: 6, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.5 s <<< FAILURE! -- in X
[INFO] Results:
[ERROR] Tests run: 9, Failures: 1, Errors: 1, Skipped: 1
[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0
";
        assert_eq!(count(text), Tally { passed: 8, failed: 2, skipped: 1 });
        assert_eq!(count("[ERROR] Compilation failure"), Tally::default());
    }
}
