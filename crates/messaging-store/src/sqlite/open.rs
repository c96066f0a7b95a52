use std::{path::Path, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

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
    // Whoever closes a file copies its log, which must not be tried again on a disk that has just failed.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(fail)?;
    if connection.is_readonly("main").map_err(fail)? {
        let message = format!("`{name}` is read-only; make it writable, its folder too, or name another file");
        return Err(StoreError::Open(message));
    }
    connection.busy_timeout(PATIENCE).map_err(fail)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without this promise SQLite looks at the values that a statement is given, and compiles many of ours anew each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(fail)?;
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
    connection.pragma_update(None, "secure_delete", true).map_err(fail)?;
    copy_log(&connection).map_err(fail)?;
    migrate(&mut connection, name)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(fail)?;
    Ok(connection)
}

/// Copies what an earlier process left in the log into the file.
///
/// After a sync that failed nobody knows how much of that log is on the disk: what is appended behind a hole is lost with
/// it once the power fails.
fn copy_log(connection: &Connection) -> rusqlite::Result<()> {
    match connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())) {
        // There will be room again, and until then nothing is accepted.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => Ok(()),
        done => done,
    }
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
    fn what_an_earlier_process_left_in_the_log_is_in_the_file_before_anything_else() {
        let file = std::env::temp_dir().join(format!("messaging-store-log-{}.db", std::process::id()));
        let log = file.with_extension("db-wal");
        let earlier = Connection::open(&file).unwrap();
        earlier.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
        earlier.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)").unwrap();
        earlier.close().unwrap();
        assert!(std::fs::metadata(&log).unwrap().len() > 0);
        let connection = Connection::open(&file).unwrap();
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE").unwrap();
        copy_log(&connection).unwrap();
        assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
        assert_eq!(connection.query_row("SELECT a FROM t", [], |row| row.get::<_, i64>(0)), Ok(7));
        drop(connection);
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn a_statement_is_compiled_once_whatever_it_is_given() {
        let file = std::env::temp_dir().join(format!("messaging-store-once-{}.db", std::process::id()));
        let connection = own(Connection::open(&file).unwrap(), "once.db").unwrap();
        let sql = "SELECT c.id, c.owner FROM owner o JOIN conversation c ON c.owner = o.id \
                   WHERE o.tenant = ?1 AND o.account = ?2 AND c.place = ?3";
        let mut statement = connection.prepare(sql).unwrap();
        for place in ["a", "b", "c"] {
            assert!(!statement.exists(("default", "slack", place)).unwrap());
        }
        assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0);
        drop(statement);
        drop(connection);
        std::fs::remove_file(&file).unwrap();
    }

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
