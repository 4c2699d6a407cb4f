//! `cargo xtask generate`: everything that the apps compile and nobody writes by hand. Git ignores
//! all of it.

use crate::bindings;
use crate::report::say;
use crate::shipped;
use crate::words::{self, Language, android, kotlin};
use crate::workspace::Workspace;
use anyhow::Result;

/// Generates the labels and, unless only they are asked for, the licences and the bindings; `true`, for there is nothing to find wrong.
pub fn run(workspace: &Workspace, only_labels: bool) -> Result<bool> {
    // The labels first: a slip in them is told before a build of minutes.
    say(&format!("{} labels in two languages", labels(workspace)?));
    if !only_labels {
        licences(workspace)?;
        bindings::build(workspace)?;
        bindings::generate_kotlin(workspace)?;
        say("licences; bindings for Kotlin");
    }
    Ok(true)
}

/// Writes the labels for every app, and says how many there are.
pub fn labels(workspace: &Workspace) -> Result<usize> {
    let labels = words::read(workspace)?;
    words::write(&workspace.root.join(kotlin::FILE), &kotlin::file(&labels))?;
    for language in [Language::English, Language::Chinese] {
        let path = workspace.root.join(android::path(language));
        words::write(&path, &android::file(&labels, language))?;
    }
    Ok(labels.len())
}

/// Lists the licences of what each app ships.
pub fn licences(workspace: &Workspace) -> Result<()> {
    words::write(&workspace.root.join(shipped::ANDROID), &shipped::android(workspace)?)
}
