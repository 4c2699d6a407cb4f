//! The public register: organisations, product prefixes, who may list what, and the tables that
//! carry them. Every limit is checked on the index, before anything that it names is fetched.

mod table;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::business::Uscc;
use super::calendar::Region;
use super::ext::Extensions;
use super::json;
use super::listing::ListType;
use super::remedy::Remedy;
use super::row_code::{Code, RowCode};
use super::text::LocalText;
use super::time::{Date, UnixTime, Zone};
use super::version::Version;
use crate::ids::{Hash, Issuer, OfficeCode};

pub use table::{ChangeSet, Forms, MAX_BITS, MAX_CHANGES, Table};

/// The target's path in the repository.
pub const INDEX_PATH: &str = "register/index.json";

/// Bytes in an index at most.
pub const MAX_INDEX_BYTES: usize = 256 * 1024;

/// Authorities that list in one register at most.
pub const MAX_LISTERS: usize = 64;

/// Organisations, or products, in one register at most.
pub const MAX_ROWS: u32 = 2_000_000;

/// Bytes of organisations, or of products, after decompression at most.
pub const MAX_RAW_BYTES: u32 = 512 << 20;

/// Bytes of all lists of one register together, after decompression, at most.
pub const MAX_LIST_RAW_BYTES: u64 = 256 << 20;

/// Bytes in one file of a register at most, as it is fetched.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// Bytes in a row of an organisation or a product at most.
pub const MAX_ROW_BYTES: usize = 16 * 1024;

/// Bytes in a row of a list at most.
pub const MAX_LISTING_BYTES: usize = 4 * 1024;

/// Rows about one organisation in one list at most.
pub const MAX_LISTINGS_OF_ONE: u32 = 50;

/// `register/index.json`, signed by the publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegisterIndex {
    /// 1.
    pub v: Version<1>,
    /// Counts up with each index.
    pub version: u32,
    /// Hash of the index before; absent in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Hash>,
    /// When it was made.
    pub issued_at: UnixTime,
    /// When the next one is due, later than `issued_at`.
    pub next_update: UnixTime,
    /// Every day in the register and its lists is a day of this zone.
    pub zone: Zone,
    /// The publisher's name.
    pub publisher: LocalText,
    /// The region that it covers.
    pub region: LocalText,
    /// The table of organisations, by `uscc`.
    pub organisations: Forms,
    /// The table of product codes, by `prefix`.
    pub products: Forms,
    /// Who may list, and what: each in the delegated role of the same name.
    #[serde(deserialize_with = "json::list::<_, _, MAX_LISTERS>")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_LISTERS)))]
    pub listers: Vec<Lister>,
    /// What an organisation on a list can do, by kind of list and class.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "json::list::<_, _, 32>"
    )]
    #[cfg_attr(feature = "schema", schemars(length(max = 32)))]
    pub remedies: Vec<Remedy>,
    /// The region whose calendars count working days in `remedies` (PROTOCOL §2.1.3); weekends
    /// alone are left out if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_days: Option<Region>,
    /// Extensions (PROTOCOL §1.10.5).
    #[serde(default, skip_serializing_if = "Extensions::is_empty")]
    pub ext: Extensions,
}

/// A listing authority, and what the publisher grants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lister {
    /// Its name, which is its TUF role's too: its files are `lists/<iss>/…`.
    pub iss: Issuer,
    /// Its name for people, as the publisher verified it: shown as who signed a listing.
    pub names: LocalText,
    /// The kinds of list that it may publish.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub list_types: Vec<ListType>,
    /// The offices whose decisions it may publish; a code has one pair of names in the whole index.
    #[serde(deserialize_with = "json::list::<_, _, 64>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 64)))]
    pub offices: Vec<Office>,
    /// What its list holds in full, within what it is granted.
    #[serde(deserialize_with = "json::list::<_, _, 16>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 16)))]
    pub coverage: Vec<Coverage>,
    /// How large its table may be; all lists together at most 256 MiB.
    pub limits: Limits,
}

/// A deciding office, named by the publisher and not by whoever lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its code, which rows name.
    pub code: OfficeCode,
    /// Its name for people.
    pub names: LocalText,
}

/// Of which offices a list holds every published decision of one kind, up to which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The kind.
    #[serde(rename = "type")]
    pub list_type: ListType,
    /// Codes of the offices.
    #[serde(deserialize_with = "json::list::<_, _, 64>")]
    #[cfg_attr(feature = "schema", schemars(length(max = 64)))]
    pub offices: Vec<OfficeCode>,
    /// The day up to which their decisions are in it.
    pub as_of: Date,
}

/// The largest table that a lister may publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Rows at most.
    pub rows: u32,
    /// Bytes after decompression at most.
    pub raw_bytes: u32,
}

impl Lister {
    /// The path of its index.
    #[must_use]
    pub fn index_path(&self) -> String {
        format!("lists/{}/index.json", self.iss)
    }

    /// The office of this code, if the publisher grants it.
    #[must_use]
    pub fn office(&self, code: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.code == code)
    }

    /// Whether it may publish a listing of this kind by this office.
    #[must_use]
    pub fn may_list(&self, list_type: ListType, office: &str) -> bool {
        self.list_types.contains(&list_type) && self.office(office).is_some()
    }

    fn check(&self) -> Result<(), String> {
        let iss = &self.iss;
        if !all_different(self.offices.iter().map(|office| office.code.as_str())) {
            return Err(format!("it names an office of {iss} twice"));
        }
        let granted = |one: &Coverage| one.offices.iter().all(|o| self.may_list(one.list_type, o));
        if !self.coverage.iter().all(granted) {
            return Err(format!("the coverage of {iss} is more than its grant"));
        }
        Ok(())
    }
}

impl RegisterIndex {
    /// Checks what the index says about itself, and the sizes of everything that it names.
    ///
    /// # Errors
    /// What is wrong, as a lower-case fragment.
    pub fn check(&self) -> Result<(), String> {
        let limits = Limits { rows: MAX_ROWS, raw_bytes: MAX_RAW_BYTES };
        self.organisations.table().check(limits)?;
        self.products.table().check(limits)?;
        if !all_different(self.listers.iter().map(|lister| lister.iss.as_str())) {
            return Err("it names an authority twice".to_owned());
        }
        self.listers.iter().try_for_each(Lister::check)?;
        self.remedies.iter().try_for_each(Remedy::check)?;
        let together: u64 =
            self.listers.iter().map(|lister| u64::from(lister.limits.raw_bytes)).sum();
        if together > MAX_LIST_RAW_BYTES {
            return Err(format!("its lists may be {together} bytes together"));
        }
        let offices = || self.listers.iter().flat_map(|lister| &lister.offices);
        let renamed = |one: &Office| {
            offices().any(|other| other.code == one.code && other.names != one.names)
        };
        match offices().find(|office| renamed(office)) {
            Some(office) => Err(format!("the office {} has two names", office.code)),
            None => Ok(()),
        }
    }

    /// The authority of this name, if the publisher lets it list.
    #[must_use]
    pub fn lister(&self, iss: &Issuer) -> Option<&Lister> {
        self.listers.iter().find(|lister| lister.iss == *iss)
    }
}

fn all_different<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut names: Vec<&str> = names.collect();
    names.sort_unstable();
    names.windows(2).all(|pair| !matches!(pair, [a, b] if a == b))
}

/// An organisation: a row of `organisations`, keyed by `uscc`.
///
/// As it is signed, `C` is a [`RowCode`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Organisation"))]
#[serde(deny_unknown_fields)]
pub struct Organisation<C = Uscc> {
    /// Its code.
    pub uscc: C,
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Product"))]
#[serde(deny_unknown_fields)]
pub struct Product<C = Uscc> {
    /// The leading digits of the GTIN-13, 7 to 12 of them; of several that fit the longest counts.
    #[serde(deserialize_with = "prefix")]
    pub prefix: String,
    /// The organisation that the prefix is licensed to.
    pub uscc: C,
}

fn prefix<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let is_one = (7..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_one { Ok(text) } else { Err(D::Error::custom("a prefix of other than 7 to 12 digits")) }
}

impl Organisation<RowCode> {
    /// The row, if its code is an organisation's.
    #[must_use]
    pub fn admitted(self) -> Option<Organisation> {
        let Self { uscc, name, name_en, region } = self;
        uscc.organisation().map(|uscc| Organisation { uscc, name, name_en, region })
    }
}

impl Product<RowCode> {
    /// The row, if its code is an organisation's.
    #[must_use]
    pub fn admitted(self) -> Option<Product> {
        let Self { prefix, uscc } = self;
        uscc.organisation().map(|uscc| Product { prefix, uscc })
    }
}

impl<C: Code> Organisation<C> {
    /// What its row is sorted by.
    #[must_use]
    pub fn code(&self) -> &str {
        self.uscc.as_str()
    }
}

#[cfg(test)]
mod tests;
