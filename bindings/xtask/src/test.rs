//! `cargo xtask test`: the parts one after another, a line for each, and the sum of all.

use crate::part::{PARTS, Part};
use crate::report::{self, Outcome, Tally, Verdict, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::io::{IsTerminal, Write};
use std::time::Instant;

/// The parts by name, each with what it promises.
pub fn list() -> String {
    PARTS.iter().map(|part| format!("{:<10} {}\n", part.name, part.promise)).collect()
}

/// Runs the named parts, or all when none is named; `true` when nothing failed.
pub fn run(workspace: &Workspace, only: &[String]) -> Result<bool> {
    let parts = chosen(PARTS, only)?;
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    std::fs::create_dir_all(workspace.papers()).context("make the folder for logs")?;
    let mut sum = Tally::default();
    for part in parts {
        sum += perform(part, workspace, strict)?;
    }
    say(&sum.to_string());
    Ok(sum.failed == 0)
}

fn chosen<'a>(parts: &'a [Part], only: &[String]) -> Result<Vec<&'a Part>> {
    if let Some(unknown) = only.iter().find(|name| parts.iter().all(|part| part.name != **name)) {
        let known: Vec<&str> = parts.iter().map(|part| part.name).collect();
        bail!("find a part named `{unknown}`; there are: {}", known.join(", "));
    }
    let wanted = |part: &&Part| only.is_empty() || only.iter().any(|name| name == part.name);
    Ok(parts.iter().filter(wanted).collect())
}

fn perform(part: &Part, workspace: &Workspace, strict: bool) -> Result<Tally> {
    announce(part)?;
    let begun = Instant::now();
    let outcome = (part.run)(workspace).unwrap_or_else(|error| {
        Outcome::failed("could not finish; see below", format!("could not {error:#}\n"))
    });
    let outcome = if strict { outcome.strictly() } else { outcome };
    let log = workspace.papers().join(format!("{}.log", part.name));
    std::fs::write(&log, &outcome.log).with_context(|| format!("write {}", log.display()))?;
    if std::io::stdout().is_terminal() {
        print!("\r\x1b[2K");
    }
    say(&report::line(part.name, &outcome, begun.elapsed()));
    if outcome.verdict == Verdict::Fail {
        say(report::excerpt(&outcome.shown, &log.display().to_string()).trim_end());
    }
    Ok(outcome.tally)
}

/// Tells a waiting person what is going on; a log needs no such line.
fn announce(part: &Part) -> Result<()> {
    let mut out = std::io::stdout();
    if out.is_terminal() {
        write!(out, "...   {:<10} {}", part.name, part.promise).context("write to the terminal")?;
        out.flush().context("write to the terminal")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_can_be_asked_for_alone() {
        let only = ["rust".to_owned()];
        let names: Vec<&str> = chosen(PARTS, &only).unwrap().iter().map(|part| part.name).collect();
        assert_eq!(names, ["rust"]);
        assert_eq!(chosen(PARTS, &[]).unwrap().len(), PARTS.len());
    }

    #[test]
    fn an_unknown_part_is_answered_with_the_known_ones() {
        let said = chosen(PARTS, &["rsut".to_owned()]).err().unwrap().to_string();
        assert!(said.contains("rsut") && said.contains("clippy, rust"), "{said}");
    }

    #[test]
    fn no_two_parts_share_a_name() {
        let mut names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), PARTS.len());
    }
}
