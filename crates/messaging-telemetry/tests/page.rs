//! Everything that is measured, as Prometheus reads it.
#![cfg(feature = "export")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeMap, time::Duration};

use messaging_telemetry::{Census, Meters, Metric, MetricKind, Pipeline, Spent, Tokens, Waits, names::METRICS};

fn pipeline() -> Pipeline {
    Pipeline::start(&BTreeMap::new(), "messaging", "node").unwrap()
}

/// Measures everything once.
fn measure(meters: &Meters) {
    let (took, account) = (Duration::from_millis(3), meters.account("support", "twilio"));
    account.webhook(200, took);
    account.accepted("sms", false);
    account.accepted("sms", true);
    account.turned("sms", "replied", took);
    account.called("send_message", Some("rate_limited"), took);
    account.sent("sms", "sent");
    account.looked("happened");
    account.retried("send_message", "unavailable");
    account.not_retried("send_message");
    account.waited("send_message", took);
    account.remaining("send_message", 7);
    account.breaker(2);
    account.spent("sms", "outbound", Spent { units: 2, micros: Some((15_800, "USD")) });
    account.used("sms", &Tokens { input: 900, output: 80, model: Some("m-1"), provider: None });
    account.waiting("turns", Waits { lanes: 1, depth: 2, age: took });
    account.chat(3, 4);
    account.checked(true);
    meters.spans_dropped(5);
    meters.unknown_for(took);
    let others = Census { accepted: 2, silent: 2, ..Census::default() };
    let census = |answered| Census { accepted: 9, answered, ..Census::default() };
    meters.census([(&account, Some("sms"), census(8)), (&account, None, census(9))], others);
}

/// The name that Prometheus gives a metric.
fn written(metric: &Metric) -> String {
    let name = metric.name.replace('.', "_");
    let name = if metric.unit == "s" { format!("{name}_seconds") } else { name };
    if metric.kind == MetricKind::Counter { format!("{name}_total") } else { name }
}

#[test]
fn what_is_exported_is_what_is_written_down() {
    let pipeline = pipeline();
    measure(&pipeline.meters());
    let (kind, page) = pipeline.page(None).unwrap();
    assert!(kind.starts_with("text/plain; version=0.0.4"), "{kind}");
    let helps: BTreeMap<_, _> = page.lines().filter_map(|line| line.strip_prefix("# HELP ")?.split_once(' ')).collect();
    let mut wanted: BTreeMap<_, _> = METRICS.iter().map(|metric| (written(metric), metric.help)).collect();
    wanted.insert("target_info".to_owned(), "Target metadata");
    let found: BTreeMap<_, _> = helps.iter().map(|(name, help)| ((*name).to_owned(), *help)).collect();
    assert_eq!(found, wanted);
    for metric in METRICS {
        let name = written(metric);
        let keys = metric.attributes.iter().map(|key| key.replace('.', "_"));
        let is_of = |rest: &str| ["{", " ", "_bucket{", "_sum{", "_count{"].iter().any(|next| rest.starts_with(next));
        let series = page.lines().filter(|line| line.strip_prefix(&name).is_some_and(is_of));
        for series in series.filter(|line| !line.contains("error_type=\"\"")) {
            let labels = series.split_once('{').map_or("", |(_, labels)| labels);
            let odd = keys.clone().find(|key| !labels.contains(&format!("{key}=\"")));
            assert!(odd.is_none(), "{series} has no {odd:?}");
        }
    }
    let series = |name: &str, [account, channel, system]: [&str; 3]| {
        let by = format!("account=\"{account}\",messaging_gateway_channel=\"{channel}\"");
        format!("\n{name}{{messaging_gateway_{by},messaging_system=\"{system}\"}} ")
    };
    let lost = |of, count| series("messaging_gateway_lost", of) + count + "\n";
    assert!(page.contains(&lost(["support", "sms", "twilio"], "1")), "{page}");
    assert!(page.contains(&lost(["support", "other", "twilio"], "0")), "{page}");
    assert!(page.contains(&(series("messaging_gateway_silent_total", ["other"; 3]) + "2\n")), "{page}");
}

#[test]
fn open_metrics_is_written_for_who_asks() {
    let pipeline = pipeline();
    measure(&pipeline.meters());
    let accept = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
    let (kind, page) = pipeline.page(Some(accept)).unwrap();
    assert!(kind.starts_with("application/openmetrics-text"), "{kind}");
    assert!(page.ends_with("\n# EOF\n"));
    assert!(page.contains("# TYPE messaging_gateway_accepted counter\n"), "{page}");
    assert!(page.contains("# UNIT messaging_process_duration_seconds seconds\n"), "{page}");
}

#[test]
fn who_has_no_meter_measures_nothing() {
    let meters = Meters::default();
    measure(&meters);
    assert!(!meters.is_on());
}

#[test]
fn values_that_nobody_bounds_are_bounded() {
    let pipeline = pipeline();
    let account = pipeline.meters().account("support", "slack");
    (0..1_500).for_each(|number| account.accepted(&format!("channel-{number}"), false));
    let (_, page) = pipeline.page(None).unwrap();
    let series: Vec<_> = page.lines().filter(|line| line.starts_with("messaging_gateway_accepted_total{")).collect();
    assert_eq!(series.len(), 1_001);
    assert!(series.iter().any(|line| line.contains("\"other\"") && line.ends_with(" 500")), "{series:?}");
}
