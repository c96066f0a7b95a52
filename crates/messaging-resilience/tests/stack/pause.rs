use std::time::Duration;

use futures_util::future::join_all;
use messaging_core::{Error, ErrorKind, Reached, SendMessage};
use messaging_resilience::{RateLimitLayer, RetryLayer, RetryPolicy};
use tokio::time::Instant;

use crate::{
    quota::per_second,
    script::{Script, Step, channel, hi, limited},
};

#[tokio::test(start_paused = true)]
async fn too_many_requests_stop_one_key_while_49_others_keep_their_rate() {
    let limited_one = channel("C7");
    let script = Script::new([Step::fail(limited(30)).only_to(&limited_one)]);
    let client = script
        .client()
        .layer(RateLimitLayer::new(per_second(1)))
        .layer(RetryLayer::new(RetryPolicy::default().with_seed(1)));
    let conversations = (0..50).map(|number| {
        let (client, place) = (client.clone(), channel(&format!("C{number}")));
        async move {
            for _ in 0..60 {
                client.send(SendMessage::new(place.clone(), "hi")).await.unwrap();
            }
        }
    });
    join_all(conversations).await;
    let every_second = |from: u128, count: u128| (0..count).map(|n| (from + n) * 1_000).collect::<Vec<_>>();
    for number in (0..50).filter(|number| *number != 7) {
        assert_eq!(script.times(&channel(&format!("C{number}"))), every_second(0, 60), "channel {number}");
    }
    let paused = script.times(&limited_one);
    assert_eq!((paused[0], &paused[1..]), (0, &every_second(30, 60)[..]), "0 during the pause, its own rate after it");
}

#[tokio::test(start_paused = true)]
async fn a_pause_beyond_max_wait_is_told_and_nothing_is_sent() {
    let script = Script::new([Step::fail(limited(5))]);
    let layer = RateLimitLayer::new(per_second(10)).with_max_wait(Duration::from_secs(1));
    let client = script.client().layer(layer.clone());
    client.send(hi()).await.unwrap_err();
    tokio::time::advance(Duration::from_secs(2)).await;
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::RateLimited, Reached::NotSent));
    assert_eq!((error.retry_after(), script.calls().len()), (Some(Duration::from_secs(3)), 1));
    tokio::time::advance(Duration::from_millis(2_500)).await;
    client.send(hi()).await.unwrap();
    assert_eq!(script.times(&channel("C1")), [0, 5_000]);
    assert_eq!(layer.keys(), 1, "the pause is over and forgotten");
}

#[tokio::test(start_paused = true)]
async fn a_pause_stops_those_who_already_wait() {
    let script = Script::new([Step::default(), Step::fail(limited(10))]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1)));
    join_all((0..4).map(|_| client.send(hi()))).await;
    assert_eq!(script.times(&channel("C1")), [0, 1_000, 11_000, 12_000]);
}

#[tokio::test(start_paused = true)]
async fn waits_that_pauses_add_up_to_are_told_when_they_exceed_max_wait() {
    let script = Script::new([Step::default(), Step::fail(limited(3)), Step::fail(limited(3))]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1)).with_max_wait(Duration::from_secs(5)));
    let started = Instant::now();
    let mut answers = join_all((0..4).map(|_| client.send(hi()))).await;
    assert_eq!(script.times(&channel("C1")), [0, 1_000, 4_000]);
    // The last was promised 3 s; its turn comes after 4 s, when the second pause asks for 3 s more.
    let last = answers.pop().unwrap().unwrap_err();
    assert_eq!((last.reached(), last.retry_after()), (Reached::NotSent, Some(Duration::from_secs(3))));
    assert_eq!(started.elapsed(), Duration::from_secs(4));
}

#[tokio::test(start_paused = true)]
async fn only_the_providers_own_word_pauses() {
    let own = Error::new(ErrorKind::RateLimited, "a layer below").not_sent().with_retry_after(Duration::from_secs(9));
    let silent = Error::new(ErrorKind::RateLimited, "429 without advice");
    let busy = Error::new(ErrorKind::Unavailable, "503").with_retry_after(Duration::from_secs(9));
    let script = Script::new([Step::fail(own), Step::fail(silent), Step::fail(busy)]);
    let client = script.client().layer(RateLimitLayer::new(per_second(10)));
    for _ in 0..3 {
        client.send(hi()).await.unwrap_err();
    }
    client.send(hi()).await.unwrap();
    assert_eq!(script.times(&channel("C1")), [0, 0, 0, 0]);
}

#[tokio::test(start_paused = true)]
async fn an_absurd_advice_is_cut_to_a_day() {
    let script = Script::new([Step::fail(limited(u64::MAX))]);
    let client = script.client().layer(RateLimitLayer::new(per_second(10)));
    client.send(hi()).await.unwrap_err();
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(86_400)));
}

#[tokio::test(start_paused = true)]
async fn pauses_are_bounded_and_forgotten() {
    let script = Script::new((0..30_000).map(|_| Step::fail(limited(60))));
    let layer = RateLimitLayer::new(per_second(1_000)).with_max_wait(Duration::ZERO);
    let client = script.client().layer(layer.clone());
    let started = Instant::now();
    for number in 0..20_000 {
        client.send(SendMessage::new(channel(&format!("C{number}")), "hi")).await.unwrap_err();
        if number % 100 == 0 {
            tokio::time::advance(Duration::from_millis(10)).await;
        }
    }
    assert!(started.elapsed() < Duration::from_secs(60), "all pauses still hold");
    assert_eq!(script.calls().len(), 20_000);
    assert!(layer.keys() <= 16_384 + 2_048, "{} keys", layer.keys());
    tokio::time::advance(Duration::from_secs(61)).await;
    for _ in 0..1_024 {
        client.send(hi()).await.ok();
    }
    assert!(layer.keys() <= 2, "{} keys", layer.keys());
}

#[tokio::test(start_paused = true)]
async fn pauses_of_keys_that_nobody_asks_for_again_are_forgotten_too() {
    let script = Script::new((0..500).map(|_| Step::fail(limited(60))));
    let layer = RateLimitLayer::new(per_second(1_000));
    let client = script.client().layer(layer.clone());
    for number in 0..500 {
        client.send(SendMessage::new(channel(&format!("C{number}")), "hi")).await.unwrap_err();
    }
    assert!(layer.keys() >= 500);
    tokio::time::advance(Duration::from_secs(60)).await;
    for _ in 0..1_024 {
        client.send(hi()).await.unwrap();
    }
    assert!(layer.keys() <= 2, "{} keys", layer.keys());
}
