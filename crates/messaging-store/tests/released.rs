//! Between released versions and today's: forth with everything that is in a file, and back where that is allowed.
//!
//! `released/` holds what each version's program wrote down of itself: its schema, its statements, and all it said to
//! SQLite while it worked on a file until there was something of everything in it.
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

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    time::Duration,
};

use messaging_core::{Secret, message::Receipt};
use messaging_store::{
    Counts, Ending, Seek, Settled, Shelf, Side, SqliteStore, Store, Tally, TurnEnd, Work,
    suite::{HandClock, run},
};
use rusqlite::Connection;
use temporary::{Folder, options};

/// What a program of a version wrote down of itself.
struct Released {
    version: i64,
    schema: &'static str,
    statements: &'static str,
    session: &'static str,
}

const RELEASED: [Released; 5] = [
    Released {
        version: 7,
        schema: include_str!("released/7/schema.sql"),
        statements: include_str!("released/7/statements.sql"),
        session: include_str!("released/7/session.sql"),
    },
    Released {
        version: 8,
        schema: include_str!("released/8/schema.sql"),
        statements: include_str!("released/8/statements.sql"),
        session: include_str!("released/8/session.sql"),
    },
    Released {
        version: 10,
        schema: include_str!("released/10/schema.sql"),
        statements: include_str!("released/10/statements.sql"),
        session: include_str!("released/10/session.sql"),
    },
    Released {
        version: 12,
        schema: include_str!("released/12/schema.sql"),
        statements: include_str!("released/12/statements.sql"),
        session: include_str!("released/12/session.sql"),
    },
    Released {
        version: 13,
        schema: include_str!("released/13/schema.sql"),
        statements: include_str!("released/13/statements.sql"),
        session: include_str!("released/13/session.sql"),
    },
];

/// What must still be there, as the file itself has it.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    in_flight: u64,
    shelved: [BTreeSet<String>; 2],
    opted_out: BTreeSet<String>,
    apps: usize,
    secret: String,
    doubts: u64,
}

/// What a released program said to an empty file, said again.
fn say(session: &str, file: &Connection) {
    file.pragma_update(None, "foreign_keys", true).unwrap();
    for sql in session.split("\n;;\n") {
        let mut statement = file.prepare(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
        let mut rows = statement.query([]).unwrap();
        while rows.next().unwrap_or_else(|error| panic!("{error}: {sql}")).is_some() {}
    }
}

fn kept(file: &Connection) -> Kept {
    let number = |sql: &str| file.query_row(sql, [], |row| row.get::<_, u64>(0)).unwrap();
    let names = |sql: &str| {
        let mut names = file.prepare(sql).unwrap();
        names.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap).collect::<BTreeSet<_>>()
    };
    Kept {
        in_flight: number("SELECT count(*) FROM event WHERE stage IN (0, 1)"),
        shelved: [0, 1].map(|shelf| names(&format!("SELECT name FROM shelved WHERE shelf = {shelf}"))),
        opted_out: names("SELECT address FROM contact WHERE opted_out_ms IS NOT NULL"),
        apps: usize::try_from(number("SELECT count(*) FROM installation WHERE account = 'app'")).unwrap(),
        secret: file.query_row("SELECT value FROM secret", [], |row| row.get(0)).unwrap(),
        doubts: number("SELECT count(*) FROM intent WHERE trace IN (1, 2)"),
    }
}

/// Everything is counted by account as well, whichever program moved it: what was erased early on has no account any more.
async fn is_counted_by_account(store: &SqliteStore) {
    let tally = store.tally().await.unwrap();
    let Tally { whole, accounts, .. } = &tally;
    let sum = |of: fn(&Counts) -> u64| accounts.values().map(of).sum::<u64>();
    assert!(
        accounts.values().chain(tally.channels.values().flat_map(BTreeMap::values)).all(Counts::balance),
        "{tally:?}"
    );
    let ended = |counts: &Counts| (counts.answered, counts.silent, counts.held, counts.dead);
    let all = accounts.values().map(ended).fold((0, 0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3));
    assert_eq!((sum(|counts| counts.in_flight), all), (whole.in_flight, ended(whole)), "{whole:?} {accounts:?}");
}

/// Today's program finds all of it, and brings what is in flight to an end.
async fn goes_on(path: &Path, kept: &Kept) {
    let hand = HandClock::new();
    // Every lease of then has ended.
    hand.advance(Duration::from_secs(2 * 86_400));
    let store = SqliteStore::open(path, options(&hand)).unwrap();
    let before = store.counts().await.unwrap();
    assert_eq!((before.in_flight, before.balance()), (kept.in_flight, true), "{before:?}");
    for (shelf, names) in [(Shelf::Unknown, &kept.shelved[0]), (Shelf::Dead, &kept.shelved[1])] {
        let shelved = store.shelved(shelf, 1_000).await.unwrap();
        assert_eq!(&shelved.into_iter().map(|row| row.id).collect::<BTreeSet<_>>(), names);
    }
    let opted_out = store.opted_out(1_000).await.unwrap();
    assert_eq!(opted_out.into_iter().map(|row| row.address).collect::<BTreeSet<_>>(), kept.opted_out);
    assert_eq!(store.installations().list("app", 9).await.unwrap().len(), kept.apps);
    assert_eq!(store.secret("session", &Secret::new("another")).await.unwrap().expose(), kept.secret);

    is_counted_by_account(&store).await;

    let life = store.enroll("today").await.unwrap();
    let (mut doubted, mut sent) = (0, 0);
    for _ in 0..200 {
        for side in [Side::Turns, Side::Sends] {
            let lease = Duration::from_secs(30);
            let seek = Seek {
                node: "today".into(),
                life,
                side,
                lanes: 9,
                turns: 1,
                events: 9,
                lease,
                suspects: 9,
                suspect_after: 9,
                window: Duration::ZERO,
                held: messaging_store::Held::default(),
            };
            for claim in store.claim(seek).await.unwrap() {
                match claim.work {
                    Work::Turn(queued) => {
                        let consumed = queued.iter().map(|queued| queued.id).collect();
                        store.finish(&claim.lease, TurnEnd::new(consumed, Ending::Replied(Vec::new()))).await.unwrap();
                    }
                    Work::Send(intent) => {
                        doubted += u64::from(intent.doubt.is_some());
                        sent += 1;
                        let receipt = Receipt::of(format!("today {sent}"));
                        store.settle(&claim.lease, &intent.id, Settled::Sent(receipt)).await.unwrap();
                    }
                }
            }
        }
        hand.advance(Duration::from_secs(60));
    }
    let after = store.counts().await.unwrap();
    assert_eq!((after.in_flight, after.accepted, after.balance()), (0, before.accepted, true), "{after:?}");
    is_counted_by_account(&store).await;
    assert_eq!(doubted, kept.doubts, "what was doubted is still doubted");
    println!("{before:?}, then {after:?}; {sent} replies sent, {doubted} in doubt");
}

#[test]
fn a_file_of_a_released_version_goes_on_where_it_was() {
    for Released { version, schema, session, .. } in RELEASED {
        let folder = Folder::new();
        let path = folder.file("messaging.db");
        let file = Connection::open(&path).unwrap();
        file.execute_batch(schema).unwrap();
        file.pragma_update(None, "user_version", version).unwrap();
        file.pragma_update(None, "application_id", i32::from_be_bytes(*b"msgs")).unwrap();
        say(session, &file);
        let kept = kept(&file);
        drop(file);
        assert!(kept.in_flight > 0 && kept.doubts > 0 && kept.apps > 0 && !kept.opted_out.is_empty(), "{kept:?}");
        assert!(kept.shelved.iter().all(|names| !names.is_empty()), "{kept:?}");
        run(goes_on(&path, &kept));
    }
}

/// The oldest version whose program may go on with a file of today.
fn readers(file: &Connection) -> i64 {
    let stamp = file.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap();
    if stamp < 10_000 { stamp } else { stamp / 10_000 }
}

#[test]
fn a_released_program_can_go_on_with_a_file_of_today_that_lets_it() {
    for Released { version, statements, session, .. } in RELEASED {
        let (folder, hand) = (Folder::new(), HandClock::new());
        let path = folder.file("messaging.db");
        drop(SqliteStore::open(&path, options(&hand)).unwrap());
        let file = Connection::open(&path).unwrap();
        if readers(&file) > version {
            println!("programs of version {version} refuse a file of today: its schema did more than add");
            continue;
        }
        for sql in statements.split(";\n").filter(|sql| !sql.is_empty()) {
            file.prepare(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
        }
        say(session, &file);
        let kept = kept(&file);
        drop(file);
        run(goes_on(&path, &kept));
    }
}
