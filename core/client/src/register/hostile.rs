//! One lister with valid keys tries to harm the others. Whatever it signs, the court's list stays
//! whole, in date, and goes on being updated.

use super::fixture::*;
use super::*;
use standing_model::listing::ListType;
use standing_model::register::Table;
use standing_store::testing::NOW;
use standing_verify::metadata::MetadataError;
use standing_verify::register::TableError;

/// Publishes what the tax office does now, together with a new row of the court, and syncs: the
/// court's row arrives; what became of the tax office's list.
async fn court_goes_on(register: &mut Register, phone: &Phone) -> Option<SyncError> {
    let id = format!("C{}", register.lists[0].len() + 1);
    register.lists[0].push(listing(ListType::Court, &id));
    register.publish();
    let news = phone.sync().await.unwrap();
    let listed = phone.listed();
    assert!(listed.contains(&format!("court.example {id}")), "{listed:?} {:?}", news.refused);
    assert!(news.refused.iter().all(|(iss, _)| iss.as_str() == TAX), "{:?}", news.refused);
    let court = phone.list(COURT);
    assert!(UnixTime(NOW) < court.index.next_update && UnixTime(NOW) <= court.good_until);
    assert!(phone.root().signed_floor <= UnixTime(NOW), "the clock floor was raised");
    news.refused.into_iter().next().map(|(_, error)| error)
}

async fn synced() -> (Register, Phone) {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    (register, phone)
}

#[tokio::test]
async fn a_list_dated_in_the_future_is_refused_and_ages_no_other() {
    let (mut register, phone) = synced().await;
    register.ahead = 30 * DAY;
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    assert!(matches!(&error, SyncError::Content { why, .. } if why.contains("future")), "{error}");
    // Some minutes ahead is a clock's fault, and still raises nothing.
    register.ahead = DAY + 200;
    assert!(court_goes_on(&mut register, &phone).await.is_none());
}

#[tokio::test]
async fn a_lister_cannot_speak_for_an_office_that_it_was_not_granted() {
    let (mut register, phone) = synced().await;
    let mut forged = listing(ListType::Red, "R2");
    forged.office = COURT_OFFICE.parse().unwrap();
    register.lists[1].push(forged);
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    assert!(matches!(error, SyncError::Content { .. }), "{error}");
    assert!(!phone.listed().contains(&"tax.example R2".to_owned()));
}

#[tokio::test]
async fn a_table_that_is_declared_too_large_is_not_fetched() {
    let bends: [fn(&mut Table); 5] = [
        |table| table.raw_bytes = u32::MAX,
        |table| table.raw_bytes = 1 << 20,
        |table| table.rows = u32::MAX,
        |table| table.bits = 20,
        |table| table.raw_bytes = 1,
    ];
    for bend in bends {
        let (mut register, phone) = synced().await;
        register.bend = Some(bend);
        register.lists[1].push(listing(ListType::Red, "R2"));
        phone.network.asked();
        let error = court_goes_on(&mut register, &phone).await.unwrap();
        let refused = matches!(
            error,
            SyncError::Content { .. } | SyncError::Metadata(MetadataError::TooLarge { .. })
        );
        // Of one byte less than there is, more than the ratio or the size tell is read, and no more.
        assert!(refused || matches!(error, SyncError::Table(_)), "{error}");
        let asked = phone.network.asked();
        let fetched =
            asked.iter().any(|path| path.contains("tax.example") && path.ends_with(".zst"));
        assert!(!fetched || matches!(error, SyncError::Table(_)), "{asked:?}");
    }
}

#[tokio::test]
async fn a_thousand_rows_about_one_company_are_refused() {
    let (mut register, phone) = synced().await;
    register.lists[1] = (0..900).map(|n| listing(ListType::Red, &format!("R{n:04}"))).collect();
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    let (ratio, many) = (
        matches!(&error, SyncError::Content { why, .. } if why.contains("unpacks")),
        matches!(error, SyncError::Table(TableError::TooMany { .. })),
    );
    assert!(ratio || many, "{error}");
    assert!(phone.listed().contains(&"tax.example R1".to_owned()), "the old version stays");
    register.lists[1].truncate(51);
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    assert!(matches!(error, SyncError::Table(TableError::TooMany { line: 51 })), "{error}");
}

#[tokio::test]
async fn a_file_of_the_listers_own_role_that_is_huge_harms_nobody_else() {
    let (mut register, phone) = synced().await;
    for n in 0..4000 {
        register.put(Some(TAX), &format!("lists/{TAX}/{n:060}"), vec![1]);
    }
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    assert!(matches!(error, SyncError::Metadata(MetadataError::TooLarge { .. })), "{error}");
}

#[tokio::test]
async fn a_grant_that_is_taken_back_takes_its_rows_off_although_the_list_stays_the_same() {
    let mut register = Register::new();
    register.grants[1] = vec![ListType::Red, ListType::Local];
    register.lists[1].push(listing(ListType::Local, "X"));
    register.lists[1][1].office = TAX_OFFICE.parse().unwrap();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    assert_eq!(phone.listed(), ["court.example C1", "tax.example R1", "tax.example X"]);
    register.grants[1] = vec![ListType::Red];
    let error = court_goes_on(&mut register, &phone).await.unwrap();
    assert!(matches!(error, SyncError::Content { .. }), "{error}");
    assert!(!phone.listed().contains(&"tax.example X".to_owned()), "{:?}", phone.listed());
    // It goes on like that for as long as the lister does.
    assert!(court_goes_on(&mut register, &phone).await.is_some());
    // Once it lists what it may, its list is taken again.
    register.lists[1].truncate(1);
    assert!(court_goes_on(&mut register, &phone).await.is_none());
    // A grant that comes back brings its rows back, although the list is the same.
    register.grants[1] = Vec::new();
    assert!(court_goes_on(&mut register, &phone).await.is_some());
    register.grants[1] = vec![ListType::Red];
    assert!(court_goes_on(&mut register, &phone).await.is_none());
    assert!(phone.listed().contains(&"tax.example R1".to_owned()), "{:?}", phone.listed());
    // An office that is taken back goes in the same way.
    register.offices[1] = vec!["330000-XX"];
    assert!(court_goes_on(&mut register, &phone).await.is_some());
    assert!(phone.listed().iter().all(|row| row.starts_with("court")), "{:?}", phone.listed());
}

#[tokio::test]
async fn a_row_with_a_persons_number_is_not_kept_and_is_counted() {
    let (mut register, phone) = synced().await;
    let row = listing(ListType::Red, "R2");
    let mut line = serde_json::to_value(&row).unwrap();
    line["uscc"] = "11010519491231002X".into();
    let signed: standing_model::listing::Listing<standing_model::row_code::RowCode> =
        serde_json::from_value(line).unwrap();
    register.signed_rows = vec![signed];
    register.publish();
    let news = phone.sync().await.unwrap();
    assert_eq!((news.left_out, news.refused.len()), (1, 0));
    assert_eq!(phone.listed(), ["court.example C1"]);
}
