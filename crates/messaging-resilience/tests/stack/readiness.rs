use std::time::Duration;

use messaging_core::{Command, Messenger};
use messaging_resilience::{
    CircuitBreakerLayer, DeadlineLayer, Policy, RateLimitLayer, RetryLayer, RetryPolicy, TraceLayer, classify_timeout,
    standard,
};
use tower::{ServiceBuilder, limit::ConcurrencyLimitLayer, timeout::TimeoutLayer};

use crate::{
    quota::per_second,
    script::{Script, Step, hi, unreachable},
    strict::StrictLayer,
};

/// A provider behind one permit and a probe; every other call fails without having been sent.
fn probed() -> Messenger {
    let script = Script::new((0..3).flat_map(|_| [Step::fail(unreachable()), Step::default()]));
    script.client().layer(ConcurrencyLimitLayer::new(1)).layer(StrictLayer)
}

/// Calls in turn and at once: a layer that calls an unready clone panics, one that keeps a permit hangs.
async fn exercise(client: Messenger) {
    // A probe outside as well: what the caller sees must keep the contract too.
    let client = client.layer(StrictLayer);
    let both = async {
        client.send(hi()).await.ok();
        futures_util::future::join_all((0..5).map(|_| client.send(hi()))).await;
    };
    tokio::time::timeout(Duration::from_secs(600), both).await.expect("a permit was kept");
}

#[tokio::test(start_paused = true)]
async fn every_layer_alone_keeps_towers_contract() {
    exercise(probed().layer(TraceLayer::new("script"))).await;
    exercise(probed().layer(DeadlineLayer::new(Duration::from_secs(60)))).await;
    exercise(probed().layer(RetryLayer::new(RetryPolicy::default().with_seed(1)))).await;
    exercise(probed().layer(tower::retry::RetryLayer::new(RetryPolicy::default().with_seed(1)))).await;
    exercise(probed().layer(CircuitBreakerLayer::default())).await;
    exercise(probed().layer(RateLimitLayer::new(per_second(1)))).await;
    let attempts = ServiceBuilder::new().map_err(classify_timeout).layer(TimeoutLayer::new(Duration::from_secs(1)));
    exercise(probed().layer(attempts)).await;
}

#[tokio::test(start_paused = true)]
async fn the_whole_stack_keeps_it() {
    for policy in [Policy::default(), Policy::gateway()] {
        exercise(standard(probed(), &policy.with_seed(1).with_quota(per_second(2)))).await;
    }
}

#[tokio::test(start_paused = true)]
async fn every_pair_of_neighbours_keeps_it() {
    let client = probed()
        .layer(ServiceBuilder::new().map_err(classify_timeout).layer(TimeoutLayer::new(Duration::from_secs(1))))
        .layer(StrictLayer)
        .layer(RateLimitLayer::new(per_second(1)))
        .layer(StrictLayer)
        .layer(CircuitBreakerLayer::default())
        .layer(StrictLayer)
        .layer(RetryLayer::new(RetryPolicy::default().with_seed(1)))
        .layer(StrictLayer)
        .layer(DeadlineLayer::new(Duration::from_secs(60)))
        .layer(StrictLayer)
        .layer(TraceLayer::new("script"));
    exercise(client).await;
}

/// The mistake that the probe is there for: the original was polled ready, and its clone is called.
#[derive(Clone, Debug)]
struct Careless<S>(S);

impl<S: tower::Service<Command> + Clone> tower::Service<Command> for Careless<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut std::task::Context<'_>) -> std::task::Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, command: Command) -> S::Future {
        self.0.clone().call(command)
    }
}

#[tokio::test(start_paused = true)]
#[should_panic(expected = "called before ready")]
async fn the_probe_catches_a_careless_layer() {
    exercise(probed().layer(tower::layer::layer_fn(Careless))).await;
}
