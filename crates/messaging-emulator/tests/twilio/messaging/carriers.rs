use messaging_emulator::twilio::Behaviour;
use serde_json::{Value, json};

use crate::bench::{ALICE, Bench, US};

const STATUS: &str = "https://app.test/status";

/// Sends, waits so long, and returns what REST says and what the application heard.
async fn send(bench: &Bench, seconds: u64) -> (String, Value, Vec<String>) {
    let pairs = [("To", ALICE), ("From", US), ("Body", "hi"), ("StatusCallback", STATUS)];
    let uri = bench.post(&bench.messages(), &pairs).await.text("/uri");
    bench.wait(seconds).await;
    let fetched = bench.get(&uri).await;
    let heard = bench.heard().iter().filter_map(|heard| heard.get("MessageStatus")).collect();
    (fetched.text("/status"), fetched.body["error_code"].clone(), heard)
}

#[tokio::test(start_paused = true)]
async fn carriers_fail_as_they_are_told() {
    for (behaviour, status, code) in [
        ("unreachable", "undelivered", 30_003),
        ("blocked", "undelivered", 30_004),
        ("unknown", "undelivered", 30_005),
        ("landline", "undelivered", 30_006),
        ("filtered", "undelivered", 30_007),
        ("lost", "undelivered", 30_008),
        ("congested", "undelivered", 30_017),
        ("unregistered", "undelivered", 30_034),
        ("overflow", "failed", 30_001),
        ("timeout", "failed", 30_410),
    ] {
        let bench = Bench::live(|_| {});
        let told = bench.side("POST", "carriers", &json!({ "number": ALICE, "behaviour": behaviour })).await;
        assert_eq!(told.body, json!({ "carriers": { ALICE: behaviour } }));
        let (last, error, heard) = send(&bench, 5).await;
        assert_eq!((last.as_str(), error), (status, code.into()), "{behaviour}");
        assert_eq!(heard.last().map(String::as_str), Some(status));
        let told = bench.heard().pop().unwrap();
        assert_eq!(told.get("ErrorCode"), Some(code.to_string()));
        assert!(told.get("ErrorMessage").is_some_and(|text| !text.is_empty()));
        assert!(bench.screens().is_empty(), "{behaviour}");
        // A number whose carrier was told nothing is reached.
        assert_eq!(
            bench.post(&bench.messages(), &[("To", "+15550100778"), ("From", US), ("Body", "hi")]).await.status,
            201
        );
        assert_eq!(bench.screens().len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_carrier_delivers_late_and_a_silent_one_never_says() {
    let bench = Bench::live(|settings| {
        settings.carriers.insert(ALICE.into(), Behaviour::Slow);
    });
    assert_eq!(send(&bench, 30).await.0, "sent");
    assert!(bench.screens().is_empty());
    bench.wait(31).await;
    assert_eq!(bench.screens().len(), 1);
    assert_eq!(bench.heard().last().unwrap().get("MessageStatus").unwrap(), "delivered");

    let bench = Bench::live(|settings| {
        settings.carriers.insert(ALICE.into(), Behaviour::Silent);
    });
    let (status, error, heard) = send(&bench, 3_600).await;
    assert_eq!(
        (status.as_str(), error, heard),
        ("sent", Value::Null, ["queued", "sending", "sent"].map(String::from).to_vec())
    );
    assert_eq!(bench.screens().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_stuck_message_ends_with_its_validity() {
    let bench = Bench::live(|settings| {
        settings.carriers.insert(ALICE.into(), Behaviour::Stuck);
    });
    let pairs = [("To", ALICE), ("From", US), ("Body", "hi"), ("ValidityPeriod", "60")];
    let uri = bench.post(&bench.messages(), &pairs).await.text("/uri");
    bench.wait(59).await;
    assert_eq!(bench.get(&uri).await.text("/status"), "queued");
    bench.wait(2).await;
    let fetched = bench.get(&uri).await;
    assert_eq!((fetched.text("/status").as_str(), &fetched.body["error_code"]), ("failed", &30_036.into()));
}

#[tokio::test(start_paused = true)]
async fn whoever_opted_out_at_the_carrier_is_not_written_to() {
    let bench = Bench::live(|_| {});
    bench.side("POST", "carriers", &json!({ "number": ALICE, "behaviour": "opted-out" })).await;
    assert_eq!(bench.sms("hi").await.code(), (400, 21_610));
    bench.side("DELETE", "carriers", &Value::Null).await;
    assert_eq!(bench.sms("hi").await.status, 201);
    for wrong in [json!({ "number": "alice", "behaviour": "slow" }), json!({ "number": ALICE, "behaviour": "odd" })] {
        assert_eq!(bench.side("POST", "carriers", &wrong).await.status, 400, "{wrong}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_pool_accepts_first_and_the_receipt_is_dated() {
    let bench = Bench::live(|_| {});
    let service = bench.settings.messaging_service_sid.clone();
    let pairs = [("To", ALICE), ("MessagingServiceSid", &service), ("Body", "hi"), ("StatusCallback", STATUS)];
    let sent = bench.post(&bench.messages(), &pairs).await;
    assert_eq!(sent.text("/status"), "accepted");
    bench.wait(3).await;
    let heard = bench.heard();
    let steps: Vec<_> = heard.iter().map(|heard| heard.get("MessageStatus").unwrap()).collect();
    assert_eq!(steps, ["accepted", "queued", "sending", "sent", "delivered"]);
    for heard in &heard {
        assert_eq!(heard.get("MessagingServiceSid").as_ref(), Some(&service));
        assert_eq!((heard.get("ApiVersion"), heard.get("ErrorCode")), (Some("2010-04-01".into()), None));
    }
    let date = heard[4].get("RawDlrDoneDate").unwrap();
    assert!(date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit()), "{date}");
    assert_eq!(bench.get(&sent.text("/uri")).await.text("/from"), US);
}

#[tokio::test(start_paused = true)]
async fn what_rcs_cannot_carry_falls_back_to_sms() {
    let bench = Bench::live(|settings| {
        settings.carriers.insert(ALICE.into(), Behaviour::Unreachable);
    });
    let service = bench.settings.messaging_service_sid.clone();
    let to = format!("rcs:{ALICE}");
    let pairs = [("To", to.as_str()), ("MessagingServiceSid", &service), ("Body", "hi"), ("FallbackFrom", US)];
    let uri = bench.post(&bench.messages(), &pairs).await.text("/uri");
    bench.wait(3).await;
    let fetched = bench.get(&uri).await;
    assert_eq!((fetched.text("/from"), fetched.text("/to")), (US.into(), ALICE.into()));
    let foreign = [&pairs[..3], &[("FallbackFrom", "+15550100999")]].concat();
    assert_eq!(bench.post(&bench.messages(), &foreign).await.code(), (400, 21_606));
}

#[tokio::test(start_paused = true)]
async fn a_conversation_hears_what_carriers_do() {
    let bench = Bench::live(|settings| {
        settings.carriers.insert(ALICE.into(), Behaviour::Unreachable);
    });
    let path = bench.conversation().await;
    bench.post(&format!("{path}/Messages"), &[("Body", "hi")]).await;
    bench.wait(3).await;
    let told: Vec<_> = bench.events("onDeliveryUpdated");
    let steps: Vec<_> = told.iter().map(|heard| (heard.get("Status").unwrap(), heard.get("ErrorCode"))).collect();
    assert_eq!(steps, [("sent".into(), None), ("undelivered".into(), Some("30003".into()))]);
    assert!(bench.screens().iter().all(|(place, ..)| !place.contains(ALICE)));
}
