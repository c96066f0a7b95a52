//! How soon a process that was killed goes on, with much that waits for it.

use std::time::Duration;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::Request;
use messaging_tests::{
    operated::{Agent, Gateway, Manner},
    process::{Process, environment, mortal},
};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};
use tower::ServiceExt;

use crate::rounds::times;

/// Restarts in one run.
const RESTARTS: usize = 10;

/// How long is waited for what does not come, which is a failure.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_process_takes_up_its_turns_at_once() {
    let items = times("MESSAGING_OPEN_ITEMS", 500);
    let gateway = Gateway::new("crash-recovery", mortal());
    let env = gateway.scratch.file("emulator.env");
    let webhook = format!("{}/webhooks/twilio", gateway.url);
    let arguments =
        ["emulate", "twilio", "--port", "0", "--webhook-url", &webhook, "--write-env", env.to_str().unwrap()];
    let _emulator = Process::start(&gateway.folder(), &arguments, &[]);
    let emulator = environment(&env);
    let agent = Agent::start(Manner::Never, 0).await;
    gateway.configure(
        &agent.url,
        &format!(
            "[turns]\ntries = 1000\ncrashes = 1000\n[accounts.twilio]\nprovider = \"twilio\"\naccount_sid = \"{}\"\nauth_token = \"{}\"\n\
             phone_number = \"{}\"\nbase_url = \"{}\"\n",
            emulator["TWILIO_ACCOUNT_SID"],
            emulator["TWILIO_AUTH_TOKEN"],
            emulator["TWILIO_PHONE_NUMBER"],
            emulator["TWILIO_BASE_URL"]
        ),
    );
    let mut process = gateway.start(&[]);
    until(async || gateway.is_ready().await).await;
    let url = format!("{}/_emulator/people/messages?wait=1", emulator["TWILIO_BASE_URL"]);
    let write = |number: usize| {
        let (client, url) = (gateway.client.clone(), &url);
        async move {
            let body = json!({ "from": format!("+1555{number:07}"), "text": "hello" }).to_string();
            let request = Request::post(url).header("content-type", "application/json").body(Bytes::from(body));
            let answer = client.oneshot(request.unwrap()).await.unwrap();
            let answer: Value = serde_json::from_slice(answer.body()).unwrap();
            assert_eq!(answer["delivery"]["status"], 200, "{answer}");
        }
    };
    stream::iter(0..items).map(write).buffer_unordered(16).collect::<Vec<_>>().await;

    let (mut ready, mut turning) = (Vec::new(), Vec::new());
    for _ in 0..RESTARTS {
        process.kill();
        let (asked, started) = (agent.under_way.ever(), Instant::now());
        process = gateway.start(&[]);
        until(async || gateway.is_ready().await).await;
        ready.push(started.elapsed());
        until(async || agent.under_way.ever() > asked).await;
        turning.push(started.elapsed());
    }
    let counts = gateway.counts().await.unwrap();
    assert_eq!(counts["in_flight"], items, "{counts}");
    for (what, mut took) in [("/readyz says 200", ready), ("an interrupted turn runs", turning)] {
        took.sort();
        println!(
            "{items} open, {RESTARTS} restarts: {what} after {:.0?}, at worst {:.0?}",
            took[RESTARTS / 2],
            took[RESTARTS - 1]
        );
    }
}

async fn until(good: impl AsyncFn() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !good().await {
        assert!(Instant::now() < end, "it does not come about");
        // house: real time, because it is measured.
        sleep(Duration::from_millis(2)).await;
    }
}
