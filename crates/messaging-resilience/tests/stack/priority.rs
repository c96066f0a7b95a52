use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use messaging_core::{
    Context, Descriptor, Messenger, Operation, Place, Provider, Result, SendMessage,
    capability::{Limit, Rates},
    command::Priority,
    message::Receipt,
};
use messaging_resilience::RateLimitLayer;

use crate::{
    quota::per_second,
    script::{Script, channel, say},
};

async fn at(client: &Messenger, after: u64, priority: Priority, text: &str) {
    tokio::time::sleep(Duration::from_millis(after)).await;
    let mut context = Context::default();
    context.extensions.insert(priority);
    client.call_in(context, say(text)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn answers_go_before_progress_that_came_earlier() {
    let script = Script::new([]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1)));
    let progress = (0..4).map(|number| (number, Priority::Progress));
    let answers = [(2_500, Priority::Answer), (2_600, Priority::Answer)];
    join_all(progress.chain(answers).map(|(after, priority)| {
        let client = &client;
        async move { at(client, after, priority, &format!("{priority:?}{after}")).await }
    }))
    .await;
    let order: Vec<_> = script.calls().iter().map(|call| call.text.clone()).collect();
    // At 3 s the third progress has the turn, and gives it back.
    assert_eq!(order, ["Progress0", "Progress1", "Progress2", "Answer2500", "Answer2600", "Progress3"]);
    assert_eq!(script.times(&channel("C1")), [0, 1_000, 2_000, 3_000, 4_000, 5_000]);
}

/// 1 a second in each channel, 4 altogether.
#[derive(Debug)]
struct Shared(Script);

#[async_trait::async_trait]
impl Provider for Shared {
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

impl Rates for Shared {
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        let Operation::Send(send) = operation else { return Vec::new() };
        vec![Limit::new(send.to.to_string(), 1.0), Limit::new("all", 4.0)]
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_line_in_one_channel_slows_no_other() {
    let script = Script::new([]);
    let knowing = Arc::new(Shared(script.clone()));
    let client =
        Messenger::from_arc(knowing.clone()).layer(RateLimitLayer::new(per_second(100)).with_rates_of(knowing));
    let send = |to: Place| {
        let client = client.clone();
        async move { client.send(SendMessage::new(to, "hi")).await.unwrap() }
    };
    let hot = (0..200).map(|number| send(channel(if number % 2 == 0 { "hot" } else { "warm" })));
    let cold = async {
        tokio::time::sleep(Duration::from_millis(10_050)).await;
        for _ in 0..5 {
            send(channel("cold")).await;
        }
    };
    tokio::join!(join_all(hot), cold);
    let cold = script.times(&channel("cold"));
    assert!(cold[0] <= 10_550, "the first does not wait behind 180 others: {cold:?}");
    for name in ["hot", "warm", "cold"] {
        let times = script.times(&channel(name));
        assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= 1_000), "{name}: {times:?}");
    }
    assert!(script.times(&channel("hot")).last() <= Some(&105_000), "its own rate");
}

#[tokio::test(start_paused = true)]
async fn a_limit_of_all_is_shared_fairly_and_used_up() {
    let script = Script::new([]);
    let knowing = Arc::new(Shared(script.clone()));
    let client =
        Messenger::from_arc(knowing.clone()).layer(RateLimitLayer::new(per_second(100)).with_rates_of(knowing));
    let channels: Vec<_> = (0..10).map(|number| channel(&format!("C{number}"))).collect();
    let everywhere = channels.iter().flat_map(|place| (0..30).map(|_| place.clone()));
    join_all(everywhere.map(|to| client.send(SendMessage::new(to, "hi")))).await;
    let calls = script.calls();
    assert_eq!(calls.last().unwrap().at, Duration::from_millis(299 * 250), "4 a second without a gap");
    for place in &channels {
        let times = script.times(place);
        assert!(times.windows(2).all(|pair| pair[1] - pair[0] == 2_500), "every tenth turn: {times:?}");
    }
}
