use serde_json::json;

use crate::bench::{ALICE, Bench, Reaction, US};

/// Sets the number's URL, lets the application react, and writes. How many calls there were, and how long it took.
async fn calls(fragment: &str, reactions: &[Reaction]) -> (usize, u64) {
    let bench = Bench::live(|_| {});
    let line = json!({ "number": US, "sms_url": format!("https://app.test/sms{fragment}") });
    assert_eq!(bench.side("PUT", "numbers", &line).await.status, 200);
    for reaction in reactions {
        bench.then(*reaction);
    }
    let answer = bench.side("POST", "people/messages?wait=1", &json!({ "from": ALICE, "text": "hi" })).await;
    let heard = bench.heard();
    assert!(heard.iter().all(|heard| heard.url == "https://app.test/sms"));
    let token = |at: usize| heard.get(at).map(|heard| heard.headers["i-twilio-idempotency-token"].clone());
    assert!((0..heard.len()).all(|at| token(at) == token(0)), "one token for all tries");
    (heard.len(), answer.body["delivery"]["ms"].as_u64().unwrap())
}

#[tokio::test(start_paused = true)]
async fn the_fragment_says_how_often_and_on_what() {
    use Reaction::{Breaks, NoConnection, Says, Sleeps};
    let (bad, wrong) = (Says(500, ""), Says(404, ""));
    for (fragment, reactions, count) in [
        ("", vec![NoConnection, NoConnection, NoConnection], 2),
        ("#rc=0", vec![NoConnection], 1),
        ("#rc=3", vec![NoConnection; 5], 4),
        ("#rc=5&rp=5xx", vec![bad, bad], 3),
        ("#rc=5&rp=5xx", vec![wrong], 1),
        ("#rc=5&rp=4xx", vec![wrong, bad], 2),
        ("#rc=2&rp=all", vec![wrong, bad, NoConnection], 3),
        ("#rc=2&rp=5xx", vec![NoConnection], 1),
        ("#rc=1&rp=rt&rt=1000", vec![Sleeps(2)], 2),
        ("#rc=1&rt=1000", vec![Sleeps(2)], 1),
        ("#rc=9", vec![NoConnection, NoConnection, NoConnection], 2),
        ("#rc=2&rp=all", vec![Breaks], 1),
    ] {
        assert_eq!(calls(fragment, &reactions).await.0, count, "{fragment} {reactions:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_fragment_says_how_long() {
    for (fragment, reactions, ms) in [
        ("", vec![Reaction::Sleeps(20)], 15_000),
        ("#rt=2000", vec![Reaction::Sleeps(20)], 2_000),
        ("#rc=5&rp=rt&rt=4000&tt=10000", vec![Reaction::Sleeps(20); 6], 10_000),
        ("#rc=5&rp=all&tt=1200", vec![Reaction::Says(500, ""); 6], 1_000),
    ] {
        assert_eq!(calls(fragment, &reactions).await.1, ms, "{fragment}");
    }
}

#[tokio::test(start_paused = true)]
async fn conversations_try_again_where_the_url_asks_for_it() {
    let bench = Bench::live(|settings| settings.webhook_url = Some("https://app.test/hook#rc=3&rp=all".into()));
    bench.conversation().await;
    bench.then(Reaction::Says(503, "")).then(Reaction::Sleeps(6)).then(Reaction::NoConnection);
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(60).await;
    let heard = bench.heard();
    assert_eq!(heard.len(), 4);
    assert!(heard.iter().all(|again| again.body == heard[0].body && again.url == "https://app.test/hook"));
    assert!(bench.twilio.truth().written["hi"].acknowledged.is_some());
}

#[tokio::test(start_paused = true)]
async fn redirects_are_followed_ten_times() {
    let bench = Bench::live(|_| {});
    bench.then(Reaction::Moves(307, "/other?x=1")).then(Reaction::Moves(302, "https://b.test/last"));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let heard = bench.heard();
    let lines: Vec<_> =
        heard.iter().map(|heard| (heard.method.as_str(), heard.url.split('&').next().unwrap())).collect();
    assert_eq!(
        lines[..2],
        [("POST", "https://app.test/webhooks/twilio?tenant=a"), ("POST", "https://app.test/other?x=1")]
    );
    assert_eq!(lines[2], ("GET", "https://b.test/last?ToCountry=US"));
    assert!(
        heard.iter().all(|heard| heard.headers["x-twilio-signature"] == heard.signature(&bench.settings.auth_token))
    );
    assert!(bench.alerts().await.is_empty());

    let bench = Bench::live(|_| {});
    for _ in 0..11 {
        bench.then(Reaction::Moves(308, "/round"));
    }
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!((bench.heard().len(), bench.alerts().await), (11, vec![11_215]));
}
