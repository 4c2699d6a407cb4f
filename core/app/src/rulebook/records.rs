//! The chapter on records: which are taken, how they count, and where two texts disagree.

use super::noticed::spares_non_donors;
use super::telling::Telling;
use crate::view::rulebook::{Chapter, ChapterKind, Fact};
use standing_model::rulebook::{DonationRules, VolunteeringRules};

impl Telling<'_> {
    pub(super) fn records_chapter(self) -> Chapter {
        let records = &self.book.records;
        let mut facts = vec![self.fact(
            self.say("records-answer", &[]),
            self.say("answer-working", &[("days", records.answer_within_days.into())]),
            vec![self.origin("", &records.source)],
        )];
        match &records.volunteering {
            Some(rules) => facts.extend(self.volunteering_facts(rules)),
            None => facts.push(self.not_taken("records-volunteering")),
        }
        match &records.blood_donation {
            Some(rules) => facts.extend(self.donation_facts(rules)),
            None => facts.push(self.not_taken("records-blood")),
        }
        self.chapter(ChapterKind::Records, "records", facts)
    }

    fn not_taken(self, label: &str) -> Fact {
        self.fact(self.say(label, &[]), self.say("records-not-taken", &[]), vec![])
    }

    fn volunteering_facts(self, rules: &VolunteeringRules) -> [Fact; 2] {
        let span = self.minutes(rules.minutes_per_entry);
        let counts = self.fact(
            self.say("records-volunteering", &[]),
            self.say(
                "records-hours-count",
                &[("span", span.into()), ("counts", self.counts_by(&rules.rule).into())],
            ),
            vec![self.origin("", &rules.minutes_source)],
        );
        let hours: Vec<String> = rules.star_hours.iter().map(u32::to_string).collect();
        let mut stars = self.fact(
            self.say("records-service-stars", &[]),
            self.say("records-service-stars-value", &[("hours", self.words.row(&hours).into())]),
            vec![self.origin("", &rules.source)],
        );
        stars.lines.push(self.say("records-service-stars-line", &[]));
        [counts, stars]
    }

    fn donation_facts(self, rules: &DonationRules) -> Vec<Fact> {
        let origins = || vec![self.origin("", &rules.source)];
        let counts = [("counts", self.counts_by(&rules.rule).into())];
        let mut blood = self.fact(
            self.say("records-blood", &[]),
            self.say("records-blood-counts", &counts),
            vec![],
        );
        blood.lines.push(self.say("records-blood-favour", &[]));
        if spares_non_donors(self.book) {
            blood.lines.push(self.say("draft-blood-favour", &[]));
        }
        let volumes: Vec<String> = rules.whole_blood_ml.iter().map(u32::to_string).collect();
        let volumes = [("volumes", self.choice(&volumes).into())];
        let whole = self.fact(
            self.say("blood-volume", &[]),
            self.say("blood-volume-value", &volumes),
            origins(),
        );
        let mut intervals = self.fact(
            self.say("blood-intervals", &[]),
            self.say("blood-intervals-value", &[]),
            origins(),
        );
        intervals.lines = self.interval_lines(rules);
        let ages = [
            ("from", rules.ages.from.into()),
            ("to", rules.ages.to.into()),
            ("repeat", rules.ages.repeat_to.into()),
        ];
        let ages =
            self.fact(self.say("blood-ages", &[]), self.say("blood-ages-value", &ages), origins());
        let mut facts = vec![blood, whole, intervals, ages];
        facts.extend(self.award_fact(rules));
        facts.extend(self.conflict_fact(rules));
        facts
    }

    fn interval_lines(self, rules: &DonationRules) -> Vec<String> {
        let days = |n| self.span("span-days", n);
        [
            ("blood-whole-whole", self.months(rules.whole_blood_months)),
            ("blood-platelets-platelets", days(rules.platelet_days)),
            ("blood-platelets-whole", days(rules.platelets_to_whole_days)),
            ("blood-whole-platelets", self.months(rules.whole_to_platelets_months)),
        ]
        .into_iter()
        .map(|(key, span)| self.say(key, &[("span", span.into())]))
        .chain([self.span("blood-platelets-a-year", rules.platelets_a_year)])
        .collect()
    }

    fn award_fact(self, rules: &DonationRules) -> Option<Fact> {
        let awards: Vec<String> = rules
            .awards
            .iter()
            .map(|award| {
                let args =
                    [("name", self.name(&award.names).into()), ("n", award.donations.into())];
                self.say("blood-award", &args)
            })
            .collect();
        let label = self.say("blood-awards", &[]);
        (!awards.is_empty()).then(|| {
            let mut fact =
                self.fact(label, self.one_by_one(&awards), vec![self.origin("", &rules.source)]);
            fact.lines.push(self.say("blood-awards-line", &[]));
            fact
        })
    }

    /// A conflict between two texts is shown, not hidden (DOMAIN §5.2).
    fn conflict_fact(self, rules: &DonationRules) -> Option<Fact> {
        let conflict = self.name(rules.conflict.as_ref()?);
        Some(self.fact(self.say("blood-conflict", &[]), conflict, vec![]))
    }

    /// "+1 by rule G-1".
    fn counts_by(self, rule: &str) -> String {
        match self.book.rule(rule) {
            Some(found) => {
                let points = ("points", self.points(found.points));
                self.say("records-by-rule", &[points, ("rule", self.rule_name(rule).into())])
            }
            None => self.rule_name(rule),
        }
    }
}
