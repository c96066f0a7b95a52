use std::time::Duration;

use futures_util::future::join_all;
use messaging_core::{Error, ErrorKind, Messenger, Reached};
use messaging_resilience::{Policy, standard};
use tokio::time::Instant;

use crate::{
    quota::per_second,
    script::{Script, Step, edit, hi, intent, limited, refused, unavailable, unreachable},
};

/// A provider that answers at once and often badly: whatever time passes is sleep of the stack.
fn moody(seed: u64) -> Script {
    let mut rng = fastrand::Rng::with_seed(seed);
    Script::new((0..200).map(|_| match rng.u8(..10) {
        0..=2 => Step::fail(unreachable()),
        3 => Step::fail(unavailable()),
        4 => Step::fail(limited(rng.u64(0..4))),
        5 => Step::fail(Error::new(ErrorKind::RateLimited, "429 without advice")),
        6 => Step::fail(unavailable().with_retry_after(Duration::from_millis(rng.u64(0..1_500)))),
        7 => Step::fail(refused()),
        _ => Step::default(),
    }))
}

/// The longest time that one of many commands took, and how many had to come back later.
async fn longest(client: &Messenger) -> (Duration, usize) {
    let calls = (0..60_u64).map(|number| async move {
        tokio::time::sleep(Duration::from_millis(number / 12 * 700)).await;
        let started = Instant::now();
        let answer = if number % 3 == 0 { client.edit(edit()).await } else { client.call_in(intent(), hi()).await };
        let later = answer.is_err_and(|error| error.is_transient() && error.retry_after().is_some());
        (started.elapsed(), later)
    });
    let taken = join_all(calls).await;
    let longest = taken.iter().map(|(took, _)| *took).max().unwrap_or_default();
    (longest, taken.iter().filter(|(_, later)| *later).count())
}

#[tokio::test(start_paused = true)]
async fn no_command_sleeps_longer_than_a_second() {
    let mut later = 0;
    for seed in 0..100 {
        let policy = Policy::gateway().with_seed(seed).with_quota(per_second(5));
        let (longest, returned) = longest(&standard(moody(seed).client(), &policy)).await;
        // tokio's timers round each of the few sleeps up to the next millisecond.
        assert!(longest <= Duration::from_millis(1_005), "seed {seed}: {longest:?}");
        later += returned;
    }
    assert!(later > 1_000, "what cannot wait goes back with a time: {later}");
}

#[tokio::test(start_paused = true)]
async fn without_a_gateway_the_stack_waits_itself() {
    let policy = Policy::default().with_seed(1).with_quota(per_second(5));
    let (longest, _) = longest(&standard(moody(1).client(), &policy)).await;
    assert!(longest > Duration::from_secs(2), "{longest:?}");
}

#[tokio::test(start_paused = true)]
async fn the_same_seed_gives_the_same_world() {
    let run = async |seed| {
        let script = moody(1);
        let policy = Policy::gateway().with_seed(seed).with_quota(per_second(5));
        longest(&standard(script.client(), &policy)).await;
        script.calls()
    };
    assert_eq!(run(4).await, run(4).await);
    assert_ne!(run(4).await, run(5).await);
}

#[tokio::test(start_paused = true)]
async fn a_longer_pause_goes_back_to_whoever_keeps_the_message() {
    let script = Script::new([Step::fail(limited(20))]);
    let client = standard(script.client(), &Policy::gateway());
    let started = Instant::now();
    let first = client.call_in(intent(), hi()).await.unwrap_err();
    assert_eq!((first.reached(), first.retry_after()), (Reached::Answered, Some(Duration::from_secs(20))));
    let second = client.call_in(intent(), hi()).await.unwrap_err();
    assert_eq!((second.reached(), second.retry_after()), (Reached::NotSent, Some(Duration::from_secs(20))));
    assert!(second.to_string().starts_with("script: send: "), "{second}");
    assert_eq!((started.elapsed(), script.calls().len()), (Duration::ZERO, 1));
}

#[tokio::test(start_paused = true)]
async fn a_silent_provider_costs_one_try_and_the_doubt_is_told() {
    let script = Script::new((0..9).map(|_| Step::silent()));
    let client = standard(script.client(), &Policy::gateway());
    let started = Instant::now();
    let error = client.call_in(intent(), hi()).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Timeout, Reached::MaybeSent));
    assert_eq!((started.elapsed(), script.calls().len()), (Duration::from_secs(10), 1));
}
