//! What the score would be if something were otherwise: an entry withdrawn, ended or added, other
//! stars. The same arithmetic as a statement's, so that a preview promises nothing that a limit
//! or the scale's end forbids.

use super::forecast::{Move, Position};
use standing_model::ids::{EntryId, MAX_ID, RuleId, StarId};
use standing_model::points::Points;
use standing_model::rulebook::Rulebooks;
use standing_model::statement::{Entry, EntryState, Star, StarState, Statement};
use standing_model::text::LocalText;
use standing_model::time::Date;

/// Entries that one question may suppose to be added at most.
pub const MOST_ADDED: u32 = 366;

/// One thing that is supposed to be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suppose {
    /// An entry was withdrawn: what a contest that is granted does.
    Withdrawn(EntryId),
    /// An entry has ended; it still takes its place under its rule's limit.
    Ended(EntryId),
    /// So many entries of a rule are added.
    Added {
        /// The rule.
        rule: RuleId,
        /// The day on which it happened.
        on: Date,
        /// How many.
        times: u32,
    },
    /// A category has another number of stars.
    Stars {
        /// The category.
        category: StarId,
        /// How many.
        value: u8,
    },
}

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WhatIfError {
    /// The statement has no such entry.
    NoEntry(EntryId),
    /// No version of the rulebook in force on that day has the rule.
    NoRule(RuleId),
    /// The rulebook does not have the category, or not so many stars.
    NoStars(StarId),
    /// More entries than [`MOST_ADDED`].
    TooMany,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// As it is.
    pub before: Position,
    /// As it would be.
    pub after: Position,
    /// What would begin or cease to count.
    pub moves: Vec<Move>,
    /// How many of the added entries would count; the others are over their rule's limit or have
    /// ended by then.
    pub added_counting: u32,
}

impl WhatIf {
    /// By how much the total would move, within the scale.
    #[must_use]
    pub fn effect(&self) -> Points {
        self.after.breakdown.total - self.before.breakdown.total
    }
}

/// Asks what a statement's entries and stars would come to as of a day.
///
/// # Errors
/// [`WhatIfError`] for what the statement or its rulebooks do not have.
pub fn what_if(
    rulebooks: &Rulebooks,
    statement: &Statement,
    supposed: &[Suppose],
    as_of: Date,
) -> Result<WhatIf, WhatIfError> {
    let mut changed = Changed {
        rulebooks,
        entries: statement.entries.clone(),
        stars: statement.stars.clone(),
        added: Vec::new(),
    };
    for one in supposed {
        changed.suppose(one, as_of)?;
    }
    let Changed { entries, stars, added, .. } = changed;
    let before = Position::of(rulebooks, &statement.entries, &statement.stars, as_of);
    let after = Position::of(rulebooks, &entries, &stars, as_of);
    let moves = after.moves_since(&before);
    let counts = added.iter().filter(|id| moves.iter().any(|one| one.item.id() == *id));
    let added_counting = u32::try_from(counts.count()).unwrap_or(u32::MAX);
    Ok(WhatIf { before, after, moves, added_counting })
}

struct Changed<'a> {
    rulebooks: &'a Rulebooks,
    entries: Vec<Entry>,
    stars: Vec<Star>,
    added: Vec<EntryId>,
}

impl Changed<'_> {
    fn suppose(&mut self, one: &Suppose, as_of: Date) -> Result<(), WhatIfError> {
        match one {
            Suppose::Withdrawn(id) => self.move_to(id, EntryState::Withdrawn),
            Suppose::Ended(id) => self.move_to(id, EntryState::Ended),
            Suppose::Added { rule, on, times } => self.add(rule, *on, *times),
            Suppose::Stars { category, value } => self.set_stars(category, *value, as_of),
        }
    }

    fn move_to(&mut self, id: &EntryId, state: EntryState) -> Result<(), WhatIfError> {
        let entry = self.entries.iter_mut().find(|entry| entry.id == *id);
        let entry = entry.ok_or_else(|| WhatIfError::NoEntry(id.clone()))?;
        // What was withdrawn stays so: there is no way back (PROTOCOL §3.1.5).
        if entry.state.may_become(state) {
            entry.state = state;
        }
        Ok(())
    }

    fn add(&mut self, id: &RuleId, on: Date, times: u32) -> Result<(), WhatIfError> {
        if self.added.len().saturating_add(times as usize) > MOST_ADDED as usize {
            return Err(WhatIfError::TooMany);
        }
        let book = self.rulebooks.as_of(on);
        let rule = book.rule(id).ok_or_else(|| WhatIfError::NoRule(id.clone()))?;
        for _ in 0..times {
            let id = self.new_id()?;
            self.added.push(id.clone());
            self.entries.push(Entry {
                id,
                rule: rule.id.clone(),
                rulebook: book.version,
                points: rule.points,
                occurred_on: on,
                recorded_on: on,
                by: unnamed(),
                document: String::new(),
                legal_basis: Vec::new(),
                record: None,
                notified_on: None,
                ends_on: rule.valid_months.map(|months| on.plus_months(months)),
                state: EntryState::Active,
                contested: None,
                reason: None,
            });
        }
        Ok(())
    }

    fn set_stars(&mut self, category: &StarId, value: u8, on: Date) -> Result<(), WhatIfError> {
        let book = self.rulebooks.as_of(on);
        if book.star_points(category, value).is_none() {
            return Err(WhatIfError::NoStars(category.clone()));
        }
        for star in self.stars.iter_mut().filter(|star| star.category == *category) {
            star.state = StarState::Replaced;
        }
        let id = self.new_id()?;
        self.stars.push(Star {
            id,
            category: category.clone(),
            value,
            rulebook: book.version,
            set_on: on,
            set_by: unnamed(),
            document: None,
            reason: None,
            notified_on: None,
            state: StarState::Active,
        });
        Ok(())
    }

    /// An id that nothing has, and that comes last of its day: what is there keeps its place under
    /// a limit.
    fn new_id(&self) -> Result<EntryId, WhatIfError> {
        let used = |id: &str| {
            self.entries.iter().any(|entry| entry.id == id)
                || self.stars.iter().any(|star| star.id == id)
        };
        let mut names = (0..10_000).map(|n| format!("{}{n:04}", "z".repeat(MAX_ID - 4)));
        let free = names.find(|name| !used(name)).and_then(|name| name.parse().ok());
        free.ok_or(WhatIfError::TooMany)
    }
}

/// No office: what is only supposed was written down by nobody.
const fn unnamed() -> LocalText {
    LocalText { en: String::new(), zh: String::new() }
}

#[cfg(test)]
#[path = "what_if_tests.rs"]
mod tests;
