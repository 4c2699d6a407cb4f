//! One measured case, and what its samples say.

use anyhow::{Context, Result};
use serde::Deserialize;

/// A line of a bench program.
#[derive(Debug)]
pub enum Line {
    /// A case with its samples.
    Measured(Figure),
    /// A figure that came to a wrong result, and how.
    Wrong(String),
}

/// A case with its samples.
#[derive(Clone, Debug, Deserialize)]
pub struct Figure {
    /// The figure's name in the list of benchmarks.
    pub figure: String,
    /// Which case of it.
    pub case: String,
    /// What the product does.
    pub product: String,
    /// What it is compared with.
    pub baseline: String,
    /// The ratio to reach, in thousandths.
    pub goal_per_mille: u64,
    /// Picoseconds (or bytes) of product and baseline, turn by turn.
    samples: Vec<(u64, u64)>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Raw {
    Wrong { figure: String, wrong: String },
    Measured(Figure),
}

/// The middle of some numbers, and the borders of the outer tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// A tenth of the numbers lie below.
    pub p10: u64,
    /// Half of the numbers lie below.
    pub median: u64,
    /// Nine tenths of the numbers lie below.
    pub p90: u64,
}

/// Reads a line of a bench program.
pub fn read(line: &str) -> Result<Line> {
    let raw = serde_json::from_str(line).with_context(|| format!("read the line `{line}`"))?;
    Ok(match raw {
        Raw::Wrong { figure, wrong } => Line::Wrong(format!("{figure}: {wrong}")),
        Raw::Measured(figure) => Line::Measured(figure),
    })
}

impl Figure {
    /// Product over baseline in thousandths. Each turn has a ratio of its own, so that a machine
    /// that slows down for a while slows both of its sides.
    pub fn ratio(&self) -> Spread {
        let ratio = |(product, baseline): &(u64, u64)| {
            let exact = u128::from(*product).saturating_mul(1_000) + u128::from(*baseline / 2);
            u64::try_from(exact / u128::from((*baseline).max(1))).unwrap_or(u64::MAX)
        };
        spread(self.samples.iter().map(ratio).collect())
    }

    /// What the product took.
    pub fn product_took(&self) -> Spread {
        spread(self.samples.iter().map(|(product, _)| *product).collect())
    }

    /// What the baseline took.
    pub fn baseline_took(&self) -> Spread {
        spread(self.samples.iter().map(|(_, baseline)| *baseline).collect())
    }

    /// How many turns were taken.
    pub fn turns(&self) -> usize {
        self.samples.len()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(samples: &str) -> Figure {
        let line = format!(
            r#"{{"figure":"P1","case":"c","product":"a","baseline":"b","goal_per_mille":1100,"samples":{samples}}}"#
        );
        match read(&line).unwrap() {
            Line::Measured(figure) => figure,
            Line::Wrong(why) => unreachable!("{why}"),
        }
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
    fn a_ratio_is_taken_within_its_turn() {
        // The machine was ten times slower in the second turn; the ratio does not notice.
        let figure = measured("[[110,100],[1100,1000],[120,100]]");
        assert_eq!(figure.ratio(), Spread { p10: 1_100, median: 1_100, p90: 1_200 });
        assert_eq!(figure.product_took().median, 120);
        assert_eq!(figure.turns(), 3);
    }

    #[test]
    fn ratios_are_rounded_and_survive_extremes() {
        assert_eq!(measured("[[2,3]]").ratio().median, 667);
        assert_eq!(measured("[[5,0]]").ratio().median, 5_000);
        assert_eq!(measured("[[18446744073709551615,1]]").ratio().median, u64::MAX);
    }

    #[test]
    fn a_wrong_result_is_told_from_a_measured_one() {
        let line = read(r#"{"figure":"P4","wrong":"row 7 differs"}"#).unwrap();
        assert!(matches!(line, Line::Wrong(why) if why == "P4: row 7 differs"));
        assert!(read("thread panicked").is_err());
    }
}
