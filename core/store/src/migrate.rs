//! Numbered migrations of `resident.db`; see `core/migrations/NOTES.md`.

use rusqlite::Connection;

use super::StoreError;

/// Its number, and its SQL.
type Migration = (u32, &'static str);

/// Every migration, in order.
pub(super) const MIGRATIONS: &[Migration] = &[(1, include_str!("../migrations/0001_resident.sql"))];

/// The newest version that this build knows.
pub(super) fn newest() -> u32 {
    MIGRATIONS.last().map_or(0, |(number, _)| *number)
}

/// The version of the open database; 0 if it is new.
///
/// # Errors
/// [`StoreError::NewerVersion`] if this build does not know it.
pub(super) fn version(connection: &Connection) -> Result<u32, StoreError> {
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = newest();
    if found > known {
        return Err(StoreError::NewerVersion { found, known });
    }
    Ok(found)
}

/// Brings the database up to [`newest`], each step whole or not at all.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_by(connection, MIGRATIONS)
}

/// [`migrate`], by the steps of any release.
pub(super) fn migrate_by(
    connection: &mut Connection,
    steps: &[Migration],
) -> Result<(), StoreError> {
    let from = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, sql) in steps.iter().filter(|(number, _)| *number > from) {
        let step = connection.transaction()?;
        step.execute_batch(sql)?;
        // The version is set in the same transaction.
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_from_one_without_a_gap() {
        let numbers: Vec<u32> = MIGRATIONS.iter().map(|(number, _)| *number).collect();
        let expected: Vec<u32> = (1..=newest()).collect();
        assert_eq!(numbers, expected);
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE queue (x)").unwrap();
        assert!(migrate(&mut connection).is_err());
        assert_eq!(version(&connection).unwrap(), 0);
        let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'memberships'";
        let found: u32 = connection.query_row(tables, [], |row| row.get(0)).unwrap();
        assert_eq!(found, 0);
    }
}
