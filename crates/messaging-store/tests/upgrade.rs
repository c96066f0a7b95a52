//! A file that an earlier version wrote is brought up to date, with everything that is in it.
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

use std::{path::Path, time::Duration};

use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    message::{Author, Message, Receipt},
};
use messaging_store::{
    Admission, Admit, Arrival, Charge, Day, Ending, Lane, Seek, Sender, Settled, Shelf, Side, Slice, SqliteStore,
    Store, TurnEnd, Work,
    suite::{HandClock, run},
};
use rusqlite::Connection;
use temporary::{Folder, options};

fn lane() -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", ["c"])))
}

fn said(text: &str) -> Event {
    let message = Message::new(text, Author::new("ada"), text);
    Event::new(text, lane().conversation.place().clone(), EventKind::MessageAdded(message))
}

/// A file as the first version left it: one message is being answered, its reply waits.
fn first_version(path: &Path) {
    let file = Connection::open(path).unwrap();
    file.pragma_update(None, "foreign_keys", false).unwrap();
    file.execute_batch(include_str!("../src/sqlite/schema/1.sql")).unwrap();
    file.pragma_update(None, "user_version", 1).unwrap();
    file.pragma_update(None, "application_id", i32::from_be_bytes(*b"msgs")).unwrap();
    file.execute_batch(
        "UPDATE tally SET cursor = 2, fence = 2, accepted = 1;
         INSERT INTO owner VALUES (1, 'default', 'suite');
         INSERT INTO conversation VALUES (1, 1, 'chat:c');
         INSERT INTO lane VALUES (1, 1, 0, -9223372036854775808, -9223372036854775808, '', 0, 0, 0, 0, 2);
         INSERT INTO key VALUES (1, 'hi', 1);
         INSERT INTO record VALUES (1, 1, 0, '{\"id\":\"ada\"}', 'hi', '{\"text\":\"hi\"}', 1795176000000);
         INSERT INTO shelved VALUES (1, 1, '9', 1, 'poison', 0);",
    )
    .unwrap();
    let event = serde_json::to_string(&said("hi")).unwrap();
    file.execute("INSERT INTO event VALUES (1, 1, 1, 1, 0, 0, 0, 1, 0, 0, ?1)", [event]).unwrap();
    let reply = r#"{"to":"chat:c","content":{"text":"hello"}}"#;
    file.execute("INSERT INTO intent VALUES (2, 'i', 1, 0, 0, NULL, 0, 0, 0, '[1]', ?1)", [reply]).unwrap();
}

#[test]
fn a_file_of_the_first_version_goes_on_where_it_was() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        first_version(&file);
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        let counts = store.counts().await.unwrap();
        assert_eq!((counts.accepted, counts.in_flight, counts.rejected, counts.balance()), (1, 1, 0, true));
        assert_eq!(store.shelved(Shelf::Dead, 10).await.unwrap().len(), 1);
        let life = store.enroll("node").await.unwrap();
        let lease = Duration::from_secs(30);
        let seek = Seek {
            node: "node".into(),
            life,
            side: Side::Sends,
            lanes: 9,
            turns: 1,
            events: 9,
            suspect_after: u32::MAX,
            suspects: usize::MAX,
            lease,
            window: Duration::ZERO,
            held: messaging_store::Held::default(),
        };
        let claim = store.claim(seek).await.unwrap().remove(0);
        let Work::Send(intent) = claim.work else { panic!("a send") };
        assert_eq!((intent.id.as_str(), intent.message.content.text.as_str()), ("i", "hello"));
        let charge = Charge { country: None, channel: "sms".into(), units: 1, cost: None };
        let (address, limits) = (Some("ada".into()), Vec::new());
        let asked = Admit { address, window: None, charge, limits, billed: true, instead: None };
        assert_eq!(store.admit(&claim.lease, &intent.id, &asked).await, Ok(Admission::Granted));
        store.settle(&claim.lease, &intent.id, Settled::Sent(Receipt::of("m"))).await.unwrap();
        let records = store.records(&lane(), Slice::After(0), 10).await.unwrap();
        assert_eq!(records.iter().map(|record| record.content.text.as_str()).collect::<Vec<_>>(), ["hi", "hello"]);
        assert_eq!(store.spent(Day(0)).await.unwrap()[0].pending, 1);
        let again = Arrival::new(lane(), said("hi")).from_sender(Sender { address: "ada".into(), alone: true });
        assert!(store.accept(vec![again]).await.unwrap()[0].duplicate);
        assert_eq!(store.counts().await.unwrap().answered, 1);
        assert_eq!(store.installations().list("suite", 9).await.unwrap(), []);
    });
}

/// Turns beside each other of a process that has died.
async fn die_with_turns_beside(store: &SqliteStore) {
    let batch = ["one", "two", "three"].map(|text| Arrival::new(lane(), said(text)));
    store.accept(batch.to_vec()).await.unwrap();
    let life = store.enroll("node").await.unwrap();
    assert_eq!(store.claim(beside(life)).await.unwrap().len(), 3);
}

fn beside(life: u64) -> Seek {
    Seek {
        node: "node".into(),
        life,
        side: Side::Turns,
        lanes: 9,
        turns: 8,
        events: 1,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease: Duration::from_secs(30),
        window: Duration::ZERO,
        held: messaging_store::Held::default(),
    }
}

/// The statements of a program of version 10, from its start until it dies with the first event of its lane.
const TEN_DIES: &str = "
    UPDATE node SET life = life + 1;
    UPDATE tally SET fence = fence + 1;
    UPDATE event SET crashes = crashes + 1, retry_ms = NULL, fence = (SELECT fence FROM tally)
    WHERE id = (SELECT min(id) FROM event);
    INSERT OR REPLACE INTO lane (conversation, side, fence, until_ms, not_before_ms, node, life, next_sequence, addressed,
    due_ms, head, tenant) SELECT 1, 0, fence, 1795176030000, 0, 'node', 2, 0, 1, 1795176030000, 1, 'default' FROM tally;";

#[test]
fn an_older_program_finds_what_was_held_beside_and_leaves_it_to_a_newer_one() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let path = folder.file("messaging.db");
        let store = SqliteStore::open(&path, options(&hand)).unwrap();
        die_with_turns_beside(&store).await;
        drop(store);
        let file = Connection::open(&path).unwrap();
        let queue = "SELECT id FROM event WHERE conversation = 1 AND stage = 0 AND retry_ms IS NULL";
        let waits = file.prepare(queue).unwrap().query_map([], |row| row.get::<_, u64>(0)).unwrap().count();
        assert_eq!(waits, 3, "nothing keeps a program of version 10 from them");
        file.execute_batch(TEN_DIES).unwrap();
        drop(file);
        let store = SqliteStore::open(&path, options(&hand)).unwrap();
        let life = store.enroll("node").await.unwrap();
        let claims = store.claim(beside(life)).await.unwrap();
        let crashes: Vec<_> = claims
            .iter()
            .map(|claim| match &claim.work {
                Work::Turn(queued) => queued[0].crashes,
                Work::Send(intent) => panic!("no turn: {intent:?}"),
            })
            .collect();
        assert_eq!(crashes, [2, 1, 1]);
        for claim in claims {
            let Work::Turn(queued) = claim.work else { panic!("a turn") };
            let end = TurnEnd::new(vec![queued[0].id], Ending::Replied(Vec::new()));
            store.finish(&claim.lease, end).await.unwrap();
        }
        let counts = store.counts().await.unwrap();
        assert_eq!((counts.silent, counts.in_flight, counts.balance()), (3, 0, true));
    });
}
