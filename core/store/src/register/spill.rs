//! Rows of a table that is being read, kept in files by slot until all of it is known to be the
//! signed one: a table of half a gigabyte takes a few megabytes of memory.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use super::RegisterTx;
use super::table::TableRow;
use crate::StoreError;
use standing_verify::register::tree;
use standing_verify::register::{TableError, row_line};

/// Bytes of rows in one part, more or less.
const PART: u32 = 4 << 20;

/// 2^`MOST_PARTS` parts at most.
const MOST_PARTS: u32 = 7;

/// Bytes in one part at most: hashes spread rows evenly unless somebody chose the keys.
const MOST_IN_A_PART: u64 = 8 * PART as u64;

/// Rows by slot, in files that nobody else sees.
pub struct Spill {
    parts: Vec<(BufWriter<File>, u64)>,
    /// Bits of a slot that are the number of its part.
    bits: u32,
}

impl RegisterTx<'_> {
    /// A place for the rows of a table of so many bytes, beside the database.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn spill(&self, raw_bytes: u32) -> Result<Spill, StoreError> {
        let folder = self.sql.path().map(Path::new).and_then(Path::parent);
        Spill::new(folder.ok_or(StoreError::Missing("register.db"))?, raw_bytes)
    }
}

impl Spill {
    fn new(folder: &Path, raw_bytes: u32) -> Result<Self, StoreError> {
        let bits = raw_bytes.div_ceil(PART).max(1).next_power_of_two().ilog2().min(MOST_PARTS);
        let files = (0..1_u32 << bits).map(|_| unnamed(folder));
        let parts: Result<_, StoreError> =
            files.map(|file| Ok((BufWriter::new(file?), 0))).collect();
        Ok(Self { parts: parts?, bits })
    }

    /// Keeps a row.
    ///
    /// # Errors
    /// [`TableError::Crowded`]; [`StoreError`].
    pub fn add<R: TableRow, E: From<StoreError> + From<TableError>>(
        &mut self,
        row: &R,
    ) -> Result<(), E> {
        let slot = tree::slot(row.key());
        let at = usize::try_from(u32::from(slot) >> (16_u32.saturating_sub(self.bits)));
        let file = at.ok().and_then(|at| self.parts.get_mut(at));
        let (file, bytes) = file.ok_or(StoreError::Missing("rows"))?;
        let line = row_line(row, 0)?;
        *bytes = bytes.saturating_add(u64::try_from(line.len()).unwrap_or(u64::MAX));
        if *bytes > MOST_IN_A_PART {
            return Err(TableError::Crowded.into());
        }
        let written = file.write_all(&slot.to_le_bytes()).and_then(|()| file.write_all(&line));
        Ok(written.map_err(StoreError::from)?)
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> u16 {
        u16::try_from(self.parts.len()).unwrap_or(u16::MAX)
    }

    /// The slots in a part: the first and the last.
    pub(super) fn slots(&self, part: u16) -> (u16, u16) {
        tree::slots(part, u8::try_from(self.bits).unwrap_or_default())
    }

    /// The rows of a part by slot, those of one slot in the order in which they were kept.
    pub(super) fn read<R: TableRow>(&mut self, part: u16) -> Result<Vec<(u16, R)>, StoreError> {
        let file = self.parts.get_mut(usize::from(part));
        let (file, _) = file.ok_or(StoreError::Missing("rows"))?;
        file.flush()?;
        let (file, mut bytes) = (file.get_mut(), Vec::new());
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        let (mut rows, mut rest) = (Vec::new(), bytes.as_slice());
        let damaged = || StoreError::Corrupt("rows");
        while let Some((slot, line)) = rest.split_first_chunk::<2>() {
            let end = line.iter().position(|byte| *byte == b'\n').ok_or_else(damaged)?;
            let (line, next) = line.split_at_checked(end.saturating_add(1)).ok_or_else(damaged)?;
            let row = serde_json::from_slice(line).map_err(|_| damaged())?;
            rows.push((u16::from_le_bytes(*slot), row));
            rest = next;
        }
        rows.sort_by_key(|(slot, _)| *slot);
        Ok(rows)
    }
}

/// A file that is gone when it is closed, whatever happens meanwhile.
pub(super) fn unnamed(folder: &Path) -> Result<File, StoreError> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!("rows-{}-{number}.part", std::process::id()));
    let file = File::options().read(true).write(true).create(true).truncate(true).open(&path)?;
    fs::remove_file(&path)?;
    Ok(file)
}
