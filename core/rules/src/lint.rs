//! Rules that are unfair, or may be: what a resident should know about a rulebook before any
//! entry is made by it.
//!
//! What the numbers show is certain; what the wording shows is this product's reading of it.

use standing_model::ids::{PerkId, RuleId, StarId};
use standing_model::rulebook::{Condition, Measure, Rule, Rulebook};
use standing_model::text::LocalText;

mod wording;

/// Something in a rulebook that a resident should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub concern: Concern,
    /// What it rests on.
    pub basis: Basis,
}

/// What a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The rulebook's numbers and references: certain.
    Data,
    /// The names of its rules, as this product reads them: it may be mistaken.
    Wording,
}

/// What is unfair, or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// It takes points for not donating blood, which counts only in favour (DOMAIN §5.4).
    TakesForBlood {
        /// The rule's id.
        rule: RuleId,
    },
    /// Points for other people's conduct, as household stars are.
    CountsHousehold {
        /// The star categories' ids.
        categories: Vec<StarId>,
    },
    /// Points for other people's conduct, by the rule's name.
    CountsOthers {
        /// The rule's id.
        rule: RuleId,
    },
    /// A reward for confessing.
    RewardsConfessing {
        /// The rule's id.
        rule: RuleId,
    },
    /// A penalty for silence.
    PunishesSilence {
        /// The rule's id.
        rule: RuleId,
    },
    /// A restriction whose note does not say how to lift it.
    LiftingNotSaid {
        /// The restriction's id.
        restriction: PerkId,
    },
    /// A restriction that no score and no stars lift, or that is called permanent.
    CannotBeLifted {
        /// The restriction's id.
        restriction: PerkId,
    },
    /// No step of contest.
    NoContest,
    /// A deduction that never runs out.
    NeverEnds {
        /// The rule's id.
        rule: RuleId,
    },
    /// A report of something bad that does not wait (DOMAIN §8.3).
    NoCoolingOff {
        /// The rule's id.
        rule: RuleId,
    },
}

impl Concern {
    /// Which concern, as a word: `lint-<code>` explains it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TakesForBlood { .. } => "takes-for-blood",
            Self::CountsHousehold { .. } => "counts-household",
            Self::CountsOthers { .. } => "counts-others",
            Self::RewardsConfessing { .. } => "rewards-confessing",
            Self::PunishesSilence { .. } => "punishes-silence",
            Self::LiftingNotSaid { .. } => "lifting-not-said",
            Self::CannotBeLifted { .. } => "cannot-be-lifted",
            Self::NoContest => "no-contest",
            Self::NeverEnds { .. } => "never-ends",
            Self::NoCoolingOff { .. } => "no-cooling-off",
        }
    }
}

/// Everything in a rulebook that a resident should know: what concerns the whole first, then
/// stars, rules and restrictions in the rulebook's order.
#[must_use]
pub fn lint(rulebook: &Rulebook) -> Vec<Finding> {
    let mut findings = Vec::new();
    if rulebook.contest.is_empty() {
        findings.push(by(Basis::Data, Concern::NoContest));
    }
    findings.extend(household(rulebook));
    for rule in &rulebook.rules {
        findings.extend(by_numbers(rulebook, rule));
        findings.extend(by_wording(rule));
    }
    findings.extend(rulebook.restrictions.iter().filter_map(|one| lifting(rulebook, one)));
    // A rule may show one concern by its numbers and by its wording: the numbers, first, are enough.
    let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        if !told.iter().any(|before| before.concern == finding.concern) {
            told.push(finding);
        }
    }
    told
}

const fn by(basis: Basis, concern: Concern) -> Finding {
    Finding { concern, basis }
}

fn household(rulebook: &Rulebook) -> Option<Finding> {
    let counting = rulebook.stars.iter().filter(|stars| stars.points.iter().any(|n| *n != 0));
    let categories: Vec<StarId> = counting.map(|stars| stars.id.clone()).collect();
    (!categories.is_empty()).then(|| by(Basis::Data, Concern::CountsHousehold { categories }))
}

fn by_numbers(rulebook: &Rulebook, rule: &Rule) -> Vec<Finding> {
    let id = || rule.id.clone();
    let blood = rulebook.records.blood_donation.as_ref().is_some_and(|blood| blood.rule == rule.id);
    let takes = rule.points < 0;
    [
        (takes && blood, Concern::TakesForBlood { rule: id() }),
        (takes && rule.valid_months.is_none(), Concern::NeverEnds { rule: id() }),
        (
            takes && rule.self_report && rule.cooling_off_hours == 0,
            Concern::NoCoolingOff { rule: id() },
        ),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, concern)| by(Basis::Data, concern))
    .collect()
}

fn by_wording(rule: &Rule) -> Vec<Finding> {
    let id = || rule.id.clone();
    let (takes, gives) = (rule.points < 0, rule.points > 0);
    let reads = |reading: fn(&LocalText) -> bool| reading(&rule.names);
    [
        (takes && reads(wording::no_blood), Concern::TakesForBlood { rule: id() }),
        (reads(wording::somebody_else), Concern::CountsOthers { rule: id() }),
        (gives && reads(wording::confessing), Concern::RewardsConfessing { rule: id() }),
        (takes && reads(wording::silence), Concern::PunishesSilence { rule: id() }),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, concern)| by(Basis::Wording, concern))
    .collect()
}

fn lifting(rulebook: &Rulebook, restriction: &Measure) -> Option<Finding> {
    let id = || restriction.id.clone();
    let for_everyone = match &restriction.when {
        Condition::TierAtMost(tier) => rulebook.tiers.last().is_some_and(|top| top.id == *tier),
        Condition::TierAtLeast(tier) => {
            rulebook.tiers.first().is_some_and(|lowest| lowest.id == *tier)
        }
        Condition::StarsAtLeast(least) => *least <= 1,
    };
    let note = &restriction.note;
    if for_everyone {
        Some(by(Basis::Data, Concern::CannotBeLifted { restriction: id() }))
    } else if wording::permanent(note) {
        Some(by(Basis::Wording, Concern::CannotBeLifted { restriction: id() }))
    } else if note.en.trim().is_empty() || note.zh.trim().is_empty() {
        Some(by(Basis::Data, Concern::LiftingNotSaid { restriction: id() }))
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
