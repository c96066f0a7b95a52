//! Turns of one conversation beside each other.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messaging_agent::{Role, Turn};
use messaging_core::{Descriptor, EventKind, event::Stop, message::Author};
use messaging_gateway::Settings;
use tokio::time::{Instant, sleep};

use crate::plain::{House, echo, happened, house_with, said};

/// A house in which every turn takes as many seconds as it is told, and the most turns that were under way at once.
fn house(turns: &str) -> (House, Arc<AtomicUsize>) {
    let settings: Settings = serde_json::from_str(&format!(r#"{{"turns":{turns}}}"#)).unwrap();
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let seen = Arc::clone(&most);
    let slow = move |turn: Turn| {
        let (now, most) = (Arc::clone(&now), Arc::clone(&most));
        async move {
            most.fetch_max(now.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
            let seconds = turn.text().split(' ').next_back().and_then(|last| last.parse().ok());
            sleep(Duration::from_secs(seconds.unwrap_or(0))).await;
            now.fetch_sub(1, Ordering::Relaxed);
            echo(turn).await
        }
    };
    (house_with(Descriptor::new("plain"), slow, |builder| builder.settings(settings)), seen)
}

#[tokio::test(start_paused = true)]
async fn two_slow_turns_of_one_conversation_overlap() {
    let (house, most) = house(r#"{"policy":"concurrent"}"#);
    house.tell([said("slow 40"), said("quick 1")]).await;
    let (started, writing) = (Instant::now(), async {
        sleep(Duration::from_secs(20)).await;
        assert_eq!(house.texts(), ["re: quick 1"], "it did not wait for what was said before it");
        house.tell([said("later 2")]).await;
        sleep(Duration::from_secs(3)).await;
        assert_eq!(house.texts(), ["re: quick 1", "re: later 2"]);
    });
    tokio::join!(house.run(45), writing);
    assert!(started.elapsed() < Duration::from_secs(50));
    assert_eq!(house.texts(), ["re: quick 1", "re: later 2", "re: slow 40"]);
    assert_eq!(most.load(Ordering::Relaxed), 2);
    assert_eq!(house.turns.lock().unwrap().len(), 3, "a lease of 30 s was kept for 40");
    assert_eq!(house.gateway.counts().await.unwrap().answered, 3);
}

#[tokio::test(start_paused = true)]
async fn no_more_turns_than_told_are_under_way() {
    let (house, most) = house(r#"{"policy":"concurrent","concurrent":3}"#);
    house.tell((0..10).map(|number| said(&format!("{number} takes 5")))).await;
    house.run(30).await;
    assert_eq!((house.texts().len(), most.load(Ordering::Relaxed)), (10, 3));
}

#[tokio::test(start_paused = true)]
async fn the_others_wait_where_the_policy_says_so() {
    let (house, most) = house("{}");
    house.tell([said("slow 10"), said("quick 1")]).await;
    house.run(20).await;
    assert_eq!(house.texts(), ["re: slow 10", "re: quick 1"]);
    assert_eq!(most.load(Ordering::Relaxed), 1);
}

#[tokio::test(start_paused = true)]
async fn a_turn_is_told_what_was_said_before_its_message() {
    let (house, _) = house(r#"{"policy":"concurrent"}"#);
    house.tell([said("first 1")]).await;
    house.run(5).await;
    house.tell([said("slow 9"), said("quick 1")]).await;
    house.run(15).await;
    let turn = house.last_turn();
    let lines: Vec<_> = turn.history.iter().map(|line| (line.role, line.text.as_str())).collect();
    let told = [(Role::User, "first 1"), (Role::Assistant, "re: first 1"), (Role::User, "slow 9")];
    assert_eq!((turn.text().as_str(), lines), ("quick 1", told.to_vec()), "and no answer that was still to come");
}

#[tokio::test(start_paused = true)]
async fn a_stop_ends_the_turn_it_names() {
    let (house, _) = house(r#"{"policy":"concurrent"}"#);
    house.tell([said("one 10"), said("two 10")]).await;
    let stopping = async {
        sleep(Duration::from_secs(2)).await;
        let stop = Stop::new(Author::new("ada"), Vec::new()).of_answer_to("two 10");
        house.tell([happened("s", EventKind::Stopped(stop))]).await;
    };
    tokio::join!(house.run(15), stopping);
    assert_eq!(house.texts(), ["re: one 10"]);
    let counts = house.gateway.counts().await.unwrap();
    assert_eq!((counts.answered, counts.silent), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn every_webhook_that_waits_gets_an_answer() {
    let (house, _) = house(r#"{"policy":"concurrent"}"#);
    let (first, second, ()) =
        tokio::join!(house.tell_and_wait(said("a 2")), house.tell_and_wait(said("b 1")), house.run(5));
    // The one that ends first is the answer; nothing may overtake it, so the other goes the ordinary way.
    assert_eq!((second, first), ((200, "re: b 1".into()), (200, "later".into())));
    house.run(90).await;
    assert_eq!(house.texts(), ["re: b 1", "re: a 2"], "nobody ever saw the first");
    assert_eq!(house.gateway.counts().await.unwrap().answered, 2);
}
