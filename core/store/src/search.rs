//! Search by pieces of names: what matches, and in which order.
//!
//! A name is a row of *units*: a word of ASCII letters and digits, or any other character. A piece
//! is a row of units too, and is in a name where the same units follow each other; its last word
//! may go on in the name ("tea" is in "Teahouse", not in "steak"). An organisation is an answer if
//! each piece is in one of its two names.
//!
//! The order of answers, by the better of the two names: the exact name, then names that begin
//! with what was typed, then names that hold it, then those that hold only its pieces; within
//! these by the number of units before it (before the first piece for the last kind), then the
//! shorter name, then the code. Listings play no part (DOMAIN §8.5).
//!
//! [`Query::rank`] is that definition, read off two names. The index (`register/names.rs`) gives
//! the same answers in the same order without reading them.

mod fold;
pub(crate) mod sound;

pub(crate) use fold::{Unit, folded, units};
use standing_model::register::Organisation;

/// The most pieces that are looked for; further ones are left out.
const MOST_PIECES: usize = 16;

/// Pieces of names to look for: all of them, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(crate) pieces: Vec<Vec<Unit>>,
    /// All that was typed, as one piece.
    pub(crate) whole: Vec<Unit>,
    /// As it was typed, for the search by sound.
    pub(crate) typed: String,
}

/// The place of an organisation among the answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub(crate) class: Class,
    /// Units before the match.
    position: usize,
    /// Characters of the name.
    length: usize,
    code: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    Exact,
    Begins,
    Holds,
    /// Its pieces are in the names, but not as they were typed: perhaps another business.
    Near,
}

/// One name, as it is searched.
pub(crate) struct Name {
    pub units: Vec<Unit>,
    /// In characters.
    pub length: usize,
}

impl Name {
    pub fn of(name: &str) -> Self {
        let folded = folded(name);
        Self { units: units(&folded), length: folded.chars().count() }
    }

    /// Units before the first place of a piece; none if it is not in the name.
    fn position(&self, piece: &[Unit]) -> Option<usize> {
        let last = piece.len().checked_sub(1)?;
        let fits = |window: &[Unit]| {
            let pairs = window.iter().zip(piece).enumerate();
            pairs.into_iter().all(|(at, (unit, wanted))| match (unit, wanted) {
                (Unit::Word(unit), Unit::Word(wanted)) if at == last => unit.starts_with(wanted),
                _ => unit == wanted,
            })
        };
        self.units.windows(piece.len()).position(fits)
    }

    /// Units before the first place where characters that are read so follow each other.
    pub fn called(&self, way: &[sound::Called]) -> Option<usize> {
        let fits = |(unit, called): (&Unit, &sound::Called)| match unit {
            Unit::Character(character) => called.contains(character),
            Unit::Word(_) => false,
        };
        let mut windows = self.units.windows(way.len().max(1));
        windows.position(|window| window.iter().zip(way).all(fits))
    }
}

impl Query {
    /// Reads what somebody typed; none if no letter, digit or character is in it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let whole = units(&folded(text));
        let mut pieces: Vec<Vec<Unit>> = Vec::new();
        for typed in text.split_whitespace() {
            // Words that punctuation keeps apart are found apart, too: "tea-house".
            pieces.extend(folded(typed).split(' ').map(units));
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces.truncate(MOST_PIECES);
        (!pieces.is_empty()).then(|| Self { pieces, whole, typed: text.to_owned() })
    }

    /// Whether each piece of it is in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let text = Name::of(text);
        self.pieces.iter().all(|piece| text.position(piece).is_some())
    }

    /// The place of an organisation among the answers; none if it is not one.
    #[must_use]
    pub fn rank(&self, organisation: &Organisation) -> Option<Rank> {
        let names = [Some(&organisation.name), organisation.name_en.as_ref()];
        let names: Vec<Name> = names.into_iter().flatten().map(|name| Name::of(name)).collect();
        self.rank_names(&names, organisation.uscc.as_str())
    }

    /// As [`Self::rank`], of names that were cut already.
    pub(crate) fn rank_names(&self, names: &[Name], code: &str) -> Option<Rank> {
        let is_held = |piece: &Vec<Unit>| names.iter().any(|name| name.position(piece).is_some());
        if !self.pieces.iter().all(is_held) {
            return None;
        }
        names.iter().map(|name| self.rank_of(name, code)).min()
    }

    fn rank_of(&self, name: &Name, code: &str) -> Rank {
        let (class, position) = match name.position(&self.whole) {
            Some(0) if name.units == self.whole => (Class::Exact, 0),
            Some(0) => (Class::Begins, 0),
            Some(position) => (Class::Holds, position),
            None => {
                let first = self.pieces.first().and_then(|piece| name.position(piece));
                (Class::Near, first.unwrap_or(usize::MAX))
            }
        };
        Rank { class, position, length: name.length, code: code.to_owned() }
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
pub(crate) mod tests;

#[cfg(test)]
#[path = "search_traps.rs"]
mod traps;
