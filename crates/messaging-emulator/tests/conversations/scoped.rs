//! A conversation's own webhooks.

use serde_json::json;

use crate::bench::{ALICE, Bench, US};

const URL: (&str, &str) = ("Configuration.Url", "https://own.test/hook");
const WEBHOOK: (&str, &str) = ("Target", "webhook");
const FILTER: (&str, &str) = ("Configuration.Filters", "onMessageAdded");

#[tokio::test(start_paused = true)]
async fn webhooks_of_every_target_are_kept() {
    let bench = Bench::new();
    let path = format!("{}/Webhooks", bench.conversation().await);
    let flow = format!("FW{}", "0".repeat(32));
    let pairs =
        [WEBHOOK, URL, FILTER, ("Configuration.Filters", "onParticipantAdded"), ("Configuration.Method", "GET")];
    let webhook = bench.post(&path, &pairs).await;
    let expected = json!({
        "url": "https://own.test/hook", "method": "get", "filters": ["onMessageAdded", "onParticipantAdded"],
        "replay_after": null,
    });
    assert_eq!((webhook.status.as_u16(), &webhook.body["configuration"]), (201, &expected));
    let pairs = [("Target", "trigger"), URL, ("Configuration.Triggers", "help"), ("Configuration.ReplayAfter", "3")];
    let trigger = bench.post(&path, &pairs).await;
    let expected = json!({ "url": "https://own.test/hook", "method": "post", "triggers": ["help"], "replay_after": 3 });
    assert_eq!(trigger.body["configuration"], expected);
    let studio = bench.post(&path, &[("Target", "studio"), ("Configuration.FlowSid", &flow)]).await;
    assert_eq!((studio.text("/target"), studio.text("/configuration/flow_sid")), ("studio".into(), flow));
    let name = format!("{path}/{}", webhook.text("/sid"));
    let pairs = [
        ("Configuration.Url", "https://other.test/"),
        ("Configuration.Method", "post"),
        ("Configuration.Filters", "onMessageRemoved"),
    ];
    let changed = bench.post(&name, &pairs).await;
    let expected = json!({
        "url": "https://other.test/", "method": "post", "filters": ["onMessageRemoved"], "replay_after": null,
    });
    assert_eq!((changed.status.as_u16(), &changed.body["configuration"]), (200, &expected));
    assert_eq!(bench.get(&name).await.body, changed.body);
    assert_eq!(bench.sids(&path, "webhooks").await.len(), 3);
    assert_eq!(bench.delete(&name).await.status, 204);
    for answer in [bench.get(&name).await, bench.delete(&name).await, bench.post(&name, &[URL]).await] {
        assert_eq!(answer.code(), (404, 20_404));
    }
    assert_eq!(bench.sids(&path, "webhooks").await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn wrong_webhooks_are_refused() {
    let bench = Bench::new();
    let path = format!("{}/Webhooks", bench.conversation().await);
    let long = format!("https://own.test/{}", "a".repeat(2_048));
    let trigger = ("Target", "trigger");
    let word = ("Configuration.Triggers", "help");
    let cases: &[super::Case<'_>] = &[
        (&[URL, FILTER], 400, 50_368),
        (&[("Target", "email"), URL, FILTER], 400, 50_364),
        (&[WEBHOOK, FILTER], 400, 50_369),
        (&[WEBHOOK, FILTER, ("Configuration.Url", "own.test")], 400, 50_054),
        (&[WEBHOOK, FILTER, ("Configuration.Url", &long)], 400, 50_372),
        (&[WEBHOOK, URL], 400, 50_370),
        (&[WEBHOOK, URL, ("Configuration.Filters", "onMessageAdd")], 400, 50_365),
        (&[WEBHOOK, URL, FILTER, ("Configuration.Method", "put")], 400, 50_055),
        (&[WEBHOOK, URL, FILTER, ("Configuration.ReplayAfter", "soon")], 400, 50_516),
        (&[trigger, URL], 400, 50_371),
        (&[trigger, word], 400, 50_369),
        (&[trigger, URL, ("Configuration.Triggers", " ")], 400, 50_366),
        (&[trigger, URL, word, word, word, word, word, word], 400, 50_362),
        (&[("Target", "studio")], 400, 50_367),
        (&[("Target", "studio"), ("Configuration.FlowSid", "FW1")], 400, 50_367),
    ];
    bench.refuses(&path, cases).await;
    for _ in 0..5 {
        assert_eq!(bench.post(&path, &[WEBHOOK, URL, FILTER]).await.status, 201);
    }
    assert_eq!(bench.post(&path, &[WEBHOOK, URL, FILTER]).await.code(), (403, 50_361));
    assert_eq!(bench.get(&format!("{path}?PageSize=6")).await.code(), (400, 20_007));
}

#[tokio::test(start_paused = true)]
async fn they_hear_what_they_asked_for() {
    let bench = Bench::new();
    let room = bench.conversation().await;
    let path = format!("{room}/Webhooks");
    bench.post(&path, &[WEBHOOK, URL, FILTER]).await;
    let trigger =
        [("Target", "trigger"), ("Configuration.Url", "https://word.test/"), ("Configuration.Triggers", "help")];
    bench.post(&path, &trigger).await;
    bench.twilio.write_sms(ALICE, US, "hello");
    bench.twilio.write_sms(ALICE, US, "HELP me");
    bench.wait(1).await;
    let calls = |host: &str| bench.heard().iter().filter(|heard| heard.url.starts_with(host)).count();
    assert_eq!((calls("https://own.test/"), calls("https://word.test/"), calls("https://app.test/")), (2, 1, 2));
}
