//! What changed between two statements, in words, and whether anyone told the person.

use super::holdings::Holdings;
use super::view::home::{ChangeRow, Told};
use super::words::Words;
use standing_model::message::About;
use standing_model::rulebook::{Rulebook, Rulebooks};
use standing_model::statement::{Contester, Entry, EntryState, Statement};
use standing_model::text::plain;
use standing_rules::arithmetic;
use standing_rules::diff::{self, Change, NamedVersion};

/// Every change from `before` to `after`, by the rulebooks of `after`.
pub(super) fn rows(
    holdings: &Holdings,
    before: &Statement,
    after: &Statement,
    rulebooks: &Rulebooks,
    words: Words,
) -> Vec<ChangeRow> {
    let rulebook = rulebooks.as_of(after.period.to);
    let presenter = Presenter { holdings, before, after, rulebooks, rulebook, words };
    diff::between(before, after, rulebooks).iter().map(|change| presenter.row(change)).collect()
}

/// "Was I told?": a notice about the entry that reached this phone, or that none did.
pub(super) fn told(holdings: &Holdings, entry: &Entry, words: Words) -> Told {
    let about = |about: &About| matches!(about, About::Entry(id) if *id == entry.id);
    let notice = holdings.notices().find(|(notice, _)| about(&notice.about));
    let joined = words.date(holdings.joined_on);
    if let Some((notice, arrived)) = notice {
        let args = [
            ("date", words.date(arrived.day_in(holdings.zone())).into()),
            ("text", notice.text.as_ref().map(|text| text.get(words.0)).unwrap_or_default().into()),
        ];
        return Told { told: true, text: words.say("told-yes", &args) };
    }
    let text = match entry.notified_on {
        None => words.say("told-no", &[("date", joined.into())]),
        Some(day) => {
            let args = [
                ("authority", holdings.authority_name(words).into()),
                ("date", words.date(day).into()),
                ("joined", joined.into()),
            ];
            words
                .say(if day < holdings.joined_on { "told-says-before" } else { "told-says" }, &args)
        }
    };
    Told { told: false, text }
}

/// What a person calls an entry: its rule's name.
pub(super) fn entry_title(rulebooks: &Rulebooks, entry: &Entry, words: Words) -> String {
    arithmetic::rule_of(rulebooks, entry).map_or_else(
        || words.say("entry-rule-unknown", &[("rule", plain(&entry.rule).into())]),
        |rule| rule.names.get(words.0),
    )
}

struct Presenter<'a> {
    holdings: &'a Holdings,
    before: &'a Statement,
    after: &'a Statement,
    rulebooks: &'a Rulebooks,
    /// The one that gives names of stars, tiers and measures.
    rulebook: &'a Rulebook,
    words: Words,
}

impl Presenter<'_> {
    fn row(&self, change: &Change) -> ChangeRow {
        match change {
            Change::NewEntry { entry } => self.entry(&self.after.entries, entry, None),
            Change::EntryState { entry, from, to } => {
                self.entry(&self.after.entries, entry, Some((*from, *to)))
            }
            Change::Contested { entry, by } => {
                let key = match by {
                    Contester::Authority => "change-contested-authority",
                    Contester::Resident | Contester::Other => "change-contested",
                };
                self.marked(entry, key)
            }
            Change::NotContested { entry } => self.marked(entry, "change-not-contested"),
            Change::EntryGone { entry, .. } => {
                let mut row = self.entry(&self.before.entries, entry, None);
                row.detail = self.words.say("change-gone", &[]);
                row.entry = None;
                row.told = None;
                row
            }
            Change::Stars { category, from, to } => {
                let category = self.rulebook.stars.iter().find(|known| known.id == *category);
                let name = category.map(|one| one.names.get(self.words.0)).unwrap_or_default();
                let args = [("name", name.into()), ("from", (*from).into()), ("to", (*to).into())];
                self.plain("change-stars", &args)
            }
            Change::Tier { from, to } => {
                let args = [("from", self.tier(from).into()), ("to", self.tier(to).into())];
                self.plain("change-tier", &args)
            }
            Change::Rulebook { from, to } => self.rules(from, to),
            Change::Began { id } => {
                self.plain("change-began", &[("name", self.benefit(id).into())])
            }
            Change::Ended { id } => {
                self.plain("change-ended", &[("name", self.benefit(id).into())])
            }
        }
    }

    fn entry(
        &self,
        entries: &[Entry],
        id: &str,
        moved: Option<(EntryState, EntryState)>,
    ) -> ChangeRow {
        let Some(entry) = entries.iter().find(|entry| entry.id == id) else {
            return self.plain("entry-not-here", &[]);
        };
        let words = self.words;
        let detail = match moved {
            None => words.say("change-new", &[("date", words.date(entry.occurred_on).into())]),
            Some((from, to)) => {
                let args = [("from", state(words, from).into()), ("to", state(words, to).into())];
                words.say("change-state", &args)
            }
        };
        ChangeRow {
            entry: Some(entry.id.to_string()),
            points: words.points(entry.points, &self.rulebook.scale),
            title: entry_title(self.rulebooks, entry, words),
            detail,
            told: Some(told(self.holdings, entry, words)),
        }
    }

    /// An entry whose mark changed.
    fn marked(&self, entry: &str, key: &str) -> ChangeRow {
        let detail = self.words.say(key, &[]);
        ChangeRow { detail, ..self.entry(&self.after.entries, entry, None) }
    }

    fn rules(&self, from: &NamedVersion, to: &NamedVersion) -> ChangeRow {
        let key = if from.id == to.id { "change-rules" } else { "change-rulebook" };
        let args = [
            ("from", from.version.to_string().into()),
            ("to", to.version.to_string().into()),
            ("from-id", plain(&from.id).into()),
            ("id", plain(&to.id).into()),
        ];
        self.plain(key, &args)
    }

    fn plain(&self, key: &str, args: &[super::words::Arg<'_>]) -> ChangeRow {
        let title = self.words.say(key, args);
        ChangeRow { entry: None, points: String::new(), title, detail: String::new(), told: None }
    }

    fn tier(&self, id: &str) -> String {
        let tier = self.rulebook.tiers.iter().find(|tier| tier.id == id);
        tier.map_or_else(|| id.to_owned(), |tier| tier.names.get(self.words.0))
    }

    fn benefit(&self, id: &str) -> String {
        let mut all = self.rulebook.perks.iter().chain(&self.rulebook.restrictions);
        all.find(|one| one.id == id)
            .map_or_else(|| id.to_owned(), |one| one.names.get(self.words.0))
    }
}

pub(super) fn state(words: Words, state: EntryState) -> String {
    let key = match state {
        EntryState::Active => "state-active",
        EntryState::Withdrawn => "state-withdrawn",
        EntryState::Ended => "state-ended",
    };
    words.say(key, &[])
}
