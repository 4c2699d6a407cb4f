//! What the bindings offer to Kotlin and Swift is what `bindings/api.txt` says.

use super::Part;
use crate::api::{self, Finding};
use crate::report::Outcome;
use crate::tool::{self, C_COMPILER};
use crate::workspace::Workspace;
use anyhow::Result;

pub const PART: Part =
    Part { name: "api", promise: "what the bindings offer is what bindings/api.txt says", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[C_COMPILER]) {
        return Ok(Outcome::skipped(line));
    }
    Ok(match api::look(workspace)? {
        Finding::Nothing => Outcome::skipped("the bindings offer nothing yet"),
        Finding::Same(lines) => Outcome::passed(format!("{lines} lines")),
        Finding::Changed { difference, .. } => Outcome::failed(
            "the surface changed: if that is meant, run `cargo xtask api --bless` and commit",
            difference,
        ),
    })
}
