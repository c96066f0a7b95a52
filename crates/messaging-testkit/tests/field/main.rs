//! What broke for others, each as a test. `docs/guarantees.md` says where it was read, and which tests elsewhere are about
//! those that are missing here.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod house;

use std::time::Duration;

use house::{House, at_work, tell};
use http::StatusCode;
use messaging_core::{Error, ErrorKind};
use messaging_store::Shelf;
use tokio::time::{Instant, sleep};

const ROOM: usize = 1_000;

/// Answered at once, done later, the error logged: the process ends in between, and nobody knows that anybody wrote.
#[tokio::test(start_paused = true)]
async fn a_process_that_ends_after_its_200_has_lost_nothing() {
    let house = House::new(Duration::from_secs(5), ROOM);
    let gateway = house.gateway("node");
    let dies_in_the_turn = async {
        assert_eq!(tell(&gateway, "a", "hello").await, StatusCode::OK);
        sleep(Duration::from_secs(1)).await;
    };
    at_work(&[&gateway], dies_in_the_turn).await;
    assert!(house.seen.shown().is_empty());
    drop(gateway);
    at_work(&[&house.gateway("node")], sleep(Duration::from_secs(10))).await;
    assert_eq!(house.seen.shown(), ["a: re: hello"]);
}

/// Seen is written down first and the lock tried second: what comes while an answer is being written is dropped, and its
/// repetition is a duplicate.
#[tokio::test(start_paused = true)]
async fn a_message_that_comes_during_an_answer_is_answered_too() {
    let house = House::new(Duration::from_secs(20), ROOM);
    let gateway = house.gateway("node");
    let people = async {
        for text in ["one", "two", "three"] {
            assert_eq!(tell(&gateway, "a", text).await, StatusCode::OK);
            sleep(Duration::from_secs(2)).await;
        }
        assert_eq!(tell(&gateway, "a", "two").await, StatusCode::OK);
        sleep(Duration::from_secs(90)).await;
    };
    at_work(&[&gateway], people).await;
    assert_eq!(house.seen.shown(), ["a: re: one", "a: re: two", "a: re: three"]);
}

/// The lock ends after 30 s and the language model after 60: two handlers are in one conversation.
#[tokio::test(start_paused = true)]
async fn an_agent_that_outlasts_the_lease_is_asked_once() {
    let house = House::new(Duration::from_secs(600), ROOM);
    let (one, other) = (house.gateway("one"), house.gateway("other"));
    let people = async {
        tell(&one, "a", "hello").await;
        sleep(Duration::from_secs(700)).await;
    };
    at_work(&[&one, &other], people).await;
    assert_eq!((house.seen.turns(), house.seen.shown().len()), (1, 1));
}

/// Whatever is marked as a repetition is dropped; but the first delivery had failed, and this is the only copy.
#[tokio::test(start_paused = true)]
async fn a_repetition_of_what_was_refused_is_taken_in() {
    let house = House::new(Duration::from_secs(5), 1);
    let gateway = house.gateway("node");
    let people = async {
        assert_eq!(tell(&gateway, "a", "first").await, StatusCode::OK);
        assert_eq!(tell(&gateway, "b", "second").await, StatusCode::SERVICE_UNAVAILABLE);
        sleep(Duration::from_secs(10)).await;
        assert_eq!(tell(&gateway, "b", "second").await, StatusCode::OK);
        sleep(Duration::from_secs(10)).await;
    };
    at_work(&[&gateway], people).await;
    assert_eq!(house.seen.shown(), ["a: re: first", "b: re: second"]);
}

/// Looked up first and written down afterwards: deliveries that overlap all find nothing.
#[tokio::test(start_paused = true)]
async fn deliveries_that_overlap_are_one_message() {
    let house = House::new(Duration::ZERO, ROOM);
    let gateway = house.gateway("node");
    let people = async {
        let told = futures_util::future::join_all((0..20).map(|_| tell(&gateway, "a", "hello"))).await;
        assert!(told.iter().all(|status| *status == StatusCode::OK), "{told:?}");
        sleep(Duration::from_secs(5)).await;
    };
    at_work(&[&gateway], people).await;
    assert_eq!((house.seen.turns(), house.seen.shown().len()), (1, 1));
    assert_eq!(gateway.counts().await.unwrap().duplicates, 19);
}

/// A time-out is taken for a failure: the vendor had carried it, and carries it again.
#[tokio::test(start_paused = true)]
async fn a_send_that_timed_out_is_not_just_sent_again() {
    let timed_out = |_: &str, _| Err(Error::new(ErrorKind::Timeout, "no answer in time"));
    let house = House::new(Duration::ZERO, ROOM).answering(timed_out);
    let gateway = house.gateway("node");
    let people = async {
        tell(&gateway, "a", "hello").await;
        sleep(Duration::from_secs(3_600)).await;
    };
    at_work(&[&gateway], people).await;
    assert_eq!(house.seen.asked(), ["a: re: hello"]);
    // Nobody can look this platform's sends up: a person is told that the outcome is unknown.
    let held = gateway.shelved(Shelf::Unknown, 10).await.unwrap();
    assert_eq!(held.len(), 1, "{held:?}");
}

/// Duplicates are told apart in the memory of one process: the other one answers, too.
#[tokio::test(start_paused = true)]
async fn two_processes_that_are_told_the_same_answer_once() {
    let house = House::new(Duration::from_secs(3), ROOM);
    let (one, other) = (house.gateway("one"), house.gateway("other"));
    let people = async {
        for number in 0..20 {
            let text = format!("n{number}");
            assert_eq!(tell(&one, &text, &text).await, StatusCode::OK);
            assert_eq!(tell(&other, &text, &text).await, StatusCode::OK);
        }
        sleep(Duration::from_secs(30)).await;
    };
    at_work(&[&one, &other], people).await;
    assert_eq!((house.seen.turns(), house.seen.shown().len()), (20, 20));
}

/// One 429 stops the client, and with it every other channel.
#[tokio::test(start_paused = true)]
async fn a_channel_that_has_to_wait_keeps_no_other_waiting() {
    let busy = |conversation: &str, earlier| match (conversation, earlier) {
        ("busy", 0) => Err(Error::new(ErrorKind::RateLimited, "slow down").with_retry_after(Duration::from_secs(300))),
        _ => Ok(()),
    };
    let house = House::new(Duration::ZERO, ROOM).answering(busy);
    let gateway = house.gateway("node");
    let started = Instant::now();
    let people = async {
        tell(&gateway, "busy", "b").await;
        sleep(Duration::from_secs(1)).await;
        for number in 0..50 {
            tell(&gateway, &format!("quiet{number}"), &format!("q{number}")).await;
        }
        sleep(Duration::from_secs(5)).await;
        assert_eq!(house.seen.shown().len(), 50, "after {:?}", started.elapsed());
        sleep(Duration::from_secs(400)).await;
    };
    at_work(&[&gateway], people).await;
    assert_eq!(house.seen.shown().len(), 51);
}

/// An agent that fails makes the webhook fail, and the platform stops telling.
#[tokio::test(start_paused = true)]
async fn a_platform_hears_nothing_of_an_agent_that_fails() {
    let house = House::new(Duration::ZERO, ROOM);
    let gateway = house.gateway("node");
    let people = async {
        for number in 0..100 {
            assert_eq!(tell(&gateway, "a", &format!("fail {number}")).await, StatusCode::OK);
            sleep(Duration::from_secs(1)).await;
        }
    };
    at_work(&[&gateway], people).await;
    assert!(house.seen.shown().is_empty());
}
