//! `cargo xtask generate`: everything that the apps compile and nobody writes by hand. Git ignores
//! all of it.

use crate::bindings;
use crate::catalog::Catalog;
use crate::report::say;
use crate::shipped;
use crate::swift::generated;
use crate::words::{self, Language, android, apple, kotlin, swift};
use crate::workspace::Workspace;
use anyhow::Result;

/// Generates everything, or the labels alone; `true`, for there is nothing to find wrong.
pub fn run(workspace: &Workspace, only_labels: bool) -> Result<bool> {
    say(&format!("{} labels in two languages", labels(workspace)?));
    if !only_labels {
        all(workspace)?;
        say("licences of what ships; bindings for Kotlin and Swift");
    }
    Ok(true)
}

/// Generates everything: labels, licences and, after building the library, its bindings.
pub fn all(workspace: &Workspace) -> Result<()> {
    // The labels first: a slip in them is told before a build of minutes.
    labels(workspace)?;
    licences(workspace)?;
    bindings::build(workspace)?;
    bindings::generate_kotlin(workspace)?;
    generated::write(workspace)
}

/// Writes the labels for every app, and says how many there are.
fn labels(workspace: &Workspace) -> Result<usize> {
    let labels = words::read(workspace)?;
    words::write(&workspace.root.join(kotlin::FILE), &kotlin::file(&labels))?;
    let version = Catalog::read(workspace)?.versions.remove("app").unwrap_or_default();
    words::write(&workspace.root.join(kotlin::VERSION), &kotlin::version(&version))?;
    for language in [Language::English, Language::Chinese] {
        let path = workspace.root.join(android::path(language));
        words::write(&path, &android::file(&labels, language))?;
    }
    words::write(&workspace.root.join(swift::FILE), &swift::file(&labels))?;
    words::write(&workspace.root.join(apple::LABELS), &apple::labels(&labels))?;
    words::write(&workspace.root.join(apple::INFO), &apple::info(&labels)?)?;
    Ok(labels.len())
}

/// Lists the licences of what each app ships.
fn licences(workspace: &Workspace) -> Result<()> {
    words::write(&workspace.root.join(shipped::ANDROID), &shipped::android(workspace)?)?;
    words::write(&workspace.root.join(shipped::IOS), &shipped::ios(workspace)?)
}
