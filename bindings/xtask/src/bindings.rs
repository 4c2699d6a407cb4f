//! The library that the apps load, built for this machine, and what is generated from it.

use crate::report::{Outcome, say};
use crate::workspace::Workspace;
use crate::{licences, words};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Where the generated Kotlin goes; git ignores it.
pub const KOTLIN: &str = "android/bindings/src/generated";

const API: &str = "bindings/api.txt";

const API_HEAD: &str = "\
# What the bindings offer to Kotlin and Swift, a line for each thing that an app can name.
# Made by `cargo xtask api --bless` from the built library; `cargo xtask test` compares.
";

/// Generates everything that the apps compile and nobody writes by hand; git ignores all of it.
/// The labels come first: a slip in them is told before a build of minutes.
pub fn generate_all(workspace: &Workspace) -> Result<()> {
    words::generate(workspace)?;
    licences::generate(workspace)?;
    build(workspace)?;
    generate_kotlin(workspace)?;
    generate_swift(workspace)
}

/// Builds the library, its generator and the `standing` command.
///
/// The whole workspace is always built in one go: another selection of packages would choose
/// other features of shared dependencies and build UniFFI and half of the rest once more. Only
/// the running program stays out of it, since not every system lets it be overwritten.
pub fn build(workspace: &Workspace) -> Result<()> {
    let words = ["build", "--quiet", "--workspace", "--exclude", "xtask"];
    workspace.cargo(&words).check("build the workspace")
}

/// The folder of what [`build`] built.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("debug")
}

/// A program that [`build`] built.
pub fn program(workspace: &Workspace, name: &str) -> PathBuf {
    folder(workspace).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn library(workspace: &Workspace) -> PathBuf {
    let (start, end) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    folder(workspace).join(format!("{start}standing_bindings{end}"))
}

/// Generates the Kotlin, which is one file.
pub fn generate_kotlin(workspace: &Workspace) -> Result<()> {
    let _lock = workspace.lock_build()?;
    let kept = "android/bindings/src/generated/standing/core/standing_bindings.kt";
    generate_language(workspace, "kotlin", &[("standing/core/standing_bindings.kt", kept)])
}

/// Generates the Swift, and the header and module map of the library that it calls.
fn generate_swift(workspace: &Workspace) -> Result<()> {
    generate_language(
        workspace,
        "swift",
        &[
            ("CoreFFI.h", "ios/Sources/CoreFFI/generated/CoreFFI.h"),
            ("CoreFFI.modulemap", "ios/Sources/CoreFFI/generated/module.modulemap"),
            ("Core.swift", "ios/Sources/Core/generated/Core.swift"),
        ],
    )
}

/// Lets UniFFI generate a language into an empty folder, and keeps these files of it elsewhere.
fn generate_language(workspace: &Workspace, language: &str, files: &[(&str, &str)]) -> Result<()> {
    let made = workspace.logs()?.join(language);
    fs::remove_dir_all(&made).ok();
    workspace
        .call(program(workspace, "bindgen"))
        .args(["generate", "--language", language, "--no-format", "--out-dir"])
        .args([&made, &library(workspace)])
        .check(&format!("generate the bindings for {language}"))?;
    for (name, kept) in files {
        let text = fs::read_to_string(made.join(name)).with_context(|| format!("read {name}"))?;
        let is_swift = name.ends_with(".swift");
        let text = if is_swift { with_version_check_visible(&text)? } else { text };
        workspace.write(kept, &text)?;
    }
    Ok(())
}

/// Lets the rest of the module see whether library and bindings are of one version: the generated
/// code would end the app without a word, and UniFFI has no setting for it.
fn with_version_check_visible(swift: &str) -> Result<String> {
    let mut text = swift.to_owned();
    for name in ["let initializationResult", "enum InitializationResult"] {
        let hidden = format!("private {name}");
        if !text.contains(&hidden) {
            bail!("find `{hidden}` in the generated Swift: has the generator changed?");
        }
        text = text.replacen(&hidden, name, 1);
    }
    Ok(text)
}

/// Compares what the bindings offer with `bindings/api.txt`, or writes that file.
///
/// The file is there to be read in a review: a change of the surface shows as changed lines, and
/// an app that is already installed meets no surprise.
pub fn api(workspace: &Workspace, bless: bool) -> Result<Outcome> {
    build(workspace)?;
    let call = workspace.call(program(workspace, "bindgen"));
    let lines = call.arg("api").arg(library(workspace)).answer()?;
    let kept = fs::read_to_string(workspace.root.join(API)).unwrap_or_default();
    let current = format!("{API_HEAD}\n{lines}");
    let Some(difference) = difference(&kept, &current) else {
        return Ok(Outcome::passed(format!("{} lines", lines.lines().count())));
    };
    if !bless {
        let advice = "the surface changed: if that is intended, run `cargo xtask api --bless`";
        return Ok(Outcome::failed(advice, difference));
    }
    say(difference.trim_end());
    workspace.write(API, &current)?;
    Ok(Outcome::passed(format!("{API} is written; commit it with the change")))
}

/// The lines that only one side has, if they differ. Each is complete, so no context is shown.
fn difference(kept: &str, current: &str) -> Option<String> {
    if current == kept {
        return None;
    }
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (kept.lines().collect(), current.lines().collect());
    let gone = kept.lines().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let come = current.lines().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    let all: String = gone.chain(come).collect();
    let reordered = "the same lines are in another order\n".to_owned();
    Some(if all.is_empty() { reordered } else { all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_check_is_made_visible_and_its_absence_reported() {
        let swift = "private enum InitializationResult {}\nprivate let initializationResult = 1\n";
        let open = with_version_check_visible(swift).unwrap();
        assert_eq!(open, "enum InitializationResult {}\nlet initializationResult = 1\n");
        let error = with_version_check_visible("let x = 1").unwrap_err().to_string();
        assert!(error.contains("generator"), "{error}");
    }

    #[test]
    fn what_went_what_came_and_another_order_are_changes() {
        assert_eq!(difference("A\nA.x: i64\n", "A\nA.x: i64\n"), None);
        let changed = difference("A\nA.x: i64\n", "A\nA.x: string\n").unwrap();
        assert_eq!(changed, "- A.x: i64\n+ A.x: string\n");
        let moved = difference("a\nb\n", "b\na\n").unwrap();
        assert!(moved.contains("another order"), "{moved}");
    }
}
