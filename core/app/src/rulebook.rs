//! The rulebook in plain words: each fact with its source and how sure it is, and what this app
//! noticed in it.

mod chapters;
mod noticed;
mod records;
mod rights;
pub(super) mod telling;

use super::App;
use super::holdings::{Holdings, book_in_use};
use super::view::rulebook::{Chapter, RulebookView};
use super::words::Words;
use crate::error::{AppError, ErrorKind};
pub(super) use noticed::spares_non_donors;
use standing_model::ids::{Hash, MembershipId};
use standing_model::rulebook::Rulebook;
use standing_model::text::plain;
use standing_model::time::Date;
pub(super) use telling::Telling;

impl App {
    /// The rulebook that the newest statement was worked out by, in plain words; before the first
    /// statement, the one that the authority uses now, which came with joining.
    ///
    /// # Errors
    /// [`ErrorKind::NotFound`] for a membership that is not active here, and as long as no
    /// rulebook has reached this phone; [`ErrorKind::Storage`].
    pub fn rulebook(&self, membership: &MembershipId) -> Result<RulebookView, AppError> {
        let words = self.words();
        let (holdings, in_use) = self.holdings_with(membership, |tx, holdings| {
            let one = tx.membership(membership)?;
            let in_use = one.map(|one| book_in_use(tx, &one, &holdings.authority));
            Ok(in_use.transpose()?.flatten())
        })?;
        let today = self.now().day_in(holdings.zone());
        let found = holdings.statements.iter().rev().find_map(|held| {
            let brief = held.verdict.as_ref().ok()?;
            Some((held.n, brief, holdings.rulebooks_of(brief)?))
        });
        let snapshot = |hash, used| {
            let authority = holdings.authority_name(words);
            Snapshot { membership: membership.clone(), authority, hash, used }
        };
        if let Some((seq, statement, books)) = found {
            let book = books.as_of(statement.period.to);
            let listed = statement.rulebooks.iter().find(|one| one.version == book.version);
            let hash = listed.map(|listed| listed.sha256);
            let hash = hash.ok_or_else(|| words.error(ErrorKind::NotFound, "no-rulebook", &[]))?;
            let used = used(&holdings, seq, book, words);
            return Ok(view(words, book, snapshot(hash, used), today));
        }
        let missing = || match &holdings.book_refused {
            Some(error) => {
                let reason = words.unusable_rulebook(error);
                words.error(ErrorKind::NotFound, "rulebook-refused", &[("reason", reason.into())])
            }
            None => words.error(ErrorKind::NotFound, "no-rulebook", &[]),
        };
        let (hash, book) = in_use.ok_or_else(missing)?;
        let used = words.say("rulebook-used-none", &[]);
        Ok(view(words, &book, snapshot(hash, used), today))
    }
}

/// Which statement was worked out by it, and whether the authority names another one now.
fn used(holdings: &Holdings, seq: u32, by: &Rulebook, words: Words) -> String {
    let now = &holdings.authority.rulebook;
    let key = match (now.id == by.id, now.version == by.version) {
        (true, true) => "rulebook-used",
        (true, false) => "rulebook-used-newer",
        (false, _) => "rulebook-used-other",
    };
    let version = now.version.to_string();
    let mut args =
        vec![("seq", seq.into()), ("id", plain(&now.id).into()), ("version", version.into())];
    let used = words.say(key, &args);
    let Some(error) = &holdings.book_refused else { return used };
    args.push(("reason", words.unusable_rulebook(error).into()));
    words.sentences(&[used, words.say("rulebook-refused", &args)])
}

/// What is known about a rulebook besides what it says.
struct Snapshot {
    membership: MembershipId,
    authority: String,
    hash: Hash,
    used: String,
}

fn view(words: Words, book: &Rulebook, snapshot: Snapshot, today: Date) -> RulebookView {
    let telling = Telling::new(words, book);
    let noticed = telling.noticed();
    let lead = if noticed.is_empty() { "lint-nothing" } else { "lint-lead" };
    let heading =
        if book.in_force_from > today { "rulebook-heading-later" } else { "rulebook-heading" };
    let version = ("version", book.version.to_string().into());
    RulebookView {
        membership: snapshot.membership,
        authority: snapshot.authority,
        name: telling.name(&book.names),
        id: plain(&book.id),
        version: book.version,
        heading: words.say(heading, &[version, ("date", words.date(book.in_force_from).into())]),
        used: snapshot.used,
        hash: in_groups(&snapshot.hash.to_hex()),
        hash_note: words.say("rulebook-hash-note", &[]),
        noticed_title: words.say("lint-title", &[]),
        noticed_lead: words.say(lead, &[]),
        noticed,
        chapters: chapters(telling),
    }
}

fn chapters(telling: Telling<'_>) -> Vec<Chapter> {
    let [adds, takes] = telling.rules_chapters();
    vec![
        telling.scale_chapter(),
        telling.tiers_chapter(),
        telling.dimensions_chapter(),
        telling.stars_chapter(),
        adds,
        takes,
        telling.perks_chapter(),
        telling.restrictions_chapter(),
        telling.contest_chapter(),
        telling.records_chapter(),
        telling.publication_chapter(),
        telling.sources_chapter(),
    ]
}

/// Eight digits, a space, eight digits: as people compare them aloud.
fn in_groups(hex: &str) -> String {
    let mut text = String::with_capacity(hex.len() + hex.len() / 8);
    for (at, digit) in hex.chars().enumerate() {
        if at > 0 && at % 8 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests;
