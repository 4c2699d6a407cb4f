//! Tables of the register: canonical rows in one compressed file, and the Merkle root over them.
//!
//! A table that reads without an error is exactly the one that its index names: one zstd frame
//! (window ≤ 8 MiB, no dictionary) of `raw_bytes` bytes, `rows` lines, each the canonical form of
//! its row, in rising order, and a Merkle root equal to the index's. The same code writes it.

mod changes;
pub mod tree;

use std::cmp::Ordering;
use std::io::{self, BufRead, BufReader, Read, Write};

use ruzstd::decoding::StreamingDecoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use standing_model::ids::Hash;
use standing_model::json;
use standing_model::listing::Listing;
use standing_model::register::{
    MAX_LISTING_BYTES, MAX_LISTINGS_OF_ONE, MAX_ROW_BYTES, Organisation, Product, Table,
};
use standing_model::row_code::{Code, RowCode};

pub use changes::{Change, Gone, MAX_CHANGE_BYTES, read_changes, write_changes};
use tree::Tree;

/// The window of a frame at most (PROTOCOL §2.2.4).
pub const MAX_WINDOW_BYTES: u64 = 8 * 1024 * 1024;

/// A row as it is written in a table.
pub trait Row: Serialize {
    /// Bytes of a row, with its `\n`, at most.
    const MAX_BYTES: usize;

    /// Rows of one key at most.
    const MAX_OF_ONE: u32;

    /// Whether a key has several rows, told apart by [`Self::second`].
    const HAS_SECOND: bool = false;

    /// What decides the bucket: hashed, its leading bits are the bucket's number.
    fn key(&self) -> &str;

    /// What comes second in the order of rows; empty where a key has one row.
    fn second(&self) -> &str {
        ""
    }

    /// The order of rows in the file; `Equal` is a duplicate key.
    fn order(&self, other: &Self) -> Ordering {
        (self.key(), self.second()).cmp(&(other.key(), other.second()))
    }
}

/// A row that this phone keeps, made from one that was signed.
pub trait Kept: Sized {
    /// The row as it is signed.
    type Signed: Row + DeserializeOwned;

    /// The row to keep; none if it is to be left out.
    fn admit(signed: Self::Signed) -> Option<Self>;
}

impl<C: Code> Row for Organisation<C> {
    const MAX_BYTES: usize = MAX_ROW_BYTES;
    const MAX_OF_ONE: u32 = 1;

    fn key(&self) -> &str {
        self.uscc.as_str()
    }
}

impl<C: Code> Row for Product<C> {
    const MAX_BYTES: usize = MAX_ROW_BYTES;
    const MAX_OF_ONE: u32 = 1;

    fn key(&self) -> &str {
        &self.prefix
    }
}

impl<C: Code> Row for Listing<C> {
    const MAX_BYTES: usize = MAX_LISTING_BYTES;
    const MAX_OF_ONE: u32 = MAX_LISTINGS_OF_ONE;
    const HAS_SECOND: bool = true;

    fn key(&self) -> &str {
        self.uscc.as_str()
    }

    fn second(&self) -> &str {
        self.list_id.as_str()
    }
}

impl Kept for Organisation {
    type Signed = Organisation<RowCode>;

    fn admit(signed: Self::Signed) -> Option<Self> {
        signed.admitted()
    }
}

impl Kept for Product {
    type Signed = Product<RowCode>;

    fn admit(signed: Self::Signed) -> Option<Self> {
        signed.admitted()
    }
}

impl Kept for Listing {
    type Signed = Listing<RowCode>;

    fn admit(signed: Self::Signed) -> Option<Self> {
        signed.admitted()
    }
}

/// Why a file is not the table that its index names. Lines count from 1.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file could not be read or written.
    #[error("read the table's file: {0}")]
    File(#[source] io::Error),
    /// Not one zstd frame within the limits, or cut off.
    #[error("unpack the table: {0}")]
    Frame(String),
    /// Something comes after the frame.
    #[error("use the table: something stands after its end")]
    Trailing,
    /// Not as long as the index says.
    #[error("use the table: it is not {want} bytes long")]
    Length {
        /// Bytes that the index names.
        want: u32,
    },
    /// A line that is too long, or the last one without its end.
    #[error("use the table: line {line} is too long or has no end")]
    Line {
        /// Which.
        line: u32,
    },
    /// A line that is not a row.
    #[error("read line {line} of the table: {why}")]
    Row {
        /// Which.
        line: u32,
        /// What is wrong with it.
        why: String,
    },
    /// A row that is written in another way than the one.
    #[error("use the table: line {line} is not in its one form")]
    NotCanonical {
        /// Which.
        line: u32,
    },
    /// A row that is out of order, or there twice.
    #[error("use the table: line {line} is out of order or there twice")]
    Order {
        /// Which.
        line: u32,
    },
    /// More rows about one organisation than there may be.
    #[error("use the table: line {line} is one row too many about one organisation")]
    TooMany {
        /// Which.
        line: u32,
    },
    /// More or fewer rows than the index says.
    #[error("use the table: it has {got} rows where its index says {want}")]
    Rows {
        /// Rows in the file.
        got: u32,
        /// Rows that the index names.
        want: u32,
    },
    /// A change set takes a row off that is not in the table.
    #[error("use the changes: they take off the row of {key}, which is not there")]
    NotHeld {
        /// The row's key.
        key: String,
    },
    /// A change set names a row that is not kept, because its code is no organisation's.
    #[error("use the changes: they are of a row that this phone does not keep")]
    LeftOut,
    /// Too many rows whose codes were chosen to fall into one place.
    #[error("use the table: too many of its codes fall into one bucket")]
    Crowded,
    /// Another root than the index signs.
    #[error("use the table: its rows are not the signed ones")]
    Root,
    /// The index asks for a tree that is too large.
    #[error("use the table: a tree of 2^{0} buckets is too large")]
    Bits(u8),
}

/// Reads a table and hands over each row; `Ok` only if the whole of it is the signed one, with the
/// number of rows that were left out because their code is no organisation's.
///
/// Rows are handed over *before* the root is known to be right: take them into a transaction, and
/// end it by what this function returns. It holds one row and the zstd window, and 2^`bits` hash
/// states at most.
///
/// # Errors
/// [`TableError`] for what is wrong with the file, or whatever `take` returns.
pub fn read<R: Kept, E: From<TableError>>(
    file: impl Read,
    table: &Table,
    take: impl FnMut(R) -> Result<(), E>,
) -> Result<u32, E> {
    read_with_leaves(file, table, take).map(|(left_out, _)| left_out)
}

/// As [`read`], with the hashes of all buckets besides.
///
/// # Errors
/// As [`read`].
pub fn read_with_leaves<R: Kept, E: From<TableError>>(
    file: impl Read,
    table: &Table,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(u32, Vec<Hash>), E> {
    let mut lines = Lines::open(file, (table.rows, table.raw_bytes), R::Signed::MAX_BYTES)?;
    let mut tree = Tree::new(table.bits)?;
    let mut sequence = Sequence::<R::Signed>::new();
    let mut left_out = 0_u32;
    let mut hand_over = |row: R::Signed| match R::admit(row) {
        Some(row) => take(row),
        None => {
            left_out = left_out.saturating_add(1);
            Ok(())
        }
    };
    while let Some((line, bytes)) = lines.next()? {
        let row: R::Signed = canonical(bytes, line)?;
        tree.add(row.key(), bytes);
        if let Some(before) = sequence.next(row, line)? {
            hand_over(before)?;
        }
    }
    lines.finish()?;
    let leaves = tree.leaves();
    if tree::fold(leaves.clone()) != table.root {
        return Err(TableError::Root.into());
    }
    sequence.last.map_or(Ok(()), hand_over)?;
    Ok((left_out, leaves))
}

/// Reads a table whole, and gives the lines of the bucket that a key falls into, with the hashes of
/// all buckets.
///
/// # Errors
/// [`TableError`] if the file is not the table that its index names.
pub fn read_bucket<R: Kept>(
    file: impl Read,
    table: &Table,
    key: &str,
) -> Result<(Vec<Vec<u8>>, Vec<Hash>), TableError> {
    let mut lines = Lines::open(file, (table.rows, table.raw_bytes), R::Signed::MAX_BYTES)?;
    let mut tree = Tree::new(table.bits)?;
    let mut sequence = Sequence::<R::Signed>::new();
    let wanted = tree::bucket(tree::slot(key), table.bits);
    let mut bucket = Vec::new();
    while let Some((line, bytes)) = lines.next()? {
        let row: R::Signed = canonical(bytes, line)?;
        tree.add(row.key(), bytes);
        if tree::bucket(tree::slot(row.key()), table.bits) == wanted {
            bucket.push(bytes.to_vec());
        }
        sequence.next(row, line)?;
    }
    lines.finish()?;
    let leaves = tree.leaves();
    if tree::fold(leaves.clone()) == table.root {
        Ok((bucket, leaves))
    } else {
        Err(TableError::Root)
    }
}

/// The rows of a key among the lines of its bucket.
///
/// # Errors
/// [`TableError`] for a line that is no row.
pub fn rows_of<R: Kept>(lines: &[Vec<u8>], key: &str) -> Result<Vec<R>, TableError> {
    let mut rows = Vec::new();
    for (line, bytes) in (1..).zip(lines) {
        let row: R::Signed = canonical(bytes, line)?;
        if row.key() == key {
            rows.extend(R::admit(row));
        }
    }
    Ok(rows)
}

/// Rows one after another: rising, and not too many of one key.
struct Sequence<R> {
    last: Option<R>,
    of_one: u32,
}

impl<R: Row> Sequence<R> {
    const fn new() -> Self {
        Self { last: None, of_one: 0 }
    }

    /// Takes the next row; the one before it.
    fn next(&mut self, row: R, line: u32) -> Result<Option<R>, TableError> {
        if let Some(last) = &self.last {
            if last.order(&row) != Ordering::Less {
                return Err(TableError::Order { line });
            }
            self.of_one = if last.key() == row.key() { self.of_one.saturating_add(1) } else { 0 };
        }
        if self.of_one >= R::MAX_OF_ONE {
            return Err(TableError::TooMany { line });
        }
        Ok(self.last.replace(row))
    }
}

/// Writes rows as a table's bytes before compression, and says what its index says about them.
///
/// # Errors
/// [`TableError::Order`] if the rows are not in rising order, [`TableError::File`] if `out` fails.
pub fn write<'a, R: Row + 'a>(
    rows: impl IntoIterator<Item = &'a R>,
    snapshot: &str,
    bits: u8,
    mut out: impl Write,
) -> Result<Table, TableError> {
    let mut tree = Tree::new(bits)?;
    let (mut line, mut raw_bytes) = (0_u32, 0_u32);
    let mut before: Option<&R> = None;
    for row in rows {
        line = line.saturating_add(1);
        if before.is_some_and(|before| before.order(row) != Ordering::Less) {
            return Err(TableError::Order { line });
        }
        before = Some(row);
        let bytes = row_line(row, line)?;
        tree.add(row.key(), &bytes);
        out.write_all(&bytes).map_err(TableError::File)?;
        raw_bytes = u32::try_from(bytes.len())
            .ok()
            .and_then(|bytes| raw_bytes.checked_add(bytes))
            .ok_or(TableError::Line { line })?;
    }
    let (snapshot, root) = (snapshot.to_owned(), tree::fold(tree.leaves()));
    Ok(Table { v: 1, snapshot, rows: line, raw_bytes, bits, root, changes: Vec::new() })
}

/// The Merkle root over lines, each with its key and its `\n`, in the file's order.
///
/// # Errors
/// [`TableError::Bits`] if the tree is too large.
pub fn merkle_root<'a>(
    lines: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    bits: u8,
) -> Result<Hash, TableError> {
    let mut tree = Tree::new(bits)?;
    for (key, line) in lines {
        tree.add(key, line);
    }
    Ok(tree::fold(tree.leaves()))
}

/// The lines of a compressed file, counted and measured.
struct Lines<F: Read> {
    text: BufReader<io::Take<StreamingDecoder<BufReader<F>, ruzstd::decoding::FrameDecoder>>>,
    buffer: Vec<u8>,
    line: u32,
    read: u64,
    rows: u32,
    raw_bytes: u32,
    longest: usize,
}

impl<F: Read> Lines<F> {
    fn open(file: F, (rows, raw_bytes): (u32, u32), longest: usize) -> Result<Self, TableError> {
        let unpacked =
            StreamingDecoder::new_with_max_window_size(BufReader::new(file), MAX_WINDOW_BYTES)
                .map_err(|error| TableError::Frame(error.to_string()))?;
        // One byte more than there may be, so that more is noticed and nothing beyond is unpacked.
        let limit = u64::from(raw_bytes) + 1;
        Ok(Self {
            text: BufReader::new(unpacked.take(limit)),
            buffer: Vec::new(),
            line: 0,
            read: 0,
            rows,
            raw_bytes,
            longest,
        })
    }

    /// The next line with its number and its `\n`; none at the end.
    fn next(&mut self) -> Result<Option<(u32, &[u8])>, TableError> {
        let most = u64::try_from(self.longest).unwrap_or(u64::MAX);
        self.buffer.clear();
        let got = (&mut self.text)
            .take(most + 1)
            .read_until(b'\n', &mut self.buffer)
            .map_err(|error| TableError::Frame(error.to_string()))?;
        self.read += u64::try_from(got).unwrap_or(u64::MAX);
        if self.read > u64::from(self.raw_bytes) {
            return Err(self.wrong_length());
        }
        if got == 0 {
            return Ok(None);
        }
        self.line = self.line.saturating_add(1);
        if self.buffer.last() != Some(&b'\n') {
            return Err(TableError::Line { line: self.line });
        }
        Ok(Some((self.line, &self.buffer)))
    }

    fn finish(self) -> Result<(), TableError> {
        if self.read != u64::from(self.raw_bytes) {
            return Err(self.wrong_length());
        }
        if self.line != self.rows {
            return Err(TableError::Rows { got: self.line, want: self.rows });
        }
        let (mut file, decoder) = self.text.into_inner().into_inner().into_parts();
        if !decoder.is_finished() {
            return Err(TableError::Frame("it is cut off".to_owned()));
        }
        match file.fill_buf() {
            Ok([]) => Ok(()),
            Ok(_) => Err(TableError::Trailing),
            Err(error) => Err(TableError::File(error)),
        }
    }

    fn wrong_length(&self) -> TableError {
        TableError::Length { want: self.raw_bytes }
    }
}

/// Reads a line as a row in its canonical form, so that a row has one hash.
fn canonical<R: Row + DeserializeOwned>(bytes: &[u8], line: u32) -> Result<R, TableError> {
    let text = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let row: R = json::read(text, R::MAX_BYTES).map_err(|why| TableError::Row { line, why })?;
    if row_line(&row, line)? == bytes { Ok(row) } else { Err(TableError::NotCanonical { line }) }
}

/// A row in its canonical form, with its `\n`; `line` is named if it is too long.
///
/// # Errors
/// [`TableError::Line`].
pub fn row_line<R: Row>(row: &R, line: u32) -> Result<Vec<u8>, TableError> {
    let mut bytes = serde_json::to_vec(row)
        .map_err(|error| TableError::Row { line, why: error.to_string() })?;
    bytes.push(b'\n');
    if bytes.len() > R::MAX_BYTES {
        return Err(TableError::Line { line });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
