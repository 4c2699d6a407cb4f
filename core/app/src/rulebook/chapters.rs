//! Chapters on how the score is made: scale, tiers, dimensions, stars, rules.

use super::telling::Telling;
use crate::view::rulebook::{Chapter, ChapterKind, Fact};
use standing_model::points::Points;
use standing_model::rulebook::{Rule, StarCategory, Tier};
use standing_model::text::plain;

impl Telling<'_> {
    pub(super) fn chapter(self, kind: ChapterKind, key: &str, facts: Vec<Fact>) -> Chapter {
        let title = self.say(&format!("chapter-{key}"), &[]);
        let part = if facts.is_empty() { "none" } else { "lead" };
        let lead = self.words.attribute(&format!("chapter-{key}"), part, &[]);
        Chapter { kind, title, lead, facts }
    }

    pub(super) fn scale_chapter(self) -> Chapter {
        let scale = &self.book.scale;
        let ends = [("min", self.score(scale.min)), ("max", self.score(scale.max))];
        let range = self.fact(
            self.say("scale-range", &[]),
            self.say("scale-range-value", &ends),
            vec![self.origin("", &scale.source)],
        );
        let start = self.fact(
            self.say("scale-start", &[]),
            self.say("scale-start-value", &[("start", self.score(scale.start))]),
            vec![self.origin("", &scale.start_source)],
        );
        let mut sum =
            self.fact(self.say("scale-sum", &[]), self.say("scale-sum-value", &ends), vec![]);
        if scale.decimals > 0 {
            sum.lines.push(self.say("scale-unit", &[("unit", self.score(Points::UNIT))]));
        }
        self.chapter(ChapterKind::Scale, "scale", vec![range, start, sum])
    }

    pub(super) fn tiers_chapter(self) -> Chapter {
        let facts = self.book.tiers.iter().map(|tier| {
            let origins = vec![self.origin("", &tier.source)];
            self.fact(self.name(&tier.names), self.tier_range(tier), origins)
        });
        self.chapter(ChapterKind::Tiers, "tiers", facts.collect())
    }

    /// "75 to 89": up to one unit below the next tier.
    fn tier_range(self, tier: &Tier) -> String {
        let above = self.tier_above(&tier.id).map(|next| next.from - Points::UNIT);
        let to = above.unwrap_or(self.book.scale.max);
        self.say("tier-range", &[("from", self.score(tier.from)), ("to", self.score(to))])
    }

    pub(super) fn dimensions_chapter(self) -> Chapter {
        let facts = self.book.dimensions.iter().map(|dimension| {
            let stars = self.book.stars.iter().filter(|stars| stars.dimension == dimension.id);
            let stars = stars.map(|stars| {
                self.say("dimension-stars", &[("name", self.name(&stars.names).into())])
            });
            let rules = self.book.rules.iter().filter(|rule| rule.dimension == dimension.id);
            let names: Vec<String> =
                stars.chain(rules.map(|rule| self.name(&rule.names))).collect();
            let empty = || self.say("dimension-empty", &[]);
            let value = if names.is_empty() { empty() } else { self.one_by_one(&names) };
            self.fact(self.name(&dimension.names), value, vec![])
        });
        self.chapter(ChapterKind::Dimensions, "dimensions", facts.collect())
    }

    pub(super) fn stars_chapter(self) -> Chapter {
        let facts = self.book.stars.iter().map(|stars| self.stars_fact(stars));
        self.chapter(ChapterKind::Stars, "stars", facts.collect())
    }

    pub(crate) fn stars_fact(self, stars: &StarCategory) -> Fact {
        let value = self.span("stars-up-to", u32::try_from(stars.points.len()).unwrap_or(0));
        let origins = self
            .origins(("part-category", &stars.source), ("part-star-points", &stars.points_source));
        let mut fact = self.fact(self.name(&stars.names), value, origins);
        for (number, points) in (1_u32..).zip(&stars.points) {
            let args = [("n", number.into()), ("points", self.points(*points))];
            fact.lines.push(self.say("stars-count", &args));
        }
        fact
    }

    pub(super) fn rules_chapters(self) -> [Chapter; 2] {
        let facts = |takes: bool| -> Vec<Fact> {
            let rules = self.book.rules.iter().filter(|rule| (rule.points < 0) == takes);
            rules.map(|rule| self.rule_fact(rule)).collect()
        };
        [
            self.chapter(ChapterKind::Adds, "adds", facts(false)),
            self.chapter(ChapterKind::Takes, "takes", facts(true)),
        ]
    }

    pub(crate) fn rule_fact(self, rule: &Rule) -> Fact {
        let value = self.say("rule-each", &[("points", self.points(rule.points))]);
        let origins = self.origins(("part-deed", &rule.source), ("part-terms", &rule.terms_source));
        let mut fact = self.fact(self.name(&rule.names), value, origins);
        fact.lines.extend([self.cap_line(rule), self.lasts_line(rule)]);
        fact.lines.extend(self.report_lines(rule));
        let basis = self.words.legal_basis(&rule.legal_basis);
        if !basis.is_empty() {
            fact.lines.push(self.say("rule-basis", &[("basis", basis.into())]));
        }
        fact.lines.push(self.say("rule-id", &[("rule", plain(&rule.id).into())]));
        fact
    }

    fn cap_line(self, rule: &Rule) -> String {
        let Some(times) = rule.max_per_year else { return self.say("rule-no-cap", &[]) };
        let most = self.points(rule.points.times(times));
        let args = [("times", times.into()), ("most", most)];
        self.say("rule-cap", &args)
    }

    fn lasts_line(self, rule: &Rule) -> String {
        match rule.valid_months {
            Some(months) => self.say("rule-lasts", &[("span", self.months(months).into())]),
            None => self.say("rule-for-ever", &[]),
        }
    }

    fn report_lines(self, rule: &Rule) -> Vec<String> {
        let mut lines = Vec::new();
        if rule.self_report {
            lines.push(self.say("rule-self-report", &[]));
            if rule.cooling_off_hours > 0 {
                let span = self.span("span-hours", rule.cooling_off_hours);
                lines.push(self.say("rule-cooling-off", &[("span", span.into())]));
            }
        }
        if rule.photo {
            lines.push(self.say("rule-photo", &[]));
        }
        lines
    }
}
