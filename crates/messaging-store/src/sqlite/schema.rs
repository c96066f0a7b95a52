use rusqlite::{Connection, TransactionBehavior};

use super::stamp::Stamp;
use crate::{Result, StoreError};

/// Written into the file's header, so that nobody mistakes another program's file for ours: `msgs`.
const APPLICATION: i32 = i32::from_be_bytes(*b"msgs");

/// What brings a file from one version to the next. Never changed once released.
#[derive(Clone, Copy, Debug)]
pub(super) enum Migration {
    /// It only adds, and a program that knows nothing of it may go on with the file: what that program leaves out of a
    /// row means the same as what a newer one would have written, and it meets no value that it cannot read.
    Adds(&'static str),
    /// A program of a version before must not touch the file any more.
    Breaks(&'static str),
}

use Migration::{Adds, Breaks};

/// What brings a file from each version to the next. Only added to.
pub(super) const MIGRATIONS: &[Migration] = &[
    Breaks(include_str!("schema/1.sql")),
    Breaks(include_str!("schema/2.sql")),
    Breaks(include_str!("schema/3.sql")),
    Adds(include_str!("schema/4.sql")),
    Adds(include_str!("schema/5.sql")),
    Breaks(include_str!("schema/6.sql")),
    Breaks(include_str!("schema/7.sql")),
    Breaks(include_str!("schema/8.sql")),
    Breaks(include_str!("schema/9.sql")),
    Breaks(include_str!("schema/10.sql")),
    Adds(include_str!("schema/11.sql")),
    Adds(include_str!("schema/12.sql")),
    Adds(include_str!("schema/13.sql")),
    Adds(include_str!("schema/14.sql")),
];

impl Migration {
    pub(super) const fn sql(self) -> &'static str {
        match self {
            Adds(sql) | Breaks(sql) => sql,
        }
    }
}

/// Brings the file to the newest version, in one transaction. `name` is the file, for messages.
///
/// A file that a newer program wrote is left as it is: it can be used if what that program did to it only added.
pub(super) fn migrate(connection: &mut Connection, name: &str) -> Result<()> {
    bring(connection, name, MIGRATIONS)
}

fn bring(connection: &mut Connection, name: &str, migrations: &[Migration]) -> Result<()> {
    let fail = |error: rusqlite::Error| StoreError::Open(format!("`{name}`: {error}"));
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(fail)?;
    let number = |sql: &str| transaction.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(fail);
    let user_version = number("PRAGMA user_version")?;
    let application = number("PRAGMA application_id")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if application != i64::from(APPLICATION) && (tables > 0 || user_version > 0) {
        let message = format!("`{name}` is another program's SQLite file; name one that does not exist yet");
        return Err(StoreError::Open(message));
    }
    let newest = migrations.len();
    let stamp = Stamp::read(user_version).filter(|stamp| stamp.readers <= newest);
    let Some(Stamp { version, .. }) = stamp else {
        let message = format!(
            "`{name}` has schema version {user_version} and this program knows {newest}: \
             a newer version of it wrote the file; run that one, or name another file"
        );
        return Err(StoreError::Open(message));
    };
    let missing = migrations.get(version..).unwrap_or_default();
    if missing.is_empty() {
        if version > newest {
            tracing::warn!(
                file = name,
                version,
                newest,
                "a newer program has added to this file; going on without that"
            );
        }
        return Ok(());
    }
    for migration in missing {
        transaction.execute_batch(migration.sql()).map_err(fail)?;
    }
    let broken = migrations.iter().rposition(|migration| matches!(migration, Breaks(_)));
    let stamp = Stamp { version: newest, readers: broken.map_or(1, |at| at + 1) };
    transaction.pragma_update(None, "user_version", stamp.user_version()).map_err(fail)?;
    transaction.pragma_update(None, "application_id", APPLICATION).map_err(fail)?;
    transaction.commit().map_err(fail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_first_version_is_brought_to_the_newest() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(MIGRATIONS[0].sql()).unwrap();
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
        assert_eq!(Stamp::read(stamp(&connection)).map(|stamp| stamp.version), Some(MIGRATIONS.len()));
        migrate(&mut connection, "in memory").unwrap();
    }
    /// A file that a program with these migrations wrote.
    fn written_by(migrations: &[Migration]) -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        bring(&mut connection, "in memory", migrations).unwrap();
        connection
    }

    fn stamp(connection: &Connection) -> i64 {
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
    }

    /// The oldest version whose program may go on with a file of today.
    fn readers() -> usize {
        MIGRATIONS.iter().rposition(|migration| matches!(migration, Breaks(_))).map_or(1, |at| at + 1)
    }

    const ADDED: &str = "ALTER TABLE tally ADD COLUMN more INTEGER NOT NULL DEFAULT 0";

    #[test]
    fn an_older_program_goes_on_with_what_was_only_added_to() {
        let newer = [MIGRATIONS, &[Adds(ADDED)]].concat();
        let mut file = written_by(&newer);
        let before = stamp(&file);
        assert_eq!(Stamp::read(before), Some(Stamp { version: newer.len(), readers: readers() }));
        migrate(&mut file, "in memory").unwrap();
        assert_eq!(stamp(&file), before, "nothing that the newer one did is done twice");
        bring(&mut file, "in memory", &newer).unwrap();
        assert_eq!(stamp(&file), before);
    }

    #[test]
    fn an_older_program_refuses_what_was_changed_under_it() {
        let broken = [MIGRATIONS, &[Breaks(ADDED)]].concat();
        let added = [&broken[..], &[Adds("ALTER TABLE tally ADD COLUMN other INTEGER")]].concat();
        for newer in [&broken, &added] {
            let mut file = written_by(newer);
            let StoreError::Open(refused) = migrate(&mut file, "x.db").unwrap_err() else { panic!("another error") };
            assert!(refused.contains("`x.db`") && refused.contains("a newer version"), "{refused}");
        }
    }
}
