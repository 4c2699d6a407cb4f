//! Businesses that the person watches: compared on this phone after each update of the registers.
//! Nobody learns whom somebody watches.

use super::explain_scan;
use super::snapshot::{About, Snapshot};
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::CheckState;
use crate::view::watched::{WatchGroup, WatchedRow, WatchedView};
use crate::words::Words;
use standing_model::business::Uscc;
use standing_model::listing::ListingState;
use standing_model::scan::ScanError;
use standing_model::time::{Date, ZoneOffset};
use standing_store::{Noticed, RegisterTx, RootPurpose, StoreError, Tx, Watched};
use standing_verify::watched::{Change, Held, HeldListing, compare};

/// Businesses watched at most.
const MOST: usize = 50;
/// Changes kept of one business at most: the newest.
const MOST_CHANGES: usize = 20;

impl App {
    /// The businesses that are watched: what changed since the person last opened each.
    ///
    /// # Errors
    /// `Storage`.
    pub fn watched(&self) -> Result<WatchedView, AppError> {
        let (snapshot, abouts, watched) =
            self.all_registers_with(Snapshot::each_watched, |tx| tx.watched())?;
        let (words, here) = (snapshot.words, self.here());
        let rows = watched.iter().zip(&abouts);
        let mut rows: Vec<WatchedRow> =
            rows.map(|(one, about)| snapshot.watched(one, about, here)).collect();
        rows.sort_by_key(|row| row.group);
        let changed = rows.iter().filter(|row| row.group == WatchGroup::Changed).count();
        let all = ("n", rows.len().into());
        let text = match (rows.is_empty(), changed) {
            (true, _) => words.say("watched-empty", &[]),
            (false, 0) => words.say("watched-same", &[all]),
            (false, changed) => words.say("watched-changed", &[all, ("changed", changed.into())]),
        };
        let changed = u32::try_from(changed).unwrap_or(u32::MAX);
        Ok(WatchedView { rows, changed, text })
    }

    /// Watches a business. What the registers say of it now is what later updates are compared
    /// with. One that is watched already stays as it is.
    ///
    /// # Errors
    /// `Invalid` for what is no code, `NotFound` without a register or for a code that none has or
    /// lists, `Refused` if 50 are watched already, `Storage`.
    pub fn watch(&self, uscc: &str) -> Result<(), AppError> {
        let (words, code) = (self.words(), self.code(uscc)?);
        let (snapshot, about) =
            self.registers_with(|tx, snapshot| snapshot.read_about(tx, &code))?;
        if !about.is_known() {
            return Err(words.error(ErrorKind::NotFound, "watch-unknown", &[]));
        }
        let (name, held) = (about.name(), snapshot.held(&about));
        let new = Watched { uscc: code, name, since: snapshot.wall, held, changes: Vec::new() };
        let kept = self.write(|tx| {
            let mut all = tx.watched()?;
            if all.iter().any(|one| one.uscc == new.uscc) {
                return Ok(true);
            }
            let has_room = all.len() < MOST;
            if has_room {
                all.push(new.clone());
                tx.set_watched(&all)?;
            }
            Ok(has_room)
        })?;
        let full = || words.error(ErrorKind::Refused, "watch-full", &[("most", MOST.into())]);
        kept.then_some(()).ok_or_else(full)
    }

    /// Stops watching a business, and forgets what was kept of it. One that is not watched is no
    /// error.
    ///
    /// # Errors
    /// `Invalid` for what is no code; `Storage`.
    pub fn unwatch(&self, uscc: &str) -> Result<(), AppError> {
        let code = self.code(uscc)?;
        self.write(|tx| {
            let mut all = tx.watched()?;
            all.retain(|one| one.uscc != code);
            tx.set_watched(&all)
        })?;
        self.checkpoint()
    }

    /// Stops watching all of them.
    ///
    /// # Errors
    /// `Storage`.
    pub fn erase_watched(&self) -> Result<(), AppError> {
        self.write(|tx| tx.set_watched(&[]))?;
        self.checkpoint()
    }

    /// Compares what the registers say now with what they said before; how many changed. Nothing
    /// is noted while the phone is locked: the next comparison finds the same.
    pub(crate) fn notice_watched(&self) -> Result<usize, AppError> {
        self.compare_watched(true)
    }

    /// Takes what the registers say now as what later updates are compared with: what the person
    /// changed about the registers is no news to them.
    pub(super) fn accept_watched(&self) -> Result<(), AppError> {
        self.compare_watched(false).map(drop)
    }

    fn compare_watched(&self, is_news: bool) -> Result<usize, AppError> {
        let watched = |tx: &Tx<'_>| if tx.can_read() { tx.watched() } else { Ok(Vec::new()) };
        let (snapshot, abouts, watched) =
            self.all_registers_with(Snapshot::each_watched, watched)?;
        if !snapshot.is_comparable() {
            return Ok(0);
        }
        let compared = watched.iter().zip(&abouts);
        let compared: Vec<Watched> =
            compared.map(|(one, about)| snapshot.compared(one, about, is_news)).collect();
        let changed = compared.iter().zip(&watched);
        let changed = changed.filter(|(now, before)| now.changes != before.changes).count();
        if compared != watched {
            self.write(|tx| {
                // One that the person opened or stopped watching meanwhile is as they left it.
                let mut all = tx.watched()?;
                for one in &mut all {
                    let before = watched.iter().position(|before| before == one);
                    let now = before.and_then(|at| compared.get(at));
                    now.into_iter().for_each(|now| one.clone_from(now));
                }
                tx.set_watched(&all)
            })?;
        }
        Ok(changed)
    }

    /// The code in a text.
    pub(super) fn code(&self, text: &str) -> Result<Uscc, AppError> {
        text.parse().map_err(|error| explain_scan(self.words(), &ScanError::Business(error)))
    }
}

impl Snapshot {
    #[expect(clippy::ptr_arg, reason = "it is handed on as what was read")]
    fn each_watched(
        tx: &RegisterTx<'_>,
        snapshot: &Self,
        watched: &Vec<Watched>,
    ) -> Result<Vec<About>, StoreError> {
        watched.iter().map(|one| snapshot.read_about(tx, &one.uscc)).collect()
    }

    /// Whether every register is here, and the clock says no earlier day than what was signed: else
    /// listings are missing that nobody took off.
    fn is_comparable(&self) -> bool {
        let roots = self.roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let mut here = self.registers.iter();
        roots.count() == self.registers.len()
            && here.all(|register| register.today() <= register.day(self.wall))
    }

    /// What is compared later: no word of a listing.
    fn held(&self, about: &About) -> Held {
        let trust = |id: i64| self.registers.iter().find(|one| one.row.id == id);
        let listings = about.standing.iter().filter_map(|one| {
            Some(HeldListing::of(trust(one.register)?.row.trust, &one.iss, &one.listing))
        });
        let registered = about.organisations.first().map(|row| row.organisation.name.clone());
        Held { registered, listings: listings.collect() }
    }

    fn compared(&self, before: &Watched, about: &About, is_news: bool) -> Watched {
        let held = self.held(about);
        let mut now = before.clone();
        if is_news {
            let today = self.relied().map(super::snapshot::Register::today).max();
            let found = today.map(|today| compare(&before.held, &held, today)).unwrap_or_default();
            now.changes.extend(found.into_iter().map(|change| Noticed { at: self.wall, change }));
            let over = now.changes.len().saturating_sub(MOST_CHANGES);
            drop(now.changes.drain(..over));
        }
        if about.is_known() {
            now.name = about.name();
        }
        now.held = held;
        now
    }

    fn watched(&self, one: &Watched, about: &About, here: ZoneOffset) -> WatchedRow {
        let view = self.business(&one.uscc, about);
        let known = view.verdicts.iter().all(|line| line.state != CheckState::Unknown);
        let group = match (one.changes.is_empty(), known) {
            (false, _) => WatchGroup::Changed,
            (true, true) => WatchGroup::Same,
            (true, false) => WatchGroup::Unknown,
        };
        let changes = one.changes.iter().map(|noticed| self.noticed(*noticed, here));
        let unknown = view.verdicts.iter().find(|line| line.state == CheckState::Unknown);
        let why = unknown.filter(|_| group == WatchGroup::Unknown).map(|line| line.text.clone());
        let since = ("date", self.words.date(one.since.day_in(here)).into());
        let mut card = view.card;
        if card.name.is_empty() {
            card.name.clone_from(&one.name);
        }
        WatchedRow {
            card,
            group,
            changes: changes.collect(),
            unknown: why.unwrap_or_default(),
            since: self.words.say("watched-since", &[since]),
        }
    }

    fn noticed(&self, Noticed { at, change }: Noticed, here: ZoneOffset) -> String {
        let noticed = ("date", self.words.date(at.day_in(here)).into());
        let what = ("what", said(self.words, change).into());
        self.words.say("watched-noticed", &[noticed, what])
    }
}

fn said(words: Words, change: Change) -> String {
    let date = |last: Date| [("date", words.date(last).into())];
    match change {
        Change::Entered => words.say("noticed-entered", &[]),
        Change::Left => words.say("noticed-left", &[]),
        Change::Renamed => words.say("noticed-renamed", &[]),
        Change::Listed { red: false } => words.say("noticed-listed", &[]),
        Change::Listed { red: true } => words.say("noticed-commended", &[]),
        Change::Ended { red: false, last } => words.say("noticed-ended", &date(last)),
        Change::Ended { red: true, last } => words.say("noticed-ended-red", &date(last)),
        Change::Removed { red: false } => words.say("noticed-removed", &[]),
        Change::Removed { red: true } => words.say("noticed-removed-red", &[]),
        Change::Reply => words.say("noticed-reply", &[]),
        Change::State(ListingState::Contested) => words.say("noticed-contested", &[]),
        Change::State(ListingState::AppealWindow) => words.say("noticed-appeal", &[]),
        Change::State(_) => words.say("noticed-published", &[]),
        Change::Details => words.say("noticed-details", &[]),
    }
}
