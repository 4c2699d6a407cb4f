//! The licences of everything that people install with an app, texts included: the screen
//! "Licences" shows them. Most of these licences ask for exactly that.

use crate::catalog::Catalog;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the list for Android goes, from the root of the repository; git ignores it.
pub const ANDROID: &str = "android/logic/src/generated/resources/standing/logic/licences.json";

/// Where the list for iOS goes; git ignores it.
pub const IOS: &str = "ios/App/generated/licences.json";

/// The phones that the library is built for. What only one of them needs is listed for all.
const TARGETS: &[&str] = &[
    "aarch64-linux-android",
    "armv7-linux-androideabi",
    "x86_64-linux-android",
    "aarch64-apple-ios",
];

/// Who publishes what under which licence, by the beginning of a Maven module. The libraries of
/// Google can only be had on machines that accepted its terms, so their poms are not asked.
const PUBLISHERS: &[(&str, &str)] = &[
    ("androidx.", "Apache-2.0"),
    ("com.google.zxing:", "Apache-2.0"),
    ("net.java.dev.jna:", "Apache-2.0 OR LGPL-2.1-or-later"),
    ("org.jetbrains.kotlin:", "Apache-2.0"),
    ("org.jetbrains.kotlinx:", "Apache-2.0"),
];

/// Texts for packages that name a licence and bring no text of it, the first that fits.
const STANDARD: &[(&str, &str)] =
    &[("Apache-2.0", "core/LICENSE"), ("MPL-2.0", "bindings/xtask/licences/MPL-2.0.txt")];

/// Names of files with a licence begin so, in any case.
const NAMES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// What is shipped, by name.
#[derive(Serialize)]
struct Shipped {
    packages: Vec<Package>,
    /// Each text once, by the id that packages name.
    texts: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Package {
    name: String,
    version: String,
    /// As SPDX writes it.
    licence: String,
    /// Ids of its texts, one or more.
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Graph {
    packages: Vec<Crate>,
}

#[derive(Deserialize)]
struct Crate {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
}

/// Lists what is shipped with the Android app, as JSON.
pub fn android(workspace: &Workspace) -> Result<String> {
    let mut texts = Texts::default();
    let mut packages = crates(workspace, &mut texts)?;
    for library in Catalog::read(workspace)?.shipped()? {
        let licence = published(&library.module)?.to_owned();
        let text = standard(workspace, &library.module, &licence)?;
        packages.push(Package {
            name: library.module.clone(),
            version: library.version.clone(),
            licence,
            texts: vec![texts.id(&text)],
        });
    }
    written(packages, texts)
}

/// Lists what is shipped with the iOS app, as JSON: it takes nothing but the library.
pub fn ios(workspace: &Workspace) -> Result<String> {
    let mut texts = Texts::default();
    let packages = crates(workspace, &mut texts)?;
    written(packages, texts)
}

fn written(mut packages: Vec<Package>, texts: Texts) -> Result<String> {
    packages.sort();
    serde_json::to_string(&Shipped { packages, texts: texts.texts }).context("write the licences")
}

fn published(module: &str) -> Result<&'static str> {
    let found = PUBLISHERS.iter().find(|(start, _)| module.starts_with(start));
    found.map(|(_, licence)| *licence).ok_or_else(|| {
        anyhow!("find the licence of {module}: name its publisher in bindings/xtask/src/shipped.rs")
    })
}

/// The text of a licence that a package names without bringing it.
fn standard(workspace: &Workspace, package: &str, licence: &str) -> Result<String> {
    let Some((_, path)) = STANDARD.iter().find(|(name, _)| licence.contains(name)) else {
        bail!("find the text of `{licence}` for {package}, which brings none");
    };
    fs::read_to_string(workspace.root.join(path)).with_context(|| format!("read {path}"))
}

/// The crates that end up in the library of a phone: no build scripts, no macros, no tests.
fn crates(workspace: &Workspace, texts: &mut Texts) -> Result<Vec<Package>> {
    let mut shipped = BTreeSet::new();
    for target in TARGETS {
        let tree = workspace
            .cargo(&["tree", "--package", "standing-bindings", "--edges", "normal,no-proc-macro"])
            .args(["--prefix", "none", "--no-dedupe", "--target", target, "--format", "{p}"])
            .answer()?;
        shipped.extend(tree.lines().filter_map(named));
    }
    let answer = workspace.cargo(&["metadata", "--format-version", "1"]).answer()?;
    let graph: Graph = serde_json::from_str(&answer).context("read `cargo metadata`")?;
    let wanted = |it: &Crate| shipped.contains(&(it.name.clone(), it.version.clone()));
    graph.packages.into_iter().filter(wanted).map(|it| package(workspace, it, texts)).collect()
}

fn package(workspace: &Workspace, found: Crate, texts: &mut Texts) -> Result<Package> {
    let Some(licence) = found.license else {
        bail!("find the licence of {} {}", found.name, found.version);
    };
    let mut own = files(found.manifest_path.parent().unwrap_or(Path::new(".")))?;
    if own.is_empty() {
        own.push(standard(workspace, &found.name, &licence)?);
    }
    let texts = own.iter().map(|text| texts.id(text)).collect();
    Ok(Package { name: found.name, version: found.version, licence, texts })
}

/// Name and version in `serde v1.0.229`; none for a crate of this workspace, whose folder follows.
fn named(line: &str) -> Option<(String, String)> {
    let mut words = line.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let is_own = words.any(|word| word.starts_with('(') && word.contains(['/', '\\']));
    if is_own { None } else { Some((name.to_owned(), version.to_owned())) }
}

/// The texts of licences in a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("look into {}", folder.display()))? {
        let path = entry.context("look into a crate")?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        // Where an author offers a choice, we take the other one: .deny.toml allows no GPL.
        let is_taken = NAMES.iter().any(|start| name.starts_with(start)) && !name.contains("GPL");
        if path.is_file() && is_taken {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))
    };
    paths.into_iter().map(read).collect()
}

/// Texts with an id each. The same words in other lines are the same text.
#[derive(Default)]
struct Texts {
    ids: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
}

impl Texts {
    fn id(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        let next = self.ids.len().saturating_add(1).to_string();
        let id = self.ids.entry(words.join(" ")).or_insert(next).clone();
        self.texts.entry(id.clone()).or_insert_with(|| tidy(text));
        id
    }
}

/// Without empty lines at the ends, spaces at the ends of lines and the marks of other systems.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_others_are_named_and_our_own_are_not() {
        let found = named("serde v1.0.229").unwrap();
        assert_eq!(found, ("serde".to_owned(), "1.0.229".to_owned()));
        assert_eq!(named("standing-app v0.1.0 (/home/someone/standing/core/app)"), None);
        assert_eq!(named("thiserror-impl v2.0.21 (proc-macro)").unwrap().0, "thiserror-impl");
        assert_eq!(named(""), None);
    }

    #[test]
    fn the_same_words_are_one_text() {
        let mut texts = Texts::default();
        let first = texts.id("\n  MIT\r\nPermission is\n");
        assert_eq!(texts.id("MIT Permission\nis"), first);
        assert_ne!(texts.id("MIT Permission was"), first);
        assert_eq!(texts.texts[&first], "  MIT\nPermission is");
    }

    #[test]
    fn a_publisher_without_a_known_licence_stops_the_list() {
        assert_eq!(published("androidx.compose.ui:ui").unwrap(), "Apache-2.0");
        assert!(published("org.moon:cheese").unwrap_err().to_string().contains("org.moon:cheese"));
    }
}
