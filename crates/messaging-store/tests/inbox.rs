//! The one door into a store.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test")]

use std::sync::Arc;

use bytes::Bytes;
use http::{Response, StatusCode, header::CONTENT_TYPE};
use messaging_core::{
    ConversationRef, Event, EventKind, Place,
    capability::Reply,
    message::{Author, Message},
};
use messaging_store::{Arrival, Inbox, Lane, MemoryOptions, MemoryStore, Store, StoreError, suite::run};

fn said(text: &str) -> Arrival {
    let lane = Lane::new(ConversationRef::new("suite", Place::new("chat", ["c"])));
    let message = Message::new(text, Author::new("ada"), text);
    let event = Event::new(text, lane.conversation.place().clone(), EventKind::MessageAdded(message));
    Arrival::new(lane, event)
}

#[test]
fn a_committed_batch_is_acknowledged_in_the_providers_words() {
    run(async {
        let inbox = Inbox::new(Arc::new(MemoryStore::default()));
        let committed = inbox.accept(vec![said("one"), said("one")]).await.unwrap();
        assert_eq!(committed.verdicts().len(), 2);
        let words = |verdicts: &[messaging_core::capability::Verdict]| {
            assert!(verdicts[1].duplicate);
            Reply::body("text/xml", "<Response/>")
        };
        let response: Response<Bytes> = committed.acknowledge(words).into();
        assert_eq!((response.status(), &response.body()[..]), (StatusCode::OK, &b"<Response/>"[..]));
        assert_eq!(response.headers()[CONTENT_TYPE], "text/xml");
        let accepted: Response<Bytes> =
            inbox.accept(Vec::new()).await.unwrap().acknowledge(|_| Reply::empty().accepted()).into();
        assert_eq!(accepted.status(), StatusCode::ACCEPTED);
    });
}

#[test]
fn what_was_not_committed_is_not_acknowledged() {
    run(async {
        let options = MemoryOptions { max_in_flight: 0, ..MemoryOptions::default() };
        let inbox = Inbox::new(Arc::new(MemoryStore::new(options)));
        assert!(matches!(inbox.accept(vec![said("one")]).await, Err(StoreError::Full(_))));
    });
}

/// Fills a store that has room for ten.
async fn fill(store: &dyn Store) {
    let accepted = async |number: u32, once: bool| {
        let said = said(&format!("message {number}"));
        let said = if once { said.told_once() } else { said };
        store.accept(vec![said]).await.is_ok()
    };
    for number in 0..7 {
        assert!(accepted(number, false).await, "{number}");
    }
    assert!(!accepted(7, false).await, "three tenths are kept");
    for number in 7..10 {
        assert!(accepted(number, true).await, "{number}");
    }
    assert!(!accepted(10, true).await, "it is full");
    assert!(accepted(3, false).await, "a duplicate takes no room");
    assert_eq!(store.counts().await.unwrap().in_flight, 10);
}

#[test]
fn room_is_kept_in_memory_for_what_nobody_tells_again() {
    run(async {
        fill(&MemoryStore::new(MemoryOptions { max_in_flight: 10, ..MemoryOptions::default() })).await;
    });
}

#[cfg(feature = "sqlite")]
#[test]
fn room_is_kept_in_sqlite_for_what_nobody_tells_again() {
    use messaging_store::{SqliteOptions, SqliteStore};
    let path = std::env::temp_dir().join(format!("messaging-store-room-{}.db", std::process::id()));
    run(async {
        let options = SqliteOptions { max_in_flight: 10, ..SqliteOptions::default() };
        fill(&SqliteStore::open(&path, options).unwrap()).await;
    });
    std::fs::remove_file(path).unwrap();
}
