//! What the real binary measures, read by the official client's parser and by a collector.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, body::Bytes, extract::State, routing::post};
use http::{Request, StatusCode};
use messaging_tests::{
    console::ask,
    operated::{Gateway as Operated, Texts},
    process::{binary, free_port},
    python::{self, python},
    served::eventually,
};
use serde_json::Value;

const SEED: u64 = 20_261_130;

/// A collector of metrics: it keeps what it is sent.
async fn collector() -> (String, Arc<Mutex<Vec<Bytes>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let take = |State(kept): State<Arc<Mutex<Vec<Bytes>>>>, body: Bytes| async move { kept.lock().unwrap().push(body) };
    let router = Router::new().route("/v1/metrics", post(take)).with_state(Arc::clone(&kept));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, kept)
}

/// Every sample of a page, by its name: what it is of, and its value.
fn samples(python: &Path, page: &Path, kind: &str) -> BTreeMap<String, Vec<(Value, f64)>> {
    let said = python::said(python, "prometheus.py", &[page.to_str().unwrap(), kind]);
    let mut samples = BTreeMap::<_, Vec<_>>::new();
    for line in said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let name = line["name"].as_str().unwrap().to_owned();
        samples.entry(name).or_default().push((line["labels"].clone(), line["value"].as_f64().unwrap()));
    }
    samples
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_measured_is_what_happened() {
    let Some(python) = python() else { return };
    println!("seed {SEED}");
    let mut dice = fastrand::Rng::with_seed(SEED);
    let texts = Texts::around(Operated::new("metrics", binary()), "tries = 3", &mut dice).await;
    let (gateway, port, (collecting, collected)) = (&texts.gateway, free_port(), collector().await);
    let door = format!("127.0.0.1:{port}");
    let process = gateway.start(&[
        ("MESSAGING_METRICS", &door),
        ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", &format!("{collecting}/v1/metrics")),
    ]);
    eventually("ready", || gateway.is_ready(), |ready| *ready).await;
    let writing = texts.write(Duration::from_millis(20));
    let enough = |counts: &Option<Value>| counts.as_ref().is_some_and(|counts| counts["accepted"].as_u64() >= Some(20));
    eventually("20 messages", || gateway.counts(), enough).await;
    texts.traffic.stop();
    writing.await.unwrap();
    let counts = gateway.everything_ended().await;

    let url = format!("http://{door}/metrics");
    // Twilio may have told that it sent a text before it answered the call.
    let sent = || async {
        let answer = ask(&gateway.client, Request::get(&url), "").await.unwrap();
        let page = String::from_utf8(answer.body().to_vec()).unwrap();
        let lines = page.lines().filter(|line| line.starts_with("messaging_gateway_sends_total{"));
        lines.filter_map(|line| line.rsplit(' ').next()?.parse::<u64>().ok()).sum::<u64>()
    };
    eventually("every call is over", sent, |sent| Some(*sent) == counts["accepted"].as_u64()).await;
    for (kind, accept) in [("text", "text/plain"), ("open", "application/openmetrics-text; version=1.0.0")] {
        let answer = ask(&gateway.client, Request::get(&url).header("accept", accept), "").await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let page = gateway.scratch.file(kind);
        std::fs::write(&page, answer.body()).unwrap();
        let samples = samples(&python, &page, kind);
        let of = |name: &str| samples[name].iter().map(|(_, value)| value).sum::<f64>();
        let accepted = counts["accepted"].as_f64().unwrap();
        for (name, wanted) in [("accepted_total", accepted), ("answered_total", accepted), ("lost", 0.0)] {
            let is_sms = |by: &Value| by["messaging_gateway_channel"] == "sms" && by["messaging_system"] == "twilio";
            let sms = samples[&format!("messaging_gateway_{name}")].iter().find(|(labels, _)| is_sms(labels));
            assert_eq!(sms.map(|(_, value)| *value), Some(wanted), "{name}");
        }
        for (name, wanted) in [
            ("messaging_gateway_accepted_total", accepted),
            ("messaging_gateway_answered_total", counts["answered"].as_f64().unwrap()),
            ("messaging_process_duration_seconds_count", accepted),
            ("messaging_gateway_sends_total", accepted),
            ("messaging_gateway_segments_total", 2.0 * accepted),
            ("messaging_gateway_lost", 0.0),
            ("messaging_gateway_in_flight", 0.0),
            ("messaging_gateway_lanes", 0.0),
            ("messaging_gateway_lane_depth", 0.0),
            ("messaging_gateway_lane_age_seconds", 0.0),
            ("messaging_gateway_unknown_age_seconds", 0.0),
            ("messaging_gateway_account_healthy", 1.0),
        ] {
            assert!((of(name) - wanted).abs() < f64::EPSILON, "{name}: {} instead of {wanted}", of(name));
        }
        assert!(of("messaging_gateway_webhook_duration_seconds_count") >= accepted);
        let by_way = |way: &str| {
            let of_way = samples["messaging_gateway_segments_total"].iter();
            let of_way = of_way.filter(|(labels, _)| labels["messaging_gateway_direction"] == way);
            of_way.map(|(_, value)| value).sum::<f64>()
        };
        assert!(["inbound", "outbound"].iter().all(|way| (by_way(way) - accepted).abs() < f64::EPSILON), "{kind}");
    }
    assert!(ask(&gateway.client, Request::post(&url), "").await.unwrap().status() == StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(process.terminate(), Some(0), "a clean drain");
    let told = collected.lock().unwrap().concat();
    let names = |name: &str| told.windows(name.len()).any(|bytes| bytes == name.as_bytes());
    assert!(
        names("messaging.gateway.accepted") && names("messaging.gateway.answered"),
        "the collector was told the end"
    );
    assert!(!names("+1555"), "a number of a person was sent to the collector");
}
