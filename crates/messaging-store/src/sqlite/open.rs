use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::schema::migrate;
use crate::{Result, StoreError};

/// How long another process may take to let go of the file.
const PATIENCE: Duration = Duration::from_millis(250);

/// Prepared statements kept; there are fewer than this.
const STATEMENTS: usize = 128;

/// Opens the file for this process alone, and brings its tables to the newest version.
pub(super) fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let name = path.display().to_string();
    let connection = Connection::open_with_flags(path, flags).map_err(|error| refusal(&name, &error))?;
    own(connection, &name)
}

/// Takes the file for this process alone.
pub(super) fn own(mut connection: Connection, name: &str) -> Result<Connection> {
    let fail = |error: rusqlite::Error| refusal(name, &error);
    if connection.is_readonly("main").map_err(fail)? {
        let message = format!("`{name}` is read-only; make it writable, its folder too, or name another file");
        return Err(StoreError::Open(message));
    }
    connection.busy_timeout(PATIENCE).map_err(fail)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Before the first access: the file stays locked, and the index of its log stays in our own memory.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE").map_err(fail)?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0)).map_err(fail)?;
    if mode != "wal" {
        let message = format!("`{name}` cannot have a write-ahead log (SQLite offers `{mode}`); name a file on a disk");
        return Err(StoreError::Open(message));
    }
    connection.pragma_update(None, "synchronous", "FULL").map_err(fail)?;
    connection.pragma_update(None, "foreign_keys", true).map_err(fail)?;
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(fail)?;
    migrate(&mut connection, name)?;
    Ok(connection)
}

fn refusal(name: &str, error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            StoreError::InUse(format!("`{name}`; stop the other one, or name another file"))
        }
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Open(format!(
            "`{name}` is not an SQLite file, or is damaged ({error}); restore it from a backup, or name another file"
        )),
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::Open(format!(
            "`{name}` cannot be written ({error}); make it writable, its folder too, or name another file"
        )),
        _ => StoreError::Open(format!(
            "`{name}`: {error}; check that its folder exists and can be written, or name another file"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_can_only_be_read_is_refused() {
        let file = std::env::temp_dir().join(format!("messaging-store-read-only-{}.db", std::process::id()));
        Connection::open(&file).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        let read_only = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let refused = own(read_only, "messaging.db").unwrap_err();
        std::fs::remove_file(&file).unwrap();
        let StoreError::Open(message) = refused else { panic!("{refused:?}") };
        assert!(message.contains("messaging.db") && message.contains("read-only"), "{message}");
    }
}
