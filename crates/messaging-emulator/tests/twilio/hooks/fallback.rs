use serde_json::{Value, json};

use crate::bench::{ALICE, Bench, Reaction, US};

async fn bench(fallback: bool) -> Bench {
    let bench = Bench::live(|_| {});
    let url = fallback.then_some("https://spare.test/sms?s=1#rc=0");
    let line = json!({ "number": US, "sms_url": "https://app.test/sms", "sms_method": "GET", "sms_fallback_url": url });
    let told = bench.side("PUT", "numbers", &line).await;
    assert_eq!(told.body["numbers"][US]["sms_url"], "https://app.test/sms");
    assert_eq!(bench.side("GET", "numbers", &Value::Null).await.body, told.body);
    bench
}

#[tokio::test(start_paused = true)]
async fn the_fallback_hears_what_was_wrong() {
    for (reactions, code) in [
        (vec![Reaction::Says(500, "")], 11_200),
        (vec![Reaction::Says(404, "")], 11_200),
        (vec![Reaction::Sleeps(20)], 11_205),
        (vec![Reaction::NoConnection, Reaction::NoConnection], 11_205),
        (vec![Reaction::Says(200, "<Response>")], 12_100),
        (vec![Reaction::Says(200, "<Reply/>")], 12_200),
        (vec![Reaction::SaysJson(200, "{}")], 12_300),
    ] {
        let bench = bench(true).await;
        let count = reactions.len();
        for reaction in reactions {
            bench.then(reaction);
        }
        bench.then(Reaction::Says(200, "<Response><Message>spare</Message></Response>"));
        bench.twilio.write_sms(ALICE, US, "hi");
        bench.wait(30).await;
        let heard = bench.heard();
        assert_eq!(heard.len(), count + 1);
        assert!(heard[0].method == "GET" && heard[0].url.starts_with("https://app.test/sms?ToCountry=US&"));
        let spare = &heard[count];
        assert_eq!((spare.method.as_str(), spare.url.as_str()), ("POST", "https://spare.test/sms?s=1"));
        assert_eq!(spare.get("ErrorCode"), Some(code.to_string()));
        assert_eq!(
            (spare.get("ErrorUrl"), spare.get("Body")),
            (Some("https://app.test/sms".into()), Some("hi".into()))
        );
        assert_eq!(spare.headers["x-twilio-signature"], spare.signature(&bench.settings.auth_token));
        assert_eq!(bench.screens()[1].2, "spare");
        assert_eq!(bench.alerts().await, [code]);
        assert!(bench.twilio.truth().written["hi"].acknowledged.is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_fallback_the_debugger_alone_hears() {
    let bench = bench(false).await;
    bench.then(Reaction::Says(503, ""));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let alerts = bench.side("GET", "alerts", &Value::Null).await;
    assert_eq!((bench.heard().len(), alerts.body["alerts"][0]["code"].as_i64()), (1, Some(11_200)));
    assert_eq!(alerts.body["alerts"][0]["url"], "https://app.test/sms");
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_more_than_64_kb_is_not_read() {
    let bench = bench(false).await;
    let long: &'static str = Box::leak("a".repeat(64 * 1024 + 1).into_boxed_str());
    bench.then(Reaction::Says(200, long)).twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!(bench.alerts().await, [11_750]);
    let whole: &'static str = Box::leak(format!("<Response/>{}", " ".repeat(64 * 1024 - 11)).into_boxed_str());
    bench.then(Reaction::Says(200, whole)).twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!(bench.alerts().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn only_own_numbers_are_told_what_to_call() {
    let bench = Bench::live(|_| {});
    for wrong in [json!({ "number": ALICE }), json!({}), json!({ "number": US, "sms_urls": "x" })] {
        let status = bench.side("PUT", "numbers", &wrong).await.status;
        assert!(status == 400, "{wrong} {status}");
    }
    bench.side("PUT", "numbers", &json!({ "number": US })).await;
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert!(bench.heard().is_empty());
}
