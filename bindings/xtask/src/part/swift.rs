//! The iOS package: built in Swift 6 mode without warnings, its tests run against the sandbox,
//! every Swift file formatted, and the files that need Apple's frameworks parsed.

use super::Part;
use crate::bindings;
use crate::generate;
use crate::report::{Outcome, Tally};
use crate::swift::{self, Toolchain};
use crate::tool::{self, C_COMPILER};
use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

pub const PART: Part =
    Part { name: "swift", promise: "the iOS package builds and passes its tests", run };

/// The package of the app.
const PACKAGE: &str = "ios";

/// The library as Apple's tools pack it.
const FRAMEWORK: &str = "ios/Standing.xcframework";

/// What is formatted: everything by hand, never what is generated.
const FORMATTED: &[&str] =
    &["Package.swift", "Sources/Core", "Sources/Logic", "Sources/UI", "Tests", "App"];

fn run(workspace: &Workspace) -> Result<Outcome> {
    if !workspace.root.join(PACKAGE).join("Package.swift").exists() {
        return Ok(Outcome::skipped(format!("there is no {PACKAGE}/Package.swift yet")));
    }
    // Elsewhere the package takes the library as Apple's tools pack it.
    if !cfg!(target_os = "linux") && !workspace.root.join(FRAMEWORK).exists() {
        return Ok(Outcome::skipped("ios/build-xcframework.sh --testonly comes first"));
    }
    if let Some(line) = tool::missing(&[C_COMPILER]) {
        return Ok(Outcome::skipped(line));
    }
    let toolchain = match swift::find()? {
        Ok(toolchain) => toolchain,
        Err(line) => return Ok(Outcome::skipped(line)),
    };
    generate::all(workspace)?;
    let (mut tally, mut success, mut text) = (Tally::default(), true, String::new());
    for check in [format, parse, test] {
        let found = check(workspace, &toolchain)?;
        tally += found.tally;
        success &= found.success;
        text.push_str(&found.text);
    }
    Ok(Outcome::counted(tally, success, text))
}

/// What one of the checks found.
struct Found {
    tally: Tally,
    success: bool,
    text: String,
}

impl Found {
    /// A check without tests of its own counts as one.
    fn whole(success: bool, text: String) -> Self {
        let (passed, failed) = if success { (1, 0) } else { (0, 1) };
        Self { tally: Tally { passed, failed, skipped: 0 }, success, text }
    }
}

fn format(workspace: &Workspace, toolchain: &Toolchain) -> Result<Found> {
    let package = workspace.root.join(PACKAGE);
    let files = by_hand(workspace)?;
    let ended = toolchain
        .call(workspace, &package, "swift")
        .args(["format", "lint", "--strict", "--parallel", "--configuration", ".swift-format"])
        .args(files)
        .run()?;
    Ok(Found::whole(ended.success, ended.text))
}

/// What needs Apple's frameworks cannot be compiled here; that it is Swift at all can be seen.
fn parse(workspace: &Workspace, toolchain: &Toolchain) -> Result<Found> {
    let glue: Vec<PathBuf> = swift_files(&workspace.root.join(PACKAGE).join("App"))?;
    if glue.is_empty() {
        return Ok(Found { tally: Tally::default(), success: true, text: String::new() });
    }
    let ended = toolchain
        .call(workspace, &workspace.root, "swiftc")
        .args(["-parse", "-swift-version", "6"])
        .args(glue)
        .run()?;
    Ok(Found::whole(ended.success, ended.text))
}

fn test(workspace: &Workspace, toolchain: &Toolchain) -> Result<Found> {
    let path = |path: PathBuf| path.display().to_string();
    let pictures = workspace.made().join("pictures/ios");
    std::fs::create_dir_all(&pictures)?;
    let ended = toolchain
        .call(workspace, &workspace.root.join(PACKAGE), "swift")
        .args(["test", "--scratch-path", &path(workspace.target.join("ios"))])
        .args(["--disable-xctest", "-Xswiftc", "-warnings-as-errors"])
        .env("STANDING_LIBRARIES", bindings::folder(workspace))
        .env("STANDING_PROGRAM", bindings::program(workspace, "standing"))
        .env("STANDING_FIXTURES", workspace.root.join("fixtures"))
        .env("STANDING_PICTURES", pictures)
        .run()?;
    let tally = count(&ended.text);
    let success = ended.success && tally.passed > 0;
    Ok(Found { tally, success, text: ended.text })
}

/// Reads Swift Testing's summary, `Test run with 12 tests failed after 0.1 seconds with 3 issues.`,
/// and the line of each test that failed.
fn count(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines() {
        if let Some((_, summary)) = line.split_once("Test run with ") {
            sum.passed = sum.passed.saturating_add(tool::first_number(summary));
        } else if line.starts_with("✘ Test ") && line.contains(" failed after ") {
            sum.failed = sum.failed.saturating_add(1);
        }
    }
    sum.passed = sum.passed.saturating_sub(sum.failed);
    sum
}

/// Every Swift file of the project that was written by hand.
fn by_hand(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let package = workspace.root.join(PACKAGE);
    let mut files = Vec::new();
    for name in FORMATTED {
        files.extend(swift_files(&package.join(name))?);
    }
    files.extend(swift_files(&workspace.root.join("bindings/tests/swift"))?);
    Ok(files)
}

/// The Swift files at or below a path, leaving out what is generated.
fn swift_files(path: &std::path::Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.is_symlink() || path.file_name().is_some_and(|name| name == "generated") {
        return Ok(found);
    }
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            found.extend(swift_files(&entry?.path())?);
        }
    } else if path.extension().is_some_and(|ending| ending == "swift") {
        found.push(path.to_path_buf());
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_read_with_the_tests_that_failed() {
        let good = "✔ Test \"it holds\" passed after 0.001 seconds.\n\
                    ✔ Test run with 12 tests passed after 0.5 seconds.\n";
        assert_eq!(count(good), Tally { passed: 12, failed: 0, skipped: 0 });
        let bad = "✘ Test \"it holds\" recorded an issue at A.swift:3:5: Expectation failed\n\
                   ✘ Test \"it holds\" failed after 0.001 seconds with 1 issue.\n\
                   ✘ Test run with 12 tests failed after 0.5 seconds with 1 issue.\n";
        assert_eq!(count(bad), Tally { passed: 11, failed: 1, skipped: 0 });
        assert_eq!(count("error: cannot find 'x' in scope"), Tally::default());
    }
}
