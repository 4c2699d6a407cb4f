//! What makes a rulebook unusable: ids that repeat, references that lead nowhere, a scale that
//! contradicts itself.

use std::collections::BTreeSet;

use super::{Condition, Rulebook, Scale};

impl Rulebook {
    /// What makes this rulebook unusable, each as a lower-case fragment; empty if nothing does.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let mut problems = self.scale_problems();
        problems.extend(self.repeated_ids());
        problems.extend(self.broken_references());
        problems
    }

    fn scale_problems(&self) -> Vec<String> {
        let Scale { min, max, start, decimals, .. } = self.scale;
        let rising = self.tiers.windows(2).all(|pair| matches!(pair, [a, b] if a.from < b.from));
        let lowest = self.tiers.first().is_some_and(|tier| tier.from <= min);
        [
            (min < max && (min..=max).contains(&start), "start lies outside the scale"),
            (decimals <= 2, "more than two decimals"),
            (rising, "tiers are not in rising order"),
            (lowest, "the lowest tier starts above the scale's minimum"),
        ]
        .into_iter()
        .filter(|(holds, _)| !holds)
        .map(|(_, problem)| problem.to_owned())
        .collect()
    }

    fn repeated_ids(&self) -> Vec<String> {
        let benefits = self.perks.iter().chain(&self.restrictions);
        let kinds: [(&str, Vec<&str>); 6] = [
            ("tiers", self.tiers.iter().map(|tier| tier.id.as_str()).collect()),
            ("dimensions", self.dimensions.iter().map(|named| named.id.as_str()).collect()),
            ("star categories", self.stars.iter().map(|stars| stars.id.as_str()).collect()),
            ("rules", self.rules.iter().map(|rule| rule.id.as_str()).collect()),
            ("perks or restrictions", benefits.map(|benefit| benefit.id.as_str()).collect()),
            ("sources", self.sources.iter().map(|source| source.id.as_str()).collect()),
        ];
        kinds
            .into_iter()
            .filter(|(_, ids)| ids.iter().collect::<BTreeSet<_>>().len() < ids.len())
            .map(|(kind, _)| format!("two {kind} have one id"))
            .collect()
    }

    fn broken_references(&self) -> Vec<String> {
        let records = &self.records;
        let cited = [
            records.volunteering.as_ref().map(|rules| &rules.rule),
            records.blood_donation.as_ref().map(|rules| &rules.rule),
        ];
        let mut problems = Vec::new();
        for rule in cited.into_iter().flatten() {
            if self.rule(rule).is_none() {
                problems.push(format!("no rule {rule}"));
            }
        }
        for benefit in self.perks.iter().chain(&self.restrictions) {
            let known = match &benefit.when {
                Condition::TierAtLeast(id) | Condition::TierAtMost(id) => {
                    self.tiers.iter().any(|tier| tier.id == *id)
                }
                Condition::StarsAtLeast(_) => !self.stars.is_empty(),
            };
            if !known {
                problems.push(format!("{} names a tier that does not exist", benefit.id));
            }
        }
        let of_rules = self.rules.iter().map(|rule| &rule.dimension);
        for dimension in of_rules.chain(self.stars.iter().map(|stars| &stars.dimension)) {
            if !self.dimensions.iter().any(|known| known.id == *dimension) {
                problems.push(format!("no dimension {dimension}"));
            }
        }
        for source in self.cited_sources() {
            if !self.sources.iter().any(|known| known.id == *source) {
                problems.push(format!("no source {source}"));
            }
        }
        problems
    }

    fn cited_sources(&self) -> Vec<&String> {
        let records = &self.records;
        let mut cited = vec![&self.scale.source, &self.scale.start_source, &records.source];
        cited.extend(self.tiers.iter().map(|tier| &tier.source));
        for stars in &self.stars {
            cited.extend([&stars.source, &stars.points_source]);
        }
        for rule in &self.rules {
            cited.extend([&rule.source, &rule.terms_source]);
        }
        for benefit in self.perks.iter().chain(&self.restrictions) {
            cited.extend([&benefit.source, &benefit.when_source]);
        }
        if let Some(rules) = &records.volunteering {
            cited.extend([&rules.minutes_source, &rules.source]);
        }
        cited.extend(records.blood_donation.as_ref().map(|rules| &rules.source));
        cited.extend(self.contest.iter().map(|step| &step.source));
        cited.extend(self.publication.iter().map(|class| &class.source));
        cited
    }
}
