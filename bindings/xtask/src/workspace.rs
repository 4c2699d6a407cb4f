//! Where the repository and its target folder are.

use crate::call::Call;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::ffi::OsString;
use std::path::PathBuf;

/// The repository as cargo sees it.
pub struct Workspace {
    /// The folder of the root manifest.
    pub root: PathBuf,
    /// Cargo's target folder: `CARGO_TARGET_DIR` when it is set, `target/` when it is not.
    pub target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

impl Workspace {
    /// Asks cargo, which knows about `CARGO_TARGET_DIR` and its configuration files.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("find the current folder")?;
        let answer = Call::new(cargo(), &here)
            .args(["metadata", "--format-version", "1", "--no-deps"])
            .answer()
            .context("read the workspace; Rust comes with rustup (https://rustup.rs)")?;
        let found: Metadata = serde_json::from_str(&answer).context("read `cargo metadata`")?;
        Ok(Self { root: found.workspace_root, target: found.target_directory })
    }

    /// A command that runs at the root of the repository.
    pub fn call(&self, program: impl Into<OsString>) -> Call {
        // A relative CARGO_TARGET_DIR would mean another folder to a child that runs elsewhere.
        Call::new(program.into(), &self.root).env("CARGO_TARGET_DIR", &self.target)
    }

    /// A call of the cargo that runs this command.
    pub fn cargo(&self, words: &[&str]) -> Call {
        self.call(cargo()).args(words)
    }

    /// Where everything but cargo builds, and where a person looks for pictures: always in the
    /// repository, for the poms cannot know where cargo was sent.
    pub fn made(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The folder of this command's own papers: logs of the last run.
    pub fn papers(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
