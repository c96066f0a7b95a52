use std::time::Duration;

use messaging_core::Messenger;
use messaging_resilience::{RetryLayer, RetryPolicy};

use crate::script::{Script, Step, edit, hi, limited, unreachable};

fn two_tries(script: &Script, per_second: u32) -> Messenger {
    script.client().layer(RetryLayer::new(RetryPolicy::default().with_tries(2).with_seed(3).with_budget(per_second)))
}

async fn send_all(client: &Messenger, count: usize) {
    for _ in 0..count {
        // Clones share the budget.
        client.clone().send(hi()).await.unwrap_err();
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_is_down_gets_the_budget_and_no_more() {
    let script = Script::new((0..1_000).map(|_| Step::fail(unreachable())));
    let client = two_tries(&script, 1);
    send_all(&client, 100).await;
    assert_eq!(script.calls().len(), 110, "1 per second, averaged over 10 s");
    tokio::time::advance(Duration::from_secs(20)).await;
    send_all(&client, 100).await;
    assert_eq!(script.calls().len(), 220, "and again 10 s later: the clock is tokio's");
}

#[tokio::test(start_paused = true)]
async fn five_successes_pay_for_one_repeat() {
    let script = Script::new([]);
    let client = two_tries(&script, 0);
    for _ in 0..10 {
        client.send(hi()).await.unwrap();
    }
    script.then((0..100).map(|_| Step::fail(unreachable())));
    send_all(&client, 20).await;
    assert_eq!(script.calls().len(), 10 + 20 + 2);
}

#[tokio::test(start_paused = true)]
async fn verbs_have_budgets_of_their_own() {
    let script = Script::new([]);
    let client = two_tries(&script, 0);
    for _ in 0..5 {
        client.send(hi()).await.unwrap();
    }
    script.then([Step::fail(unreachable()), Step::fail(unreachable())]);
    client.edit(edit()).await.unwrap_err();
    client.send(hi()).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_the_provider_asked_for_is_free() {
    let script = Script::new([Step::fail(limited(3))]);
    two_tries(&script, 0).send(hi()).await.unwrap();
    assert_eq!(script.calls().len(), 2);
}
