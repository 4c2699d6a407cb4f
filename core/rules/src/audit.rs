//! The audit of a statement: its numbers worked out again, every difference named.

use super::arithmetic::{self, Breakdown, Counting, What};
use standing_model::ids::{EntryId, PerkId, RuleId, StarId, TierId};
use standing_model::rulebook::{Benefit, Rulebook};
use standing_model::statement::{Grant, Points, Statement};

/// An audit: the sum as this phone works it out, and where the statement says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The sum.
    pub breakdown: Breakdown,
    /// Every difference; none if it adds up.
    pub differences: Vec<Difference>,
}

/// One thing that the statement says otherwise than its entries and rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The total.
    Total {
        /// What the statement says.
        stated: Points,
        /// What its own entries add up to.
        worked_out: Points,
    },
    /// The tier.
    Tier {
        /// The statement's tier id.
        stated: TierId,
        /// The tier id of the total that was worked out; none if no tier is so low.
        worked_out: Option<TierId>,
    },
    /// An entry counts other points than its rule says.
    EntryPoints {
        /// The entry.
        entry: EntryId,
        /// Its points.
        stated: Points,
        /// Its rule's.
        rule: Points,
    },
    /// An entry runs out on another day than its rule says.
    EntryEnd {
        /// The entry.
        entry: EntryId,
    },
    /// An entry by a rule that the rulebook does not have.
    UnknownRule {
        /// The entry.
        entry: EntryId,
        /// The rule.
        rule: RuleId,
    },
    /// Stars that the rulebook does not have.
    UnknownStars {
        /// The category.
        category: StarId,
    },
    /// A perk or restriction that should be there and is not.
    Missing {
        /// Its id.
        id: PerkId,
    },
    /// A perk or restriction that is there and should not be.
    Unfounded {
        /// Its id.
        id: PerkId,
    },
}

/// Works a statement out again, as of its period's last day.
#[must_use]
pub fn audit(statement: &Statement, rulebook: &Rulebook) -> Audit {
    let Statement { entries, stars, period, score, .. } = statement;
    let breakdown = arithmetic::work_out(rulebook, entries, stars, period.to);
    let mut differences = Vec::new();
    if breakdown.total != *score {
        let (stated, worked_out) = (*score, breakdown.total);
        differences.push(Difference::Total { stated, worked_out });
    }
    let tier = rulebook.tier_of(breakdown.total).map(|tier| tier.id.clone());
    if tier.as_ref() != Some(&statement.tier) {
        let stated = statement.tier.clone();
        differences.push(Difference::Tier { stated, worked_out: tier });
    }
    differences.extend(entry_differences(statement, rulebook));
    for line in &breakdown.lines {
        if let (What::Stars { category, .. }, Counting::Unknown) = (&line.what, line.counting) {
            differences.push(Difference::UnknownStars { category: category.clone() });
        }
    }
    let grants =
        [(&rulebook.perks, &statement.perks), (&rulebook.restrictions, &statement.restrictions)];
    for (benefits, granted) in grants {
        grant_differences(benefits, granted, rulebook, &breakdown, statement, &mut differences);
    }
    Audit { breakdown, differences }
}

fn entry_differences(statement: &Statement, rulebook: &Rulebook) -> Vec<Difference> {
    let mut differences = Vec::new();
    for entry in &statement.entries {
        let id = entry.id.clone();
        let Some(rule) = rulebook.rule(&entry.rule) else {
            let rule = entry.rule.clone();
            differences.push(Difference::UnknownRule { entry: id, rule });
            continue;
        };
        if entry.points != rule.points {
            let (stated, rule) = (entry.points, rule.points);
            differences.push(Difference::EntryPoints { entry: id.clone(), stated, rule });
        }
        let ends_on = rule.lasts_months.map(|months| entry.occurred_on.plus_months(months));
        // An authority may end an entry earlier, never later.
        let late = match (entry.ends_on, ends_on) {
            (Some(stated), Some(by_rule)) => stated > by_rule,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if late {
            differences.push(Difference::EntryEnd { entry: id });
        }
    }
    differences
}

fn grant_differences(
    benefits: &[Benefit],
    granted: &[Grant],
    rulebook: &Rulebook,
    breakdown: &Breakdown,
    statement: &Statement,
    differences: &mut Vec<Difference>,
) {
    let has = |id: &str| granted.iter().any(|grant| grant.id == id);
    let due = |benefit: &Benefit| {
        arithmetic::applies(benefit, rulebook, breakdown.total, &statement.stars)
    };
    for benefit in benefits.iter().filter(|benefit| due(benefit) && !has(&benefit.id)) {
        differences.push(Difference::Missing { id: benefit.id.clone() });
    }
    for grant in granted {
        let founded = benefits.iter().any(|benefit| benefit.id == grant.id && due(benefit));
        if !founded {
            differences.push(Difference::Unfounded { id: grant.id.clone() });
        }
    }
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
