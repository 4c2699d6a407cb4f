//! Where the repository and its target folder are.

use crate::call::Call;
use crate::report::say;
use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// The repository as cargo sees it.
pub struct Workspace {
    pub root: PathBuf,
    /// `CARGO_TARGET_DIR` if it is set, else `target/`.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo, which knows about `CARGO_TARGET_DIR` and its configuration files.
    pub fn find() -> Result<Self> {
        let found = MetadataCommand::new().no_deps().exec();
        let found =
            found.context("read the workspace; Rust comes with rustup (https://rustup.rs)")?;
        Ok(Self { root: found.workspace_root.into(), target: found.target_directory.into() })
    }

    /// A program that runs at the root of the repository.
    pub fn call(&self, program: impl Into<OsString>) -> Call {
        // A relative CARGO_TARGET_DIR would mean another folder to a child that runs elsewhere.
        Call::new(program, &self.root).env("CARGO_TARGET_DIR", &self.target)
    }

    /// A call of the cargo that runs this command.
    pub fn cargo(&self, words: &[&str]) -> Call {
        self.call(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(words)
    }

    /// Reads a file of the repository.
    pub fn read(&self, path: &str) -> Result<String> {
        fs::read_to_string(self.root.join(path)).with_context(|| format!("read {path}"))
    }

    /// Writes a file of the repository. What did not change keeps its time, so that nothing is
    /// compiled again for it.
    pub fn write(&self, path: impl AsRef<Path>, text: &str) -> Result<()> {
        let path = self.root.join(path);
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(());
        }
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, text))
            .with_context(|| format!("write {}", path.display()))
    }

    /// The folder of what is built by anything but cargo, and of pictures: always in the
    /// repository, because the poms cannot know where cargo was sent.
    pub fn output(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The folder with the logs of the last run.
    pub fn logs(&self) -> Result<PathBuf> {
        let folder = self.target.join("xtask");
        fs::create_dir_all(&folder).context("make the folder for logs")?;
        Ok(folder)
    }

    /// Takes a lock that one run of this command can hold at a time; none if another holds it.
    pub fn try_lock(&self, name: &str) -> Result<Option<File>> {
        let file = self.lock_file(name)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).context("lock a file"),
        }
    }

    /// Waits until no other run builds in [`Self::output`], or shows what it built there: two
    /// would delete each other's classes.
    pub fn lock_build(&self) -> Result<File> {
        if let Some(lock) = self.try_lock("build")? {
            return Ok(lock);
        }
        say("      waiting: another `cargo xtask` builds, or shows the app, here");
        let file = self.lock_file("build")?;
        file.lock().context("lock a file")?;
        Ok(file)
    }

    fn lock_file(&self, name: &str) -> Result<File> {
        let path = self.output().join(format!("{name}.lock"));
        fs::create_dir_all(self.output()).context("make the target folder")?;
        File::create(&path).with_context(|| format!("write {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn two_runs_build_one_after_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let here = || Workspace { root: root.clone(), target: root.join("target") };
        let first = here().lock_build().unwrap();
        assert!(here().try_lock("build").unwrap().is_none(), "it is held");
        assert!(here().try_lock("app").unwrap().is_some(), "another name is free");
        let (done, second) = mpsc::channel();
        let other = here();
        std::thread::spawn(move || done.send(other.lock_build().is_ok()));
        assert!(second.recv_timeout(Duration::from_millis(200)).is_err(), "it waits");
        drop(first);
        assert_eq!(second.recv_timeout(Duration::from_secs(10)), Ok(true));
    }
}
