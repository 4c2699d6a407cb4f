//! The versions of one rulebook that a statement rests on, and which of them is in force when.

use std::sync::Arc;

use super::Rulebook;
use crate::ids::{Hash, RulebookId};
use crate::statement::{RulebookVersion, Statement};
use crate::time::Date;

/// Versions that one statement may list at most.
pub const MAX_VERSIONS: usize = 32;

/// Why rulebooks are not the ones that a statement lists.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulebooksError {
    /// A version that the statement lists was not given.
    #[error("version {0} of the rulebook is missing")]
    Missing(u32),
    /// The bytes under a listed hash are a rulebook with another id or version.
    #[error("what is listed as version {0} is another rulebook")]
    Other(u32),
    /// No version is listed.
    #[error("no version of a rulebook is listed")]
    NoneListed,
}

/// The versions of one rulebook, one at least, in rising order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebooks {
    first: Arc<Rulebook>,
    later: Vec<Arc<Rulebook>>,
}

impl Rulebooks {
    /// The versions that a statement lists; `find` gives the rulebook whose bytes have a hash.
    ///
    /// # Errors
    /// [`RulebooksError`]: a sum needs every listed version, since any of them may be in force.
    pub fn of(
        statement: &Statement,
        find: impl Fn(Hash) -> Option<Arc<Rulebook>>,
    ) -> Result<Self, RulebooksError> {
        Self::listed(&statement.rulebook, &statement.rulebooks, find)
    }

    /// The same by a rulebook's id and a list of its versions.
    ///
    /// # Errors
    /// As [`Rulebooks::of`].
    pub fn listed(
        id: &RulebookId,
        versions: &[RulebookVersion],
        find: impl Fn(Hash) -> Option<Arc<Rulebook>>,
    ) -> Result<Self, RulebooksError> {
        let found = versions.iter().map(|listed| {
            let rulebook = find(listed.sha256).ok_or(RulebooksError::Missing(listed.version))?;
            let is_it = rulebook.id == *id && rulebook.version == listed.version;
            if is_it { Ok(rulebook) } else { Err(RulebooksError::Other(listed.version)) }
        });
        Self::new(found.collect::<Result<_, _>>()?)
    }

    fn new(mut versions: Vec<Arc<Rulebook>>) -> Result<Self, RulebooksError> {
        versions.sort_by_key(|rulebook| rulebook.version);
        let mut versions = versions.into_iter();
        let first = versions.next().ok_or(RulebooksError::NoneListed)?;
        Ok(Self { first, later: versions.collect() })
    }

    /// Every version, in rising order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rulebook> {
        std::iter::once(&self.first).chain(&self.later).map(AsRef::as_ref)
    }

    /// A version by its number.
    #[must_use]
    pub fn version(&self, version: u32) -> Option<&Rulebook> {
        self.iter().find(|rulebook| rulebook.version == version)
    }

    /// The version in force on a day: the highest whose `in_force_from` is not later
    /// (PROTOCOL §3.1.2).
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> Option<&Rulebook> {
        self.iter().rev().find(|rulebook| rulebook.in_force_from <= day)
    }

    /// The version that gives scale, tiers and measures as of a day: the one in force, or the
    /// lowest listed where none is in force yet.
    #[must_use]
    pub fn as_of(&self, day: Date) -> &Rulebook {
        self.in_force_on(day).unwrap_or(&self.first)
    }
}

impl From<Rulebook> for Rulebooks {
    fn from(rulebook: Rulebook) -> Self {
        Self { first: Arc::new(rulebook), later: Vec::new() }
    }
}

impl TryFrom<Vec<Rulebook>> for Rulebooks {
    type Error = RulebooksError;

    /// # Errors
    /// [`RulebooksError::NoneListed`] for no rulebook, and [`RulebooksError::Other`] if two have
    /// one version, or one has another id.
    fn try_from(versions: Vec<Rulebook>) -> Result<Self, RulebooksError> {
        let books = Self::new(versions.into_iter().map(Arc::new).collect())?;
        let mut before: Option<&Rulebook> = None;
        for book in books.iter() {
            if before.is_some_and(|one| one.id != book.id || one.version == book.version) {
                return Err(RulebooksError::Other(book.version));
            }
            before = Some(book);
        }
        Ok(books)
    }
}
