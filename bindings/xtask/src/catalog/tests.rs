//! The catalog is read rightly, and Maven, Gradle and Cargo all say what it says.

use super::*;
use std::fs;
use std::path::{Path, PathBuf};

const SMALL: &str = "\
# A comment
[versions]
app = \"0.1.0\"
kotlin = \"2.2.21\"
dependency-plugin = \"3.6.1\"

[libraries]
kotlin-stdlib = { module = \"org.jetbrains.kotlin:kotlin-stdlib\", version.ref = \"kotlin\" }

[bundles]
shipped = [
  \"kotlin-stdlib\",
]

[plugins]
kotlin-jvm = { id = \"org.jetbrains.kotlin.jvm\", version.ref = \"kotlin\" }
";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn catalog() -> Catalog {
    Catalog::parse(&fs::read_to_string(root().join(FILE)).unwrap()).unwrap()
}

/// Files with this name in the folders of `android`, and of the tests of the bindings.
fn files(name: &str) -> Vec<(String, String)> {
    let folders = fs::read_dir(root().join("android")).unwrap();
    let mut paths: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    paths.extend([root().join("android"), root().join("bindings/tests/kotlin")]);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(path.join(name)).ok()?;
        Some((path.join(name).display().to_string(), text))
    };
    paths.into_iter().filter_map(read).collect()
}

/// What a pom says otherwise than the catalog, or without asking it.
fn differences(catalog: &Catalog, pom: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in pom.split('<').skip(1) {
        let Some((name, value)) = element.split_once('>') else { continue };
        let value = value.trim();
        if let Some(property) = name.strip_suffix(".version").filter(|name| !name.starts_with('/'))
        {
            let key = property.replace('.', "-");
            match catalog.versions.get(&key) {
                Some(version) if version == value => {}
                Some(version) => found.push(format!("{name} is {value}, and {key} is {version}")),
                None => found.push(format!("{name} is {value}, and there is no {key}")),
            }
        }
        let is_own = catalog.versions.get("app").is_some_and(|version| version == value);
        if name == "version" && !value.starts_with("${") && !is_own {
            found.push(format!("a version is written out: {value}"));
        }
    }
    found
}

/// Aliases that a build file asks for in what is shipped: `implementation(libs.zxing.core)`.
fn asked_for(build: &str) -> Vec<String> {
    let ships = ["implementation(", "api(", "runtimeOnly("];
    let lines =
        build.lines().map(str::trim).filter(|line| ships.iter().any(|word| line.starts_with(word)));
    let alias = |line: &str| {
        let (_, name) = line.split_once("libs.")?;
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(name.len());
        Some(name.get(..end)?.replace('.', "-"))
    };
    lines.filter_map(alias).collect()
}

#[test]
fn versions_libraries_and_what_is_shipped_are_read() {
    let catalog = Catalog::parse(SMALL).unwrap();
    assert_eq!(catalog.versions["kotlin"], "2.2.21");
    let shipped = catalog.shipped().unwrap();
    assert_eq!(shipped[0].module, "org.jetbrains.kotlin:kotlin-stdlib");
    assert_eq!(shipped[0].version, "2.2.21");
}

#[test]
fn what_is_not_understood_is_said() {
    for (from, to, why) in [
        ("\"2.2.21\"", "{ strictly = \"2\" }", "quoted version"),
        ("version.ref = \"kotlin\" }\n\n[b", "version.ref = \"moon\" }\n\n[b", "`moon`"),
        ("[bundles]", "[metadata]", "[metadata]"),
        ("  \"kotlin-stdlib\",", "  \"moon\",", "`moon`"),
        ("app = ", "app ", "`app "),
    ] {
        let text = SMALL.replace(from, to);
        assert_ne!(text, SMALL, "{from}");
        let read =
            Catalog::parse(&text).and_then(|it| it.shipped().map(|libraries| libraries.len()));
        let said = format!("{:#}", read.unwrap_err());
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn a_pom_that_says_another_version_is_caught() {
    let catalog = Catalog::parse(SMALL).unwrap();
    let pom = "<version>0.1.0</version><kotlin.version>2.2.21</kotlin.version>\
               <dependency-plugin.version>3.6.1</dependency-plugin.version><version>${x}</version>";
    assert_eq!(differences(&catalog, pom), Vec::<String>::new());
    for (from, to) in [("2.2.21", "2.2.20"), ("dependency-plugin", "moon"), ("${x}", "1.0")] {
        assert_eq!(differences(&catalog, &pom.replace(from, to)).len(), 1, "{to}");
    }
}

#[test]
fn every_pom_says_what_the_catalog_says() {
    let catalog = catalog();
    let poms = files("pom.xml");
    assert!(poms.len() >= 4, "{}", poms.len());
    for (path, pom) in poms {
        assert_eq!(differences(&catalog, &pom), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn the_app_has_the_version_of_the_workspace() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let line = format!("version = \"{}\"", catalog().versions["app"]);
    assert!(manifest.lines().any(|found| found == line), "{line}");
}

#[test]
fn every_library_that_gradle_puts_into_the_app_is_listed_as_shipped() {
    assert_eq!(asked_for("    implementation(variantOf(libs.jna) { x })\n"), ["jna"]);
    let catalog = catalog();
    let mut count = 0;
    for (path, build) in files("build.gradle.kts") {
        for alias in asked_for(&build) {
            assert!(catalog.shipped.contains(&alias), "{alias} of {path}");
            count += 1;
        }
    }
    assert!(count >= catalog.shipped.len(), "{count}");
}
