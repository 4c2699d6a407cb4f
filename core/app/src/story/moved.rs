//! What moved a score between two statements, in words.

use crate::changes;
use crate::view::story::{MovedRow, MovedTarget};
use crate::words::{Arg, Words};
use standing_model::points::Points;
use standing_model::rulebook::Rulebook;
use standing_model::statement::{Entry, EntryState};
use standing_model::text::plain;
use standing_rules::moved::{Cause, Moved, Side, came_and_ended, moved};

/// Rows at most: what is left is one row.
const MOST_ROWS: usize = 12;

/// Sentences about a rulebook at most.
const MOST_SENTENCES: usize = 3;

/// Entries that came and ended in between at most.
const MOST_PAST: usize = 3;

/// Two statements, the earlier one first.
#[derive(Clone, Copy)]
pub(super) struct Story<'a> {
    pub before: Side<'a>,
    pub after: Side<'a>,
    pub words: Words,
}

/// What moved a score, as a page shows it.
#[derive(Default)]
pub(super) struct Presented {
    pub all: String,
    pub rows: Vec<MovedRow>,
    pub past: Vec<String>,
}

/// A row before it is sorted.
struct Row {
    points: Points,
    title: String,
    detail: String,
    target: MovedTarget,
}

impl<'a> Story<'a> {
    /// Nothing if the two count in different units.
    pub fn present(&self) -> Presented {
        let Some(moved) = moved(self.before, self.after) else { return Presented::default() };
        let all: Points = moved.iter().map(|one| one.points).sum();
        let args = [("points", self.points(all).into())];
        Presented {
            all: self.words.say("story-moved-all", &args),
            rows: self.rows(moved),
            past: self.past(),
        }
    }

    fn rows(&self, moved: Vec<Moved>) -> Vec<MovedRow> {
        let (by_rules, rest): (Vec<Moved>, Vec<Moved>) = moved
            .into_iter()
            .partition(|one| matches!(one.cause, Cause::Start { .. } | Cause::StarPoints { .. }));
        let mut rows = self.of_entries(&rest);
        rows.extend(rest.iter().filter_map(|one| self.of_others(one)));
        rows.extend((!by_rules.is_empty()).then(|| self.of_rules(&by_rules)));
        rows.sort_by_key(|row| std::cmp::Reverse(row.points.size()));
        if rows.len() > MOST_ROWS {
            let rest = rows.split_off(MOST_ROWS.saturating_sub(1));
            let n = rest.len();
            rows.push(Row {
                points: rest.iter().map(|row| row.points).sum(),
                title: self.words.say("story-moved-rest", &[("n", n.into())]),
                detail: self.words.say("story-moved-rest-detail", &[]),
                target: self.statement_target(),
            });
        }
        let row = |Row { points, title, detail, target }| {
            let points = self.points(points);
            MovedRow { points, title, detail, target }
        };
        rows.into_iter().map(row).collect()
    }

    /// Entries of one rule that count alike share a row.
    fn of_entries(&self, moved: &[Moved]) -> Vec<Row> {
        let mut groups: Vec<Vec<(&Entry, Points, bool)>> = Vec::new();
        for Moved { cause, points } in moved {
            let Cause::Entry { entry, counts } = cause else { continue };
            let Some(entry) = self.entry(entry) else { continue };
            let alike = |group: &&mut Vec<(&Entry, Points, bool)>| {
                group.first().is_some_and(|(first, each, state)| {
                    (&first.rule, first.rulebook, *each, *state)
                        == (&entry.rule, entry.rulebook, *points, *counts)
                })
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.push((entry, *points, *counts)),
                None => groups.push(vec![(entry, *points, *counts)]),
            }
        }
        groups.iter().filter_map(|group| self.group(group)).collect()
    }

    fn group(&self, group: &[(&Entry, Points, bool)]) -> Option<Row> {
        let (entry, each, counts) = *group.first()?;
        let title = changes::entry_title(self.books_of(entry), entry, self.words);
        let points = group.iter().map(|(_, points, _)| *points).sum();
        if let [_] = group {
            let detail = self.detail(entry, counts);
            return Some(Row { points, title, detail, target: self.entry_target(entry) });
        }
        let args = [
            ("n", group.len().into()),
            ("points", self.points(each).into()),
            ("rule", plain(&entry.rule).into()),
        ];
        let key = if counts { "story-entries" } else { "story-entries-ended" };
        let detail = self.words.say(key, &args);
        Some(Row { points, title, detail, target: self.statement_target() })
    }

    /// "Counts until 12 September 2027", or why it no longer counts.
    fn detail(&self, entry: &Entry, counts: bool) -> String {
        let last = entry.ends_on.map(|day| self.words.date(day.plus_days(-1)));
        let ran_out = entry.ends_on.is_some_and(|day| day <= self.after.statement.period.to);
        let is_here = self.after.statement.entries.iter().any(|one| one.id == entry.id);
        let (key, date) = match (counts, last) {
            (true, Some(last)) => ("story-counts-until", last),
            (true, None) => ("story-counts", String::new()),
            (false, _) if !is_here => ("change-gone", String::new()),
            (false, _) if entry.state == EntryState::Withdrawn => ("story-removed", String::new()),
            (false, Some(last)) if ran_out => ("story-counted-until", last),
            (false, _) => ("story-no-longer", String::new()),
        };
        self.words.say(key, &[("date", date.into())])
    }

    fn of_others(&self, moved: &Moved) -> Option<Row> {
        let scale = &self.book().scale;
        let score = |points: Points| self.words.score(points, scale).into();
        let (title, detail) = match &moved.cause {
            Cause::Stars { category, from, to } => {
                let known = self.book().stars.iter().find(|known| known.id == *category);
                let name = known.map_or_else(|| plain(category), |one| one.names.get(self.words.0));
                let args = [("name", name.into()), ("from", (*from).into()), ("to", (*to).into())];
                (self.words.say("change-stars", &args), self.say("story-stars"))
            }
            Cause::ScaleEnd => {
                let args = [("min", score(scale.min)), ("max", score(scale.max))];
                (self.say("story-scale-end"), self.words.say("story-scale-end-detail", &args))
            }
            Cause::NotAddedUp => {
                (self.say("story-unexplained"), self.say("story-unexplained-detail"))
            }
            _ => return None,
        };
        Some(Row { points: moved.points, title, detail, target: self.statement_target() })
    }

    /// What other versions of the rulebook moved, in one row.
    fn of_rules(&self, moved: &[Moved]) -> Row {
        let old = self.before.rulebooks.as_of(self.before.statement.period.to);
        let new = self.book();
        let mut text: Vec<String> = moved.iter().filter_map(|one| self.by_rules(one)).collect();
        text.truncate(MOST_SENTENCES);
        text.push(self.say("story-nothing-you-did"));
        let versions =
            [("from", old.version.to_string().into()), ("to", new.version.to_string().into())];
        let same = old.version == new.version;
        let key = if same { "story-by-rulebook" } else { "story-by-rulebooks" };
        let target = match old.id == new.id && !same {
            true => MovedTarget::Rulebooks { from: old.version, to: new.version },
            false => MovedTarget::Nothing,
        };
        Row {
            points: moved.iter().map(|one| one.points).sum(),
            title: self.words.say(key, &versions),
            detail: self.words.sentences(&text),
            target,
        }
    }

    /// "The start value is 70, before it was 60."
    fn by_rules(&self, moved: &Moved) -> Option<String> {
        let new = self.book();
        let score = |points: Points| self.words.score(points, &new.scale).into();
        match &moved.cause {
            Cause::Start { from, to } => {
                let args: [Arg<'_>; 2] = [("from", score(*from)), ("to", score(*to))];
                Some(self.words.say("story-start", &args))
            }
            Cause::StarPoints { category, stars, from, to } => {
                let known = new.stars.iter().find(|known| known.id == *category);
                let name = known.map_or_else(|| plain(category), |one| one.names.get(self.words.0));
                let args = [
                    ("name", name.into()),
                    ("stars", (*stars).into()),
                    ("from", self.points(*from).into()),
                    ("to", self.points(*to).into()),
                ];
                Some(self.words.say("story-star-points", &args))
            }
            _ => None,
        }
    }

    /// What came and ended in between.
    fn past(&self) -> Vec<String> {
        let ended = came_and_ended(self.before.statement, self.after);
        let told = ended.iter().take(MOST_PAST).filter_map(|id| {
            let entry = self.entry(id)?;
            let mut args = vec![
                ("name", changes::entry_title(self.after.rulebooks, entry, self.words).into()),
                ("points", self.points(entry.points).into()),
                ("came", self.words.date(entry.recorded_on).into()),
            ];
            let ends = entry.ends_on.filter(|day| *day <= self.after.statement.period.to);
            let key = if ends.is_some() { "story-past" } else { "story-past-early" };
            args.extend(ends.map(|day| ("ended", self.words.date(day).into())));
            Some(self.words.say(key, &args))
        });
        told.collect()
    }

    /// An entry of the later statement; of the earlier one, if it is gone.
    fn entry(&self, id: &str) -> Option<&'a Entry> {
        let all = self.after.statement.entries.iter().chain(&self.before.statement.entries);
        all.into_iter().find(|entry| entry.id == id)
    }

    fn books_of(&self, entry: &Entry) -> &'a standing_model::rulebook::Rulebooks {
        let known = self.after.rulebooks.version(entry.rulebook).is_some();
        if known { self.after.rulebooks } else { self.before.rulebooks }
    }

    fn entry_target(&self, entry: &Entry) -> MovedTarget {
        let has = |side: Side<'_>| side.statement.entries.iter().any(|one| one.id == entry.id);
        let seq =
            if has(self.after) { self.after.statement.seq } else { self.before.statement.seq };
        MovedTarget::Entry { seq, entry: entry.id.to_string() }
    }

    const fn statement_target(&self) -> MovedTarget {
        MovedTarget::Statement { seq: self.after.statement.seq }
    }

    fn book(&self) -> &'a Rulebook {
        self.after.rulebooks.as_of(self.after.statement.period.to)
    }

    fn points(&self, points: Points) -> String {
        self.words.points(points, &self.book().scale)
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }
}
