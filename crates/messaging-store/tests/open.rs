//! A file that cannot be used is refused with its cause and the next step.
#![cfg(feature = "sqlite")]
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it is a test, and shares a folder with others"
)]

mod temporary;

use messaging_store::{SqliteOptions, SqliteStore, StoreError};
use rusqlite::Connection;
use temporary::Folder;

fn refused(path: impl AsRef<std::path::Path>, needles: &[&str]) {
    match SqliteStore::open(path, SqliteOptions::default()) {
        Err(StoreError::Open(message)) => {
            assert!(needles.iter().all(|needle| message.contains(needle)), "{needles:?} in: {message}");
        }
        other => panic!("it should be refused: {other:?}"),
    }
}

#[test]
fn a_file_in_use_is_refused() {
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    let store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
    match SqliteStore::open(&file, SqliteOptions::default()) {
        Err(StoreError::InUse(message)) => assert!(message.contains("messaging.db"), "{message}"),
        other => panic!("it is in use: {other:?}"),
    }
    drop(store);
    SqliteStore::open(&file, SqliteOptions::default()).expect("free again");
}

#[test]
fn another_process_is_refused() {
    const FILE: &str = "MESSAGING_STORE_TEST_FILE";
    if let Some(file) = std::env::var_os(FILE) {
        // We are the other process.
        let refused = SqliteStore::open(file, SqliteOptions::default());
        std::process::exit(if matches!(refused, Err(StoreError::InUse(_))) { 42 } else { 1 });
    }
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    let _store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "another_process_is_refused"])
        .env(FILE, &file)
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(42));
}

#[test]
fn a_folder_that_is_missing_is_named() {
    let folder = Folder::new();
    refused(folder.file("missing/messaging.db"), &["missing/messaging.db", "folder exists"]);
    refused(folder.file(""), &["name another file"]);
}

#[test]
fn what_is_no_database_is_refused() {
    let folder = Folder::new();
    let file = folder.file("notes.txt");
    std::fs::write(&file, "This is certainly no database. ".repeat(100)).unwrap();
    refused(&file, &["notes.txt", "not an SQLite file"]);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("This is"), "and left as it was");
}

#[test]
fn a_damaged_file_is_refused() {
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    drop(SqliteStore::open(&file, SqliteOptions::default()).unwrap());
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[100..4_096].fill(0xA5);
    std::fs::write(&file, bytes).unwrap();
    refused(&file, &["messaging.db", "damaged"]);
}

#[test]
fn another_programs_database_is_refused() {
    let folder = Folder::new();
    let file = folder.file("other.db");
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE theirs (a)").unwrap();
    refused(&file, &["other.db", "another program"]);
}

#[test]
fn a_newer_schema_is_refused() {
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    drop(SqliteStore::open(&file, SqliteOptions::default()).unwrap());
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    refused(&file, &["version 99", "newer version"]);
}

#[test]
fn the_file_is_kept_safely() {
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    drop(SqliteStore::open(&file, SqliteOptions::default()).unwrap());
    let connection = Connection::open(&file).unwrap();
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    let whole: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    let newest = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sqlite/schema")).unwrap().count();
    // Above it stands what a program must know to use the file.
    assert_eq!((mode.as_str(), version % 10_000, whole.as_str()), ("wal", i64::try_from(newest).unwrap(), "ok"));
}

#[cfg(unix)]
#[test]
fn a_new_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let file = folder.file("messaging.db");
    let store = SqliteStore::open(&file, SqliteOptions::default()).unwrap();
    for name in ["messaging.db", "messaging.db-wal"] {
        let mode = std::fs::metadata(folder.file(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    drop(store);
}
