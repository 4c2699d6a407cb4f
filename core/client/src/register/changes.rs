//! Updates by change sets: the phone chains over the versions that it missed; whatever is wrong with
//! a change set, the table is taken whole, and until then the old version stays.

use super::fixture::*;
use super::*;
use standing_model::business::Uscc;
use standing_model::listing::ListType;
use standing_model::register::{ChangeSet, Organisation, Table};
use standing_store::RegisterTx;
use standing_store::search::Query;
use standing_store::testing::NOW;
use standing_store::{TableOf, TableRow};
use standing_verify::metadata::MetadataError;
use standing_verify::register::{TableError, tree};

use super::super::super::testing::Fault;

const FILE: &str = "register/organisations.zst";

async fn synced() -> (Register, Phone) {
    let mut register = Register::new().with_more(200);
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    phone.network.asked();
    (register, phone)
}

fn rename(register: &mut Register, at: usize, name: &str) {
    register.organisations[at].name = name.into();
}

impl Phone {
    fn root_of<R: TableRow>(&self) -> Hash {
        let leaves = |tx: &RegisterTx<'_>| tx.leaves::<R>(TableOf::own(tx.registers()?[0].id));
        tree::fold(self.data.store.read_register(leaves).unwrap())
    }

    fn found(&self, text: &str) -> Vec<String> {
        let query = Query::of(text).unwrap();
        let found = self.data.store.read_register(|tx| tx.search(&query, 50)).unwrap();
        found.rows.into_iter().map(|row| row.organisation.name).collect()
    }

    fn tables_asked(&self) -> Vec<String> {
        self.network.asked().into_iter().filter(|path| path.ends_with(".zst")).collect()
    }
}

fn index_of(register: &Register) -> RegisterIndex {
    serde_json::from_slice(&register.publisher.targets[INDEX_PATH]).unwrap()
}

#[tokio::test]
async fn missed_versions_are_made_up_for_by_their_changes() {
    let (mut register, phone) = synced().await;
    let removed = register.organisations.remove(7);
    register.publish();
    rename(&mut register, 3, "西湖新茶庄");
    register.publish();
    register.organisations.push(organisation("91330106MA2CFLDH2D", "杭州晚到有限公司"));
    register.organisations.sort_by(standing_verify::register::Row::order);
    register.publish();
    let news = phone.sync().await.unwrap();
    assert!(news.whole.is_empty(), "{:?}", news.whole);
    let asked = phone.tables_asked();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(!asked.iter().any(|path| path.ends_with("organisations.zst")), "{asked:?}");
    let whole = register.publisher.targets[FILE].len() as u64;
    assert!(news.bytes > 0 && news.bytes < whole / 4, "{} of {whole}", news.bytes);
    assert_eq!(phone.root_of::<Organisation>(), index_of(&register).organisations.table().root);
    let new = phone.found("西湖新茶庄").len() + phone.found("晚到").len();
    assert_eq!((new, phone.found(&removed.name)), (2, Vec::new()));
    assert_eq!(phone.left_over(), 0);
}

#[tokio::test]
async fn a_list_is_updated_by_its_changes_too() {
    let (mut register, phone) = synced().await;
    let codes: Vec<Uscc> = register.organisations.iter().map(|row| row.uscc.clone()).collect();
    register.list_red(60);
    register.publish();
    phone.sync().await.unwrap();
    phone.network.asked();
    register.lists[1].remove(5);
    register.lists[1][9].conduct = text("Another reason");
    register.publish();
    let news = phone.sync().await.unwrap();
    assert!(news.whole.is_empty() && news.refused.is_empty(), "{news:?}");
    assert_eq!(phone.tables_asked().len(), 1);
    let listed = |at: usize| {
        let found = phone.data.store.read_register(|tx| tx.listings(&codes[at])).unwrap();
        found.into_iter().map(|row| row.listing.conduct.en).collect::<Vec<_>>()
    };
    assert_eq!((listed(5).len(), listed(10)), (0, vec!["Another reason".to_owned()]));
    // A change that the lister was not granted is refused with its list.
    let mut forged = register.red(70);
    forged.office = COURT_OFFICE.parse().unwrap();
    register.lists[1].push(forged);
    register.publish();
    let news = phone.sync().await.unwrap();
    let [(iss, SyncError::Content { .. })] = news.refused.as_slice() else { panic!("{news:?}") };
    assert_eq!((iss.as_str(), listed(70).len()), (TAX, 0));
    assert_eq!(listed(10), ["Another reason"], "the old version stays");
}

/// Publishes a version whose only change set is bent; what the phone says of it.
async fn bent(
    bend: impl FnOnce(&mut ChangeSet, Vec<u8>) -> Option<Vec<u8>>,
) -> (Phone, Register, Result<RegisterNews, SyncError>) {
    let (mut register, phone) = synced().await;
    rename(&mut register, 3, "西湖新茶庄");
    register.publish();
    let mut index = index_of(&register);
    let table = index.organisations.table().clone();
    let [set] = table.changes.as_slice() else { panic!("{:?}", table.changes) };
    let mut set = set.clone();
    let path = set.path.clone();
    let packed = register.publisher.targets[&path].clone();
    let file = bend(&mut set, packed);
    index.organisations = Forms::one(Table { changes: vec![set], ..table });
    match file {
        Some(bytes) => register.put(None, &path, bytes),
        None => drop(register.publisher.targets.remove(&path)),
    }
    register.publish_with(None, INDEX_PATH, serde_json::to_vec(&index).unwrap());
    let news = phone.sync().await;
    (phone, register, news)
}

/// The lines of a change set, and another set over them.
fn lines_of(packed: &[u8]) -> Vec<Vec<u8>> {
    let mut raw = Vec::new();
    let mut decoder = ruzstd::decoding::StreamingDecoder::new(packed).unwrap();
    std::io::Read::read_to_end(&mut decoder, &mut raw).unwrap();
    raw.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn with_lines(set: &mut ChangeSet, lines: &[&[u8]]) -> Option<Vec<u8>> {
    let raw = lines.concat();
    set.rows = u32::try_from(lines.len()).unwrap();
    set.raw_bytes = u32::try_from(raw.len()).unwrap();
    Some(packed(&raw))
}

/// What is wrong with a change set, how it is made so, and the reason that the phone gives.
type Wrong = (&'static str, Bend, fn(&SyncError) -> bool);
type Bend = fn(&mut ChangeSet, Vec<u8>) -> Option<Vec<u8>>;

const GONE: &[u8] = b"{\"gone\":\"91330106MA2CFLDH2D\"}\n";

const WRONG: [Wrong; 12] = [
    (
        "cut",
        |_, file| Some(file[..file.len() - 2].to_vec()),
        |it| matches!(it, SyncError::Table(TableError::Frame(_))),
    ),
    (
        "a flipped bit",
        |_, mut file| {
            let middle = file.len() / 2;
            file[middle] ^= 4;
            Some(file)
        },
        |it| matches!(it, SyncError::Table(_)),
    ),
    ("not there", |_, _| None, |it| matches!(it, SyncError::Metadata(_))),
    (
        "one row too many is declared",
        |set, file| {
            set.rows += 1;
            Some(file)
        },
        |it| matches!(it, SyncError::Table(TableError::Rows { .. })),
    ),
    (
        "shorter than declared",
        |set, file| {
            set.raw_bytes += 1;
            Some(file)
        },
        |it| matches!(it, SyncError::Table(TableError::Length { .. })),
    ),
    (
        "a bomb",
        |set, file| {
            set.raw_bytes = 1 << 19;
            Some(file)
        },
        |it| matches!(it, SyncError::Content { why, .. } if why.contains("unpacks")),
    ),
    (
        "larger than declared",
        |set, _| {
            set.raw_bytes = 1;
            Some(vec![7; 4096])
        },
        |it| matches!(it, SyncError::Metadata(MetadataError::TooLarge { .. })),
    ),
    (
        "a row twice",
        |set, file| {
            let line = lines_of(&file).remove(0);
            with_lines(set, &[&line, &line])
        },
        |it| matches!(it, SyncError::Table(TableError::Order { line: 2 })),
    ),
    (
        "out of order",
        |set, file| with_lines(set, &[GONE, &lines_of(&file)[0]]),
        |it| matches!(it, SyncError::Table(TableError::Order { line: 2 })),
    ),
    (
        "takes off what is not there",
        |set, file| with_lines(set, &[&lines_of(&file)[0], GONE]),
        |it| matches!(it, SyncError::Table(TableError::NotHeld { .. })),
    ),
    (
        "leads elsewhere",
        |set, file| {
            let line = String::from_utf8(lines_of(&file).remove(0)).unwrap();
            with_lines(set, &[line.replace("新", "旧").as_bytes()])
        },
        |it| matches!(it, SyncError::Table(TableError::Root)),
    ),
    (
        "not in its one form",
        |set, file| {
            let line = String::from_utf8(lines_of(&file).remove(0)).unwrap();
            with_lines(set, &[line.replace("{\"uscc\"", "{ \"uscc\"").as_bytes()])
        },
        |it| matches!(it, SyncError::Table(TableError::NotCanonical { line: 1 })),
    ),
];

#[tokio::test]
async fn whatever_is_wrong_with_a_change_set_the_table_is_taken_whole() {
    for (fault, bend, is_right) in WRONG {
        let (phone, register, news) = bent(bend).await;
        let news = news.unwrap();
        let [(path, error)] = news.whole.as_slice() else { panic!("{fault}: {news:?}") };
        assert!(path == FILE && is_right(error), "{fault}: {error}");
        assert_eq!(phone.found("西湖新茶庄"), ["西湖新茶庄"], "{fault}");
        let root = index_of(&register).organisations.table().root;
        assert_eq!(phone.root_of::<Organisation>(), root, "{fault}");
        assert_eq!(phone.left_over(), 0, "{fault}");
    }
}

#[tokio::test]
async fn a_change_set_from_another_version_or_over_another_tree_is_not_even_fetched() {
    let (phone, _, news) = bent(|set, file| {
        set.base = Hash::of(b"another");
        Some(file)
    })
    .await;
    assert!(news.unwrap().whole.is_empty(), "nothing is wrong with it");
    let asked = phone.tables_asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].ends_with("organisations.zst"), "{asked:?}");
}

#[tokio::test]
async fn a_chain_that_is_no_shorter_than_the_table_is_not_taken() {
    let (mut register, phone) = synced().await;
    for at in 0..register.organisations.len() {
        rename(&mut register, at, &format!("西湖第{at}新茶庄"));
    }
    register.publish();
    for row in register.organisations.iter_mut().take(150) {
        row.name_en = Some(format!("Tea {}", row.name.len()));
    }
    register.publish();
    let news = phone.sync().await.unwrap();
    let asked = phone.tables_asked();
    assert!(asked.len() == 1 && asked[0].ends_with("organisations.zst"), "{asked:?}");
    assert!(news.whole.is_empty());
}

#[tokio::test]
async fn while_neither_way_works_the_old_version_stays_and_the_next_sync_goes_on() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    rename(&mut register, 3, "西湖新茶庄");
    register.publish();
    let mut index = index_of(&register);
    let table = index.organisations.table().clone();
    let mut set = table.changes[0].clone();
    let path = set.path.clone();
    let line = String::from_utf8(lines_of(&register.publisher.targets[&path]).remove(0)).unwrap();
    let file = with_lines(&mut set, &[line.replace("新", "旧").as_bytes()]).unwrap();
    index.organisations = Forms::one(Table { changes: vec![set], ..table });
    register.put(None, &path, file);
    register.publish_with(None, INDEX_PATH, serde_json::to_vec(&index).unwrap());
    phone.network.fail("organisations.zst", Fault::Unreachable);
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Transport { .. }), "{error}");
    assert_eq!((phone.names(), phone.found("西湖新茶庄")), (names, Vec::new()));
    assert_eq!(phone.root().checked_at, UnixTime(NOW));
    phone.sync().await.unwrap();
    assert_eq!(phone.found("西湖新茶庄"), ["西湖新茶庄"]);
}

#[tokio::test]
async fn a_row_that_was_left_out_makes_its_table_come_whole_when_it_changes() {
    let (mut register, phone) = synced().await;
    let mut signed: Vec<standing_model::listing::Listing<standing_model::row_code::RowCode>> =
        Vec::new();
    for number in 0..40 {
        let row = serde_json::to_value(listing(ListType::Red, &format!("R{number:02}"))).unwrap();
        signed.push(serde_json::from_value(row).unwrap());
    }
    let mut person = serde_json::to_value(&signed[0]).unwrap();
    person["uscc"] = "11010519491231002X".into();
    register.signed_rows = signed.clone();
    register.signed_rows.insert(0, serde_json::from_value(person).unwrap());
    register.publish();
    assert_eq!(phone.sync().await.unwrap().left_out, 1);
    register.signed_rows = signed;
    register.publish();
    let news = phone.sync().await.unwrap();
    assert_eq!((news.left_out, phone.listed().len()), (0, 41));
    assert!(matches!(news.whole.as_slice(), [(_, SyncError::Table(TableError::LeftOut))]));
}

/// A phone with so many bytes free.
struct Room(u64);

impl crate::watch::Watch for Room {
    fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}

    fn stopped(&self) -> bool {
        false
    }

    fn ends(&self) -> crate::watch::Ends {
        Box::new(|| false)
    }

    fn room(&self, _folder: &std::path::Path) -> Option<u64> {
        Some(self.0)
    }
}

#[tokio::test]
async fn without_the_room_that_it_needs_nothing_is_fetched_and_the_need_is_said() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    rename(&mut register, 3, "西湖新茶庄");
    register.publish();
    let error = phone.data.refresh_register(phone.trust, &Room(100)).await.unwrap_err();
    let SyncError::NoRoom { needed, free: 100 } = error else { panic!("{error}") };
    assert!((1_000..200_000).contains(&needed), "{needed} for one changed row");
    assert_eq!((phone.tables_asked(), phone.names()), (Vec::new(), names));
    assert_eq!(phone.left_over(), 0);
    phone.data.refresh_register(phone.trust, &Room(needed)).await.unwrap();
    assert_eq!(phone.found("西湖新茶庄"), ["西湖新茶庄"]);
    // A first sync needs room for all tables together.
    let other = empty_phone(&register);
    let pinned = standing_verify::metadata::Pinned::stored(register.publisher.root(1)).unwrap();
    other.data.pin(&pinned, super::super::super::testing::REPO, RootPurpose::Register).unwrap();
    let raw = index_of(&register).organisations.table().raw_bytes;
    let error = other.data.refresh_register(other.trust, &Room(u64::from(raw))).await.unwrap_err();
    assert!(matches!(error, SyncError::NoRoom { .. }), "{error}");
}

#[tokio::test]
async fn a_table_is_taken_whole_where_only_its_changes_do_not_fit() {
    let (mut register, phone) = synced().await;
    for at in 0..40 {
        rename(&mut register, at, &format!("西湖新茶庄{at}"));
    }
    register.publish();
    let table = index_of(&register).organisations.table().clone();
    let whole = register.publisher.targets[FILE].len() as u64 + u64::from(table.raw_bytes) * 3;
    assert!(u64::from(table.changes[0].raw_bytes) * 100 > whole);
    let error = phone.data.refresh_register(phone.trust, &Room(whole - 1)).await.unwrap_err();
    assert!(matches!(error, SyncError::NoRoom { needed, .. } if needed == whole), "{error}");
    assert_eq!(phone.tables_asked(), Vec::<String>::new());
    phone.data.refresh_register(phone.trust, &Room(whole)).await.unwrap();
    assert_eq!(phone.tables_asked().len(), 1);
    assert_eq!(phone.root_of::<Organisation>(), table.root);
    assert_eq!(phone.left_over(), 0);
}

#[tokio::test]
async fn two_updates_at_once_end_in_one_whole_version() {
    let (mut register, phone) = synced().await;
    rename(&mut register, 3, "西湖新茶庄");
    register.publish();
    let (one, other) = tokio::join!(phone.sync(), phone.sync());
    // The second may find that its files were used up by the first; the next sync says all is well.
    assert!(one.is_ok() || other.is_ok(), "{one:?} {other:?}");
    phone.sync().await.unwrap();
    let root = index_of(&register).organisations.table().root;
    assert_eq!(phone.root_of::<Organisation>(), root);
    assert_eq!(phone.found("西湖新茶庄"), ["西湖新茶庄"]);
}

#[tokio::test]
async fn an_index_of_a_newer_version_asks_for_a_newer_app_and_changes_nothing() {
    let (mut register, phone) = synced().await;
    let names = phone.names();
    let mut index: serde_json::Value =
        serde_json::from_slice(&register.publisher.targets[INDEX_PATH]).unwrap();
    index["v"] = 2.into();
    register.publish_with(None, INDEX_PATH, serde_json::to_vec(&index).unwrap());
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(&error, SyncError::Later(path) if path == INDEX_PATH), "{error}");
    assert_eq!(phone.names(), names);
}
