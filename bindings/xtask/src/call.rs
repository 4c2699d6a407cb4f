//! A program run to its end, its two outputs read as one text. One that hangs is stopped.

mod stacks;
mod tree;

use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, PipeReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long a program may take: several times what the slowest part takes on two cores.
const LIMIT: Duration = Duration::from_secs(25 * 60);

/// How long one may take whose time is its line's.
const LIMIT_OF_DOWNLOADS: Duration = Duration::from_secs(2 * 60 * 60);

/// What a program that was stopped may still have in its pipes.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// A program about to run.
pub struct Call {
    command: Command,
    limit: Duration,
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
        Self { command, limit: LIMIT }
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

    /// Gives it the time that downloads take on a slow line.
    pub fn downloading(mut self) -> Self {
        self.limit = LIMIT_OF_DOWNLOADS;
        self
    }

    /// Runs a program for what it answers on its standard output.
    pub fn answer(mut self) -> Result<String> {
        let (output, writer) = std::io::pipe().context("open a pipe")?;
        let (errors, error_writer) = std::io::pipe().context("open a pipe")?;
        self.command.stdout(writer).stderr(error_writer);
        let mut running = self.start()?;
        let (output, errors) = (heard(output), heard(errors));
        let answer = running.listen(&output)?;
        let complaint = running.listen(&errors)?;
        let name = running.name.clone();
        let (success, end) = running.end()?;
        if !success {
            let complaint = String::from_utf8_lossy(&complaint);
            bail!("get an answer from {name}: {}", format!("{complaint}{end}").trim());
        }
        String::from_utf8(answer).with_context(|| format!("read what {name} answers"))
    }

    /// Runs a program and hears each line of its standard output at once; what it says to the
    /// other output goes straight to the person, who also says when it is enough. How it ended is
    /// for the caller to tell: many a program has said it already.
    pub fn listen(mut self, mut hear: impl FnMut(&str) -> Result<()>) -> Result<ExitStatus> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let mut child =
            self.command.stdout(Stdio::piped()).spawn().with_context(|| format!("start {name}"))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines() {
                hear(&line.with_context(|| format!("read what {name} says"))?)?;
            }
        }
        child.wait().with_context(|| format!("wait for {name}"))
    }

    /// Runs the program to its end.
    pub fn run(mut self) -> Result<Ended> {
        let (reader, writer) = std::io::pipe().context("open a pipe")?;
        self.command.stdout(writer.try_clone().context("open a pipe")?).stderr(writer);
        let mut running = self.start()?;
        let bytes = running.listen(&heard(reader))?;
        let (success, end) = running.end()?;
        Ok(Ended { success, text: String::from_utf8_lossy(&bytes).into_owned() + &end })
    }

    /// Starts it. The command holds the writing ends of its pipes, and goes: else reading would
    /// never end.
    fn start(mut self) -> Result<Running> {
        let name = self.command.get_program().to_string_lossy().into_owned();
        let child = self.command.spawn().with_context(|| format!("start {name}"))?;
        Ok(Running { name, child, begun: Instant::now(), limit: self.limit, stopped: None })
    }
}

/// A program between its start and its end.
struct Running {
    name: String,
    child: Child,
    begun: Instant,
    limit: Duration,
    /// Where it stood when it was stopped.
    stopped: Option<String>,
}

impl Running {
    /// What comes through a pipe until it closes. Past the limit the program is stopped, with all
    /// that it started: Maven's tests and cargo's compilers would go on without it.
    fn listen(&mut self, pieces: &Receiver<std::io::Result<Vec<u8>>>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let left = self.limit.saturating_sub(self.begun.elapsed());
            let patience = if self.stopped.is_some() { LAST_WORDS } else { left };
            match pieces.recv_timeout(patience) {
                Ok(piece) => {
                    bytes.extend(piece.with_context(|| format!("read what {} says", self.name))?);
                }
                Err(RecvTimeoutError::Timeout) if self.stopped.is_none() => self.stop(),
                // Closed; or held open by a stranger to the tree, whom nobody waits for.
                Err(_) => return Ok(bytes),
            }
        }
    }

    /// Stops it with all that it started, and keeps where that stood.
    fn stop(&mut self) {
        self.stopped = Some(stacks::below(self.child.id()));
        tree::kill(self.child.id());
    }

    /// Whether it ended well, and what to tell of a bad end.
    fn end(mut self) -> Result<(bool, String)> {
        let status = self.wait()?;
        let name = &self.name;
        if let Some(stacks) = &self.stopped {
            let limit = self.limit.as_secs();
            let time =
                if limit < 60 { format!("{limit} s") } else { format!("{} min", limit / 60) };
            return Ok((
                false,
                format!("{stacks}\n{name} was stopped: it took longer than {time}\n"),
            ));
        }
        let told = !status.success() && status.code().is_none();
        let text = if told { format!("\n{name} was stopped: {status}\n") } else { String::new() };
        Ok((status.success(), text))
    }

    /// A program may close its outputs and go on: that, too, has its limit.
    fn wait(&mut self) -> Result<ExitStatus> {
        let name = self.name.clone();
        let mut pause = Duration::from_millis(1);
        while self.begun.elapsed() < self.limit {
            if let Some(status) =
                self.child.try_wait().with_context(|| format!("wait for {name}"))?
            {
                return Ok(status);
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(100));
        }
        if self.stopped.is_none() {
            self.stop();
        }
        self.child.wait().with_context(|| format!("wait for {name}"))
    }
}

/// Reads a pipe on a thread of its own, for a reader cannot be told to give up.
fn heard(mut pipe: PipeReader) -> Receiver<std::io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut piece = vec![0; 65_536];
        loop {
            let read = pipe.read(&mut piece).map(|n| piece.iter().take(n).copied().collect());
            let last = !matches!(&read, Ok(bytes) if !Vec::is_empty(bytes));
            if sender.send(read).is_err() || last {
                return;
            }
        }
    });
    receiver
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

    fn hanging(line: &str) -> Call {
        let call = Call::new("sh".into(), Path::new("/")).args(["-c", line]);
        Call { limit: Duration::from_secs(1), ..call }
    }

    #[test]
    fn what_takes_too_long_is_stopped_with_all_it_started_and_that_is_said() {
        let begun = Instant::now();
        // The inner sleep holds the pipe: reading would last as long as it does.
        let ended = hanging("echo begun; sh -c 'sleep 97; true'; true").run().unwrap();
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        assert!(!ended.success);
        let text = "begun\n\nsh was stopped: it took longer than 1 s\n";
        assert_eq!(ended.text, text);
    }

    #[test]
    fn an_answer_that_does_not_come_is_not_waited_for() {
        let error = hanging("sleep 97").answer().unwrap_err().to_string();
        assert!(error.ends_with("it took longer than 1 s"), "{error}");
        let ended = hanging("exec >&- 2>&-; sleep 97").run().unwrap();
        assert!(ended.text.contains("was stopped") && !ended.success, "{}", ended.text);
    }

    #[test]
    fn an_answer_is_the_standard_output_alone() {
        let asked = |line| Call::new("sh".into(), Path::new("/")).args(["-c", line]).answer();
        assert_eq!(asked("echo yes; echo noise >&2").unwrap(), "yes\n");
        assert!(asked("echo no >&2; false").unwrap_err().to_string().ends_with("sh: no"));
    }

    #[test]
    fn lines_are_heard_one_by_one_and_then_how_it_ended() {
        let mut heard = Vec::new();
        let told = Call::new("sh".into(), Path::new("/"))
            .args(["-c", "echo one; echo two; exit 3"])
            .listen(|line| {
                heard.push(line.to_owned());
                Ok(())
            });
        assert_eq!(heard, ["one", "two"]);
        assert_eq!(told.unwrap().code(), Some(3));
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
