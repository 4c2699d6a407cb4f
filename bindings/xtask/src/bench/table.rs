//! Figures as lines for the terminal and as a table for the report.

use super::figure::{Figure, Spread};

/// One line for the terminal.
pub fn row(figure: &Figure) -> String {
    let ratio = figure.ratio();
    format!(
        "{:<4} {}: {} (p10 {}, p90 {}); goal ≤ {}, {}",
        figure.figure,
        figure.case,
        thousandths(ratio.median),
        thousandths(ratio.p10),
        thousandths(ratio.p90),
        thousandths(figure.goal_per_mille),
        verdict(figure),
    )
}

/// The whole report in Markdown.
pub fn report(surroundings: &[String], figures: &[Figure], wrong: &[String]) -> String {
    let mut text = String::from(
        "# Product against baseline\n\n\
         Each ratio is product ÷ baseline of one turn; both sides alternate in one run on one \
         machine. Below 1 the product is the faster. Only a wrong result fails; a goal that is \
         not met is a task.\n\n",
    );
    for line in surroundings {
        text.push_str(&format!("- {}\n", line.trim()));
    }
    for why in wrong {
        text.push_str(&format!("- **wrong result**: {why}\n"));
    }
    text.push_str(
        "\n| # | case | ratio | p10 – p90 | goal | | product | baseline | turns |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for figure in figures {
        text.push_str(&table_row(figure));
    }
    text
}

fn table_row(figure: &Figure) -> String {
    let ratio = figure.ratio();
    format!(
        "| {} | {} | **{}** | {} – {} | ≤ {} | {} | {}: {} | {}: {} | {} |\n",
        figure.figure,
        figure.case,
        thousandths(ratio.median),
        thousandths(ratio.p10),
        thousandths(ratio.p90),
        thousandths(figure.goal_per_mille),
        verdict(figure),
        figure.product,
        time(figure.product_took()),
        figure.baseline,
        time(figure.baseline_took()),
        figure.turns(),
    )
}

fn verdict(figure: &Figure) -> &'static str {
    if figure.ratio().median <= figure.goal_per_mille { "met" } else { "not met" }
}

/// 1_096 as `1.096`.
fn thousandths(number: u64) -> String {
    format!("{}.{:03}", number / 1_000, number % 1_000)
}

/// The median of some picoseconds in a unit that leaves three or four digits.
fn time(took: Spread) -> String {
    let units = [(1_000_000_000_000, "s"), (1_000_000_000, "ms"), (1_000_000, "µs"), (1_000, "ns")];
    for (size, unit) in units {
        if took.median >= size {
            let hundredths = took.median % size / (size / 100);
            return format!("{}.{hundredths:02} {unit}", took.median / size);
        }
    }
    format!("{} ps", took.median)
}

#[cfg(test)]
mod tests {
    use super::super::figure::{Line, read};
    use super::*;

    fn figure() -> Figure {
        let line = r#"{"figure":"P1","case":"small","product":"all checks","baseline":"bare",
            "goal_per_mille":1100,"samples":[[43500000,40000000],[44000000,40000000]]}"#;
        match read(line).unwrap() {
            Line::Measured(figure) => figure,
            Line::Wrong(why) => unreachable!("{why}"),
        }
    }

    #[test]
    fn a_row_says_ratio_spread_and_goal() {
        let row = row(&figure());
        assert_eq!(row, "P1   small: 1.088 (p10 1.088, p90 1.100); goal ≤ 1.100, met");
    }

    #[test]
    fn the_report_has_a_row_for_each_figure_and_names_wrong_results() {
        let text = report(&["2 × processor".to_owned()], &[figure()], &["P4: differs".to_owned()]);
        assert!(text.contains("- 2 × processor\n"), "{text}");
        assert!(text.contains("**wrong result**: P4: differs"), "{text}");
        assert!(text.contains("| P1 | small | **1.088** | 1.088 – 1.100 | ≤ 1.100 | met |"));
        assert!(text.contains("all checks: 43.50 µs | bare: 40.00 µs | 2 |"), "{text}");
    }

    #[test]
    fn times_are_shown_in_a_fitting_unit() {
        let shown = |median| time(Spread { p10: 0, median, p90: 0 });
        assert_eq!(shown(1_250_000_000_000), "1.25 s");
        assert_eq!(shown(60_470_964), "60.47 µs");
        assert_eq!(shown(999), "999 ps");
    }
}
