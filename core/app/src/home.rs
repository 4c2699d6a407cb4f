//! Home: one call, one view.

use super::holdings::{Holdings, Shown};
use super::view::home::{HomeView, StatementCard};
use super::view::statement::StarRow;
use super::waiting::{self, Waiting};
use super::words::Words;
use super::{App, alarms, authorities, cases, changes, checks, letters};
use crate::error::{AppError, ErrorKind, Problem};
use standing_model::ids::MembershipId;
use standing_model::rulebook::{Rulebook, Rulebooks};
use standing_model::series::SeriesKind;
use standing_model::statement::{Star, StarState, Statement};
use standing_model::text::plain;
use standing_model::time::{Date, UnixTime};
use standing_rules::arithmetic::current_stars;

impl App {
    /// Home of one membership.
    ///
    /// # Errors
    /// `NotFound` for a membership that is not active here; `Storage`.
    pub fn home(&self, membership: &MembershipId) -> Result<HomeView, AppError> {
        let (words, now) = (self.words(), self.now());
        let (holdings, (waiting, newest, read, authority, overdue)) =
            self.holdings_with(membership, |tx, held| {
                let newest = held.show_newest(tx, &self.memo)?;
                let name = held.authority_name(words);
                let authority = match tx.membership(membership)? {
                    Some(one) => authorities::with_resident(tx, &one, name, words)?,
                    None => name,
                };
                let (read, overdue) =
                    (tx.letters_read(membership)?, cases::overdue(tx, held, now)?);
                Ok((waiting::of(tx, membership, now)?, newest, read, authority, overdue))
            })?;
        let new_letters = letters::new_ones(&holdings, &read);
        let letters_text = match holdings.letters.len() {
            0 => String::new(),
            _ => words.say("home-letters", &[("new", new_letters.into())]),
        };
        let only_waiting = Waiting { needs_you: 0, ..waiting };
        let waiting_text = waiting::text(words, only_waiting, now, self.here());
        Ok(HomeView {
            membership: membership.clone(),
            authority,
            alarms: alarms::pressing(&holdings, words),
            unread: unread(&holdings, words),
            waiting: waiting.waiting,
            needs_you: waiting.needs_you,
            waiting_text,
            letters: u32::try_from(holdings.letters.len()).unwrap_or(u32::MAX),
            new_letters,
            letters_text,
            overdue_text: overdue_text(&overdue, words),
            overdue_case: overdue.first().map(|(_, id)| *id),
            synced: synced(&holdings, words, now),
            ..with_newest(&holdings, newest.as_ref(), words, now)
        })
    }
}

/// How long ago the authority answered.
fn synced(holdings: &Holdings, words: Words, now: UnixTime) -> String {
    match &holdings.head {
        Some((_, at)) => words.say("home-synced", &[("ago", words.ago(*at, now).into())]),
        None => {
            let authority = holdings.authority_name(words);
            words.say("home-never-synced", &[("authority", authority.into())])
        }
    }
}

/// That answers are overdue; empty if none is.
fn overdue_text(overdue: &[(Date, i64)], words: Words) -> String {
    match overdue.len() {
        0 => String::new(),
        n => words.say("home-overdue", &[("n", n.into())]),
    }
}

/// Home of a membership, with nothing on it.
const fn empty(membership: MembershipId) -> HomeView {
    HomeView {
        membership,
        authority: String::new(),
        statement: None,
        empty: String::new(),
        alarms: Vec::new(),
        unread: Vec::new(),
        changes_title: String::new(),
        changes: Vec::new(),
        letters: 0,
        new_letters: 0,
        letters_text: String::new(),
        stars: Vec::new(),
        waiting: 0,
        needs_you: 0,
        waiting_text: String::new(),
        overdue_text: String::new(),
        overdue_case: None,
        synced: String::new(),
    }
}

/// What the newest statement gives to home; everything else is empty.
fn with_newest(
    holdings: &Holdings,
    newest: Option<&Shown>,
    words: Words,
    now: UnixTime,
) -> HomeView {
    let mut view = empty(holdings.id.clone());
    let Some(newest) = newest else {
        view.empty = words.say("home-empty", &[]);
        return view;
    };
    let proof = checks::proof(holdings, &newest.one, words, now);
    let Some(statement) = newest.one.payload() else {
        let authority = holdings.authority_name(words);
        view.empty = words.say("home-disowned", &[("authority", authority.into())]);
        return view;
    };
    let Some(rulebooks) = holdings.rulebooks(statement) else {
        view.empty = words.say("home-no-rulebook", &[]);
        return view;
    };
    let before = newest.payload_before();
    let rulebook = rulebooks.as_of(statement.period.to);
    view.statement = Some(card(statement, before, rulebook, proof, words));
    view.stars = stars(statement, &rulebooks, words);
    if let Some(before) = before {
        let since = words.date(before.period.to);
        view.changes_title = words.say("home-changes", &[("date", since.into())]);
        view.changes = changes::rows(holdings, before, statement, &rulebooks, words);
    }
    view
}

fn card(
    statement: &Statement,
    before: Option<&Statement>,
    rulebook: &Rulebook,
    proof: super::view::Proof,
    words: Words,
) -> StatementCard {
    let scale = &rulebook.scale;
    let before = before.map(|before| {
        let args = [
            ("score", words.score(before.score, scale).into()),
            ("date", words.date(before.period.to).into()),
        ];
        words.say("score-before", &args)
    });
    StatementCard {
        seq: statement.seq,
        title: words.say("statement-title", &[("seq", statement.seq.into())]),
        score: words.score(statement.score, scale),
        of: words.say("score-of", &[("max", words.score(scale.max, scale).into())]),
        points: statement.score.units(),
        tier: tier_name(rulebook, &statement.tier, words),
        tier_id: statement.tier.to_string(),
        before: before.unwrap_or_default(),
        proof,
    }
}

/// Household stars by the rulebook's order: those that count, who set them, when and why.
pub(super) fn stars(statement: &Statement, rulebooks: &Rulebooks, words: Words) -> Vec<StarRow> {
    let to = statement.period.to;
    let (rulebook, current) = (rulebooks.as_of(to), current_stars(&statement.stars, to));
    let row = |category: &standing_model::rulebook::StarCategory| {
        let star = *current.get(category.id.as_str())?;
        let of = u8::try_from(category.points.len()).unwrap_or(u8::MAX);
        let by = rulebooks.version(star.rulebook);
        let points = by.and_then(|book| book.star_points(&category.id, star.value));
        let points = points.unwrap_or_default();
        Some(StarRow {
            id: star.id.to_string(),
            category: category.id.to_string(),
            name: category.names.get(words.0),
            stars: star.value,
            of,
            text: words.say("stars-text", &[("stars", star.value.into()), ("of", of.into())]),
            points: words.points(points, &rulebook.scale),
            detail: star_detail(statement, star, words),
        })
    };
    rulebook.stars.iter().filter_map(row).collect()
}

/// "Set on 30 September 2026 by Yangqiao village committee. Reason: …" and what was before.
fn star_detail(statement: &Statement, star: &Star, words: Words) -> String {
    let set = [("date", words.date(star.set_on).into()), ("by", star.set_by.get(words.0).into())];
    let mut sentences = vec![words.say("stars-set", &set)];
    if let Some(reason) = &star.reason {
        sentences.push(words.say("stars-reason", &[("reason", reason.get(words.0).into())]));
    }
    if let Some(document) = &star.document {
        sentences.push(words.say("stars-document", &[("document", plain(document).into())]));
    }
    if let Some(day) = star.notified_on {
        sentences.push(words.say("stars-notified", &[("date", words.date(day).into())]));
    }
    let before = statement
        .stars
        .iter()
        .filter(|before| before.category == star.category && before.state == StarState::Replaced);
    if let Some(before) = before.max_by_key(|before| (before.set_on, &before.id)) {
        let args = [("stars", before.value.into()), ("date", words.date(before.set_on).into())];
        sentences.push(words.say("stars-before", &args));
    }
    sentences.join(&words.say("sentence-space", &[]))
}

/// A tier's name; its id if the rulebook does not have it.
pub(super) fn tier_name(rulebook: &Rulebook, id: &str, words: Words) -> String {
    let tier = rulebook.tiers.iter().find(|tier| tier.id == id);
    tier.map_or_else(|| id.to_owned(), |tier| tier.names.get(words.0))
}

/// "Update Standing": what this phone was sent in a later format, and by whom.
fn unread(holdings: &Holdings, words: Words) -> Vec<Problem> {
    let authority = holdings.authority_name(words);
    let list = holdings.list_unread.then(|| {
        let args = [("host", authority.as_str().into())];
        words.error(ErrorKind::TooNew, "later-version", &args).problem
    });
    let items = holdings.unread.iter().map(|(series, n)| {
        let code = match series {
            SeriesKind::Statements => "later-statement",
            SeriesKind::Notices => "later-notice",
            SeriesKind::Receipts => "later-receipt",
        };
        let args = [("authority", authority.as_str().into()), ("n", n.to_string().into())];
        words.error(ErrorKind::TooNew, code, &args).problem
    });
    list.into_iter().chain(items).collect()
}
