//! Outside callers come in by the `app` door, and the core does not know who they are.

use crate::breach::Breach;
use crate::direction::Exports;
use crate::reach::reaches;
use crate::source::{Source, Text};

/// The modules that the bindings and the command line may use.
const DOORS: &[&str] = &["app", "clock", "ids", "error"];

/// The resident's side of the `standing` command; the rest of fixtures plays the authority.
const COMMAND_LINE: &[&str] = &["fixtures/src/tour", "fixtures/src/cli/"];

/// Crates that carry a call across a language border.
const BORDER: &[&str] = &["uniffi", "jni", "jna", "objc", "objc2", "ndk", "swift_bridge", "pyo3"];

/// Whether a file belongs to the resident's command line.
pub fn is_command_line(path: &str) -> bool {
    COMMAND_LINE.iter().any(|start| path.starts_with(start))
}

/// Paths into the core that go around the use cases.
pub fn past_the_app(outside: &[Source], exports: &Exports) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in outside {
        for reach in reaches(source).iter().filter(|reach| leads_to_core(&reach.path)) {
            let name = reach.path.get(1).map(String::as_str).unwrap_or("*");
            let lives = exports.get(name).and_then(|path| path.get(1)).map_or(name, String::as_str);
            if !DOORS.contains(&lives) {
                breaches.push(Breach {
                    file: source.path.clone(),
                    line: reach.line,
                    what: format!(
                        "reaches past the app layer, to `standing_core::{name}`: call a use case \
                         of `standing_core::app`, or add one there (also open: clock, ids, error)"
                    ),
                });
            }
        }
    }
    breaches
}

/// Words of a language border in the core's paths and attributes.
pub fn border_words(core: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in core {
        for reach in reaches(source) {
            if let Some(word) = reach.path.iter().find(|word| is_border(word)) {
                let what = format!(
                    "the core names `{word}`: describe the type plainly here, and say how it \
                     crosses the border in bindings/src"
                );
                breaches.push(Breach { file: source.path.clone(), line: reach.line, what });
            }
        }
    }
    breaches
}

/// Packages of a language border in the core's manifests.
pub fn border_packages(manifests: &[Text]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for manifest in manifests.iter().filter(|manifest| manifest.path.ends_with("Cargo.toml")) {
        for (index, line) in manifest.text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default();
            if line.trim_start().starts_with("description") {
                continue;
            }
            let mut words = line.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
            if let Some(word) = words.find(|word| is_border(word)) {
                let what = format!("the core depends on `{word}`: that belongs to bindings/");
                breaches.push(Breach { file: manifest.path.clone(), line: index + 1, what });
            }
        }
    }
    breaches
}

fn leads_to_core(path: &[String]) -> bool {
    path.first().is_some_and(|word| word == "standing_core")
}

fn is_border(word: &str) -> bool {
    let word = word.replace('-', "_");
    let family = |name: &str| word == name || word.starts_with(&format!("{name}_"));
    BORDER.iter().any(|name| family(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn planted(path: &str, text: &str) -> Vec<Source> {
        vec![Source::parse(path, text).unwrap()]
    }

    fn past(text: &str) -> Vec<String> {
        let clock = vec!["crate".to_owned(), "clock".to_owned(), "Clock".to_owned()];
        let exports = Exports::from([("Clock".to_owned(), clock)]);
        told(&past_the_app(&planted("bindings/src/app.rs", text), &exports))
    }

    #[test]
    fn whoever_goes_around_the_app_layer_is_named() {
        for text in [
            "use standing_core::trust::Verified;",
            "fn f() { standing_core::model::Tier::Good; }",
            "use ::standing_core::{app, sync::wire};",
            "use standing_core as core;",
            "use standing_core::*;",
            "extern crate standing_core as core;",
            "fn f() { assert_eq!(standing_core::reason::audit(), 1) }",
        ] {
            let said = past(text);
            assert_eq!(said.len(), 1, "{text}: {said:?}");
            assert!(said[0].starts_with("bindings/src/app.rs:1: reaches past the app layer"));
        }
    }

    #[test]
    fn the_open_doors_are_open() {
        let text = "use standing_core::{app::{self, Home}, clock, ids::RecordId, Clock, error};";
        assert_eq!(past(text), [""; 0]);
    }

    #[test]
    fn the_command_line_is_told_from_the_sandbox() {
        assert!(is_command_line("fixtures/src/tour.rs"));
        assert!(is_command_line("fixtures/src/tour/home.rs"));
        assert!(is_command_line("fixtures/src/cli/mod.rs"));
        assert!(!is_command_line("fixtures/src/sandbox/mod.rs"));
    }

    #[test]
    fn a_core_that_names_the_border_is_named() {
        for text in [
            "#[derive(uniffi::Record)] struct S;",
            "#[cfg_attr(feature = \"uniffi\", derive(Debug))] struct S;",
            "use jni::JNIEnv;",
            "fn f() { uniffi_core::x() }",
            "uniffi::setup_scaffolding!();",
        ] {
            let said = told(&border_words(&planted("core/src/app/mod.rs", text)));
            assert!(!said.is_empty(), "{text}");
        }
        let plain = "//! Called through uniffi.\nuse crate::app; fn union() { let unify = 1; }";
        assert!(border_words(&planted("core/src/app/mod.rs", plain)).is_empty());
    }

    #[test]
    fn a_manifest_that_depends_on_the_border_is_named() {
        let text = "# no uniffi\ndescription = \"no jni\"\n[dependencies]\nuniffi.workspace = true";
        let manifest = Text { path: "core/Cargo.toml".to_owned(), text: text.to_owned() };
        let said = told(&border_packages(&[manifest]));
        assert_eq!(
            said,
            ["core/Cargo.toml:4: the core depends on `uniffi`: that belongs to bindings/"]
        );
    }
}
