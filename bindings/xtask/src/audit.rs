//! `cargo xtask audit`: cargo-deny over every dependency, by the rules in `.deny.toml`.

use crate::report::{self, Outcome, Tally, Verdict, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
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
    let program = at_hand(workspace)?;
    std::fs::create_dir_all(workspace.papers()).context("make the folder for logs")?;
    let mut sum = Tally::default();
    for (name, advice) in CHECKS {
        let begun = Instant::now();
        let ended = workspace
            .call(&program)
            .args(["--color", "never", "--manifest-path", "Cargo.toml", "--config", ".deny.toml"])
            .args(["check", "--hide-inclusion-graph", name])
            .run()?;
        let outcome = judge(ended.success, ended.text, advice);
        let log = workspace.papers().join(format!("audit-{name}.log"));
        std::fs::write(&log, &outcome.log).with_context(|| format!("write {}", log.display()))?;
        say(&report::line(name, &outcome, begun.elapsed()));
        if outcome.verdict == Verdict::Fail {
            say(report::excerpt(&outcome.shown, &log.display().to_string()).trim_end());
        }
        sum += outcome.tally;
    }
    say(&sum.to_string());
    Ok(sum.failed == 0)
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

/// cargo-deny: the one on the path, the one built earlier, or one built now.
fn at_hand(workspace: &Workspace) -> Result<PathBuf> {
    let works =
        |path: &PathBuf| workspace.call(path).arg("--version").run().is_ok_and(|it| it.success);
    let tools = workspace.target.join("tools");
    let built = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let on_path = PathBuf::from("cargo-deny");
    if let Some(found) = [built.clone(), on_path].into_iter().find(works) {
        return Ok(found);
    }
    say(&format!("      installing cargo-deny {VERSION} into {}; minutes, once", tools.display()));
    // Built in a folder of its own, which goes afterwards: it is 300 MB, and no other build
    // should wait for it.
    let work = tools.join("build");
    let ended = workspace
        .cargo(&["install", "--quiet", "--locked", "--version", VERSION, "cargo-deny", "--root"])
        .arg(&tools)
        .env("CARGO_TARGET_DIR", &work)
        .run()?;
    std::fs::remove_dir_all(&work).ok();
    if !ended.success {
        bail!("install cargo-deny; `cargo install --locked cargo-deny` says:\n{}", ended.text);
    }
    Ok(built)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unreachable_database_is_skipped_and_a_finding_fails() {
        let offline = "[ERROR] failed to fetch advisory database https://github.com/x with cli";
        assert_eq!(judge(false, offline.to_owned(), "").verdict, Verdict::Skip);
        let found = judge(false, "error[vulnerability]: x".to_owned(), "update the package");
        assert_eq!(found.verdict, Verdict::Fail);
        assert_eq!(found.note, "update the package");
    }

    #[test]
    fn warnings_are_counted_and_do_not_fail() {
        let text = "warning[duplicate]: a\nwarning[duplicate]: b\nbans ok\n".to_owned();
        let outcome = judge(true, text, "");
        assert_eq!((outcome.verdict, outcome.note.as_str()), (Verdict::Pass, "2 warnings"));
    }
}
