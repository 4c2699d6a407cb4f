//! What makes a rulebook unusable: ids that repeat, references that lead nowhere, a scale that
//! contradicts itself, numbers that no calendar has.

use std::collections::BTreeSet;

use crate::ids::SourceId;
use crate::points::Points;

use super::{Actor, Condition, MAX_MONTHS, Measure, Rule, Rulebook, RunsFrom, Scale};

/// One thing that makes a rulebook unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebookProblem {
    /// Versions count from 1.
    #[error("versions begin at 1")]
    Version,
    /// The scale's minimum is not below its maximum.
    #[error("the scale's minimum is not below its maximum")]
    ScaleEnds,
    /// The start is not on the scale.
    #[error("start lies outside the scale")]
    StartOutside,
    /// More than two decimals.
    #[error("more than two decimals")]
    Decimals,
    /// Tiers do not rise.
    #[error("tiers are not in rising order")]
    TiersNotRising,
    /// A score may fall below every tier.
    #[error("the lowest tier starts above the scale's minimum")]
    LowestTier,
    /// Two things of one kind have one id.
    #[error("two {kind} have one id")]
    RepeatedId {
        /// The kind, in the plural.
        kind: &'static str,
    },
    /// A rule that something names does not exist.
    #[error("no rule {0}")]
    NoRule(String),
    /// A measure's condition names a tier or stars that do not exist.
    #[error("{0} names a tier or stars that do not exist")]
    NoCondition(String),
    /// A dimension that something names does not exist.
    #[error("no dimension {0}")]
    NoDimension(String),
    /// A source that something names does not exist.
    #[error("no source {0}")]
    NoSource(String),
    /// A rule counts for no month, or for longer than [`MAX_MONTHS`].
    #[error("{0} is valid for a number of months outside 1 to {MAX_MONTHS}")]
    ValidMonths(String),
    /// A rule may never count.
    #[error("{0} counts at most 0 times a year")]
    MaxPerYear(String),
    /// A repair waits longer than any rule counts, a step of it takes longer than a year, or it is
    /// of what takes no points.
    #[error("{0} has a repair that nobody can come to")]
    Repair(String),
    /// A star category without a number of stars.
    #[error("{0} has no stars")]
    NoStars(String),
    /// A contest step that nobody can come to, or whose days run from what is not there.
    #[error("the contest step {0} does not follow from the steps before it")]
    StepOrder(String),
}

impl RulebookProblem {
    /// Which problem, as a word that a text in another language can be found by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::ScaleEnds => "scale-ends",
            Self::StartOutside => "start-outside",
            Self::Decimals => "decimals",
            Self::TiersNotRising => "tiers-not-rising",
            Self::LowestTier => "lowest-tier",
            Self::RepeatedId { .. } => "repeated-id",
            Self::NoRule(_) => "no-rule",
            Self::NoCondition(_) => "no-condition",
            Self::NoDimension(_) => "no-dimension",
            Self::NoSource(_) => "no-source",
            Self::ValidMonths(_) => "valid-months",
            Self::MaxPerYear(_) => "max-per-year",
            Self::Repair(_) => "repair",
            Self::NoStars(_) => "no-stars",
            Self::StepOrder(_) => "step-order",
        }
    }

    /// The id that it is about; empty if it is about none.
    #[must_use]
    pub fn about(&self) -> &str {
        match self {
            Self::NoRule(id)
            | Self::NoCondition(id)
            | Self::NoDimension(id)
            | Self::NoSource(id)
            | Self::ValidMonths(id)
            | Self::MaxPerYear(id)
            | Self::Repair(id)
            | Self::NoStars(id)
            | Self::StepOrder(id) => id,
            _ => "",
        }
    }
}

impl Rulebook {
    /// Everything that makes this rulebook unusable; empty for one that was read.
    #[must_use]
    pub fn problems(&self) -> Vec<RulebookProblem> {
        let mut problems = Vec::new();
        if self.version == 0 {
            problems.push(RulebookProblem::Version);
        }
        problems.extend(self.scale_problems());
        problems.extend(self.repeated_ids());
        problems.extend(self.rules.iter().flat_map(rule_problems));
        let empty = self.stars.iter().filter(|stars| stars.points.is_empty());
        problems.extend(empty.map(|stars| RulebookProblem::NoStars(stars.id.to_string())));
        problems.extend(self.steps_out_of_order());
        problems.extend(self.broken_references());
        problems
    }

    fn scale_problems(&self) -> Vec<RulebookProblem> {
        let Scale { min, max, start, decimals, .. } = self.scale;
        let mut problems = Vec::new();
        if min >= max {
            problems.push(RulebookProblem::ScaleEnds);
        } else if !(min..=max).contains(&start) {
            problems.push(RulebookProblem::StartOutside);
        }
        if decimals > 2 {
            problems.push(RulebookProblem::Decimals);
        }
        if self.tiers.windows(2).any(|pair| matches!(pair, [a, b] if a.from >= b.from)) {
            problems.push(RulebookProblem::TiersNotRising);
        }
        if self.tiers.first().is_none_or(|tier| tier.from > min) {
            problems.push(RulebookProblem::LowestTier);
        }
        problems
    }

    /// A ladder begins with the resident, who was told; an office answers what came before it.
    fn steps_out_of_order(&self) -> Vec<RulebookProblem> {
        let (mut asked, mut answered) = (false, false);
        let mut problems = Vec::new();
        for step in &self.contest {
            let follows = match (step.by, step.runs_from) {
                (Actor::Resident(_), RunsFrom::Told) => !asked,
                (Actor::Resident(_), RunsFrom::Decision | RunsFrom::Silence) => answered,
                (Actor::Authority(_), RunsFrom::Arrival) => asked,
                (Actor::Authority(_), RunsFrom::Decision) => answered,
                (Actor::Resident(_), RunsFrom::Arrival)
                | (Actor::Authority(_), RunsFrom::Told | RunsFrom::Silence) => false,
            };
            asked |= matches!(step.by, Actor::Resident(_));
            answered |= step.runs_from == RunsFrom::Arrival;
            if !follows {
                problems.push(RulebookProblem::StepOrder(step.id.to_string()));
            }
        }
        problems
    }

    fn repeated_ids(&self) -> Vec<RulebookProblem> {
        let kinds: [(&str, Vec<&str>); 7] = [
            ("tiers", self.tiers.iter().map(|tier| tier.id.as_str()).collect()),
            ("dimensions", self.dimensions.iter().map(|named| named.id.as_str()).collect()),
            ("star categories", self.stars.iter().map(|stars| stars.id.as_str()).collect()),
            ("rules", self.rules.iter().map(|rule| rule.id.as_str()).collect()),
            ("perks or restrictions", self.measures().map(|measure| measure.id.as_str()).collect()),
            ("contest steps", self.contest.iter().map(|step| step.id.as_str()).collect()),
            ("sources", self.sources.iter().map(|source| source.id.as_str()).collect()),
        ];
        let repeats = |ids: &Vec<&str>| ids.iter().collect::<BTreeSet<_>>().len() < ids.len();
        let repeated = kinds.into_iter().filter(|(_, ids)| repeats(ids)).map(|(kind, _)| kind);
        let channels: BTreeSet<_> = self.service.iter().map(|rule| rule.channel).collect();
        let served_twice = (channels.len() < self.service.len()).then_some("service rules");
        repeated.chain(served_twice).map(|kind| RulebookProblem::RepeatedId { kind }).collect()
    }

    fn broken_references(&self) -> Vec<RulebookProblem> {
        let records = &self.records;
        let volunteering = records.volunteering.as_ref().map(|rules| &rules.rule);
        let donation = records.blood_donation.as_ref().map(|rules| &rules.rule);
        let mut problems = Vec::new();
        for rule in volunteering.into_iter().chain(donation) {
            if self.rule(rule).is_none() {
                problems.push(RulebookProblem::NoRule(rule.to_string()));
            }
        }
        for measure in self.measures() {
            let known = match &measure.when {
                Condition::TierAtLeast(id) | Condition::TierAtMost(id) => {
                    self.tiers.iter().any(|tier| tier.id == *id)
                }
                Condition::StarsAtLeast(_) => !self.stars.is_empty(),
            };
            if !known {
                problems.push(RulebookProblem::NoCondition(measure.id.to_string()));
            }
        }
        let of_rules = self.rules.iter().map(|rule| &rule.dimension);
        for dimension in of_rules.chain(self.stars.iter().map(|stars| &stars.dimension)) {
            if !self.dimensions.iter().any(|known| known.id == *dimension) {
                problems.push(RulebookProblem::NoDimension(dimension.to_string()));
            }
        }
        for source in self.cited_sources() {
            if !self.sources.iter().any(|known| known.id == *source) {
                problems.push(RulebookProblem::NoSource(source.to_string()));
            }
        }
        problems
    }

    fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.perks.iter().chain(&self.restrictions)
    }

    fn cited_sources(&self) -> Vec<&SourceId> {
        let records = &self.records;
        let mut cited = vec![&self.scale.source, &self.scale.start_source, &records.source];
        cited.extend(self.tiers.iter().map(|tier| &tier.source));
        for stars in &self.stars {
            cited.extend([&stars.source, &stars.points_source]);
        }
        for rule in &self.rules {
            cited.extend([&rule.source, &rule.terms_source]);
        }
        for measure in self.measures() {
            cited.extend([&measure.source, &measure.when_source]);
        }
        if let Some(rules) = &records.volunteering {
            cited.extend([&rules.minutes_source, &rules.source]);
        }
        cited.extend(records.blood_donation.as_ref().map(|rules| &rules.source));
        cited.extend(self.contest.iter().map(|step| &step.source));
        cited.extend(self.service.iter().map(|rule| &rule.source));
        cited.extend(self.publication.iter().map(|class| &class.source));
        cited
    }
}

fn rule_problems(rule: &Rule) -> Vec<RulebookProblem> {
    let mut problems = Vec::new();
    if rule.valid_months.is_some_and(|months| !(1..=MAX_MONTHS).contains(&months)) {
        problems.push(RulebookProblem::ValidMonths(rule.id.to_string()));
    }
    if rule.max_per_year == Some(0) {
        problems.push(RulebookProblem::MaxPerYear(rule.id.to_string()));
    }
    let takes = rule.points < Points::ZERO;
    if rule.repair.as_ref().is_some_and(|repair| !takes || !repair.is_bounded()) {
        problems.push(RulebookProblem::Repair(rule.id.to_string()));
    }
    problems
}
