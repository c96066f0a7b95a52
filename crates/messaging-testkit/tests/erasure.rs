//! An erasure asks the provider first, message by message, says honestly what came of it, and ends in time.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::{future::pending, sync::Arc, time::Duration};

use async_trait::async_trait;
use messaging_agent::EchoPlus;
use messaging_core::{
    Clock, Context, ConversationRef, Descriptor, Error, ErrorKind, Event, EventKind, Messenger, Place, Provider,
    Result, SendMessage,
    capability::Deletes,
    message::{Author, DeleteMessage, Message, Receipt},
};
use messaging_gateway::{Deletion, Gateway};
use messaging_store::{Arrival, Lane, MemoryOptions, MemoryStore, Store, Subject};
use tokio::time::{Instant, sleep};

/// Deletes what it is told to in as many ways as there are.
#[derive(Debug)]
struct Shredder(Descriptor);

#[async_trait]
impl Provider for Shredder {
    fn descriptor(&self) -> &Descriptor {
        &self.0
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        Ok(Receipt::of("ours"))
    }

    fn deletes(&self) -> Option<&dyn Deletes> {
        Some(self)
    }
}

#[async_trait]
impl Deletes for Shredder {
    async fn delete_message(&self, _: &Context, request: DeleteMessage) -> Result<()> {
        match request.id.as_str() {
            "gone" => Err(Error::new(ErrorKind::NotFound, "no such message").not_sent()),
            "theirs" => Err(Error::new(ErrorKind::Unauthorized, "cant_delete_message").not_sent()),
            "lost" => Err(Error::new(ErrorKind::Unexpected, "an answer that nobody can read")),
            "slow" => pending().await,
            _ => Ok(()),
        }
    }
}

fn clock() -> Clock {
    let started = Instant::now();
    Clock::new(move || std::time::SystemTime::UNIX_EPOCH + started.elapsed())
}

fn lane(account: &str) -> Lane {
    Lane::new(ConversationRef::new(account, Place::new("room", ["c0"])))
}

fn said(account: &str, id: &str) -> Arrival {
    let lane = lane(account);
    let message = Message::new(id, Author::new("ann"), format!("{id} says"));
    Arrival::new(lane.clone(), Event::new(id, lane.conversation.place().clone(), EventKind::MessageAdded(message)))
}

#[tokio::test(start_paused = true)]
async fn every_message_has_an_outcome_and_the_rest_goes_all_the_same() {
    let clock = clock();
    let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
    for id in ["plain", "gone", "theirs", "lost", "slow"] {
        store.accept(vec![said("shop", id)]).await.unwrap();
    }
    store.accept(vec![said("closed", "stray")]).await.unwrap();
    let messenger = Messenger::new(Shredder(Descriptor::new("shredder")));
    let builder = Gateway::builder(Arc::new(store.clone()), EchoPlus).account("shop", messenger).clock(clock);
    let gateway = builder.build().unwrap();
    gateway.run(sleep(Duration::from_secs(60))).await;
    let subject = Subject::Person { tenant: lane("shop").tenant, id: "ann".into() };
    assert!(gateway.export(&subject).await.unwrap().len() > 12);
    let began = Instant::now();
    let report = gateway.erase(subject.clone()).await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(25), "{:?}", began.elapsed());
    let outcome = |id: &str| report.messages.iter().find(|message| message.message.as_str() == id).unwrap().outcome;
    assert_eq!(["plain", "ours"].map(outcome), [Deletion::Deleted; 2]);
    assert_eq!(["gone", "theirs"].map(outcome), [Deletion::Gone, Deletion::Refused]);
    assert_eq!(["lost", "slow"].map(outcome), [Deletion::Unknown; 2]);
    assert_eq!(outcome("stray"), Deletion::Impossible, "its account is not configured");
    let counted: u64 = report.receipt.provider.values().sum();
    assert_eq!((counted, report.receipt.provider["unknown"]), (report.messages.len() as u64, 2));
    assert_eq!(gateway.export(&subject).await.unwrap(), []);
    assert!(!serde_json::to_string(&report.receipt).unwrap().contains("ann"));
    assert!(gateway.counts().await.unwrap().balance());
    let again = gateway.erase(subject).await.unwrap();
    assert_eq!((again.messages.len(), again.receipt.earlier), (0, Some(report.receipt.id)));
}
