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
    let (program, mut sum) = (cargo_deny(workspace)?, Tally::default());
    for (name, advice) in CHECKS {
        let begun = Instant::now();
        let ended = workspace
            .call(&program)
            .args(["--color", "never", "--config", ".deny.toml", "check"])
            .args(["--hide-inclusion-graph", name])
            .run()?;
        let outcome = match ended.success {
            true => Outcome::passed(""),
            // Nothing is known about advisories then; that is not a failure of the project.
            false if ended.text.contains("failed to fetch advisory database") => {
                Outcome::skipped("github.com, which has the advisories, could not be reached")
            }
            false => Outcome::failed(*advice, ended.text),
        };
        outcome.report(name, begun.elapsed(), &workspace.logs()?).context("write a log")?;
        sum += outcome.tally;
    }
    Ok(report::close(sum))
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
    workspace
        .cargo(&["install", "--quiet", "--locked", "--version", VERSION, "cargo-deny", "--root"])
        .arg(&tools)
        // Its own folder, so that no other build waits for it.
        .env("CARGO_TARGET_DIR", tools.join("build"))
        .check("install cargo-deny; `cargo install --locked cargo-deny` says")?;
    Ok(built)
}
