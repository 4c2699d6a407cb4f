//! `cargo xtask pictures`: a picture of every screen, and a page to browse them.

use crate::app;
use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Result, bail};

/// Writes a picture of every screen in each of its states, or of those that are named, and a page
/// to browse them. Stopped in between, it leaves what it has taken.
pub fn take(workspace: &Workspace, names: &[String]) -> Result<bool> {
    let _lock = app::compile(workspace)?;
    let folder = workspace.output().join("pictures");
    let java = app::java(workspace, "standing.app.desktop.Pictures")?;
    let status = java.arg("--out").arg(&folder).args(names).listen(|line| {
        say(line);
        Ok(())
    })?;
    // With 1 and 2 the app has said already what is wrong; with 2 it has taken none.
    match status.code() {
        Some(0 | 1) => say(&format!("browse them in {}", folder.join("index.html").display())),
        Some(2) => {}
        _ => bail!("take all of the pictures: java ended with {status}"),
    }
    Ok(status.success())
}
