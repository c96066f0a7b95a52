//! A drain ends turns and sends what they answered.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use messaging_agent::{Turn, from_fn};
use messaging_core::{Clock, Messenger, message::Content};
use messaging_emulator::{FaultPlan, Journal};
use messaging_gateway::Gateway;
use messaging_http::{Transport, TransportError};
use messaging_store::{MemoryOptions, MemoryStore};
use messaging_testkit::toy::{Toy, ToyEmulator};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

#[tokio::test(start_paused = true)]
async fn what_a_turn_answers_during_the_drain_is_sent() {
    let journal = Journal::new();
    let wall = journal.clone();
    let clock = Clock::new(move || wall.wall());
    let emulator = ToyEmulator::new("secret", FaultPlan::default(), 7, journal);
    let slow = from_fn(|turn: Turn| async move {
        sleep(Duration::from_secs(5)).await;
        Ok((1..=3).map(|part| Content::text(format!("{} {part}", turn.text()))).collect())
    });
    let store = MemoryStore::new(MemoryOptions { clock: clock.clone(), ..MemoryOptions::default() });
    let toy = Messenger::new(Toy::new("secret", emulator.api(), clock.clone()));
    let gateway = Gateway::builder(Arc::new(store), slow).account("toy", toy).clock(clock).build().unwrap();
    let ingress = gateway.ingress();
    emulator.connect(Transport::new(tower::service_fn(move |request| {
        let ingress = ingress.clone();
        async move { ingress.oneshot(request).await.map_err(|_| TransportError::not_sent("never")) }
    })));
    emulator.write("c0", 0, "hi");
    let started = Instant::now();
    gateway.run(sleep(Duration::from_secs(2))).await;
    let shown = emulator.truth().shown.into_iter();
    let said: Vec<_> = shown.filter(|shown| shown.from_app).map(|shown| shown.text).collect();
    assert_eq!(said, ["hi 1", "hi 2", "hi 3"]);
    assert_eq!(gateway.counts().await.unwrap().answered, 1);
    assert!(started.elapsed() < Duration::from_secs(7), "{:?}", started.elapsed());
}
