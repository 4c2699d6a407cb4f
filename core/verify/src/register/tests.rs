use super::*;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use standing_model::text::LocalText;

fn organisations(count: u32) -> Vec<Organisation> {
    let mut rows: Vec<Organisation> = (0..count)
        .map(|number| {
            let body = format!("91330106{number:08}0");
            let check = standing_model::business::Uscc::check_character(&body).unwrap();
            Organisation {
                uscc: format!("{body}{check}").parse().unwrap(),
                name: format!("杭州第{number}茶叶有限公司"),
                name_en: None,
                region: LocalText { en: "Hangzhou".into(), zh: "杭州".into() },
            }
        })
        .collect();
    rows.sort_by(Row::order);
    rows
}

fn written(rows: &[Organisation], bits: u8) -> (Vec<u8>, Table) {
    let mut raw = Vec::new();
    let table = write(rows, "register/organisations.zst", bits, &mut raw).unwrap();
    (raw, table)
}

fn packed(raw: &[u8]) -> Vec<u8> {
    compress_to_vec(raw, CompressionLevel::Fastest)
}

fn read_all(file: &[u8], table: &Table) -> Result<Vec<Organisation>, TableError> {
    let mut rows = Vec::new();
    read(file, table, |row| {
        rows.push(row);
        Ok::<_, TableError>(())
    })?;
    Ok(rows)
}

#[test]
fn a_table_reads_back_as_it_was_written_whatever_the_size_of_its_tree() {
    let rows = organisations(300);
    for bits in [0, 1, 4, 10] {
        let (raw, table) = written(&rows, bits);
        assert_eq!(read_all(&packed(&raw), &table).unwrap(), rows, "{bits}");
    }
    let (raw, table) = written(&[], 2);
    assert_eq!(read_all(&packed(&raw), &table).unwrap(), []);
}

#[test]
fn the_root_is_the_hash_over_buckets_by_the_leading_bits_of_the_key() {
    let lines: [(&str, &[u8]); 3] = [("a", b"a\n"), ("b", b"b\n"), ("c", b"c\n")];
    // SHA-256 of "a" begins ca, of "b" 3e, of "c" 2e: with one bit, b and c share bucket 0.
    let left = Hash::of(b"\x00b\nc\n");
    let right = Hash::of(b"\x00a\n");
    let want = Hash::of_parts(&[&[1], left.as_bytes(), right.as_bytes()]);
    assert_eq!(merkle_root(lines, 1).unwrap(), want);
    assert_eq!(merkle_root(lines, 0).unwrap(), Hash::of(b"\x00a\nb\nc\n"), "no bits is one bucket");
    assert!(matches!(merkle_root(lines, 17), Err(TableError::Bits(17))));
}

#[test]
fn a_changed_row_has_another_root() {
    let (raw, table) = written(&organisations(50), 3);
    let changed = String::from_utf8(raw).unwrap().replacen("第7茶", "第8茶", 1);
    let error = read_all(&packed(changed.as_bytes()), &table).unwrap_err();
    assert!(matches!(error, TableError::Root), "{error}");
}

#[test]
fn no_row_is_missing_added_repeated_or_out_of_order() {
    let rows = organisations(20);
    let (raw, table) = written(&rows, 3);
    let lines: Vec<&[u8]> = raw.split_inclusive(|byte| *byte == b'\n').collect();
    let with = |lines: &[&[u8]]| {
        let raw = lines.concat();
        let raw_bytes = u32::try_from(raw.len()).unwrap();
        let table = Table { raw_bytes, ..table.clone() };
        read_all(&packed(&raw), &table).unwrap_err()
    };
    assert!(matches!(with(&lines[1..]), TableError::Rows { got: 19, want: 20 }));
    let mut swapped = lines.clone();
    swapped.swap(4, 5);
    assert!(matches!(with(&swapped), TableError::Order { line: 6 }));
    let mut repeated = lines.clone();
    repeated[5] = repeated[4];
    assert!(matches!(with(&repeated), TableError::Order { line: 6 }));
}

#[test]
fn a_row_has_one_form_and_no_unknown_field() {
    let (raw, table) = written(&organisations(1), 0);
    let with = |text: String| {
        let raw_bytes = u32::try_from(text.len()).unwrap();
        let table = Table { raw_bytes, ..table.clone() };
        read_all(&packed(text.as_bytes()), &table).unwrap_err()
    };
    let text = String::from_utf8(raw).unwrap();
    let spaced = with(text.replacen(':', ": ", 1));
    assert!(matches!(spaced, TableError::NotCanonical { line: 1 }), "{spaced}");
    let unknown = with(text.replacen('{', r#"{"x":1,"#, 1));
    assert!(matches!(unknown, TableError::Row { line: 1, .. }), "{unknown}");
    let endless = with(text.replacen("杭州", &"杭".repeat(6000), 1));
    assert!(matches!(endless, TableError::Line { line: 1 }), "{endless}");
    let open = with(text.trim_end().to_owned());
    assert!(matches!(open, TableError::Line { line: 1 }), "{open}");
}

#[test]
fn a_file_is_one_whole_frame_of_the_signed_length() {
    let (raw, table) = written(&organisations(40), 3);
    let file = packed(&raw);
    for cut in [0, 3, 10, file.len() / 2, file.len() - 1] {
        assert!(
            matches!(read_all(&file[..cut], &table), Err(TableError::Frame(_))),
            "cut at {cut}"
        );
    }
    let twice = [file.clone(), file.clone()].concat();
    assert!(matches!(read_all(&twice, &table), Err(TableError::Trailing)));
    for raw_bytes in [table.raw_bytes - 1, table.raw_bytes + 1] {
        let table = Table { raw_bytes, ..table.clone() };
        assert!(matches!(read_all(&file, &table), Err(TableError::Length { .. })));
    }
    assert!(matches!(read_all(b"<html>not found</html>", &table), Err(TableError::Frame(_))));
}

#[test]
fn a_frame_may_not_ask_for_a_large_window_or_a_dictionary() {
    let (_, table) = written(&[], 0);
    // Magic, descriptor, window descriptor 2^(10+14) = 16 MiB, one empty last raw block.
    let large = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 14 << 3, 1, 0, 0];
    let error = read_all(&large, &table).unwrap_err();
    assert!(matches!(&error, TableError::Frame(why) if why.contains("window")), "{error}");
    let fits = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 13 << 3, 1, 0, 0];
    read_all(&fits, &table).unwrap();
    let dictionary = [0x28, 0xB5, 0x2F, 0xFD, 0x01, 13 << 3, 7, 1, 0, 0];
    let error = read_all(&dictionary, &table).unwrap_err();
    assert!(matches!(error, TableError::Frame(_)), "{error}");
}

#[test]
fn a_row_with_a_persons_number_counts_for_the_root_and_is_left_out() {
    use standing_model::row_code::RowCode;
    let region = || LocalText { en: "Hangzhou".into(), zh: "杭州".into() };
    let row = |code: &str| Organisation::<RowCode> {
        uscc: code.parse().unwrap(),
        name: "张三".into(),
        name_en: None,
        region: region(),
    };
    let rows = [row("11010519491231002X"), row("91330106MA2CFLDG4R")];
    let mut raw = Vec::new();
    let table = write(&rows, "register/organisations.zst", 0, &mut raw).unwrap();
    let mut kept = Vec::new();
    let left_out = read::<Organisation, TableError>(packed(&raw).as_slice(), &table, |row| {
        kept.push(row.uscc.to_string());
        Ok(())
    });
    assert_eq!((left_out.unwrap(), kept), (1, vec!["91330106MA2CFLDG4R".to_owned()]));
}

#[test]
fn one_company_has_so_many_rows_in_a_list_and_no_more() {
    let (raw, table) = listings(50, 100);
    let read = |raw: &[u8], table: &Table| {
        read::<Listing, TableError>(packed(raw).as_slice(), table, |_| Ok(()))
    };
    read(&raw, &table).unwrap();
    let (raw, table) = listings(51, 100);
    let error = read(&raw, &table).unwrap_err();
    assert!(matches!(error, TableError::TooMany { line: 51 }), "{error}");
}

#[test]
fn a_row_of_a_list_is_small() {
    let mut raw = Vec::new();
    let long = listing(1, MAX_LISTING_BYTES);
    let error = write(&[long], "lists/a/listings.zst", 0, &mut raw).unwrap_err();
    assert!(matches!(error, TableError::Line { line: 1 }), "{error}");
}

fn listings(count: u32, bytes: usize) -> (Vec<u8>, Table) {
    let rows: Vec<Listing> = (0..count).map(|number| listing(number, bytes)).collect();
    let mut raw = Vec::new();
    let table = write(&rows, "lists/a/listings.zst", 0, &mut raw).unwrap();
    (raw, table)
}

fn listing(number: u32, bytes: usize) -> Listing {
    serde_json::from_value(serde_json::json!({
        "list_id": format!("{number:05}"), "list_type": "court", "uscc": "91330106MA2CFLDG4R",
        "name": "茶", "office": "330100-FY", "decision_document": "1",
        "decision_date": "2026-05-06", "legal_basis": [],
        "conduct": {"en": "x".repeat(bytes), "zh-Hans": ""}, "severity": "serious",
        "publish_from": "2026-05-06", "publish_max": "2029-05-06", "state": "published",
        "source_hash": Hash::of(b"decision").to_string()
    }))
    .unwrap()
}

fn set_of(lines: &[u8], rows: u32) -> standing_model::register::ChangeSet {
    let (base, result) = (Hash::of(b"base"), Hash::of(b"result"));
    let raw_bytes = u32::try_from(lines.len()).unwrap();
    let path = "register/changes.zst".to_owned();
    standing_model::register::ChangeSet { path, base, result, rows, raw_bytes }
}

#[test]
fn changes_lead_from_one_table_to_the_other_and_name_nothing_else() {
    let before = organisations(40);
    let mut after = before.clone();
    after.remove(3);
    after[9].name = "改名".into();
    let (raw, lines) = write_changes(&before, &after).unwrap();
    assert_eq!(lines, 2);
    let read = read_changes::<Organisation>(packed(&raw).as_slice(), &set_of(&raw, 2)).unwrap();
    let gone = Gone { gone: before[3].uscc.to_string(), list_id: None };
    assert_eq!(read[0], Change::Gone(gone));
    assert!(matches!(&read[1], Change::Row(row) if row.name == "改名"), "{read:?}");
    assert_eq!(write_changes(&after, &after).unwrap(), (Vec::new(), 0));
}

#[test]
fn a_listing_that_goes_is_named_by_its_id_too_and_an_organisation_is_not() {
    let text = |gone: &str| format!("{gone}\n").into_bytes();
    let id = text(r#"{"gone":"91330106MA2CFLDG4R","list_id":"00001"}"#);
    let bare = text(r#"{"gone":"91330106MA2CFLDG4R"}"#);
    let spaced = text(r#"{"gone": "91330106MA2CFLDG4R"}"#);
    let listing = |raw: &[u8]| read_changes::<Listing>(packed(raw).as_slice(), &set_of(raw, 1));
    let organisation =
        |raw: &[u8]| read_changes::<Organisation>(packed(raw).as_slice(), &set_of(raw, 1));
    assert!(listing(&id).is_ok() && organisation(&bare).is_ok());
    for wrong in [listing(&bare).err(), organisation(&id).err(), organisation(&spaced).err()] {
        assert!(matches!(
            wrong,
            Some(TableError::NotCanonical { line: 1 } | TableError::Row { .. })
        ));
    }
}
