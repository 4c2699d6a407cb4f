//! What happens if a record is accepted, what happens if nothing is reported, and what leaves the
//! phone.

use super::draft::rule_of;
use super::effect::{Effect, Limit};
use super::snapshot::{Snapshot, minutes};
use crate::rulebook::spares_non_donors;
use crate::view::KeyValue;
use crate::view::records::{AgainstYourself, DraftBody, RecordDraft};
use standing_client::queue::CONFIRM_WITHIN;
use standing_client::transport::host_of;
use standing_model::rulebook::{Rule, Rulebook};

/// Hours that a report against oneself, and the withdrawal of a contest, wait at least, whatever the
/// rulebook says.
pub(super) const COOL_OFF_HOURS: u32 = 24;

/// Hours that a record by this rule waits before the person is asked again; 0 if it does not.
pub(super) const fn cool_off_hours(rule: &Rule) -> u32 {
    if rule.points.is_deduction() && rule.cooling_off_hours < COOL_OFF_HOURS {
        COOL_OFF_HOURS
    } else {
        rule.cooling_off_hours
    }
}

/// What it counts if it is accepted, sentence by sentence.
pub(super) fn consequences(
    (snapshot, book): (&Snapshot, &Rulebook),
    effect: &Effect<'_>,
    (rule, draft): (&Rule, &DraftBody),
) -> Vec<String> {
    let words = snapshot.words;
    let mut said = vec![counts(snapshot, book, effect, (rule, draft))];
    if let Some(times) = rule.max_per_year {
        said.push(words.say("draft-cap", &[("n", times.into())]));
    }
    said.extend(effect.of_the_year());
    if let Some(months) = rule.valid_months {
        said.push(words.say("draft-lasts", &[("months", months.into())]));
    }
    if matches!(draft, DraftBody::BloodDonation { .. }) && spares_non_donors(book) {
        said.push(words.say("draft-blood-favour", &[]));
    }
    let days = book.records.answer_within_days;
    said.push(words.say("draft-answer", &[("days", days.into())]));
    said
}

fn counts(
    snapshot: &Snapshot,
    book: &Rulebook,
    effect: &Effect<'_>,
    (rule, draft): (&Rule, &DraftBody),
) -> String {
    let words = snapshot.words;
    let mut args = vec![
        ("points", words.points(rule.points, &book.scale).into()),
        ("rule", rule.names.get(words.0).into()),
        ("id", rule.id.as_str().into()),
    ];
    match effect.limit() {
        Some(Limit::Cap { max }) => {
            args.push(("total", words.points(effect.points(), &book.scale).into()));
            args.push(("max", max.into()));
            return words.say("draft-counts-cap", &args);
        }
        Some(Limit::Ended { on }) => {
            args.push(("date", words.date(on).into()));
            return words.say("draft-counts-ended", &args);
        }
        None => {}
    }
    match (draft, &book.records.volunteering) {
        (DraftBody::Volunteering { .. }, Some(rules)) => {
            args.push(("span", minutes(words, rules.minutes_per_entry).into()));
            args.push(("times", effect.times.into()));
            words.say("draft-counts-time", &args)
        }
        _ => words.say("draft-counts", &args),
    }
}

/// "Its preview says first, at equal weight, what happens if nothing is reported and whether any
/// duty exists."
pub(super) fn against(
    snapshot: &Snapshot,
    book: &Rulebook,
    draft: &DraftBody,
) -> Option<AgainstYourself> {
    let rule = rule_of(book, draft).filter(|rule| rule.points < 0)?;
    let words = snapshot.words;
    let (hours, days) = (cool_off_hours(rule), CONFIRM_WITHIN / 86_400);
    let waits = [("hours", hours.into()), ("days", days.into())];
    Some(AgainstYourself {
        if_nothing: words.say("draft-if-nothing", &[]),
        duty: words.say("draft-duty", &[("authority", snapshot.authority_name().into())]),
        waiting: words.say("draft-waits", &waits),
    })
}

/// "What leaves the phone if I do?"
pub(super) fn leaves(snapshot: &Snapshot, draft: &RecordDraft) -> Vec<KeyValue> {
    let words = snapshot.words;
    let host = host_of(&snapshot.authority.api);
    let to = [("authority", snapshot.authority_name().into()), ("host", host.into())];
    let mut rows = vec![
        (words.say("draft-leaves-to", &[]), words.say("draft-leaves-to-value", &to)),
        (words.say("draft-leaves-what", &[]), words.say("draft-leaves-what-value", &[])),
    ];
    if draft.photo.is_some() {
        let photo = words.say("draft-leaves-photo-value", &[]);
        rows.push((words.say("draft-leaves-photo", &[]), photo));
    }
    rows.push((words.say("draft-leaves-never", &[]), words.say("draft-leaves-never-value", &[])));
    let row = |(label, value)| KeyValue { label, value, note: String::new() };
    rows.into_iter().map(row).collect()
}
