//! The library that the apps load, built for this machine, and what is generated from it.

use crate::report;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// Where the generated Kotlin goes; git ignores it.
const KOTLIN: &str = "android/bindings/src/generated";

/// Builds the library, its generator and the `standing` command.
///
/// The whole workspace is always built in one go: another selection of packages would choose
/// other features of shared dependencies and build UniFFI and half of the rest once more. Only
/// the running program stays out of it, since not every system lets it be overwritten.
pub fn build(workspace: &Workspace) -> Result<()> {
    let ended =
        workspace.cargo(&["build", "--quiet", "--workspace", "--exclude", "xtask"]).run()?;
    if !ended.success {
        bail!("build the workspace:\n{}", report::without_warnings(&ended.text));
    }
    Ok(())
}

/// The folder of what [`build`] built.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("debug")
}

/// A program that [`build`] built.
pub fn program(workspace: &Workspace, name: &str) -> PathBuf {
    folder(workspace).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The library that [`build`] built.
pub fn library(workspace: &Workspace) -> PathBuf {
    let (start, end) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    folder(workspace).join(format!("{start}standing_bindings{end}"))
}

/// Generates the Kotlin anew, so that nothing from an older surface stays behind.
pub fn generate_kotlin(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.root.join(KOTLIN);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("empty the folder of generated Kotlin")?;
    }
    let ended = workspace
        .call(program(workspace, "bindgen"))
        .args(["generate", "--language", "kotlin", "--no-format", "--out-dir"])
        .arg(&folder)
        .arg(library(workspace))
        .run()?;
    if !ended.success {
        bail!("generate the Kotlin:\n{}", ended.text);
    }
    Ok(folder)
}
