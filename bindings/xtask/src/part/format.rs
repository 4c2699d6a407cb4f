//! Every Rust file is formatted alike.

use super::Part;
use crate::report::Outcome;
use crate::tool::{self, RUSTFMT};
use crate::workspace::Workspace;
use anyhow::Result;

pub const PART: Part = Part { name: "format", promise: "every Rust file is formatted", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[RUSTFMT]) {
        return Ok(Outcome::skipped(line));
    }
    let ended = workspace.cargo(&["fmt", "--all", "--check"]).run()?;
    if ended.success {
        return Ok(Outcome::passed(""));
    }
    Ok(Outcome::failed("run `cargo fmt --all`; this is what it would change", ended.text))
}
