//! The parts of `cargo xtask test`, one file each.
//!
//! To add one: write `part/name.rs` with a `pub const PART: Part` and its function, and name it in
//! [`PARTS`]. A part that needs a program asks [`crate::tool::missing`] first and is skipped with
//! that line; an error that it returns counts as one failure.

mod android;
mod api;
mod clippy;
mod format;
mod glue;
mod kotlin;
mod licences;
mod rust;
mod swift;

use crate::report::Outcome;
use crate::workspace::Workspace;
use anyhow::Result;

/// One named part of the test.
pub struct Part {
    /// What `cargo xtask test` takes, and the name of its log.
    pub name: &'static str,
    /// What holds when it passes, in a few words.
    pub promise: &'static str,
    /// Runs it.
    pub run: fn(&Workspace) -> Result<Outcome>,
}

/// All parts in the order of running: quick answers first.
pub const PARTS: &[Part] = &[
    format::PART,
    licences::PART,
    clippy::PART,
    rust::PART,
    api::PART,
    kotlin::PART,
    android::PART,
    glue::PART,
    swift::PART,
];
