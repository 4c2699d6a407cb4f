use std::sync::Arc;

use super::*;
use crate::OrganisationRow;
use crate::testing::open;
use crate::{Store, StoreError};
use standing_model::business::Uscc;
use standing_model::ext::Extensions;
use standing_model::ids::{Hash, TrustId};
use standing_model::register::{Forms, RegisterIndex, Table};
use standing_model::text::LocalText;
use standing_model::time::UnixTime;
use standing_model::version::Version;

pub fn organisation(number: u32, name: &str, name_en: Option<&str>) -> Organisation {
    let body = format!("91330106{number:08}0");
    let check = Uscc::check_character(&body).unwrap();
    Organisation {
        uscc: format!("{body}{check}").parse().unwrap(),
        name: name.into(),
        name_en: name_en.map(str::to_owned),
        region: LocalText { en: "Hangzhou".into(), zh: "杭州".into() },
    }
}

pub fn index() -> Vec<u8> {
    let text = LocalText { en: "Register".into(), zh: "名录".into() };
    let (snapshot, root, changes) = ("t".to_owned(), Hash::of(b""), Vec::new());
    let table = Forms::one(Table { v: 1, snapshot, rows: 0, raw_bytes: 0, bits: 0, root, changes });
    let index = RegisterIndex {
        v: Version,
        version: 1,
        prev: None,
        issued_at: UnixTime(0),
        next_update: UnixTime(1),
        zone: standing_model::time::Zone::china(),
        publisher: text.clone(),
        region: text,
        organisations: table.clone(),
        products: table,
        listers: Vec::new(),
        remedies: Vec::new(),
        working_days: None,
        ext: Extensions::default(),
    };
    serde_json::to_vec(&index).unwrap()
}

pub struct Register {
    pub store: Store,
    rows: Vec<Organisation>,
    _folder: tempfile::TempDir,
}

pub fn register(rows: Vec<Organisation>) -> Register {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = open(folder.path(), &secrets).unwrap();
    store
        .write_register(|tx| {
            let id = tx.put_register(TrustId::of_root(b"root"), &index(), UnixTime(9))?;
            rows.iter().try_for_each(|row| tx.put_organisation(id, row))?;
            tx.index_names()
        })
        .unwrap();
    Register { store, rows, _folder: folder }
}

impl Register {
    fn search(&self, text: &str, limit: usize) -> (Vec<String>, u64) {
        let Some(query) = Query::of(text) else { return (Vec::new(), 0) };
        let found = self.store.read_register(|tx| tx.search(&query, limit)).unwrap();
        let rows = found.rows.into_iter().chain(found.near);
        (rows.map(|row| row.organisation.name).collect(), found.more)
    }

    /// Every row, read one by one, by a definition that knows nothing of the index.
    fn brute_force(&self, text: &str) -> Vec<String> {
        let Some(query) = Query::of(text) else { return Vec::new() };
        let ranked = self.rows.iter().filter_map(|row| Some((query.rank(row)?, &row.name)));
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort();
        ranked.into_iter().map(|(_, name)| name.clone()).collect()
    }
}

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    pub fn text(&mut self, alphabet: &[&str], most: usize) -> String {
        let length = 1 + self.below(most);
        (0..length).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }
}

#[test]
fn the_index_finds_what_reading_every_row_finds_in_the_same_order() {
    let chinese =
        ["西", "湖", "茶", "業", "业", "杭", "州", "（", "）", "𠮷", "1", "Ａ", " ", "⻓"];
    let english = ["West ", "Lake ", "Tea", "tea", "-", "Steak ", "a", "1", "é", "'", "茶"];
    let mut dice = Dice(7);
    let rows: Vec<_> = (0..400)
        .map(|number| {
            let english = dice.text(&english, 5);
            let english = (number % 3 == 0).then_some(english.as_str());
            organisation(number, &dice.text(&chinese, 7), english)
        })
        .collect();
    let register = register(rows);
    let mut hits = 0;
    for _ in 0..500 {
        let query = match dice.below(3) {
            0 => dice.text(&chinese, 4),
            1 => dice.text(&english, 3),
            _ => format!("{} {}", dice.text(&chinese, 2), dice.text(&english, 2)),
        };
        let want = register.brute_force(&query);
        hits += want.len();
        let (found, more) = register.search(&query, 1000);
        assert_eq!((found, more), (want.clone(), 0), "{query:?}");
        let (first, more) = register.search(&query, 3);
        assert_eq!(first.as_slice(), &want[..want.len().min(3)], "{query:?}");
        assert_eq!(more, want.len().saturating_sub(3) as u64, "{query:?}");
    }
    assert!(hits > 3_000, "the queries found hardly anything: {hits}");
}

/// The names that are called so, by reading every one, without those that are found by their text.
pub fn called(rows: &[Organisation], typed: &str) -> Vec<String> {
    let query = Query::of(typed).unwrap();
    let ways: Vec<Vec<_>> = sound::ways(typed)
        .iter()
        .map(|way| way.iter().map(sound::Syllable::characters).collect())
        .collect();
    let place = |name: &Name| {
        let fits = |(unit, spoken): (&Unit, &std::collections::BTreeSet<char>)| match unit {
            Unit::Character(one) => spoken.contains(one),
            Unit::Word(_) => false,
        };
        let at = |way: &Vec<_>| {
            name.units.windows(way.len()).position(|window| window.iter().zip(way).all(fits))
        };
        ways.iter().filter_map(at).min()
    };
    let others = rows.iter().filter(|row| query.rank(row).is_none());
    let mut called: Vec<_> = others
        .filter_map(|row| {
            let name = Name::of(&row.name);
            Some((place(&name)?, name.length, row.uscc.as_str(), row.name.clone()))
        })
        .collect();
    called.sort();
    called.into_iter().map(|(.., name)| name).collect()
}

#[test]
fn what_is_called_so_is_found_by_reading_every_name_and_by_the_index_alike() {
    let chinese = ["西", "湖", "茶", "业", "重", "庆", "厦", "门", "长", "沙", "a", "（", "𠮷"];
    let spoken = ["x", "xi", "hu", "cha", "ye", "chong", "qing", "xia", "men", "chang", "s", "h"];
    let mut dice = Dice(11);
    let rows = (0..200)
        .map(|number| organisation(number, &dice.text(&chinese, 6), Some("Xi Hu")))
        .collect();
    let register = register(rows);
    let mut hits = 0;
    for _ in 0..100 {
        let typed = dice.text(&spoken, 3);
        let want = called(&register.rows, &typed);
        hits += want.len();
        let query = Query::of(&typed).unwrap();
        for limit in [1000, 2] {
            let found = register.store.read_register(|tx| tx.search(&query, limit)).unwrap();
            let names: Vec<_> = found.sound.iter().map(|it| &it.organisation.name).collect();
            assert_eq!(names, want.iter().take(limit).collect::<Vec<_>>(), "{typed}");
            assert_eq!(found.sounds, want.len() as u64, "{typed}");
        }
    }
    assert!(hits > 400, "the queries found hardly anything: {hits}");
}

#[test]
fn of_two_registers_the_first_that_is_relied_on_gives_the_name() {
    let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
    let store = open(folder.path(), &secrets).unwrap();
    let search = |text: &str| {
        let query = Query::of(text).unwrap();
        let found = store.read_register(|tx| tx.search(&query, 9)).unwrap();
        let names = found.rows.into_iter().map(|row| row.organisation.name);
        (names.collect::<Vec<_>>(), found.meant)
    };
    let first = store
        .write_register(|tx| {
            let id = tx.put_register(TrustId::of_root(b"one"), &index(), UnixTime(9))?;
            tx.put_organisation(id, &organisation(1, "西湖茶业", None))?;
            let other = tx.put_register(TrustId::of_root(b"two"), &index(), UnixTime(9))?;
            tx.put_organisation(other, &organisation(1, "西湖茶行", None))?;
            tx.put_organisation(other, &organisation(2, "西湖酒家", None))?;
            tx.index_names()?;
            Ok::<_, StoreError>(id)
        })
        .unwrap();
    assert_eq!(search("西湖"), (vec!["西湖茶业".into(), "西湖酒家".into()], 2));
    assert_eq!(search("茶行"), (vec![], 0));
    store.write_register(|tx| tx.set_register_relied(first, false)).unwrap();
    assert_eq!(search("西湖"), (vec!["西湖茶行".into(), "西湖酒家".into()], 2));
    store.write_register(|tx| tx.set_register_relied(first, true)).unwrap();
    store.write_register(|tx| tx.remove_register(TrustId::of_root(b"two"))).unwrap();
    assert_eq!(search("西湖"), (vec!["西湖茶业".into()], 1));
    let left = std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().ends_with(".part")));
}

#[test]
fn every_piece_of_a_chinese_name_finds_it_and_nothing_else_does() {
    let name = "杭州西湖龙井茶业有限公司";
    let register = register(vec![organisation(1, name, Some("West Lake Longjing Tea Co., Ltd."))]);
    let characters: Vec<char> = name.chars().collect();
    for from in 0..characters.len() {
        for to in from + 1..=characters.len() {
            let piece = String::from_iter(&characters[from..to]);
            assert_eq!(register.search(&piece, 9).0, [name], "{piece}");
        }
    }
    for piece in ["西湖 茶业", "茶业　西湖", "（西湖）", "杭州西湖龙井茶业有限公司"]
    {
        assert_eq!(register.search(piece, 9).0, [name], "{piece}");
    }
    for piece in ["west", "ＷＥＳＴ lake", "Lake West", "co ltd", "Longj", "tea 西湖"] {
        assert_eq!(register.search(piece, 9).0, [name], "{piece}");
    }
    for piece in ["湖西", "龙茶", "est", "ea", "westlake", "西湖 饭店", "", "（）", "\"*"]
    {
        assert_eq!(register.search(piece, 9).0, [""; 0], "{piece}");
    }
}

#[test]
fn the_exact_name_comes_first_then_what_begins_so_then_by_place_and_length() {
    let names = ["大西湖", "西湖茶业公司", "新的西湖", "西湖茶业", "西湖"];
    let rows = names.iter().zip(1..).map(|(name, number)| organisation(number, name, None));
    let register = register(rows.collect());
    let (found, _) = register.search("西湖", 9);
    assert_eq!(found, ["西湖", "西湖茶业", "西湖茶业公司", "大西湖", "新的西湖"]);
}

#[test]
fn what_looks_like_a_search_expression_is_only_text() {
    let register = register(vec![organisation(1, "西湖", Some("and or not near"))]);
    for text in ["西湖 AND NOT", "and", "NOT near", "pieces:西湖", "西湖*", "^西湖", "\"西湖\""]
    {
        let (found, more) = register.search(text, 9);
        let want = if text.starts_with("pieces") { Vec::new() } else { vec!["西湖".to_owned()] };
        assert_eq!((found, more), (want, 0), "{text}");
    }
}

#[test]
fn another_business_of_a_like_name_is_not_among_those_that_were_meant() {
    let (tea, english) = ("杭州西湖茶业有限公司", "West Lake Tea Co., Ltd.");
    let (spring, other) = ("北京西郊湖光茶业有限公司", "Lake Spring of the West Tea Co.");
    // Its name is the shorter one, and its first piece comes before.
    let near = organisation(2, "湖光西湖饮茶业店", Some(other));
    let rows = vec![organisation(1, tea, Some(english)), near, organisation(3, spring, None)];
    let register = register(rows);
    let names = |rows: Vec<OrganisationRow>| -> Vec<String> {
        rows.into_iter().map(|row| row.organisation.name).collect()
    };
    let like = vec!["湖光西湖饮茶业店".to_owned()];
    for (typed, near) in [
        ("西湖 茶业", &like),
        ("west lake tea", &like),
        ("ｗｅｓｔ　ｌａｋｅ", &like),
        ("WEST LAKE TEA CO. LTD", &vec![]),
    ] {
        let query = Query::of(typed).unwrap();
        let found = register.store.read_register(|tx| tx.search(&query, 9)).unwrap();
        assert_eq!(names(found.rows), [tea], "{typed}");
        assert_eq!((found.meant, &names(found.near)), (1, near), "{typed}");
        let first = register.store.read_register(|tx| tx.search(&query, 1)).unwrap();
        assert_eq!(names(first.rows), [tea], "no near match takes its place: {typed}");
    }
}

#[test]
fn no_more_than_sixteen_pieces_are_looked_for() {
    let typed = |n: usize| (0..n).map(|at| format!("茶{at}")).collect::<Vec<_>>().join(" ");
    let pieces = |n| Query::of(&typed(n)).unwrap().pieces.len();
    assert_eq!((pieces(MOST_PIECES), pieces(MOST_PIECES + 1)), (16, 16));
    let letters = |n: usize| sound::ways(&"ma".repeat(n / 2)).len();
    assert!(letters(64) > 0 && letters(66) == 0, "more than 64 letters are not read as pinyin");
}
