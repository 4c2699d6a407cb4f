//! The sandbox authority, running beside a command.

use crate::bindings;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

/// A running sandbox; it ends with this value.
pub struct Sandbox {
    /// What it says about itself.
    pub facts: Facts,
    child: Child,
}

/// The line that `standing serve --json` prints; it says more than is needed here.
#[derive(Deserialize)]
pub struct Facts {
    /// The link that adds the register of businesses.
    pub register: String,
    /// The authorities.
    pub authorities: Vec<Authority>,
}

/// An authority that can be joined.
#[derive(Deserialize)]
pub struct Authority {
    /// The link of its letter.
    pub link: String,
    /// The fingerprint on its letter, in groups.
    pub fingerprint: String,
    /// The letter's code; it works once.
    pub code: String,
}

impl Sandbox {
    /// Starts what `bindings::build` built.
    pub fn start(workspace: &Workspace) -> Result<Self> {
        let mut child = Command::new(bindings::program(workspace, "standing"))
            .args(["serve", "--json"])
            // It runs until this closes.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("start the sandbox authority")?;
        let output = child.stdout.take().context("hear the sandbox authority")?;
        let mut output = BufReader::new(output);
        let mut said = String::new();
        output.read_line(&mut said).context("hear the sandbox authority")?;
        let Ok(facts) = serde_json::from_str(&said) else {
            // What went wrong it says in lines for a person, and then it ends.
            output.read_to_string(&mut said).context("hear the sandbox authority")?;
            let words: Vec<&str> = said.split_whitespace().collect();
            bail!("start the sandbox authority: {}", words.join(" "));
        };
        Ok(Self { facts, child })
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // Nobody waits for its last words, and nothing can be done about them.
        self.child.wait().ok();
    }
}
