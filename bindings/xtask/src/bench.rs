//! `cargo xtask bench`: how the product compares with baselines, measured in one run.
//!
//! A bench program times both sides in turn and writes a line of JSON for each case, every sample
//! in it; the statistics and the report are made here. A time is never judged, since machines
//! differ: only a wrong result fails.

mod figure;
mod table;

use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use figure::{Figure, Line};

/// The least number of turns; fewer say little about the spread.
pub const LEAST_ROUNDS: u32 = 9;

/// The program that measures: package and bench target.
const PROGRAM: (&str, &str) = ("standing", "figures");

/// What it measures, known without a build.
const FIGURES: &[&str] = &["P1", "P12"];

/// Measures the named figures, or all when none is named; `true` when every result was right.
pub fn run(workspace: &Workspace, only: &[String], rounds: u32) -> Result<bool> {
    if let Some(unknown) = only.iter().find(|name| !FIGURES.contains(&name.as_str())) {
        bail!("find a figure named `{unknown}`; there are: {}", FIGURES.join(", "));
    }
    let (mut figures, mut wrong) = (Vec::new(), Vec::new());
    say(&format!("measuring {rounds} turns of each; the release build comes first"));
    let (package, bench) = PROGRAM;
    let turns = rounds.to_string();
    let ended = workspace
        .cargo(&["bench", "--quiet", "--package", package, "--bench", bench, "--"])
        .args(["--rounds", &turns])
        .args(only.iter().flat_map(|name| ["--only", name]))
        .listen(|line| match figure::read(line)? {
            Line::Measured(figure) => {
                say(&table::row(&figure));
                figures.push(figure);
                Ok(())
            }
            Line::Wrong(why) => {
                say(&format!("WRONG  {why}"));
                wrong.push(why);
                Ok(())
            }
        })?;
    if !ended.success() {
        bail!("measure to the end: cargo ended with {ended}");
    }
    write_report(workspace, &figures, &wrong)?;
    Ok(wrong.is_empty())
}

fn write_report(workspace: &Workspace, figures: &[Figure], wrong: &[String]) -> Result<()> {
    let folder = workspace.target.join("bench");
    std::fs::create_dir_all(&folder).context("make the folder of the report")?;
    let path = folder.join("report.md");
    let report = table::report(&surroundings(workspace), figures, wrong);
    std::fs::write(&path, report).context("write the report")?;
    say(&format!("the table is in {}", path.display()));
    Ok(())
}

/// What a reader needs to judge the figures: processor, compiler, commit. Left out if unknown.
fn surroundings(workspace: &Workspace) -> Vec<String> {
    let mut lines = Vec::new();
    let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let mut models = processors.lines().filter(|line| line.starts_with("model name"));
    if let Some((_, model)) = models.next().and_then(|line| line.split_once(':')) {
        lines.push(format!("{} × {}", models.count().saturating_add(1), model.trim()));
    }
    lines.extend(workspace.call("rustc").arg("--version").answer());
    lines.extend(workspace.call("git").args(["log", "-1", "--format=%h %cs %s"]).answer());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_that_the_program_measures() {
        let program = include_str!("../../../fixtures/benches/figures/main.rs");
        let line = program.lines().find(|line| line.starts_with("const FIGURES")).unwrap();
        let named: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        assert_eq!(named, FIGURES);
    }
}
