//! Limits that the reader of each format keeps to: the largest is read, one more is refused.
//! `core/app/tests/house/limits.rs` names the test of every limit.

use crate::address::{Address, AddressError, MAX_ADDRESS};
use crate::authority::{self, Authorities, AuthoritiesError};
use crate::calendar::{self, Calendar, CalendarError};
use crate::case::{Contest, MAX_GROUNDS};
use crate::door_sign::{self, DoorSign};
use crate::ids::Hash;
use crate::json::{self, MAX_DEPTH};
use crate::record::{self, Record};
use crate::register::{self, Forms, RegisterIndex};
use crate::rulebook::{self, Rulebook, RulebookError};
use crate::scan::{self, MAX_SCANNED, ScanError};
use crate::statement::{self, Statement};

/// What reading so many bytes says: of one too many, how many are allowed.
fn refuses_more_than<T: serde::de::DeserializeOwned + std::fmt::Debug>(limit: usize) {
    let of = |bytes: usize| json::read::<T>(&vec![b'0'; bytes], limit).unwrap_err();
    assert!(!of(limit).contains("are allowed"), "{limit}");
    assert!(of(limit + 1).contains(&format!("at most {limit} are allowed")), "{limit}");
}

#[test]
fn a_document_has_no_more_bytes_than_its_kind() {
    refuses_more_than::<Statement>(statement::MAX_BYTES);
    refuses_more_than::<Record>(record::MAX_BYTES);
    refuses_more_than::<DoorSign>(door_sign::MAX_BYTES);
    refuses_more_than::<RegisterIndex>(register::MAX_INDEX_BYTES);
    refuses_more_than::<register::Organisation>(register::MAX_ROW_BYTES);
    let zeros = |bytes: usize| vec![b'0'; bytes];
    let book = |bytes| Rulebook::read(&zeros(bytes)).unwrap_err();
    assert_eq!(book(rulebook::MAX_BYTES + 1), RulebookError::TooLarge);
    assert_ne!(book(rulebook::MAX_BYTES), RulebookError::TooLarge);
    let calendar = |bytes| Calendar::read(&zeros(bytes)).unwrap_err();
    assert_eq!(calendar(calendar::MAX_BYTES + 1), CalendarError::TooLarge);
    assert_ne!(calendar(calendar::MAX_BYTES), CalendarError::TooLarge);
    let list = |bytes| match Authorities::read(&zeros(bytes)) {
        Err(AuthoritiesError::Form(why)) => why,
        other => panic!("{other:?}"),
    };
    assert!(list(authority::MAX_BYTES + 1).contains("are allowed"));
    assert!(!list(authority::MAX_BYTES).contains("are allowed"));
}

#[test]
fn an_address_and_a_scanned_text_have_an_end() {
    let address = |length: usize| {
        let start = "https://credit.example/";
        Address::typed(&format!("{start}{}", "a".repeat(length - start.len())))
    };
    assert!(address(MAX_ADDRESS).is_ok());
    assert_eq!(address(MAX_ADDRESS + 1), Err(AddressError::Part));
    assert_eq!(scan::read(&"茶".repeat(MAX_SCANNED)), Err(ScanError::Nothing));
    let longer = scan::read(&"茶".repeat(MAX_SCANNED + 1));
    assert_eq!(longer, Err(ScanError::TooLong(MAX_SCANNED + 1)));
}

#[test]
fn what_lies_inside_each_other_has_a_bottom() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let read = |levels| json::read::<serde_json::Value>(deep(levels).as_bytes(), 1_000);
    assert!(read(MAX_DEPTH).is_ok());
    assert!(read(MAX_DEPTH + 1).is_err());
}

/// Whether a list of so many is one too many, by what its reader says.
fn is_over<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> bool {
    json::read::<T>(text.as_bytes(), 1 << 20).is_err_and(|why| why.contains("more than"))
}

#[test]
fn a_list_has_no_more_items_than_its_place() {
    let list = |item: &str, n: usize| format!("[{}]", vec![item; n].join(","));
    let contest = |n| {
        let grounds = list(r#""did_not_happen""#, n);
        format!(
            r#"{{"target":{{"entry":"E-1"}},"grounds":{grounds},"wants":"removed","mark":false}}"#
        )
    };
    assert!(!is_over::<Contest>(&contest(MAX_GROUNDS)));
    assert!(is_over::<Contest>(&contest(MAX_GROUNDS + 1)));
    let hash = Hash::of(b"root");
    let form = |changes: &str, v: usize| {
        format!(
            r#"{{"v":{v},"snapshot":"s","rows":1,"raw_bytes":9,"bits":0,"root":"{hash}"{changes}}}"#
        )
    };
    let change =
        format!(r#"{{"path":"c","base":"{hash}","result":"{hash}","rows":1,"raw_bytes":9}}"#);
    let table = |n| form(&format!(r#","changes":{}"#, list(&change, n)), 1);
    assert!(!is_over::<Forms>(&format!("[{}]", table(register::MAX_CHANGES))));
    assert!(is_over::<Forms>(&format!("[{}]", table(register::MAX_CHANGES + 1))));
    let forms = |n: usize| (1..=n).map(|v| form("", v)).collect::<Vec<_>>().join(",");
    assert!(!is_over::<Forms>(&format!("[{}]", forms(4))));
    assert!(is_over::<Forms>(&format!("[{}]", forms(5))));
}

#[test]
fn an_authority_has_no_more_addresses_and_keys_than_it_may() {
    let said = |text: String| match Authorities::read(text.as_bytes()) {
        Err(AuthoritiesError::Form(why)) => why,
        other => panic!("{other:?}"),
    };
    let zeros = |n: usize| vec!["0"; n].join(",");
    let addresses: Vec<String> = (0..5).map(|n| format!(r#""https://a{n}.example""#)).collect();
    let addresses = addresses.join(",");
    let list = format!(r#"{{"v":1,"repo":[{addresses}],"authorities":[]}}"#);
    assert!(said(list).contains("more than 4 items"));
    let keys = |n| {
        let keys = zeros(n);
        said(format!(
            r#"{{"v":1,"repo":["https://a.example"],"authorities":[{{"keys":[{keys}]}}]}}"#
        ))
    };
    assert!(keys(65).contains("more than 64 items"), "{}", keys(65));
    assert!(!keys(64).contains("more than 64 items"), "{}", keys(64));
}
