//! What a business can do about a listing, and by when: the publisher's signed data, counted by
//! the calendars on this phone.

use super::snapshot::{Snapshot, Standing};
use crate::view::KeyValue;
use crate::view::businesses::{RemedyNow, RemedyView};
use crate::working_days::uncertainty;
use standing_model::remedy::Remedy;
use standing_rules::remedy::{Now, Plan, plan};

impl Snapshot {
    /// Each remedy that the register names for a listing, in its order.
    pub(super) fn remedies(&self, standing: &Standing) -> Vec<RemedyView> {
        let register = self.registers.iter().find(|one| one.row.id == standing.register);
        let Some(register) = register else { return Vec::new() };
        let remedies = register.row.index.remedies.iter();
        let remedies = remedies.filter(|remedy| remedy.is_for(&standing.listing));
        let view = |remedy: &Remedy| {
            let (listing, today) = (&standing.listing, standing.today);
            self.remedy(standing, remedy, &plan(remedy, listing, today, &register.calendars))
        };
        remedies.map(view).collect()
    }

    fn remedy(&self, standing: &Standing, remedy: &Remedy, plan: &Plan<'_>) -> RemedyView {
        let (words, listing) = (self.words, &standing.listing);
        let from = words.date(plan.from);
        let (now, when) = match plan.now {
            Now::NotYet => {
                let away = words.days_away(plan.from, standing.today);
                let args = [("date", from.into()), ("away", away.into())];
                (RemedyNow::NotYet, words.say("remedy-not-yet", &args))
            }
            Now::Open => (RemedyNow::Open, words.say("remedy-open", &[])),
            Now::EndsBefore => {
                let ends = words.date(super::listing::last_day(listing));
                (RemedyNow::EndsBefore, words.say("remedy-ends", &[("date", ends.into())]))
            }
        };
        let documents = remedy.documents.iter().map(|one| one.get(words.0));
        RemedyView {
            title: remedy.names.get(words.0),
            now,
            when,
            facts: self.remedy_facts(remedy, plan),
            documents: documents.collect(),
        }
    }

    fn remedy_facts(&self, remedy: &Remedy, plan: &Plan<'_>) -> Vec<KeyValue> {
        let words = self.words;
        let row = |label: String, value: String, note: String| KeyValue { label, value, note };
        let say = |key: &str| words.say(key, &[]);
        let mut facts = Vec::new();
        if let Some(condition) = &remedy.condition {
            facts.push(row(say("remedy-condition"), condition.get(words.0), String::new()));
        }
        if let Some(by_rule) = plan.by_rule {
            let value = words.date(by_rule);
            facts.push(row(say("remedy-by-rule"), value, say("remedy-by-rule-note")));
        }
        for (step, last) in &plan.steps {
            let until = words.say("remedy-until", &[("date", words.date(last.day).into())]);
            let note = uncertainty(*last, words).unwrap_or_default();
            facts.push(row(step.names.get(words.0), until, note));
        }
        let article = &remedy.basis.article;
        let article = if article.is_empty() { String::new() } else { words.article(article) };
        facts.push(row(say("listing-basis"), remedy.basis.instrument.get(words.0), article));
        facts
    }
}
