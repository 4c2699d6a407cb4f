//! Change sets (PROTOCOL §2.2.4): lines that put a row in place of the one with its key, or take one
//! off. What they lead to is known only when the tree over the changed rows has the signed root.

use std::cmp::Ordering;
use std::io::Read;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Kept, Lines, Row, TableError, canonical};
use standing_model::json;
use standing_model::register::ChangeSet;

/// Bytes of one change set after decompression at most: a larger one is no shorter way than the
/// table itself.
pub const MAX_CHANGE_BYTES: u32 = 32 << 20;

/// What takes a row off: its key, and for a listing its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// The row's key.
    pub gone: String,
    /// The id of a listing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_id: Option<String>,
}

/// One line of a change set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<R> {
    /// The row in its new form.
    Row(R),
    /// The row is in the table no longer.
    Gone(Gone),
}

impl<R: Row> Change<R> {
    /// What decides the bucket.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Row(row) => row.key(),
            Self::Gone(gone) => &gone.gone,
        }
    }

    /// What comes second in the order of rows.
    #[must_use]
    pub fn second(&self) -> &str {
        match self {
            Self::Row(row) => row.second(),
            Self::Gone(gone) => gone.list_id.as_deref().unwrap_or_default(),
        }
    }
}

/// Reads a change set whole: as many lines as the index says, in rising order of the key, each
/// once and in its one form.
///
/// # Errors
/// [`TableError`] for what is wrong with the file.
pub fn read_changes<R: Kept>(
    file: impl Read,
    set: &ChangeSet,
) -> Result<Vec<Change<R::Signed>>, TableError> {
    let limits = (set.rows, set.raw_bytes.min(MAX_CHANGE_BYTES));
    let mut lines = Lines::open(file, limits, R::Signed::MAX_BYTES)?;
    let mut changes: Vec<Change<R::Signed>> = Vec::new();
    while let Some((line, bytes)) = lines.next()? {
        let change = read_line(bytes, line)?;
        if let Some(before) = changes.last() {
            let order = (before.key(), before.second()).cmp(&(change.key(), change.second()));
            if order != Ordering::Less {
                return Err(TableError::Order { line });
            }
        }
        changes.push(change);
    }
    lines.finish()?;
    Ok(changes)
}

fn read_line<R: Row + DeserializeOwned>(bytes: &[u8], line: u32) -> Result<Change<R>, TableError> {
    if !bytes.starts_with(b"{\"gone\":") {
        return canonical(bytes, line).map(Change::Row);
    }
    let text = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let gone: Gone = json::read(text, R::MAX_BYTES).map_err(|why| TableError::Row { line, why })?;
    let form = serde_json::to_vec(&gone);
    if form.is_ok_and(|form| form == text) && gone.list_id.is_some() == R::HAS_SECOND {
        Ok(Change::Gone(gone))
    } else {
        Err(TableError::NotCanonical { line })
    }
}

/// The changes that lead from some rows to others, both in rising order, as the bytes of a change
/// set before compression, and how many lines they are.
///
/// # Errors
/// [`TableError::Line`] for a row that is too long.
pub fn write_changes<R: Row + PartialEq>(
    before: &[R],
    after: &[R],
) -> Result<(Vec<u8>, u32), TableError> {
    let (mut out, mut lines) = (Vec::new(), 0_u32);
    let (mut old, mut new) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return Ok((out, lines)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.order(new),
        };
        let (old, new) = match order {
            Ordering::Less => (old.next(), None),
            Ordering::Greater => (None, new.next()),
            Ordering::Equal => (old.next(), new.next()),
        };
        let line = match (old, new) {
            (old, Some(new)) if old != Some(new) => super::row_line(new, lines)?,
            (Some(old), None) => {
                let list_id = R::HAS_SECOND.then(|| old.second().to_owned());
                let gone = Gone { gone: old.key().to_owned(), list_id };
                let mut line = serde_json::to_vec(&gone)
                    .map_err(|error| TableError::Row { line: lines, why: error.to_string() })?;
                line.push(b'\n');
                line
            }
            _ => continue,
        };
        out.extend(line);
        lines = lines.saturating_add(1);
    }
}
