//! What can be done about a listing or an entry, and by when, in words: the signed data, counted by
//! the calendars on this phone.

use crate::view::KeyValue;
use crate::view::businesses::RemedyNow;
use crate::words::Words;
use crate::working_days::uncertainty;
use standing_model::listing::LegalBasis;
use standing_model::text::LocalText;
use standing_model::time::Date;
use standing_rules::remedy::{Now, Plan};

/// Whether there is anything to do on a day, and from which. `ends` is the key of the sentence that
/// there is not, because all is over by itself after a last day.
pub(super) fn when(
    words: Words,
    plan: &Plan<'_>,
    (ends, last_day): (&str, Option<Date>),
    today: Date,
) -> (RemedyNow, String) {
    match plan.now {
        Now::NotYet => {
            let (date, away) = (words.date(plan.from), words.days_away(plan.from, today));
            let args = [("date", date.into()), ("away", away.into())];
            (RemedyNow::NotYet, words.say("remedy-not-yet", &args))
        }
        Now::Open => (RemedyNow::Open, words.say("remedy-open", &[])),
        Now::EndsBefore => {
            let date = last_day.map(|day| words.date(day)).unwrap_or_default();
            (RemedyNow::EndsBefore, words.say(ends, &[("date", date.into())]))
        }
    }
}

/// The condition, each step with its last day, the rule.
pub(super) fn facts(
    words: Words,
    condition: Option<&LocalText>,
    plan: &Plan<'_>,
    basis: &LegalBasis,
) -> Vec<KeyValue> {
    let row = |label: String, value: String, note: String| KeyValue { label, value, note };
    let say = |key: &str| words.say(key, &[]);
    let mut facts = Vec::new();
    if let Some(condition) = condition {
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
    let article = &basis.article;
    let article = if article.is_empty() { String::new() } else { words.article(article) };
    facts.push(row(say("listing-basis"), basis.instrument.get(words.0), article));
    facts
}
