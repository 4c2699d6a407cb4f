//! Opening `register.db`, and giving it up when it cannot be read: nothing in it is lost for good.

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::fs;
use std::path::Path;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use super::RegisterTx;
use super::names::{Noted, Overlay};
use crate::{Store, StoreError};

const REGISTER: &str = "register.db";
const FILES: [&str; 3] = [REGISTER, "register.db-wal", "register.db-shm"];
const VERSION: u32 = 4;
const SCHEMA: &str = include_str!("../register.sql");

/// The version of the first release. Files of earlier ones are on no phone.
const FIRST: u32 = 4;

/// What leads to a version from the one before it: its number, and its SQL.
type Step = (u32, &'static str);

/// Every step since the first release: a phone that updates the app without a network goes on with
/// the register that it has.
const UPGRADES: &[Step] = &[];

/// Steps of SQLite's machine between two looks at whether a writer is to end: a few milliseconds.
const STEPS: i32 = 50_000;

/// Bytes of the write-ahead log that stay when it is not needed.
const LOG_BYTES: u32 = 4 << 20;

/// An open file, and what was read of it and stays true for as long as it is open.
pub struct Reader {
    connection: Connection,
    overlay: Overlay,
}

impl Store {
    /// Reads `register.db` in one transaction: exactly the old or the new version of everything,
    /// also while another thread writes.
    ///
    /// # Errors
    /// `read`'s error, or SQLite's. After [`StoreError::Corrupt`] the file is gone, and the next
    /// sync fills a new one.
    pub fn read_register<T>(
        &self,
        read: impl FnOnce(&RegisterTx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut place = self.register.lock().unwrap_or_else(PoisonError::into_inner);
        let mut reader = match place.take() {
            Some(reader) => reader,
            None => Reader { connection: self.open_register()?, overlay: Overlay::default() },
        };
        let done = transact(&mut reader, TransactionBehavior::Deferred, read);
        if matches!(done, Err(StoreError::Corrupt(_))) {
            drop(reader);
            // A writer at work would go on in a file that has no name any more: it is left until
            // the next reader finds the damage.
            if let Ok(_alone) = self.register_writer.try_lock() {
                remove(self.folder())?;
            }
        } else {
            *place = Some(reader);
        }
        done
    }

    /// Opens the file; while it is being created or recreated, nobody else writes.
    fn open_register(&self) -> Result<Connection, StoreError> {
        self.check_open()?;
        match connect(self.folder()) {
            Ok((connection, VERSION)) => Ok(connection),
            _ => {
                let _alone = self.writing();
                open(self.folder())
            }
        }
    }

    fn writing(&self) -> MutexGuard<'_, ()> {
        self.register_writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes `register.db` in one transaction, on a connection of its own, so that nobody who
    /// searches has to wait. One writer after another.
    ///
    /// # Errors
    /// `write`'s error, and then nothing of it is kept; or SQLite's.
    pub fn write_register<T, E: From<StoreError>>(
        &self,
        write: impl FnOnce(&RegisterTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.write_register_until(|| false, write)
    }

    /// As [`Self::write_register`]. As soon as `is_over` says so, also in the middle of a statement,
    /// it ends with an error and nothing is kept.
    ///
    /// # Errors
    /// As [`Self::write_register`].
    pub fn write_register_until<T, E: From<StoreError>>(
        &self,
        is_over: impl FnMut() -> bool + Send + 'static,
        write: impl FnOnce(&RegisterTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _alone = self.writing();
        self.check_open()?;
        let mut connection = open(self.folder())?;
        connection.progress_handler(STEPS, Some(is_over)).map_err(StoreError::from)?;
        #[cfg(any(test, feature = "testing"))]
        self.limit_register(&connection);
        let mut writer = Reader { connection, overlay: Overlay::default() };
        let done = transact(&mut writer, TransactionBehavior::Immediate, |tx| {
            let done = write(tx)?;
            tx.settle_names()?;
            Ok(done)
        });
        if self.check_open().is_err() {
            // Everything was erased meanwhile: this file may have been made after that.
            drop(writer);
            remove(self.folder())?;
        }
        done
    }
}

fn transact<T, E: From<StoreError>>(
    Reader { connection, overlay }: &mut Reader,
    behavior: TransactionBehavior,
    work: impl FnOnce(&RegisterTx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection.transaction_with_behavior(behavior).map_err(StoreError::from)?;
    let done = work(&RegisterTx { sql: &transaction, noted: Noted::default(), overlay })?;
    transaction.commit().map_err(StoreError::from)?;
    Ok(done)
}

/// Opens the file, or makes it, or brings one of an earlier release up to date. One of a version
/// that this build does not know, or that is no database, is recreated empty.
fn open(folder: &Path) -> Result<Connection, StoreError> {
    match connect(folder) {
        Ok((connection, VERSION)) => Ok(connection),
        Ok((connection, 0)) => create(connection),
        Ok((mut connection, found)) if found < VERSION && is_released(found) => {
            bring_up(&mut connection, UPGRADES)?;
            Ok(connection)
        }
        Ok((connection, _)) => {
            drop(connection);
            remove(folder)?;
            create(connect(folder)?.0)
        }
        Err(StoreError::Corrupt(_)) => {
            remove(folder)?;
            create(connect(folder)?.0)
        }
        Err(error) => Err(error),
    }
}

const fn is_released(version: u32) -> bool {
    version >= FIRST
}

fn connect(folder: &Path) -> Result<(Connection, u32), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(folder.join(REGISTER), flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // Rebuilt if a power cut should take it.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES)?;
    // Temporary files would lie beside the database, in the clear and unknown to `erase`.
    connection.pragma_update(None, "temp_store", 2)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((connection, version))
}

/// Takes the steps that a file has not taken yet, each whole or not at all. Where one fails, for
/// want of space, the file is as it was before it, and the next opening goes on from there.
fn bring_up(connection: &mut Connection, steps: &[Step]) -> Result<(), StoreError> {
    for (number, sql) in steps {
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found: u32 = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found < *number {
            step.execute_batch(sql)?;
            step.pragma_update(None, "user_version", number)?;
            step.commit()?;
        }
    }
    Ok(())
}

fn create(mut connection: Connection) -> Result<Connection, StoreError> {
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another thread may have made it since.
    let version: u32 = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version == 0 {
        step.execute_batch(SCHEMA)?;
        step.pragma_update(None, "user_version", VERSION)?;
    }
    step.commit()?;
    Ok(connection)
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    for file in FILES {
        match fs::remove_file(folder.join(file)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error)?,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::testing::open as open_store;
    use standing_model::time::UnixTime;

    #[test]
    fn a_register_file_that_is_damaged_or_of_another_version_is_rebuilt() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open_store(folder.path(), &secrets).unwrap();
        let count = |store: &Store| store.read_register(|tx| tx.registers().map(|all| all.len()));
        assert_eq!(count(&store).unwrap(), 0);
        drop(store);
        fs::write(folder.path().join(REGISTER), b"this is no database, and long enough").unwrap();
        let store = open_store(folder.path(), &secrets).unwrap();
        assert_eq!(count(&store).unwrap(), 0);
        drop(store);
        let other = Connection::open(folder.path().join(REGISTER)).unwrap();
        other.pragma_update(None, "user_version", 99).unwrap();
        drop(other);
        let store = open_store(folder.path(), &secrets).unwrap();
        assert_eq!(count(&store).unwrap(), 0);
    }

    /// What a later release could bring: a column more, and a table written again.
    const LATER: &[Step] = &[
        (VERSION + 1, "ALTER TABLE registers ADD COLUMN later INTEGER NOT NULL DEFAULT 0"),
        (VERSION + 2, LISTS_AGAIN),
    ];
    const LISTS_AGAIN: &str = "
        CREATE TABLE lists_later AS SELECT * FROM lists;
        DROP TABLE lists;
        ALTER TABLE lists_later RENAME TO lists";

    #[test]
    fn a_step_leads_to_each_version_since_the_first_release() {
        let numbers: Vec<u32> = UPGRADES.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, (FIRST..).skip(1).take(numbers.len()).collect::<Vec<_>>());
        assert_eq!(numbers.last().copied().unwrap_or(FIRST), VERSION);
        // Another schema is another version: raise it, and write the step.
        let lines = SCHEMA.lines().map(|line| line.split("--").next().unwrap_or_default().trim());
        let bare: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let hash = standing_model::ids::Hash::of(bare.join("\n").as_bytes()).to_string();
        assert_eq!((VERSION, hash.as_str()), (4, "vKpQUuiAFd_IaTqmoGHbkd_fRNN7DJBF0mcGN9_FsDE"));
    }

    #[test]
    fn an_app_update_without_a_network_keeps_the_register_also_if_it_is_killed_half_way() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open_store(folder.path(), &secrets).unwrap();
        let trust = standing_model::ids::TrustId::of_root(b"root");
        store.write_register(|tx| tx.put_register(trust, b"{}", UnixTime(1))).unwrap();
        drop(store);
        // Killed between two statements of a step: nothing of the step is there.
        let mut connection = connect(folder.path()).unwrap().0;
        let step = connection.transaction().unwrap();
        step.execute_batch(LATER[0].1).unwrap();
        drop(step);
        assert_eq!(connect(folder.path()).unwrap().1, VERSION);
        // The second step fails for want of space: the first one is taken, and what was there is.
        let pages: u32 =
            connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let none = |row: &rusqlite::Row<'_>| row.get::<_, u32>(0);
        connection.pragma_update_and_check(None, "max_page_count", pages, none).unwrap();
        assert!(bring_up(&mut connection, LATER).is_err());
        let version = |connection: &Connection| -> u32 {
            connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
        };
        assert_eq!(version(&connection), VERSION + 1);
        connection.pragma_update_and_check(None, "max_page_count", 10_000, none).unwrap();
        bring_up(&mut connection, LATER).unwrap();
        bring_up(&mut connection, LATER).unwrap();
        assert_eq!(version(&connection), VERSION + 2);
        let sql = "SELECT count(*) FROM registers WHERE later = 0";
        assert_eq!(connection.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap(), 1);
    }

    #[test]
    fn a_writer_that_is_to_end_ends_within_a_statement_and_keeps_nothing() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open_store(folder.path(), &secrets).unwrap();
        let trust = standing_model::ids::TrustId::of_root(b"root");
        let mut looks = 0;
        let is_over = move || {
            looks += 1;
            looks > 3
        };
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
                       SELECT count(*) FROM n";
        let wrote: Result<(), StoreError> = store.write_register_until(is_over, |tx| {
            tx.put_register(trust, b"{}", UnixTime(1))?;
            Ok(tx.sql.query_row(endless, [], |_| Ok(()))?)
        });
        assert!(wrote.is_err());
        let count = |store: &Store| {
            let sql = "SELECT count(*) FROM registers";
            store.read_register(|tx| Ok(tx.sql.query_row(sql, [], |row| row.get::<_, u32>(0))?))
        };
        assert_eq!(count(&store).unwrap(), 0);
        store.write_register(|tx| tx.put_register(trust, b"{}", UnixTime(1))).unwrap();
        assert_eq!(count(&store).unwrap(), 1);
    }

    #[test]
    fn damage_that_is_found_while_somebody_writes_does_not_take_the_file_from_under_the_writer() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open_store(folder.path(), &secrets).unwrap();
        let wrote = store.write_register(|tx| {
            let found: Result<(), StoreError> =
                store.read_register(|_| Err(StoreError::Corrupt("organisations")));
            assert!(found.is_err());
            tx.put_register(standing_model::ids::TrustId::of_root(b"root"), b"{}", UnixTime(1))
        });
        wrote.unwrap();
        let sql = "SELECT count(*) FROM registers";
        let other = Connection::open(folder.path().join(REGISTER)).unwrap();
        assert_eq!(other.query_row(sql, [], |row| row.get::<_, u32>(0)).unwrap(), 1);
    }

    #[test]
    fn a_code_that_cannot_be_read_is_damage_and_the_file_is_made_again() {
        let (folder, secrets) = (tempfile::tempdir().unwrap(), Arc::default());
        let store = open_store(folder.path(), &secrets).unwrap();
        let code: standing_model::business::Uscc = "91330106MA2CFLDG4R".parse().unwrap();
        store.read_register(|tx| tx.organisations(&code)).unwrap();
        let other = Connection::open(folder.path().join(REGISTER)).unwrap();
        let sql = "INSERT INTO registers (trust, file, good_until) VALUES ('', x'', 0); \
                   INSERT INTO organisations (register, uscc, name, region_en, region_zh) \
                   VALUES (1, '91330106MA2CFLDG4R', 'x', 'x', 'x'); \
                   UPDATE organisations SET uscc = 'damaged'";
        other.execute_batch(sql).unwrap();
        drop(other);
        let found = store.read_register(|tx| tx.organisation_by_id(1));
        assert!(matches!(found, Err(StoreError::Corrupt(_))), "{found:?}");
        let left = store.read_register(|tx| {
            Ok(tx
                .sql
                .query_row("SELECT count(*) FROM organisations", [], |row| row.get::<_, u32>(0))?)
        });
        assert_eq!(left.unwrap(), 0);
    }
}
