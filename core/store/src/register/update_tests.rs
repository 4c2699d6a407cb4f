//! Updates give the rows, the root and the answers that a fresh build gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{RegisterTx, TableOf};
use crate::search::Query;
use crate::search::tests::{Dice, called, index, organisation};
use crate::testing::open;
use crate::{OrganisationRow, Store, StoreError};
use standing_model::ids::{Hash, TrustId};
use standing_model::register::{ChangeSet, Organisation, Table};
use standing_model::time::UnixTime;
use standing_verify::register::{Row, TableError, read_changes, tree, write, write_changes};

const CHINESE: [&str; 9] = ["西", "湖", "茶", "業", "业", "重", "庆", "a", "（"];
const ENGLISH: [&str; 5] = ["West ", "Lake ", "Tea", "Steak ", "é"];
const TYPED: [&str; 9] = ["茶", "西湖", "湖 茶", "业", "tea", "lake w", "xi", "cq", "茶 a"];

#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Table(#[from] TableError),
}

/// A register of the test: its root's name, its number, its rows.
struct Register {
    trust: TrustId,
    id: i64,
    rows: Vec<Organisation>,
}

fn drawn(dice: &mut Dice, number: u32) -> Organisation {
    let english = dice.text(&ENGLISH, 3);
    let english = (dice.below(3) == 0).then_some(english.as_str());
    organisation(number, &dice.text(&CHINESE, 5), english)
}

/// The rows of the next version.
fn next(dice: &mut Dice, rows: &[Organisation]) -> Vec<Organisation> {
    let mut next: BTreeMap<String, Organisation> =
        rows.iter().map(|row| (row.uscc.to_string(), row.clone())).collect();
    for _ in 0..dice.below(9) {
        let number = u32::try_from(dice.below(40)).unwrap();
        let row = drawn(dice, number);
        match dice.below(4) {
            0 => drop(next.remove(row.uscc.as_str())),
            1 => drop(next.entry(row.uscc.to_string()).and_modify(|row| {
                row.region.en.push('x');
            })),
            _ => drop(next.insert(row.uscc.to_string(), row)),
        }
    }
    next.into_values().collect()
}

fn table(rows: &[Organisation], bits: u8) -> Table {
    write(rows, "register/organisations.zst", bits, Vec::new()).unwrap()
}

fn replace(tx: &RegisterTx<'_>, id: i64, rows: &[Organisation], bits: u8) -> Result<(), Failed> {
    let mut spill = tx.spill(1 << 24)?;
    rows.iter().try_for_each(|row| spill.add::<_, Failed>(row))?;
    tx.replace_rows::<Organisation, Failed>(TableOf::own(id), spill, || Ok(()))?;
    let lines: Vec<Vec<u8>> =
        rows.iter().map(|row| standing_verify::register::row_line(row, 0).unwrap()).collect();
    let mut buckets = vec![Vec::<&[u8]>::new(); 1 << bits];
    for (row, line) in rows.iter().zip(&lines) {
        buckets[usize::from(tree::bucket(tree::slot(row.key()), bits))].push(line);
    }
    let leaves: Vec<Hash> = buckets.into_iter().map(tree::bucket_hash).collect();
    Ok(tx.put_tree::<Organisation>(TableOf::own(id), &leaves)?)
}

/// Applies what leads from one version to the other; the root that the tree has then.
fn change(
    tx: &RegisterTx<'_>,
    id: i64,
    bits: u8,
    (before, after): (&[Organisation], &[Organisation]),
) -> Result<Hash, Failed> {
    let (lines, rows) = write_changes(before, after)?;
    let raw_bytes = u32::try_from(lines.len()).unwrap();
    let (base, result) = (Hash::of(b""), Hash::of(b""));
    let set = ChangeSet { path: String::new(), base, result, rows, raw_bytes };
    let level = ruzstd_level();
    let packed = ruzstd::encoding::compress_to_vec(lines.as_slice(), level);
    let changes = read_changes::<Organisation>(packed.as_slice(), &set)?;
    tx.change_rows::<Organisation, Failed>(TableOf::own(id), bits, changes, |row| {
        Ok(<Organisation as standing_verify::register::Kept>::admit(row))
    })
}

const fn ruzstd_level() -> ruzstd::encoding::CompressionLevel {
    ruzstd::encoding::CompressionLevel::Fastest
}

/// The names that are found, by reading the rows of all registers.
fn shown(registers: &[Register]) -> Vec<Organisation> {
    let mut shown = BTreeMap::new();
    for row in registers.iter().flat_map(|register| &register.rows) {
        shown.entry(row.uscc.to_string()).or_insert_with(|| row.clone());
    }
    shown.into_values().collect()
}

fn codes(rows: &[OrganisationRow]) -> Vec<String> {
    rows.iter().map(|row| row.organisation.uscc.to_string()).collect()
}

fn check(store: &Store, registers: &[Register], limit: usize, context: &str) {
    let shown = shown(registers);
    for row in &shown {
        let found = store.read_register(|tx| tx.organisations(&row.uscc)).unwrap();
        assert_eq!(found.first().map(|found| &found.organisation), Some(row), "{context}");
    }
    for typed in TYPED {
        let query = Query::of(typed).unwrap();
        let mut ranked: Vec<_> =
            shown.iter().filter_map(|row| Some((query.rank(row)?, row.uscc.to_string()))).collect();
        ranked.sort();
        let want: Vec<String> = ranked.into_iter().map(|(_, code)| code).collect();
        let found = store.read_register(|tx| tx.search(&query, limit)).unwrap();
        let rows = [codes(&found.rows), codes(&found.near)].concat();
        let context = format!("{context}, {typed}, {limit}");
        assert_eq!(rows.as_slice(), &want[..want.len().min(limit)], "{context}");
        assert_eq!(found.more, (want.len() - rows.len()) as u64, "{context}");
        let spoken = called(&shown, typed);
        let names: Vec<_> = found.sound.iter().map(|it| &it.organisation.name).collect();
        assert_eq!(names, spoken.iter().take(limit).collect::<Vec<_>>(), "{context}");
        assert_eq!(found.sounds, spoken.len() as u64, "{context}");
    }
}

#[test]
fn two_hundred_chains_of_updates_give_the_root_and_the_answers_of_a_fresh_build() {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = open(folder.path(), &secrets).unwrap();
    for seed in 0..200_u64 {
        let mut dice = Dice(seed);
        let bits = [0, 2, 7][dice.below(3)];
        let mut registers = Vec::new();
        for number in 0..=u8::from(dice.below(3) == 0) {
            let trust = TrustId::of_root(&[number]);
            let rows = (0..30).map(|number| drawn(&mut dice, number)).collect::<Vec<_>>();
            let rows = next(&mut dice, &rows);
            let id = store.write_register(|tx| {
                let id = tx.put_register(trust, &index(), UnixTime(9))?;
                replace(tx, id, &rows, bits)?;
                Ok::<_, Failed>(id)
            });
            registers.push(Register { trust, id: id.unwrap(), rows });
        }
        for turn in 0..3 {
            let at = dice.below(registers.len());
            let register = &mut registers[at];
            let after = next(&mut dice, &register.rows);
            let (id, before) = (register.id, std::mem::take(&mut register.rows));
            let root = store.write_register(|tx| match dice.below(4) {
                0 => replace(tx, id, &after, bits).map(|()| None),
                _ => change(tx, id, bits, (&before, &after)).map(Some),
            });
            let want = table(&after, bits).root;
            let leaves = |tx: &RegisterTx<'_>| tx.leaves::<Organisation>(TableOf::own(id));
            let kept = tree::fold(store.read_register(leaves).unwrap());
            assert_eq!((root.unwrap().unwrap_or(want), kept), (want, want), "{seed} {turn}");
            register.rows = after;
            let limit = [3, 100][dice.below(2)];
            check(&store, &registers, limit, &format!("seed {seed}, turn {turn}"));
        }
        store.write_register(|tx| tx.index_names()).unwrap();
        check(&store, &registers, 100, &format!("seed {seed}, indexed again"));
        for register in registers {
            store.write_register(|tx| tx.remove_register(register.trust)).unwrap();
        }
    }
}

#[test]
fn a_change_writes_its_own_rows_and_leaves_the_index_alone() {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = open(folder.path(), &secrets).unwrap();
    let rows: Vec<_> = (0..2_000).map(|number| organisation(number, "西湖茶业", None)).collect();
    let id = store.write_register(|tx| {
        let id = tx.put_register(TrustId::of_root(b"one"), &index(), UnixTime(9))?;
        replace(tx, id, &rows, 6)?;
        Ok::<_, Failed>(id)
    });
    let id = id.unwrap();
    let mut after = rows.clone();
    for row in after.iter_mut().take(300) {
        row.name = "改名茶行".into();
    }
    let written = store.write_register(|tx| {
        let before = tx.sql.total_changes();
        change(tx, id, 6, (&rows, &after))?;
        Ok::<_, Failed>(tx.sql.total_changes() - before)
    });
    let written = written.unwrap();
    // Rows, their notes, and the parts of the tree.
    assert!((300..=700).contains(&written), "{written} rows written");
    let query = Query::of("改名").unwrap();
    let found = |limit| store.read_register(|tx| tx.search(&query, limit)).unwrap();
    assert_eq!((found(50).rows.len(), found(50).meant), (50, 300));
    // The same table, taken whole, changes nothing at all.
    let written = store.write_register(|tx| {
        let mut spill = tx.spill(1 << 20)?;
        after.iter().try_for_each(|row| spill.add::<_, Failed>(row))?;
        let before = tx.sql.total_changes();
        tx.replace_rows::<Organisation, Failed>(TableOf::own(id), spill, || Ok(()))?;
        Ok::<_, Failed>(tx.sql.total_changes() - before)
    });
    assert_eq!(written.unwrap(), 0);
    // More than the index is kept for: it is rebuilt.
    let renamed: Vec<_> = (0..2_000).map(|number| organisation(number, "新的名字", None)).collect();
    store.write_register(|tx| change(tx, id, 6, (&after, &renamed)).map(drop)).unwrap();
    let noted = |tx: &RegisterTx<'_>| {
        tx.first("SELECT count(*) FROM name_changes", [], |row| row.get::<_, u32>(0))
    };
    assert_eq!(store.read_register(noted).unwrap(), Some(0));
    assert_eq!(found(5).meant, 0);
}
