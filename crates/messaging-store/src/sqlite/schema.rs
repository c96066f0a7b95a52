use rusqlite::{Connection, TransactionBehavior};

use crate::{Result, StoreError};

/// Written into the file's header, so that nobody mistakes another program's file for ours: `msgs`.
const APPLICATION: i32 = i32::from_be_bytes(*b"msgs");

/// What brings a file from each version to the next. Never changed once released, only added to.
const MIGRATIONS: &[&str] = &[
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
    include_str!("schema/5.sql"),
    include_str!("schema/6.sql"),
    include_str!("schema/7.sql"),
    include_str!("schema/8.sql"),
];

/// Brings the file to the newest version, in one transaction. `name` is the file, for messages.
pub(super) fn migrate(connection: &mut Connection, name: &str) -> Result<()> {
    let fail = |error: rusqlite::Error| StoreError::Open(format!("`{name}`: {error}"));
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(fail)?;
    let number = |sql: &str| transaction.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(fail);
    let version = number("PRAGMA user_version")?;
    let application = number("PRAGMA application_id")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if application != i64::from(APPLICATION) && (tables > 0 || version > 0) {
        let message = format!("`{name}` is another program's SQLite file; name one that does not exist yet");
        return Err(StoreError::Open(message));
    }
    let Some(missing) = usize::try_from(version).ok().and_then(|version| MIGRATIONS.get(version..)) else {
        let newest = MIGRATIONS.len();
        let message = format!(
            "`{name}` has schema version {version} and this program knows {newest}: \
             a newer version of it wrote the file; run that one, or name another file"
        );
        return Err(StoreError::Open(message));
    };
    for migration in missing {
        transaction.execute_batch(migration).map_err(fail)?;
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len()).map_err(fail)?;
    transaction.pragma_update(None, "application_id", APPLICATION).map_err(fail)?;
    transaction.commit().map_err(fail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_first_version_is_brought_to_the_newest() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(MIGRATIONS[0]).unwrap();
        let rows = "INSERT INTO owner (tenant, account) VALUES ('default', 'a');
            INSERT INTO conversation (owner, place) VALUES (1, 'chat:c');
            INSERT INTO record (cursor, conversation, speaker, message, content, at_ms) VALUES (7, 1, 1, 'm', '{}', 5);
            INSERT INTO intent (place, id, conversation, trace, tries, since_ms, looks, drafted_ms, causes, message)
            VALUES (8, 'i', 1, 0, 0, 0, 0, 5, '[]', '{}');";
        connection.execute_batch(rows).unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        migrate(&mut connection, "in memory").unwrap();
        let sql = "SELECT r.progress IS NULL AND r.changed IS NULL AND c.state IS NULL AND i.answer IS NULL AND i.deed IS NULL
            FROM record r JOIN conversation c ON c.id = r.conversation JOIN intent i ON i.conversation = c.id";
        assert!(connection.query_row(sql, [], |row| row.get::<_, bool>(0)).unwrap());
        let version = connection.query_row("PRAGMA user_version", [], |row| row.get::<_, usize>(0)).unwrap();
        assert_eq!(version, MIGRATIONS.len());
        migrate(&mut connection, "in memory").unwrap();
    }
}
