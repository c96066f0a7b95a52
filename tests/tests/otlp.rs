//! Spans and metrics, as a collector gets them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use messaging_core::TraceContext;
use messaging_telemetry::{Happening, Pipeline, Span};
use messaging_tests::collector::Collector;
use opentelemetry::{KeyValue, trace::SpanKind};

fn pipeline(told: &[(&str, &str)]) -> Pipeline {
    let told: BTreeMap<_, _> = told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Pipeline::start(&told, "messaging", "node").unwrap()
}

fn span(context: TraceContext) -> Span {
    Span::new("send", SpanKind::Client, context, UNIX_EPOCH + Duration::from_secs(5), Duration::from_millis(20))
}

async fn ended(pipeline: Pipeline) {
    tokio::task::spawn_blocking(move || pipeline.shutdown(Duration::from_secs(5))).await.unwrap();
}

async fn everything_arrives(collector: Collector, protocol: &str) {
    let told = [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url.as_str()), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)];
    let pipeline = pipeline(&told);
    let webhook = TraceContext::begin(7, true);
    let (turn, other) = (webhook.child(&["turn"]), TraceContext::begin(8, true));
    let mut sent = span(turn).below(webhook).with([KeyValue::new("messaging.system", "twilio")]).failed("timeout");
    sent.links.push(other);
    sent.events.push(Happening::new("retry", SystemTime::now()));
    pipeline.spans().record(|| sent);
    pipeline.spans().record(|| span(TraceContext::begin(9, false)));
    pipeline.meters().account("support", "twilio").accepted("sms", false);
    ended(pipeline).await;

    let spans = collector.spans();
    assert_eq!(spans.len(), 1, "one that is not sampled is nobody's: {spans:?}");
    let (resource, span) = &spans[0];
    assert_eq!(resource["service.name"], "messaging");
    assert_eq!(span.trace_id, turn.trace_id());
    assert_eq!(
        (span.span_id.as_slice(), span.parent_span_id.as_slice()),
        (&turn.span_id().to_bytes()[..], &webhook.span_id().to_bytes()[..])
    );
    assert_eq!((span.start_time_unix_nano, span.end_time_unix_nano), (5_000_000_000, 5_020_000_000));
    assert_eq!(span.links[0].trace_id, other.trace_id());
    assert_eq!((span.events[0].name.as_str(), span.status.as_ref().unwrap().message.as_str()), ("retry", "timeout"));
    assert!(collector.metrics().contains(&"messaging.gateway.accepted".to_owned()), "{:?}", collector.metrics());
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_arrives_over_http() {
    everything_arrives(Collector::http().await, "http/protobuf").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_arrives_over_grpc() {
    everything_arrives(Collector::grpc().await, "grpc").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_away_costs_a_counter() {
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    let pipeline = pipeline(&[("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", &url), ("OTEL_BSP_MAX_QUEUE_SIZE", "600")]);
    let spans = pipeline.spans();
    let started = Instant::now();
    for number in 1..=10_000 {
        spans.record(|| span(TraceContext::begin(number, true)));
    }
    assert!(started.elapsed() < Duration::from_secs(5), "recording waited for the collector");
    let (_, page) = pipeline.page(None).unwrap();
    let line = page.lines().find(|line| line.starts_with("messaging_gateway_spans_dropped_total")).unwrap().to_owned();
    let dropped: u64 = line.rsplit(' ').next().unwrap().parse().unwrap();
    assert_eq!(dropped, 9_400, "{line}");
    let last = pipeline;
    let started = Instant::now();
    tokio::task::spawn_blocking(move || last.shutdown(Duration::from_secs(1))).await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(8), "the end waited for the collector");
}
