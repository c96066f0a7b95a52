use std::time::Duration;

use futures_util::{FutureExt, future::join_all};
use messaging_core::{ErrorKind, Messenger, Reached};
use messaging_resilience::CircuitBreakerLayer;

use crate::script::{Script, Step, hi, limited, refused, unavailable, unreachable};

fn guarded(script: &Script) -> Messenger {
    script.client().layer(CircuitBreakerLayer::default())
}

/// Twenty failures: ten refused connections and ten 503s.
async fn opened(script: &Script) -> Messenger {
    script.then((0..10).flat_map(|_| [Step::fail(unreachable()), Step::fail(unavailable())]));
    let client = guarded(script);
    for _ in 0..20 {
        client.send(hi()).await.unwrap_err();
    }
    assert_eq!(script.calls().len(), 20);
    client
}

#[tokio::test(start_paused = true)]
async fn an_open_circuit_refuses_and_says_for_how_long() {
    let script = Script::new([]);
    let client = opened(&script).await;
    tokio::time::advance(Duration::from_secs(4)).await;
    let error = client.send(hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::NotSent));
    assert_eq!((error.retry_after(), script.calls().len()), (Some(Duration::from_secs(6)), 20));
}

#[tokio::test(start_paused = true)]
async fn three_probes_close_it() {
    let script = Script::new([]);
    let client = opened(&script).await;
    tokio::time::advance(Duration::from_secs(10)).await;
    script.then((0..3).map(|_| Step::default().after(Duration::from_secs(1))));
    let answers = join_all((0..5).map(|_| client.send(hi()))).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 3, "only the probes get through");
    assert_eq!(script.calls().len(), 23);
    script.then((0..19).map(|_| Step::fail(unavailable())));
    for _ in 0..20 {
        client.send(hi()).await.ok();
    }
    assert_eq!(script.calls().len(), 43, "closed, with a fresh window");
}

#[tokio::test(start_paused = true)]
async fn a_failed_probe_opens_it_for_another_ten_seconds() {
    let script = Script::new([]);
    let client = opened(&script).await;
    tokio::time::advance(Duration::from_secs(10)).await;
    script.then([Step::fail(unavailable())]);
    client.send(hi()).await.unwrap_err();
    assert_eq!(client.send(hi()).await.unwrap_err().retry_after(), Some(Duration::from_secs(10)));
    assert_eq!(script.calls().len(), 21);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_probe_gives_its_place_back() {
    let script = Script::new([]);
    let client = opened(&script).await;
    tokio::time::advance(Duration::from_secs(10)).await;
    script.then((0..3).map(|_| Step::silent()));
    for _ in 0..3 {
        assert!(client.send(hi()).now_or_never().is_none());
    }
    client.send(hi()).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_no_failure_whatever_it_says() {
    let script = Script::new((0..100).flat_map(|_| [Step::fail(refused()), Step::fail(limited(1))]));
    let client = guarded(&script);
    for _ in 0..200 {
        client.send(hi()).await.unwrap_err();
    }
    assert_eq!(script.calls().len(), 200);
}

#[tokio::test(start_paused = true)]
async fn less_than_half_is_not_enough_and_old_failures_do_not_count() {
    let script = Script::new((0..40).flat_map(|_| [Step::fail(unavailable()), Step::default(), Step::default()]));
    let client = guarded(&script);
    for _ in 0..120 {
        client.send(hi()).await.ok();
    }
    assert_eq!(script.calls().len(), 120);
    for _ in 0..10 {
        script.then((0..19).map(|_| Step::fail(unavailable())));
        tokio::time::advance(Duration::from_secs(33)).await;
        for _ in 0..19 {
            client.send(hi()).await.unwrap_err();
        }
    }
    assert_eq!(script.calls().len(), 310, "19 failures in 30 s never open it");
}
