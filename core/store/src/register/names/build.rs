//! Making the index: names are cut once into a file beside the database, and read from there as
//! often as it takes to sort their pairs in little memory.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};
use std::path::Path;

use super::{END, Field, IN_A_ROW, MOST_TERMS, Term, key, set};
use crate::StoreError;
use crate::register::RegisterTx;
use crate::register::spill::unnamed;
use crate::search::{Unit, folded, units};

/// Pairs that are sorted at a time, if no first unit has more: 16 bytes each.
const PAIRS_AT_ONCE: u64 = 500_000;

/// Names of organisations by the numbers of their rows.
const NAMES: &str = "SELECT id, register, uscc, name, name_en FROM organisations \
     WHERE register IN (SELECT id FROM registers WHERE relied) ORDER BY id";

/// Makes the index again: [`RegisterTx::index_names`].
pub fn index(tx: &RegisterTx<'_>) -> Result<(), StoreError> {
    for table in ["name_terms", "name_pairs", "name_numbers"] {
        tx.execute(&format!("DELETE FROM {table}"), [])?;
    }
    let folder = tx.sql.path().map(Path::new).and_then(Path::parent);
    let folder = folder.ok_or(StoreError::Missing("register.db"))?;
    let mut terms = Terms::default();
    let (mut names, mut english) = (Names::new(folder)?, Names::new(folder)?);
    // The organisation of each English name, by its place in the order in which rows were read.
    let (mut rows, mut translated) = (Vec::new(), Vec::new());
    scan(tx, |Row { id, code, name, name_en }| {
        let place = u32::try_from(rows.len()).map_err(|_| super::damaged())?;
        rows.push(id);
        names.add(&terms.cut(&name), code)?;
        if let Some(name_en) = name_en {
            english.add(&terms.cut(&name_en), code)?;
            translated.push(place);
        }
        Ok(())
    })?;
    let ids = terms.number(tx)?;
    let (numbers, numbers_en) = (names.numbers(), english.numbers());
    write_numbers(tx, Field::Name, &inverse(&numbers, &rows))?;
    let organisation = |place: &u32| at(&numbers, *place);
    let organisations: Vec<u32> = translated.iter().map(organisation).collect();
    write_numbers(tx, Field::English, &inverse(&numbers_en, &organisations))?;
    names.write_pairs(tx, Field::Name, &ids, &numbers)?;
    english.write_pairs(tx, Field::English, &ids, &numbers_en)
}

/// How many organisations the index has.
pub fn names_indexed(tx: &RegisterTx<'_>) -> Result<u32, StoreError> {
    let sql = "SELECT id, length(leads_to) FROM name_numbers \
               WHERE id < 4294967296 ORDER BY id DESC LIMIT 1";
    let last = tx.first(sql, [], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?)))?;
    let count = |(row, bytes): (u32, u32)| row.saturating_mul(IN_A_ROW).saturating_add(bytes / 4);
    Ok(last.map_or(0, count))
}

/// An organisation's code, as it is compared.
type Code = [u8; 18];

struct Row {
    id: u32,
    code: Code,
    name: String,
    name_en: Option<String>,
}

/// Reads the names, those of each organisation once: the first register that has it gives them.
fn scan(
    tx: &RegisterTx<'_>,
    mut take: impl FnMut(Row) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    // Rows of one code are in one slot.
    let (mut of_slot, mut slot) = (BTreeMap::<Code, (i64, Row)>::new(), 0);
    let mut statement = tx.sql.prepare(NAMES)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let (id, register): (u32, i64) = (row.get(0)?, row.get(1)?);
        let code = row.get_ref(2)?.as_bytes().ok().and_then(|code| Code::try_from(code).ok());
        let code = code.ok_or(StoreError::Corrupt("organisations"))?;
        if id >> 16 != slot {
            slot = id >> 16;
            std::mem::take(&mut of_slot).into_values().try_for_each(|(_, row)| take(row))?;
        }
        if of_slot.get(&code).is_none_or(|(first, _)| register < *first) {
            let row = Row { id, code, name: row.get(3)?, name_en: row.get(4)? };
            of_slot.insert(code, (register, row));
        }
    }
    of_slot.into_values().try_for_each(|(_, row)| take(row))
}

/// Units by their text; numbered as they come, until [`Terms::number`].
#[derive(Default)]
struct Terms {
    found: HashMap<String, u32>,
}

/// A name that was cut.
struct CutName {
    units: Vec<u32>,
    length: u16,
}

impl Terms {
    fn cut(&mut self, name: &str) -> CutName {
        let folded = folded(name);
        let number = |unit: Unit| {
            let next = u32::try_from(self.found.len()).unwrap_or(MOST_TERMS);
            *self.found.entry(unit.text()).or_insert(next)
        };
        let length = u16::try_from(folded.chars().count()).unwrap_or(u16::MAX);
        CutName { units: units(&folded).into_iter().map(number).collect(), length }
    }

    /// Numbers the units in the order of their texts, and writes them; the number of each by the
    /// one that it had so far.
    fn number(self, tx: &RegisterTx<'_>) -> Result<Vec<Term>, StoreError> {
        let mut sorted: Vec<(String, u32)> = self.found.into_iter().collect();
        sorted.sort_unstable();
        let mut ids = vec![END; sorted.len()];
        for (id, (text, before)) in (END.saturating_add(1)..MOST_TERMS).zip(sorted) {
            tx.execute("INSERT INTO name_terms (text, id) VALUES (?1, ?2)", (text, id))?;
            if let Some(place) = usize::try_from(before).ok().and_then(|at| ids.get_mut(at)) {
                *place = id;
            }
        }
        Ok(ids)
    }
}

/// Names of one kind, in the order in which they were read, cut into a file that nobody else sees.
struct Names {
    file: BufWriter<File>,
    /// What they are numbered by.
    order: Vec<(u16, Code)>,
    /// How many pairs begin with each unit.
    pairs: Vec<u64>,
}

/// A pair at a place of a name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    first: Term,
    second: Term,
    position: u16,
    number: u32,
}

impl Names {
    fn new(folder: &Path) -> Result<Self, StoreError> {
        let file = BufWriter::new(unnamed(folder)?);
        Ok(Self { file, order: Vec::new(), pairs: Vec::new() })
    }

    fn add(&mut self, name: &CutName, code: Code) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        set::put(u32::try_from(name.units.len()).unwrap_or(u32::MAX), &mut bytes);
        for unit in &name.units {
            set::put(*unit, &mut bytes);
            let at = usize::try_from(*unit).unwrap_or(usize::MAX);
            if at >= self.pairs.len() {
                self.pairs.resize(at.saturating_add(1), 0);
            }
            if let Some(pairs) = self.pairs.get_mut(at) {
                *pairs = pairs.saturating_add(1);
            }
        }
        self.order.push((name.length, code));
        Ok(self.file.write_all(&bytes)?)
    }

    /// The number of each name, by its place: the shorter name first, then by code.
    fn numbers(&mut self) -> Vec<u32> {
        let order = std::mem::take(&mut self.order);
        let mut places: Vec<((u16, Code), u32)> = order.into_iter().zip(0..).collect();
        places.sort_unstable();
        let places: Vec<u32> = places.into_iter().map(|(_, place)| place).collect();
        let all: Vec<u32> = (0..).take(places.len()).collect();
        inverse(&places, &all)
    }

    /// Sorts and writes the pairs, those of some first units at a time.
    fn write_pairs(
        mut self,
        tx: &RegisterTx<'_>,
        field: Field,
        ids: &[Term],
        numbers: &[u32],
    ) -> Result<(), StoreError> {
        self.file.flush()?;
        let mut counts: Vec<(Term, u64)> =
            ids.iter().copied().zip(self.pairs.iter().copied()).collect();
        counts.sort_unstable();
        let (mut from, mut pairs) = (END, 0_u64);
        for (term, count) in counts {
            if pairs > 0 && pairs.saturating_add(count) > PAIRS_AT_ONCE {
                self.write_range(tx, field, ids, numbers, from..term)?;
                (from, pairs) = (term, 0);
            }
            pairs = pairs.saturating_add(count);
        }
        self.write_range(tx, field, ids, numbers, from..MOST_TERMS)
    }

    fn write_range(
        &mut self,
        tx: &RegisterTx<'_>,
        field: Field,
        ids: &[Term],
        numbers: &[u32],
        firsts: std::ops::Range<Term>,
    ) -> Result<(), StoreError> {
        let file = self.file.get_mut();
        file.rewind()?;
        let mut reader = BufReader::with_capacity(1 << 16, file);
        let mut pairs = Vec::new();
        let mut units = Vec::new();
        for number in numbers {
            units.clear();
            for _ in 0..read(&mut reader)? {
                units.push(at(ids, read(&mut reader)?));
            }
            let seconds = units.iter().skip(1).copied().chain([END]);
            for ((first, second), position) in units.iter().copied().zip(seconds).zip(0..=u16::MAX)
            {
                if firsts.contains(&first) {
                    pairs.push(Pair { first, second, position, number: *number });
                }
            }
        }
        pairs.sort_unstable();
        for same in pairs.chunk_by(|a, b| (a.first, a.second) == (b.first, b.second)) {
            let Some(Pair { first, second, .. }) = same.first() else { continue };
            let sql = "INSERT INTO name_pairs (id, groups) VALUES (?1, ?2)";
            tx.execute(sql, (key(field, *first, *second), groups(same)))?;
        }
        Ok(())
    }
}

/// A pair's row: for each position the position, the number of bytes, and the numbers.
fn groups(pairs: &[Pair]) -> Vec<u8> {
    let mut row = Vec::new();
    for group in pairs.chunk_by(|a, b| a.position == b.position) {
        let Some(Pair { position, .. }) = group.first() else { continue };
        let numbers: Vec<u32> = group.iter().map(|pair| pair.number).collect();
        let mut bytes = Vec::new();
        set::encode(&numbers, &mut bytes);
        set::put(u32::from(*position), &mut row);
        set::put(u32::try_from(bytes.len()).unwrap_or(u32::MAX), &mut row);
        row.extend(bytes);
    }
    row
}

/// Reads a number that [`set::put`] wrote.
fn read(reader: &mut impl Read) -> Result<u32, StoreError> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let mut byte = [0];
        reader.read_exact(&mut byte)?;
        let [byte] = byte.map(u32::from);
        number |= (byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    Ok(number)
}

/// Values in the order of their numbers.
fn inverse(numbers: &[u32], values: &[u32]) -> Vec<u32> {
    let mut ordered = vec![0; numbers.len()];
    for (number, value) in numbers.iter().zip(values) {
        if let Some(place) = usize::try_from(*number).ok().and_then(|at| ordered.get_mut(at)) {
            *place = *value;
        }
    }
    ordered
}

fn at(values: &[u32], place: u32) -> u32 {
    usize::try_from(place).ok().and_then(|at| values.get(at)).copied().unwrap_or_default()
}

/// Writes what each number of a field leads to.
fn write_numbers(tx: &RegisterTx<'_>, field: Field, values: &[u32]) -> Result<(), StoreError> {
    let first = i64::from(field == Field::English) << 32;
    let size = usize::try_from(IN_A_ROW).unwrap_or(usize::MAX);
    for (id, values) in (first..).zip(values.chunks(size)) {
        let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        tx.execute("INSERT INTO name_numbers (id, leads_to) VALUES (?1, ?2)", (id, bytes))?;
    }
    Ok(())
}
