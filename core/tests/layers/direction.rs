//! `model, reason ← trust ← store ← sync ← app`: an arrow points at what may be imported.

use crate::breach::Breach;
use crate::reach::{self, reaches};
use crate::source::Source;
use std::collections::BTreeMap;

/// Each layer with those that it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reason", &["model"]),
    ("trust", &["model", "reason"]),
    ("store", &["model", "reason", "trust"]),
    ("sync", &["model", "reason", "trust", "store"]),
    ("app", &["model", "reason", "trust", "store", "sync"]),
];

/// What the wire types may import; they are read by the sandbox authority and the checker too.
const WIRE: &[&str] = &["model", "reason", "trust"];

/// The modules of `model` at the very bottom: base files may use them, since they use nothing but
/// each other. A clock needs a word for an instant, an id needs the one strict reader.
const LEAVES: &[&str] = &["json", "time"];

/// Names made public by the crate's root, and where each lives.
pub type Exports = BTreeMap<String, Vec<String>>;

/// What the core's root makes public.
pub fn exports(core: &[Source]) -> Exports {
    let root = core.iter().find(|source| source.module().is_empty());
    root.map(|source| reach::exports(&source.file)).unwrap_or_default()
}

/// Imports that point upwards, and modules that belong to no layer.
pub fn upward(core: &[Source]) -> Vec<Breach> {
    let exports = exports(core);
    let mut breaches = Vec::new();
    for source in core {
        let module = source.module();
        let Some(own) = module.first() else { continue };
        if !is_layer(own) && !is_base(core, own) {
            let what = format!(
                "`{own}` is no layer: move it into one of them, or make it a single file in src/ \
                 that imports none of them"
            );
            breaches.push(breach(source, 1, what));
        }
        for reach in reaches(source) {
            let target = target(&reach.path, &exports);
            let what = target.and_then(|target| objection(&module, &target));
            breaches.extend(what.map(|what| breach(source, reach.line, what)));
        }
    }
    breaches
}

/// What `sync::wire` imports beyond the layers that everyone may read.
pub fn wire(core: &[Source]) -> Vec<Breach> {
    let exports = exports(core);
    let mut breaches = Vec::new();
    for source in core.iter().filter(|source| is_wire(&source.module())) {
        for reach in reaches(source) {
            let Some(target) = target(&reach.path, &exports) else {
                continue;
            };
            let first = target.first().map(String::as_str).unwrap_or_default();
            if is_layer(first) && !WIRE.contains(&first) && !is_wire(&target) {
                let what = format!(
                    "`sync::wire` imports `{}`, but may know only model, reason and trust: pass \
                     the value in from the module of sync that needs it",
                    target.join("::")
                );
                breaches.push(breach(source, reach.line, what));
            }
        }
    }
    breaches
}

fn is_wire(path: &[String]) -> bool {
    matches!(path, [first, second, ..] if first == "sync" && second == "wire")
}

/// The words below the crate's root that a path leads to; none for other crates.
fn target(path: &[String], exports: &Exports) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    if first != "crate" {
        return None;
    }
    let lives = rest.first().and_then(|name| exports.get(name));
    Some(lives.and_then(|path| path.get(1..)).unwrap_or(rest).to_vec())
}

fn objection(module: &[String], target: &[String]) -> Option<String> {
    let (own, first) = (module.first()?, target.first());
    let Some(first) = first else {
        return Some("imports the whole crate: name the module that it needs".to_owned());
    };
    let reach = target.join("::");
    if is_leaf(module) {
        let what = "`model::json` and `model::time` may import only each other, since everything \
                    below and above rests on them";
        return (!is_leaf(target)).then(|| format!("imports `{reach}`: {what}"));
    }
    let below = LAYERS.iter().find(|(name, _)| name == own).map_or(&[][..], |(_, below)| *below);
    let below_base = !is_layer(own) && is_leaf(target);
    if !is_layer(first) || first == own || below_base || below.contains(&first.as_str()) {
        return None;
    }
    let may = if below.is_empty() { "no layer".to_owned() } else { below.join(", ") };
    Some(format!(
        "`{own}` imports `{reach}` from a layer above; it may import {may}. Take the value as an \
         argument, state a trait here that `{first}` implements, or move the code up"
    ))
}

fn is_layer(name: &str) -> bool {
    LAYERS.iter().any(|(layer, _)| *layer == name)
}

fn is_leaf(path: &[String]) -> bool {
    matches!(path, [first, second, ..] if first == "model" && LEAVES.contains(&second.as_str()))
}

fn is_base(core: &[Source], name: &str) -> bool {
    core.iter().any(|source| source.path.ends_with(&format!("/src/{name}.rs")))
}

fn breach(source: &Source, line: usize, what: String) -> Breach {
    Breach { file: source.path.clone(), line, what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    fn core(planted: &[(&str, &str)]) -> Vec<Source> {
        let parse = |(path, text): &(&str, &str)| Source::parse(&format!("core/src/{path}"), text);
        planted.iter().map(|one| parse(one).unwrap()).collect()
    }

    fn upward_of(path: &str, text: &str) -> Vec<String> {
        let root = ("lib.rs", "pub mod app; mod store; pub use store::Row;");
        told(&upward(&core(&[root, ("clock.rs", ""), (path, text)])))
    }

    #[test]
    fn an_import_from_above_is_named_with_file_and_line() {
        let said = upward_of("model/entry.rs", "//! Entries.\n\nuse crate::store::Row;");
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("core/src/model/entry.rs:3: `model` imports `store::Row`"));
        assert!(said[0].contains("Take the value as an argument"));
    }

    #[test]
    fn each_way_upwards_is_seen() {
        for (path, text) in [
            ("reason/audit.rs", "use super::super::trust::Verified;"),
            ("trust/mod.rs", "use crate::{clock, sync};"),
            ("trust/mod.rs", "use super::app;"),
            ("store/open.rs", "fn f() { crate::sync::run() }"),
            ("sync/run.rs", "fn f(home: &crate::app::Home) {}"),
            ("clock.rs", "use crate::model::entry;"),
            ("model/time.rs", "use crate::ids::Hash;"),
            ("model/json.rs", "use super::entry;"),
            ("model/mod.rs", "#[cfg(test)] mod tests { use crate::reason; }"),
            ("trust/head.rs", "use crate::Row;"),
            ("model/entry.rs", "use crate::*;"),
            ("words/mod.rs", "//! A folder that is no layer."),
        ] {
            assert_eq!(upward_of(path, text).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn downwards_sideways_and_base_modules_are_free() {
        for (path, text) in [
            ("app/home.rs", "use crate::{model, reason, trust, store, sync, clock, Row};"),
            ("store/open.rs", "use crate::trust::Verified; use super::seal;"),
            ("model/entry.rs", "use crate::clock::Clock; use super::*; use store::x;"),
            ("trust/jws.rs", "//! Not `crate::store`.\nuse crate::reason::audit;"),
        ] {
            assert_eq!(upward_of(path, text), [""; 0], "{path}: {text}");
        }
    }

    #[test]
    fn wire_types_that_look_around_are_named() {
        for (text, breaches) in [
            ("use crate::store::Row;", 1),
            ("use super::http;", 1),
            ("use super::*;", 1),
            ("use crate::trust::jws; use crate::sync::wire::Page; use serde::Serialize;", 0),
        ] {
            let said = told(&wire(&core(&[("sync/wire.rs", text), ("sync/run.rs", text)])));
            assert_eq!(said.len(), breaches, "{text}: {said:?}");
        }
    }
}
