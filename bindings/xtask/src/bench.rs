//! `cargo xtask bench`: how the product compares with baselines, measured in one run.
//!
//! A bench program times both sides in turn and writes a line of JSON for each case, every sample
//! in it; the statistics and the report are made here. A time is never judged, since machines
//! differ: only a wrong result fails.

use crate::report::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// The program that measures: package and bench target.
const PROGRAM: (&str, &str) = ("standing", "figures");

/// What it measures, known without a build.
const FIGURES: &[&str] = &["P1", "P2", "P12"];

/// A line of the bench program.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    /// A figure that came to a wrong result, and how.
    Wrong {
        figure: String,
        wrong: String,
    },
    Measured(Figure),
}

/// One measured case with its samples.
#[derive(Debug, Deserialize)]
struct Figure {
    figure: String,
    case: String,
    product: String,
    baseline: String,
    /// The ratio to reach, in thousandths.
    goal_per_mille: u64,
    /// Picoseconds (or bytes) of product and baseline, turn by turn.
    samples: Vec<(u64, u64)>,
}

/// The middle of some numbers, and the borders of the outer tenths.
#[derive(Debug, PartialEq)]
struct Spread {
    p10: u64,
    median: u64,
    p90: u64,
}

/// Measures the named figures, or all when none is named; `true` when every result was right.
pub fn run(workspace: &Workspace, only: &[String], rounds: u32) -> Result<bool> {
    if let Some(unknown) = only.iter().find(|name| !FIGURES.contains(&name.as_str())) {
        bail!("find a figure named `{unknown}`; there are: {}", FIGURES.join(", "));
    }
    say(&format!("measuring {rounds} turns of each; the release build comes first"));
    let mut text = format!("{HEAD}{}{TABLE}", surroundings(workspace));
    let mut is_right = true;
    say(TABLE.trim());
    let (package, bench) = PROGRAM;
    let status = workspace
        .cargo(&["bench", "--quiet", "--package", package, "--bench", bench, "--"])
        .args(["--rounds", &rounds.to_string()])
        .args(only.iter().flat_map(|name| ["--only", name]))
        .listen(|line| {
            let row = match read(line)? {
                Line::Measured(figure) => figure.row(),
                Line::Wrong { figure, wrong } => {
                    is_right = false;
                    format!("| {figure} | **wrong result**: {wrong} |")
                }
            };
            say(&row);
            text.push_str(&format!("{row}\n"));
            Ok(())
        })?;
    if !status.success() {
        bail!("measure to the end: cargo ended with {status}");
    }
    let path = workspace.target.join("bench/report.md");
    workspace.write(&path, &text)?;
    say(&format!("the table is in {}", path.display()));
    Ok(is_right)
}

const HEAD: &str = "# Product against baseline\n\n\
    Each ratio is product ÷ baseline of one turn; both sides alternate in one run on one machine. \
    Below 1 the product is the faster. Only a wrong result fails; a goal that is not met is a \
    task.\n\n";

const TABLE: &str = "\n| # | case | ratio | p10 – p90 | goal | | product | baseline | turns |\n\
    |---|---|---|---|---|---|---|---|---|\n";

fn read(line: &str) -> Result<Line> {
    serde_json::from_str(line).with_context(|| format!("read the line `{line}`"))
}

/// What a reader needs to judge the figures: processor, compiler, commit. Left out if unknown.
fn surroundings(workspace: &Workspace) -> String {
    let processor = "grep -m1 'model name' /proc/cpuinfo; nproc";
    let facts = [
        workspace.call("sh").args(["-c", processor]).answer(),
        workspace.call("rustc").arg("--version").answer(),
        workspace.call("git").args(["log", "-1", "--format=%h %cs %s"]).answer(),
    ];
    facts.iter().flatten().map(|fact| format!("- {}\n", fact.trim().replace('\n', " × "))).collect()
}

impl Figure {
    /// Product over baseline in thousandths. Each turn has a ratio of its own, so that a machine
    /// that slows down for a while slows both of its sides.
    fn ratio(&self) -> Spread {
        let ratio = |(product, baseline): &(u64, u64)| {
            let exact = u128::from(*product).saturating_mul(1_000) + u128::from(*baseline / 2);
            u64::try_from(exact / u128::from((*baseline).max(1))).unwrap_or(u64::MAX)
        };
        spread(self.samples.iter().map(ratio).collect())
    }

    /// A row of the report's table.
    fn row(&self) -> String {
        let Self { figure, case, product, baseline, goal_per_mille, samples } = self;
        let Spread { p10, median, p90 } = self.ratio();
        let verdict = if median <= *goal_per_mille { "met" } else { "not met" };
        // 1_096 as `1.096`.
        let [median, p10, p90, goal] = [median, p10, p90, *goal_per_mille]
            .map(|number| format!("{}.{:03}", number / 1_000, number % 1_000));
        let (mine, theirs): (Vec<u64>, Vec<u64>) = samples.iter().copied().unzip();
        let [mine, theirs] = [mine, theirs].map(|numbers| time(spread(numbers).median));
        format!(
            "| {figure} | {case} | **{median}** | {p10} – {p90} | ≤ {goal} | {verdict} | \
             {product}: {mine} | {baseline}: {theirs} | {} |",
            samples.len()
        )
    }
}

/// Spread by nearest rank: each value is one of the numbers.
fn spread(mut numbers: Vec<u64>) -> Spread {
    numbers.sort_unstable();
    let rank = |tenths: usize| {
        let at = numbers.len().saturating_mul(tenths).div_ceil(10).saturating_sub(1);
        numbers.get(at).copied().unwrap_or(0)
    };
    Spread { p10: rank(1), median: rank(5), p90: rank(9) }
}

/// Picoseconds in a unit that leaves three or four digits.
fn time(took: u64) -> String {
    let units = [(1_000_000_000_000, "s"), (1_000_000_000, "ms"), (1_000_000, "µs"), (1_000, "ns")];
    let Some((size, unit)) = units.into_iter().find(|(size, _)| took >= *size) else {
        return format!("{took} ps");
    };
    format!("{}.{:02} {unit}", took / size, took % size / (size / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(samples: &str) -> Figure {
        let line = format!(
            r#"{{"figure":"P1","case":"small","product":"all checks","baseline":"bare","goal_per_mille":1100,"samples":{samples}}}"#
        );
        match read(&line).unwrap() {
            Line::Measured(figure) => figure,
            Line::Wrong { wrong, .. } => unreachable!("{wrong}"),
        }
    }

    #[test]
    fn the_figures_are_those_that_the_program_measures() {
        let program = include_str!("../../../fixtures/benches/figures/main.rs");
        let list = program.split("const FIGURES").nth(1).unwrap().split(';').next().unwrap();
        let named: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(named, FIGURES);
    }

    #[test]
    fn median_and_tenths_are_the_nearest_ranks() {
        let nine = spread(vec![9, 1, 8, 2, 7, 3, 6, 4, 5]);
        assert_eq!(nine, Spread { p10: 1, median: 5, p90: 9 });
        let hundred = spread((1..=100).rev().collect());
        assert_eq!(hundred, Spread { p10: 10, median: 50, p90: 90 });
        assert_eq!(spread(vec![]), Spread { p10: 0, median: 0, p90: 0 });
    }

    #[test]
    fn a_ratio_is_taken_within_its_turn_rounded_and_survives_extremes() {
        // The machine was ten times slower in the second turn; the ratio does not notice.
        let ratio = measured("[[110,100],[1100,1000],[120,100]]").ratio();
        assert_eq!(ratio, Spread { p10: 1_100, median: 1_100, p90: 1_200 });
        assert_eq!(measured("[[2,3]]").ratio().median, 667);
        assert_eq!(measured("[[5,0]]").ratio().median, 5_000);
        assert_eq!(measured("[[18446744073709551615,1]]").ratio().median, u64::MAX);
    }

    #[test]
    fn a_wrong_result_is_told_from_a_measured_one() {
        let line = read(r#"{"figure":"P4","wrong":"row 7 differs"}"#).unwrap();
        assert!(matches!(line, Line::Wrong { wrong, .. } if wrong == "row 7 differs"));
        assert!(read("thread panicked").is_err());
    }

    #[test]
    fn a_row_says_ratio_spread_goal_and_times() {
        let row = measured("[[43500000,40000000],[44000000,40000000]]").row();
        assert!(row.starts_with("| P1 | small | **1.088** | 1.088 – 1.100 | ≤ 1.100 | met |"));
        assert!(row.ends_with("| all checks: 43.50 µs | bare: 40.00 µs | 2 |"), "{row}");
        assert_eq!([time(1_250_000_000_000), time(999)], ["1.25 s", "999 ps"]);
    }
}
