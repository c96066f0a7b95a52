use std::{num::NonZeroU32, time::Duration};

use futures_util::future::join_all;
use messaging_core::{Context, ErrorKind, Messenger, Reached, SendMessage};
use messaging_resilience::{Key, Quota, RateLimitLayer};
use tokio::time::Instant;

use crate::script::{Script, channel, hi};

pub(crate) fn per_second(count: u32) -> Quota {
    Quota::per_second(NonZeroU32::new(count).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_quota_is_kept_to_the_millisecond_and_per_key() {
    let script = Script::new([]);
    let client = script.client().layer(RateLimitLayer::new(per_second(2)));
    join_all((0..5).map(|_| client.send(hi()))).await;
    client.send(SendMessage::new(channel("C2"), "hi")).await.unwrap();
    assert_eq!(script.times(&channel("C1")), [0, 0, 500, 1_000, 1_500]);
    assert_eq!(script.times(&channel("C2")), [1_500]);
}

#[tokio::test(start_paused = true)]
async fn tenants_do_not_wait_for_each_other() {
    let script = Script::new([]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1)));
    for tenant in ["a", "b", "c"] {
        let mut context = Context::default();
        context.tenant = Some(tenant.into());
        client.call_in(context, hi()).await.unwrap();
    }
    assert_eq!(script.times(&channel("C1")), [0, 0, 0]);
}

#[tokio::test(start_paused = true)]
async fn another_key_is_one_function_away() {
    let script = Script::new([]);
    let layer = RateLimitLayer::new(per_second(1)).keyed_by(|_| Key::default());
    let client = script.client().layer(layer);
    client.send(hi()).await.unwrap();
    client.send(SendMessage::new(channel("C2"), "hi")).await.unwrap();
    assert_eq!(script.times(&channel("C2")), [1_000]);
}

async fn attempt(client: &Messenger) -> Result<(), Option<Duration>> {
    match client.send(hi()).await {
        Ok(_) => Ok(()),
        Err(error) => {
            assert_eq!((error.kind(), error.reached()), (ErrorKind::RateLimited, Reached::NotSent));
            Err(error.retry_after())
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_longer_wait_than_max_wait_is_told_and_nothing_is_sent() {
    let script = Script::new([]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1)).with_max_wait(Duration::from_secs(2)));
    let started = Instant::now();
    let three = Err(Some(Duration::from_secs(3)));
    let answers = join_all((0..5).map(|_| attempt(&client))).await;
    // The refused ones do not lengthen the line.
    assert_eq!(answers, [Ok(()), Ok(()), Ok(()), three, three]);
    assert_eq!((started.elapsed(), script.calls().len()), (Duration::from_secs(2), 3));
}

#[tokio::test(start_paused = true)]
async fn keys_at_rest_are_forgotten() {
    let script = Script::new([]);
    let layer = RateLimitLayer::new(per_second(10));
    let client = script.client().layer(layer.clone());
    for number in 0..20_000 {
        client.send(SendMessage::new(channel(&format!("C{number}")), "hi")).await.unwrap();
        tokio::time::advance(Duration::from_millis(1)).await;
    }
    assert!(layer.keys() < 2_048, "{} keys", layer.keys());
}
