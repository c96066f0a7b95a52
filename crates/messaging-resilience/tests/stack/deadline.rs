use std::time::Duration;

use futures_util::FutureExt;
use messaging_core::{BoxError, Command, ErrorKind, Messenger, Outcome, Reached, messenger::Stack};
use messaging_resilience::{DeadlineLayer, RateLimitLayer, RetryLayer, RetryPolicy, classify_timeout};
use tokio::time::Instant;
use tower::{Service, ServiceBuilder, ServiceExt, layer::layer_fn, limit::ConcurrencyLimitLayer};

use crate::{
    quota::per_second,
    script::{Script, Step, edit, hi, limited, unavailable, unreachable},
};

const LIMIT: Duration = Duration::from_secs(30);

fn deadline() -> DeadlineLayer {
    DeadlineLayer::new(LIMIT)
}

fn patient() -> RetryLayer {
    RetryLayer::new(RetryPolicy::default().with_seed(5))
}

/// Sends through `client`, misses the deadline by the book, and says how far it got.
async fn missed(client: &Messenger) -> Reached {
    let started = Instant::now();
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), started.elapsed()), (ErrorKind::Timeout, LIMIT));
    error.reached()
}

#[tokio::test(start_paused = true)]
async fn a_call_in_flight_may_have_been_sent() {
    let client = Script::new([Step::silent()]).client().layer(deadline());
    assert_eq!(missed(&client).await, Reached::MaybeSent);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_its_turn_was_not_sent() {
    let script = Script::new([Step::fail(limited(60))]);
    let client = script.client().layer(RateLimitLayer::new(per_second(1))).layer(deadline());
    client.send(hi()).await.unwrap_err();
    assert_eq!(missed(&client).await, Reached::NotSent);
    assert_eq!(script.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_call_between_two_tries_is_what_the_tries_were() {
    let refusal = Script::new([Step::fail(limited(60))]);
    assert_eq!(missed(&refusal.client().layer(patient()).layer(deadline())).await, Reached::NotSent);

    let advice = Duration::from_secs(60);
    let unsent = Script::new([Step::fail(unreachable().with_retry_after(advice))]);
    assert_eq!(missed(&unsent.client().layer(patient()).layer(deadline())).await, Reached::NotSent);

    let doubtful = Script::new([Step::fail(unavailable().with_retry_after(advice))]);
    let error = doubtful.client().layer(patient()).layer(deadline()).edit(edit()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Timeout, Reached::MaybeSent));
}

#[tokio::test(start_paused = true)]
async fn a_later_refusal_does_not_undo_an_earlier_silence() {
    let script = Script::new([Step::silent(), Step::fail(limited(60))]);
    let attempts = ServiceBuilder::new().map_err(classify_timeout).timeout(Duration::from_secs(10));
    let client = script.client().layer(attempts).layer(patient()).layer(deadline());
    let error = client.edit(edit()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached(), script.calls().len()), (ErrorKind::Timeout, Reached::MaybeSent, 2));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_a_busy_service_was_not_sent() {
    let script = Script::new([Step::silent()]);
    let client = script.client().layer(ConcurrencyLimitLayer::new(1)).layer(deadline());
    let mut first = Box::pin(client.send(hi()));
    assert!((&mut first).now_or_never().is_none());
    assert_eq!(missed(&client).await, Reached::NotSent);
    assert_eq!(script.calls().len(), 1);
}

/// Carries calls out in tasks of their own, so that dropping one does not stop it.
fn detached(stack: Stack) -> impl Service<Command, Response = Outcome, Error = BoxError, Future: Send> + Clone {
    tower::service_fn(move |command| {
        let task = tokio::spawn(stack.clone().oneshot(command));
        async move { task.await? }
    })
}

#[tokio::test(start_paused = true)]
async fn nothing_leaves_a_queue_after_the_deadline() {
    let script = Script::new([Step::default().after(Duration::from_secs(40))]);
    let client = script.client().layer(ConcurrencyLimitLayer::new(1)).layer(layer_fn(detached)).layer(deadline());
    let (first, second) = tokio::join!(client.send(hi()), client.send(hi()));
    assert_eq!(first.unwrap_err().reached(), Reached::MaybeSent);
    assert_eq!(second.unwrap_err().reached(), Reached::NotSent);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(script.calls().len(), 1, "the second had its turn after 40 s");
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_time_is_the_answer() {
    let script = Script::new([Step::default().after(Duration::from_secs(29)), Step::fail(unavailable())]);
    let client = script.client().layer(deadline());
    client.send(hi()).await.unwrap();
    assert_eq!(client.send(hi()).await.unwrap_err().kind(), ErrorKind::Unavailable);
}

#[tokio::test(start_paused = true)]
async fn no_limit_is_too_long() {
    let client = Script::new([]).client().layer(DeadlineLayer::new(Duration::MAX));
    client.send(hi()).await.unwrap();
}
