//! Every package that the workspace builds on has a licence from the allow-list.
//!
//! The list is `allow` under `[licenses]` in `.deny.toml`, so that this quick check and cargo-deny
//! cannot drift apart. Packages for other systems are checked too: the apps are built from them.

use super::Part;
use crate::licence::Licence;
use crate::report::Outcome;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde::Deserialize;

pub const PART: Part =
    Part { name: "licences", promise: "every dependency has a licence from .deny.toml", run };

const LIST: &str = ".deny.toml";

#[derive(Deserialize)]
struct Graph {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

fn run(workspace: &Workspace) -> Result<Outcome> {
    let list = std::fs::read_to_string(workspace.root.join(LIST)).context("read .deny.toml")?;
    let allowed = allow_list(&list)?;
    let answer = workspace.cargo(&["metadata", "--format-version", "1"]).answer()?;
    let graph: Graph = serde_json::from_str(&answer).context("read `cargo metadata`")?;
    let refused: String =
        graph.packages.iter().filter_map(|package| complaint(package, &allowed)).collect();
    if refused.is_empty() {
        return Ok(Outcome::passed(format!("{} packages", graph.packages.len())));
    }
    Ok(Outcome::failed("some dependencies have a licence that is not on the list", refused))
}

fn complaint(package: &Package, allowed: &[String]) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    let Some(text) = &package.license else {
        return Some(format!(
            "{name} states no licence: choose another crate, or ask its author\n"
        ));
    };
    let refused = match Licence::parse(text) {
        Err(error) => return Some(format!("{name}: could not {error}\n")),
        Ok(licence) => licence.refused_by(allowed),
    };
    if refused.is_empty() {
        return None;
    }
    Some(format!(
        "{name} is under `{text}`: drop it (`cargo tree -i {}` shows who wants it), or, if we can \
         live with {}, add that to `allow` in {LIST} and say why\n",
        package.name,
        refused.join(" or ")
    ))
}

/// The quoted names of `allow = […]` in the section `[licenses]`.
fn allow_list(text: &str) -> Result<Vec<String>> {
    let section: String = text
        .lines()
        .skip_while(|line| line.trim() != "[licenses]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .map(|line| line.split('#').next().unwrap_or_default())
        .collect();
    let list = section.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']'));
    let Some((list, _)) = list else {
        bail!("find `allow = [` under `[licenses]` in {LIST}");
    };
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(license: Option<&str>) -> Package {
        let license = license.map(str::to_owned);
        Package { name: "moon".into(), version: "1.0.0".into(), license }
    }

    #[test]
    fn the_list_is_read_from_its_section_alone() {
        let text = "[bans]\nallow = [\"x\"]\n[licenses]\n# allow = [\"GPL\"]\nallow = [\n  \
                    \"MIT\", # yes\n  \"Zlib\",\n]\n[sources]\n";
        assert_eq!(allow_list(text).unwrap(), ["MIT", "Zlib"]);
        assert!(allow_list("[licenses]\n").is_err());
    }

    #[test]
    fn a_refused_package_is_named_with_a_way_out() {
        let allowed = ["MIT".to_owned()];
        assert_eq!(complaint(&package(Some("MIT")), &allowed), None);
        let said = complaint(&package(Some("SSPL-1.0")), &allowed).unwrap();
        for words in ["moon 1.0.0", "SSPL-1.0", "cargo tree -i moon", ".deny.toml"] {
            assert!(said.contains(words), "{said}");
        }
    }

    #[test]
    fn a_package_without_a_licence_is_refused() {
        let said = complaint(&package(None), &["MIT".to_owned()]).unwrap();
        assert!(said.contains("states no licence"), "{said}");
    }
}
