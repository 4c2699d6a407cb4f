//! What only a phone has: keys, jobs, camera, intents, checked against Android's own classes; and
//! the one activity, compiled against the published signatures of Google's libraries.

use super::Part;
use crate::report::Outcome;
use crate::tool::{self, C_COMPILER, JDK, MAVEN};
use crate::workspace::Workspace;
use crate::{app, generate, maven};
use anyhow::Result;

pub const PART: Part =
    Part { name: "glue", promise: "the app's ties to Android pass their tests", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    if let Some(line) = tool::missing(&[C_COMPILER, MAVEN, JDK]) {
        return Ok(Outcome::skipped(line));
    }
    generate::all(workspace)?;
    maven::test(workspace, app::POM, &["glue", "activity"])
}
