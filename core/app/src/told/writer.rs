//! The ledger in words.

use super::case_file;
use super::query::{Become, Found, Run, Trace, What};
use crate::holdings::{Holdings, Letter};
use crate::view::KeyValue;
use crate::view::told::{ToldClock, ToldEvent, ToldPlace, ToldTarget, ToldView};
use crate::words::{Arg, Words};
use crate::{changes, letters, statement};
use standing_model::statement::{Entry, Star};
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};

/// Numbers in a sentence at most.
const MOST_NUMBERS: usize = 20;

pub(super) struct Writer<'a> {
    pub holdings: &'a Holdings,
    pub found: &'a Found,
    pub words: Words,
    pub today: Date,
}

/// A row before it is sorted: by its day, then by what comes first on one day.
struct Row {
    day: Date,
    rank: u8,
    clock: ToldClock,
    title: String,
    detail: String,
    place: ToldPlace,
}

impl Writer<'_> {
    pub fn view(&self, target: &ToldTarget) -> ToldView {
        let letters = self.letters();
        let reached = letters.iter().map(|letter| letter.stored_at).min();
        let mut rows = self.of_target();
        rows.extend(self.found.traces.iter().flat_map(|trace| self.of_trace(trace)));
        rows.extend(letters.iter().flat_map(|letter| self.of_letter(letter)));
        rows.sort_by_key(|row| (row.day, row.rank));
        let words = self.words;
        let heading = match reached {
            Some(at) => words.say("told-reached", &[("date", words.date(self.day(at)).into())]),
            None => words.say("told-not-reached", &[]),
        };
        ToldView {
            membership: self.holdings.id.clone(),
            target: target.clone(),
            title: self.title(),
            points: self.points(),
            told: reached.is_some(),
            heading,
            gaps: self.gaps(&letters),
            events: rows.into_iter().map(|row| self.event(row)).collect(),
            origin: self.origin(),
            note: words.say("told-note", &[]),
            case_file: case_file::contents(self.holdings, self.found, self.today, words),
        }
    }

    fn day(&self, at: UnixTime) -> Date {
        at.day_in(self.holdings.zone())
    }

    fn authority(&self) -> String {
        self.holdings.authority_name(self.words)
    }

    fn say(&self, key: &str, args: &[Arg<'_>]) -> String {
        let authority = [("authority", self.authority().into())];
        self.words.say(key, &[args, &authority].concat())
    }

    /// The letters about it, by number.
    fn letters(&self) -> Vec<&Letter> {
        let all = self.holdings.letters.iter();
        let about =
            |letter: &&Letter| letter.notice().is_some_and(|one| self.found.is_about(&one.about));
        all.filter(about).collect()
    }

    fn event(&self, row: Row) -> ToldEvent {
        let is_before = row.day < self.holdings.joined_on;
        let by = match row.clock {
            ToldClock::Authority => "told-by-authority",
            ToldClock::Phone => "told-by-phone",
        };
        ToldEvent {
            day: self.words.date(row.day),
            title: row.title,
            detail: row.detail,
            clock: row.clock,
            by: self.say(by, &[]),
            is_before,
            before: if is_before { self.say("told-before", &[]) } else { String::new() },
            place: row.place,
        }
    }

    fn row(&self, day: Date, rank: u8, key: &str, args: &[Arg<'_>]) -> Row {
        let (clock, place) = (ToldClock::Authority, ToldPlace::Nothing);
        Row { day, rank, clock, title: self.say(key, args), detail: String::new(), place }
    }

    fn of_target(&self) -> Vec<Row> {
        match &self.found.what {
            What::Entry(entry) => self.of_entry(entry),
            What::Stars(stars) => stars.iter().flat_map(|star| self.of_star(star)).collect(),
            What::Measure { runs, is_perk, .. } => {
                runs.iter().flat_map(|run| self.of_run(run, *is_perk)).collect()
            }
        }
    }

    fn of_entry(&self, entry: &Entry) -> Vec<Row> {
        let mut recorded = self.row(entry.recorded_on, 1, "told-recorded", &[]);
        recorded.detail =
            self.say("told-recorded-by", &[("by", entry.by.get(self.words.0).into())]);
        let mut rows = vec![self.row(entry.occurred_on, 0, "told-happened", &[]), recorded];
        rows.extend(entry.notified_on.map(|day| self.row(day, 2, "told-claimed", &[])));
        let contested = entry.contested.as_ref().map(|contested| contested.since);
        rows.extend(contested.map(|day| self.row(day, 7, "told-contested", &[])));
        // The first day on which it no longer counts.
        rows.extend(entry.ends_on.map(|day| self.row(day, 8, "told-ends", &[])));
        rows
    }

    fn of_star(&self, star: &Star) -> Vec<Row> {
        let mut set = self.row(star.set_on, 1, "told-stars-set", &[("stars", star.value.into())]);
        set.detail = self.say("told-recorded-by", &[("by", star.set_by.get(self.words.0).into())]);
        let told = star.notified_on.map(|day| self.row(day, 2, "told-claimed", &[]));
        std::iter::once(set).chain(told).collect()
    }

    fn of_run(&self, run: &Run, is_perk: bool) -> Vec<Row> {
        let key = if is_perk { "told-perk-since" } else { "told-restriction-since" };
        let mut since = self.row(run.grant.since, 0, key, &[]);
        since.detail = self.say("told-in-statement", &[("n", run.first.to_string().into())]);
        since.place = ToldPlace::Statement { seq: run.first };
        let mut rows = vec![since];
        let until = run.grant.until;
        rows.extend(until.map(|day| self.row(day, 8, "told-measure-until", &[])));
        if let Some(n) = run.ended_in {
            let held = self.holdings.statements.iter().find(|held| held.n == n);
            let to = held.and_then(|held| held.verdict.as_ref().ok()).map(|one| one.period.to);
            let mut over = self.row(
                to.unwrap_or(run.to),
                6,
                "told-measure-over",
                &[("n", n.to_string().into())],
            );
            over.place = ToldPlace::Statement { seq: n };
            rows.push(over);
        }
        rows
    }

    /// In which statement it came, was ended or removed, and when this phone saw it first.
    fn of_trace(&self, trace: &Trace) -> Vec<Row> {
        let n = ("n", trace.first.to_string().into());
        let mut rows = Vec::new();
        if let Some(signed) = trace.signed {
            let n = std::slice::from_ref(&n);
            let mut row = self.row(self.day(signed), 3, "told-signed", n);
            if trace.begins_here && trace.first > 1 {
                row.detail = self.say("told-begins-here", &[]);
            }
            row.place = ToldPlace::Statement { seq: trace.first };
            rows.push(row);
        }
        let mut seen = self.row(self.day(trace.seen), 4, "told-seen", &[n]);
        seen.clock = ToldClock::Phone;
        let signed = trace.signed.unwrap_or(trace.seen);
        if self.holdings.came_with_connecting(signed, trace.seen) {
            seen.detail = self.say("told-connected", &[]);
        }
        seen.place = ToldPlace::Statement { seq: trace.first };
        rows.push(seen);
        rows.extend(trace.moves.iter().map(|(what, n, at)| {
            let key = match what {
                Become::Counts | Become::Ended => "told-ended-in",
                Become::Replaced => "told-replaced-in",
                Become::Removed => "told-removed-in",
            };
            let args = [("n", n.to_string().into())];
            let mut row = self.row(self.day(*at), 6, key, &args);
            row.place = ToldPlace::Statement { seq: *n };
            row
        }));
        rows
    }

    /// A letter's own date, and the day on which it reached this phone.
    fn of_letter(&self, letter: &Letter) -> Vec<Row> {
        let Some(notice) = letter.notice() else { return Vec::new() };
        let n = [("n", letter.n.to_string().into())];
        let place = || ToldPlace::Letter { n: letter.n };
        let mut dated = self.row(notice.sent_on, 2, "told-letter-dated", &n);
        let channel = self.words.say(letters::channel_key(notice.channel), &[]);
        let args = [("channel", channel.into()), ("authority", self.authority().into())];
        dated.detail = self.words.say("told-letter-channel", &args);
        dated.place = place();
        let mut reached = self.row(self.day(letter.stored_at), 5, "told-letter-reached", &n);
        reached.clock = ToldClock::Phone;
        if self.holdings.came_with_connecting(notice.iat, letter.stored_at) {
            reached.detail = self.say("told-connected", &[]);
        }
        reached.place = place();
        vec![dated, reached]
    }

    /// The days on which nothing reached this phone, what is missing, what is not known.
    fn gaps(&self, letters: &[&Letter]) -> Vec<String> {
        let joined = self.holdings.joined_on;
        let mut said = Vec::new();
        let Some(since) = self.since() else { return said };
        let date = |day: Date| self.words.date(day).into();
        let first = letters.iter().min_by_key(|letter| letter.stored_at);
        let connected = first.is_some_and(|letter| {
            let signed = letter.notice().map_or(letter.stored_at, |one| one.iat);
            self.holdings.came_with_connecting(signed, letter.stored_at)
        });
        let reached = first.map(|letter| self.day(letter.stored_at));
        let from = since.max(joined);
        match reached {
            Some(day) if day > from && !connected => {
                said.push(self.say("told-gap", &[("from", date(from)), ("to", date(day))]));
            }
            None if self.today >= from => {
                let args = [("from", date(from)), ("today", date(self.today))];
                said.push(self.say("told-gap-now", &args));
            }
            _ => {}
        }
        if since < joined {
            said.push(self.say("told-gap-before", &[("joined", date(joined))]));
        }
        said.extend(self.claims(letters));
        said.extend(self.missing());
        let gone = self.found.traces.iter().find_map(|trace| Some((trace, trace.gone_by?)));
        if let Some((trace, newest)) = gone {
            let args = [("id", plain(&trace.id).into()), ("n", newest.to_string().into())];
            said.push(self.say("told-gone", &args));
        }
        said
    }

    /// The day from which on somebody could have told the person.
    fn since(&self) -> Option<Date> {
        match &self.found.what {
            What::Entry(entry) => Some(entry.recorded_on),
            What::Stars(stars) => stars.first().map(|star| star.set_on),
            What::Measure { runs, .. } => runs.first().map(|run| run.grant.since),
        }
    }

    /// A day on which the authority says that it told the person, of which no letter is here.
    fn claims(&self, letters: &[&Letter]) -> Vec<String> {
        let claimed: Vec<Date> = match &self.found.what {
            What::Entry(entry) => entry.notified_on.into_iter().collect(),
            What::Stars(stars) => stars.iter().filter_map(|star| star.notified_on).collect(),
            What::Measure { .. } => Vec::new(),
        };
        let of_day = |day: &Date| {
            letters.iter().any(|letter| letter.notice().is_some_and(|one| one.sent_on == *day))
        };
        let without = claimed.into_iter().filter(|day| !of_day(day));
        let told = without.map(|day| {
            let date = self.words.date(day);
            let args = [("date", date.into()), ("authority", self.authority().into())];
            self.words.say("told-claim-without", &args)
        });
        told.collect()
    }

    /// Letters that this phone does not have or cannot read: one of them may be about it.
    fn missing(&self) -> Vec<String> {
        let counted = self.holdings.head.as_ref().map_or(0, |(head, _)| head.notices.n);
        let held = |n: u32| self.holdings.letters.iter().find(|letter| letter.n == n);
        let last = self.holdings.letters.last().map_or(0, |letter| letter.n).max(counted);
        let of = |is: &dyn Fn(u32) -> bool| -> Vec<String> {
            (1..=last).filter(|n| is(*n)).take(MOST_NUMBERS).map(|n| n.to_string()).collect()
        };
        let missing = of(&|n| held(n).is_none());
        let unread = of(&|n| held(n).is_some_and(|letter| letter.verdict.is_err()));
        [("told-missing", missing), ("told-unread", unread)]
            .into_iter()
            .filter(|(_, numbers)| !numbers.is_empty())
            .map(|(key, numbers)| self.say(key, &[("run", self.words.row(&numbers).into())]))
            .collect()
    }

    fn title(&self) -> String {
        let language = self.words.0;
        match &self.found.what {
            What::Entry(entry) => match self.books(entry) {
                Some(books) => changes::entry_title(&books, entry, self.words),
                None => {
                    self.words.say("entry-rule-unknown", &[("rule", plain(&entry.rule).into())])
                }
            },
            What::Stars(stars) => {
                let category = stars.first().map(|star| star.category.clone());
                category.map(|id| self.category(&id)).unwrap_or_default()
            }
            What::Measure { measure, id, .. } => {
                measure.as_ref().map_or_else(|| plain(id), |one| one.names.get(language))
            }
        }
    }

    fn points(&self) -> String {
        let What::Entry(entry) = &self.found.what else { return String::new() };
        let books = self.books(entry);
        let book = books.as_ref().and_then(|books| books.version(entry.rulebook));
        book.map(|book| self.words.points(entry.points, &book.scale)).unwrap_or_default()
    }

    /// The rulebooks of the statement in which an entry came.
    fn books(&self, entry: &Entry) -> Option<standing_model::rulebook::Rulebooks> {
        let briefs = self.holdings.statements.iter().rev();
        briefs
            .filter_map(|held| self.holdings.rulebooks_of(held.verdict.as_ref().ok()?))
            .find(|books| books.version(entry.rulebook).is_some())
    }

    fn category(&self, id: &str) -> String {
        let newest = self.holdings.newest().and_then(|held| held.verdict.as_ref().ok());
        let books = newest.map(|brief| self.holdings.versions(&brief.rulebook)).unwrap_or_default();
        let known = books.iter().rev().find_map(|book| {
            let known = book.stars.iter().find(|one| one.id == id);
            known.map(|one| one.names.get(self.words.0))
        });
        known.unwrap_or_else(|| plain(id))
    }

    /// The document, the office, the basis in law.
    fn origin(&self) -> Vec<KeyValue> {
        let words = self.words;
        let row = |label: &str, value: String| {
            let label = words.say(label, &[]);
            (!value.is_empty()).then_some(KeyValue { label, value, note: String::new() })
        };
        match &self.found.what {
            What::Entry(entry) => statement::origin(entry, words),
            What::Stars(stars) => {
                let newest = stars.first();
                let text = |get: &dyn Fn(&Star) -> Option<String>| {
                    newest.and_then(get).unwrap_or_default()
                };
                let rows = [
                    row("entry-by", text(&|star| Some(star.set_by.get(words.0)))),
                    row("entry-document", text(&|star| Some(plain(star.document.as_ref()?)))),
                    row("entry-reason", text(&|star| Some(star.reason.as_ref()?.get(words.0)))),
                    row("entry-number", text(&|star| Some(star.id.to_string()))),
                ];
                rows.into_iter().flatten().collect()
            }
            What::Measure { measure, id, .. } => {
                let basis = measure.as_ref().map(|one| words.legal_basis(&one.legal_basis));
                let basis = basis.filter(|basis| !basis.is_empty());
                let none = || words.say("told-no-basis", &[]);
                let rows = [
                    row("entry-basis", basis.unwrap_or_else(none)),
                    row("told-measure-id", plain(id)),
                ];
                rows.into_iter().flatten().collect()
            }
        }
    }
}
