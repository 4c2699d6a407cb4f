//! Timing in turn: product, baseline, baseline, product, … so that a machine that gets slower or
//! faster meanwhile does so for both.

use serde_json::json;
use std::time::Instant;

/// One turn lasts at least this long, so that reading the clock costs nothing.
const TURN: u64 = 25_000_000;

/// What is compared with what.
pub struct Case {
    /// The figure's name in the list of benchmarks.
    pub figure: &'static str,
    /// Which case of it.
    pub case: String,
    /// What the product does.
    pub product: &'static str,
    /// What it is compared with.
    pub baseline: &'static str,
    /// The ratio to reach, in thousandths.
    pub goal_per_mille: u64,
}

/// What the command line asks for.
pub struct Session {
    rounds: u32,
    only: Vec<String>,
}

impl Session {
    /// Reads `--rounds N` and `--only NAME`; `--bench` comes from cargo.
    pub fn read(words: &[String]) -> Result<Self, String> {
        let mut session = Self { rounds: 9, only: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--bench" => {}
                "--rounds" => {
                    let number = words.next().and_then(|word| word.parse().ok());
                    session.rounds = number.ok_or("read the number after --rounds")?;
                }
                "--only" => session.only.extend(words.next().cloned()),
                other => return Err(format!("understand `{other}`; try `cargo xtask bench`")),
            }
        }
        Ok(session)
    }

    /// Whether a figure is asked for.
    pub fn wants(&self, figure: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == figure)
    }

    /// Times two pieces of work in turn and writes a line with every sample.
    pub fn compare(&self, case: &Case, mut product: impl FnMut(), mut baseline: impl FnMut()) {
        let (many, few) = (times(&mut product), times(&mut baseline));
        let samples = (0..self.rounds).map(|round| {
            if round % 2 == 0 {
                let first = timed(many, &mut product);
                (first, timed(few, &mut baseline))
            } else {
                let first = timed(few, &mut baseline);
                (timed(many, &mut product), first)
            }
        });
        let samples: Vec<(u64, u64)> = samples.collect();
        report(case, &samples);
    }

    /// Writes a line that says which figure came to a wrong result.
    pub fn wrong(&self, figure: &str, why: &str) {
        println!("{}", json!({ "figure": figure, "wrong": why }));
    }
}

/// Writes samples, each a pair of picoseconds for product and baseline.
pub fn report(case: &Case, samples: &[(u64, u64)]) {
    let line = json!({
        "figure": case.figure, "case": case.case, "product": case.product,
        "baseline": case.baseline, "goal_per_mille": case.goal_per_mille, "samples": samples,
    });
    println!("{line}");
}

/// How often the work fits into one turn; warms it up at the same time.
fn times(work: &mut impl FnMut()) -> u32 {
    let mut times: u32 = 1;
    loop {
        let took = timed(times, work).saturating_mul(u64::from(times)) / 1_000;
        if took >= TURN || times > 1 << 28 {
            return times;
        }
        times = times.saturating_mul(2);
    }
}

/// Picoseconds that one piece of work takes, on average over so many.
fn timed(times: u32, work: &mut impl FnMut()) -> u64 {
    let begun = Instant::now();
    for _ in 0..times {
        work();
    }
    let took = begun.elapsed().as_nanos().saturating_mul(1_000) / u128::from(times);
    u64::try_from(took).unwrap_or(u64::MAX)
}
