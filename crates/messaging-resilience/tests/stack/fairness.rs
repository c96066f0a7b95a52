use std::time::Duration;

use futures_util::{FutureExt, future::join_all};
use messaging_resilience::RateLimitLayer;

use crate::{
    quota::per_second,
    script::{Script, channel, say},
};

#[tokio::test(start_paused = true)]
async fn first_come_first_served() {
    let script = Script::new([]);
    let client = script.client().layer(RateLimitLayer::new(per_second(7)));
    let sends = (0..40).map(|number| {
        let client = client.clone();
        async move {
            // Late ones arrive while the line still moves, some right when a turn comes up.
            tokio::time::sleep(Duration::from_millis(number * 20)).await;
            client.send(say(&number.to_string())).await
        }
    });
    join_all(sends).await;
    let order: Vec<u32> = script.calls().iter().map(|call| call.text.parse().unwrap()).collect();
    assert_eq!(order, (0..40).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_last_in_line_leaves_no_gap_behind() {
    let script = Script::new([]);
    let layer = RateLimitLayer::new(per_second(1));
    let client = script.client().layer(layer.clone());
    client.send(say("first")).await.unwrap();
    let mut waiting = Box::pin(client.send(say("second")));
    assert!((&mut waiting).now_or_never().is_none(), "waits");
    {
        let mut given_up = Box::pin(client.send(say("never")));
        assert!((&mut given_up).now_or_never().is_none(), "waits behind");
    }
    let (second, third) = tokio::join!(waiting, client.send(say("third")));
    second.and(third).unwrap();
    assert_eq!(script.times(&channel("C1")), [0, 1_000, 2_000]);
    assert_eq!(layer.keys(), 1, "nobody waits any more");
}
