//! The house lints hold in every target of the workspace.

use super::Part;
use crate::report::Outcome;
use crate::tool::{self, C_COMPILER, CLIPPY};
use crate::workspace::Workspace;
use anyhow::Result;

pub const PART: Part = Part { name: "clippy", promise: "no lint warns, in any target", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[CLIPPY, C_COMPILER]) {
        return Ok(Outcome::skipped(line));
    }
    let words =
        ["clippy", "--quiet", "--workspace", "--all-targets", "--no-deps", "--", "-D", "warnings"];
    let ended = workspace.cargo(&words).run()?;
    if ended.success {
        return Ok(Outcome::passed(""));
    }
    let note = "change the lines below, or `#[allow(…, reason = \"…\")]` with a good reason";
    Ok(Outcome::failed(note, ended.text))
}
