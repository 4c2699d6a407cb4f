//! Names that changed since the index was made: noted with the rows, and searched one by one.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::sync::Arc;

use super::build::names_indexed;
use super::set::Bits;
use super::{IN_A_ROW, damaged};
use crate::StoreError;
use crate::register::RegisterTx;
use crate::register::table::{TableRow, numbers_of};
use crate::search::sound::Called;
use crate::search::{Class, Name, Query, Rank};
use standing_model::register::Organisation;

/// So many changed names never make it worth making the index again.
const FEW: u32 = 1_000;

/// Beyond one changed name in so many, the index is rebuilt.
const ONE_IN: u32 = 128;

/// What one transaction has noted.
#[derive(Default)]
pub struct Noted {
    /// How many organisations; more than the index is worth keeping for are not noted one by one.
    rows: Cell<u32>,
    /// Whether any name is not as the index has it.
    is_changed: Cell<bool>,
    /// The most that are noted, once it is known.
    most: Cell<Option<u32>>,
    /// The register whose rows are being written.
    giving: Cell<Option<Giving>>,
}

/// Whether a register gives names.
#[derive(Clone, Copy)]
struct Giving {
    register: i64,
    is_relied: bool,
    /// Whether others do, too.
    is_shared: bool,
}

/// An organisation that is called otherwise than the index says, or is not in it.
struct Changed {
    id: u32,
    code: String,
    names: Vec<Name>,
}

/// The changed names, as searches read them.
#[derive(Default)]
pub struct Changes {
    edition: i64,
    /// Organisations as they are called now.
    now: Vec<Changed>,
    /// Numbers of the index that lead to something else now, or to nothing.
    gone: Bits,
}

/// The changed names of the newest edition that was searched.
#[derive(Default)]
pub struct Overlay(RefCell<Arc<Changes>>);

impl RegisterTx<'_> {
    /// Notes that the row of an organisation came, went or is another now.
    pub(in crate::register) fn note_names<'r>(
        &self,
        register: i64,
        id: u32,
        before: Option<&'r Organisation>,
        after: Option<&'r Organisation>,
    ) -> Result<(), StoreError> {
        let Giving { is_relied, is_shared, .. } = self.giving(register)?;
        let is_same =
            |a: &Organisation, b: &Organisation| a.name == b.name && a.name_en == b.name_en;
        if !is_relied || before.zip(after).is_some_and(|(a, b)| is_same(a, b)) {
            return Ok(());
        }
        self.noted.is_changed.set(true);
        let rows = self.noted.rows.get().saturating_add(1);
        self.noted.rows.set(rows);
        if rows > self.most_noted()? {
            return Ok(());
        }
        let Some(code) = before.or(after).map(|row| row.uscc.as_str()) else { return Ok(()) };
        let other = if is_shared { self.shown_by_others(code, register)? } else { None };
        // The first register that has an organisation gives its names.
        let shown = |own: Option<&'r Organisation>| -> Option<(u32, &Organisation)> {
            match (own, &other) {
                (Some(row), Some((theirs, ..))) if register < *theirs => Some((id, row)),
                (Some(row), None) => Some((id, row)),
                (_, other) => other.as_ref().map(|(_, id, row)| (*id, row)),
            }
        };
        let (old, new) = (shown(before), shown(after));
        let number = |shown: Option<(u32, &Organisation)>| shown.map(|(id, _)| id);
        if let Some((old, row)) = old.filter(|(old, _)| number(new) != Some(*old)) {
            self.note(old, row, false)?;
        }
        let is_news = |new: u32| new == id || number(old) != Some(new);
        new.filter(|(new, _)| is_news(*new)).map_or(Ok(()), |(id, row)| self.note(id, row, true))
    }

    fn note(&self, id: u32, row: &Organisation, is_shown: bool) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO name_changes (id, uscc, name, name_en) \
                   VALUES (?1, ?2, ?3, ?4)";
        let name = is_shown.then_some(&row.name);
        let name_en = row.name_en.as_ref().filter(|_| is_shown);
        self.execute(sql, (id, row.uscc.as_str(), name, name_en))
    }

    /// The first other register's row of an organisation, of those that the person relies on.
    fn shown_by_others(
        &self,
        code: &str,
        register: i64,
    ) -> Result<Option<(i64, u32, Organisation)>, StoreError> {
        let sql = format!(
            "SELECT id, register, {} FROM organisations \
             WHERE id BETWEEN ?1 AND ?2 AND uscc = ?3 AND register <> ?4 \
             AND register IN (SELECT id FROM registers WHERE relied) ORDER BY register LIMIT 1",
            Organisation::COLUMNS
        );
        let (first, last) = numbers_of(code);
        let mut statement = self.sql.prepare_cached(&sql)?;
        let mut rows = statement.query((first, last, code, register))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some((row.get(1)?, row.get(0)?, Organisation::read(row)?)))
    }

    fn giving(&self, register: i64) -> Result<Giving, StoreError> {
        if let Some(known) = self.noted.giving.get().filter(|it| it.register == register) {
            return Ok(known);
        }
        let sql = "SELECT total(relied AND id = ?1) > 0, total(relied) > 1 FROM registers";
        let found = self.first(sql, [register], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (is_relied, is_shared) = found.unwrap_or_default();
        let giving = Giving { register, is_relied, is_shared };
        self.noted.giving.set(Some(giving));
        Ok(giving)
    }

    /// How many changed names the index is kept for.
    fn most_noted(&self) -> Result<u32, StoreError> {
        if let Some(known) = self.noted.most.get() {
            return Ok(known);
        }
        let indexed = names_indexed(self)?;
        let most = if indexed == 0 { 0 } else { FEW.max(indexed / ONE_IN) };
        self.noted.most.set(Some(most));
        Ok(most)
    }

    /// Before a transaction ends: the index with what was noted is as the names are.
    pub(in crate::register) fn settle_names(&self) -> Result<(), StoreError> {
        if !self.noted.is_changed.get() {
            return Ok(());
        }
        let most = self.most_noted()?;
        let sql = "SELECT count(*) FROM name_changes";
        let all: u32 = self.first(sql, [], |row| row.get(0))?.unwrap_or_default();
        if self.noted.rows.get() > most || all > most {
            return self.index_names();
        }
        self.next_edition()
    }

    /// The index was made of the names as they are.
    pub(super) fn names_are_indexed(&self) -> Result<(), StoreError> {
        self.noted.is_changed.set(false);
        self.noted.rows.set(0);
        self.noted.most.set(None);
        self.noted.giving.set(None);
        self.execute("DELETE FROM name_changes", [])?;
        self.next_edition()
    }

    fn next_edition(&self) -> Result<(), StoreError> {
        self.execute("UPDATE name_edition SET edition = edition + 1", [])
    }

    /// The changed names, read again when there is a new edition of them.
    pub(super) fn changes(&self) -> Result<Arc<Changes>, StoreError> {
        let sql = "SELECT edition FROM name_edition";
        let edition = self.first(sql, [], |row| row.get(0))?.ok_or_else(damaged)?;
        let known = Arc::clone(&self.overlay.0.borrow());
        if known.edition == edition {
            return Ok(known);
        }
        let changes = Arc::new(Changes::read(self, edition)?);
        *self.overlay.0.borrow_mut() = Arc::clone(&changes);
        Ok(changes)
    }
}

impl Changes {
    fn read(tx: &RegisterTx<'_>, edition: i64) -> Result<Self, StoreError> {
        let (mut now, mut changed) = (Vec::new(), HashSet::new());
        let sql = "SELECT id, uscc, name, name_en FROM name_changes";
        let mut statement = tx.sql.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            changed.insert(id);
            let names: [Option<String>; 2] = [row.get(2)?, row.get(3)?];
            let names: Vec<Name> = names.iter().flatten().map(|name| Name::of(name)).collect();
            if !names.is_empty() {
                now.push(Changed { id, code: row.get(1)?, names });
            }
        }
        let gone = if changed.is_empty() { Bits::default() } else { gone(tx, &changed)? };
        Ok(Self { edition, now, gone })
    }

    /// Numbers of the index that do not count any more.
    pub(super) const fn gone(&self) -> &Bits {
        &self.gone
    }

    /// The changed organisations that a query finds, each with its number in the table.
    pub(super) fn ranked(&self, query: &Query) -> Vec<(Rank, u32)> {
        let ranked = self.now.iter().filter_map(|it| {
            let rank = query.rank_names(&it.names, &it.code)?;
            Some((rank, it.id))
        });
        ranked.collect()
    }

    /// The changed organisations that are called so and that a query does not find.
    pub(super) fn called(&self, query: &Query, ways: &[Vec<Called>]) -> Vec<(Spoken, u32)> {
        let others = self.now.iter().filter(|it| query.rank_names(&it.names, &it.code).is_none());
        let called = others.filter_map(|it| {
            let name = it.names.first()?;
            Some((Spoken::of(name, &it.code, ways)?, it.id))
        });
        called.collect()
    }
}

/// The place of an organisation among those that are called so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spoken {
    position: usize,
    length: usize,
    code: String,
}

impl Spoken {
    /// The place of a name; none if it is not called so.
    pub fn of(name: &Name, code: &str, ways: &[Vec<Called>]) -> Option<Self> {
        let position = ways.iter().filter_map(|way| name.called(way)).min()?;
        Some(Self { position, length: name.length, code: code.to_owned() })
    }
}

/// How many of the answers hold what was typed as it was typed.
pub fn meant(ranked: &[(Rank, u32)]) -> u64 {
    let count = ranked.iter().filter(|(rank, _)| rank.class != Class::Near).count();
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The numbers of the index that lead to changed organisations.
fn gone(tx: &RegisterTx<'_>, changed: &HashSet<u32>) -> Result<Bits, StoreError> {
    let mut gone = Bits::below(names_indexed(tx)?);
    // Most organisations are ruled out by the first bits of their number.
    let mut slots = vec![false; 1 << 16];
    for id in changed.iter() {
        if let Some(slot) = usize::try_from(id >> 16).ok().and_then(|at| slots.get_mut(at)) {
            *slot = true;
        }
    }
    let sql = "SELECT id, leads_to FROM name_numbers WHERE id < 4294967296";
    let mut statement = tx.sql.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let first = row.get::<_, u32>(0)?.saturating_mul(IN_A_ROW);
        let bytes = row.get_ref(1)?.as_blob().map_err(|_| damaged())?;
        for (number, id) in (first..).zip(super::find::read_numbers(bytes)) {
            let slot = usize::try_from(id >> 16).ok().and_then(|at| slots.get(at));
            if slot == Some(&true) && changed.contains(&id) {
                gone.add(number);
            }
        }
    }
    Ok(gone)
}
