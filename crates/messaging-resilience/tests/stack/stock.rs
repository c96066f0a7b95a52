use std::time::Duration;

use futures_util::FutureExt;
use messaging_core::{BoxError, ErrorKind, Reached};
use messaging_resilience::{Policy, classify_timeout, standard};
use tokio::time::Instant;
use tower::{
    ServiceBuilder, buffer::BufferLayer, limit::ConcurrencyLimitLayer, load_shed::LoadShedLayer, timeout::TimeoutLayer,
};

use crate::script::{Script, Step, hi};

#[tokio::test(start_paused = true)]
async fn towers_own_layers_fit_around_and_inside_the_stack() {
    let around = ServiceBuilder::new()
        .load_shed()
        .concurrency_limit(2)
        .buffer(8)
        .map_err(|error: BoxError| error)
        .timeout(Duration::from_secs(1));
    let inside = ServiceBuilder::new().layer(BufferLayer::new(8)).layer(ConcurrencyLimitLayer::new(1));
    let script = Script::new([]);
    let client = standard(script.client().layer(inside), &Policy::default()).layer(around);
    for _ in 0..3 {
        client.send(hi()).await.unwrap();
    }
    assert_eq!(script.calls().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_shed_call_is_a_middlewares_error() {
    let script = Script::new([Step::silent()]);
    let client = script.client().layer(ConcurrencyLimitLayer::new(1)).layer(LoadShedLayer::new());
    let mut first = Box::pin(client.send(hi()));
    assert!((&mut first).now_or_never().is_none());
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), script.calls().len()), (ErrorKind::Middleware, 1));
}

#[tokio::test(start_paused = true)]
async fn towers_timeout_is_named_in_our_words() {
    let script = Script::new([Step::silent()]);
    let attempts = ServiceBuilder::new().map_err(classify_timeout).layer(TimeoutLayer::new(Duration::from_secs(1)));
    let started = Instant::now();
    let error = script.client().layer(attempts).send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Timeout, Reached::MaybeSent));
    assert_eq!(started.elapsed(), Duration::from_secs(1));
}
