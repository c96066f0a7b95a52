//! What a program of today says to SQLite, word for word, so that it can be said to the files of later ones.

use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use fastrand::Rng;
use messaging_core::{Secret, UnixMillis};
use rusqlite::{
    Connection,
    trace::{TraceEvent, TraceEventCodes},
};

use super::{
    SqliteOptions, SqliteStore,
    differential::{Pair, lane},
    schema::{MIGRATIONS, migrate},
};
use crate::{
    Installation, Store, Workspace,
    suite::{HandClock, run},
};

const SEED: u64 = 24;
const STEPS: u32 = 200;

/// What a file holds in the middle of work.
const WORK: &[&str] = &[
    "event WHERE stage = 0",
    "event WHERE stage = 0 AND until_ms IS NOT NULL",
    "event WHERE stage = 1",
    "intent WHERE trace = 0",
    "intent WHERE trace = 1",
    "intent WHERE trace = 2",
    "shelved WHERE shelf = 0",
    "shelved WHERE shelf = 1",
    "contact WHERE opted_out_ms IS NOT NULL",
    "spend",
    "bill",
    "live",
    "delivery",
    "answer",
];

/// What stands between two statements of a transcript: no statement has it.
const NEXT: &str = "\n;;\n";

/// Statements with their values, and without.
#[derive(Clone, Default)]
struct Transcript(Arc<Mutex<(Vec<String>, BTreeSet<String>)>>);

impl Transcript {
    fn listen(&self, connection: &mut Connection) -> rusqlite::Result<()> {
        let heard = Arc::clone(&self.0);
        let hear = move |event: TraceEvent<'_>| {
            let TraceEvent::Stmt(statement, text) = event else { return };
            let (Some(said), sql) = (statement.expanded_sql(), statement.sql().into_owned()) else { return };
            // What a foreign key does by itself is told as a comment.
            if !text.starts_with("--") && !sql.starts_with("PRAGMA") {
                let mut heard = heard.lock().unwrap();
                heard.0.push(said);
                heard.1.insert(sql.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        };
        connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(hear))
    }
}

/// Works on a file until there is something of everything in it; returns all that was said.
fn work_on(file: &Path) -> (Vec<String>, BTreeSet<String>) {
    let transcript = Transcript::default();
    let mut random = Rng::with_seed(SEED);
    let mut pair = Pair::over(Connection::open(file).unwrap(), SEED);
    transcript.listen(&mut pair.connection).unwrap();
    pair.walk(STEPS, &mut random);
    let watch = Connection::open(file).unwrap();
    for _ in 0..50 * STEPS {
        if WORK.iter().all(|what| has(&watch, what)) {
            break;
        }
        pair.walk(1, &mut random);
    }
    drop((pair, watch));
    // Many more ways, in other files: for the statements alone.
    let others = Transcript::default();
    for seed in 0..if is_release() { 100 } else { 0 } {
        let mut random = Rng::with_seed(seed);
        let mut pair = Pair::over(Connection::open_in_memory().unwrap(), seed);
        others.listen(&mut pair.connection).unwrap();
        pair.walk(200, &mut random);
    }
    let hand = HandClock::new();
    let options = SqliteOptions { clock: hand.clock(), ..SqliteOptions::default() };
    let store = SqliteStore::open_with(file, options, |connection| transcript.listen(connection)).unwrap();
    run(async {
        store.enroll("three").await.unwrap();
        store.secret("session", &Secret::new("made up")).await.unwrap();
        let apps = store.installations();
        for team in ["T1", "T2", "T3"] {
            let workspace = Workspace::of(&Arc::from("app"), None, Some(team)).unwrap();
            apps.keep(Installation::new(workspace, "ada".into(), team.into(), UnixMillis(5)), None).await.unwrap();
        }
        let gone = Workspace::of(&Arc::from("app"), None, Some("T3")).unwrap();
        apps.forget(&gone).await.unwrap();
        apps.find(&gone).await.unwrap();
        apps.list("app", 9).await.unwrap();
        apps.spend("app", "word", hand.clock().millis().plus(std::time::Duration::from_secs(60))).await.unwrap();
        store.known("a", UnixMillis(0), 9).await.unwrap();
        store.caught_up(&lane(&mut random), hand.clock().millis()).await.unwrap();
        store.abandon("b", "it was removed", "it was removed").await.unwrap();
    });
    drop(store);
    let (said, mut statements) = transcript.0.lock().unwrap().clone();
    statements.extend(others.0.lock().unwrap().1.clone());
    (said, statements)
}

fn has(connection: &Connection, what: &str) -> bool {
    connection.query_row(&format!("SELECT EXISTS (SELECT 1 FROM {what})"), [], |row| row.get(0)).unwrap()
}

/// Every row of every table, as text.
fn rows(connection: &Connection) -> String {
    let mut text = String::new();
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
    for table in tables.map(Result::unwrap) {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            writeln!(text, "{table}: {}", values.join(", ")).unwrap();
        }
    }
    text
}

fn is_release() -> bool {
    std::env::var_os("MESSAGING_RELEASE").is_some()
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// With `MESSAGING_RELEASE=1` it is written down in `tests/released`, which is a step of every release that has a schema
/// of its own.
#[test]
fn what_is_said_can_be_said_again() {
    let folder = Folder(std::env::temp_dir().join(format!("messaging-store-transcript-{}", std::process::id())));
    fs::create_dir_all(&folder.0).unwrap();
    let file = folder.0.join("messaging.db");
    let (said, statements) = work_on(&file);
    let mut again = Connection::open_in_memory().unwrap();
    migrate(&mut again, "in memory").unwrap();
    again.pragma_update(None, "foreign_keys", true).unwrap();
    for statement in &said {
        assert!(!statement.contains(NEXT));
        let mut statement = again.prepare(statement).unwrap();
        let mut rows = statement.query([]).unwrap();
        while rows.next().unwrap().is_some() {}
    }
    let original = Connection::open(&file).unwrap();
    assert_eq!(rows(&again), rows(&original));
    for what in WORK.iter().chain(&["installation", "secret", "spent_word"]) {
        assert!(has(&original, what), "there is no {what}");
    }
    if is_release() {
        let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/released").join(MIGRATIONS.len().to_string());
        fs::create_dir_all(&released).unwrap();
        let schema: Vec<_> = MIGRATIONS.iter().map(|migration| migration.sql()).collect();
        fs::write(released.join("schema.sql"), schema.join("\n")).unwrap();
        let statements: Vec<_> = statements.into_iter().collect();
        fs::write(released.join("statements.sql"), statements.join(";\n") + ";\n").unwrap();
        fs::write(released.join("session.sql"), said.join(NEXT)).unwrap();
    }
}
