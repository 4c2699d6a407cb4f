//! The library that the apps load, built for this machine, and what is generated from it.

use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the generated Kotlin goes; git ignores it.
pub const KOTLIN: &str = "android/bindings/src/generated";

const API: &str = "bindings/api.txt";

const API_HEAD: &str = "\
# What the bindings offer to Kotlin and Swift, a line for each thing that an app can name.
# Made by `cargo xtask api --bless` from the built library; `cargo xtask test` compares.
";

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

/// Generates the Kotlin in place of what an older surface left.
pub fn generate_kotlin(workspace: &Workspace) -> Result<()> {
    let _lock = workspace.lock_build()?;
    let (made, kept) = (generate(workspace, "kotlin")?, workspace.root.join(KOTLIN));
    let names = files(&made)?;
    for old in files(&kept)?.difference(&names) {
        fs::remove_file(kept.join(old)).context("remove old Kotlin")?;
    }
    for name in names {
        let text = fs::read_to_string(made.join(&name)).context("read the generated Kotlin")?;
        workspace.write(kept.join(name), &text)?;
    }
    Ok(())
}

/// Generates the Swift, and the header and module map of the library that it calls.
pub fn generate_swift(workspace: &Workspace) -> Result<()> {
    let made = generate(workspace, "swift")?;
    for (name, kept) in [
        ("CoreFFI.h", "CoreFFI/generated/CoreFFI.h"),
        ("CoreFFI.modulemap", "CoreFFI/generated/module.modulemap"),
        ("Core.swift", "Core/generated/Core.swift"),
    ] {
        let text = fs::read_to_string(made.join(name)).with_context(|| format!("read {name}"))?;
        let text = if name == "Core.swift" { with_version_check_visible(&text)? } else { text };
        workspace.write(Path::new("ios/Sources").join(kept), &text)?;
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

/// Lets UniFFI generate a language into an empty folder of its own.
fn generate(workspace: &Workspace, language: &str) -> Result<PathBuf> {
    let made = workspace.logs()?.join(language);
    fs::remove_dir_all(&made).ok();
    workspace
        .call(program(workspace, "bindgen"))
        .args(["generate", "--language", language, "--no-format", "--out-dir"])
        .args([&made, &library(workspace)])
        .check(&format!("generate the bindings for {language}"))?;
    Ok(made)
}

/// The files below a folder, by their paths in it; none if there is no folder.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop().filter(|_| folder.exists()) {
        for entry in fs::read_dir(&here).with_context(|| format!("read {}", here.display()))? {
            let path = entry.context("read a folder")?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap_or(&path).to_owned());
            }
        }
    }
    Ok(found)
}

/// What the bindings offer, beside what `bindings/api.txt` says that they offer.
///
/// The file is there to be read in a review: a change of the surface shows as changed lines, and
/// an app that is already installed meets no surprise.
pub struct Surface {
    current: String,
    kept: String,
}

/// Builds the library and reads its surface.
pub fn api(workspace: &Workspace) -> Result<Surface> {
    build(workspace)?;
    let call = workspace.call(program(workspace, "bindgen"));
    let lines = call.arg("api").arg(library(workspace)).answer()?;
    let kept = fs::read_to_string(workspace.root.join(API)).unwrap_or_default();
    Ok(Surface { current: format!("{API_HEAD}\n{lines}"), kept })
}

/// Compares the file with the surface, or writes it; `true` when it is right afterwards.
pub fn check_api(workspace: &Workspace, bless: bool) -> Result<bool> {
    let surface = api(workspace)?;
    let Some(difference) = surface.difference() else {
        say(&format!("{API} is right: {} lines", surface.lines()));
        return Ok(true);
    };
    say(difference.trim_end());
    if bless {
        workspace.write(API, &surface.current)?;
        say(&format!("{API} is written; commit it with the change"));
    } else {
        say(&format!("{API} differs; if that is intended, run `cargo xtask api --bless`"));
    }
    Ok(bless)
}

impl Surface {
    /// How many lines the surface has.
    pub fn lines(&self) -> usize {
        let lines = self.current.lines();
        lines.filter(|line| !line.starts_with('#') && !line.is_empty()).count()
    }

    /// The lines that only one side has, if they differ. Each is complete, so no context is shown.
    pub fn difference(&self) -> Option<String> {
        if self.current == self.kept {
            return None;
        }
        let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
            (self.kept.lines().collect(), self.current.lines().collect());
        let only = |text: &str, other: &BTreeSet<&str>, sign: &str| -> String {
            let lines = text.lines().filter(|line| !other.contains(line));
            lines.map(|line| format!("{sign} {line}\n")).collect()
        };
        let all = only(&self.kept, &new, "-") + &only(&self.current, &old, "+");
        let reordered = "the same lines are in another order\n".to_owned();
        Some(if all.is_empty() { reordered } else { all })
    }
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
        let surface = |lines: &str, kept: &str| Surface {
            current: format!("{API_HEAD}\n{lines}"),
            kept: format!("{API_HEAD}\n{kept}"),
        };
        let same = surface("record A\nrecord A.x: i64\n", "record A\nrecord A.x: i64\n");
        assert_eq!((same.difference(), same.lines()), (None, 2));
        let changed = surface("record A.x: string\n", "record A.x: i64\n").difference().unwrap();
        assert_eq!(changed, "- record A.x: i64\n+ record A.x: string\n");
        let moved = surface("b\na\n", "a\nb\n").difference().unwrap();
        assert!(moved.contains("another order"), "{moved}");
        assert!(surface("", "record A\n").difference().unwrap().contains("- record A"));
    }
}
