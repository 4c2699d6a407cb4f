//! What was looked up lately: kept sealed on this phone, told to nobody, and erased by one tap.

use super::snapshot::{About, Register, Snapshot, Standing};
use crate::App;
use crate::error::AppError;
use crate::view::businesses::{RecentRow, RecentView};
use crate::words::Words;
use standing_model::text::plain;
use standing_store::{Lookup, OrganisationRow, SaidThen, StoreError};

/// Look-ups kept.
const KEPT: usize = 20;

impl App {
    /// The businesses that were opened lately, the newest first, at most 20, and in a sentence what
    /// the lists said that day. No tag is shown here: it would read as what they say now.
    ///
    /// # Errors
    /// `Storage`.
    pub fn recent(&self) -> Result<RecentView, AppError> {
        let (words, now) = (self.words(), self.now());
        let lookups = self.read(|tx| tx.lookups())?;
        let names = self.read_register(|tx| {
            let name = |lookup: &Lookup| {
                Ok((tx.organisations(&lookup.uscc)?, tx.listed_name(&lookup.uscc)?))
            };
            lookups.iter().map(name).collect::<Result<Vec<_>, StoreError>>()
        })?;
        let rows = lookups.iter().zip(names);
        let rows = rows.map(|(lookup, (rows, listed))| RecentRow {
            uscc: lookup.uscc.as_str().to_owned(),
            code: lookup.uscc.grouped(),
            looked_up: words.ago(lookup.at, now),
            said: lookup.said.map(|said| said_then(said, words)).unwrap_or_default(),
            ..named(rows.first(), listed.as_deref(), words)
        });
        let empty = if lookups.is_empty() { words.say("recent-empty", &[]) } else { String::new() };
        Ok(RecentView { rows: rows.collect(), empty })
    }

    /// Forgets every look-up.
    ///
    /// # Errors
    /// `Storage`.
    pub fn erase_recent(&self) -> Result<(), AppError> {
        self.write(|tx| tx.set_lookups(&[]))?;
        self.checkpoint()
    }

    /// Notes that a business was opened, so that it is among the recent ones. A code that no
    /// register has is more often a mistake: it is not kept, and that is no error.
    ///
    /// # Errors
    /// As [`App::business`].
    pub fn note_lookup(&self, uscc: &str) -> Result<(), AppError> {
        let code = self.code(uscc)?;
        let (snapshot, about) =
            self.registers_with(|tx, snapshot| snapshot.read_about(tx, &code))?;
        let said = about.is_known().then(|| snapshot.said_now(&about));
        self.write(|tx| {
            // Who looks at it has seen what changed, also that no register has it any more.
            let mut watched = tx.watched()?;
            let opened = watched.iter_mut().find(|one| one.uscc == code);
            if let Some(opened) = opened.filter(|one| !one.changes.is_empty()) {
                opened.changes.clear();
                tx.set_watched(&watched)?;
            }
            if said.is_none() {
                return Ok(());
            }
            let lookup = Lookup { uscc: code.clone(), at: snapshot.wall, said };
            let others = tx.lookups()?.into_iter().filter(|one| one.uscc != code);
            let all: Vec<Lookup> = std::iter::once(lookup).chain(others).take(KEPT).collect();
            tx.set_lookups(&all)
        })
    }
}

/// A row's name and region, as a register has them now.
fn named(row: Option<&OrganisationRow>, listed: Option<&str>, words: Words) -> RecentRow {
    let (name, region) = match (row, listed) {
        (Some(row), _) => (plain(&row.organisation.name), row.organisation.region.get(words.0)),
        (None, Some(name)) => (plain(name), String::new()),
        (None, None) => (words.say("recent-gone", &[]), String::new()),
    };
    let none = String::new;
    RecentRow { uscc: none(), code: none(), name, region, looked_up: none(), said: none() }
}

pub(super) fn said_then(SaidThen { black, red, known }: SaidThen, words: Words) -> String {
    let counted = [("recent-black", black), ("recent-red", red)];
    let counted = counted.into_iter().filter(|(_, n)| *n > 0);
    let mut said: Vec<String> =
        counted.map(|(key, n)| words.say(key, &[("n", n.into())])).collect();
    match (said.is_empty(), known) {
        (true, true) => said.push(words.say("recent-not-listed", &[])),
        (_, false) => said.push(words.say("recent-unknown", &[])),
        (false, true) => {}
    }
    words.say("recent-said", &[("what", words.row(&said).into())])
}

impl Snapshot {
    fn said_now(&self, about: &About) -> SaidThen {
        let known = Self::all_known(&self.verdicts(about));
        SaidThen { black: count(about, false, None), red: count(about, true, None), known }
    }

    /// The same of one register.
    pub(super) fn said_in(&self, register: &Register, about: &About) -> SaidThen {
        let known = Self::all_known(&self.verdicts_in(register, about));
        let of = Some(register.row.id);
        SaidThen { black: count(about, false, of), red: count(about, true, of), known }
    }
}

/// Listings of lists in date, in one register or in all that the person relies on.
fn count(about: &About, red: bool, register: Option<i64>) -> u32 {
    let ours = |one: &&Standing| {
        one.in_date
            && one.listing.list_type.is_red() == red
            && register.is_none_or(|register| one.register == register)
    };
    u32::try_from(about.standing.iter().filter(ours).count()).unwrap_or(u32::MAX)
}
