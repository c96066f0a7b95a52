use std::time::Duration;

use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::bench::{ALICE, Bench};

/// The wall clock of a simulated world begins at 2026-09-21T14:13:20Z and goes with tokio's.
const IN_20_MINUTES: &str = "2026-09-21T14:33:20Z";

async fn schedule(bench: &Bench, at: &str, more: &[(&str, &str)]) -> crate::bench::Answer {
    let service = bench.settings.messaging_service_sid.clone();
    let pairs = [("To", ALICE), ("MessagingServiceSid", &service), ("Body", "later"), ("ScheduleType", "fixed")];
    bench.post(&bench.messages(), &[&pairs[..], &[("SendAt", at)], more].concat()).await
}

#[tokio::test(start_paused = true)]
async fn a_message_leaves_when_it_is_due() {
    let bench = Bench::new();
    let sent = schedule(&bench, IN_20_MINUTES, &[]).await;
    assert_eq!((sent.status.as_u16(), sent.text("/status").as_str()), (201, "scheduled"));
    assert!(sent.body["from"].is_null() && sent.text("/num_segments") == "0");
    bench.wait(60).await;
    assert!(bench.screens().is_empty());
    bench.wait(20 * 60).await;
    assert_eq!(bench.screens().len(), 1);
    let fetched = bench.get(&sent.text("/uri")).await;
    assert_eq!((fetched.text("/status"), fetched.text("/num_segments")), ("delivered".into(), "1".into()));
    assert!(fetched.text("/date_sent").contains("14:33:2"), "{}", fetched.text("/date_sent"));
    assert_eq!(bench.post(&sent.text("/uri"), &[("Status", "canceled")]).await.code(), (400, 30_409));
}

#[tokio::test(start_paused = true)]
async fn a_canceled_message_never_leaves() {
    let bench = Bench::new();
    let uri = schedule(&bench, IN_20_MINUTES, &[]).await.text("/uri");
    assert_eq!(bench.delete(&uri).await.code(), (409, 20_009));
    let canceled = bench.post(&uri, &[("Status", "canceled")]).await;
    assert_eq!((canceled.status.as_u16(), canceled.text("/status").as_str()), (200, "canceled"));
    bench.wait(30 * 60).await;
    assert!(bench.screens().is_empty());
    let fetched = bench.get(&uri).await;
    assert!(
        fetched.text("/status") == "canceled" && fetched.body["price"].is_null() && fetched.body["date_sent"].is_null()
    );
}

#[tokio::test(start_paused = true)]
async fn stop_calls_a_scheduled_message_off() {
    let bench = Bench::new();
    let uri = schedule(&bench, IN_20_MINUTES, &[]).await.text("/uri");
    bench.twilio.write_sms(ALICE, crate::bench::US, "stop");
    bench.wait(30 * 60).await;
    assert!(bench.screens().iter().all(|(_, from_app, _)| !from_app));
    let fetched = bench.get(&uri).await;
    assert_eq!((fetched.text("/status").as_str(), &fetched.body["error_code"]), ("failed", &21_610.into()));
}

#[tokio::test(start_paused = true)]
async fn every_step_of_a_schedule_is_told() {
    let soon = OffsetDateTime::now_utc() + Duration::from_secs(3_600);
    let soon = soon.format(&Rfc3339).unwrap();
    for (cancels, steps) in
        [(false, vec!["scheduled", "queued", "sending", "sent", "delivered"]), (true, vec!["scheduled", "canceled"])]
    {
        let bench = Bench::live(|_| {});
        let uri = schedule(&bench, &soon, &[("StatusCallback", "https://app.test/status")]).await.text("/uri");
        bench.wait(10).await;
        if cancels {
            bench.post(&uri, &[("Status", "canceled")]).await;
        }
        bench.wait(4_000).await;
        let heard: Vec<_> = bench.heard().iter().map(|heard| heard.get("MessageStatus").unwrap()).collect();
        assert_eq!(heard, steps);
    }
}

#[tokio::test(start_paused = true)]
async fn a_schedule_has_bounds() {
    let bench = Bench::new();
    let service = bench.settings.messaging_service_sid.clone();
    let pooled = ("MessagingServiceSid", service.as_str());
    let own = ("From", crate::bench::US);
    let cases: &[(&[(&str, &str)], i64)] = &[
        (&[pooled, ("ScheduleType", "fixed")], 35_111),
        (&[own, ("ScheduleType", "fixed"), ("SendAt", IN_20_MINUTES)], 35_118),
        (&[pooled, ("ScheduleType", "sometime"), ("SendAt", IN_20_MINUTES)], 35_126),
        (&[pooled, ("ScheduleType", "fixed"), ("SendAt", "2026-09-21T14:28:00Z")], 35_114),
        (&[pooled, ("ScheduleType", "fixed"), ("SendAt", "2026-09-28T14:14:00Z")], 35_114),
        (&[pooled, ("ScheduleType", "fixed"), ("SendAt", "2026-09-20T14:14:00Z")], 35_114),
        (&[pooled, ("ScheduleType", "fixed"), ("SendAt", "tomorrow")], 35_114),
    ];
    for (pairs, code) in cases {
        let pairs = [&[("To", ALICE), ("Body", "hi")], *pairs].concat();
        assert_eq!(bench.post(&bench.messages(), &pairs).await.code(), (400, *code), "{pairs:?}");
    }
    assert_eq!(schedule(&bench, "2026-09-28T13:00:00Z", &[]).await.status, 201);
    // Without a type the moment means nothing, and the message leaves at once.
    let pairs = [("To", ALICE), pooled, ("Body", "now"), ("SendAt", IN_20_MINUTES)];
    assert_eq!(bench.post(&bench.messages(), &pairs).await.text("/status"), "accepted");
    assert_eq!(bench.twilio.warnings(), ["POST Messages: SendAt was ignored, it needs ScheduleType=fixed"]);
}
