//! What a conversation, a reply and an answer are known by: there after a restart, and gone when they are old.
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

use std::time::Duration;

use messaging_core::{
    ConversationRef, Delivery, DeliveryStatus, Event, EventKind, Place, SendMessage,
    capability::Reply,
    message::{Action, Author, ConversationState, Message, Participant, ParticipantAddress, Receipt},
};
use messaging_store::{
    Arrival, Claim, Draft, Ending, Inline, Lane, Seek, Settled, Side, Slice, SqliteStore, Store, TurnEnd, Work,
    suite::{HandClock, run},
};
use temporary::{Folder, options};

fn lane() -> Lane {
    Lane::new(ConversationRef::new("suite", Place::new("chat", ["c"])))
}

fn happened(key: &str, kind: EventKind) -> Arrival {
    Arrival::new(lane(), Event::new(key, lane().conversation.place().clone(), kind))
}

fn said(text: &str) -> Arrival {
    happened(text, EventKind::MessageAdded(Message::new(text, Author::new("ada"), text)))
}

async fn claim(store: &SqliteStore, side: Side) -> Claim {
    let life = store.enroll("node").await.unwrap();
    let lease = Duration::from_secs(30);
    let seek = Seek {
        node: "node".into(),
        life,
        side,
        lanes: 16,
        turns: 1,
        events: 16,
        suspect_after: u32::MAX,
        suspects: usize::MAX,
        lease,
        window: Duration::ZERO,
        held: messaging_store::Held::default(),
    };
    store.claim(seek).await.unwrap().remove(0)
}

/// Answers what waits with one reply that offers a choice, inside the answer to a webhook or not.
async fn reply(store: &SqliteStore, name: &str, inside: bool) -> u64 {
    let Claim { lease, work: Work::Turn(queued) } = claim(store, Side::Turns).await else { panic!("a turn") };
    let message = SendMessage::new(lane().conversation.place().clone(), name);
    let draft = Draft::new(name, message).offering(vec![Action::new("Tea", "tea")]);
    let mut end = TurnEnd::new(vec![queued[0].id], Ending::Replied(vec![draft]));
    if inside {
        let (taken_within, look) = (Duration::from_secs(10), Duration::from_secs(2));
        let answer = Reply::body("text/xml", "<Response/>").into();
        end = end.within(Inline { event: queued[0].id, answer, taken_within, look, admits: Vec::new() });
    }
    store.finish(&lease, end).await.unwrap();
    queued[0].id
}

async fn carry(store: &SqliteStore, message: &str) {
    let Claim { lease, work: Work::Send(intent) } = claim(store, Side::Sends).await else { panic!("a send") };
    store.settle(&lease, &intent.id, Settled::Sent(Receipt::of(message))).await.unwrap();
}

#[test]
fn a_restart_forgets_none_of_it() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let open = || SqliteStore::open(&file, options(&hand)).unwrap();
        let store = open();
        let mut ada = Participant::new("MB1", ParticipantAddress::Identity("ada".into()));
        ada.role = Some("expert".into());
        store.accept(vec![said("one"), happened("joined", EventKind::ParticipantAdded(ada))]).await.unwrap();
        reply(&store, "offer", false).await;
        let early = Delivery::new("m", DeliveryStatus::Delivered);
        store.accept(vec![happened("early", EventKind::Delivery(early))]).await.unwrap();
        drop(store);
        let store = open();
        carry(&store, "m").await;
        store.accept(vec![said("two")]).await.unwrap();
        let event = reply(&store, "inside", true).await;
        let sleeps = EventKind::ConversationState(ConversationState::Inactive);
        store.accept(vec![happened("sleeps", sleeps)]).await.unwrap();
        drop(store);
        let store = open();
        let about = store.about(&lane()).await.unwrap();
        assert_eq!((about.state, about.people["ada"].as_str()), (ConversationState::Inactive, "expert ada"));
        let lines = store.records(&lane(), Slice::After(0), 10).await.unwrap();
        assert_eq!(lines[0].author.as_ref().unwrap().name.as_deref(), Some("expert ada"));
        assert_eq!(lines[1].delivery, Some(DeliveryStatus::Delivered));
        assert_eq!(lines[1].content.actions, [Action::new("Tea", "tea")]);
        assert_eq!(store.answer(event).await.unwrap().unwrap().body, "<Response/>");
        hand.advance(Duration::from_secs(12));
        let Work::Send(intent) = claim(&store, Side::Sends).await.work else { panic!("a send") };
        assert!(intent.doubt.is_some(), "it may have been heard");
    });
}

#[test]
fn what_is_old_is_forgotten() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store = SqliteStore::open(&file, options(&hand)).unwrap();
        store.accept(vec![said("one")]).await.unwrap();
        reply(&store, "inside", true).await;
        hand.advance(Duration::from_secs(12));
        carry(&store, "m").await;
        store.accept(vec![said("two")]).await.unwrap();
        reply(&store, "unwanted", false).await;
        let Claim { lease, work: Work::Send(intent) } = claim(&store, Side::Sends).await else { panic!("a send") };
        let reason = "the person opted out".to_owned();
        store.settle(&lease, &intent.id, Settled::Rejected { reason }).await.unwrap();
        let unknown = Delivery::new("nobody's", DeliveryStatus::Sent);
        store.accept(vec![happened("early", EventKind::Delivery(unknown))]).await.unwrap();
        let count = |table: &str| {
            let file =
                rusqlite::Connection::open_with_flags(&file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
            file.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, u32>(0)).unwrap()
        };
        hand.advance(Duration::from_secs(8 * 24 * 3_600));
        // The writer tidies up once it has answered, when nobody waits; it ends after that.
        store.counts().await.unwrap();
        drop(store);
        for table in ["delivery", "answer", "record", "event", "shelved", "intent"] {
            assert_eq!(count(table), 0, "{table}");
        }
    });
}
