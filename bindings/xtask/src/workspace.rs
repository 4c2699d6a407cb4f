//! Where the repository and its target folder are.

use crate::call::Call;
use crate::report::say;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
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

    /// Holds a name that one run of this command can hold at a time; none if another has it. It is
    /// free again when the value goes, or the process.
    pub fn only_one(&self, name: &str) -> Result<Option<File>> {
        let file = self.lock(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).context("lock a file"),
        }
    }

    /// Waits until no other run builds in [`Self::made`], or shows what it built there: two would
    /// take each other's classes away.
    pub fn in_turn(&self) -> Result<File> {
        if let Some(turn) = self.only_one("build")? {
            return Ok(turn);
        }
        say("      waiting: another `cargo xtask` builds, or shows the app, here");
        let file = self.lock("build")?;
        file.lock().context("lock a file")?;
        Ok(file)
    }

    fn lock(&self, name: &str) -> Result<File> {
        let path = self.made().join(format!("{name}.lock"));
        fs::create_dir_all(self.made()).context("make the target folder")?;
        File::create(&path).with_context(|| format!("write {}", path.display()))
    }

    /// The folder of this command's own papers: logs of the last run.
    pub fn papers(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn two_runs_build_one_after_the_other() {
        let root = std::env::temp_dir().join(format!("standing-turns-{}", std::process::id()));
        let here = || Workspace { root: root.clone(), target: root.join("target") };
        let first = here().in_turn().unwrap();
        assert!(here().only_one("build").unwrap().is_none(), "it is held");
        assert!(here().only_one("app").unwrap().is_some(), "another name is free");
        let (done, second) = mpsc::channel();
        let other = here();
        std::thread::spawn(move || done.send(other.in_turn().is_ok()));
        assert!(second.recv_timeout(Duration::from_millis(200)).is_err(), "it waits");
        drop(first);
        assert_eq!(second.recv_timeout(Duration::from_secs(10)), Ok(true));
        fs::remove_dir_all(&root).unwrap();
    }
}
