//! The library that the apps load, built for this machine, and what is generated from it.

use crate::workspace::Workspace;
use crate::{report, words};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where the generated Kotlin goes; git ignores it.
pub const KOTLIN: &str = "android/bindings/src/generated";

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
pub fn generate_kotlin(workspace: &Workspace) -> Result<()> {
    let _turn = workspace.in_turn()?;
    let (fresh, kept) = (workspace.papers().join("kotlin"), workspace.root.join(KOTLIN));
    empty(&fresh)?;
    let ended = workspace
        .call(program(workspace, "bindgen"))
        .args(["generate", "--language", "kotlin", "--no-format", "--out-dir"])
        .arg(&fresh)
        .arg(library(workspace))
        .run()?;
    if !ended.success {
        bail!("generate the Kotlin:\n{}", ended.text);
    }
    // The same text again would only make Maven compile it again.
    if tree(&kept)? != tree(&fresh)? {
        empty(&kept)?;
        for (path, text) in tree(&fresh)? {
            words::write(&kept.join(path), &text)?;
        }
    }
    Ok(())
}

fn empty(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("empty {}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The texts below a folder, by their paths in it; none if there is no folder.
fn tree(folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut texts = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop().filter(|_| folder.exists()) {
        for entry in fs::read_dir(&here).with_context(|| format!("read {}", here.display()))? {
            let path = entry.context("read a folder")?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path);
            let text = text.with_context(|| format!("read {}", path.display()))?;
            texts.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned(), text);
        }
    }
    Ok(texts)
}
