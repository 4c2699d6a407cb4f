//! Answers from the index: the first of them in order, and how many there are.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::build::names_indexed;
use super::changes::{Changes, Spoken, meant};
use super::set::{self, Bits, Set};
use super::{Field, IN_A_ROW, MOST_TERMS, Term, damaged, key};
use crate::StoreError;
use crate::register::{Found, OrganisationRow, RegisterTx};
use crate::search::sound::{self, Called};
use crate::search::{Class, Name, Query, Rank, Unit};

/// For each position, the numbers of the names that hold something there.
type Places = BTreeMap<u16, Set>;

/// Where a piece is.
struct Matches {
    /// In registered names.
    names: Places,
    /// The organisations of the English names that hold it, in the order of those.
    english: Vec<u32>,
}

/// The units that fit one place of what is looked for.
enum Choice {
    /// From one to before another.
    Range(Range<Term>),
    /// Rising.
    Listed(Vec<Term>),
}

impl Choice {
    const ANY: Self = Self::Range(0..MOST_TERMS);

    fn has(&self, term: Term) -> bool {
        match self {
            Self::Range(range) => range.contains(&term),
            Self::Listed(terms) => terms.binary_search(&term).is_ok(),
        }
    }

    /// Runs of units that together are the choice.
    fn runs(&self) -> Vec<Range<Term>> {
        match self {
            Self::Range(range) => vec![range.clone()],
            Self::Listed(terms) => {
                let step = |a: &Term, b: &Term| a.saturating_add(1) == *b;
                let runs =
                    terms.chunk_by(step).filter_map(|run| Some((*run.first()?, *run.last()?)));
                runs.map(|(first, last)| first..last.saturating_add(1)).collect()
            }
        }
    }

    /// All units of the choice lie in it.
    fn span(&self) -> Range<Term> {
        match self {
            Self::Range(range) => range.clone(),
            Self::Listed(terms) => match (terms.first(), terms.last()) {
                (Some(first), Some(last)) => *first..last.saturating_add(1),
                _ => 0..0,
            },
        }
    }
}

/// The groups of some pairs, by position, not decoded yet.
#[derive(Default)]
struct Groups {
    places: BTreeMap<u16, Vec<Vec<u8>>>,
    bytes: usize,
}

impl Groups {
    fn add_row(&mut self, mut row: &[u8]) -> Result<(), StoreError> {
        while !row.is_empty() {
            let position = u16::try_from(set::take(&mut row)?).map_err(|_| damaged())?;
            let length = usize::try_from(set::take(&mut row)?).map_err(|_| damaged())?;
            let (group, rest) = row.split_at_checked(length).ok_or_else(damaged)?;
            self.places.entry(position).or_default().push(group.to_vec());
            self.bytes = self.bytes.saturating_add(length);
            row = rest;
        }
        Ok(())
    }

    fn at(&self, position: u16) -> Result<Set, StoreError> {
        let groups = self.places.get(&position).into_iter().flatten();
        let sets: Result<Vec<Set>, StoreError> = groups.map(|group| set::decode(group)).collect();
        Ok(Set::union(sets?))
    }
}

/// The index, read in one transaction.
struct Index<'a, 'b> {
    tx: &'a RegisterTx<'b>,
    /// How many organisations it has.
    organisations: u32,
    /// What changed since it was made.
    changes: Arc<Changes>,
    /// The organisation of each English name; read when the first English name is found.
    english: OnceCell<Vec<u32>>,
}

impl RegisterTx<'_> {
    /// The organisations whose names have the pieces of a query, each once and in order, how many
    /// there are, and those that are called so; of registers that the person relies on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search(&self, query: &Query, limit: usize) -> Result<Found, StoreError> {
        let index = Index::open(self)?;
        let whole = index.matches(&query.whole)?;
        let meant = index.organisations_of(&whole);
        let mut all = meant.clone();
        let mut numbers: BTreeSet<u32> = whole.first(limit, |number| meant.has(number));
        if let [first, second, rest @ ..] = query.pieces.as_slice() {
            let places = index.matches(first)?;
            all = index.organisations_of(&places);
            for piece in [second].into_iter().chain(rest) {
                all.keep(&index.organisations_of(&index.matches(piece)?));
            }
            let is_near = |number| all.has(number) && !meant.has(number);
            numbers.extend(places.first(limit, is_near));
        }
        let changed = index.changes.ranked(query);
        let (meant, count) = (
            meant.count().saturating_add(self::meant(&changed)),
            all.count().saturating_add(u64::try_from(changed.len()).unwrap_or(u64::MAX)),
        );
        let mut found = index.ranked(query, &numbers, changed, limit)?;
        let shown = found.rows.len().saturating_add(found.near.len());
        found.meant = meant;
        found.more = count.saturating_sub(u64::try_from(shown).unwrap_or(u64::MAX));
        index.add_sounds(query, &all, limit, &mut found)?;
        Ok(found)
    }
}

impl<'a, 'b> Index<'a, 'b> {
    fn open(tx: &'a RegisterTx<'b>) -> Result<Self, StoreError> {
        let (organisations, changes) = (names_indexed(tx)?, tx.changes()?);
        Ok(Self { tx, organisations, changes, english: OnceCell::new() })
    }

    /// Where a piece is, in both fields.
    fn matches(&self, piece: &[Unit]) -> Result<Matches, StoreError> {
        let english = self.leads(&self.piece(Field::English, piece)?)?;
        Ok(Matches { names: self.piece(Field::Name, piece)?, english })
    }

    fn piece(&self, field: Field, piece: &[Unit]) -> Result<Places, StoreError> {
        let last = piece.len().saturating_sub(1);
        let mut choices = Vec::new();
        for (at, unit) in piece.iter().enumerate() {
            let found = match unit {
                Unit::Word(word) if at == last => self.terms_that_begin(word)?,
                unit => self.term(&unit.text())?.map(|term| term..term.saturating_add(1)),
            };
            let Some(range) = found else { return Ok(Places::new()) };
            choices.push(Choice::Range(range));
        }
        self.places(field, &choices)
    }

    fn term(&self, text: &str) -> Result<Option<Term>, StoreError> {
        self.tx.first("SELECT id FROM name_terms WHERE text = ?1", [text], |row| row.get(0))
    }

    /// The words that begin so; they are neighbours.
    fn terms_that_begin(&self, word: &str) -> Result<Option<Range<Term>>, StoreError> {
        // No ASCII letter or digit comes after this one.
        let range = [word.to_owned(), format!("{word}\u{7f}")];
        let end = |order: &str| {
            let sql = format!(
                "SELECT id FROM name_terms WHERE text >= ?1 AND text < ?2 ORDER BY text {order} LIMIT 1"
            );
            self.tx.first(&sql, [&range[0], &range[1]], |row| row.get::<_, Term>(0))
        };
        let ends = end("ASC")?.zip(end("DESC")?);
        Ok(ends.map(|(first, last)| first..last.saturating_add(1)))
    }

    /// Where units that fit the choices follow each other.
    fn places(&self, field: Field, choices: &[Choice]) -> Result<Places, StoreError> {
        let mut parts = Vec::new();
        match choices {
            [] => {}
            [one] => parts.push((0, self.groups(field, one, &Choice::ANY)?)),
            [_, ..] => {
                let pairs = choices.iter().zip(choices.iter().skip(1));
                for (shift, (first, second)) in (0_u16..).zip(pairs) {
                    parts.push((shift, self.groups(field, first, second)?));
                }
            }
        }
        // The rarest part says where to look at all.
        parts.sort_by_key(|(_, groups)| groups.bytes);
        let mut places = Places::new();
        let Some(((shift, rarest), others)) = parts.split_first() else { return Ok(places) };
        for position in rarest.places.keys() {
            let Some(start) = position.checked_sub(*shift) else { continue };
            let mut set = rarest.at(*position)?;
            for (shift, groups) in others {
                set = set.and(&groups.at(start.saturating_add(*shift))?);
                if set.is_empty() {
                    break;
                }
            }
            if !set.is_empty() {
                places.insert(start, set);
            }
        }
        Ok(places)
    }

    /// The groups of the pairs whose units fit.
    fn groups(&self, field: Field, first: &Choice, second: &Choice) -> Result<Groups, StoreError> {
        let mut groups = Groups::default();
        let span = second.span();
        let (Some(last), false) = (span.end.checked_sub(1), span.is_empty()) else {
            return Ok(groups);
        };
        let sql = "SELECT id, groups FROM name_pairs WHERE id BETWEEN ?1 AND ?2";
        let mut statement = self.tx.sql.prepare_cached(sql)?;
        for run in first.runs() {
            let Some(end) = run.end.checked_sub(1) else { continue };
            let ends = (key(field, run.start, span.start), key(field, end, last));
            let mut rows = statement.query(ends)?;
            while let Some(row) = rows.next()? {
                let id: i64 = row.get(0)?;
                let term = u32::try_from(id & i64::from(MOST_TERMS.saturating_sub(1)));
                if second.has(term.unwrap_or_default()) {
                    groups.add_row(row.get_ref(1)?.as_blob().map_err(|_| damaged())?)?;
                }
            }
        }
        Ok(groups)
    }

    /// The organisations of English names, in the order of their places.
    fn leads(&self, english: &Places) -> Result<Vec<u32>, StoreError> {
        if english.is_empty() {
            return Ok(Vec::new());
        }
        if self.english.get().is_none() {
            let sql = "SELECT leads_to FROM name_numbers WHERE id >= 4294967296 ORDER BY id";
            let rows = self.tx.all(sql, [], |row| row.get::<_, Vec<u8>>(0))?;
            let _ = self.english.set(rows.iter().flat_map(|row| read_numbers(row)).collect());
        }
        let all = self.english.get().map(Vec::as_slice).unwrap_or_default();
        let lead = |number: u32| all.get(usize::try_from(number).ok()?).copied();
        Ok(english.values().flat_map(Set::iter).filter_map(lead).collect())
    }

    /// The organisations of names of both fields.
    fn organisations_of(&self, Matches { names, english }: &Matches) -> Bits {
        let mut all = Bits::below(self.organisations);
        names.values().for_each(|set| all.add_all(set));
        english.iter().for_each(|number| {
            all.add(*number);
        });
        all.take_out(self.changes.gone());
        all
    }

    /// Reads organisations and puts them in order.
    fn ranked(
        &self,
        query: &Query,
        numbers: &BTreeSet<u32>,
        mut changed: Vec<(Rank, u32)>,
        limit: usize,
    ) -> Result<Found, StoreError> {
        let mut ranked = Vec::new();
        changed.sort_unstable();
        for (rank, id) in changed.into_iter().take(limit) {
            ranked.push((rank, self.tx.organisation_by_id(id)?.ok_or_else(damaged)?));
        }
        for number in numbers {
            let row = self.organisation(*number)?;
            if let Some(rank) = query.rank(&row.organisation) {
                ranked.push((rank, row));
            }
        }
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        ranked.truncate(limit);
        let (near, rows): (Vec<_>, Vec<_>) =
            ranked.into_iter().partition(|(rank, _)| rank.class == Class::Near);
        let rows_of = |ranked: Vec<(_, OrganisationRow)>| ranked.into_iter().map(|(_, row)| row);
        let (rows, near) = (rows_of(rows).collect(), rows_of(near).collect());
        Ok(Found { rows, near, ..Found::default() })
    }

    fn organisation(&self, number: u32) -> Result<OrganisationRow, StoreError> {
        let sql = "SELECT substr(leads_to, ?2, 4) FROM name_numbers WHERE id = ?1";
        let place = (number / IN_A_ROW, (number % IN_A_ROW).saturating_mul(4).saturating_add(1));
        let bytes: Option<Vec<u8>> = self.tx.first(sql, place, |row| row.get(0))?;
        let id = bytes.and_then(|bytes| read_numbers(&bytes).next()).ok_or_else(damaged)?;
        self.tx.organisation_by_id(id)?.ok_or_else(damaged)
    }

    /// Adds what is called as it was typed, without what is found by text already.
    fn add_sounds(
        &self,
        query: &Query,
        others: &Bits,
        limit: usize,
        found: &mut Found,
    ) -> Result<(), StoreError> {
        let ways = sound::ways(&query.typed);
        if ways.is_empty() {
            return Ok(());
        }
        let ways: Vec<Vec<Called>> =
            ways.iter().map(|way| way.iter().map(sound::Syllable::characters).collect()).collect();
        let sets = self.called(&ways)?;
        let mut all = Bits::below(self.organisations);
        let is_new = |number: &u32| !others.has(*number) && !self.changes.gone().has(*number);
        for number in sets.iter().flat_map(Set::iter).filter(is_new) {
            all.add(number);
        }
        let mut changed = self.changes.called(query, &ways);
        changed.sort_unstable();
        let count = u64::try_from(changed.len()).unwrap_or(u64::MAX);
        found.sounds = all.count().saturating_add(count);
        let mut first = Vec::new();
        for number in self::first(sets.iter().flat_map(Set::iter), limit, |it| is_new(&it)) {
            let row = self.organisation(number)?;
            let OrganisationRow { organisation, .. } = &row;
            let name = Name::of(&organisation.name);
            first.push((Spoken::of(&name, organisation.uscc.as_str(), &ways), row));
        }
        for (place, id) in changed.into_iter().take(limit) {
            first.push((Some(place), self.tx.organisation_by_id(id)?.ok_or_else(damaged)?));
        }
        first.sort_by(|(one, _), (other, _)| one.cmp(other));
        first.truncate(limit);
        found.sound = first.into_iter().map(|(_, row)| row).collect();
        Ok(())
    }

    /// Names of the index that are read so, by position.
    fn called(&self, ways: &[Vec<Called>]) -> Result<Vec<Set>, StoreError> {
        let sql = "SELECT text, id FROM name_terms WHERE text >= ?1 ORDER BY text";
        let characters: Vec<(String, Term)> =
            self.tx.all(sql, ["\u{80}"], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let characters: BTreeMap<char, Term> =
            characters.iter().filter_map(|(text, id)| Some((text.chars().next()?, *id))).collect();
        let choice = |called: &Called| {
            Choice::Listed(called.iter().filter_map(|it| characters.get(it)).copied().collect())
        };
        let mut sets = BTreeMap::<u16, Vec<Set>>::new();
        for way in ways {
            let choices: Vec<Choice> = way.iter().map(choice).collect();
            for (position, set) in self.places(Field::Name, &choices)? {
                sets.entry(position).or_default().push(set);
            }
        }
        Ok(sets.into_values().map(Set::union).collect())
    }
}

impl Matches {
    /// The first organisations of each field, in any order.
    fn first(&self, limit: usize, is_wanted: impl Fn(u32) -> bool) -> BTreeSet<u32> {
        let mut some = first(self.names.values().flat_map(Set::iter), limit, &is_wanted);
        some.extend(first(self.english.iter().copied(), limit, &is_wanted));
        some.into_iter().collect()
    }
}

/// The first numbers that are wanted, each once, in order.
fn first(
    numbers: impl Iterator<Item = u32>,
    limit: usize,
    is_wanted: impl Fn(u32) -> bool,
) -> Vec<u32> {
    let (mut seen, mut first) = (BTreeSet::new(), Vec::new());
    for number in numbers {
        if first.len() >= limit {
            break;
        }
        if is_wanted(number) && seen.insert(number) {
            first.push(number);
        }
    }
    first
}

pub fn read_numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes))
}
