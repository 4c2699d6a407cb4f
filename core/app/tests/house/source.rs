//! Files of the repository, read and parsed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Rust file.
pub struct Source {
    /// Its path from the root of the repository, with `/`.
    pub path: String,
    /// What it says.
    pub file: syn::File,
}

/// A text file.
pub struct Text {
    /// Its path from the root of the repository, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Folders that hold nothing written by hand.
const MADE: &[&str] = &["target", "generated", "build", "node_modules"];

impl Source {
    /// Parses a file.
    pub fn parse(path: &str, text: &str) -> Result<Self, String> {
        let file = syn::parse_file(text).map_err(|error| format!("{path}: {error}"))?;
        Ok(Self { path: path.to_owned(), file })
    }
}

/// Every Rust file below a folder of the repository.
pub fn rust_below(folder: &str) -> Result<Vec<Source>, String> {
    text_below(folder, &["rs"])?.iter().map(|file| Source::parse(&file.path, &file.text)).collect()
}

/// Every file below a folder whose name ends in one of these; none when there is no such folder.
pub fn text_below(folder: &str, endings: &[&str]) -> Result<Vec<Text>, String> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths)?;
    let mut files = Vec::new();
    for path in paths {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if endings.contains(&ending) {
            let path = from_root(&path);
            files.push(Text { text: text(&path)?, path });
        }
    }
    Ok(files)
}

/// One file of the repository.
pub fn text(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("could not read {path}: {error}"))
}

/// The files below a folder that git keeps or would keep; every file where git cannot say.
pub fn kept_below(folder: &str) -> Result<Vec<String>, String> {
    let words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder];
    match Command::new("git").current_dir(root()).args(words).output() {
        Ok(answer) if answer.status.success() => Ok(String::from_utf8_lossy(&answer.stdout)
            .split('\0')
            .filter(|path| root().join(path).is_file())
            .map(str::to_owned)
            .collect()),
        _ => {
            let mut paths = Vec::new();
            walk(&root().join(folder), &mut paths)?;
            Ok(paths.iter().map(|path| from_root(path)).collect())
        }
    }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    if !folder.is_dir() {
        return Ok(());
    }
    let say = |error: std::io::Error| format!("could not read {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(say)? {
        let path = entry.map_err(say)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !path.is_dir() {
            found.push(path);
        } else if !MADE.contains(&name) && !name.starts_with('.') {
            walk(&path, found)?;
        }
    }
    found.sort();
    Ok(())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn from_root(path: &Path) -> String {
    let below = path.strip_prefix(root()).unwrap_or(path);
    below.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_rust_is_named() {
        assert!(
            Source::parse("core/model/src/odd.rs", "fn")
                .err()
                .unwrap()
                .starts_with("core/model/src/odd")
        );
    }
}
