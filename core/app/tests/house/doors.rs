//! What Cargo cannot say about the crates: who may depend on what, and who enters by the app only.

use std::process::Command;

use crate::breach::Breach;
use crate::source::{Source, Text};
use syn::visit::{self, Visit};

/// Each crate of the core with the crates of the core that it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("rules", &["model"]),
    ("verify", &["model", "rules"]),
    ("store", &["model", "rules", "verify"]),
    ("client", &["model", "rules", "verify", "store"]),
    ("app", &["model", "rules", "verify", "store", "client"]),
];

/// Libraries that one crate alone may bring in, so that the crates below build without them.
const OWNED: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("chacha20poly1305", "store"),
    ("reqwest", "client"),
    ("rustls", "client"),
    ("tokio", "client"),
    ("fluent-bundle", "app"),
    ("image", "app"),
];

/// Crates that carry a call across a language border.
const BORDER: &[&str] = &["uniffi", "jni", "jna", "objc", "objc2", "ndk", "swift_bridge", "pyo3"];

/// The resident's side of the `standing` command; the rest of fixtures plays the authority.
const COMMAND_LINE: &[&str] = &["fixtures/src/tour", "fixtures/src/cli/"];

/// The crates below the app, as paths name them.
const INNER: &[&str] =
    &["standing_model", "standing_rules", "standing_verify", "standing_store", "standing_client"];

/// What `standing-verify` must build without: C, SQLite, TLS, an async runtime.
pub const HEAVY: &[&str] =
    &["cc", "libsqlite3-sys", "rusqlite", "ring", "rustls", "reqwest", "tokio"];

/// Whether a file belongs to the resident's command line.
pub fn is_command_line(path: &str) -> bool {
    COMMAND_LINE.iter().any(|start| path.starts_with(start))
}

/// Dependencies of the core's crates that point upwards or belong to another crate.
pub fn wrong_dependencies(manifests: &[Text]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for manifest in manifests.iter().filter(|manifest| manifest.path.ends_with("Cargo.toml")) {
        let own = manifest.path.trim_start_matches("core/").split('/').next().unwrap_or_default();
        for (line, name) in dependencies(&manifest.text) {
            if let Some(what) = objection(own, name) {
                breaches.push(Breach { file: manifest.path.clone(), line, what });
            }
        }
    }
    breaches
}

fn objection(own: &str, name: &str) -> Option<String> {
    let may = ARROWS.iter().find(|(layer, _)| *layer == own).map_or(&[][..], |(_, may)| may);
    if let Some(layer) = name.strip_prefix("standing-") {
        return (!may.contains(&layer)).then(|| {
            format!("`{own}` may not depend on `{layer}`: the arrow points the other way")
        });
    }
    let word = name.replace('-', "_");
    if BORDER.iter().any(|border| word == *border || word.starts_with(&format!("{border}_"))) {
        return Some(format!("the core depends on `{name}`: that belongs to bindings/"));
    }
    let owner = OWNED.iter().find(|(library, _)| *library == name);
    let (_, owner) = owner.filter(|(_, owner)| *owner != own)?;
    Some(format!("`{name}` belongs to the crate `{owner}` alone"))
}

/// The names in `[dependencies]` and `[build-dependencies]`, each with its line.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let (mut section, mut found) = ("", Vec::new());
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            section = line;
        } else if matches!(section, "[dependencies]" | "[build-dependencies]") {
            let end = line.find(['.', ' ', '=']).unwrap_or(line.len());
            let name = line.split_at(end).0;
            if !name.is_empty() && !name.starts_with('#') {
                found.push((index + 1, name));
            }
        }
    }
    found
}

/// Which of `unwanted` a package is built with.
pub fn below(package: &str, unwanted: &[&str]) -> Result<Vec<String>, String> {
    let words = ["tree", "-p", package, "-e", "normal,build", "--prefix", "none"];
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let answer = Command::new(cargo).args(words).arg("--offline").output();
    let answer = answer.map_err(|error| format!("could not run cargo tree: {error}"))?;
    if !answer.status.success() {
        return Err(String::from_utf8_lossy(&answer.stderr).into_owned());
    }
    let tree = String::from_utf8_lossy(&answer.stdout);
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    Ok(names.filter(|name| unwanted.contains(name)).map(str::to_owned).collect())
}

/// Paths into the core that go around the use cases.
pub fn past_the_app(outside: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in outside {
        let mut walk = Walk { path: &source.path, breaches: Vec::new() };
        walk.visit_file(&source.file);
        breaches.append(&mut walk.breaches);
    }
    breaches
}

struct Walk<'a> {
    path: &'a str,
    breaches: Vec<Breach>,
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_ident(&mut self, name: &'ast proc_macro2::Ident) {
        if INNER.iter().any(|inner| name == inner) {
            let what = format!(
                "reaches past the app layer, to `{name}`: call a use case of `standing_app`, or \
                 add one there"
            );
            let line = name.span().start().line;
            self.breaches.push(Breach { file: self.path.to_owned(), line, what });
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

impl Walk<'_> {
    fn visit_tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(name) => self.visit_ident(&name),
                proc_macro2::TokenTree::Group(group) => self.visit_tokens(group.stream()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn manifest(layer: &str, text: &str) -> Vec<String> {
        let path = format!("core/{layer}/Cargo.toml");
        told(&wrong_dependencies(&[Text { path, text: text.to_owned() }]))
    }

    #[test]
    fn an_arrow_that_points_upwards_is_named() {
        let upward = "[dependencies]\nstanding-client.workspace = true\n";
        let said = manifest("verify", upward);
        assert!(
            said[0].starts_with("core/verify/Cargo.toml:2: `verify` may not depend on `client`")
        );
        assert_eq!(manifest("app", upward), [""; 0]);
        let in_tests = "[dev-dependencies]\nstanding-client = { workspace = true }\n";
        assert_eq!(manifest("verify", in_tests), [""; 0]);
    }

    #[test]
    fn a_library_of_another_crate_is_named() {
        let said =
            manifest("verify", "# sqlite\n[dependencies]\nserde = \"1\"\nrusqlite = \"1\"\n");
        assert_eq!(
            said,
            ["core/verify/Cargo.toml:4: `rusqlite` belongs to the crate `store` alone"]
        );
        let said = manifest("app", "[dependencies]\nuniffi.workspace = true\n");
        assert!(said[0].ends_with("belongs to bindings/"), "{said:?}");
    }

    #[test]
    fn whoever_goes_around_the_app_is_named() {
        for text in [
            "use standing_verify::message::Verified;",
            "fn f() { standing_model::Tier::Good; }",
            "use ::{standing_app, standing_client::wire};",
            "use standing_store as store;",
            "fn f() { assert_eq!(standing_rules::audit(), 1) }",
        ] {
            let source = Source::parse("fixtures/src/tour/home.rs", text).unwrap();
            let said = told(&past_the_app(&[source]));
            assert!(!said.is_empty(), "{text}");
            assert!(said[0].starts_with("fixtures/src/tour/home.rs:1: reaches past the app"));
        }
        let open = "use standing_app::{clock, ids::RecordId, view::HomeView};";
        let source = Source::parse("bindings/src/app.rs", open).unwrap();
        assert!(past_the_app(&[source]).is_empty());
    }

    #[test]
    fn the_command_line_is_told_from_the_sandbox() {
        assert!(is_command_line("fixtures/src/tour/home.rs"));
        assert!(is_command_line("fixtures/src/cli/mod.rs"));
        assert!(!is_command_line("fixtures/src/authority/mod.rs"));
    }
}
