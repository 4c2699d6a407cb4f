use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::super::testing::{Fault, REPO};
use super::super::watch::{Ends, Nobody};
use super::*;
use standing_model::listing::{ListType, ListingState};
use standing_model::time::Zone;
use standing_store::testing::NOW;
use standing_verify::metadata::{MetadataError, Pinned};
use standing_verify::register::{TableError, write};

#[path = "register/asking.rs"]
mod asking;
#[path = "register/changes.rs"]
mod changes;
#[path = "register/fixture.rs"]
mod fixture;
#[path = "register/full.rs"]
mod full;
#[path = "register/hostile.rs"]
mod hostile;
use fixture::*;

#[tokio::test]
async fn a_register_arrives_whole_and_is_not_fetched_twice() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    let news = phone.sync().await.unwrap();
    assert!(news.changed && news.refused.is_empty() && news.gaps.is_empty());
    assert_eq!(phone.names(), ["北京饭店", "杭州西湖茶业有限公司"]);
    assert_eq!(phone.listed(), ["court.example C1", "tax.example R1"]);
    let licensee = |prefix: &'static str| {
        let found = phone.data.store.read_register(|tx| tx.licensee([prefix].into_iter()));
        found.unwrap().map(|product| product.uscc.as_str().to_owned())
    };
    assert_eq!(licensee("6901234").as_deref(), Some(TEA));
    assert_eq!(phone.root().checked_at, UnixTime(NOW));
    assert_eq!(phone.left_over(), 0);
    phone.network.asked();
    phone.clock.pass(60);
    assert!(!phone.sync().await.unwrap().changed);
    assert_eq!(phone.network.asked(), ["metadata/2.root.json", "metadata/timestamp.json"]);
    assert_eq!(phone.root().checked_at, UnixTime(NOW + 60));
}

#[tokio::test]
async fn only_what_changed_is_fetched() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    register.lists[0].clear();
    register.publish();
    phone.network.asked();
    assert!(phone.sync().await.unwrap().changed);
    assert_eq!(phone.listed(), ["tax.example R1"]);
    let asked = phone.network.asked();
    let tables: Vec<_> = asked.iter().filter(|path| path.ends_with(".zst")).collect();
    assert_eq!(tables.len(), 1, "{asked:?}");
}

#[tokio::test]
async fn a_missed_version_is_said_and_the_newest_is_taken_whole() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    register.publish();
    register.lists[1].push(listing(ListType::Red, "R2"));
    register.publish();
    let news = phone.sync().await.unwrap();
    assert_eq!(
        news.gaps,
        ["lists/court.example/index.json", "lists/tax.example/index.json", INDEX_PATH]
    );
    assert_eq!(phone.listed().len(), 3);
}

#[tokio::test]
async fn a_table_that_is_not_the_signed_one_changes_nothing() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    let (names, listed) = (phone.names(), phone.listed());
    register.organisations[0].name = "另一家".into();
    register.publish();
    let path = "register/organisations.zst";
    let right = register.publisher.targets[path].clone();
    let mut other = Vec::new();
    register.organisations[0].name = "第三家".into();
    write(&register.organisations, path, 2, &mut other).unwrap();
    let wrong_root = compress_to_vec(other.as_slice(), CompressionLevel::Fastest);
    let cut = right[..right.len() - 3].to_vec();
    for (bytes, why) in [(wrong_root, "root"), (cut, "cut"), (b"{\"x\":1}".to_vec(), "garbage")] {
        register.publish_with(None, path, bytes);
        let error = phone.sync().await.unwrap_err();
        assert!(matches!(error, SyncError::Table(_)), "{why}: {error}");
        assert_eq!((phone.names(), phone.listed()), (names.clone(), listed.clone()), "{why}");
        assert_eq!(phone.root().checked_at, UnixTime(NOW));
    }
    register.publish_with(None, path, right);
    phone.sync().await.unwrap();
    assert_eq!(phone.names()[0], "另一家");
}

#[tokio::test]
async fn a_list_that_is_wrong_keeps_its_old_version_and_stops_no_other() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    // The tax office lists for the court.
    register.lists = [vec![listing(ListType::Court, "C2")], vec![listing(ListType::Court, "X")]];
    register.publish();
    let news = phone.sync().await.unwrap();
    let [(iss, error)] = news.refused.as_slice() else { panic!("{news:?}") };
    assert_eq!(iss.as_str(), TAX);
    assert!(matches!(error, SyncError::Content { .. }), "{error}");
    assert_eq!(phone.listed(), ["court.example C2", "tax.example R1"]);
    // A table with another root.
    register.lists[1] = vec![listing(ListType::Red, "R3")];
    register.publish();
    let path = "lists/tax.example/listings.zst";
    let empty = compress_to_vec(b"".as_slice(), CompressionLevel::Fastest);
    register.publish_with(Some(TAX), path, empty);
    let news = phone.sync().await.unwrap();
    let error = &news.refused[0].1;
    assert!(matches!(error, SyncError::Table(TableError::Length { .. })), "{error}");
    assert_eq!(phone.listed(), ["court.example C2", "tax.example R1"]);
}

#[tokio::test]
async fn a_list_signed_by_another_role_is_refused() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    register.lists = [vec![listing(ListType::Court, "C2")], vec![]];
    register.publish();
    // The publisher signs the court's index itself.
    let path = "lists/court.example/index.json";
    let forged = register.publisher.delegated[COURT][path].clone();
    register.publish_with(None, path, forged);
    let news = phone.sync().await.unwrap();
    let [(iss, SyncError::Metadata(MetadataError::WrongRole { .. }))] = news.refused.as_slice()
    else {
        panic!("{news:?}")
    };
    assert_eq!(iss.as_str(), COURT);
    assert_eq!(phone.listed(), ["court.example C1"]);
}

#[tokio::test]
async fn an_index_that_cannot_follow_is_refused_or_alarmed() {
    let mut register = Register::new();
    register.publish();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    let index = |register: &Register| -> RegisterIndex {
        serde_json::from_slice(&register.publisher.targets[INDEX_PATH]).unwrap()
    };
    let held = index(&register);
    let with = |index: RegisterIndex| serde_json::to_vec(&index).unwrap();
    let older = RegisterIndex { version: 1, ..held.clone() };
    register.publish_with(None, INDEX_PATH, with(older));
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Rollback { .. })), "{error}");
    let other = RegisterIndex { next_update: held.next_update.plus(1), ..held.clone() };
    let unlinked = RegisterIndex { version: 3, prev: None, ..held.clone() };
    for (index, kind) in [(other, "metadata-two-contents"), (unlinked, "metadata-broken-link")] {
        register.publish_with(None, INDEX_PATH, with(index));
        let error = phone.sync().await.unwrap_err();
        assert!(
            matches!(&error, SyncError::Contradiction(alarm) if alarm.code() == kind),
            "{error}"
        );
        let alarms = phone.data.store.read(|tx| tx.alarms()).unwrap();
        assert_eq!(alarms.last().map(|row| row.kept.evidence.len()), Some(2));
    }
    let back = RegisterIndex { version: 5, issued_at: UnixTime(1), ..held };
    register.publish_with(None, INDEX_PATH, with(back));
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Content { .. }), "{error}");
}

#[tokio::test]
async fn a_lost_register_file_is_filled_again_and_still_not_rolled_back() {
    let mut register = Register::new();
    register.publish();
    let old = register.publisher.files.all();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    drop(std::fs::remove_file(phone.folder.path().join("register.db-wal")));
    std::fs::write(phone.folder.path().join("register.db"), b"damaged beyond reading").unwrap();
    register.publisher.files.restore(old);
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Rollback { .. })), "{error}");
}

#[tokio::test]
async fn an_expired_register_stays_readable_and_says_when_it_was_checked() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    phone.clock.pass(8 * DAY);
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::Expired { .. })), "{error}");
    assert_eq!(phone.listed().len(), 2);
    assert_eq!(phone.root().checked_at, UnixTime(NOW));
}

#[tokio::test]
async fn a_broken_connection_loses_nothing_and_a_stop_is_kept_to() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.network.fail("products", Fault::Unreachable);
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Transport { .. }), "{error}");
    assert_eq!(phone.listed(), [""; 0]);
    struct Stopped;
    impl Watch for Stopped {
        fn fetched(&self, _path: &str, _bytes: u64, _of: u64) {}
        fn stopped(&self) -> bool {
            true
        }
        fn ends(&self) -> Ends {
            Box::new(|| true)
        }
    }
    let error = phone.data.refresh_register(phone.trust, &Stopped).await.unwrap_err();
    assert!(matches!(error, SyncError::Stopped), "{error}");
    phone.sync().await.unwrap();
    assert_eq!(phone.listed().len(), 2);
}

#[tokio::test]
async fn a_lister_that_another_register_names_is_refused() {
    let mut first = Register::new();
    first.publish();
    let phone = phone(&first);
    phone.sync().await.unwrap();
    let mut second = Register::new();
    second.publisher.expires = UnixTime(NOW).plus(6 * DAY);
    second.publisher.files.put("1.root.json", second.publisher.root(1));
    second.publish();
    first.publisher.files.restore(second.publisher.files.all());
    let pinned = Pinned::stored(second.publisher.root(1)).unwrap();
    phone.data.pin(&pinned, REPO, RootPurpose::Register).unwrap();
    phone.data.store.write(|tx| tx.set_relied(pinned.trust(), true)).unwrap();
    let error = phone.data.refresh_register(pinned.trust(), &Nobody).await.unwrap_err();
    assert!(matches!(error, SyncError::HeldElsewhere(_)), "{error}");
    // A register that is not relied on gives no name, and holds none.
    phone.data.store.write(|tx| tx.set_relied(pinned.trust(), false)).unwrap();
    phone.data.refresh_register(pinned.trust(), &Nobody).await.unwrap();
    let relied = |relied| phone.data.rely_on_register(pinned.trust(), relied);
    assert!(matches!(relied(true).unwrap_err(), SyncError::HeldElsewhere(_)));
    assert!(!phone.data.store.read(|tx| tx.relied(pinned.trust())).unwrap(), "it is as it was");
    phone.data.rely_on_register(phone.trust, false).unwrap();
    relied(true).unwrap();
    phone.data.refresh_register(pinned.trust(), &Nobody).await.unwrap();
    assert!(phone.data.store.read(|tx| tx.relied(pinned.trust())).unwrap());
}

fn link(register: &Register) -> Link {
    Link {
        purpose: standing_model::link::Purpose::Register,
        repo: REPO.into(),
        root_version: 1,
        fingerprint: Fingerprint::of(&TrustId::of_root(&register.publisher.root(1))),
    }
}

#[tokio::test]
async fn a_register_is_pinned_by_its_first_good_refresh_and_a_failed_one_leaves_nothing() {
    let mut register = Register::new();
    register.publish();
    let phone = empty_phone(&register);
    phone.network.fail("products", Fault::Unreachable);
    let error = phone.data.add_register(&link(&register), true, &Nobody).await.unwrap_err();
    assert!(matches!(error, SyncError::Transport { .. }), "{error}");
    assert_eq!(phone.data.store.read(|tx| tx.roots()).unwrap(), []);
    let state = phone.data.store.read(|tx| tx.metadata_state(phone.trust)).unwrap();
    assert_eq!(state, standing_verify::metadata::MetadataState::default());
    assert_eq!((phone.left_over(), phone.listed()), (0, Vec::new()));
    let trust = phone.data.add_register(&link(&register), true, &Nobody).await.unwrap();
    assert_eq!(trust, phone.trust);
    assert_eq!(phone.root().checked_at, UnixTime(NOW));
    assert!(phone.data.store.read(|tx| tx.relied(trust)).unwrap());
    assert_eq!(phone.listed().len(), 2);
}

#[tokio::test]
async fn an_added_register_that_is_removed_leaves_nothing_and_is_not_asked_again() {
    let mut register = Register::new();
    register.publish();
    let phone = empty_phone(&register);
    let trust = phone.data.add_register(&link(&register), true, &Nobody).await.unwrap();
    phone.network.asked();
    phone.data.remove_register(trust).unwrap();
    assert_eq!(phone.data.store.read(|tx| tx.roots()).unwrap(), []);
    assert_eq!((phone.listed(), phone.names()), (Vec::new(), Vec::new()));
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::NotPinned), "{error}");
    assert_eq!(phone.network.asked(), [""; 0]);
    assert!(matches!(phone.data.remove_register(trust), Err(SyncError::NotPinned)));
}

#[tokio::test]
async fn a_root_that_was_verified_is_kept_although_the_sync_failed() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    let root = register.publisher.root_with(2, &[("timestamp", "new timestamp")]);
    register.publisher.files.put("2.root.json", root);
    phone.network.fail("timestamp.json", Fault::Unreachable);
    phone.sync().await.unwrap_err();
    let state = phone.data.store.read(|tx| tx.metadata_state(phone.trust)).unwrap();
    assert!(state.files.contains_key("root_history/2.root.json"), "{:?}", state.files.keys());
    // The old key's timestamps count no longer, although the new root is hidden.
    register.publisher.files.remove("2.root.json");
    register.publish();
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Metadata(MetadataError::NotSigned(_))), "{error}");
}

#[tokio::test]
async fn what_is_over_leaves_the_phone_at_the_next_sync() {
    let mut register = Register::new();
    let mut ends_soon = listing(ListType::Court, "C2");
    ends_soon.publish_max = Zone::china().day(UnixTime(NOW + 2 * DAY));
    let with = |list_id: &str, state| standing_model::listing::Listing {
        state,
        ..listing(ListType::Court, list_id)
    };
    register.lists[0].extend([
        ends_soon,
        with("C3", ListingState::Repaired),
        with("C4", ListingState::Ended),
    ]);
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    assert_eq!(phone.listed(), ["court.example C1", "court.example C2", "tax.example R1"]);
    // Nothing is published in between: the table is the one in place.
    phone.clock.pass(3 * DAY);
    phone.sync().await.unwrap();
    assert_eq!(phone.listed(), ["court.example C1", "tax.example R1"]);
}

#[tokio::test]
async fn a_register_whose_sizes_are_too_large_is_refused_before_anything_else_is_fetched() {
    let mut register = Register::new();
    register.publish();
    let phone = phone(&register);
    phone.sync().await.unwrap();
    let index: RegisterIndex =
        serde_json::from_slice(&register.publisher.targets[INDEX_PATH]).unwrap();
    let mut value = serde_json::to_value(index).unwrap();
    value["version"] = 2.into();
    value["prev"] = serde_json::to_value(register.prev).unwrap();
    value["organisations"][0]["raw_bytes"] = u32::MAX.into();
    register.publish_with(None, INDEX_PATH, serde_json::to_vec(&value).unwrap());
    phone.network.asked();
    let error = phone.sync().await.unwrap_err();
    assert!(matches!(error, SyncError::Content { .. }), "{error}");
    let asked = phone.network.asked();
    assert!(!asked.iter().any(|path| path.ends_with(".zst")), "{asked:?}");
}

#[test]
fn two_registers_do_not_remove_each_others_files_on_their_way() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (TrustId::of_root(b"one"), TrustId::of_root(b"two"));
    let (first, second) = (
        Downloads::open(folder.path(), one).unwrap(),
        Downloads::open(folder.path(), two).unwrap(),
    );
    let part = |trust: TrustId| {
        let name = format!("{}-{}.part", trust.0.to_hex(), Hash::of(b"file").to_hex());
        let path = folder.path().join("downloads").join(name);
        std::fs::write(&path, b"half").unwrap();
        path
    };
    let (a, b) = (part(one), part(two));
    first.keep_only(&[]).unwrap();
    assert!(!a.exists() && b.exists());
    assert!(second.is(&b, Hash::of(b"file")));
}
