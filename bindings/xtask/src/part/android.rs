//! The Android app, as far as a plain machine can run it: presenters, screens, journeys.

use super::Part;
use crate::report::Outcome;
use crate::tool;
use crate::workspace::Workspace;
use crate::{app, generate, maven};
use anyhow::Result;

pub const PART: Part =
    Part { name: "android", promise: "the app's presenters and screens pass their tests", run };

fn run(workspace: &Workspace) -> Result<Outcome> {
    let lacking = || tool::missing(app::TOOLS).or_else(|| tool::missing(tool::JOURNEYS));
    if let Some(line) = app::elsewhere().or_else(lacking) {
        return Ok(Outcome::skipped(line));
    }
    generate::all(workspace)?;
    maven::test(workspace, app::POM, &["logic", "app"])
}
