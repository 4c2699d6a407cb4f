//! What is generated for Swift from the library: the bindings, and the header that they call by.

use crate::workspace::Workspace;
use crate::{bindings, words};
use anyhow::{Context, Result, bail};

/// Generates the Swift, and the header and module map of the library that it calls. A file that
/// comes out as it was is not touched, so that nothing is built again for it.
pub fn write(workspace: &Workspace) -> Result<()> {
    let made = workspace.papers().join("swift");
    let ended = workspace
        .call(bindings::program(workspace, "bindgen"))
        .args(["generate", "--language", "swift", "--no-format", "--out-dir"])
        .arg(&made)
        .arg(bindings::library(workspace))
        .run()?;
    if !ended.success {
        bail!("generate the Swift:\n{}", ended.text);
    }
    let read = |name: &str| {
        std::fs::read_to_string(made.join(name)).with_context(|| format!("read {name}"))
    };
    let sources = workspace.root.join("ios/Sources");
    let header = sources.join("CoreFFI/generated");
    words::write(&header.join("CoreFFI.h"), &read("CoreFFI.h")?)?;
    words::write(&header.join("module.modulemap"), &read("CoreFFI.modulemap")?)?;
    words::write(
        &sources.join("Core/generated/Core.swift"),
        &with_versions_open(&read("Core.swift")?)?,
    )
}

/// Lets the rest of the module see whether library and bindings are of one version: the generated
/// code would end the app without a word.
fn with_versions_open(swift: &str) -> Result<String> {
    let mut text = swift.to_owned();
    for hidden in ["private let initializationResult", "private enum InitializationResult"] {
        let (_, open) = hidden.split_once(' ').unwrap_or_default();
        if !text.contains(hidden) {
            bail!("find `{hidden}` in the generated Swift: has the generator changed?");
        }
        text = text.replacen(hidden, open, 1);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_of_versions_is_opened_and_its_absence_told() {
        let swift = "private enum InitializationResult {}\nprivate let initializationResult = 1\n";
        let open = with_versions_open(swift).unwrap();
        assert_eq!(open, "enum InitializationResult {}\nlet initializationResult = 1\n");
        assert!(with_versions_open("let x = 1").unwrap_err().to_string().contains("generator"));
    }
}
