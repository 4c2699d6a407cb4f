//! The audit of a statement: its numbers computed again, every difference named.

use std::collections::{BTreeMap, BTreeSet};

use super::arithmetic::{self, Breakdown, LineItem, LineStatus};
use super::versions::{self, WrongVersion};
use standing_model::ids::{EntryId, PerkId, RecordId, RuleId, StarId, TierId};
use standing_model::points::Points;
use standing_model::record::Kind;
use standing_model::rulebook::{Measure, Rulebook, Rulebooks};
use standing_model::statement::{Entry, EntryState, Grant, Statement};
use standing_model::time::Date;

/// An audit: the sum as this phone computes it, and where the statement says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The sum.
    pub breakdown: Breakdown,
    /// Every difference; none if it adds up.
    pub differences: Vec<Difference>,
}

/// One thing that the statement says otherwise than its entries and rulebooks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The total.
    Total {
        /// What the statement says.
        stated: Points,
        /// What its own entries add up to.
        computed: Points,
    },
    /// The tier.
    Tier {
        /// The statement's tier id.
        stated: TierId,
        /// The tier id of the computed total; none if no tier is so low.
        computed: Option<TierId>,
    },
    /// No listed version of the rulebook was in force on the statement's last day.
    NoneInForce,
    /// Two listed versions count in different units.
    Decimals {
        /// The first version of the other unit.
        version: u32,
    },
    /// An entry is judged by a version of the rulebook that it may not name.
    WrongVersion {
        /// The entry.
        entry: EntryId,
        /// What is wrong.
        wrong: WrongVersion,
    },
    /// Stars are judged by a version of the rulebook that they may not name.
    WrongStarVersion {
        /// Their record.
        star: EntryId,
        /// What is wrong.
        wrong: WrongVersion,
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
    /// An entry runs out on a later day than its rule says.
    EntryEnd {
        /// The entry.
        entry: EntryId,
    },
    /// An entry by a rule that its version of the rulebook does not have.
    UnknownRule {
        /// The entry.
        entry: EntryId,
        /// The rule.
        rule: RuleId,
    },
    /// A deduction that rests on a record of the resident's own which is no self-report, or was
    /// withdrawn.
    FromDefence {
        /// The entry.
        entry: EntryId,
    },
    /// Stars that their version of the rulebook does not have.
    UnknownStars {
        /// The category.
        category: StarId,
    },
    /// Two active records of stars in one category.
    TwoStars {
        /// The category.
        category: StarId,
    },
    /// A perk or restriction that should be there and is not.
    Missing {
        /// Its id.
        id: PerkId,
    },
    /// A perk or restriction that is there and should not be.
    NotDue {
        /// Its id.
        id: PerkId,
    },
}

impl Difference {
    /// Which difference, as PROTOCOL §3.1.7 names it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Total { .. } => "total",
            Self::Tier { .. } => "tier",
            Self::NoneInForce => "none-in-force",
            Self::Decimals { .. } => "decimals",
            Self::WrongVersion { .. } => "wrong-version",
            Self::WrongStarVersion { .. } => "wrong-star-version",
            Self::EntryPoints { .. } => "entry-points",
            Self::EntryEnd { .. } => "entry-end",
            Self::UnknownRule { .. } => "unknown-rule",
            Self::FromDefence { .. } => "from-defence",
            Self::UnknownStars { .. } => "unknown-stars",
            Self::TwoStars { .. } => "two-stars",
            Self::Missing { .. } => "missing",
            Self::NotDue { .. } => "not-due",
        }
    }
}

/// What this phone knows of the resident's own records, by id.
pub type OwnRecords = BTreeMap<RecordId, SentRecord>;

/// What became of a record of the resident's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentRecord {
    /// Its kind.
    pub kind: Kind,
    /// Taken back by the resident.
    pub withdrawn: bool,
}

/// Audits a statement as of its period's last day.
#[must_use]
pub fn audit(statement: &Statement, rulebooks: &Rulebooks) -> Audit {
    audit_with(statement, rulebooks, &OwnRecords::new())
}

/// Audits a statement with what this phone knows of the resident's own records.
#[must_use]
pub fn audit_with(statement: &Statement, rulebooks: &Rulebooks, own: &OwnRecords) -> Audit {
    let Statement { entries, stars, period, .. } = statement;
    let rulebook = rulebooks.as_of(period.to);
    let breakdown = arithmetic::compute(rulebooks, entries, stars, period.to);
    let mut differences = totals(statement, rulebook, &breakdown);
    differences.extend(of_rulebooks(rulebooks, period.to));
    for entry in entries {
        differences.extend(of_entry(rulebooks, entry));
        differences.extend(from_defence(entry, own));
    }
    differences.extend(of_stars(statement, rulebooks, &breakdown));
    let grants = Grants { statement, rulebook, total: breakdown.total };
    differences.extend(grants.differences(&rulebook.perks, &statement.perks));
    differences.extend(grants.differences(&rulebook.restrictions, &statement.restrictions));
    Audit { breakdown, differences }
}

fn totals(statement: &Statement, rulebook: &Rulebook, breakdown: &Breakdown) -> Vec<Difference> {
    let mut differences = Vec::new();
    if breakdown.total != statement.score {
        let (stated, computed) = (statement.score, breakdown.total);
        differences.push(Difference::Total { stated, computed });
    }
    let tier = rulebook.tier_of(breakdown.total).map(|tier| tier.id.clone());
    if tier.as_deref() != Some(&statement.tier) {
        differences.push(Difference::Tier { stated: statement.tier.clone(), computed: tier });
    }
    differences
}

fn of_rulebooks(rulebooks: &Rulebooks, to: Date) -> Vec<Difference> {
    let mut differences = Vec::new();
    if rulebooks.in_force_on(to).is_none() {
        differences.push(Difference::NoneInForce);
    }
    let unit = rulebooks.as_of(to).scale.decimals;
    let other = rulebooks.iter().find(|book| book.scale.decimals != unit);
    differences.extend(other.map(|book| Difference::Decimals { version: book.version }));
    differences
}

/// A withdrawn entry is not audited: that something was wrong with it is why it was taken back.
fn of_entry(rulebooks: &Rulebooks, entry: &Entry) -> Vec<Difference> {
    let mut differences = Vec::new();
    if entry.state == EntryState::Withdrawn {
        return differences;
    }
    let id = || entry.id.clone();
    if let Err(wrong) = versions::check_entry(rulebooks, entry) {
        differences.push(Difference::WrongVersion { entry: id(), wrong });
    }
    let Some(book) = rulebooks.version(entry.rulebook) else { return differences };
    let Some(rule) = book.rule(&entry.rule) else {
        differences.push(Difference::UnknownRule { entry: id(), rule: entry.rule.clone() });
        return differences;
    };
    if entry.points != rule.points {
        let (stated, rule) = (entry.points, rule.points);
        differences.push(Difference::EntryPoints { entry: id(), stated, rule });
    }
    let by_rule = rule.valid_months.map(|months| entry.occurred_on.plus_months(months));
    // An authority may end an entry earlier, never later.
    let late = by_rule.is_some_and(|end| entry.ends_on.is_none_or(|stated| stated > end));
    if late {
        differences.push(Difference::EntryEnd { entry: id() });
    }
    differences
}

/// PROTOCOL §3.1.6: nobody loses points for having defended oneself.
fn from_defence(entry: &Entry, own: &OwnRecords) -> Option<Difference> {
    let record = entry.record.filter(|_| entry.points < 0)?;
    let sent = own.get(&record.id);
    let kind = sent.map_or(record.kind, |sent| sent.kind);
    let rests_well = kind == Kind::SelfReport && sent.is_none_or(|sent| !sent.withdrawn);
    let counts = entry.state != EntryState::Withdrawn;
    (counts && !rests_well).then(|| Difference::FromDefence { entry: entry.id.clone() })
}

fn of_stars(
    statement: &Statement,
    rulebooks: &Rulebooks,
    breakdown: &Breakdown,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for star in statement.active_stars() {
        if let Err(wrong) = versions::check_star(rulebooks, star) {
            differences.push(Difference::WrongStarVersion { star: star.id.clone(), wrong });
        }
        if !seen.insert(&star.category) {
            twice.insert(star.category.clone());
        }
    }
    differences.extend(twice.into_iter().map(|category| Difference::TwoStars { category }));
    let unknown = breakdown.lines.iter().filter(|line| line.status == LineStatus::Unknown);
    for line in unknown {
        let LineItem::Star { id } = &line.item else { continue };
        let star = statement.stars.iter().find(|star| star.id == *id);
        let category = star.map(|star| star.category.clone());
        differences.extend(category.map(|category| Difference::UnknownStars { category }));
    }
    differences
}

/// Perks and restrictions as the statement lists them, beside what is due.
struct Grants<'a> {
    statement: &'a Statement,
    rulebook: &'a Rulebook,
    total: Points,
}

impl Grants<'_> {
    fn differences(&self, measures: &[Measure], granted: &[Grant]) -> Vec<Difference> {
        let Statement { stars, period, .. } = self.statement;
        let stars = arithmetic::current_stars(stars, period.to);
        let due =
            |measure: &Measure| arithmetic::is_due(measure, self.rulebook, self.total, &stars);
        let has = |id: &str| granted.iter().any(|grant| grant.id == id);
        let missing = measures.iter().filter(|one| due(one) && !has(&one.id));
        let mut differences: Vec<_> =
            missing.map(|one| Difference::Missing { id: one.id.clone() }).collect();
        for grant in granted {
            if !measures.iter().any(|measure| measure.id == grant.id && due(measure)) {
                differences.push(Difference::NotDue { id: grant.id.clone() });
            }
        }
        differences
    }
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
