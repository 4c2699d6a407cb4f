//! `android/gradle/libs.versions.toml`, the one place that says a version of the Android app.
//!
//! Gradle reads all of TOML; this reads the few forms that the file uses, and says so when it
//! meets another.

use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;

/// Where it is, from the root of the repository.
pub const FILE: &str = "android/gradle/libs.versions.toml";

/// The catalog.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// Versions by name.
    pub versions: BTreeMap<String, String>,
    /// Libraries by their alias.
    pub libraries: BTreeMap<String, Library>,
    /// The aliases of the libraries that people install with the app.
    pub shipped: Vec<String>,
}

/// A library of the catalog.
#[derive(Debug, PartialEq, Eq)]
pub struct Library {
    /// `group:name`.
    pub module: String,
    /// Its version.
    pub version: String,
}

impl Catalog {
    /// Reads the catalog of the repository.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let text = std::fs::read_to_string(workspace.root.join(FILE));
        Self::parse(&text.with_context(|| format!("read {FILE}"))?)
    }

    /// Reads a catalog's text.
    pub fn parse(text: &str) -> Result<Self> {
        let mut catalog = Self::default();
        let mut section = String::new();
        for line in logical_lines(text) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                name.clone_into(&mut section);
                continue;
            }
            let (key, value) =
                line.split_once('=').ok_or_else(|| anyhow!("understand `{line}` in {FILE}"))?;
            catalog.take(&section, key.trim(), value.trim())?;
        }
        Ok(catalog)
    }

    /// The libraries that people install with the app.
    pub fn shipped(&self) -> Result<Vec<&Library>> {
        let find = |alias: &String| {
            let found = self.libraries.get(alias);
            found
                .ok_or_else(|| anyhow!("find `{alias}` of `shipped` among the libraries of {FILE}"))
        };
        self.shipped.iter().map(find).collect()
    }

    fn take(&mut self, section: &str, key: &str, value: &str) -> Result<()> {
        let key = key.to_owned();
        match section {
            "versions" => {
                self.versions.insert(key, quoted(value)?.to_owned());
            }
            "libraries" => {
                let library = self.library(value).with_context(|| format!("read `{key}`"))?;
                self.libraries.insert(key, library);
            }
            "bundles" if key == "shipped" => {
                self.shipped = value.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            }
            // Which plugins there are concerns Gradle alone.
            "plugins" => {}
            _ => bail!("understand `{key}` in [{section}] of {FILE}"),
        }
        Ok(())
    }

    /// Reads `{ module = "group:name", version.ref = "name" }`.
    fn library(&self, value: &str) -> Result<Library> {
        let field = |name: &str| {
            let after = value.split_once(name).map(|(_, after)| after.trim_start());
            let text = after.and_then(|after| after.strip_prefix('='));
            let text = text.and_then(|text| text.split(['"']).nth(1));
            text.ok_or_else(|| anyhow!("find `{name}` in {FILE}"))
        };
        let version = field("version.ref")?;
        let known = self.versions.get(version);
        Ok(Library {
            module: field("module")?.to_owned(),
            version: known
                .ok_or_else(|| anyhow!("find the version `{version}` in {FILE}"))?
                .clone(),
        })
    }
}

/// The lines without comments; a list over several lines is one.
fn logical_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match lines.last_mut() {
            Some(last) if is_open => last.push_str(line),
            _ => lines.push(line.to_owned()),
        }
        is_open = if is_open { !line.ends_with(']') } else { line.ends_with('[') };
    }
    lines
}

fn quoted(value: &str) -> Result<&str> {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.ok_or_else(|| anyhow!("find a quoted version in `{value}` of {FILE}"))
}

#[cfg(test)]
mod tests;
