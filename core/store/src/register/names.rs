//! The index of names: for each pair of neighbouring units the names that hold it, in the order
//! of answers, so that the first answers and their number are read without reading a name.
//!
//! **Numbers.** Organisations are numbered by the length of their name, then by code; so are, for
//! themselves, the English names. Within one class and one position the order of answers is the
//! order of numbers, and an exact name comes before longer ones that begin with it.
//!
//! **Groups.** A pair has one row: for each position at which it occurs, the rising numbers of
//! the names that have it there ([`set::encode`]). The last unit of a name forms a pair with the
//! end. A piece of several units is found by intersecting its pairs' groups at shifted positions;
//! a single unit, a word that may go on, and a syllable select ranges of pairs, which are united.
//!
//! **Changes.** The index lies in `register.db` beside the rows that it was made from. The transaction
//! that changes some of them notes which ([`changes`]), and a search reads those few by themselves;
//! when they are many, it makes the index again. A reader sees rows and index of one version.

mod build;
mod changes;
mod find;
mod set;

pub(super) use changes::{Noted, Overlay};

use super::RegisterTx;
use crate::StoreError;

/// Which name of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    /// The registered one, which every organisation has.
    Name,
    /// The English one.
    English,
}

/// The number of a unit in the index; those of words come before those of characters, and both in
/// the order of their texts. 0 is the end of a name.
type Term = u32;

/// The end of a name.
const END: Term = 0;

/// Terms are 30 bits of a pair's key.
const MOST_TERMS: u32 = 1 << 30;

/// Numbers in one row of `name_numbers`.
const IN_A_ROW: u32 = 1024;

/// The key of a pair in `name_pairs`.
fn key(field: Field, first: Term, second: Term) -> i64 {
    let field = i64::from(field == Field::English) << 60;
    field | i64::from(first) << 30 | i64::from(second)
}

fn damaged() -> StoreError {
    StoreError::Corrupt("names")
}

impl RegisterTx<'_> {
    /// Makes the index again from the names of every register that the person relies on, each
    /// organisation once: the first register that has it gives its names.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn index_names(&self) -> Result<(), StoreError> {
        build::index(self)?;
        self.names_are_indexed()
    }
}
