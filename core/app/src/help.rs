//! Help and words: what people ask, what the words mean, and a sample that belongs to nobody.
//!
//! Nothing here is read from this phone, so it can be looked at before anything is connected.

use super::App;
use super::view::KeyValue;
use super::view::help::{HelpView, SampleView};
use super::view::statement::LedgerRow;
use super::words::Words;

/// Questions, each with its answer as `.text`.
const TOPICS: &[&str] = &[
    "help-topic-score",
    "help-topic-signed",
    "help-topic-leaves",
    "help-topic-look-up",
    "help-topic-wrong",
    "help-topic-lost",
];

/// Words of the glossary in DOMAIN §11, each with its meaning as `.meaning`.
const WORDS: &[&str] = &[
    "help-word-authority",
    "help-word-connect",
    "help-word-code",
    "help-word-matching-code",
    "help-word-key-list",
    "help-word-statement",
    "help-word-entry",
    "help-word-rulebook",
    "help-word-level",
    "help-word-benefits",
    "help-word-restrictions",
    "help-word-notice",
    "help-word-record",
    "help-word-receipt",
    "help-word-sync",
    "help-word-contest",
    "help-word-decision",
    "help-word-removed",
    "help-word-withdrawn",
    "help-word-warning",
    "help-word-evidence",
    "help-word-register",
    "help-word-red-list",
    "help-word-black-list",
    "help-word-credit-repair",
    "help-word-business-code",
    "help-word-door-sign",
];

/// The checks, by the names that they have on a statement, each with the question that it answers.
const CHECKS: &[(&str, &str)] = &[
    ("check-signed", "sample-check-signed"),
    ("check-allowed", "sample-check-allowed"),
    ("check-in-force", "sample-check-in-force"),
    ("check-adds-up", "sample-check-adds-up"),
    ("check-complete", "sample-check-complete"),
];

/// What the page of one entry says: labels with their values as `.value`.
const ENTRY: &[&str] =
    &["sample-entry-rule", "sample-entry-by", "sample-entry-until", "sample-entry-told"];

/// The start, and what is added to it: each with a day or a reason as `.detail`.
const LINES: &[(&str, i32)] = &[
    ("sample-line-start", 60),
    ("sample-line-stars", 8),
    ("sample-line-visit", 6),
    ("sample-line-hours", 2),
    ("sample-line-late", -5),
];

/// The top of the invented scale.
const TOP: i32 = 100;

impl App {
    /// What people ask, and what the words mean.
    #[must_use]
    pub fn help(&self) -> HelpView {
        let words = self.words();
        HelpView { topics: pairs(TOPICS, "text", words), words: pairs(WORDS, "meaning", words) }
    }

    /// A sample that belongs to nobody, to look at before anything is connected.
    #[must_use]
    pub fn sample(&self) -> SampleView {
        let words = self.words();
        let (ledger, score) = ledger(words);
        let score = score.to_string();
        let checks =
            CHECKS.iter().map(|(name, asks)| pair(words.say(name, &[]), words.say(asks, &[])));
        SampleView {
            title: words.say("sample-title", &[]),
            note: words.say("sample-note", &[]),
            authority: words.say("sample-authority", &[]),
            heading: words.say("statement-heading", &[("score", score.as_str().into())]),
            of: words.say("score-of", &[("max", TOP.into())]),
            tier: words.say("sample-level", &[]),
            sum: format!("{} = {score}", sum(LINES)),
            score,
            ledger,
            checks: checks.collect(),
            entry: pairs(ENTRY, "value", words),
            next: words.say("sample-next", &[]),
        }
    }
}

fn pair(label: String, value: String) -> KeyValue {
    KeyValue { label, value, note: String::new() }
}

fn pairs(keys: &[&str], attribute: &str, words: Words) -> Vec<KeyValue> {
    keys.iter().map(|key| pair(words.say(key, &[]), words.attribute(key, attribute, &[]))).collect()
}

/// The lines with what counts so far, and the total.
fn ledger(words: Words) -> (Vec<LedgerRow>, i32) {
    let mut total = 0;
    let rows = LINES.iter().map(|(key, points)| {
        total += points;
        LedgerRow {
            entry: None,
            label: words.say(key, &[]),
            detail: words.attribute(key, "detail", &[]),
            points: signed(*points, *key == "sample-line-start"),
            so_far: total.to_string(),
        }
    });
    (rows.collect(), total)
}

fn signed(points: i32, is_start: bool) -> String {
    match points {
        _ if is_start => points.to_string(),
        ..0 => format!("−{}", points.unsigned_abs()),
        _ => format!("+{points}"),
    }
}

fn sum(lines: &[(&str, i32)]) -> String {
    let mut text = String::new();
    for (_, points) in lines {
        if text.is_empty() {
            text = points.to_string();
        } else {
            let sign = if *points < 0 { "−" } else { "+" };
            text = format!("{text} {sign} {}", points.unsigned_abs());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CITY, Phone};
    use crate::words::Language;

    #[test]
    fn every_question_and_every_word_is_explained_in_both_languages() {
        for language in [Language::English, Language::Chinese] {
            let phone = Phone::joined(CITY, language);
            let help = phone.app.help();
            assert_eq!((help.topics.len(), help.words.len()), (TOPICS.len(), WORDS.len()));
            for KeyValue { label, value, .. } in help.topics.iter().chain(&help.words) {
                assert!(
                    !label.starts_with("help-") && value.chars().count() > 8,
                    "{label}: {value}"
                );
                assert!(value.ends_with(['.', '。']), "{value}");
            }
        }
    }

    #[test]
    fn the_sample_adds_up_and_says_what_it_is() {
        for language in [Language::English, Language::Chinese] {
            let sample = Phone::joined(CITY, language).app.sample();
            assert_eq!(sample.sum, "60 + 8 + 6 + 2 − 5 = 71");
            assert_eq!(sample.ledger.last().unwrap().so_far, sample.score);
            assert_eq!(sample.ledger.first().unwrap().points, "60");
            assert!(sample.ledger.iter().all(|row| row.entry.is_none()), "nothing to open");
            assert_eq!((sample.checks.len(), sample.entry.len()), (5, 4));
            let empty = |one: &KeyValue| one.value.is_empty() || one.value.starts_with("sample-");
            assert!(!sample.checks.iter().chain(&sample.entry).any(empty), "{sample:?}");
            assert!(sample.heading.contains("71") && sample.authority.contains(&sample.title));
        }
    }
}
