//! The phone's uploads before a tus server that knows nothing of this product.

use crate::report::{Outcome, say};
use crate::test::count;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;

/// What is installed, and no other version.
const PACKAGES: &[&str] = &["@tus/server@2.4.5", "@tus/file-store@2.1.1"];

/// Runs `fixtures/examples/tus.rs` beside the packages.
pub fn test(workspace: &Workspace) -> Result<Outcome> {
    let folder = match packages(workspace) {
        Ok(folder) => folder,
        Err(error) => return Ok(Outcome::skipped(format!("@tus/server is needed: {error:#}"))),
    };
    let words = ["run", "--quiet", "--package", "standing", "--example", "tus", "--"];
    let ended = workspace.cargo(&words).args([folder]).run()?;
    Ok(Outcome::counted(count(&ended.text), ended.success, ended.text))
}

/// A folder of its own below the target folder, with the server's script and what it imports.
fn packages(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.output().join("npm");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(workspace.root.join("fixtures/tus/server.mjs"), folder.join("server.mjs"))?;
    let wanted = PACKAGES.join(" ");
    let note = folder.join("installed");
    if std::fs::read_to_string(&note).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    say(&format!("      installing what is missing: npm install {wanted}"));
    let npm = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
    let call = workspace.call("npm").args(npm).args([&folder]).args(PACKAGES);
    let done = call.downloading().run().context("install")?;
    ensure!(done.success, "`npm install {wanted}` in target/npm did not work");
    std::fs::write(note, wanted)?;
    Ok(folder)
}
