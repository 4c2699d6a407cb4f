//! `cargo xtask test`: the parts one after another, a line for each, and the sum of all.
//!
//! To add one, name it in [`PARTS`]. A part whose tools are missing is skipped with the line that
//! says how to install them; an error that its function returns counts as one failure.

use crate::report::{self, Outcome, Tally, first_number};
use crate::tool::{self, C_COMPILER, CLIPPY, JDK, MAVEN, NGINX, NODE, PYTHON, RUSTFMT, Tool};
use crate::workspace::Workspace;
use crate::{app, bindings, licences, maven, peers, swift};
use anyhow::{Context, Result, bail};
use std::io::{IsTerminal, Write};
use std::time::Instant;

/// One named part of the test.
struct Part {
    /// What `cargo xtask test` takes, and the name of its log.
    name: &'static str,
    /// What holds when it passes, in a few words.
    promise: &'static str,
    tools: &'static [Tool],
    run: fn(&Workspace) -> Result<Outcome>,
}

const fn part(
    name: &'static str,
    promise: &'static str,
    tools: &'static [Tool],
    run: fn(&Workspace) -> Result<Outcome>,
) -> Part {
    Part { name, promise, tools, run }
}

/// All parts in the order of running: quick answers first.
const PARTS: &[Part] = &[
    part("format", "every Rust file is formatted", &[RUSTFMT], format),
    part("licences", "every dependency has a licence from .deny.toml", &[], licences::check),
    part("clippy", "no lint warns, in any target", &[CLIPPY, C_COMPILER], clippy),
    part("rust", "the Rust tests and documentation examples pass", &[C_COMPILER], rust),
    part("jose", "PyJWT and this product judge each other's signatures", PYTHON_TOOLS, peers::jose),
    part(
        "nginx",
        "nginx serves a register as phones ask for it",
        &[C_COMPILER, NGINX],
        peers::nginx,
    ),
    part("tus", "photos get to `@tus/server` through cuts", NODE_TOOLS, peers::tus),
    part("api", "what the bindings offer is what bindings/api.txt says", &[C_COMPILER], |it| {
        bindings::api(it, false)
    }),
    part("kotlin", "the generated Kotlin passes its tests on the JVM", JVM, kotlin),
    part("android", "the app's presenters and screens pass their tests", &[], android),
    part("glue", "the app's ties to Android pass their tests", JVM, glue),
    part("swift", "the iOS package builds and passes its tests", &[C_COMPILER], swift::test),
];

const PYTHON_TOOLS: &[Tool] = &[C_COMPILER, PYTHON];

const NODE_TOOLS: &[Tool] = &[C_COMPILER, NODE];

const JVM: &[Tool] = &[C_COMPILER, MAVEN, JDK];

/// The parts by name, each with what it promises.
pub fn list() -> String {
    PARTS.iter().map(|part| format!("{:<10} {}\n", part.name, part.promise)).collect()
}

/// Runs the named parts, or all when none is named; `true` when nothing failed.
pub fn run(workspace: &Workspace, only: &[String]) -> Result<bool> {
    let parts = chosen(only)?;
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    let logs = workspace.logs()?;
    let mut sum = Tally::default();
    for part in parts {
        announce(part);
        let begun = Instant::now();
        let outcome = perform(part, workspace);
        let outcome = if strict { outcome.strictly() } else { outcome };
        if std::io::stdout().is_terminal() {
            print!("\r\x1b[2K");
        }
        outcome.report(part.name, begun.elapsed(), &logs).context("write a log")?;
        sum += outcome.tally;
    }
    Ok(report::close(sum))
}

fn chosen(only: &[String]) -> Result<Vec<&'static Part>> {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        bail!("find a part named `{unknown}`; there are: {}", known.join(", "));
    }
    let wanted = |part: &&Part| only.is_empty() || only.iter().any(|name| name == part.name);
    Ok(PARTS.iter().filter(wanted).collect())
}

fn perform(part: &Part, workspace: &Workspace) -> Outcome {
    if let Some(line) = tool::missing(part.tools) {
        return Outcome::skipped(line);
    }
    (part.run)(workspace).unwrap_or_else(|error| {
        Outcome::failed("could not finish; see below", format!("could not {error:#}\n"))
    })
}

/// Tells a waiting person what is going on; a log needs no such line.
fn announce(part: &Part) {
    let mut out = std::io::stdout();
    if out.is_terminal() {
        write!(out, "...   {:<10} {}", part.name, part.promise).and_then(|()| out.flush()).ok();
    }
}

fn format(workspace: &Workspace) -> Result<Outcome> {
    let advice = "run `cargo fmt --all`; this is what it would change";
    judged(workspace, &["fmt", "--all", "--check"], advice)
}

fn clippy(workspace: &Workspace) -> Result<Outcome> {
    let words =
        ["clippy", "--quiet", "--workspace", "--all-targets", "--no-deps", "--", "-D", "warnings"];
    let advice = "change the lines below, or `#[allow(…, reason = \"…\")]` with a good reason";
    judged(workspace, &words, advice)
}

fn judged(workspace: &Workspace, words: &[&str], advice: &str) -> Result<Outcome> {
    let ended = workspace.cargo(words).run()?;
    Ok(if ended.success { Outcome::passed("") } else { Outcome::failed(advice, ended.text) })
}

fn rust(workspace: &Workspace) -> Result<Outcome> {
    let ended = workspace.cargo(&["test", "--workspace", "--no-fail-fast"]).run()?;
    let shown = failing_lines(&ended.text);
    Ok(Outcome::counted(count(&ended.text), ended.success, ended.text).showing(shown))
}

fn kotlin(workspace: &Workspace) -> Result<Outcome> {
    bindings::build(workspace)?;
    bindings::generate_kotlin(workspace)?;
    maven::test(workspace, "bindings/tests/kotlin", &[])
}

fn android(workspace: &Workspace) -> Result<Outcome> {
    let lacking = || tool::missing(app::TOOLS).or_else(|| tool::missing(app::JOURNEY_TOOLS));
    if let Some(line) = app::unsupported().or_else(lacking) {
        return Ok(Outcome::skipped(line));
    }
    bindings::generate_all(workspace)?;
    maven::test(workspace, maven::ANDROID, &["logic", "app"])
}

fn glue(workspace: &Workspace) -> Result<Outcome> {
    bindings::generate_all(workspace)?;
    maven::test(workspace, maven::ANDROID, &["glue", "activity"])
}

/// Adds up the lines `test result: ok. 3 passed; 0 failed; 1 ignored; …`, one for each program.
pub fn count(text: &str) -> Tally {
    let mut sum = Tally::default();
    for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("test result: ")) {
        let mut numbers = line.split(';').map(first_number);
        let mut next = || numbers.next().unwrap_or(0);
        sum += Tally { passed: next(), failed: next(), skipped: next() };
    }
    sum
}

/// Leaves out what went well.
fn failing_lines(text: &str) -> String {
    const DULL: &str = "Compiling |Download|Finished |Running |running |Doc-tests |all doctests|\
        test result: ok.";
    let is_dull = |line: &str| {
        let passed = line.starts_with("test ") && line.ends_with("... ok");
        passed || line.is_empty() || DULL.split('|').any(|start| line.starts_with(start))
    };
    text.lines().filter(|line| !is_dull(line.trim())).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_can_be_asked_for_alone_and_an_unknown_one_is_answered_with_the_known() {
        let names = |only: &[&str]| {
            let only: Vec<String> = only.iter().map(|&name| name.to_owned()).collect();
            chosen(&only).map(|parts| parts.iter().map(|part| part.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&["rust"]).unwrap(), ["rust"]);
        let mut all = names(&[]).unwrap();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), PARTS.len(), "no two share a name");
        let text = names(&["rsut"]).unwrap_err().to_string();
        assert!(text.contains("rsut") && text.contains("clippy, rust"), "{text}");
    }

    const OUTPUT: &str = "
     Running unittests src/lib.rs (target/debug/deps/core-1)
running 3 tests
test a ... ok
test b ... FAILED
test c ... ignored, slow

failures:
---- b stdout ----
left: 1

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
   Doc-tests core
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s
all doctests ran in 1.00s; merged doctests compilation took 0.4s
";

    #[test]
    fn the_results_of_all_programs_are_added_up() {
        assert_eq!(count(OUTPUT), Tally { passed: 13, failed: 1, skipped: 1 });
        assert_eq!(count("error: could not compile"), Tally::default());
    }

    #[test]
    fn only_what_went_wrong_is_shown() {
        let shown = failing_lines(OUTPUT);
        assert!(shown.contains("test b ... FAILED") && shown.contains("left: 1"), "{shown}");
        for dull in ["test a ... ok", "Running", "Doc-tests"] {
            assert!(!shown.contains(dull), "{shown}");
        }
    }
}
