//! What was looked up lately: kept sealed on this phone, told to nobody, and erased by one tap.

use super::explain_scan;
use crate::App;
use crate::error::AppError;
use crate::view::businesses::{RecentRow, RecentView};
use crate::words::Words;
use standing_model::business::Uscc;
use standing_model::scan::ScanError;
use standing_model::text::plain;
use standing_store::{Lookup, OrganisationRow, StoreError};

/// Look-ups kept.
const KEPT: usize = 20;

impl App {
    /// The businesses that were opened lately, the newest first, at most 20. No listing is shown
    /// here: a list of names is no place for a verdict.
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
        let code: Uscc = uscc
            .parse()
            .map_err(|error| explain_scan(self.words(), &ScanError::Business(error)))?;
        let (snapshot, about) = self.shelf_with(|tx, snapshot| snapshot.read_about(tx, &code))?;
        if !about.is_known() {
            return Ok(());
        }
        let lookup = Lookup { uscc: code, at: snapshot.wall };
        self.write(|tx| {
            let others = tx.lookups()?.into_iter().filter(|one| one.uscc != lookup.uscc);
            let all: Vec<Lookup> =
                std::iter::once(lookup.clone()).chain(others).take(KEPT).collect();
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
    RecentRow { uscc: none(), code: none(), name, region, looked_up: none() }
}
