//! An upgrade keeps every queued record, and so does one that is killed on its way. There is no
//! earlier release yet: the step here is one that a later release could bring.

use super::*;
use crate::migrate::{MIGRATIONS, migrate_by, newest, version};
use rusqlite::Connection;

/// Writes the queue's table again with one column more.
const LATER: &str = "
    CREATE TABLE queue_later (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,
        membership TEXT NOT NULL REFERENCES memberships (id),
        next_at    INTEGER,
        version    INTEGER NOT NULL,
        brief      BLOB NOT NULL,
        sealed     BLOB NOT NULL,
        asked_at   INTEGER
    ) STRICT;
    INSERT INTO queue_later SELECT *, NULL FROM queue;
    DROP TABLE queue;
    ALTER TABLE queue_later RENAME TO queue;
";

const QUEUED: i32 = 40;

/// A folder of this release, in which records wait.
fn waiting() -> (TempDir, Arc<MemorySecrets>) {
    let (folder, secrets, store) = opened();
    let id = membership("m").id;
    store
        .write(|tx| {
            tx.put_membership(&membership("m"))?;
            (0..QUEUED).try_for_each(|n| tx.add_queue_item(&id, &n, None).map(drop))
        })
        .unwrap();
    (folder, secrets)
}

/// What waits, as a build reads it that knows both versions.
fn queued(folder: &Path, secrets: &Arc<MemorySecrets>) -> Vec<i32> {
    let connection = Connection::open(folder.join("resident.db")).unwrap();
    connection.pragma_update(None, "user_version", newest()).unwrap();
    drop(connection);
    let store = open(folder, secrets).unwrap();
    store
        .read(|tx| {
            let rows = tx.queue_items::<i32>(&membership("m").id)?;
            Ok(rows.into_iter().map(|row| row.item).collect())
        })
        .unwrap()
}

fn upgrade(folder: &Path) {
    let mut connection = Connection::open(folder.join("resident.db")).unwrap();
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([(newest() + 1, LATER)]).collect();
    migrate_by(&mut connection, &steps).unwrap();
    assert_eq!(
        connection.pragma_query_value(None, "user_version", |row| row.get(0)),
        Ok(newest() + 1)
    );
}

#[test]
fn an_upgrade_keeps_every_queued_record() {
    let (folder, secrets) = waiting();
    upgrade(folder.path());
    assert_eq!(queued(folder.path(), &secrets), (0..QUEUED).collect::<Vec<_>>());
}

/// Killed after each statement of the step: the files are what a process leaves that is gone.
#[test]
fn a_killed_upgrade_keeps_every_queued_record_and_the_next_start_finishes_it() {
    for done in 0..LATER.matches(';').count() {
        let (folder, secrets) = waiting();
        let mut connection = Connection::open(folder.path().join("resident.db")).unwrap();
        // Else SQLite keeps the pages of an open transaction in memory, and no kill could tear them.
        connection.pragma_update(None, "cache_size", 1).unwrap();
        let step = connection.transaction().unwrap();
        for statement in LATER.split_inclusive(';').take(done) {
            step.execute_batch(statement).unwrap();
        }
        let copy = tempdir().unwrap();
        for (name, bytes) in contents(folder.path()) {
            if !name.ends_with("-shm") {
                fs::write(copy.path().join(name), bytes).unwrap();
            }
        }
        let left = Connection::open(copy.path().join("resident.db")).unwrap();
        assert_eq!(version(&left).unwrap(), newest(), "after {done} statements");
        drop(left);
        upgrade(copy.path());
        let found = queued(copy.path(), &secrets);
        assert_eq!(found, (0..QUEUED).collect::<Vec<_>>(), "after {done} statements");
    }
}
