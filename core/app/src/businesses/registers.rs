//! The registers on this phone.

use super::no_register;
use super::shelf::Shelf;
use crate::App;
use crate::error::{AppError, ErrorKind};
use crate::view::businesses::{RegisterRow, RegistersView};
use crate::words::Words;
use standing_client::transport::host_of;
use standing_model::link::Fingerprint;
use standing_model::register::RegisterIndex;
use standing_model::time::{UnixTime, ZoneOffset};
use standing_store::{PinnedRoot, RootPurpose};

impl App {
    /// The registers that were added to this phone, in the order of adding. One whose data have
    /// not arrived is among them.
    ///
    /// # Errors
    /// `Storage`.
    pub fn registers(&self) -> Result<RegistersView, AppError> {
        let words = self.words();
        let roots = self.read(|tx| tx.roots())?;
        let shelf = match self.shelf() {
            Err(error) if error.kind == ErrorKind::NotFound => None,
            shelf => Some(shelf?),
        };
        let roots = roots.iter().filter(|root| root.purpose == RootPurpose::Register);
        let rows: Vec<RegisterRow> =
            roots.map(|root| row(words, root, shelf.as_ref(), self.here())).collect();
        let empty =
            if rows.is_empty() { no_register(words).problem.happened } else { String::new() };
        Ok(RegistersView { rows, empty })
    }
}

fn row(words: Words, root: &PinnedRoot, shelf: Option<&Shelf>, here: ZoneOffset) -> RegisterRow {
    let mut registers = shelf.into_iter().flat_map(|shelf| &shelf.registers);
    let index = registers.find(|one| one.row.trust == root.trust).map(|one| &one.row.index);
    let host = host_of(&root.repo);
    let (publisher, region) = match index {
        Some(index) => (index.publisher.get(words.0), index.region.get(words.0)),
        None => (host.clone(), String::new()),
    };
    RegisterRow {
        publisher,
        region,
        host,
        fingerprint: Fingerprint::of(&root.trust).grouped(),
        added: added(words, root.pinned_at, here),
        text: index.map_or_else(|| words.say("register-waits", &[]), |index| holds(words, index)),
    }
}

/// "2,000 businesses, lists of 3 authorities."
pub(super) fn holds(words: Words, index: &RegisterIndex) -> String {
    let args = [("rows", index.organisations.rows.into()), ("lists", index.listers.len().into())];
    words.say("register-holds", &args)
}

/// A register of a time before additions were dated has no day.
fn added(words: Words, at: UnixTime, here: ZoneOffset) -> String {
    if at == UnixTime::default() {
        return String::new();
    }
    words.say("register-added-on", &[("date", words.date(at.day_in(here)).into())])
}
