//! `cargo xtask audit`: cargo-deny over every dependency, by the rules in `.deny.toml`.

use crate::report::{self, Outcome, Tally, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::time::Instant;

/// The version that the rules were written for.
const VERSION: &str = "0.20.2";

/// The checks, and what to do when one fails.
const CHECKS: &[(&str, &str)] = &[
    ("bans", "a package that .deny.toml keeps out came in; `cargo tree -i NAME` shows by whom"),
    ("licenses", "replace the package, or allow its licence in .deny.toml and say why"),
    ("sources", "use the package from crates.io"),
    ("advisories", "update the package, or list the advisory in .deny.toml with reason and date"),
];

/// Runs every check; `true` when none failed. Advisories need a network and are skipped without.
pub fn run(workspace: &Workspace) -> Result<bool> {
    let (program, logs) = (cargo_deny(workspace)?, workspace.logs()?);
    let mut sum = Tally::default();
    for (name, advice) in CHECKS {
        let begun = Instant::now();
        let ended = workspace
            .call(&program)
            .args(["--color", "never", "--manifest-path", "Cargo.toml", "--config", ".deny.toml"])
            .args(["check", "--hide-inclusion-graph", name])
            .run()?;
        let outcome = judge(ended.success, ended.text, advice);
        let log = format!("audit-{name}");
        outcome.report(&log, begun.elapsed(), &logs).context("write a log")?;
        sum += outcome.tally;
    }
    Ok(report::close(sum))
}

fn judge(success: bool, text: String, advice: &str) -> Outcome {
    if success {
        let warnings = text.lines().filter(|line| line.starts_with("warning")).count();
        let note = if warnings == 0 { String::new() } else { format!("{warnings} warnings") };
        return Outcome { log: text, ..Outcome::passed(note) };
    }
    // Without a network nothing is known about advisories; that is not a failure of the project.
    if text.contains("failed to fetch advisory database") {
        let note = "github.com could not be reached for the advisory database; run this again \
                    with a network";
        return Outcome { log: text, ..Outcome::skipped(note) };
    }
    Outcome::failed(advice, text)
}

/// cargo-deny: the one built earlier, the one on the path, or one built now.
fn cargo_deny(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.target.join("tools");
    let built = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let works = |path: &PathBuf| workspace.call(path).arg("--version").succeeds();
    if let Some(found) = [built.clone(), "cargo-deny".into()].into_iter().find(works) {
        return Ok(found);
    }
    say(&format!("      installing cargo-deny {VERSION} into {}; minutes, once", tools.display()));
    // Built in a folder of its own, which goes afterwards: it is 300 MB, and no other build
    // should wait for it.
    let work = tools.join("build");
    let installed = workspace
        .cargo(&["install", "--quiet", "--locked", "--version", VERSION, "cargo-deny", "--root"])
        .arg(&tools)
        .env("CARGO_TARGET_DIR", &work)
        .check("install cargo-deny; `cargo install --locked cargo-deny` says");
    std::fs::remove_dir_all(&work).ok();
    installed.map(|()| built)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Verdict;

    #[test]
    fn an_unreachable_database_is_skipped_a_finding_fails_and_warnings_are_counted() {
        let offline = "[ERROR] failed to fetch advisory database https://github.com/x with cli";
        assert_eq!(judge(false, offline.to_owned(), "").verdict, Verdict::Skip);
        let found = judge(false, "error[vulnerability]: x".to_owned(), "update the package");
        assert_eq!((found.verdict, found.note.as_str()), (Verdict::Fail, "update the package"));
        let text = "warning[duplicate]: a\nwarning[duplicate]: b\nbans ok\n".to_owned();
        let outcome = judge(true, text, "");
        assert_eq!((outcome.verdict, outcome.note.as_str()), (Verdict::Pass, "2 warnings"));
    }
}
