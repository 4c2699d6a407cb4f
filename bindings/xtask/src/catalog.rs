//! `android/gradle/libs.versions.toml`, the one place that says a version of the Android app.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where it is, from the root of the repository.
pub const FILE: &str = "android/gradle/libs.versions.toml";

#[derive(Debug, Deserialize)]
pub struct Catalog {
    pub versions: BTreeMap<String, String>,
    libraries: BTreeMap<String, Library>,
    bundles: Bundles,
}

#[derive(Debug, Deserialize)]
struct Library {
    /// `group:name`.
    module: String,
    version: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct Bundles {
    /// The aliases of the libraries that people install with the app.
    shipped: Vec<String>,
}

impl Catalog {
    pub fn read(workspace: &Workspace) -> Result<Self> {
        toml::from_str(&workspace.read(FILE)?).with_context(|| format!("understand {FILE}"))
    }

    /// `group:name` and version of the libraries that people install with the app.
    pub fn shipped(&self) -> Result<Vec<(&str, &str)>> {
        let find = |alias: &String| {
            let library = self.libraries.get(alias)?;
            let version = self.versions.get(library.version.get("ref")?)?;
            Some((library.module.as_str(), version.as_str()))
        };
        let shipped = self.bundles.shipped.iter();
        let known = shipped.map(|it| find(it).with_context(|| format!("find `{it}` in {FILE}")));
        known.collect()
    }
}

/// Maven, Gradle and Cargo all say what the catalog says.
#[cfg(test)]
mod tests {
    use super::*;
    use roxmltree::Document;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn catalog() -> Catalog {
        toml::from_str(&fs::read_to_string(root().join(FILE)).unwrap()).unwrap()
    }

    /// Files with this name in the folders of `android`, and of the tests of the bindings.
    fn files(name: &str) -> Vec<(String, String)> {
        let folders = fs::read_dir(root().join("android")).unwrap();
        let mut paths: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
        paths.extend([root().join("android"), root().join("bindings/tests/kotlin")]);
        let read = |path: PathBuf| {
            let text = fs::read_to_string(path.join(name)).ok()?;
            Some((path.join(name).display().to_string(), text))
        };
        paths.into_iter().filter_map(read).collect()
    }

    /// What a pom says otherwise than the catalog, or without asking it.
    fn differences(catalog: &Catalog, pom: &str) -> Vec<String> {
        let document = Document::parse(pom).unwrap();
        let mut found = Vec::new();
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            let (name, value) = (element.tag_name().name(), element.text().unwrap_or("").trim());
            if let Some(property) = name.strip_suffix(".version") {
                let version = catalog.versions.get(&property.replace('.', "-"));
                if version.is_none_or(|version| version != value) {
                    found.push(format!("{name} is {value}, and the catalog says {version:?}"));
                }
            }
            if name == "version" && !value.starts_with("${") && value != catalog.versions["app"] {
                found.push(format!("a version is written out: {value}"));
            }
        }
        found
    }

    #[test]
    fn every_pom_says_what_the_catalog_says() {
        let (catalog, poms) = (catalog(), files("pom.xml"));
        assert!(poms.len() >= 4, "{}", poms.len());
        let wrong = "<a><kotlin.version>1</kotlin.version><moon.version>1</moon.version>\
                     <version>1</version><version>${x}</version></a>";
        assert_eq!(differences(&catalog, wrong).len(), 3, "what it would find");
        for (path, pom) in poms {
            assert_eq!(differences(&catalog, &pom), Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn the_app_has_the_version_of_the_workspace() {
        assert_eq!(catalog().versions["app"], env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn every_library_that_gradle_puts_into_the_app_is_listed_as_shipped() {
        let (catalog, mut count) = (catalog(), 0);
        for (path, build) in files("build.gradle.kts") {
            let ships = ["implementation(", "api(", "runtimeOnly("];
            let is_shipped = |line: &&str| ships.iter().any(|word| line.starts_with(word));
            for line in build.lines().map(str::trim).filter(is_shipped) {
                // `implementation(libs.zxing.core)`
                let Some((_, name)) = line.split_once("libs.") else { continue };
                let name = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
                let alias = name.clone().next().unwrap().replace('.', "-");
                assert!(catalog.bundles.shipped.contains(&alias), "{alias} of {path}");
                count += 1;
            }
        }
        assert!(count >= catalog.bundles.shipped.len(), "{count}");
    }
}
