//! `cargo xtask api`: what the bindings offer, compared with `bindings/api.txt`.
//!
//! The file is there to be read in a review: a change of the surface shows as changed lines, and
//! an app that is already installed meets no surprise. `bindings/bindgen/src/api.rs` makes the
//! lines from the built library.

use crate::bindings;
use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;

const FILE: &str = "bindings/api.txt";

const HEAD: &str = "\
# What the bindings offer to Kotlin and Swift, a line for each thing that an app can name.
# Made by `cargo xtask api --bless` from the built library; `cargo xtask test` compares.
";

/// What a comparison found.
pub enum Finding {
    /// The bindings offer nothing yet, and no file says otherwise.
    Nothing,
    /// The file is right; so many lines.
    Same(usize),
    /// The file is not right.
    Changed {
        /// The lines that went and came.
        difference: String,
        /// What the file should say.
        current: String,
    },
}

/// Compares the file with the surface, or writes it anew; `true` when it is right afterwards.
pub fn run(workspace: &Workspace, bless: bool) -> Result<bool> {
    match look(workspace)? {
        Finding::Nothing => say("the bindings offer nothing yet"),
        Finding::Same(lines) => say(&format!("{FILE} is right: {lines} lines")),
        Finding::Changed { difference, current } => {
            say(difference.trim_end());
            if !bless {
                say(&format!("{FILE} differs; if that is meant, run `cargo xtask api --bless`"));
                return Ok(false);
            }
            fs::write(workspace.root.join(FILE), current).context("write bindings/api.txt")?;
            say(&format!("{FILE} written; commit it with the change"));
        }
    }
    Ok(true)
}

/// Builds the library and compares its surface with the file.
pub fn look(workspace: &Workspace) -> Result<Finding> {
    bindings::build(workspace)?;
    let lines = workspace
        .call(bindings::program(workspace, "bindgen"))
        .arg("api")
        .arg(bindings::library(workspace))
        .answer()?;
    let kept = fs::read_to_string(workspace.root.join(FILE)).ok();
    Ok(compare(&lines, kept.as_deref()))
}

fn compare(lines: &str, kept: Option<&str>) -> Finding {
    if lines.is_empty() && kept.is_none() {
        return Finding::Nothing;
    }
    let current = format!("{HEAD}\n{lines}");
    let kept = kept.unwrap_or_default();
    if current == kept {
        return Finding::Same(lines.lines().count());
    }
    Finding::Changed { difference: difference(kept, &current), current }
}

/// The lines that only one side has. Each stands for itself, so no context is shown.
fn difference(before: &str, after: &str) -> String {
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (before.lines().collect(), after.lines().collect());
    let gone = before.lines().filter(|line| !new.contains(line)).map(|line| format!("- {line}\n"));
    let come = after.lines().filter(|line| !old.contains(line)).map(|line| format!("+ {line}\n"));
    let all: String = gone.chain(come).collect();
    if all.is_empty() { "the same lines stand in another order\n".to_owned() } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(lines: &str, kept: Option<&str>) -> (String, String) {
        match compare(lines, kept) {
            Finding::Changed { difference, current } => (difference, current),
            _ => (String::new(), String::new()),
        }
    }

    #[test]
    fn a_blessed_surface_is_the_same_afterwards() {
        let (_, current) = changed("record A\nrecord A.x: i64\n", None);
        let again = compare("record A\nrecord A.x: i64\n", Some(&current));
        assert!(matches!(again, Finding::Same(2)));
    }

    #[test]
    fn what_went_and_what_came_is_shown() {
        let (_, current) = changed("record A\nrecord A.x: i64\n", None);
        let (difference, _) = changed("record A\nrecord A.x: string\n", Some(&current));
        assert_eq!(difference, "- record A.x: i64\n+ record A.x: string\n");
    }

    #[test]
    fn another_order_is_a_change_too() {
        let (_, current) = changed("record A.x: i64\nrecord A.y: i64\n", None);
        let (difference, _) = changed("record A.y: i64\nrecord A.x: i64\n", Some(&current));
        assert!(difference.contains("another order"), "{difference}");
    }

    #[test]
    fn a_surface_that_vanished_is_a_change() {
        assert!(matches!(compare("", None), Finding::Nothing));
        assert!(matches!(compare("", Some("record A\n")), Finding::Changed { .. }));
    }
}
