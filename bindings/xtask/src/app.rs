//! The Android app on this machine: `cargo xtask app` opens it in a window, against a sandbox
//! authority.

use crate::call::Call;
use crate::report::say;
use crate::sandbox::Sandbox;
use crate::tool::{self, Tool};
use crate::workspace::Workspace;
use crate::{bindings, display, generate, maven};
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};

/// The Maven project of the app.
pub const POM: &str = "android/pom.xml";

/// What compiling and drawing it takes.
pub const TOOLS: &[Tool] = &[
    tool::C_COMPILER,
    tool::MAVEN,
    tool::JDK,
    tool::DRAWING,
    tool::CHINESE_FONT,
    tool::LATIN_FONT,
];

/// Where the desktop's Compose, as the pom names it, cannot draw: the line that says so.
pub fn elsewhere() -> Option<String> {
    refusal((env::consts::OS, env::consts::ARCH))
}

fn refusal((system, processor): (&str, &str)) -> Option<String> {
    let draws = (system, processor) == ("linux", "x86_64");
    let line = "the screens are drawn on Linux on x86_64 only (android/README.md); this is";
    (!draws).then(|| format!("{line} {system} on {processor}"))
}

/// How the window opens.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// At the first screen, before joining.
    pub fresh: bool,
    /// `en` or `zh`; none is the machine's.
    pub language: Option<String>,
    /// In dark colours.
    pub dark: bool,
    /// Size of text, 1.0 to 2.0; none is 1.0.
    pub text: Option<String>,
}

/// Opens the app and waits until its window is closed; `false` if there is nowhere to open it.
pub fn open(workspace: &Workspace, opening: &Opening) -> Result<bool> {
    if let Some(line) = display::missing() {
        say(&line);
        say(
            "`cargo xtask pictures` takes pictures of every screen; `xvfb-run cargo xtask app` opens",
        );
        say("the window where nobody sees it.");
        return Ok(false);
    }
    let Some(_alone) = workspace.only_one("app")? else {
        say("the app is open already, and there is one phone behind it: close its window first.");
        return Ok(false);
    };
    let _classes = ready(workspace)?;
    if let Some(line) = tool::missing(&[tool::WINDOWS]) {
        bail!("open a window: {line}");
    }
    let folder = workspace.made().join("app");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("empty the folder of the app's phone")?;
    }
    let sandbox = Sandbox::start(workspace)?;
    introduce(&sandbox);
    let ended = java(workspace, "standing.app.desktop.Window")?
        .arg("--folder")
        .arg(&folder)
        .args(arguments(opening, &sandbox))
        .listen(|line| {
            say(line);
            Ok(())
        })?;
    if !ended.success() {
        bail!("go on: the app's java ended with {ended}");
    }
    Ok(true)
}

fn introduce(sandbox: &Sandbox) {
    say("a sandbox authority runs until the window is closed. To join by hand:");
    for authority in &sandbox.facts.authorities {
        say(&format!(
            "  {}\n  fingerprint {}   code {}",
            authority.link, authority.fingerprint, authority.code
        ));
    }
    say(&format!("  {}", sandbox.facts.register));
}

/// Installs or names what is missing, builds, generates and compiles: [`maven::compile`].
pub fn ready(workspace: &Workspace) -> Result<File> {
    if let Some(line) = elsewhere().or_else(|| tool::missing(TOOLS)) {
        bail!("show the app: {line}");
    }
    say("building the library and the app; minutes the first time");
    generate::all(workspace)?;
    maven::compile(workspace, POM, &["app"])
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

fn arguments(opening: &Opening, sandbox: &Sandbox) -> Vec<OsString> {
    let mut words: Vec<&str> = Vec::new();
    for authority in &sandbox.facts.authorities {
        words.extend(["--link", &authority.link, "--code", &authority.code]);
    }
    words.extend(["--register", &sandbox.facts.register]);
    words.extend(opening.language.iter().flat_map(|language| ["--lang", language]));
    words.extend(opening.text.iter().flat_map(|size| ["--text", size]));
    words.extend(opening.dark.then_some("--dark"));
    words.extend(opening.fresh.then_some("--fresh"));
    words.into_iter().map(OsString::from).collect()
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
}
