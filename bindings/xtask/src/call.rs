//! A program run to its end, its two outputs read as one text.

use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// A program about to run.
pub struct Call {
    command: Command,
}

/// A program that has ended.
pub struct Ended {
    /// Whether it ended well.
    pub success: bool,
    /// What it wrote to both outputs, in the order of writing.
    pub text: String,
}

impl Call {
    /// Prepares a program to run in a folder.
    pub fn new(program: OsString, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder).stdin(Stdio::null());
        // `cargo run` tells its child about the package xtask. Build scripts that watch these
        // variables (ring's does) would see them change and build again on every other run.
        for (name, _) in std::env::vars_os() {
            if is_about_this_package(&name) {
                command.env_remove(name);
            }
        }
        Self { command }
    }

    /// Adds arguments.
    pub fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, words: I) -> Self {
        self.command.args(words);
        self
    }

    /// Adds one argument.
    pub fn arg(mut self, word: impl AsRef<OsStr>) -> Self {
        self.command.arg(word);
        self
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Moves the call to another folder.
    pub fn at(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs a program for what it answers on its standard output.
    pub fn answer(mut self) -> Result<String> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let output = self.command.output().with_context(|| format!("start {name}"))?;
        if !output.status.success() {
            bail!("get an answer from {name}: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        String::from_utf8(output.stdout).with_context(|| format!("read what {name} answers"))
    }

    /// Runs a program and hears each line of its standard output at once; what it says to the
    /// other output goes straight to the person.
    pub fn listen(mut self, mut hear: impl FnMut(&str) -> Result<()>) -> Result<()> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let mut child =
            self.command.stdout(Stdio::piped()).spawn().with_context(|| format!("start {name}"))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines() {
                hear(&line.with_context(|| format!("read what {name} says"))?)?;
            }
        }
        let status = child.wait().with_context(|| format!("wait for {name}"))?;
        if status.success() { Ok(()) } else { bail!("finish {name}, which ended with {status}") }
    }

    /// Runs the program to its end.
    pub fn run(mut self) -> Result<Ended> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let (mut reader, writer) = std::io::pipe().context("open a pipe")?;
        self.command.stdout(writer.try_clone().context("open a pipe")?).stderr(writer);
        let mut child = self.command.spawn().with_context(|| format!("start {name}"))?;
        // The command still holds the writing ends; reading would never end.
        drop(self);
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).with_context(|| format!("read what {name} says"))?;
        let status = child.wait().with_context(|| format!("wait for {name}"))?;
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if !status.success() && status.code().is_none() {
            text.push_str(&format!("\n{name} was stopped: {status}\n"));
        }
        Ok(Ended { success: status.success(), text })
    }
}

fn is_about_this_package(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|start| name.starts_with(start))
        || name == "CARGO_CRATE_NAME"
        || name == "CARGO_PRIMARY_PACKAGE"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(line: &str) -> Ended {
        Call::new("sh".into(), Path::new("/")).args(["-c", line]).run().unwrap()
    }

    #[test]
    fn both_outputs_are_read_in_the_order_of_writing() {
        let ended = shell("echo one; echo two >&2; echo three");
        assert!(ended.success);
        assert_eq!(ended.text, "one\ntwo\nthree\n");
    }

    #[test]
    fn an_answer_is_the_standard_output_alone() {
        let asked = |line| Call::new("sh".into(), Path::new("/")).args(["-c", line]).answer();
        assert_eq!(asked("echo yes; echo noise >&2").unwrap(), "yes\n");
        assert!(asked("echo no >&2; false").unwrap_err().to_string().ends_with("sh: no"));
    }

    #[test]
    fn lines_are_heard_one_by_one_and_a_bad_end_is_told() {
        let mut heard = Vec::new();
        let told = Call::new("sh".into(), Path::new("/"))
            .args(["-c", "echo one; echo two; exit 3"])
            .listen(|line| {
                heard.push(line.to_owned());
                Ok(())
            });
        assert_eq!(heard, ["one", "two"]);
        assert!(told.unwrap_err().to_string().contains('3'));
    }

    #[test]
    fn a_child_does_not_hear_about_the_package_xtask() {
        assert!(std::env::var_os("CARGO_PKG_NAME").is_some(), "cargo test sets it");
        assert_eq!(shell("echo ${CARGO_PKG_NAME:-nothing}").text, "nothing\n");
    }

    #[test]
    fn a_program_that_is_killed_has_not_ended_well() {
        let ended = shell("kill -9 $$");
        assert!(!ended.success);
        assert!(ended.text.contains("was stopped"), "{}", ended.text);
    }
}
