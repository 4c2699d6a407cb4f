//! What changed from one version of a rulebook to another: which rule became what.
//!
//! Where a fact comes from is no change: a better source for the same rule leaves the rule as it is.

use standing_model::ids::{DimensionId, RuleId};
use standing_model::listing::{LegalBasis, Severity};
use standing_model::points::Points;
use standing_model::rulebook::{
    Condition, ContestStep, DayKind, DonationRules, Measure, PublicationClass, RecordRules, Rule,
    Rulebook, Scale, StarCategory, Tier, VolunteeringRules,
};
use standing_model::text::LocalText;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment<'a> {
    /// What changed; as it was, if it was removed.
    pub subject: Subject<'a>,
    /// How.
    pub became: Became<'a>,
}

/// What can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subject<'a> {
    /// Lowest, highest and first score.
    Scale,
    /// A tier.
    Tier(&'a Tier),
    /// A category of household stars.
    Stars(&'a StarCategory),
    /// A rule.
    Rule(&'a Rule),
    /// A perk.
    Perk(&'a Measure),
    /// A restriction.
    Restriction(&'a Measure),
    /// A step of the contest ladder.
    Step(&'a ContestStep),
    /// Which records are taken.
    Records,
    /// How long listings of a class are published.
    Publication(Severity),
}

/// How something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became<'a> {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It differs in these terms.
    Changed(Vec<Term<'a>>),
}

/// A term that differs: as it was, and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Term<'a> {
    /// What people call it.
    Name(&'a LocalText, &'a LocalText),
    /// What a deed counts.
    Points(Points, Points),
    /// How often a rule counts in a year; no limit if none.
    Cap(Option<u32>, Option<u32>),
    /// For how many months a rule counts; for ever if none.
    Months(Option<u32>, Option<u32>),
    /// Whether a resident may report it of themselves.
    SelfReport(bool, bool),
    /// How many hours a self-report waits.
    CoolingOff(u32, u32),
    /// Whether a photo is wanted.
    Photo(bool, bool),
    /// What it rests on in law.
    Basis(&'a [LegalBasis], &'a [LegalBasis]),
    /// The part of the score that it belongs to.
    Dimension(&'a DimensionId, &'a DimensionId),
    /// The lowest score of a tier.
    Threshold(Points, Points),
    /// What each number of stars counts.
    StarPoints(&'a [Points], &'a [Points]),
    /// When a measure applies.
    When(&'a Condition, &'a Condition),
    /// What a measure needs besides, or how it is lifted.
    Note(&'a LocalText, &'a LocalText),
    /// Within how many days a step is taken.
    Days((u32, DayKind), (u32, DayKind)),
    /// The lowest and the highest score.
    Range((Points, Points), (Points, Points)),
    /// The first score.
    Start(Points, Points),
    /// Digits after the decimal point.
    Decimals(u8, u8),
    /// Working days within which a record is answered.
    AnswerWithin(u32, u32),
    /// How volunteering counts.
    Volunteering(Option<&'a VolunteeringRules>, Option<&'a VolunteeringRules>),
    /// How blood donation counts.
    BloodDonation(Option<&'a DonationRules>, Option<&'a DonationRules>),
    /// The least and the most months of a publication.
    Published((Option<u32>, u32), (Option<u32>, u32)),
}

/// Everything that changed from `from` to `to`, part by part; in each part by the order of `to`,
/// and what was removed at the end.
#[must_use]
pub fn amendments<'a>(from: &'a Rulebook, to: &'a Rulebook) -> Vec<Amendment<'a>> {
    let mut all: Vec<Amendment<'a>> = changed(Subject::Scale, scale(&from.scale, &to.scale));
    all.extend(of(&from.tiers, &to.tiers, Subject::Tier, |a, b| a.id == b.id, tier));
    all.extend(of(&from.stars, &to.stars, Subject::Stars, |a, b| a.id == b.id, stars));
    all.extend(of(&from.rules, &to.rules, Subject::Rule, |a, b| a.id == b.id, rule));
    all.extend(of(&from.perks, &to.perks, Subject::Perk, |a, b| a.id == b.id, measure));
    let (old, new) = (&from.restrictions, &to.restrictions);
    all.extend(of(old, new, Subject::Restriction, |a, b| a.id == b.id, measure));
    all.extend(of(&from.contest, &to.contest, Subject::Step, |a, b| a.id == b.id, step));
    all.extend(changed(Subject::Records, records(&from.records, &to.records)));
    let class = |one: &'a PublicationClass| Subject::Publication(one.severity);
    let (old, new) = (&from.publication, &to.publication);
    all.extend(of(old, new, class, |a, b| a.severity == b.severity, publication));
    all
}

fn changed<'a>(subject: Subject<'a>, terms: Vec<Term<'a>>) -> Vec<Amendment<'a>> {
    if terms.is_empty() {
        return Vec::new();
    }
    vec![Amendment { subject, became: Became::Changed(terms) }]
}

fn of<'a, T>(
    old: &'a [T],
    new: &'a [T],
    subject: impl Fn(&'a T) -> Subject<'a>,
    same: impl Fn(&T, &T) -> bool,
    terms: impl Fn(&'a T, &'a T) -> Vec<Term<'a>>,
) -> Vec<Amendment<'a>> {
    let mut all = Vec::new();
    for one in new {
        match old.iter().find(|before| same(before, one)) {
            Some(before) => all.extend(changed(subject(one), terms(before, one))),
            None => all.push(Amendment { subject: subject(one), became: Became::Added }),
        }
    }
    let gone = old.iter().filter(|before| !new.iter().any(|one| same(before, one)));
    all.extend(gone.map(|one| Amendment { subject: subject(one), became: Became::Removed }));
    all
}

/// The terms that differ.
fn differing<'a, const N: usize>(terms: [(bool, Term<'a>); N]) -> Vec<Term<'a>> {
    terms.into_iter().filter(|(differs, _)| *differs).map(|(_, term)| term).collect()
}

fn scale<'a>(a: &'a Scale, b: &'a Scale) -> Vec<Term<'a>> {
    differing([
        (a.decimals != b.decimals, Term::Decimals(a.decimals, b.decimals)),
        ((a.min, a.max) != (b.min, b.max), Term::Range((a.min, a.max), (b.min, b.max))),
        (a.start != b.start, Term::Start(a.start, b.start)),
    ])
}

fn tier<'a>(a: &'a Tier, b: &'a Tier) -> Vec<Term<'a>> {
    differing([
        (a.names != b.names, Term::Name(&a.names, &b.names)),
        (a.from != b.from, Term::Threshold(a.from, b.from)),
    ])
}

fn stars<'a>(a: &'a StarCategory, b: &'a StarCategory) -> Vec<Term<'a>> {
    differing([
        (a.names != b.names, Term::Name(&a.names, &b.names)),
        (a.points != b.points, Term::StarPoints(&a.points, &b.points)),
        (a.dimension != b.dimension, Term::Dimension(&a.dimension, &b.dimension)),
    ])
}

fn rule<'a>(a: &'a Rule, b: &'a Rule) -> Vec<Term<'a>> {
    let (cap, months) = ((a.max_per_year, b.max_per_year), (a.valid_months, b.valid_months));
    let (own, hours) = ((a.self_report, b.self_report), (a.cooling_off_hours, b.cooling_off_hours));
    differing([
        (a.names != b.names, Term::Name(&a.names, &b.names)),
        (a.points != b.points, Term::Points(a.points, b.points)),
        (cap.0 != cap.1, Term::Cap(cap.0, cap.1)),
        (months.0 != months.1, Term::Months(months.0, months.1)),
        (own.0 != own.1, Term::SelfReport(own.0, own.1)),
        (hours.0 != hours.1, Term::CoolingOff(hours.0, hours.1)),
        (a.photo != b.photo, Term::Photo(a.photo, b.photo)),
        (a.legal_basis != b.legal_basis, Term::Basis(&a.legal_basis, &b.legal_basis)),
        (a.dimension != b.dimension, Term::Dimension(&a.dimension, &b.dimension)),
    ])
}

fn measure<'a>(a: &'a Measure, b: &'a Measure) -> Vec<Term<'a>> {
    differing([
        (a.names != b.names, Term::Name(&a.names, &b.names)),
        (a.when != b.when, Term::When(&a.when, &b.when)),
        (a.note != b.note, Term::Note(&a.note, &b.note)),
        (a.legal_basis != b.legal_basis, Term::Basis(&a.legal_basis, &b.legal_basis)),
    ])
}

fn step<'a>(a: &'a ContestStep, b: &'a ContestStep) -> Vec<Term<'a>> {
    let (old, new) = ((a.days, a.days_are), (b.days, b.days_are));
    differing([
        (a.names != b.names, Term::Name(&a.names, &b.names)),
        (old != new, Term::Days(old, new)),
    ])
}

fn records<'a>(a: &'a RecordRules, b: &'a RecordRules) -> Vec<Term<'a>> {
    let (within, volunteering, blood) = (
        (a.answer_within_days, b.answer_within_days),
        (a.volunteering.as_ref(), b.volunteering.as_ref()),
        (a.blood_donation.as_ref(), b.blood_donation.as_ref()),
    );
    differing([
        (within.0 != within.1, Term::AnswerWithin(within.0, within.1)),
        (
            volunteering.0.map(hours) != volunteering.1.map(hours),
            Term::Volunteering(volunteering.0, volunteering.1),
        ),
        (!same_donations(blood.0, blood.1), Term::BloodDonation(blood.0, blood.1)),
    ])
}

/// How volunteering counts, whatever says so.
fn hours(rules: &VolunteeringRules) -> (&RuleId, u32, &[u32]) {
    (&rules.rule, rules.minutes_per_entry, &rules.star_hours)
}

/// Whether blood donation counts alike, whatever says so.
fn same_donations(a: Option<&DonationRules>, b: Option<&DonationRules>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => *a == DonationRules { source: a.source.clone(), ..b.clone() },
        (a, b) => a == b,
    }
}

fn publication<'a>(a: &'a PublicationClass, b: &'a PublicationClass) -> Vec<Term<'a>> {
    let (old, new) = ((a.min_months, a.max_months), (b.min_months, b.max_months));
    differing([(old != new, Term::Published(old, new))])
}

#[cfg(test)]
#[path = "amendment_tests.rs"]
mod tests;
