//! `cargo xtask generate`: everything that the apps compile and nobody writes by hand. Git ignores
//! all of it.

use crate::report::say;
use crate::workspace::Workspace;
use crate::{bindings, licences, words};
use anyhow::Result;

/// Generates everything, or the labels alone; `true`, for there is nothing to find wrong.
pub fn run(workspace: &Workspace, only_labels: bool) -> Result<bool> {
    say(&format!("{} labels in two languages", words::generate(workspace)?));
    if !only_labels {
        all(workspace)?;
        say("licences of what ships; bindings for Kotlin and Swift");
    }
    Ok(true)
}

/// Generates everything. The labels come first: a slip in them is told before a build of minutes.
pub fn all(workspace: &Workspace) -> Result<()> {
    words::generate(workspace)?;
    licences::generate(workspace)?;
    bindings::build(workspace)?;
    bindings::generate_kotlin(workspace)?;
    bindings::generate_swift(workspace)
}
