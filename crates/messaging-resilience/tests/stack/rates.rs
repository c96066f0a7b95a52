use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use futures_util::future::join_all;
use messaging_core::{
    Context, Descriptor, ErrorKind, Messenger, Operation, Place, Provider, Reached, Result, SendMessage,
    capability::{Limit, Rates},
    message::Receipt,
};
use messaging_resilience::RateLimitLayer;

use crate::{
    quota::per_second,
    script::{Script, Step, channel, limited},
};

/// A provider that knows its limits: 1 a second in `C1`, 2 in others, 4 altogether; nothing of `free`.
#[derive(Debug)]
struct Knowing(Script);

#[async_trait]
impl Provider for Knowing {
    fn descriptor(&self) -> &Descriptor {
        self.0.descriptor()
    }

    async fn send(&self, context: &Context, request: SendMessage) -> Result<Receipt> {
        self.0.send(context, request).await
    }

    fn rates(&self) -> Option<&dyn Rates> {
        Some(self)
    }
}

impl Rates for Knowing {
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        let Operation::Send(send) = operation else { return Vec::new() };
        match send.to.part(1) {
            Some("free") | None => Vec::new(),
            Some("broken") => vec![Limit::new("broken", 0.0), Limit::new("broken", f64::NAN)],
            Some(name) => {
                let own = Limit::new(format!("channel:{name}"), if name == "C1" { 1.0 } else { 2.0 });
                vec![own, Limit::new("all", 4.0).with_burst(2)]
            }
        }
    }
}

fn client(script: &Script, layer: RateLimitLayer) -> Messenger {
    let knowing: Arc<dyn Provider> = Arc::new(Knowing(script.clone()));
    let client = Messenger::new(Knowing(script.clone()));
    client.layer(layer.with_rates_of(knowing))
}

async fn send(client: &Messenger, to: &Place, times: usize) {
    for answer in join_all((0..times).map(|_| client.send(SendMessage::new(to.clone(), "hi")))).await {
        answer.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_s_own_limits_are_kept_instead_of_the_quota() {
    let script = Script::new([]);
    let client = client(&script, RateLimitLayer::new(per_second(100)));
    send(&client, &channel("C1"), 3).await;
    assert_eq!(script.times(&channel("C1")), [0, 1_000, 2_000]);
    // What is not limited counts by the quota; a limit that is none is not kept.
    send(&client, &channel("free"), 3).await;
    send(&client, &channel("broken"), 3).await;
    assert_eq!(script.times(&channel("free")), [2_000; 3]);
    assert_eq!(script.times(&channel("broken")), [2_000; 3]);
}

#[tokio::test(start_paused = true)]
async fn a_command_passes_every_limit_it_counts_against() {
    let script = Script::new([]);
    let client = client(&script, RateLimitLayer::new(per_second(100)));
    let places: Vec<_> = (2..8).map(|number| channel(&format!("C{number}"))).collect();
    join_all(places.iter().map(|place| send(&client, place, 1))).await;
    let mut times: Vec<_> = script.calls().iter().map(|call| call.at.as_millis()).collect();
    times.sort_unstable();
    assert_eq!(times, [0, 0, 250, 500, 750, 1_000], "two at once, then four a second altogether");
}

#[tokio::test(start_paused = true)]
async fn too_many_requests_pause_the_first_limit_and_no_other() {
    let script = Script::new([Step::fail(limited(30)).only_to(&channel("C2"))]);
    let layer = RateLimitLayer::new(per_second(100)).with_max_wait(Duration::from_secs(1));
    let client = client(&script, layer);
    let paused = || client.send(SendMessage::new(channel("C2"), "hi"));
    paused().await.unwrap_err();
    let error = paused().await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::RateLimited, Reached::NotSent));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    send(&client, &channel("C3"), 1).await;
    assert_eq!((script.times(&channel("C2")), script.times(&channel("C3"))), (vec![0], vec![0]));
}
