use super::*;
use crate::ext::Extensions;
use crate::version::Version;

fn table(rows: u32, raw_bytes: u32, bits: u8) -> Table {
    let (snapshot, root) = ("register/organisations.zst".to_owned(), Hash::of(b"root"));
    Table { v: 1, snapshot, rows, raw_bytes, bits, root, changes: Vec::new() }
}

fn text(text: &str) -> LocalText {
    LocalText { en: text.into(), zh: text.into() }
}

fn lister(iss: &str) -> Lister {
    Lister {
        iss: iss.parse().unwrap(),
        names: text(iss),
        list_types: vec![ListType::Court],
        offices: vec![Office { code: "330100-FY".parse().unwrap(), names: text("the court") }],
        coverage: vec![Coverage {
            list_type: ListType::Court,
            offices: vec!["330100-FY".parse().unwrap()],
            as_of: "2026-11-20".parse().unwrap(),
        }],
        limits: Limits { rows: 1000, raw_bytes: 1 << 20 },
    }
}

fn index(listers: Vec<Lister>) -> RegisterIndex {
    RegisterIndex {
        v: Version,
        ext: Extensions::default(),
        version: 1,
        prev: None,
        issued_at: UnixTime(0),
        next_update: UnixTime(1),
        zone: Zone::china(),
        publisher: text("publisher"),
        region: text("region"),
        organisations: Forms::one(table(1, 100, 0)),
        products: Forms::one(table(0, 0, 0)),
        listers,
        remedies: Vec::new(),
        working_days: None,
    }
}

#[test]
fn every_size_has_a_limit_that_the_index_alone_shows() {
    let limits = Limits { rows: MAX_ROWS, raw_bytes: MAX_RAW_BYTES };
    let fits = |rows, raw_bytes, bits| table(rows, raw_bytes, bits).check(limits).is_ok();
    assert!(fits(MAX_ROWS, MAX_RAW_BYTES, 16) && fits(0, 0, 0) && fits(1, 100, 2));
    assert!(!fits(MAX_ROWS + 1, 100, 16), "rows");
    assert!(!fits(1, MAX_RAW_BYTES + 1, 0), "bytes");
    assert!(!fits(MAX_ROWS, 100, 17), "bits");
    assert!(!fits(65, 100, 0) && fits(64, 100, 0), "rows in a bucket");
    assert!(!fits(1, 100, 3) && !fits(0, 0, 1), "buckets for a row");
    assert!(Table::may_unpack(5000, 100) && !Table::may_unpack(5001, 100));
}

#[test]
fn all_lists_together_are_limited_by_what_the_publisher_grants() {
    let named = |count: u32| (0..count).map(|n| lister(&format!("l{n}.example"))).collect();
    let mut index = index(named(64));
    assert_eq!(index.check(), Ok(()));
    for lister in &mut index.listers {
        lister.limits.raw_bytes = 4 << 20;
    }
    assert_eq!(index.check(), Ok(()));
    index.listers[0].limits.raw_bytes += 1;
    assert!(index.check().is_err());
}

#[test]
fn a_register_names_no_more_authorities_than_it_may() {
    let read = |count: usize| {
        let listers = (0..count).map(|n| lister(&format!("l{n}.example"))).collect();
        let text = serde_json::to_string(&index(listers)).unwrap();
        json::read::<RegisterIndex>(text.as_bytes(), MAX_INDEX_BYTES)
    };
    assert!(read(MAX_LISTERS).is_ok());
    assert!(read(MAX_LISTERS + 1).unwrap_err().contains("more than 64 items"));
}

#[test]
fn a_grant_names_each_authority_and_office_once_and_covers_no_more() {
    let bad = |bend: &dyn Fn(&mut Vec<Lister>)| {
        let mut listers = vec![lister("a.example"), lister("b.example")];
        bend(&mut listers);
        index(listers).check().unwrap_err()
    };
    assert!(bad(&|all| all[1].iss = all[0].iss.clone()).contains("twice"));
    assert!(bad(&|all| all[0].offices.extend(lister("c.example").offices)).contains("twice"));
    assert!(bad(&|all| all[0].offices[0].names = text("a ministry")).contains("two names"));
    assert!(bad(&|all| all[0].coverage[0].list_type = ListType::Red).contains("coverage"));
    assert!(bad(&|all| all[0].coverage[0].offices.push("x".parse().unwrap())).contains("coverage"));
}

#[test]
fn the_newest_form_that_this_build_reads_is_taken_and_a_later_one_left_alone() {
    let form = |v: u32, more: &str| {
        let hash = Hash::of(b"root");
        format!(
            r#"{{"v":{v},"snapshot":"s{v}","rows":1,"raw_bytes":9,"bits":0,"root":"{hash}"{more}}}"#
        )
    };
    let read = |forms: &[String]| {
        json::read::<Forms>(format!("[{}]", forms.join(",")).as_bytes(), 1 << 16)
    };
    let both = read(&[form(1, ""), form(2, r#","columns":["a"]"#)]).unwrap();
    assert_eq!(both.table().snapshot, "s1");
    for wrong in [
        vec![],
        vec![form(2, "")],
        vec![form(1, ""), form(1, "")],
        vec![form(2, ""), form(1, "")],
        vec![form(1, r#","columns":["a"]"#)],
        vec![form(1, ""), form(2, r#","columns":["a"],"columns":["b"]"#)],
        vec![form(1, r#","rows":1"#)],
    ] {
        assert!(read(&wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn changes_lead_from_one_root_to_the_next_and_end_at_the_table() {
    let change = |base: &str, result: &str| ChangeSet {
        path: "register/changes-2.zst".into(),
        base: Hash::of(base.as_bytes()),
        result: Hash::of(result.as_bytes()),
        rows: 1,
        raw_bytes: 100,
    };
    let check = |changes| {
        let table = Table { changes, ..table(1, 100, 0) };
        table.check(Limits { rows: 10, raw_bytes: 1000 })
    };
    assert_eq!(check(vec![change("a", "b"), change("b", "root")]), Ok(()));
    assert!(check(vec![change("a", "b")]).is_err());
    assert!(check(vec![change("a", "b"), change("c", "root")]).is_err());
}

#[test]
fn a_products_prefix_is_seven_to_twelve_digits() {
    let read = |prefix: &str| {
        let row = format!(r#"{{"prefix":"{prefix}","uscc":"91330106MA2CFLDG4R"}}"#);
        json::read::<Product>(row.as_bytes(), MAX_ROW_BYTES)
    };
    assert_eq!(read("69369838").unwrap().prefix, "69369838");
    for wrong in ["693698", "6936983800000", "6936983a", "", "６９３６９８３８"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}
