//! Promises of the store.

mod at_rest;
mod damage;
pub(super) mod shapes;
mod upgrade;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::{TempDir, tempdir};

use super::testing::{MemorySecrets, NOW, membership, open};
use super::*;
use standing_model::ids::{Hash, MembershipId, TrustId};
use standing_model::series::SeriesKind;
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, Found, KeptAlarm};

fn opened() -> (TempDir, Arc<MemorySecrets>, Store) {
    let folder = tempdir().unwrap();
    let secrets = Arc::default();
    let store = open(folder.path(), &secrets).unwrap();
    (folder, secrets, store)
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect()
}

fn document(n: u32, compact: &str) -> Document {
    Document {
        n,
        compact: compact.into(),
        stored_at: UnixTime(NOW),
        head: Some(Hash::of(b"head")),
        held_since: Some(UnixTime(NOW - 5)),
    }
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let (folder, secrets, store) = opened();
    let yangqiao = membership("yangqiao");
    let id = &yangqiao.id;
    let item = store
        .write(|tx| {
            tx.put_membership(&yangqiao)?;
            tx.add_document(SeriesKind::Statements, id, &document(1, "a.b.c"))?;
            tx.set_setting("language", Some("zh-Hans"))?;
            tx.add_queue_item(id, &"item", Some(UnixTime(NOW)))
        })
        .unwrap();
    drop(store);
    let store = open(folder.path(), &secrets).unwrap();
    store
        .read(|tx| {
            assert_eq!(tx.memberships()?, std::slice::from_ref(&yangqiao));
            assert_eq!(tx.documents(SeriesKind::Statements, id)?, [document(1, "a.b.c")]);
            assert_eq!(tx.documents(SeriesKind::Receipts, id)?, []);
            assert_eq!(tx.setting("language")?.as_deref(), Some("zh-Hans"));
            let row = tx.queue_item::<String>(item)?.unwrap();
            assert_eq!((row.item.as_str(), &row.membership), ("item", id));
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_document_is_never_written_over() {
    let (_folder, _secrets, store) = opened();
    let id = MembershipId("m".into());
    store
        .write(|tx| {
            tx.put_membership(&membership("m"))?;
            assert!(tx.add_document(SeriesKind::Notices, &id, &document(1, "first"))?);
            assert!(!tx.add_document(SeriesKind::Notices, &id, &document(1, "second"))?);
            let kept = tx.document(SeriesKind::Notices, &id, 1)?.unwrap();
            assert_eq!(kept.compact, "first");
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_head_s_date_ages_no_other_authority_under_its_root() {
    let (_folder, _secrets, store) = opened();
    let (village, mut city) = (membership("village"), membership("city"));
    city.iss = "credit.hangzhou.example".parse().unwrap();
    let head = |signed_at| StoredHead { compact: "h".into(), stored_at: UnixTime(NOW), signed_at };
    store
        .write(|tx| {
            tx.put_membership(&village)?;
            tx.put_membership(&city)?;
            tx.add_head(&village.id, &head(UnixTime(NOW + 86_400)))?;
            tx.add_head(&city.id, &head(UnixTime(NOW)))?;
            let floor = |one: &Membership| tx.head_floor(one.trust, &one.iss);
            assert_eq!(floor(&village)?, Some(UnixTime(NOW + 86_400)));
            assert_eq!(floor(&city)?, Some(UnixTime(NOW)));
            assert_eq!(tx.head_floor(TrustId(Hash::of(b"other")), &city.iss)?, None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_second_instance_on_the_folder_is_refused() {
    let (folder, secrets, store) = opened();
    assert!(matches!(open(folder.path(), &secrets), Err(StoreError::InUse)));
    drop(store);
    assert!(open(folder.path(), &secrets).is_ok());
}

#[test]
fn a_folder_of_a_newer_version_is_refused_and_left_untouched() {
    for checkpointed in [true, false] {
        let (folder, secrets, store) = opened();
        drop(store);
        let path = folder.path().join("resident.db");
        let newer = rusqlite::Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 99).unwrap();
        let copy = tempdir().unwrap();
        if checkpointed {
            drop(newer);
        }
        // Killed before its journal was written back: the version stands in the journal only.
        for (name, bytes) in contents(folder.path()) {
            if !name.ends_with("-shm") {
                fs::write(copy.path().join(name), bytes).unwrap();
            }
        }
        let mut before = contents(copy.path());
        let refused = open(copy.path(), &secrets);
        let newest = migrate::newest();
        assert!(
            matches!(refused, Err(StoreError::NewerVersion { found: 99, known }) if known == newest)
        );
        let mut after = contents(copy.path());
        assert_eq!(after.contains_key("resident.db-wal"), !checkpointed);
        for files in [&mut before, &mut after] {
            files.remove("resident.db-shm");
        }
        assert_eq!(before, after);
    }
}

#[test]
fn a_file_that_is_no_database_is_damaged_and_not_of_a_newer_version() {
    let (folder, secrets, store) = opened();
    drop(store);
    fs::write(folder.path().join("resident.db"), [b'x'; 4096]).unwrap();
    assert!(matches!(open(folder.path(), &secrets), Err(StoreError::Corrupt("file"))));
}

#[test]
fn without_its_keys_a_folder_stays_closed_and_no_new_keys_are_made() {
    let (folder, secrets, store) = opened();
    drop(store);
    for name in ["send", "read"] {
        let key = secrets.erase_for_test(name);
        assert!(matches!(
            open(folder.path(), &secrets),
            Err(StoreError::KeyMissing(missing)) if missing.name() == name
        ));
        assert_eq!(secrets.load(name).unwrap(), None);
        secrets.store(name, &[3; 32]).unwrap();
        assert!(matches!(
            open(folder.path(), &secrets),
            Err(StoreError::KeyWrong(wrong)) if wrong.name() == name
        ));
        secrets.store(name, &key).unwrap();
    }
    assert!(open(folder.path(), &secrets).is_ok());
}

impl MemorySecrets {
    fn erase_for_test(&self, name: &str) -> Vec<u8> {
        self.0.lock().unwrap().remove(name).unwrap()
    }
}

#[test]
fn a_restored_old_copy_is_noticed_once_and_until_it_is_dealt_with() {
    let (folder, secrets, store) = opened();
    store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
    drop(store);
    let old = contents(folder.path());
    let store = open(folder.path(), &secrets).unwrap();
    assert_eq!(store.read(|tx| tx.restored_at()).unwrap(), None);
    store.write(|tx| tx.put_membership(&membership("n"))).unwrap();
    store.run_ended().unwrap();
    drop(store);
    for (name, bytes) in old {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    for _ in 0..2 {
        let store = open(folder.path(), &secrets).unwrap();
        assert_eq!(store.read(|tx| tx.restored_at()).unwrap(), Some(UnixTime(NOW)));
    }
    let store = open(folder.path(), &secrets).unwrap();
    store.write(|tx| tx.set_restored_at(None)).unwrap();
    drop(store);
    let store = open(folder.path(), &secrets).unwrap();
    assert_eq!(store.read(|tx| tx.restored_at()).unwrap(), None);
}

#[test]
fn opening_a_folder_that_is_as_it_was_left_writes_nothing() {
    let (folder, secrets, store) = opened();
    store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
    store.run_ended().unwrap();
    drop(store);
    let (left, counter) = (contents(folder.path()), secrets.load("generation").unwrap());
    drop(open(folder.path(), &secrets).unwrap());
    assert_eq!(contents(folder.path()), left);
    assert_eq!(secrets.load("generation").unwrap(), counter);
}

#[test]
fn a_copy_from_before_a_record_left_is_noticed_though_the_run_never_ended() {
    let (folder, secrets, store) = opened();
    let m = membership("m");
    let queued = store.write(|tx| {
        tx.put_membership(&m)?;
        tx.add_queue_item(&m.id, &"queued", None)
    });
    let old = contents(folder.path());
    let row = QueueRow { id: queued.unwrap(), membership: m.id, item: "sent" };
    store.write(|tx| tx.put_queue_item(&row, None)).unwrap();
    store.before_sending().unwrap();
    drop(store);
    fs::remove_file(folder.path().join("resident.db")).unwrap();
    for (name, bytes) in old {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let store = open(folder.path(), &secrets).unwrap();
    assert!(store.read(|tx| tx.restored_at()).unwrap().is_some());
}

#[test]
fn a_new_folder_beside_old_keys_is_no_restored_copy() {
    let (folder, secrets, store) = opened();
    drop(store);
    for (name, _) in contents(folder.path()) {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    let store = open(folder.path(), &secrets).unwrap();
    assert_eq!(store.read(|tx| tx.restored_at()).unwrap(), None);
}

#[test]
fn a_full_disk_is_named_and_loses_nothing() {
    let (_folder, _secrets, store) = opened();
    let m = membership("m");
    let first = store.write(|tx| {
        tx.put_membership(&m)?;
        tx.add_queue_item(&m.id, &"first", None)
    });
    let first = first.unwrap();
    store.leave_pages(20);
    let large = store.write(|tx| {
        let second = tx.add_queue_item(&m.id, &"second", None)?;
        tx.add_evidence(second, &vec![7; 3 * CHUNK], "image/jpeg")
    });
    assert!(matches!(large, Err(StoreError::Full)), "{large:?}");
    let kept = store.read(|tx| tx.queue_items::<String>(&m.id)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].id, kept[0].item.as_str()), (first, "first"));
    store.leave_pages(1000);
    store.write(|tx| tx.add_queue_item(&m.id, &"second", None)).unwrap();
}

#[test]
fn a_photo_comes_back_chunk_by_chunk() {
    let (_folder, _secrets, store) = opened();
    let m = membership("m");
    let photo: Vec<u8> = (0..2 * CHUNK + 5).map(|n| (n % 251) as u8).collect();
    store
        .write(|tx| {
            tx.put_membership(&m)?;
            let item = tx.add_queue_item(&m.id, &"x", None)?;
            let added = tx.add_evidence(item, &photo, "image/jpeg")?;
            assert_eq!(added.sha256, Hash::of(&photo));
            assert_eq!(tx.evidence(item)?, std::slice::from_ref(&added));
            let mut back = Vec::new();
            for n in 0..3 {
                back.extend_from_slice(&tx.evidence_chunk(item, added.id, n)?.unwrap());
            }
            assert!(back == photo);
            assert_eq!(tx.evidence_chunk(item, added.id, 3)?, None);
            Ok(())
        })
        .unwrap();
}

fn access(at: i64) -> Access {
    Access {
        at: UnixTime(at),
        host: "credit.example".into(),
        purpose: "head".into(),
        sent: 0,
        received: 10,
        status: None,
    }
}

#[test]
fn exchanges_are_forgotten_after_ninety_days() {
    let (_folder, _secrets, store) = opened();
    let day = 86_400;
    let kept = store.write(|tx| {
        tx.put_root(&at_rest::root(NOW + 90 * day + 1))?;
        tx.add_access(&access(NOW))?;
        tx.add_access(&access(NOW + day))?;
        tx.add_access(&access(NOW + 90 * day + 1))?;
        tx.forget_old_accesses(UnixTime(NOW + 90 * day + 1))?;
        tx.accesses()
    });
    assert_eq!(kept.unwrap(), [access(NOW + 90 * day + 1), access(NOW + day)]);
}

#[test]
fn a_clock_that_is_years_ahead_makes_no_exchange_old() {
    let (_folder, _secrets, store) = opened();
    let years = NOW + 4 * 365 * 86_400;
    for signed in [None, Some(NOW + 86_400)] {
        let kept = store.write(|tx| {
            if let Some(signed) = signed {
                tx.put_root(&at_rest::root(signed))?;
            }
            tx.add_access(&access(NOW))?;
            tx.add_access(&access(years))?;
            tx.forget_old_accesses(UnixTime(years))?;
            tx.accesses()
        });
        let kept = kept.unwrap();
        assert!(kept.iter().any(|one| one.at == UnixTime(NOW)), "signed {signed:?}");
    }
}

#[test]
fn an_alarm_is_kept_once_however_often_it_is_seen() {
    let (_folder, _secrets, store) = opened();
    let found = |documents: &[&str]| {
        let documents = documents.iter().map(|one| (*one).to_owned()).collect();
        Found::over(Alarm::Fork { series: SeriesKind::Receipts, n: 5 }, documents)
    };
    let kept = |found, now| KeptAlarm::of(found, membership("m").trust, None, UnixTime(now));
    let rows = store.write(|tx| {
        assert!(tx.keep_alarm(&kept(found(&["a", "b"]), NOW))?);
        assert!(!tx.keep_alarm(&kept(found(&["b", "a"]), NOW + 9))?);
        tx.alarms()
    });
    let [row] = rows.unwrap().try_into().unwrap();
    assert_eq!(row.kept, kept(found(&["a", "b"]), NOW));
}

#[test]
fn an_alarm_that_was_put_aside_stays_so_until_there_is_another_hash() {
    let (_folder, _secrets, store) = opened();
    let series = SeriesKind::Statements;
    let kept = |documents: [&str; 2]| {
        let documents = documents.map(str::to_owned).to_vec();
        let found = Found::over(Alarm::Fork { series, n: 5 }, documents);
        KeptAlarm::of(found, membership("m").trust, None, UnixTime(NOW))
    };
    let aside = |store: &Store| {
        let [row] = store.read(|tx| tx.alarms()).unwrap().try_into().unwrap();
        (row.kept.put_aside_at, row.kept.hashes.len(), row.kept.evidence.len())
    };
    store
        .write(|tx| {
            tx.keep_alarm(&kept(["a", "b"]))?;
            let [mut row] = tx.alarms()?.try_into().unwrap();
            row.kept.put_aside_at = Some(UnixTime(NOW + 1));
            tx.put_alarm(&row)?;
            assert!(!tx.keep_alarm(&kept(["a", "b"]))?);
            Ok(())
        })
        .unwrap();
    assert_eq!(aside(&store), (Some(UnixTime(NOW + 1)), 2, 2));
    assert!(store.write(|tx| tx.keep_alarm(&kept(["a", "c"]))).unwrap());
    assert_eq!(aside(&store), (None, 3, 3));
}

#[test]
fn the_time_in_the_clear_is_coarse() {
    let (folder, _secrets, store) = opened();
    let m = membership("m");
    let found = store.write(|tx| {
        tx.put_membership(&m)?;
        tx.add_queue_item(&m.id, &"now", Some(UnixTime(NOW + 7)))?;
        tx.add_queue_item(&m.id, &"later", Some(UnixTime(NOW + 601)))?;
        tx.add_queue_item(&m.id, &"never", None)?;
        assert_eq!(tx.queue_next_at()?, Some(UnixTime(NOW)));
        tx.queue_briefs_waiting::<String>(&m.id)
    });
    let found: Vec<String> = found.unwrap().iter().map(|row| row.item.to_string()).collect();
    assert_eq!(found, ["now in brief", "later in brief"]);
    drop(store);
    let file = rusqlite::Connection::open(folder.path().join("resident.db")).unwrap();
    let times: Vec<Option<i64>> = file
        .prepare("SELECT next_at FROM queue ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(times, [Some(NOW), Some(NOW + 600), None]);
}

/// A key store that counts what is kept in it.
#[derive(Default)]
struct Counted {
    inner: MemorySecrets,
    writes: std::sync::atomic::AtomicU32,
}

impl SecretStore for Counted {
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        self.inner.load(name)
    }

    fn store(&self, name: &str, bytes: &[u8]) -> Result<(), SecretError> {
        self.writes.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        self.inner.store(name, bytes)
    }

    fn erase(&self, name: &str) -> Result<(), SecretError> {
        self.inner.erase(name)
    }
}

#[test]
fn a_run_that_sends_many_records_writes_twice_to_the_key_store() {
    let (folder, secrets) = (tempdir().unwrap(), Arc::<Counted>::default());
    let entropy = Arc::new(system::SystemEntropy);
    let clock = super::testing::FixedClock::at(NOW);
    let store = Store::open(folder.path(), secrets.clone(), entropy, clock).unwrap();
    let m = membership("m");
    store.write(|tx| tx.put_membership(&m)).unwrap();
    let writes = || secrets.writes.swap(0, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(writes(), 3, "two keys and the counter of a new folder");
    for run in 0..2 {
        for n in 0..100 {
            store.before_sending().unwrap();
            store.write(|tx| tx.add_queue_item(&m.id, &n, None)).unwrap();
        }
        store.run_ended().unwrap();
        assert_eq!(writes(), 2, "run {run}");
    }
    store.run_ended().unwrap();
    assert_eq!(writes(), 0, "nothing was written since");
}

#[test]
fn the_journal_is_empty_after_a_run() {
    let (folder, _secrets, store) = opened();
    store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
    let length = || fs::metadata(folder.path().join("resident.db-wal")).unwrap().len();
    assert!(length() > 0);
    store.run_ended().unwrap();
    assert_eq!(length(), 0);
}

#[test]
fn a_copy_from_before_a_run_is_noticed_though_the_run_was_killed_at_its_first_byte() {
    let (folder, secrets, store) = opened();
    store.write(|tx| tx.put_membership(&membership("m"))).unwrap();
    store.run_ended().unwrap();
    let old = contents(folder.path());
    store.before_sending().unwrap();
    drop(store);
    for (name, bytes) in old {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let store = open(folder.path(), &secrets).unwrap();
    assert!(store.read(|tx| tx.restored_at()).unwrap().is_some());
}

#[test]
fn what_is_removed_makes_the_file_smaller() {
    let (folder, _secrets, store) = opened();
    let yangqiao = membership("yangqiao");
    let item = store
        .write(|tx| {
            tx.put_membership(&yangqiao)?;
            let item = tx.add_queue_item(&yangqiao.id, &"item", None)?;
            tx.add_evidence(item, &vec![7; 2_000_000], "image/jpeg").map(|_| item)
        })
        .unwrap();
    let size = || {
        store.checkpoint().unwrap();
        fs::metadata(folder.path().join("resident.db")).unwrap().len()
    };
    let before = size();
    store.write(|tx| tx.remove_evidence(item)).unwrap();
    assert_eq!(store.read(|tx| tx.evidence(item)).unwrap(), []);
    assert!(size() + 1_900_000 < before, "{} of {before}", size());
}
