//! One table: its forms, its sizes, its root, and the changes that lead to it.

use std::collections::BTreeMap;

use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Limits;
use crate::ids::Hash;
use crate::json;

/// The format of rows that this build reads.
const ROWS: u32 = 1;

/// The tree has 2^16 buckets at most.
pub const MAX_BITS: u8 = 16;

/// Rows in a bucket on average at most: a bucket with its path proves one row.
const ROWS_IN_A_BUCKET: u64 = 64;

/// Bytes after decompression for each byte that is fetched, at most.
const MOST_RATIO: u64 = 50;

/// Change sets that an index names for one table at most.
pub const MAX_CHANGES: usize = 30;

/// Forms in which one table is served at most.
const MAX_FORMS: usize = 4;

/// A table in each form that its publisher serves it, for apps of several ages. It holds the
/// newest form that this build reads; later ones are left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms(Table);

/// Rows in one compressed file, and the Merkle root over them (PROTOCOL §2.2.4, §2.2.5).
///
/// The file is one zstd frame (window ≤ 8 MiB, no dictionary) of exactly `raw_bytes` bytes: one
/// JSON object a line, each line ended by `\n`, in rising order of the row's key, no key twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// The format of its rows; this page describes 1.
    pub v: u32,
    /// The target's path.
    pub snapshot: String,
    /// How many lines.
    pub rows: u32,
    /// Bytes after decompression, exactly.
    pub raw_bytes: u32,
    /// The tree has 2^`bits` buckets, 0 to 16.
    pub bits: u8,
    /// The Merkle root.
    pub root: Hash,
    /// Changes from earlier versions, the oldest first; each leads to the next one's base, the
    /// last to `root`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_CHANGES)))]
    pub changes: Vec<ChangeSet>,
}

/// A file of changes: one zstd frame, lines in rising order of the key, each a row in its new
/// form or `{"gone":"<key>"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeSet {
    /// The target's path.
    pub path: String,
    /// The Merkle root of the table that it changes.
    pub base: Hash,
    /// The Merkle root of the table that it makes.
    pub result: Hash,
    /// How many lines.
    pub rows: u32,
    /// Bytes after decompression.
    pub raw_bytes: u32,
}

/// A form as it is read. `v` to `changes` keep name and type in every version; what a later
/// version adds is not for this build.
#[derive(Deserialize)]
struct AnyForm {
    v: u32,
    snapshot: String,
    rows: u32,
    raw_bytes: u32,
    bits: u8,
    root: Hash,
    #[serde(default, deserialize_with = "json::list::<_, _, MAX_CHANGES>")]
    changes: Vec<ChangeSet>,
    #[serde(flatten)]
    more: BTreeMap<String, IgnoredAny>,
}

impl Forms {
    /// A table that is served in one form.
    #[must_use]
    pub const fn one(table: Table) -> Self {
        Self(table)
    }

    /// The newest form that this build reads.
    #[must_use]
    pub const fn table(&self) -> &Table {
        &self.0
    }
}

impl Serialize for Forms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [&self.0].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let forms: Vec<AnyForm> = json::list::<_, _, MAX_FORMS>(deserializer)?;
        let versions: Vec<u32> = forms.iter().map(|form| form.v).collect();
        if versions.windows(2).any(|pair| matches!(pair, [a, b] if a >= b)) {
            return Err(Error::custom("forms out of order, or one twice"));
        }
        let form = forms.into_iter().find(|form| form.v == ROWS);
        let form = form.ok_or_else(|| Error::custom("no form of a table that this app reads"))?;
        if let Some(name) = form.more.keys().next() {
            return Err(Error::custom(format_args!("unknown field `{name}`")));
        }
        let AnyForm { v, snapshot, rows, raw_bytes, bits, root, changes, more: _ } = form;
        Ok(Self(Table { v, snapshot, rows, raw_bytes, bits, root, changes }))
    }
}

impl Table {
    /// Checks its sizes and its chain of changes.
    ///
    /// # Errors
    /// What is too large or does not fit, as a lower-case fragment.
    pub fn check(&self, limits: Limits) -> Result<(), String> {
        let Self { rows, raw_bytes, bits, .. } = *self;
        let Limits { rows: most_rows, raw_bytes: most_bytes } = limits;
        if rows > most_rows {
            return Err(format!("a table has {rows} rows where at most {most_rows} are allowed"));
        }
        if raw_bytes > most_bytes {
            return Err(format!(
                "a table has {raw_bytes} bytes where at most {most_bytes} are allowed"
            ));
        }
        if bits > MAX_BITS {
            return Err(format!("a tree of 2^{bits} buckets is too large"));
        }
        let (rows, buckets) = (u64::from(rows), 1_u64 << bits);
        if rows > ROWS_IN_A_BUCKET * buckets || buckets > (4 * rows).max(1) {
            return Err(format!("a tree of 2^{bits} buckets does not fit {rows} rows"));
        }
        self.check_changes(most_bytes)
    }

    /// Whether a compressed file of `length` bytes may unpack to so many.
    #[must_use]
    pub fn may_unpack(raw_bytes: u32, length: u64) -> bool {
        u64::from(raw_bytes) <= length.saturating_mul(MOST_RATIO)
    }

    fn check_changes(&self, most_bytes: u32) -> Result<(), String> {
        let bases = self.changes.iter().skip(1).map(|change| change.base);
        let chained = self.changes.iter().map(|change| change.result).eq(bases.chain([self.root]));
        if !self.changes.is_empty() && !chained {
            return Err("its changes do not lead to its table".to_owned());
        }
        if self.changes.iter().any(|change| change.raw_bytes > most_bytes) {
            return Err("a change is larger than its table may be".to_owned());
        }
        Ok(())
    }
}
