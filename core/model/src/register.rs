//! The public register: organisations, product prefixes, and the tables that carry them.

use serde::{Deserialize, Serialize};

use super::business::Uscc;
use super::json;
use super::listing::ListType;
use super::text::LocalText;
use super::time::UnixTime;
use crate::ids::{Hash, Issuer};

/// The target's path in the repository.
pub const INDEX_PATH: &str = "register/index.json";

/// Bytes in an index at most.
pub const MAX_INDEX_BYTES: usize = 256 * 1024;

/// Bytes in one row at most.
pub const MAX_ROW_BYTES: usize = 16 * 1024;

/// `register/index.json`, signed by the publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterIndex {
    /// 1.
    pub v: u32,
    /// Counts up.
    pub version: u32,
    /// Hash of the index before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// When it was made.
    pub issued_at: UnixTime,
    /// When the next one is due.
    pub next_update: UnixTime,
    /// The publisher's name.
    pub publisher: LocalText,
    /// The region that it covers.
    pub region: LocalText,
    /// Rows of [`Organisation`], by USCC.
    pub organisations: Table,
    /// Rows of [`Product`], by prefix.
    pub products: Table,
    /// Who may list, and what: each in the delegated role of the same name.
    #[serde(deserialize_with = "json::list::<_, _, 200>")]
    pub listers: Vec<Lister>,
}

/// A listing authority, named by the publisher; "a village cannot publish a court listing".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lister {
    /// Its name, which is its TUF role's too: its files are `lists/<iss>/…`.
    pub iss: Issuer,
    /// Its name for people.
    pub names: LocalText,
    /// What it may list.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    pub list_types: Vec<ListType>,
}

impl Lister {
    /// The path of its index.
    #[must_use]
    pub fn index_path(&self) -> String {
        format!("lists/{}/index.json", self.iss)
    }
}

/// Rows in one compressed file, and the Merkle root over them.
///
/// The file is one zstd frame (window ≤ 8 MiB, no dictionary) of exactly `raw_bytes` bytes: one
/// JSON object a line, each line ended by `\n`, in rising order of the row's key, no key twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The target's path.
    pub snapshot: String,
    /// Lines.
    pub rows: u32,
    /// Bytes after decompression.
    pub raw_bytes: u32,
    /// The tree has 2^`bits` buckets, 0 to 20.
    pub bits: u8,
    /// The Merkle root.
    pub root: Hash,
}

/// An organisation: a row of `organisations`, keyed by `uscc`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its code.
    pub uscc: Uscc,
    /// Its registered name; for one person's trade (kind 92) the trade name only.
    pub name: String,
    /// A translation, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Where it is.
    pub region: LocalText,
}

/// A product-code prefix and who it was licensed to: a row of `products`, keyed by `prefix`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The leading digits of the GTIN-13, 7 to 12 of them; "longest prefix wins".
    pub prefix: String,
    /// The organisation that the prefix is licensed to.
    pub uscc: Uscc,
}
