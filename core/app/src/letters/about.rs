//! What a letter is about, and where on this phone that is shown.

use super::Letters;
use crate::changes;
use crate::holdings::Opened;
use crate::view::letters::{LetterAbout, LetterTarget};
use crate::words::Arg;
use standing_model::authority::RulebookPointer;
use standing_model::ids::{KeyId, RecordId};
use standing_model::message::{About, Reissue};
use standing_model::points::Points;
use standing_model::rulebook::Measure;
use standing_model::series::SeriesKind;
use standing_model::statement::{Entry, Star, Statement};
use standing_model::text::plain_at_most;
use standing_verify::jws::jwk_of;

/// Characters of an id in a sentence at most.
const MAX_ID: usize = 40;

/// Characters of a key's id that tell keys apart at a glance.
const SHORT_KEY: usize = 8;

/// Where something is: in the newest statement that verifies, or in an earlier one only.
struct Found<'a, T> {
    item: &'a T,
    statement: &'a Statement,
    is_newest: bool,
}

impl Letters {
    /// What a letter is called by what it is about.
    pub(super) fn subject(&self, about: &About) -> String {
        let words = self.words();
        match about {
            About::Entry(_) => words.say("letter-about-entry", &[]),
            About::Star(_) => words.say("letter-about-star", &[]),
            About::Measure(_) => words.say("letter-about-measure", &[]),
            About::Record(_) => words.say("letter-about-record", &[]),
            About::Membership(_) => words.say("letter-about-membership", &[]),
            About::Device(_) => words.say("letter-about-device", &[]),
            About::KeyRevoked(_) => words.say("letter-about-key", &[]),
            About::Rulebook(pointer) => words
                .say("letter-about-rulebook", &[("version", pointer.version.to_string().into())]),
            About::Reissue(reissue) => match reissue.series.into() {
                SeriesKind::Receipts => words.say("letter-about-receipts", &[]),
                SeriesKind::Statements | SeriesKind::Notices => {
                    words.say("letter-about-statements", &[])
                }
            },
            About::Other => words.say("letter-about-other", &[]),
        }
    }

    pub(super) fn about(&self, about: &About) -> LetterAbout {
        match about {
            About::Entry(id) => self.entry(id),
            About::Star(id) => self.star(id),
            About::Measure(id) => self.measure(id),
            About::Record(id) => self.record(*id),
            About::Membership(_) => {
                self.nowhere("letter-membership", &[("authority", self.authority().into())])
            }
            About::Device(key) => self.key("letter-device", key),
            About::KeyRevoked(key) => self.key("letter-key", key),
            About::Rulebook(pointer) => self.rulebook(pointer),
            About::Reissue(reissue) => self.reissue(reissue),
            About::Other => self.nowhere("letter-other", &[]),
        }
    }

    /// Whether a letter about this may order something, which can then be reported as done.
    pub(super) fn may_order(&self, about: &About) -> bool {
        match about {
            About::Entry(id) => {
                let found =
                    self.find(|statement| statement.entries.iter().find(|one| one.id == *id));
                found.is_some_and(|found| found.is_newest && found.item.points < Points::ZERO)
            }
            About::Measure(_) | About::Record(_) | About::Other => true,
            About::Star(_)
            | About::Membership(_)
            | About::Device(_)
            | About::KeyRevoked(_)
            | About::Rulebook(_)
            | About::Reissue(_) => false,
        }
    }

    fn entry(&self, id: &str) -> LetterAbout {
        let found = self.find(|statement| statement.entries.iter().find(|one| one.id == id));
        let Some(found) = found else { return self.vanished("letter-entry-nowhere", id) };
        let Entry { points, .. } = found.item;
        let books = self.holdings.rulebooks(found.statement);
        let rule = plain_at_most(&found.item.rule, MAX_ID);
        let (title, points) = match &books {
            Some(books) => {
                let scale = &books.as_of(found.statement.period.to).scale;
                let title = changes::entry_title(books, found.item, self.words());
                (title, self.words().points(*points, scale))
            }
            None => {
                (self.words().say("entry-rule-unknown", &[("rule", rule.into())]), String::new())
            }
        };
        let target = LetterTarget::Entry { seq: found.statement.seq, entry: id.to_owned() };
        LetterAbout { title, points, text: self.placed("letter-entry", id, &found), target }
    }

    fn star(&self, id: &str) -> LetterAbout {
        let found = self.find(|statement| statement.stars.iter().find(|one| one.id == id));
        let Some(found) = found else { return self.vanished("letter-star-nowhere", id) };
        let Star { category, value, .. } = found.item;
        let words = self.words();
        let books = self.holdings.rulebooks(found.statement);
        let known = books.as_ref().and_then(|books| {
            let categories = &books.as_of(found.statement.period.to).stars;
            categories.iter().find(|one| one.id == *category)
        });
        let name =
            known.map_or_else(|| plain_at_most(category, MAX_ID), |one| one.names.get(words.0));
        let args = [("name", name.into()), ("stars", (*value).into())];
        LetterAbout {
            title: words.say("letter-star-name", &args),
            points: String::new(),
            text: self.placed("letter-star", id, &found),
            target: LetterTarget::Stars { seq: found.statement.seq },
        }
    }

    fn measure(&self, id: &str) -> LetterAbout {
        let newest = self.statements().next();
        let books = newest.and_then(|one| Some((one, self.holdings.rulebooks(one)?)));
        let known = books.and_then(|(statement, books)| {
            let book = books.as_of(statement.period.to);
            let named = |one: &&Measure| one.id == id;
            let names = book.perks.iter().chain(&book.restrictions).find(named)?.names.clone();
            let mut granted = statement.perks.iter().chain(&statement.restrictions);
            Some((names, granted.any(|one| one.id == id)))
        });
        let Some((names, is_granted)) = known else {
            return self.vanished("letter-measure-nowhere", id);
        };
        let key = if is_granted { "letter-measure" } else { "letter-measure-over" };
        LetterAbout {
            title: names.get(self.words().0),
            points: String::new(),
            text: self.words().say(key, &[]),
            target: LetterTarget::Perks,
        }
    }

    fn record(&self, id: RecordId) -> LetterAbout {
        let row = self.snapshot.rows.iter().find(|row| row.item.progress.record == id);
        let known = row.and_then(|row| Some((row.id, row.item.about.as_ref()?)));
        let Some((item, (_, body))) = known else {
            return self.nowhere("letter-record-elsewhere", &[]);
        };
        let args = [("authority", self.authority().into())];
        LetterAbout {
            title: self.snapshot.title(body),
            text: self.words().say("letter-record", &args),
            target: LetterTarget::Record { item },
            ..nothing()
        }
    }

    fn key(&self, key: &str, id: &KeyId) -> LetterAbout {
        let mine = ed25519_dalek::SigningKey::from_bytes(&self.snapshot.membership.key_seed);
        if jwk_of(&mine.verifying_key()).thumbprint() == *id {
            return self.nowhere(&format!("{key}-mine"), &[]);
        }
        let short: String = id.to_string().chars().take(SHORT_KEY).collect();
        self.nowhere(key, &[("key", short.into())])
    }

    fn rulebook(&self, pointer: &RulebookPointer) -> LetterAbout {
        let newest = self.holdings.newest().and_then(|held| held.verdict.as_ref().ok());
        let shown = newest.map(|brief| self.holdings.newest_version(brief));
        let args = [
            ("version", pointer.version.to_string().into()),
            ("id", plain_at_most(&pointer.id, MAX_ID).into()),
        ];
        let is_shown = shown.is_some_and(|shown| shown == *pointer);
        let key = if is_shown { "letter-rulebook" } else { "letter-rulebook-other" };
        LetterAbout { target: LetterTarget::Rulebook, ..self.nowhere(key, &args) }
    }

    fn reissue(&self, reissue: &Reissue) -> LetterAbout {
        let mut numbers: Vec<u32> = reissue.items.iter().map(|item| item.n).collect();
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        let key = match reissue.series.into() {
            SeriesKind::Receipts => "letter-replaced-receipts",
            SeriesKind::Statements | SeriesKind::Notices => "letter-replaced-statements",
        };
        let args = [
            ("run", self.words().row(&numbers).into()),
            ("why", reissue.why.get(self.words().0).into()),
        ];
        LetterAbout { target: LetterTarget::Alarms, ..self.nowhere(key, &args) }
    }

    /// Statements that verify, the newest first.
    fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter_map(Opened::payload)
    }

    fn find<T>(&self, find: impl Fn(&Statement) -> Option<&T>) -> Option<Found<'_, T>> {
        self.statements().enumerate().find_map(|(at, statement)| {
            Some(Found { item: find(statement)?, statement, is_newest: at == 0 })
        })
    }

    /// "Entry E-2026-021 in statement 8", or that the newest no longer has it.
    fn placed<T>(&self, key: &str, id: &str, found: &Found<'_, T>) -> String {
        let newest = self.statements().next().map_or(0, |statement| statement.seq);
        let args = [
            ("id", plain_at_most(id, MAX_ID).into()),
            ("seq", found.statement.seq.into()),
            ("newest", newest.into()),
        ];
        let key = if found.is_newest { key.to_owned() } else { format!("{key}-gone") };
        self.words().say(&key, &args)
    }

    fn vanished(&self, key: &str, id: &str) -> LetterAbout {
        self.nowhere(key, &[("id", plain_at_most(id, MAX_ID).into())])
    }

    fn nowhere(&self, key: &str, args: &[Arg<'_>]) -> LetterAbout {
        LetterAbout { text: self.words().say(key, args), ..nothing() }
    }
}

const fn nothing() -> LetterAbout {
    LetterAbout {
        title: String::new(),
        points: String::new(),
        text: String::new(),
        target: LetterTarget::Nothing,
    }
}
