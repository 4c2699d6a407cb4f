//! The Android app on this machine: `cargo xtask app` opens it in a window, against a sandbox
//! authority; `cargo xtask pictures` draws every screen.

use crate::call::Call;
use crate::report::say;
use crate::tool::{self, Tool};
use crate::workspace::Workspace;
use crate::{bindings, maven};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// What compiling and drawing it takes.
pub const TOOLS: &[Tool] = &[
    tool::C_COMPILER,
    tool::MAVEN,
    tool::JDK,
    tool::DRAWING,
    tool::CHINESE_FONT,
    tool::LATIN_FONT,
];

/// What the journeys in the real window take.
pub const JOURNEY_TOOLS: &[Tool] = &[tool::XVFB, tool::WINDOWS];

/// Where the desktop's Compose, as the pom names it, cannot draw: the line that says so.
pub fn unsupported() -> Option<String> {
    refusal((env::consts::OS, env::consts::ARCH))
}

fn refusal((system, processor): (&str, &str)) -> Option<String> {
    let draws = (system, processor) == ("linux", "x86_64");
    let line = "the screens are drawn on Linux on x86_64 only (android/README.md); this is";
    (!draws).then(|| format!("{line} {system} on {processor}"))
}

/// How the window opens.
#[derive(Debug, Default, PartialEq, clap::Args)]
pub struct Options {
    /// Opens at the first screen, before joining
    #[arg(long)]
    fresh: bool,
    /// The language; else the machine's
    #[arg(long, value_parser = ["en", "zh"])]
    lang: Option<String>,
    /// The size of text, 1.0 to 2.0
    #[arg(long, value_parser = text_size)]
    text: Option<String>,
    /// In dark colours
    #[arg(long)]
    dark: bool,
}

fn text_size(size: &str) -> Result<String, &'static str> {
    let fits = size.parse().is_ok_and(|number: f64| (1.0..=2.0).contains(&number));
    if fits { Ok(size.to_owned()) } else { Err("it takes a size from 1.0 to 2.0") }
}

impl Options {
    /// As the app's own main takes them.
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        words.extend(self.lang.iter().flat_map(|language| ["--lang", language]));
        words.extend(self.text.iter().flat_map(|size| ["--text", size]));
        words.extend(self.dark.then_some("--dark"));
        words.extend(self.fresh.then_some("--fresh"));
        words
    }
}

/// Opens the app and waits until its window is closed; `false` if there is nowhere to open it.
pub fn open(workspace: &Workspace, options: &Options) -> Result<bool> {
    if let Some(line) = missing_display(&env::var("DISPLAY").unwrap_or_default()) {
        say(&line);
        say("`cargo xtask pictures` takes pictures of every screen; `xvfb-run cargo xtask app` \
             opens\nthe window where nobody sees it.");
        return Ok(false);
    }
    let Some(_lock) = workspace.try_lock("app")? else {
        say("the app is open already, and there is one phone behind it: close its window first.");
        return Ok(false);
    };
    let _classes = compile(workspace)?;
    if let Some(line) = tool::missing(&[tool::WINDOWS]) {
        bail!("open a window: {line}");
    }
    let folder = workspace.output().join("app");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("empty the folder of the app's phone")?;
    }
    let sandbox = Sandbox::start(workspace)?;
    let status = java(workspace, "standing.app.desktop.Window")?
        .arg("--folder")
        .arg(&folder)
        .args(sandbox.introduce())
        .args(options.words())
        .relay()?;
    if !status.success() {
        bail!("go on: the app's java ended with {status}");
    }
    Ok(true)
}

/// Writes a picture of every screen in each of its states, or of those that are named, and a page
/// to browse them. Stopped in between, it leaves what it has taken.
pub fn pictures(workspace: &Workspace, names: &[String]) -> Result<bool> {
    let _lock = compile(workspace)?;
    let folder = workspace.output().join("pictures");
    let java = java(workspace, "standing.app.desktop.Pictures")?;
    let status = java.arg("--out").arg(&folder).args(names).relay()?;
    // With 1 and 2 the app has said already what is wrong; with 2 it has taken none.
    match status.code() {
        Some(0 | 1) => say(&format!("browse them in {}", folder.join("index.html").display())),
        Some(2) => {}
        _ => bail!("take all of the pictures: java ended with {status}"),
    }
    Ok(status.success())
}

/// Writes the pictures that stores show, in their sizes and under their names, below a folder.
pub fn store_pictures(workspace: &Workspace, folder: &Path) -> Result<bool> {
    let _lock = compile(workspace)?;
    let folder = std::path::absolute(folder).context("find the folder for the store")?;
    let java = java(workspace, "standing.app.desktop.Pictures")?;
    Ok(java.arg("--store").arg(folder).relay()?.success())
}

/// Why no window can be opened on this display, told before a build of minutes. Whether another
/// machine's display answers is not asked.
fn missing_display(display: &str) -> Option<String> {
    // A Mac and Windows have their own.
    if !Path::new("/proc").exists() {
        return None;
    }
    if display.is_empty() {
        return Some("there is no display to open a window on.".to_owned());
    }
    let number = display.strip_prefix(':').and_then(|rest| rest.split('.').next())?;
    // A server listens at its socket as a file, or as an abstract one, which the kernel lists.
    let socket = format!("/tmp/.X11-unix/X{number}");
    let listed = fs::read_to_string("/proc/net/unix").unwrap_or_default();
    let listens = listed.lines().any(|line| line.ends_with(&socket));
    (!listens).then(|| format!("no display answers at DISPLAY={display}."))
}

/// Installs or names what is missing, builds, generates and compiles: [`maven::compile`].
pub fn compile(workspace: &Workspace) -> Result<File> {
    if let Some(line) = unsupported().or_else(|| tool::missing(TOOLS)) {
        bail!("show the app: {line}");
    }
    say("building the library and the app; minutes the first time");
    bindings::generate_all(workspace)?;
    maven::compile(workspace, "app")
}

/// A main of the app's desktop side, with its fonts and the library of this machine.
pub fn java(workspace: &Workspace, main: &str) -> Result<Call> {
    let library = format!("-Djna.library.path={}", bindings::folder(workspace).display());
    Ok(workspace
        .call("java")
        .env("FONTCONFIG_FILE", workspace.root.join("android/app/fonts.conf"))
        .args(["-Xmx768m", "-Dfile.encoding=UTF-8", &library, "-cp"])
        .arg(maven::class_path(workspace, "app")?)
        .arg(main))
}

/// A sandbox authority that runs beside a command, and ends with this value.
struct Sandbox {
    facts: Facts,
    child: Child,
}

/// The line that `standing serve --json` prints; it says more than is needed here.
#[derive(Deserialize)]
struct Facts {
    /// The link that adds the register of businesses.
    register: String,
    authorities: Vec<Authority>,
}

/// What the letter of an authority says; the code works once.
#[derive(Deserialize)]
struct Authority {
    link: String,
    fingerprint: String,
    code: String,
}

impl Sandbox {
    fn start(workspace: &Workspace) -> Result<Self> {
        let mut child = Command::new(bindings::program(workspace, "standing"))
            .args(["serve", "--json"])
            // It runs until this closes.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("start the sandbox authority")?;
        let mut output = BufReader::new(child.stdout.take().context("hear the sandbox")?);
        let mut said = String::new();
        output.read_line(&mut said).context("hear the sandbox authority")?;
        let Ok(facts) = serde_json::from_str(&said) else {
            // What went wrong it says in lines for a person, and then it ends.
            output.read_to_string(&mut said).context("hear the sandbox authority")?;
            bail!("start the sandbox authority: {}", said.trim());
        };
        Ok(Self { facts, child })
    }

    /// Tells the person how to join, and gives the options that tell the app.
    fn introduce(&self) -> Vec<&str> {
        say("a sandbox authority runs until the window is closed. To join by hand:");
        let mut words = vec!["--register", self.facts.register.as_str()];
        for Authority { link, fingerprint, code } in &self.facts.authorities {
            say(&format!("  {link}\n  fingerprint {fingerprint}   code {code}"));
            words.extend(["--link", link, "--code", code]);
        }
        say(&format!("  {}", self.facts.register));
        words
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // Nobody waits for its last words, and nothing can be done about them.
        self.child.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_cannot_draw_is_told_so_in_a_line() {
        assert_eq!(refusal(("linux", "x86_64")), None);
        let line = refusal(("linux", "aarch64")).unwrap();
        assert!(line.ends_with("this is linux on aarch64") && !line.contains('\n'), "{line}");
        assert!(refusal(("macos", "x86_64")).is_some());
    }

    #[test]
    fn a_display_that_is_not_there_is_told_before_anything_is_built() {
        if Path::new("/proc").exists() {
            assert_eq!(missing_display("").unwrap(), "there is no display to open a window on.");
            let line = missing_display(":64999").unwrap();
            assert_eq!(line, "no display answers at DISPLAY=:64999.");
        }
        assert_eq!(missing_display("far.example:10.0"), None);
    }
}
