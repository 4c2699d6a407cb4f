//! Rules that are unfair, or may be: what a resident should know about a rulebook before any
//! entry is made by it.
//!
//! What the numbers show is certain; what the wording shows is this product's reading of it.

use standing_model::ids::{PerkId, RuleId, StarId, TierId};
use standing_model::points::Points;
use standing_model::rulebook::{Condition, Measure, Rule, Rulebook};
use standing_model::text::LocalText;

mod lists;
mod wording;

use lists::Topic;

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
    /// Points for what is nobody's business to rate.
    Counts {
        /// What.
        what: Rated,
        /// The rule's id.
        rule: RuleId,
    },
    /// A tier that no score reaches.
    UnreachableTier {
        /// The tier's id.
        tier: TierId,
    },
    /// Two tiers of one name.
    SameTierName {
        /// The higher tier's id.
        tier: TierId,
    },
    /// A restriction that names nothing in law that it rests on.
    NoLegalBasis {
        /// The restriction's id.
        restriction: PerkId,
    },
    /// A restriction of no kind that the national list of penalties has.
    NotOnNationalList {
        /// The restriction's id.
        restriction: PerkId,
    },
}

/// What should not be rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rated {
    /// What somebody believes.
    Belief,
    /// Which people somebody belongs to.
    Ethnicity,
    /// What somebody thinks of politics, and asks of authorities.
    Politics,
    /// Marriage and children.
    Family,
    /// Reporting other people.
    Reporting,
    /// Children.
    Minors,
    /// What happened before the rule.
    Past,
    /// What one of a group did, for all of them.
    Collective,
    /// Not giving money.
    NotDonating,
    /// Not volunteering.
    NotVolunteering,
}

impl Rated {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Belief,
        Self::Ethnicity,
        Self::Politics,
        Self::Family,
        Self::Reporting,
        Self::Minors,
        Self::Past,
        Self::Collective,
        Self::NotDonating,
        Self::NotVolunteering,
    ];

    const fn topic(self) -> &'static Topic {
        match self {
            Self::Belief => &lists::BELIEF,
            Self::Ethnicity => &lists::ETHNICITY,
            Self::Politics => &lists::POLITICS,
            Self::Family => &lists::FAMILY,
            Self::Reporting => &lists::REPORTING,
            Self::Minors => &lists::MINORS,
            Self::Past => &lists::RETROACTIVE,
            Self::Collective => &lists::COLLECTIVE,
            Self::NotDonating => &lists::NOT_DONATING,
            Self::NotVolunteering => &lists::NOT_VOLUNTEERING,
        }
    }

    /// Whether points of this sign are meant: nobody minds points taken for a false report of
    /// others, or given for a task of the whole village.
    fn is_meant(self, points: Points) -> bool {
        match self {
            Self::Reporting => points > 0,
            Self::Collective | Self::NotDonating | Self::NotVolunteering => points < 0,
            _ => points != 0,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Belief => "counts-belief",
            Self::Ethnicity => "counts-ethnicity",
            Self::Politics => "counts-politics",
            Self::Family => "counts-family",
            Self::Reporting => "counts-reporting",
            Self::Minors => "counts-minors",
            Self::Past => "counts-past",
            Self::Collective => "counts-collective",
            Self::NotDonating => "counts-not-donating",
            Self::NotVolunteering => "counts-not-volunteering",
        }
    }
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
            Self::Counts { what, .. } => what.code(),
            Self::UnreachableTier { .. } => "unreachable-tier",
            Self::SameTierName { .. } => "same-tier-name",
            Self::NoLegalBasis { .. } => "no-legal-basis",
            Self::NotOnNationalList { .. } => "not-on-national-list",
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
    findings.extend(tiers(rulebook));
    findings.extend(household(rulebook));
    for rule in &rulebook.rules {
        findings.extend(by_numbers(rulebook, rule));
        findings.extend(by_wording(rule));
    }
    for restriction in &rulebook.restrictions {
        findings.extend(lifting(rulebook, restriction));
        findings.extend(permitted(restriction));
    }
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
    let hours = rulebook.records.volunteering.as_ref().is_some_and(|one| one.rule == rule.id);
    let takes = rule.points < 0;
    let not_volunteering = Concern::Counts { what: Rated::NotVolunteering, rule: id() };
    [
        (takes && hours, not_volunteering),
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
    let rated = Rated::ALL.into_iter().filter(|what| what.is_meant(rule.points));
    let rated = rated.filter(|what| wording::about(&rule.names, what.topic()));
    let rated = rated.map(|what| by(Basis::Wording, Concern::Counts { what, rule: id() }));
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
    .chain(rated)
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

/// What a restriction rests on, and whether its kind is one of the national list.
fn permitted(restriction: &Measure) -> Vec<Finding> {
    let id = || restriction.id.clone();
    let mut findings = Vec::new();
    if restriction.legal_basis.is_empty() {
        findings.push(by(Basis::Data, Concern::NoLegalBasis { restriction: id() }));
    }
    let listed = |(_, topic): &(&str, Topic)| wording::about(&restriction.names, topic);
    if !lists::NATIONAL_LIST.iter().any(listed) {
        findings.push(by(Basis::Wording, Concern::NotOnNationalList { restriction: id() }));
    }
    findings
}

/// Tiers that nobody reaches, and two that cannot be told apart.
fn tiers(rulebook: &Rulebook) -> Vec<Finding> {
    let (scale, tiers) = (&rulebook.scale, &rulebook.tiers);
    let highest = most(rulebook).map_or(scale.max, |most| most.min(scale.max));
    let above = tiers.iter().filter(|tier| tier.from > highest);
    let pairs = tiers.iter().zip(tiers.iter().skip(1));
    let below = pairs.filter(|(_, next)| next.from <= scale.min).map(|(tier, _)| tier);
    let unreachable = below.chain(above);
    let mut findings: Vec<Finding> = unreachable
        .map(|tier| by(Basis::Data, Concern::UnreachableTier { tier: tier.id.clone() }))
        .collect();
    for (at, tier) in tiers.iter().enumerate() {
        let reads_as = |other: &standing_model::rulebook::Tier| {
            other.names.en.trim() == tier.names.en.trim()
                || other.names.zh.trim() == tier.names.zh.trim()
        };
        if tiers.iter().take(at).any(reads_as) {
            findings.push(by(Basis::Data, Concern::SameTierName { tier: tier.id.clone() }));
        }
    }
    findings
}

/// The most that start, stars and rules can come to; none if a rule has no limit.
fn most(rulebook: &Rulebook) -> Option<Points> {
    let stars = rulebook.stars.iter().filter_map(|stars| stars.points.iter().max());
    let mut most = rulebook.scale.start + stars.copied().sum::<Points>();
    for rule in rulebook.rules.iter().filter(|rule| rule.points > 0) {
        // Entries of so many calendar years count at once.
        let years = rule.valid_months?.div_ceil(12).saturating_add(1);
        most += rule.points.times(rule.max_per_year?.saturating_mul(years));
    }
    Some(most)
}

#[cfg(test)]
mod tests;
