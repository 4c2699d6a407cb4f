//! Search by pieces of names: how names are cut for the index, what matches, and in which order.
//!
//! The index only proposes; [`Query::rank`] decides on the names themselves, so that the answer is
//! the one that reading every row would give. Listings play no part (DOMAIN §8.5).

use std::collections::BinaryHeap;

use super::register::{Found, OrganisationRow};
use standing_model::register::Organisation;
use standing_model::text::normalized;

/// Pieces of names to look for: all of them, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pieces: Vec<String>,
    whole: String,
}

/// The order of answers: the exact name, names that begin so, that hold it, that hold only its
/// pieces; then by where the first piece stands, the shorter name, the code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    class: Class,
    position: usize,
    length: usize,
    code: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Exact,
    Begins,
    Holds,
    /// Its pieces stand in the name, but not as they were typed: perhaps another business.
    Near,
}

impl Query {
    /// Reads what somebody typed; none if no letter, digit or character is in it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut pieces: Vec<String> = text.split_whitespace().map(folded).collect();
        pieces.retain(|piece| !piece.is_empty());
        // Words within a piece stand apart in names, too: "tea-house".
        let pieces: Vec<String> =
            pieces.iter().flat_map(|piece| piece.split(' ')).map(str::to_owned).collect();
        (!pieces.is_empty()).then(|| Self { pieces, whole: folded(text) })
    }

    /// The index's expression: rows that it leaves out do not match.
    #[must_use]
    pub fn expression(&self) -> String {
        let mut terms = Vec::new();
        for piece in &self.pieces {
            let runs = runs(piece);
            let last = runs.len().saturating_sub(1);
            for (at, run) in runs.iter().enumerate() {
                match run {
                    // A word may go on in the name only where the piece ends.
                    Run::Word(word) if at == last => terms.push(format!("\"{word}\"*")),
                    Run::Word(word) => terms.push(format!("\"{word}\"")),
                    Run::Characters(one) if one.chars().count() == 1 => {
                        terms.push(format!("\"{one}\"*"));
                    }
                    Run::Characters(characters) => {
                        terms.extend(pairs(characters).map(|pair| format!("\"{pair}\"")));
                    }
                }
            }
        }
        terms.join(" AND ")
    }

    /// Where an organisation stands among the answers; none if it is not one.
    #[must_use]
    pub fn rank(&self, organisation: &Organisation) -> Option<Rank> {
        let names = [Some(&organisation.name), organisation.name_en.as_ref()];
        let names: Vec<String> = names.into_iter().flatten().map(|name| folded(name)).collect();
        let held = |piece: &String| names.iter().any(|name| position(name, piece).is_some());
        if !self.pieces.iter().all(held) {
            return None;
        }
        let ranks = names.iter().map(|name| self.rank_of(name, organisation.uscc.as_str()));
        ranks.min()
    }

    fn rank_of(&self, name: &str, code: &str) -> Rank {
        let class = match name {
            _ if name == self.whole => Class::Exact,
            _ if name.starts_with(&self.whole) => Class::Begins,
            _ if name.contains(&self.whole) => Class::Holds,
            _ => Class::Near,
        };
        let first = self.pieces.first().and_then(|piece| position(name, piece));
        Rank {
            class,
            position: first.unwrap_or(usize::MAX),
            length: name.chars().count(),
            code: code.to_owned(),
        }
    }
}

/// The index's text for an organisation's names: words as they are, other characters as pairs of
/// neighbours, and the last one of each run alone, so that every single character begins a term.
#[must_use]
pub fn pieces(name: &str, name_en: Option<&str>) -> String {
    let mut terms = Vec::new();
    for name in [Some(name), name_en].into_iter().flatten() {
        for run in runs(&folded(name)) {
            match run {
                Run::Word(word) => terms.push(word),
                Run::Characters(characters) => {
                    terms.extend(pairs(&characters));
                    terms.extend(characters.chars().last().map(String::from));
                }
            }
        }
    }
    terms.sort();
    terms.dedup();
    terms.join(" ")
}

/// A name or a query as it is compared: in the form of [`normalized`], lower case, without
/// anything but letters, digits and characters; a space stays where it keeps two words apart.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut apart = false;
    for narrow in normalized(text).chars() {
        if !narrow.is_alphanumeric() {
            apart = true;
            continue;
        }
        let before = folded.chars().last();
        if apart && narrow.is_ascii() && before.is_some_and(|before| before.is_ascii()) {
            folded.push(' ');
        }
        apart = false;
        folded.extend(narrow.to_lowercase().filter(|lower| lower.is_alphanumeric()));
    }
    folded
}

/// Where a piece stands in a folded name, in characters. Words are found by their beginning:
/// "tea" is in "teahouse", not in "steak".
fn position(name: &str, piece: &str) -> Option<usize> {
    let word = |character: char| character.is_ascii_alphanumeric();
    let inside = piece.starts_with(word);
    let mut places = name.match_indices(piece).map(|(at, _)| name.get(..at).unwrap_or_default());
    let before = places.find(|before| !(inside && before.ends_with(word)))?;
    Some(before.chars().count())
}

enum Run {
    /// ASCII letters and digits.
    Word(String),
    /// Everything else.
    Characters(String),
}

fn runs(folded: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut apart = true;
    for character in folded.chars() {
        match (runs.last_mut().filter(|_| !apart), character) {
            (_, ' ') => {}
            (Some(Run::Word(word)), _) if character.is_ascii() => word.push(character),
            (Some(Run::Characters(run)), _) if !character.is_ascii() => run.push(character),
            (_, _) if character.is_ascii() => runs.push(Run::Word(character.into())),
            (_, _) => runs.push(Run::Characters(character.into())),
        }
        apart = character == ' ';
    }
    runs
}

fn pairs(characters: &str) -> impl Iterator<Item = String> {
    characters.chars().zip(characters.chars().skip(1)).map(|(a, b)| String::from_iter([a, b]))
}

/// The first rows of an order, without keeping the others.
pub struct Best {
    limit: usize,
    seen: u64,
    meant: u64,
    kept: BinaryHeap<Ranked>,
}

impl Best {
    /// Keeps so many rows.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self { limit, seen: 0, meant: 0, kept: BinaryHeap::new() }
    }

    /// Takes a row with its rank.
    pub fn take(&mut self, rank: Rank, row: OrganisationRow) {
        self.seen = self.seen.saturating_add(1);
        self.meant = self.meant.saturating_add(u64::from(rank.class != Class::Near));
        self.kept.push(Ranked { rank, row });
        if self.kept.len() > self.limit {
            self.kept.pop();
        }
    }

    /// The rows in order, and how many more there were.
    #[must_use]
    pub fn into_found(self) -> Found {
        let shown = u64::try_from(self.kept.len()).unwrap_or(u64::MAX);
        let mut found =
            Found { meant: self.meant, more: self.seen.saturating_sub(shown), ..Found::default() };
        for Ranked { rank, row } in self.kept.into_sorted_vec() {
            let rows = if rank.class == Class::Near { &mut found.near } else { &mut found.rows };
            rows.push(row);
        }
        found
    }
}

#[derive(PartialEq, Eq)]
struct Ranked {
    rank: Rank,
    row: OrganisationRow,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank.cmp(&other.rank)
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
