use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt;
use messaging_emulator::{FaultPlan, Journal};
use tokio::time::timeout;
use tower::ServiceExt;

use crate::bench::{ALICE, Bench, US};

const LONG: Duration = Duration::from_secs(1_000);

fn bench(plan: FaultPlan) -> Bench {
    Bench::with(FaultPlan { until: LONG, ..plan }, 5, Journal::new())
}

/// Sends once to a number, and once into a conversation.
async fn both(bench: &Bench) -> [(String, Vec<(&'static str, &'static str)>); 2] {
    let path = bench.conversation().await;
    [
        (bench.messages(), vec![("To", ALICE), ("From", US), ("Body", "hi")]),
        (format!("{path}/Messages"), vec![("Author", "assistant"), ("Body", "hi")]),
    ]
}

#[tokio::test(start_paused = true)]
async fn a_refused_connection_carried_nothing() {
    let bench = bench(FaultPlan { refuse: 1_000, ..FaultPlan::default() });
    for (path, pairs) in both(&bench).await {
        let error = bench.try_send(bench.form(&path, &pairs)).await.err().unwrap();
        assert_eq!(format!("{:?}", error.reached), "NotSent");
    }
    assert!(bench.screens().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_throttled_send_was_not_carried() {
    let bench = bench(FaultPlan { throttle: 1_000, ..FaultPlan::default() });
    for (path, pairs) in both(&bench).await {
        let answer = bench.post(&path, &pairs).await;
        assert_eq!(answer.code(), (429, 20_429));
        let seconds: u32 = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=5).contains(&seconds));
    }
    assert!(bench.screens().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_broken_send_was_carried_or_not() {
    for (plan, shown) in [
        (FaultPlan { break_before: 1_000, ..FaultPlan::default() }, 0),
        (FaultPlan { break_after: 1_000, ..FaultPlan::default() }, 2),
    ] {
        let bench = bench(plan);
        for (path, pairs) in both(&bench).await {
            assert_eq!(bench.post(&path, &pairs).await.code(), (503, 20_503));
        }
        assert_eq!(bench.screens().len(), shown);
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_send_was_carried_or_not_or_will_be() {
    for (plan, at_once, at_last) in [
        (FaultPlan { vanish_before: 1_000, ..FaultPlan::default() }, 0, 0),
        (FaultPlan { vanish_after: 1_000, ..FaultPlan::default() }, 2, 2),
        (FaultPlan { late: 1_000, ..FaultPlan::default() }, 0, 2),
    ] {
        let bench = bench(plan);
        for (path, pairs) in both(&bench).await {
            let sending = bench.try_send(bench.form(&path, &pairs));
            assert!(timeout(Duration::from_millis(400), sending).await.is_err());
        }
        assert_eq!(bench.screens().len(), at_once);
        bench.wait(21).await;
        assert_eq!(bench.screens().len(), at_last);
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_connection_breaks_in_the_end() {
    let bench = bench(FaultPlan { vanish_before: 1_000, ..FaultPlan::default() });
    let request = bench.form(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", "hi")]);
    let error = bench.try_send(request.clone()).await.err().unwrap();
    assert_eq!(format!("{:?}", error.reached), "MaybeSent");
    let response = bench.twilio.service().oneshot(request).await.unwrap();
    assert!(response.into_body().collect().await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_hangs_up_undoes_nothing() {
    let bench = Bench::new();
    let request = bench.form(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", "hi")]);
    assert!(timeout(Duration::from_millis(1), bench.try_send(request)).await.is_err());
    assert!(bench.screens().is_empty());
    bench.wait(1).await;
    assert_eq!(bench.screens().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_swallowed_send_says_yes_and_shows_nothing() {
    let bench = bench(FaultPlan { swallow: 1_000, receipt: 1_000, ..FaultPlan::default() });
    let [(path, pairs), (posts, said)] = both(&bench).await;
    let sent = bench.post(&path, &[pairs.as_slice(), &[("StatusCallback", "https://app.test/status")]].concat()).await;
    assert_eq!((sent.status.as_u16(), sent.text("/status").as_str()), (201, "queued"));
    let posted = bench.post_loudly(&posts, &said).await;
    assert!(posted.status == 201 && posted.text("/sid").starts_with("IM"));
    bench.wait(30).await;
    assert!(bench.screens().is_empty() && bench.heard().is_empty());
    assert_eq!(bench.get(&sent.text("/uri")).await.code(), (404, 20_404));
    assert_eq!(bench.get(&posts).await.body["messages"].as_array().unwrap().len(), 0);
    assert_eq!(bench.post(&path, &[("To", ALICE), ("From", US)]).await.code(), (400, 21_602));
}

#[tokio::test(start_paused = true)]
async fn a_blind_service_finds_nothing_until_the_plan_ends() {
    let bench = Bench::with(
        FaultPlan { blind: 1_000, until: Duration::from_secs(10), ..FaultPlan::default() },
        5,
        Journal::new(),
    );
    let sent = bench.sms("hi").await;
    for path in [bench.messages(), sent.text("/uri"), bench.conversations()] {
        assert_eq!(bench.get(&path).await.code(), (503, 20_503), "{path}");
    }
    bench.wait(10).await;
    assert_eq!(bench.get(&bench.messages()).await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn a_seed_tells_one_story() {
    async fn story(seed: u64) -> (u64, Vec<String>) {
        let journal = Journal::new();
        let bench = Bench::with(FaultPlan::everything(), seed, journal.clone());
        let path = bench.conversation().await;
        for index in 0..40 {
            let request = bench.form(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", &format!("m{index}"))]);
            let _ = timeout(Duration::from_millis(200), bench.try_send(request)).await;
            bench.twilio.write_sms(ALICE, US, &format!("p{index}"));
            let request = bench.form(&format!("{path}/Messages"), &[("Body", "c")]);
            let _ = timeout(Duration::from_millis(200), bench.try_send(request)).await;
        }
        bench.wait(60).await;
        assert_eq!(bench.twilio.truth().open, 0);
        let ids = bench.twilio.truth().shown.into_iter().map(|shown| shown.id).collect();
        (journal.hash(), ids)
    }
    let (first, again, other) = (story(11).await, story(11).await, story(12).await);
    assert!(first.1.len() > 80, "{}", first.1.len());
    assert_eq!(first, again);
    assert_ne!(first.1, other.1);
}

#[tokio::test(start_paused = true)]
async fn a_refused_connection_is_a_broken_one_over_sockets() {
    let bench = bench(FaultPlan { refuse: 1_000, ..FaultPlan::default() });
    let request = bench.form(&bench.messages(), &[("To", ALICE), ("From", US), ("Body", "hi")]);
    let response = bench.twilio.service().oneshot(request).await.unwrap();
    assert!(response.into_body().collect().await.is_err());
    let faults = http::Request::builder().method("DELETE").uri("/_emulator/faults").body(Bytes::new()).unwrap();
    assert_eq!(bench.twilio.service().oneshot(faults).await.unwrap().status(), 200);
    assert_eq!(bench.sms("hi").await.status, 201);
}

#[tokio::test]
async fn odds_beyond_a_thousand_are_refused_and_change_nothing() {
    let bench = Bench::new();
    let put = |body: &'static str| {
        let request = http::Request::put("/_emulator/faults").body(Bytes::from_static(body.as_bytes())).unwrap();
        bench.twilio.service().oneshot(request)
    };
    let until = Duration::from_secs(3);
    let sound = put(r#"{"throttle": 1000, "until": {"secs": 3, "nanos": 0}}"#).await.unwrap();
    assert_eq!(sound.status(), 200);
    let wrong = put(r#"{"deaf": 1001}"#).await.unwrap();
    assert_eq!(wrong.status(), 400);
    let plan = FaultPlan { throttle: 1_000, until, ..FaultPlan::default() };
    let request = http::Request::get("/_emulator/faults").body(Bytes::new()).unwrap();
    let now = bench.twilio.service().oneshot(request).await.unwrap().into_body().collect().await.unwrap().to_bytes();
    assert_eq!(serde_json::from_slice::<FaultPlan>(&now).unwrap(), plan);
}
