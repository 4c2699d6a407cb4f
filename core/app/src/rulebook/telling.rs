//! A rulebook's terms in words: points, spans, conditions, and where each comes from.

use fluent_bundle::FluentValue;

use crate::view::rulebook::{Certainty, Fact, Origin};
use crate::words::{Arg, Words};
use standing_model::points::Points;
use standing_model::rulebook::{self, Condition, Rule, Rulebook};
use standing_model::text::{LocalText, plain};

/// A rulebook and the language to tell it in.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub words: Words,
    pub book: &'a Rulebook,
}

impl<'a> Telling<'a> {
    pub const fn new(words: Words, book: &'a Rulebook) -> Self {
        Self { words, book }
    }

    pub fn say(self, key: &str, args: &[Arg<'_>]) -> String {
        self.words.say(key, args)
    }

    pub fn name(self, names: &LocalText) -> String {
        names.get(self.words.0)
    }

    pub fn score(self, points: Points) -> FluentValue<'static> {
        self.words.score(points, &self.book.scale).into()
    }

    pub fn points(self, points: Points) -> FluentValue<'static> {
        self.words.points(points, &self.book.scale).into()
    }

    /// "Rule F-2, “Late on a loan payment”"; the id alone if there is no such rule.
    pub fn rule_name(self, id: &str) -> String {
        match self.book.rule(id) {
            Some(rule) => self.named_rule(rule),
            None => plain(id),
        }
    }

    pub fn named_rule(self, rule: &Rule) -> String {
        let args = [("rule", plain(&rule.id).into()), ("name", self.name(&rule.names).into())];
        self.say("rulebook-rule", &args)
    }

    /// "12 months", "3 years".
    pub fn months(self, months: u32) -> String {
        if months >= 24 && months.is_multiple_of(12) {
            self.span("span-years", months / 12)
        } else {
            self.span("span-months", months)
        }
    }

    /// "2 hours", "90 minutes".
    pub fn minutes(self, minutes: u32) -> String {
        if minutes >= 60 && minutes.is_multiple_of(60) {
            self.span("span-hours", minutes / 60)
        } else {
            self.span("span-minutes", minutes)
        }
    }

    pub fn span(self, key: &str, n: u32) -> String {
        self.say(key, &[("n", n.into())])
    }

    /// "A; B; C".
    pub fn one_by_one(self, items: &[String]) -> String {
        items.join(&self.say("list-semicolon", &[]))
    }

    /// "A, B or C".
    pub fn choice(self, items: &[String]) -> String {
        match items {
            [most @ .., last] if !most.is_empty() => {
                let first = most.join(&self.say("list-comma", &[]));
                self.say("list-or", &[("first", first.into()), ("last", last.as_str().into())])
            }
            _ => self.words.row(items),
        }
    }

    /// When a perk or a restriction applies: "From tier “Good”: 75 or more".
    pub fn condition(self, when: &Condition) -> String {
        match when {
            Condition::TierAtLeast(id) => match self.tier(id) {
                Some(tier) => {
                    let args = [("tier", self.name(&tier.names).into())];
                    let from = ("from", self.score(tier.from));
                    self.say("when-tier-at-least", &[&args[..], &[from]].concat())
                }
                None => self.unknown_tier(id),
            },
            Condition::TierAtMost(id) => match (self.tier(id), self.tier_above(id)) {
                (Some(tier), Some(next)) => {
                    let args = [("tier", self.name(&tier.names).into())];
                    let below = ("below", self.score(next.from));
                    self.say("when-tier-at-most", &[&args[..], &[below]].concat())
                }
                (Some(_), None) => self.say("when-always", &[]),
                (None, _) => self.unknown_tier(id),
            },
            Condition::StarsAtLeast(n) => self.span("when-stars-at-least", u32::from(*n)),
        }
    }

    pub fn tier(self, id: &str) -> Option<&'a rulebook::Tier> {
        self.book.tiers.iter().find(|tier| tier.id == id)
    }

    /// The next tier up; none above the highest.
    pub fn tier_above(self, id: &str) -> Option<&'a rulebook::Tier> {
        self.book.tiers.iter().skip_while(|tier| tier.id != id).nth(1)
    }

    fn unknown_tier(self, id: &str) -> String {
        self.say("when-unknown-tier", &[("tier", plain(id).into())])
    }

    /// Where a fact comes from; `part` is the key of what in the fact does, empty for all of it.
    pub fn origin(self, part: &str, source: &str) -> Origin {
        let known = self.book.sources.iter().find(|known| known.id == source);
        let certainty = known.map_or(Certainty::Assumed, |known| certainty(known.certainty));
        let sure = self.say(&format!("sure-{}", word(certainty)), &[]);
        let source = known.map_or_else(|| plain(source), |known| self.name(&known.names));
        let args = [("source", source.into()), ("sure", sure.as_str().into())];
        let text = if part.is_empty() {
            self.say("origin", &args)
        } else {
            let part = self.say(part, &[]);
            self.say("origin-of", &[&[("part", part.into())], &args[..]].concat())
        };
        Origin { text, certainty, sure }
    }

    /// The two origins of a fact in two parts; one if both come from the same text.
    pub fn origins(self, first: (&str, &str), second: (&str, &str)) -> Vec<Origin> {
        if first.1 == second.1 {
            vec![self.origin("", first.1)]
        } else {
            vec![self.origin(first.0, first.1), self.origin(second.0, second.1)]
        }
    }

    pub fn fact(self, label: String, value: String, origins: Vec<Origin>) -> Fact {
        Fact { label, value, lines: Vec::new(), origins }
    }
}

const fn certainty(known: rulebook::Certainty) -> Certainty {
    match known {
        rulebook::Certainty::PrimaryText => Certainty::PrimaryText,
        rulebook::Certainty::Report => Certainty::Report,
        rulebook::Certainty::Secondary => Certainty::Secondary,
        rulebook::Certainty::Assumed => Certainty::Assumed,
    }
}

pub(super) const fn word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::PrimaryText => "primary-text",
        Certainty::Report => "report",
        Certainty::Secondary => "secondary",
        Certainty::Assumed => "assumed",
    }
}
