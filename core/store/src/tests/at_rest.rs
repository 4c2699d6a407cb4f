//! What somebody finds who has the files and not the keys.

use super::super::testing::{NOW, membership, open};
use super::super::*;
use super::{Arc, MemorySecrets, contents, document, opened};
use standing_model::series::SeriesKind;
use standing_model::text::LocalText;
use standing_model::time::UnixTime;
use standing_verify::alarm::{Alarm, Found, KeptAlarm};

#[test]
fn rows_swapped_in_the_file_do_not_open() {
    let (folder, secrets, store) = opened();
    let m = membership("m");
    store
        .write(|tx| {
            tx.put_membership(&m)?;
            tx.add_document(SeriesKind::Statements, &m.id, &document(1, "one"))?;
            tx.add_document(SeriesKind::Statements, &m.id, &document(2, "two"))
        })
        .unwrap();
    drop(store);
    let file = rusqlite::Connection::open(folder.path().join("resident.db")).unwrap();
    file.execute_batch(
        "UPDATE statements SET sealed = (SELECT sealed FROM statements WHERE n = 2) WHERE n = 1",
    )
    .unwrap();
    drop(file);
    let store = open(folder.path(), &secrets).unwrap();
    let read = store.read(|tx| tx.documents(SeriesKind::Statements, &m.id)).unwrap();
    assert_eq!(read, [document(2, "two")]);
}

/// A phone with a row of each kind; one that was written twice.
fn furnished() -> (tempfile::TempDir, Arc<MemorySecrets>, i64) {
    let (folder, secrets, store) = opened();
    let m = membership("m");
    plant(&store, &m, "planted");
    let item = store.write(|tx| {
        tx.set_setting("language", Some("en"))?;
        tx.put_root(&root(1))?;
        tx.put_public_file(m.trust, "list", b"first")?;
        tx.add_queue_item(&m.id, &"queued", Some(UnixTime(NOW)))
    });
    (folder, secrets, item.unwrap())
}

pub(super) fn root(floor: i64) -> PinnedRoot {
    PinnedRoot {
        trust: membership("m").trust,
        purpose: RootPurpose::Authority,
        repo: "https://credit.example/tuf".into(),
        root: b"root".to_vec(),
        pinned_at: UnixTime(NOW),
        checked_at: UnixTime(NOW),
        good_until: UnixTime(NOW),
        signed_floor: UnixTime(floor),
    }
}

/// What the next opening says of the folder in alarms; unsent records wait if it says anything.
fn noticed(folder: &tempfile::TempDir, secrets: &Arc<MemorySecrets>) -> String {
    let store = open(folder.path(), secrets).unwrap();
    let alarms = store.read(|tx| tx.alarms()).unwrap();
    let kinds = alarms.iter().map(|row| row.kept.alarm.code()).filter(|code| *code != "rulebook");
    let kinds = kinds.collect::<Vec<_>>().join(" ");
    assert_eq!(store.read(|tx| tx.restored_at()).unwrap().is_some(), !kinds.is_empty());
    kinds
}

fn in_file(folder: &tempfile::TempDir, sql: &str) {
    let file = rusqlite::Connection::open(folder.path().join("resident.db")).unwrap();
    file.pragma_update(None, "foreign_keys", false).unwrap();
    file.execute_batch(sql).unwrap();
}

#[test]
fn one_old_row_put_back_is_noticed_though_it_opens() {
    type Again = fn(&Tx<'_>, i64) -> Result<(), StoreError>;
    let again: [(&str, &str, Again); 6] = [
        ("queue", "id = 2", |tx, id| {
            let row = QueueRow { id, membership: membership("m").id, item: "sent" };
            tx.put_queue_item(&row, None)
        }),
        ("roots", "id = 1", |tx, _| tx.put_root(&root(9))),
        ("public_files", "TRUE", |tx, _| {
            tx.put_public_file(membership("m").trust, "list", b"second")
        }),
        ("memberships", "TRUE", |tx, _| {
            tx.put_membership(&Membership {
                api: "https://moved.example".into(),
                ..membership("m")
            })
        }),
        ("vault", "name = 'settings'", |tx, _| tx.set_setting("language", None)),
        ("statements", "n = 1", |tx, _| {
            tx.replace_document(SeriesKind::Statements, &membership("m").id, &document(1, "again"))
        }),
    ];
    for (table, which, again) in again {
        let (folder, secrets, item) = furnished();
        assert_eq!(noticed(&folder, &secrets), "", "{table}");
        in_file(&folder, &format!("CREATE TABLE kept AS SELECT * FROM {table} WHERE {which}"));
        let store = open(folder.path(), &secrets).unwrap();
        store.write(|tx| again(tx, item)).unwrap();
        drop(store);
        in_file(
            &folder,
            &format!(
                "DELETE FROM {table} WHERE {which}; INSERT INTO {table} SELECT * FROM kept; \
                 DROP TABLE kept"
            ),
        );
        assert_eq!(noticed(&folder, &secrets), "at-rest", "{table}");
    }
}

#[test]
fn a_row_that_is_gone_is_noticed_and_so_is_the_seal_over_all_of_them() {
    for sql in [
        "DELETE FROM queue WHERE id = 2",
        "DELETE FROM statements",
        "DELETE FROM alarms",
        "DELETE FROM heads",
        "UPDATE queue SET next_at = NULL",
        "DELETE FROM vault WHERE name = 'contents'",
        "UPDATE vault SET version = version + 1 WHERE name = 'contents'",
    ] {
        let (folder, secrets, _) = furnished();
        in_file(&folder, sql);
        assert_eq!(noticed(&folder, &secrets), "at-rest", "{sql}");
    }
}

#[test]
fn what_the_phone_forgot_itself_is_missed_by_nobody() {
    type Forget = fn(&Tx<'_>) -> Result<(), StoreError>;
    let forget: [(&str, Forget); 3] = [
        ("memberships", |tx| tx.remove_membership(&membership("declined").id)),
        ("roots", |tx| tx.remove_root(membership("m").trust)),
        ("public_files", |tx| tx.remove_public_file(membership("m").trust, "list")),
    ];
    for (table, forget) in forget {
        let (folder, secrets, _) = furnished();
        let store = open(folder.path(), &secrets).unwrap();
        store.write(|tx| tx.put_membership(&membership("declined"))).unwrap();
        store.write(forget).unwrap();
        drop(store);
        assert_eq!(noticed(&folder, &secrets), "", "{table}");
    }
}

/// A folder with the seal over all rows put back together with an old row of the queue.
fn older() -> (tempfile::TempDir, Arc<MemorySecrets>) {
    let (folder, secrets, item) = furnished();
    in_file(
        &folder,
        "CREATE TABLE kept AS SELECT * FROM queue WHERE id = 2; \
         CREATE TABLE seal AS SELECT * FROM vault WHERE name = 'contents'",
    );
    let store = open(folder.path(), &secrets).unwrap();
    let row = QueueRow { id: item, membership: membership("m").id, item: "sent" };
    store.write(|tx| tx.put_queue_item(&row, None)).unwrap();
    store.run_ended().unwrap();
    drop(store);
    in_file(
        &folder,
        "DELETE FROM queue WHERE id = 2; INSERT INTO queue SELECT * FROM kept; DROP TABLE kept; \
         DELETE FROM vault WHERE name = 'contents'; INSERT INTO vault SELECT * FROM seal; \
         DROP TABLE seal",
    );
    (folder, secrets)
}

#[test]
fn the_seal_over_all_rows_put_back_with_its_row_is_told_as_an_older_folder() {
    let (folder, secrets) = older();
    assert_eq!(noticed(&folder, &secrets), "older-copy");
}

#[test]
fn an_older_folder_hides_no_row_that_was_changed() {
    let (folder, secrets) = older();
    in_file(&folder, "DELETE FROM statements");
    assert_eq!(noticed(&folder, &secrets), "older-copy at-rest");
}

#[test]
fn an_older_folder_stays_one_if_the_counter_is_taken_away_or_spoilt() {
    for counter in [None, Some([7; 3])] {
        let (folder, secrets) = older();
        secrets.erase_for_test("generation");
        if let Some(spoilt) = counter {
            secrets.store("generation", &spoilt).unwrap();
        }
        assert_eq!(noticed(&folder, &secrets), "older-copy", "{counter:?}");
        let again = secrets.load("generation").unwrap();
        assert_eq!(again.map(|bytes| bytes.len()), Some(8), "counted from here on");
    }
}

#[test]
fn a_first_opening_that_was_cut_short_before_the_counter_is_no_older_folder() {
    let (folder, secrets, store) = opened();
    drop(store);
    secrets.erase_for_test("generation");
    assert_eq!(noticed(&folder, &secrets), "");
}

#[test]
fn a_folder_that_was_only_used_is_never_taken_for_a_changed_one() {
    let (folder, secrets, item) = furnished();
    let m = membership("m");
    for n in 0..5 {
        let store = open(folder.path(), &secrets).unwrap();
        let (stored_at, signed_at) = (UnixTime(NOW), UnixTime(NOW));
        let head = StoredHead { compact: n.to_string(), stored_at, signed_at };
        store.write(|tx| tx.add_head(&m.id, &head)).unwrap();
        store.write(|tx| tx.set_setting("n", Some(&n.to_string()))).unwrap();
        store
            .write(|tx| tx.add_document(SeriesKind::Notices, &m.id, &document(n + 7, "n")))
            .unwrap();
        store.write(|tx| tx.add_evidence(item, &[7; 100], "image/jpeg")).unwrap();
        let failed = store.write(|tx| {
            tx.set_setting("n", None)?;
            Err::<(), _>(StoreError::Missing("on purpose"))
        });
        assert!(failed.is_err());
        drop(store);
        assert_eq!(noticed(&folder, &secrets), "", "{n}");
    }
}

#[test]
fn nothing_private_stands_in_any_file_in_the_clear() {
    const PLANTED: &str = "planted-plain-text-7d1f";
    let (folder, _secrets, store) = opened();
    let mut m = membership("m");
    m.sub = Some(PLANTED.parse().unwrap());
    m.api = format!("https://{PLANTED}.example");
    m.enrolment = Some(PLANTED.into());
    m.hint = Some(LocalText { en: PLANTED.into(), zh: PLANTED.into() });
    m.key_seed.copy_from_slice(&[b'K'; 32]);
    plant(&store, &m, PLANTED);
    let look = |when: &str| {
        let needles = [PLANTED.as_bytes(), &[b'K'; 32], m.iss.as_str().as_bytes()];
        for (name, bytes) in contents(folder.path()) {
            for needle in needles {
                let found = bytes.windows(needle.len()).any(|part| part == needle);
                assert!(!found, "{when}: plain text in {name}");
            }
        }
    };
    look("open");
    drop(store);
    look("closed");
}

fn plant(store: &Store, m: &Membership, text: &str) {
    let written = store.write(|tx| {
        tx.put_membership(m)?;
        for series in [SeriesKind::Statements, SeriesKind::Notices, SeriesKind::Receipts] {
            tx.add_document(series, &m.id, &document(1, text))?;
        }
        let (stored_at, signed_at) = (UnixTime(NOW), UnixTime(NOW));
        let head = StoredHead { compact: text.into(), stored_at, signed_at };
        tx.add_head(&m.id, &head)?;
        let alarm = Alarm::RulebookTwoHashes { id: text.parse().unwrap(), version: 1 };
        let found = Found::over(alarm, vec![text.into(), text.into()]);
        tx.keep_alarm(&KeptAlarm::of(found, m.trust, Some(m.id.clone()), UnixTime(NOW)))?;
        tx.set_setting(text, Some(text))?;
        tx.add_access(&Access {
            at: UnixTime(NOW),
            host: text.into(),
            purpose: text.into(),
            sent: 1,
            received: 2,
            status: Some(200),
        })?;
        let id = tx.add_queue_item(&m.id, &text, Some(UnixTime(NOW)))?;
        let row = QueueRow { id, membership: m.id.clone(), item: text };
        tx.put_queue_item(&row, None)?;
        tx.add_evidence(id, text.repeat(20_000).as_bytes(), text)
    });
    written.unwrap();
}
