//! A reply whose account is gone is not lost in silence.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use messaging_agent::EchoPlus;
use messaging_core::{
    Clock, Context, ConversationRef, Descriptor, Event, EventKind, Messenger, Place, Provider, Result, SendMessage,
    capability::Health,
    message::{Author, CheckHealth, Healthy, Message, Receipt},
};
use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::Gateway;
use messaging_store::{Arrival, Lane, MemoryOptions, MemoryStore, Shelf, Store};
use messaging_testkit::toy::{Toy, ToyEmulator};
use tokio::time::{Instant, sleep};

#[tokio::test(start_paused = true)]
async fn a_reply_for_an_account_that_is_not_configured_is_dead_lettered_with_those_that_are() {
    let journal = Journal::new();
    let wall = journal.clone();
    let clock = Clock::new(move || wall.wall());
    let emulator = ToyEmulator::new("secret", FaultPlan::default(), 7, journal);
    let store = Arc::new(MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() }));
    // Stored while the account was still called `support`.
    let place = Place::new("room", ["c0"]);
    let message = Message::new("m1", Author::new("ann"), "hi");
    let event = Event::new("m1", place.clone(), EventKind::MessageAdded(message));
    let lane = Lane::new(ConversationRef::new("support", place));
    store.accept(vec![Arrival::new(lane, event)]).await.unwrap();

    let toy = Messenger::new(Toy::new("secret", emulator.api(), clock.clone()));
    let gateway = Gateway::builder(store, EchoPlus).account("supports", toy).clock(clock).build().unwrap();
    gateway.run(sleep(Duration::from_secs(2))).await;

    let dead = gateway.shelved(Shelf::Dead, 10).await.unwrap();
    let reasons: Vec<_> = dead.iter().map(|dead| dead.reason.as_str()).collect();
    let expected = "no account is named `support`; did you mean `supports`? Configured: [supports]";
    assert_eq!(reasons, [expected]);
    let counts = gateway.counts().await.unwrap();
    assert!(counts.balance() && counts.dead == 1, "{counts:?}");
    assert!(emulator.truth().shown.is_empty());
}

/// A provider whose vendor never answers.
#[derive(Debug)]
struct Silent(Descriptor);

#[async_trait]
impl Provider for Silent {
    fn descriptor(&self) -> &Descriptor {
        &self.0
    }

    async fn send(&self, _: &Context, _: SendMessage) -> Result<Receipt> {
        std::future::pending().await
    }

    fn health(&self) -> Option<&dyn Health> {
        Some(self)
    }
}

#[async_trait]
impl Health for Silent {
    async fn check(&self, _: &Context, _: CheckHealth) -> Result<Healthy> {
        std::future::pending().await
    }
}

#[tokio::test(start_paused = true)]
async fn silent_vendors_are_waited_for_side_by_side() {
    let silent = || Messenger::new(Silent(Descriptor::new("silent")));
    let took = async |accounts: &[&str]| {
        let store = Arc::new(MemoryStore::new(MemoryOptions::default()));
        let builder = Gateway::builder(store, EchoPlus);
        let builder = accounts.iter().fold(builder, |builder, name| builder.account(*name, silent()));
        let gateway = builder.build().unwrap();
        let started = Instant::now();
        let running = gateway.start().await.unwrap();
        let took = started.elapsed();
        running.drain().await;
        took
    };
    let one = took(&["a"]).await;
    let three = took(&["a", "b", "c"]).await;
    assert!(three < one + Duration::from_secs(5), "one alone takes {one:?}, three take {three:?}");
}
