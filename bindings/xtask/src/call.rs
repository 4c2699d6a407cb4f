//! A program run to its end, its two outputs read as one text. One that hangs is stopped.

use crate::report::say;
use anyhow::{Context, Result, bail};
use duct::Expression;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// How long a program may take: several times what the slowest part takes on two cores.
const LIMIT: Duration = Duration::from_secs(25 * 60);

/// The process group of the program that runs now, 0 if there is none.
static GROUP: AtomicU32 = AtomicU32::new(0);

/// A program about to run.
pub struct Call {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    folder: PathBuf,
    limit: Duration,
}

/// A program that has ended.
pub struct Ended {
    pub success: bool,
    /// Both outputs, in the order of writing, and why it was stopped if it was.
    pub text: String,
}

impl Call {
    pub fn new(program: impl Into<OsString>, folder: &Path) -> Self {
        Self {
            program: program.into(),
            arguments: Vec::new(),
            variables: Vec::new(),
            folder: folder.to_owned(),
            limit: LIMIT,
        }
    }

    pub fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, words: I) -> Self {
        self.arguments.extend(words.into_iter().map(|word| word.as_ref().to_owned()));
        self
    }

    pub fn arg(self, word: impl AsRef<OsStr>) -> Self {
        self.args([word])
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), value.as_ref().to_owned()));
        self
    }

    pub fn at(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// Allows it the time that downloads take on a slow line.
    pub fn downloading(self) -> Self {
        Self { limit: Duration::from_secs(2 * 60 * 60), ..self }
    }

    /// Runs the program to its end.
    pub fn run(self) -> Result<Ended> {
        let (output, note) = self.finish(&self.expression().stderr_to_stdout().stdout_capture())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &note;
        Ok(Ended { success: output.status.success() && note.is_empty(), text })
    }

    /// Whether the program ran and ended well.
    pub fn succeeds(self) -> bool {
        self.run().is_ok_and(|ended| ended.success)
    }

    /// Runs the program, and takes a bad end as an error with all that it wrote.
    pub fn check(self, intent: &str) -> Result<()> {
        let ended = self.run()?;
        if !ended.success {
            bail!("{intent}:\n{}", ended.text);
        }
        Ok(())
    }

    /// Runs a program for what it writes to its standard output.
    pub fn answer(self) -> Result<String> {
        let (output, note) = self.finish(&self.expression().stdout_capture().stderr_capture())?;
        let name = self.name();
        if !output.status.success() || !note.is_empty() {
            let errors = String::from_utf8_lossy(&output.stderr);
            bail!("get an answer from {name}: {}", format!("{errors}{note}").trim());
        }
        String::from_utf8(output.stdout).with_context(|| format!("read what {name} answers"))
    }

    /// Runs a program without a time limit and passes on each line of its standard output at once;
    /// its other output goes to the terminal.
    pub fn relay(self) -> Result<ExitStatus> {
        let name = self.name();
        let reader = self.expression().reader().with_context(|| format!("start {name}"))?;
        GROUP.store(reader.pids().first().copied().unwrap_or_default(), Ordering::SeqCst);
        for line in BufReader::new(&reader).lines() {
            say(&line.with_context(|| format!("read what {name} writes"))?);
        }
        let output = reader.try_wait().with_context(|| format!("wait for {name}"))?;
        GROUP.store(0, Ordering::SeqCst);
        output.map(|output| output.status).with_context(|| format!("wait for {name}"))
    }

    fn name(&self) -> String {
        self.program.to_string_lossy().into_owned()
    }

    fn expression(&self) -> Expression {
        let expression = duct::cmd(self.program.clone(), &self.arguments)
            .dir(&self.folder)
            .stdin_null()
            .unchecked()
            .before_spawn(|command| {
                prepare(command);
                Ok(())
            });
        let set = |expression: Expression, (name, value)| expression.env(name, value);
        self.variables.iter().map(|(name, value)| (name, value)).fold(expression, set)
    }

    /// The outputs, and a note if it was stopped.
    fn finish(&self, expression: &Expression) -> Result<(Output, String)> {
        let name = self.name();
        let handle = expression.start().with_context(|| format!("start {name}"))?;
        let group = handle.pids().first().copied().unwrap_or_default();
        GROUP.store(group, Ordering::SeqCst);
        let mut note = String::new();
        let ended = handle.wait_timeout(self.limit).with_context(|| format!("wait for {name}"))?;
        if ended.is_none() {
            let seconds = self.limit.as_secs();
            note = stacks(group);
            note.push_str(&format!("\n{name} was stopped: it took longer than {seconds} s\n"));
            kill(group);
            let ended = handle.wait_timeout(Duration::from_secs(5));
            ended.ok().flatten().with_context(|| format!("stop {name}, which hangs:{note}"))?;
        }
        let output = handle.into_output().with_context(|| format!("wait for {name}"))?;
        GROUP.store(0, Ordering::SeqCst);
        if note.is_empty() && output.status.code().is_none() {
            note = format!("\n{name} was stopped: {}\n", output.status);
        }
        Ok((output, note))
    }
}

/// What duct cannot say about a command.
fn prepare(command: &mut Command) {
    // Maven's tests and cargo's compilers would go on without it, so all are stopped as one group.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    // `cargo run` tells its child about the package xtask. Build scripts that watch these
    // variables (ring's does) would see them change and build again on every other run.
    const OWN: &str =
        "CARGO_PKG_ CARGO_MANIFEST_ CARGO_BIN_ CARGO_CRATE_NAME CARGO_PRIMARY_PACKAGE";
    for (name, _) in std::env::vars_os() {
        if OWN.split(' ').any(|start| name.to_string_lossy().starts_with(start)) {
            command.env_remove(name);
        }
    }
}

/// Ctrl-C reaches only the group in front of the terminal: what runs in another is stopped here.
pub fn stop_on_ctrl_c() -> Result<()> {
    let stop = || {
        kill(GROUP.load(Ordering::SeqCst));
        std::process::exit(130);
    };
    ctrlc::set_handler(stop).context("listen for Ctrl-C")
}

fn kill(group: u32) {
    if group > 1 {
        let line = format!("kill -s KILL -- -{group}");
        Command::new("sh").args(["-c", &line]).stderr(Stdio::null()).status().ok();
    }
}

/// Asks each Java program of the group `$0` for its threads. A line of `stat` is
/// `7 (java) S 1 5 …`: the process, its name, state, parent, group.
const STACKS: &str = "for stat in /proc/[0-9]*/stat; do
  read -r process name state parent group rest < $stat || continue
  if [ \"$name $group\" = \"(java) $0\" ]; then timeout 10 jstack $process; fi
done 2>/dev/null";

/// The threads of Java programs in a group that are in code of this repository: else nobody could
/// tell afterwards why a test hung. Empty where there are none, or no way to ask.
fn stacks(group: u32) -> String {
    let output = Command::new("sh").args(["-c", STACKS, &group.to_string()]).output();
    let output = output.map(|output| output.stdout).unwrap_or_default();
    own_threads(&String::from_utf8_lossy(&output))
}

/// A thread is a block of lines that begins with its name.
fn own_threads(dump: &str) -> String {
    let is_own = |thread: &&str| thread.starts_with('"') && thread.contains("at standing.");
    dump.split("\n\n").filter(is_own).map(|thread| format!("\n{}\n", thread.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn shell(line: &str) -> Call {
        Call::new("sh", Path::new("/")).args(["-c", line])
    }

    fn hanging(line: &str) -> Call {
        Call { limit: Duration::from_secs(1), ..shell(line) }
    }

    #[test]
    fn what_takes_too_long_is_stopped_with_all_it_started() {
        let begun = Instant::now();
        // The inner sleep holds the pipe: reading would last as long as it does.
        let ended = hanging("echo begun; sh -c 'sleep 97; true'; true").run().unwrap();
        assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
        assert!(!ended.success);
        assert_eq!(ended.text, "begun\n\nsh was stopped: it took longer than 1 s\n");
        let error = hanging("sleep 97").answer().unwrap_err().to_string();
        assert!(error.ends_with("it took longer than 1 s"), "{error}");
        let silent = hanging("exec >&- 2>&-; sleep 97").run().unwrap();
        assert!(silent.text.contains("was stopped") && !silent.success, "{}", silent.text);
    }

    #[test]
    fn outputs_are_read_together_or_alone_or_line_by_line() {
        let ended = shell("echo one; echo two >&2; echo three").run().unwrap();
        assert!(ended.success && ended.text == "one\ntwo\nthree\n", "{}", ended.text);
        assert_eq!(shell("echo yes; echo noise >&2").answer().unwrap(), "yes\n");
        let error = shell("echo no >&2; false").answer().unwrap_err().to_string();
        assert!(error.ends_with("sh: no"), "{error}");
        let status = shell("echo one; echo two; exit 3").relay().unwrap();
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn a_child_does_not_hear_about_the_package_xtask() {
        assert!(std::env::var_os("CARGO_PKG_NAME").is_some(), "cargo test sets it");
        assert_eq!(shell("echo ${CARGO_PKG_NAME:-nothing}").answer().unwrap(), "nothing\n");
    }

    #[test]
    fn a_program_that_is_killed_has_not_ended_well() {
        let ended = shell("kill -9 $$").run().unwrap();
        assert!(!ended.success && ended.text.contains("was stopped"), "{}", ended.text);
    }

    #[test]
    fn of_all_threads_those_in_our_code_are_shown() {
        let dump = "2026-11-23 11:46:09\nFull thread dump\n\n\
            \"main\" #1 waiting\n\tat java.lang.Thread.sleep(Native Method)\n\tat standing.logic.HomeTest.waits(HomeTest.kt:7)\n\n\
            \"GC Thread#0\" os_prio=0 runnable\n\n";
        let shown = own_threads(dump);
        assert!(shown.starts_with("\n\"main\" #1") && shown.ends_with("(HomeTest.kt:7)\n"));
        assert!(!shown.contains("GC"), "{shown}");
    }
}
