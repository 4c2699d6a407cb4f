//! What was looked up lately: kept sealed on this phone, told to nobody, and erased by one tap.

use super::shelf::Shelf;
use crate::App;
use crate::error::AppError;
use crate::view::businesses::{RecentRow, RecentView};
use standing_model::business::Uscc;
use standing_model::text::plain;
use standing_store::Lookup;

/// Look-ups kept.
const KEPT: usize = 20;

impl App {
    /// The businesses that were opened lately, the newest first, at most 20. No listing is shown
    /// here: a list of names is no place for a verdict.
    ///
    /// # Errors
    /// `Storage`.
    pub fn recent(&self) -> Result<RecentView, AppError> {
        let words = self.words();
        let lookups = self.read(|tx| tx.lookups())?;
        let rows: Result<Vec<RecentRow>, AppError> =
            lookups.iter().map(|lookup| self.recent_row(lookup)).collect();
        let empty = if lookups.is_empty() { words.say("recent-empty", &[]) } else { String::new() };
        Ok(RecentView { rows: rows?, empty })
    }

    /// Forgets every look-up.
    ///
    /// # Errors
    /// `Storage`.
    pub fn erase_recent(&self) -> Result<(), AppError> {
        self.write(|tx| tx.set_lookups(&[]))?;
        self.checkpoint()
    }

    /// A code that no register has is a stranger, and more often a mistake: it is not kept.
    pub(super) fn remember(&self, shelf: &Shelf, code: &Uscc) {
        let lookup = Lookup { uscc: code.clone(), at: shelf.wall };
        let kept = self.write(|tx| {
            let others = tx.lookups()?.into_iter().filter(|one| one.uscc != lookup.uscc);
            let all: Vec<Lookup> =
                std::iter::once(lookup.clone()).chain(others).take(KEPT).collect();
            tx.set_lookups(&all)
        });
        // A full phone still shows the business; it is only not among the recent ones.
        drop(kept);
    }

    fn recent_row(&self, lookup: &Lookup) -> Result<RecentRow, AppError> {
        let words = self.words();
        let (rows, listed) = self.read_register(|tx| {
            Ok((tx.organisations(&lookup.uscc)?, tx.listed_name(&lookup.uscc)?))
        })?;
        let (name, region) = match (rows.into_iter().next(), listed) {
            (Some(row), _) => (plain(&row.organisation.name), row.organisation.region.get(words.0)),
            (None, Some(name)) => (plain(&name), String::new()),
            (None, None) => (words.say("recent-gone", &[]), String::new()),
        };
        Ok(RecentRow {
            uscc: lookup.uscc.as_str().to_owned(),
            code: lookup.uscc.grouped(),
            name,
            region,
            looked_up: words.ago(lookup.at, self.now()),
        })
    }
}
