//! Letters: every notice that an authority signed for the person, found by a search, and marked as
//! read by a call of its own.

mod about;
mod page;

pub(super) use page::{channel_key, paragraphs};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::App;
use super::holdings::{Holdings, Letter, Opened};
use super::memo::Memo;
use super::records::Snapshot;
use super::view::letters::{LetterCheck, LetterRow, LettersView};
use super::words::Words;
use crate::error::AppError;
use standing_model::ids::MembershipId;
use standing_model::message::{About, Notice};
use standing_model::series::SeriesKind;
use standing_model::time::{Date, UnixTime};
use standing_store::search::Query;
use standing_store::{MembershipState, StoreError, Tx};
use standing_verify::TrustError;
use standing_verify::verdict::State;
use standing_verify::verdict::origin::origin_of;

/// All that is known of letters, of one moment.
struct Letters {
    snapshot: Snapshot,
    holdings: Arc<Holdings>,
    /// The statements that letters speak of, and what is newer; the newest first.
    statements: Vec<Opened>,
    /// The numbers of those that were read.
    read: BTreeSet<u32>,
}

impl App {
    /// Every letter of a membership; with a search, those that have all of its words.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn letters(
        &self,
        membership: &MembershipId,
        search: &str,
    ) -> Result<LettersView, AppError> {
        let query = Query::of(search);
        let (letters, texts) =
            self.letters_with(membership, |tx, holdings| match query.is_some() {
                true => texts(tx, holdings, &self.memo),
                false => Ok(BTreeMap::new()),
            })?;
        Ok(letters.view(search, query.as_ref(), &texts))
    }

    /// Marks letters as read, or as new again. Numbers that are not on this phone are left out.
    /// Reading is no service of a letter, and nobody is told of it.
    ///
    /// # Errors
    /// As [`App::letters`].
    pub fn mark_letters(
        &self,
        membership: &MembershipId,
        letters: &[u32],
        read: bool,
    ) -> Result<(), AppError> {
        let marked = self.write(|tx| {
            let known = tx.membership(membership)?;
            if known.is_none_or(|known| known.state != MembershipState::Active) {
                return Ok(false);
            }
            let mut all = tx.letters_read(membership)?;
            let before = all.len();
            for n in letters {
                if !read {
                    all.remove(n);
                } else if tx.document(SeriesKind::Notices, membership, *n)?.is_some() {
                    all.insert(*n);
                }
            }
            if all.len() != before {
                tx.set_letters_read(membership, &all)?;
            }
            Ok::<_, StoreError>(true)
        })?;
        if marked { Ok(()) } else { Err(self.no_membership()) }
    }

    /// What is known of letters, and what else a screen shows of them, all of one moment.
    fn letters_with<T>(
        &self,
        membership: &MembershipId,
        more: impl FnOnce(&Tx<'_>, &Holdings) -> Result<T, StoreError>,
    ) -> Result<(Letters, T), AppError> {
        let (snapshot, held) = self.snapshot_with(membership, |tx, _| {
            let Some(holdings) = Holdings::read(tx, membership, &self.memo)? else {
                return Ok(None);
            };
            let statements = spoken_of(tx, &holdings, &self.memo)?;
            let (read, more) = (tx.letters_read(membership)?, more(tx, &holdings)?);
            Ok::<_, StoreError>(Some((holdings, statements, read, more)))
        })?;
        let (holdings, statements, read, more) = held.ok_or_else(|| self.no_membership())?;
        Ok((Letters { snapshot, holdings, statements, read }, more))
    }
}

/// Opens statements, the newest first, until everything is found that letters speak of.
fn spoken_of(tx: &Tx<'_>, holdings: &Holdings, memo: &Memo) -> Result<Vec<Opened>, StoreError> {
    let about = holdings.letters.iter().filter_map(|letter| match &letter.notice()?.about {
        About::Entry(id) | About::Star(id) => Some(id.as_str()),
        _ => None,
    });
    let mut wanted: BTreeSet<&str> = about.collect();
    let mut opened = Vec::new();
    for held in holdings.statements.iter().rev() {
        let found = holdings.open(tx, memo, held.n)?;
        let Some(statement) = found.as_ref().and_then(Opened::payload) else { continue };
        let is_entry = |id: &str| statement.entries.iter().any(|entry| entry.id == id);
        let is_star = |id: &str| statement.stars.iter().any(|star| star.id == id);
        wanted.retain(|id| !is_entry(id) && !is_star(id));
        opened.extend(found);
        if wanted.is_empty() {
            break;
        }
    }
    Ok(opened)
}

/// What each letter that verifies says in both languages, and its document: a search reads them all.
fn texts(
    tx: &Tx<'_>,
    holdings: &Holdings,
    memo: &Memo,
) -> Result<BTreeMap<u32, String>, StoreError> {
    let mut texts = BTreeMap::new();
    for letter in holdings.letters.iter().filter(|letter| letter.verdict.is_ok()) {
        let Some(opened) = holdings.open_letter(tx, memo, letter.n)? else { continue };
        let Notice { text, document, .. } = opened.payload();
        texts.insert(letter.n, [&text.en, &text.zh, document].map(String::as_str).join("\n"));
    }
    Ok(texts)
}

/// How many letters are new.
pub(super) fn new_ones(holdings: &Holdings, read: &BTreeSet<u32>) -> u32 {
    let new = holdings.letters.iter().filter(|letter| !read.contains(&letter.n));
    u32::try_from(new.count()).unwrap_or(u32::MAX)
}

impl Letters {
    fn view(
        &self,
        search: &str,
        query: Option<&Query>,
        texts: &BTreeMap<u32, String>,
    ) -> LettersView {
        let (words, all) = (self.words(), &self.holdings.letters);
        let found =
            all.iter().filter(|letter| query.is_none_or(|query| self.has(letter, texts, query)));
        let (mut with_date, mut rest): (Vec<&Letter>, Vec<&Letter>) =
            found.partition(|letter| self.to_keep(letter).is_some());
        let newest_first = |letter: &&Letter| std::cmp::Reverse((self.dated(letter), letter.n));
        rest.sort_by_key(newest_first);
        with_date.sort_by_key(|letter| (self.to_keep(letter), newest_first(letter)));
        let new = new_ones(&self.holdings, &self.read);
        let empty = match (all.is_empty(), with_date.is_empty() && rest.is_empty()) {
            (true, _) => self.say_none(),
            (false, true) => words.say("letters-not-found", &[]),
            (false, false) => String::new(),
        };
        let text = if all.is_empty() {
            String::new()
        } else {
            words.say("letters-count", &[("n", all.len().into()), ("new", new.into())])
        };
        let checks = if all.is_empty() { Vec::new() } else { self.checks() };
        let rows = |letters: Vec<&Letter>| letters.into_iter().map(|one| self.row(one)).collect();
        LettersView {
            membership: self.holdings.id.clone(),
            text,
            state: checks.iter().map(|check| check.state).min().unwrap_or(State::Unknown.into()),
            checks,
            proof: self.proof(),
            search: search.to_owned(),
            with_date: rows(with_date),
            rest: rows(rest),
            empty,
            new,
            note: words.say("letters-clocks", &[]),
        }
    }

    const fn words(&self) -> Words {
        self.snapshot.words
    }

    fn authority(&self) -> String {
        self.holdings.authority_name(self.words())
    }

    /// By its own date; by the day on which it reached this phone where that cannot be read.
    fn dated(&self, letter: &Letter) -> Date {
        let notice = letter.notice().map(|notice| notice.sent_on);
        notice.unwrap_or_else(|| self.day(letter.stored_at))
    }

    fn day(&self, at: UnixTime) -> Date {
        at.day_in(self.holdings.zone())
    }

    /// The last day that a letter names, if it has not passed.
    fn to_keep(&self, letter: &Letter) -> Option<Date> {
        let until = letter.notice()?.deadline?.until?;
        (until >= self.snapshot.today()).then_some(until)
    }

    /// Whether a letter has every word of a search: in its title, its text in either language, its
    /// document, or what it is about.
    fn has(&self, letter: &Letter, texts: &BTreeMap<u32, String>, query: &Query) -> bool {
        let Some((notice, text)) = letter.notice().zip(texts.get(&letter.n)) else { return false };
        let about = self.about(&notice.about);
        let title = self.title(letter);
        query.is_in(&[&title, &about.title, &about.text, text].map(String::as_str).join("\n"))
    }

    fn row(&self, letter: &Letter) -> LetterRow {
        let (words, notice) = (self.words(), letter.notice());
        let about = notice.map(|notice| self.about(&notice.about));
        let about = about.map(|about| [about.title, about.points].into_iter());
        let about: Vec<String> =
            about.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        LetterRow {
            n: letter.n,
            title: self.title(letter),
            about: about.join(&words.say("list-comma", &[])),
            keep: self.keep(letter),
            dates: self.dates(letter),
            is_new: !self.read.contains(&letter.n),
            state: self.origin(letter).state().into(),
        }
    }

    /// "Contest by Friday 4 December 2026, in 8 days".
    fn keep(&self, letter: &Letter) -> String {
        let words = self.words();
        let due = letter.notice().and_then(|notice| notice.deadline);
        let (Some(due), Some(until)) = (due, self.to_keep(letter)) else { return String::new() };
        let args = [
            ("day", words.weekday_date(until).into()),
            ("away", words.days_away(until, self.snapshot.today()).into()),
        ];
        words.say(page::due_key(due.what), &args)
    }

    fn dates(&self, letter: &Letter) -> String {
        let words = self.words();
        let reached = self.day(letter.stored_at);
        let mut args = vec![("reached", words.date(reached).into())];
        let Some(notice) = letter.notice() else { return words.say("letter-reached", &args) };
        args.push(("dated", words.date(notice.sent_on).into()));
        args.push(("days", reached.days_since(notice.sent_on).into()));
        let key = match reached.days_since(notice.sent_on) {
            _ if self.came_with_connecting(notice.iat, letter) => "letter-dates-connected",
            page::LATE_DAYS.. => "letter-dates-late",
            _ => "letter-dates",
        };
        words.say(key, &args)
    }

    /// Whether it was signed before this phone was connected, and came with connecting: an earlier
    /// phone may have had it.
    fn came_with_connecting(&self, signed: UnixTime, letter: &Letter) -> bool {
        self.holdings.came_with_connecting(signed, letter.stored_at)
    }

    fn origin(&self, letter: &Letter) -> standing_verify::verdict::origin::Origin {
        let signed = letter.verdict.as_ref().map(|notice| notice.kid);
        origin_of(signed, self.holdings.key_list(self.snapshot.now))
    }

    fn title(&self, letter: &Letter) -> String {
        let key = match &letter.verdict {
            Ok(notice) => return self.subject(&notice.about),
            Err(TrustError::Later { .. }) => "letter-unread",
            Err(_) => "letter-not-believed",
        };
        self.words().say(key, &[])
    }

    /// "All signed" and "None missing".
    fn checks(&self) -> Vec<LetterCheck> {
        let (words, all) = (self.words(), &self.holdings.letters);
        let worst = all.iter().map(|letter| self.origin(letter).state()).min();
        let worst = worst.unwrap_or(State::Unknown);
        let signed = match worst {
            State::Holds => "letters-signed-holds",
            State::Unknown => "letters-signed-unknown",
            State::Fails => "letters-signed-fails",
        };
        let (state, missing, run) = self.missing();
        let check = |state: State, key: &str| {
            let args = [("authority", self.authority().into()), ("run", run.as_str().into())];
            LetterCheck {
                state: state.into(),
                name: words.attribute(key, "mark", &args),
                finding: words.say(key, &args),
            }
        };
        let mut checks = vec![check(worst, signed), check(state, missing)];
        checks.sort_by_key(|check| check.state);
        checks
    }

    /// Whether numbers are missing between 1 and what the newest head counts.
    fn missing(&self) -> (State, &'static str, String) {
        let held: BTreeSet<u32> = self.holdings.letters.iter().map(|letter| letter.n).collect();
        let counted = self.holdings.head.as_ref().map(|(head, _)| head.notices.n);
        let last = held.last().copied().max(counted).unwrap_or(0);
        let missing: Vec<String> = (1..=last)
            .filter(|n| !held.contains(n))
            .take(page::MOST_NUMBERS)
            .map(|n| n.to_string())
            .collect();
        let broken = self.holdings.alarms.iter().any(|alarm| alarm.breaks(SeriesKind::Notices));
        let (state, key) = match (missing.is_empty(), broken, counted) {
            (false, ..) => (State::Fails, "letters-missing"),
            (_, true, _) => (State::Fails, "letters-broken"),
            (_, _, None) => (State::Unknown, "letters-never-asked"),
            _ => (State::Holds, "letters-complete"),
        };
        (state, key, self.words().row(&missing))
    }

    /// "Yangqiao village committee, notices 1 to 6. Asked 2 hours ago."
    fn proof(&self) -> String {
        let (words, letters) = (self.words(), &self.holdings.letters);
        let ends = letters.first().zip(letters.last());
        let Some((first, last)) = ends else { return String::new() };
        let asked = self.holdings.head.as_ref().map(|(_, at)| words.ago(*at, self.snapshot.now));
        let args = [
            ("authority", self.authority().into()),
            ("from", first.n.into()),
            ("to", last.n.into()),
            ("ago", asked.unwrap_or_else(|| words.say("never", &[])).into()),
        ];
        words.say("letters-proof", &args)
    }

    fn say_none(&self) -> String {
        self.words().say("letters-none", &[("authority", self.authority().into())])
    }
}

#[cfg(test)]
mod tests;
