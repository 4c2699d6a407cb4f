//! The licences of dependencies: a check of all of them, and the list, texts included, of what
//! people install with an app. Most of these licences ask for exactly that.
//!
//! cargo-deny checks the same allow-list and more, but building it takes minutes that a test on a
//! new machine does not have.

use crate::catalog::Catalog;
use crate::report::Outcome;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use cargo_metadata::{MetadataCommand, Package};
use serde::Serialize;
use spdx::{Expression, LicenseReq, Licensee, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rules; their `allow` under `[licenses]` is the allow-list.
const RULES: &str = ".deny.toml";

/// The lists of what ships, from the root of the repository; git ignores them.
const ANDROID: &str = "android/logic/src/generated/resources/standing/logic/licences.json";
const IOS: &str = "ios/App/generated/licences.json";

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

/// Every package has a licence from the allow-list. Packages for other systems are checked too:
/// the apps are built from them.
pub fn check(workspace: &Workspace) -> Result<Outcome> {
    let allowed = allow_list(&workspace.read(RULES)?)?;
    let packages = packages(workspace)?;
    let named = |it: &Package| format!("{}@{}", it.name, it.version);
    let complaint = |it: &Package| complaint(&named(it), it.license.as_deref(), &allowed);
    let refused: String = packages.iter().filter_map(complaint).collect();
    if refused.is_empty() {
        return Ok(Outcome::passed(format!("{} packages", packages.len())));
    }
    Ok(Outcome::failed("some dependencies have a licence that is not on the list", refused))
}

fn packages(workspace: &Workspace) -> Result<Vec<Package>> {
    let metadata = MetadataCommand::new().current_dir(&workspace.root).exec();
    Ok(metadata.context("read the graph of packages")?.packages)
}

fn allow_list(rules: &str) -> Result<Vec<Licensee>> {
    let rules: toml::Table = rules.parse().with_context(|| format!("understand {RULES}"))?;
    let allow = rules.get("licenses").and_then(|section| section.get("allow")?.as_array());
    let names = allow.into_iter().flatten().filter_map(toml::Value::as_str);
    let parse =
        |name| Licensee::parse(name).with_context(|| format!("understand `{name}` of {RULES}"));
    names.map(parse).collect()
}

fn complaint(package: &str, licence: Option<&str>, allowed: &[Licensee]) -> Option<String> {
    let Some(text) = licence else {
        return Some(format!(
            "{package} states no licence: choose another crate, or ask its author\n"
        ));
    };
    let allow = |licence: &LicenseReq| allowed.iter().any(|one| one.satisfies(licence));
    match Expression::parse_mode(text, ParseMode::LAX) {
        Err(error) => Some(format!("{package} is under `{text}`: {error}\n")),
        Ok(expression) if expression.evaluate(allow) => None,
        Ok(_) => Some(format!(
            "{package} is under `{text}`: drop it (`cargo tree -i {package}` shows who wants \
             it), or, if we can live with that, add it to `allow` in {RULES} and say why\n"
        )),
    }
}

/// What ships, by name.
#[derive(Clone, Default, Serialize)]
struct Shipped {
    packages: Vec<Entry>,
    /// Each text once, by the id that packages name.
    texts: BTreeMap<String, String>,
    /// The ids by the words of the text.
    #[serde(skip)]
    ids: BTreeMap<String, String>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Entry {
    name: String,
    version: String,
    /// As SPDX writes it.
    licence: String,
    /// Ids of its texts, one or more.
    texts: Vec<String>,
}

/// Lists the licences of what each app ships. The iOS app takes nothing but the library.
pub fn generate(workspace: &Workspace) -> Result<()> {
    let mut shipped = Shipped::default();
    let (crates, all) = (shipped_crates(workspace)?, packages(workspace)?);
    for found in all {
        let version = found.version.to_string();
        if crates.contains(&(found.name.to_string(), version.clone())) {
            let licence =
                found.license.with_context(|| format!("find the licence of {}", found.name))?;
            let folder = found.manifest_path.parent().context("find the folder of a crate")?;
            let mut texts = texts(folder.as_std_path())?;
            if texts.is_empty() {
                texts.push(standard(workspace, &found.name, &licence)?);
            }
            shipped.add(&found.name, &version, &licence, &texts);
        }
    }
    workspace.write(IOS, &shipped.json()?)?;
    for (module, version) in Catalog::read(workspace)?.shipped()? {
        let licence = published(module)?;
        shipped.add(module, version, licence, &[standard(workspace, module, licence)?]);
    }
    workspace.write(ANDROID, &shipped.json()?)
}

impl Shipped {
    fn add(&mut self, name: &str, version: &str, licence: &str, texts: &[String]) {
        let texts = texts.iter().map(|text| self.id(text)).collect();
        let (name, version) = (name.to_owned(), version.to_owned());
        self.packages.push(Entry { name, version, licence: licence.to_owned(), texts });
    }

    /// The same words in other lines are the same text.
    fn id(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split_whitespace().collect();
        let next = self.ids.len().saturating_add(1).to_string();
        let id = self.ids.entry(words.join(" ")).or_insert(next).clone();
        self.texts.entry(id.clone()).or_insert_with(|| tidy(text));
        id
    }

    fn json(&self) -> Result<String> {
        let mut sorted = self.clone();
        sorted.packages.sort();
        serde_json::to_string(&sorted).context("write the licences")
    }
}

/// Name and version of the crates that end up in the library of a phone: no build scripts, no
/// macros, no tests.
fn shipped_crates(workspace: &Workspace) -> Result<BTreeSet<(String, String)>> {
    let mut shipped = BTreeSet::new();
    for target in TARGETS {
        let tree = workspace
            .cargo(&["tree", "--package", "standing-bindings", "--edges", "normal,no-proc-macro"])
            .args(["--prefix", "none", "--no-dedupe", "--target", target, "--format", "{p}"])
            .answer()?;
        shipped.extend(tree.lines().filter_map(foreign_crate));
    }
    Ok(shipped)
}

/// Name and version in `serde v1.0.229`; none for a crate of this workspace, whose folder follows.
fn foreign_crate(line: &str) -> Option<(String, String)> {
    let mut words = line.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let is_own = words.any(|word| word.starts_with('(') && word.contains(['/', '\\']));
    (!is_own).then(|| (name.to_owned(), version.to_owned()))
}

fn published(module: &str) -> Result<&'static str> {
    let found = PUBLISHERS.iter().find(|(start, _)| module.starts_with(start));
    found
        .map(|(_, licence)| *licence)
        .with_context(|| format!("find the licence of {module}: name its publisher in {}", file!()))
}

/// The text of a licence that a package names without bringing it.
fn standard(workspace: &Workspace, package: &str, licence: &str) -> Result<String> {
    let Some((_, path)) = STANDARD.iter().find(|(name, _)| licence.contains(name)) else {
        bail!("find the text of `{licence}` for {package}, which brings none");
    };
    workspace.read(path)
}

/// The texts of licences in a folder, in the order of their names.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut paths = BTreeSet::<PathBuf>::new();
    for entry in fs::read_dir(folder).with_context(|| format!("look into {}", folder.display()))? {
        let path = entry.context("look into a crate")?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        // Where an author offers a choice, we take the other one: .deny.toml allows no GPL.
        let is_taken = NAMES.iter().any(|start| name.starts_with(start)) && !name.contains("GPL");
        if path.is_file() && is_taken {
            paths.insert(path);
        }
    }
    let read = |path: PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))
    };
    paths.into_iter().map(read).collect()
}

/// Without empty lines at the ends, spaces at the ends of lines and the marks of other systems.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint_about(licence: Option<&str>) -> Option<String> {
        let rules = "[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\n";
        complaint("moon@1.0.0", licence, &allow_list(rules).unwrap())
    }

    #[test]
    fn what_the_list_allows_passes() {
        for text in ["MIT", "GPL-2.0 OR MIT", "Unlicense/MIT", "Apache-2.0 WITH LLVM-exception"] {
            assert_eq!(complaint_about(Some(text)), None);
        }
    }

    #[test]
    fn a_refused_package_is_named_with_a_way_out() {
        for text in ["SSPL-1.0", "MIT AND SSPL-1.0", "(MIT OR Zlib) AND SSPL-1.0"] {
            let line = complaint_about(Some(text)).unwrap();
            for words in ["moon@1.0.0", text, "cargo tree -i moon", RULES] {
                assert!(line.contains(words), "{line}");
            }
        }
        for text in ["Apache-2.0", "MIT WITH Font-exception-2.0", "MIT OR", "see file", ""] {
            assert!(complaint_about(Some(text)).is_some(), "{text}");
        }
        assert!(complaint_about(None).unwrap().contains("states no licence"));
    }

    #[test]
    fn crates_of_others_are_listed_and_our_own_are_not() {
        let found = foreign_crate("serde v1.0.229").unwrap();
        assert_eq!(found, ("serde".to_owned(), "1.0.229".to_owned()));
        assert_eq!(foreign_crate("standing-app v0.1.0 (/home/someone/standing/core/app)"), None);
        assert_eq!(foreign_crate("thiserror v2.0.21 (proc-macro)").unwrap().0, "thiserror");
        assert_eq!(foreign_crate(""), None);
    }

    #[test]
    fn the_same_words_are_one_text() {
        let mut shipped = Shipped::default();
        let first = shipped.id("\n  MIT\r\nPermission is\n");
        assert_eq!(shipped.id("MIT Permission\nis"), first);
        assert_ne!(shipped.id("MIT Permission was"), first);
        assert_eq!(shipped.texts[&first], "  MIT\nPermission is");
    }

    #[test]
    fn a_publisher_without_a_known_licence_stops_the_list() {
        assert_eq!(published("androidx.compose.ui:ui").unwrap(), "Apache-2.0");
        assert!(published("org.moon:cheese").unwrap_err().to_string().contains("org.moon:cheese"));
    }
}
