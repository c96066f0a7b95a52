use std::time::Duration;

use messaging_agent::Turn;
use messaging_core::message::Content;
use tokio::time::{Instant, sleep};

use crate::plain::{House, echo, house, said};

/// Answers after as many seconds as it is told.
async fn slow(turn: Turn) -> Vec<Content> {
    sleep(Duration::from_secs(turn.text().parse().unwrap_or(0))).await;
    echo(turn).await
}

async fn wait(house: &House, text: &str) -> (u16, String) {
    let (answer, ()) = tokio::join!(house.tell_and_wait(said(text)), house.run(5));
    answer
}

#[tokio::test(start_paused = true)]
async fn a_turn_that_ends_in_time_is_the_answer() {
    let house = house(slow);
    assert_eq!(wait(&house, "2").await, (200, "re: 2".into()));
    assert_eq!(house.tell_and_wait(said("2")).await, (200, "re: 2".into()), "told again, the same words");
    assert!(house.texts().is_empty());
    // Nobody ever saw it: after the last look it goes the ordinary way, and the words are given to nobody any more.
    house.run(90).await;
    assert_eq!(house.texts(), ["re: 2"]);
    assert_eq!(house.tell_and_wait(said("2")).await, (200, "later".into()));
    assert_eq!(house.gateway.counts().await.unwrap().answered, 1);
}

#[tokio::test(start_paused = true)]
async fn a_turn_that_is_late_goes_the_ordinary_way() {
    let house = house(slow);
    let started = Instant::now();
    let ((answer, took), ()) =
        tokio::join!(async { (house.tell_and_wait(said("4")).await, started.elapsed()) }, house.run(8));
    assert_eq!((answer, took), ((200, "later".into()), Duration::from_secs(3)));
    assert_eq!(house.texts(), ["re: 4"]);
}

#[tokio::test(start_paused = true)]
async fn what_does_not_fit_goes_the_ordinary_way_and_silence_is_no_answer() {
    let house = house(|turn| async move { if turn.text() == "hush" { Vec::new() } else { echo(turn).await } });
    assert_eq!(wait(&house, "too much").await, (200, "later".into()));
    assert_eq!(wait(&house, "hush").await, (200, "later".into()));
    assert_eq!(house.texts(), ["re: too much"]);
}

#[tokio::test(start_paused = true)]
async fn a_webhook_that_hung_up_is_not_answered() {
    let house = house(slow);
    let hung_up = tokio::time::timeout(Duration::from_secs(1), house.tell_and_wait(said("2")));
    let (gone, ()) = tokio::join!(hung_up, house.run(8));
    assert!(gone.is_err());
    assert_eq!(house.texts(), ["re: 2"], "sent at once: nobody can have heard it");
}
