use std::time::Duration;

use messaging_core::{Context, Descriptor, ErrorKind, Reached, command::NotAfter};
use messaging_resilience::{RetryLayer, RetryPolicy};
use tokio::time::Instant;

use crate::script::{Script, Step, channel, edit, hi, intent, limited, refused, unavailable, unreachable};

fn seeded() -> RetryPolicy {
    RetryPolicy::default().with_seed(1)
}

#[tokio::test(start_paused = true)]
async fn a_send_that_never_left_is_sent_again_within_the_schedule() {
    let run = async |seed| {
        let script = Script::new([Step::fail(unreachable()), Step::fail(unreachable())]);
        let client = script.client().layer(RetryLayer::new(RetryPolicy::default().with_seed(seed)));
        let started = Instant::now();
        client.send(hi()).await.unwrap();
        let attempts: Vec<u32> = script.calls().iter().map(|call| call.attempt).collect();
        assert_eq!(attempts, [0, 1, 2]);
        started.elapsed()
    };
    let mut longest = Duration::ZERO;
    for seed in 0..100 {
        longest = longest.max(run(seed).await);
    }
    // Full jitter: up to 250 ms, then up to 500 ms; tokio rounds each up to the next millisecond.
    assert!(longest <= Duration::from_millis(750) && longest > Duration::from_millis(600), "{longest:?}");
    assert_eq!(run(7).await, run(7).await, "a seed replays");
}

#[tokio::test(start_paused = true)]
async fn a_send_that_may_have_left_is_never_repeated() {
    let script = Script::new([Step::fail(unavailable())]);
    let client = script.client().layer(RetryLayer::new(seeded()));
    let error = client.call_in(intent(), hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached(), script.calls().len()), (ErrorKind::Unavailable, Reached::MaybeSent, 1));
}

#[tokio::test(start_paused = true)]
async fn unless_the_provider_drops_a_second_copy_by_its_intent() {
    for (context, calls) in [(intent(), 2), (Context::default(), 1)] {
        let script = Script::new([Step::fail(unavailable())]);
        let client = script.client().layer(RetryLayer::new(seeded().with_idempotent_sends(true)));
        let answer = client.call_in(context, hi()).await;
        assert_eq!((answer.is_ok(), script.calls().len()), (calls == 2, calls));
    }
}

#[tokio::test(start_paused = true)]
async fn the_standard_stack_reads_that_promise_off_the_descriptor() {
    for (descriptor, calls) in [(Descriptor::new("script").with_idempotent_sends(), 2), (Descriptor::new("script"), 1)]
    {
        let script = Script::described(descriptor, [Step::fail(unavailable())]);
        let client = messaging_resilience::standard(script.client(), &messaging_resilience::Policy::default());
        assert_eq!(client.call_in(intent(), hi()).await.is_ok(), calls == 2);
        assert_eq!(script.calls().len(), calls);
    }
}

#[tokio::test(start_paused = true)]
async fn harmless_verbs_are_repeated_whatever_happened() {
    let script = Script::new([Step::fail(unavailable())]);
    let client = script.client().layer(RetryLayer::new(seeded()));
    client.edit(edit()).await.unwrap();
    assert_eq!(script.calls().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_final() {
    let script = Script::new([Step::fail(refused())]);
    let client = script.client().layer(RetryLayer::new(seeded()));
    assert_eq!(client.edit(edit()).await.unwrap_err().kind(), ErrorKind::Invalid);
    assert_eq!(script.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn retry_after_wins_over_the_schedule() {
    let script = Script::new([Step::fail(limited(7)), Step::fail(limited(90))]);
    let client = script.client().layer(RetryLayer::new(seeded()));
    client.send(hi()).await.unwrap();
    assert_eq!(script.times(&channel("C1")), [0, 7_000, 97_000]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_of_nothing_is_no_advice() {
    let script = Script::new((0..7).map(|_| Step::fail(limited(0))));
    let client = script.client().layer(RetryLayer::new(seeded()));
    client.send(hi()).await.unwrap();
    assert!(script.times(&channel("C1")).last().is_some_and(|last| *last > 10_000));
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_max_wait_is_told_and_not_slept() {
    let script = Script::new([Step::fail(limited(7)), Step::fail(limited(1))]);
    let client = script.client().layer(RetryLayer::new(seeded().with_max_wait(Duration::from_secs(1))));
    let started = Instant::now();
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!((started.elapsed(), script.calls().len()), (Duration::ZERO, 1));
    assert_eq!((error.kind(), error.reached()), (ErrorKind::RateLimited, Reached::Answered));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    client.send(hi()).await.unwrap();
    assert_eq!(started.elapsed(), Duration::from_secs(1), "a wait of exactly max_wait is slept");
}

#[tokio::test(start_paused = true)]
async fn waits_that_add_up_beyond_max_wait_are_told_with_what_the_last_needs() {
    let script = Script::new((0..9).map(|_| Step::fail(unreachable())));
    let policy = seeded().with_max_wait(Duration::from_millis(400));
    let started = Instant::now();
    let error = script.client().layer(RetryLayer::new(policy)).send(hi()).await.unwrap_err();
    let wait = error.retry_after().unwrap();
    assert!(started.elapsed() <= Duration::from_millis(405), "{:?}", started.elapsed());
    assert!(started.elapsed() + wait > Duration::from_millis(400), "{wait:?}");
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::NotSent));
}

#[tokio::test(start_paused = true)]
async fn eight_tries_are_the_most() {
    let script = Script::new((0..20).map(|_| Step::fail(unreachable())));
    let started = Instant::now();
    let error = script.client().layer(RetryLayer::new(seeded())).send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), script.calls().len()), (ErrorKind::Unavailable, 8));
    assert!(started.elapsed() <= Duration::from_millis(31_750 + 7), "{:?}", started.elapsed());
    assert_eq!(error.retry_after(), None, "nobody asked to wait");
}

#[tokio::test(start_paused = true)]
async fn a_quarter_of_an_hour_is_the_longest() {
    let script = Script::new((0..20).map(|_| Step::fail(limited(500))));
    let client = script.client().layer(RetryLayer::new(seeded().with_max_wait(Duration::MAX)));
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!(script.times(&channel("C1")), [0, 500_000]);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(500)));
}

#[tokio::test(start_paused = true)]
async fn doubt_about_one_try_outlives_the_later_ones() {
    let script = Script::new([Step::fail(unavailable()), Step::fail(unreachable()), Step::fail(refused())]);
    let client = script.client().layer(RetryLayer::new(seeded().with_idempotent_sends(true)));
    let error = client.call_in(intent(), hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached(), script.calls().len()), (ErrorKind::Invalid, Reached::MaybeSent, 3));
    assert_eq!(error.to_string(), "script: send: 400");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_repeated_when_the_caller_has_gone() {
    let script = Script::new([Step::fail(unreachable()).after(Duration::from_secs(2))]);
    let client = script.client().layer(RetryLayer::new(seeded()));
    let mut context = Context::default();
    let end = Instant::now() + Duration::from_secs(1);
    context.not_after = Some(NotAfter::new(move || Instant::now() >= end));
    assert_eq!(client.call_in(context, hi()).await.unwrap_err().kind(), ErrorKind::Unavailable);
    assert_eq!(script.calls().len(), 1);
}
