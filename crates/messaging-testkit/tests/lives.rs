//! A gateway that was replaced ends by itself, and says so.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use messaging_agent::EchoPlus;
use messaging_gateway::Gateway;
use messaging_store::{MemoryOptions, MemoryStore};

#[tokio::test(start_paused = true)]
async fn a_later_life_of_the_same_node_ends_the_earlier_one() {
    let store = MemoryStore::new(MemoryOptions::default());
    let life = || Gateway::builder(Arc::new(store.clone()), EchoPlus).node("one").build().unwrap();
    let earlier = life().start().await.unwrap();
    let ended = earlier.ended();
    tokio::time::timeout(Duration::from_secs(5), earlier.ended()).await.expect_err("it is at work");
    let later = life().start().await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), ended).await.unwrap();
    tokio::time::timeout(Duration::from_secs(5), later.ended()).await.expect_err("the later one is at work");
    later.drain().await;
}
